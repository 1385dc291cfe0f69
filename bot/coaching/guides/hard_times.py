"""The plan for hard times, made while well, section by section (method: section 9).

Who to call is never typed: it comes from the registry of signposts. No question names a way of harming oneself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.coaching.answers import Answers, choice_of, known, words_of
from bot.coaching.gate import Asked
from bot.coaching.guide import Guide, Kind, Line, Step
from bot.coaching.guides.phrases import UNSURE_ONCE, YES_NO
from bot.coaching.plan import Change, HardTimes, Section
from bot.coaching.reflect import without_hedges
from bot.coaching.text import clipped

SHORT = frozenset({Section.SIGNS, Section.ALONE, Section.PEOPLE, Section.SAFER, Section.REASONS})
# What the person has told before and may take over with one tap.
_KNOWN = {
    Section.ALONE: "coping",
    Section.PLACES: "places",
    Section.PEOPLE: "people",
    Section.REASONS: "reasons",
}
_OF_THE_TEAM = frozenset({Section.TEAM_KNOWS, Section.TEAM_DOES, Section.TEAM_DOES_NOT})
MOST_OFFERED = 3


def _offers(section: Section) -> Callable[[Answers], tuple[str, ...]]:
    return lambda answers: known(answers, _KNOWN.get(section, ""))[-MOST_OFFERED:]


def _shows(section: Section) -> Callable[[Answers], Mapping[str, str]]:
    def shows(answers: Answers) -> Mapping[str, str]:
        said = words_of(answers, section.value)
        return {"said": clipped(said, 17)} if said else {}

    return shows


def _says_something(answers: Answers) -> bool:
    return any(words_of(answers, section.value) for section in Section)


def _plan(answers: Answers) -> tuple[Change, ...]:
    said = {section: words_of(answers, section.value) for section in Section}
    return (
        HardTimes(
            sections={section: words for section, words in said.items() if words},
            show_in_card=choice_of(answers, "show") == "yes",
        ),
    )


HARD_TIMES = Guide(
    journey="hard_times",
    steps=(
        *(
            Step(
                section.value,
                "hard times",
                asked=Asked.PEOPLE,
                long=section not in SHORT,
                offers=_offers(section),
                probes=UNSURE_ONCE if section in SHORT else {},
                clean=without_hedges,
                feels=True,
                of_the_team=section in _OF_THE_TEAM,
            )
            for section in Section
        ),
        Step("show", "hard times", Kind.CHOICE, choices=YES_NO, when=_says_something),
        Step("read_back", "hard times", Kind.READ_BACK),
    ),
    lines=tuple(Line(f"utter_hard_times_line_{section.value}", section.value, _shows(section)) for section in Section),
    keeps=_plan,
)
