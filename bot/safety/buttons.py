"""Words of Cairn's own: what its buttons say. Pressed or typed, they are its words and not the person's."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.settings import ROOT

FOLDER = ROOT / "data" / "responses"
# Read line by line: as YAML all the texts would cost every process a second at its start.
_BUTTON = re.compile(r'^\s*- \{ title: "(?P<title>[^"]+)", payload: "(?P<payload>[^"]+)" \}$', re.MULTILINE)


@lru_cache(maxsize=1)
def buttons() -> frozenset[str]:
    """What the buttons of all texts say and send, in small letters. Raises OSError."""
    texts = (path.read_text(encoding="utf-8") for path in FOLDER.glob("*.yml"))
    found = (each for text in texts for each in _BUTTON.finditer(text))
    return frozenset(words.casefold() for each in found for words in each.groups())


def is_a_button(text: str) -> bool:
    """Whether the whole message is what one of Cairn's buttons says."""
    return text.strip(" .!").casefold() in buttons()
