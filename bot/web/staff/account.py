"""One's own login: a new password, and the codes of an app. Both need the password of now."""

from __future__ import annotations

from starlette.responses import Response

from bot.staff import passwords
from bot.staff.passwords import BusyError
from bot.store.repositories.audit import Deed
from bot.web.staff import codes, logins
from bot.web.staff.office import RefusedError, Visit, to

PAGE = "/staff/account"


def page(visit: Visit) -> Response:
    """What one can change."""
    return visit.page("account.html", part="", key="", address="")


def password(visit: Visit) -> Response:
    """Take a new password. Every other browser is signed out."""
    _must_be_me(visit)
    wanted = visit.form.get("new", "")
    logins.check(wanted, visit.member)
    if wanted != visit.form.get("again", ""):
        raise RefusedError("The two new passwords are not the same. Nothing was changed.")
    visit.work.staff.change(visit.member.id, password=passwords.kept(wanted))
    visit.record(Deed.CHANGED_LOGIN, target="password")
    response = to(PAGE, "password")
    visit.work.staff.end_all(visit.member.id)
    visit.work.staff.begin(visit.member.id, visit.office.cookies.begin(response))
    return response


def code(visit: Visit) -> Response:
    """Switch the codes of an app on or off: first the key is shown, then a code of it has to be right."""
    if visit.form.get("do") == "off":
        _must_be_me(visit)
        visit.work.staff.change(visit.member.id, totp="", totp_used=0)
        visit.record(Deed.CHANGED_LOGIN, target="codes off")
        return to(PAGE, "codes_off")
    secret, part = visit.office.settings.secret, visit.form.get("part", "")
    if not part:
        part = codes.new_part()
        address = codes.address_for(secret, part, visit.member.login)
        return visit.page("account.html", part=part, key=codes.key_for(secret, part), address=address)
    _must_be_me(visit)
    half_minute = codes.half_minute_of(secret, part[:32], visit.form.get("code", ""), visit.now)
    if half_minute is None:
        raise RefusedError("This is not the code of now. Nothing was changed. Please start again.")
    visit.work.staff.change(visit.member.id, totp=part[:32], totp_used=half_minute)
    visit.record(Deed.CHANGED_LOGIN, target="codes on")
    return to(PAGE, "codes_on")


def _must_be_me(visit: Visit) -> None:
    try:
        right = passwords.is_right(visit.form.get("password", ""), visit.member.password)
    except BusyError as error:
        raise RefusedError(str(error)) from None
    if not right:
        raise RefusedError("This is not your present password. Nothing was changed.")
