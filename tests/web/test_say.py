"""Saying something without script: sent once, answered always, and helped from here when nobody else can."""

from __future__ import annotations

import logging
import re

import pytest
from starlette.testclient import TestClient

from bot.safety.card import fallback_message, support_message
from bot.web.app import create_app
from tests.web.backstage import QUESTION, FakeRasa, closed_port, said, settings_for

CUE = "i want to die"
FAILING = ("hung", "broken", "garbled", "not_an_object", "quiet")


def shown(page: TestClient) -> str:
    return page.get("/").text


def form_id(text: str) -> str:
    found = re.search(r'name="form_id" value="(\w+)"', text)
    assert found
    return found.group(1)


def say(page: TestClient, text: str, **more: str) -> str:
    response = page.post("/say", data={"say": text, **more})
    assert response.status_code == 200
    return response.text


def start(page: TestClient) -> str:
    return say(page, "", pick="Hello", form_id=form_id(shown(page)))


def test_the_first_page_says_what_this_is_and_offers_one_thing_to_do(page: TestClient) -> None:
    text = shown(page)
    assert "I’m a computer program, not a person" in text
    assert "Nobody reads this as you type" in text
    assert text.count('type="submit"') == 1
    assert "Support now" in text
    assert "Leave" in text


def test_start_brings_the_greeting_and_its_answers(page: TestClient) -> None:
    text = start(page)
    assert "Where would you like to start?" in text
    assert '<button class="btn" type="submit" name="pick" value="Something I want">' in text


def test_a_sent_message_leads_back_to_the_conversation(page: TestClient, rasa: FakeRasa) -> None:
    start(page)
    response = page.post("/say", data={"say": "a goal", "form_id": "a" * 32}, follow_redirects=False)
    assert response.status_code == 303
    assert response.headers["location"] == "/#latest"
    text = shown(page)
    assert "a goal" in text
    assert QUESTION["text"] in text
    assert [message["message"] for message in rasa.heard] == ["Hello", "a goal"]


def test_the_controls_of_the_last_message_send_the_words_that_people_type(page: TestClient) -> None:
    start(page)
    text = say(page, "a goal")
    for word, label in (("skip", "Skip"), ("back", "Go back"), ("why", "Why do you ask?"), ("stop", "Save and stop")):
        assert f'name="pick" value="{word}">{label}</button>' in text


def test_a_pressed_answer_wins_over_what_stands_in_the_box(page: TestClient, rasa: FakeRasa) -> None:
    say(page, "half a sentence", pick="skip")
    assert rasa.heard[-1]["message"] == "skip"


def test_a_pressed_control_is_shown_by_its_name_and_the_same_word_typed_as_typed(page: TestClient) -> None:
    assert "You said: </span>Save and stop</p>" in say(page, "", pick="stop")
    text = say(page, "stop")
    assert "You said: </span>stop</p>" in text
    assert "You said: </span>Save and stop</p>" in text


def test_a_form_sent_twice_is_answered_once(page: TestClient, rasa: FakeRasa) -> None:
    start(page)
    for _ in range(2):
        text = say(page, "a goal", form_id="b" * 32)
        assert QUESTION["text"] in text
    assert [message["message"] for message in rasa.heard] == ["Hello", "a goal"]
    assert text.count("a goal") == 1


def test_changed_words_on_the_same_form_are_a_new_message(page: TestClient, rasa: FakeRasa) -> None:
    say(page, "a goal", form_id="c" * 32)
    say(page, "another goal", form_id="c" * 32)
    assert len(set(rasa.seen_ids())) == 2


def test_an_answer_that_the_transcript_does_not_hold_is_shown_all_the_same(page: TestClient, rasa: FakeRasa) -> None:
    start(page)
    rasa.keeps = False
    rasa.replies["a goal"] = [said("Only here.")]
    text = say(page, "a goal")
    assert "Only here." in text
    assert text.count("a goal") == 1


def test_what_was_said_is_never_markup(page: TestClient) -> None:
    text = say(page, "<script>alert(1)</script>")
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_an_unreadable_transcript_is_said_and_the_person_can_go_on(page: TestClient, rasa: FakeRasa) -> None:
    start(page)
    rasa.readable = False
    assert "It is not lost" in shown(page)
    assert QUESTION["text"] in say(page, "a goal")


@pytest.mark.parametrize("mood", FAILING)
def test_a_cue_brings_the_card_when_nobody_else_answers(page: TestClient, rasa: FakeRasa, mood: str) -> None:
    start(page)
    rasa.mood = mood
    text = say(page, CUE)
    assert 'class="card"' in text
    assert 'href="tel:999"' in text
    assert 'href="tel:116123"' in text
    assert f">{CUE}</textarea>" in text


@pytest.mark.parametrize("mood", FAILING)
def test_any_other_words_stay_in_the_box_and_the_truth_is_said(page: TestClient, rasa: FakeRasa, mood: str) -> None:
    start(page)
    rasa.mood = mood
    text = say(page, "buy my own bread")
    assert "Sorry, something went wrong on my side" in text
    assert "Not sent. Please try again." in text
    assert ">buy my own bread</textarea>" in text
    assert "Where would you like to start?" in text


def test_a_card_from_here_stands_first_and_what_came_before_is_folded_away(page: TestClient, rasa: FakeRasa) -> None:
    start(page)
    say(page, "a goal")
    rasa.mood = "broken"
    text = say(page, CUE)
    assert text.index(QUESTION["text"]) < text.index("</details>") < text.index('class="card"')
    assert 'value="skip"' not in text


def test_the_short_question_from_here_can_be_answered_by_a_press(page: TestClient, rasa: FakeRasa) -> None:
    start(page)
    rasa.mood = "broken"
    text = say(page, "i can't do this any more")
    assert "Are you having thoughts of ending your life" in text
    (yes,) = re.findall(r'name="pick" value="([^"]+)">Yes', text)
    assert 'href="tel:116123"' in say(page, "", pick=yes)
    assert [message["message"] for message in rasa.heard] == ["Hello"]


def test_a_closed_port_and_no_transcript_still_bring_the_card() -> None:
    app = create_app(settings_for(closed_port()), kept=FakeRasa(readable=False))
    with TestClient(app) as page:
        assert 'class="card"' in say(page, CUE)
        assert 'class="card"' in say(page, "support now")
        assert "Not sent" in say(page, "hello")


def test_support_is_given_when_screening_itself_fails(
    page: TestClient, rasa: FakeRasa, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a fault of this test")

    monkeypatch.setattr("bot.safety.cues.screen", broken)
    rasa.mood = "broken"
    assert 'class="card"' in say(page, "anything")


def test_a_retry_after_a_failure_arrives(page: TestClient, rasa: FakeRasa) -> None:
    start(page)
    rasa.mood = "broken"
    failed = say(page, "a goal", form_id="d" * 32)
    rasa.mood = "well"
    assert form_id(failed) == "d" * 32
    assert QUESTION["text"] in say(page, "a goal", form_id=form_id(failed))


@pytest.mark.parametrize("keeps", [True, False])
def test_words_that_the_other_process_could_not_keep_stay_in_the_box(
    page: TestClient, rasa: FakeRasa, keeps: bool
) -> None:
    start(page)
    rasa.keeps = keeps
    sorry = fallback_message()
    support = {"id": sorry.id, "layout": sorry.layout, "families": [], "signposts": list(sorry.signposts)}
    rasa.replies["a goal"] = [said(sorry.text, sorry.buttons, support=support)]
    failed = say(page, "a goal", form_id="d" * 32)
    assert ">a goal</textarea>" in failed
    assert failed.split("<template")[0].count("Please send it again") == 1
    assert form_id(failed) != "d" * 32


def test_start_can_be_tried_again_on_the_first_page(page: TestClient, rasa: FakeRasa) -> None:
    rasa.mood = "broken"
    text = start(page)
    assert "Sorry, something went wrong on my side" in text
    assert ">Start</button>" in text


def test_a_card_from_the_other_process_is_drawn_with_rows(page: TestClient, rasa: FakeRasa) -> None:
    card = support_message("card", ("wish_to_die",), country="GB", area="England", shown_before=0)
    support = {"id": card.id, "layout": "card", "families": ["wish_to_die"], "signposts": list(card.signposts)}
    rasa.replies[CUE] = [said(card.text, card.buttons, support=support)]
    text = say(page, CUE)
    assert text.count('class="line"') == 4
    assert "sms:85258?body=SHOUT" in text
    assert "No one has been told" in text
    assert 'value="I can carry on"' in text


def test_nothing_written_gets_a_kind_word_and_is_not_sent(page: TestClient, rasa: FakeRasa) -> None:
    start(page)
    assert "There is nothing written yet" in say(page, "  \n ")
    assert len(rasa.heard) == 1


def test_a_very_long_message_is_kept_in_the_box_with_a_kind_word(page: TestClient, rasa: FakeRasa) -> None:
    long = "my dog and I walk far. " * 4400
    assert len(long) > 100_000
    text = say(page, long)
    assert "Please send it in smaller parts" in text
    assert long.strip() in text
    assert rasa.heard == []


def test_a_cue_in_a_very_long_message_is_seen_and_no_word_of_it_is_lost(page: TestClient, rasa: FakeRasa) -> None:
    say(page, "my dog and I walk far. " * 4400 + CUE)
    assert rasa.heard[-1]["message"] == "my dog and I walk far. " * 4400 + CUE
    rasa.mood = "broken"
    assert 'class="card"' in say(page, "my dog and I walk far. " * 4400 + CUE)


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b'["hello"]', "application/json", 415),
        (b"\x00\xff\xfe", "application/octet-stream", 415),
        (b"hello", "text/plain", 415),
        (b"say=hello", "", 415),
        (b"&".join(b"a=%d" % n for n in range(50)), "application/x-www-form-urlencoded", 400),
        (b"say=" + b"a" * 2_000_001, "application/x-www-form-urlencoded", 413),
    ],
)
def test_what_is_no_form_of_ours_is_refused_kindly(
    page: TestClient, rasa: FakeRasa, body: bytes, content_type: str, status: int
) -> None:
    response = page.post("/say", content=body, headers={"content-type": content_type})
    assert response.status_code == status
    assert "Nothing was sent" in response.text
    assert "Support now" in response.text
    assert rasa.heard == []


@pytest.mark.parametrize("words", [b"%ff%fe%00", b"\xff\xfe", b"%F0%9F%98%80", "سلام".encode(), b"%ED%A0%80"])
def test_any_bytes_in_a_form_are_answered(page: TestClient, words: bytes) -> None:
    response = page.post(
        "/say", content=b"say=" + words + b"x", headers={"content-type": "application/x-www-form-urlencoded"}
    )
    assert response.status_code == 200


def test_no_log_holds_what_a_person_wrote(page: TestClient, rasa: FakeRasa, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    words = "zebra crossing at noon"
    for mood in ("well", *FAILING):
        rasa.mood = mood
        say(page, words)
    rasa.readable = False
    say(page, words)
    assert caplog.records
    assert "zebra" not in caplog.text
