"""The six figures of an app (TOTP, RFC 6238): an optional second proof at signing in.

The key is made from the installation's secret and a random part in the database: the database alone gives no codes.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from datetime import datetime

import pyotp

from bot.identity import staff_key

HALF_MINUTE = 30  # seconds
ISSUER = "Cairn"


def new_part() -> str:
    """The random part for a login."""
    return secrets.token_hex(16)


def key_for(secret: str, part: str) -> str:
    """The key that is typed into the app, in the letters that apps take."""
    made = hmac.new(staff_key(secret, "codes").encode(), part.encode(), hashlib.sha256).digest()
    return base64.b32encode(made[:20]).decode("ascii")


def address_for(secret: str, part: str, login: str) -> str:
    """The same as an address that an app can open."""
    return pyotp.TOTP(key_for(secret, part)).provisioning_uri(name=login, issuer_name=ISSUER)


def half_minute_of(secret: str, part: str, code: str, now: datetime) -> int | None:
    """The half minute to which a code belongs: this one, the one before or the next. None where it is no code."""
    figures = "".join(sign for sign in code if sign.isdigit())
    current = int(now.timestamp()) // HALF_MINUTE
    app = pyotp.TOTP(key_for(secret, part))
    matching = [near for near in (current, current - 1, current + 1) if _same(app.at(near * HALF_MINUTE), figures)]
    return matching[0] if matching else None


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
