"""What the page sends, read with care: any bytes may arrive here, and none may raise anything but `BadFormError`."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.requests import ClientDisconnect, Request

MOST_BYTES = 2_000_000  # 100,000 characters of any script, written as a form, fit in
FORM_TYPE = "application/x-www-form-urlencoded"
_CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_ID = re.compile(r"[0-9a-zA-Z-]{8,64}")


class BadFormError(ValueError):
    """What was sent is not our form; `status` is the answer's code."""

    def __init__(self, status: int) -> None:
        super().__init__(f"status {status}")
        self.status = status


@dataclass(frozen=True)
class Said:
    """What a person sent: the words, the form's own id, and the step that was asked when they wrote."""

    text: str
    form_id: str
    step: str = ""

    @property
    def message_id(self) -> str:
        """The same for a form sent twice; another one when the words were changed before trying again."""
        return hashlib.sha256(f"{self.form_id}\n{self.text}".encode()).hexdigest()[:32]


async def read(request: Request) -> Said:
    """The words in a posted form. Raises BadFormError for another content type or too many bytes."""
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != FORM_TYPE:
        raise BadFormError(415)
    return parse(await _body(request))


def parse(body: bytes) -> Said:
    """The words in a form's bytes. A pressed button wins over what stands in the text box."""
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20)
    except ValueError as error:
        raise BadFormError(400) from error
    pressed, typed = (_clean(_last(fields, name)) for name in ("pick", "say"))
    form_id = _last(fields, "form_id")
    return Said(
        text=pressed or typed,
        form_id=form_id if _ID.fullmatch(form_id) else secrets.token_hex(16),
        step=_clean(_last(fields, "step"))[:80],
    )


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
