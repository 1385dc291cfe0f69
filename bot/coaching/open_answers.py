"""What an answer in free words leads to at its question: kept and given back, probed, or left.

Pure. It must never lose an answer on a vote alone, and never ask one question more than three times.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from bot.coaching import asking
from bot.coaching.acts import begins_as_done
from bot.coaching.answers import DECLINED, Answer
from bot.coaching.asides import ASIDES, MOST_TRIES, aside, leave_it, ruled
from bot.coaching.asking import Turn
from bot.coaching.beside import without_ending
from bot.coaching.draft import Draft, Say
from bot.coaching.gate import AnswerClass, Asked, classify, is_only_a_time, loss_in
from bot.coaching.gate.pieces import FILLERS
from bot.coaching.grammar import parsed
from bot.coaching.guide import Guide, Step
from bot.coaching.new_words import put_instead
from bot.coaching.putting_right import put_right
from bot.coaching.reading import answer_alone, asks_of_others, is_only_a_number, says_same
from bot.coaching.reflect import reflect, without_hedges
from bot.coaching.text import clipped, plain
from bot.coaching.words_alone import words_alone

class_of = lru_cache(maxsize=8192)(classify)  # one answer is read for several reasons
reflected = lru_cache(maxsize=8192)(reflect)
_NEVER_QUESTIONS = frozenset({Asked.GOAL, Asked.OBSTACLE, Asked.REASON, Asked.STEP, Asked.STORY, Asked.WHEN})
_PARTS = re.compile(r"[.,;!\n]+")
_KEPT_AS_SAID = frozenset({Asked.NAME, Asked.NOTE})
_NOTHING_TO_KEEP = frozenset({AnswerClass.DONT_KNOW, AnswerClass.SELF_CRITICAL})


def take_open(guide: Guide, draft: Draft, step: Step, text: str) -> Turn:
    text = (put_instead(text) if draft.return_to else "") or words_alone(answer_alone(text), step.asked)
    text = put_right(text, step.asked) or text
    text, unasked = (text, "") if step.asked in _KEPT_AS_SAID else without_ending(text)
    only_a_time = step.asks_for_act and is_only_a_time(text)
    answer_class = AnswerClass.VAGUE_STEP if only_a_time else _class_at(step, text)
    beside = aside(guide, draft, text, answer_class)
    if beside is not None:
        return beside
    if step.asked is not Asked.WHEN and is_only_a_number(text):
        return _number_alone(guide, draft)
    if only_a_time and draft.partial:
        return _act_and_time(guide, draft, step, text)
    probes = step.probes.get(answer_class, ())
    if draft.tries < min(len(probes), MOST_TRIES):
        return _probe(guide, draft, text, answer_class, probes)
    if _says_nothing(step, text, answer_class, probes):
        return leave_it(guide, draft)
    if step.asked in _NEVER_QUESTIONS:  # put as a question, and taken as an answer
        text = text.rstrip("? \t\r\n") or text
    further = dict(step.reads(text))
    if unasked == "when" and (line := guide.line_of(step.id)) and line.time_step:
        further[line.time_step] = DECLINED
    said = step.answer(text)
    answer = further.pop(step.id, said)
    lead = (_heard(step, answer.text or said.text, answer.items, draft),) if step.reflects or loss_in(text) else ()
    return asking.keep(guide, draft, answer, lead, further)


def _heard(step: Step, said: str, listed: tuple[str, ...], draft: Draft) -> Say:
    """What is said back; of a wish put as if it were done ("got a job") nothing, for it is not so yet."""
    if step.asked is Asked.GOAL and not (listed or loss_in(said)) and begins_as_done(parsed(without_hedges(said))):
        return Say("utter_ack", variant=draft.turn)
    return reflection(said, listed, draft)


def _says_nothing(step: Step, text: str, answer_class: AnswerClass, probes: tuple[str, ...]) -> bool:
    """Is there nothing in the answer to keep? A vote alone may have it asked about, and never lose it."""
    if answer_class not in _NOTHING_TO_KEEP or ruled(text, step.asked) is not answer_class:
        return False
    return answer_class is AnswerClass.DONT_KNOW or bool(probes)


def _class_at(step: Step, text: str) -> AnswerClass:
    """The class of an answer; to "when?" a day or a time is one in any case."""
    if (step.asked is Asked.WHEN and is_only_a_time(text)) or (step.same_again and says_same(text)):
        return AnswerClass.GOOD
    answer_class = class_of(text, step.asked)
    if answer_class not in ASIDES:
        return answer_class
    only_voted = ruled(text, step.asked) is not answer_class
    answers = (step.of_the_team and asks_of_others(text)) or (only_voted and _answers_in_part(step, text, answer_class))
    return AnswerClass.GOOD if answers else answer_class


def _answers_in_part(step: Step, text: str, answer_class: AnswerClass) -> bool:
    """Does the guide read an answer in it, or is a part of it one: "sitting with me. not talking"?"""
    if step.id in step.reads(text):
        return True
    parts = [part for part in _PARTS.split(text) if len(FILLERS.sub("", plain(part)).split()) > 1]
    is_refusal = answer_class is AnswerClass.REFUSAL and len(parts) > 1
    return is_refusal and class_of(parts[0], step.asked) is AnswerClass.GOOD


def _number_alone(guide: Guide, draft: Draft) -> Turn:
    """A bare number where words were asked for: the question comes again, at most twice."""
    if draft.tries >= MOST_TRIES:
        return leave_it(guide, draft)
    trying = replace(draft, tries=draft.tries + 1)
    return asking.repeat(trying, Say("utter_number_alone", variant=draft.turn))


def _act_and_time(guide: Guide, draft: Draft, step: Step, text: str) -> Turn:
    """The act that was said before, and now when: both are kept where they belong."""
    line = guide.line_of(step.id)
    timed = {line.time_step: Answer(text=text.strip())} if line is not None and line.time_step else {}
    return asking.keep(guide, draft, Answer(text=step.clean(draft.partial)), (reflection(text, (), draft),), timed)


def _probe(guide: Guide, draft: Draft, text: str, answer_class: AnswerClass, probes: tuple[str, ...]) -> Turn:
    shown = draft.question.words
    fresh = [probe for probe in probes if not shown.endswith(f"_{probe}")]
    suffix = fresh[min(draft.tries, len(fresh) - 1)] if fresh else probes[-1]
    nothing = answer_class in _NOTHING_TO_KEEP
    heard = (Say("utter_heard", variant=draft.turn),) if answer_class is AnswerClass.SELF_CRITICAL else ()
    trying = replace(draft, tries=draft.tries + 1, partial=draft.partial if nothing else text.strip())
    return asking.ask(guide, trying, draft.step, heard, suffix)


def reflection(said: str, listed: tuple[str, ...], draft: Draft) -> Say:
    if loss := loss_in(said):
        return Say(f"utter_{loss.value}", variant=draft.turn)
    if listed:
        return Say("utter_reflect_list", {"list": "; ".join(clipped(item, 8) for item in listed)})
    given_back = reflected(said)
    return Say("utter_reflect", {"said": given_back}) if given_back else Say("utter_ack", variant=draft.turn)
