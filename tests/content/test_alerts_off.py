"""While alerts are off, nothing that a person reads says or suggests that anybody sees that a card was shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from bot.alert_words import key_for
from bot.settings import ROOT

# Said only where alerts are on: in place of another text, or as a part of one that bot.safety.card chooses.
ONLY_ON = re.compile(r"utter_support_(told_|team$)")
ABOUT_SHARING = frozenset(
    {"utter_edit_line_share"}
)  # that the team sees an item of the plan, which is theirs to choose
SUGGESTS = re.compile(
    r"(?:team|staff|somebody|someone|anybody|nurse|worker)\b[^.?!]{0,40}\b(?:may|might|will|can|could|is going to)"
    r" (?:still )?(?:see (?:it|this|that)\b(?! screen)|read (?:it|this)|be told|know about it|be in touch|contact you"
    r"|ring you|call you|reach you|get back to you|look (?:at|into) it)"
    r"|next at work|has been alerted|is on (?:the|its) way",
    re.IGNORECASE,
)


def responses() -> list[tuple[str, str]]:
    """Key and text of everything that is said while alerts are off."""
    found: list[tuple[str, str]] = []
    for file in sorted((ROOT / "data" / "responses").glob("*.yml")):
        for key, wordings in yaml.safe_load(file.read_text(encoding="utf-8"))["responses"].items():
            found += [(key, wording["text"]) for wording in wordings]
    replacing = {key_for(key, alerts_on=True) for key, _ in found if key_for(key, alerts_on=True) != key}
    return [(key, text) for key, text in found if key not in replacing and not ONLY_ON.match(key)]


def pages() -> list[Path]:
    """What the web process shows to people, without what it shows to staff."""
    web = ROOT / "bot" / "web"
    found = [*(web / "templates").rglob("*.html"), *(web / "static").rglob("*.js"), *(web / "widget").rglob("*.js")]
    found += [
        web / "widget" / "words.json",
        *(web / "mine" / f"{name}.py" for name in ("titles", "readable", "take_away")),
    ]
    return [page for page in found if "staff" not in page.parts]


@pytest.mark.parametrize(("key", "text"), responses())
def test_no_text_suggests_that_anybody_will_see_it(key: str, text: str) -> None:  # noqa: ARG001 (it names the case)
    assert not SUGGESTS.search(text)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_no_page_suggests_that_anybody_will_see_it(page: Path) -> None:
    assert not SUGGESTS.search(" ".join(re.sub(r"<[^>]+>", " ", page.read_text(encoding="utf-8")).split()))


@pytest.mark.parametrize(
    "text",
    [
        "Your team may see this when they are next at work.",
        "Someone will contact you.",
        "A nurse will be in touch.",
        "Staff can read it.",
    ],
)
def test_what_suggests_it_is_recognised(text: str) -> None:
    assert SUGGESTS.search(text)
