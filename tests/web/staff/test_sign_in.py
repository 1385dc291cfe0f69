"""Signing in: one answer to every failure, tries limited without shutting anybody out, sessions that end."""

from __future__ import annotations

import re

import pyotp

from bot.staff import passwords
from bot.staff.rights import Role
from bot.store.repositories.audit import Deed
from bot.web.staff import codes
from bot.web.staff.sign_in import MORE_WITH_A_CODE, MOST_TRIES
from tests.databases import sqlite_url as database_url  # noqa: F401 (a fixture)
from tests.web.staff.house import PASSWORD, Browser, House

NEW = "a lantern by the river"


def text_of(page: str) -> str:
    """A page without what is new in each: the form's token and the login that was typed."""
    return re.sub(r'value="[^"]*"', "", page)


def test_who_signs_in_comes_to_the_queue(house: House) -> None:
    browser = house.browser()
    response = browser.sign_in(house.staff(Role.RESPONDER))
    assert response.status_code == 303
    assert browser.get("/").headers["location"] == "/staff/queue"
    assert "Responder Name, responder" in browser.get("/queue").text


def test_a_wrong_password_and_an_unknown_login_look_the_same(house: House) -> None:
    login = house.staff(Role.RESPONDER)
    wrong = house.browser().sign_in(login, "not the password at all")
    unknown = house.browser().sign_in("nobody", "not the password at all")
    assert (wrong.status_code, unknown.status_code) == (401, 401)
    assert text_of(wrong.text) == text_of(unknown.text)
    assert {*wrong.headers} == {*unknown.headers}


def test_a_login_that_is_switched_off_is_unknown(house: House) -> None:
    login = house.staff(Role.READER)
    with house.work() as work:
        member = work.staff.by_login(login)
        assert member is not None
        work.staff.change(member.id, active=False)
        work.commit()
    assert house.browser().sign_in(login).status_code == 401


def test_strangers_are_stopped_and_the_owner_is_not(house: House) -> None:
    login = house.staff(Role.RESPONDER)
    owner, stranger = house.browser(), house.browser()
    owner.sign_in(login)
    owner.post("/sign-out")
    answers = [stranger.sign_in(login, f"a guess number {number}").status_code for number in range(MOST_TRIES + 2)]
    assert answers == [401] * MOST_TRIES + [429] * 2
    assert stranger.sign_in(login).status_code == 429
    assert owner.sign_in(login).status_code == 303


def test_a_login_that_nobody_has_is_limited_in_the_same_way(house: House) -> None:
    stranger = house.browser()
    answers = [stranger.sign_in("nobody", "a guess of mine").status_code for _ in range(MOST_TRIES + 1)]
    assert answers == [401] * MOST_TRIES + [429]


def test_tries_are_forgotten_after_a_while_or_when_an_administrator_says_so(house: House) -> None:
    login = house.staff(Role.RESPONDER)
    stranger = house.browser()
    for _ in range(MOST_TRIES):
        stranger.sign_in(login, "a guess of mine")
    administrator = house.signed_in(Role.ADMINISTRATOR)
    with house.work() as work:
        member = work.staff.by_login(login)
    assert member is not None
    assert administrator.post(f"/logins/{member.id}/let-in").status_code == 303
    assert stranger.sign_in(login, "a guess of mine").status_code == 401
    for _ in range(MOST_TRIES):
        stranger.sign_in(login, "a guess of mine")
    house.now.go_on(minutes=16)
    assert stranger.sign_in(login).status_code == 303


def test_a_browser_that_is_known_has_a_limit_of_its_own(house: House) -> None:
    login = house.staff(Role.RESPONDER)
    browser = house.browser()
    browser.sign_in(login)
    browser.post("/sign-out")
    for _ in range(MOST_TRIES):
        browser.sign_in(login, "a guess of mine")
    assert browser.sign_in(login).status_code == 429
    assert house.browser().sign_in(login).status_code == 303


def guesses(house: House, login: str, place: str) -> list[int]:
    """Strangers at a place who try one more than they may."""
    stranger = house.browser(place)
    return [stranger.sign_in(login, f"a guess number {number}").status_code for number in range(MOST_TRIES + 1)]


def test_strangers_elsewhere_do_not_shut_out_who_signs_in_for_the_first_time(house: House) -> None:
    login = house.staff(Role.RESPONDER)
    for number in range(1, 6):
        assert guesses(house, login, f"203.0.113.{number}")[-1] == 429
    assert house.browser("198.51.100.7").sign_in(login).status_code == 303


def test_strangers_at_the_same_place_do_not_shut_out_a_first_password(house: House) -> None:
    first = passwords.first()
    with house.work() as work:
        work.staff.add("sam", "Sam Okoro", Role.READER, passwords.kept(first))
        work.commit()
    for number in range(8):
        guesses(house, "sam" if number == 0 else f"nobody{number}", "203.0.113.1")
    assert house.browser("203.0.113.1").sign_in("sam", "three geese on a wall").status_code == 429
    assert house.browser("203.0.113.1").sign_in("sam", passwords.first()).status_code == 401
    assert house.browser("203.0.113.1").sign_in("sam", first).status_code == 303


def test_colleagues_who_share_a_browser_are_both_known_in_it(house: House) -> None:
    one, other = house.staff(Role.RESPONDER), house.staff(Role.LEAD)
    shared = house.browser()
    for login in (one, other):
        shared.sign_in(login)
        shared.post("/sign-out")
    for login in (one, other):
        guesses(house, login, "testclient")
        assert house.browser().sign_in(login).status_code == 429
        assert shared.sign_in(login).status_code == 303
        shared.post("/sign-out")


def test_the_addresses_of_one_network_are_one_place(house: House) -> None:
    login = house.staff(Role.RESPONDER)
    tries = [house.browser(f"2001:db8:1:{number}::{number}").sign_in(login, "a guess of mine").status_code
             for number in range(MOST_TRIES + 1)]  # fmt: skip
    assert tries[-1] == 429
    assert house.browser("2001:db8:2::1").sign_in(login).status_code == 303


def test_who_is_let_in_is_let_in_everywhere(house: House) -> None:
    login = house.staff(Role.RESPONDER)
    places = ("203.0.113.1", "203.0.113.2")
    for place in places:
        guesses(house, login, place)
    with house.work() as work:
        member = work.staff.by_login(login)
    assert member is not None
    house.signed_in(Role.ADMINISTRATOR).post(f"/logins/{member.id}/let-in")
    assert [house.browser(place).sign_in(login).status_code for place in places] == [303, 303]


def test_a_session_planted_before_is_worth_nothing(house: House) -> None:
    login = house.staff(Role.RESPONDER)
    browser = house.browser()
    browser.client.cookies.set("cairn-staff", "planted", domain="127.0.0.1")
    browser.sign_in(login)
    assert browser.client.cookies["cairn-staff"] != "planted"
    first = browser.client.cookies["cairn-staff"]
    browser.post("/sign-out")
    browser.sign_in(login)
    assert browser.client.cookies["cairn-staff"] != first
    thief = house.browser()
    thief.client.cookies.set("cairn-staff", first, domain="127.0.0.1")
    assert not thief.is_in()


def test_a_session_ends_when_nobody_uses_it_and_after_a_day_of_work(house: House) -> None:
    browser = house.signed_in(Role.RESPONDER)
    for _ in range(20):
        house.now.go_on(minutes=29)
        assert browser.is_in()
    house.now.go_on(minutes=29)
    assert not browser.is_in()
    again = house.signed_in(Role.RESPONDER)
    house.now.go_on(minutes=31)
    assert not again.is_in()


def test_who_signs_out_is_out_in_that_browser(house: House) -> None:
    browser = house.signed_in(Role.RESPONDER)
    held = browser.client.cookies["cairn-staff"]
    assert browser.post("/sign-out").headers["location"] == "/staff/sign-in?said=out"
    browser.client.cookies.set("cairn-staff", held, domain="127.0.0.1")
    assert not browser.is_in()


def test_after_signing_in_one_comes_to_the_page_one_wanted_and_never_elsewhere(house: House) -> None:
    login = house.staff(Role.RESPONDER)
    browser = house.browser()
    assert browser.get("/signposts").headers["location"] == "/staff/sign-in?next=/staff/signposts"
    assert browser.sign_in(login, next="/staff/signposts").headers["location"] == "/staff/signposts"
    for trap in ("https://elsewhere.example", "//elsewhere.example", "/staff/../", "/staff//elsewhere.example", "x"):
        assert house.browser().sign_in(login, next=trap).headers["location"] == "/staff/"


def test_the_form_has_to_come_from_the_page_that_was_given(house: House) -> None:
    login = house.staff(Role.RESPONDER)
    fields = {"login": login, "password": PASSWORD}
    assert house.browser().client.post("/staff/sign-in", data=fields).status_code == 400
    one, other = house.browser(), house.browser()
    token = re.search(r'name="form_token" value="(\w+)"', one.get("/sign-in").text)
    assert token is not None
    other.get("/sign-in")
    assert other.client.post("/staff/sign-in", data={**fields, "form_token": token.group(1)}).status_code == 400


def test_the_cookie_is_closed_to_script_and_needs_tls_outside_development(house: House) -> None:
    cookies = house.browser().sign_in(house.staff(Role.READER)).headers.get_list("set-cookie")
    session = next(cookie for cookie in cookies if cookie.startswith("cairn-staff="))
    assert "HttpOnly" in session
    assert "SameSite=lax" in session
    assert "Max-Age" not in session


def test_the_codes_of_an_app_count_once(house: House) -> None:
    login = house.staff(Role.LEAD)
    key = set_up_codes(house, login)
    assert house.browser().sign_in(login).status_code == 401
    code = pyotp.TOTP(key).at(int(house.now().timestamp()))
    assert house.browser().sign_in(login, code=code).status_code == 401
    house.now.go_on(seconds=60)
    code = pyotp.TOTP(key).at(int(house.now().timestamp()))
    assert house.browser().sign_in(login, code=f"{code[:3]} {code[3:]}").status_code == 303
    assert house.browser().sign_in(login, code=code).status_code == 401


def test_a_right_code_passes_the_count_of_strangers(house: House) -> None:
    login = house.staff(Role.LEAD)
    key = set_up_codes(house, login)
    for _ in range(MOST_TRIES):
        house.browser().sign_in(login, "a guess of mine")
    assert house.browser().sign_in(login).status_code == 429
    house.now.go_on(seconds=60)
    code = pyotp.TOTP(key).at(int(house.now().timestamp()))
    assert house.browser().sign_in(login, code=code).status_code == 303


def test_a_right_code_gives_more_tries_and_not_all(house: House) -> None:
    login = house.staff(Role.LEAD)
    key = set_up_codes(house, login)
    house.now.go_on(seconds=60)
    code = pyotp.TOTP(key).at(int(house.now().timestamp()))
    tries = [house.browser().sign_in(login, "a guess of mine", code=code).status_code for _ in range(30)]
    assert tries.index(429) == MOST_TRIES * MORE_WITH_A_CODE


def set_up_codes(house: House, login: str) -> str:
    """Switch codes on, as their owner does. Out: the key."""
    browser = house.browser()
    browser.sign_in(login)
    shown = browser.post("/account/codes").text
    part = re.search(r'name="part" value="(\w+)"', shown)
    assert part is not None
    key = codes.key_for(house.settings.secret, part.group(1))
    assert key in shown
    code = pyotp.TOTP(key).at(int(house.now().timestamp()))
    wrong = browser.post("/account/codes", part=part.group(1), code="000000", password=PASSWORD)
    assert f'name="part" value="{part.group(1)}"' in wrong.text
    assert "This is not the code of now." in wrong.text
    assert wrong.status_code == 400
    done = browser.post("/account/codes", part=part.group(1), code=code, password=PASSWORD)
    assert done.headers["location"] == "/staff/account?said=codes_on"
    return key


def test_a_new_password_needs_the_old_one_and_signs_other_browsers_out(house: House) -> None:
    login = house.staff(Role.READER)
    here, there = house.browser(), house.browser()
    for browser in (here, there):
        browser.sign_in(login)
    refused = here.post("/account/password", password="wrong one here", new=NEW, again=NEW)
    assert refused.status_code == 400
    assert '<p class="done" role="alert">This is not your present password. Nothing was changed.</p>' in refused.text
    assert 'name="again"' in refused.text
    assert NEW not in refused.text
    assert (
        here.post("/account/password", password=PASSWORD, new="password1234", again="password1234").status_code == 400
    )
    assert here.post("/account/password", password=PASSWORD, new=NEW, again=NEW + "x").status_code == 400
    assert here.post("/account/password", password=PASSWORD, new=NEW, again=NEW).status_code == 303
    assert here.is_in()
    assert not there.is_in()
    assert house.browser().sign_in(login, NEW).status_code == 303


def test_every_try_is_on_record_without_what_was_typed(house: House) -> None:
    house.browser().sign_in("my password by mistake", "secret words here")
    house.browser().sign_in(house.staff(Role.READER), "secret words here")
    with house.work() as work:
        entries = work.audit.page(what=Deed.SIGN_IN_REFUSED.value)
    assert [entry.target for entry in entries] == ["login reader", "unknown login"]
    assert "mistake" not in repr(entries)
    assert "secret" not in repr(entries)


def test_nothing_that_a_browser_sends_breaks_the_door(house: House) -> None:
    browser: Browser = house.browser()
    for login, password in (
        ("\x00", "\x00"),
        ("a" * 5000, "b" * 5000),
        ("<script>", "'; --"),
        ("", ""),
        ("é", "💡" * 20),
    ):
        assert browser.sign_in(login, password).status_code in {401, 429}
    assert browser.client.post("/staff/sign-in", content=b"x" * 70_000).status_code == 415
    typed = {"content-type": "application/x-www-form-urlencoded"}
    assert browser.client.post("/staff/sign-in", content=b"x" * 70_000, headers=typed).status_code == 413
    assert browser.client.post("/staff/sign-in", content=b"\xff&=&==%%", headers=typed).status_code == 400
