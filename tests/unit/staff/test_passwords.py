"""Passwords: what is refused is refused in its disguises too, and one that is kept can be told from another."""

from __future__ import annotations

import pytest

from bot.staff import passwords
from bot.staff.passwords import PasswordError


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("short", "at least 12"),
        ("x" * 300, "at most"),
        ("aaaaaaaaaaaaaa", "tried first"),
        ("Password1234", "tried first"),
        ("P@ssw0rd2026!!", "tried first"),
        ("passwordpassword", "tried first"),
        ("qwertyuiopasdf", "tried first"),
        ("1234567890123", "tried first"),
        ("abcdefghijklm", "tried first"),
        ("football2024!", "tried first"),
        ("amira.khan2026", "close to a name"),
        ("Cairn-Cairn-26", "close to a name"),
    ],
)
def test_a_password_that_others_would_guess_is_refused(password: str, why: str) -> None:
    with pytest.raises(PasswordError, match=why):
        passwords.check(password, "amira", "Amira Khan")


@pytest.mark.parametrize(
    "password",
    ["three geese on a wall", "Blauwe-Fiets-Regen", "84629175036482", "ein langer Satz ist gut", "ночной поезд"],
)
def test_plain_words_are_fine(password: str) -> None:
    passwords.check(password, "amira", "Amira Khan")


def test_a_kept_password_is_told_from_another_and_nobodys_is_never_right() -> None:
    kept = passwords.kept("three geese on a wall")
    assert "geese" not in kept
    assert passwords.is_right("three geese on a wall", kept)
    assert not passwords.is_right("three geese on a walk", kept)
    assert not passwords.is_right("three geese on a wall", None)
    assert not passwords.is_right("three geese on a wall", "no hash")
    assert not passwords.is_outdated(kept)
