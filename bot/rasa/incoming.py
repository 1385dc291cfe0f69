"""What a person sent, made harmless before Rasa sees it: no control characters, no half characters, no typed payloads.

The words stay as they were written, all of them. Nothing here decides what they mean.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Optional

LONGEST = 5_000  # characters of one message; a long story fits, a pasted book does not
CUE = "cue"  # the intent of a message with a cue, which every form ignores
# Rasa runs "/intent{...}" as a command with slots. A typed one loses its slash and is words like any other.
_COMMAND_PREFIX = re.compile(r"^[\s/]+(?=/)|^\s*/\s*|^\s+")


def cleaned(text: str) -> str:
    """The text as it may be kept: whole characters only, without controls, without a leading slash."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = whole.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(c for c in lines if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    return _without_prefix(plain).rstrip()


def understood(text: str) -> Optional[dict[str, Any]]:
    """What a message is taken for where no classifier is asked: an empty one breaks it. None where it is asked.

    So long a message comes here only with a cue and was answered already: to understand it would keep others waiting.
    """
    if text and len(text) <= LONGEST:
        return None
    return {"text": text, "intent": {"name": CUE if text else "nlu_fallback", "confidence": 1.0}, "entities": []}


def _without_prefix(text: str) -> str:
    while (shorter := _COMMAND_PREFIX.sub("", text)) != text:
        text = shorter
    return text
