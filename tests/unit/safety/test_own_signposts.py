"""A service's own lines: added, replaced and verified in its own files, and nothing there can take a number away."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from bot.safety import signposts
from bot.safety.card import Around, SupportMessage, support_message
from bot.safety.signpost_files import VERIFIED, load, record
from bot.safety.signpost_rows import Signpost
from bot.settings import Service
from bot.settings import load as load_settings

OUR_TEAM = {
    "id": "our_team", "country": "GB", "areas": ["England"], "role": "talk", "name": "Our team",
    "channels": {"call": "020 7946 0123"}, "hours": ["mon-fri 09:00-17:00"],
}  # fmt: skip
SATURDAY = datetime(2026, 6, 6, 12, 0, tzinfo=ZoneInfo("Europe/London"))
MONDAY = datetime(2026, 6, 8, 12, 0, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "service.yml"
    monkeypatch.setenv("CAIRN_SERVICE_FILE", str(file))
    return file


def write(file: Path, *rows: Any) -> Path:
    file.write_text(yaml.safe_dump({"name": "North", "signposts": list(rows)}), encoding="utf-8")
    return file


def row(file: Path, identifier: str) -> Signpost:
    return next(row for row in load(file).rows if row.id == identifier)


def on_the_card(around: Around) -> SupportMessage:
    return support_message("card", ("passive",), country="GB", area="England", shown_before=0, around=around)


def test_a_line_of_the_services_own_stands_on_the_card(service: Path) -> None:
    write(service, OUR_TEAM)
    text = support_message(
        "card", ("passive",), country="GB", area="England", shown_before=0, around=Around(at=MONDAY)
    ).text
    assert "To talk now: 111, then the mental health option. Our team 020 7946 0123. Samaritans" in text


def test_on_the_card_too_a_closed_line_stands_last_and_says_so(service: Path) -> None:
    write(service, OUR_TEAM)
    card = support_message(
        "card", ("passive",), country="GB", area="England", shown_before=0, around=Around(at=SATURDAY)
    )
    assert "free, any time. Our team 020 7946 0123, closed now." in card.text
    assert card.signposts[-1] == "our_team"


def test_what_an_own_row_leaves_out_of_a_built_in_one_stays(service: Path) -> None:
    write(service, {"id": "gb_calm", "hours": "always"})
    assert row(service, "gb_calm").open_at(SATURDAY) is True
    assert row(service, "gb_calm").name == "CALM"
    assert load(service).troubles == ()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"channels": {"call": {"shown": "116 123", "dialled": "116124"}}}, "digits of call"),
        ({"channels": {"call": ""}}, "digits of call"),
        ({"channels": {"chat": {"shown": "x.org", "dialled": "javascript:x"}}}, "chat must be an address"),
        ({"channels": {"fax": "1"}}, "channels may hold only"),
        ({"hours": ["someday 9-5"]}, "must look like"),
        ({"hours": ["fri-mon 09:00-17:00"]}, "earlier day"),
        ({"zone": "Europe/Nowhere"}, "no time zone"),
        ({"say": "ring {fax}"}, "say names a channel"),
        ({"say": "ring {0.x}"}, "brace"),
        ({"say": "Samaritans 116 124, free, any time"}, "the number 116 124 in say"),
        ({"say": "Samaritans {call} or 0800-123-456"}, "the number 0800-123-456 in say"),
        ({"note": "By night on 0330 094 5717."}, "the number 0330 094 5717 in note"),
        ({"name": "Samaritans 116124"}, "the number 116124 in name"),
        ({"deaf_access": "Text Relay {fax}"}, "deaf_access names a channel"),
        ({"role": "danger"}, "role of a built-in row"),
        ({"country": "US"}, "country of a built-in row"),
        ({"crisis": False}, "crisis of a built-in row"),
        ({"areas": "England"}, "areas must be a list"),
        ({"areas": ["Englnd"]}, "areas must be some of"),
        ({"nmae": "x"}, "nmae"),
        ({"name": ""}, "no name"),
        ({"verified_on": "2026-06-01"}, "needs review_due"),
        ({"review_due": "soon"}, "must be a date"),
    ],
)
def test_a_broken_own_row_leaves_the_built_in_one_and_is_told(service: Path, change: dict[str, Any], why: str) -> None:
    found = load(write(service, {"id": "gb_samaritans", **change}, OUR_TEAM))
    samaritans = next(row for row in found.rows if row.id == "gb_samaritans")
    assert samaritans.channels["call"].dialled == "116123"
    assert [row.id for row in found.rows][-1] == "our_team"  # the next entry is not lost with it
    (trouble,) = found.troubles
    assert why in trouble
    assert "the built-in row is shown" in trouble


@pytest.mark.parametrize(
    "change",
    [
        {"say": "Samaritans {call}, then press 2 if you are under 18, at any of the 24 hours"},
        {"say": "Samaritans 116 123"},
        {"say": "", "note": "In danger, press 55.", "name": "Samaritans24"},
        {"deaf_access": "textphone {call}"},
        {"deaf_access": "textphone 0800 111 222"},
    ],
)
def test_other_numbers_may_stand_in_the_words_of_a_row(service: Path, change: dict[str, Any]) -> None:
    assert load(write(service, {"id": "gb_samaritans", **change})).troubles == ()


def test_another_number_of_an_own_row_is_the_one_of_the_relay_too(service: Path) -> None:
    write(service, {"id": "gb_nir_lifeline", "channels": {"call": "0808 808 8001"}})
    assert row(service, "gb_nir_lifeline").deaf_access.endswith(" 0808 808 8001")


@pytest.mark.parametrize(
    "entry", ["text", {"name": "no id"}, {"id": "x_y"}, {**OUR_TEAM, "id": "A b"}, {**OUR_TEAM, "role": "boss"}]
)
def test_an_own_row_that_cannot_be_read_is_left_out_and_told(service: Path, entry: Any) -> None:
    found = load(write(service, entry))
    assert len(found.troubles) == 1
    assert {row.id for row in found.rows} == {row.id for row in load(service.with_name("none.yml")).rows}


def test_two_own_rows_with_one_id_are_not_guessed_between(service: Path) -> None:
    found = load(write(service, OUR_TEAM, {**OUR_TEAM, "name": "Another"}))
    assert row(service, "our_team").name == "Our team"
    assert len(found.troubles) == 1


@pytest.mark.parametrize("content", ["signposts: 5", "signposts: {a: b}", "a: [", "\udcff"])
def test_a_broken_file_costs_only_what_it_would_have_added(service: Path, content: str) -> None:
    service.write_text(content, encoding="utf-8", errors="surrogateescape")
    found = load(service)
    assert found.troubles
    assert any(row.id == "gb_samaritans" for row in found.rows)


def test_what_is_wrong_is_logged_once_when_the_rows_are_read(service: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(service, {"id": "gb_samaritans", "hours": "sometimes"})
    signposts.registry("GB", "")
    signposts.registry("GB", "Wales")
    assert len([record for record in caplog.records if "gb_samaritans" in record.getMessage()]) == 1


def test_lines_for_a_country_of_ones_own_never_lack_an_emergency_number(service: Path) -> None:
    write(service, {**OUR_TEAM, "country": "DE", "areas": []})
    here = signposts.registry("DE", "")
    assert [row.id for row in here.role("danger", "talk", "listen")] == [
        "any_emergency", "our_team", "any_findahelpline",
    ]  # fmt: skip


def test_the_settings_let_the_section_pass(service: Path) -> None:
    write(service, OUR_TEAM)
    assert load_settings({}, service).service == Service(name="North")


def test_who_has_verified_a_row_is_noted_beside_the_services_file(service: Path) -> None:
    path = record(service, row(service, "gb_calm"), "Jo", date(2026, 6, 1), date(2026, 12, 1))
    record(service, row(service, "gb_shout"), "Sam", date(2026, 6, 2), date(2026, 12, 2))
    assert path.parent == service.parent
    calm = row(service, "gb_calm")
    assert (calm.verified_on, calm.verified_by, calm.review_due) == ("2026-06-01", "Jo", "2026-12-01")
    assert row(service, "gb_shout").verified_by == "Sam"
    assert row(service, "gb_samaritans").verified_by == ""


def test_another_number_is_not_verified_by_the_check_of_the_old_one(service: Path) -> None:
    record(service, row(service, "gb_calm"), "Jo", date(2026, 6, 1), date(2026, 12, 1))
    found = load(write(service, {"id": "gb_calm", "channels": {"call": "0800 58 58 59"}}))
    assert next(row for row in found.rows if row.id == "gb_calm").verified_by == ""
    assert "verify it again" in found.troubles[0]


@pytest.mark.parametrize("change", [{"deaf_access": "textphone 0800 111 222"}, {"say": "Lifeline {call}, press 3"}])
def test_a_check_covers_every_number_that_somebody_may_press(service: Path, change: dict[str, str]) -> None:
    record(service, row(service, "gb_nir_lifeline"), "Jo", date(2026, 6, 1), date(2026, 12, 1))
    found = load(write(service, {"id": "gb_nir_lifeline", **change}))
    assert next(row for row in found.rows if row.id == "gb_nir_lifeline").verified_by == ""
    assert "verify it again" in found.troubles[0]


def test_days_without_hours_are_closed_on_all_other_days_only(service: Path) -> None:
    write(service, {**OUR_TEAM, "hours": ["mon-fri", "sat 10:00-13:00"]})
    team = row(service, "our_team")
    assert (team.open_at(MONDAY), team.open_at(SATURDAY)) == (None, True)
    assert team.open_at(SATURDAY.replace(day=7)) is False


@pytest.mark.parametrize("content", ["[", "- x", "gb_calm: 5", "gb_calm: {of: MARK}"])
def test_a_broken_note_verifies_nothing(service: Path, content: str) -> None:
    mark = row(service, "gb_calm").mark
    service.with_name(VERIFIED).write_text(content.replace("MARK", mark), encoding="utf-8")
    assert row(service, "gb_calm").verified_by == ""
