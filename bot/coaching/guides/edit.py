"""Changing the plan by chat: one line at a time, read back before it counts (method: G16, section 8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.coaching.answers import Answer, Answers, choice_of, known, words_of
from bot.coaching.edits import Edit, Verb
from bot.coaching.gate import Asked, is_only_a_time, names_a_time
from bot.coaching.guide import Choice, Guide, Line, Step
from bot.coaching.guide import Kind as Asks
from bot.coaching.guides import moments
from bot.coaching.plan import (
    Change,
    Changed,
    IfThen,
    Item,
    Kind,
    LineKind,
    OwnLine,
    Removed,
    Shared,
    Status,
    Strength,
)
from bot.coaching.plan import Step as PlanStep
from bot.coaching.reading import both_parts
from bot.coaching.text import clipped

_STATUS = {Verb.PARK: Status.PARKED, Verb.RESUME: Status.ACTIVE, Verb.FINISH: Status.DONE}
_WORDY = frozenset({Verb.CHANGE, Verb.ADD})
_STRENGTH = "strength"
_VERBS = (
    Choice("change", ("change", "change a line", "edit")),
    Choice("delete", ("delete", "take out", "remove")),
    Choice("add", ("add", "add something")),
    Choice("park", ("park", "pause")),
    Choice("resume", ("resume", "take up")),
    Choice("finish", ("finish", "done")),
    Choice("share", ("share",)),
    Choice("private", ("private", "keep private")),
)
_KINDS = (
    Choice(_STRENGTH, ("strength", "a strength")),
    Choice("person", ("person", "someone")),
    Choice("place", ("place",)),
    Choice("role", ("role", "who i am")),
    Choice("coping", ("coping", "what helps")),
    Choice("wish", ("wish",)),
    Choice("stay_well", ("staying well", "stay well")),
    Choice("choice", ("treatment", "my treatment")),
    Choice("framing", ("my own name for it", "what i call it")),
)


def opening(edit: Edit | None, answers: Answers) -> dict[str, Answer]:
    """The answers that the wish itself gives: what to do, to which line, with which words."""
    if edit is None:
        return {}
    given = {"verb": Answer(choice=edit.verb.value)}
    lines = known(answers, "lines")
    if 1 <= edit.line <= len(lines):
        given["which"] = Answer(text=lines[_whole_goal(edit.verb, edit.line - 1, answers)])
    if edit.kind:
        given["kind"] = Answer(choice=edit.kind)
    return {**given, **({"new_words": Answer(text=edit.words)} if edit.words else {})}


def _whole_goal(verb: Verb, place: int, answers: Answers) -> int:
    """Where the line stands that this is done to: to park or finish a step is to do so with its goal."""
    places = known(answers, "places_of_lines")
    whole = f"{places[place].rpartition(':')[0]}:title"
    return places.index(whole) if verb in _STATUS and whole in places else place


def _verb(answers: Answers) -> Verb | None:
    chosen = choice_of(answers, "verb")
    return Verb(chosen) if chosen else None


def _place(answers: Answers) -> int:
    lines, label = known(answers, "lines"), words_of(answers, "which")
    return lines.index(label) if label in lines else -1


def _field(answers: Answers) -> tuple[Item, str] | None:
    """The item and the field of the line that this is about."""
    place = _place(answers)
    if place < 0:
        return None
    kind, number, field = known(answers, "places_of_lines")[place].split(":")
    return Item(Kind(kind), int(number)), field


def _of_goals(answers: Answers) -> bool:
    return _verb(answers) in _STATUS


def _offered(answers: Answers) -> tuple[str, ...]:
    """The lines that this may be done to: of a goal's status only goals themselves."""
    lines, places = known(answers, "lines"), known(answers, "places_of_lines")
    goals = tuple(
        line
        for line, place in zip(lines, places, strict=True)
        if place.startswith("goal:") and place.endswith(":title")
    )
    return goals if _of_goals(answers) else lines


def _shown(answers: Answers) -> str:
    """The line that this is about, without its number."""
    return words_of(answers, "which").partition(". ")[2] or words_of(answers, "which")


def _shows(*verbs: Verb) -> Callable[[Answers], Mapping[str, str]]:
    def shows(answers: Answers) -> Mapping[str, str]:
        if _verb(answers) not in verbs or not _can(answers):
            return {}
        return {"line": clipped(_shown(answers), 14)}

    return shows


def _change_line(answers: Answers) -> Mapping[str, str]:
    words = words_of(answers, "new_words")
    if _verb(answers) is not Verb.CHANGE or not words or not _can(answers):
        return {}
    return {"line": clipped(_shown(answers), 10), "words": clipped(words, 12)}


def _add_line(answers: Answers) -> Mapping[str, str]:
    words = words_of(answers, "new_words")
    if _verb(answers) is not Verb.ADD or not words or not choice_of(answers, "kind"):
        return {}
    return {"words": clipped(words, 20)}


def _can(answers: Answers) -> bool:
    """Can this be done to that line: a goal's status to a goal, anything else to any?"""
    return words_of(answers, "which") in _offered(answers)


def _edit(answers: Answers) -> tuple[Change, ...]:
    verb, words = _verb(answers), words_of(answers, "new_words")
    if verb is Verb.ADD:
        kind = choice_of(answers, "kind")
        return (Strength(label=words) if kind == _STRENGTH else OwnLine(LineKind(kind), words),)
    found = _field(answers)
    if found is None or verb is None:
        return ()
    item, field = found
    if verb in _STATUS:
        return (Changed(item, {"status": _STATUS[verb]}),)
    if verb in (Verb.SHARE, Verb.PRIVATE):
        return (Shared(item, verb is Verb.SHARE),)
    if verb is Verb.DELETE:
        return (_deleted(item, field),)
    return (Changed(item, _new_values(field, words, answers)),)


def _deleted(item: Item, field: str) -> Change:
    if item.kind in {Kind.STRENGTH, Kind.LINE}:
        return Removed(item)
    if item.kind is Kind.GOAL and field == "title":
        return Changed(item, {"status": Status.CHANGED})
    empty: dict[str, Any] = {"step": None, "if_then": None, "kit": ()}
    return Changed(item, {field: empty.get(field, "")})


def _new_values(field: str, words: str, answers: Answers) -> dict[str, Any]:
    before, _, after = known(answers, "parts_of_lines")[_place(answers)].partition("\n")
    if field == "title":
        return {"vision": words, "towards": "", "short": "", "chosen": ""}
    if field == "step":
        return {"step": _new_step(before, after, words, answers)}
    if field == "review":
        told, day = moments.read(answers, words)
        return {"review": told, "review_on": day}
    if field == "if_then":
        cue, act = both_parts(words)
        return {"if_then": IfThen(cue or before, act)}
    return {field: (words,) if field == "kit" else words}


def _new_step(what: str, when: str, words: str, answers: Answers) -> PlanStep:
    """The step with another time, or another act at the time that it had."""
    if is_only_a_time(words):
        told, day = moments.read(answers, words)
        return PlanStep(what, told, on=day)
    if names_a_time(words):
        return PlanStep(words, on=moments.read(answers, words)[1])
    return PlanStep(words, when, on=moments.read(answers, when)[1])


EDIT = Guide(
    journey="edit",
    steps=(
        Step("verb", "edit", Asks.CHOICE, choices=_VERBS),
        Step("kind", "edit", Asks.CHOICE, choices=_KINDS, when=lambda answers: _verb(answers) is Verb.ADD),
        Step(
            "which",
            "edit",
            Asks.CHOICE,
            when=lambda answers: _verb(answers) not in (None, Verb.ADD) and bool(_offered(answers)),
            offers=_offered,
        ),
        Step(
            "new_words",
            "edit",
            asked=Asked.NAME,
            when=lambda answers: _verb(answers) in _WORDY and bool(choice_of(answers, "kind") or _can(answers)),
            wording=lambda answers: "add" if _verb(answers) is Verb.ADD else "",
            says=lambda answers: {"line": clipped(_shown(answers), 20)},
            reflects=False,
        ),
        Step("read_back", "edit", Asks.READ_BACK),
    ),
    lines=(
        Line("utter_edit_line_change", "new_words", _change_line),
        Line("utter_edit_line_add", "new_words", _add_line),
        Line("utter_edit_line_delete", "which", _shows(Verb.DELETE), by_question=True),
        Line("utter_edit_line_park", "which", _shows(Verb.PARK), by_question=True),
        Line("utter_edit_line_resume", "which", _shows(Verb.RESUME), by_question=True),
        Line("utter_edit_line_finish", "which", _shows(Verb.FINISH), by_question=True),
        Line("utter_edit_line_share", "which", _shows(Verb.SHARE), by_question=True),
        Line("utter_edit_line_private", "which", _shows(Verb.PRIVATE), by_question=True),
    ),
    keeps=_edit,
)
