"""The trained dialogue on real processes, killed while somebody talks to it through a bad network: no message twice."""

from __future__ import annotations

import asyncio
import signal
from collections import deque
from itertools import groupby
from random import Random

import pytest

from bot.web.messages import CAIRN, PERSON
from tests.faults.processes import RASA, WEB, Cairn
from tests.web.between import Fate, between
from tests.web.on_the_line import OnTheLine, new_token

pytestmark = pytest.mark.faults
FATES = (Fate.PASSES, Fate.LOST, Fate.ANSWER_LOST, Fate.TWICE)
SAID = (
    "hello", "I want to set a goal", "yes", "go fishing with my brother again", "because he makes me laugh", "back",
    "menu", "what can you do", "show my plan", "menu",
)  # fmt: skip
KILLED = {2: (RASA,), 4: (WEB,), 6: (RASA, WEB)}  # which are killed while which message is on its way


def kill_and_start(cairn: Cairn, modules: tuple[str, ...]) -> None:
    for module in modules:
        cairn.send(module, signal.SIGKILL)
    if modules:
        cairn.start(*modules)


async def test_every_message_is_answered_once(cairn: Cairn) -> None:
    random = Random(7)
    fates: deque[Fate] = deque()

    def fate(path: str) -> Fate:
        return fates.popleft() if path == "/chat/say" and fates else Fate.PASSES

    with between(cairn.ports[WEB], fate) as port:
        url = f"http://127.0.0.1:{port}"
        person = OnTheLine(url, await new_token(url))
        person.listen()
        for number, text in enumerate(SAID):
            fates.extend(random.choices(FATES, k=random.randint(0, 2)))
            await asyncio.gather(
                person.say({"id": f"message-{number:04}", "text": text}),
                asyncio.to_thread(kill_and_start, cairn, KILLED.get(number, ())),
            )
        kept = await person.all_lines()
        await person.until_told({words for _, words in kept})
        await person.go_away()
    turns = [(who, [words for _, words in lines]) for who, lines in groupby(kept, lambda line: _who(line[0]))]
    assert [who for who, _ in turns] == [PERSON, CAIRN] * len(SAID)
    assert [words for who, words in turns if who == PERSON] == [[text] for text in SAID]
    assert list(person.told.items()) == kept


def _who(key: str) -> str:
    """Whose line has this name."""
    return CAIRN if ":" in key else PERSON
