"""What staff marked as wrong on their pages: false alarms, and lines that should have brought support.

Read from the conversations themselves: nothing is copied, so erasing a person and the retention time hold for this too.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from bot.settings import Settings
from bot.store import tables
from bot.store.problems import Problem
from bot.store.repositories.audit import Deed
from bot.store.staff_reading import Spoken, conversation, words_around
from bot.store.staff_tables import AuditEntry
from bot.store.unit_of_work import UnitOfWork

FALSE_ALARM = "false_alarm"
MISSED_CUE = "missed_cue"


def marks(settings: Settings) -> Iterator[Problem]:
    """All that staff marked in conversations that are kept, oldest first. Raises StoreError."""
    with UnitOfWork(settings.database_url) as work:
        line = tables.AlertHistory
        query = select(line.alert_id.distinct()).where(line.what == FALSE_ALARM).order_by(line.alert_id)
        alerts = [work.alerts.get(number) for number in work._session.execute(query).scalars()]
        entry = AuditEntry
        missed = select(entry.about, entry.target).where(entry.what == Deed.SAID_MISSED_CUE.value)
        rows = work._session.execute(missed.where(entry.target.like("line %")).order_by(entry.number)).all()
        lines = [(name, int(target[5:])) for about, target in rows for name in work.lists.pseudonyms(about)]
    for alert in alerts:
        words = words_around(settings.tracker_url, alert)
        yield from (_problem(FALSE_ALARM, words, one.id, alert.text_id) for one in words if one.is_cue)
    for name, number in dict.fromkeys(lines):
        words = conversation(settings.tracker_url, name, 20, number + 1)
        if words and words[-1].id == number and words[-1].by_person:
            yield _problem(MISSED_CUE, words, number, "")


def _problem(kind: str, words: tuple[Spoken, ...], number: int, text_id: str) -> Problem:
    place = next(place for place, one in enumerate(words) if one.id == number)
    before = [one.step for one in words[:place] if one.step]
    said = words[place]
    return Problem(kind, said.at, said.text, before[-1] if before else "", "", text_id)
