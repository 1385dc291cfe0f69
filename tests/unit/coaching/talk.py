"""Talking to the engine in tests: a guide with its words' labels, and what a turn showed."""

from __future__ import annotations

from collections.abc import Iterator

from actions.words import words
from bot.coaching import engine
from bot.coaching.answers import Answer, Answers
from bot.coaching.asking import Outcome, Turn
from bot.coaching.controls import Control
from bot.coaching.draft import Draft, Say
from bot.coaching.guide import Guide, Kind
from bot.coaching.guides import CONSENT, JOURNEYS

GUIDES: dict[str, Guide] = {name: guide.with_labels(words().labels(guide)) for name, guide in JOURNEYS.items()}
KNOWN = {  # somebody of whom everything is known that a dialogue may begin with
    "known.wishes": Answer(items=("see the sea", "a cat")),
    "known.strengths": Answer(items=("I keep going", "I can bake")),
    "known.strength_ids": Answer(items=("1", "2")),
    "known.active": Answer(items=("swim", "cook", "read")),
    "known.active_ids": Answer(items=("11", "12", "13")),
    "known.steps": Answer(items=("find my towel", "buy rice", "")),
    "known.lines": Answer(
        items=("1. What I want: swim", "2. First step: find my towel", "3. If this happens: rain", "4. Parked: paint")
    ),
    "known.places_of_lines": Answer(items=("goal:11:title", "goal:11:step", "goal:11:if_then", "goal:14:title")),
    "known.parts_of_lines": Answer(
        items=("\n", "find my towel\ntuesday\n\nwith Kev\n2026-11-24\n2026-11-25", "rain\ntake a coat", "\n")
    ),
    "known.wholes_of_lines": Answer(
        items=(*["What I want: swim\nFirst step: find my towel\nIf this happens: rain"] * 3, "Parked: paint")
    ),
    "known.evidence": Answer(items=("I walked home through the snow",)),
    "known.coping": Answer(items=("breathing out slowly",)),
    "known.people": Answer(items=("Ayesha", "my sister")),
    "known.whens": Answer(items=("tuesday", "", "")),
    "known.days": Answer(items=("", "", "2999-12-31")),
    "known.companions": Answer(items=("with Kev", "", "")),
    "known.step_places": Answer(items=("at the baths", "", "")),
    "known.if_thens": Answer(items=("rain\ntake a coat", "", "")),
}
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
    Control.PEERS: "peer support",
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
    "my nurse wants me to stop smoking",
    "get my kids back",
    "a flat, a dog and a quiet street",
    "because i should " + "and then more " * 10,
    "music",
    "anyone could do that",
    "it's bad, i've no money",
)
# What leads on to a question that no other answer leads to, by the step at which it is said.
LEADS_ON = {"obstacle": ("the buses", "it's impossible")}
HARMS = "a few cans"
POOL = {
    Kind.OPEN: OPEN_ANSWERS,
    Kind.SCALE: ("0", "2", "9", "4 maybe", "2 or 3", "11", "ok i suppose"),
    Kind.CHOICE: ("1", "the second one", "yes", "no", "i fed the cat", "none of those", "You pick"),
    Kind.READ_BACK: ("yes", "no", "1", "2 the small tesco", "change 1 to buy bread", "banana", "delete 9", "30"),
}


NEEDS_A_PLAN = {"check_in", "edit"}


def begin(journey: str, known: Answers | None = None) -> Turn:
    """The first turn of a journey; of a stranger, unless the journey is about what was agreed before."""
    if known is None:
        known = KNOWN if journey in NEEDS_A_PLAN else {}
    return engine.begin(GUIDES[journey], known=known)


def at_consent(*messages: str) -> Turn:
    """The turn after these messages at the question of consent."""
    guide = CONSENT.with_labels(words().labels(CONSENT))
    turn = engine.begin(guide)
    for message in messages:
        turn = engine.take(guide, turn.draft, message)
    return turn


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


def back_to(step: str, turn: Turn) -> Turn:
    """The turn after going back to a question."""
    while turn.draft.step != step:
        turn = take(turn.draft, "back")
    return turn


def say(turn: Turn, *messages: str) -> Turn:
    """The turn after these messages. Fails where it is over before they are."""
    for message in messages:
        assert turn.outcome in UNDER_WAY, f"over before {message!r}"
        turn = take(turn.draft, message)
    return turn


def to_the_read_back(turn: Turn) -> Turn:
    """The turn at the read-back, after skipping what stands before it."""
    while turn.draft.step != "read_back":
        turn = take(turn.draft, "skip")
    return turn


def to_the_end(turn: Turn) -> Turn:
    """The last turn, after skipping what stands before the read-back and a yes there."""
    while turn.outcome in UNDER_WAY:
        turn = take(turn.draft, "yes" if turn.draft.step == "read_back" else "skip")
    return turn


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
    lines = range(1, len(GUIDES[draft.journey].standing_lines(draft.answers)) + 1)
    edits = [f"{verb} {line}" for line in lines for verb in ("change", "delete")]
    harms = (HARMS,) if any(each.id == f"{step.id}_gives" for each in GUIDES[draft.journey].steps) else ()
    own = (*POOL[step.kind], *LEADS_ON.get(step.id, ()), *harms, *labels)
    tried = (*own, *OPEN_ANSWERS, *NO_ANSWERS, *ASIDES, *TYPED.values(), *edits, "delete 30")
    return tuple(dict.fromkeys(tried))


BREAD = (
    "stop being so anxious in shops",
    "dunno. buying my own bread",
    "8",
    "my mum does it all. im 34",
    "going in when its quiet",
    "sat early. 8ish",
    "4 maybe",
    "going in with kev",
    "7",
    "heart going",
    "hold the trolley and count to ten",
)


def keys(journey: str, *messages: str) -> list[str]:
    return [asked(turn).removeprefix(f"utter_{journey}_") for turn in turns(journey, *messages)]
