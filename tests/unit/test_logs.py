"""No log line can hold a person's words, whoever writes it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator

import pytest
import structlog

from bot import logs
from bot.rasa.server import silence_structlog

SECRET = "the blue heron at Tring"


@pytest.fixture
def written() -> Iterator[list[str]]:
    """Log lines as they are written to standard error once people are served."""
    factory, hook, before = logging.getLogRecordFactory(), sys.excepthook, structlog.get_config()
    lines: list[str] = []

    class Lines(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record))

    handler, root = Lines(), logging.getLogger()
    level = root.level
    root.setLevel(logging.WARNING)
    root.addHandler(handler)
    silence_structlog()
    logs.close()
    yield lines
    root.removeHandler(handler)
    root.setLevel(level)
    logging.setLogRecordFactory(factory)
    sys.excepthook = hook
    structlog.configure(**before)


def fail() -> None:
    raise ValueError(SECRET)


def test_a_message_of_ours_is_written_as_it_is(written: list[str]) -> None:
    logging.getLogger("bot.rasa.guard").error("Turn %s had no reply (%s).", "m1", "deadline")
    assert written == ["Turn m1 had no reply (deadline)."]


@pytest.mark.parametrize("name", ["rasa.core.processor", "sanic.error", "asyncio", "sqlalchemy", "root"])
def test_of_others_only_the_place_is_written(written: list[str], name: str) -> None:
    logging.getLogger(name).error("cannot parse %s", SECRET)
    logging.getLogger(name).error(f"cannot parse {SECRET}")
    assert SECRET not in "".join(written)
    assert "test_logs.py" in "".join(written)


@pytest.mark.parametrize("name", ["rasa.core.processor", "bot.rasa.guard", "actions.base"])
def test_an_exception_leaves_its_class_and_place_but_no_message(written: list[str], name: str) -> None:
    try:
        fail()
    except ValueError:
        logging.getLogger(name).exception("It broke.")
    assert SECRET not in "".join(written)
    assert "ValueError at" in "".join(written)
    assert "Traceback" not in "".join(written)


def test_structlog_writes_the_name_of_an_event_only(written: list[str]) -> None:
    structlog.get_logger("rasa").error("rest.message.received.failure", text=SECRET)
    try:
        fail()
    except ValueError:
        structlog.get_logger("rasa").exception("interpolator.interpolate.text", response=SECRET)
    assert SECRET not in "".join(written)


def test_an_error_that_stops_a_process_tells_its_place_only(
    written: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        fail()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert "ValueError at" in written[0]
    assert SECRET not in "".join(written) + capsys.readouterr().err
