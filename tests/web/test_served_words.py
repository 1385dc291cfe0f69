"""What a person's served pages say: every number is the registry's, and who is told is true with alerts on and off."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.safety.signposts import all_rows
from bot.settings import Service
from bot.store import CueEvent
from tests.builders import create_alerts
from tests.content.test_alerts_off import SUGGESTS
from tests.databases import migrated_file
from tests.web.own_pages import here, mine, strange
from tests.web.people import somebody

__all__ = ["here", "migrated_file", "mine", "strange"]
PAGES = (
    "/", "/return", "/support", "/support?area=Wales", "/support?area=elsewhere", "/plan", "/plan/print", "/plan/large",
    "/plan/appointment", "/plan/sharing", "/plan/seen", "/plan/my-plan.txt", "/data", "/data/erase", "/data/copy.txt",
    "/nothing-here",
)  # fmt: skip
OF_DATES = re.compile(r"(?<=[a-z] )(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b")
PHONE = re.compile(r"\+?\d(?:[ ()-]{0,2}\d){2,}")
SAYS_NO_ONE = re.compile(
    r"\b(?:no one|nobody) (?:is|will be) (?:ever )?told (?:when|of|if)|switched off here", re.IGNORECASE
)
ALERTS_ON = Service(area="England", alerts=create_alerts())


def words_of(page: str) -> str:
    """What a page says, with what only a screen reader says."""
    labels = "\n".join(re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', page))
    body = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", page[max(0, page.find("<body")) :], flags=re.DOTALL)
    return html.unescape(re.sub(r"\s*<[^>]+>\s*", "\n", f"{body}\n{labels}"))


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def registry_numbers() -> set[str]:
    """Every run of digits that the registry shows, and every one that it dials."""
    told = [repr(row) for row in all_rows()]
    return {digits(run) for text in told for run in PHONE.findall(text)}


def phones_of(mine: TestClient, path: str) -> Iterator[str]:
    """The numbers that a page shows, or dials."""
    text = mine.get(path).text
    yield from PHONE.findall(OF_DATES.sub(" ", words_of(text)))
    yield from re.findall(r'href="(?:tel|sms):([^"?&;]+)', text)


@pytest.mark.parametrize("path", PAGES)
def test_every_number_on_a_page_is_the_registry_s(mine: TestClient, path: str) -> None:
    assert [number for number in phones_of(mine, path) if digits(number) not in registry_numbers()] == []


def test_a_number_from_elsewhere_would_be_noticed(mine: TestClient) -> None:
    assert digits("020 7946 0123") not in registry_numbers()
    assert list(phones_of(mine, "/support"))
    assert PHONE.findall(OF_DATES.sub(" ", "on 2 March 2026 at 14:30 UTC ring 020 7946 0123")) == ["020 7946 0123"]


@pytest.mark.parametrize("path", PAGES)
def test_while_alerts_are_off_no_page_suggests_that_anybody_is_told(mine: TestClient, path: str) -> None:
    assert not SUGGESTS.search(" ".join(words_of(mine.get(path).text).split()))


@pytest.mark.parametrize("has_plan", [True, False])
def test_while_alerts_are_on_no_page_says_that_no_one_is_told(
    tmp_path: Path, migrated_file: Path, has_plan: bool
) -> None:
    with somebody(tmp_path, migrated_file, has_plan=has_plan, service=ALERTS_ON) as one, one.browser() as mine:
        for path in PAGES:
            assert not SAYS_NO_ONE.search(words_of(mine.get(path).text)), path
        assert "No one has been told of anything" in mine.get("/data").text
        with one.work() as work:
            event = CueEvent("m", ("passive",), "card.1@1", "card", datetime(2026, 3, 2, tzinfo=timezone.utc))
            number = work.cue_events.record(one.person_id, event)
            assert number is not None
            work.alerts.make(one.person_id, number)
            work.commit()
        assert "Not yet" in mine.get("/data").text
        assert "No one has been told" not in mine.get("/data").text
        # Without consent the alert stands in the list of the team alone, on no page of the person.
        assert ("When support was shown" in mine.get("/plan/seen").text) == has_plan


def test_the_page_says_that_no_one_is_told_while_alerts_are_off(mine: TestClient) -> None:
    assert SAYS_NO_ONE.search(words_of(mine.get("/data").text))
