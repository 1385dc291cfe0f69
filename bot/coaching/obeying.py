"""Obeying: what each control does at a question. It must never lose an answer, nor take a sentence for a control."""

from __future__ import annotations

from dataclasses import replace

from bot.coaching import asking, editing
from bot.coaching.answers import DECLINED, KNOWN, LONG, MODE, SHORT, Answer, Answers, takes_longer
from bot.coaching.asides import leave_it
from bot.coaching.asking import Outcome, Turn
from bot.coaching.calling_off import calls_off
from bot.coaching.choosing import offered_at
from bot.coaching.controls import Control, Request
from bot.coaching.draft import Draft, Say
from bot.coaching.edits import names_what_is_shared
from bot.coaching.guide import Guide, Kind
from bot.coaching.text import plain

MODES = {Control.LONGER: (LONG, "utter_longer"), Control.SHORTER: (SHORT, "utter_shorter")}


def obey(guide: Guide, draft: Draft, request: Request, text: str) -> Turn:
    """The turn that a control asks for; `text` is the message that asks for it."""
    control = request.control
    if control in MODES:
        return _switch(guide, draft, control)
    if control is Control.NOT_MEANT:
        return _not_meant(guide, draft)
    if control is Control.SKIP:
        return _skip(guide, draft)
    if control is Control.BACK:
        return _back(guide, draft)
    if control in _OF_A_LINE and _is_of_the_plan(guide, draft, request.line):
        return change_anew(guide, draft, text)
    if control is Control.CHANGE:
        return editing.change(guide, draft, request.line, request.words)
    if control is Control.DELETE:
        return editing.delete(guide, draft, request.line)
    if control is Control.START_AGAIN:
        return _start_again(guide, draft)
    if control is Control.STOP and guide.step(draft.step).needed:
        return Turn(draft, (Say("utter_stopped_before_yes"),), Outcome.LEFT)
    if control in _LEAVING:
        outcome, words = _LEAVING[control]
        return Turn(draft, tuple(Say(each) for each in words), outcome)
    if control is Control.PLAN:
        return replace(asking.repeat(draft), outcome=Outcome.SHOW_PLAN)
    if control is Control.WHY and guide.step(draft.step).needed:
        return _why_needed(guide, draft)
    if control is Control.WHY:
        return asking.repeat(draft, Say(guide.key(guide.step(draft.step), "why")))
    if control is Control.PEERS:
        return asking.repeat(draft, Say("utter_peers"))
    if control is Control.HELP:
        return asking.repeat(draft, Say("utter_help_inside"))
    return asking.repeat(draft)


_OF_A_LINE = frozenset({Control.CHANGE, Control.DELETE})
_LEAVING = {Control.STOP: (Outcome.LEFT, ("utter_stopped",)), Control.MENU: (Outcome.MENU, ())}


def _why_needed(guide: Guide, draft: Draft) -> Turn:
    """Why something is asked that must be answered; it asks again in short, without the whole notice."""
    step = guide.step(draft.step)
    why = Say(guide.key(step, "why"), {}, draft.turn, offered_at(step, draft), step=draft.question.step)
    return Turn(replace(draft, turn=draft.turn + 1), (why,))


def _skip(guide: Guide, draft: Draft) -> Turn:
    step = guide.step(draft.step)
    if step.needed:
        return asking.repeat(draft, Say("utter_needed"))
    if step.kind is Kind.READ_BACK:
        return Turn(draft, (Say("utter_kept_as_draft"),), Outcome.LEFT)
    line = guide.line_of(step.id) if draft.return_to else None
    stands = line is not None and bool(line.shows(draft.answers))
    if stands or step.id in draft.answers:
        return asking.move_on(guide, draft, (Say("utter_stays"),))
    if draft.partial:  # the question about it is skipped, and not what they said
        return leave_it(guide, draft)
    return asking.keep(guide, draft, DECLINED, (Say("utter_skipped", variant=draft.turn),))


def _back(guide: Guide, draft: Draft) -> Turn:
    if draft.return_to:
        return asking.move_on(guide, replace(draft, answers=_out_of_change(guide, draft), queue=()))
    if not draft.path:
        return asking.repeat(draft, Say("utter_first_question"))
    step_id = draft.path[-1]
    earlier = replace(draft.back_at(step_id), asides=0)
    said = draft.answers.get(step_id)
    lead = Say("utter_back_said", {"said": said.text}) if said is not None and said.text else Say("utter_back")
    return asking.show_again(guide, earlier, lead)


def _out_of_change(guide: Guide, draft: Draft) -> Answers:
    """The answers of who goes back out of a change: the new ones, unless a line would be missing that stood before."""
    if len(guide.standing_lines(draft.answers)) >= len(guide.standing_lines(draft.before)):
        return draft.answers
    return editing.as_before(draft)


def _is_of_the_plan(guide: Guide, draft: Draft, line: int) -> bool:
    """Where lines of the plan are changed: is this a number of the plan, and none of the read-back's?"""
    if guide.opens is None:
        return False
    read_back = guide.step(draft.step).kind is Kind.READ_BACK and editing.has_words(guide, draft)
    return not read_back or line > len(guide.standing_lines(draft.answers))


def change_anew(guide: Guide, draft: Draft, text: str) -> Turn:
    """Another change of the plan, in place of the one that was spoken of: the two are never mixed."""
    known = {step: answer for step, answer in draft.answers.items() if step.startswith(KNOWN)}
    opened = guide.opens(text, known) if guide.opens is not None else {}
    return asking.first(guide, Draft(journey=guide.journey, turn=draft.turn, answers={**known, **opened}), ())


def other_sharing(guide: Guide, draft: Draft, text: str) -> Turn | None:
    """The turn of a wish to share a line where the plan is being changed, and of none of the answers offered there."""
    step = guide.step(draft.step)
    if guide.opens is None or step.kind is Kind.OPEN or plain(text) in map(plain, offered_at(step, draft)):
        return None
    return change_anew(guide, draft, text) if names_what_is_shared(text) and not calls_off(text) else None


def another_change(guide: Guide, draft: Draft, text: str) -> Turn | None:
    """The turn of a wish to change a line of the plan where something else was asked; None where it is none."""
    if guide.opens is None:
        return None
    known = {step: answer for step, answer in draft.answers.items() if step.startswith(KNOWN)}
    names_a_line = {"which", "among"} & guide.opens(text, known).keys()
    return change_anew(guide, draft, text) if names_a_line else None


def _start_again(guide: Guide, draft: Draft) -> Turn:
    """From the first question on. What was said here would be lost with it, so that is told first."""
    known = {step: answer for step, answer in draft.answers.items() if step.startswith(KNOWN)}
    said = draft.answers.keys() - known.keys() - {MODE}
    if said and not draft.may_clear:
        return asking.repeat(replace(draft, may_clear=True), Say("utter_start_again_clears"))
    return asking.first(guide, Draft(journey=guide.journey, turn=draft.turn, answers=known), ())


def _switch(guide: Guide, draft: Draft, control: Control) -> Turn:
    """On the shorter or the longer way from here on. Nothing that was said is lost."""
    mode, words = MODES[control]
    if not any(step.long for step in guide.steps):
        return asking.repeat(draft, Say("utter_one_length"))
    if mode == SHORT and not takes_longer(draft.answers):
        return asking.repeat(draft, Say("utter_short_already"))
    switched = replace(draft, answers={**draft.answers, MODE: Answer(choice=mode)})
    step, lead = guide.step(draft.step), (Say(words),)
    if draft.return_to:
        return asking.repeat(switched, *lead)
    if mode == LONG and not draft.path and all(each.startswith(KNOWN) for each in draft.answers):
        return asking.first(guide, switched, lead)
    if step.kind is Kind.READ_BACK and mode == LONG:
        return asking.first(guide, replace(switched, path=(*switched.path, step.id)), lead)
    return asking.repeat(switched, *lead) if step.applies(switched.answers) else asking.move_on(guide, switched, lead)


def _not_meant(guide: Guide, draft: Draft) -> Turn:
    """Their last answer was taken wrongly: it is asked for again. Where there is none, this question is."""
    if guide.step(draft.step).kind is Kind.READ_BACK:
        return editing.change(guide, draft, 0, "")
    if draft.return_to or draft.tries or not draft.path:
        return asking.repeat(draft, Say("utter_sorry", variant=draft.turn))
    earlier = draft.back_at(draft.last_answered)
    return asking.show_again(guide, earlier, Say("utter_taken_wrong", variant=draft.turn))
