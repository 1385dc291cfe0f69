"""Somebody invented who talks through the engine in words that nobody else says, and shares and takes back."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from actions.known import known_of
from bot.coaching import engine
from bot.coaching.asking import Outcome, Turn
from bot.coaching.changes import Shared
from bot.coaching.draft import Draft
from bot.coaching.guide import Guide, Kind
from bot.coaching.plan import Item
from bot.coaching.plan import Kind as ItemKind
from bot.demo.talk import text_of
from bot.store import CueEvent
from bot.store.message_keys import key_of_shown
from tests.databases import write_event
from tests.unit.coaching.people import NUMBERS, STEPS, WISHES, WORDS
from tests.unit.coaching.talk import GUIDES, UNDER_WAY
from tests.web.staff.house import House

MOST_TURNS = 90
AROUND = 2  # turns either side of a cue that an alert shows
JOURNEYS = ("strengths", "goals", "hope", "hard_times", "check_in", "check_in", "edit")


@dataclass
class Invented:
    """One person. `words` are those of theirs that nobody else says, in the order in which they said them."""

    house: House
    dice: Random
    name: str
    id: str = ""
    words: list[str] = field(default_factory=list)
    around_cue: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.id = self.house.person(self.name)

    def live(self) -> None:
        """Some weeks: dialogues, and choices about what the team may see."""
        for _ in range(self.dice.randint(2, 5)):
            self.house.now.go_on(hours=self.dice.randint(2, 90))
            self.talk(self.dice.choice(JOURNEYS))
            for _ in range(self.dice.randint(0, 4)):
                self.choose()
        if self.dice.random() < 0.3:
            self.be_shown_support()
        if self.dice.random() < 0.1:
            with self.house.work() as work:
                work.consents.record(self.id, False, "consent.1")
                work.commit()

    def talk(self, journey: str) -> None:
        """A dialogue to its end, or as far as patience goes; what is confirmed is kept."""
        guide = GUIDES[journey]
        with self.house.work() as work:
            plan = work.plans.numbered(self.id)
        turn = engine.begin(guide, known=known_of(journey, plan))
        self._hear(turn)
        for number in range(MOST_TURNS):
            if turn.outcome not in UNDER_WAY:
                break
            said = self._answer(guide, turn.draft, MOST_TURNS - 15 - number)
            self._say(said)
            turn = engine.take(guide, turn.draft, said)
            self._hear(turn)
        if turn.outcome is Outcome.KEPT and turn.items:
            with self.house.work() as work:
                work.plans.add(self.id, turn.items, journey)
                work.commit()

    def choose(self) -> None:
        """Share an item, or take one back."""
        with self.house.work() as work:
            items = work.sharing.items(self.id)
            if items:
                own = self.dice.choice(items)
                self.house.now.go_on(minutes=1)
                work.plans.add(self.id, [Shared(own.item, not own.shared)], "sharing")
            work.commit()

    def be_shown_support(self) -> None:
        """A cue in the middle of some talk: the alert shows the words around it, which the consent told of."""
        lines = [f"and {self._new_word()}" for _ in range(7)]
        self.around_cue = set(self.words[-7:][3 - AROUND : 4 + AROUND])
        support: dict[str, object] = {"message": f"{self.name} cue", "layout": "card"}
        for number, line in enumerate(lines):
            if number == 3:
                at = self.house.now()
                support["at"] = at.timestamp()
            self._write("user", line, support_shown=support if number == 3 else {})
            self._write("bot", "I see.")
        cue = CueEvent(key_of_shown(self.name, support), ("passive",), "card.1@1", "card", at)
        with self.house.work() as work:
            shown = work.cue_events.record(self.id, cue)
            assert shown is not None
            work.alerts.make(self.id, shown)
            work.commit()

    def has_consent(self) -> bool:
        with self.house.work() as work:
            return work.consents.given(self.id)

    def shared_words(self) -> set[str]:
        """Those of their words that stand in what they share now, told from the plan and their choices alone."""
        with self.house.work() as work:
            if not work.consents.given(self.id):
                return set()
            items = {own.item: own.what for own in work.sharing.items(self.id) if own.shared}
            looks = [one.check_in for one in work.own.plan(self.id).looked]
        told = [repr(what) for what in items.values()]
        told += [repr(look) for look in looks if Item(ItemKind.GOAL, look.goal_id) in items]
        return {word for word in self.words if any(word in text for text in told)}

    def shared_kinds(self) -> set[str]:
        """Of which kinds the items are that they share now."""
        with self.house.work() as work:
            if not work.consents.given(self.id):
                return set()
            return {own.item.kind.value for own in work.sharing.items(self.id) if own.shared}

    def _answer(self, guide: Guide, draft: Draft, patience: int) -> str:
        step = guide.step(draft.step)
        if step.kind is Kind.READ_BACK:
            return "yes"
        if patience < 0:
            return "skip"
        offered = draft.question.choices or tuple(choice.label for choice in step.choices)
        if step.kind is Kind.SCALE:
            return self.dice.choice(NUMBERS)
        if offered and (step.kind is Kind.CHOICE or self.dice.random() < 0.3):
            return self.dice.choice(offered)
        if self.dice.random() < 0.1:
            return "skip"
        pool = WISHES if step.id in {"picture", "own_wish", "towards"} else (*STEPS, *WORDS)
        return f"{self.dice.choice(pool)} with {self._new_word()}"

    def _new_word(self) -> str:
        word = "".join(self.dice.choice("bdfgklmnprtv") + self.dice.choice("aeiou") for _ in range(6))
        self.words.append(word)
        return word

    def _say(self, text: str) -> None:
        self._write("user", text)

    def _hear(self, turn: Turn) -> None:
        for say in turn.sayings:
            self._write("bot", text_of(say), step=say.step)

    def _write(self, kind: str, text: str, **told: object) -> None:
        self.house.now.go_on(seconds=4)
        at = self.house.now().timestamp()
        metadata = {key: value for key, value in told.items() if value}
        write_event(self.house.settings.tracker_url, self.name, kind, at, text=text, metadata=metadata)
