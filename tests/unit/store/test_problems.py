"""What people reported as wrong: found in the conversations, with what they had written before, and gone with them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert
from typer.testing import CliRunner

from bot import cli
from bot.safety.screen_file import screen_lines
from bot.settings import settings
from bot.store import tracker_events
from bot.store.engine import dispose, engine_for
from bot.store.problems import problems

CARD = {"id": "utter_support_card.0@1", "layout": "card", "families": ["passive"]}


@pytest.fixture
def url(tmp_path: Path) -> Any:
    url = f"sqlite:///{tmp_path}/tracker.db"
    with engine_for(url).begin() as connection:
        tracker_events.events.create(connection)
    yield url
    dispose(url)


def say(url: str, kind: str, text: str, sender: str = "sam", **metadata: Any) -> None:
    written = json.dumps({"event": kind, "text": text, "metadata": metadata})
    row = {"sender_id": sender, "type_name": kind, "timestamp": 1_780_000_000.0, "data": written}
    with engine_for(url).begin() as connection:
        connection.execute(insert(tracker_events.events).values(**row))


def report(url: str, sender: str = "sam") -> None:
    say(url, "user", "report a problem", sender)
    say(url, "bot", "Thank you.", sender, support={"layout": "problem"})


def test_a_reported_reply_comes_with_what_was_written_and_asked_before_it(url: str) -> None:
    say(url, "user", "hello")
    say(url, "bot", "Which day?", step="goals.when")
    say(url, "user", "saturday early")
    say(url, "bot", "Saturday is no day.", step="goals.when")
    say(url, "user", "something of somebody else", "di")
    report(url)
    (one,) = problems(url)
    assert (one.kind, one.text, one.context, one.reply) == (
        "problem", "saturday early", "goals.when", "Saturday is no day.",
    )  # fmt: skip


def test_a_false_alarm_is_the_message_that_brought_the_card(url: str) -> None:
    say(url, "user", "this queue is killing me")
    say(url, "bot", "I'm glad you told me.", support=CARD)
    say(url, "user", "hm")
    say(url, "bot", "I'm still here.", support={"id": "utter_support_here.0@1", "layout": "here"})
    say(url, "user", "You misunderstood")
    say(url, "bot", "Sorry.", support={"layout": "misunderstood", "about": CARD["id"]})
    (one,) = problems(url)
    assert (one.kind, one.text, one.text_id) == ("false_alarm", "this queue is killing me", CARD["id"])


def test_a_report_without_anything_before_it_is_none(url: str) -> None:
    report(url)
    assert list(problems(url)) == []


def test_an_erased_person_leaves_no_report(url: str) -> None:
    say(url, "user", "hello")
    report(url)
    assert len(list(problems(url))) == 1
    tracker_events.erase(url, "sam")
    assert list(problems(url)) == []


def test_the_command_prints_lines_that_can_be_screened(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    say(url, "user", "naïve 🙂")
    say(url, "bot", "What?")
    report(url)
    monkeypatch.setenv("CAIRN_TRACKER_URL", url)
    settings.cache_clear()
    printed = CliRunner().invoke(cli.app, ["problems"])
    settings.cache_clear()
    assert json.loads(printed.stdout)["text"] == "naïve 🙂"
    (screened,) = screen_lines(printed.stdout.splitlines())
    assert screened["response"] == "none"
