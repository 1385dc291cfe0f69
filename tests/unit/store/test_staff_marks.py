"""What staff mark on their pages comes out as lines for a regression file, read from the conversation itself."""

from __future__ import annotations

from datetime import datetime, timezone

from bot.settings import Settings
from bot.store import CueEvent, UnitOfWork
from bot.store.repositories.audit import Actor, Deed
from bot.store.staff_marks import marks
from tests.databases import write_event

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc)


def talk(installation: Settings) -> list[int]:
    """Three questions with an answer each. Out: the ids of the answers."""
    found = []
    for number, text in enumerate(("one", "two", "three")):
        at = NOON.timestamp() + 60 * number
        write_event(installation.tracker_url, "ann", "bot", at, text="?", metadata={"step": f"goals.step{number}"})
        found.append(write_event(installation.tracker_url, "ann", "user", at + 5, text=text, metadata={}))
    return found


def test_a_missed_cue_is_the_line_that_was_marked_with_its_question(installation: Settings) -> None:
    _, second, _ = talk(installation)
    with UnitOfWork(installation.database_url) as work:
        person_id = work.people.ensure("web", "ann")
        for target in (f"line {second}", f"line {second}", "line 999"):
            work.audit.add(b"k", Actor("sam", "lead"), Deed.SAID_MISSED_CUE, about=person_id, target=target)
        work.commit()
    (found,) = marks(installation)
    assert (found.kind, found.text, found.context) == ("missed_cue", "two", "goals.step1")


def test_a_false_alarm_is_the_message_that_brought_the_card(installation: Settings) -> None:
    talk(installation)
    with UnitOfWork(installation.database_url) as work:
        person_id = work.people.ensure("web", "ann")
        at = datetime.fromtimestamp(NOON.timestamp() + 65, timezone.utc)
        shown = work.cue_events.record(person_id, CueEvent("k", ("passive",), "card.1@1", "card", at))
        assert shown is not None
        number = work.alerts.make(person_id, shown)
        work.alerts.note(number, "false_alarm", "Sam")
        work.commit()
    (found,) = marks(installation)
    assert (found.kind, found.text, found.text_id) == ("false_alarm", "two", "card.1@1")


def test_what_is_erased_is_not_told(installation: Settings) -> None:
    _, second, _ = talk(installation)
    with UnitOfWork(installation.database_url) as work:
        person_id = work.people.ensure("web", "ann")
        target = f"line {second}"
        work.audit.add(b"k", Actor("sam", "lead"), Deed.SAID_MISSED_CUE, about=person_id, target=target)
        work.people.erase(person_id)
        work.commit()
    assert list(marks(installation)) == []
