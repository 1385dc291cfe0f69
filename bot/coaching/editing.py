"""Changing what is read back: a line by its number, by its words, or away with it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.coaching import asking
from bot.coaching.answers import DECLINED, Answer, words_of
from bot.coaching.asking import Outcome, Turn
from bot.coaching.draft import Draft, Say
from bot.coaching.gate import is_only_a_time, names_a_time
from bot.coaching.guide import Guide, Kind, Line
from bot.coaching.reading import both_parts
from bot.coaching.text import plain

_A_DETAIL = re.compile(r"^(?:the|a|an|at|in|on|with|to the|by|near|my|from)\s", re.IGNORECASE)
MOST_WORDS_OF_A_DETAIL = 5


def change(guide: Guide, draft: Draft, number: int, words: str) -> Turn:
    """Change a line: to these words, or by asking its question again; ask which line where none was named."""
    standing = guide.standing_lines(draft.answers)
    if not standing:
        return asking.repeat(draft, Say("utter_no_lines_yet"))
    if number == 0 and len(standing) > 1:
        return _which_line(draft, len(standing))
    line = _line(guide, draft, number or 1)
    if line is None:
        return asking.repeat(draft, Say("utter_no_such_line", {"count": str(len(standing))}))
    if words and not line.by_question:
        return _changed(guide, replace(draft, answers=_with_words(line, draft, words)), line)
    return _ask_line_again(guide, draft, line)


def delete(guide: Guide, draft: Draft, number: int) -> Turn:
    """Take a line out. With none left there is nothing to keep."""
    line = _line(guide, draft, number)
    if line is None:
        count = len(guide.standing_lines(draft.answers))
        return asking.repeat(draft, Say("utter_no_such_line", {"count": str(count)}))
    answers = {**draft.answers, **dict.fromkeys(line.steps, DECLINED)}
    left = replace(draft, answers=answers, tries=0)
    step, gone = guide.step(draft.step), (Say("utter_line_deleted"),)
    if step.kind is not Kind.READ_BACK:
        return asking.repeat(left, *gone) if step.applies(answers) else asking.move_on(guide, left, gone)
    if not guide.standing_lines(answers):
        return Turn(left, (Say("utter_nothing_to_keep"),), Outcome.NOTHING)
    return asking.ask(guide, left, draft.step, gone)


def _line(guide: Guide, draft: Draft, number: int) -> Line | None:
    standing = guide.standing_lines(draft.answers)
    return standing[number - 1][0] if 1 <= number <= len(standing) else None


def _which_line(draft: Draft, count: int) -> Turn:
    numbers = tuple(str(number) for number in range(1, count + 1))
    return asking.ask_with(draft, Say("utter_which_line", {}, 0, numbers, draft.question.lines, draft.question.step))


def _with_words(line: Line, draft: Draft, words: str) -> dict[str, Answer]:
    """The answers with new words for a line: its time, its act, a detail added to it, or all of it."""
    answers = dict(draft.answers)
    if line.time_step and is_only_a_time(words):
        return {**answers, line.time_step: Answer(text=words)}
    if line.act_step:
        moment, act = both_parts(words)
        cue = {line.main: Answer(text=moment)} if moment else {}
        return {**answers, **cue, line.act_step: Answer(text=act)}
    said = [words_of(answers, step) for step in (*line.clears, line.main) if words_of(answers, step)]
    if line.time_step and said and _A_DETAIL.match(words) and len(words.split()) <= MOST_WORDS_OF_A_DETAIL:
        known = plain(words) in plain(said[0])
        words = said[0] if known else f"{said[0].rstrip(' .,')}, {words}"
    outdated = {*line.clears, *line.follow} - ({line.time_step} if not names_a_time(words) else set())
    return {step: kept for step, kept in answers.items() if step not in outdated} | {line.main: Answer(text=words)}


def _changed(guide: Guide, draft: Draft, line: Line) -> Turn:
    standing = guide.standing_lines(draft.answers)
    number = next((place for place, (each, _) in enumerate(standing, start=1) if each is line), 0)
    if not number:  # the new words have put it elsewhere
        return asking.repeat(draft)
    now = ((line.words, dict(standing[number - 1][1])),)
    if guide.step(draft.step).kind is not Kind.READ_BACK:
        return asking.repeat(draft, Say("utter_line_now", {"number": str(number)}, lines=now))
    question = Say("utter_line_changed", {"number": str(number)}, lines=now, step=draft.question.step)
    return asking.ask_with(replace(draft, tries=0), question)


def _ask_line_again(guide: Guide, draft: Draft, line: Line) -> Turn:
    changing = replace(draft, return_to=draft.step, queue=line.follow, tries=0, partial="")
    return asking.ask(guide, changing, line.main, (Say("utter_now_it_says", lines=_shown(guide, draft, line)),))


def _shown(guide: Guide, draft: Draft, line: Line) -> tuple[tuple[str, dict[str, str]], ...]:
    return tuple((each.words, dict(values)) for each, values in guide.standing_lines(draft.answers) if each is line)
