"""My data: choices kept, copies whole and readable, alerts told truly, and everything erased for good."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from datetime import datetime, timezone
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.coaching.plan import Kind
from bot.settings import Service
from bot.store import CueEvent, StoredDraft
from bot.web.mine.plan_view import anchor
from tests.builders import create_alerts
from tests.databases import migrated_file
from tests.web.own_pages import change, here, item_of, mine, strange
from tests.web.people import WORD, Somebody, somebody

__all__ = ["here", "migrated_file", "mine", "strange"]


def test_choices_are_kept(mine: TestClient, here: Somebody) -> None:
    mine.post("/data/choices", data={"note": "on", "hard_times": "on"})
    with here.work() as work:
        plan = work.own.plan(here.person_id).plan
        assert (plan.hopes[0][1].show_note, plan.hard_times[0][1].show_in_card) == (True, True)
        assert not work.consents.given(here.person_id)
    mine.post("/data/choices", data={"keep": "on"})
    with here.work() as work:
        assert work.consents.given(here.person_id)
        assert not work.own.plan(here.person_id).plan.hopes[0][1].show_note


def test_the_name_that_the_team_uses_can_be_read_and_told(mine: TestClient, here: Somebody) -> None:
    page = mine.get("/data").text
    with here.work() as work:
        name = work.call_names.known([here.person_id])[here.person_id]
    assert f"They call me <b>{name}</b>" in page
    assert f"My team calls me {name}." in mine.get("/data/copy.txt").text
    assert json.loads(mine.get("/data/copy.json").content)["call_name"] == name


def test_who_is_not_known_yet_has_no_name(strange: TestClient) -> None:
    assert "They call me" not in strange.get("/data").text


def test_a_copy_holds_both_databases(mine: TestClient) -> None:
    copy = json.loads(mine.get("/data/copy.json").content)
    assert copy["goals"][0]["vision"] == f"walk the {WORD} again"
    assert copy["conversation"] == [{"at": "1970-01-01T00:00:01+00:00", "who": "person", "text": f"my {WORD}"}]


def test_the_copy_to_read_says_each_item_once_in_plain_sentences(mine: TestClient, here: Somebody) -> None:
    change(mine, here, Kind.GOAL, title="by the canal")
    item, _ = item_of(here, Kind.GOAL)
    mine.post("/plan/sharing", data={anchor(item): "on"})
    text = mine.get("/data/copy.txt").text
    for line in (
        f"- patient with my {WORD}",
        "  It showed when: sat with him all of Sunday",
        "- by the canal",
        f"  The whole picture: walk the {WORD} again",
        "  My step: find the lead (tomorrow after breakfast)",
        "  If when I put my cup down, then I take the lead off its hook",
        f"    I said: saw the {WORD}, 1",
        "  In my hope kit: a photo",
        f"- First small signs: I stop feeding the {WORD}",
        f"- Who I am besides this: uncle of a {WORD}",
        "WHAT OF MY PLAN MY TEAM CAN SEE\n- by the canal",
        "Nobody of my team has looked.",
        f"Me: my {WORD}",
    ):
        assert line in text
    for words in ("find the lead", "uncle of a", "sat with him", "saw the"):
        assert text.count(words) == (2 if words == "saw the" else 1)
    assert not re.search(r"None|True|False|\b\w+_\w+|version|\bid:", text)


def test_the_copy_to_read_tells_what_was_begun_and_what_the_team_was_told(mine: TestClient, here: Somebody) -> None:
    begun = {"answers": {"picture": {"text": "a bench in the sun"}, "known.goals": {"text": "not said here"}}}
    with here.work() as work:
        work.drafts.put(here.person_id, "goals", StoredDraft(json.dumps(begun)))
        at = datetime(2026, 3, 2, 12, tzinfo=timezone.utc)
        number = work.cue_events.record(here.person_id, CueEvent("m", ("passive",), "card.1@1", "card", at))
        assert number is not None
        work.alerts.acknowledge(work.alerts.make(here.person_id, number), "Sam", "looking into it")
        work.commit()
    text = mine.get("/data/copy.txt").text
    assert "- About a goal:\n  a bench in the sun" in text
    assert "not said here" not in text
    assert "The support card was shown. It was opened on" in text
    assert "Monday 2 March 2026, 12:00 UTC: The support card." in text
    for copy in (text, mine.get("/data/copy.json").text):
        assert "Sam" not in copy
        assert "looking into it" not in copy


def test_erasing_leaves_no_byte_in_either_database(mine: TestClient, here: Somebody, tmp_path: Path) -> None:
    traces = [WORD.encode(), here.visit.sender.encode()]

    def found() -> set[bytes]:
        files = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
        return {trace for trace in traces if any(trace in content for content in files)}

    assert found() == set(traces)
    assert "Erase everything?" in mine.get("/data/erase").text
    assert found() == set(traces)
    erased = mine.post("/data/erase", data={"sure": "yes"})
    assert "It is erased" in erased.text
    assert 'cairn=""; ' in erased.headers["set-cookie"]
    assert found() == set()
    assert WORD not in mine.get("/plan").text


def test_an_alert_that_was_asked_for_is_told_as_that(mine: TestClient, here: Somebody) -> None:
    for layout in ("team", "card"):
        with here.work() as work:
            event = CueEvent(layout, (), "text.1@1", layout, datetime(2026, 3, 2, 12, tzinfo=timezone.utc))
            number = work.cue_events.record(here.person_id, event)
            assert number is not None
            work.alerts.make(here.person_id, number)
            work.commit()
        page = mine.get("/data").text
        assert ("The program saw words" in page) is (layout == "card")
        assert "I asked that my team is told" in page


def test_with_alerts_off_the_page_says_so_and_who_may_open_the_chat(mine: TestClient) -> None:
    page = mine.get("/data").text
    assert "No one is told when support is shown" in page
    assert "may also open what I wrote in the chat" in page


@pytest.mark.parametrize("layout", ["", "ask", "card"])
def test_with_alerts_on_the_page_tells_apart_who_was_told_and_who_may_see(
    tmp_path: Path, migrated_file: Path, layout: str
) -> None:
    with somebody(tmp_path, migrated_file, service=Service(alerts=create_alerts())) as here:
        if layout:
            with here.work() as work:
                event = CueEvent("m", ("passive",), "text.1@1", layout, datetime(2026, 3, 2, tzinfo=timezone.utc))
                number = work.cue_events.record(here.person_id, event)
                assert number is not None
                if layout == "card":
                    work.alerts.make(here.person_id, number)
                work.commit()
        with here.browser() as browser:
            page = browser.get("/data").text
            seen = browser.get("/plan/seen").text
    assert ("No one has been told of anything." in page) is (layout != "card")
    assert ("That I was asked a short question stands on the page that they may open." in page) is (layout == "ask")
    assert ("The short card was shown" in seen) is (layout == "ask")
    assert "Once I share something, was asked that question, or they were told" in page


def test_who_is_erased_while_a_file_is_busy_is_told_so_and_forgotten(
    mine: TestClient, here: Somebody, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "tracker.db")) as reader:
        reader.execute("PRAGMA journal_mode=WAL")
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM events").fetchone()
        erased = mine.post("/data/erase", data={"sure": "yes"})
    assert erased.status_code == 200
    assert "It is erased" in erased.text
    assert "One file was busy" in erased.text
    assert 'cairn=""; ' in erased.headers["set-cookie"]
    with here.work() as work:
        assert work.people.by_identity("web", here.visit.sender) is None
