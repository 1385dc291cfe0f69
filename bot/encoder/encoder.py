"""The sentence encoder: what a text means, in numbers, and how that speaks for each of a few answers.

The lower layers are those of all-MiniLM-L6-v2 (Apache-2.0), the upper ones are tuned on written lines by `make train`.
Plain numpy on one core, read from one mapped file that processes share. It must never be the only vote: its file may be
missing or broken.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import ThreadpoolController

from bot.encoder.layers import NAMES, Array, Parameters, forward

FORMAT = 1
SPARE = 25  # word pieces of padding in a batch that cost less time than another batch
_NORM = np.float32(1e-12)
HIDDEN = np.float32(-1e9)  # what padding gets before attention
Text = tuple[tuple[int, ...], int]  # numbers of the pieces, and how many of them are the question's


@dataclass(frozen=True)
class Embeddings:
    """What each piece, place and side starts from."""

    pieces: np.ndarray[Any, np.dtype[np.int8]]
    scale: Array
    places: Array
    sides: Array
    gain: Array
    bias: Array

    def __call__(self, texts: Sequence[Text]) -> tuple[Array, Array]:
        """Texts × pieces × width, padded to the longest, and 1 where there is a piece."""
        longest = max(len(numbers) for numbers, _ in texts)
        ids = np.zeros((len(texts), longest), dtype=np.int64)
        side, there = np.ones_like(ids), np.zeros(ids.shape, dtype=np.float32)
        for row, (numbers, asked) in enumerate(texts):
            ids[row, : len(numbers)] = numbers
            there[row, : len(numbers)] = 1
            side[row, : asked or len(numbers)] = 0
        x = self.pieces[ids].astype(np.float32) * self.scale[ids]
        x += self.sides[side] + self.places[:longest]
        x -= x.mean(-1, keepdims=True)
        x /= np.sqrt((x * x).mean(-1, keepdims=True) + _NORM)
        return x * self.gain + self.bias, there


@dataclass(frozen=True, eq=False)
class Encoder:
    """Embeddings, layers and the two heads, equal to itself alone.

    `version` says which lines it was trained on, and beside what.
    """

    version: str
    embeddings: Embeddings
    layers: tuple[Parameters, ...]
    heads: Array
    offsets: Array

    def votes(self, texts: Sequence[Text]) -> list[tuple[float, ...]]:
        """For each text how strongly it speaks for each answer there is a head for; 0 is even.

        Raises FloatingPointError where the numbers are broken.
        """
        found = np.zeros((len(texts), len(self.offsets)))
        for batch in _of_similar_length(texts):
            x, there = self.embeddings([texts[index] for index in batch])
            for layer in self.layers:
                x = forward(x, blind(there), layer)
            found[batch] = pooled(x, there) @ self.heads + self.offsets
        if not np.isfinite(found).all():
            raise FloatingPointError("The encoder's numbers are broken.")
        return [tuple(float(vote) for vote in row) for row in found]


def _of_similar_length(texts: Sequence[Text]) -> list[list[int]]:
    """Indices in batches in which little is padding: the layers' numbers pass through the processor once a batch."""
    lengths = [len(numbers) for numbers, _ in texts]
    batches: list[list[int]] = []
    left = 0
    for index in sorted(range(len(texts)), key=lambda index: -lengths[index]):
        padding = lengths[batches[-1][0]] - lengths[index] if batches else SPARE + 1
        if padding > left:
            batches.append([])
            padding, left = 0, SPARE
        batches[-1].append(index)
        left -= padding
    return batches


def on_one_core() -> None:
    """Keeps numpy's sums on one core in this process: for so few numbers, waking others costs more than it gives."""
    ThreadpoolController().limit(limits=1, user_api="blas")


def blind(there: Array) -> Array:
    return (1 - there) * HIDDEN


def pooled(x: Array, there: Array) -> Array:
    """The mean over a text's pieces."""
    mean: Array = np.einsum("ijk,ij->ik", x, there) / there.sum(1, keepdims=True)
    return mean


def read(path: Path) -> Encoder:
    """Raises OSError or ValueError for a missing, cut or foreign file."""
    with path.open("rb") as file:
        header = json.loads(file.readline(65536))
        start = file.tell()
    if header["format"] != FORMAT:
        raise ValueError("The encoder was made by another version.")
    content = np.memmap(path, dtype=np.uint8, mode="r", offset=start)
    if len(content) != header["bytes"] or zlib.crc32(content.data) != header["check"]:
        raise ValueError("The encoder's file is damaged.")
    found = {
        name: content[at : at + size].view(kind).reshape(shape)
        for name, (kind, shape, at, size) in header["arrays"].items()
    }
    embeddings = Embeddings(*(found[f"embeddings.{name}"] for name in Embeddings.__dataclass_fields__))
    layers = tuple({name: found[f"{number}.{name}"] for name in NAMES} for number in range(header["layers"]))
    return Encoder(header["version"], embeddings, layers, found["heads"], found["offsets"])


def write(path: Path, made: Encoder) -> None:
    """One line of JSON that says where each array stands, then the arrays, little-endian."""
    arrays = _named(made)
    places: dict[str, tuple[str, tuple[int, ...], int, int]] = {}
    content = bytearray()
    for name, values in arrays.items():
        kind = "<i1" if values.dtype == np.int8 else "<f4"
        raw = np.ascontiguousarray(values).astype(kind).tobytes()
        content += bytes(-len(content) % 64)
        places[name] = (kind, values.shape, len(content), len(raw))
        content += raw
    header = {
        "format": FORMAT,
        "version": made.version,
        "layers": len(made.layers),
        "bytes": len(content),
        "check": zlib.crc32(content),
        "arrays": places,
    }
    line = json.dumps(header)
    line += " " * (-(len(line) + 1) % 64) + "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_bytes(line.encode() + content)
    fresh.replace(path)


def _named(made: Encoder) -> Mapping[str, np.ndarray[Any, np.dtype[Any]]]:
    return {
        **{f"embeddings.{name}": getattr(made.embeddings, name) for name in Embeddings.__dataclass_fields__},
        **{f"{number}.{name}": layer[name] for number, layer in enumerate(made.layers) for name in NAMES},
        "heads": made.heads,
        "offsets": made.offsets,
    }
