"""Sentence vectors: near meanings lie near each other, and a text has one vector."""

from __future__ import annotations

import numpy as np

from bot.understanding.vectors import WIDTH, vectors


def test_near_meanings_lie_nearer_than_far_ones() -> None:
    one, near, far = vectors().of(["please delete my data", "wipe all that you have about me", "the bus was late"])
    assert one @ near > one @ far


def test_a_vector_has_length_one_whatever_the_text() -> None:
    made = vectors().of(["", "?", "如何", "a " * 500, "hello"])
    assert made.shape == (5, WIDTH)
    assert np.allclose(np.linalg.norm(made, axis=1), 1, atol=1e-5)


def test_the_same_text_has_the_same_vector() -> None:
    assert np.array_equal(vectors().of(["are you real"]), vectors().of(["are you real"]))
