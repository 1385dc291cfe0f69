"""Every state in which a staff page can be, as its HTML: asked for in an installation with all there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from unittest.mock import patch

import pyotp
from sqlalchemy import text

from bot.coaching.changes import Changed
from bot.coaching.plan import CheckIn, HardTimes, Hope, Kind, LineKind, OwnLine, PlanItem, Section, Status
from bot.staff import passwords
from bot.staff.rights import Role
from bot.store import CueEvent, StoreError, tracker_events
from bot.store.engine import engine_for
from bot.store.one_person import CUE_CURSOR
from bot.web.staff.sign_in import MOST_TRIES
from bot.worker.summaries import SummaryKeeper
from tests.builders import create_goal, create_strength
from tests.databases import write_event
from tests.web.staff.house import PASSWORD, Browser, House
from tests.web.staff.robin import step_of_another_day
from tests.web.staff.states_of_alerts import alerts_off, of_alerts

SAID = (("bot", "What would be different?", "goals.picture"), ("user", "walk the dog again", ""),
        ("bot", "First step?", "goals.step"), ("user", "um the lead", ""),
        ("bot", "Which day?", "goals.step vague"), ("user", "dunno really", ""),
        ("bot", "Smaller?", "goals.step probe_2"), ("user", "find the lead", ""),
        ("bot", "Is this right?", "goals.read_back"), ("user", "yes", ""))  # fmt: skip
REASON = {"reason": "Robin asked me to read it"}
Pages = Iterator[tuple[str, str]]


def all_states(house: House) -> dict[str, str]:
    """The pages by what they show."""
    robin = _robin(house)
    found = dict(_of_the_door(house))
    for states in (_of_the_queue, _of_a_person, of_alerts, _of_the_rest, _of_what_fails):
        found |= dict(states(house, robin))
    return found


def talk_of_a_goal(house: House, name: str) -> None:
    """Somebody tells of a goal, and agrees to what was understood."""
    at = house.now().timestamp()
    for number, (kind, words, asked) in enumerate(SAID):
        key = f"utter_{asked.replace('.', '_').replace(' ', '_')}"
        told = {"step": asked.partition(" ")[0], "utter_action": key} if asked else {}
        write_event(house.settings.tracker_url, name, kind, at + number, text=words, metadata=told)


def _robin(house: House) -> str:
    """Somebody who shares every kind of thing."""
    talk_of_a_goal(house, "robin")
    house.now.go_on(seconds=20)
    plan = HardTimes({section: f"words of {section.value}" for section in Section})
    items: list[PlanItem] = [
        create_goal(team_ask="Jo to come", review_on=date(2026, 3, 1)),
        *(create_goal(vision=f"one {status.value}", status=status) for status in (Status.PARKED, Status.DONE)),
        create_strength(), Hope(now=3, afterwards=5, memory="June", note="one more"), plan,
        OwnLine(LineKind.CHOICE, "the morning dose"), OwnLine(LineKind.PLACE, "the river path"),
    ]  # fmt: skip
    person_id = house.person("robin", items=items)
    with house.work() as work:
        for own in work.sharing.items(person_id):
            work.sharing.share(person_id, own.item)
            if own.item.kind is Kind.GOAL:
                looks = [CheckIn(own.item.id, "some", progress=near, words="half the way") for near in (2, 5)]
                work.plans.add(person_id, looks, "check_in")
        house.now.go_on(minutes=2)
        strength = next(own.item for own in work.sharing.items(person_id) if own.item.kind is Kind.STRENGTH)
        changes = [Hope(memory="May", note="another day"), Changed(strength, {"label": "good with geese"})]
        work.plans.add(person_id, changes, "hope")
        (hope,) = [own.item for own in work.sharing.items(person_id) if own.item.kind is Kind.HOPE]
        work.sharing.share(person_id, hope)
        for number in range(22):
            house.now.go_on(seconds=1)
            families = ("passive", "unsafe") if number % 2 else ()
            work.cue_events.record(person_id, CueEvent(f"k{number}", families, "ask.1@1", "ask", house.now()))
        work.commit()
    silent = house.person("silent", items=[create_goal(review_on=date(2026, 3, 2))])
    with house.work() as work:
        for own in work.sharing.items(silent):
            work.sharing.share(silent, own.item)
        work.commit()
    _followed(house)
    return person_id


def _followed(house: House) -> None:
    """The worker has read and followed everything."""
    SummaryKeeper(house.settings, now=lambda: house.now() + timedelta(minutes=2)).rebuild()
    with house.work() as work:
        work.cursors.hold(CUE_CURSOR)
        work.cursors.move(CUE_CURSOR, tracker_events.highest_id(house.settings.tracker_url))
        work.commit()


def _of_the_door(house: House) -> Pages:
    login = house.staff(Role.READER, "door")
    browser = house.browser()
    yield "the door", browser.get("/sign-in").text
    yield "signed out", browser.get("/sign-in?said=out").text
    yield "not kept", browser.get("/sign-in?said=not_kept").text
    yield "wrong", browser.sign_in(login, "not the password").text
    fields = {"form_token": "0", "login": login, "password": PASSWORD}
    yield "an old form", house.browser().client.post("/staff/sign-in", data=fields).text
    with patch.object(passwords, "is_right", side_effect=passwords.BusyError):
        yield "busy", browser.sign_in(login).text
    for _ in range(MOST_TRIES):
        answer = browser.sign_in(login, "not the password")
    yield "too many", answer.text


def _of_the_queue(house: House, robin: str) -> Pages:
    reader, lead = house.signed_in(Role.READER), house.signed_in(Role.LEAD)
    with house.work() as work:
        people = {robin, work.people.ensure("web", "silent")}
        shared = [(one, own.item) for one in people for own in work.sharing.items(one) if own.shared]
        for one, item in shared:
            work.sharing.keep_private(one, item)
        work.commit()
    _followed(house)
    yield "an empty queue", reader.get("/queue").text
    with alerts_off(house):
        yield "alerts are off", house.signed_in(Role.READER).get("/queue").text
    house.talk("unread", "hello")
    with house.work() as work:
        for one, item in shared:
            work.sharing.share(one, item)
        work.cursors.move(CUE_CURSOR, 1)
        work.commit()
    house.now.go_on(minutes=5)
    yield "what is not read yet", reader.get("/queue").text
    _followed(house)
    with patch("bot.store.unread._messages_since", side_effect=StoreError):
        yield "what cannot be read", reader.get("/queue").text
    for number in range(34):
        house.alert(f"alerted {number}", layout="team" if number % 2 else "card")
        house.now.go_on(seconds=1)
    for number in range(1, 7):
        with house.work() as work:
            work.alerts.acknowledge(number, "Somebody")
            if number == 2:
                work.consents.record(work.alerts.get(2).person_id, False, "my_data.keep")
            work.commit()
    yield "a full queue", lead.get("/queue").text
    yield "a full queue for a reader", reader.get("/queue").text
    yield "turned over", lead.get("/queue?from=1&reviews_from=10&new_from=10").text
    for show in ("alerts", "reviews", "new"):
        yield f"only {show}", lead.get(f"/queue?show={show}").text
    with house.work() as work:
        name = work.call_names.known([robin])[robin]
    yield "found", lead.post("/find", find=name).text
    yield "not found", lead.post("/find", find="Heron 1").text
    yield "nothing to look for", lead.post("/find", find=" ").text


def _of_a_person(house: House, robin: str) -> Pages:
    lead = house.signed_in(Role.LEAD)
    with house.work() as work:
        alert = work.alerts.all()[0]
        house.talk("robin", *(f"later {number}" for number in range(210)))
        for number, layout in enumerate(("card", "team")):
            event = CueEvent(f"told {number}", ("passive",), "card.1@1", layout, house.now())
            shown = work.cue_events.record(robin, event)
            assert shown is not None
            made = work.alerts.make(robin, shown)
            house.now.go_on(seconds=1)
        work.commit()
    yield "a wish that the team is told", lead.get(f"/person/{robin}").text
    with house.work() as work:
        work.alerts.acknowledge(made, "Somebody")
        work.alerts.close(made, "Somebody", "We spoke")
        work.commit()
    yield "a person", lead.get(f"/person/{robin}").text
    plain = house.person("plain", items=[create_strength()])
    with house.work() as work:
        work.sharing.share(plain, work.sharing.items(plain)[0].item)
        work.commit()
        silent = work.people.ensure("web", "silent")
    yield "a person without a review", lead.get(f"/person/{plain}").text
    yield "a review of today", lead.get(f"/person/{silent}").text
    yield "a person for a reader", house.signed_in(Role.READER).get(f"/person/{robin}").text
    yield "an earlier time", lead.get(f"/person/{robin}?back=20").text
    began = f"/person/{robin}/conversation/{house.began(robin)}"
    yield "one conversation", lead.get(began).text
    later = step_of_another_day(house, robin)
    lead = house.signed_in(Role.LEAD)
    yield "one conversation with a title of another", lead.get(f"/person/{robin}/conversation/{later}").text
    yield "one conversation for a reader", house.signed_in(Role.READER).get(began).text
    yield "nothing but support", lead.get(f"/person/{alert.person_id}").text
    transcript = f"/person/{robin}/transcript"
    yield "a reason", lead.get(f"{transcript}?line=8").text
    yield "a reason for a line that is not shared", lead.get(f"{transcript}?line=9999").text
    yield "a reason for everything", lead.get(transcript).text
    yield "a reason for one conversation", lead.get(f"{transcript}?began={house.began(robin)}").text
    yield "one conversation read", lead.post(transcript, began=str(house.began(robin)), **REASON).text
    yield "no reason", lead.post(transcript, reason="why", line="8").text
    yield "a line", lead.post(transcript, line="8", **REASON).text
    yield "the last lines", lead.post(transcript, **REASON).text
    shown = _shown_support(house)
    yield "support in it", lead.post(f"/person/{shown}/transcript", **REASON).text
    yield "a missed cue", lead.post(f"/person/{robin}/missed", line="8").text
    moment = house.now()
    for _ in range(5):
        house.now.go_on(days=1)
        with house.work() as work:
            work.cue_events.record(robin, CueEvent(f"day {house.now()}", ("passive",), "ask.1@1", "ask", house.now()))
            work.commit()
    _followed(house)
    yield "many conversations", house.signed_in(Role.LEAD).get(f"/person/{robin}").text
    house.now.go_on(days=house.settings.transcript_days + 1)
    lead = house.signed_in(Role.LEAD)
    yield "a person of long ago", lead.get(f"/person/{robin}").text
    yield "a conversation of long ago", lead.get(began).text
    yield "a line that is gone", lead.post(transcript, line="999999", **REASON).text
    yield "a conversation that is gone", lead.post(f"/person/{silent}/transcript", **REASON).text
    with house.work() as work:
        work.people.erase(silent)
        work.commit()
    house.now.at = moment


def _shown_support(house: House) -> str:
    """Somebody to whom both cards were shown. Out: their id."""
    at, tracker_url = house.now().timestamp(), house.settings.tracker_url
    person_id = house.person("sue")
    for number, (words, layout) in enumerate((("nowhere to go", "card"), ("no", "ask"))):
        write_event(tracker_url, "sue", "user", at + 5 * number, text=words)
        shown = {"support": {"layout": layout}}
        write_event(tracker_url, "sue", "bot", at + 5 * number + 1, text="Are you safe?", metadata=shown)
    with house.work() as work:
        event = work.cue_events.record(person_id, CueEvent("sue", ("passive",), "card.1@1", "card", house.now()))
        assert event is not None
        work.alerts.make(person_id, event)
        work.commit()
    return person_id


def _of_the_rest(house: House, robin: str) -> Pages:
    lead, administrator = house.signed_in(Role.LEAD), house.signed_in(Role.ADMINISTRATOR)
    yield "figures", lead.get("/service").text
    house.now.go_on(days=31)
    with house.work() as work:
        work.alerts.acknowledge(8, "Somebody")
        work.commit()
    lead, administrator = house.signed_in(Role.LEAD), house.signed_in(Role.ADMINISTRATOR)
    yield "figures of a month", lead.get("/service").text
    yield "lines of help", lead.get("/signposts").text
    line, mark = re.findall(r'name="line" value="(\w+)"><input type="hidden" name="mark" value="(\w+)"',
                            lead.get("/signposts").text)[0]  # fmt: skip
    assert lead.post("/signposts/verify", line=line, mark=mark).status_code == 303
    yield "a line verified", lead.get(f"/signposts?said=verified&line={line}").text
    yield "the record", lead.get("/audit").text
    yield "entries about somebody", lead.get(f"/audit?about={robin}").text
    yield "older entries", lead.get("/audit?before=20").text
    yield "no entries", lead.get("/audit?what=erased").text
    yield "the record without words", administrator.get("/audit").text
    yield "a whole record", lead.post("/audit/verify").text
    yield "logins", administrator.get("/logins").text
    for said in ("changed", "let_in"):
        yield f"logins: {said}", administrator.get(f"/logins?said={said}").text
    yield "a new login", administrator.post("/logins/add", login="sam", name="Sam", role="reader").text
    yield from _of_an_account(house.signed_in(Role.READER), house)
    yield "logins: off, and with codes", administrator.get("/logins").text
    house.now.go_on(days=200)
    yield "a line to call again", house.signed_in(Role.LEAD).get("/signposts").text


def _of_an_account(browser: Browser, house: House) -> Pages:
    yield "an account", browser.get("/account").text
    for said in ("password", "codes_on", "codes_off"):
        yield f"an account: {said}", browser.get(f"/account?said={said}").text
    shown = browser.post("/account/codes").text
    yield "setting up codes", shown
    yield "a wrong password of one's own", browser.post("/account/password", password="not the password").text
    part, key = re.search(r'name="part" value="(\w+)"', shown), re.search(r'class="word">(\w+)<', shown)
    assert part is not None
    assert key is not None
    code = pyotp.TOTP(key.group(1)).at(int(house.now().timestamp()))
    assert browser.post("/account/codes", part=part.group(1), code=code, password=PASSWORD).status_code == 303
    yield "with codes", browser.get("/account").text
    with house.work() as work:
        member = work.staff.by_login("door")
        assert member is not None
        work.staff.change(member.id, active=False)
        work.commit()


def _of_what_fails(house: House, robin: str) -> Pages:
    reader, lead = house.signed_in(Role.RESPONDER), house.signed_in(Role.LEAD)
    yield "not their role", reader.get("/service").text
    yield "not there", lead.get("/nothing-here").text
    yield "not so", lead.post(f"/person/{robin}/missed", line="x").text
    yield "no form", lead.client.post("/staff/find", content=b"x").text
    with patch("bot.web.staff.queue.unread", side_effect=StoreError):
        yield "no database", lead.get("/queue").text
    with patch("bot.web.staff.queue.unread", side_effect=ValueError):
        yield "something went wrong", lead.get("/queue").text
    with engine_for(house.settings.database_url).begin() as connection:
        connection.execute(text("DROP TRIGGER audit_entry_never_changes"))
        connection.execute(text("UPDATE audit_entry SET who = 'nobody' WHERE number = 3"))
    yield "an altered record", lead.post("/audit/verify").text
