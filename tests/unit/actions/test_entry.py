"""The action server's entry point: grammar is loaded there, TensorFlow never, and memory stays within its bound."""

from __future__ import annotations

import subprocess
import sys

MOST_MEMORY = 200 * 1024  # kilobytes

AT_THE_ENTRY_POINT = """
import sys
from pathlib import Path
import actions.__main__
import actions.goals, rasa_sdk.endpoint
from bot.coaching import grammar
grammar.warm()
assert "spacy" in sys.modules
assert sys.modules["tensorflow"] is None
assert not [name for name in sys.modules if name.startswith("tensorflow.")]
# The most of this program alone; what getrusage says counts the process that started it.
print(next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line))
"""
THE_METHOD_ALONE = """
import sys
import bot.coaching.engine, bot.coaching.gate, bot.coaching.reflect, bot.coaching.labels
assert "spacy" not in sys.modules
"""

WITHOUT_A_PORT = """
import logging
from unittest import mock
import actions.__main__
with mock.patch("sanic.Sanic.run"):
    actions.__main__.main()
logging.getLogger("sanic_cors").error("the blue heron at Tring")
logging.getLogger("actions").error("something of ours")
"""


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_grammar_is_loaded_without_tensorflow_and_within_the_memory_kept_for_it() -> None:
    assert int(run(AT_THE_ENTRY_POINT)) <= MOST_MEMORY


def test_what_only_imports_the_method_stays_light() -> None:
    run(THE_METHOD_ALONE)


def test_its_log_holds_what_is_ours_and_neither_words_nor_warnings_of_libraries() -> None:
    command = [sys.executable, "-W", "default", "-c", WITHOUT_A_PORT]
    written = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    assert "something of ours" in written
    assert "Tring" not in written
    assert "Warning" not in written
