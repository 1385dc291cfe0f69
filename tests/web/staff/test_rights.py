"""Every address of the staff pages asks for a right, of every role and of strangers; and every form for its token."""

from __future__ import annotations

import re

import pytest
from starlette.routing import Mount, Route

from bot.settings import Settings
from bot.staff.rights import Right, Role, may
from bot.web.app import create_app
from bot.web.staff.app import ROUTES, staff_app
from bot.web.staff.office import StaffRoute
from tests.databases import sqlite_url as database_url  # noqa: F401 (a fixture)
from tests.web.staff.house import House
from tests.web.staff.robin import summarised

GUARDED = [route for route in ROUTES if route.right is not Right.SIGN_IN]
READ = [route for route in GUARDED if "GET" in route.methods]
POSTED = [route for route in GUARDED if "POST" in route.methods]
FIELDS = {
    "role": "reader",
    "active": "yes",
    "find": "Heron 27",
    "outcome": "spoke",
    "what": "false_alarm",
    "reason": "x",
}


def address(route: StaffRoute, number: int = 1, person: str = "0" * 32, began: int = 1) -> str:
    """An address of this route."""
    path = route.path.replace("{began:int}", str(began))
    return re.sub(r"\{person[^}]*\}", person, re.sub(r"\{number[^}]*\}", str(number), path))


def name(route: StaffRoute) -> str:
    return f"{'+'.join(route.methods)} {route.path}"


def test_every_address_that_is_served_has_its_rule() -> None:
    served = {route.path: route.methods for route in staff_app(Settings()).routes if isinstance(route, Route)}
    assert {path: {*(methods or ())} - {"HEAD"} for path, methods in served.items()} == {
        route.path: {*route.methods} for route in ROUTES
    }
    assert len(served) == len(staff_app(Settings()).routes)
    assert all(isinstance(route.right, Right) for route in ROUTES)
    assert len({route.path for route in ROUTES}) == len(ROUTES)


def test_only_the_door_is_open() -> None:
    assert [route.path for route in ROUTES if route.right is Right.SIGN_IN] == ["/sign-in"]


def test_the_staff_pages_stand_under_staff() -> None:
    mounted = [route for route in create_app(Settings()).routes if isinstance(route, Mount) and route.path == "/staff"]
    assert len(mounted) == 1


@pytest.mark.parametrize("route", GUARDED, ids=name)
def test_a_stranger_is_sent_to_the_door(house: House, route: StaffRoute) -> None:
    browser = house.browser()
    for method in route.methods:
        response = browser.client.request(method, f"/staff{address(route)}", data=FIELDS if method == "POST" else None)
        assert response.status_code == 303
        assert response.headers["location"].startswith("/staff/sign-in")
    assert house.deeds() == []


@pytest.mark.parametrize("role", list(Role))
def test_each_role_opens_what_it_may_and_nothing_else(house: House, role: Role) -> None:
    number = house.alert()
    with house.work() as work:
        person = work.alerts.get(number).person_id
    summarised(house)
    browser = house.signed_in(role)
    for route in READ:
        refused = house.deeds().count("refused")
        response = browser.get(address(route, number, person, house.began(person)))
        assert (response.status_code != 403) is may(role, route.right), route.path
        assert response.status_code in {200, 303, 403}, route.path
        assert house.deeds().count("refused") == refused + (response.status_code == 403)


@pytest.mark.parametrize("role", list(Role))
def test_each_role_does_what_it_may_and_nothing_else(house: House, role: Role) -> None:
    number = house.alert()
    browser = house.signed_in(role)
    for route in POSTED:
        if may(role, route.right):
            continue
        response = browser.post(address(route), **FIELDS)
        assert response.status_code == 403, route.path
        assert house.deeds()[-1] == "refused"
    with house.work() as work:
        assert work.alerts.get(number).acknowledged is None or may(role, Right.ANSWER)
        assert [member.login for member in work.staff.all()] == [role.value]


@pytest.mark.parametrize("route", POSTED, ids=name)
def test_a_form_that_is_not_ours_does_nothing(house: House, route: StaffRoute) -> None:
    house.alert()
    role = next(role for role in reversed(Role) if may(role, route.right))
    browser = house.signed_in(role)
    other = house.browser()
    other.sign_in(house.staff(role, "other"))
    before = house.deeds()
    for token in ("", "0" * 64, other.token()):
        assert browser.post(address(route), token=token, **FIELDS).status_code == 403
    assert {*house.deeds()[len(before) :]} <= {"refused", "viewed"}
    assert browser.is_in()


@pytest.mark.parametrize("route", POSTED, ids=name)
def test_another_sites_page_posts_nothing(house: House, route: StaffRoute) -> None:
    browser = house.signed_in(next(role for role in reversed(Role) if may(role, route.right)))
    token = browser.token()
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}):
        fields = {"form_token": token, **FIELDS}
        assert browser.client.post(f"/staff{address(route)}", data=fields, headers=headers).status_code in {403, 404}
    assert browser.is_in()


@pytest.mark.parametrize("path", ["/sign-in", "/queue", "/nothing", "/alert/1", "/static/x"])
def test_no_page_runs_script_stands_in_a_frame_or_is_kept(house: House, path: str) -> None:
    headers = house.browser().get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-frame-options"] == "DENY"
    assert headers["cache-control"] == "no-store"


def test_what_is_not_there_and_what_is_anothers_look_the_same(house: House) -> None:
    house.alert()
    browser = house.signed_in(Role.RESPONDER)
    for path in ("/alert/999", "/person/" + "0" * 32):
        response = browser.get(path)
        assert response.status_code == 404
        assert "There is no such page" in response.text


def test_a_role_that_is_taken_away_is_gone_at_once(house: House) -> None:
    browser = house.signed_in(Role.LEAD)
    assert browser.get("/audit").status_code == 200
    administrator = house.signed_in(Role.ADMINISTRATOR)
    with house.work() as work:
        member = work.staff.by_login("lead")
    assert member is not None
    administrator.post(f"/logins/{member.id}/change", role="reader", active="yes")
    assert browser.get("/audit").status_code == 303
    browser.sign_in("lead")
    assert browser.get("/audit").status_code == 403


def test_nothing_is_shown_that_could_not_be_put_on_record(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    number = house.alert()
    browser = house.signed_in(Role.RESPONDER)

    def full(*_: object, **__: object) -> int:
        raise OSError("the disk of this test is full")

    monkeypatch.setattr("bot.store.repositories.audit.Audit.add", full)
    response = browser.get(f"/alert/{number}")
    assert response.status_code == 500
    assert "better off" not in response.text
