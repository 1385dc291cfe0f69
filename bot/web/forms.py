"""What the page sends, read with care: any bytes may arrive here, and none may raise anything but `BadFormError`."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.requests import ClientDisconnect, Request

from bot.web.messages import PRESSED

MOST_BYTES = 2_000_000  # 100,000 characters of any script, written as a form, fit in
FORM_TYPE = "application/x-www-form-urlencoded"
JSON_TYPE = "application/json"
LONGEST_STEP = 80
MOST_FIELDS = 500  # a long plan has a box for each item
_CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_ID = re.compile(r"[0-9a-zA-Z-]{8,64}")


class BadFormError(ValueError):
    """What was sent is not our form; `status` is the answer's code."""

    def __init__(self, status: int) -> None:
        super().__init__(f"status {status}")
        self.status = status


@dataclass(frozen=True)
class Said:
    """What a person sent: the words, an id of its own, and the step that was asked when they wrote.

    `form_id` is the id of the page's form, which may be sent twice; empty where our script sent the message. `place` is
    the name of the place that was chosen in the panel of help lines.
    """

    text: str
    message_id: str
    step: str = ""
    form_id: str = ""
    place: str = ""


async def read(request: Request) -> Said:
    """The words in a posted form. Raises BadFormError for another content type or too many bytes."""
    _check_type(request, FORM_TYPE)
    return parse(await _body(request))


async def read_fields(request: Request) -> dict[str, str]:
    """All fields of one of our forms, each cleaned. Raises BadFormError."""
    _check_type(request, FORM_TYPE)
    fields = _fields(await _body(request), MOST_FIELDS)
    return {name: _clean(values[-1]) for name, values in fields.items()}


async def read_json(request: Request) -> Said:
    """The message that our script sent: {"id", "text", "step", "place"}. Raises BadFormError for anything else."""
    _check_type(request, JSON_TYPE)
    body = await _body(request)
    try:
        content = json.loads(body)
        step, place = (_clean(content.get(name, ""))[:LONGEST_STEP] for name in ("step", "place"))
        said = Said(_clean(content["text"]), content["id"], step, place=place)
        named = _ID.fullmatch(said.message_id)
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise BadFormError(400) from error
    if not named:
        raise BadFormError(400)
    return said


def parse(body: bytes) -> Said:
    """The words in a form's bytes. A pressed button wins over what stands in the text box."""
    fields = _fields(body, 20)
    pressed, typed = (_clean(_last(fields, name)) for name in ("pick", "say"))
    form_id, text = _last(fields, "form_id"), pressed or typed
    form_id = form_id if _ID.fullmatch(form_id) else secrets.token_hex(16)
    message_id = f"{PRESSED if pressed else ''}{_message_id(form_id, text)}"
    return Said(text, message_id, _clean(_last(fields, "step"))[:LONGEST_STEP], form_id)


def _message_id(form_id: str, text: str) -> str:
    """The same for a form sent twice; another one when the words were changed before trying again."""
    return hashlib.sha256(f"{form_id}\n{text}".encode()).hexdigest()[:32]


def _check_type(request: Request, wanted: str) -> None:
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != wanted:
        raise BadFormError(415)


def _fields(body: bytes, most: int) -> dict[str, list[str]]:
    try:
        return parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=most)
    except ValueError as error:
        raise BadFormError(400) from error


async def _body(request: Request) -> bytes:
    chunks: list[bytes] = []
    size = 0
    try:
        async for chunk in request.stream():
            size += len(chunk)
            if size > MOST_BYTES:
                raise BadFormError(413)
            chunks.append(chunk)
    except ClientDisconnect as error:
        raise BadFormError(400) from error
    return b"".join(chunks)


def _last(fields: dict[str, list[str]], name: str) -> str:
    return fields.get(name, [""])[-1]


def _clean(text: str) -> str:
    return _CONTROL_CHARACTERS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
