"""Holds conversations with an assistant and takes the time of each turn.

It talks to nothing but this machine, and is bounded in count and time.
"""

from __future__ import annotations

import asyncio
import random
import time
import uuid
from dataclasses import dataclass

import httpx

from benchmarks.assistants import OWN, Assistant, NoAnswerError, is_answered

TURN_LIMIT = 60.0  # seconds; a turn that takes longer ends the benchmark


@dataclass(frozen=True)
class Round:
    """The times of all turns of one round, a list for each conversation, and how long the round took, in seconds.

    A turn counts with its time whether it was answered or not; `unanswered` says how many were not.
    """

    turns: tuple[tuple[float, ...], ...]
    unanswered: int
    wall: float

    @property
    def all(self) -> list[float]:
        return [seconds for conversation in self.turns for seconds in conversation]


@dataclass(frozen=True)
class _Turn:
    seconds: float
    answered: bool


def converse(assistant: Assistant, conversations: int, turns: int) -> Round:
    """Hold so many conversations at once, each of so many turns. Raises NoAnswerError when most are not answered."""
    return asyncio.run(_converse(assistant, conversations, turns))


async def _converse(assistant: Assistant, conversations: int, turns: int) -> Round:
    limits = httpx.Limits(max_connections=conversations)
    async with httpx.AsyncClient(timeout=TURN_LIMIT, trust_env=False, limits=limits) as client:
        began = time.perf_counter()
        held = await asyncio.gather(*(_one(client, assistant, turns) for _ in range(conversations)))
        wall = time.perf_counter() - began
    unanswered = sum(not turn.answered for conversation in held for turn in conversation)
    if unanswered > conversations * turns / 2:
        raise NoAnswerError(f"{assistant.name} answered only {conversations * turns - unanswered} turns")
    return Round(tuple(tuple(turn.seconds for turn in conversation) for conversation in held), unanswered, wall)


async def _one(client: httpx.AsyncClient, assistant: Assistant, turns: int) -> list[_Turn]:
    sender = uuid.uuid4().hex
    held = []
    for turn in range(turns):
        own = " ".join(random.sample(OWN, 3))
        body = {"sender": sender, "message": assistant.text(turn, own)}
        began = time.perf_counter()
        answer = await client.post(assistant.url, json=body)
        held.append(_Turn(time.perf_counter() - began, is_answered(answer)))
    return held
