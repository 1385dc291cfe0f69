"""The sentence encoder: its sums, its files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.encoder import encoder, layers, onnx_arrays, tuning, wordpieces
from tests.untuned import TEXTS, untuned_encoder, write_broken


@pytest.fixture(scope="module")
def made() -> encoder.Encoder:
    return untuned_encoder()


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


def test_a_file_that_is_no_onnx_file_is_refused() -> None:
    with pytest.raises(onnx_arrays.OnnxError):
        onnx_arrays.arrays(b"\x3a\xff\xff\xff\xff\x0fnothing")


@pytest.mark.parametrize("damage", ["missing", "cut", "changed", "empty"])
def test_a_broken_file_is_refused(damage: str, made: encoder.Encoder, tmp_path: Path) -> None:
    path = tmp_path / "encoder"
    write_broken(path, made, damage)
    with pytest.raises((OSError, ValueError)):
        encoder.read(path)
