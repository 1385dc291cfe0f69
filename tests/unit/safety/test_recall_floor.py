"""A change that hears fewer cues, or more false ones, than was frozen fails here. Lines are named by id."""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from bot.safety.messages.lines import fresh, training
from bot.safety.report import Outcome, out_of_fold, screened, share

FROZEN = yaml.safe_load((Path(__file__).parent / "frozen_shares.yml").read_text(encoding="utf-8"))


FOLDS = (0,)  # training for one of the folds is enough to notice, and takes minutes less than for all


@lru_cache(maxsize=1)
def measured() -> dict[str, list[Outcome]]:
    known = out_of_fold(training(), FOLDS)
    written = [outcome for outcome in known if outcome.message.id.startswith("functional")]
    rest = [outcome for outcome in known if not outcome.message.id.startswith("functional")]
    return {"training": rest, "functional": written, "fresh": screened(fresh())}


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
