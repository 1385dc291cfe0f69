"""The stock project to compare with: what `rasa init` makes, on an SQLite tracker, with a one-slot form.

It is trained once and kept in .cache/stock. Its form's validation action answers at once and asks again, so that each
turn calls the action server and the session stays in a form, as Cairn's does.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.run import ENVIRONMENT
from bot.settings import ROOT

FOLDER = ROOT / ".cache" / "stock"
TIMES = FOLDER / "training.json"
MODEL = FOLDER / "models" / "stock.tar.gz"

FORM_DOMAIN: dict[str, Any] = {
    "intents": ["begin_form"],
    "slots": {
        "words": {
            "type": "text",
            "influence_conversation": False,
            "mappings": [{"type": "from_text", "conditions": [{"active_loop": "one_form", "requested_slot": "words"}]}],
        }
    },
    "forms": {"one_form": {"required_slots": ["words"]}},
    "actions": ["validate_one_form"],
    "responses": {"utter_ask_words": [{"text": "What would you like to say?"}]},
}
FORM_DATA: dict[str, Any] = {
    "version": "3.1",
    "nlu": [
        {
            "intent": "begin_form",
            "examples": "- begin the form\n- start the form\n- I want to fill in the form\n- form please\n",
        }
    ],
    "rules": [
        {"rule": "begin", "steps": [{"intent": "begin_form"}, {"action": "one_form"}, {"active_loop": "one_form"}]}
    ],
}
ACTIONS = """
from rasa_sdk import FormValidationAction


class ValidateOneForm(FormValidationAction):
    def name(self):
        return "validate_one_form"

    def validate_words(self, value, dispatcher, tracker, domain):
        return {"words": None}
"""


@dataclass(frozen=True)
class Training:
    """What a training cost, in seconds."""

    wall: float
    processor: float


def training() -> Training:
    """What the stock project's training cost, made and trained first if it is not there yet."""
    if not (MODEL.exists() and TIMES.exists()):
        _make()
        command = [sys.executable, "-m", "rasa", "train", "--out", str(MODEL.parent), "--fixed-model-name", "stock"]
        cost = train(command, FOLDER, FOLDER / "training.log")
        TIMES.write_text(json.dumps({"wall": cost.wall, "processor": cost.processor}))
    return Training(**json.loads(TIMES.read_text()))


def train(command: Sequence[str], project: Path, log: Path, cache: Path | None = None) -> Training:
    """What a command costs that trains a project from nothing. Raises CalledProcessError."""
    environment = quiet_environment() | ({"RASA_CACHE_DIRECTORY": str(cache)} if cache else {})
    began, used = time.monotonic(), _children()
    with log.open("wb") as output:
        subprocess.run(command, cwd=project, env=environment, stdout=output, stderr=subprocess.STDOUT, check=True)
    return Training(round(time.monotonic() - began, 1), round(_children() - used, 1))


def quiet_environment() -> dict[str, str]:
    """The environment of both projects' processes: few warnings, no reports, logs at WARNING."""
    return {**os.environ, **ENVIRONMENT, "LOG_LEVEL": "WARNING"}


def _make() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    scaffold = "from rasa.cli.scaffold import create_initial_project; create_initial_project('.')"
    subprocess.run([sys.executable, "-c", scaffold], cwd=FOLDER, env=quiet_environment(), check=True)
    domain = yaml.safe_load((FOLDER / "domain.yml").read_text())
    for key, added in FORM_DOMAIN.items():
        domain[key] = domain.get(key, []) + added if isinstance(added, list) else domain.get(key, {}) | added
    (FOLDER / "domain.yml").write_text(yaml.safe_dump(domain, sort_keys=False))
    (FOLDER / "data" / "form.yml").write_text(yaml.safe_dump(FORM_DATA, sort_keys=False))
    (FOLDER / "actions" / "actions.py").write_text(ACTIONS)
    (FOLDER / "credentials.yml").write_text("rest:\n")


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
