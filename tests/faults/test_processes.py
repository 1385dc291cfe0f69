"""Every fault is caused in a real process: the card comes in the same turn, and no words of a person in any log."""

from __future__ import annotations

import http.client
import json
import signal
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from bot.store.tracker_events import spoken_last
from tests.faults.breaking import full, locked, stopped
from tests.faults.conftest import SECRET
from tests.faults.processes import ACTIONS, RASA, Cairn, is_honest, shows_the_card, words
from tests.faults.visitors import CHANNELS, ByRest, until_taken

pytestmark = pytest.mark.faults
CUE = f"{SECRET}. I want to kill myself"


def begin(cairn: Cairn, sender: str) -> str:
    """A dialogue at its first question; out: that question."""
    until_taken(ByRest(cairn, sender), "I want to set a goal")
    return until_taken(ByRest(cairn, sender), "yes").text.split("\n")[-1]


def test_a_sound_installation_says_so(cairn: Cairn) -> None:
    status, health = cairn.call("/health")
    assert (status, health["status"]) == (200, "ok")


def test_the_action_process_hangs(cairn: Cairn) -> None:
    question = begin(cairn, "hangs")
    with stopped(cairn, ACTIONS):
        assert is_honest(cairn.say(f"go to see {SECRET}", "hangs"))
        assert shows_the_card(cairn.say(CUE, "hangs"))
        assert "116 123" in words(cairn.say("im at my mums", "hangs"))
    assert question not in until_taken(ByRest(cairn, "hangs"), "menu").text
    assert until_taken(ByRest(cairn, "hangs"), "carry on").was_taken


def test_an_answer_to_a_process_that_hung_is_neither_lost_nor_doubled(cairn: Cairn) -> None:
    begin(cairn, "again")
    with stopped(cairn, ACTIONS):
        assert is_honest(cairn.say("read a book again", "again"))
    assert "matter" in until_taken(ByRest(cairn, "again"), "read a book again").text
    assert "8" in until_taken(ByRest(cairn, "again"), "8").text


def test_the_action_process_is_killed_and_comes_back(cairn: Cairn) -> None:
    begin(cairn, "killed")
    cairn.send(ACTIONS, signal.SIGKILL)
    assert is_honest(cairn.say(f"go to see {SECRET}", "killed"))
    assert shows_the_card(cairn.say(CUE, "killed"))
    assert is_honest(cairn.say("carry on", "killed"))
    assert is_honest(cairn.say("hello", "a stranger"))
    cairn.start(ACTIONS)
    assert "What would be different" in until_taken(ByRest(cairn, "killed"), "carry on").text


def test_the_coaching_database_is_locked(cairn: Cairn) -> None:
    begin(cairn, "locked")
    with locked(cairn.database):
        assert words(cairn.say(f"go to see {SECRET}", "locked"))
        assert shows_the_card(cairn.say(CUE, "locked"))
    assert words(cairn.say("carry on", "locked"))


def test_the_tracker_database_is_locked(cairn: Cairn) -> None:
    begin(cairn, "tracker")
    with locked(cairn.tracker):
        assert shows_the_card(cairn.say(CUE, "tracker"))
        assert shows_the_card(cairn.say(CUE, "somebody new"))
        assert words(cairn.say(f"go to see {SECRET}", "tracker"))
    assert words(cairn.say("hello", "tracker"))


@pytest.mark.parametrize("break_it", [lambda cairn: locked(cairn.tracker), full], ids=["locked tracker", "full disk"])
def test_while_nothing_can_be_kept_the_card_waits_and_afterwards_leads_back(
    cairn: Cairn, break_it: Callable[[Cairn], AbstractContextManager[None]]
) -> None:
    somebody = ByRest(cairn)
    until_taken(somebody, "I want to set a goal")
    question = until_taken(somebody, "yes").text.split("\n")[-1]
    with break_it(cairn):
        assert somebody.say(CUE).is_card
        for text in ("im at my mums", "what do i do", "8"):
            beside = somebody.say(text)
            assert "116 123" in beside.text
            assert beside.buttons == ("I can carry on", "More ways to get help")
    assert question not in until_taken(somebody, "hm").text
    assert question in until_taken(somebody, "carry on").text
    wrote = [
        event.data["text"]
        for event in spoken_last(cairn.settings.tracker_url, somebody.pseudonym, 40)
        if event.type == "user"
    ]
    assert [text for text in wrote if text in (CUE, "im at my mums", "8")] == [CUE, "im at my mums", "8"]


def test_the_dialogue_process_is_killed_and_the_question_comes_back(cairn: Cairn) -> None:
    begin(cairn, "back")
    question = until_taken(ByRest(cairn, "back"), "read a book again").text.split("\n")[-1]
    cairn.send(RASA, signal.SIGKILL)
    cairn.start(RASA)
    assert until_taken(ByRest(cairn, "back"), "repeat").text.split("\n")[-1] == question
    assert shows_the_card(cairn.say(CUE, "back"))


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_reply_that_is_reported_feeds_a_file_for_a_test(cairn: Cairn, tmp_path: Path, channel: str) -> None:
    visitor, reported = CHANNELS[channel](cairn), tmp_path / "reported.jsonl"
    visitor.say("my sister plays chess on sundays")
    assert "marked my last reply as wrong" in visitor.say("report a problem").text
    visitor.say(CUE)
    visitor.say("You misunderstood")
    reported.write_text(cairn.command("problems"))
    kinds = {line["text"]: line["kind"] for line in map(json.loads, reported.read_text().splitlines())}
    assert kinds["my sister plays chess on sundays"] == "problem"
    assert kinds[CUE] == "false_alarm"
    screened = [json.loads(line) for line in cairn.command("screen", str(reported)).splitlines()]
    assert "card" in [line["response"] for line in screened]


@pytest.mark.parametrize(
    "body",
    [b"", b"hello", b"[1]", b"\xff\xfe", b'{"sender": "sam"}', b'{"sender": 1, "message": "x"}', b'{"message": "x"}'],
)
def test_a_body_that_is_no_message_gets_a_clear_no(cairn: Cairn, body: bytes) -> None:
    status, answer = cairn.call("/webhooks/rest/webhook", body)
    assert status == 400
    assert answer["error"]


@pytest.mark.parametrize(
    "message",
    ["", "x" * 100_000, "🙂" * 300, "\ud83d", "\x00", "<script>alert(1)</script>", "/restart", "/back", '/x{"y": "z"}'],
)
def test_strange_messages_get_a_kind_answer(cairn: Cairn, message: str) -> None:
    assert words(cairn.say(message, "strange"))


def test_a_body_beyond_all_size_is_refused(cairn: Cairn) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", cairn.ports[RASA], timeout=30)
    connection.putrequest("POST", "/webhooks/rest/webhook")
    connection.putheader("Content-Length", "5000000")
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


def test_the_internal_way_in_asks_for_its_key(cairn: Cairn) -> None:
    body = json.dumps({"sender": "sam", "message": "hello"}).encode()
    assert cairn.call("/webhooks/web/webhook", body)[0] == 403


@pytest.mark.parametrize("model", ["missing", "truncated", "empty"])
def test_without_a_model_support_is_shown_and_the_rest_is_told(
    make: Callable[..., Cairn], running: Cairn, tmp_path: Path, model: str
) -> None:
    file, whole = tmp_path / "model.tar.gz", Path(running.model).read_bytes()
    if model != "missing":
        file.write_bytes(whole[: len(whole) // 2] if model == "truncated" else b"")
    cairn = make(model=str(file))
    cairn.start(RASA)
    assert cairn.call("/health") == (503, {"status": "no model", "model": None})
    assert is_honest(cairn.say(SECRET))
    assert shows_the_card(cairn.say(CUE))
    assert "116 123" in words(cairn.say(SECRET))
    assert is_honest(cairn.say("I can carry on"))
    assert "make train" in cairn.logs()
    assert SECRET not in cairn.logs()


def test_a_tracker_database_in_a_folder_that_is_not_there(make: Callable[..., Cairn]) -> None:
    cairn = make()
    cairn.environment["CAIRN_TRACKER_URL"] = f"sqlite:///{cairn.folder}/missing/tracker.db"
    cairn.start(ACTIONS, RASA)
    for said in ("hello", "I want to set a goal", SECRET, "8"):
        assert words(cairn.say(said))
    assert shows_the_card(cairn.say(CUE))
    assert SECRET not in cairn.logs()


def test_in_production_the_rest_way_is_closed(make: Callable[..., Cairn], tmp_path: Path) -> None:
    cairn = make(model=str(tmp_path / "none"))
    cairn.environment |= {"CAIRN_ENVIRONMENT": "production", "CAIRN_SECRET": "a production secret of enough letters"}
    cairn.start(RASA)
    assert cairn.call("/webhooks/rest/webhook", b'{"sender": "sam", "message": "hello"}')[0] == 404
