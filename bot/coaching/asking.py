"""Asking: which question comes next, and how it is shown, shown again and kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from bot.coaching.answers import Answer
from bot.coaching.draft import Draft, Say
from bot.coaching.guide import Guide, Kind
from bot.coaching.plan import Change

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
        words="_".join(filter(None, ("utter", guide.journey, step.stem, wording))),
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
    """An earlier question, as it was first shown."""
    question = draft.asked.get(draft.step)
    return ask_with(draft, question, (lead,)) if question else ask(guide, draft, draft.step, (lead,))


def first(guide: Guide, draft: Draft, lead: tuple[Say, ...]) -> Turn:
    """The first question that applies and has no answer yet."""
    return _next_from(guide, draft, 0, lead)


def keep(guide: Guide, draft: Draft, answer: Answer, lead: tuple[Say, ...] = ()) -> Turn:
    """Keep an answer in the draft and move on. A changed line drops what its new words outdate."""
    line = guide.line_of(draft.step) if draft.return_to else None
    outdated = line.clears if line else ()
    answers = {step: kept for step, kept in draft.answers.items() if step not in outdated}
    step = guide.step(draft.step)
    afterwards = step.follows.get(answer.choice, step.afterwards)
    lead += (Say(afterwards),) if afterwards else ()
    return move_on(guide, replace(draft, answers={**answers, draft.step: answer}), lead)


def move_on(guide: Guide, draft: Draft, lead: tuple[Say, ...] = ()) -> Turn:
    """To the next question of a change that is under way, else to the next one without an answer."""
    settled = replace(draft, tries=0, asides=0, partial="")
    if settled.return_to:
        return _next_of_change(guide, settled, lead)
    ids = [step.id for step in guide.steps]
    onward = replace(settled, path=(*settled.path, settled.step))
    return _next_from(guide, onward, ids.index(settled.step) + 1, lead)


def _next_from(guide: Guide, draft: Draft, position: int, lead: tuple[Say, ...]) -> Turn:
    for step in guide.steps[position:]:
        if step.id in draft.answers or not step.applies(draft.answers):
            continue
        if step.kind is Kind.READ_BACK and not guide.standing_lines(draft.answers):
            break
        return ask(guide, draft, step.id, lead)
    return _nothing(guide, draft, lead)


def _nothing(guide: Guide, draft: Draft, lead: tuple[Say, ...]) -> Turn:
    words = "utter_nothing_to_keep" if draft.path else guide.nothing
    return Turn(draft, (*lead, *((Say(words),) if guide.lines else ())), Outcome.NOTHING)


def _next_of_change(guide: Guide, draft: Draft, lead: tuple[Say, ...]) -> Turn:
    for position, step_id in enumerate(draft.queue):
        step = guide.step(step_id)
        if step.applies(draft.answers):
            return ask(guide, replace(draft, queue=draft.queue[position + 1 :]), step_id, lead)
        draft = replace(draft, answers={key: value for key, value in draft.answers.items() if key != step_id})
    done = replace(draft, queue=(), return_to="")
    if guide.step(draft.return_to).kind is Kind.READ_BACK and not guide.standing_lines(draft.answers):
        return _nothing(guide, done, lead)
    return ask(guide, done, draft.return_to, lead)


def _own_labels(guide: Guide, draft: Draft, step_id: str) -> tuple[str, ...]:
    step = guide.step(step_id)
    if step.kind is Kind.SCALE:
        return SCALE
    own = tuple(step.offers(draft.answers))
    return own + tuple(choice.label for choice in step.choices) if own else ()


def _lines(guide: Guide, draft: Draft) -> tuple[tuple[str, dict[str, str]], ...]:
    return tuple((line.words, dict(values)) for line, values in guide.standing_lines(draft.answers))
