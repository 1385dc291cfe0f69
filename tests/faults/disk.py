"""A small disk for the databases of one installation, which can be filled up to the last byte and freed again.

It is a file system in memory where one may be mounted, which needs root. Elsewhere the processes are limited instead:
no file of theirs may grow, which the kernel tells them as it tells of a full disk.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SIZE = 48 << 20  # bytes; a few hundred conversations
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Disk:
    """A folder; `mounted` says whether it is a file system of its own."""

    folder: Path
    mounted: bool

    @classmethod
    def made_at(cls, folder: Path, size: int = SIZE) -> Disk:
        folder.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "cairn-tests", str(folder)]
        mounted = os.geteuid() == 0 and subprocess.run(mount, capture_output=True, check=False).returncode == 0
        return cls(folder, mounted)

    def fill(self, pids: Iterable[int]) -> None:
        """From now on these processes find no room."""
        if not self.mounted:
            return _limit(pids, 1)
        with self._ballast.open("wb", buffering=0) as file:
            size = _CHUNK
            while size:
                try:
                    file.write(b"x" * size)
                except OSError:
                    size //= 2
        return None

    def free(self, pids: Iterable[int]) -> None:
        """There is room again."""
        if not self.mounted:
            return _limit(pids, resource.RLIM_INFINITY)
        return self._ballast.unlink(missing_ok=True)

    @property
    def room(self) -> int:
        """Bytes that are free."""
        return shutil.disk_usage(self.folder).free

    def remove(self) -> None:
        if self.mounted:
            subprocess.run(["umount", "--lazy", str(self.folder)], check=False)

    @property
    def _ballast(self) -> Path:
        return self.folder / "ballast"


def _limit(pids: Iterable[int], size: int) -> None:
    for pid in pids:
        _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (size if size != resource.RLIM_INFINITY else hard, hard))
