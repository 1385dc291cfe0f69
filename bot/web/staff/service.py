"""Figures of the service, drawn plainly with a table under each: of one whole month that is over.

Months do not overlap, so that no number of one person is left when one page is taken from another.
What may be shown of a number stands in `charts` alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from starlette.responses import Response

from bot.summaries.page import WENT
from bot.web.staff.charts import FEWEST, NOT_SHOWN, Bar, bars_of, is_drawn, parts_of, share_of, shown, sum_of
from bot.web.staff.office import Visit
from bot.web.staff.words import JOURNEYS, KINDS, WAITED

MONTHS = 12  # to choose from
# A check-in is counted once, with how it went: a second count of the same, rounded by itself, would tell of the rest.
DIALOGUES = {journey: name for journey, name in JOURNEYS.items() if journey != "check_in"}


def page(visit: Visit) -> Response:
    """The figures of a month: the last one, or which is asked for."""
    zone = visit.office.pages.zone
    choices = months_before(visit.office.pages.today(visit.now))
    asked = visit.request.query_params.get("month", "")
    month = next((first for first in choices if f"{first:%Y-%m}" == asked), choices[0])
    figures = visit.work.service.figures(_start(month, zone), _start(_next(month), zone))
    kinds = parts_of(figures.kinds, KINDS)
    topics = bars_of(_often(figures.topics), {})
    return visit.page(
        "service.html",
        month=month,
        choices=choices,
        fewest=FEWEST,
        not_shown=NOT_SHOWN,
        is_drawn=is_drawn,
        counts=(
            ("People who agreed something", shown(figures.people)),
            ("Goals set", sum_of(figures.kinds)),
            ("Goals reached", shown(figures.goals_reached)),
            ("Check-ins kept", sum_of(figures.check_ins)),
        ),
        charts=(
            ("Dialogues finished", "dialogue", bars_of(figures.dialogues, DIALOGUES), ""),
            ("Recovery goals and treatment goals", "kind", kinds, _share(kinds)),
            ("How check-ins went", "answer", parts_of(figures.check_ins, WENT), ""),
            ("What people ask of the team", "topic", topics, _asking(figures.asking, topics)),
            ("Time until an alert was acknowledged", "time", bars_of(figures.waits, WAITED), ""),
        ),
    )


def months_before(today: date) -> tuple[date, ...]:
    """The first days of the last months that are over, the newest first."""
    numbers = (today.year * 12 + today.month - 1 - back for back in range(1, MONTHS + 1))
    return tuple(date(number // 12, number % 12 + 1, 1) for number in numbers)


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _start(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)


def _share(kinds: Sequence[Bar]) -> str:
    """Recovery goals among both, worked out from nothing but what is shown."""
    counts = {bar.name: bar.count for bar in kinds}
    recovery, treatment = (counts.get(KINDS[kind], 0) for kind in ("recovery", "treatment"))
    share = share_of(recovery, treatment)
    return "" if share is None else f"Of 100 recovery and treatment goals, {share} are recovery goals."


def _asking(people: int, topics: Sequence[Bar]) -> str:
    """How many people asked something, and why not all of their words stand there."""
    if people < FEWEST:
        return (
            f"Fewer than {FEWEST} people asked for something. How many, and in what words, is not shown."
            if people
            else ""
        )
    rest = f"Words that fewer than {FEWEST} of them used are not shown."
    none = f"No words were used by {FEWEST} of them or more, and so none are shown."
    return f"About {shown(people)} people asked for something. {rest if topics else none}"


def _often(topics: Mapping[str, int]) -> dict[str, int]:
    """Words that enough people use: rarer ones might tell who asks."""
    return {topic: count for topic, count in topics.items() if count >= FEWEST}
