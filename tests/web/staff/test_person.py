"""A person's page: their words with where they were said, what is private nowhere, and the rest behind a reason."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.coaching.plan import CheckIn, HardTimes, Hope, Kind, LineKind, OwnLine, PlanItem, Section
from bot.staff.rights import Role
from bot.store import CueEvent
from bot.store.one_person import CUE_CURSOR
from bot.worker.retention import Retention
from bot.worker.summaries import SummaryKeeper
from tests.builders import create_goal, create_hope, create_strength
from tests.databases import write_event
from tests.web.staff.house import House

PRIVATE = "quenelle"


def share(house: House, person_id: str, *kinds: Kind) -> None:
    """Share all items of these kinds."""
    with house.work() as work:
        for own in work.sharing.items(person_id):
            if own.item.kind in kinds:
                work.sharing.share(person_id, own.item)
        work.commit()


def summarised(house: House) -> None:
    """Let the worker keep summaries."""
    SummaryKeeper(house.settings, now=lambda: house.now() + timedelta(minutes=2)).rebuild()


@pytest.fixture
def robin(house: House) -> str:
    """Somebody who talked about a goal and a strength, agreed both, and shares the goal."""
    start = house.now().timestamp()
    said = [("bot", "What would be different?", "goals.picture"), ("user", "walk the dog again", ""),
            ("bot", "First step?", "goals.step"), ("user", "um the lead", ""),
            ("bot", "Which day?", "goals.step vague"), ("user", "dunno really", ""),
            ("bot", "Smaller?", "goals.step probe_2"), ("user", "find the lead", ""),
            ("bot", "A story?", "strengths.story"), ("user", PRIVATE, "")]  # fmt: skip
    for number, (kind, text, asked) in enumerate(said):
        words = f"utter_{asked.replace('.', '_').replace(' ', '_')}"
        metadata = {"step": asked.partition(" ")[0], "utter_action": words} if asked else {}
        write_event(house.settings.tracker_url, "robin", kind, start + number, text=text, metadata=metadata)
    house.now.go_on(minutes=1)
    goal = create_goal(team_ask="Jo to come to the park", review_on=date(2026, 3, 5))
    items: list[PlanItem] = [goal, create_strength(label=PRIVATE), create_hope(memory=PRIVATE)]
    person_id = house.person("robin", items=items)
    share(house, person_id, Kind.GOAL)
    summarised(house)
    return person_id


def test_the_page_shows_what_is_shared_and_where_it_was_said(house: House, robin: str) -> None:
    page = house.signed_in(Role.READER).get(f"/person/{robin}").text
    for words in ("walk the dog again", "find the lead", "Jo to come to the park", "Thursday 5 March 2026"):
        assert words in page
    assert PRIVATE not in page
    links = re.findall(r'href="#said-(\d+)"', page)
    assert {"2", "8"} <= {*links}
    assert all(f'id="said-{link}"' in page for link in links)


def test_what_cairn_did_not_understand_is_told_of_what_is_shared_alone(house: House, robin: str) -> None:
    page = house.signed_in(Role.READER).get(f"/person/{robin}").text
    unclear = page[page.index("What Cairn did not understand") :]
    assert "find the lead" in unclear
    assert "dunno" not in page


def test_what_is_taken_back_is_gone_at_once(house: House, robin: str) -> None:
    with house.work() as work:
        for own in work.sharing.items(robin):
            if own.shared:
                work.sharing.keep_private(robin, own.item)
        work.commit()
    browser = house.signed_in(Role.LEAD)
    assert browser.get(f"/person/{robin}").status_code == 404
    queue = browser.get("/queue").text
    assert "Reviews due this week or overdue: 0" in queue
    assert "walk the dog" not in queue
    assert robin not in queue


def test_a_review_is_due_by_what_is_shared_at_this_moment(house: House, robin: str) -> None:
    """Also while the worker has not followed yet what changed."""
    with house.work() as work:
        work.plans.add(robin, [create_goal(vision="swim", review_on=date(2026, 3, 6)), create_strength()], "goals")
        work.commit()
    browser = house.signed_in(Role.LEAD)
    assert "Thursday 5 March 2026" in browser.get("/queue").text
    share(house, robin, Kind.GOAL)
    with house.work() as work:
        first = next(own.item for own in work.sharing.items(robin) if own.item.kind is Kind.GOAL)
        work.sharing.keep_private(robin, first)
        work.commit()
    queue = browser.get("/queue").text
    assert "Reviews due this week or overdue: 1" in queue
    assert "Friday 6 March 2026" in queue
    assert "Thursday 5 March" not in queue
    assert "Jo to come to the park" not in queue
    summarised(house)
    assert "Friday 6 March 2026" in browser.get("/queue").text


def test_the_queue_names_whose_ask_it_is_as_staff_know_them(house: House, robin: str) -> None:
    queue = house.signed_in(Role.READER).get("/queue").text
    with house.work() as work:
        name = work.call_names.known([robin])[robin]
    row = next(row for row in queue.split("<tr>") if "Jo to come to the park" in row)
    assert name in row


def test_somebody_who_shares_nothing_cannot_be_found(house: House) -> None:
    person_id = house.person("quiet", items=[create_strength(label=PRIVATE)])
    with house.work() as work:
        name = work.call_names.of([person_id])[person_id]
        work.commit()
    browser = house.signed_in(Role.LEAD)
    assert browser.get(f"/person/{person_id}").status_code == 404
    assert "Nobody here is called" in browser.post("/find", find=name).text
    assert browser.post(f"/person/{person_id}/transcript", reason="to have a look at it").status_code == 404
    assert browser.post(f"/person/{person_id}/export").status_code == 404


def test_support_that_was_shown_is_told_without_sharing(house: House) -> None:
    person_id = house.person("quiet", items=[create_strength(label=PRIVATE)])
    with house.work() as work:
        work.cue_events.record(person_id, CueEvent("k", ("passive",), "ask.1@1", "ask", house.now()))
        work.commit()
    page = house.signed_in(Role.READER).get(f"/person/{person_id}").text
    assert "Cue words seen: hopelessness, or being a burden." in page
    assert "text ask.1@1" in page
    assert PRIVATE not in page


def test_the_queue_shows_reviews_with_what_is_asked_and_what_is_new(house: House, robin: str) -> None:
    browser = house.signed_in(Role.READER)
    queue = browser.get("/queue").text
    assert "Reviews due this week or overdue: 1" in queue
    assert "Jo to come to the park" in queue
    assert "Shares a goal" in queue
    house.now.go_on(minutes=1)
    browser.get(f"/person/{robin}")
    assert "Nothing new." in browser.get("/queue").text


def test_the_timeline_has_support_and_changes_as_they_followed_each_other(house: House, robin: str) -> None:
    house.now.go_on(days=1)
    house.alert("robin")
    house.now.go_on(days=1)
    with house.work() as work:
        goal = next(own.item for own in work.sharing.items(robin) if own.item.kind is Kind.GOAL)
        work.plans.add(robin, [CheckIn(goal.id, "some", progress=4)], "check_in")
        work.commit()
    page = house.signed_in(Role.RESPONDER).get(f"/person/{robin}").text
    timeline = re.findall(r"<li><span>(.*?)</li>", page[page.index("Timeline") :])
    checked, support, added = timeline[:3]
    assert "Checked in:" in checked
    assert "Support card shown" in support
    assert "Not acknowledged yet" in support
    assert "walk the dog again" in added


def test_every_look_is_on_record_for_the_person(house: House, robin: str) -> None:
    house.signed_in(Role.READER).get(f"/person/{robin}")
    with house.work() as work:
        assert [(look.what, look.who) for look in work.audit.looks(robin)] == [("viewed_person", "reader")]


def test_a_conversation_is_read_with_a_reason_that_goes_on_record(house: House, robin: str) -> None:
    browser = house.signed_in(Role.RESPONDER)
    assert PRIVATE not in browser.get(f"/person/{robin}/transcript").text
    assert browser.post(f"/person/{robin}/transcript", reason="  why  ").status_code == 400
    page = browser.post(f"/person/{robin}/transcript", reason="Robin asked me to read it").text
    assert PRIVATE in page
    assert "Robin asked me to read it" in page
    with house.work() as work:
        entry = work.audit.page(what="read_transcript")[0]
    assert (entry.about, entry.note) == (robin, "Robin asked me to read it")


def test_a_missed_cue_is_noted_by_its_line(house: House, robin: str) -> None:
    browser = house.signed_in(Role.RESPONDER)
    assert browser.post(f"/person/{robin}/missed", line="8").status_code == 200
    assert browser.post(f"/person/{robin}/missed", line="x").status_code == 400
    with house.work() as work:
        assert work.audit.page(what="said_missed_cue")[0].target == "line 8"


def test_a_lead_takes_a_copy_of_what_is_shared_and_no_more(house: House, robin: str) -> None:
    response = house.signed_in(Role.LEAD).post(f"/person/{robin}/export")
    assert "attachment" in response.headers["content-disposition"]
    content = json.loads(response.text)
    (ask,) = content["shares"]["asks"]
    assert ask["words"] == "Jo to come to the park"
    assert content["said_in"][ask["key"]] is None
    step = content["shares"]["goals"][0]["step"]
    said = content["said_in"][step["key"]]
    assert (step["words"], said["line"], said["kept_no_longer"]) == ("find the lead", 8, False)
    assert said["link"] == f"/staff/person/{robin}#said-8"
    assert PRIVATE not in response.text
    assert "exported" in house.deeds()
    assert house.signed_in(Role.RESPONDER).post(f"/person/{robin}/export").status_code == 403


def test_a_line_whose_conversation_is_deleted_says_so_and_leads_nowhere_else(house: House, robin: str) -> None:
    with house.work() as work:
        work.cursors.hold(CUE_CURSOR)
        work.cursors.move(CUE_CURSOR, 1_000)
        work.commit()
    gone = "that conversation is kept no longer"
    browser = house.signed_in(Role.LEAD)
    assert gone not in browser.get(f"/person/{robin}").text
    house.now.go_on(days=house.settings.transcript_days + 1)
    house.talk("ann", "hello")
    assert Retention(house.settings, house.now).go() == 10
    browser = house.signed_in(Role.LEAD)
    page = browser.get(f"/person/{robin}").text
    assert page.count(gone) == page.count('<li id="said-') > 0
    assert all(f'id="said-{line}"' in page for line in re.findall(r'href="#said-(\d+)"', page))
    said_in = json.loads(browser.post(f"/person/{robin}/export").text)["said_in"].values()
    assert {said["kept_no_longer"] for said in said_in if said} == {True}
    read = browser.post(f"/person/{robin}/transcript", reason="Robin asked me to read it")
    assert (read.status_code, "is kept no longer" in read.text) == (200, True)
    summarised(house)
    made_anew = browser.get(f"/person/{robin}").text
    assert "#said-" not in made_anew
    assert 'find the lead</span> <span class="src quiet">agreed 2 Mar 2026' in made_anew


def test_numbers_are_drawn_with_a_table_under_the_drawing(house: House) -> None:
    person_id = house.person("ann", items=[create_goal()])
    with house.work() as work:
        (goal_id,) = (own.item.id for own in work.sharing.items(person_id))
    for number, words in ((2, "only thought about it"), (6, "Sam is coming with me")):
        house.now.go_on(days=1)
        with house.work() as work:
            work.plans.add(person_id, [CheckIn(goal_id, "some", words=words, progress=number)], "check_in")
            work.commit()
    share(house, person_id, Kind.GOAL)
    page = house.signed_in(Role.READER).get(f"/person/{person_id}").text
    assert "2 numbers. 3 Mar 2026: 2. 4 Mar 2026: 6." in page
    assert re.search(r'<td>6</td><td class="own">Sam is coming with me</td>', page)


def test_a_file_of_words_is_shown_as_words(house: House) -> None:
    person_id = house.person("ann", items=[create_goal(vision="<script>alert(1)</script>", team_ask='"><b>x')])
    share(house, person_id, Kind.GOAL)
    page = house.signed_in(Role.READER).get(f"/person/{person_id}").text
    assert "<script>" not in page
    assert "<b>x" not in page


WORD = st.text(alphabet="bcdfghjklmnp", min_size=9, max_size=9)
KINDS = st.sampled_from(["strength", "goal", "hope", "line", "hard_times"])


def item_of(kind: str, words: str) -> PlanItem:
    """An item that says nothing but these words, everywhere."""
    every: dict[str, PlanItem] = {
        "strength": create_strength(label=words, evidence=(), use=words),
        "goal": create_goal(vision=words, towards=words, importance_reason=words, team_ask=words, reason=words),
        "hope": Hope(now=3, memory=words, note=words, hard=words),
        "line": OwnLine(LineKind.PERSON, words, words),
        "hard_times": HardTimes({Section.SIGNS: words, Section.TEAM_DOES: words}),
    }
    return every[kind]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    said=st.lists(st.tuples(KINDS, WORD, st.booleans()), max_size=6, unique_by=lambda one: one[1]),
    chatter=st.lists(WORD, max_size=4),
    cue=st.booleans(),
)
def test_nothing_that_is_private_is_on_any_page(
    house: House, said: list[tuple[str, str, bool]], chatter: list[str], cue: bool
) -> None:
    name = f"person {house.now().timestamp()}"
    person_id = house.person(name, items=[item_of(kind, words) for kind, words, _ in said])
    at = house.now().timestamp()
    for number, words in enumerate([*(words for _, words, _ in said), *chatter]):
        write_event(house.settings.tracker_url, name, "user", at + number, text=words, metadata={})
    with house.work() as work:
        wanted = {words for _, words, shared in said if shared}
        for own in work.sharing.items(person_id):
            if any(words in repr(own.what) for words in wanted):
                work.sharing.share(person_id, own.item)
        if cue:
            work.cue_events.record(person_id, CueEvent(name, ("passive",), "ask.1@1", "ask", house.now()))
        items = work.sharing.items(person_id)
        work.commit()
    seen = {words for own in items if own.shared for _, words, _ in said if words in repr(own.what)}
    private = ({words for _, words, _ in said} | {*chatter}) - seen
    house.now.go_on(minutes=3)
    summarised(house)
    browser = house.signed_in(Role.LEAD)
    with house.work() as work:
        work.call_names.of([person_id])
        call_name = work.call_names.known([person_id])[person_id]
        work.commit()
    pages = [browser.get(path).text for path in ("/queue", f"/person/{person_id}", "/service", "/signposts", "/audit")]
    pages += [browser.post("/find", find=call_name).text, browser.post(f"/person/{person_id}/export").text]
    for words in private:
        assert not any(words in page for page in pages)
    if not seen and not cue:
        assert not any(person_id in page for page in pages[:1])
        assert browser.get(f"/person/{person_id}").status_code == 404
