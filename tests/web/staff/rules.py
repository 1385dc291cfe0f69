"""What each address of the staff pages leaves in the record, and an installation in which each can be asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.staff.rights import Role
from bot.store.repositories.audit import Deed, Entry
from bot.web.staff.app import ROUTES
from bot.web.staff.office import StaffRoute
from tests.web.staff.house import PASSWORD, Browser, House

NEW = "a lantern by the river"
Key = tuple[str, str]


@dataclass
class World:
    """An installation in which everything can be asked for."""

    house: House
    person: str
    alert: int
    line: int
    member: int
    began: int

    def address(self, path: str) -> str:
        number = self.member if path.startswith("/logins") else self.alert
        path = path.replace("{number:int}", str(number)).replace("{person}", self.person)
        return path.replace("{began:int}", str(self.began))


Fields = Callable[[World, Browser], dict[str, str]]


def nothing(_: World, __: Browser) -> dict[str, str]:
    return {}


def these(**fields: str) -> Fields:
    return lambda _, __: fields


def acknowledged_first(world: World, _: Browser) -> dict[str, str]:
    with world.house.work() as work:
        work.alerts.acknowledge(world.alert, "Somebody")
        work.commit()
    return {"outcome": "spoke"}


def a_line_of_help(_: World, browser: Browser) -> dict[str, str]:
    page = browser.get("/signposts").text
    line, mark = re.findall(r'name="line" value="(\w+)"><input type="hidden" name="mark" value="(\w+)"', page)[0]
    return {"line": line, "mark": mark}


@dataclass
class Rule:
    """What a request that is served leaves in the record: its deed, a pattern for its target, is it about a person."""

    deed: Deed
    target: str = ""
    about: bool = False
    role: Role = Role.LEAD
    fields: Fields = field(default=nothing)


ADMINISTRATOR = Role.ADMINISTRATOR
RULES: dict[Key, Rule] = {
    ("GET", "/"): Rule(Deed.VIEWED, "home"),
    ("POST", "/sign-out"): Rule(Deed.SIGNED_OUT),
    ("GET", "/account"): Rule(Deed.VIEWED, "account"),
    ("POST", "/account/password"): Rule(
        Deed.CHANGED_LOGIN, "password", fields=these(password=PASSWORD, new=NEW, again=NEW)
    ),
    ("POST", "/account/codes"): Rule(Deed.CHANGED_LOGIN, "codes off", fields=these(do="off", password=PASSWORD)),
    ("GET", "/queue"): Rule(Deed.VIEWED, "queue"),
    ("POST", "/find"): Rule(Deed.SEARCHED, "nobody found", fields=these(find="Jane Smith")),
    ("GET", "/alert/{number:int}"): Rule(Deed.OPENED_ALERT, "alert 1", about=True),
    ("POST", "/alert/{number:int}/acknowledge"): Rule(Deed.ACKNOWLEDGED, "alert 1", about=True),
    ("POST", "/alert/{number:int}/close"): Rule(Deed.CLOSED, "alert 1", about=True, fields=acknowledged_first),
    ("POST", "/alert/{number:int}/note"): Rule(
        Deed.NOTED, "alert 1", about=True, fields=these(note="no answer at ten")
    ),
    ("POST", "/alert/{number:int}/judge"): Rule(
        Deed.SAID_FALSE_ALARM, "alert 1", about=True, fields=these(what="false_alarm")
    ),
    ("GET", "/person/{person}"): Rule(Deed.VIEWED_PERSON, about=True),
    ("GET", "/person/{person}/conversation/{began:int}"): Rule(Deed.VIEWED_CONVERSATION, about=True),
    ("POST", "/person/{person}/export"): Rule(Deed.EXPORTED, about=True),
    ("GET", "/person/{person}/transcript"): Rule(Deed.VIEWED, "person/transcript", about=True),
    ("POST", "/person/{person}/transcript"): Rule(
        Deed.READ_TRANSCRIPT, r"\d+ lines, \S+ to \S+", about=True, fields=these(reason="Ann asked me to read it")
    ),
    ("POST", "/person/{person}/missed"): Rule(
        Deed.SAID_MISSED_CUE, r"line \d+", about=True, fields=lambda world, _: {"line": str(world.line)}
    ),
    ("GET", "/service"): Rule(Deed.VIEWED, "service"),
    ("GET", "/signposts"): Rule(Deed.VIEWED, "signposts"),
    ("POST", "/signposts/verify"): Rule(Deed.VERIFIED_LINE, r"line \w+", fields=a_line_of_help),
    ("GET", "/audit"): Rule(Deed.VIEWED, "audit"),
    ("POST", "/audit/verify"): Rule(Deed.CHECKED_RECORD, "whole"),
    ("GET", "/logins"): Rule(Deed.VIEWED, "logins", role=ADMINISTRATOR),
    ("POST", "/logins/add"): Rule(
        Deed.ADDED_STAFF, "login sam", role=ADMINISTRATOR, fields=these(login="sam", name="Sam", role="reader")
    ),
    ("POST", "/logins/{number:int}/change"): Rule(
        Deed.CHANGED_STAFF, "login other", role=ADMINISTRATOR, fields=these(role="lead", active="yes")
    ),
    ("POST", "/logins/{number:int}/password"): Rule(Deed.CHANGED_STAFF, "login other", role=ADMINISTRATOR),
    ("POST", "/logins/{number:int}/let-in"): Rule(Deed.CHANGED_STAFF, "login other", role=ADMINISTRATOR),
}
DOOR = {("GET", "/sign-in"), ("POST", "/sign-in")}
BY_KEY: dict[Key, StaffRoute] = {(method, route.path): route for route in ROUTES for method in route.methods}
POSTED = [key for key in RULES if key[0] == "POST"]


def called(key: Key) -> str:
    return " ".join(key)


def ask(world: World, browser: Browser, key: Key, **more: str) -> int:
    """Send a request of this route as its page would. Out: the status of the answer."""
    method, path = key
    if method == "GET":
        return int(browser.get(world.address(path)).status_code)
    fields = {**RULES[key].fields(world, browser), **more}
    return int(browser.post(world.address(path), **fields).status_code)


def entries(house: House, after: int) -> list[Entry]:
    """What came into the record since, oldest first, but for opening one's login, which the tests do for its token."""
    with house.work() as work:
        found = [entry for entry in reversed(work.audit.page(limit=500)) if entry.number > after]
    return [entry for entry in found if (entry.what, entry.target) != ("viewed", "account")]


def length(house: House) -> int:
    with house.work() as work:
        return work.audit.length()
