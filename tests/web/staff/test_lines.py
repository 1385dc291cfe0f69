"""From a sentence to its very line: a conversation is read behind a reason, and every part is on record."""

from __future__ import annotations

import json
import re

import pytest

from bot.staff.rights import Role
from bot.store import CueEvent
from bot.store.one_person import CUE_CURSOR
from bot.worker.retention import Retention
from tests.web.staff.house import Browser, House
from tests.web.staff.robin import PRIVATE, step_of_another_day, summarised


@pytest.mark.parametrize("said_later", [0, 250])
def test_each_sentence_leads_to_its_very_line_behind_a_reason(house: House, robin: str, said_later: int) -> None:
    house.talk("robin", *(f"later {number}" for number in range(said_later)))
    browser = house.signed_in(Role.RESPONDER)
    page = browser.get(f"/person/{robin}").text
    assert re.search(r'find the lead</span> <a class="src" href="#said-8"', page)
    told = page[page.index('id="said-8"') :].partition("</li>")[0]
    assert "find the lead" in told
    link = re.search(r'href="/staff(/person/\w+/transcript\?line=8)"', told)
    assert link is not None
    asked = browser.get(link.group(1)).text
    assert f'action="/staff/person/{robin}/transcript#said-8"' in asked
    assert 'name="line" value="8"' in asked
    assert PRIVATE not in asked
    refused = browser.post(f"/person/{robin}/transcript", reason="no", line="8")
    assert (refused.status_code, 'name="line" value="8"' in refused.text) == (400, True)
    part = browser.post(f"/person/{robin}/transcript", reason="Robin asked me to read it", line="8").text
    (marked,) = re.findall(r'<li id="said-(\d+)" class="came-for">', part)
    assert marked == "8"
    assert "walk the dog again" in part
    assert ("Later lines" in part) is (said_later > 200)
    assert house.deeds()[-1] == "read_transcript"


def two_days(house: House, robin: str) -> tuple[Browser, int, int]:
    """Robin shares the plan of another day too. Out: somebody who may read, when each conversation began."""
    first = house.began(robin)
    house.now.go_on(days=1)
    house.talk("robin", "the next day", "I see", "the geese", "And then?")
    second = int(house.now().timestamp())
    with house.work() as work:
        work.cue_events.record(robin, CueEvent("next", ("passive",), "ask.1@1", "ask", house.now()))
        work.commit()
    house.now.go_on(days=1)
    house.talk("robin", "the third day", "I see")
    summarised(house)
    return house.signed_in(Role.RESPONDER), first, second


def test_around_a_line_stands_its_conversation_and_the_others_are_a_step_further(house: House, robin: str) -> None:
    browser, _, _ = two_days(house, robin)
    reading = {"reason": "Robin asked me to read it"}
    asked = browser.get(f"/person/{robin}/transcript?line=8").text
    assert "the one conversation in which that was said, on Monday 2 March 2026, 9:00 am" in asked
    part = browser.post(f"/person/{robin}/transcript", line="8", **reading).text
    assert PRIVATE in part
    assert "the next day" not in part
    assert ("Later lines" in part, "Earlier lines" in part) == (True, False)
    (after,) = re.findall(r'name="after" value="(\d+)"', part)
    further = browser.post(f"/person/{robin}/transcript", after=after, **reading).text
    assert all(words in further for words in ("the next day", "the third day"))
    with house.work() as work:
        told = [entry.target for entry in work.audit.page(what="read_transcript")]
    assert told == [
        "6 lines, 2026-03-03T09:00+0000 to 2026-03-04T09:00+0000",
        "12 lines, 2026-03-02T09:00+0000 to 2026-03-02T09:00+0000",
    ]
    page = house.signed_in(Role.LEAD).get("/audit").text
    assert "6 lines, from Tuesday 3 March 2026, 9:00 am to Wednesday 4 March 2026, 9:00 am" in page
    assert "12 lines, Monday 2 March 2026, 9:00 am" in page


def test_from_the_page_of_one_conversation_that_one_is_read_and_no_other(house: House, robin: str) -> None:
    browser, first, second = two_days(house, robin)
    page = browser.get(f"/person/{robin}/conversation/{first}").text
    assert f"transcript?line=8&amp;began={first}" in page
    assert f'transcript?began={first}">Read this conversation' in page
    asked = browser.get(f"/person/{robin}/transcript?began={second}").text
    assert "the conversation that began on Tuesday 3 March 2026, 9:00 am, and no other" in asked
    assert f'name="began" value="{second}"' in asked
    reading = {"reason": "Robin asked me to read it"}
    for fields in ({"began": str(second)}, {"began": str(second), "line": "15"}):
        read = browser.post(f"/person/{robin}/transcript", **fields, **reading).text
        assert [words in read for words in (PRIVATE, "the geese", "the third day")] == [False, True, False]
        assert "All that is kept of it: 4 lines" in read
    other = browser.post(f"/person/{robin}/transcript", began=str(first), line="15", **reading)
    assert (other.status_code, "the geese" in other.text) == (404, False)
    assert browser.get(f"/person/{robin}/transcript?began={second + 86_400}").status_code == 404


def test_a_title_of_another_conversation_leads_to_none_from_the_page_of_one(house: House, robin: str) -> None:
    began = step_of_another_day(house, robin)
    browser = house.signed_in(Role.RESPONDER)
    page = browser.get(f"/person/{robin}/conversation/{began}").text
    told = page[page.index('id="said-2"') :].partition("</li>")[0]
    assert "walk the dog again" in told
    assert "(in another conversation)" in told
    assert "transcript" not in told
    assert f"&amp;began={began}" in page


def test_before_the_reason_the_page_says_that_everything_is_opened(house: House, robin: str) -> None:
    browser, _, _ = two_days(house, robin)
    since = "every conversation with Cairn since Thursday 4 December 2025"
    assert "every conversation since 4 Dec 2025" in browser.get(f"/person/{robin}").text
    asked = browser.get(f"/person/{robin}/transcript").text
    assert "Read everything that" in asked
    assert since in asked
    read = browser.post(f"/person/{robin}/transcript", reason="Robin asked me to read it").text
    assert all(words in read for words in (PRIVATE, "the geese", "the third day"))
    assert "All that is kept of it: 18 lines" in read


def test_of_a_line_of_which_nothing_is_shared_no_time_is_told_before_a_reason(house: House, robin: str) -> None:
    browser, _, _ = two_days(house, robin)
    asked = browser.get(f"/person/{robin}/transcript?line=17").text
    assert "in which the line was said that you chose" in asked
    assert "4 March 2026" not in asked


def test_a_reader_is_led_to_where_it_was_said_and_no_further(house: House, robin: str) -> None:
    page = house.signed_in(Role.READER).get(f"/person/{robin}").text
    assert re.search(r'find the lead</span> <a class="src" href="#said-8"', page)
    assert "transcript" not in page


def test_a_conversation_is_turned_over_both_ways_and_every_part_is_on_record(house: House, robin: str) -> None:
    house.talk("robin", *(f"later {number}" for number in range(450)))
    browser = house.signed_in(Role.RESPONDER)
    seen: list[int] = []
    fields: dict[str, str] = {"line": "8"}
    for _ in range(5):
        part = browser.post(f"/person/{robin}/transcript", reason="Robin asked me to read it", **fields).text
        seen += [int(number) for number in re.findall(r'<li id="said-(\d+)"', part)]
        further = re.search(r'name="after" value="(\d+)"', part)
        if further is None:
            break
        fields = {"after": further.group(1)}
    assert seen == [*range(1, 463)]
    back = browser.post(f"/person/{robin}/transcript", reason="Robin asked me to read it", before=str(seen[-1])).text
    assert re.findall(r'<li id="said-(\d+)"', back)[-1] == "461"
    assert house.deeds().count("read_transcript") == 4


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


def test_a_line_whose_conversation_is_deleted_says_so_and_leads_nowhere_else(house: House, robin: str) -> None:
    with house.work() as work:
        work.cursors.hold(CUE_CURSOR)
        work.cursors.move(CUE_CURSOR, 1_000)
        work.commit()
    gone = "that conversation has been deleted"
    browser = house.signed_in(Role.LEAD)
    assert gone not in browser.get(f"/person/{robin}").text
    house.now.go_on(days=house.settings.transcript_days + 1)
    house.talk("ann", "hello")
    assert Retention(house.settings, house.now).go() == 12
    browser = house.signed_in(Role.LEAD)
    page = browser.get(f"/person/{robin}").text
    assert page.count(gone) == page.count('<li id="said-') > 0
    assert all(f'id="said-{line}"' in page for line in re.findall(r'href="#said-(\d+)"', page))
    assert "transcript?line=" not in page
    said_in = json.loads(browser.post(f"/person/{robin}/export").text)["said_in"].values()
    assert {(one["deleted"], one["link"]) for said in said_in for one in said} == {(True, "")}
    reading = {"reason": "Robin asked me to read it"}
    read = browser.post(f"/person/{robin}/transcript", line="8", **reading)
    with house.work() as work:
        assert work.audit.page(what="read_transcript")[0].target == "nothing kept"
    assert (read.status_code, "The line that you came for has been deleted" in read.text) == (200, True)
    assert "The conversation has been deleted" in browser.post(f"/person/{robin}/transcript", **reading).text
    summarised(house)
    assert browser.get(f"/person/{robin}").text == page
