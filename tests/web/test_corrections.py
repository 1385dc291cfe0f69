"""What is kept of somebody they can put right on their page, each word and number of it, as a further version."""

from __future__ import annotations

import html
import re
from dataclasses import fields
from datetime import date

import pytest
from starlette.testclient import TestClient

from bot.coaching.plan import CheckIn, Goal, GoalKind, Hope, IfThen, Kind, Owner, Status, Step, Strength
from bot.web.mine.plan_view import mark
from tests.builders import create_strength
from tests.databases import migrated_file
from tests.web.own_pages import change, here, item_of, mine, strange
from tests.web.people import WORD, Somebody

__all__ = ["here", "migrated_file", "mine", "strange"]
# What a form does not hold by its own name: parts of their own, or what is worked out from the words.
ELSEWHERE = {
    Goal: {"step", "if_then", "short", "review_on"},
    Hope: {"if_then", "show_note"},
    Strength: {"evidence", "way_in", "category", "time"},
}


def whole(kind: type, /, **own: object) -> object:
    """An item of this kind in which nothing is empty."""
    said = {field.name: f"my {field.name}" for field in fields(kind) if field.name not in own}
    return kind(**said, **own)


GOAL = whole(
    Goal, importance=7, confidence=6, step=Step("find the lead", "Sunday", "at home", "Marek", date(2060, 3, 7)),
    if_then=IfThen("the news ends", "I go"), status=Status.ACTIVE, owner=Owner.SHARED, kind=GoalKind.PRACTICAL,
    tags=("people",), options=("a cat",), review_on=date(2060, 3, 8),
)  # fmt: skip
HOPE = whole(
    Hope, now=3, afterwards=5, if_then=IfThen("the news ends", "I ring Jo"), show_note=True, kit=("a photo",),
    ways=("one hour",),
)  # fmt: skip
STRENGTH = create_strength(use="on Sundays")


def kept(here: Somebody, what: object) -> None:
    with here.work() as work:
        work.plans.add(here.person_id, [what], "goals")  # type: ignore[list-item]
        work.commit()


def latest(here: Somebody, kind: Kind) -> object:
    with here.work() as work:
        return [what for item, what in work.own.plan(here.person_id).plan.items if item.kind is kind][-1]


def form_of(page: str, what: str) -> dict[str, str]:
    """The fields of the form that holds these words, with what stands in each."""
    forms = re.findall(r'<form action="(/plan/change/[^"]+)"(.*?)</form>', page, re.DOTALL)
    action, inside = next(form for form in forms if what in html.unescape(form[1]))
    found = {"action": action}
    found.update(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', inside))
    for name, value in re.findall(r'<textarea[^>]* name="(\w+)"[^>]*>(.*?)</textarea>', inside, re.DOTALL):
        found[name] = html.unescape(value)
    for name, options in re.findall(r'<select[^>]* name="(\w+)">(.*?)</select>', inside, re.DOTALL):
        found[name] = re.findall(r'value="(\w*)" selected', options)[0]
    return found


@pytest.mark.parametrize(("kind", "what", "mark"), [
    (Kind.GOAL, GOAL, "my short"), (Kind.HOPE, HOPE, "my note"), (Kind.STRENGTH, STRENGTH, "on Sundays"),
])  # fmt: skip
def test_every_word_and_number_that_is_kept_has_a_box_and_a_form_sent_as_it_is_changes_nothing(
    mine: TestClient, here: Somebody, kind: Kind, what: object, mark: str
) -> None:
    kept(here, what)
    form = form_of(mine.get("/plan").text, mark)
    wanted = {field.name for field in fields(what)} - ELSEWHERE[type(what)]  # type: ignore[arg-type]
    assert wanted - set(form) == set()
    with here.work() as work:
        before = len(work.plans.history(here.person_id))
    assert mine.post(form.pop("action"), data=form).status_code == 200
    with here.work() as work:
        assert len(work.plans.history(here.person_id)) == before
    assert latest(here, kind) == what


@pytest.mark.parametrize("name", sorted({field.name for field in fields(Goal)} - ELSEWHERE[Goal]))
def test_each_part_of_a_goal_is_corrected_and_the_rest_stays(mine: TestClient, here: Somebody, name: str) -> None:
    kept(here, GOAL)
    form = form_of(mine.get("/plan").text, "my short")
    new = {"importance": "3", "confidence": "0", "status": "parked", "owner": "mine", "kind": "treatment"}
    form[name] = new.get(name, "said better")
    mine.post(form.pop("action"), data=form)
    changed = latest(here, Kind.GOAL)
    assert changed != GOAL
    assert {field.name for field in fields(Goal) if getattr(changed, field.name) != getattr(GOAL, field.name)} <= {
        name,
        "review_on" if name == "review" else name,
    }


def test_a_number_is_taken_back_and_nonsense_is_not_taken(mine: TestClient, here: Somebody) -> None:
    assert change(mine, here, Kind.STRENGTH, fit="")[0] == 200
    _, strength = item_of(here, Kind.STRENGTH)
    assert isinstance(strength, Strength)
    assert strength.fit is None
    _, before = item_of(here, Kind.HOPE)
    for wrong in ("11", "-1", "four", "1.5", "٤"):
        assert "could not be kept as it was sent" in change(mine, here, Kind.HOPE, now=wrong)[1]
    assert item_of(here, Kind.HOPE)[1] == before


def test_the_if_then_plan_of_a_talk_about_hope_is_put_right(mine: TestClient, here: Somebody) -> None:
    change(mine, here, Kind.HOPE, cue="the kettle boils", act_then="I ring Jo")
    _, hope = item_of(here, Kind.HOPE)
    assert isinstance(hope, Hope)
    assert hope.if_then == IfThen("the kettle boils", "I ring Jo")


def test_what_somebody_wants_is_never_left_empty(mine: TestClient, here: Somebody) -> None:
    change(mine, here, Kind.GOAL, vision="", title="")
    _, goal = item_of(here, Kind.GOAL)
    assert isinstance(goal, Goal)
    assert goal.vision == goal.title == f"walk the {WORD} again"


def test_a_change_of_words_adds_no_number_to_the_line_of_how_sure_they_are(mine: TestClient, here: Somebody) -> None:
    def numbers() -> list[int]:
        with here.work() as work:
            return [one.confidence for one in work.own.plan(here.person_id).sure]

    before = numbers()
    change(mine, here, Kind.GOAL, title="by the canal")
    assert numbers() == before
    change(mine, here, Kind.GOAL, confidence="9")
    assert numbers() == [*before, 9]


def looks(here: Somebody) -> list[tuple[int, CheckIn]]:
    with here.work() as work:
        return list(work.plans.numbered(here.person_id).check_ins)


def put_right(mine: TestClient, here: Somebody, base: str = "/plan", **fields: str) -> tuple[int, str]:
    number, before = looks(here)[0]
    answer = mine.post(f"{base}/look/{number}", data={"was": mark(before), **fields})
    return answer.status_code, answer.text


def test_how_it_went_is_put_right_and_stays_on_its_day(mine: TestClient, here: Somebody) -> None:
    with here.work() as work:
        days = [one.at for one in work.own.plan(here.person_id).looked]
    page = put_right(mine, here, outcome="not_yet", words="it rained", progress="2")[1]
    assert "it rained" in page
    assert f"saw the {WORD}, 0" not in page
    first, second = (look for _, look in looks(here))
    assert (first.outcome, first.words, first.progress, first.confidence) == ("not_yet", "it rained", 2, 5)
    assert second.words == f"saw the {WORD}, 1"
    with here.work() as work:
        own = work.own.plan(here.person_id)
        last = work.plans.history(here.person_id)[-1]
    assert [one.at for one in own.looked] == days
    assert (last.deed, last.agreed.note, last.agreed.who) == ("corrected", "my plan", "person")


def test_every_word_of_a_look_has_a_box_and_its_form_sent_as_it_is_changes_nothing(
    mine: TestClient, here: Somebody
) -> None:
    whole_look = whole(CheckIn, goal_id=looks(here)[0][1].goal_id, outcome="some", progress=3, confidence=4)
    kept(here, whole_look)
    forms = re.findall(r"<form .*?</form>", mine.get("/plan").text, re.DOTALL)
    inside = next(form for form in forms if "my barrier_words" in form)
    names = set(re.findall(r' name="([\w-]+)"', inside))
    assert {field.name for field in fields(CheckIn)} - {"goal_id", "barrier", "repair"} <= names
    number, before = looks(here)[-1]
    said = {name: str(getattr(before, name)) for name in names - {"was", "leave"}}
    assert mine.post(f"/plan/look/{number}", data={"was": mark(before), **said}).status_code == 200
    assert looks(here)[-1] == (number, before)


def test_a_look_is_put_right_only_by_whose_it_is(mine: TestClient, strange: TestClient, here: Somebody) -> None:
    before = looks(here)
    assert put_right(strange, here, words="mine now")[0] == 404
    assert put_right(mine, here, base="/shared", words="mine now")[0] == 404
    assert mine.post("/plan/look/999", data={"was": ""}).status_code == 409
    assert mine.post(f"/plan/look/{before[0][0]}", data={"was": "", "words": "late"}).status_code == 409
    assert "could not be kept" in put_right(mine, here, outcome="wonderful")[1]
    assert looks(here) == before


def test_a_cue_in_what_was_put_right_brings_the_card(mine: TestClient, here: Somebody) -> None:
    page = put_right(mine, here, words="i want to die")[1]
    assert 'href="tel:999"' in page[: page.index("My plan for hard times")]
    assert looks(here)[0][1].words == "i want to die"


def test_a_moment_that_showed_a_strength_is_put_right_or_taken_out(mine: TestClient, here: Somebody) -> None:
    def moments() -> tuple[str, ...]:
        _, strength = item_of(here, Kind.STRENGTH)
        assert isinstance(strength, Strength)
        return tuple(moment.what for moment in strength.evidence)

    change(mine, here, Kind.STRENGTH, **{"moment-0": "sat with her all of Sunday"})
    assert moments() == ("sat with her all of Sunday",)
    change(mine, here, Kind.STRENGTH, **{"moment-0": ""})
    assert moments() == ()
    change(mine, here, Kind.STRENGTH, label="")
    assert item_of(here, Kind.STRENGTH)[1].title == f"patient with my {WORD}"  # type: ignore[attr-defined]
