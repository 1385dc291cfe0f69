"""One installation on an empty database for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.staff.rights import Role
from tests.builders import create_goal
from tests.databases import database_url, migrated_file, tracker_url
from tests.web.staff.house import House, settings_for
from tests.web.staff.robin import robin, summarised
from tests.web.staff.rules import World

__all__ = ["database_url", "migrated_file", "tracker_url"]


@pytest.fixture
def house(database_url: str, tracker_url: str) -> House:
    """An installation with nobody in it."""
    return House(settings_for(database_url, tracker_url))


@pytest.fixture
def world(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("CAIRN_SERVICE_FILE", str(tmp_path / "service.yml"))
    number = house.alert("ann")
    person = house.person("ann", items=[create_goal()])
    with house.work() as work:
        for own in work.sharing.items(person):
            work.sharing.share(person, own.item)
        work.commit()
    summarised(house)
    house.staff(Role.READER, "other")
    with house.work() as work:
        other = work.staff.by_login("other")
    assert other is not None
    return World(house, person, number, line=5, member=other.id, began=house.began(person))


@pytest.fixture(name="robin")
def robin_here(house: House) -> str:
    """Somebody who talked about a goal and a strength, agreed both, and shares the goal."""
    return robin(house)
