"""What a page tells once after a form was taken: that it is saved, a new code or link. A reload makes nothing new."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient
from time_machine import travel

from bot.coaching.plan import Kind, LineKind, OwnLine, Strength
from bot.web.mine.notes import LIFE, Notes
from bot.web.mine.plan_view import LETTERS, mark
from tests.databases import migrated_file
from tests.web.own_pages import change, here, item_of, mine, strange
from tests.web.people import WORD, Somebody
from tests.web.test_ways import code_in, link_in

__all__ = ["here", "migrated_file", "mine", "strange"]
SAVED = '<p class="notice" id="told" tabindex="-1" role="status">Saved.</p>'

FIELDS = {
    Kind.STRENGTH: "label", Kind.GOAL: "title", Kind.HOPE: "memory", Kind.LINE: "what", Kind.HARD_TIMES: "signs",
}  # fmt: skip


def test_a_reload_of_the_page_with_a_new_code_leaves_the_code_as_it_is(mine: TestClient, strange: TestClient) -> None:
    answer = mine.post("/data/code", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/data#told"
    code = code_in(mine.get("/data").text)
    again = mine.get("/data").text
    assert code not in again
    assert "Not used yet." in again
    assert strange.post("/return", data={"code": code}).url.path == "/plan"


def test_a_reload_of_the_page_with_a_new_link_makes_no_other(mine: TestClient, strange: TestClient) -> None:
    answer = mine.post("/data/links", data={"for": "somebody"}, follow_redirects=False)
    assert answer.status_code == 303
    link = link_in(mine.get("/data").text)
    assert "</textarea>" not in mine.get("/data").text
    assert len(re.findall("/withdraw", mine.get("/data").text)) == 1
    assert WORD in strange.get(link).text


def test_a_code_is_replaced_only_after_it_was_asked(mine: TestClient, strange: TestClient) -> None:
    code = code_in(mine.post("/data/code").text)
    asked = mine.post("/data/code")
    assert asked.url.path == "/data/code"
    assert "Make a new code?" in asked.text
    assert 'href="/data/code"' in mine.get("/data").text
    assert strange.post("/return", data={"code": code}).url.path == "/plan"
    assert "The code that I have" in mine.get("/data/code").text
    new = code_in(mine.post("/data/code/instead").text)
    assert strange.post("/return", data={"code": code}).status_code == 404
    assert strange.post("/return", data={"code": new}).url.path == "/plan"


def test_where_there_is_no_code_nothing_is_asked(mine: TestClient, strange: TestClient) -> None:
    assert mine.get("/data/code").url.path == "/data"
    assert strange.get("/data/code").status_code == 404


def test_nobody_else_is_told(mine: TestClient, strange: TestClient, here: Somebody) -> None:
    mine.post("/data/code", follow_redirects=False)
    strange.cookies.set("cairn", here.app.state.sessions.token(here.app.state.sessions.stranger()))
    assert "Here is my new return code" not in strange.get("/data").text
    assert "Here is my new return code" in mine.get("/data").text


def test_what_nobody_came_for_is_told_no_more() -> None:
    notes = Notes()
    with travel(1_800_000_000, tick=False):
        notes.leave("data", "ann", "code", "kettle orchard")
        notes.leave("data", "bob", "code", "violin cake")
        assert notes.take("data", "ann").words == "kettle orchard"
        assert not notes.take("data", "ann").kind
    with travel(1_800_000_000 + LIFE + 1, tick=False):
        assert not notes.take("data", "bob").kind


@pytest.mark.parametrize("kind", FIELDS)
def test_what_was_saved_is_said_where_it_stands_and_only_once(mine: TestClient, here: Somebody, kind: Kind) -> None:
    item, _ = item_of(here, kind)
    status, text = change(mine, here, kind, **{FIELDS[kind]: "by the canal"})
    assert status == 200
    assert text.count(SAVED) == 1
    (place,) = re.findall(rf'id="([a-e])\d+"[^>]*>(?:(?!id="[a-e]\d)[\s\S])*?{re.escape(SAVED)}', text)
    assert place == LETTERS[item.kind]
    assert SAVED not in mine.get("/plan").text


def test_the_way_to_a_saved_item_and_to_a_refusal_moves_the_focus_without_script(
    mine: TestClient, here: Somebody
) -> None:
    item, what = item_of(here, Kind.GOAL)
    fields = {"was": mark(what), "title": "by the canal"}
    answer = mine.post(f"/plan/change/b/{item.id}", data=fields, follow_redirects=False)
    assert answer.headers["location"] == "/plan#told"
    assert f'action="/plan/change/b/{item.id}#told"' in mine.get("/plan").text
    refused = mine.post(f"/plan/change/b/{item.id}", data=fields)  # it reads otherwise by now
    assert re.search(r'<p class="notice" id="told" tabindex="-1" role="status">This was changed', refused.text)


def test_that_something_was_taken_out_is_said_at_the_top(mine: TestClient, here: Somebody) -> None:
    with here.work() as work:
        work.plans.add(here.person_id, [OwnLine(LineKind.PLACE, "the canal")], "goals")
        work.commit()
    _, strength = item_of(here, Kind.STRENGTH)
    assert isinstance(strength, Strength)
    _, text = change(mine, here, Kind.STRENGTH, remove="yes")
    assert text.count(SAVED) == 1
    assert text.index(SAVED) < text.index("<h2")


def test_who_leaves_a_form_changes_nothing(mine: TestClient, here: Somebody) -> None:
    assert 'name="leave" value="yes">Leave it as it was</button>' in mine.get("/plan").text
    status, text = change(mine, here, Kind.GOAL, title="by the canal", leave="yes")
    assert status == 200
    assert "by the canal" not in text
    assert SAVED not in text


def test_choices_and_what_is_taken_back_are_confirmed(mine: TestClient) -> None:
    answer = mine.post("/data/choices", data={"keep": "on"}, follow_redirects=False)
    assert answer.headers["location"] == "/data#told"
    assert SAVED in mine.get("/data").text
    mine.post("/data/code")
    assert 'id="told" tabindex="-1" role="status">The code works no longer.' in mine.post("/data/code/withdraw").text
    mine.post("/data/links", data={"for": "me"})
    number = re.search(r"/data/links/(\d+)/withdraw", mine.get("/data").text)
    assert number
    back = mine.post(f"/data/links/{number.group(1)}/withdraw").text
    assert 'id="told" tabindex="-1" role="status">The link is taken back.' in back


def test_what_is_shared_is_confirmed_on_the_page_that_shows_it(mine: TestClient) -> None:
    answer = mine.post("/plan/sharing", data={"b1": "on"})
    assert answer.url.path == "/plan/seen"
    assert SAVED in answer.text
    assert SAVED not in mine.get("/plan/seen").text
