"""While the dialogue process is away: the card is soon, of the right place, and the team learns of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.store.shown import noted
from bot.web import turns
from bot.web.app import create_app
from tests.web.backstage import FakeRasa, said, settings_for

CUE = "i want to die"


@pytest.fixture
def tracker_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/tracker.db"


@pytest.fixture
def page(rasa: FakeRasa, rasa_port_and_box: tuple[int, list[FakeRasa]], tracker_url: str) -> TestClient:
    """A browser before a page that waits for the dialogue process."""
    settings = settings_for(rasa_port_and_box[0], guard_deadline=1.0, tracker_url=tracker_url)
    return TestClient(create_app(settings, kept=rasa), base_url="http://127.0.0.1:8000")


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "SOON", 0.05)


def say(page: TestClient, text: str) -> str:
    return str(page.post("/say", data={"say": text}).text)


def test_a_cue_does_not_wait_for_a_process_that_hangs(page: TestClient, rasa: FakeRasa, tracker_url: str) -> None:
    rasa.mood = "hung"
    with page:
        assert 'class="card"' in say(page, CUE)
    ((_, note),) = noted(tracker_url)
    assert note.support["layout"] == "card"


def test_a_cue_does_not_wait_behind_a_message_that_hangs(page: TestClient, rasa: FakeRasa) -> None:
    rasa.mood = "hung"
    with page, ThreadPoolExecutor(1) as other_tab:
        page.get("/")
        other_tab.submit(say, page, "buy my own bread")
        assert 'class="card"' in say(page, CUE)


def test_a_place_that_was_chosen_is_known_when_the_process_is_gone(page: TestClient, rasa: FakeRasa) -> None:
    chosen = {"id": "utter_support_place.0@x", "layout": "place", "families": [], "signposts": [], "chosen": "US/"}
    rasa.replies["USA"] = [said("Thank you.", support=chosen)]
    with page:
        say(page, "USA")
        rasa.mood, rasa.readable = "broken", False
        assert "988" in say(page, CUE)
        assert "988" in say(page, "buy my own bread")
