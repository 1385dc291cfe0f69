"""Signing in and out. Every failure looks and takes the same; tries are limited without shutting anybody out.

A browser in which a login was used before has a count of its own, and so have strangers from each place: they use up
their own count, and never that of the login's owner, nor of anybody elsewhere. A right code of the owner's app passes
the strangers' count of its own place, and so does a first password: nobody finds one by trying.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_address, ip_network

from starlette.responses import Response

from bot.staff import passwords
from bot.staff.passwords import BusyError
from bot.store.repositories.audit import Deed
from bot.store.repositories.staff import Member, strangers_count, tidy_login
from bot.web.staff import codes
from bot.web.staff.cookies import digest
from bot.web.staff.office import HOME, LONGEST, SIGN_IN, Visit, to

WITHIN = timedelta(minutes=15)
MOST_TRIES = 8  # under one count, within that time
MORE_WITH_A_CODE = 3  # times as many: strangers, who have none, never use them up
MOST_FROM_ONE_PLACE = 60
NETWORK = 48  # bits of a long address
HERE = {"127.0.0.1", "::1", "testclient", ""}  # behind a proxy that is not named everybody comes from here
UNKNOWN = "unknown login"
_OUR_PAGE = re.compile(r"/staff/[a-z0-9/-]*")


@dataclass(frozen=True)
class Try:
    """What somebody typed, and the counts that it goes under."""

    login: str
    password: str
    code: str
    counts: tuple[tuple[str, int], ...]  # each with how many failures it bears


def page(visit: Visit) -> Response:
    """The form, or for a posted one its answer."""
    if visit.request.method == "POST":
        return _signed_in(visit)
    return to(HOME) if visit.signed_in else _form(visit, "")


def leave(visit: Visit) -> Response:
    """Sign this browser out."""
    visit.work.staff.end(visit.token)
    visit.record(Deed.SIGNED_OUT)
    response = to(SIGN_IN, "out")
    visit.office.cookies.end(response)
    return response


def _signed_in(visit: Visit) -> Response:
    if not visit.office.cookies.is_at_door(visit.request, visit.form.get("form_token", "")):
        visit.record(Deed.SIGN_IN_REFUSED, target=UNKNOWN, note="the form was old")
        return _form(visit, "old", 400)
    tried = _try(visit)
    member = visit.work.staff.by_login(tried.login)
    half_minute = _half_minute(visit, member, tried.code)
    times = MORE_WITH_A_CODE if half_minute else 1
    is_full = any(visit.work.staff.failures(key, WITHIN) >= most * times for key, most in tried.counts)
    if is_full and not passwords.is_made(tried.password):
        visit.record(Deed.SIGN_IN_REFUSED, target=_known_login(member), note="too many tries")
        return _form(visit, "many", 429)
    try:
        right = passwords.is_right(tried.password, member.password if member and member.active else None)
    except BusyError:
        visit.record(Deed.SIGN_IN_REFUSED, target=_known_login(member), note="too many at once")
        return _form(visit, "busy", 503)
    if member is None or not right or not _code_is_right(visit, member, half_minute):
        visit.work.staff.failed(key for key, _ in tried.counts)
        visit.record(Deed.SIGN_IN_REFUSED, target=_known_login(member))
        return _form(visit, "wrong", 401)
    return _let_in(visit, member, tried)


def _let_in(visit: Visit, member: Member, tried: Try) -> Response:
    if passwords.is_outdated(member.password):
        visit.work.staff.change(member.id, password=passwords.kept(tried.password))
    cookies = visit.office.cookies
    if cookies.token(visit.request):
        visit.work.staff.end(cookies.token(visit.request))
    visit.work.staff.forget_failures(*(key for key, _ in tried.counts[:1]))
    visit.work.staff.forget_sessions(visit.now - LONGEST)
    visit.signed_in = member
    visit.record(Deed.SIGNED_IN)
    response = to(_next(visit))
    visit.work.staff.begin(member.id, cookies.begin(response))
    cookies.remember(visit.request, response, member.login)
    return response


def _try(visit: Visit) -> Try:
    login = tidy_login(visit.form.get("login", ""))[:64]
    browser = visit.office.cookies.known_browser(visit.request, login)
    host = visit.request.client.host if visit.request.client else ""
    place = _place(host)
    counts = [(digest(f"browser:{browser}") if browser else strangers_count(login, place), MOST_TRIES)]
    if not browser and host not in HERE:
        counts.append((digest(f"place:{place}"), MOST_FROM_ONE_PLACE))
    password = visit.form.get("password", "")
    return Try(login, password, visit.form.get("code", ""), tuple(counts))


def _place(host: str) -> str:
    """Where somebody comes from: an address, of the long ones the part that one network has."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return str(ip_network((host, NETWORK), strict=False)) if address.version == 6 else host


def _half_minute(visit: Visit, member: Member | None, code: str) -> int | None:
    if member is None or not member.totp:
        return None
    return codes.half_minute_of(visit.office.settings.secret, member.totp, code, visit.now)


def _code_is_right(visit: Visit, member: Member, half_minute: int | None) -> bool:
    """A code counts once: whoever saw it typed cannot use it."""
    if not member.totp:
        return True
    return half_minute is not None and visit.work.staff.take_code(member.id, half_minute)


def _known_login(member: Member | None) -> str:
    """Only logins that exist go on record: what was typed may have been a password."""
    return f"login {member.login}" if member else UNKNOWN


def _next(visit: Visit) -> str:
    wanted = visit.form.get("next", "")
    return wanted if _OUR_PAGE.fullmatch(wanted) and "//" not in wanted else HOME


def _form(visit: Visit, trouble: str, status: int = 200) -> Response:
    wanted = visit.form.get("next") or visit.request.query_params.get("next", "")
    held = Response()
    door = visit.office.cookies.open_door(held)
    typed = visit.form.get("login", "")[:64]
    response = visit.page("sign_in.html", status, trouble=trouble, next=wanted[:200], typed=typed, door=door)
    response.headers.append("set-cookie", held.headers["set-cookie"])
    return response
