"""The registry: what is shown is what is dialled, each place has its own lines, and numbers stand nowhere else."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.safety.lines import numbers
from bot.safety.signpost_files import RegistryError, read
from bot.safety.signposts import all_rows, open_first, registry
from bot.settings import ROOT

LONDON = ZoneInfo("Europe/London")


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def test_the_digits_shown_are_the_digits_dialled() -> None:
    for row in all_rows():
        for kind in ("call", "text"):
            if kind in row.channels:
                contact = row.channels[kind]
                assert digits(contact.shown) == digits(contact.dialled), row.id


def test_nobody_has_verified_a_row_yet_and_each_has_a_date_for_review() -> None:
    for row in all_rows():
        assert row.verified_by == ""
        due = date.fromisoformat(row.review_due)
        assert (row.overdue(due), row.overdue(due + timedelta(days=1))) == (False, True)


@pytest.mark.parametrize(
    ("area", "first"),
    [
        ("England", "gb_eng_nhs"),
        ("Wales", "gb_wls_nhs"),
        ("Scotland", "gb_sct_nhs"),
        ("Northern Ireland", "gb_nir_lifeline"),
        ("", "gb_samaritans"),
    ],
)
def test_each_area_talks_to_its_own_line_first(area: str, first: str) -> None:
    assert registry("GB", area).role("talk", "listen")[0].id == first


@pytest.mark.parametrize("country", ["", "FR", "xx", "United Kingdom"])
def test_an_unknown_country_is_never_given_another_ones_numbers(country: str) -> None:
    rows = registry(country, "England").rows
    assert [row.country for row in rows] == ["", ""]
    assert not any("call" in row.channels for row in rows)


@pytest.mark.parametrize(
    ("row", "moment", "is_open"),
    [
        ("gb_calm", datetime(2026, 6, 3, 16, 59, tzinfo=LONDON), False),
        ("gb_calm", datetime(2026, 6, 3, 23, 59, tzinfo=LONDON), True),
        ("gb_breathing_space", datetime(2026, 6, 2, 1, 59, tzinfo=LONDON), True),  # Monday's night
        ("gb_breathing_space", datetime(2026, 6, 2, 2, 0, tzinfo=LONDON), False),
        ("gb_breathing_space", datetime(2026, 6, 7, 12, 0, tzinfo=LONDON), True),  # Sunday noon
        ("gb_breathing_space", datetime(2026, 6, 8, 6, 0, tzinfo=LONDON), False),
        ("gb_rethink", datetime(2026, 6, 6, 10, 0, tzinfo=LONDON), False),  # Saturday
        ("gb_samaritans", datetime(2026, 12, 25, 4, 0, tzinfo=LONDON), True),
        ("gb_beat", datetime(2026, 6, 3, 12, 0, tzinfo=LONDON), None),
        ("gb_mens_advice", datetime(2026, 6, 3, 12, 0, tzinfo=LONDON), None),  # Wednesday
        ("gb_mens_advice", datetime(2026, 6, 5, 23, 59, tzinfo=LONDON), None),
        ("gb_mens_advice", datetime(2026, 6, 6, 0, 0, tzinfo=LONDON), False),  # Saturday
        ("gb_mens_advice", datetime(2026, 6, 7, 12, 0, tzinfo=LONDON), False),
    ],
)
def test_opening_hours_are_computed_in_the_lines_own_zone(row: str, moment: datetime, is_open: bool | None) -> None:
    found = next(item for item in all_rows() if item.id == row)
    assert found.open_at(moment) is is_open
    assert found.open_at(moment.astimezone(ZoneInfo("Pacific/Auckland"))) is is_open


NIGHT = datetime(2026, 6, 3, 3, 0, tzinfo=LONDON)
EVENING = datetime(2026, 6, 3, 20, 0, tzinfo=LONDON)


def test_closed_lines_come_after_open_ones() -> None:
    here = registry("GB", "")
    states = [row.open_at(NIGHT) for row in open_first(here.rows, here.closed(NIGHT))]
    assert states == sorted(states, key=lambda state: state is False)


def test_other_lines_say_that_they_are_closed_and_stand_last() -> None:
    by_night = numbers("GB", "Wales", NIGHT)["more"].split("\n")
    assert [line for line in by_night if line.endswith(", closed now")] == by_night[-3:]
    assert "closed" not in numbers("GB", "Wales", EVENING)["more"]


def test_no_row_holds_a_number_in_its_words_that_is_none_of_its_channels() -> None:
    for row in all_rows():
        channels = {digits(contact.shown) for contact in row.channels.values()}
        for words in (row.name, row.sentence, row.note):
            numbers_said = re.findall(r"\b\d(?:[ -]?\d)+", words)
            assert {digits(number) for number in numbers_said if len(digits(number)) > 2} <= channels, row.id


def test_both_emergency_numbers_of_ireland_are_lines_of_their_own() -> None:
    assert [digits(row.sentence) for row in registry("IE", "").role("danger")] == ["112", "999"]
    assert numbers("IE", "")["danger"] == "112 or 999"


def test_a_broken_row_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "signposts.yml"
    broken.write_text("rows:\n  - id: gb_nowhere\n    hours: always\n", encoding="utf-8")
    with pytest.raises(RegistryError, match="gb_nowhere"):
        read(broken)


LINE = re.compile(
    r"\b(?:0800|0808|0300|116 ?123|85258|88247|82111|81066|741741|50808|131114|13 11 14|18001)\b"
    r"|\b0\d{3} \d{3} ?\d{3,4}\b"
)
FILES = [
    path
    for folder in ("bot", "actions", "data")
    for kind in ("*.py", "*.yml", "*.html", "*.js", "*.css", "*.json")
    for path in (ROOT / folder).rglob(kind)
] + list(ROOT.glob("*.yml"))


def test_a_number_stands_nowhere_but_in_the_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}"
        for path in FILES
        if path.name != "signposts.yml" and LINE.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_numbers_999_and_111_are_not_written_into_texts() -> None:
    for path in (ROOT / "data" / "responses").glob("*.yml"):
        assert not re.search(r"\b(?:999|111|911|988|112)\b", path.read_text(encoding="utf-8")), path.name
