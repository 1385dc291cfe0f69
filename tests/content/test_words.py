"""Rules for all that the assistant says (method, section 2): short, plain, British, no numbers, no promises.

What is said where is read from the guides and the code, so that a new step is held to the rules by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml

from bot.coaching.answers import NOW
from bot.coaching.gate import Loss, Topic
from bot.coaching.guide import Kind, Step
from bot.coaching.guides import CONSENT, JOURNEYS
from bot.coaching.plan import LineKind
from bot.safety.lines import numbers
from bot.settings import ROOT

FOLDER = ROOT / "data" / "responses"
RESPONSES: dict[str, list[dict[str, Any]]] = {
    key: wordings
    for path in sorted(FOLDER.glob("*.yml"))
    for key, wordings in yaml.safe_load(path.read_text(encoding="utf-8"))["responses"].items()
}
SUPPORT = frozenset(yaml.safe_load((FOLDER / "support.yml").read_text(encoding="utf-8"))["responses"])
GUIDES = (CONSENT, *JOURNEYS.values())
STEPS = [pytest.param(guide.journey, step, id=f"{guide.journey}.{step.id}") for guide in GUIDES for step in guide.steps]
PLACE = re.compile(r"\{(\w+)\}")
SAID = re.compile(r"(?:[\"'`]|action: )(utter_\w+)")
REGISTRY = frozenset(numbers("GB", "England"))
# What the texts of support.yml are filled with beside the registry: fixed words and the service's own settings.
AROUND = frozenset({"someone", "them", "told", "told_ask", "told_asked", "told_now", "still", "hours", "place", "age"})
MOST_WORDS, MOST_IN_SUPPORT, MOST_IN_CONSENT, MOST_IN_A_LINE, LONGEST_SENTENCE = 60, 110, 150, 25, 20


def _texts(key: str) -> list[str]:
    return [str(wording["text"]) for wording in RESPONSES[key]]


def _count(text: str) -> int:
    return len(re.findall(r"[\w'’&%-]+", text))


def _filled(text: str) -> str:
    """A text with the registry's places filled as a person in England sees them."""
    places = {**numbers("GB", "England"), "someone": "your mum"}
    return PLACE.sub(lambda match: places.get(match[1], "word"), text)


ALL_TEXTS = [pytest.param(key, text, id=f"{key}.{n}") for key in RESPONSES for n, text in enumerate(_texts(key))]
OWN_TEXTS = [param for param in ALL_TEXTS if param.values[0] not in SUPPORT]


def _key(journey: str, step: Step, suffix: str = "") -> str:
    return next(guide for guide in GUIDES if guide.journey == journey).key(step, suffix)


def _keys_of(journey: str, step: Step) -> tuple[str, ...]:
    """All wordings of a step's question: its own, or one for each of its forms."""
    key = _key(journey, step)
    forms = [each for each in RESPONSES if each.startswith(f"{key}_") and not _belongs_to_another(journey, step, each)]
    return tuple(each for each in (key, *forms) if each in RESPONSES)


def _belongs_to_another(journey: str, step: Step, key: str) -> bool:
    suffix = key.removeprefix(f"{_key(journey, step)}_")
    others = {each.stem for guide in GUIDES if guide.journey == journey for each in guide.steps} - {step.stem}
    named = key.removeprefix(f"utter_{journey}_")
    longer = any(len(other) > len(step.stem) and (named == other or named.startswith(f"{other}_")) for other in others)
    return longer or suffix in {"why", "example", "ends"} or suffix in _probes(step) or step.afterwards == key


def _probes(step: Step) -> frozenset[str]:
    return frozenset(probe for probes in step.probes.values() for probe in probes)


@cache
def _used() -> frozenset[str]:
    """Every key that something says: named in code, stories or rules, or put together from a guide."""
    sources = [
        *(ROOT / "bot").rglob("*.py"),
        *(ROOT / "actions").rglob("*.py"),
        *(ROOT / "data/stories").rglob("*.yml"),
    ]
    named = {key for path in sources for key in SAID.findall(path.read_text(encoding="utf-8"))}
    built: set[str] = {f"utter_{topic.value}" for topic in Topic}
    built |= {f"utter_{loss.value}" for loss in Loss}
    built |= {f"utter_plan_{kind.value}" for kind in LineKind}
    for guide in GUIDES:
        built |= {follow for step in guide.steps for follow in step.follows.values()}
        built |= {guide.nothing}
        built |= {line.words for line in guide.lines}
        built |= {f"utter_{guide.journey}_saved", f"utter_journey_{guide.journey}"} if guide.lines else set()
        for step in guide.steps:
            key = guide.key(step)
            built |= {*_keys_of(guide.journey, step), f"{key}_why", *(f"{key}_{probe}" for probe in _probes(step))}
            built |= {f"{key}_example"} if step.example else set()
            built |= {f"{key}_ends"} if step.kind is Kind.SCALE else set()
    return frozenset(named | built) - {"utter_action"}  # the name that Rasa gives to the key itself


def _stems() -> Iterator[str]:
    """Keys of support.yml that are put together from a stem and a family."""
    yield from ("utter_support_card", "utter_support_ask", "utter_support_again", "utter_support_here")


@pytest.mark.parametrize(("key", "text"), OWN_TEXTS)
def test_a_text_is_short(key: str, text: str) -> None:
    most = MOST_IN_CONSENT if key.startswith("utter_consent_ask") else MOST_WORDS
    assert _count(_filled(text)) <= most


@pytest.mark.parametrize(("key", "text"), [param for param in ALL_TEXTS if param.values[0] in SUPPORT])
def test_a_support_text_is_short(key: str, text: str) -> None:
    longest = MOST_IN_CONSENT if key.startswith("utter_support_more") else MOST_IN_SUPPORT
    assert _count(_filled(text)) <= longest


@pytest.mark.parametrize(("journey", "step"), STEPS)
def test_a_question_with_what_may_lead_to_it_is_short(journey: str, step: Step) -> None:
    """The longest acknowledgement, or "Back one. You said…", or a reflection of fourteen words."""
    if step.needed:
        return
    acknowledgements = (
        "utter_ack",
        "utter_heard",
        "utter_thats_fine",
        "utter_skipped",
        "utter_leave_it",
        "utter_sorry",
    )
    lead = max(14, *(_count(text) for key in acknowledgements for text in _texts(key)))
    asides = {_key(journey, step, probe) for probe in _probes(step)}
    for key in {*_keys_of(journey, step), *asides}:
        assert all(_count(_filled(text)) + lead <= MOST_WORDS for text in _texts(key)), key


@pytest.mark.parametrize(("journey", "step"), STEPS)
def test_why_and_its_question_fit_one_turn(journey: str, step: Step) -> None:
    if step.needed:
        return
    why = max(_count(text) for text in _texts(_key(journey, step, "why")))
    for key in _keys_of(journey, step):
        assert all(_count(_filled(text)) + why <= MOST_WORDS for text in _texts(key)), key


@pytest.mark.parametrize(("key", "text"), ALL_TEXTS)
def test_sentences_are_short(key: str, text: str) -> None:  # noqa: ARG001 (the key names the case)
    for sentence in re.split(r"[.!?:;]\s+|\n|(?<=[.!?])$", text):
        assert _count(PLACE.sub("", sentence)) < LONGEST_SENTENCE + 1, sentence


@pytest.mark.parametrize("key", [line.words for guide in GUIDES for line in guide.lines])
def test_the_words_around_a_line_leave_room_for_the_person_s_own(key: str) -> None:
    assert all(_count(PLACE.sub("", text)) <= MOST_IN_A_LINE - 10 for text in _texts(key))


@pytest.mark.parametrize(("key", "text"), ALL_TEXTS)
def test_no_number_stands_outside_the_registry(key: str, text: str) -> None:  # noqa: ARG001
    assert not re.search(r"\d(?:[\s-]?\d){2,}", text)


AMERICAN = (
    r"\w+(?:ize|izes|ized|izing|ization)\b(?<!size)(?<!prize)|colors?|behaviors?|favorites?|centers?|gotten|mom|counselors?"
    r"|fall asleep in the fall|vacations?|apartments?|canceled|traveling|practicing|honor|neighbors?|programed|judgment"
)


@pytest.mark.parametrize(("key", "text"), ALL_TEXTS)
def test_spelling_is_british(key: str, text: str) -> None:  # noqa: ARG001
    assert not re.search(rf"\b(?:{AMERICAN})\b", text, re.IGNORECASE)


NEVER = (
    r"great job|well done|good job|amazing|awesome|excellent|why didn'?t you|why don'?t you|you must|you ought"
    r"|it will get better|you'?ll get better|you will feel|you'?ll feel better|i promise|everything will be"
    r"|don'?t worry|proven|fail(?:ed|ure)?|diagnosed|non-compliant|patient|cheer up|at least you"
)


@pytest.mark.parametrize(("key", "text"), ALL_TEXTS)
def test_nothing_is_graded_promised_or_reproached(key: str, text: str) -> None:  # noqa: ARG001
    assert not re.search(rf"\b(?:{NEVER})\b", text, re.IGNORECASE)


@pytest.mark.parametrize(("key", "text"), ALL_TEXTS)
def test_nobody_is_told_what_they_should_do(key: str, text: str) -> None:  # noqa: ARG001
    about_the_coach = re.sub(r"you should know what happens to your words|should not have happened", "", text)
    asked_for = re.sub(r"What should it say", "", about_the_coach)
    assert not re.search(r"\bshould\b|\bshouldn't\b", asked_for, re.IGNORECASE)


@pytest.mark.parametrize("key", sorted(RESPONSES))
def test_every_text_is_said_somewhere(key: str) -> None:
    assert key in _used() or any(key.startswith(f"{stem}_") or key == stem for stem in _stems())


@pytest.mark.parametrize("key", sorted(_used()))
def test_everything_said_has_its_words(key: str) -> None:
    stem = key.endswith("_")
    assert key in RESPONSES or (stem and any(each.startswith(key) for each in RESPONSES))


@pytest.mark.parametrize(("journey", "step"), STEPS)
def test_every_step_has_its_question_its_why_and_its_probes(journey: str, step: Step) -> None:
    assert _keys_of(journey, step)
    assert _key(journey, step, "why") in RESPONSES
    for probe in _probes(step):
        assert f"utter_{journey}_{step.stem}_{probe}" in RESPONSES


@pytest.mark.parametrize(
    ("journey", "step", "choice"),
    [
        pytest.param(guide.journey, step, choice.id, id=f"{step.id}.{choice.id}")
        for guide in GUIDES
        for step in guide.steps
        for choice in guide.steps[0].choices
        if step.id == "story"
    ],
)
def test_every_way_in_has_its_question(journey: str, step: Step, choice: str) -> None:
    assert f"utter_{journey}_{step.id}_{choice}" in RESPONSES


@pytest.mark.parametrize(
    "key",
    [
        "utter_hello",
        "utter_hello_again",
        "utter_ack",
        "utter_heard",
        "utter_thats_fine",
        "utter_skipped",
        "utter_leave_it",
        "utter_empty",
        "utter_sorry",
        "utter_in_other_words",
        "utter_other_question",
        "utter_scale_again",
        "utter_scale_which",
        "utter_choice_again",
        "utter_read_back_again",
    ],
)
def test_greetings_acknowledgements_and_what_is_asked_again_have_three_wordings(key: str) -> None:
    assert len(set(_texts(key))) >= 3


@pytest.mark.parametrize(
    "key",
    sorted(
        f"utter_{guide.journey}_{step.stem}_{probe}"
        for guide in GUIDES
        for step in guide.steps
        for probe in _probes(step)
    ),
)
def test_probes_have_three_wordings(key: str) -> None:
    assert len(set(_texts(key))) >= 3


@pytest.mark.parametrize("key", sorted(key for key in RESPONSES if len(RESPONSES[key]) > 1))
def test_wordings_of_one_text_differ(key: str) -> None:
    assert len(set(_texts(key))) == len(_texts(key))


@pytest.mark.parametrize(
    "key", sorted(key for key, wordings in RESPONSES.items() if any(w.get("buttons") for w in wordings))
)
def test_a_button_sends_what_it_says(key: str) -> None:
    offered = [tuple(button["title"] for button in wording.get("buttons", ())) for wording in RESPONSES[key]]
    assert len(set(offered)) == 1, "each wording offers the same answers"
    for wording in RESPONSES[key]:
        for button in wording["buttons"]:
            assert button["title"] == button["payload"]
            assert "/" not in button["title"]


@pytest.mark.parametrize(("journey", "step"), STEPS)
def test_the_places_of_a_question_are_what_its_step_says(journey: str, step: Step) -> None:
    says = _places_said(step)
    lines = {"lines"} if step.kind is Kind.READ_BACK else set()
    for key in {*_keys_of(journey, step), *(f"utter_{journey}_{step.stem}_{probe}" for probe in _probes(step))}:
        for text in _texts(key):
            assert set(PLACE.findall(text)) <= says | lines | REGISTRY | {"hours"}, key


def _places_said(step: Step) -> set[str]:
    from bot.coaching.answers import Answer

    class Anything(dict):  # type: ignore[type-arg]
        def get(self, key: object, default: object = None) -> Answer | None:  # noqa: ARG002
            return None if key == NOW else Answer(text="words", number=3)

    return set(step.says(Anything()))


@pytest.mark.parametrize("line", [pytest.param(line, id=line.words) for guide in GUIDES for line in guide.lines])
def test_the_places_of_a_line_are_what_it_shows(line: Any) -> None:
    from bot.coaching.answers import Answer

    class Anything(dict):  # type: ignore[type-arg]
        def get(self, key: object, default: object = None) -> Answer | None:  # noqa: ARG002
            return None if key == NOW else Answer(text="words", number=3)

    shown = set(line.shows(Anything()))  # nothing, where a line hangs on what was chosen
    assert not shown or {place for text in _texts(line.words) for place in PLACE.findall(text)} == shown


@pytest.mark.parametrize("key", sorted(SUPPORT))
def test_the_places_of_a_support_text_are_in_the_registry(key: str) -> None:
    assert {place for text in _texts(key) for place in PLACE.findall(text)} <= REGISTRY | AROUND
