"""Lines of help on the page: every number comes from the registry, can be pressed, and belongs to the place."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from itertools import pairwise

import pytest
from starlette.testclient import TestClient

from bot.place_settings import UK_AREAS
from bot.safety.card import place_message, support_message
from bot.safety.places import Place
from bot.safety.signposts import all_rows, registry
from bot.settings import Service
from bot.web.app import create_app
from bot.web.card import Block, blocks, links_of, pieces
from bot.web.messages import Message, Support
from bot.web.pages import Pages
from bot.web.rows import Row, main_rows, more_rows, rows_by_id
from tests.web.backstage import closed_port, settings_for

NIGHT = datetime(2026, 11, 23, 3, 0, tzinfo=timezone.utc)
FAMILIES = (
    "wish_to_die", "passive", "self_harm", "overdose", "unsafe", "harm_others", "voices", "abuse", "child", "eating",
    "substance", "someone_else", "end",
)  # fmt: skip


def card_for(
    family: str, layout: str = "card", area: str = "England", country: str = "GB"
) -> tuple[str, tuple[Block, ...]]:
    message = support_message(layout, (family,), country=country, area=area, shown_before=0)
    rows = rows_by_id(registry(country, area), message.signposts, NIGHT)
    return message.text, blocks(message.text, rows, layout)


def words(block: Block) -> str:
    return "".join(piece.text for piece in block.line)


@pytest.mark.parametrize(("area", "here"), [("England", "999"), ("Wales", "press 2"), ("Northern Ireland", "Lifeline")])
def test_the_support_page_needs_nothing_else(area: str, here: str) -> None:
    with TestClient(create_app(settings_for(closed_port()))) as page:
        text = page.get("/support", params={"area": area}).text
    assert here in text
    assert 'href="tel:116123"' in text


def test_an_unknown_place_gets_no_numbers_of_another() -> None:
    settings = settings_for(closed_port(), service=Service(country="XX"))
    with TestClient(create_app(settings)) as page:
        text = page.get("/support").text
    assert "your local emergency number" in text
    assert "findahelpline.com" in text
    assert "tel:" not in text


@pytest.mark.parametrize("country", ["GB", "US"])
def test_every_place_that_the_registry_knows_is_a_plain_link(country: str) -> None:
    settings = settings_for(closed_port(), service=Service(country=country))
    with TestClient(create_app(settings)) as page:
        text = page.get("/support").text
        links = dict(re.findall(r'href="/support\?area=[^"]+"[^>]*>([^<]+)<()', text))
        assert {*UK_AREAS, "Ireland", "USA", "Canada", "Australia", "New Zealand", "Somewhere else"} == set(links)
        abroad = page.get("/support", params={"area": "New Zealand"}).text
    assert 'aria-current="true">New Zealand' in abroad
    assert 'href="tel:111"' in abroad
    assert "116 123" not in abroad


@pytest.mark.parametrize("area", ["elsewhere", "<script>", "england", ""])
def test_any_word_for_a_place_is_answered(page: TestClient, area: str) -> None:
    response = page.get("/support", params={"area": area})
    assert response.status_code == 200
    assert "<script>" not in response.text.replace('<script src="/static/leave.js">', "")


def test_every_number_to_press_is_the_number_that_is_shown() -> None:
    for place in {(row.country, area) for row in all_rows() for area in (*row.areas, "")}:
        here = registry(*place)
        for row in main_rows(here, NIGHT) + more_rows(here, NIGHT):
            for link in filter(None, (row.main, *row.others)):
                if link.href.startswith(("tel:", "sms:")):
                    assert re.sub(r"\D", "", link.shown) == re.sub(r"\D", "", link.href.split("?")[0])


def test_rows_say_how_a_number_is_used() -> None:
    here = main_rows(registry("GB", "England"), NIGHT)
    assert [(row.role, row.main.shown if row.main else "") for row in here] == [
        ("danger", "999"), ("talk", "111"), ("listen", "116 123"), ("text", "85258"),
    ]  # fmt: skip
    assert [row.how for row in here] == [
        "call, or go to A&E", "call, then the mental health option", "call, free, any time", "text SHOUT to",
    ]  # fmt: skip


def test_what_to_know_of_a_line_stands_beside_it(page: TestClient) -> None:
    text = page.get("/support?area=Northern+Ireland").text
    assert "Email is not answered at once." in text
    assert "if you are deaf: Text Relay" in text
    assert "Open on weekdays." in text


def test_lines_closed_at_the_moment_come_last() -> None:
    open_now = [row.open_now is not False for row in more_rows(registry("GB", "England"), NIGHT)]
    assert all(first or not second for first, second in pairwise(open_now))


@pytest.mark.parametrize("area", ["England", "Scotland", "Wales", "Northern Ireland", ""])
@pytest.mark.parametrize("layout", ["card", "ask"])
@pytest.mark.parametrize("family", FAMILIES)
def test_a_card_leaves_out_no_words_but_those_of_its_rows(family: str, layout: str, area: str) -> None:
    text, parts = card_for(family, layout, area)
    rows = [part.row for part in parts if part.row]
    kept = " ".join(words(part) for part in parts) + " ".join(part.title for part in parts)
    for line in text.split("\n"):
        if line.strip() not in kept:
            assert any(row.sentence in line or row.label in line or named(row, line) for row in rows), line
    assert any(row.role == "danger" for row in rows)


def named(row: Row, line: str) -> bool:
    return (row.main is not None and row.main.shown in line) or row.sentence.casefold() in line.casefold()


def test_words_before_the_emergency_number_become_its_title() -> None:
    _, parts = card_for("unsafe")
    danger = next(part for part in parts if part.row and part.row.role == "danger")
    assert danger.title == "Please don't wait"


def test_two_emergency_numbers_of_one_country_are_two_rows_under_one_title() -> None:
    _, parts = card_for("passive", country="IE", area="")
    danger = [part for part in parts if part.row and part.row.role == "danger"]
    assert [(part.title, part.row.main.shown) for part in danger if part.row and part.row.main] == [
        ("In danger now", "112"),
        ("", "999"),
    ]
    assert not any("999" in words(part) for part in parts)


def test_a_card_for_abuse_shows_when_it_is_safe_to_talk_and_how_without_speaking() -> None:
    _, parts = card_for("abuse")
    assert "When it's safe to talk:" in [words(part) for part in parts if part.kind == "label"]
    assert [part.row.role for part in parts if part.row][:2] == ["danger", "silent"]


@pytest.mark.parametrize(("family", "ways_out"), [("abuse", 2), ("child", 2), ("wish_to_die", 1)])
@pytest.mark.parametrize("layout", ["card", "ask"])
def test_who_may_be_watched_has_a_way_to_leave_inside_the_card(family: str, layout: str, ways_out: int) -> None:
    told = support_message(layout, (family,), country="GB", area="England", shown_before=0)
    said = Message("cairn", told.text, support=Support(told.id, layout, (family,), told.signposts))
    pages = Pages(Service(country="GB", area="England", leave_url="https://weather.example"))
    page = bytes(pages.chat((said,)).body).decode()
    assert page.count('href="https://weather.example"') == ways_out
    (bubble,) = pages.bubbles((said,))
    kinds = [block.kind for block in bubble.blocks]
    assert ("leave" in kinds) is (ways_out == 2)
    if ways_out == 2:
        assert kinds.index("leave") < kinds.index("row")


def test_the_question_of_a_short_card_is_its_heading() -> None:
    _, parts = card_for("passive", "ask")
    assert [part.kind for part in parts][:2] == ["text", "question"]


def test_a_row_that_no_line_names_is_shown_all_the_same() -> None:
    rows = main_rows(registry("GB", "England"), NIGHT)
    assert [part.row for part in blocks("I hear you.", rows, "card") if part.row] == list(rows)


def test_numbers_in_a_text_can_be_pressed() -> None:
    links = links_of(main_rows(registry("GB", "England"), NIGHT), about_support=False)
    found = pieces("Samaritans are there on 116 123, day and night. I owe 999 pounds.", links)
    assert [(piece.text, piece.href) for piece in found if piece.href] == [("116 123", "tel:116123")]


def test_the_lines_of_a_place_that_was_chosen_can_be_pressed() -> None:
    shown = place_message(Place("US"))
    said = Message("cairn", shown.text, support=Support(shown.id, shown.layout, signposts=shown.signposts))
    page = Pages(Service(country="GB")).chat((said,))
    assert 'href="tel:988"' in bytes(page.body).decode()
