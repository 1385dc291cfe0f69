"""The page of the record: plain words, names, one line for one look; the record itself stays as it is."""

from __future__ import annotations

import html
import re
from datetime import timedelta

import pytest

from bot.coaching.plan import Kind
from bot.staff.rights import Role
from bot.store.repositories.audit import Deed
from bot.web.staff.record_words import NOTHING_KEPT, in_words, part_read
from tests.builders import create_goal
from tests.web.staff.house import MONDAY, House
from tests.web.staff.robin import share, summarised

TUESDAY = MONDAY + timedelta(days=1)


def rows_of(page: str) -> list[str]:
    """The entries as they read, newest first."""
    found = re.findall(r"<tr>(.*?)</tr>", page.partition("<tbody>")[2], re.S)
    return [" ".join(html.unescape(re.sub(r"<[^>]+>", " ", row)).split()) for row in found]


@pytest.mark.parametrize(
    ("what", "target", "told"),
    [
        (Deed.REFUSED, "not so: alert/close 1", "It could not be done as it was sent: closing an alert, 1"),
        (Deed.REFUSED, "not their role: person", "Their role does not open it: a person’s page"),
        (Deed.REFUSED, "not there: address", "There is no such thing: an address"),
        (Deed.REFUSED, "conversation without a reason", "A conversation without a reason that could be taken"),
        (Deed.VIEWED, "person/transcript", "the page that asks for a reason to read a conversation"),
        (Deed.VIEWED, "queue", "the queue"),
        (Deed.SAW_ASK, "queue", "in the queue"),
        (Deed.VERIFIED_LINE, "line gb_samaritans", "Samaritans"),
        (Deed.VERIFIED_LINE, "line gb_samaritans, as Jo", "Samaritans, as Jo"),
        (Deed.VERIFIED_LINE, "line gone", "line gone"),
        (Deed.READ_TRANSCRIPT, "line 8949", "around line 8949 of it"),  # as it was kept once
        (Deed.READ_TRANSCRIPT, part_read(1, MONDAY, MONDAY), "1 line, 2 March"),
        (Deed.READ_TRANSCRIPT, part_read(8, MONDAY, TUESDAY), "8 lines, from 2 March to 3 March"),
        (Deed.READ_TRANSCRIPT, NOTHING_KEPT, "nothing of it is kept"),
        (Deed.SAID_MISSED_CUE, "line 8949", "line 8949 of the conversation"),
        (Deed.CLOSED, "alert 1", "alert 1"),
    ],
)
def test_what_an_entry_is_about_reads_in_plain_words(what: Deed, target: str, told: str) -> None:
    assert in_words(what.value, target, {"gb_samaritans": "Samaritans"}, lambda at: f"{at.day} {at:%B}") == told


def test_one_look_at_several_people_is_one_line_that_names_them(house: House, robin: str) -> None:
    with house.work() as work:
        ann = work.people.ensure("web", "ann")
        work.consents.record(ann, True, "consent.1")
        first = next(own.what for own in work.sharing.items(robin) if own.item.kind is Kind.GOAL)
        work.plans.add(ann, [first], "goals")
        work.commit()
    share(house, ann, Kind.GOAL)
    summarised(house)
    lead = house.signed_in(Role.LEAD)
    lead.get("/queue")
    lead.get("/queue")
    with house.work() as work:
        names = work.call_names.known([robin, ann])
        assert len(work.audit.page(what="saw_ask")) == 4
    for address in ("/audit", "/audit?what=saw_ask"):
        rows = [row for row in rows_of(lead.get(address).text) if "Saw what a person asks" in row]
        assert len(rows) == 2
        assert all(name in row for row in rows for name in names.values())
    administrator = house.signed_in(Role.ADMINISTRATOR)
    assert any("2 people" in row for row in rows_of(administrator.get("/audit").text))


def test_whose_conversation_was_asked_for_is_named_and_can_be_chosen(house: House, robin: str) -> None:
    house.alert("ann")
    lead = house.signed_in(Role.LEAD)
    lead.get(f"/person/{robin}/transcript")
    lead.get("/alert/1")
    with house.work() as work:
        name = work.call_names.known([robin])[robin]
    page = lead.get("/audit").text
    assert name in next(row for row in rows_of(page) if "asks for a reason" in row)
    assert f'href="/staff/audit?about={robin}"' in page
    chosen = lead.get(f"/audit?about={robin}").text
    assert f"Only about {name}." in chosen
    assert all(name in row for row in rows_of(chosen))
    administrator = house.signed_in(Role.ADMINISTRATOR).get(f"/audit?about={robin}").text
    assert "Only about" not in administrator
    assert robin not in administrator
    assert len(rows_of(administrator)) > len(rows_of(chosen))


def test_somebody_who_shares_nothing_is_nobody_to_choose(house: House) -> None:
    quiet = house.person("quiet", items=[create_goal()])
    page = house.signed_in(Role.LEAD).get(f"/audit?about={quiet}").text
    assert "Only about" not in page
