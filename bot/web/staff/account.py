"""One's own login: a new password, and the codes of an app. Both need the password of now.

What cannot be done shows the same form again, with why; no password stands in it.
"""

from __future__ import annotations

from functools import wraps

from starlette.responses import Response

from bot.staff import passwords
from bot.staff.passwords import BusyError
from bot.store.repositories.audit import Deed
from bot.web.staff import codes, logins
from bot.web.staff.office import RefusedError, View, Visit, to

PAGE = "/staff/account"
PART = 32  # characters of what the key of an app is made from


def page(visit: Visit) -> Response:
    """What one can change."""
    return _shown(visit)


def _form(view: View) -> View:
    """A view of a form of this page."""

    @wraps(view)
    def sent(visit: Visit) -> Response:
        try:
            return view(visit)
        except RefusedError as error:
            why = str(error)
        raise RefusedError(why, lambda: _shown(visit, visit.form.get("part", "")[:PART], why))

    return sent


@_form
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


@_form
def code(visit: Visit) -> Response:
    """Switch the codes of an app on or off: first the key is shown, then a code of it has to be right."""
    if visit.form.get("do") == "off":
        _must_be_me(visit)
        visit.work.staff.change(visit.member.id, totp="", totp_used=0)
        visit.record(Deed.CHANGED_LOGIN, target="codes off")
        return to(PAGE, "codes_off")
    secret, part = visit.office.settings.secret, visit.form.get("part", "")
    if not part:
        return _shown(visit, codes.new_part())
    _must_be_me(visit)
    half_minute = codes.half_minute_of(secret, part[:PART], visit.form.get("code", ""), visit.now)
    if half_minute is None:
        raise RefusedError(
            "This is not the code of now. Nothing was changed. Your app shows a new one every half minute."
        )
    visit.work.staff.change(visit.member.id, totp=part[:PART], totp_used=half_minute)
    visit.record(Deed.CHANGED_LOGIN, target="codes on")
    return to(PAGE, "codes_on")


def _shown(visit: Visit, part: str = "", why: str = "") -> Response:
    """The page; while codes are set up with their key, and `why` where something sent cannot be taken."""
    secret = visit.office.settings.secret
    key, address = (
        (codes.key_for(secret, part), codes.address_for(secret, part, visit.member.login)) if part else ("", "")
    )
    return visit.page("account.html", 400 if why else 200, part=part, key=key, address=address, why=why)


def _must_be_me(visit: Visit) -> None:
    try:
        right = passwords.is_right(visit.form.get("password", ""), visit.member.password)
    except BusyError as error:
        raise RefusedError(str(error)) from None
    if not right:
        raise RefusedError("This is not your present password. Nothing was changed.")
