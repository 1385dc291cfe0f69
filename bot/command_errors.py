"""How the `cairn` commands fail: one sentence on the error output and exit code 2, never a traceback.

A traceback may hold a person's words; so may the text of an exception that is not ours.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

FAILED = 2


class CommandError(ValueError):
    """A command cannot do what was asked of it; the message says why."""


@contextmanager
def one_sentence() -> Iterator[None]:
    """Turns whatever goes wrong into one sentence on the error output and exit code 2.

    Our own errors carry a sentence; of any other only its kind is shown, since its text may hold anything.
    """
    try:
        yield
    except (typer.Exit, typer.Abort, BrokenPipeError):
        raise
    except Exception as error:
        print(_sentence(error), file=sys.stderr)
        raise typer.Exit(FAILED) from None


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{error.strerror}: {error.filename}" if error.filename else f"It did not work: {error.strerror}."
    if type(error).__module__.startswith("bot."):
        return str(error)
    return f"It did not work ({type(error).__name__}). `cairn doctor` says whether this installation is sound."
