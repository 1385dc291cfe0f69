"""The staff pages' cookies and form tokens: a session, a browser that is known, and a form that came from us.

A session's cookie holds a random value of which the database knows only the digest. It is new at each signing in, so
that a value planted before is worth nothing, and signed, so that what a stranger makes up is known to be no session.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import timedelta

from itsdangerous import BadSignature, Signer, TimestampSigner
from starlette.requests import Request
from starlette.responses import Response

from bot.identity import staff_key

KNOWN_FOR = timedelta(days=180)
MOST_KNOWN = 12  # logins in one browser
_FORM = "form"


class Cookies:
    """Reads and writes them. `secure` is off only in development, where there is no TLS."""

    def __init__(self, secret: str, secure: bool) -> None:
        self._secure = secure
        prefix = "__Host-" if secure else ""
        self.session, self.door, self.known = (f"{prefix}cairn-staff{end}" for end in ("", "-door", "-known"))
        self._form_key = staff_key(secret, _FORM).encode()
        self._session_signer = Signer(staff_key(secret, "session"), salt="cairn.staff.session")
        self._known_signer = TimestampSigner(staff_key(secret, "known"), salt="cairn.staff.known")

    def token(self, request: Request) -> str:
        """The digest by which the database knows this browser's session; empty where it never had one of ours."""
        held = request.cookies.get(self.session, "")
        return digest(held) if self._session_signer.validate(held) else ""

    def form_token(self, request: Request) -> str:
        """What a form of this session holds, and no other site can know."""
        return self._form_token(request.cookies.get(self.session, ""))

    def is_our_form(self, request: Request, given: str) -> bool:
        """Does a posted form hold what this session's forms hold?"""
        held = request.cookies.get(self.session, "")
        return bool(held) and hmac.compare_digest(self._form_token(held).encode(), given.encode())

    def begin(self, response: Response) -> str:
        """Give the browser a new session. Out: its digest."""
        value = self._session_signer.sign(secrets.token_urlsafe(32)).decode("ascii")
        self._set(response, self.session, value)
        return digest(value)

    def end(self, response: Response) -> None:
        """Take the session's cookie away."""
        self._drop(response, self.session)

    def open_door(self, response: Response) -> str:
        """Before somebody signs in: mark the browser. Out: what the form has to hold."""
        value = secrets.token_urlsafe(32)
        self._set(response, self.door, value)
        return self._form_token(value)

    def is_at_door(self, request: Request, given: str) -> bool:
        """Does the sign-in form come from the page that this browser was given?"""
        held = request.cookies.get(self.door, "")
        return bool(held) and hmac.compare_digest(self._form_token(held).encode(), given.encode())

    def remember(self, request: Request, response: Response, login: str) -> None:
        """Know this browser again: somebody has signed in with this login here. Colleagues may share it."""
        known = self._known(request)
        whose = _whose(login)
        kept = {whose: known.pop(whose, "") or secrets.token_hex(8), **known}
        written = ".".join(f"{one}:{name}" for one, name in [*kept.items()][:MOST_KNOWN])
        value = self._known_signer.sign(written).decode("ascii")
        self._set(response, self.known, value, int(KNOWN_FOR.total_seconds()))

    def known_browser(self, request: Request, login: str) -> str:
        """A name for this browser where this login was used in it before; else empty."""
        return self._known(request).get(_whose(login), "")

    def _known(self, request: Request) -> dict[str, str]:
        """By login the names that this browser has, the latest first."""
        try:
            seconds = int(KNOWN_FOR.total_seconds())
            value = self._known_signer.unsign(request.cookies.get(self.known, ""), max_age=seconds).decode("ascii")
        except BadSignature:
            return {}
        pairs = (part.partition(":") for part in value.split("."))
        return {whose: name for whose, _, name in pairs}

    def _form_token(self, value: str) -> str:
        return hmac.new(self._form_key, value.encode("utf-8", "replace"), hashlib.sha256).hexdigest()

    def _set(self, response: Response, name: str, value: str, seconds: int | None = None) -> None:
        response.set_cookie(
            name, value, max_age=seconds, path="/", secure=self._secure, httponly=True, samesite="lax"
        )  # fmt: skip

    def _drop(self, response: Response, name: str) -> None:
        response.delete_cookie(name, path="/", secure=self._secure, httponly=True, samesite="lax")


def _whose(login: str) -> str:
    return digest(login)[:32]


def digest(value: str) -> str:
    """What the database keeps instead of a value."""
    return hashlib.sha256(value.encode("utf-8", "replace")).hexdigest()
