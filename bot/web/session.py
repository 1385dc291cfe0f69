"""Who is on the other side of the browser: a signed random id in a cookie, and nothing else.

The id says nothing about the person. It must never be accepted unsigned, expired or changed.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from itsdangerous import BadSignature, TimestampSigner
from starlette.responses import Response

DAY = 24 * 60 * 60
LIFE = 30 * DAY  # after this long without a visit the browser is a stranger again
RENEW_AFTER = DAY


@dataclass(frozen=True)
class Visit:
    """One browser: the sender id on channel "web", whether it is a stranger, and whether to write its cookie."""

    sender: str
    new: bool
    write: bool


class Sessions:
    """Reads and writes the cookie. `secure` is off only in development, where there is no TLS."""

    def __init__(self, secret: str, secure: bool) -> None:
        self._signer = TimestampSigner(secret, salt="cairn.web.session")
        self._secure = secure
        # The prefix makes browsers refuse the cookie from a subdomain or without TLS.
        self.name = "__Host-cairn" if secure else "cairn"

    def visit(self, cookie: str | None) -> Visit:
        """The visit that a cookie stands for; a new one if there is none to trust."""
        try:
            sender, signed_at = self._signer.unsign(cookie or "", max_age=LIFE, return_timestamp=True)
        except BadSignature:
            return Visit(secrets.token_urlsafe(24), new=True, write=True)
        age = self._signer.get_timestamp() - signed_at.timestamp()
        return Visit(sender.decode("ascii"), new=False, write=age > RENEW_AFTER)

    def write(self, response: Response, visit: Visit) -> None:
        """Put the visit's cookie on a response, where that is due."""
        if visit.write:
            response.set_cookie(
                self.name,
                self._signer.sign(visit.sender).decode("ascii"),
                max_age=LIFE,
                path="/",
                secure=self._secure,
                httponly=True,
                samesite="lax",
            )
