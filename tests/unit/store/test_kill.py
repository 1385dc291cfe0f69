"""A process killed at any moment leaves each version of a plan whole or absent, and the draft agreeing with it."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from contextlib import suppress

import pytest

from bot.coaching.plan import Status
from bot.store import UnitOfWork
from tests.builders import create_goal, create_hope, create_plan, create_strength

ROUNDS = 5
WRITER = """
import sys
from bot.store import StoredDraft, UnitOfWork
from bot.coaching.plan import Status
from tests.builders import create_goal, create_hope, create_strength

url, person_id = sys.argv[1:]
while True:
    with UnitOfWork(url) as work:
        number = len(work.plans.current(person_id).goals) + 1
        goal = create_goal(vision=f"{number}", status=Status.PARKED)
        items = [create_strength(label=f"{number}"), goal, create_hope(note=f"{number}")]
        work.drafts.put(person_id, "goals", StoredDraft(f"{number}", status="finished"))
        work.plans.add(person_id, items, f"{number}")
        work.commit()
    print(number, flush=True)
"""


def write_until_killed(url: str, person_id: str, seconds: float) -> int:
    """Out: the number of the last version that the writer was sure of."""
    writer = subprocess.Popen([sys.executable, "-c", WRITER, url, person_id], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    first = writer.stdout.readline()
    with suppress(subprocess.TimeoutExpired):
        writer.wait(timeout=seconds)
    writer.kill()
    rest, _ = writer.communicate()
    assert writer.returncode == -signal.SIGKILL
    return int((first + rest).split("\n")[-2])


@pytest.mark.parametrize("seed", [3, 41])
def test_each_version_is_whole_or_absent(
    database_url: str, person_id: str, seed: int, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(request.config.rootpath))
    chance = random.Random(seed)
    for _ in range(ROUNDS):
        sure_of = write_until_killed(database_url, person_id, chance.uniform(0.0, 0.15))
        with UnitOfWork(database_url) as work:
            plan = work.plans.current(person_id)
            draft = work.drafts.get(person_id, "goals")
        kept = len(plan.goals)
        names = [str(number) for number in range(1, kept + 1)]
        assert kept >= sure_of
        assert draft is not None
        assert draft.content == names[-1]
        assert plan == create_plan(
            strengths=tuple(create_strength(label=name) for name in names),
            goals=tuple(create_goal(vision=name, status=Status.PARKED) for name in names),
            hope=create_hope(note=names[-1]),
            lines=(),
            hard_times=None,
        )
