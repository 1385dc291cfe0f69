"""How each request of staff is served: who is it, may they, is the form ours; then the view, on record, all or nothing.

No view runs without its right, and nothing is shown or changed that could not be put on record. So is what is refused
to whoever is or was signed in here. A stranger who has no session is shown the door, which is no refusal.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Optional

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.identity import audit_key
from bot.settings import Settings
from bot.staff import passwords
from bot.staff.rights import Right, may
from bot.store import KeptCueEvent, StoreError, UnitOfWork
from bot.store.columns import utc_now
from bot.store.repositories.audit import NOBODY, Actor, Deed
from bot.store.repositories.staff import Member
from bot.web.staff.cookies import Cookies
from bot.web.staff.forms import Form
from bot.web.staff.pages import StaffPages

log = logging.getLogger(__name__)

IDLE = timedelta(minutes=30)  # without asking for a page, then signing in anew
LONGEST = timedelta(hours=10)  # however busy: a working day
TOUCH = timedelta(minutes=1)  # how exactly it is known when a page was last asked for
HOME = "/staff/"
SIGN_IN = "/staff/sign-in"
OLD_FORM = "This page was open too long. Nothing was changed. Load it again, then send it once more."


class MissingError(Exception):
    """There is no such thing, or none that may be known of."""


class RefusedError(Exception):
    """What was asked for cannot be done as it was sent; the message says why, to who asked.

    `again` makes the page anew from which it was sent, where that page can say why and still has what was written.
    """

    def __init__(self, why: str, again: Optional[Callable[[], Response]] = None) -> None:
        super().__init__(why)
        self.again = again


View = Callable[["Visit"], Response]


@dataclass(frozen=True)
class StaffRoute:
    """One address, what it asks of whoever comes, and what it does."""

    path: str
    view: View
    right: Right
    methods: tuple[str, ...] = ("GET",)

    @property
    def name(self) -> str:
        """What the record calls it."""
        return re.sub(r"/\{[^}]*\}", "", self.path).strip("/") or "home"


@dataclass
class Visit:
    """One request of staff, with all that a view needs. `member` is there in every view that asks for a right."""

    request: Request
    form: Form
    work: UnitOfWork
    office: Office
    signed_in: Optional[Member] = None
    was_in: Optional[Member] = None  # whose session was over just now
    token: str = ""
    recorded: bool = field(default=False, init=False)

    @property
    def member(self) -> Member:
        """Who asks. Raises RefusedError where nobody has signed in."""
        if self.signed_in is None:
            raise RefusedError("Please sign in.")
        return self.signed_in

    @property
    def now(self) -> datetime:
        return self.office.now()

    def may(self, right: Right) -> bool:
        """Has whoever asks this right?"""
        return may(self.signed_in.role if self.signed_in else None, right)

    def record(self, what: Deed, *, about: str = "", target: str = "", note: str = "") -> None:
        """Put a deed on record; it stands when the request is served."""
        self.work.audit.add(self.office.audit_key, self._actor, what, about=about, target=target, note=note)
        self.recorded = True

    def record_each(self, what: Deed, about: Collection[str], target: str) -> None:
        """Put on record that words of each of these people were shown, beside the view itself."""
        self.work.audit.add_each(self.office.audit_key, self._actor, what, about=about, target=target)

    @property
    def _actor(self) -> Actor:
        member = self.signed_in or self.was_in
        return Actor(member.login, member.role.value) if member else NOBODY

    def refuse(self, why: str, name: str) -> None:
        """Put on record that something was refused: why, what the record calls it, and whose page it was.

        That somebody is here of whom nothing may be seen is theirs to tell, and stands in no entry.
        """
        number, person = (str(self.request.path_params.get(part, "")) for part in ("number", "person"))
        about = person if person and is_seen(self, person) else ""
        self.record(Deed.REFUSED, about=about, target=f"{why}: {name} {number}".rstrip()[:64])

    def page(self, template: str, status: int = 200, **values: Any) -> Response:
        """A page with the frame of who asks."""
        frame: Mapping[str, Any] = {
            "me": self.signed_in,
            "can": self.may,
            "form_token": self.office.cookies.form_token(self.request) if self.signed_in else "",
            "said": self.request.query_params.get("said", ""),
            "now": self.now,
        }
        return self.office.pages.page(template, status, {**frame, **values})


class Office:
    """All that the staff pages of an installation need."""

    def __init__(self, settings: Settings, now: Callable[[], datetime] = utc_now) -> None:
        self.settings = settings
        self.now = now
        self.audit_key = audit_key(settings.secret)
        self.cookies = Cookies(settings.secret, secure=not settings.in_development)
        self.pages = StaffPages(settings.service)
        passwords.make_ready()

    def serve(self, route: StaffRoute, request: Request, form: Form) -> Response:
        """Answer a request. Whatever goes wrong, nothing is half done and the answer is a page."""
        try:
            with UnitOfWork(self.settings.database_url, now=self.now) as work:
                response = self._answered(route, Visit(request, form, work, self))
                work.commit()
            return response
        except StoreError:
            return self.problem(503)
        except Exception as error:
            # Its text may hold a person's words; its type cannot.
            log.error("A staff page failed: %s", type(error).__name__)
            return self.problem(500)

    def refused(self, request: Request, status: int, why: str, name: str) -> Response:
        """Answer what no view can: it is on record where it came from somebody's session."""
        try:
            with UnitOfWork(self.settings.database_url, now=self.now) as work:
                visit = Visit(request, {}, work, self)
                self._recognise(visit)
                if self.cookies.token(request):
                    visit.refuse(why, name)
                work.commit()
        except StoreError:
            return self.problem(503)
        return self.problem(status)

    def problem(self, status: int) -> Response:
        """A page for what cannot be answered."""
        return self.pages.page("problem.html", status, {"me": None, "code": status, "said": "", "why": ""})

    def _answered(self, route: StaffRoute, visit: Visit) -> Response:
        self._recognise(visit)
        refusal = self._refusal(route, visit)
        if refusal is not None:
            return refusal
        try:
            response = route.view(visit)
        except MissingError:
            visit.refuse("not there", route.name)
            return visit.page("problem.html", 404, code=404, why="")
        except RefusedError as error:
            visit.refuse("not so", route.name)
            return error.again() if error.again else visit.page("problem.html", 400, code=400, why=str(error))
        if route.right is not Right.SIGN_IN and not visit.recorded:
            visit.record(Deed.VIEWED, target=route.name)
        return response

    def _recognise(self, visit: Visit) -> None:
        token = self.cookies.token(visit.request)
        found = visit.work.staff.signed_in(token) if token else None
        if found is None:
            return
        now = self.now()
        if now - found.seen_at > IDLE or now - found.since > LONGEST:
            visit.work.staff.end(token)
            visit.was_in = found.member
            return
        if now - found.seen_at > TOUCH:
            visit.work.staff.seen(token)
        visit.signed_in, visit.token = found.member, token

    def _refusal(self, route: StaffRoute, visit: Visit) -> Optional[Response]:
        if route.right is Right.SIGN_IN:
            return None
        if visit.signed_in is None:
            if self.cookies.token(visit.request):
                visit.refuse("session over", route.name)
            return self._to_the_door(visit.request)
        posted = visit.request.method == "POST"
        if posted and not self.cookies.is_our_form(visit.request, visit.form.get("form_token", "")):
            visit.refuse("not our form", route.name)
            return visit.page("problem.html", 403, code=403, why=OLD_FORM)
        if not visit.may(route.right):
            visit.refuse("not their role", route.name)
            return visit.page("problem.html", 403, code=403, why="")
        return None

    def _to_the_door(self, request: Request) -> Response:
        more = f"?next={request.url.path}" if request.method == "GET" and request.url.path != HOME else ""
        if request.method == "POST" and self.cookies.token(request):
            more = "?said=not_kept"
        response = RedirectResponse(f"{SIGN_IN}{more}", 303)
        self.cookies.end(response)
        return response


def to(path: str, said: str = "") -> Response:
    """Go on to a page of ours, which then says one of its sentences."""
    return RedirectResponse(f"{path}?said={said}" if said else path, 303)


def number_in(text: str, figures: int = 6) -> int:
    """The number that an address or a form holds; 0 where it holds none, or one that is too long."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= figures else 0


def support_seen(visit: Visit, person_id: str) -> tuple[KeptCueEvent, ...]:
    """The support shown to somebody that staff may see at all."""
    return visit.work.reading.support_seen(person_id, alerts_on=visit.office.settings.service.alerts_on)


def is_seen(visit: Visit, person_id: str) -> bool:
    """Is there anything of somebody that staff may see?"""
    return not visit.work.shared.of(person_id).is_empty or bool(support_seen(visit, person_id))
