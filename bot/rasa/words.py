"""The guard's own words, read from data/responses/guard.yml when the process starts, so that they need no model."""

from __future__ import annotations

import yaml

from bot.settings import ROOT

FILE = ROOT / "data" / "responses" / "guard.yml"
_RESPONSES = yaml.safe_load(FILE.read_text(encoding="utf-8"))["responses"]


def too_long() -> str:
    """Said to a message that is longer than one message may be."""
    return str(_RESPONSES["utter_too_long"][0]["text"])
