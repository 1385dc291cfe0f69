"""What comes in is harmless, and still what the person wrote."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.core.channels.channel import UserMessage

from bot.rasa.channels.requests import BadRequestError, Incoming, incoming
from bot.rasa.incoming import cleaned


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Tuesday", "Tuesday"),
        ("two\r\nlines", "two\nlines"),
        ("/restart", "restart"),
        ("  / /restart", "restart"),
        ("\u2003/restart", "restart"),
        ("\x00/restart", "restart"),
        ("/", ""),
        ("and/or", "and/or"),
        ("nul\x00 bell\x07", "nul bell"),
        ("half \ud83d of one", "half \ufffd of one"),
        ("a whole \ud83d\ude00", "a whole 😀"),
        ("<b>bold</b> & plain", "<b>bold</b> & plain"),
        ("مرحبا", "مرحبا"),
        ("👩‍👧", "👩‍👧"),
    ],
)
def test_a_text_is_kept_as_it_was_written_but_harmless(sent: str, kept: str) -> None:
    assert cleaned(sent) == kept


@given(st.text(st.characters(exclude_categories=())))
def test_whatever_is_sent_can_be_stored_and_is_no_payload(text: str) -> None:
    kept = cleaned(text)
    kept.encode("utf-8")
    assert "\x00" not in kept
    assert not (UserMessage(kept).text or "").startswith("/")
    assert cleaned(kept) == kept


@given(st.text(st.characters(categories=("L", "N", "P", "Zs"))))
def test_ordinary_words_are_not_touched(text: str) -> None:
    assert cleaned(f"well {text}") == f"well {text}".rstrip()


def test_a_body_with_sender_and_message_is_a_message() -> None:
    body = json.dumps({"sender": "sam", "message": "hello", "metadata": {"support_shown": {"layout": "card"}}})
    assert incoming(body.encode()) == Incoming("sam", "hello", "")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"hello",
        b"\xff\xfe\x00",
        b"[]",
        b'"text"',
        b"null",
        b"{}",
        b'{"message": "hello"}',
        b'{"sender": "sam"}',
        b'{"sender": "", "message": "hello"}',
        b'{"sender": 7, "message": "hello"}',
        b'{"sender": "sam", "message": ["hello"]}',
        b'{"sender": "sam", "message": null}',
        b'{"sender": "sam", "message": "hello", "message_id": 7}',
        b'{"sender": "' + b"s" * 300 + b'", "message": "hello"}',
        b"[" * 100_000,
    ],
)
def test_a_body_that_is_no_message_is_refused_in_one_sentence(body: bytes) -> None:
    with pytest.raises(BadRequestError) as refused:
        incoming(body)
    assert str(refused.value).count(". ") == 0
    assert "hello" not in str(refused.value)
