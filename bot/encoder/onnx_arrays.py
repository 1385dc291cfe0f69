"""The arrays of an ONNX file by name, read from its bytes: what training starts its sentence encoder from.

Just enough of the format to find initialisers; it must never run anything of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

_GRAPH, _INITIALISER = 7, 5
_DIMENSIONS, _KIND, _NAME, _RAW = 1, 2, 8, 9
_KINDS = {1: "<f4", 3: "<i1", 7: "<i8"}


class OnnxError(ValueError):
    """The bytes are no ONNX file of the kind that is expected."""


def arrays(content: bytes) -> dict[str, np.ndarray[Any, np.dtype[Any]]]:
    """Every initialiser whose numbers stand as raw bytes. Raises OnnxError."""
    found = {}
    try:
        for graph in (value for number, value in _fields(memoryview(content)) if number == _GRAPH):
            for number, value in _fields(graph):
                if number == _INITIALISER:
                    name, numbers = _array(value)
                    found[name] = numbers
    except (IndexError, TypeError, KeyError, ValueError) as error:
        raise OnnxError("This is no ONNX file that can be read here.") from error
    return found


def _array(content: Any) -> tuple[str, np.ndarray[Any, np.dtype[Any]]]:
    shape: list[int] = []
    name, kind, raw = "", 0, memoryview(b"")
    for number, value in _fields(content):
        if number == _DIMENSIONS:
            shape.extend([value] if isinstance(value, int) else _numbers(value))
        elif number == _KIND:
            kind = value
        elif number == _NAME:
            name = bytes(value).decode()
        elif number == _RAW:
            raw = value
    if not raw or kind not in _KINDS:
        return name, np.zeros(0)
    return name, np.frombuffer(raw, dtype=_KINDS[kind]).reshape(shape)


def _numbers(packed: memoryview) -> Iterator[int]:
    at = 0
    while at < len(packed):
        value, at = _number(packed, at)
        yield value


def _fields(content: memoryview) -> Iterator[tuple[int, Any]]:
    """Number and value of each field of a message: an int, or the bytes of what is inside."""
    at = 0
    while at < len(content):
        tag, at = _number(content, at)
        kind = tag & 7
        if kind == 0:
            value, at = _number(content, at)
            yield tag >> 3, value
            continue
        size = {1: 8, 5: 4}.get(kind)
        if size is None:
            size, at = _number(content, at)
        if at + size > len(content):
            raise OnnxError("The file is cut short.")
        yield tag >> 3, content[at : at + size]
        at += size


def _number(content: memoryview, at: int) -> tuple[int, int]:
    """A number written in sevens of bits, and where the next field starts."""
    value, shift = 0, 0
    while True:
        byte = content[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7
