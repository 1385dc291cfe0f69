"""From a sentence to its very line: a conversation is read behind a reason, and every part is on record."""

from __future__ import annotations

import json
import re

import pytest

from bot.staff.rights import Role
from bot.store.one_person import CUE_CURSOR
from bot.worker.retention import Retention
from tests.web.staff.house import House
from tests.web.staff.robin import PRIVATE, summarised


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
    assert (read.status_code, "The line that you came for has been deleted" in read.text) == (200, True)
    assert "The conversation has been deleted" in browser.post(f"/person/{robin}/transcript", **reading).text
    summarised(house)
    assert browser.get(f"/person/{robin}").text == page
