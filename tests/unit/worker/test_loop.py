"""The loop outlives whatever happens, waits longer while it cannot work, and says so without anybody's words."""

from __future__ import annotations

import json
import logging
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import asdict

import pytest

from bot.store import StoreUnavailableError
from bot.store.repositories.outbox import Undelivered
from bot.worker.health import Health, serve
from bot.worker.loop import LONGEST_WAIT, Going, run

WORDS = "the words of a person"


class AfterSo:
    """Tells the loop to stop after so many times, and notes how long it wanted to wait."""

    def __init__(self, readings: int) -> None:
        self._left = readings
        self.waits: list[float] = []

    def wait(self, timeout: float) -> bool:
        self.waits.append(timeout)
        self._left -= 1
        return self._left <= 0


def duty(*outcomes: float | Exception) -> Callable[[], float]:
    left = iter(outcomes)

    def work() -> float:
        outcome = next(left)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    return work


AWAY = StoreUnavailableError("The database is away.")


def test_it_waits_as_long_as_the_duty_says() -> None:
    stopping, going = AfterSo(3), Going("reads")
    run(duty(1.0, 0.0, 1.0), stopping, going)
    assert stopping.waits == [1.0, 0.0, 1.0]
    assert not going.failures


def test_it_waits_longer_while_a_database_is_away_and_recovers() -> None:
    stopping, going = AfterSo(9), Going("reads")
    run(duty(*[AWAY] * 7, 1.0, AWAY), stopping, going)
    assert stopping.waits == [2.0, 4.0, 8.0, 16.0, LONGEST_WAIT, LONGEST_WAIT, LONGEST_WAIT, 1.0, 2.0]
    assert (going.failures, going.trouble) == (1, "The database is away.")


def test_trouble_is_said_once_and_so_is_its_end(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        run(duty(AWAY, AWAY, AWAY, 1.0, 1.0), AfterSo(5), Going("reads"))
    assert [record.getMessage() for record in caplog.records] == [
        "The worker waits before it reads: The database is away.",
        "The worker reads again.",
    ]


def test_no_error_ends_it_and_none_is_quoted(caplog: pytest.LogCaptureFixture) -> None:
    going = Going("reads")
    with caplog.at_level(logging.DEBUG):
        run(duty(ValueError(WORDS), RuntimeError(WORDS), 1.0), AfterSo(3), going)
    assert not going.failures
    assert "ValueError" in caplog.text
    assert WORDS not in caplog.text


FAILING = Undelivered(waiting=2, failing=1, trouble="The webhook refused it (status 500).")


@pytest.mark.parametrize(
    ("health", "status", "told"),
    [
        (Health(), 503, {"status": "waiting", "lag": None}),
        (Health(lag=3), 200, {"status": "ok", "lag": 3}),
        (Health(lag=3, reading=Going("reads", 2, "Away.")), 503, {"status": "waiting", "lag": 3}),
        (Health(lag=0, undelivered=FAILING), 200, {"status": "trouble", "undelivered": asdict(FAILING)}),
        (Health(lag=0, notifying=Going("notifies", 1, "Away.")), 200, {"status": "trouble"}),
        (Health(lag=0, notes_usable=False), 200, {"status": "trouble", "notes_usable": False}),
        (Health(lag=0, deleting=Going("deletes", 1, "Away.")), 200, {"status": "trouble"}),
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
    assert (found[0], {key: found[1][key] for key in told}) == (status, told)


def test_there_is_no_other_page() -> None:
    server = serve(Health(), "127.0.0.1", 0)
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/")
    server.shutdown()
    server.server_close()
