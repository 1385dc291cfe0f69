"""Every address of the staff pages leaves exactly its entry in the record when it is served."""

from __future__ import annotations

import re

import pytest

from bot.staff.rights import Role, may
from tests.web.staff.house import House
from tests.web.staff.rules import BY_KEY, DOOR, RULES, Key, World, ask, called, entries, length


def test_every_route_has_a_rule_for_the_record() -> None:
    assert {*RULES} | DOOR == {*BY_KEY}
    assert all(may(rule.role, BY_KEY[key].right) for key, rule in RULES.items())


@pytest.mark.parametrize("key", RULES, ids=called)
def test_what_is_served_leaves_exactly_its_entry(world: World, key: Key) -> None:
    rule, house = RULES[key], world.house
    browser = house.signed_in(rule.role)
    before = rule.fields(world, browser) if key == ("POST", "/signposts/verify") else {}
    after = length(house)
    if key == ("GET", "/account"):
        assert browser.get("/account").status_code == 200
        with house.work() as work:
            (found,) = work.audit.page(limit=1)
        assert (found.number, found.what, found.target) == (after + 1, "viewed", "account")
        return
    assert ask(world, browser, key, **before) in {200, 303}
    made = [entry for entry in entries(house, after) if entry.target != "signposts" or key[0] == "GET"]
    assert [(entry.what, entry.who, entry.role) for entry in made] == [
        (rule.deed.value, rule.role.value, rule.role.value)
    ]
    assert re.fullmatch(rule.target, made[0].target)
    assert made[0].about == (world.person if rule.about else "")
    assert "Jane" not in repr(made)


def test_signing_in_leaves_its_entry_and_opening_the_door_none(house: House) -> None:
    browser = house.browser()
    browser.get("/sign-in")
    assert house.deeds() == []
    browser.sign_in(house.staff(Role.READER))
    assert house.deeds() == ["signed_in"]
