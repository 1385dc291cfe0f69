"""The runner from start to end, with small servers in place of the real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import psutil
import pytest

from bot.run import is_free, is_healthy
from bot.settings import ROOT
from tests.unit.runner.test_run import free_ports

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def ports() -> list[int]:
    return free_ports(4)


@pytest.fixture
def start(tmp_path: Path, ports: list[int]) -> Iterator[Start]:
    started: list[subprocess.Popen[str]] = []

    def begin(broken: str = "") -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.unit.runner.small_cairn", str(tmp_path), *map(str, ports), broken]
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def read_until(process: subprocess.Popen[str], words: str) -> str:
    assert process.stdout
    said = ""
    for line in process.stdout:
        said += line
        if words in line:
            return said
    raise AssertionError(f"it never said {words!r}, but: {said}")


def eventually(holds: Callable[[], bool]) -> None:
    for _ in range(1500):
        if holds():
            return
        Event().wait(0.02)
    raise AssertionError("it did not come about")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_says_ready_with_the_address_and_stops_everything(
    start: Start, ports: list[int], number: signal.Signals
) -> None:
    process = start()
    said = read_until(process, "Press Ctrl-C")
    children = psutil.Process(process.pid).children(recursive=True)

    process.send_signal(number)
    rest, errors = process.communicate(timeout=60)

    assert f"http://127.0.0.1:{ports[2]}/" in said
    assert "Stopped." in rest
    assert errors == ""
    assert process.returncode == 0
    assert len(children) == 4
    eventually(lambda: not any(child.is_running() for child in children))
    assert all(is_free("127.0.0.1", port) for port in ports)


def test_a_part_that_is_killed_comes_back(start: Start, ports: list[int]) -> None:
    process = start()
    read_until(process, "Press Ctrl-C")
    first = psutil.Process(process.pid).children()[0]

    first.kill()
    read_until(process, "is being started again")

    eventually(lambda: is_healthy("127.0.0.1", ports[0]))


def test_a_part_that_cannot_start_stops_everything_and_its_log_is_shown(start: Start, ports: list[int]) -> None:
    process = start("worker")
    _, errors = process.communicate(timeout=60)

    assert process.returncode == 1
    assert "The worker did not start" in errors
    assert "the cellar is full" in errors
    assert all(is_free("127.0.0.1", port) for port in ports)


def test_when_the_runner_itself_is_killed_no_port_stays_taken(start: Start, ports: list[int]) -> None:
    process = start()
    read_until(process, "Press Ctrl-C")

    process.kill()

    eventually(lambda: all(is_free("127.0.0.1", port) for port in ports))
