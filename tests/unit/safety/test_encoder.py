"""The meaning half of the second vote: its sums, its files, its training, and that nothing in it can bring silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.safety import cues, encoder, layers, meaning, onnx_arrays, train, tuning, wordpieces
from bot.safety.messages.lines import training
from bot.safety.units import MOST_READ, to_read
from bot.safety.votes import Heard

TEXTS = [wordpieces.numbers((text,)) for text in ("i want to walk more", "no", "my sister , my dog and the sea")]


@pytest.fixture
def anew() -> Iterator[None]:
    """What was read before is forgotten, before and after."""
    for kept in (meaning.reader, encoder.encoder):
        kept.cache_clear()
    yield
    for kept in (meaning.reader, encoder.encoder):
        kept.cache_clear()


@pytest.fixture(scope="module")
def made() -> encoder.Encoder:
    """The encoder before any tuning, with heads of its own."""
    embeddings, frozen = tuning.untuned()
    heads = np.random.default_rng(1).normal(size=(layers.WIDTH, 2)).astype(np.float32)
    return encoder.Encoder("a version", embeddings, frozen, heads, np.zeros(2, dtype=np.float32))


def test_the_layers_of_training_are_those_that_screen(made: encoder.Encoder) -> None:
    below = tuning.below(TEXTS)
    x, there = made.embeddings(TEXTS)
    for layer in made.layers[: tuning.FROZEN]:
        x = layers.forward(x, encoder.blind(there), layer)
    for row, found in enumerate(below):
        assert np.allclose(found, x[row, : len(found)], atol=1e-4)


def test_padding_changes_nothing(made: encoder.Encoder) -> None:
    alone = [made.votes([text])[0] for text in TEXTS]
    assert np.allclose(made.votes(TEXTS), alone, atol=1e-4)


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


def test_a_contraction_is_read_as_it_is_usually_written() -> None:
    known = wordpieces.pieces()
    numbers, asked = wordpieces.numbers(("i dont want to",))
    assert numbers == tuple(known[piece] for piece in ("[CLS]", "i", "don", "'", "t", "want", "to", "[SEP]"))
    assert asked == 0


def test_a_question_stands_before_the_answer_and_nothing_is_longer_than_allowed() -> None:
    numbers, asked = wordpieces.numbers(("word " * 500,), "what helps you cope?")
    assert len(numbers) == wordpieces.LONGEST
    assert numbers[asked - 1] == numbers[-1] == wordpieces.pieces()["[SEP]"]


def test_an_encoder_reads_back_as_it_was_written(made: encoder.Encoder, tmp_path: Path) -> None:
    encoder.write(tmp_path / "one", made)
    assert encoder.read(tmp_path / "one").votes(TEXTS) == made.votes(TEXTS)


@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize("damage", ["missing", "cut", "changed", "empty"])
def test_words_vote_alone_where_the_encoder_is_broken(
    damage: str, made: encoder.Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "encoder"
    if damage != "missing":
        encoder.write(path, made)
        content = path.read_bytes()
        changed = content[:-500] + bytes(byte ^ 1 for byte in content[-500:])
        path.write_bytes({"cut": content[:-1000], "changed": changed, "empty": b""}[damage])
    monkeypatch.setattr(encoder, "FILE", path)
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


def test_a_file_that_is_no_onnx_file_is_refused() -> None:
    with pytest.raises(onnx_arrays.OnnxError):
        onnx_arrays.arrays(b"\x3a\xff\xff\xff\xff\x0fnothing")


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
    monkeypatch.setattr(tuning, "EPOCHS", 1)
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
