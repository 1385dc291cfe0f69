"""How an edit of the plan begins: what the message itself tells of what to do, to which line, with which words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.coaching.answers import DECLINED, Answer, Answers, known
from bot.coaching.calling_off import calls_off_at_last, keeps_after_all
from bot.coaching.edits import SHARING, WITHOUT_WORDS, Edit, Pointed, Verb, pointed_at, read_edit, verb_said
from bot.coaching.guides.edit_answers import STATUS_AFTER, offered
from bot.coaching.named_edits import REVIEW
from bot.coaching.new_words import is_a_detail
from bot.coaching.several_wishes import parted
from bot.coaching.text import plain

_FIRST_PART = re.compile(r"[.,;!?]")
OF_NO_LINE = frozenset("the a an my that this thing one goal line bit of about".split())


def opens(text: str, answers: Answers) -> dict[str, Answer]:
    """The answers that the message itself gives: what to do, to which line, with which words."""
    if keeps_after_all(text) and _begins_without_words(text):
        return {"verb": DECLINED}
    wishes = parted(text, _line_of)
    if wishes:
        return {**opens(wishes[0], answers), "later": Answer(items=wishes[1:])}
    edit = read_edit(text)
    if edit is not None and edit.about:
        named = _opened_by_words(Pointed(edit.verb, edit.about), answers, edit.words, edit.field)
        return named or (_opened_by_field(edit, answers) if edit.field else {})
    if edit is not None:
        return opening(edit, answers)
    return _opened_by_words(pointed_at(text), answers) or dict(other_verb(text))


def _begins_without_words(text: str) -> bool:
    """Is it a wish to do to a line what needs no new words, such as to take it out?"""
    edit, pointed = read_edit(text), pointed_at(text)
    first = read_edit(_FIRST_PART.split(text.strip(), maxsplit=1)[0])
    return any(each is not None and each.verb in WITHOUT_WORDS for each in (edit, pointed, first))


def _line_of(wish: str) -> int:
    edit = read_edit(wish)
    return edit.line if edit is not None else 0


def _opened_by_words(pointed: Pointed | None, answers: Answers, words: str = "", field: str = "") -> dict[str, Answer]:
    """The answers of a wish that names its line by some of its words: "park the sister thing".

    `field`: of which field the line is, where that is said too.
    """
    if pointed is None:
        return {}
    verb = {"verb": Answer(choice=pointed.verb.value)}
    told = frozenset(re.findall(r"[\w']+", plain(pointed.words))) - OF_NO_LINE
    lines = offered({**answers, **verb})
    fitting = [line for line in lines if told and told <= set(re.findall(r"[\w']+", plain(line)))]
    fitting = fitting or [line for line in lines if told and all(word in plain(line) for word in told)]
    if field:
        fitting = [line for line in fitting if _field_at(line, answers) == field]
    if pointed.verb in SHARING:  # all of an item at once
        fitting = fitting[:1] if len({_item_at(line, answers) for line in fitting}) == 1 else fitting
        return _about(tuple(fitting), Edit(pointed.verb), answers) or verb
    return _about(tuple(fitting), Edit(pointed.verb, words=words), answers)


def _item_at(line: str, answers: Answers) -> str:
    """Of which item a line of the plan is."""
    place = known(answers, "lines").index(line)
    return known(answers, "places_of_lines")[place].rpartition(":")[0]


def _field_at(line: str, answers: Answers) -> str:
    """Of which field a line of the plan is."""
    place = known(answers, "lines").index(line)
    return known(answers, "places_of_lines")[place].rpartition(":")[2]


def _first_of_shared(answers: Answers) -> tuple[str, ...]:
    """The first line of each item that is shared."""
    first = {_item_at(line, answers): line for line in reversed(known(answers, "shared"))}
    return tuple(reversed(first.values()))


def _about(fitting: tuple[str, ...], edit: Edit, answers: Answers) -> dict[str, Answer]:
    """The answers of a wish about one of these lines; where there are several, it is asked which."""
    lines = known(answers, "lines")
    if len(fitting) == 1:
        return opening(replace(edit, line=lines.index(fitting[0]) + 1, field=""), answers)
    return {**opening(replace(edit, field=""), answers), "among": Answer(items=fitting)} if fitting else {}


def _opened_by_field(edit: Edit, answers: Answers) -> dict[str, Answer]:
    """The answers of a wish that names its line by what it is: "the step", "look again"."""
    lines = known(answers, "lines")
    if 1 <= edit.line <= len(lines) and _field_at(lines[edit.line - 1], answers) == edit.field:
        return opening(replace(edit, field=""), answers)
    pairs = tuple(zip(lines, known(answers, "places_of_lines"), strict=True))
    ids = {f"goal:{number}:" for number in known(answers, "active_ids")}
    under_way = [(line, place.rpartition(":")) for line, place in pairs if place.rpartition(":")[0] + ":" in ids]
    fields = under_way if edit.field != "label" else [(line, place.rpartition(":")) for line, place in pairs]
    fitting = tuple(line for line, (_, _, field) in fields if field == edit.field)
    if not fitting and edit.field == REVIEW:  # a goal that has no such day yet
        titles = tuple(line for line, (_, _, field) in under_way if field == "title")
        given = _about(titles, edit, answers)
        return {**given, "part": Answer(text=REVIEW)} if given else {}
    return _about(fitting, edit, answers)


def other_verb(text: str) -> Mapping[str, Answer]:
    """Where a line is asked for and something else is to be done after all: "park it"."""
    verb = verb_said(text)
    return {"verb": Answer(choice=verb.value)} if verb is not None else {}


def opening(edit: Edit | None, answers: Answers) -> dict[str, Answer]:
    """The answers that this wish gives. One that is called off in the same breath asks for nothing."""
    if edit is None:
        return {}
    if calls_off_at_last(edit.words):
        return {"verb": DECLINED}
    if edit.field:
        return _opened_by_field(edit, answers)
    given = {"verb": Answer(choice=edit.verb.value)}
    lines = known(answers, "lines")
    if 1 <= edit.line <= len(lines):
        given["which"] = Answer(text=lines[_whole_goal(edit.verb, edit.line - 1, answers)])
    shared = _first_of_shared(answers) if edit.verb is Verb.PRIVATE and not edit.line else ()
    if len(shared) == 1 or (shared and edit.everything):
        given["which"] = Answer(text=shared[0], items=shared)
    if edit.besides:
        given["later"] = Answer(items=(edit.besides,))
    if edit.kind:
        given["kind"] = Answer(choice=edit.kind)
    words = "" if is_a_detail(edit.words) else edit.words
    return {**given, **({"new_words": Answer(text=words)} if words else {})}


def _whole_goal(verb: Verb, place: int, answers: Answers) -> int:
    """Where the line stands that this is done to: to park or finish a step is to do so with its goal."""
    places = known(answers, "places_of_lines")
    whole = f"{places[place].rpartition(':')[0]}:title"
    return places.index(whole) if verb in STATUS_AFTER and whole in places else place
