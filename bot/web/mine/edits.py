"""From a form on the plan page to a change of the plan: the very changes that a dialogue makes. Pure.

Only fields that a form holds are changed, and nothing a person wrote is shortened or corrected. A day is
kept as a date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass, replace
from dataclasses import fields as dataclass_fields
from datetime import datetime
from typing import Any

from bot.coaching.changes import Change, Corrected, MoreEvidence, Removed, Revised
from bot.coaching.guides.moments import day_in_words, read_at, review_moved
from bot.coaching.plan import (
    CheckIn,
    Evidence,
    Goal,
    GoalKind,
    HardTimes,
    Hope,
    IfThen,
    Item,
    Owner,
    OwnLine,
    Section,
    Status,
    Step,
    Strength,
)
from bot.web.mine.boxes import LISTS, NUMBERS, WORDS
from bot.web.mine.titles import OUTCOMES

LONGEST = 1_000  # characters of one field; more than any answer that is worth carrying on paper
NOT_WORDS = frozenset({"was", "outcome", "status", "owner", "kind", "show", "may_show"})
UNKEPT = "unkept"
Fields = Mapping[str, str]


class EditError(ValueError):
    """The form holds something that cannot stand in a plan; the message is the notice that says so."""


@dataclass(frozen=True)
class Edit:
    """What a form changes, and the words in it that are new."""

    changes: tuple[Change, ...]
    new_words: tuple[str, ...]

    @property
    def takes_out(self) -> bool:
        """Whether the item stands in the plan no longer."""
        return any(isinstance(one, Removed) for one in self.changes)


def edit(item: Item, what: object, fields: Fields, now: datetime) -> Edit:
    """The change that a form makes of an item as it stands. A day in it is read as of `now`. Raises EditError."""
    _check_length(fields)
    if "remove" in fields and isinstance(what, (Strength, OwnLine)):
        return Edit((Removed(item),), new_words(what, fields))
    changed = _changed(what, fields, now)
    changes: list[Change] = [Revised(item, changed)] if changed != what else []
    if isinstance(what, Strength) and fields.get("evidence"):
        changes.append(MoreEvidence(item.id, Evidence(fields["evidence"], "my plan")))
    return Edit(tuple(changes), new_words(what, fields))


def edit_look(number: int, look: CheckIn, fields: Fields) -> Edit:
    """The change that a form makes of a look at a goal. Raises EditError."""
    _check_length(fields)
    outcome = fields.get("outcome", look.outcome)
    if outcome not in OUTCOMES and outcome != look.outcome:
        raise EditError(UNKEPT)
    changed = replace(look, outcome=outcome, **_said(look, fields))
    return Edit((Corrected(number, changed),) if changed != look else (), new_words(look, fields))


def _check_length(fields: Fields) -> None:
    if any(len(text) > LONGEST for text in fields.values()):
        raise EditError("long")


def _changed(what: object, fields: Fields, now: datetime) -> Strength | Goal | Hope | OwnLine | HardTimes:
    if isinstance(what, Strength):
        return _strength(what, fields)
    if isinstance(what, Goal):
        return _goal(what, fields, now)
    if isinstance(what, Hope):
        return _hope(what, fields)
    if isinstance(what, OwnLine):
        changed = replace(what, **_given(fields, "what", "more"))
        return changed if changed.what else what
    if isinstance(what, HardTimes):
        written = {section: fields[section.value] for section in Section if section.value in fields}
        kept = {**what.sections, **written}
        filled = {section: words for section, words in kept.items() if words}
        return HardTimes(filled, _shown(what.show_in_card, fields))
    raise EditError(UNKEPT)


def _strength(strength: Strength, fields: Fields) -> Strength:
    """A moment that is left empty is taken out; a strength without any words is left as it was."""
    moments = (replace(one, what=fields.get(f"moment-{at}", one.what)) for at, one in enumerate(strength.evidence))
    changed = replace(strength, evidence=tuple(moments), **_said(strength, fields))
    return changed if changed.title else strength


def _goal(goal: Goal, fields: Fields, now: datetime) -> Goal:
    title = fields.get("title")
    if title and title != goal.title:
        goal = replace(goal, short=title)
    step = _step(goal, fields, now)
    said = {name: words for name, words in _said(goal, fields).items() if words or name != "vision"}
    said.update(_review(goal, step, fields, now), if_then=_if_then(goal.if_then, fields))
    goal = replace(goal, **said, **_picked(fields))
    return replace(goal, step=step if step.what else None)


def _picked(fields: Fields) -> dict[str, Any]:
    """What was picked from a list of a few."""
    choices: dict[str, Any] = {"status": Status, "owner": Owner, "kind": GoalKind}
    try:
        return {name: choice(fields[name]) for name, choice in choices.items() if fields.get(name)}
    except ValueError:
        raise EditError(UNKEPT) from None


def _if_then(before: IfThen | None, fields: Fields) -> IfThen | None:
    if "cue" not in fields and "act_then" not in fields:
        return before
    rule = IfThen(fields.get("cue", ""), fields.get("act_then", ""))
    return rule if rule.cue and rule.act else None


def _step(goal: Goal, fields: Fields, now: datetime) -> Step:
    """The step as the form has it; a new "when" is read as the chat reads it, so that its day stays in the calendar."""
    before = goal.step or Step("")
    step = replace(before, where=fields.get("place", before.where), **_given(fields, "what", "when", "with_whom"))
    if step.when == before.when:
        return step
    when, day = read_at(now, step.when)
    return replace(step, when=when, on=day)


def _review(goal: Goal, step: Step, fields: Fields, now: datetime) -> dict[str, Any]:
    """When to look again: as the form says, or moved along with the step."""
    words = fields.get("review", goal.review)
    if words != goal.review:
        told, day = read_at(now, words)
        return {"review": told, "review_on": day}
    moved = review_moved(goal.review_on, goal.step.on if goal.step else None, step.on)
    return {"review": day_in_words(moved), "review_on": moved} if moved else {}


def _hope(hope: Hope, fields: Fields) -> Hope:
    rule = _if_then(hope.if_then, fields)
    return replace(hope, **_said(hope, fields), if_then=rule, show_note=_shown(hope.show_note, fields))


def _said(what: object, fields: Fields) -> dict[str, Any]:
    """The words, lists and numbers of an item, as far as the form holds them."""
    kind = type(what)
    return {
        **_given(fields, *WORDS.get(kind, ())),
        **{name: _lines(fields[name]) for name in LISTS.get(kind, ()) if name in fields},
        **{name: _number(fields[name]) for name in NUMBERS.get(kind, ()) if name in fields},
    }


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _number(text: str) -> int | None:
    """A number of their own, taken back where the field is empty."""
    if text and text not in map(str, range(11)):
        raise EditError(UNKEPT)
    return int(text) if text else None


def _shown(before: bool, fields: Fields) -> bool:
    return "show" in fields if "may_show" in fields else before


def _given(fields: Fields, *names: str) -> dict[str, Any]:
    return {name: fields[name] for name in names if name in fields}


def new_words(what: object, fields: Fields) -> tuple[str, ...]:
    """What a form holds that does not stand in this item, or this plan, already; a cue in it brings support."""
    known = {line for words in _words_of(what) for line in words.split("\n")}
    return tuple(text for _, text in _texts(fields) if text and not known.issuperset(text.split("\n")))


def _words_of(what: object) -> Iterator[str]:
    """Every word and number of theirs in an item, or in whatever holds items."""
    if isinstance(what, (str, int)):
        yield str(what)
    elif is_dataclass(what):
        yield from (words for each in dataclass_fields(what) for words in _words_of(getattr(what, each.name)))
    elif isinstance(what, Mapping):
        yield from (words for each in what.values() for words in _words_of(each))
    elif isinstance(what, (tuple, list)):
        yield from (words for each in what for words in _words_of(each))


def _texts(fields: Fields) -> Iterable[tuple[str, str]]:
    return ((name, text) for name, text in fields.items() if name not in NOT_WORDS)
