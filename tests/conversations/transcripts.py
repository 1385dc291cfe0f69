"""The example conversations in docs/conversations: read as pages, and held again with the assistant of today.

A page is a title and a paragraph about somebody invented, then what they say and what is answered, as quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bot.settings import ROOT
from tests.conversations.stage import Said, Stage

FOLDER = ROOT / "docs" / "conversations"
_SAID = re.compile(r"^> \*\*(?P<who>[^*:]+):\*\* (?P<words>.+)$", re.MULTILINE)
_MOST_BUTTONS = 8  # of a scale only the ends are written
US = "Cairn"


def pages() -> list[Path]:
    """The pages with a conversation."""
    return sorted(path for path in FOLDER.glob("*.md") if path.stem != "index")


def messages(page: str) -> list[tuple[str, str]]:
    """Who of the people says what, in order."""
    return [(found["who"], found["words"]) for found in _SAID.finditer(page) if found["who"] != US]


async def held_again(stage: Stage, path: Path) -> str:
    """The page with what is answered today."""
    page = path.read_text(encoding="utf-8")
    lines = [page.partition("\n> ")[0].strip()]
    for who, words in messages(page):
        lines.append(f"> **{who}:** {words}")
        lines += [_quoted(one) for one in await stage.say(words, path.stem)]
    return "\n\n".join([lines[0], "\n>\n".join(lines[1:])]) + "\n"


def _quoted(said: Said) -> str:
    first, *rest = [line.strip() for line in said["text"].split("\n") if line.strip()]
    lines = [f"**{US}:** {first}", *rest]
    buttons = " ".join(_titles(said))
    return "\n".join(f"> {line}" + ("  " if place < len(lines) else "") for place, line in enumerate(lines, 1)) + (
        f"  \n> *{buttons}*" if buttons else ""
    )


def _titles(said: Said) -> Iterator[str]:
    titles = [f"[{button['title']}]" for button in said.get("buttons") or ()]
    yield from titles if len(titles) < _MOST_BUTTONS else (titles[0], "to", titles[-1])
