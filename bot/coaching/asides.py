"""What is no answer at any question: a wish for a person, a question to the coach, a refusal; and leaving one be.

Whatever is asked of the coach, the open question must stay, and nothing that was said before is lost.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from bot.coaching import asking
from bot.coaching.answers import DECLINED, UNSURE
from bot.coaching.asking import Turn
from bot.coaching.draft import Draft, Say
from bot.coaching.gate import AnswerClass, Topic, may_be_asked, ruled_class, topic_of
from bot.coaching.guide import Guide, Kind, Step
from bot.coaching.topics import answered

MOST_TRIES = 2  # probes, or re-askings, before an answer is accepted as it is
ruled = lru_cache(maxsize=8192)(ruled_class)
# Answered as often as it comes: none of it was meant as an answer, so no try is used up.
_NO_TRY = frozenset(Topic) - {Topic.MISUNDERSTOOD, Topic.NONSENSE, Topic.OTHER}
ASIDES = frozenset({AnswerClass.PERSON_WANTED, AnswerClass.QUESTION, AnswerClass.REFUSAL})


def aside(guide: Guide, draft: Draft, text: str, answer_class: AnswerClass) -> Turn | None:
    """What is no answer at any question: a wish for a person, a question to the coach, a refusal.

    None of them uses up a try: however much is asked, the open question stays. A long page is not said again.
    """
    turn, step = _aside(guide, draft, text, answer_class), guide.step(draft.step)
    if turn is None or not step.needed:
        return turn
    offered = tuple(choice.label for choice in step.choices)
    shortly = Say("utter_needed", {}, draft.turn, offered, step=draft.question.step)
    return replace(turn, sayings=(*turn.sayings[:-1], shortly))


def _aside(guide: Guide, draft: Draft, text: str, answer_class: AnswerClass) -> Turn | None:
    step = guide.step(draft.step)
    if answer_class in ASIDES and ruled(text, step.asked) is not answer_class:
        if answer_class is AnswerClass.QUESTION and not may_be_asked(text):
            return None
        if draft.tries or draft.question.step != f"{guide.journey}.{draft.step}":
            return None  # what the vote alone takes for no answer is asked about once, then it stands as one
        draft = replace(draft, tries=1)
        if answer_class is AnswerClass.REFUSAL:
            return asking.repeat(draft, Say("utter_skip_or_answer"))
        is_of_nothing_known = topic_of(text, step.asked) in (None, Topic.OTHER) and not answered(text)
        if answer_class is AnswerClass.QUESTION and is_of_nothing_known:
            return asking.repeat(draft, Say("utter_maybe_an_answer", variant=draft.turn))
    if answer_class is AnswerClass.PERSON_WANTED:
        return asking.repeat(draft, Say("utter_person_wanted"))
    if answer_class is AnswerClass.REFUSAL and not step.needed:
        return asking.keep(guide, draft, DECLINED, (Say("utter_thats_fine", variant=draft.turn),))
    if answer_class is not AnswerClass.QUESTION:
        return None
    topic = topic_of(text, step.asked) or Topic.OTHER
    if topic is Topic.NONSENSE and step.kind is not Kind.OPEN:
        return None  # asked again with what may be chosen
    if topic is Topic.NONSENSE and draft.tries >= MOST_TRIES:
        return leave_it(guide, draft)
    if topic is Topic.NONSENSE:
        return asking.repeat(replace(draft, tries=draft.tries + 1), Say(f"utter_{topic.value}", variant=draft.turn))
    if topic in {Topic.MEANING, Topic.EXAMPLE}:
        return _explained(guide, draft, step, topic)
    known = answered(text) if topic is Topic.OTHER else ""
    if known or topic in _NO_TRY:
        return asking.repeat(draft, Say(known or f"utter_{topic.value}", variant=draft.turn))
    words = f"utter_{topic.value}" if draft.asides < MOST_TRIES else "utter_answer_your_way"
    return asking.repeat(replace(draft, asides=draft.asides + 1), Say(words, variant=draft.turn))


def _explained(guide: Guide, draft: Draft, step: Step, topic: Topic) -> Turn:
    """The question with what its numbers stand for, with what other people say there, or in other words."""
    if step.kind is Kind.SCALE:
        return asking.repeat(draft, Say(guide.key(step, "ends")))
    if topic is Topic.EXAMPLE and step.example:
        examples = Say(guide.key(step, "example"))
        return asking.repeat(draft, Say(f"utter_{topic.value}", variant=draft.turn), examples)
    return asking.ask(guide, draft, draft.step, (Say(f"utter_{Topic.MEANING.value}", variant=draft.turn),))


def leave_it(guide: Guide, draft: Draft) -> Turn:
    """On from a question, with the best that was said there, if anything was."""
    left = (Say("utter_leave_it", variant=draft.turn),)
    if not draft.partial and draft.step in draft.answers:
        return asking.move_on(guide, draft, left)  # asked again: what they said before stands
    return asking.keep(guide, draft, guide.step(draft.step).answer(draft.partial) if draft.partial else UNSURE, left)
