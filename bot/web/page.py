"""From what was said to what the page shows: bubbles, the question of the moment, its answers. Pure.

It must never change a word: a person's words are shown as they wrote them, Cairn's as they were reviewed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.web.card import Block, Line, Piece, blocks, links_of, pieces
from bot.web.messages import CAIRN, PERSON, Button, Message, Support, last_turn
from bot.web.rows import Row

LONGEST_QUESTION = 240  # characters; longer texts are read more easily at the size of the rest
UNFINISHED = ("...", "…")  # how a sentence ends that somebody is asked to finish
CARDS = frozenset({"card", "ask", "more", "place"})  # layouts with rows; the others are said in a bubble
# Families beside which somebody may be watched: their card has a way to leave in it.
WATCHED = frozenset({"abuse", "child"})

SO_FAR = {
    "strengths": "My strength so far",
    "goals": "My goal so far",
    "hope": "My hope so far",
    "hard_times": "My plan for hard times so far",
    "check_in": "How it went so far",
}  # what the draft of a dialogue is called beside it; the others have none

T = TypeVar("T")


@dataclass(frozen=True)
class Lines:
    """Where the page gets lines of help from: those of a support message, and all of the place."""

    of: Callable[[Support], tuple[Row, ...]]
    here: tuple[Row, ...]


@dataclass(frozen=True)
class Bubble:
    """One thing on the page. `kind` is mine, theirs, question or support; a support card has blocks."""

    kind: str
    lines: tuple[Line, ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class SoFar:
    """The draft beside the question: what it is called, and each line as its name and their words."""

    title: str
    lines: tuple[tuple[str, str], ...]

    @property
    def summary(self) -> str:
        """What it is called where it is folded."""
        return f"{self.title}: {len(self.lines)} thing{'s' if len(self.lines) > 1 else ''}"


@dataclass(frozen=True)
class Conversation:
    """All that the chat page shows. `earlier` is out of the way while a support card is the newest thing."""

    earlier: tuple[Bubble, ...]
    latest: tuple[Bubble, ...]
    picks: tuple[Button, ...]
    controls: tuple[str, ...]
    step: str
    so_far: SoFar | None = None

    @property
    def with_card(self) -> bool:
        return any(bubble.kind == "support" for bubble in self.latest)


def conversation(messages: Sequence[Message], lines: Lines) -> Conversation:
    """The page for a whole conversation, oldest message first."""
    turn = last_turn(messages)
    start = len(messages) - len(turn)
    if start and messages[start - 1].who == PERSON:
        start -= 1
    return Conversation(
        earlier=bubbles(messages[:start], lines),
        latest=with_question(bubbles(messages[start:], lines)),
        picks=_newest(message.buttons for message in turn),
        controls=_newest(message.controls for message in turn),
        step=next((message.step for message in reversed(turn) if message.step), ""),
        so_far=next((_so_far(message) for message in reversed(turn) if message.step), None),
    )


def bubbles(messages: Sequence[Message], lines: Lines) -> tuple[Bubble, ...]:
    """What was said, a bubble for each paragraph or card."""
    return tuple(bubble for message in messages for bubble in _bubbles(message, lines))


def with_question(shown: tuple[Bubble, ...]) -> tuple[Bubble, ...]:
    """The same with the last bubble marked as the question of the moment if it reads as one; never beside a card."""
    if any(bubble.kind == "support" for bubble in shown):
        return shown
    if not shown or shown[-1].kind != "theirs" or len(shown[-1].lines) != 1:
        return shown
    text = "".join(piece.text for piece in shown[-1].lines[0])
    if len(text) > LONGEST_QUESTION or not ("?" in text or text.rstrip('"”').endswith(UNFINISHED)):
        return shown
    return (*shown[:-1], Bubble("question", shown[-1].lines))


def short_answers(messages: Iterable[Message]) -> tuple[Button, ...]:
    """The answers to a short question about support; those of a whole card are for the dialogue alone."""
    return _newest(message.buttons for message in messages if message.support and message.support.layout == "ask")


def _bubbles(message: Message, lines: Lines) -> list[Bubble]:
    if message.who != CAIRN:
        return [Bubble("mine", tuple((Piece(line),) for line in message.said.split("\n")))]
    if message.support is not None and message.support.layout in CARDS:
        return [_card(message, message.support, lines)]
    rows = lines.here if message.support is None else lines.of(message.support)
    links = links_of(rows, about_support=message.support is not None)
    parts = [part.strip("\n") for part in message.text.split("\n\n") if part.strip()]
    return [Bubble("theirs", tuple(pieces(line, links) for line in part.split("\n"))) for part in parts]


def _so_far(question: Message) -> SoFar | None:
    title = SO_FAR.get(question.step.partition(".")[0], "")
    lines = tuple((name, words) for name, _, words in (line.partition(": ") for line in question.so_far) if words)
    return SoFar(title, lines) if title and lines else None


def _card(message: Message, support: Support, lines: Lines) -> Bubble:
    parts = blocks(message.text, lines.of(support), support.layout)
    if WATCHED.isdisjoint(support.families):
        return Bubble("support", blocks=parts)
    first_row = next((place for place, part in enumerate(parts) if part.row), len(parts))
    return Bubble("support", blocks=(*parts[:first_row], Block("leave"), *parts[first_row:]))


def _newest(choices: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return next((choice for choice in reversed(list(choices)) if choice), ())
