"""Logins of staff: made, changed, switched off by an administrator. A new password is shown to nobody twice."""

from __future__ import annotations

from starlette.responses import Response

from bot.staff import passwords
from bot.staff.passwords import BusyError, PasswordError
from bot.staff.rights import Role, rights_of
from bot.store.repositories.audit import Deed
from bot.store.repositories.staff import Member, StaffError
from bot.web.staff.office import MissingError, RefusedError, Visit, to

PAGE = "/staff/logins"


def page(visit: Visit) -> Response:
    """Everybody, and a form for one more."""
    return _page(visit)


def add(visit: Visit) -> Response:
    """Make a login with a first password, which is shown this once."""
    role = _role(visit)
    try:
        password = passwords.first()
        member = visit.work.staff.add(
            visit.form.get("login", ""), visit.form.get("name", ""), role, passwords.kept(password)
        )
    except (StaffError, BusyError) as error:
        raise RefusedError(str(error)) from None
    visit.record(Deed.ADDED_STAFF, target=f"login {member.login}", note=role.value)
    return _page(visit, member, password)


def change(visit: Visit) -> Response:
    """Change somebody's role, or switch their login off or on. They have to sign in anew."""
    member = _member(visit)
    role, active = _role(visit), visit.form.get("active") == "yes"
    try:
        visit.work.staff.change(member.id, role=role, active=active)
    except StaffError as error:
        raise RefusedError(str(error)) from None
    visit.work.staff.end_all(member.id, spare=visit.token)
    visit.record(Deed.CHANGED_STAFF, target=f"login {member.login}", note=f"{role.value}, {'on' if active else 'off'}")
    return to(PAGE, "changed")


def new_password(visit: Visit) -> Response:
    """Give somebody a new first password, and take their app's codes away: they may have lost the phone."""
    member, password = _member(visit), passwords.first()
    try:
        visit.work.staff.start_anew(member, passwords.kept(password))
    except BusyError as error:
        raise RefusedError(str(error)) from None
    visit.record(Deed.CHANGED_STAFF, target=f"login {member.login}", note="new password")
    return _page(visit, member, password)


def let_in(visit: Visit) -> Response:
    """Forget the tries of strangers, so that somebody can sign in from a new browser at once."""
    member = _member(visit)
    visit.work.staff.forget_strangers(member.login)
    visit.record(Deed.CHANGED_STAFF, target=f"login {member.login}", note="let in")
    return to(PAGE, "let_in")


def check(password: str, member: Member) -> None:
    """Refuse a password that is not one to use. Raises RefusedError."""
    try:
        passwords.check(password, member.login, member.name)
    except PasswordError as error:
        raise RefusedError(str(error)) from None


def _page(visit: Visit, fresh: Member | None = None, password: str = "") -> Response:
    rights = {role.value: [right.value for right in rights_of(role)] for role in Role}
    return visit.page("logins.html", members=visit.work.staff.all(), fresh=fresh, password=password, rights=rights)


def _member(visit: Visit) -> Member:
    member = visit.work.staff.by_id(visit.request.path_params["number"])
    if member is None:
        raise MissingError
    return member


def _role(visit: Visit) -> Role:
    try:
        return Role(visit.form.get("role", ""))
    except ValueError:
        raise RefusedError("Choose a role.") from None
