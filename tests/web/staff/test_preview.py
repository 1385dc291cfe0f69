"""What a person is shown as their team's view is that view: the same sentences, and nothing that staff do not see."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from random import Random

import pytest
from starlette.testclient import TestClient

from bot.coaching.plan import CheckIn, HardTimes, Hope, Kind, LineKind, OwnLine, PlanItem, Section, Status
from bot.settings import Service
from bot.staff.rights import Role
from bot.store import CueEvent
from bot.summaries.page import page_of
from bot.web.app import create_app
from tests.builders import create_goal, create_strength
from tests.databases import sqlite_url as database_url  # noqa: F401 (a fixture)
from tests.web.staff.house import BASE, House

HIDDEN = "quenelle"  # stands where staff do not look, though the item is shared
ITEMS: dict[str, PlanItem] = {
    "strength": create_strength(label="patient with geese", use=HIDDEN),
    "goal": create_goal(vision="feed the geese", importance_reason=HIDDEN, reason=HIDDEN, team_ask="a lift there"),
    "parked goal": create_goal(vision="paint the fence", status=Status.PARKED, importance_reason=HIDDEN),
    "hope": Hope(now=3, afterwards=5, memory="June on the allotment", note="one more", kit=(HIDDEN,), act=HIDDEN),
    "hard times": HardTimes({section: f"words of {section.value}" for section in Section}),
    **{f"line {kind.value}": OwnLine(kind, f"a {kind.value} thing", "and more") for kind in LineKind},
}  # fmt: skip


def shared(house: House, *items: PlanItem) -> tuple[str, TestClient]:
    """Somebody who shares these items. Out: their id and their own browser."""
    app = create_app(house.settings)
    visit = app.state.sessions.stranger()
    person_id = house.person(visit.sender, items=list(items))
    with house.work() as work:
        for own in work.sharing.items(person_id):
            work.sharing.share(person_id, own.item)
            if own.item.kind is Kind.GOAL:
                looks = [CheckIn(own.item.id, "some", progress=n, words=f"look number {n}") for n in (3, 6)]
                work.plans.add(person_id, looks, "check_in")
        work.commit()
    browser = TestClient(app, base_url=BASE)
    browser.cookies.set("cairn", app.state.sessions.token(visit))
    return person_id, browser


def words_of(page: str) -> str:
    """What a page says."""
    return html.unescape(re.sub(r"<[^>]+>", " ", page[page.index("<main") :]))


@pytest.mark.parametrize("kind", ITEMS)
def test_both_pages_show_the_same_sentences(house: House, kind: str) -> None:
    person_id, mine = shared(house, ITEMS[kind])
    with house.work() as work:
        sentences = [part.words for part in page_of(work.shared.of(person_id)).sentences()]
    assert sentences
    pages = [mine.get("/plan/seen").text, house.signed_in(Role.READER).get(f"/person/{person_id}").text]
    for page in map(words_of, pages):
        assert [words for words in sentences if words not in page] == []
        assert HIDDEN not in page
        assert "Nothing of my plan" not in page


def test_the_preview_says_what_the_words_about_hope_are(house: House) -> None:
    _, mine = shared(house, ITEMS["hope"])
    said = words_of(mine.get("/plan/seen").text)
    assert re.search(r"A time with more hope: +June on the allotment", said)
    assert re.search(r"My line for a hard day: +one more", said)


def support_for(house: House, person_id: str, layout: str, alert: bool) -> None:
    with house.work() as work:
        house.now.go_on(seconds=1)
        event = CueEvent(f"{layout}{house.now()}", ("passive",), "card.1@1", layout, house.now())
        number = work.cue_events.record(person_id, event)
        assert number is not None
        if alert:
            work.alerts.make(person_id, number)
        work.commit()


def switch_off(house: House) -> None:
    house.settings = replace(house.settings, service=Service(name="North Team", area="England"))


@pytest.mark.parametrize("layout", ["card", "ask", "team"])
def test_while_alerts_are_off_nobody_learns_that_support_was_shown(house: House, layout: str) -> None:
    switch_off(house)
    person_id, mine = shared(house, ITEMS["strength"])
    quiet = house.person("quiet")
    for one in (person_id, quiet):
        support_for(house, one, layout, alert=False)
    with house.work() as work:
        name = work.call_names.of([quiet])[quiet]
        work.commit()
    browser = house.signed_in(Role.LEAD)
    assert "Cue words" not in browser.get(f"/person/{person_id}").text
    assert "When support was shown" not in mine.get("/plan/seen").text
    assert browser.get(f"/person/{quiet}").status_code == 404
    assert browser.post(f"/person/{quiet}/transcript", reason="to have a look at it").status_code == 404
    assert "Nobody here is called" in browser.post("/find", find=name).text


def test_what_was_shown_while_alerts_were_off_stays_unseen_when_they_come_on(house: House) -> None:
    person_id, mine = shared(house, ITEMS["strength"])
    support_for(house, person_id, "card", alert=False)
    assert "Cue words" not in house.signed_in(Role.READER).get(f"/person/{person_id}").text
    support_for(house, person_id, "card", alert=True)
    assert "Cue words seen" in house.signed_in(Role.READER).get(f"/person/{person_id}").text
    assert "When support was shown" in mine.get("/plan/seen").text


def test_an_alert_from_before_they_were_switched_off_leads_to_its_person(house: House) -> None:
    number = house.alert()
    switch_off(house)
    house.now.go_on(minutes=1)
    browser = house.signed_in(Role.RESPONDER)
    found = re.search(r'href="/staff/person/([\w-]+)"', browser.get(f"/alert/{number}").text)
    assert found
    assert browser.get(f"/person/{found.group(1)}").status_code == 200


def test_a_person_is_told_when_their_conversation_may_be_opened(house: House) -> None:
    _, mine = shared(house, ITEMS["strength"])
    assert "may open the whole conversation" in mine.get("/plan/seen").text
    assert "may also open what I wrote in the chat" in mine.get("/plan/sharing").text
    mine.post("/plan/sharing", data={"nothing": ""})
    assert "nobody of my team can open the conversation" in mine.get("/plan/seen").text


def take_back(house: House, person_id: str) -> None:
    with house.work() as work:
        work.consents.record(person_id, False, "my_data.keep")
        work.commit()


def test_once_consent_is_taken_back_an_alert_stays_and_nothing_beside_it_is_open(house: House) -> None:
    person_id, mine = shared(house, ITEMS["strength"])
    support_for(house, person_id, "card", alert=True)
    support_for(house, person_id, "ask", alert=False)
    take_back(house, person_id)
    with house.work() as work:
        name = work.call_names.of([person_id])[person_id]
        (alert,) = work.alerts.of(person_id)
        work.commit()
    browser = house.signed_in(Role.LEAD)
    reason = "to have a look at it"
    assert browser.get(f"/person/{person_id}").status_code == 404
    assert browser.get(f"/person/{person_id}/transcript").status_code == 404
    assert browser.post(f"/person/{person_id}/transcript", reason=reason).status_code == 404
    assert browser.post(f"/person/{person_id}/export").status_code == 404
    assert browser.post(f"/person/{person_id}/missed", line="1").status_code == 404
    assert "Nobody here is called" in browser.post("/find", find=name).text
    pages = [browser.get("/queue").text, browser.get(f"/alert/{alert.id}").text]
    browser.post(f"/alert/{alert.id}/acknowledge")
    pages.append(browser.get("/queue").text)
    assert all(name in page and person_id not in page for page in pages)
    preview = mine.get("/plan/seen").text
    assert "nobody of my team can open the conversation" in preview
    assert "still on their list" in preview
    assert "stays on their list" in mine.get("/data").text


def test_with_consent_an_alert_leads_to_what_is_shared(house: House) -> None:
    person_id, mine = shared(house, ITEMS["strength"])
    support_for(house, person_id, "card", alert=True)
    browser = house.signed_in(Role.READER)
    assert f"/staff/person/{person_id}" in browser.get("/queue").text
    assert "still on their list" not in mine.get("/plan/seen").text


# What the staff page says, and how the person is told of it.
SAME = (
    ("Cue words seen", "The program looks for words"),
    ("Support card shown", "The support card was shown"),
    ("They asked that the team is told", "I asked that my team is told"),
    ("Checked in:", "I looked at it:"),
    ("What Cairn did not understand", "What Cairn did not understand"),
)


def titles_of(page: str) -> list[str]:
    return [
        html.unescape(re.sub(r"<[^>]+>", "", words))
        for words in re.findall(r'<span class="own(?: small)?">(.*?)</span>', page)
    ]


@pytest.mark.parametrize("seed", range(4))
def test_whatever_somebody_shares_both_pages_say_the_same_of_them(house: House, seed: int) -> None:
    dice = Random(seed)
    kinds = dice.sample(sorted(ITEMS), dice.randint(1, 6))
    layouts = dice.choices(("card", "ask", "team"), k=seed)
    person_id, mine = shared(house, *(ITEMS[kind] for kind in kinds))
    for layout in layouts:
        support_for(house, person_id, layout, alert=True)
    preview = mine.get("/plan/seen").text
    answer = house.signed_in(Role.READER).get(f"/person/{person_id}")
    staff = answer.text[answer.text.index("<main") :].split('id="said')[0]
    assert set(titles_of(preview)) == set(titles_of(staff))
    for one, other in SAME:
        assert (one in words_of(answer.text)) == (other in words_of(preview)), one
