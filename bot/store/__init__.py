"""What is kept of a person, and the only way to it: a unit of work, or show and erase for one person.

Nothing here knows Rasa, decides what is said, or logs a word of a person.
"""

from __future__ import annotations

from bot.store.errors import StoreError, StoreNotReadyError, StoreUnavailableError
from bot.store.one_person import erase, show
from bot.store.repositories.cue_events import Choice, CueEvent, KeptCueEvent
from bot.store.repositories.drafts import StoredDraft
from bot.store.repositories.people import Person
from bot.store.unit_of_work import UnitOfWork

__all__ = [
    "Choice",
    "CueEvent",
    "KeptCueEvent",
    "Person",
    "StoreError",
    "StoreNotReadyError",
    "StoreUnavailableError",
    "StoredDraft",
    "UnitOfWork",
    "erase",
    "show",
]
