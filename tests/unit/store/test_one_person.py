"""`show` prints whole and true what is kept of a person; after `erase` no word of theirs is in either file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.identity import pseudonym
from bot.settings import Settings
from bot.store import CueEvent, StoredDraft, StoreUnavailableError, UnitOfWork, erase, show, transcript
from bot.store.columns import utc_now
from bot.store.engine import engine_for
from bot.store.one_person import CUE_CURSOR
from bot.store.tracker_events import highest_id
from tests.builders import create_goal, create_hope, create_strength
from tests.databases import write_event

KEYS = {"strengths", "goals", "hope", "check_ins", "hard_times", "cue_events", "alerts", "consent"}
WORD = "quenelle"  # a word that nothing else in a database file holds


def have_a_conversation(settings: Settings, sender: str, word: str, turns: int = 30) -> str:
    """Somebody who talks for a while, confirms three times and leaves a dialogue open. Out: their id."""
    name = pseudonym(settings.secret, "rest", sender)
    with UnitOfWork(settings.database_url) as work:
        person_id = work.people.ensure("rest", name)
        work.consents.record(person_id, True, "consent.1")
        work.cue_events.record(person_id, CueEvent(sender, ("F01",), "card.1", "card", utc_now()))
        work.commit()
    for turn in range(turns):
        said = f"{word} {turn} " * (1 + 40 * (turn % 7))
        with UnitOfWork(settings.database_url) as work:
            work.drafts.put(person_id, "goals", StoredDraft(json.dumps({"said": said}), reply=f'["{said}"]'))
            work.commit()
        write_event(settings.tracker_url, name, "user", float(turn), text=said)
    for items in ([create_strength(label=word)], [create_goal(vision=word * 900)], [create_hope(memory=word)]):
        with UnitOfWork(settings.database_url) as work:
            work.plans.add(person_id, items, word)
            work.commit()
    return person_id


def test_somebody_on_the_web_is_found_by_the_name_in_their_cookie(installation: Settings) -> None:
    have_a_conversation(installation, "ann", WORD, turns=1)
    name = pseudonym(installation.secret, "rest", "ann")
    assert show(installation, "rest", name)["strengths"][0]["label"] == WORD
    assert erase(installation, "rest", name)["people"] == 1
    assert show(installation, "rest", "ann")["strengths"] == []


def test_all_that_is_kept_is_shown(installation: Settings) -> None:
    have_a_conversation(installation, "ann", WORD, turns=1)
    shown = show(installation, "rest", "ann")
    assert set(shown) >= KEYS
    assert shown["strengths"][0]["label"] == WORD
    assert shown["strengths"][0]["evidence"] == ["sat with him all of Sunday"]
    goal = shown["goals"][0]
    assert goal["steps"] == [{"what": "find the lead", "when": "tomorrow after breakfast"}]
    assert goal["if_then"] == {"cue": "when I put my cup down", "act": "I take the lead off its hook"}
    assert [version["vision"] for version in goal["versions"]] == [WORD * 900]
    assert (shown["hope"]["memory"], shown["hope"]["now"]) == (WORD, 4)
    assert shown["drafts"][0]["answers"]["said"].startswith(WORD)
    assert (shown["check_ins"], shown["hard_times"], shown["alerts"]) == ([], None, [])
    assert shown["cue_events"][0]["families"] == ["F01"]
    assert [(answer["given"], answer["text_id"]) for answer in shown["consent"]] == [(True, "consent.1")]
    json.dumps(shown)


def test_a_stranger_has_the_same_keys_with_nothing_in_them(installation: Settings) -> None:
    shown = show(installation, "rest", "nobody")
    assert set(shown) >= KEYS
    assert not any(shown.values())


def test_nobody_sees_what_belongs_to_another(installation: Settings) -> None:
    have_a_conversation(installation, "ann", WORD, turns=2)
    assert not any(show(installation, "rest", "ben").values())
    assert not any(show(installation, "web", "ann").values())


def test_erasing_takes_all_of_one_person_and_nothing_of_another(installation: Settings) -> None:
    have_a_conversation(installation, "ann", WORD, turns=3)
    have_a_conversation(installation, "ben", "other", turns=3)
    before = show(installation, "rest", "ben")
    assert erase(installation, "rest", "ann") == {"people": 1, "events": 3}
    assert not any(show(installation, "rest", "ann").values())
    assert show(installation, "rest", "ben") == before
    ben = pseudonym(installation.secret, "rest", "ben")
    assert len(transcript.recent(installation.tracker_url, ben, 9)) == 3
    assert erase(installation, "rest", "ann") == {"people": 0, "events": 0}


def test_erasing_lets_the_worker_read_ids_that_are_given_out_again(installation: Settings) -> None:
    have_a_conversation(installation, "ben", "other", turns=1)
    have_a_conversation(installation, "ann", WORD, turns=3)
    with UnitOfWork(installation.database_url) as work:
        work.cursors.hold(CUE_CURSOR)
        work.cursors.move(CUE_CURSOR, highest_id(installation.tracker_url))
        work.commit()
    erase(installation, "rest", "ann")
    with UnitOfWork(installation.database_url) as work:
        assert work.cursors.position(CUE_CURSOR) == highest_id(installation.tracker_url) == 1


def files_of(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.fixture
def on_files(tmp_path: Path, migrated_file: Path) -> Settings:
    """An installation on SQLite files in a folder of its own."""
    (tmp_path / "cairn.db").write_bytes(migrated_file.read_bytes())
    address = f"sqlite:///{tmp_path / 'tracker.db'}"
    with engine_for(address).begin() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id VARCHAR(255), type_name VARCHAR(255),"
            " timestamp FLOAT, intent_name VARCHAR(255), action_name VARCHAR(255), data TEXT)"
        )
    return Settings(database_url=f"sqlite:///{tmp_path / 'cairn.db'}", tracker_url=address, database_timeout=1.0)


def test_no_byte_of_an_erased_person_is_left_in_the_files(on_files: Settings, tmp_path: Path) -> None:
    person_id = have_a_conversation(on_files, "ann", WORD)
    have_a_conversation(on_files, "ben", "other")
    name = pseudonym(on_files.secret, "rest", "ann")
    traces = [trace.encode() for trace in (WORD, name, person_id)]
    assert all(any(trace in content for content in files_of(tmp_path).values()) for trace in traces)
    erase(on_files, "rest", "ann")
    left = [(file, trace) for file, content in files_of(tmp_path).items() for trace in traces if trace in content]
    assert left == []
    assert show(on_files, "rest", "ben")["strengths"][0]["label"] == "other"


def test_a_reader_that_keeps_the_old_pages_is_told_of_and_erasing_again_finishes(
    on_files: Settings, tmp_path: Path
) -> None:
    have_a_conversation(on_files, "ann", WORD)
    impatient = replace(on_files, database_timeout=0.05)
    with engine_for(on_files.tracker_url).connect() as reader:
        reader.exec_driver_sql("BEGIN")
        reader.exec_driver_sql("SELECT count(*) FROM events")
        with pytest.raises(StoreUnavailableError, match="again"):
            erase(impatient, "rest", "ann")
        assert not any(show(on_files, "rest", "ann").values())
    erase(impatient, "rest", "ann")
    assert not [file for file, content in files_of(tmp_path).items() if WORD.encode() in content]


def test_erasing_where_rasa_has_kept_nothing_yet(on_files: Settings, tmp_path: Path) -> None:
    missing = replace(on_files, tracker_url=f"sqlite:///{tmp_path / 'missing.db'}")
    assert erase(missing, "rest", "ann") == {"people": 0, "events": 0}
    assert not (tmp_path / "missing.db").exists()
