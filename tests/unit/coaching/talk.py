"""Talking to the engine in tests: a guide with its words' labels, and what a turn showed."""

from __future__ import annotations

from collections.abc import Iterator

from actions.words import words
from bot.coaching import engine
from bot.coaching.asking import Outcome, Turn
from bot.coaching.controls import Control
from bot.coaching.draft import Draft, Say
from bot.coaching.guide import Guide, Kind
from bot.coaching.guides import JOURNEYS

GUIDES: dict[str, Guide] = {name: guide.with_labels(words().labels(guide)) for name, guide in JOURNEYS.items()}
UNDER_WAY = frozenset({Outcome.ASKING, Outcome.SHOW_PLAN})

TYPED = {
    Control.SKIP: "skip",
    Control.BACK: "back",
    Control.STOP: "stop",
    Control.WHY: "why",
    Control.REPEAT: "repeat",
    Control.MENU: "menu",
    Control.HELP: "help",
    Control.PLAN: "my plan",
    Control.START_AGAIN: "start again",
    Control.LONGER: "longer",
    Control.SHORTER: "shorter",
    Control.NOT_MEANT: "that's not what I meant",
    Control.CHANGE: "change 1",
    Control.DELETE: "delete 1",
}

# What people answer, by the kind of question: one of each class of answer, and a few that fit nowhere.
ASIDES = ("can i talk to a human", "who reads this?", "are you a robot", "what do you mean", "where is the moon?")
NO_ANSWERS = ("idk", "rather not", "", "   ", "🙂", "?", "<b>hi</b>", "/restart", "x" * 3000, "\u0000")
OPEN_ANSWERS = (
    "walk the dog on monday morning",
    "ring my sister",
    "stop being so anxious",
    "be happy",
    "im useless at everything",
    "try harder",
    "everything feels hopeless",
    "i looked after my dog and my mum helped me, i still do it every day",
    "yes",
    "no",
)
POOL = {
    Kind.OPEN: OPEN_ANSWERS,
    Kind.SCALE: ("0", "2", "9", "4 maybe", "2 or 3", "11", "ok i suppose"),
    Kind.CHOICE: ("1", "the second one", "yes", "no", "i fed the cat", "none of those", "You pick"),
    Kind.READ_BACK: ("yes", "no", "1", "2 the small tesco", "change 1 to buy bread", "banana", "delete 9", "30"),
}


def begin(journey: str) -> Turn:
    """The first turn of a journey."""
    return engine.begin(GUIDES[journey])


def take(draft: Draft, text: str) -> Turn:
    """One message at a draft's question."""
    return engine.take(GUIDES[draft.journey], draft, text)


def told(journey: str, *messages: str) -> Turn:
    """The turn after these messages."""
    return list(turns(journey, *messages))[-1]


def turns(journey: str, *messages: str) -> Iterator[Turn]:
    """Every turn of a conversation, the first question included. Fails where it is over before the messages are."""
    turn = begin(journey)
    yield turn
    for message in messages:
        assert turn.outcome in UNDER_WAY, f"over before {message!r}"
        turn = take(turn.draft, message)
        yield turn


def asked(turn: Turn) -> str:
    """The words that end a turn."""
    return turn.sayings[-1].words


def leads(turn: Turn) -> tuple[Say, ...]:
    """What was said before the question."""
    return turn.sayings[:-1]


def messages_for(draft: Draft) -> tuple[str, ...]:
    """Everything that is tried at a question."""
    step = GUIDES[draft.journey].step(draft.step)
    labels = tuple(choice.label for choice in step.choices) + draft.question.choices
    return (*POOL[step.kind], *labels, *OPEN_ANSWERS[:2], *NO_ANSWERS, *ASIDES, *TYPED.values(), "delete 3")
