"""Where somebody is: chosen in the panel it holds in the chat, chosen in the chat it holds in the panel."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.databases import migrated_file
from tests.web.backstage import QUESTION, said
from tests.web.guest_site import Site, site
from tests.web.in_browser import CUE, browser, send

__all__ = ["browser", "migrated_file", "site"]
pytestmark = pytest.mark.browser


def panel_of(tab: Page) -> Locator:
    tab.get_by_role("button", name="Support now").click()
    return tab.get_by_role("dialog")


def choose(tab: Page, place: str) -> None:
    panel = panel_of(tab)
    panel.get_by_label("Where are you?").select_option(place)
    panel.get_by_role("button", name="Close").click()


def place_in_the_panel(tab: Page) -> str:
    panel = panel_of(tab)
    chosen = panel.get_by_label("Where are you?").locator(":checked").inner_text()
    panel.get_by_role("button", name="Close").click()
    return chosen


def choose_in_the_chat(site: Site, tab: Page, key: str, name: str) -> None:
    support = {"id": "x", "layout": "place", "families": [], "signposts": [], "chosen": key}
    site.rasa.replies[name] = [said("Thank you.", support=support)]
    mine = tab.locator(".mine").count()
    send(tab, name)
    expect(tab.locator(".mine")).to_have_count(mine + 1)
    expect(tab.locator("#form")).to_have_attribute("aria-busy", "false")


def test_the_place_of_the_panel_is_the_place_of_the_card(site: Site) -> None:
    tab = site.talk()
    choose(tab, "USA")
    site.rasa.mood = "broken"
    send(tab, CUE)
    card = tab.locator(".card")
    expect(card.get_by_role("link", name="988").first).to_be_visible()
    expect(card.get_by_role("link", name="116 123")).to_have_count(0)


def test_the_place_of_the_panel_is_the_place_of_what_is_said_without_a_network(site: Site) -> None:
    tab = site.talk()
    choose(tab, "USA")
    site.context.set_offline(True)
    send(tab, "anyone there")
    expect(tab.locator("#status")).to_contain_text("This was not sent.")
    expect(tab.locator("#log .msg").last).to_contain_text("988")


def test_who_chose_no_place_tells_none(site: Site) -> None:
    tab = site.talk()
    panel_of(tab).get_by_role("button", name="Close").click()
    send(tab, "a goal")
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    assert [message.get("place") for message in site.rasa.heard] == [None, None]


def test_a_place_that_is_chosen_in_the_chat_is_the_one_of_the_panel(site: Site) -> None:
    tab = site.talk()
    choose(tab, "Wales")
    choose_in_the_chat(site, tab, "US/", "USA")
    assert place_in_the_panel(tab) == "USA"
    choose(tab, "Scotland")
    tab.reload()
    tab.get_by_role("button", name="Chat with Cairn").click()
    expect(tab.locator(".mine")).to_have_count(2)
    assert place_in_the_panel(tab) == "Scotland"
    send(tab, "a goal")
    expect(tab.locator(".ask")).to_contain_text(QUESTION["text"])
    assert [message.get("place") for message in site.rasa.heard] == [None, "GB/Wales", "GB/Scotland"]


def test_another_browser_of_the_same_person_starts_with_the_place_of_the_chat(site: Site) -> None:
    tab = site.talk()
    choose_in_the_chat(site, tab, "NZ/", "New Zealand")
    tab.evaluate("localStorage.removeItem('cairn-place')")
    tab.reload()
    tab.get_by_role("button", name="Chat with Cairn").click()
    expect(tab.locator(".mine")).to_have_count(2)
    assert place_in_the_panel(tab) == "New Zealand"


def test_nobody_chooses_a_place_for_somebody_by_a_link(site: Site) -> None:
    tab = site.context.new_page()
    tab.goto(f"{site.cairn}/support?area=USA")
    assert tab.evaluate("localStorage.getItem('cairn-place')") is None
    tab.get_by_role("navigation").get_by_role("link", name="Ireland", exact=True).click()
    tab.wait_for_url("**/support?area=Ireland")
    assert tab.evaluate("localStorage.getItem('cairn-place')") == "Ireland"
