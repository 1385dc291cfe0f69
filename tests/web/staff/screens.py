"""Takes the pictures of staff pages in docs/images from the real product: `scripts/staff_screens`.

All people are invented by `bot.demo`, the same each time. Look at each picture afterwards: it is what staff see.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import datetime, timezone
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from bot.demo.fill import fill
from bot.settings import ROOT
from bot.staff.rights import Role
from bot.store.migrate import upgrade
from bot.summaries.page import page_of
from bot.worker.summaries import SummaryKeeper
from tests.web.backstage import serving
from tests.web.in_browser import ARGUMENTS, CHROMIUM
from tests.web.staff.house import HASHED, PASSWORD, Clock, House, settings_for, staff_site

HERE = ROOT / "docs" / "images"
WIDTHS = (1280, 390)
PEOPLE = 240
SEED = 1
UNTIL = datetime(2026, 11, 24, 9, 20, tzinfo=timezone.utc)
COLOURS = 256  # of a picture: enough for flat colours and letters, and a third of the bytes
TALLEST = 1500  # pixels of a page that are worth showing


def main() -> int:
    HERE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        house = invented(Path(folder))
        with serving(lambda: staff_site(house.settings, house.now)) as port:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            for width in WIDTHS:
                _all_pages(browser, f"http://127.0.0.1:{port}/staff", width, full_page_of(house))
            browser.close()
    return 0


def invented(folder: Path, people: int = PEOPLE) -> House:
    """An installation with invented people, as `cairn demo` makes it, and a lead."""
    settings = settings_for(f"sqlite:///{folder}/cairn.db", f"sqlite:///{folder}/tracker.db")
    house = House(settings, Clock(UNTIL))
    upgrade(settings.database_url)
    fill(settings, people, SEED, UNTIL, lambda _: None)
    SummaryKeeper(settings, now=house.now).rebuild()
    with house.work() as work:
        work.staff.add("amira", "Amira Khan", Role.LEAD, HASHED)
        work.commit()
    return house


def full_page_of(house: House) -> str:
    """The id of whoever's page shows most of what there is to see."""
    with house.work() as work:
        pages = {person_id: page_of(work.shared.of(person_id)) for person_id in work.summaries.everybody()}

    def most(one: str) -> tuple[bool, int, int]:
        return bool(pages[one].asks), len(pages[one].hope), len(pages[one].sentences())

    return max(sorted(pages), key=most)


def _all_pages(browser: Browser, url: str, width: int, person: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, device_scale_factor=1)
    tab = context.new_page()
    tab.goto(f"{url}/sign-in")
    tab.get_by_label("Login").fill("amira")
    tab.get_by_label("Password").fill(PASSWORD)
    tab.get_by_role("button", name="Sign in").click()
    tab.get_by_role("button", name="Sign out").wait_for()
    _take(tab, "staff-queue", width)
    alert = tab.get_by_role("link", name="Open", exact=False).first.get_attribute("href") or ""
    base = url.removesuffix("/staff")
    for name, path in (
        ("staff-person", f"/staff/person/{person}"),
        ("staff-alert", alert),
        ("staff-service", "/staff/service"),
    ):
        tab.goto(base + path)
        _take(tab, name, width)
    context.close()


def _take(tab: Page, name: str, width: int) -> None:
    tab.mouse.move(0, 0)
    picture = HERE / f"{name}-{width}.png"
    height = min(TALLEST, int(tab.evaluate("document.documentElement.scrollHeight")))
    tab.set_viewport_size({"width": width, "height": height})
    tab.screenshot(path=picture, animations="disabled", caret="hide")
    tab.set_viewport_size({"width": width, "height": 800})
    Image.open(picture).convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE).save(picture, optimize=True)
    print(picture.name, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
