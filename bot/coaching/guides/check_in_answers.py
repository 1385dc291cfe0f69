"""What the answers of a check-in say: how it went, what got in the way, the repair, and what to keep of it.

It must never call anything a failure: what was done counts as done.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.coaching.answers import Answer, Answers, State, choice_of, known, number_of, words_of
from bot.coaching.gate import AnswerClass, Asked, classify, names_a_time
from bot.coaching.guides import moments
from bot.coaching.plan import (
    Change,
    Changed,
    CheckIn,
    Evidence,
    IfThen,
    Item,
    Kind,
    MoreEvidence,
    Status,
    Strength,
)
from bot.coaching.plan import Step as PlanStep
from bot.coaching.text import clipped, plain

_CHANGED = re.compile(
    r"\bchanged my mind\b|\bgone off (?:it|the idea)\b"
    r"|\bdon'?t want (?:to|it|that) ?(?:do it|do that)? ?(?:any ?more|now)\b"
)
_NOT = re.compile(
    r"^(?:i )?(?:no|nope|nah|not|never|nothing|did ?n'?t|didnt|have ?n'?t|havent|could ?n'?t|couldnt|can'?t|cant|forgot"
    r"|was ?n'?t able|wasnt able|too )\b"
)
_SOME = re.compile(
    r"\b(?:half|a bit|bits|some|part|partly|nearly|almost|started|got (?:to|as far|halfway)|tried|only)\b"
)
_DID = re.compile(
    r"^(?:yes|yeah|yep|yup|done|i did|did|went|i went|managed|i managed|all done)\b|\bdid it\b"
    r"|\bwent (?:well|ok|fine|great)\b"
)
_BARRIERS = (
    ("forgot", r"\bforg[eo]t|\bslipped my mind\b|\bdidn'?t remember\b|\bmissed it\b"),
    ("too_big", r"\btoo (?:big|much|hard|difficult|long|far)\b|\boverwhelm"),
    (
        "no_energy",
        r"\bno energy\b|\btired\b|\bexhausted\b|\bknackered\b|\bshattered\b|\bslept\b|\bin bed\b|\bmeds\b|\bmotivat"
        r"|\bcouldn'?t be (?:bothered|arsed)\b|\blow mood\b|\bdepress|\bill\b|\bpoorly\b",
    ),
    (
        "scared",
        r"\bscared\b|\bafraid\b|\banxi|\bnerv|\bfrightened\b|\bpanic|\bworr(?:y|ied)\b|\bfear\b|\bterrified\b"
        r"|\bheart going\b|\bbottled it\b|\bembarrass",
    ),
    ("said_no", r"\b(?:said no|told me no|refused|wouldn'?t let me|turned me down|never (?:rang|replied|answered))\b"),
    (
        "matters_less",
        r"\b(?:don'?t|doesn'?t|didn'?t) (?:really )?(?:care|matter|want)|\bnot bothered\b|\blost interest\b"
        r"|\bnot important\b",
    ),
    (
        "happened",
        r"\bhappened\b|\bcame up\b|\bcancel|\bbusy\b|\bappointment\b|\brain|\bweather\b|\bbroke\b|\bclosed\b|\bvisit"
        r"|\bhospital\b|\bno (?:money|bus|time)\b",
    ),
)
_FORGOT = re.compile(r"\bforg[eo]t")  # of a step this is an answer, and no "don't know"
_NEW_STEPS = ("half", "two_minutes", "another_way", "next_step")


def outcome_said(text: str) -> Mapping[str, Answer]:
    """How it went, in other words than the buttons'. What tells of something done is kept as done."""
    said = plain(text)
    if not _FORGOT.search(said) and classify(text, Asked.STORY) is AnswerClass.DONT_KNOW:
        return {}
    long_enough = len(said.split()) > 2
    if _CHANGED.search(said):
        return {"how": Answer(text=text, choice="changed_mind")}
    if _NOT.match(said) and not _SOME.search(said):
        barrier = barrier_said(text)
        kept = barrier if long_enough or barrier["barrier"].choice != "other" else {}
        return {"how": Answer(text=text, choice="not_yet"), **kept}
    if _DID.search(said) and not _SOME.search(said) and " but " not in said:
        return {"how": Answer(text=text, choice="did"), **({"done": Answer(text=text)} if long_enough else {})}
    return {"how": Answer(text=text, choice="some"), "done": Answer(text=text)}


def barrier_said(text: str) -> Mapping[str, Answer]:
    """Which barrier the words name; none of them where that is not sure, and the words stand as they are."""
    said = plain(text)
    kinds = [kind for kind, pattern in _BARRIERS if re.search(pattern, said)]
    return {"barrier": Answer(text=text.strip(), choice=kinds[0] if len(kinds) == 1 else "other")}


def place(answers: Answers) -> int:
    """Which of the goals under way this is about."""
    titles, label = known(answers, "active"), words_of(answers, "which")
    return titles.index(label) if label in titles else 0


def _at(answers: Answers, what: str) -> str:
    values = known(answers, what)
    return values[place(answers)] if place(answers) < len(values) else ""


def goal_of(answers: Answers) -> str:
    return _at(answers, "active")


def step_of(answers: Answers) -> str:
    """The step that was planned, with its time, as it stands in the plan."""
    return ", ".join(filter(None, (_at(answers, "steps").rstrip(" .,"), _at(answers, "whens"))))


def went(answers: Answers, *outcomes: str) -> bool:
    return choice_of(answers, "how") in outcomes


def hindered_by(answers: Answers, *barriers: str) -> bool:
    """Did this get in the way of a step not yet taken?"""
    return went(answers, "not_yet") and choice_of(answers, "barrier") in barriers


def repair(answers: Answers) -> str:
    """The name of the repair that was chosen."""
    for step in ("keep", "next", "park", "close", "closing"):
        if choice_of(answers, step):
            return choice_of(answers, step)
    return next((step for step in ("remind", "with_whom", *_NEW_STEPS) if words_of(answers, step)), "")


def new_step(answers: Answers) -> str:
    """The step as it is to be now: a new one, or the one that stays."""
    changed = next((words_of(answers, step) for step in _NEW_STEPS if words_of(answers, step)), "")
    return changed or _at(answers, "steps")


def needs_a_time(answers: Answers) -> bool:
    """Does the step go on, and without a time of its own?"""
    goes_on = repair(answers) in {"keep", "smaller", "change", "next", "stay", "remind", "with_whom", "new_date"}
    goes_on = goes_on or hindered_by(answers, "happened", "too_big", "no_energy", "said_no", "scared", "forgot")
    return goes_on and bool(new_step(answers)) and not any(names_a_time(words_of(answers, each)) for each in _NEW_STEPS)


def status(answers: Answers) -> Status:
    """Where the goal stands after this check-in."""
    if choice_of(answers, "next") == "finished":
        return Status.DONE
    if choice_of(answers, "closing") == "close":
        return Status.CHANGED
    parked = "park" in (choice_of(answers, "park"), choice_of(answers, "close"), choice_of(answers, "closing"))
    return Status.PARKED if parked else Status.ACTIVE


def shown_of(answers: Answers) -> str:
    """What may show a strength: what they did, or what helped them do it."""
    return words_of(answers, "done") or words_of(answers, "helped")


def how_line(answers: Answers) -> Mapping[str, str]:
    answer = answers.get("how")
    if answer is None or answer.state is not State.GIVEN or not answer.choice:
        return {}
    told = words_of(answers, "done") or answer.text
    return {"how": clipped(told.rstrip(" .,"), 15)}


def helped_line(answers: Answers) -> Mapping[str, str]:
    helped = words_of(answers, "helped")
    return {"helped": clipped(helped, 15)} if helped else {}


def barrier_line(answers: Answers) -> Mapping[str, str]:
    answer = answers.get("barrier")
    given = answer is not None and answer.state is State.GIVEN and answer.choice != "rather_not"
    return {"barrier": clipped(answer.text, 15)} if given and answer is not None else {}


def step_line(answers: Answers) -> Mapping[str, str]:
    if status(answers) is not Status.ACTIVE or not (words_of(answers, "when_new") or _changes_step(answers)):
        return {}
    told = moments.read(answers, words_of(answers, "when_new"))[0]
    shown = ", ".join(filter(None, (new_step(answers).rstrip(" .,"), told)))
    return {"step": clipped(shown, 20)}


def if_then_line(answers: Answers) -> Mapping[str, str]:
    plan = _if_then(answers)
    return {"cue": clipped(plan.cue, 10), "act": clipped(plan.act, 10)} if plan else {}


def closed_line(answers: Answers) -> Mapping[str, str]:
    """That the goal is done, parked or closed."""
    return {} if status(answers) is Status.ACTIVE else {"goal": clipped(goal_of(answers), 12)}


def strength_line(answers: Answers) -> Mapping[str, str]:
    label = strength_named(answers)
    return {"strength": clipped(label, 12)} if label and shown_of(answers) else {}


def strength_named(answers: Answers) -> str:
    return words_of(answers, "strength_name") or words_of(answers, "evidence")


def progress_line(answers: Answers) -> Mapping[str, str]:
    progress = number_of(answers, "progress")
    return {"progress": str(progress)} if progress is not None else {}


def check_in(answers: Answers) -> tuple[Change, ...]:
    """What confirming keeps: the look itself, what changes of the goal, and a strength's new evidence."""
    ids = known(answers, "active_ids")
    if not ids:
        return ()
    number = int(ids[place(answers)])
    barrier = answers.get("barrier")
    told = barrier is not None and barrier.state is State.GIVEN
    look = CheckIn(
        goal_id=number,
        outcome=choice_of(answers, "how") or "rather_not",
        step=step_of(answers),
        done=words_of(answers, "done"),
        helped=words_of(answers, "helped"),
        barrier=(choice_of(answers, "barrier") or "other") if told else "",
        barrier_words=barrier.text if told and barrier is not None else "",
        repair=repair(answers),
        progress=number_of(answers, "progress"),
        confidence=number_of(answers, "confidence"),
        words=words_of(answers, "in_words"),
    )
    changed = _changes(answers)
    return (look, *((Changed(Item(Kind.GOAL, number), changed),) if changed else ()), *_strength(answers))


def _changes_step(answers: Answers) -> bool:
    return any(words_of(answers, step) for step in (*_NEW_STEPS, "with_whom"))


def _changes(answers: Answers) -> dict[str, Any]:
    changed: dict[str, Any] = {}
    if status(answers) is not Status.ACTIVE:
        changed["status"] = status(answers)
    if words_of(answers, "when_new") or _changes_step(answers):
        whom = words_of(answers, "with_whom")
        told, day = moments.read(answers, words_of(answers, "when_new"))
        changed["step"] = PlanStep(new_step(answers), told, with_whom=whom, on=day)
        changed |= (
            {"review_on": moments.later(day, 1), "review": moments.day_in_words(moments.later(day, 1))} if day else {}
        )
    if _if_then(answers):
        changed["if_then"] = _if_then(answers)
    if number_of(answers, "importance") is not None:
        changed["importance"] = number_of(answers, "importance")
    return changed


def _if_then(answers: Answers) -> IfThen | None:
    if words_of(answers, "remind"):
        return IfThen(words_of(answers, "remind"), new_step(answers))
    barrier = answers.get("barrier")
    cue = barrier.text if barrier is not None else ""
    return IfThen(cue[:1].lower() + cue[1:], words_of(answers, "act")) if cue and words_of(answers, "act") else None


def _strength(answers: Answers) -> tuple[Change, ...]:
    shown = Evidence(shown_of(answers), "check_in")
    titles, label = known(answers, "strengths"), words_of(answers, "evidence")
    if not shown.what:
        return ()
    if label in titles:
        return (MoreEvidence(int(known(answers, "strength_ids")[titles.index(label)]), shown),)
    name = words_of(answers, "strength_name")
    return (Strength(label=name, evidence=(shown,)),) if name else ()
