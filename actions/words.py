"""The words in data/responses as the actions need them: labels of answers, and lines filled with the person's words."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.alert_words import key_for
from bot.coaching.controls import Control, Request, read_control
from bot.coaching.draft import Say
from bot.coaching.guide import Guide
from bot.settings import ROOT, settings


class Words:
    """Everything the assistant says, by key. Raises KeyError for a key that has no words."""

    def __init__(self, responses: Mapping[str, list[dict[str, Any]]], *, alerts_on: bool = False) -> None:
        self._responses = responses
        self._alerts_on = alerts_on

    def labels(self, guide: Guide) -> dict[str, tuple[str, ...]]:
        """What each question offers, in the order in which it is shown, and what each line is called, by their keys.

        A button that takes the longer way is a control and no answer.
        """
        return self._offered(guide) | self._called(guide)

    def _called(self, guide: Guide) -> dict[str, tuple[str, ...]]:
        """By the key of a line the names before its words: "Who could help: {helper}"."""
        before = {line.words: str(self._responses[line.words][0]["text"]).partition("{")[0] for line in guide.lines}
        return {
            key: tuple(name.strip().lower() for name in words.rstrip(": ").split(", or "))
            for key, words in before.items()
            if words.endswith(": ")
        }

    def _offered(self, guide: Guide) -> dict[str, tuple[str, ...]]:
        return {
            step.id: tuple(
                button["title"]
                for button in self._responses[guide.key(step)][0]["buttons"]
                if read_control(button["title"]) != Request(Control.LONGER)
            )
            for step in guide.steps
            if step.choices
        }

    def __contains__(self, key: str) -> bool:
        """Whether there are words under this key."""
        return key in self._responses

    def fill(self, key: str, values: Mapping[str, str]) -> str:
        """The text under a key, with its places filled. For lines and names, which have one wording only."""
        return str(self._responses[key][0]["text"]).format(**values)

    def listed(self, say: Say) -> str:
        """The lines of a saying, one below the other."""
        return "\n".join(self.fill(key, values) for key, values in say.lines)

    def numbered(self, say: Say) -> str:
        """The lines of a saying, numbered from 1."""
        return "\n".join(f"{number}. {self.fill(key, values)}" for number, (key, values) in enumerate(say.lines, 1))

    def text_id(self, key: str) -> str:
        """Which wording of a text this is: its key and a mark of its content, for the record."""
        said = key_for(key, alerts_on=self._alerts_on)
        digest = hashlib.sha256(str(self._responses[said][0]["text"]).encode()).hexdigest()
        return f"{said}@{digest[:8]}"


def load(folder: Path, *, alerts_on: bool = False) -> Words:
    """All words under a folder of response files."""
    responses: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(folder.glob("*.yml")):
        responses.update(yaml.safe_load(path.read_text(encoding="utf-8"))["responses"])
    return Words(responses, alerts_on=alerts_on)


@lru_cache(maxsize=1)
def words() -> Words:
    """The words of this installation, read once."""
    return load(ROOT / "data" / "responses", alerts_on=settings().service.alerts_on)
