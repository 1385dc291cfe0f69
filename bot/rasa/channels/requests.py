"""The body of a message that came in over HTTP, checked: an object with the fields that are due, each of its type.

What is wrong is told in one sentence; nothing of the body is repeated or logged.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Optional

from bot.safety.support import Support, from_facts

LONGEST_NAME = 255  # characters of a sender or a message id
LONGEST_BODY = 4_000_000  # bytes; 100,000 characters fit, in whatever way they are escaped


class BadRequestError(ValueError):
    """The request cannot be answered; the message says why, to whoever sent it."""


@dataclass(frozen=True)
class Incoming:
    """One message of a sender, as a channel got it. `place` is the key of a place that was chosen beside the chat."""

    sender: str
    text: str
    message_id: str
    place: str = ""
    shown: Optional[Support] = None  # a card that the web process has shown by itself since it was answered last


def incoming(body: bytes) -> Incoming:
    """The message in a JSON body. Raises BadRequestError with one clear sentence."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        raise BadRequestError("The body must be JSON in UTF-8.") from None
    if not isinstance(content, dict):
        raise BadRequestError('The body must be a JSON object with "sender" and "message".')
    sender = _text(content, "sender")
    if not sender.strip():
        raise BadRequestError('"sender" must not be empty.')
    message_id = _text(content, "message_id") if content.get("message_id") is not None else ""
    if max(len(sender), len(message_id)) > LONGEST_NAME:
        raise BadRequestError(f'"sender" and "message_id" may have at most {LONGEST_NAME} characters.')
    place = _text(content, "place") if content.get("place") is not None else ""
    return Incoming(sender, _text(content, "message"), message_id, place, _shown(content.get("shown")))


def _shown(told: object) -> Optional[Support]:
    try:
        return from_facts(told)
    except (TypeError, ValueError):
        raise BadRequestError('"shown" must be what was told of a card.') from None


def _text(content: dict[str, object], field: str) -> str:
    value = content.get(field)
    if not isinstance(value, str):
        raise BadRequestError(f'"{field}" is missing or is not a text.')
    return value
