"""The answer gate: what kind of answer this is, from its words and its question alone.

One class each, tested in a fixed order (method: answer gate). No answer is ever too short, and a sentence
that merely contains a command word is an answer. The classes decide a reaction, never what is true.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.coaching.gate.asides import refuses, topic_of, wants_person
from bot.coaching.gate.classes import AnswerClass, Asked
from bot.coaching.gate.goals import is_too_broad, moves_away
from bot.coaching.gate.owner import is_outside_control, is_someone_elses
from bot.coaching.gate.steps import is_vague, lists_several
from bot.coaching.gate.unsure import is_self_critical, knows_nothing
from bot.coaching.text import plain

_OF_ANY_ANSWER = frozenset(
    {
        AnswerClass.PERSON_WANTED,
        AnswerClass.QUESTION,
        AnswerClass.REFUSAL,
        AnswerClass.DONT_KNOW,
        AnswerClass.SELF_CRITICAL,
    }
)
_OF_A_GOAL = frozenset(
    {
        AnswerClass.SOMEONE_ELSES,
        AnswerClass.AWAY_FROM,
        AnswerClass.OUTSIDE_CONTROL,
        AnswerClass.TOO_BROAD,
        AnswerClass.SEVERAL,
    }
)
_OF_A_STEP = frozenset({AnswerClass.SOMEONE_ELSES, AnswerClass.VAGUE_STEP, AnswerClass.SEVERAL})
_ALSO: Mapping[Asked, frozenset[AnswerClass]] = {
    Asked.GOAL: _OF_A_GOAL,
    Asked.STEP: _OF_A_STEP,
    Asked.REASON: frozenset({AnswerClass.SOMEONE_ELSES}),
    Asked.WHEN: frozenset({AnswerClass.VAGUE_STEP}),
}


def classify(text: str, asked: Asked | None = None) -> AnswerClass:
    """The class of one free-text answer.

    In: the answer as written; the kind of question, None where it is not known (every class is then possible).
    Out: exactly one class; never raises.
    """
    possible = _possible(asked)
    return next((found for found in _found(text) if found in possible), AnswerClass.GOOD)


def _possible(asked: Asked | None) -> frozenset[AnswerClass]:
    if asked is None:
        return frozenset(AnswerClass)
    return _OF_ANY_ANSWER | _ALSO.get(asked, frozenset())


def _found(text: str) -> tuple[AnswerClass, ...]:
    said = plain(text)
    tests = (
        (AnswerClass.DONT_KNOW, knows_nothing(said)),
        (AnswerClass.PERSON_WANTED, wants_person(text)),
        (AnswerClass.REFUSAL, refuses(said)),
        (AnswerClass.TOO_BROAD, is_too_broad(said)),
        (AnswerClass.VAGUE_STEP, is_vague(said)),
        (AnswerClass.SELF_CRITICAL, is_self_critical(said)),
        (AnswerClass.QUESTION, topic_of(text) is not None),
        (AnswerClass.SOMEONE_ELSES, is_someone_elses(said)),
        (AnswerClass.AWAY_FROM, moves_away(said)),
        (AnswerClass.OUTSIDE_CONTROL, is_outside_control(said)),
        (AnswerClass.SEVERAL, lists_several(text)),
    )
    return tuple(found for found, holds in tests if holds)
