"""Conversations go after their time, what was written without consent sooner, and nothing that is going on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from bot.identity import pseudonym
from bot.settings import Settings, SettingsError, load
from bot.store import StoredDraft, UnitOfWork, erase
from bot.store.tracker_events import TrackerEvent, events_after
from bot.worker import retention
from bot.worker.reader import Reader
from bot.worker.retention import Retention
from tests.builders import create_goal
from tests.databases import write_event

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc)
WORD = "quenelle"


@dataclass
class House:
    """An installation at a moment that the test moves. Somebody else is always talking, as in a real one."""

    settings: Settings
    at: datetime = NOON
    retention: Retention = field(init=False)

    def __post_init__(self) -> None:
        self.retention = Retention(self.settings, lambda: self.at)

    def says(self, sender: str = "ann", ago: timedelta = timedelta(), kind: str = "user", words: str = WORD) -> None:
        """Something is said, and the assistant listens again."""
        name = pseudonym(self.settings.secret, "rest", sender)
        at = (self.at - ago).timestamp()
        write_event(self.settings.tracker_url, name, kind, at, text=words, input_channel="rest", message_id=words)
        write_event(self.settings.tracker_url, name, "action", at, name="action_listen")

    def consents(self, sender: str = "ann", *answers: bool) -> None:
        with UnitOfWork(self.settings.database_url, now=lambda: self.at) as work:
            person_id = work.people.ensure("rest", pseudonym(self.settings.secret, "rest", sender))
            for answer in answers:
                work.consents.record(person_id, answer, "consent.1")
            work.commit()

    def read(self) -> None:
        Reader(self.settings, lambda: self.at.timestamp()).read()

    def go(self, **later: float) -> None:
        """Time passes, somebody who has consented says hello, all is read, and what has had its time goes."""
        self.at += timedelta(**later)
        self.consents("zoe", True)
        self.says("zoe", words="hello")
        self.read()
        self.retention.go()

    def left(self, sender: str = "ann") -> list[TrackerEvent]:
        name = pseudonym(self.settings.secret, "rest", sender)
        return [event for event in events_after(self.settings.tracker_url, 0, 9999) if event.sender == name]

    def said(self, sender: str = "ann") -> list[str]:
        return [event.data["text"] for event in self.left(sender) if event.type == "user"]


@pytest.fixture
def house(installation: Settings) -> House:
    return House(installation)


def test_a_conversation_goes_after_its_time_and_the_plan_stays(house: House) -> None:
    house.consents("ann", True)
    with UnitOfWork(house.settings.database_url) as work:
        person = work.people.by_pseudonym(pseudonym(house.settings.secret, "rest", "ann"))
        assert person is not None
        work.plans.add(person.id, [create_goal(vision="walk Rex")], "goals")
        work.drafts.put(person.id, "hope", StoredDraft("{}"))
        work.commit()
    house.says(words="old")
    house.go(days=89)
    assert house.said() == ["old"]
    house.says(words="new")
    house.go(days=1, minutes=1)
    assert house.said() == ["new"]
    with UnitOfWork(house.settings.database_url) as work:
        assert work.plans.current(person.id).goals[0].vision == "walk Rex"
        assert work.drafts.open_journeys(person.id) == ("hope",)


def test_how_long_is_a_setting(installation: Settings) -> None:
    house = House(Settings(**{**vars(installation), "transcript_days": 7}))
    house.consents("ann", True)
    house.says()
    house.go(days=7, minutes=1)
    assert house.left() == []


def test_no_days_at_all_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="CAIRN_TRANSCRIPT_DAYS"):
        load({"CAIRN_TRANSCRIPT_DAYS": "0"}, tmp_path / "none.yml")


def test_a_running_session_is_never_touched_however_long_ago_it_began(house: House) -> None:
    house.consents("ann", True)
    house.says(words="an earlier session", ago=timedelta(days=91))
    house.says(kind="session_started", ago=timedelta(days=91))
    house.says(words="this session", ago=timedelta(days=91))
    house.says(words="just now")
    house.go(minutes=59)
    assert house.said() == ["this session", "just now"]
    house.go(minutes=2)
    assert house.said() == ["just now"]


def test_a_running_conversation_without_a_beginning_is_left_alone(house: House) -> None:
    house.consents("ann", True)
    house.says(words="long ago", ago=timedelta(days=91))
    house.says(words="just now")
    house.go()
    assert house.said() == ["long ago", "just now"]


def test_many_old_events_go_in_parts(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "BATCH", 3)
    house.consents("ann", True)
    house.consents("ben", True)
    for number in range(5):
        house.says("ann", ago=timedelta(days=91))
        house.says("ben", ago=timedelta(days=91 if number < 4 else 0))
    house.go()
    assert (len(house.said("ann")), len(house.said("ben"))) == (0, 5)


def test_what_was_written_before_a_no_goes_once_it_is_quiet(house: House) -> None:
    house.says()
    house.consents("ann", False)
    house.go(minutes=59)
    assert house.said() == [WORD]
    house.go(minutes=2)
    assert house.left() == []


def test_without_an_answer_it_goes_after_a_day(house: House) -> None:
    house.says()
    house.go(hours=23)
    assert house.said() == [WORD]
    house.go(hours=1)
    assert house.left() == []
    house.says(words="again")
    house.go(hours=23)
    assert house.said() == ["again"]
    house.go(hours=2)
    assert house.left() == []


def test_who_consents_within_the_day_keeps_what_they_wrote(house: House) -> None:
    house.says()
    house.go(hours=23)
    house.consents("ann", True)
    house.go(days=9)
    assert house.said() == [WORD]


def test_a_later_yes_spares_what_followed_the_no(house: House) -> None:
    house.says(words="before")
    house.go(seconds=1)
    house.consents("ann", False)
    house.at += timedelta(minutes=1)
    house.says(words="after")
    house.consents("ann", True)
    house.go(hours=2)
    assert house.said() == ["after"]


def test_a_yes_that_is_taken_back_deletes_what_was_said_and_keeps_the_plan(house: House) -> None:
    house.consents("ann", True)
    house.says()
    house.go(days=2)
    house.consents("ann", False)
    house.says(words="no")
    house.go(hours=2)
    assert house.left() == []


def test_drafts_without_consent_go_too(house: House) -> None:
    house.says()
    house.consents("ann", False)
    with UnitOfWork(house.settings.database_url) as work:
        person = work.people.by_pseudonym(pseudonym(house.settings.secret, "rest", "ann"))
        assert person is not None
        work.drafts.put(person.id, "goals", StoredDraft('{"said": "words"}'))
        work.commit()
    house.go(hours=2)
    with UnitOfWork(house.settings.database_url) as work:
        assert work.drafts.get(person.id, "goals") is None


def test_what_nobody_has_read_yet_stays(house: House) -> None:
    house.consents("ann", True)
    house.says(ago=timedelta(days=91))
    house.says("zoe", words="hello")
    house.retention.go()
    assert house.said() == [WORD]


def test_the_newest_event_of_all_keeps_its_id_and_goes_when_it_is_no_longer_that(house: House) -> None:
    house.says()
    house.read()
    house.at += timedelta(days=2)
    house.retention.go()
    assert [event.type for event in house.left()] == ["action"]
    house.go()
    assert house.left() == []


def test_stopped_anywhere_it_does_the_rest_the_next_time(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.says("ann")
    house.says("ben")
    for sender in ("ann", "ben"):
        house.consents(sender, False)

    def break_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr("bot.store.repositories.drafts.Drafts.delete_all", break_off)
        with pytest.raises(KeyboardInterrupt):
            house.go(hours=2)
    assert not (house.left("ann") and house.left("ben"))
    house.go()
    assert (house.left("ann"), house.left("ben")) == ([], [])


def test_who_is_erased_is_no_longer_noted(house: House) -> None:
    house.says()
    house.read()
    erase(house.settings, "rest", "ann")
    with UnitOfWork(house.settings.database_url) as work:
        assert work.consents.without() == {}


def test_a_session_may_begin_while_another_goes(house: House) -> None:
    house.says("ann")
    house.consents("ann", False)
    house.at += timedelta(hours=2)
    house.says("ben", words="still here")
    house.go()
    assert (house.left("ann"), house.said("ben")) == ([], ["still here"])


@pytest.fixture
def on_files(tmp_path: Path, installation: Settings) -> Iterator[Callable[[], bytes]]:
    """All bytes of the tracker's files, on SQLite."""
    if not installation.tracker_url.startswith("sqlite"):
        yield lambda: b""
        return
    yield lambda: b"".join(file.read_bytes() for file in tmp_path.glob("tracker.db*"))


def test_no_byte_of_it_is_left_in_the_file(house: House, on_files: Callable[[], bytes]) -> None:
    house.consents("ann", False)
    for number in range(40):
        house.says(words=f"{WORD} {number} " * 60)
    house.go(hours=2)
    assert WORD.encode() not in on_files()
