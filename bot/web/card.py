"""A support message as the page shows it: its own words in their own order, its numbers as rows to press. Pure.

No word is changed, and none left out but those that the row beside them says again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.safety.signpost_rows import CLOSED
from bot.web.rows import Link, Row

SUPPORT_PAGE = Link("Support now", "/support")
SAID_BY_THE_ROWS = "To talk now"  # a lead-in that the name and the number in the row make needless
LONGEST_LEAD_IN = 12  # words before a colon, such as "If you are badly hurt, or don't feel safe"
FEWEST_DIGITS = 5  # a shorter number may be anything in a text that is not about support


@dataclass(frozen=True)
class Piece:
    """A stretch of text; with `href` it can be pressed."""

    text: str
    href: str = ""


Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Block:
    """A part of a card: the `row` with its `title`, or a `line` of a kind: heading, question, text, truth or leave."""

    kind: str
    line: Line = ()
    row: Row | None = None
    title: str = ""


def blocks(text: str, rows: Sequence[Row], layout: str) -> tuple[Block, ...]:
    """The parts of a card in reading order. Rows that no line names come after the last one that is named."""
    names = {row: _names(row, rows) for row in rows}
    waiting = list(rows)
    found: list[Block] = []
    for line in (line.strip() for line in text.split("\n") if line.strip()):
        named = sorted((row for row in waiting if _place(line, names[row]) >= 0), key=lambda r: _place(line, names[r]))
        waiting = [row for row in waiting if row not in named]
        found.extend(_line_blocks(line, {row: names[row] for row in named}, layout))
    last_row = max((place for place, block in enumerate(found) if block.row), default=len(found) - 1)
    found[last_row + 1 : last_row + 1] = [Block("row", row=row) for row in waiting]
    if found and found[0].kind == "text" and not any(block.kind == "question" for block in found):
        found[0] = Block("heading", found[0].line)
    return tuple(found)


def pieces(line: str, links: Sequence[Link]) -> Line:
    """A line of text with every number in it that `links` knows made pressable."""
    by_text = {link.shown: link.href for link in links if link.shown}
    if not by_text:
        return (Piece(line),)
    longest_first = sorted(by_text, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(" + "|".join(re.escape(text) for text in longest_first) + r")(?!\w)")
    return tuple(Piece(part, by_text.get(part, "")) for part in pattern.split(line) if part)


def links_of(rows: Sequence[Row], about_support: bool) -> list[Link]:
    """What may be pressed inside a text. Short numbers only where the text is about support."""
    known = [link for row in rows for link in (row.main, *row.others) if link is not None]
    if about_support:
        return [*known, SUPPORT_PAGE]
    return [link for link in known if sum(letter.isdigit() for letter in link.shown) >= FEWEST_DIGITS]


def _line_blocks(line: str, named: Mapping[Row, tuple[str, ...]], layout: str) -> list[Block]:
    row_blocks = [Block("row", row=row) for row in named]
    lead_in = _lead_in(line, named)
    if lead_in is None:
        return [Block(_kind(line, layout), (Piece(line),)), *row_blocks]
    if lead_in and {row.role for row in named} <= {"danger", "silent"}:
        return [Block("row", row=row_blocks[0].row, title=lead_in), *row_blocks[1:]]
    if lead_in and lead_in != SAID_BY_THE_ROWS:
        return [Block("label", (Piece(f"{lead_in}:"),)), *row_blocks]
    return row_blocks


def _lead_in(line: str, named: Mapping[Row, tuple[str, ...]]) -> str | None:
    """What stands before the numbers of a line that only names them; None if the line says more than that."""
    if not named:
        return None
    rest = line
    for words in sorted((words for names in named.values() for words in names), key=len, reverse=True):
        rest = re.sub(re.escape(words), "", rest, flags=re.IGNORECASE)
    rest = rest.replace(CLOSED, "").strip(" .,;").removesuffix(" or").rstrip()  # the row says so itself
    if rest and not rest.endswith(":"):
        return None
    return rest.rstrip(":") if len(rest.split()) <= LONGEST_LEAD_IN else None


def _names(row: Row, rows: Sequence[Row]) -> tuple[str, ...]:
    """The words by which a text names a row. Of two rows with one number, the number alone means the first."""
    number = row.main.shown if row.main else ""
    first = next((other for other in rows if other.main and other.main.shown == number), row)
    return tuple(filter(None, (row.sentence, row.label, number if first == row else "")))


def _place(line: str, names: tuple[str, ...]) -> int:
    return max((line.casefold().find(words.casefold()) for words in names), default=-1)


def _kind(line: str, layout: str) -> str:
    if layout == "ask" and line.endswith("?"):
        return "question"
    return "truth" if line.startswith("I'm a ") else "text"
