"""Somebody before their own pages in a real Chromium: with a plan of a few words, or with a full one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.web.backstage import serving
from tests.web.full_plan import fill_whole
from tests.web.people import Somebody, somebody


@dataclass
class Desk:
    """Somebody before their own pages."""

    url: str
    who: Somebody
    context: BrowserContext

    def open(self, path: str) -> Page:
        tab = self.context.new_page()
        tab.goto(self.url + path)
        return tab


@pytest.fixture
def desk(browser: Browser, tmp_path: Path, migrated_file: Path) -> Iterator[Desk]:
    with somebody(tmp_path, migrated_file) as who, _at_a_desk(browser, who) as one:
        yield one


@pytest.fixture
def full_desk(browser: Browser, tmp_path: Path, migrated_file: Path) -> Iterator[Desk]:
    with somebody(tmp_path, migrated_file, has_plan=False) as who, _at_a_desk(browser, who) as one:
        fill_whole(who)
        yield one


@pytest.fixture
def empty_desk(browser: Browser, tmp_path: Path, migrated_file: Path) -> Iterator[Desk]:
    with somebody(tmp_path, migrated_file, has_plan=False) as who, _at_a_desk(browser, who) as one:
        yield one


@contextmanager
def _at_a_desk(browser: Browser, who: Somebody) -> Iterator[Desk]:
    with serving(lambda: who.app) as port:
        context = browser.new_context()
        url = f"http://127.0.0.1:{port}"
        context.add_cookies([{"name": "cairn", "value": who.cookie, "url": url}])
        yield Desk(url, who, context)
        context.close()
