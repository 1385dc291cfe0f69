"""Logs that cannot hold a person's words: once people are served, only our own messages are written as they are.

Other libraries put whole conversations into messages and exceptions. Of theirs, what is kept is where they come from.
Our own messages must be made of constants, ids, numbers and class names.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Any, Optional

OURS = ("bot", "actions", "benchmarks")
FRAMES = 3  # of an exception's traceback, the innermost ones
ExcInfo = tuple[Optional[type[BaseException]], Optional[BaseException], Optional[TracebackType]]
_make_record: Callable[..., logging.LogRecord] = logging.getLogRecordFactory()


def configure() -> None:
    """Log warnings and errors to standard error, as any process of ours does. Before this nobody may be served."""
    logging.basicConfig(
        level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s", stream=sys.stderr, force=True
    )
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)  # libraries warn their authors, not whoever runs this


def close() -> None:
    """From now on no record holds more than it may. To be called before the first person is served."""
    logging.setLogRecordFactory(_closed)
    # Loading Rasa lets numpy give the root logger a class of its own, which prints past all handlers.
    logging.getLogger().__class__ = logging.RootLogger
    sys.excepthook = _last_words


def _closed(
    name: str, level: int, file: str, line: int, message: Any, args: Any, exc_info: Any, *rest: Any, **named: Any
) -> logging.LogRecord:
    if not _is_ours(name):
        message, args = f"a message of its own, at {_short(file)}:{line}", ()
    if exc_info and exc_info[1] is not None:
        message, exc_info = f"{message} [{where(exc_info)}]", None
    return _make_record(name, level, file, line, message, args, None, *rest, **named)


def where(exc_info: ExcInfo) -> str:
    """The class of an exception and where it was raised, without a word of its message."""
    kind, _, trace = exc_info
    frames = traceback.extract_tb(trace)[-FRAMES:]
    path = " > ".join(f"{_short(frame.filename)}:{frame.lineno}" for frame in frames)
    return f"{kind.__name__ if kind else 'Exception'} at {path}"


def _is_ours(name: str) -> bool:
    return name.partition(".")[0] in OURS


def _short(path: str) -> str:
    return "/".join(path.replace("\\", "/").split("/")[-2:])


def _last_words(kind: type[BaseException], error: BaseException, trace: Optional[TracebackType]) -> None:
    logging.getLogger("bot").critical("Stopped by an error.", exc_info=(kind, error, trace))
