"""One turn of a dialogue: load the draft, ask the engine, write draft and plan in one transaction.

A message that comes twice, or after a crash, gets the reply it had. An answer counts once, for the question seen.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import Optional

from actions.base import digest
from actions.known import known_of
from actions.plan_words import WHO_READS, for_this_person, plan_sayings
from actions.words import words
from bot.coaching import asking, engine
from bot.coaching.answers import NOW, Answer, choice_of
from bot.coaching.asking import Outcome, Turn
from bot.coaching.draft import Draft, Say, say_from
from bot.coaching.guide import Guide
from bot.coaching.guides import CONSENT, JOURNEYS
from bot.coaching.guides.consent import agrees_unshared
from bot.coaching.sharing import shares_nothing
from bot.store.columns import utc_now
from bot.store.repositories.drafts import FINISHED, OPEN, StoredDraft
from bot.store.unit_of_work import UnitOfWork


class Entry(str, Enum):
    """How a message comes into a dialogue."""

    ANSWER = "answer"
    WISH = "wish"  # they asked for this dialogue
    CARRY_ON = "carry_on"  # back from a pause
    AFTER_CARD = "after_card"  # back from the support card


@dataclass(frozen=True)
class Message:
    """What the tracker tells about the message of this turn."""

    channel: str
    pseudonym: str
    id: str
    text: str
    entry: Entry
    shown_turn: Optional[int] = None  # the turn of the question that the person last saw
    began_with: str = ""  # the message before which consent was asked for, while it is


@dataclass(frozen=True)
class Reply:
    """What to say, and where that leaves the dialogue."""

    sayings: tuple[Say, ...]
    outcome: Outcome
    turn: int
    so_far: tuple[str, ...] = ()  # the lines of the draft, as they would be read back now

    def to_json(self) -> str:
        """The reply as it is kept with the draft."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @staticmethod
    def from_json(text: str) -> Reply:
        """A reply as it was kept."""
        content = json.loads(text)
        return Reply(
            tuple(map(say_from, content["sayings"])),
            Outcome(content["outcome"]),
            content["turn"],
            tuple(content.get("so_far", ())),
        )


def take_turn(open_work: Callable[[], UnitOfWork], journey: str, message: Message) -> Reply:
    """Carry one message through a journey. Raises StoreError when it could not be kept; then nothing was."""
    with open_work() as work:
        person = work.people.ensure(message.channel, message.pseudonym)
        stored = work.drafts.get(person, journey)
        if stored is not None and _is_known(stored, message):
            return Reply.from_json(stored.reply)
        turn = _turn(work, person, journey, stored, message)
        reply = _keep(work, person, journey, message, turn)
        work.commit()
        return reply


def _asks_for_another(journey: str, message: Message) -> bool:
    """Does the message itself ask for a change of the plan? Then the one that was left open is let go."""
    opens = JOURNEYS[journey].opens
    return message.entry is not Entry.ANSWER and opens is not None and bool(opens(message.text, {}))


def guide_of(journey: str, draft: Draft) -> Guide:
    """The guide that a draft of this journey is in: consent first, then the journey's own."""
    return _guides()[CONSENT.journey if draft.journey == CONSENT.journey else journey]


@lru_cache(maxsize=1)
def _guides() -> dict[str, Guide]:
    return {guide.journey: guide.with_labels(words().labels(guide)) for guide in (CONSENT, *JOURNEYS.values())}


def _is_known(stored: StoredDraft, message: Message) -> bool:
    """Was this message answered already, and the answer perhaps never seen?"""
    if message.id and stored.message_id == message.id:
        return True
    if message.entry is not Entry.ANSWER or stored.message_digest != digest(message.text):
        return False
    return stored.status == FINISHED or _unseen(Draft.from_json(stored.content), message)


def _unseen(draft: Draft, message: Message) -> bool:
    return message.shown_turn is not None and message.shown_turn < draft.turn


def _turn(work: UnitOfWork, person: str, journey: str, stored: StoredDraft | None, message: Message) -> Turn:
    if stored is None or stored.status == FINISHED or _asks_for_another(journey, message):
        turns_before = Draft.from_json(stored.content).turn if stored else 0
        if not work.consents.given(person):
            return engine.begin(_guides()[CONSENT.journey], turn=turns_before)
        return _begun(work, person, journey, (), turns_before, message.text)
    draft = Draft.from_json(stored.content)
    guide = guide_of(journey, draft)
    draft = _in_words_of_today(guide, draft)
    is_gone = draft.step not in {step.id for step in guide.steps}  # the question itself, by an update
    if message.entry is not Entry.ANSWER or is_gone:
        return engine.resume(guide, draft, after_card=message.entry is Entry.AFTER_CARD)
    if _unseen(draft, message):
        return Turn(draft, (Say("utter_not_kept"), draft.question))
    return engine.take(guide, replace(draft, answers={**draft.answers, NOW: _now()}), message.text)


def _in_words_of_today(guide: Guide, draft: Draft) -> Draft:
    """The draft with no questions or words but those that there are: an update may have taken some away."""
    steps = {step.id for step in guide.steps}
    known = {step: say for step, say in draft.asked.items() if say.words in words()}
    path, queue = (tuple(each for each in some if each in steps) for some in (draft.path, draft.queue))
    draft = replace(draft, asked=known, path=path, queue=queue)
    if draft.question.words in words() or draft.step not in steps:
        return draft
    return replace(asking.ask(guide, draft, draft.step).draft, turn=draft.turn)


def _now() -> Answer:
    return Answer(text=utc_now().isoformat())


def _begun(work: UnitOfWork, person: str, journey: str, lead: tuple[Say, ...], turn: int, wish: str = "") -> Turn:
    plan, shared = work.plans.numbered(person), work.sharing.shared(person)
    begun = engine.begin(_guides()[journey], lead, turn, {**known_of(journey, plan, wish, shared), NOW: _now()})
    if shares_nothing(wish) and not shared and JOURNEYS[journey].opens is not None:  # as it is already
        return replace(begun, sayings=(*lead, Say(WHO_READS)), outcome=Outcome.NOTHING)
    return begun


def _keep(work: UnitOfWork, person: str, journey: str, message: Message, turn: Turn) -> Reply:
    if turn.draft.journey == CONSENT.journey and turn.outcome is Outcome.NOTHING:
        turn = _consented(work, person, journey, turn, message.began_with)
        if turn.outcome is Outcome.NOTHING:
            work.drafts.delete(person, journey)
            return Reply(turn.sayings, turn.outcome, turn.draft.turn)
    if turn.outcome is Outcome.KEPT:
        work.plans.add(person, turn.items, note=journey)
    if turn.outcome is Outcome.SHOW_PLAN:
        shown = plan_sayings(work.plans.numbered(person), work.sharing.shared(person))
        turn = replace(turn, sayings=shown + turn.sayings)
    turn = _as_it_is_shared(work, person, turn)
    reply = Reply(turn.sayings, turn.outcome, turn.draft.turn, _so_far(journey, turn.draft))
    done = turn.outcome in {Outcome.KEPT, Outcome.NOTHING}
    kept = StoredDraft(
        content=turn.draft.to_json(),
        status=FINISHED if done else OPEN,
        message_id=message.id,
        message_digest=digest(message.text),
        reply=reply.to_json(),
    )
    work.drafts.put(person, journey, kept)
    return reply


def _as_it_is_shared(work: UnitOfWork, person: str, turn: Turn) -> Turn:
    """The turn with who sees the plan told as it is now, after what this turn has kept."""
    if all(say.words != WHO_READS for say in turn.sayings):
        return turn
    plan, shared = work.plans.numbered(person), work.sharing.shared(person)
    return replace(turn, sayings=for_this_person(turn.sayings, plan, shared))


def _so_far(journey: str, draft: Draft) -> tuple[str, ...]:
    lines = guide_of(journey, draft).standing_lines(draft.answers)
    return tuple(words().fill(line.words, values) for line, values in lines)


def _consented(work: UnitOfWork, person: str, journey: str, turn: Turn, wish: str) -> Turn:
    given = choice_of(turn.draft.answers, "ask") == "yes"
    work.consents.record(person, given, words().text_id("utter_consent_ask"))
    if not given:
        return replace(turn, sayings=(*turn.sayings, Say("utter_consent_no")))
    unshared = (Say("utter_consent_unshared"),) if agrees_unshared(turn.draft.answers) else ()
    lead = (*turn.sayings, *unshared, Say("utter_consent_yes"))
    return _begun(work, person, journey, lead, turn.draft.turn, wish)
