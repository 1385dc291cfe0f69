"""Lines of the signpost registry as a person sees them: one large number to press, and how to use it.

No number stands here; a line that the registry does not know is left out, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from bot.safety.signpost_rows import Contact, Signpost
from bot.safety.signposts import Registry, open_first

MAIN_ROLES = ("danger", "talk", "listen", "text")
MORE_ROLES = ("silent", "young", "child", "abuse", "abuse_men", "sexual", "child_adult", "more", "advice")
ROLE_TITLES = {"danger": "In danger now", "silent": "If you can’t speak", "text": "Rather text?"}  # before any name
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_VERBS = {"call": "call", "text": "text", "chat": "open", "email": "write to"}


@dataclass(frozen=True)
class Link:
    """One way to reach a line: what is shown, and where pressing it leads."""

    shown: str
    href: str


@dataclass(frozen=True)
class Row:
    """One line: its role decides the title, `how` is the small print, `main` the large number."""

    id: str
    role: str
    name: str
    how: str
    main: Link | None
    others: tuple[Link, ...]
    open_now: bool | None
    sentence: str
    label: str
    note: str
    deaf_access: str


def main_rows(registry: Registry, now: datetime) -> tuple[Row, ...]:
    """The lines that stand first on the support page, danger first; those that are closed at the moment come last."""
    return tuple(row_of(signpost, now) for signpost in open_first(registry.role(*MAIN_ROLES), registry.closed(now)))


def more_rows(registry: Registry, now: datetime) -> tuple[Row, ...]:
    """All other lines of the place; those that are closed at the moment come last."""
    return tuple(row_of(signpost, now) for signpost in open_first(registry.role(*MORE_ROLES), registry.closed(now)))


def rows_by_id(registry: Registry, ids: Iterable[str], now: datetime) -> tuple[Row, ...]:
    """The lines that go with a support message, in its order."""
    found = (registry.row(identifier) for identifier in ids)
    return tuple(row_of(signpost, now) for signpost in found if signpost is not None)


def row_of(signpost: Signpost, now: datetime) -> Row:
    """One line for the page. `now` knows its zone."""
    contacts = list(signpost.channels.items())
    links = [_link(kind, contact) for kind, contact in contacts]
    return Row(
        id=signpost.id,
        role=signpost.role,
        name=signpost.name,
        how=_how(signpost),
        main=links[0] if links else None,
        others=tuple(links[1:]),
        open_now=signpost.open_at(now),
        sentence=signpost.sentence,
        label=signpost.label,
        note=signpost.note,
        deaf_access=signpost.deaf_access,
    )


def _link(kind: str, contact: Contact) -> Link:
    word, _, number = contact.shown.rpartition(" to ")
    if kind == "call":
        return Link(contact.shown, f"tel:{contact.dialled}")
    if kind == "text":
        body = f"?body={quote(word)}" if word else ""
        return Link(number, f"sms:{contact.dialled}{body}")
    return Link(contact.shown, f"mailto:{contact.dialled}" if kind == "email" else contact.dialled)


def _how(signpost: Signpost) -> str:
    """How to use the number, without the number: "call, or go to A&E", "text SHOUT to"."""
    first = _PLACEHOLDER.search(signpost.say)
    if not signpost.channels:
        return signpost.say
    kind, contact = next(iter(signpost.channels.items()))
    if kind == "text" and " to " in contact.shown:
        return f"text {contact.shown.rpartition(' to ')[0]} to"
    if first is None:
        return f"for {signpost.audience}"
    others = {name: channel.shown for name, channel in signpost.channels.items()}
    after = signpost.say[first.end() :].format(**others)
    if not after and signpost.note and "hours" in signpost.unsure:
        return signpost.note
    if not after:
        return f"free to {_VERBS[kind]}" if signpost.cost == "free" else _VERBS[kind]
    return f"{_VERBS[kind]}{after}" if after.startswith(",") else after.strip()
