"""Where a service is: a place that nobody could have meant is refused, and none is taken for another."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.safety.places import Place, place_from
from bot.safety.signposts import registry
from bot.settings import SettingsError, load


def service_with(folder: Path, words: str) -> Path:
    file = folder / "service.yml"
    file.write_text(words, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("country: UK", "write GB for the United Kingdom"),
        ("country: United Kingdom", "country in service.yml must be two letters"),
        ("country: NO", "country in service.yml must be two letters"),  # YAML reads a no
        ("country: 44", "country in service.yml must be two letters"),
        ("area: Englnd", "area in service.yml must be England, Scotland, Wales, Northern Ireland"),
        ("{country: gb, area: London}", "area in service.yml must be"),
        ("{country: FR, area: England}", "area in service.yml is of the United Kingdom, and country is FR"),
    ],
)
def test_a_place_that_cannot_be_is_refused_in_a_sentence(tmp_path: Path, words: str, why: str) -> None:
    with pytest.raises(SettingsError, match=why):
        load({}, service_with(tmp_path, words))


@pytest.mark.parametrize(
    ("words", "country", "area"),
    [
        ("country: gb", "GB", ""),
        ("area: northern ireland", "GB", "Northern Ireland"),
        ('country: ""', "", ""),
        ("country:", "", ""),
        ("{country: DE, area: Bayern}", "DE", "Bayern"),
    ],
)
def test_a_place_is_read_as_it_was_meant(tmp_path: Path, words: str, country: str, area: str) -> None:
    service = load({}, service_with(tmp_path, words)).service
    assert (service.country, service.area) == (country, area)


@pytest.mark.parametrize(("country", "area"), [("FR", "England"), ("", "Wales"), ("US", "Scotland")])
def test_an_area_never_stands_beside_the_lines_of_another_country(country: str, area: str) -> None:
    assert registry(country, area).area == ""


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("GB/Wales", Place("GB", "Wales")),
        ("/", Place()),
        ("US/", Place("US")),
        ("uk/England", Place()),
        ("GB/Englnd", Place("GB")),
        ("<b>/England", Place()),
        ("England", None),
        (7, None),
    ],
)
def test_a_choice_that_is_no_place_counts_as_an_unknown_one(key: object, place: Place | None) -> None:
    assert place_from(key) == place
