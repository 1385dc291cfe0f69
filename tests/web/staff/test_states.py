"""Every sentence that a staff page can say is said in one of the states that axe then looks at, in Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import nodes
from playwright.sync_api import Browser, Page

from bot.web.staff.pages import TEMPLATES, StaffPages
from tests.databases import sqlite_url as database_url  # noqa: F401 (a fixture)
from tests.web.backstage import serving
from tests.web.in_browser import browser
from tests.web.staff.house import House, staff_site
from tests.web.staff.states import all_states
from tests.web.staff.test_browser import NARROWEST, NOTHING_WIDER, WIDEST, WIDTHS, is_sound

__all__ = ["browser"]


@pytest.fixture
def states(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setenv("CAIRN_SERVICE_FILE", str(tmp_path / "service.yml"))
    return all_states(house)


def pieces(house: House) -> Iterator[tuple[str, str]]:
    """All that stands in the templates themselves, piece by piece between what is filled in."""
    templates = StaffPages(house.settings.service)._templates
    for file in sorted((TEMPLATES / "staff").iterdir()):
        parsed = templates.parse(file.read_text(encoding="utf-8"))
        for node in parsed.find_all(nodes.TemplateData):
            if re.search(r"\w", re.sub(r"<[^>]*>", "", node.data)):
                yield file.name, node.data


def test_every_sentence_of_every_template_is_said_in_some_state(house: House, states: dict[str, str]) -> None:
    whole = "\n".join(states.values())
    assert [(name, piece) for name, piece in pieces(house) if piece not in whole] == []


@pytest.mark.browser
def test_every_state_is_sound_wide_and_narrow(browser: Browser, house: House, states: dict[str, str]) -> None:
    context = browser.new_context()
    tab = context.new_page()
    with serving(lambda: staff_site(house.settings, house.now)) as port:
        for name, page in states.items():
            show(tab, f"http://127.0.0.1:{port}/staff/{name.replace(' ', '-')}", page)
            for width in WIDTHS:
                tab.set_viewport_size({"width": width, "height": 800})
                is_sound(tab)
            tab.set_viewport_size({"width": NARROWEST, "height": 800})
            assert tab.evaluate(NOTHING_WIDER), (name, tab.evaluate(WIDEST))
    context.close()


def show(tab: Page, address: str, page: str) -> None:
    """Open a page that was made before, where its styles are."""
    tab.route(address, lambda route: route.fulfill(body=page, content_type="text/html; charset=utf-8"))
    tab.goto(address)
