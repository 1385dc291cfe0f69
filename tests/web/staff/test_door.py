"""The door behind TLS, as in production: equal work for every try, and cookies that no other site and no script has."""

from __future__ import annotations

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from bot.staff import passwords
from bot.staff.rights import Role
from bot.web.app import create_app
from bot.web.staff.sign_in import MOST_TRIES
from tests.databases import sqlite_url as database_url  # noqa: F401 (a fixture)
from tests.web.staff.house import PASSWORD, Browser, House, staff_site

HTTPS = "https://review.service.example"


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each password hash that is made or checked, in order."""
    done: list[str] = []
    hasher = passwords._hasher

    class Counting:
        def hash(self, password: str) -> str:
            done.append("made")
            return hasher.hash(password)

        def verify(self, hashed: str, password: str) -> bool:
            done.append("checked")
            return hasher.verify(hashed, password)

        def check_needs_rehash(self, hashed: str) -> bool:
            return hasher.check_needs_rehash(hashed)

    monkeypatch.setattr(passwords, "_hasher", Counting())
    return done


def test_every_try_takes_one_check_of_a_password_whatever_is_wrong(house: House, checked: list[str]) -> None:
    right, off = house.staff(Role.READER), house.staff(Role.LEAD)
    with house.work() as work:
        member = work.staff.by_login(off)
        assert member is not None
        work.staff.change(member.id, active=False)
        work.commit()
    passwords._nobodys.cache_clear()
    browser = house.browser()  # starts an installation, which makes ready
    tries = {"unknown": ("nobody", PASSWORD), "wrong": (right, "not the password"), "off": (off, PASSWORD),
             "empty": ("", ""), "right": (right, PASSWORD)}  # fmt: skip
    counts = {}
    for name, (login, password) in tries.items():
        checked.clear()
        browser.sign_in(login, password)
        counts[name] = list(checked)
    assert counts == {name: ["checked"] for name in tries}


def test_a_try_too_many_takes_no_check_whether_the_login_is_known_or_not(house: House, checked: list[str]) -> None:
    """Then guessing costs the guesser alone: no flood of tries keeps the turns from those who may sign in."""
    known = house.staff(Role.READER)
    for login in (known, "nobody"):
        stranger = house.browser()
        for _ in range(MOST_TRIES):
            stranger.sign_in(login, "a guess of mine")
        checked.clear()
        assert [stranger.sign_in(login, word).status_code for word in ("a guess of mine", PASSWORD)] == [429, 429]
        assert checked == []


@pytest.fixture
def behind_tls(house: House) -> Browser:
    """A browser before an installation in production."""
    house.settings = replace(house.settings, environment="production")
    site = staff_site(house.settings, house.now)
    return Browser(TestClient(site, base_url=HTTPS, follow_redirects=False))


def test_behind_tls_every_cookie_is_bound_to_this_host_closed_to_script_and_never_sent_in_the_clear(
    house: House, behind_tls: Browser
) -> None:
    cookies = [*behind_tls.get("/sign-in").headers.get_list("set-cookie")]
    response = behind_tls.sign_in(house.staff(Role.READER))
    assert response.status_code == 303
    cookies += response.headers.get_list("set-cookie")
    parts = [[part.strip() for part in cookie.split(";")] for cookie in cookies]
    assert {name.partition("=")[0] for name, *_ in parts} == {
        "__Host-cairn-staff", "__Host-cairn-staff-door", "__Host-cairn-staff-known",
    }  # fmt: skip
    for name, *flags in parts:
        assert {"Secure", "HttpOnly", "SameSite=lax", "Path=/"} <= set(flags), name
        assert not any(flag.startswith("Domain") for flag in flags), name
    assert behind_tls.is_in()


def test_behind_tls_signing_out_takes_the_cookie_away_as_it_was_given(house: House, behind_tls: Browser) -> None:
    behind_tls.sign_in(house.staff(Role.READER))
    (cookie,) = behind_tls.post("/sign-out").headers.get_list("set-cookie")
    assert cookie.startswith('__Host-cairn-staff="";')
    assert "Secure" in cookie
    assert "Max-Age=0" in cookie


def test_a_persons_own_cookie_opens_nothing_here(house: House) -> None:
    app = create_app(house.settings)
    visit = app.state.sessions.stranger()
    house.person(visit.sender)
    number = house.alert("ann")
    browser = TestClient(app, base_url="http://127.0.0.1:8000", follow_redirects=False)
    own = app.state.sessions.token(visit)
    for name in ("cairn", "cairn-staff", "cairn-staff-known"):
        browser.cookies.set(name, own, domain="127.0.0.1")
    for path in ("/staff/queue", f"/staff/alert/{number}", "/staff/audit", "/staff/logins"):
        response = browser.get(path)
        assert response.status_code == 303
        assert response.headers["location"].startswith("/staff/sign-in")
    assert house.deeds() == []  # it was never a cookie of staff


def test_nobody_ends_or_changes_anothers_login_or_session(house: House) -> None:
    """Whoever may not set up logins has no address that touches another's; their own forms touch their own alone."""
    house.staff(Role.LEAD, "other")
    other = house.browser()
    other.sign_in("other")
    with house.work() as work:
        member = work.staff.by_login("other")
    assert member is not None
    browser = house.signed_in(Role.RESPONDER)
    for act in ("change", "password", "let-in"):
        assert browser.post(f"/logins/{member.id}/{act}", role="reader", active="").status_code == 403
    new = "a lantern by the river"
    fields = {"password": PASSWORD, "new": new, "again": new, "login": "other", "id": str(member.id)}
    assert browser.post("/account/password", **fields).status_code == 303
    assert browser.post("/sign-out", login="other", token=browser.token()).status_code == 303
    assert other.is_in()
    assert house.browser().sign_in("other").status_code == 303
    with house.work() as work:
        assert work.staff.by_login("other") == member


def test_a_session_of_one_is_not_ended_with_the_form_of_another(house: House) -> None:
    one, other = house.signed_in(Role.READER), house.signed_in(Role.RESPONDER)
    assert other.post("/sign-out", token=one.token()).status_code == 403
    assert one.is_in()
    assert other.is_in()


def test_another_sites_page_is_refused_on_record(house: House) -> None:
    app = create_app(house.settings)
    browser = Browser(TestClient(app, base_url="http://127.0.0.1:8000", follow_redirects=False))
    browser.sign_in(house.staff(Role.LEAD))
    token = browser.token()
    headers = {"Sec-Fetch-Site": "cross-site"}
    response = browser.client.post("/staff/sign-out", data={"form_token": token}, headers=headers)
    assert response.status_code == 403
    with house.work() as work:
        entry = work.audit.page(limit=1)[0]
    assert (entry.who, entry.what, entry.target) == ("lead", "refused", "from another site: address")
