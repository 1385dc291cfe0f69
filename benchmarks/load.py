"""Holds conversations with an assistant and takes the time of each turn.

It talks to nothing but this machine, and is bounded in count and time.
"""

from __future__ import annotations

import asyncio
import time
import uuid
from dataclasses import dataclass

import httpx

from benchmarks.assistants import Assistant, NoAnswerError, is_answered

TURN_LIMIT = 60.0  # seconds; a turn that takes longer ends the benchmark


@dataclass(frozen=True)
class Round:
    """The times of all turns of one round, a list for each conversation, and how long the round took, in seconds."""

    turns: tuple[tuple[float, ...], ...]
    wall: float

    @property
    def all(self) -> list[float]:
        return [seconds for conversation in self.turns for seconds in conversation]


def converse(assistant: Assistant, conversations: int, turns: int) -> Round:
    """Hold so many conversations at once, each of so many turns. Raises NoAnswerError on a turn without an answer."""
    return asyncio.run(_converse(assistant, conversations, turns))


async def _converse(assistant: Assistant, conversations: int, turns: int) -> Round:
    limits = httpx.Limits(max_connections=conversations)
    async with httpx.AsyncClient(timeout=TURN_LIMIT, trust_env=False, limits=limits) as client:
        began = time.perf_counter()
        held = await asyncio.gather(*(_one(client, assistant, turns) for _ in range(conversations)))
        return Round(tuple(held), time.perf_counter() - began)


async def _one(client: httpx.AsyncClient, assistant: Assistant, turns: int) -> tuple[float, ...]:
    sender = uuid.uuid4().hex
    times = []
    for turn in range(turns):
        body = {"sender": sender, "message": assistant.text(turn)}
        began = time.perf_counter()
        answer = await client.post(assistant.url, json=body)
        times.append(time.perf_counter() - began)
        if not is_answered(answer):
            raise NoAnswerError(f"{assistant.name} did not answer turn {turn + 1} (status {answer.status_code})")
    return tuple(times)
