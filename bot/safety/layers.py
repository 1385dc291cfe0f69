"""One layer of a sentence encoder, forwards and backwards, in plain numpy: attention, a wider step, a norm for each.

The shape is BERT's (Devlin et al. 2019). Pure arithmetic: it must know nothing of messages, files or thresholds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[np.floating[Any]]]
Parameters = Mapping[str, Array]
Drop = Callable[[tuple[int, ...]], Array]

WIDTH, HEADS = 384, 12
EACH = WIDTH // HEADS
NAMES = ("qkv", "qkv_bias", "out", "out_bias", "norm1", "norm1_bias", "wide", "wide_bias", "back", "back_bias",
         "norm2", "norm2_bias")  # fmt: skip
_TINY = np.float32(1e-12)
_CURVE, _CUBE = np.float32(1.5957691), np.float32(0.044715)


@dataclass(frozen=True)
class Kept:
    """What the way back needs of the way there. Rows are tokens."""

    rows: Array
    query: Array
    key: Array
    value: Array
    attention: Array
    heard: Array
    middle: Array
    norm1: tuple[Array, Array]
    before_curve: Array
    gate: Array
    curved: Array
    norm2: tuple[Array, Array]
    dropped: tuple[Array | None, Array | None]


def forward(x: Array, blind: Array, p: Parameters, drop: Drop | None = None) -> tuple[Array, Kept]:
    """The layer's output for `x` (messages × tokens × width). `blind` is 0 for a token and -1e9 for padding."""
    messages, tokens, _ = x.shape
    rows = x.reshape(-1, WIDTH)
    parts = (rows @ p["qkv"] + p["qkv_bias"]).reshape(messages, tokens, 3, HEADS, EACH).transpose(2, 0, 3, 1, 4)
    query, key, value = (np.ascontiguousarray(part) for part in parts)
    query *= np.float32(EACH**-0.5)
    attention = _softmax(query @ key.transpose(0, 1, 3, 2) + blind[:, None, None, :])
    heard = np.ascontiguousarray((attention @ value).transpose(0, 2, 1, 3)).reshape(-1, WIDTH)
    said = heard @ p["out"] + p["out_bias"]
    first = drop(said.shape) if drop else None
    if first is not None:
        said *= first
    middle, norm1 = _norm(rows + said, p["norm1"], p["norm1_bias"])
    before = middle @ p["wide"] + p["wide_bias"]
    gate = _gate(before)
    curved = before * gate
    made = curved @ p["back"] + p["back_bias"]
    second = drop(made.shape) if drop else None
    if second is not None:
        made *= second
    result, norm2 = _norm(middle + made, p["norm2"], p["norm2_bias"])
    kept = Kept(rows, query, key, value, attention, heard, middle, norm1, before, gate, curved, norm2, (first, second))
    return result.reshape(x.shape), kept


def backward(upstream: Array, kept: Kept, p: Parameters) -> tuple[Array, dict[str, Array]]:
    """The gradient for the layer's input and for each of its parameters."""
    shape, found = upstream.shape, {}
    first, second = kept.dropped
    middle_up, found["norm2"], found["norm2_bias"] = _norm_back(upstream.reshape(-1, WIDTH), kept.norm2, p["norm2"])
    made_up = middle_up if second is None else middle_up * second
    found["back"], found["back_bias"] = kept.curved.T @ made_up, made_up.sum(0)
    before_up = made_up @ p["back"].T
    before_up *= _gate_slope(kept.before_curve, kept.gate)
    found["wide"], found["wide_bias"] = kept.middle.T @ before_up, before_up.sum(0)
    middle_up = middle_up + before_up @ p["wide"].T
    rows_up, found["norm1"], found["norm1_bias"] = _norm_back(middle_up, kept.norm1, p["norm1"])
    said_up = rows_up if first is None else rows_up * first
    found["out"], found["out_bias"] = kept.heard.T @ said_up, said_up.sum(0)
    parts_up = _attention_back(said_up @ p["out"].T, kept, shape)
    found["qkv"], found["qkv_bias"] = kept.rows.T @ parts_up, parts_up.sum(0)
    return (rows_up + parts_up @ p["qkv"].T).reshape(shape), found


def _attention_back(heard_up: Array, kept: Kept, shape: tuple[int, ...]) -> Array:
    messages, tokens, _ = shape
    up = np.ascontiguousarray(heard_up.reshape(messages, tokens, HEADS, EACH).transpose(0, 2, 1, 3))
    value_up = kept.attention.transpose(0, 1, 3, 2) @ up
    weight_up = up @ kept.value.transpose(0, 1, 3, 2)
    weight_up -= (weight_up * kept.attention).sum(-1, keepdims=True)
    weight_up *= kept.attention
    query_up = (weight_up @ kept.key) * np.float32(EACH**-0.5)
    key_up = weight_up.transpose(0, 1, 3, 2) @ kept.query
    together = np.stack([query_up, key_up, value_up]).transpose(1, 3, 0, 2, 4)
    return np.ascontiguousarray(together).reshape(messages * tokens, 3 * WIDTH)


def _softmax(x: Array) -> Array:
    x -= x.max(-1, keepdims=True)
    np.exp(x, out=x)
    x /= x.sum(-1, keepdims=True)
    return x


def _norm(x: Array, gain: Array, bias: Array) -> tuple[Array, tuple[Array, Array]]:
    x -= x.mean(-1, keepdims=True)
    scale = 1 / np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] / np.float32(WIDTH) + _TINY)
    x *= scale
    return x * gain + bias, (x, scale)


def _norm_back(up: Array, kept: tuple[Array, Array], gain: Array) -> tuple[Array, Array, Array]:
    flat, scale = kept
    gain_up, bias_up = (up * flat).sum(0), up.sum(0)
    inner = up * gain
    inner -= inner.mean(-1, keepdims=True)
    inner -= flat * (np.einsum("ij,ij->i", inner, flat)[:, None] / np.float32(WIDTH))
    inner *= scale
    return inner, gain_up, bias_up


def _gate(x: Array) -> Array:
    """GELU is x times this gate (its usual close form)."""
    inner = x * x
    inner *= _CUBE
    inner += 1
    inner *= x
    inner *= -_CURVE
    np.clip(inner, -60, 60, out=inner)
    np.exp(inner, out=inner)
    inner += 1
    np.reciprocal(inner, out=inner)
    return inner


def _gate_slope(x: Array, gate: Array) -> Array:
    slope = x * x
    slope *= 3 * _CUBE
    slope += 1
    slope *= _CURVE
    slope *= x
    slope *= gate
    slope *= 1 - gate
    slope += gate
    return slope
