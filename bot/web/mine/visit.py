"""Whose plan a request may see, and whether it may change something: by their own session, or by a link they made.

A link opens one plan and nothing else. Who has neither sees that there is nothing to see.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import anyio
import anyio.to_thread
from itsdangerous import BadSignature, TimestampSigner
from starlette.requests import Request
from starlette.responses import Response

from bot.settings import Settings
from bot.store import UnitOfWork
from bot.web.session import CHANNEL, Sessions

T = TypeVar("T")
OWN = "/plan"
BY_LINK = "/shared"
LINK_LIFE = 12 * 60 * 60  # seconds for which a browser that opened a link may go on, if it is not withdrawn


@dataclass(frozen=True)
class Mine:
    """One person's record, and what this browser may do with it. `person_id` is empty where nothing is kept yet."""

    person_id: str
    sender: str = ""
    may_change: bool = True
    base: str = OWN

    @property
    def by_link(self) -> bool:
        return self.base == BY_LINK


class Records:
    """The way from a request to a person's record."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._signer = TimestampSigner(settings.secret, salt="cairn.web.link")
        self._cookie = "cairn-link" if settings.in_development else "__Secure-cairn-link"

    def work(self) -> UnitOfWork:
        """A unit of work on the coaching database."""
        return UnitOfWork(self.settings.database_url)

    async def own(self, request: Request) -> Mine | None:
        """The record of the person whose browser this is; None for a stranger."""
        sessions: Sessions = request.app.state.sessions
        visit = sessions.known(request.cookies.get(sessions.name))
        if visit is None:
            return None
        return await in_thread(lambda: Mine(self._person(visit.sender), visit.sender))

    async def either(self, request: Request) -> Mine | None:
        """The record that the address stands for: one's own, or the one that a link has opened."""
        if not request.url.path.startswith(BY_LINK):
            return await self.own(request)
        try:
            opened = self._signer.unsign(request.cookies.get(self._cookie, ""), max_age=LINK_LIFE)
        except BadSignature:
            return None
        return await in_thread(lambda: self._opened(int(opened)))

    def admit(self, response: Response, link_id: int) -> None:
        """Let this browser see what a link opens."""
        response.set_cookie(
            self._cookie,
            self._signer.sign(str(link_id)).decode("ascii"),
            max_age=LINK_LIFE,
            path=BY_LINK,
            secure=not self.settings.in_development,
            httponly=True,
            samesite="lax",
        )

    def dismiss(self, response: Response) -> None:
        """Let this browser see no more of what a link has opened."""
        secure = not self.settings.in_development
        response.delete_cookie(self._cookie, path=BY_LINK, secure=secure, httponly=True, samesite="lax")

    async def has_plan(self, sender: str) -> bool:
        """Whether something of whom the web knows by this name is kept that they would miss."""
        return await in_thread(lambda: self._has_plan(sender))

    def _has_plan(self, sender: str) -> bool:
        with self.work() as work:
            person = work.people.by_identity(CHANNEL, sender)
            return person is not None and (work.consents.given(person.id) or bool(work.own.plan(person.id).plan.items))

    def _person(self, sender: str) -> str:
        with self.work() as work:
            person = work.people.by_identity(CHANNEL, sender)
            return person.id if person else ""

    def _opened(self, link_id: int) -> Mine | None:
        with self.work() as work:
            opened = work.ways.opened(link_id)
        return Mine(opened.person_id, may_change=opened.may_change, base=BY_LINK) if opened else None


async def in_thread(work: Callable[[], T]) -> T:
    """The outcome of work that waits for the database."""
    return await anyio.to_thread.run_sync(work)
