"""Reads new tracker events and notes; keeps cue events, choices, alerts, and who writes without having consented.

It is safe to stop and to run twice. An alert is kept together with its cue event or not at all.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from itertools import islice
from typing import Optional

from bot.safety.support import SESSION
from bot.settings import Settings
from bot.store import CueEvent, UnitOfWork, shown, tracker_events
from bot.store.columns import utc_now
from bot.store.message_keys import shown_at
from bot.store.migrate import upgrade
from bot.store.one_person import CUE_CURSOR
from bot.store.shown import untold
from bot.store.tracker_events import TrackerEvent, spoken_last
from bot.worker.choices import choice_after
from bot.worker.cues import CARD, TEAM, cue_event, cue_event_of_note, may_tell_of_support, settled

BATCH = 500
DROP_EVERY = 60.0  # seconds between two looks at the notes that were taken
LINES = 40  # of a conversation, in which a card that was just shown stands
ALERTING = frozenset({CARD, TEAM})  # what was shown when the team may learn of it
_CHANNEL_LENGTH = 64


@dataclass(frozen=True)
class Progress:
    """How far reading has come."""

    lag: int  # how many ids are newer than the one read last
    has_more: bool  # is it worth reading on at once?


class Reader:
    """Reads the tracker database of an installation, from where it was left."""

    def __init__(self, settings: Settings, now: Callable[[], float] = lambda: utc_now().timestamp()) -> None:
        self._database_url = settings.database_url
        self._tracker_url = settings.tracker_url
        self._alerts = settings.service.alerts
        self._now = now
        self._prepared = False
        self._dropped_at = -math.inf

    def read(self) -> Progress:
        """Read once. Raises StoreError when a database is away; then nothing was kept and nothing is lost."""
        if not self._prepared:
            upgrade(self._database_url)
            self._prepared = True
        self._take_notes()
        self._drop_notes()
        with UnitOfWork(self._database_url) as work:
            position = work.cursors.position(CUE_CURSOR)
        newest = tracker_events.highest_id(self._tracker_url)
        read_to = position if newest == position else self._read_batch(newest)
        lag = max(0, newest - read_to)
        return Progress(lag, has_more=lag > 0 and read_to > position)

    def _take_notes(self) -> None:
        """Keep what was noted while the tracker could not be written, or before it was."""
        notes = list(islice(shown.noted(self._tracker_url), BATCH))
        if not notes:
            return
        with UnitOfWork(self._database_url) as work:
            work.cursors.hold(CUE_CURSOR)
            found = [(file, one, cue_event_of_note(one)) for file, one in notes]
            for _, one, cue in found:
                if cue is not None:
                    self._record(work, one.pseudonym, one.channel, cue)
            work.commit()
        for file, _, cue in found:
            if cue is None:
                file.unlink(missing_ok=True)
            else:
                shown.take(file)

    def _drop_notes(self) -> None:
        """Drop those whose support stands in the conversation, or which no card waits for any more.

        Not at each reading: in an hour of trouble there may be thousands, and what people write must not wait for them.
        """
        if self._now() - self._dropped_at < DROP_EVERY:
            return
        self._dropped_at = self._now()
        for file, one in shown.taken(self._tracker_url):
            is_over = self._now() - shown_at(one.support) > SESSION
            if is_over or not untold([one], spoken_last(self._tracker_url, one.pseudonym, LINES)):
                file.unlink(missing_ok=True)

    def _read_batch(self, newest: int) -> int:
        with UnitOfWork(self._database_url) as work:
            position = work.cursors.hold(CUE_CURSOR)
            if position > newest:  # the tracker database was made anew
                position = 0
            events = tracker_events.events_after(self._tracker_url, position, BATCH)
            self._keep_all(work, events)
            position = settled(position, events, self._now())
            work.cursors.move(CUE_CURSOR, position)
            work.commit()
        return position

    def _keep_all(self, work: UnitOfWork, events: Sequence[TrackerEvent]) -> None:
        said: dict[str, TrackerEvent] = {}
        wrote = {event.sender: event.at for event in reversed(events) if event.type == "user"}
        for sender in wrote.keys() - work.consents.agreed(wrote):
            work.consents.wrote_without(sender, datetime.fromtimestamp(wrote[sender], timezone.utc))
        before = work.cue_events.of_pseudonyms(wrote)
        for event in events:
            if event.type == "user":
                said[event.sender] = event
                chosen = choice_after(event, before.get(event.sender, ()))
                if chosen is not None:
                    work.cue_events.chose(*chosen)
                    before |= work.cue_events.of_pseudonyms([event.sender])
            if may_tell_of_support(event) and self._keep(work, event, said.get(event.sender)):
                before |= work.cue_events.of_pseudonyms([event.sender])

    def _keep(self, work: UnitOfWork, event: TrackerEvent, said: Optional[TrackerEvent]) -> bool:
        """Out: is there a new cue event?"""
        if said is None:
            said = tracker_events.said_before(self._tracker_url, event.sender, event.id)
        found = cue_event(event, said)
        return found is not None and self._record(work, event.sender, _channel(said), found)

    def _record(self, work: UnitOfWork, pseudonym: str, channel: str, found: CueEvent) -> bool:
        """Out: is it a new cue event?"""
        person = work.people.by_pseudonym(pseudonym)
        person_id = person.id if person else work.people.ensure(channel, pseudonym)
        cue_event_id = work.cue_events.record(person_id, found, pseudonym)
        if cue_event_id is None:
            return False
        if found.layout in ALERTING and self._was_told(found):
            alert_id = work.alerts.make(person_id, cue_event_id)
            ways = self._alerts.ways if self._alerts else ()
            work.outbox.add(alert_id, ways, 0, datetime.fromtimestamp(self._now(), timezone.utc))
        return True

    def _was_told(self, found: CueEvent) -> bool:
        """Whether the person was told that the team may see it: what was said holds, whatever was switched since."""
        return found.alerts if found.alerts is not None else self._alerts is not None


def _channel(said: Optional[TrackerEvent]) -> str:
    """The channel a message came in on, as Rasa noted it."""
    name = said.data.get("input_channel") if said else None
    return name[:_CHANNEL_LENGTH] if isinstance(name, str) and name else "unknown"
