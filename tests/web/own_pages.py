"""Somebody before their own pages, in a browser without script; and somebody else, who is a stranger there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.coaching.plan import Item, Kind
from bot.web.mine.plan_view import LETTERS, mark
from tests.web.people import Somebody, somebody


@pytest.fixture
def here(tmp_path: Path, migrated_file: Path) -> Iterator[Somebody]:
    with somebody(tmp_path, migrated_file) as one:
        yield one


@pytest.fixture
def mine(here: Somebody) -> Iterator[TestClient]:
    with here.browser() as browser:
        yield browser


@pytest.fixture
def strange(here: Somebody) -> Iterator[TestClient]:
    with here.browser(known=False) as browser:
        yield browser


def item_of(here: Somebody, kind: Kind) -> tuple[Item, object]:
    with here.work() as work:
        return next((item, what) for item, what in work.own.plan(here.person_id).plan.items if item.kind is kind)


def change(mine: TestClient, here: Somebody, kind: Kind, base: str = "/plan", **fields: str) -> tuple[int, str]:
    item, what = item_of(here, kind)
    answer = mine.post(f"{base}/change/{LETTERS[kind]}/{item.id}", data={"was": mark(what), **fields})
    return answer.status_code, answer.text


def hidden_in(page: str) -> dict[str, str]:
    """What the form of a page sends along that nobody types."""
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))
