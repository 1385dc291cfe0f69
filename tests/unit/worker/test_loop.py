"""The loop outlives whatever happens, waits longer while it cannot read, and says so without anybody's words."""

from __future__ import annotations

import json
import logging
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest

from bot.store import StoreUnavailableError
from bot.worker.health import serve
from bot.worker.loop import LONGEST_WAIT, POLL, Health, run
from bot.worker.reader import Progress

WORDS = "the words of a person"


class AfterSo:
    """Tells the loop to stop after so many readings, and notes how long it wanted to wait."""

    def __init__(self, readings: int) -> None:
        self._left = readings
        self.waits: list[float] = []

    def wait(self, timeout: float) -> bool:
        self.waits.append(timeout)
        self._left -= 1
        return self._left <= 0


def readings(*outcomes: Progress | Exception) -> Callable[[], Progress]:
    left = iter(outcomes)

    def read() -> Progress:
        outcome = next(left)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    return read


READ = Progress(lag=0, has_more=False)
AWAY = StoreUnavailableError("The database is away.")


def test_it_reads_about_each_second_and_at_once_when_there_is_more() -> None:
    stopping, health = AfterSo(3), Health()
    run(readings(READ, Progress(lag=7, has_more=True), READ), stopping, health)
    assert stopping.waits == [POLL, 0.0, POLL]
    assert health.is_well


def test_it_waits_longer_while_a_database_is_away_and_recovers() -> None:
    stopping, health = AfterSo(9), Health()
    run(readings(*[AWAY] * 7, READ, AWAY), stopping, health)
    assert stopping.waits == [2.0, 4.0, 8.0, 16.0, LONGEST_WAIT, LONGEST_WAIT, LONGEST_WAIT, POLL, 2.0]
    assert (health.failures, health.trouble) == (1, "The database is away.")


def test_trouble_is_said_once_and_so_is_its_end(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        run(readings(AWAY, AWAY, AWAY, READ, READ), AfterSo(5), Health())
    assert [record.getMessage() for record in caplog.records] == [
        "The worker waits: The database is away.",
        "The worker reads again.",
    ]


def test_no_error_ends_it_and_none_is_quoted(caplog: pytest.LogCaptureFixture) -> None:
    health = Health()
    with caplog.at_level(logging.DEBUG):
        run(readings(ValueError(WORDS), RuntimeError(WORDS), READ), AfterSo(3), health)
    assert health.is_well
    assert "ValueError" in caplog.text
    assert WORDS not in caplog.text


@pytest.mark.parametrize(
    ("health", "status", "told"),
    [
        (Health(), 503, {"status": "waiting", "lag": None, "failures": 0, "trouble": ""}),
        (Health(lag=3), 200, {"status": "ok", "lag": 3, "failures": 0, "trouble": ""}),
        (Health(3, 2, "Away."), 503, {"status": "waiting", "lag": 3, "failures": 2, "trouble": "Away."}),
    ],
)
def test_the_health_page_tells_how_it_is(health: Health, status: int, told: dict[str, object]) -> None:
    server = serve(health, "127.0.0.1", 0)
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/health") as page:
            found = page.status, json.load(page)
    except urllib.error.HTTPError as error:
        found = error.code, json.load(error)
    finally:
        server.shutdown()
        server.server_close()
    assert found == (status, told)


def test_there_is_no_other_page() -> None:
    server = serve(Health(), "127.0.0.1", 0)
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/")
    server.shutdown()
    server.server_close()
