"""Changing the plan by chat: one line at a time, read back before it counts (method: G16, section 8)."""

from __future__ import annotations

from bot.coaching.answers import known
from bot.coaching.edits import Verb
from bot.coaching.gate import Asked
from bot.coaching.guide import Choice, Guide, Line, Step
from bot.coaching.guide import Kind as Asks
from bot.coaching.guides import edit_answers as said
from bot.coaching.guides import edit_opening
from bot.coaching.guides.phrases import never
from bot.coaching.text import clipped

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
    Choice(said.STRENGTH, ("strength", "a strength")),
    Choice("person", ("person", "someone")),
    Choice("place", ("place",)),
    Choice("role", ("role", "who i am")),
    Choice("coping", ("coping", "what helps")),
    Choice("wish", ("wish",)),
    Choice("stay_well", ("staying well", "stay well")),
    Choice("choice", ("treatment", "my treatment")),
    Choice("framing", ("my own name for it", "what i call it")),
)


def _whole_lines(verb: Verb) -> tuple[Line, ...]:
    first, more = f"utter_edit_line_{verb.value}", f"utter_edit_line_{verb.value}_too"
    return tuple(
        Line(more if number else first, "which", said.part_line(verb, number), by_question=True)
        for number in range(said.MOST_PARTS)
    )


EDIT = Guide(
    journey="edit",
    steps=(
        Step("verb", "edit", Asks.CHOICE, choices=_VERBS, leads_to=("which",)),
        Step("kind", "edit", Asks.CHOICE, choices=_KINDS, when=lambda answers: said.verb_of(answers) is Verb.ADD),
        Step(
            "which",
            "edit",
            Asks.CHOICE,
            when=lambda answers: said.verb_of(answers) not in (None, Verb.ADD) and bool(said.offered(answers)),
            offers=said.offered,
            reads=edit_opening.other_verb,
            reflects=False,
            leads_to=("new_words", "make_room"),
        ),
        Step(
            "new_words",
            "edit",
            asked=Asked.NAME,
            when=said.takes_words,
            wording=lambda answers: "add" if said.verb_of(answers) is Verb.ADD else "",
            says=lambda answers: {"line": clipped(said.shown(answers), 20)},
            reflects=False,
        ),
        Step(
            "make_room",
            "edit",
            Asks.CHOICE,
            choices=(Choice("stay", ("leave it parked", "leave it", "neither", "none", "no")),),
            when=said.is_full,
            offers=lambda answers: known(answers, "active"),
        ),
        Step("review", "edit", asked=Asked.WHEN, when=never, reflects=False),
        Step("read_back", "edit", Asks.READ_BACK, wording=said.one_first),
    ),
    lines=(
        Line("utter_edit_line_change", "new_words", said.change_line),
        Line("utter_edit_line_change_if_then", "new_words", said.if_then_line, joined=said.both_halves),
        Line("utter_edit_line_review", "review", said.review_line, named=("look again", "day to look again")),
        Line("utter_edit_line_add", "new_words", said.add_line),
        Line("utter_edit_line_delete", "which", said.shows(Verb.DELETE), by_question=True),
        Line("utter_edit_line_park", "which", said.shows(Verb.PARK), by_question=True),
        Line("utter_edit_line_resume", "which", said.shows(Verb.RESUME), by_question=True),
        Line("utter_edit_line_park", "make_room", said.waits_line, by_question=True),
        Line("utter_edit_line_finish", "which", said.shows(Verb.FINISH), by_question=True),
        *_whole_lines(Verb.SHARE),
        *_whole_lines(Verb.PRIVATE),
    ),
    keeps=said.changes,
    nothing="utter_nothing_changed",
    opens=edit_opening.opens,
)
