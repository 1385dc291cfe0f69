"""The meaning half of the second vote: its training, and that nothing in it can bring silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.encoder import encoder, tuning, wordpieces
from bot.safety import cues, meaning, train
from bot.safety.messages.lines import training
from bot.safety.units import MOST_READ, to_read
from bot.safety.votes import Heard
from tests.untuned import TEXTS, untuned_encoder, write_broken


@pytest.fixture
def anew() -> Iterator[None]:
    """What was read before is forgotten, before and after."""
    meaning.reader.cache_clear()
    yield
    meaning.reader.cache_clear()


@pytest.fixture(scope="module")
def made() -> encoder.Encoder:
    return untuned_encoder()


def test_what_guard_detector_and_policy_ask_is_summed_once(
    made: encoder.Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    summed: list[object] = []
    sums = encoder.Encoder.votes
    monkeypatch.setattr(encoder.Encoder, "votes", lambda self, texts: summed.append(texts) or sums(self, texts))
    heard = [Heard("none", (0.0, 0.0))]
    first = meaning.with_meaning(heard, TEXTS[:1], made)
    assert meaning.with_meaning(heard, TEXTS[:1], made) == first
    assert len(summed) == 1
    trained_again = replace(made, offsets=made.offsets + 1)
    assert meaning.with_meaning(heard, TEXTS[:1], trained_again) != first
    assert len(summed) == 2


@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize("damage", ["missing", "cut", "changed", "empty"])
def test_words_vote_alone_where_the_encoder_is_broken(
    damage: str, made: encoder.Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "encoder"
    write_broken(path, made, damage)
    monkeypatch.setattr(meaning, "FILE", path)
    assert not cues.meaning_available()
    assert cues.screen("I want to kill myself").response == "card"
    assert cues.screen("I want to walk more").response == "none"


def test_words_vote_alone_where_the_numbers_are_broken(made: encoder.Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = replace(made, heads=np.full_like(made.heads, np.nan))
    monkeypatch.setattr(meaning, "reader", lambda _: broken)
    assert cues.screen("I want to kill myself").response == "card"
    assert cues.screen("I want to walk more").response == "none"


@pytest.mark.usefixtures("anew")
def test_an_encoder_of_another_training_is_not_asked() -> None:
    assert meaning.reader("another version") is None


def test_without_the_package_training_goes_on_with_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tuning.untuned.cache_clear()
    monkeypatch.setattr(tuning, "KNOWN", "another")
    examples = [train.example(message) for message in training()[::200]]
    trained = train.train(examples, train.lower_layers(examples))
    tuning.untuned.cache_clear()
    assert trained.meaning is None
    assert "words' half alone" in capsys.readouterr().err


def test_two_tunings_give_the_same_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(train, "EPOCHS", 1)
    examples = [train.example(message) for message in training()[::150]]
    lower = train.lower_layers(examples)
    first, second = (train.train(examples, lower).meaning for _ in range(2))
    assert first is not None
    assert second is not None
    assert first.votes(TEXTS) == second.votes(TEXTS)


def test_the_whole_is_read_first_then_what_speaks_loudest_while_the_time_allows() -> None:
    assert to_read([10, 5, 5], [0.0, -1.0, 2.0]) == [0, 2, 1]
    assert to_read([40, MOST_READ - 40, 5], [0.0, -1.0, 2.0]) == [0, 2]
    assert to_read([wordpieces.LONGEST, 5, 4], [0.0, 1.0, 2.0]) == [2, 1]
