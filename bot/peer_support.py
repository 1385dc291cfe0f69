"""The service's directory of peer support: mutual self-help groups, peer support workers, peer-run services.

Filled in by a service in `service.yml` (method: section 7). Nothing here is made up: an empty directory stays empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

import yaml

MOST_SHOWN = 5
_WORDS = Path(__file__).resolve().parent.parent / "data" / "responses" / "peers.yml"


class PeerSupportError(ValueError):
    """An entry of the directory cannot be read. Holds a sentence that a person can act on."""


@dataclass(frozen=True)
class Peers:
    """One entry: its name, what it is, who runs it, what it costs, how to join, when it was last checked."""

    name: str
    what: str
    run_by: str
    cost: str
    join: str
    checked: str

    @property
    def shown(self) -> str:
        """The entry as one line of text."""
        told = f"{self.name}: {self.what}. Run by {self.run_by}. Cost: {self.cost}. To join: {self.join}."
        return f"{told} Checked {self.checked}."


_NAMES = tuple(entry.name for entry in fields(Peers))


def peers_from(content: object) -> tuple[Peers, ...]:
    """The entries of a directory as written in `service.yml`. Raises PeerSupportError."""
    if not content:
        return ()
    if not isinstance(content, list) or not all(isinstance(entry, dict) for entry in content):
        raise PeerSupportError(f"peer_support must be a list of entries, each with {', '.join(_NAMES)}.")
    for entry in content:
        if set(entry) != set(_NAMES):
            raise PeerSupportError(f"Each entry of peer_support needs exactly: {', '.join(_NAMES)}.")
    return tuple(Peers(**{name: str(value).strip().rstrip(".") for name, value in entry.items()}) for entry in content)


def told(directory: Sequence[Peers]) -> tuple[str, ...]:
    """The directory, an entry a text; where it is empty, that nobody is named near, and the national way in."""
    return tuple(entry.shown for entry in directory[:MOST_SHOWN]) or (_nobody_named(),)


@lru_cache(maxsize=1)
def _nobody_named() -> str:
    return str(yaml.safe_load(_WORDS.read_text(encoding="utf-8"))["responses"]["utter_no_peers"][0]["text"])
