"""Who of the staff may do what: four roles and the one function that is asked everywhere.

An administrator sets up logins and opens nobody's page: who looks after the machine need not know who is spoken with.
"""

from __future__ import annotations

from enum import Enum


class Role(str, Enum):
    """What somebody of the staff is here for."""

    READER = "reader"
    RESPONDER = "responder"
    LEAD = "lead"
    ADMINISTRATOR = "administrator"


class Right(str, Enum):
    """Something that a role may do. The first two need no role: everybody may sign in, all staff may see to their own
    login."""

    SIGN_IN = "sign in"
    OWN_LOGIN = "own login"
    QUEUE = "see the queue"
    PERSON = "see what a person shares"
    ALERT = "see an alert with its words"
    ANSWER = "acknowledge and close alerts"
    TRANSCRIPT = "read a conversation, with a reason"
    SIGNPOSTS = "see the lines of help"
    VERIFY = "verify a line of help"
    SERVICE = "see the figures of the service"
    EXPORT = "take a person's page away"
    AUDIT = "see the record"
    STAFF = "set up logins"


_OPEN = frozenset({Right.SIGN_IN})
_READER = frozenset({Right.OWN_LOGIN, Right.QUEUE, Right.PERSON, Right.SIGNPOSTS})
_RESPONDER = _READER | {Right.ALERT, Right.ANSWER, Right.TRANSCRIPT, Right.VERIFY}
_RIGHTS = {
    Role.READER: _READER,
    Role.RESPONDER: _RESPONDER,
    Role.LEAD: _RESPONDER | {Right.SERVICE, Right.EXPORT, Right.AUDIT},
    Role.ADMINISTRATOR: frozenset(
        {Right.OWN_LOGIN, Right.SIGNPOSTS, Right.VERIFY, Right.SERVICE, Right.AUDIT, Right.STAFF}
    ),
}


def may(role: Role | None, right: Right) -> bool:
    """May somebody of this role do this? None is somebody who has not signed in."""
    return right in _OPEN or (role is not None and right in _RIGHTS[role])


def rights_of(role: Role) -> tuple[Right, ...]:
    """All that a role may do, in the order in which rights are named."""
    return tuple(right for right in Right if right not in _OPEN and may(role, right))
