"""Somebody who writes turn by turn to a real store, and what is kept of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from actions.turns import Entry, Message, Reply, take_turn
from bot.coaching.answers import KNOWN
from bot.coaching.draft import Draft
from bot.coaching.plan import Plan
from bot.store.unit_of_work import UnitOfWork


@dataclass
class Person:
    """Somebody who writes; what they see is what they were last answered."""

    url: str
    seen: int | None = None
    written: int = 0
    last: Message = field(default_factory=lambda: Message("web", "p1", "", "", Entry.WISH))

    def send(self, journey: str, message: Message) -> Reply:
        self.last = message
        reply = take_turn(lambda: UnitOfWork(self.url), journey, message)
        self.seen = reply.turn
        return reply

    def message(self, text: str, entry: Entry = Entry.ANSWER) -> Message:
        self.written += 1
        return Message("web", "p1", f"m{self.written}", text, entry, self.seen)

    def wish(self, journey: str = "goals") -> Reply:
        return self.send(journey, self.message("I want to set a goal", Entry.WISH))

    def say(self, *texts: str, journey: str = "goals") -> Reply:
        return [self.send(journey, self.message(text)) for text in texts][-1]

    def agreed(self, journey: str = "goals") -> Person:
        self.wish(journey)
        self.say("yes", journey=journey)
        return self


def kept(url: str) -> Plan:
    with UnitOfWork(url) as work:
        someone = work.people.by_identity("web", "p1")
        return work.plans.current(someone.id) if someone else Plan()


def draft_of(url: str, journey: str = "goals") -> Draft | None:
    with UnitOfWork(url) as work:
        someone = work.people.by_identity("web", "p1")
        stored = work.drafts.get(someone.id, journey) if someone else None
        return Draft.from_json(stored.content) if stored else None


def was_kept_before(url: str, *names: tuple[str, str]) -> None:
    """The draft of goals as an older version kept it: (name of today, name of then)."""
    with UnitOfWork(url) as work:
        someone = work.people.by_identity("web", "p1")
        assert someone is not None
        stored = work.drafts.get(someone.id, "goals")
        assert stored is not None
        older = stored.content
        for today, then in names:
            assert today in older
            older = older.replace(today, then)
        work.drafts.put(someone.id, "goals", replace(stored, content=older))
        work.commit()


def said_in(draft: Draft) -> set[str]:
    """The questions with an answer, without what was known before."""
    return {step for step in draft.answers if not step.startswith(KNOWN)}


def words(reply: Reply) -> list[str]:
    return [say.words for say in reply.sayings]
