"""Who is on the other side of the browser: a signed keyed pseudonym in a cookie or a token, and nothing else.

It is made from a random id that is kept nowhere. It must never be accepted unsigned, expired or changed.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from itsdangerous import BadSignature, TimestampSigner
from starlette.responses import Response

from bot.identity import pseudonym

CHANNEL = "web"
DAY = 24 * 60 * 60
LIFE = 30 * DAY  # after this long without a visit the browser is a stranger again
RENEW_AFTER = DAY
DOOR = 5 * 60  # seconds for which the way from a widget to our own pages is open
DOORWAY = "/door"  # the address at which it is asked about
_BRIEF = "~"  # ends the name in a cookie that goes when the browser is closed


@dataclass(frozen=True)
class Visit:
    """One browser: its pseudonym on channel "web", whether it is a stranger, and whether its cookie or token is due.

    `brief` says that the browser is to know it only until it is closed.
    """

    sender: str
    new: bool
    write: bool
    brief: bool = False


class Sessions:
    """Reads and writes the cookie, or the token of a widget. `secure` is off only in development, without TLS."""

    def __init__(self, secret: str, secure: bool) -> None:
        self._secret = secret
        self._signer = TimestampSigner(secret, salt="cairn.web.session")
        self._doors = TimestampSigner(secret, salt="cairn.web.door")
        self._secure = secure
        # The prefix makes browsers refuse the cookie from a subdomain or without TLS.
        self.name = "__Host-cairn" if secure else "cairn"
        self.door_name = "__Secure-cairn-door" if secure else "cairn-door"

    def visit(self, cookie: str | None) -> Visit:
        """The visit that a cookie stands for; a new one if there is none to trust."""
        return self.known(cookie) or self.stranger()

    def known(self, token: str | None) -> Visit | None:
        """The visit that a cookie or token stands for, None if it is not to be trusted."""
        try:
            signed, signed_at = self._signer.unsign(token or "", max_age=LIFE, return_timestamp=True)
        except BadSignature:
            return None
        age = self._signer.get_timestamp() - signed_at.timestamp()
        name = signed.decode("ascii")
        sender = name.removesuffix(_BRIEF)
        return Visit(sender, new=False, write=age > RENEW_AFTER, brief=name != sender)

    def stranger(self) -> Visit:
        """A visit of somebody who was never here."""
        return Visit(pseudonym(self._secret, CHANNEL, secrets.token_urlsafe(24)), new=True, write=True)

    def token(self, visit: Visit) -> str:
        """The visit, signed as of now."""
        return self._signer.sign(visit.sender + (_BRIEF if visit.brief else "")).decode("ascii")

    def door(self, visit: Visit) -> str:
        """What opens our own pages for a short time to whom a widget on another site knows."""
        return self._doors.sign(visit.sender).decode("ascii")

    def through(self, door: str) -> Visit | None:
        """The visit that a door leads to, None once it is closed."""
        try:
            return Visit(self._doors.unsign(door, max_age=DOOR).decode("ascii"), new=False, write=True)
        except BadSignature:
            return None

    def hold(self, response: Response, door: str) -> None:
        """Keep a door for the page that asks whether to go through it, so that no address of a page names it."""
        response.set_cookie(
            self.door_name, door, max_age=DOOR, path=DOORWAY, secure=self._secure, httponly=True, samesite="lax"
        )

    def close(self, response: Response) -> None:
        """Keep no door any longer."""
        response.delete_cookie(self.door_name, path=DOORWAY, secure=self._secure, httponly=True, samesite="lax")

    def write(self, response: Response, visit: Visit) -> None:
        """Put the visit's cookie on a response, where that is due."""
        if visit.write:
            response.set_cookie(
                self.name,
                self.token(visit),
                max_age=None if visit.brief else LIFE,
                path="/",
                secure=self._secure,
                httponly=True,
                samesite="lax",
            )

    def clear(self, response: Response) -> None:
        """Let the browser forget who it was, and whom it was asked about."""
        self.close(response)
        response.delete_cookie(self.name, path="/", secure=self._secure, httponly=True, samesite="lax")
