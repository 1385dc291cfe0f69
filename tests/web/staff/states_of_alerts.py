"""Every state in which the page of an alert can be, as its HTML."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

from bot.alert_settings import MESSAGE, NONE
from bot.settings import Service
from bot.staff.rights import Role
from bot.store import CueEvent, StoreError
from tests.web.staff.house import House


@contextmanager
def alerts_off(house: House) -> Iterator[None]:
    before = house.settings
    house.settings = replace(before, service=Service(name="North Team", area="England"))
    yield
    house.settings = before


def of_alerts(house: House, robin: str) -> Iterator[tuple[str, str]]:
    browser = house.signed_in(Role.RESPONDER)
    number = house.alert("kim")
    team = house.alert("lou", layout="team")
    address = f"/alert/{number}"
    yield "an alert", browser.get(address).text
    with house.work() as work:
        (both,) = work.alerts.of(work.people.ensure("web", "sue"))
        (shares, *_) = work.alerts.of(robin)
    yield "an alert of somebody who shares", browser.get(f"/alert/{shares.id}").text
    yield "an alert with both cards", browser.get(f"/alert/{both.id}").text
    yield "an alert that was asked for", browser.get(f"/alert/{team}").text
    browser.post(f"{address}/judge", what="false_alarm", note="a song")
    yield "judged", browser.get(f"{address}?said=judged").text
    browser.post(f"{address}/acknowledge", note="ringing at ten")
    yield "acknowledged", browser.get(f"{address}?said=acknowledged").text
    yield "not closed", browser.post(f"{address}/close", note="she is with her sister").text
    yield "judged when it was acknowledged", browser.get(f"{address}?said=judged").text
    browser.post(f"{address}/note", note="no answer at ten")
    yield "a note", browser.get(f"{address}?said=noted").text
    browser.post(f"{address}/close", outcome="spoke")
    yield "closed", browser.get(f"{address}?said=closed").text
    with patch("bot.web.staff.alert.words_around", side_effect=StoreError):
        yield "words that cannot be read", browser.get(address).text
    with patch("bot.web.staff.alert.words_around", return_value=()):
        yield "words that are gone", browser.get(address).text
    with alerts_off(house):
        yield "an alert of before", house.signed_in(Role.RESPONDER).get(address).text
    service = house.settings.service
    assert service.alerts is not None
    before = house.settings
    alerts = replace(service.alerts, procedure="Ring the duty nurse.")
    house.settings = replace(before, service=replace(service, alerts=alerts))
    with house.work() as work:
        person_id = work.alerts.get(number).person_id
        unclear = work.cue_events.record(person_id, CueEvent("unclear", (), "card.1@1", "card", house.now()))
        assert unclear is not None
        other = work.alerts.make(person_id, unclear)
        work.commit()
    yield "a procedure in words", house.signed_in(Role.RESPONDER).get(f"/alert/{other}").text
    for excerpt in (MESSAGE, NONE):
        house.settings = replace(before, service=replace(service, alerts=replace(alerts, excerpt=excerpt)))
        yield f"an alert that shows {excerpt}", house.signed_in(Role.RESPONDER).get(address).text
    house.settings = before
