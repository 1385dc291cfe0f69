"""The support texts as tests look at them: every text, every family, every place."""

from __future__ import annotations

import re

import yaml

from bot.safety import card
from bot.safety.card import Around, support_message

PLACES = [
    ("GB", "England"), ("GB", "Wales"), ("GB", "Scotland"), ("GB", "Northern Ireland"), ("GB", ""),
    ("IE", ""), ("US", ""), ("AU", ""), ("NZ", ""), ("CA", ""), ("", ""), ("FR", ""),
]  # fmt: skip
FAMILIES = [
    "wish_to_die", "passive", "plan", "self_harm", "overdose", "unsafe", "harm_others", "voices", "abuse", "child",
    "eating", "substance", "someone_else", "unclear", "end", "under_age",
]  # fmt: skip
RESPONSES = yaml.safe_load(card.FILE.read_text(encoding="utf-8"))["responses"]
TEXTS = [(key, turn) for key, wordings in RESPONSES.items() for turn in range(len(wordings))]
ALERTS_ON = Around(team_hours="Monday to Friday, 9 to 5", told=True)
CALMING = re.compile(r"breath|sips|cold|warm|naming|walk away|distance|move away|unlock|stay with|open the door", re.I)


def show(
    layout: str, family: str, place: tuple[str, str], before: int = 0, around: Around = ALERTS_ON
) -> card.SupportMessage:
    return support_message(layout, (family,), country=place[0], area=place[1], shown_before=before, around=around)
