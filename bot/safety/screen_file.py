"""Screening a file of messages, one JSON object a line: what `cairn screen` and the safety report run."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator

from bot.safety.cues import screen


class ScreenFileError(ValueError):
    """A line cannot be screened; the message names the line and says what a line must hold."""


def screen_lines(lines: Iterable[str]) -> Iterator[dict[str, object]]:
    """`{"text", "response", "families", "ms"}` for each line `{"text", "context"?}`; empty lines are passed over.

    Raises ScreenFileError, naming the line number, for anything else.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            text, context = _message(line, number)
            started = time.perf_counter()
            seen = screen(text, context)
            spent = (time.perf_counter() - started) * 1000
            yield {
                "text": text,
                "response": seen.response,
                "families": list(seen.families),
                "ms": round(spent, 3),
            }


def _message(line: str, number: int) -> tuple[str, str]:
    try:
        content = json.loads(line)
    except ValueError as error:
        raise ScreenFileError(f"Line {number} is not JSON. Each line must be an object with a text.") from error
    if not isinstance(content, dict) or not isinstance(content.get("text"), str):
        raise ScreenFileError(f'Line {number} has no text. Each line must look like {{"text": "..."}}.')
    context = content.get("context") or ""
    if not isinstance(context, str):
        raise ScreenFileError(f"Line {number} has a context that is not text.")
    return content["text"], context
