"""Notes on an alert: at any time, only ever added; and what was written stays in its box where it cannot be taken."""

from __future__ import annotations

import pytest

from bot.staff.rights import Role
from tests.web.staff.house import Browser, House

TOO_LONG = "x" * 1_501


def box(page: str, name: str) -> str:
    """What stands in a box of the page."""
    return page.partition(f'id="{name}"')[2].partition(">")[2].partition("</textarea>")[0]


def step(browser: Browser, number: int, *deeds: str) -> None:
    for deed in deeds:
        fields = {"outcome": "spoke"} if deed == "close" else {}
        assert browser.post(f"/alert/{number}/{deed}", **fields).status_code == 303


@pytest.mark.parametrize("before", [(), ("acknowledge",), ("acknowledge", "close")])
def test_a_note_is_added_at_any_time_and_stays(house: House, before: tuple[str, ...]) -> None:
    number = house.alert()
    browser = house.signed_in(Role.RESPONDER)
    step(browser, number, *before)
    for words in ("no answer at ten", "spoke to her sister"):
        assert browser.post(f"/alert/{number}/note", note=f" {words} ").status_code == 303
    page = browser.get(f"/alert/{number}").text
    assert page.index("Note by Responder Name: spoke to her sister") < page.index(
        "Note by Responder Name: no answer at ten"
    )
    with house.work() as work:
        kept = [(entry.who, entry.note) for entry in work.alerts.get(number).history if entry.what == "noted"]
        entries = work.audit.page(what="noted")
    assert kept == [("Responder Name", "no answer at ten"), ("Responder Name", "spoke to her sister")]
    assert [entry.note for entry in entries] == ["spoke to her sister", "no answer at ten"]
    assert {entry.target for entry in entries} == {f"alert {number}"}


def test_an_empty_note_is_not_taken(house: House) -> None:
    number = house.alert()
    answer = house.signed_in(Role.RESPONDER).post(f"/alert/{number}/note", note="  ")
    assert (answer.status_code, "Write a note first." in answer.text) == (400, True)


def test_what_cannot_be_done_shows_the_alert_again_with_what_was_written(house: House) -> None:
    number = house.alert()
    browser = house.signed_in(Role.RESPONDER)
    step(browser, number, "acknowledge")
    page = browser.post(f"/alert/{number}/close", outcome="", note="she is with her sister").text
    assert "Choose what was done. The alert is still open." in page
    assert page.index("Choose what was done. The") < page.index("<h1>")
    assert "What is on record" in page
    assert box(page, "close-note") == "she is with her sister"
    with house.work() as work:
        assert [entry.what for entry in work.audit.page(limit=2)] == ["opened_alert", "refused"]


def test_who_comes_second_keeps_the_note_and_reads_the_time_as_everywhere(house: House) -> None:
    number = house.alert()
    house.now.go_on(hours=5, minutes=20)
    browser = house.signed_in(Role.RESPONDER)
    step(browser, number, "acknowledge", "close")
    page = browser.post(f"/alert/{number}/close", outcome="wrote", note="wrote to her <today>").text
    assert "was closed by Responder Name already, on Monday 2 March 2026, 2:20 pm." in page
    assert "UTC" not in page.partition("<h1>")[0]
    assert box(page, "more-note") == "wrote to her &lt;today&gt;"


@pytest.mark.parametrize(
    ("deed", "where"),
    [("acknowledge", "note"), ("close", "close-note"), ("note", "more-note"), ("judge", "judge-note")],
)
def test_a_note_that_is_too_long_is_refused_and_kept_in_its_box(house: House, deed: str, where: str) -> None:
    number = house.alert()
    browser = house.signed_in(Role.RESPONDER)
    step(browser, number, *(["acknowledge"] if deed == "close" else []))
    answer = browser.post(f"/alert/{number}/{deed}", outcome="spoke", what="false_alarm", note=TOO_LONG)
    assert answer.status_code == 400
    assert "Please write at most 1,500 characters. These are 1,501, and nothing was changed." in answer.text
    assert box(answer.text, where) == TOO_LONG
    with house.work() as work:
        assert {entry.what for entry in work.alerts.get(number).history} <= {"opened", "acknowledged"}


def test_a_reason_that_is_too_long_is_refused_and_kept(house: House, robin: str) -> None:
    answer = house.signed_in(Role.RESPONDER).post(f"/person/{robin}/transcript", reason=TOO_LONG)
    assert answer.status_code == 400
    assert "Please write at most 1,500 characters. These are 1,501, and nothing was changed." in answer.text
    assert box(answer.text, "reason") == TOO_LONG
    assert house.deeds()[-1] == "refused"


def test_a_false_alarm_that_is_open_has_still_to_be_closed(house: House) -> None:
    number = house.alert()
    browser = house.signed_in(Role.RESPONDER)
    browser.post(f"/alert/{number}/judge", what="false_alarm")
    still = "The alert is still open: it has to be acknowledged and closed as any other."
    assert still in browser.get(f"/alert/{number}?said=judged").text
    step(browser, number, "acknowledge")
    page = browser.get(f"/alert/{number}?said=judged").text
    assert "The alert is still open: it has still to be closed as any other." in page
    assert still not in page
    step(browser, number, "close")
    assert still not in browser.get(f"/alert/{number}?said=judged").text


def test_the_lines_of_a_note_stay_lines(house: House) -> None:
    number = house.alert()
    browser = house.signed_in(Role.RESPONDER)
    browser.post(f"/alert/{number}/note", note="rang at ten\nno answer")
    told = '<span class="as-written">Note by Responder Name: rang at ten\nno answer</span>'
    assert told in browser.get(f"/alert/{number}").text
    assert 'class="quiet as-written">“rang at ten\nno answer”' in house.signed_in(Role.LEAD).get("/audit").text
