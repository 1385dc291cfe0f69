"""Every refusal is on record: of a role, a form, a session, of what is not there and of what cannot be done so."""

from __future__ import annotations

import pytest

from bot.staff.rights import Role, may
from tests.builders import create_goal
from tests.databases import sqlite_url as database_url  # noqa: F401 (a fixture)
from tests.web.staff.house import PASSWORD, House
from tests.web.staff.rules import BY_KEY, NEW, POSTED, RULES, Key, World, called, entries, length


def refused(house: House, after: int) -> list[tuple[str, str, str]]:
    """What was refused since: to whom, and how the record calls it; every entry has to be a refusal."""
    made = entries(house, after)
    assert {entry.what for entry in made} <= {"refused"}
    return [(entry.who, entry.role, entry.target.partition(" 1")[0]) for entry in made]


@pytest.mark.parametrize("key", RULES, ids=called)
def test_a_role_that_may_not_is_refused_on_record(world: World, key: Key) -> None:
    route = BY_KEY[key]
    for role in (role for role in Role if not may(role, route.right)):
        browser, after = world.house.signed_in(role), length(world.house)
        address = world.address(key[1])
        status = browser.get(address).status_code if key[0] == "GET" else browser.post(address).status_code
        assert status == 403
        ((who, as_role, target),) = refused(world.house, after)
        assert (who, as_role) == (role.value, role.value)
        assert target.startswith(f"not their role: {route.name}"[:60])


@pytest.mark.parametrize("key", POSTED, ids=called)
def test_a_form_that_is_not_ours_is_refused_on_record(world: World, key: Key) -> None:
    role = RULES[key].role
    browser, after = world.house.signed_in(role), length(world.house)
    assert browser.post(world.address(key[1]), token="0" * 64).status_code == 403
    ((who, _, target),) = refused(world.house, after)
    assert who == role.value
    assert target.startswith("not our form: ")


def test_a_form_that_is_too_old_is_told_so_and_not_that_the_role_is_wrong(world: World) -> None:
    page = world.house.signed_in(Role.RESPONDER).post(f"/alert/{world.alert}/acknowledge", token="0" * 64).text
    assert "This page was open too long. Nothing was changed. Load it again" in page
    assert "Your role does not open this" not in page


def test_who_sends_something_after_the_session_is_told_that_it_was_not_kept(world: World) -> None:
    browser = world.house.signed_in(Role.RESPONDER)
    token = browser.token()
    world.house.now.go_on(minutes=31)
    door = browser.post(f"/alert/{world.alert}/acknowledge", token=token, note="a long note").headers["location"]
    page = browser.get(door.removeprefix("/staff")).text
    assert "What you had written was not kept, and nothing was changed." in page
    with world.house.work() as work:
        assert work.alerts.get(world.alert).acknowledged is None
    assert "was not kept" not in browser.get("/sign-in").text
    assert "was not kept" not in browser.sign_in("responder", "not the password").text


@pytest.mark.parametrize("key", RULES, ids=called)
def test_a_session_that_is_over_is_refused_on_record_with_whose_it_was(world: World, key: Key) -> None:
    role = RULES[key].role
    browser = world.house.signed_in(role)
    world.house.now.go_on(hours=11)
    after, address = length(world.house), world.address(key[1])
    response = browser.get(address) if key[0] == "GET" else browser.post(address, token="")
    assert response.headers["location"].startswith("/staff/sign-in")
    ((who, as_role, target),) = refused(world.house, after)
    assert (who, as_role) == (role.value, role.value)
    assert target.startswith("session over: ")


def test_a_session_that_was_ended_elsewhere_is_refused_on_record(world: World) -> None:
    browser = world.house.signed_in(Role.READER)
    held = browser.client.cookies["cairn-staff"]
    browser.post("/sign-out")
    browser.client.cookies.set("cairn-staff", held, domain="127.0.0.1")
    after = length(world.house)
    assert browser.get("/queue").status_code == 303
    assert refused(world.house, after) == [("", "", "session over: queue")]


def test_a_cookie_that_was_never_ours_leaves_no_entry(world: World) -> None:
    """Else a stranger could fill the record."""
    stranger, after = world.house.browser(), length(world.house)
    stranger.client.cookies.set("cairn-staff", "x", domain="127.0.0.1")
    assert stranger.get("/queue").headers["location"].startswith("/staff/sign-in")
    assert stranger.get("/nothing-here").status_code == 404
    assert stranger.client.post("/staff/queue", content=b"{}").status_code == 405
    assert stranger.client.post("/staff/find", content=b"{}").status_code == 415
    assert length(world.house) == after


def test_a_refusal_says_whose_page_it_was(world: World) -> None:
    house, person = world.house, world.person
    browser, after = house.signed_in(Role.ADMINISTRATOR), length(house)
    browser.get(f"/person/{person}")
    browser = house.signed_in(Role.RESPONDER)
    browser.post(f"/person/{person}/missed", token="0" * 64)
    browser.post(f"/person/{person}/missed", line="x")
    browser.client.post(f"/staff/person/{person}/missed", content=b"{}")
    house.now.go_on(hours=11)
    browser.get(f"/person/{person}")
    made = [(entry.target, entry.about) for entry in entries(house, after) if entry.what == "refused"]
    assert made == [
        ("not their role: person", person),
        ("not our form: person/missed", person),
        ("not so: person/missed", person),
        ("not a form: person/missed", person),
        ("session over: person", person),
    ]


def test_a_refusal_does_not_tell_that_somebody_is_here_who_shares_nothing(world: World) -> None:
    ben = world.house.person("ben", items=[create_goal()])
    browser, after = world.house.signed_in(Role.ADMINISTRATOR), length(world.house)
    for person in (ben, "0" * 32, "x" * 500):
        assert browser.get(f"/person/{person}").status_code == 403
    assert [entry.about for entry in entries(world.house, after)] == [""] * 3


@pytest.mark.parametrize("key", POSTED, ids=called)
def test_what_is_no_form_is_refused_on_record(world: World, key: Key) -> None:
    browser, after = world.house.signed_in(RULES[key].role), length(world.house)
    address = f"/staff{world.address(key[1])}"
    typed = {"content-type": "application/x-www-form-urlencoded"}
    assert browser.client.post(address, content=b"{}").status_code == 415
    assert browser.client.post(address, content=b"x" * 70_000, headers=typed).status_code == 413
    assert [target.partition(":")[0] for _, _, target in refused(world.house, after)] == ["not a form"] * 2


@pytest.mark.parametrize(
    ("method", "path", "why"),
    [
        ("GET", "/alert/999", "not there: alert 999"),
        ("POST", "/alert/999/acknowledge", "not there: alert/acknowledge 999"),
        ("POST", "/alert/999/close", "not there: alert/close 999"),
        ("POST", "/alert/999/judge", "not there: alert/judge 999"),
        ("POST", "/alert/999/note", "not there: alert/note 999"),
        ("GET", f"/person/{'0' * 32}", "not there: person"),
        ("POST", f"/person/{'0' * 32}/export", "not there: person/export"),
        ("POST", f"/person/{'0' * 32}/transcript", "not there: person/transcript"),
        ("POST", f"/person/{'0' * 32}/missed", "not there: person/missed"),
        ("POST", "/signposts/verify", "not there: signposts/verify"),
        ("GET", "/nothing-here", "not there: address"),
        ("GET", "/find", "not there: address"),
    ],
)
def test_what_is_not_there_is_refused_on_record(world: World, method: str, path: str, why: str) -> None:
    browser, after = world.house.signed_in(Role.LEAD), length(world.house)
    response = browser.get(path) if method == "GET" else browser.post(path, outcome="spoke", what="false_alarm")
    assert response.status_code in {404, 405}
    assert [entry.target for entry in entries(world.house, after)] == [why]


def test_a_line_of_somebody_else_is_not_there(world: World) -> None:
    house = world.house
    ben = house.person("ben", items=[create_goal()])
    house.talk("ben", "said by Ben alone", "Thank you.")
    with house.work() as work:
        for own in work.sharing.items(ben):
            work.sharing.share(ben, own.item)
        work.commit()
    browser, after = house.signed_in(Role.RESPONDER), length(house)
    assert browser.post(f"/person/{ben}/missed", line=str(world.line)).status_code == 404
    assert [entry.target for entry in entries(house, after)] == ["not there: person/missed"]
    assert browser.post(f"/person/{world.person}/missed", line="2").status_code == 404  # a line of Cairn's
    page = browser.post(f"/person/{world.person}/transcript", reason="Ann asked me to read it", before="999").text
    assert "said by Ben alone" not in page


@pytest.mark.parametrize(
    ("steps", "why"),
    [
        ([("acknowledge", {}), ("acknowledge", {})], "not so: alert/acknowledge 1"),
        ([("close", {"outcome": "spoke"})], "not so: alert/close 1"),
        ([("acknowledge", {}), ("close", {"outcome": "nonsense"})], "not so: alert/close 1"),
        (
            [("acknowledge", {}), ("close", {"outcome": "spoke"}), ("close", {"outcome": "spoke"})],
            "not so: alert/close 1",
        ),
        ([("judge", {"what": "nonsense"})], "not so: alert/judge 1"),
    ],
)
def test_what_an_alert_is_not_ready_for_is_refused_on_record(
    world: World, steps: list[tuple[str, dict[str, str]]], why: str
) -> None:
    browser = world.house.signed_in(Role.RESPONDER)
    for step, fields in steps[:-1]:
        assert browser.post(f"/alert/{world.alert}/{step}", **fields).status_code == 303
    after, (last, fields) = length(world.house), steps[-1]
    assert browser.post(f"/alert/{world.alert}/{last}", **fields).status_code == 400
    assert [(entry.what, entry.target) for entry in entries(world.house, after)] == [
        ("refused", why),
        ("opened_alert", f"alert {world.alert}"),
    ]


def test_a_conversation_without_a_reason_is_refused_on_record(world: World) -> None:
    browser, after = world.house.signed_in(Role.RESPONDER), length(world.house)
    assert browser.post(f"/person/{world.person}/transcript", reason="why").status_code == 400
    (entry,) = entries(world.house, after)
    assert (entry.what, entry.target, entry.about) == ("refused", "conversation without a reason", world.person)


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/account/password", {"password": "not mine at all", "new": NEW, "again": NEW}),
        ("/account/password", {"password": PASSWORD, "new": "password1234", "again": "password1234"}),
        ("/account/codes", {"do": "off", "password": "not mine at all"}),
        ("/logins/add", {"login": "other", "name": "Other", "role": "reader"}),
        ("/logins/add", {"login": "sam", "name": "Sam", "role": "king"}),
    ],
)
def test_what_cannot_be_done_as_sent_is_refused_on_record(world: World, path: str, fields: dict[str, str]) -> None:
    browser, after = world.house.signed_in(Role.ADMINISTRATOR), length(world.house)
    assert browser.post(path, **fields).status_code == 400
    assert [entry.target for entry in entries(world.house, after)] == [f"not so: {path[1:]}"]


def test_a_login_that_is_stopped_is_on_record(house: House) -> None:
    login = house.staff(Role.READER)
    stranger = house.browser()
    statuses = [stranger.sign_in(login, "a guess of mine").status_code for _ in range(9)]
    assert statuses[-1] == 429
    with house.work() as work:
        last = work.audit.page(limit=1)[0]
    assert (last.what, last.target, last.note) == ("sign_in_refused", "login reader", "too many tries")


def test_an_old_form_at_the_door_is_on_record(house: House) -> None:
    house.browser().client.post("/staff/sign-in", data={"login": "my password", "password": "x"})
    with house.work() as work:
        (entry,) = work.audit.page()
    assert (entry.what, entry.target, entry.note) == ("sign_in_refused", "unknown login", "the form was old")
