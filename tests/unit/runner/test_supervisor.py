"""Processes are started, started again when they die, and stopped with their children."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import psutil
import pytest

from bot.settings import ROOT
from bot.supervisor import LONG_ENOUGH, MOST_DEATHS, KeepsDyingError, Part, Supervisor, pause_before

PART = Part("part", "The part", "tests.unit.runner.a_part", 1)


@dataclass
class Scene:
    supervisor: Supervisor
    said: list[str]
    seconds: list[float] = field(default_factory=lambda: [0.0])

    def ids(self) -> list[int]:
        """The process and its child, once both are there."""
        log = self.supervisor.log_of(PART)
        eventually(lambda: bool(log.read_text().strip()))
        return [int(number) for number in log.read_text().split()[-2:]]


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    said: list[str] = []
    seconds = [0.0]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    scene = Scene(Supervisor(tmp_path, environment, said.append, lambda: seconds[0]), said, seconds)
    yield scene
    scene.supervisor.stop()


def eventually(holds: Callable[[], bool], within: int = 30) -> None:
    for _ in range(within * 50):
        if holds():
            return
        Event().wait(0.02)
    raise AssertionError("it did not come about")


def gone(number: int) -> bool:
    try:
        return psutil.Process(number).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def test_stopping_stops_the_children_of_a_process_too(scene: Scene) -> None:
    scene.supervisor.start(PART)
    ids = scene.ids()

    scene.supervisor.stop()

    eventually(lambda: all(gone(number) for number in ids))


def test_a_killed_process_is_started_again(scene: Scene) -> None:
    scene.supervisor.start(PART)
    first, child = scene.ids()

    os.kill(first, signal.SIGKILL)
    eventually(lambda: scene.supervisor.dead() == [PART])
    scene.supervisor.heal()
    scene.supervisor.heal()

    eventually(lambda: scene.ids()[0] != first)
    eventually(lambda: gone(child))
    assert scene.said == ["The part was killed (SIGKILL) and is being started again."]


def test_a_process_that_keeps_dying_is_given_up(scene: Scene) -> None:
    scene.supervisor.environment = {**scene.supervisor.environment, "A_PART_DIES": "yes"}
    scene.supervisor.start(PART)

    with pytest.raises(KeepsDyingError, match="The part keeps stopping"):  # noqa: PT012 (it takes several rounds)
        for _ in range(2 * MOST_DEATHS):
            eventually(lambda: scene.supervisor.dead() == [PART])
            scene.supervisor.heal()
            scene.seconds[0] += LONG_ENOUGH / MOST_DEATHS


def test_the_pause_before_a_start_grows_and_ends() -> None:
    pauses = [pause_before(deaths) for deaths in range(1, MOST_DEATHS + 1)]

    assert pauses == [0.0, 1.0, 2.0, 4.0, 8.0, None]
