"""What another answer outdates: what the earlier one settled, and what was asked because of it.

It must never let an answer stand that hung on words taken back, and never drop one that did not.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from bot.coaching.answers import Answer, Answers, State, words_of
from bot.coaching.draft import Draft
from bot.coaching.gate import Asked
from bot.coaching.guide import Guide, Kind, Line, Step
from bot.coaching.text import plain
from bot.coaching.when import without_times

ALIKE = 0.6  # of the letters in their order, from which new words are the same thing in other words
_TELLING = re.compile(r"[\w']{3,}")  # the words that tell what it is, hardly ever shorter
_SIGNS = re.compile(r"[^\w\s]")


def answers_with(guide: Guide, draft: Draft, answer: Answer, further: Answers) -> dict[str, Answer]:
    """The draft's answers once this one is kept; `further` is what it says of other questions."""
    was, step = draft.answers, guide.step(draft.step)
    now = {**was, **further, step.id: answer}
    fresh, line = {*further, step.id}, guide.line_of(step.id)
    earlier = was.get(step.id)
    if earlier is not None and not _says_the_same(earlier, answer):
        gone = _of_a_change(guide, was, step.id) if draft.return_to else _led_to(guide, was, step.id)
        now = _without(now, {*gone, *step.settles(was, earlier)} - fresh)
        now = _without_the_unasked(guide, was, now, fresh)
    if line is None or not draft.return_to:
        return now
    return _without(now, {*line.clears, *said_of_other_words(guide, was, line, answer.text)} - fresh)


def newly_asked(guide: Guide, was: Answers, now: Answers) -> tuple[str, ...]:
    """The questions that apply only since the latest answer, and have none yet."""
    return tuple(
        step.id
        for step in guide.steps
        if step.kind is not Kind.READ_BACK and step.id not in now and step.applies(now) and not step.applies(was)
    )


def asked_again(guide: Guide, was: Answers, now: Answers) -> tuple[str, ...]:
    """The questions about a line whose answers went with its old words."""
    about = {each for line in guide.lines for each in line.about}
    gone = (about & was.keys()) - now.keys()
    return tuple(step.id for step in guide.steps if step.id in gone and step.applies(now))


def said_of_other_words(guide: Guide, was: Answers, line: Line, words: str) -> set[str]:
    """What was said about a line and does not hold of its new words: nothing, where they are the same thing."""
    before = act_of(guide, was, line) if line.time_step else words_of(was, line.main)
    if _is_reworded(before, words):
        return set()
    return {step for step in line.about if step in was and was[step].state is State.GIVEN}


def act_of(guide: Guide, answers: Answers, line: Line) -> str:
    """The act of a step's line in the words that were said last."""
    others = [step for step in line.clears if guide.step(step).asked is Asked.STEP]
    return next((said for step in (*others, line.main) if (said := words_of(answers, step))), "")


def _is_reworded(before: str, words: str) -> bool:
    """Is it the same thing in other words: "my own place with a dog" after "with a cat", or told more narrowly?"""
    one, other = (" ".join(plain(without_times(each)).strip(" .,").split()) for each in (before, words))
    told, left = ({*_TELLING.findall(each)} for each in (one, other))
    narrower = bool(left) and left <= told
    return narrower or other.startswith(f"{one} ") or SequenceMatcher(None, one, other).ratio() >= ALIKE


def _says_the_same(one: Answer, other: Answer) -> bool:
    """Are these the same answer, but for case and signs?"""
    parts = ((_SIGNS.sub("", plain(each.text)), each.choice, each.number, each.state) for each in (one, other))
    return len(set(parts)) == 1


def _of_a_change(guide: Guide, was: Answers, step_id: str) -> set[str]:
    """What a changed line asks again. Its time stays, where they skip it."""
    line = guide.line_of(step_id)
    asked_again = {each for each in line.follow if guide.step(each).applies(was)} if line else set()
    return asked_again - {line.time_step} if line else set()


def _led_to(guide: Guide, was: Answers, start: str) -> set[str]:
    """Every later question that this one led to, and the ones that those led to, and what they all settled."""
    places = {step.id: place for place, step in enumerate(guide.steps)}
    found: set[str] = set()
    waiting = [start]
    while waiting:
        step = guide.step(waiting.pop())
        # What is no question ("told") goes with the question that it belongs to, and not with its own answer.
        beyond = places[start] + (step.id != start)
        new = {each for each in _next_to(guide, step, was) if places.get(each, beyond) > places[start]} - found
        found |= new
        waiting += new & places.keys()
    return found


def _next_to(guide: Guide, step: Step, was: Answers) -> set[str]:
    line, answer = guide.line_of(step.id), was.get(step.id)
    of_line = {*line.follow, *line.clears, *line.about} if line else set()
    return {*step.leads_to, *of_line, *(step.settles(was, answer) if answer else ())}


def _without_the_unasked(guide: Guide, was: Answers, now: dict[str, Answer], fresh: set[str]) -> dict[str, Answer]:
    """Without the answers to questions that would not have been asked after the latest answer."""
    for step in guide.steps:
        if step.id in now and step.id not in fresh and step.when(was) and not step.when(now):
            now = _without(now, {step.id, *step.settles(was, was[step.id])} - fresh)
    return now


def _without(answers: Answers, gone: set[str]) -> dict[str, Answer]:
    return {step: kept for step, kept in answers.items() if step not in gone}
