"""From a form on the plan page to a change of the plan: the very changes that a dialogue makes. Pure.

Only fields that a form holds are changed, and nothing a person wrote is shortened or corrected.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.coaching.plan import (
    Change,
    Evidence,
    Goal,
    HardTimes,
    Hope,
    IfThen,
    Item,
    MoreEvidence,
    OwnLine,
    Removed,
    Revised,
    Section,
    Status,
    Step,
    Strength,
)

LONGEST = 1_000  # characters of one field; more than any answer that is worth carrying on paper
Fields = Mapping[str, str]


class EditError(ValueError):
    """The form holds something that cannot stand in a plan."""


@dataclass(frozen=True)
class Edit:
    """What a form changes, and the words in it that are new."""

    changes: tuple[Change, ...]
    new_words: str


def edit(item: Item, what: object, fields: Fields) -> Edit:
    """The change that a form makes of an item as it stands. Raises EditError."""
    if any(len(text) > LONGEST for text in fields.values()):
        raise EditError("long")
    if "remove" in fields and isinstance(what, (Strength, OwnLine)):
        return Edit((Removed(item),), "")
    changed = _changed(what, fields)
    changes: list[Change] = [Revised(item, changed)] if changed != what else []
    if isinstance(what, Strength) and fields.get("evidence"):
        changes.append(MoreEvidence(item.id, Evidence(fields["evidence"], "my plan")))
    return Edit(tuple(changes), _new_words(what, fields))


def _changed(what: object, fields: Fields) -> Strength | Goal | Hope | OwnLine | HardTimes:
    if isinstance(what, Strength):
        return replace(what, **_given(fields, "label", "use"))
    if isinstance(what, Goal):
        return _goal(what, fields)
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
    raise EditError("kind")


def _goal(goal: Goal, fields: Fields) -> Goal:
    title = fields.get("title")
    if title and title != goal.title:
        goal = replace(goal, short=title)
    step = goal.step or Step("")
    step = replace(step, **_given(fields, "what", "when", "where", "with_whom"))
    if goal.step and step.when != goal.step.when:
        step = replace(step, on=None)  # the day was read from words that no longer stand
    if "cue" in fields or "act" in fields:
        rule = IfThen(fields.get("cue", ""), fields.get("act", ""))
        goal = replace(goal, if_then=rule if rule.cue and rule.act else None)
    if fields.get("status"):
        goal = replace(goal, status=_status(fields["status"]))
    return replace(goal, step=step if step.what else None, **_given(fields, "review", "reason", "team_ask"))


def _hope(hope: Hope, fields: Fields) -> Hope:
    lists: dict[str, Any] = {
        name: tuple(line.strip() for line in fields[name].split("\n") if line.strip())
        for name in ("kit", "ways")
        if name in fields
    }
    words = _given(fields, "note", "memory", "act", "i_can")
    return replace(hope, **words, **lists, show_note=_shown(hope.show_note, fields))


def _shown(before: bool, fields: Fields) -> bool:
    return "show" in fields if "may_show" in fields else before


def _status(name: str) -> Status:
    try:
        return Status(name)
    except ValueError:
        raise EditError("status") from None


def _given(fields: Fields, *names: str) -> dict[str, Any]:
    return {name: fields[name] for name in names if name in fields}


def _new_words(what: object, fields: Fields) -> str:
    """The words of a form that did not stand in the item before; a cue in them brings support."""
    before = repr(what)
    return "\n".join(text for name, text in _texts(fields) if text not in before)


def _texts(fields: Fields) -> Iterable[tuple[str, str]]:
    return ((name, text) for name, text in fields.items() if name not in ("was", "status", "show", "may_show"))
