"""A person's page: their words, what is private nowhere, its timeline, its copy and its figures."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.coaching.plan import CheckIn, HardTimes, Hope, Kind, LineKind, OwnLine, PlanItem, Section
from bot.staff.rights import Role
from bot.store import CueEvent
from tests.builders import create_goal, create_strength
from tests.databases import write_event
from tests.web.staff.house import House
from tests.web.staff.robin import PRIVATE, share, summarised


def test_the_page_shows_what_is_shared_and_where_it_was_said(house: House, robin: str) -> None:
    page = house.signed_in(Role.READER).get(f"/person/{robin}").text
    for words in ("walk the dog again", "find the lead", "Jo to come to the park", "Thursday 5 March 2026"):
        assert words in page
    assert PRIVATE not in page
    links = re.findall(r'href="#said-(\d+)"', page)
    assert {"2", "8", "12"} == {*links}
    assert all(f'id="said-{link}"' in page for link in links)


def test_on_paper_it_says_for_whom_when_and_what_cairn_is(house: House, robin: str) -> None:
    page = house.signed_in(Role.READER).get(f"/person/{robin}").text
    (paper,) = re.findall(r'<p class="on-paper[^"]*">([^<]+)</p>', page)
    assert paper.startswith("Printed for North Team, as it read on Monday 2 March 2026, 9:00 am.")
    assert "It is not for diagnosis, treatment, monitoring or triage." in paper
    assert '<span class="no-print">, and leads there</span>.' in page


def test_nothing_hints_at_what_else_was_said(house: House, robin: str) -> None:
    page = house.signed_in(Role.READER).get(f"/person/{robin}").text
    assert "other words" not in page


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


def test_support_that_was_shown_is_told_without_sharing(house: House) -> None:
    person_id = house.person("quiet", items=[create_strength(label=PRIVATE)])
    with house.work() as work:
        work.cue_events.record(person_id, CueEvent("k", ("passive",), "ask.1@1", "ask", house.now()))
        work.commit()
    page = house.signed_in(Role.READER).get(f"/person/{person_id}").text
    assert "Cue words seen: hopelessness, or being a burden." in page
    assert "Short card shown." in page
    assert "ask.1@1" not in page
    assert PRIVATE not in page


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


def test_the_timeline_reaches_back_to_the_first_of_all(house: House, robin: str) -> None:
    with house.work() as work:
        for number in range(45):
            house.now.go_on(days=1)
            work.cue_events.record(robin, CueEvent(f"k{number}", ("passive",), f"ask.{number}@1", "ask", house.now()))
        work.commit()
    browser = house.signed_in(Role.READER)
    seen: list[str] = []
    address = f"/person/{robin}"
    for _ in range(3):
        page = browser.get(address).text
        seen += re.findall(r'Short card shown\.</span><span class="quiet small">(\d+ \w+ \d+),', page)
        earlier = re.search(r'href="/staff(/person/\w+\?back=\d+)#time">Earlier', page)
        address = earlier.group(1) if earlier else ""
    days = [date(2026, 3, 3) + timedelta(days=number) for number in reversed(range(45))]
    assert (seen, address) == ([f"{day.day} {day:%b %Y}" for day in days], "")
    assert "walk the dog again" in page[page.index("Timeline") :]
    assert f'href="/staff/person/{robin}?back=20#time">Later' in page
    assert house.deeds().count("viewed_person") == 3


def test_every_look_is_on_record_for_the_person(house: House, robin: str) -> None:
    house.signed_in(Role.READER).get(f"/person/{robin}")
    with house.work() as work:
        assert [(look.what, look.who) for look in work.audit.looks(robin)] == [("viewed_person", "reader")]


def test_a_lead_takes_a_copy_of_what_is_shared_and_no_more(house: House, robin: str) -> None:
    response = house.signed_in(Role.LEAD).post(f"/person/{robin}/export")
    assert "attachment" in response.headers["content-disposition"]
    content = json.loads(response.text)
    (ask,) = content["shares"]["asks"]
    assert ask["words"] == "Jo to come to the park"
    assert [said["agreed_to"] for said in content["said_in"][ask["key"]]] == [True]
    step = content["shares"]["goals"][0]["step"]
    (said,) = content["said_in"][step["key"]]
    assert (step["words"], said["line"], said["deleted"]) == ("find the lead", 8, False)
    assert said["link"] == f"/staff/person/{robin}/transcript?line=8"
    assert PRIVATE not in response.text
    assert "exported" in house.deeds()
    assert house.signed_in(Role.RESPONDER).post(f"/person/{robin}/export").status_code == 403


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


def other_day(house: House, person_id: str, *items: PlanItem) -> int:
    """The next day they talk about something else, which they keep private. Out: when that conversation began."""
    house.now.go_on(days=1)
    house.talk("robin", "hello", "A story?", PRIVATE)
    began = int(house.now().timestamp())
    house.now.go_on(seconds=30)
    with house.work() as work:
        work.plans.add(person_id, list(items), "strengths")
        work.commit()
    summarised(house)
    return began


def test_one_conversation_shows_what_came_of_it_and_nothing_else(house: House, robin: str) -> None:
    with house.work() as work:
        (goal,) = [own.item for own in work.sharing.items(robin) if own.item.kind is Kind.GOAL]
    first = house.began(robin)
    later = other_day(house, robin, CheckIn(goal.id, "some", words="half the way"))
    reader = house.signed_in(Role.READER)
    pages = [reader.get(f"/person/{robin}/conversation/{began}").text for began in (first, later)]
    assert ["find the lead" in page for page in pages] == [True, False]
    assert ["half the way" in page for page in pages] == [False, False]  # no line of it says so
    page = reader.get(f"/person/{robin}").text
    assert [f"/person/{robin}/conversation/{began}" in page for began in (first, later)] == [True, False]
    assert house.deeds().count("viewed_conversation") == 1
    assert all(PRIVATE not in page for page in pages)
