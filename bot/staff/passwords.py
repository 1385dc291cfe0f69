"""Passwords of staff: what is refused, how one is kept and checked. A password itself is never kept or logged.

The common ones are kept as short digests in common_passwords.txt: the 10,000 most used of at least six characters,
from the list of leaked passwords that comes with zxcvbn (Dropbox, MIT licence).
"""

from __future__ import annotations

import hashlib
import re
import secrets
from functools import lru_cache
from pathlib import Path
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 256
FEWEST_DIFFERENT = 5  # characters
BESIDE_A_NAME = 4  # characters that make no password of a name
AT_ONCE = 2  # hashes take 64 MiB and a core each
PATIENCE = 10.0  # seconds to wait for one's turn
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is read for another
_SEQUENCES = ("abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm")
_LEET = str.maketrans("0134578@$!", "oleastbasi")
_COMMON = Path(__file__).with_name("common_passwords.txt")

_hasher = PasswordHasher()
_turns = BoundedSemaphore(AT_ONCE)


class PasswordError(ValueError):
    """A password is not one to use; the message says why."""


class BusyError(Exception):
    """Too many passwords are being checked at this moment."""


def check(password: str, *names: str) -> None:
    """Refuse a password that others would guess. `names` are those of its owner. Raises PasswordError."""
    if len(password) < SHORTEST:
        raise PasswordError(f"A password needs at least {SHORTEST} characters. Three or four plain words are fine.")
    if len(password) > LONGEST:
        raise PasswordError(f"A password may have at most {LONGEST} characters.")
    if len(set(password.casefold())) < FEWEST_DIFFERENT or any(_is_common(form) for form in _forms(password)):
        raise PasswordError("This password is one of those that are tried first. Please choose another.")
    own = {part for name in (*names, "cairn") for part in re.findall(r"\w+", name.casefold()) if len(part) > 2}
    if any(_is_made_of(own, form) for form in _forms(password)):
        raise PasswordError("This password is too close to a name. Please choose another.")


def first() -> str:
    """A password that nobody would guess, easy to read aloud."""
    return "-".join("".join(secrets.choice(_SIGNS) for _ in range(5)) for _ in range(4))


def is_made(password: str) -> bool:
    """Has it the form of those that are made here? They are too many for anybody to find one by trying."""
    return re.fullmatch(rf"[{_SIGNS}]{{5}}(?:-[{_SIGNS}]{{5}}){{3}}", password) is not None


def kept(password: str) -> str:
    """How a password is kept (argon2id). Raises BusyError."""
    with _Turn():
        return _hasher.hash(password)


def make_ready() -> None:
    """Make what an unknown login is checked against, so that the first of them takes no longer than the others."""
    _nobodys()


def is_right(password: str, hashed: str | None) -> bool:
    """Is it the password that was kept so? Without one it takes as long and is never right. Raises BusyError."""
    with _Turn():
        try:
            _hasher.verify(hashed or _nobodys(), password)
        except (VerificationError, InvalidHashError):
            return False
    return hashed is not None


def is_outdated(hashed: str) -> bool:
    """Was it kept with other settings than those of now?"""
    return _hasher.check_needs_rehash(hashed)


class _Turn:
    def __enter__(self) -> None:
        if not _turns.acquire(timeout=PATIENCE):
            raise BusyError("Many people are signing in just now. Please try again in a moment.")

    def __exit__(self, *_: object) -> None:
        _turns.release()


@lru_cache(maxsize=1)
def _nobodys() -> str:
    return _hasher.hash(hashlib.sha256(b"nobody").hexdigest())


def _forms(password: str) -> set[str]:
    """The password as written and with its usual disguises taken off."""
    plain = password.casefold()
    letters = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", plain)
    forms = {plain, letters, re.sub(r"[\W_]", "", plain), letters.translate(_LEET), plain.translate(_LEET)}
    return {_once(form) for form in forms} | forms


def _once(text: str) -> str:
    """`passwordpassword` is `password`."""
    half = len(text) // 2
    return text[:half] if half and text == text[:half] * 2 else text


def _is_common(form: str) -> bool:
    return digest_of(form) in _common() or any(form and form in around for around in map(_both_ways, _SEQUENCES))


def _is_made_of(names: set[str], form: str) -> bool:
    rest = form
    for name in sorted(names, key=len, reverse=True):
        rest = rest.replace(name, "")
    return rest != form and len(rest) <= BESIDE_A_NAME


def _both_ways(sequence: str) -> str:
    return sequence + " " + sequence[::-1]


def digest_of(password: str) -> str:
    """How the list of common passwords names one."""
    return hashlib.sha256(password.encode("utf-8", "surrogatepass")).hexdigest()[:8]


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(_COMMON.read_text(encoding="ascii").split())
