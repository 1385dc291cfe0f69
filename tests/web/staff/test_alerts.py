"""The queue and the alert: oldest first, words in context, answered by name, never cleared by itself."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.staff.rights import Role
from bot.store import CueEvent
from bot.store.repositories.audit import Deed
from bot.store.staff_marks import marks
from tests.builders import create_alerts, create_goal
from tests.web.staff.house import CUE_WORDS, House


def test_the_queue_shows_what_waits_oldest_first_with_its_age(house: House) -> None:
    numbers = [house.alert("ann")]
    house.now.go_on(hours=3)
    numbers.append(house.alert("ben", layout="team"))
    house.now.go_on(minutes=5)
    page = house.signed_in(Role.READER).get("/queue").text
    with house.work() as work:
        people = [work.alerts.get(number).person_id for number in numbers]
        names = work.call_names.of(people)
    first, second = (page.index(names[person_id]) for person_id in people)
    assert first < second
    assert "Waiting to be acknowledged: 2" in page
    assert "3 hours 5 minutes<br>" in page
    assert "since Monday 2 March 2026, 9:00 am" in page
    assert "They asked that the team is told" in page
    assert "better off" not in page


def test_a_reader_sees_that_there_is_an_alert_and_not_its_words(house: House) -> None:
    number = house.alert()
    reader = house.signed_in(Role.READER)
    assert f"/staff/alert/{number}" not in reader.get("/queue").text
    assert reader.get(f"/alert/{number}").status_code == 403


def test_an_alert_shows_two_turns_either_side_and_no_more(house: House) -> None:
    page = house.signed_in(Role.RESPONDER).get(f"/alert/{house.alert()}").text
    for shown in ("sleep", "quiet", CUE_WORDS, "thank you", "stop for today"):
        assert shown in page
    for hidden in ("long before", "answer one", "long after", "hello"):
        assert hidden not in page
    assert page.count('class="cue"') == 1
    assert "Cue words were seen; this is not an assessment." in page
    assert "https://service.example/procedure" in page
    assert "Hopelessness, or being a burden" in page
    assert "Support card, at 9:00 am" in page
    assert 'Its very words are kept under the name <span class="text-id">card.1@1</span>.' in page
    assert "UTC" not in page


@pytest.mark.parametrize(
    ("excerpt", "words", "around", "said"),
    [
        ("around", True, True, "The words, with up to two turns either side"),
        ("message", True, False, "The words that brought it"),
        ("none", False, False, "Your service has chosen that no words are shown here."),
    ],
)
def test_the_service_decides_how_many_words_an_alert_shows(
    house: House, excerpt: str, words: bool, around: bool, said: str
) -> None:
    number = house.alert()
    service = replace(house.settings.service, alerts=create_alerts(excerpt=excerpt))
    house.settings = replace(house.settings, service=service)
    page = house.signed_in(Role.RESPONDER).get(f"/alert/{number}").text
    assert (CUE_WORDS in page, "stop for today" in page) == (words, around)
    assert ("It missed a cue" in page) is around
    assert said in page


def test_who_opened_it_is_on_record_and_told_to_the_person(house: House) -> None:
    number = house.alert()
    house.signed_in(Role.RESPONDER).get(f"/alert/{number}")
    with house.work() as work:
        alert = work.alerts.get(number)
        assert [(entry.what, entry.who) for entry in alert.history] == [("opened", "Responder Name")]
        assert [look.what for look in work.audit.looks(alert.person_id)] == ["opened_alert"]
        assert work.reading.own_alerts(alert.person_id)[0].opened_at is not None


def test_acknowledged_with_a_note_then_closed_with_what_was_done(house: House) -> None:
    number = house.alert()
    browser = house.signed_in(Role.RESPONDER)
    assert browser.post(f"/alert/{number}/close", outcome="spoke").status_code == 400
    assert browser.post(f"/alert/{number}/acknowledge", note="ringing at ten").status_code == 303
    assert "Acknowledged by Responder Name, Monday 2 March 2026, 9:00 am." in browser.get(f"/alert/{number}").text
    assert "Acknowledged, not closed yet: 1" in browser.get("/queue").text
    again = browser.post(f"/alert/{number}/acknowledge")
    assert again.status_code == 400
    assert "was acknowledged by Responder Name already" in again.text
    assert browser.post(f"/alert/{number}/close", outcome="").status_code == 400
    assert browser.post(f"/alert/{number}/close", outcome="spoke", note="she is with her sister").status_code == 303
    page = browser.get(f"/alert/{number}").text
    assert "We spoke. she is with her sister" in page
    assert "Closed by Responder Name, Monday 2 March 2026, 9:00 am." in page
    assert "Nothing waits" in browser.get("/queue").text
    with house.work() as work:
        notes = {entry.what: entry.note for entry in work.audit.page()}
    assert notes["acknowledged"] == "ringing at ten"
    assert notes["closed"] == "We spoke. she is with her sister"


def test_staff_say_that_it_was_a_false_alarm(house: House) -> None:
    number = house.alert()
    browser = house.signed_in(Role.RESPONDER)
    browser.post(f"/alert/{number}/judge", what="false_alarm", note="a song")
    assert "Said to be a false alarm by Responder Name: a song" in browser.get(f"/alert/{number}").text
    assert Deed.SAID_FALSE_ALARM.value in house.deeds()
    assert browser.post(f"/alert/{number}/judge", what="something").status_code == 400


def test_staff_say_which_line_missed_a_cue_and_it_comes_out_for_the_regression_file(house: House) -> None:
    number = house.alert()
    house.talk("ben", "said by Ben alone")
    browser = house.signed_in(Role.RESPONDER)
    offered = re.findall(r'<option value="(\d+)">([^<]+)', browser.get(f"/alert/{number}").text)
    assert [words for _, words in offered] == ["sleep", "quiet", "ok", "stop for today"]
    for trap in ("", "x", "7", "15", "99999"):  # 7 is the line that brought the card, 15 is Ben's
        assert browser.post(f"/alert/{number}/judge", what="missed_cue", line=trap).status_code == 400
    assert list(marks(house.settings)) == []
    assert browser.post(f"/alert/{number}/judge", what="missed_cue", line=offered[1][0]).status_code == 303
    assert "Said to have missed a cue by Responder Name" in browser.get(f"/alert/{number}").text
    (found,) = marks(house.settings)
    assert (found.kind, found.text, found.context) == ("missed_cue", "quiet", "strengths.story")


def test_an_alert_that_was_kept_late_stands_where_its_time_is(house: House) -> None:
    late = house.now()
    house.now.go_on(hours=5)
    newer = house.alert("ann")
    house.now.at = late
    older = house.alert("ben")
    house.now.go_on(hours=6)
    page = house.signed_in(Role.RESPONDER).get("/queue").text
    assert page.index(f"/staff/alert/{older}") < page.index(f"/staff/alert/{newer}")


def test_an_alert_that_was_made_late_is_as_old_as_the_support_that_was_shown(house: House) -> None:
    """The worker stood still for five hours."""
    person_id = house.person("ann")
    shown_at = house.now()
    house.now.go_on(hours=5)
    with house.work() as work:
        shown = work.cue_events.record(person_id, CueEvent("k", (), "card.1@1", "card", shown_at))
        assert shown is not None
        number = work.alerts.make(person_id, shown)
        work.commit()
    browser = house.signed_in(Role.RESPONDER)
    page = browser.get("/queue").text
    assert "5 hours<br>" in page
    assert "since Monday 2 March 2026, 9:00 am" in page
    assert "It has waited 5 hours." in browser.get(f"/alert/{number}").text
    browser.post(f"/alert/{number}/acknowledge")
    assert "Open for 5 hours" in browser.get("/queue").text
    with house.work() as work:
        assert work.service.figures(shown_at, house.now()).waits == {"within_24": 1}


def test_the_queue_never_clears_itself(house: House) -> None:
    number = house.alert()
    browser = house.signed_in(Role.RESPONDER)
    browser.get(f"/alert/{number}")
    house.now.go_on(days=40)
    browser = house.signed_in(Role.RESPONDER)
    assert "Waiting to be acknowledged: 1" in browser.get("/queue").text


@pytest.mark.parametrize(
    ("show", "shown"), [("", "123"), ("alerts", "1"), ("reviews", "2"), ("new", "3"), ("nonsense", "123")]
)
def test_the_queue_shows_one_kind_on_request(house: House, show: str, shown: str) -> None:
    house.alert()
    page = house.signed_in(Role.READER).get(f"/queue?show={show}").text
    assert "".join(number for number in "123" if f'id="q{number}"' in page) == shown


def test_a_long_queue_is_shown_in_parts(house: House) -> None:
    for number in range(28):
        house.alert(f"person {number}")
        house.now.at += timedelta(seconds=1)
    browser = house.signed_in(Role.RESPONDER)
    assert browser.get("/queue").text.count("/staff/alert/") == 25
    assert "/staff/queue?from=25" in browser.get("/queue").text
    assert browser.get("/queue?from=25").text.count("/staff/alert/") == 3
    for trap in ("x", "-1", "9" * 50, "²"):
        assert browser.get(f"/queue?from={trap}").status_code == 200


def test_every_alert_that_is_not_closed_can_be_reached(house: House) -> None:
    for number in range(28):
        alert = house.alert(f"person {number}")
        with house.work() as work:
            work.alerts.acknowledge(alert, "Sam")
            work.commit()
        house.now.at += timedelta(seconds=1)
    browser = house.signed_in(Role.RESPONDER)
    page = browser.get("/queue").text
    assert "Acknowledged, not closed yet: 28" in page
    assert page.count("/staff/alert/") == 25
    assert "/staff/queue?open_from=25" in page
    page = browser.get("/queue?open_from=25").text
    assert page.count("/staff/alert/") == 3
    assert "/staff/queue?open_from=0" in page


def test_words_that_are_kept_no_longer_are_told_so(house: House) -> None:
    person_id = house.person("ann")
    with house.work() as work:
        shown = work.cue_events.record(person_id, CueEvent("k", (), "card.1@1", "card", house.now()))
        assert shown is not None
        number = work.alerts.make(person_id, shown)
        work.commit()
    page = house.signed_in(Role.RESPONDER).get(f"/alert/{number}").text
    assert "These words were not kept, or are kept no longer." in page
    assert "Words that were not clear" in page


def test_a_person_is_found_by_the_name_staff_know(house: House) -> None:
    number = house.alert("ann")
    with house.work() as work:
        person_id = work.alerts.get(number).person_id
        known = work.call_names.of([person_id])[person_id]
        work.commit()
    browser = house.signed_in(Role.READER)
    assert f"/staff/person/{person_id}" in browser.post("/find", find=f"  {known.lower()} ").text
    assert "Nobody here is called" in browser.post("/find", find="<Robin>").text
    assert "&lt;Robin&gt;" in browser.post("/find", find="<Robin>").text
    with house.work() as work:
        first, second, _ = reversed(work.audit.page(what="searched"))
    assert (first.about, first.target) == (person_id, "")
    assert (second.about, second.target) == ("", "nobody found")
    assert "Robin" not in repr((first, second))


def test_an_alert_says_whether_somebody_shares_anything(house: House) -> None:
    number = house.alert()
    browser = house.signed_in(Role.RESPONDER)
    with house.work() as work:
        person_id = work.alerts.get(number).person_id
    page = browser.get(f"/alert/{number}").text
    assert "shares nothing just now." in page
    assert ">When Cairn showed support to " in page
    assert not re.search(r">What [^<]+ shares</a>", page)
    with house.work() as work:
        work.plans.add(person_id, [create_goal()], "goals")
        for own in work.sharing.items(person_id):
            work.sharing.share(person_id, own.item)
        work.commit()
    page = browser.get(f"/alert/{number}").text
    assert re.search(rf'href="/staff/person/{person_id}">What [^<]+ shares</a>', page)
    assert "shares nothing just now." not in page
