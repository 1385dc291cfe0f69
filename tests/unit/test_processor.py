"""Numpy's sums are told of a processor that they would take for an old one, and of no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.processor import SETTING, core_type, name_it

NEW = "vendor_id\t: GenuineIntel\nflags\t\t: fpu sse avx avx2 fma avx512f amx_tile\n"


@pytest.mark.parametrize(
    ("described", "kind"),
    [
        (NEW, "Haswell"),
        (NEW.replace("amx_tile", "avx_vnni"), "Haswell"),
        (NEW.replace("amx_tile", ""), ""),
        (NEW.replace("avx2 ", ""), ""),
        (NEW.replace("GenuineIntel", "AuthenticAMD"), ""),
        ("", ""),
    ],
)
def test_a_processor_is_named_only_where_it_is_too_new(described: str, kind: str) -> None:
    assert core_type(described) == kind


def test_what_somebody_has_set_stands(tmp_path: Path) -> None:
    (tmp_path / "cpuinfo").write_text(NEW, encoding="utf-8")
    environment: dict[str, str] = {}
    name_it(environment, tmp_path / "cpuinfo")
    assert environment == {SETTING: "Haswell"}
    chosen = {SETTING: "Zen"}
    name_it(chosen, tmp_path / "cpuinfo")
    assert chosen == {SETTING: "Zen"}


def test_a_machine_that_says_nothing_of_its_processor_is_left_alone(tmp_path: Path) -> None:
    environment: dict[str, str] = {}
    name_it(environment, tmp_path / "nothing")
    assert environment == {}
