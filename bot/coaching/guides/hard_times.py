"""The plan for hard times, made while well, section by section (method: section 9).

Who to call is never typed: it comes from the registry of signposts. No question names a way of harming oneself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.coaching.answers import Answers, choice_of, known, words_of
from bot.coaching.changes import Change
from bot.coaching.gate import Asked
from bot.coaching.guide import Guide, Kind, Line, Step
from bot.coaching.guides.harmful import gives_of, gives_steps, words_without_harm
from bot.coaching.guides.phrases import UNSURE_ONCE, YES_NO, on_a_line
from bot.coaching.plan import HardTimes, Section
from bot.coaching.reflect import without_hedges

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
        said = _said(answers, section)
        return {"said": on_a_line(said)} if said else {}

    return shows


def _said(answers: Answers, section: Section) -> str:
    """The words of a section; of what helps and also harms, what it gives and what else gives that."""
    reads = words_without_harm if section is Section.ALONE else words_of
    return reads(answers, section.value)


def _says_something(answers: Answers) -> bool:
    return any(_said(answers, section) for section in Section)


def _plan(answers: Answers) -> tuple[Change, ...]:
    said = {section: _said(answers, section) for section in Section}
    return (
        HardTimes(
            sections={section: words for section, words in said.items() if words},
            show_in_card=choice_of(answers, "show") == "yes",
        ),
    )


def _steps(section: Section) -> tuple[Step, ...]:
    asks = Step(
        section.value,
        "hard times",
        asked=Asked.PEOPLE,
        long=section not in SHORT,
        offers=_offers(section),
        probes=UNSURE_ONCE if section in SHORT else {},
        clean=without_hedges,
        feels=True,
        example=True,
        of_the_team=section in _OF_THE_TEAM,
    )
    return (asks, *gives_steps(section.value, "hard times")) if section is Section.ALONE else (asks,)


def _line(section: Section) -> Line:
    further = gives_of(section.value) if section is Section.ALONE else ()
    return Line(f"utter_hard_times_line_{section.value}", section.value, _shows(section), follow=further)


HARD_TIMES = Guide(
    journey="hard_times",
    steps=(
        *(step for section in Section for step in _steps(section)),
        Step("show", "hard times", Kind.CHOICE, choices=YES_NO, when=_says_something),
        Step("read_back", "hard times", Kind.READ_BACK),
    ),
    lines=tuple(_line(section) for section in Section),
    keeps=_plan,
)
