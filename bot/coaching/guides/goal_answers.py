"""What the answers of the goals dialogue say: the wish, whose it is, the step, the goals to keep."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from bot.coaching.answers import Answer, Answers, State, choice_of, items_of, known, number_of, words_of
from bot.coaching.changes import Change, Changed
from bot.coaching.gate import AnswerClass, Asked, classify, items, names_a_time
from bot.coaching.guides import moments
from bot.coaching.guides.harmful import act_without_harm
from bot.coaching.guides.obstacles import is_outside_only, moment
from bot.coaching.guides.phrases import at_most
from bot.coaching.plan import MOST_ACTIVE, Goal, GoalKind, IfThen, Item, Kind, Owner, Status
from bot.coaching.plan import Step as PlanStep
from bot.coaching.text import plain

_STRETCH = re.compile(
    r"(?:(?:just|only|maybe|about|for|like|say)\s+)*(?:half(?: an?)?|an?|a quarter of an|a few|a couple of|\d{1,3}|one"
    r"|two|five|ten|fifteen|twenty|thirty)[ -]?(?:hours?|hrs?|min(?:ute)?s?|secs?|seconds?)"
    r"(?: (?:tops|max|only|then|maybe|ish))*"
)
SURE_ENOUGH = 7  # under this the step is made smaller, once (method: G8)
LONG_WISH = 20  # words; a longer wish is asked for in a few
OF_THE_WISH = ("my_part", "own_wish", "towards", "hands", "short")  # asked because of what the wish is, and whose
_WANTED_BY_OTHERS = re.compile(
    r"^.*?\b(?:wants?|wanted|tells?|told|asks?|asked|expects?|expected|needs?|supposed|meant|made|makes?|like)\s+"
    r"(?:for\s+)?(?:me\s+)?to\s+|^.*?\b(?:i\s+(?:should|must|need to|have to|ought to|got to))\s+",
    re.IGNORECASE,
)
_OUGHT = re.compile(r"\b(?:should|supposed to|have to|has to|told to|told me|expected|makes? me|made me|must)\b")
_WISHED = re.compile(
    r"(?:(?:and|but|so|well|now|then)\s+)*(?:i(?:['’]d| would)\s+(?:really\s+|just\s+|so\s+)?(?:like|love)"
    r"|i\s+(?:want|wish|hope)|my (?:dream|wish|goal|hope) is)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\bi (?:was|used to|had|did|worked|lived|lost)\b|\byears?\b", re.IGNORECASE)
_READ = lru_cache(maxsize=8192)(classify)


def class_of(text: str) -> AnswerClass:
    """The class of a wish."""
    return _READ(text, Asked.GOAL) if text else AnswerClass.GOOD


def told_at_once(answers: Answers) -> tuple[str, ...]:
    """The several wishes that the picture holds, where it holds more than one."""
    picture = words_of(answers, "picture")
    told = at_most(items(picture)) if class_of(picture) is AnswerClass.SEVERAL else ()
    return told if len(told) > 1 and not _is_one_among_a_story(told) else ()


def _is_one_among_a_story(told: tuple[str, ...]) -> bool:
    """Is one part the wish, and another what was: "I was a cook, twenty years, and I'd like to cook again"?"""
    wished = [each for each in told if _WISHED.match(each)]
    return len(wished) == 1 and any(_TOLD.search(each) for each in told if each not in wished)


def parked_by(answers: Answers, chosen: Answer) -> Mapping[str, Answer]:
    """The wishes that wait when one of several is chosen to come first."""
    waiting = tuple(each for each in told_at_once(answers) if each != chosen.text)
    return {} if chosen.choice or not waiting else {"later": Answer(items=waiting)}


def kept_for_team(answers: Answers, chosen: Answer) -> Mapping[str, Answer]:
    """The wish that goes under what the team wants, when they say that it isn't theirs."""
    return {"team_wish": Answer(text=_first_wish(answers))} if chosen.choice == "theirs" else {}


def given_up_for_team(answers: Answers, chosen: Answer) -> Mapping[str, Answer]:
    """The same, once the wish was spoken of in full and turned out to be a duty."""
    return {"team_wish": Answer(text=goal_as_said(answers))} if chosen.choice == "theirs" else {}


def is_given_up(answers: Answers) -> bool:
    """Did the wish turn out to be a duty, so that what was said of it is not said of a goal of their own?"""
    return choice_of(answers, "duty") == "theirs"


def of_the_wish(answers: Answers, step: str) -> str:
    """Their words at a question about the wish, where that turned out to be no duty."""
    return "" if is_given_up(answers) else words_of(answers, step)


def is_theirs(answers: Answers) -> bool:
    """Did the wish turn out to be somebody else's only?"""
    return "team_wish" in answers


def wish(answers: Answers) -> str:
    """The wish that counts: the own one, in the person's words."""
    if is_given_up(answers):
        return words_of(answers, "own_wish_after")
    return words_of(answers, "own_wish") if is_theirs(answers) else _first_wish(answers)


def _first_wish(answers: Answers) -> str:
    return words_of(answers, "which_first") or words_of(answers, "picture")


def wish_itself(answers: Answers) -> str:
    """The wish without who else wants it: "my nurse wants me to stop smoking" gives "stop smoking"."""
    said = wish(answers)
    if class_of(said) is not AnswerClass.SOMEONE_ELSES:
        return said
    return _WANTED_BY_OTHERS.sub("", said, count=1).strip() or said


def goal_as_said(answers: Answers) -> str:
    """The goal in the words that are shown."""
    return words_of(answers, "changed") or goal_before(answers)


def has_goal(answers: Answers) -> bool:
    return bool(goal_as_said(answers))


def goal_before(answers: Answers) -> str:
    """The goal as it stood before it seemed impossible."""
    return of_the_wish(answers, "short") or _in_full(answers)


def _in_full(answers: Answers) -> str:
    return of_the_wish(answers, "my_part") or of_the_wish(answers, "towards") or wish_itself(answers)


def is_someone_elses(answers: Answers) -> bool:
    return class_of(_first_wish(answers)) is AnswerClass.SOMEONE_ELSES


def sounds_like_duty(answers: Answers) -> bool:
    """Is the reason given that one should, and was it not yet asked whose idea it is?"""
    return bool(_OUGHT.search(plain(words_of(answers, "reason")))) and "owner" not in answers


def moves_away(answers: Answers) -> bool:
    return (
        not is_given_up(answers)
        and not words_of(answers, "my_part")
        and class_of(wish_itself(answers)) is AnswerClass.AWAY_FROM
    )


def is_outside_control(answers: Answers) -> bool:
    return not is_given_up(answers) and class_of(wish_itself(answers)) is AnswerClass.OUTSIDE_CONTROL


def is_long(answers: Answers) -> bool:
    return not is_given_up(answers) and len(_in_full(answers).split()) > LONG_WISH


def step_as_said(answers: Answers) -> str:
    """The step, or what of it was found to be enough: of "gym" with "half an hour" both."""
    smaller, whole = words_of(answers, "smaller"), words_of(answers, "step")
    return f"{whole.rstrip(' .,')}, {smaller}" if _STRETCH.fullmatch(plain(smaller)) else smaller or whole


def needs_a_time(answers: Answers) -> bool:
    step = words_of(answers, "step")
    return bool(step) and not names_a_time(step)


def not_so_sure(answers: Answers) -> bool:
    confidence = number_of(answers, "confidence")
    return confidence is not None and confidence < SURE_ENOUGH and bool(words_of(answers, "step"))


def sure_of_it(answers: Answers) -> int | None:
    again = number_of(answers, "confidence_again")
    return again if again is not None else number_of(answers, "confidence")


def is_full(answers: Answers) -> bool:
    """Are there as many goals under way as there may be, so that one has to wait?"""
    return len(known(answers, "active")) >= MOST_ACTIVE and bool(goal_as_said(answers))


def first_way(answers: Answers) -> str:
    """The way towards the wish that comes first."""
    chosen = words_of(answers, "first")
    ways = items_of(answers, "options")
    return chosen or (ways[0] if len(ways) == 1 else "")


def strength_as_said(answers: Answers) -> str:
    return words_of(answers, "strength_own") or words_of(answers, "strength")


def review(answers: Answers) -> tuple[str, date | None]:
    """When to look again, in their words or those of the button, and its day; the day after the step if not asked."""
    answer, day = answers.get("review"), planned_step(answers).on
    if answer is not None and answer.state is not State.GIVEN:
        return "", None
    if answer is not None and not answer.choice:
        return moments.read(answers, answer.text, "review")
    if day is None:
        return (answer.text if answer is not None else ""), None
    again = moments.later(day, 7 if answer is not None and answer.choice == "week" else 1)
    return moments.day_in_words(again), again


def time_as_said(answers: Answers) -> str:
    return "" if names_a_time(words_of(answers, "smaller")) else words_of(answers, "step_when")


def goals(answers: Answers) -> tuple[Change, ...]:
    """What confirming the read-back keeps: the goal, what a team wants, wishes that wait, and who makes room."""
    kept: list[Change] = []
    if words_of(answers, "team_wish"):
        kept.append(Goal(vision=words_of(answers, "team_wish"), owner=Owner.SOMEONE_ELSES, kind=GoalKind.TREATMENT))
    own = _goal(answers)
    parked = choice_of(answers, "make_room") == "park_new" or (is_full(answers) and not _makes_room(answers))
    if own.vision or own.step:
        kept.append(replace(own, status=Status.PARKED) if parked else own)
    kept += [Goal(vision=each, status=Status.PARKED) for each in items_of(answers, "later")]
    return (*kept, *_makes_room(answers))


def _makes_room(answers: Answers) -> tuple[Changed, ...]:
    label, titles = words_of(answers, "make_room"), known(answers, "active")
    if label not in titles:
        return ()
    number = int(known(answers, "active_ids")[titles.index(label)])
    return (Changed(Item(Kind.GOAL, number), {"status": Status.PARKED}),)


def _goal(answers: Answers) -> Goal:
    cue, act = moment(answers), act_without_harm(answers, "act")
    chosen, outside, agreed = first_way(answers), is_outside_only(answers), goal_as_said(answers)
    towards = of_the_wish(answers, "my_part") or of_the_wish(answers, "towards")
    return Goal(
        vision=wish(answers),
        towards=towards,
        short="" if agreed == (towards or wish(answers)) else agreed,
        owner=Owner.SHARED if choice_of(answers, "owner") == "part" and not is_given_up(answers) else Owner.MINE,
        reason=of_the_wish(answers, "reason"),
        tags=_tags(answers),
        chosen=chosen,
        options=_parked_ways(answers, chosen),
        in_my_hands=of_the_wish(answers, "hands"),
        where=words_of(answers, "where"),
        how_often=words_of(answers, "how_often"),
        how_known=words_of(answers, "how_known"),
        importance=number_of(answers, "importance"),
        importance_reason=words_of(answers, "importance_reason"),
        confidence=sure_of_it(answers),
        confidence_reason=words_of(answers, "confidence_reason"),
        best_bit=words_of(answers, "best_bit"),
        inner=words_of(answers, "inner") or ("" if outside else cue),
        outer=words_of(answers, "outer") or (cue if outside else ""),
        step=planned_step(answers) if step_as_said(answers) else None,
        if_then=IfThen(cue, act) if cue and act else None,
        strength=strength_as_said(answers),
        helper=words_of(answers, "helper"),
        team_ask=words_of(answers, "team_ask"),
        **_scale(answers),
        review=review(answers)[0],
        review_on=review(answers)[1],
    )


def planned_step(answers: Answers) -> PlanStep:
    """The step with its time as it is shown, also where the words of the step themselves name it."""
    said, told = step_as_said(answers), time_as_said(answers)
    said, when, day = moments.apart(answers, said, "smaller" if words_of(answers, "smaller") else "step")
    if told:  # another time than its own words named, or the only one
        when, day = moments.read(answers, told, "step_when")
    if not when and words_of(answers, "smaller"):  # the smaller step is taken when the whole one was to be
        _, when, day = moments.apart(answers, words_of(answers, "step"), "step")
    return PlanStep(said, when, words_of(answers, "step_where"), words_of(answers, "step_with"), day)


def _parked_ways(answers: Answers, chosen: str) -> tuple[str, ...]:
    """The other ways, and the step that was too big for now: parked, and not lost."""
    bigger = words_of(answers, "step") if words_of(answers, "smaller") else ""
    return tuple(each for each in (*items_of(answers, "options"), bigger) if each and each != chosen)


def _tags(answers: Answers) -> tuple[str, ...]:
    about = None if is_given_up(answers) else answers.get("about")
    return (about.text,) if about is not None and about.choice and about.state is State.GIVEN else ()


def _scale(answers: Answers) -> dict[str, Any]:
    """The three outcomes; two that are the same say nothing and are dropped."""
    said = {name: words_of(answers, name) for name in ("better", "hoped", "less")}
    given = [plain(words) for words in said.values() if words]
    return said if len(set(given)) == len(given) else {}
