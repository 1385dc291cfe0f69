"""All that the page about a person shows: one reading for staff, and for the person who looks at what staff see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Optional

from bot.store import UnitOfWork
from bot.store.repositories.cue_events import KeptCueEvent
from bot.summaries.conversations import Conversation, only
from bot.summaries.page import page_of
from bot.summaries.parts import Event, PersonPage, Sentence
from bot.summaries.sources import Said, Source

Moment = tuple[datetime, Optional[KeptCueEvent], Optional[Event]]  # support that was shown, or what came about


@dataclass(frozen=True)
class Seen:
    """What is shared, where each sentence was said, what was not understood, and what came about, newest first.

    `conversations` are those of which something of it came, oldest first; `sources` may tell of others too.
    """

    page: PersonPage
    sources: Mapping[str, Said]
    unclear: tuple[Sentence, ...]
    cues: tuple[KeptCueEvent, ...]
    events: tuple[Event, ...]
    conversations: tuple[Conversation, ...] = ()

    @property
    def is_silent(self) -> bool:
        """Is there no sentence, and was no support shown?"""
        return not self.cues and not self.page.sentences()

    @property
    def timeline(self) -> tuple[Moment, ...]:
        """Support that was shown and what came about as they followed each other, newest first."""
        shown: list[Moment] = [(cue.event.at, cue, None) for cue in self.cues]
        came: list[Moment] = [(event.at, None, event) for event in self.events]
        return tuple(sorted(shown + came, key=lambda moment: moment[0], reverse=True))

    def during(self, conversation: Conversation) -> Seen:
        """What of it came about in one conversation."""
        said = {key: _said_in(conversation, said) for key, said in self.sources.items()}
        cues = tuple(cue for cue in self.cues if conversation.holds(cue.event.at))
        events = tuple(event for event in self.events if conversation.holds(event.at))
        page = replace(only(self.page, {key for key, sources in said.items() if sources}), events=events)
        unclear = tuple(
            part for part in self.unclear if any(source.was_not_understood for source in said.get(part.key, ()))
        )
        return Seen(page, self.sources, unclear, cues, events)


def seen_of(work: UnitOfWork, person_id: str, alerts_on: bool) -> Seen:
    """What staff see of somebody now; nothing of them where they share nothing and no alert was made."""
    page = page_of(work.shared.of(person_id))
    kept = work.summaries.get(person_id)
    sources = dict(kept.sources) if kept else {}
    cues = work.reading.support_seen(person_id, alerts_on=alerts_on)
    unclear = tuple(part for part in page.sentences() if part.own and _is_unclear(sources.get(part.key)))
    seen = Seen(page, sources, unclear, cues[::-1], page.events)
    talks = work.summaries.conversations(person_id)
    return replace(seen, conversations=tuple(one for one in talks if not seen.during(one).is_silent))


def _is_unclear(said: Said | None) -> bool:
    return said is not None and any(source.was_not_understood for source in said.sources)


def _said_in(conversation: Conversation, said: Said) -> tuple[Source, ...]:
    return tuple(source for source in said.sources if conversation.holds(source.at))
