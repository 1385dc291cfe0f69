"""What was noted while no database could be written is kept afterwards, once, whatever else tells of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.identity import pseudonym
from bot.safety.places import Place
from bot.safety.support import SESSION, around, team_words
from bot.settings import Service, Settings
from bot.store import StoreUnavailableError, UnitOfWork, erase, show, shown
from bot.store.columns import utc_now
from bot.store.shown import Shown, folder_for
from bot.worker import reader
from bot.worker.duties import Duties
from bot.worker.health import Health
from bot.worker.reader import DROP_EVERY, Reader
from tests.builders import create_alerts
from tests.databases import write_event

SUPPORT: dict[str, Any] = {
    "id": "card.1",
    "layout": "card",
    "families": ["passive"],
    "asked_for": False,
    "signposts": ["gb_999"],
    "text": "the words of a person",
}


@pytest.fixture
def settings(installation: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """An installation whose alerts are on, and whose notes lie in a folder of the test."""
    monkeypatch.setattr(shown, "ROOT", tmp_path)
    return replace(installation, service=Service(alerts=create_alerts()))


def support(**changes: Any) -> dict[str, Any]:
    """What a card tells of itself, shown now."""
    return {**SUPPORT, "at": utc_now().timestamp(), **changes}


def note(settings: Settings, told: dict[str, Any]) -> None:
    shown.note(settings.tracker_url, Shown("rest", pseudonym(settings.secret, "rest", "ann"), told))


def write(settings: Settings, told: dict[str, Any]) -> None:
    """The message and the answer as Rasa keeps them afterwards."""
    name, at = pseudonym(settings.secret, "rest", "ann"), told["at"] + 0.01
    said = {"text": "words", "message_id": "m1", "input_channel": "rest", "metadata": {"support_shown": told}}
    write_event(settings.tracker_url, name, "user", at, **said)
    write_event(settings.tracker_url, name, "bot", at + 0.01, text="card", metadata={"support": told})


def cue_events(settings: Settings) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = show(settings, "rest", "ann")["cue_events"]
    return found


def alerts(settings: Settings) -> int:
    with UnitOfWork(settings.database_url) as work:
        return len(work.alerts.all())


def files(settings: Settings) -> list[Path]:
    folder = folder_for(settings.tracker_url)
    return sorted(folder.iterdir()) if folder.exists() else []


def test_a_note_makes_the_cue_event_and_its_alert_once(settings: Settings) -> None:
    note(settings, support())
    for _ in range(2):
        Reader(settings).read()
    assert [(event["families"], event["text_id"]) for event in cue_events(settings)] == [(["passive"], "card.1")]
    assert alerts(settings) == 1


def test_a_note_is_gone_once_the_conversation_tells_of_it(settings: Settings) -> None:
    told = support()
    note(settings, told)
    Reader(settings).read()
    assert [file.suffix for file in files(settings)] == [".taken"]
    write(settings, told)
    Reader(settings).read()
    assert files(settings) == []


def test_a_note_is_gone_after_the_session_in_which_its_card_could_wait(settings: Settings) -> None:
    note(settings, support())
    Reader(settings).read()
    Reader(settings, now=lambda: utc_now().timestamp() + SESSION + 60).read()
    assert files(settings) == []


def test_what_was_taken_is_not_asked_about_at_every_reading(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[str] = []
    monkeypatch.setattr(reader, "spoken_last", lambda _, who, __: looks.append(who) or ())
    now = [utc_now().timestamp()]
    reading = Reader(settings, now=lambda: now[0])
    note(settings, support())
    for seconds in (0, 1, DROP_EVERY, 1):
        now[0] += seconds
        reading.read()
    assert len(looks) == 2


@pytest.mark.parametrize("order", ["note first", "tracker first", "both at once"])
def test_a_note_and_the_conversation_make_one(settings: Settings, order: str) -> None:
    told = support()
    steps = [note, write] if order == "note first" else [write, note]
    for step in steps:
        step(settings, told)
        if order != "both at once":
            Reader(settings).read()
    Reader(settings).read()
    assert [event["chosen_next"] for event in cue_events(settings)] == [[]]
    assert (alerts(settings), files(settings)) == (1, [])


def test_a_card_outweighs_the_short_question_of_another_process(settings: Settings) -> None:
    for layout in ("ask", "card", "ask"):
        note(settings, support(layout=layout, message="m1"))
        Reader(settings).read()
    assert [event["layout"] for event in cue_events(settings)] == ["card"]
    assert alerts(settings) == 1


def test_the_short_question_of_another_process_changes_nothing(settings: Settings) -> None:
    for families in (["passive"], ["unclear"]):
        note(settings, support(layout="ask", message="m1", families=families))
        Reader(settings).read()
    assert [event["families"] for event in cue_events(settings)] == [["passive"]]


@pytest.mark.parametrize(("told", "on_now", "made"), [(True, False, 1), (False, True, 0), (True, True, 1)])
def test_what_they_were_told_of_alerts_holds_whatever_is_switched_since(
    settings: Settings, told: bool, on_now: bool, made: int
) -> None:
    note(settings, support(alerts=told))
    Reader(settings if on_now else replace(settings, service=Service())).read()
    assert alerts(settings) == made


def test_the_wish_that_the_team_learns_of_it_makes_one_alert_from_note_and_conversation(settings: Settings) -> None:
    told = team_words(Place("GB"), around(settings.service))["support"]
    note(settings, told)
    Reader(settings).read()
    name = pseudonym(settings.secret, "rest", "ann")
    write_event(settings.tracker_url, name, "user", told["at"] - 0.1, text="tell my team", message_id="m2")
    write_event(settings.tracker_url, name, "bot", told["at"] + 0.1, text="words", metadata={"support": told})
    Reader(settings).read()
    assert alerts(settings) == 1


def test_two_cards_are_two(settings: Settings) -> None:
    note(settings, support())
    note(settings, support(at=utc_now().timestamp() + 1))
    Reader(settings).read()
    assert alerts(settings) == 2


def test_what_is_chosen_after_a_noted_card_is_kept(settings: Settings) -> None:
    told = support()
    note(settings, told)
    write(settings, told)
    name = pseudonym(settings.secret, "rest", "ann")
    write_event(settings.tracker_url, name, "user", told["at"] + 5, text="I can carry on", message_id="m2")
    Reader(settings).read()
    assert [[choice["what"] for choice in event["chosen_next"]] for event in cue_events(settings)] == [["carry_on"]]


def test_a_note_is_taken_though_the_tracker_is_away(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    note(settings, support())

    def away(*_: object) -> int:
        raise StoreUnavailableError("The database is away.")

    monkeypatch.setattr("bot.store.tracker_events.highest_id", away)
    with pytest.raises(StoreUnavailableError):
        Reader(settings).read()
    assert alerts(settings) == 1


def test_a_note_waits_while_the_coaching_database_is_away(settings: Settings) -> None:
    note(settings, support())
    with pytest.raises(StoreUnavailableError):
        Reader(replace(settings, database_url="postgresql://cairn@127.0.0.1:9/away")).read()
    assert len(files(settings)) == 1
    Reader(settings).read()
    assert alerts(settings) == 1


def test_stopped_before_the_note_is_taken_it_is_kept_once(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    note(settings, support())

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(shown, "take", stop)
        with pytest.raises(KeyboardInterrupt):
            Reader(settings).read()
    Reader(settings).read()
    assert (alerts(settings), len(cue_events(settings)), len(files(settings))) == (1, 1, 1)


@pytest.mark.parametrize(
    "changes", [{"asked_for": True}, {"layout": "fallback", "families": []}, {"at": None}, {"at": "now"}]
)
def test_what_is_no_cue_is_dropped(settings: Settings, changes: dict[str, Any]) -> None:
    note(settings, support(**changes))
    Reader(settings).read()
    assert (alerts(settings), files(settings)) == (0, [])


def test_no_words_are_noted(settings: Settings) -> None:
    note(settings, support())
    assert "words" not in files(settings)[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"channel": "rest"}'])
def test_a_file_that_is_no_note_harms_nobody(settings: Settings, content: str) -> None:
    note(settings, support())
    (folder_for(settings.tracker_url) / "0.json").write_text(content, encoding="utf-8")
    Reader(settings).read()
    assert alerts(settings) == 1


@pytest.mark.parametrize("was_taken", [False, True])
def test_who_is_erased_does_not_come_back_through_a_note(settings: Settings, was_taken: bool) -> None:
    note(settings, support())
    if was_taken:
        Reader(settings).read()
    erase(settings, "rest", "ann")
    assert files(settings) == []
    Reader(settings).read()
    assert cue_events(settings) == []


def test_where_nothing_can_be_written_it_is_told(settings: Settings) -> None:
    folder_for(settings.tracker_url).parent.mkdir(parents=True, exist_ok=True)
    folder_for(settings.tracker_url).write_text("in the way", encoding="utf-8")
    with pytest.raises(OSError, match="exists"):
        note(settings, support())
    health = Health()
    Duties(settings, health).read()
    assert health.status == "trouble"
