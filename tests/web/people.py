"""Somebody with a plan, and their browser: an installation on files, one person in it, and a page that is theirs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.coaching.plan import CheckIn, HardTimes, LineKind, OwnLine, Section
from bot.settings import Service, Settings
from bot.store import UnitOfWork
from bot.store.engine import dispose, engine_for
from bot.web.app import create_app
from bot.web.session import Visit
from tests.builders import create_goal, create_hope, create_strength
from tests.web.backstage import closed_port, settings_for

WORD = "quincunx"  # stands in everything that this person wrote
ENGLAND = Service(area="England")
EVENTS = (
    "CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id VARCHAR(255), type_name VARCHAR(255),"
    " timestamp FLOAT, intent_name VARCHAR(255), action_name VARCHAR(255), data TEXT)"
)


@dataclass
class Somebody:
    """A person, the application, and both databases."""

    settings: Settings
    app: Starlette
    visit: Visit
    person_id: str

    def work(self) -> UnitOfWork:
        return UnitOfWork(self.settings.database_url)

    @property
    def cookie(self) -> str:
        token: str = self.app.state.sessions.token(self.visit)
        return token

    @contextmanager
    def browser(self, known: bool = True) -> Iterator[TestClient]:
        """A browser without script; `known` says whether it is theirs."""
        with TestClient(self.app, base_url="http://127.0.0.1:8000") as client:
            if known:
                client.cookies.set("cairn", self.cookie)
            yield client


@contextmanager
def somebody(
    folder: Path, migrated_file: Path, has_plan: bool = True, service: Service = ENGLAND
) -> Iterator[Somebody]:
    """An installation in this folder with one person."""
    (folder / "cairn.db").write_bytes(migrated_file.read_bytes())
    settings = replace(
        settings_for(closed_port(), service=service),
        database_url=f"sqlite:///{folder / 'cairn.db'}",
        tracker_url=f"sqlite:///{folder / 'tracker.db'}",
    )
    app = create_app(settings)
    visit = app.state.sessions.stranger()
    with engine_for(settings.tracker_url).begin() as connection:
        connection.exec_driver_sql(EVENTS)
    with UnitOfWork(settings.database_url) as work:
        person_id = work.people.ensure("web", visit.sender)
        work.commit()
    here = Somebody(settings, app, visit, person_id)
    if has_plan:
        fill(here)
    yield here
    dispose(settings.database_url)
    dispose(settings.tracker_url)


def fill(here: Somebody) -> None:
    """A plan with something of everything, check-ins over two weeks, and a conversation."""
    step = replace(create_goal().step, on=date.today() + timedelta(days=1))  # type: ignore[type-var]
    with here.work() as work:
        work.consents.record(here.person_id, True, "consent.1")
        items = [
            create_strength(label=f"patient with my {WORD}"),
            create_goal(vision=f"walk the {WORD} again", step=step, review_on=date.today() + timedelta(days=7)),
            create_hope(note=f"you have come through a {WORD} before", kit=("a photo", "a song")),
            OwnLine(LineKind.ROLE, f"uncle of a {WORD}"),
            OwnLine(LineKind.CHOICE, f"could we look at the {WORD}?"),
            HardTimes({Section.SIGNS: f"I stop feeding the {WORD}", Section.PEOPLE: "my sister"}),
        ]
        work.plans.add(here.person_id, items, "goals")
        work.commit()
        goal_id = work.plans.numbered(here.person_id).goals[0][0]
    for number in range(2):
        at = datetime.now(timezone.utc) - timedelta(days=14 - 7 * number)
        with UnitOfWork(here.settings.database_url, lambda at=at: at) as work:  # type: ignore[misc]
            look = CheckIn(goal_id, "some", progress=3 + number, confidence=5, words=f"saw the {WORD}, {number}")
            work.plans.add(here.person_id, [look], "check_in")
            work.commit()
    with engine_for(here.settings.tracker_url).begin() as connection:
        said = json.dumps({"event": "user", "text": f"my {WORD}", "message_id": "m-00000001"})
        connection.exec_driver_sql(
            "INSERT INTO events (sender_id, type_name, timestamp, data) VALUES (?, 'user', 1, ?)",
            (here.visit.sender, said),
        )
