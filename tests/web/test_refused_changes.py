"""What is written on one's own pages and cannot be kept: a cue in it brings the card, and the words are shown again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.coaching.plan import Hope, Kind
from bot.store.engine import dispose
from bot.web.mine.edits import LONGEST
from bot.web.mine.plan_view import mark
from tests.databases import migrated_file
from tests.web.own_pages import change, here, item_of, mine, strange
from tests.web.people import WORD, Somebody

__all__ = ["here", "migrated_file", "mine", "strange"]
CUE = "i want to die"
HARMLESS = "a walk by the canal"
Refused = Callable[[TestClient, Somebody, str], tuple[int, str]]


def changed_meanwhile(mine: TestClient, here: Somebody, words: str) -> tuple[int, str]:
    item, before = item_of(here, Kind.HOPE)
    change(mine, here, Kind.HOPE, act="ring my sister")
    answer = mine.post(f"/plan/change/c/{item.id}", data={"was": mark(before), "memory": words})
    return answer.status_code, answer.text


def another_hope_meanwhile(mine: TestClient, here: Somebody, words: str) -> tuple[int, str]:
    item, before = item_of(here, Kind.HOPE)
    with here.work() as work:
        work.plans.add(here.person_id, [Hope(memory="the sea")], "hope")
        work.commit()
    answer = mine.post(f"/plan/change/c/{item.id}", data={"was": mark(before), "memory": words})
    return answer.status_code, answer.text


def too_long(mine: TestClient, here: Somebody, words: str) -> tuple[int, str]:
    return change(mine, here, Kind.HOPE, memory=words, note="x " * LONGEST)


def no_number(mine: TestClient, here: Somebody, words: str) -> tuple[int, str]:
    return change(mine, here, Kind.HOPE, memory=words, now="eleven")


def database_away(mine: TestClient, here: Somebody, words: str) -> tuple[int, str]:
    item, before = item_of(here, Kind.HOPE)
    dispose(here.settings.database_url)
    Path(here.settings.database_url.removeprefix("sqlite:///")).write_bytes(b"no database")
    answer = mine.post(f"/plan/change/c/{item.id}", data={"was": mark(before), "memory": words})
    return answer.status_code, answer.text


def a_look_changed_meanwhile(mine: TestClient, here: Somebody, words: str) -> tuple[int, str]:
    with here.work() as work:
        number, _ = work.own.plan(here.person_id).plan.check_ins[0]
    answer = mine.post(f"/plan/look/{number}", data={"was": "another", "words": words})
    return answer.status_code, answer.text


REFUSED: dict[Refused, int] = {
    changed_meanwhile: 409,
    another_hope_meanwhile: 409,
    too_long: 200,
    no_number: 200,
    database_away: 503,
    a_look_changed_meanwhile: 409,
}


@pytest.mark.parametrize(("refused", "status"), REFUSED.items(), ids=lambda each: getattr(each, "__name__", ""))
def test_a_cue_in_words_that_cannot_be_kept_brings_the_card(
    mine: TestClient, here: Somebody, refused: Refused, status: int
) -> None:
    found, text = refused(mine, here, CUE)
    assert found == status
    assert 'class="card"' in text
    assert 'href="tel:999"' in text
    assert 'href="tel:116123"' in text


@pytest.mark.parametrize("refused", REFUSED, ids=lambda each: each.__name__)
def test_words_that_cannot_be_kept_are_shown_again_and_bring_no_card_without_a_cue(
    mine: TestClient, here: Somebody, refused: Refused
) -> None:
    _, text = refused(mine, here, HARMLESS)
    assert 'class="card"' not in text
    assert HARMLESS in text


def test_who_is_no_longer_known_is_shown_the_card_and_no_plan(strange: TestClient, here: Somebody) -> None:
    item, before = item_of(here, Kind.HOPE)
    answer = strange.post(f"/plan/change/c/{item.id}", data={"was": mark(before), "memory": CUE})
    assert answer.status_code == 404
    assert 'href="tel:999"' in answer.text
    assert WORD not in answer.text
    with here.work() as work:
        assert not work.cue_events.of(here.person_id)


@pytest.mark.parametrize(("typed", "shows"), [(CUE, True), ("kettle orchard violin", False), ("", False)])
def test_a_cue_in_place_of_a_return_code_brings_the_card(strange: TestClient, typed: str, shows: bool) -> None:
    answer = strange.post("/return", data={"code": typed})
    assert answer.status_code == 404
    assert ('href="tel:999"' in answer.text) is shows
