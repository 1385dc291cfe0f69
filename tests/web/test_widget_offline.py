"""Help on somebody else's site after a reload: where Cairn is gone, and where the whole network is."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.settings import ROOT, Service
from bot.web import widget
from bot.web.app import create_app
from tests.databases import migrated_file
from tests.web.backstage import FakeRasa, closed_port, serving, settings_for
from tests.web.in_browser import browser, violations

__all__ = ["browser", "migrated_file"]
pytestmark = pytest.mark.browser
REGISTER = """async () => { await navigator.serviceWorker.register('/worker.js');
const { active } = await navigator.serviceWorker.ready;
if (active.state !== 'activated') await new Promise(done => active.addEventListener('statechange', done)); }"""


def site_with_a_worker(cairn: str) -> Starlette:
    """A site as the one line makes it, with the worker of docs/widget.md."""
    sample = re.search(r"```js\n(.*?)```", (ROOT / "docs" / "widget.md").read_text(encoding="utf-8"), re.DOTALL)
    assert sample
    worker = sample[1].replace("https://cairn.service.example", cairn)
    policy = f"default-src 'none'; script-src {cairn}; connect-src {cairn}; worker-src 'self'"

    async def page(_: Request) -> Response:
        script = f'<script src="{cairn}/widget.js" defer></script>'
        text = f'<!doctype html><html lang="en"><title>Site</title><main><h1>Site</h1></main>{script}'
        return HTMLResponse(text, headers={"Content-Security-Policy": policy})

    async def own_worker(_: Request) -> Response:
        return Response(worker, media_type="text/javascript")

    return Starlette(routes=[Route("/", page), Route("/worker.js", own_worker)])


class House:
    """Cairn and the site, each of which can go away."""

    def __init__(self, database: Path) -> None:
        self.cairn, self.site = ExitStack(), ExitStack()
        site_port, cairn_port = closed_port(), closed_port()
        self.url = f"http://127.0.0.1:{site_port}"
        service = Service(area="England", widget_origins=(self.url,))
        settings = settings_for(closed_port(), service=service, database_url=f"sqlite:///{database}")
        app = create_app(settings, kept=FakeRasa())
        self.cairn.enter_context(serving(lambda: app, cairn_port))
        self.site.enter_context(serving(lambda: site_with_a_worker(f"http://127.0.0.1:{cairn_port}"), site_port))


@pytest.fixture
def house(tmp_path: Path, migrated_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    # What a browser has is stale at once: it must be used all the same.
    monkeypatch.setattr(widget, "CACHE", widget.CACHE.replace("max-age=60", "max-age=0"))
    house = House(Path(shutil.copy(migrated_file, tmp_path / "cairn.db")))
    yield house
    house.cairn.close()
    house.site.close()


@pytest.fixture
def tab(browser: Browser, house: House) -> Iterator[Page]:
    """A tab that has been on the site once."""
    tab = browser.new_page()
    tab.goto(house.url)
    expect(tab.get_by_role("button", name="Chat with Cairn")).to_be_visible()
    yield tab
    tab.context.close()


def help_is_there(tab: Page) -> None:
    tab.get_by_role("button", name="Chat with Cairn").click()
    tab.get_by_role("button", name="Support now").click()
    expect(tab.get_by_role("dialog").get_by_role("link", name="116 123")).to_be_visible()
    assert violations(tab) == []


def test_where_cairn_is_gone_a_reloaded_site_has_the_lines_of_help(tab: Page, house: House) -> None:
    house.cairn.close()
    tab.reload()
    help_is_there(tab)


def test_a_site_that_keeps_itself_keeps_the_lines_of_help_without_a_network(tab: Page, house: House) -> None:
    tab.evaluate(REGISTER)
    house.cairn.close()
    house.site.close()
    tab.reload()
    help_is_there(tab)
    expect(tab.locator(".net")).not_to_have_text("", timeout=20_000)
