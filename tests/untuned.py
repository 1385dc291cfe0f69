"""A sentence encoder before any tuning, for tests of what is built on one, and broken files of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from bot.encoder import encoder, layers, tuning, wordpieces

TEXTS = [wordpieces.numbers((text,)) for text in ("i want to walk more", "no", "my sister , my dog and the sea")]


def untuned_encoder() -> encoder.Encoder:
    """The encoder before any tuning, with two heads of its own."""
    embeddings, frozen = tuning.untuned()
    heads = np.random.default_rng(1).normal(size=(layers.WIDTH, 2)).astype(np.float32)
    return encoder.Encoder("a version", embeddings, frozen, heads, np.zeros(2, dtype=np.float32))


def write_broken(path: Path, made: encoder.Encoder, damage: str) -> None:
    """Write the encoder and break its file: "missing", "cut", "changed" or "empty"."""
    if damage == "missing":
        return
    encoder.write(path, made)
    content = path.read_bytes()
    changed = content[:-500] + bytes(byte ^ 1 for byte in content[-500:])
    path.write_bytes({"cut": content[:-1000], "changed": changed, "empty": b""}[damage])
