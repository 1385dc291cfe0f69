"""The colours of tokens.css, pair by pair in all four themes: contrast as WCAG 2.2 counts it. No browser is needed."""

from __future__ import annotations

import re

import pytest

from bot.web.widget import STATIC

CSS = re.sub(r"/\*.*?\*/", "", (STATIC / "tokens.css").read_text(encoding="utf-8"), flags=re.DOTALL)
AAA, AA, EDGE = 7.0, 4.5, 3.0
PAGES = ("paper", "surface", "sunk")
BODY = [("ink", page) for page in PAGES] + [("ink-soft", page) for page in PAGES]
TINTED = [("on-mine", "mine"), ("on-support-tint", "support-tint"), ("on-action-tint", "action-tint")]
TEXT = [
    *((name, page) for name in ("action", "action-strong", "support", "support-strong") for page in PAGES),
    ("on-action", "action"), ("on-action", "action-strong"), ("on-support", "support"),
    ("on-support", "support-strong"), ("support", "support-tint"), ("on-action-tint", "action-tint"),
]  # fmt: skip
EDGES = [
    *(("edge", page) for page in PAGES), *(("action", page) for page in PAGES), ("support", "support-tint"),
    *(("focus", page) for page in PAGES), ("focus", "focus-gap"), ("mine-mark", "mine"), ("mine-mark", "surface"),
]  # fmt: skip


def blocks() -> dict[str, dict[str, str]]:
    """The colours of each block of the sheet, by its selector and the question that stands around it."""
    found: dict[str, dict[str, str]] = {}
    asked = ""
    for match in re.finditer(r"(@media[^{]+)\{|([^{}]+)\{([^{}]*)\}|\}", CSS):
        if match[1]:
            asked = match[1].strip()
        elif match[2]:
            colours = dict(re.findall(r"--c-([\w-]+):\s*(#[0-9A-Fa-f]{6})", match[3]))
            found[f"{asked} {match[2].strip()}".strip()] = colours
        else:
            asked = ""
    return found


BLOCKS = blocks()
LIGHT = BLOCKS[":root"]
THEMES = {
    "light": LIGHT,
    **{name: {**LIGHT, **BLOCKS[f':root[data-theme="{name}"]']} for name in ("dark", "contrast", "contrast-dark")},
}
BY_DEVICE = {
    "dark": "@media (prefers-color-scheme: dark)",
    "contrast": "@media (prefers-contrast: more)",
    "contrast-dark": "@media (prefers-contrast: more) and (prefers-color-scheme: dark)",
}


def light_of(colour: str) -> float:
    """Relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((light_of(one), light_of(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_the_measure_is_the_one_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("pairs", "least"), [(BODY + TINTED, AAA), (TEXT, AA), (EDGES, EDGE)], ids=["body", "other text", "edges"]
)
def test_every_pair_of_colours_is_told_apart(theme: str, pairs: list[tuple[str, str]], least: float) -> None:
    colours = THEMES[theme]
    found = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in found.items() if ratio < least} == {}


@pytest.mark.parametrize("theme", BY_DEVICE)
def test_a_theme_that_the_device_asks_for_is_the_one_that_a_site_can_set(theme: str) -> None:
    assert BLOCKS[f"{BY_DEVICE[theme]} :root:not([data-theme])"] == BLOCKS[f':root[data-theme="{theme}"]']


def test_every_theme_names_every_colour() -> None:
    assert {name: set(LIGHT) - set(BLOCKS[f':root[data-theme="{name}"]']) for name in BY_DEVICE} == {
        name: set() for name in BY_DEVICE
    }
