"""The queue never looks calm while the worker stands still: it says since when messages and changes wait to be read."""

from __future__ import annotations

from pathlib import Path

from bot.staff.rights import Role
from bot.store import tracker_events
from bot.store.one_person import CUE_CURSOR
from bot.store.shown import Shown, forget, note
from bot.worker.summaries import SummaryKeeper
from tests.builders import create_goal
from tests.web.staff.house import House, settings_for

BEHIND = "The newest messages have not been read yet, since Monday 2 March 2026, 9:00 am."
CHANGES = "The newest changes of plans have not been read yet, since Monday 2 March 2026, 9:00 am."


def read(house: House) -> None:
    """Do what the worker does with the tracker's cursor."""
    with house.work() as work:
        work.cursors.hold(CUE_CURSOR)
        work.cursors.move(CUE_CURSOR, tracker_events.highest_id(house.settings.tracker_url))
        work.commit()


def test_messages_that_nobody_has_read_are_told_after_a_minute(house: House) -> None:
    house.talk("ann", "hello")
    page = house.signed_in(Role.READER).get("/queue").text
    assert BEHIND not in page
    assert "Nothing waits." in page
    house.now.go_on(seconds=61)
    page = house.signed_in(Role.READER).get("/queue").text
    assert BEHIND in page
    assert "cairn doctor" in page
    assert "Nothing waits." not in page
    assert "Nothing waits of what has been read." in page
    read(house)
    page = house.signed_in(Role.READER).get("/queue").text
    assert "have not been read yet" not in page
    assert "Nothing waits." in page


def test_messages_of_a_tracker_that_was_made_anew_are_told(house: House) -> None:
    house.talk("ann", "hello")
    with house.work() as work:
        work.cursors.hold(CUE_CURSOR)
        work.cursors.move(CUE_CURSOR, 900)
        work.commit()
    house.now.go_on(minutes=2)
    assert BEHIND in house.signed_in(Role.READER).get("/queue").text


def test_a_note_of_support_that_nobody_took_is_told(house: House) -> None:
    note(house.settings.tracker_url, Shown("web", "ann", {"layout": "card", "at": house.now().timestamp()}))
    house.now.go_on(minutes=2)
    assert BEHIND in house.signed_in(Role.READER).get("/queue").text
    forget(house.settings.tracker_url, "ann")
    assert BEHIND not in house.signed_in(Role.READER).get("/queue").text


def test_changes_of_plans_that_nobody_has_read_are_told(house: House) -> None:
    person_id = house.person("ann", items=[create_goal()])
    with house.work() as work:
        for own in work.sharing.items(person_id):
            work.sharing.share(person_id, own.item)
        work.commit()
    house.now.go_on(minutes=2)
    page = house.signed_in(Role.READER).get("/queue").text
    assert CHANGES in page
    assert "Nothing new." not in page
    SummaryKeeper(house.settings, now=house.now).go()
    page = house.signed_in(Role.READER).get("/queue").text
    assert "have not been read yet" not in page


def test_conversations_that_cannot_be_read_are_told(database_url: str, tmp_path: Path) -> None:
    tracker = tmp_path / "broken.db"
    tracker.write_bytes(b"this is no database" * 100)
    house = House(settings_for(database_url, f"sqlite:///{tracker}"))
    page = house.signed_in(Role.READER).get("/queue").text
    assert "The conversations cannot be read just now." in page
    assert "Nothing waits." not in page
