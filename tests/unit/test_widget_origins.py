"""Which sites may hold the widget: whole addresses without a path, and nothing that could be more than one site."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import SettingsError, load


def service(tmp_path: Path, written: str) -> Path:
    file = tmp_path / "service.yml"
    file.write_text(written, encoding="utf-8")
    return file


def test_named_sites_are_read(tmp_path: Path) -> None:
    written = "widget_origins:\n  - https://www.service.example\n  - http://127.0.0.1:8002\n"
    found = load({}, service(tmp_path, written)).service.widget_origins
    assert found == ("https://www.service.example", "http://127.0.0.1:8002")


@pytest.mark.parametrize("written", ["", "widget_origins:\n", "widget_origins: []\n"])
def test_none_are_named_at_first(tmp_path: Path, written: str) -> None:
    assert load({}, service(tmp_path, written)).service.widget_origins == ()


@pytest.mark.parametrize(
    "origin",
    [
        "*", "null", "https://*.service.example", "http://www.service.example", "https://service.example/",
        "https://service.example/path", "service.example", "javascript:x", "https://a b", "7",
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_a_sentence(tmp_path: Path, origin: str) -> None:
    with pytest.raises(SettingsError, match="widget_origins"):
        load({}, service(tmp_path, f"widget_origins:\n  - '{origin}'\n"))


def test_one_address_that_is_no_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="must be a list"):
        load({}, service(tmp_path, "widget_origins: https://www.service.example\n"))
