"""Lets numpy use a processor that is newer than it is. Imported before numpy, by the package itself.

The sums library in numpy 1.23 (OpenBLAS 0.3.20) takes Intel's processors of 2023 and later for those of 2004, and is
several times slower on them than it could be. Haswell's instructions are ones that all of these have.
"""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping
from pathlib import Path

SETTING = "OPENBLAS_CORETYPE"
_TOO_NEW = frozenset({"amx_tile", "avx_vnni"})
_NEEDED = frozenset({"avx2", "fma"})


def core_type(described: str) -> str:
    """The kind of processor to name to OpenBLAS, from what /proc/cpuinfo says; empty where it knows it by itself."""
    line = next((line for line in described.splitlines() if line.startswith("flags")), "")
    flags = frozenset(line.partition(":")[2].split())
    known = "GenuineIntel" not in described or flags.isdisjoint(_TOO_NEW)
    return "" if known or not flags >= _NEEDED else "Haswell"


def name_it(environment: MutableMapping[str, str], described: Path = Path("/proc/cpuinfo")) -> None:
    """Set what OpenBLAS reads when it is loaded, unless somebody has. Never raises: without it, sums are slower."""
    try:
        kind = core_type(described.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return
    if kind:
        environment.setdefault(SETTING, kind)


if "numpy" not in sys.modules:
    name_it(os.environ)
