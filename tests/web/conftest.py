"""One page, one person's browser without script, and the process behind the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from bot.web.app import create_app
from tests.web.backstage import GREETING, FakeRasa, serving, settings_for


@pytest.fixture(scope="session")
def rasa_port_and_box() -> Iterator[tuple[int, list[FakeRasa]]]:
    """One real port for all tests; who answers there is in the box."""
    box: list[FakeRasa] = [FakeRasa()]

    async def whoever(scope, receive, send):  # type: ignore[no-untyped-def]
        await box[0].app()(scope, receive, send)

    with serving(lambda: whoever) as port:
        yield port, box


@pytest.fixture
def rasa(rasa_port_and_box: tuple[int, list[FakeRasa]]) -> FakeRasa:
    """The process behind the page, well and with nothing said yet."""
    port, box = rasa_port_and_box
    box[0] = FakeRasa(replies={"Hello": GREETING}, url=f"http://127.0.0.1:{port}")
    return box[0]


@pytest.fixture
def page(rasa: FakeRasa, rasa_port_and_box: tuple[int, list[FakeRasa]]) -> Iterator[TestClient]:
    """A browser without script before the page."""
    app = create_app(settings_for(rasa_port_and_box[0]), kept=rasa)
    with TestClient(app, base_url="http://127.0.0.1:8000") as client:
        yield client
