"""Figures of the service, drawn plainly with a table under each.

Numbers under five are hidden, and so is what would give them away: the next smallest, where the sum is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from starlette.responses import Response

from bot.web.staff.charts import FEWEST, bars_of, parts_of, shown
from bot.web.staff.office import Visit
from bot.web.staff.words import JOURNEYS, KINDS, OUTCOMES_OF_CHECK_INS, WAITED

DAYS = (30, 90, 365)


def page(visit: Visit) -> Response:
    """The figures of the last days: 30, 90 or 365."""
    asked = visit.request.query_params.get("days", "")
    days = int(asked) if asked in {str(choice) for choice in DAYS} else 90
    figures = visit.work.service.figures(visit.now - timedelta(days=days))
    return visit.page(
        "service.html",
        days=days,
        choices=DAYS,
        counts=(
            ("People who agreed something", shown(figures.people)),
            ("Goals set", shown(figures.goals_set)),
            ("Goals reached", shown(figures.goals_reached)),
            ("Check-ins", shown(sum(figures.check_ins.values()))),
        ),
        charts=(
            ("Dialogues finished", "dialogue", bars_of(figures.dialogues, JOURNEYS)),
            ("Recovery goals and treatment goals", "kind", parts_of(figures.kinds, KINDS)),
            ("How check-ins went", "answer", parts_of(figures.check_ins, OUTCOMES_OF_CHECK_INS)),
            ("What people ask of the team", "topic", bars_of(_often(figures.topics), {})),
            ("Time until an alert was acknowledged", "time", bars_of(figures.waits, WAITED)),
        ),
    )


def _often(topics: Mapping[str, int]) -> dict[str, int]:
    """Words that enough people use: rarer ones might tell who asks."""
    return {topic: count for topic, count in topics.items() if count >= FEWEST}
