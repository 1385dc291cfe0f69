"""One layer of a sentence encoder in plain numpy: attention, a wider step, a norm for each.

The shape is BERT's (Devlin et al. 2019). Pure arithmetic: it must know nothing of messages, files or thresholds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[np.floating[Any]]]
Parameters = Mapping[str, Array]

WIDTH, HEADS = 384, 12
EACH = WIDTH // HEADS
NAMES = ("qkv", "qkv_bias", "out", "out_bias", "norm1", "norm1_bias", "wide", "wide_bias", "back", "back_bias",
         "norm2", "norm2_bias")  # fmt: skip
_TINY = np.float32(1e-12)
_CURVE, _CUBE = np.float32(1.5957691), np.float32(0.044715)


def forward(x: Array, blind: Array, p: Parameters) -> Array:
    """The layer's output for `x` (messages × tokens × width). `blind` is 0 for a token and -1e9 for padding."""
    messages, tokens, _ = x.shape
    rows = x.reshape(-1, WIDTH)
    parts = (rows @ p["qkv"] + p["qkv_bias"]).reshape(messages, tokens, 3, HEADS, EACH).transpose(2, 0, 3, 1, 4)
    query, key, value = (np.ascontiguousarray(part) for part in parts)
    query *= np.float32(EACH**-0.5)
    attention = _softmax(query @ key.transpose(0, 1, 3, 2) + blind[:, None, None, :])
    heard = np.ascontiguousarray((attention @ value).transpose(0, 2, 1, 3)).reshape(-1, WIDTH)
    middle = _norm(rows + (heard @ p["out"] + p["out_bias"]), p["norm1"], p["norm1_bias"])
    wide = middle @ p["wide"] + p["wide_bias"]
    wide *= _gate(wide)
    return _norm(middle + (wide @ p["back"] + p["back_bias"]), p["norm2"], p["norm2_bias"]).reshape(x.shape)


def _softmax(x: Array) -> Array:
    x -= x.max(-1, keepdims=True)
    np.exp(x, out=x)
    x /= x.sum(-1, keepdims=True)
    return x


def _norm(x: Array, gain: Array, bias: Array) -> Array:
    x -= x.mean(-1, keepdims=True)
    x *= 1 / np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] / np.float32(WIDTH) + _TINY)
    return x * gain + bias


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
