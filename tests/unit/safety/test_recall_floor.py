"""A change that hears fewer cues, or more false ones, than was frozen fails here. Lines are named by id."""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from bot.safety.messages.lines import fresh
from bot.safety.report import Outcome, screened, share

FROZEN = yaml.safe_load((Path(__file__).parent / "frozen_shares.yml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def measured() -> dict[str, list[Outcome]]:
    """The messages kept aside, which the detector under test was not trained on. Out of fold: `make safety-report`."""
    return {"fresh": screened(fresh())}


def noise(frozen: float, messages: int) -> float:
    """What chance alone may change, for a share near the edge too."""
    return 1.96 * math.sqrt(max(frozen * (1 - frozen), 0.01) / messages)


@pytest.mark.parametrize("name", sorted(FROZEN))
def test_recall_has_not_fallen_and_false_cards_have_not_risen(name: str) -> None:
    frozen = FROZEN[name]
    crisis = share(outcome for outcome in measured()[name] if outcome.message.label == "crisis")
    safe = share(outcome for outcome in measured()[name] if outcome.message.label == "safe")
    heard = (crisis.cards + crisis.asks) / crisis.messages
    assert crisis.cards / crisis.messages >= frozen["card"] - noise(frozen["card"], crisis.messages)
    assert heard >= frozen["card_or_ask"] - noise(frozen["card_or_ask"], crisis.messages)
    assert safe.cards / safe.messages <= frozen["false_card"] + noise(frozen["false_card"], safe.messages)
