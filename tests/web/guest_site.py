"""Somebody else's site with the widget on it: another origin, a strict policy, habits of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from starlette.applications import Starlette

from bot.settings import Service
from bot.web.app import create_app
from bot.web.demo import create_demo
from tests.web.backstage import DRAFTED, GREETING, QUESTION, WISH, FakeRasa, closed_port, said, serving, settings_for
from tests.web.in_browser import AMBIGUOUS, CUE, WATCHED, card


@dataclass
class Site:
    """The site with the widget, the process behind it, and the person's context."""

    url: str
    cairn: str
    rasa: FakeRasa
    context: BrowserContext
    app: Starlette

    def visit(self, path: str = "/") -> Page:
        tab = self.context.new_page()
        self.complaints: list[str] = []
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        tab.on("console", lambda line: self.complaints.append(line.text) if "Policy" in line.text else None)
        tab.goto(self.url + path)
        return tab

    def talk(self) -> Page:
        tab = self.visit()
        tab.get_by_role("button", name="Chat with Cairn").click()
        tab.get_by_role("button", name="Start").click()
        expect(tab.locator(".ask")).to_contain_text("Where would you like to start?")
        return tab


@pytest.fixture
def site(browser: Browser, tmp_path: Path, migrated_file: Path) -> Iterator[Site]:
    """Cairn on one port, the site on another, which Cairn lets in."""
    cards = {CUE: [card()], AMBIGUOUS: [card("passive", "ask")], WATCHED: [card("abuse")]}
    rasa = FakeRasa(replies={"Hello": GREETING, "skip": [said("That’s fine."), QUESTION], WISH: [DRAFTED], **cards})
    port = closed_port()
    service = Service(area="England", widget_origins=(f"http://127.0.0.1:{port}",))
    with serving(rasa.app) as rasa_port:
        database = f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'cairn.db')}"
        settings = settings_for(rasa_port, service=service, database_url=database)
        app = create_app(settings, kept=rasa)
        with serving(lambda: app) as cairn_port:
            cairn = f"http://127.0.0.1:{cairn_port}"
            with serving(lambda: create_demo(cairn), port):
                context = browser.new_context()
                yield Site(f"http://127.0.0.1:{port}", cairn, rasa, context, app)
                context.close()
