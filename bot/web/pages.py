"""The templates with what they are filled with: every page and every part of one is made here.

Words stand in the templates. Whatever comes from a person or another process is escaped by them.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence, Sized
from dataclasses import replace
from datetime import date, datetime, timezone
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from bot.peer_support import told
from bot.safety.signposts import Registry, all_rows, registry
from bot.settings import Service
from bot.web import places
from bot.web.conversation import START, Outcome
from bot.web.forms import Said
from bot.web.messages import TITLES, Message, Support
from bot.web.page import Bubble, Lines, bubbles, conversation, short_answers
from bot.web.rows import ROLE_TITLES, Row, main_rows, more_rows, rows_by_id

TEMPLATES = Path(__file__).with_name("templates")
NOTHING_NEW = Outcome()
CHANNEL = "/chat/"  # the addresses that our script speaks to


class Pages:
    """Every page of this process, for the service that runs it."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True,
        )  # fmt: skip
        self._templates.globals.update(leave=service.leave_url, titles_of_controls=TITLES, role_titles=ROLE_TITLES)
        self._templates.filters.update(day=day, short_day=short_day, title_of=title_of, many=many)

    def peers(self) -> tuple[str, ...]:
        """The directory of peer support, an entry a text."""
        return told(self._service.peer_support)

    def first(self, notice: str = "", messages: tuple[Message, ...] = ()) -> Response:
        """What somebody sees who was never here."""
        said = bubbles(messages, self.lines())
        return self.page("first.html", form_id=_new_id(), start=START, notice=notice, bubbles=said)

    def chat(
        self, messages: tuple[Message, ...] | None, said: Said | None = None, outcome: Outcome = NOTHING_NEW
    ) -> Response:
        """The conversation. With `said`, which was not sent, its words wait in the box for another try."""
        view = conversation(messages or (), self.lines())
        instead = bubbles(outcome.messages, self.lines())
        with_card = view.with_card
        if any(bubble.kind == "support" for bubble in instead):
            # As beside a card of the dialogue: what was asked before waits, and the card comes first.
            before = bubbles(messages or (), self.lines())
            view = replace(
                view, earlier=before, latest=(), picks=short_answers(outcome.messages), controls=(), so_far=None
            )
            with_card = True
        return self.page(
            "chat.html",
            view=view,
            instead=instead,
            with_card=with_card,
            form_id=said.form_id if said and not outcome.spent else _new_id(),
            typed=said.text if said else "",
            notice=outcome.notice,
            unread=messages is None,
        )

    def support(self, area: str | None) -> Response:
        """Lines of help for the service's own place, or for the one that the person chose."""
        now = datetime.now(timezone.utc)
        here = places.chosen(area, self._service)
        return self.page(
            "support.html",
            rows=main_rows(here, now),
            more=more_rows(here, now),
            places=tuple(places.offered()),
            place=places.name_of(here),
        )

    def problem(
        self, request: Request, status: int, support: Message | None = None, typed: Sequence[str] = ()
    ) -> Response:
        """A page for what cannot be answered, with the ways that are left.

        `typed` is what was written and not kept, `support` what that calls for.
        """
        if request.url.path.startswith(CHANNEL):
            return JSONResponse({"sent": False, "notice": self.notice("long" if status == 413 else "failed")}, status)
        shown = self.bubbles((support,)) if support else ()
        return self.page("problem.html", status, code=status, support=shown, typed=typed)

    def notice(self, notice: str) -> str:
        """The words that say why a message was not taken, empty if it was."""
        return self._render("notice.html", {"notice": notice}).strip()

    def apology(self) -> Response:
        """The page for an error of ours: made beforehand, so that it needs nothing when it is needed."""
        return self.page("problem.html", 503, code=503, support=(), typed=())

    def page(self, template: str, status: int = 200, **values: object) -> Response:
        """A page of this name, with what it is filled with."""
        return HTMLResponse(self._render(template, values), status)

    def _render(self, template: str, values: dict[str, object]) -> str:
        return self._templates.get_template(template).render(**values)

    def bubbles(self, messages: tuple[Message, ...]) -> tuple[Bubble, ...]:
        """Messages as a page draws them."""
        return bubbles(messages, self.lines())

    def lines(self) -> Lines:
        """Where this service's pages get lines of help from, as things stand now."""
        now = datetime.now(timezone.utc)
        here = registry(self._service.country, self._service.area)

        def of(support: Support) -> tuple[Row, ...]:
            # The lines of a support message may be those of another place, which the person has chosen.
            return rows_by_id(Registry("", "", all_rows()), support.signposts, now)

        return Lines(of=of, here=main_rows(here, now))


def _new_id() -> str:
    return secrets.token_hex(16)


def day(on: date) -> str:
    """A day as people write it: "Tuesday 24 November"; the year where it is another one than this."""
    year = "" if on.year == datetime.now(timezone.utc).year else f" {on.year}"
    return f"{on:%A} {on.day} {on:%B}{year}"


def short_day(on: date) -> str:
    """The same where there is little room: "24 Nov"."""
    return f"{on.day} {on:%b}"


def title_of(what: object) -> str:
    """What an item of a plan is called on the page."""
    return str(getattr(what, "title", "") or getattr(what, "what", ""))


def many(things: Sized, name: str) -> str:
    """How many there are, as a sentence says it; nothing for none."""
    return f"{len(things)} {name}{'s' if len(things) > 1 else ''}" if things else ""
