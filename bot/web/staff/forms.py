"""What staff send, read with care: any bytes may arrive, and none may raise anything but `BadFormError`."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.requests import ClientDisconnect, Request

from bot.web.forms import FORM_TYPE, BadFormError

MOST_BYTES = 64_000
LONGEST = 4_000  # characters of one field
LONGEST_NOTE = 1_500  # characters of a note or a reason

Form = dict[str, str]


async def read(request: Request) -> Form:
    """The fields of a posted form, each once. Raises BadFormError."""
    if request.method not in {"POST"}:
        return {}
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != FORM_TYPE:
        raise BadFormError(415)
    return parse(await _body(request))


def parse(body: bytes) -> Form:
    """The fields in a form's bytes; of several with one name the last. Raises BadFormError."""
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=40)
    except ValueError as error:
        raise BadFormError(400) from error
    return {name: values[-1].replace("\x00", "").replace("\r\n", "\n")[:LONGEST] for name, values in fields.items()}


def too_long(note: str) -> str:
    """What is said to whoever wrote a note or a reason that is too long; empty where it is not."""
    if len(note) <= LONGEST_NOTE:
        return ""
    return f"Please write at most {LONGEST_NOTE:,} characters. These are {len(note):,}, and nothing was changed."


async def _body(request: Request) -> bytes:
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > MOST_BYTES:
                raise BadFormError(413)
    except ClientDisconnect as error:
        raise BadFormError(400) from error
    return body
