"""The documentation is complete: every setting, command, target and link has its place, and leads somewhere."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from bot.cli import app
from bot.run import parts
from bot.settings import ROOT, Service, Settings

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
RUNNING = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("setting", [field.name for field in fields(Settings) if field.name != "service"])
def test_every_setting_is_explained_to_who_runs_cairn(setting: str) -> None:
    assert f"`CAIRN_{setting.upper()}`" in RUNNING


def test_the_example_names_every_value_of_a_service_and_changes_none() -> None:
    example = (ROOT / "service.example.yml").read_text(encoding="utf-8")

    assert Service(**yaml.safe_load(example)) == Service()
    for field in fields(Service):
        assert re.search(rf"^(# )?{field.name}:", example, re.MULTILINE), field.name


def test_every_process_is_explained_to_who_runs_cairn() -> None:
    for part in parts(Settings()):
        assert f"| {part.name} | `.venv/bin/python -m {part.module}` | {part.port} |" in RUNNING


COMMANDS = [info.callback.__name__ for info in app.registered_commands if info.callback] + [
    f"{group.name} {info.name or info.callback.__name__}"
    for group in app.registered_groups
    if group.typer_instance
    for info in group.typer_instance.registered_commands
    if info.callback
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_named(command: str) -> None:
    assert f"cairn {command}" in README + RUNNING


def test_every_target_is_explained_by_make_alone() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)

    assert phony
    for target in phony.group(1).split():
        assert re.search(rf"^{target}:.* ## \w", makefile, re.MULTILINE), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_no_page_contradicts_the_intended_purpose() -> None:
    assert "not for diagnosis,\ntreatment, monitoring or triage" in README
