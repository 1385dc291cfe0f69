"""Wishes about the help itself, as whole messages only: that the team learns of it, that a reply was wrong. Pure."""

from __future__ import annotations

TELL_TEAM = "Tell my team"  # a button of the card where alerts are on
_REPORTS = frozenset(
    {
        "report a problem", "report problem", "report a problem with this reply", "report this reply", "report this",
        "that was wrong", "that was a bad reply", "that reply was wrong", "this reply is wrong", "wrong reply",
    }
)  # fmt: skip


def wants_team(text: str) -> bool:
    """Whether the whole message asks that the team learns of it."""
    return _plain(text) == TELL_TEAM.casefold()


def reports_problem(text: str) -> bool:
    """Whether the whole message says that the last reply was wrong."""
    return _plain(text) in _REPORTS


def _plain(text: str) -> str:
    return " ".join(text[:60].casefold().split()).strip(" .!")
