"""The lines of help: how each is checked, whose come first, and where one is after it was checked."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bot.safety import signpost_files
from bot.settings import service_file as settings_file
from bot.staff.rights import Role
from bot.web.staff.lines import Checked
from tests.web.staff.house import House


@pytest.fixture(autouse=True)
def service_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAIRN_SERVICE_FILE", str(tmp_path / "service.yml"))


def rows_of(page: str) -> dict[str, str]:
    """The rows of the page by the id of their line."""
    return {part.partition('"')[0]: part.partition("</tr>")[0] for part in page.split('<tr id="line-')[1:]}


def test_an_emergency_number_is_never_called_to_check_it(house: House) -> None:
    page = house.signed_in(Role.RESPONDER).get("/signposts").text
    never = "Never call this number to check it. Compare it with the official page: gov.uk."
    rows = rows_of(page)
    assert never in rows["gb_emergency"]
    assert "Never call" not in rows["gb_samaritans"]
    for emergency in ("999", "911", "112", "000"):
        assert all("Never call" in row for row in rows.values() if f"call {emergency}<" in row.replace("\n", "<"))
    assert "Call or open a line first, then press Verified" not in page
    assert page.count("I checked it: it works") == len(rows)


def test_the_lines_of_the_service_come_first_and_others_are_folded(house: House) -> None:
    page = house.signed_in(Role.READER).get("/signposts").text
    own, folded = page.split("<details", 1)
    assert rows_of(own)
    assert all("<td>GB" in row for row in rows_of(own).values())
    assert not any("<td>GB" in row for row in rows_of(folded).values())
    assert "Lines of other countries" in folded
    assert "Not checked yet" in own


@pytest.mark.parametrize(("line", "is_open"), [("gb_samaritans", False), ("us_emergency", True)])
def test_a_line_that_was_checked_is_named_where_it_stands(house: House, line: str, is_open: bool) -> None:
    browser = house.signed_in(Role.RESPONDER)
    page = browser.get("/signposts").text
    mark = re.search(r'name="mark" value="(\w+)"', rows_of(page)[line])
    assert mark is not None
    answer = browser.post("/signposts/verify", line=line, mark=mark.group(1))
    assert answer.headers["location"].endswith(f"#line-{line}")
    page = browser.get(answer.headers["location"].removeprefix("/staff")).text
    assert re.search(r"Noted: [^<]+ is checked\. It is due again in half a year\.", rows_of(page)[line])
    assert page.count("is checked. It is due again") == 1
    assert ("<details open" in page) is is_open
    assert "is checked" not in browser.get("/signposts?said=verified&line=<b>").text


@pytest.mark.parametrize(("days", "told"), [(0, "today"), (1, "yesterday"), (2, "2 days ago")])
def test_how_long_ago_a_line_was_checked_is_in_words(days: int, told: str) -> None:
    (row, *_) = signpost_files.load(settings_file()).rows
    assert Checked(row, date(2026, 3, 2), due=False).age(date(2026, 3, 2 + days)) == told
