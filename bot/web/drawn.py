"""A conversation as the script draws it: the same bubbles, rows and answers as on the page, as plain values. Pure.

Every word is decided here or in the templates; the script only puts it into elements, as text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.web import places
from bot.web.card import Block, Line, Piece
from bot.web.keyed import Keyed
from bot.web.messages import Message, last_turn
from bot.web.page import Bubble, Conversation, Lines, SoFar, bubbles, conversation, with_question
from bot.web.rows import Link, Row

Values = dict[str, Any]


def lines(found: Sequence[Keyed], view: Lines) -> list[Values]:
    """Each line with its name and its bubbles; the last words are marked as the question, if they are one.

    Where a place was chosen by it, the panel of help lines learns its name.
    """
    turn = last_turn([line.message for line in found])
    shown = [list(bubbles((line.message,), view)) for line in found]
    asked = with_question(bubbles(turn, view))
    if turn and shown[-1] and asked:
        shown[-1][-1] = asked[-1]
    return [
        {"key": line.key, "who": line.message.who, "bubbles": [bubble(one) for one in part], **_place(line.message)}
        for line, part in zip(found, shown, strict=True)
    ]


def now(messages: Sequence[Message], view: Lines) -> Values:
    """What can be answered just now: buttons, controls, the step, and whether a support card stands there."""
    return _now(conversation(messages, view))


def bubble(shown: Bubble) -> Values:
    """One bubble; a card has blocks instead of lines."""
    if shown.blocks:
        return {"kind": shown.kind, "blocks": [_block(block) for block in shown.blocks]}
    return {"kind": shown.kind, "lines": [_line(line) for line in shown.lines]}


def row(one: Row) -> Values:
    """A line of help."""
    return {
        "role": one.role,
        "name": one.name,
        "how": one.how,
        "main": _link(one.main),
        "others": [_link(other) for other in one.others],
        "closed": one.open_now is False,
    }


def _place(message: Message) -> Values:
    name = places.name_chosen(message.support.told.get("chosen")) if message.support else ""
    return {"place": name} if name else {}


def _now(view: Conversation) -> Values:
    return {
        "picks": [[button.title, button.payload] for button in view.picks],
        "controls": list(view.controls),
        "step": view.step,
        "card": view.with_card,
        **_so_far(view.so_far),
    }


def _so_far(draft: SoFar | None) -> Values:
    return {"so_far": {"title": draft.title, "summary": draft.summary, "lines": draft.lines}} if draft else {}


def _block(block: Block) -> Values:
    if block.row:
        return {"kind": "row", "row": row(block.row), "title": block.title}
    return {"kind": block.kind, "line": _line(block.line)}


def _line(line: Line) -> list[list[str]]:
    return [_piece(piece) for piece in line]


def _piece(piece: Piece) -> list[str]:
    return [piece.text, piece.href] if piece.href else [piece.text]


def _link(link: Link | None) -> list[str] | None:
    return [link.shown, link.href] if link else None
