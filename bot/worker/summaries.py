"""Keeps the summary of each person whose plan, sharing or consent changed, or who was shown support, and which of
their conversations staff may see something of; and all of them anew on request.

A summary is made of what is shared at that moment and of the person's own lines. Making it twice makes the same, also
once lines of a conversation are deleted: then where a sentence was said stays as it was found while they were there.
No phrase of words that hold a cue, or that brought support, ever stands in one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Optional

from bot.coaching import grammar
from bot.safety.rules import holds_cue
from bot.settings import Settings
from bot.store import UnitOfWork
from bot.store.columns import utc_now
from bot.store.repositories.summaries import CURSOR, WATCHED, KeptSummary
from bot.store.staff_reading import conversation
from bot.summaries.conversations import Conversation, conversations_of
from bot.summaries.lines import Line, lines_of
from bot.summaries.page import page_of
from bot.summaries.parts import Sentence
from bot.summaries.phrases import asked_in
from bot.summaries.shared import Shared
from bot.summaries.sources import NOTHING, Said, sources_of

BATCH = 100  # people a time
MANY = 10_000  # changes that are only counted
LINES = 4_000  # of a conversation, the last ones


class SummaryKeeper:
    """Keeps summaries of an installation."""

    def __init__(self, settings: Settings, now: Callable[[], datetime] = utc_now) -> None:
        self._settings = settings
        self._now = now
        self._seen: dict[str, frozenset[int]] = {name: frozenset() for name in WATCHED}

    def go(self) -> bool:
        """Keep the summaries of those who changed. Out: is there more to do at once? Raises StoreError."""
        more = [self._follow(name) for name in WATCHED]
        return any(more)

    def rebuild(self) -> int:
        """Make every summary anew from plans and conversations. Out: how many people have one.

        What had changed before it began need not be followed any more.
        """
        with self._work() as work:
            everybody = work.summaries.everybody()
            before = {name: self._settled(work, name) for name in WATCHED}
        count = sum(self._keep(everybody[start : start + BATCH]) for start in range(0, len(everybody), BATCH))
        for name, last in before.items():
            self._move(name, last)
        return count

    def differing(self) -> tuple[str, ...]:
        """Whose kept summary is not what would be made now."""
        with self._work() as work:
            return tuple(
                person_id
                for person_id in work.summaries.everybody()
                if (work.summaries.get(person_id), work.summaries.conversations(person_id))
                != self._made(work, person_id)
            )

    def _follow(self, watched: str) -> bool:
        with self._work() as work:
            position = work.cursors.position(CURSOR + watched)
            after, rows = work.summaries.changed(watched, position, BATCH, self._now())
        fresh = [row for row in rows if row[0] not in self._seen[watched]]
        if fresh or after != position:
            self._keep(dict.fromkeys(person_id for _, person_id in fresh))
            self._move(watched, after)
        self._seen[watched] = frozenset(number for number, _ in rows if number > after)
        return len(rows) == BATCH and after > position

    def _settled(self, work: UnitOfWork, watched: str) -> int:
        """The last change before which no other can still come."""
        after, more = work.cursors.position(CURSOR + watched), True
        while more:
            position = after
            after, _ = work.summaries.changed(watched, position, MANY, self._now())
            more = after > position
        return after

    def _move(self, watched: str, last_id: int) -> None:
        """Remember how far changes have been followed, unless somebody else has followed them further."""
        with self._work() as work:
            if work.cursors.hold(CURSOR + watched) < last_id:
                work.cursors.move(CURSOR + watched, last_id)
                work.commit()

    def _keep(self, people: Iterable[str]) -> int:
        count = 0
        with self._work() as work:
            made = [(person_id, self._made(work, person_id)) for person_id in people]
            for person_id, (summary, conversations) in made:
                work.summaries.put(person_id, summary)
                work.summaries.put_conversations(person_id, conversations)
                count += summary is not None
            work.commit()
        return count

    def _made(self, work: UnitOfWork, person_id: str) -> tuple[Optional[KeptSummary], tuple[Conversation, ...]]:
        shared = work.shared.of(person_id)
        support = [cue.event.at for cue in work.cue_events.of(person_id)]
        if shared.changed_at is None and not support:
            return None, ()
        lines = self._lines(work, person_id)
        summary = self._summary(work.summaries.get(person_id), shared, shared.changed_at, lines)
        said = [source.at for part in (summary.sources if summary else NOTHING).values() for source in part.sources]
        kept = work.summaries.conversations(person_id)
        return summary, conversations_of(lines, {*support, *said}, kept)

    def _summary(
        self, kept: Optional[KeptSummary], shared: Shared, changed_at: Optional[datetime], lines: Sequence[Line]
    ) -> Optional[KeptSummary]:
        if changed_at is None:
            return None
        page = page_of(shared)
        sources = sources_of(page.sentences(), lines, kept.sources if kept else NOTHING)
        quiet = {(asked.line_id, asked.at) for asked in kept.phrases} if kept else set()  # also of lines that are gone
        quiet |= {(line.id, line.at) for line in lines}
        loud = {line.text for line in lines if line.brought_support}
        quiet -= {(line.id, line.at) for line in lines if line.text in loud}
        asks = [ask for ask in page.asks if _may_be_counted(ask, sources.get(ask.key), quiet)]
        return KeptSummary(changed_at, page.review_on, sources, asked_in(asks, sources, grammar.parsed))

    def _lines(self, work: UnitOfWork, person_id: str) -> list[Line]:
        found: list[Line] = []
        for pseudonym in work.lists.pseudonyms(person_id):
            found += lines_of(conversation(self._settings.tracker_url, pseudonym, LINES))
        return sorted(found, key=lambda line: (line.at, line.id))

    def _work(self) -> UnitOfWork:
        return UnitOfWork(self._settings.database_url, now=self._now)


def _may_be_counted(ask: Sentence, said: Optional[Said], quiet: AbstractSet[tuple[int, datetime]]) -> bool:
    """Whether what is asked holds no cue, and the messages that said it are known to have brought no support."""
    sources = said.sources if said else ()
    return not holds_cue(ask.words) and all((source.line_id, source.at) in quiet for source in sources)
