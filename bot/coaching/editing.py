"""Changing what is read back: a line by its number, by its words, or away with it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.coaching import asking
from bot.coaching.answers import DECLINED, MODE, Answer, Answers, words_of
from bot.coaching.asking import Turn
from bot.coaching.calling_off import calls_off, calls_off_at_last, lets_all_go
from bot.coaching.draft import Draft, Say
from bot.coaching.gate import Asked, names_a_time
from bot.coaching.guide import Guide, Kind, Line
from bot.coaching.if_then import parts_said, speaks_of_the_act
from bot.coaching.named_edits import review_said
from bot.coaching.naming import is_a_size
from bot.coaching.new_words import kept_beside, meant, put_instead, time_said, without
from bot.coaching.outdating import act_of, asked_again, said_of_other_words
from bot.coaching.putting_right import at_another_time, put_right, with_another_time
from bot.coaching.text import NO, plain, unadorned
from bot.coaching.times_alone import time_alone
from bot.coaching.when import where_named

_A_DETAIL = re.compile(r"^(?:the|a|an|at|in|on|with|to the|by|near|my|from)\s", re.IGNORECASE)
MOST_WORDS_OF_A_DETAIL = 5
_KEEPS = re.compile(r"(?:no |yes )?(?:keep|leave) (?:it|that|them|this)(?: (?:please|in|there))?")
_BACK_AGAIN = re.compile(r"\b(?:was|were|before|back|undo|old|di?d?o?(?: no|n')t|in)\b")
_LEFT_EMPTY = re.compile(
    r"(?:(?:no|nothing|just|actually|please|then|oh|leave)[\s,.]+)*(?:leave it (?:empty|blank|out)"
    r"|(?:it )?(?:empty|blank)"
    r"|(?:take|cross|leave) (?:it|that|this)(?: (?:line|one))? (?:right )?(?:out|off|away)|(?:delete|remove|drop"
    r"|bin|scrap)"
    r" (?:it|that|this)(?: (?:line|one))?|nothing|none|no line|get rid of (?:it|that))(?: (?:please|then|thanks"
    r"|at all))*"
)


def change(guide: Guide, draft: Draft, number: int, words: str, out: str = "") -> Turn:
    """Change a line: to these words, or by asking its question again; ask which line where none was named.

    `out` are words of the line that are to go.
    """
    standing = guide.standing_lines(draft.answers)
    if not standing:
        return asking.repeat(draft, Say("utter_no_lines_yet"))
    if number == 0 and len(standing) > 1:
        return _which_line(guide, draft)
    line = _line(guide, draft, number or 1)
    if line is None:
        return asking.repeat(draft, Say("utter_no_such_line", {"count": str(len(standing))}))
    if calls_off_at_last(words):
        return asking.repeat(draft, Say("utter_stays"))
    was = " ".join(line.shows(draft.answers).values())
    words = _as_meant(guide, line, meant(words, was, line.named))
    words = words or (_left_of(guide, draft.answers, line, out) if out else "")
    if words and not line.by_question and not is_a_size(words):
        return _changed(guide, draft, line, words)
    return _ask_line_again(guide, draft, line)


def _as_meant(guide: Guide, line: Line, words: str) -> str:
    """New words without what is taken back in them again, and of the day to look again the day alone."""
    if "look again" in line.named and (again := review_said(words)):
        return again[0]
    return put_right(words, Asked.STEP) or words if is_timed(guide, line) else words


def delete(guide: Guide, draft: Draft, number: int) -> Turn:
    """Take a line out. With none left there is nothing to keep."""
    line = _line(guide, draft, number)
    if line is None:
        count = len(guide.standing_lines(draft.answers))
        return asking.repeat(draft, Say("utter_no_such_line", {"count": str(count)}))
    answers = {**draft.answers, **dict.fromkeys(line.steps, DECLINED)}
    left = replace(draft, answers=answers, before=draft.answers, tries=0)
    step, gone = guide.step(draft.step), (Say("utter_line_deleted"),)
    if step.kind is not Kind.READ_BACK:
        return asking.repeat(left, *gone) if step.applies(answers) else asking.move_on(guide, left, gone)
    if not guide.standing_lines(answers):
        return asking.nothing(guide, left)
    return asking.ask(guide, left, draft.step, gone)


def called_off(guide: Guide, draft: Draft, text: str) -> Turn | None:
    """The turn after a change that this message calls off: all stands as it was. None where it calls none off."""
    if guide.step(draft.step).kind is Kind.READ_BACK and lets_all_go(text):
        return asking.let_go(guide, draft)
    if guide.opens is not None:
        return asking.nothing(guide, draft) if calls_off_at_last(text) or _refuses(guide, draft, text) else None
    if draft.return_to and (line := guide.line_of(draft.step)) and _LEFT_EMPTY.fullmatch(plain(text)):
        return _left_empty(guide, draft, line)
    if draft.return_to:
        stays = replace(draft, answers=as_before(draft), queue=())
        return asking.move_on(guide, stays, (Say("utter_stays"),)) if calls_off_at_last(text) else None
    if not draft.before or not calls_off(text) or not _BACK_AGAIN.search(plain(text)):
        return None
    stays, lead = replace(draft, answers=as_before(draft), before={}), Say("utter_stays")
    read_back = guide.step(draft.step).kind is Kind.READ_BACK
    return asking.ask(guide, stays, draft.step, (lead,)) if read_back else asking.repeat(stays, lead)


def by_halves(guide: Guide, draft: Draft, text: str) -> Turn | None:
    """The turn in which the question of an if-then line, asked again, is answered with its act, or with both halves."""
    line = guide.line_of(draft.step) if draft.return_to else None
    words = put_instead(text) or text
    if line is None or not line.act_step or not speaks_of_the_act(words):
        return None
    back = replace(draft, step=draft.return_to, return_to="", queue=(), answers=as_before(draft), before={})
    return _changed(guide, back, line, words)


def _left_empty(guide: Guide, draft: Draft, line: Line) -> Turn:
    """The turn in which a line goes whose words were to be changed."""
    number = next(place for place, (each, _) in enumerate(guide.standing_lines(draft.before), start=1) if each is line)
    return delete(guide, replace(draft, step=draft.return_to, return_to="", queue=(), answers=as_before(draft)), number)


def _refuses(guide: Guide, draft: Draft, text: str) -> bool:
    """Is it a no where new words are asked for, or to a change that has no words to put right?"""
    said, kind = unadorned(text), guide.step(draft.step).kind
    if kind is not Kind.READ_BACK:
        return kind is Kind.OPEN and said in NO
    return not has_words(guide, draft) and (said in NO or bool(_KEEPS.fullmatch(said)))


def has_words(guide: Guide, draft: Draft) -> bool:
    """Does a line stand whose words can be put otherwise?"""
    return any(not line.by_question for line, _ in guide.standing_lines(draft.answers))


def as_before(draft: Draft) -> Answers:
    """The answers as they were before the change. Which way was chosen meanwhile stays so."""
    way = {MODE: draft.answers[MODE]} if MODE in draft.answers else {}
    return {**draft.before, **way}


def _line(guide: Guide, draft: Draft, number: int) -> Line | None:
    standing = guide.standing_lines(draft.answers)
    return standing[number - 1][0] if 1 <= number <= len(standing) else None


def _which_line(guide: Guide, draft: Draft) -> Turn:
    """Which line is meant, with all of them in view, also where only one was shown last."""
    lines = tuple((line.words, dict(values)) for line, values in guide.standing_lines(draft.answers))
    numbers = tuple(str(number) for number in range(1, len(lines) + 1))
    return asking.ask_with(draft, Say("utter_which_line", {}, 0, numbers, lines, draft.question.step))


def _left_of(guide: Guide, answers: Answers, line: Line, out: str) -> str:
    """The words of a line without some of them; nothing where it does not have them."""
    if line.act_step:
        moment = without(words_of(answers, line.moment_step or line.main), out)
        act = without(words_of(answers, line.act_step), out)
        return f"if {moment}" if moment else f"then I will {act}" if act else ""
    said = act_of(guide, answers, line) if line.time_step else next(iter(line.shows(answers).values()))
    return without(said, out)


def _with_words(guide: Guide, line: Line, was: Answers, words: str) -> dict[str, Answer]:
    """The answers with new words for a line: its time, its act, a detail added to it, or all of it."""
    answers = dict(was)
    time = time_alone(words) if is_timed(guide, line) else ""
    if time and line.time_step:
        return {**answers, line.time_step: _other_time(time_before(guide, answers, line), time)}
    if time:
        return {**answers, line.main: _act_at(answers[line.main], time)}
    if line.act_step:
        return _with_moment_or_act(line, answers, words)
    said = act_of(guide, answers, line) if line.time_step else ""
    if said and _A_DETAIL.match(words) and len(words.split()) <= MOST_WORDS_OF_A_DETAIL:
        words = said if plain(words) in plain(said) else f"{said.rstrip(' .,')}, {words}"
    outdated = {*line.clears, *line.follow} - ({line.time_step} if not names_a_time(words) else set())
    outdated |= said_of_other_words(guide, answers, line, words)
    kept = {step: answer for step, answer in answers.items() if step not in outdated}
    stays = _time_kept(time_before(guide, answers, line), words) if line.time_step else None
    return {**kept, **({line.time_step: stays} if stays else {}), line.main: Answer(text=line.joined(answers, words))}


def is_timed(guide: Guide, line: Line) -> bool:
    """Does the line say when something is to be done, be it in the words of the act?"""
    return bool(line.time_step) or (guide.step(line.main).asks_for_act and not line.act_step)


def time_before(guide: Guide, answers: Answers, line: Line) -> Answer | None:
    """The time of a step as it was said: on its own, or in the words of the act."""
    told = answers.get(line.time_step)
    if told is not None and told.text:
        return told
    acts = [step for step in (*line.clears, line.main) if step in answers and guide.step(step).asked is Asked.STEP]
    times = (replace(answers[step], text=time_said(answers[step].text), choice="") for step in acts)
    return next((time for time in times if time.text), None)


def _time_kept(before: Answer | None, words: str) -> Answer | None:
    """What of the time before stays beside a new act: all of it, or its day where the new words only name an hour."""
    time = kept_beside(words, before.text) if before is not None else ""
    return replace(before, text=time) if before is not None and time else None


def _other_time(before: Answer | None, time: str) -> Answer:
    """Another time; of the one before it what the new words do not speak of: its day, or its hour."""
    both = with_another_time(before.text, time) if before is not None else None
    if before is None or both is None:
        return Answer(text=time)
    return Answer(text=both, at="" if where_named(time)[0] else before.at)  # "tomorrow" is what it was then


def _act_at(before: Answer, time: str) -> Answer:
    """The same act at another time, where its own words say when."""
    return Answer(text=at_another_time(before.text, time), at="" if where_named(time)[0] else before.at)


def _with_moment_or_act(line: Line, was: Answers, words: str) -> dict[str, Answer]:
    """The answers with another moment, another act, or both; what the words do not speak of stays."""
    moment_step = line.moment_step or line.main
    moment, act = parts_said(words, (words_of(was, moment_step), words_of(was, line.act_step)))
    answers = {**was, moment_step: Answer(text=moment)} if moment else dict(was)
    if not act:
        return answers
    left = {step: kept for step, kept in answers.items() if step not in line.follow or step == line.moment_step}
    return {**left, line.act_step: Answer(text=act)}


def _changed(guide: Guide, was: Draft, line: Line, words: str) -> Turn:
    answers = _with_words(guide, line, was.answers, words)
    standing = guide.standing_lines(answers)
    number = next((place for place, (each, _) in enumerate(standing, start=1) if each is line), 0)
    if not number:  # the new words have put it elsewhere, or have more asked before it stands again
        queue = tuple(each for each in line.follow if each not in answers and guide.step(each).applies(answers))
        draft = replace(was, answers=answers, before=was.before if was.return_to else was.answers, tries=0, partial="")
        return asking.next_of_change(guide, replace(draft, return_to=was.step, queue=queue), ())
    before = _with_words(guide, line, was.before, words) if was.return_to else was.answers
    draft = replace(was, answers=answers, before=before)
    lead = _goes_with_it(guide, was.answers, answers)
    # Its own new words first, then what they have changed with it, such as the day of the next look.
    others = [(each.words, dict(shown)) for each, shown in standing if each is not line and shown != each.shows(before)]
    now = ((line.words, dict(standing[number - 1][1])), *others)
    line_now, again = (
        Say("utter_line_now", {"number": str(number)}, lines=now),
        asked_again(guide, was.answers, answers),
    )
    if again:
        return ask_again(guide, draft, again, (*lead, line_now, Say(asking.ONCE_MORE)))
    if guide.step(draft.step).kind is not Kind.READ_BACK:
        return asking.repeat(draft, *lead, line_now)
    question = Say("utter_line_changed", {"number": str(number)}, lines=now, step=draft.question.step)
    return asking.ask_with(replace(draft, tries=0), question, lead)


def ask_again(guide: Guide, draft: Draft, again: tuple[str, ...], lead: tuple[Say, ...]) -> Turn:
    """Ask what was said about other words than those that stand now, and then what was asked before the change."""
    changing = replace(draft, return_to=draft.return_to or draft.step, tries=0, partial="")
    under_way = (draft.step,) if draft.return_to else ()
    queue = asking.with_questions(guide, changing, (*again, *under_way))
    return asking.next_of_change(guide, replace(changing, queue=queue), lead)


def _goes_with_it(guide: Guide, was: Answers, now: Answers) -> tuple[Say, ...]:
    """The lines that stood before a change and do not any more: none goes without a word."""
    stands = {line.words for line, _ in guide.standing_lines(now)}
    gone = tuple((line.words, dict(shown)) for line, shown in guide.standing_lines(was) if line.words not in stands)
    return (Say("utter_goes_with_it", lines=gone),) if gone else ()


def _ask_line_again(guide: Guide, draft: Draft, line: Line) -> Turn:
    changing = replace(
        draft, step=line.main, return_to=draft.step, before=draft.answers, queue=line.follow, tries=0, partial=""
    )
    return asking.show_again(guide, changing, Say("utter_now_it_says", lines=_shown(guide, draft, line)))


def _shown(guide: Guide, draft: Draft, line: Line) -> tuple[tuple[str, dict[str, str]], ...]:
    return tuple((each.words, dict(values)) for each, values in guide.standing_lines(draft.answers) if each is line)
