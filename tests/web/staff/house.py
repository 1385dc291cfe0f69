"""An installation with people, alerts and staff, and browsers without script before its staff pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

from argon2 import PasswordHasher
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.testclient import TestClient

from bot.settings import Service, Settings
from bot.staff import passwords
from bot.staff.rights import Role
from bot.store import CueEvent, UnitOfWork
from bot.web.app import STATIC
from bot.web.security import Headed, SameSite
from bot.web.staff.app import staff_app
from bot.web.staff.office import Office
from tests.builders import create_alerts
from tests.databases import write_event

passwords._hasher = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)  # these tests sign in often
PASSWORD = "three geese on a wall"
HASHED = passwords.kept(PASSWORD)
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=timezone.utc)
CUE_WORDS = "nowhere. better off without me"
BASE = "http://127.0.0.1:8000"


@dataclass
class Clock:
    """The time of these pages."""

    at: datetime = MONDAY

    def __call__(self) -> datetime:
        return self.at

    def go_on(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass
class House:
    """One installation. `now` is its clock."""

    settings: Settings
    now: Clock = field(default_factory=Clock)

    def work(self) -> UnitOfWork:
        return UnitOfWork(self.settings.database_url, now=self.now)

    def staff(self, role: Role, login: str = "") -> str:
        """Make a login. Out: it."""
        with self.work() as work:
            member = work.staff.add(login or role.value, f"{role.value.title()} Name", role, HASHED)
            work.commit()
        return member.login

    def person(self, pseudonym: str = "ann", **kept: Any) -> str:
        """Somebody who has consented. `items` are their plan. Out: their id."""
        with self.work() as work:
            person_id = work.people.ensure("web", pseudonym)
            work.consents.record(person_id, True, "consent.1")
            if kept.get("items"):
                work.plans.add(person_id, kept["items"], "goals")
            work.commit()
        return person_id

    def talk(self, pseudonym: str, *said: str, at: datetime | None = None) -> None:
        """A conversation: what the person said and what was answered, in turn, five seconds each."""
        start = (at or self.now()).timestamp()
        for number, text in enumerate(said):
            kind = ("user", "bot")[number % 2]
            metadata = {"step": "strengths.story"} if kind == "bot" else {}
            write_event(self.settings.tracker_url, pseudonym, kind, start + 5 * number, text=text, metadata=metadata)

    def alert(self, pseudonym: str = "ann", words: str = CUE_WORDS, layout: str = "card") -> int:
        """Support shown to somebody who said a thing with two turns either side. Out: the alert's id."""
        at = self.now()
        self.talk(pseudonym, "long before", "answer one", "sleep", "answer two", "quiet", "where could it fit?", words,
                  "the card", "ok", "thank you", "stop for today", "bye", "long after", "hello",
                  at=at - timedelta(seconds=30))  # fmt: skip
        return self.shown(pseudonym, at, layout)

    def shown(self, pseudonym: str, at: datetime, layout: str = "card") -> int:
        """Support shown to somebody at a moment at which they said something. Out: the alert's id."""
        person_id = self.person(pseudonym)
        with self.work() as work:
            families = ("passive",) if layout == "card" else ()
            shown = work.cue_events.record(person_id, CueEvent(f"{pseudonym}{at}", families, "card.1@1", layout, at))
            assert shown is not None
            number = work.alerts.make(person_id, shown)
            work.commit()
        return number

    def began(self, person_id: str) -> int:
        """How the first conversation of which the worker keeps something is known; 0 where there is none."""
        with self.work() as work:
            return next((int(one.began_at.timestamp()) for one in work.summaries.conversations(person_id)), 0)

    def browser(self, place: str = "testclient") -> Browser:
        """Somebody who has not signed in, at this address."""
        app = staff_site(self.settings, self.now)
        return Browser(TestClient(app, base_url=BASE, follow_redirects=False, client=(place, 50_000)))

    def signed_in(self, role: Role) -> Browser:
        """Somebody of this role, signed in."""
        with self.work() as work:
            known = work.staff.by_login(role.value)
        browser = self.browser()
        assert browser.sign_in(known.login if known else self.staff(role)).status_code == 303
        return browser

    def deeds(self) -> list[str]:
        """What is on record, oldest first."""
        with self.work() as work:
            return [entry.what for entry in reversed(work.audit.page(limit=500))]


@dataclass
class Browser:
    """A browser without script."""

    client: TestClient

    def get(self, path: str, **more: Any) -> Any:
        return self.client.get(f"/staff{path}", **more)

    def post(self, path: str, token: str | None = None, **fields: str) -> Any:
        """Send a form of the page, with its token unless another is given."""
        return self.client.post(
            f"/staff{path}", data={"form_token": self.token() if token is None else token, **fields}
        )

    def token(self) -> str:
        """What every form of this session holds."""
        found = re.search(r'name="form_token" value="(\w+)"', self.get("/account").text)
        return found.group(1) if found else ""

    def sign_in(self, login: str, password: str = PASSWORD, **more: str) -> Any:
        """Open the door and use it."""
        page = self.get("/sign-in").text
        found = re.search(r'name="form_token" value="(\w+)"', page)
        fields = {"form_token": found.group(1) if found else "", "login": login, "password": password, **more}
        return self.client.post("/staff/sign-in", data=fields)

    def is_in(self) -> bool:
        """Is somebody signed in here?"""
        return self.get("/account").status_code == 200


def staff_site(settings: Settings, now: Callable[[], datetime]) -> Starlette:
    """The staff pages as they stand under /staff, guarded as all pages are."""
    app = Starlette(
        routes=[
            Mount("/staff", staff_app(settings, Office(settings, now=now))),
            Mount("/static", StaticFiles(directory=STATIC)),
        ]
    )
    app.add_middleware(SameSite, refusal=lambda *_: Starlette())
    app.add_middleware(Headed)
    return app


def settings_for(database_url: str, tracker_url: str, **more: Any) -> Settings:
    """The settings of these tests: alerts on."""
    service = Service(name="North Team", area="England", alerts=create_alerts())
    values = {"service": service, "secret": "a secret of these tests, long enough", "database_timeout": 1.0}
    return Settings(database_url=database_url, tracker_url=tracker_url, **{**values, **more})
