"""The widget's script: small, kept by browsers, and with no number but those of the registry."""

from __future__ import annotations

import gzip
import json
import re

import pytest
from starlette.testclient import TestClient

from bot.safety.signposts import registry
from bot.settings import Service
from bot.web.messages import CONTROLS, TITLES
from bot.web.places import COUNTRIES
from bot.web.widget import HERE, PARTS, help_of, script_text

MOST_BYTES = 20_000  # packed
FIRST_LOAD = 60_000  # bytes of all that the first page needs


def test_the_widget_is_small(page: TestClient) -> None:
    script = page.get("/widget.js", headers={"Accept-Encoding": "gzip"})
    assert script.headers["content-encoding"] == "gzip"
    assert len(gzip.compress(script.text.encode(), mtime=0)) <= MOST_BYTES
    assert "\n//" not in script.text


def test_no_text_goes_on_in_another_line() -> None:
    """What stands before the words of a line is taken out, and a line that begins as a comment."""
    for part in PARTS:
        for line in (HERE / f"{part}.js").read_text(encoding="utf-8").split("\n"):
            assert line.count("`") % 2 == 0, line
            assert "/*" not in line, line


def test_a_browser_that_has_it_loads_it_once(page: TestClient) -> None:
    first = page.get("/widget.js")
    again = page.get("/widget.js", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert "stale-if-error" in first.headers["cache-control"]
    assert first.headers["cross-origin-resource-policy"] == "cross-origin"


def test_the_panel_holds_the_lines_of_every_place_and_the_services_own_first() -> None:
    found = help_of(Service(country="GB", area="Wales"))
    assert found[0]["name"] == "Wales"
    assert {place["name"] for place in found} >= {"England", "Scotland", *COUNTRIES.values()}
    dialled = {row["main"][1] for row in found[0]["rows"]}
    here = registry("GB", "Wales").role("danger", "talk", "listen")
    assert {f"tel:{row.channels['call'].dialled}" for row in here} <= dialled


def test_a_place_that_nobody_knows_has_no_numbers_of_another() -> None:
    assert "tel:" not in str(help_of(Service(country="XX"))[0])


def test_no_number_stands_in_the_parts_of_the_script() -> None:
    text = script_text(Service(country="XX"))
    parts = re.sub(r"const (LOOK|PLACES) = .*\n", "", text)
    assert not re.search(r"\b(999|111|116 ?123|988|85258)\b", parts)


def test_the_first_page_needs_little(page: TestClient) -> None:
    text = page.get("/").text
    parts = re.findall(r'(?:src|href)="(/(?:static|widget)[^"]+)"', text)
    sizes = [len(gzip.compress(page.get(part).content, mtime=0)) for part in parts]
    assert len(parts) >= 4
    assert sum(sizes) + len(text) < FIRST_LOAD


WORDS = json.loads((HERE / "words.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(WORDS))
def test_every_word_is_used_and_short(name: str) -> None:
    parts = "".join((HERE / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)
    assert f"WORDS.{name}" in parts or f'"{name}"' in parts
    for sentence in re.split(r"(?<=[.?!])\s", WORDS[name]):
        assert len(sentence.split()) < 20, sentence


def test_no_word_stands_in_the_parts_of_the_script() -> None:
    """What a person reads is in words.json, so that it can be reviewed, and said in another language."""
    parts = "".join((HERE / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)
    code = re.sub(r"//.*", "", parts)
    assert [text for text in re.findall(r'"([^"\n]*)"', code) if re.search(r"[A-Z][a-z]+ [a-z]+ [a-z]+", text)] == []


def test_a_button_is_called_the_same_with_and_without_script() -> None:
    assert {name: WORDS[name] for name in CONTROLS} == {name: TITLES[name] for name in CONTROLS}
    assert WORDS["report"] == TITLES["report a problem"]
