"""Areas of life (method: S4): one to three of them, what is OK there, what worked before, what they would like."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.coaching.answers import Answers, State, choice_of, words_of
from bot.coaching.gate import Asked
from bot.coaching.guide import Choice, Kind, Step
from bot.coaching.guides.harmful import gives_steps, words_without_harm
from bot.coaching.guides.phrases import UNSURE_ONCE
from bot.coaching.plan import LineKind, OwnLine
from bot.coaching.reflect import without_hedges
from bot.coaching.text import plain

MOST = 3
ENOUGH = Choice("enough", ("enough", "that's enough", "thats enough", "no more", "none", "no"))
_AREAS = (
    Choice("home", ("home", "everyday", "house", "flat")),
    Choice("money", ("money", "benefits", "bills")),
    Choice("work", ("work", "learning", "job", "college")),
    Choice("people", ("people", "family", "friends")),
    Choice("body", ("body", "sleep", "health", "food")),
    Choice("free_time", ("free time", "hobbies", "fun")),
    Choice("culture", ("culture", "faith", "religion")),
    Choice("hard_times", ("hard times",)),
)
_TROUBLE = (
    r"(?:bad|awful|terrible|hard|difficult|debts?|lonely|worse|worried|worry|struggl\w+|problems?|mess|skint|broke"
    r"|stress\w*|argu\w+|complaints?)"
)
_PROBLEM = re.compile(rf"\bno(?:t|thing|body|one)?\b|n't\b|\bnever\b|\b{_TROUBLE}\b")
# "not too bad", "no debts", "nothing to worry about", "never been better", "no one bothers me": nothing weighs there.
_NO_PROBLEM = re.compile(
    rf"\b(?:not|no|nothing|never|isn't|aren't|without|i've no|n't)(?: (?:to|too|so|that|really|any|many|much|been|be"
    rf"|feel|feeling|doing|got|have|a|at|all))* (?:{_TROUBLE}(?: about)?|better|bothers? me)\b"
    r"|\bno ?(?:one|body) bothers me\b"
)


def _asks_for(number: int) -> Callable[[Answers], bool]:
    """Is a further area asked for, the one before having been named?"""
    return lambda answers: number == 1 or choice_of(answers, f"area_{number - 1}") not in ("", "enough")


def _named(number: int) -> Callable[[Answers], bool]:
    return lambda answers: choice_of(answers, f"area_{number}") not in ("", "enough")


def _is_problem(number: int) -> Callable[[Answers], bool]:
    return lambda answers: bool(_PROBLEM.search(_NO_PROBLEM.sub(" ", plain(words_of(answers, f"area_{number}_now")))))


def area_of(answers: Answers, number: int) -> str:
    """The name of an area as it is shown, or an empty text."""
    answer = answers.get(f"area_{number}")
    return answer.text if answer is not None and answer.state is State.GIVEN and answer.choice != "enough" else ""


def steps() -> tuple[Step, ...]:
    """The questions about up to three areas."""
    return tuple(step for number in range(1, MOST + 1) for step in _of_one(number))


def _of_one(number: int) -> tuple[Step, ...]:
    def says(answers: Answers) -> dict[str, str]:
        return {"area": area_of(answers, number) or "that"}

    question = Step(
        "",
        "S4",
        long=True,
        asked=Asked.PEOPLE,
        when=_named(number),
        says=says,
        clean=without_hedges,
    )

    return (
        Step(
            f"area_{number}",
            "S4",
            Kind.CHOICE,
            words="area",
            choices=(*_AREAS, ENOUGH),
            long=True,
            when=_asks_for(number),
            wording=lambda _: "" if number == 1 else "more",
            leads_to=(f"area_{number}_now",),
        ),
        replace(question, id=f"area_{number}_now", words="area_now", probes=UNSURE_ONCE),
        replace(question, id=f"area_{number}_helps", words="area_helps", when=_is_problem(number)),
        *gives_steps(f"area_{number}_helps", "S4", long=True),
        replace(question, id=f"area_{number}_past", words="area_past"),
        replace(question, id=f"area_{number}_wish", words="area_wish"),
    )


def words_of_part(answers: Answers, number: int, part: str) -> str:
    """What was said at one of the questions about an area; of what helps and also harms, what it gives."""
    reads = words_without_harm if part == "helps" else words_of
    return reads(answers, f"area_{number}_{part}")


def lines(answers: Answers) -> tuple[OwnLine, ...]:
    """What was said of the areas, as lines of the person's own; a problem is a concern, and no strength."""
    found: list[OwnLine] = []
    for number in range(1, MOST + 1):
        area = area_of(answers, number)
        kind = LineKind.CONCERN if _is_problem(number)(answers) else LineKind.GOES_WELL
        said = (
            (kind, "now"),
            (LineKind.COPING, "helps"),
            (LineKind.WENT_WELL, "past"),
            (LineKind.WISH, "wish"),
        )
        found += [
            OwnLine(each, words_of_part(answers, number, part), area)
            for each, part in said
            if area and words_of_part(answers, number, part)
        ]
    return tuple(found)
