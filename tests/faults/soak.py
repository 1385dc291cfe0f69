"""`make soak`: random conversations with cues planted in them, while processes are hung and killed at random.

Each cue must bring the card in the same turn, and be kept as one cue event with its alert afterwards. What is said
follows from the seed and from what is on the screen; when a fault begins and ends is counted in messages. What is shown
is on the screen of whoever is asked: over REST that is Rasa, so while Rasa is broken everybody talks in a browser.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Condition, Thread

from bot.safety.wishes import TELL_TEAM
from bot.store.migrate import upgrade
from tests.faults.breaking import Fault, broken, single
from tests.faults.disk import SIZE
from tests.faults.messages import CARDS, EVERYDAY
from tests.faults.processes import MODULES, Cairn
from tests.faults.visitors import ByRest, InABrowser, Shown, Visitor
from tests.model import trained_model

ROUND = 25  # conversations that share their faults
AT_ONCE = 4
MOST_TURNS = 7
CUES, BUTTONS, AGAIN = 0.25, 0.6, 0.5  # how often: a cue, else a button on the screen; the same again if it failed
STARTS = ("hello", "I want to set a goal", "what am I even good at", "could do with some hope")
A_CONVERSATION = 128 << 10  # bytes in both databases, with room to spare
LEAST_ROOM = 8 << 20  # bytes that are free while no fault is caused
NOTHING_PLAIN = {(), ("unclear",)}  # the families of a cue where screening was over its time
ASKED_FOR = frozenset({"Support now"})


@dataclass
class Talk:
    """One conversation. `cues` are the messages for which a cue event is due, each once however often it was sent.

    `perhaps` are those for which one may be: wishes to tell the team whose answer was lost, as they may have been heard
    before it was, and a cue in the very words of the one before it that was not taken, as it may be that one once more.
    So may be a card beside everyday words, while nothing was taken since a cue that was not: it is kept behind them.
    A cue is shown its card by whoever answers, so the event is due whatever happened to the answer. `lost` are other
    messages that were not taken: a process that was hung in the middle of screening one is over its time when it goes
    on, says that it is not sure, and a cue in which nothing plain was heard is kept.
    """

    visitor: Visitor
    random: Random
    cues: set[str] = field(default_factory=set)
    perhaps: set[str] = field(default_factory=set)
    planted: int = 0
    missed: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)  # what happened, to understand what went wrong
    lost: int = 0
    counted: str = ""  # the last message where it was counted and not taken
    is_late: bool = False  # whether nothing was taken since a cue that was not

    def is_counted(self, kept: int, unclear: int = 0) -> bool:
        """Is `kept` how many cue events are due? In so many of them nothing plain was heard."""
        most = len(self.cues | self.perhaps)
        return any(len(self.cues) <= kept - lost <= most for lost in range(min(unclear, self.lost) + 1))

    def run(self, sent: Callable[[], None]) -> None:
        """Talk. `sent` is called after each message."""
        shown, message = self.say(self.random.choice(STARTS)), ""
        for _ in range(self.random.randint(2, MOST_TURNS)):
            sent()
            if shown.was_taken or not message or self.random.random() > AGAIN:
                message = self._next(shown)
            shown = self.say(message)
        sent()

    def _next(self, shown: Shown) -> str:
        if self.random.random() < CUES:
            return self.random.choice(sorted(CARDS.values()))
        if shown.buttons and self.random.random() < BUTTONS:
            return self.random.choice(shown.buttons)
        return self.random.choice(EVERYDAY)

    def say(self, message: str) -> Shown:
        shown = self.visitor.say(message)
        self.told.append(f"{message} →{' card' * shown.is_card} {'taken' if shown.was_taken else 'not taken'}")
        if message in CARDS.values():
            self.planted += 1
            if not shown.is_card:
                self.missed.append(f"{message}: {shown.text}")
        told_the_team = message == TELL_TEAM and "on your team's list" in shown.text
        is_heard = message not in ASKED_FOR and (shown.is_card or shown.is_short_question or told_the_team)
        if is_heard:
            once_more = message == self.counted or (self.is_late and message in EVERYDAY)
            (self.perhaps if once_more else self.cues).add(shown.key)
        elif message == TELL_TEAM and not shown.was_taken:
            self.perhaps.add(shown.key)
        elif not shown.was_taken:
            self.lost += 1
        self.counted = message if is_heard and not shown.was_taken else ""
        self.is_late = not shown.was_taken and (self.is_late or is_heard)
        return shown


@dataclass
class Result:
    """What came of it. Nothing went wrong where `missed` and `miscounted` are empty."""

    seed: int
    conversations: int = 0
    messages: int = 0
    cues_planted: int = 0
    cue_events: int = 0
    alerts: int = 0
    alerts_missing: int = 0  # cue events of a card, or of the wish to tell the team, without exactly one alert
    missed: list[str] = field(default_factory=list)
    miscounted: list[str] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    seconds: int = 0
    full_disk: str = ""

    @property
    def is_well(self) -> bool:
        return not self.missed and not self.miscounted and not self.alerts_missing

    def line(self) -> str:
        return json.dumps({"benchmark": "soak", "is_well": self.is_well, **vars(self)})


class Counting:
    """How many messages were sent in a round; whoever waits for a number of them is told."""

    def __init__(self) -> None:
        self._changed = Condition()
        self.sent, self._over = 0, False

    def one_more(self) -> None:
        with self._changed:
            self.sent += 1
            self._changed.notify_all()

    def end(self) -> None:
        with self._changed:
            self._over = True
            self._changed.notify_all()

    def wait_for(self, number: int) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._over or self.sent >= number)


class Soak:
    """Random conversations with a running installation, which is sound again at the end."""

    def __init__(self, cairn: Cairn, conversations: int, seed: int, say: Callable[[str], None]) -> None:
        self._cairn = cairn
        self._left = conversations
        self._say = say
        self._random = Random(seed)
        self._result = Result(seed, full_disk="a file system" if cairn.disk.mounted else "limited files")
        self._talks: list[Talk] = []

    def run(self) -> Result:
        began = time.monotonic()
        while self._left:
            self._round(min(ROUND, self._left))
            self._say(f"{self._result.conversations} conversations, {self._result.cues_planted} cues, "
                      f"{len(self._result.missed)} missed, {time.monotonic() - began:.0f} s")  # fmt: skip
        self._cairn.wait_until_read()
        for talk in self._talks:
            self._count(talk)
        alerts = self._cairn.alerts_of_cues()
        self._result.alerts, self._result.alerts_missing = sum(alerts), sum(made != 1 for made in alerts)
        self._result.seconds = round(time.monotonic() - began)
        return self._result

    def _round(self, count: int) -> None:
        faults = self._faults()
        talks = [self._talk(faults) for _ in range(count)]
        counting = Counting()
        begin, end = sorted(self._random.randint(0, count * MOST_TURNS // 2) for _ in range(2))
        chaos = Thread(target=self._break, args=(faults, counting, begin, end))
        chaos.start()
        with ThreadPoolExecutor(AT_ONCE) as people:
            done = [people.submit(talk.run, counting.one_more) for talk in talks]
        counting.end()
        chaos.join()
        for one in done:
            one.result()
        assert self._cairn.disk.room > LEAST_ROOM, "the disk is full without a fault: it is too small for so many"
        self._left -= count
        self._add(talks, counting.sent)

    def _faults(self) -> tuple[Fault, ...]:
        """One or two faults, of different parts."""
        chosen = dict(self._random.sample(single(), self._random.choice((1, 1, 2))))
        self._result.faults.update(" ".join(fault) for fault in chosen.items())
        return tuple(chosen.items())

    def _talk(self, faults: tuple[Fault, ...]) -> Talk:
        random = Random(self._random.getrandbits(64))
        by_rest = "rasa" not in dict(faults) and random.random() < 0.5
        return Talk(ByRest(self._cairn) if by_rest else InABrowser(self._cairn), random)

    def _break(self, faults: tuple[Fault, ...], counting: Counting, begin: int, end: int) -> None:
        counting.wait_for(begin)
        with broken(self._cairn, *faults):
            counting.wait_for(end)

    def _add(self, talks: list[Talk], sent: int) -> None:
        self._talks += talks
        self._result.conversations += len(talks)
        self._result.messages += sent
        self._result.cues_planted += sum(talk.planted for talk in talks)
        missed = [missed for talk in talks for missed in talk.missed]
        self._result.missed += missed
        for one in missed:
            self._say(f"missed: {one}")

    def _count(self, talk: Talk) -> None:
        kept = self._cairn.cues_kept_of(talk.visitor.pseudonym)
        self._result.cue_events += len(kept)
        if not talk.is_counted(len(kept), sum(cue.families in NOTHING_PLAIN for cue in kept)):
            told = [(*cue.families, cue.layout, cue.text_id) for cue in kept]
            self._result.miscounted.append(
                f"{type(talk.visitor).__name__}: {len(talk.cues)} due, {len(kept)} kept: {talk.told}; {told}"
            )


def main() -> int:
    """Run it on an installation of its own. Out: the exit code, 0 when nothing was missed and nothing miscounted."""
    parser = argparse.ArgumentParser(description="Random conversations while processes are hung and killed.")
    parser.add_argument("--conversations", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cairn = Cairn(Path(folder), trained_model(), disk_size=SIZE + chosen.conversations * A_CONVERSATION)
        upgrade(cairn.settings.database_url)
        try:
            cairn.start(*MODULES)
            result = Soak(cairn, chosen.conversations, chosen.seed, lambda text: print(text, file=sys.stderr)).run()
        finally:
            cairn.stop()
    print(result.line())
    return 0 if result.is_well else 1


if __name__ == "__main__":
    sys.exit(main())
