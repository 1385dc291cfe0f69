"""Who of the staff may sign in, who is signed in, tries that failed. Passwords come here hashed, cookies digested."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Optional

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from bot.staff.rights import Role
from bot.store.errors import StoreError
from bot.store.repositories.statements import insert_into, new_row, rows_changed
from bot.store.staff_tables import SignInTry, StaffSession, StaffUser


class StaffError(StoreError):
    """A login cannot be made or changed so; the message says why."""


@dataclass(frozen=True)
class Member:
    """Somebody of the staff."""

    id: int
    login: str
    name: str
    role: Role
    active: bool
    password: str  # hashed
    totp: str
    totp_used: int


@dataclass(frozen=True)
class SignedIn:
    """Somebody in a browser: since when, and when a page was last asked for."""

    member: Member
    since: datetime
    seen_at: datetime


def tidy_login(login: str) -> str:
    """A login as it is kept: without regard to case and outer spaces."""
    return login.strip().casefold()


def strangers_count(login: str, place: str) -> str:
    """The key under which wrong tries of strangers at a login are counted who come from one place."""
    return _of_login(login) + hashlib.sha256(f"place:{place}".encode("utf-8", "replace")).hexdigest()[:32]


def _of_login(login: str) -> str:
    """How the keys of a login begin."""
    return hashlib.sha256(f"login:{tidy_login(login)}".encode("utf-8", "replace")).hexdigest()[:32]


class Staff:
    """Logins, sessions and failed tries."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session = session
        self._now = now

    def add(self, login: str, name: str, role: Role, password: str) -> Member:
        """Make a login. `password` is hashed. Raises StaffError when the login is taken or no login."""
        login, name = tidy_login(login), " ".join(name.split())
        if not (1 < len(login) <= 64 and all(sign.isalnum() or sign in ".-_@+" for sign in login)):
            raise StaffError("A login has 2 to 64 letters, figures or . - _ @ +, and no space.")
        if not name or len(name) > 80:
            raise StaffError("A name is needed, of at most 80 characters: the record shows it.")
        row = insert_into(self._session, StaffUser).values(
            login=login, name=name, role=role.value, password=password, totp="", totp_used=0, active=True,
            created_at=self._now(),
        )  # fmt: skip
        if not rows_changed(self._session, row.on_conflict_do_nothing(index_elements=["login"])):
            raise StaffError(f"There is a login {login} already.")
        found = self.by_login(login)
        assert found is not None  # noqa: S101 (it was made a line above)
        return found

    def by_login(self, login: str) -> Optional[Member]:
        """Who has this login, None where nobody has."""
        return self._one(StaffUser.login == tidy_login(login))

    def by_id(self, staff_id: int) -> Optional[Member]:
        """Who has this number, None where nobody has."""
        return self._one(StaffUser.id == staff_id)

    def all(self) -> tuple[Member, ...]:
        """Everybody, by name."""
        return tuple(
            _member(row) for row in self._session.execute(select(StaffUser).order_by(StaffUser.login)).scalars()
        )

    def change(self, staff_id: int, **values: Any) -> None:
        """Change name, role, active, password, totp or totp_used. Raises StaffError where none could do so later."""
        member = self.by_id(staff_id)
        if member is None:
            raise StaffError("There is no such login.")
        stays = values.get("role", member.role) == Role.ADMINISTRATOR and values.get("active", member.active)
        if member.role is Role.ADMINISTRATOR and not stays and not self._other_administrators(staff_id):
            raise StaffError("This is the only administrator. Make another one first.")
        kept = {name: value.value if isinstance(value, Role) else value for name, value in values.items()}
        rows_changed(self._session, update(StaffUser).where(StaffUser.id == staff_id).values(**kept))

    def start_anew(self, member: Member, password: str) -> None:
        """A new password (hashed): signed out everywhere, no codes of an app any more, wrong tries forgotten."""
        self.change(member.id, password=password, totp="", totp_used=0)
        self.end_all(member.id)
        self.forget_strangers(member.login)

    def take_code(self, staff_id: int, half_minute: int) -> bool:
        """Note that the code of this half minute was used. Out: was it not used before?"""
        fresh = update(StaffUser).where(StaffUser.id == staff_id, StaffUser.totp_used < half_minute)
        return bool(rows_changed(self._session, fresh.values(totp_used=half_minute)))

    def begin(self, staff_id: int, token: str) -> None:
        """Somebody signed in. `token` is the digest of what the cookie holds."""
        now = self._now()
        row = {"token": token, "staff_user_id": staff_id, "since": now, "seen_at": now}
        self._session.execute(insert_into(self._session, StaffSession).values(**row))

    def signed_in(self, token: str) -> Optional[SignedIn]:
        """Who is in the browser whose cookie has this digest."""
        query = (
            select(StaffSession, StaffUser)
            .join(StaffUser, StaffUser.id == StaffSession.staff_user_id)
            .where(StaffSession.token == token, StaffUser.active)
        )
        row = self._session.execute(query).first()
        return SignedIn(_member(row[1]), row[0].since, row[0].seen_at) if row else None

    def seen(self, token: str) -> None:
        """A page was asked for."""
        rows_changed(self._session, update(StaffSession).where(StaffSession.token == token).values(seen_at=self._now()))

    def end(self, token: str) -> None:
        """Sign one browser out."""
        rows_changed(self._session, delete(StaffSession).where(StaffSession.token == token))

    def end_all(self, staff_id: int, spare: str = "") -> None:
        """Sign somebody out everywhere, but in the browser `spare`."""
        rows_changed(
            self._session,
            delete(StaffSession).where(StaffSession.staff_user_id == staff_id, StaffSession.token != spare),
        )

    def forget_sessions(self, before: datetime) -> None:
        """Drop the sessions that began too long ago to be used."""
        rows_changed(self._session, delete(StaffSession).where(StaffSession.since < before))

    def failed(self, keys: Iterable[str]) -> None:
        """Note a try that was not right under each of these keys."""
        for key in keys:
            new_row(self._session, SignInTry, key=key, at=self._now())

    def failures(self, key: str, within: timedelta) -> int:
        """How many tries under this key were not right lately."""
        query = select(func.count()).where(SignInTry.key == key, SignInTry.at > self._now() - within)
        return int(self._session.execute(query).scalar_one())

    def forget_failures(self, *keys: str, older_than: timedelta = timedelta(days=1)) -> None:
        """Forget what failed under these keys, and whatever is old."""
        old = SignInTry.at < self._now() - older_than
        rows_changed(self._session, delete(SignInTry).where(SignInTry.key.in_(keys) | old))

    def forget_strangers(self, login: str) -> None:
        """Forget what strangers tried at a login, wherever they came from."""
        rows_changed(self._session, delete(SignInTry).where(SignInTry.key.startswith(_of_login(login))))

    def _other_administrators(self, staff_id: int) -> int:
        query = select(func.count()).where(
            StaffUser.role == Role.ADMINISTRATOR.value, StaffUser.active, StaffUser.id != staff_id
        )
        return int(self._session.execute(query).scalar_one())

    def _one(self, which: Any) -> Optional[Member]:
        row = self._session.execute(select(StaffUser).where(which)).scalar_one_or_none()
        return _member(row) if row else None


def _member(row: StaffUser) -> Member:
    return Member(row.id, row.login, row.name, Role(row.role), row.active, row.password, row.totp, row.totp_used)
