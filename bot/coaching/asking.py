"""Asking: which question comes next, and how it is shown, shown again and kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from bot.coaching.answers import Answer, Answers
from bot.coaching.changes import Change
from bot.coaching.draft import Draft, Say
from bot.coaching.guide import Guide, Kind
from bot.coaching.outdating import answers_with, asked_again, newly_asked

NOTHING_FURTHER: Answers = {}
ONCE_MORE = "utter_asked_once_more"
SCALE = tuple(str(number) for number in range(11))


class Outcome(str, Enum):
    """Where a turn leaves the dialogue."""

    ASKING = "asking"
    SHOW_PLAN = "show_plan"  # asking on, after the plan has been shown
    KEPT = "kept"  # confirmed: the items are to be kept
    LEFT = "left"  # stopped by the person; the draft stays
    MENU = "menu"  # left for the menu; the draft stays
    NOTHING = "nothing"  # at its end with nothing to keep


@dataclass(frozen=True)
class Turn:
    """One turn's result: the next draft, what to say, where it leaves the dialogue, what was confirmed."""

    draft: Draft
    sayings: tuple[Say, ...]
    outcome: Outcome = Outcome.ASKING
    items: tuple[Change, ...] = ()


def ask(guide: Guide, draft: Draft, step_id: str, lead: tuple[Say, ...] = (), suffix: str = "") -> Turn:
    """Ask a step's question, in its own wording or, for a probe, in the one that the suffix names."""
    step = guide.step(step_id)
    wording = suffix or step.wording(draft.answers)
    question = Say(
        words=guide.key(step, wording),
        values=dict(step.says(draft.answers)),
        variant=draft.asked[step_id].variant + 1 if step_id in draft.asked and not suffix else draft.turn,
        choices=_own_labels(guide, draft, step_id),
        lines=_lines(guide, draft) if step.kind is Kind.READ_BACK else (),
        step=f"{guide.journey}.{step_id}",
    )
    asked = draft.asked if suffix else {**draft.asked, step_id: question}
    return ask_with(replace(draft, step=step_id, asked=asked), question, lead)


def ask_with(draft: Draft, question: Say, lead: tuple[Say, ...] = ()) -> Turn:
    """Show this question, after what leads to it."""
    shown = replace(draft, question=question, turn=draft.turn + 1)
    return Turn(shown, (*lead, question))


def repeat(draft: Draft, *lead: Say) -> Turn:
    """The question that was shown last, word for word."""
    return ask_with(draft, draft.question, lead)


def show_again(guide: Guide, draft: Draft, lead: Say) -> Turn:
    """An earlier question as it was first shown, unless what it says of their words has changed since."""
    question, step = draft.asked.get(draft.step), guide.step(draft.step)
    stands = question is not None and (
        question.values == dict(step.says(draft.answers)) or not step.applies(draft.answers)
    )
    return ask_with(draft, question, (lead,)) if question and stands else ask(guide, draft, draft.step, (lead,))


def first(guide: Guide, draft: Draft, lead: tuple[Say, ...]) -> Turn:
    """The first question that applies and has no answer yet."""
    return _next_from(guide, draft, 0, lead)


def keep(
    guide: Guide, draft: Draft, answer: Answer, lead: tuple[Say, ...] = (), further: Answers = NOTHING_FURTHER
) -> Turn:
    """Keep an answer in the draft, and what it says of other questions, and move on. What it outdates goes."""
    answers = answers_with(guide, draft, answer, further)
    step = guide.step(draft.step)
    afterwards = step.follows.get(answer.choice, step.afterwards)
    lead += (Say(afterwards),) if afterwards else ()
    if not draft.return_to:
        return move_on(guide, replace(draft, answers=answers), lead)
    again = asked_again(guide, draft.answers, answers)
    queue = with_questions(guide, draft, (*again, *newly_asked(guide, draft.answers, answers)))
    lead += (Say(ONCE_MORE),) if again else ()
    return move_on(guide, replace(draft, answers=answers, queue=queue), lead)


def with_questions(guide: Guide, draft: Draft, brought: tuple[str, ...]) -> tuple[str, ...]:
    """What is still to be asked in a change, with the questions that the new answer brings."""
    waiting = {*draft.queue, *brought} - {draft.return_to}  # which is asked when the change is done
    return tuple(step.id for step in guide.steps if step.id in waiting)


def move_on(guide: Guide, draft: Draft, lead: tuple[Say, ...] = ()) -> Turn:
    """To the next question of a change that is under way, else to the next one without an answer."""
    settled = replace(draft, tries=0, asides=0, partial="")
    if settled.return_to:
        return next_of_change(guide, settled, lead)
    ids = [step.id for step in guide.steps]
    onward = replace(settled, path=(*settled.path, settled.step), said_at=settled.step, before={})
    return _next_from(guide, onward, ids.index(settled.step) + 1, lead)


def _next_from(guide: Guide, draft: Draft, position: int, lead: tuple[Say, ...]) -> Turn:
    for step in guide.steps[position:]:
        if not step.applies(draft.answers):
            continue
        if step.id in draft.answers:  # passed over, and on the way back all the same
            draft = draft if step.id in draft.path else replace(draft, path=(*draft.path, step.id))
            continue
        if step.kind is Kind.READ_BACK and not guide.standing_lines(draft.answers):
            break
        return ask(guide, draft, step.id, lead)
    return nothing(guide, draft, lead)


def nothing(guide: Guide, draft: Draft, lead: tuple[Say, ...] = ()) -> Turn:
    """The end of a dialogue with nothing to keep."""
    words = "utter_nothing_to_keep" if draft.path and guide.opens is None else guide.nothing
    return Turn(draft, (*lead, *((Say(words, variant=draft.turn),) if guide.lines else ())), Outcome.NOTHING)


def let_go(guide: Guide, draft: Draft) -> Turn:
    """The end of a dialogue of which nothing is to be kept, neither in the plan nor as a draft."""
    words = "utter_let_go" if guide.opens is None else guide.nothing
    return Turn(Draft(journey=draft.journey, turn=draft.turn), (Say(words, variant=draft.turn),), Outcome.NOTHING)


def next_of_change(guide: Guide, draft: Draft, lead: tuple[Say, ...]) -> Turn:
    """To the next question that a change still asks, else back to where it was asked for."""
    for position, step_id in enumerate(draft.queue):
        step = guide.step(step_id)
        if step.applies(draft.answers):
            return ask(guide, replace(draft, queue=draft.queue[position + 1 :]), step_id, lead)
        if not step.when(draft.answers):
            draft = replace(draft, answers={key: value for key, value in draft.answers.items() if key != step_id})
    done = replace(draft, queue=(), return_to="", before={})
    back = guide.step(draft.return_to)
    if back.kind is Kind.READ_BACK and not guide.standing_lines(draft.answers):
        return nothing(guide, done, lead)
    if not back.when(draft.answers):  # the change has made it needless
        return move_on(guide, replace(done, step=back.id), lead)
    return ask(guide, done, draft.return_to, lead)


def _own_labels(guide: Guide, draft: Draft, step_id: str) -> tuple[str, ...]:
    step = guide.step(step_id)
    if step.kind is Kind.SCALE:
        return SCALE
    own = tuple(step.offers(draft.answers))
    return own + tuple(choice.label for choice in step.choices) if own else ()


def _lines(guide: Guide, draft: Draft) -> tuple[tuple[str, dict[str, str]], ...]:
    return tuple((line.words, dict(values)) for line, values in guide.standing_lines(draft.answers))
