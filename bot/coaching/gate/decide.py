"""The answer gate: what kind of answer this is, from its words and its question alone.

One class each. The rules are tested in a fixed order (method: answer gate); a trained vote, where there is one, hears
what they don't. No answer is ever too short, and a sentence that merely contains a command word is an answer. The
classes decide a reaction, never what is true.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.coaching.gate import hands, learned, owner, steps
from bot.coaching.gate.classes import AnswerClass, Asked
from bot.coaching.gate.goals import is_too_broad, moves_away
from bot.coaching.gate.person_wanted import may_want_person, wants_person
from bot.coaching.gate.questions import topic_of
from bot.coaching.gate.refusals import refuses
from bot.coaching.gate.self_critical import is_self_critical
from bot.coaching.gate.several import lists_several
from bot.coaching.gate.telling import tells
from bot.coaching.gate.unsure import knows_nothing
from bot.coaching.grammar import parsed
from bot.coaching.spelling import LONGEST, spelled
from bot.coaching.text import plain

RULES = 1.5  # what the rules weigh beside the trained vote, from cross-validation on the written answers
# Where the rules hear one of these, they are hardly ever wrong, and no vote takes it back.
_SURE = frozenset({AnswerClass.PERSON_WANTED, AnswerClass.QUESTION, AnswerClass.REFUSAL, AnswerClass.DONT_KNOW})
# A name and a line to keep are few words of their own, whatever they sound like: only the rules hear something else.
_KEPT_AS_SAID = frozenset({Asked.NAME, Asked.NOTE})
_ONLY_BY_RULES = _SURE | {AnswerClass.SELF_CRITICAL}
# No answer is too short: "gaz" and "hide it" are answers, whatever the vote makes of so few words.
_NO_VOTE_OF_A_FEW_WORDS = frozenset({AnswerClass.DONT_KNOW, AnswerClass.VAGUE_STEP})
A_FEW_WORDS = 3
# Nobody refuses by telling much, unless a rule hears that they do.
_NO_VOTE_OF_MANY_WORDS = frozenset({AnswerClass.REFUSAL})
MANY_WORDS = 12
_NO_VOTE_OF_AN_ACT = frozenset({AnswerClass.VAGUE_STEP})
_NO_VOTE_OF_A_DEED = frozenset({AnswerClass.REFUSAL})  # who will leave a message refuses nothing
_NO_VOTE_OF_NOBODY = frozenset({AnswerClass.PERSON_WANTED})
# What hinders somebody may well sound like a reproach: "I'll have been up late and can't be bothered".
_NO_VOTE_OF_AN_OBSTACLE = frozenset({AnswerClass.SELF_CRITICAL})
_OF_A_GOAL = frozenset({Asked.GOAL})
_OF_A_STEP = frozenset({Asked.STEP})
_ASKED_OF: Mapping[AnswerClass, frozenset[Asked]] = {
    AnswerClass.SOMEONE_ELSES: frozenset({Asked.GOAL, Asked.STEP, Asked.REASON}),
    AnswerClass.AWAY_FROM: _OF_A_GOAL,
    AnswerClass.OUTSIDE_CONTROL: _OF_A_GOAL,
    AnswerClass.TOO_BROAD: _OF_A_GOAL,
    AnswerClass.VAGUE_STEP: frozenset({Asked.STEP, Asked.WHEN}),
    AnswerClass.SEVERAL: _OF_A_GOAL | _OF_A_STEP,
}
_Test = Callable[[str, str, "Asked | None"], bool]  # the text as written, the text read in full, the question


def classify(text: str, asked: Asked | None = None) -> AnswerClass:
    """The class of one free-text answer.

    In: the answer as written; the kind of question, None where it is not known (every class is then possible).
    Out: exactly one class; never raises. Of a long answer only the beginning decides.
    """
    said = plain(spelled(text))
    ruled = by_rules(text, said, asked)
    votes = learned.votes(said, asked) if asked is not None and ruled not in _SURE else None
    if votes is None:
        return ruled
    own = _ONLY_BY_RULES if asked in _KEPT_AS_SAID else frozenset()
    own |= _NO_VOTE_OF_AN_OBSTACLE if asked is Asked.OBSTACLE else frozenset()
    own |= _NO_VOTE_OF_AN_ACT if asked is Asked.STEP and steps.begins_with_an_act(said) else frozenset()
    own |= _NO_VOTE_OF_A_DEED if asked is Asked.STEP and steps.tells_of_a_deed(said) else frozenset()
    own |= frozenset() if may_want_person(said) else _NO_VOTE_OF_NOBODY
    own |= _NO_VOTE_OF_A_FEW_WORDS if len(said.split()) <= A_FEW_WORDS else frozenset()
    own |= _NO_VOTE_OF_MANY_WORDS if len(said.split()) >= MANY_WORDS else frozenset()
    possible = (each for each in AnswerClass if _may_be(each, asked) and (each is ruled or each not in own))
    voted = max(possible, key=lambda each: votes[each] + (RULES if each is ruled else 0))
    return voted if votes[voted] > 0 else ruled


def ruled_class(text: str, asked: Asked | None = None) -> AnswerClass:
    """The class that the rules alone give an answer, for where words must not be lost on a vote."""
    return by_rules(text, plain(spelled(text)), asked)


def by_rules(text: str, said: str, asked: Asked | None) -> AnswerClass:
    """The class that the rules alone give an answer, as written and read in full."""
    tests = (
        answer_class
        for answer_class, test in _TESTS
        if _may_be(answer_class, asked) and test(text[:LONGEST], said, asked)
    )
    return next(tests, AnswerClass.GOOD)


def _may_be(answer_class: AnswerClass, asked: Asked | None) -> bool:
    return asked is None or asked in _ASKED_OF.get(answer_class, (asked,))


def _is_someone_elses(text: str, said: str, asked: Asked | None) -> bool:
    whose = owner.is_a_duty if asked is Asked.REASON else owner.is_someone_elses
    return whose(said, parsed(text))


def _asks_or_complains(text: str, said: str, asked: Asked | None) -> bool:
    return topic_of(text, asked) is not None and not is_self_critical(said, asked) and not _is_only_marks(text)


def _is_unknowing(text: str, said: str, asked: Asked | None) -> bool:
    return (knows_nothing(said, asked) and not is_self_critical(said, asked)) or _is_only_marks(text)


def _is_only_marks(text: str) -> bool:
    """Is there nothing but signs in it: "?", "..."? What an emoji says is another matter."""
    return bool(re.fullmatch(r"[\s?!.…,;:-]+", text))


def _is_vague(text: str, said: str, asked: Asked | None) -> bool:
    if asked is Asked.STEP and not steps.begins_with_an_act(said) and tells(parsed(text)):
        return True
    tests = {Asked.WHEN: steps.is_vague_time, Asked.STEP: steps.is_vague}
    return tests.get(asked, steps.is_wholly_vague)(said) if asked else steps.is_wholly_vague(said)


_TESTS: tuple[tuple[AnswerClass, _Test], ...] = (
    (AnswerClass.PERSON_WANTED, lambda text, _, __: wants_person(text)),
    (AnswerClass.QUESTION, _asks_or_complains),
    (AnswerClass.REFUSAL, lambda _, said, asked: refuses(said, asked)),
    (AnswerClass.DONT_KNOW, _is_unknowing),
    (AnswerClass.SELF_CRITICAL, lambda _, said, asked: is_self_critical(said, asked)),
    (AnswerClass.SOMEONE_ELSES, _is_someone_elses),
    (AnswerClass.AWAY_FROM, lambda _, said, __: moves_away(said)),
    (AnswerClass.OUTSIDE_CONTROL, lambda text, said, _: hands.is_outside_control(said, parsed(text))),
    (AnswerClass.TOO_BROAD, lambda _, said, __: is_too_broad(said)),
    (AnswerClass.VAGUE_STEP, _is_vague),
    (AnswerClass.SEVERAL, lambda text, _, asked: lists_several(text, acts_only=asked is Asked.STEP)),
)
