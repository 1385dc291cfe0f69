"""People who stand at any question of any dialogue: copies of one who does, with another question shown last.

Whether a card comes depends on the conversation alone, so a dialogue that changes needs no other script here.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.coaching.guides import CONSENT, JOURNEYS

COLUMNS = "sender_id, type_name, timestamp, intent_name, action_name, data"


def every_question() -> list[tuple[str, str]]:
    """Each journey and step. Consent is asked within a journey."""
    consent = [(journey, f"{CONSENT.journey}.{step.id}") for journey in JOURNEYS for step in CONSENT.steps]
    return consent + [(journey, f"{journey}.{step.id}") for journey, guide in JOURNEYS.items() for step in guide.steps]


def copy(tracker: Path, name: str, copies: dict[str, tuple[str, str]]) -> None:
    """Let each of these people (name → journey and step) have the conversation of one who stands at a question."""
    with closing(sqlite3.connect(tracker, timeout=30)) as database, database:
        query = f"SELECT {COLUMNS} FROM events WHERE sender_id = ? ORDER BY id"
        rows = [list(row) for row in database.execute(query, (name,))]
        for other, (journey, step) in copies.items():
            database.executemany(
                f"INSERT INTO events ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)", _changed(rows, other, journey, step)
            )


def _changed(rows: list[list[Any]], name: str, journey: str, step: str) -> Iterator[list[Any]]:
    for row in rows:
        data = json.loads(row[-1])
        if data["event"] == "active_loop" and data.get("name"):
            data["name"] = f"{journey}_form"
        if data["event"] == "bot" and data.get("metadata", {}).get("step"):
            data["metadata"]["step"] = step
        yield [name, *row[1:-1], json.dumps(data)]
