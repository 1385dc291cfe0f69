"""How a plan changes: what confirming a dialogue or an edit keeps, puts right or takes out. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Union

from bot.coaching.plan import CheckIn, Evidence, HardTimes, Item, PlanItem, Section


@dataclass(frozen=True)
class Revised:
    """That an item reads differently now."""

    item: Item
    what: PlanItem


@dataclass(frozen=True)
class Removed:
    """That a strength or a line is in the plan no more. What it was stays in the history."""

    item: Item


@dataclass(frozen=True)
class MoreEvidence:
    """A further moment that showed a strength."""

    strength_id: int
    evidence: Evidence


@dataclass(frozen=True)
class Corrected:
    """That a look at a goal reads differently now. When it was stays, and so does its goal."""

    check_in_id: int
    check_in: CheckIn


@dataclass(frozen=True)
class Changed:
    """That some of an item reads differently now, by the names of its fields; the rest stays as it was.

    Of the plan for hard times the names are those of its sections; an empty text takes a section out.
    """

    item: Item
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Shared:
    """That the team may see an item, or may not any more."""

    item: Item
    shared: bool


Change = Union[PlanItem, Revised, Removed, MoreEvidence, Changed, Shared, CheckIn, Corrected]


def with_values(what: PlanItem, values: Mapping[str, Any]) -> PlanItem:
    """The item with these fields, or sections, reading differently."""
    if not isinstance(what, HardTimes):
        return replace(what, **values)
    sections = {**what.sections, **{Section(name): words for name, words in values.items()}}
    return replace(what, sections={section: words for section, words in sections.items() if words})
