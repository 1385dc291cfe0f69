"""The engine that runs every dialogue: (guide, draft, answer) → (draft, sayings). Pure, and knows no dialogue.

It must never record what was not said, never ask one question more than three times unless asked to repeat it
or asked something back, and never take a sentence for a command.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from bot.coaching import asking, editing, obeying
from bot.coaching.answers import DECLINED, KNOWN, NOW, UNSURE, Answer, Answers
from bot.coaching.asking import Outcome, Turn
from bot.coaching.controls import read_control
from bot.coaching.draft import Draft, Say
from bot.coaching.gate import (
    AnswerClass,
    Asked,
    Topic,
    classify,
    is_only_a_time,
    numbers_in,
    ruled_class,
    topic_of,
)
from bot.coaching.guide import Guide, Kind, Step
from bot.coaching.reading import (
    Confirmed,
    WantsChange,
    asks_of_others,
    is_only_a_number,
    new_words,
    offered_at,
    read_choice,
    read_confirmation,
)
from bot.coaching.reflect import reflect
from bot.coaching.text import clipped, plain
from bot.coaching.topics import answered

MOST_TRIES = 2  # probes, or re-askings, before an answer is accepted as it is
_class_of = lru_cache(maxsize=8192)(classify)  # one answer is read for several reasons
_ruled = lru_cache(maxsize=8192)(ruled_class)
_reflected = lru_cache(maxsize=8192)(reflect)
_OFFERING = frozenset({Kind.OPEN, Kind.CHOICE})
# Answered as often as it comes: none of it was meant as an answer, so no try is used up.
_NO_TRY = frozenset(Topic) - {Topic.MISUNDERSTOOD, Topic.NONSENSE, Topic.OTHER}
NOTHING_KNOWN: Answers = {}
_ASIDES = frozenset({AnswerClass.PERSON_WANTED, AnswerClass.QUESTION, AnswerClass.REFUSAL})
_NOTHING_TO_KEEP = frozenset({AnswerClass.DONT_KNOW, AnswerClass.SELF_CRITICAL})


def begin(guide: Guide, lead: tuple[Say, ...] = (), turn: int = 0, known: Answers = NOTHING_KNOWN) -> Turn:
    """Start a dialogue: the first question that applies. Turns are counted on from `turn`.

    `known` are answers to begin with: what was known of the person, what the wish itself said.
    """
    draft = Draft(journey=guide.journey, turn=turn, answers=dict(known))
    return asking.first(guide, replace(draft, answers=_noted({}, draft.answers)), lead)


def resume(guide: Guide, draft: Draft, *, after_card: bool = False) -> Turn:
    """Go on where the draft stopped: the very question, in the very words, with what was said so far."""
    try:
        step = guide.step(draft.step)
    except KeyError:
        return asking.first(guide, replace(draft, path=(), queue=(), return_to=""), ())
    if after_card and step.settled_by_card:
        return asking.keep(guide, draft, UNSURE, (Say("utter_carrying_on"),))
    if after_card:
        return asking.repeat(draft, Say("utter_we_were_here"))
    lines = tuple((line.words, values) for line, values in guide.standing_lines(draft.answers))
    said_before = lines and step.kind is not Kind.READ_BACK  # which shows the same lines itself
    lead = Say("utter_resume", lines=lines) if said_before else Say("utter_we_were_here")
    return asking.repeat(draft, lead)


def take(guide: Guide, draft: Draft, text: str) -> Turn:
    """One message of the person's at the draft's question."""
    turn = _varied(_taken(guide, draft, text))
    return replace(turn, draft=replace(turn.draft, answers=_noted(draft.answers, turn.draft.answers)))


def _noted(before: Answers, answers: Answers) -> Answers:
    """The answers, each new one with the moment at which it was given, where that is known."""
    now = answers.get(NOW)
    if now is None:
        return answers
    return {
        step: answer if step.startswith(KNOWN) or answer is before.get(step) else replace(answer, at=now.text)
        for step, answer in answers.items()
    }


def _varied(turn: Turn) -> Turn:
    """The turn with another wording than last time for all that is said around the question (method: rule 18)."""
    if turn.outcome is not Outcome.ASKING:
        return turn
    used, sayings = dict(turn.draft.wordings), []
    for say in turn.sayings:
        if say is not turn.draft.question:
            used[say.words] = used[say.words] + 1 if say.words in used else say.variant
            say = replace(say, variant=used[say.words])
        sayings.append(say)
    return replace(turn, draft=replace(turn.draft, wordings=used), sayings=tuple(sayings))


def _taken(guide: Guide, draft: Draft, text: str) -> Turn:
    step = guide.step(draft.step)
    if not plain(text) and not text.strip():
        return asking.repeat(draft, Say("utter_empty", variant=draft.turn))
    if step.kind in _OFFERING and offered_at(step, draft):
        answer = read_choice(step, offered_at(step, draft), text)
        if answer is not None:
            return _chosen(guide, draft, step, answer)
    confirmed = step.kind is Kind.READ_BACK and isinstance(read_confirmation(text), Confirmed)
    request = None if confirmed else read_control(text, feels=step.feels)
    if request is not None:
        return obeying.obey(guide, draft, request)
    earlier = _takes_back(guide, draft, step, text)
    if earlier is not None:
        return _taken(guide, earlier, new_words(text))
    takers = {
        Kind.OPEN: _take_open,
        Kind.SCALE: _take_scale,
        Kind.CHOICE: _take_other,
        Kind.READ_BACK: _take_read_back,
    }
    return takers[step.kind](guide, draft, step, text)


def _takes_back(guide: Guide, draft: Draft, step: Step, text: str) -> Draft | None:
    """The draft back at the question whose answer somebody takes back where only a number or a choice is asked for."""
    if step.kind not in {Kind.SCALE, Kind.CHOICE} or draft.return_to or not draft.path or not new_words(text):
        return None
    step_id = draft.path[-1]
    if guide.step(step_id).kind is not Kind.OPEN or not draft.answers.get(step_id, UNSURE).text:
        return None
    return replace(draft, step=step_id, path=draft.path[:-1], tries=0, partial="")


def _chosen(guide: Guide, draft: Draft, step: Step, answer: Answer) -> Turn:
    draft = replace(draft, answers={**draft.answers, **step.settles(draft.answers, answer)})
    return asking.keep(guide, draft, answer)


def _aside(guide: Guide, draft: Draft, text: str, answer_class: AnswerClass) -> Turn | None:
    """What is no answer at any question: a wish for a person, a question to the coach, a refusal.

    None of them uses up a try: however much is asked, the open question stays.
    """
    if answer_class in _ASIDES and _ruled(text, guide.step(draft.step).asked) is not answer_class:
        if draft.tries or draft.question.step != f"{guide.journey}.{draft.step}":
            return None  # what the vote alone takes for no answer is asked about once, then it stands as one
        draft = replace(draft, tries=1)
        if answer_class is AnswerClass.REFUSAL:
            return asking.repeat(draft, Say("utter_skip_or_answer"))
    if answer_class is AnswerClass.PERSON_WANTED:
        return asking.repeat(draft, Say("utter_person_wanted"))
    if answer_class is AnswerClass.REFUSAL and not guide.step(draft.step).needed:
        return asking.keep(guide, draft, DECLINED, (Say("utter_thats_fine", variant=draft.turn),))
    if answer_class is not AnswerClass.QUESTION:
        return None
    topic = topic_of(text, guide.step(draft.step).asked) or Topic.OTHER
    if topic is Topic.NONSENSE and guide.step(draft.step).kind is not Kind.OPEN:
        return None  # asked again with what may be chosen
    if topic is Topic.NONSENSE and draft.tries >= MOST_TRIES:
        return _leave_it(guide, draft)
    if topic is Topic.NONSENSE:
        return asking.repeat(replace(draft, tries=draft.tries + 1), Say(f"utter_{topic.value}", variant=draft.turn))
    known = answered(text) if topic is Topic.OTHER else ""
    if known or topic in _NO_TRY:
        return asking.repeat(draft, Say(known or f"utter_{topic.value}", variant=draft.turn))
    words = f"utter_{topic.value}" if draft.asides < MOST_TRIES else "utter_answer_your_way"
    return asking.repeat(replace(draft, asides=draft.asides + 1), Say(words, variant=draft.turn))


def _leave_it(guide: Guide, draft: Draft) -> Turn:
    left = (Say("utter_leave_it", variant=draft.turn),)
    if not draft.partial and draft.step in draft.answers:
        return asking.move_on(guide, draft, left)  # asked again: what they said before stands
    return asking.keep(guide, draft, Answer(text=draft.partial) if draft.partial else UNSURE, left)


def _take_open(guide: Guide, draft: Draft, step: Step, text: str) -> Turn:
    only_a_time = step.asks_for_act and is_only_a_time(text)
    answer_class = AnswerClass.VAGUE_STEP if only_a_time else _class_at(step, text)
    aside = _aside(guide, draft, text, answer_class)
    if aside is not None:
        return aside
    if step.asked is not Asked.WHEN and is_only_a_number(text):
        return _number_alone(guide, draft)
    if only_a_time and draft.partial:
        return _act_and_time(guide, draft, step, text)
    probes = step.probes.get(answer_class, ())
    if draft.tries < min(len(probes), MOST_TRIES):
        return _probe(guide, draft, text, answer_class, probes)
    if _says_nothing(step, text, answer_class, probes):
        return _leave_it(guide, draft)
    further = dict(step.reads(text))
    said, listed = step.clean(text), step.splits(text)
    answer = further.pop(step.id, Answer(text=said, items=listed if len(listed) > 1 else ()))
    lead = (_reflection(answer.text or said, answer.items, draft),) if step.reflects else ()
    return asking.keep(guide, replace(draft, answers={**draft.answers, **further}), answer, lead)


def _says_nothing(step: Step, text: str, answer_class: AnswerClass, probes: tuple[str, ...]) -> bool:
    """Is there nothing in the answer to keep? A vote alone may have it asked about, and never lose it."""
    if answer_class not in _NOTHING_TO_KEEP or _ruled(text, step.asked) is not answer_class:
        return False
    return answer_class is AnswerClass.DONT_KNOW or bool(probes)


def _class_at(step: Step, text: str) -> AnswerClass:
    """The class of an answer; to "when?" a day or a time is one in any case."""
    if step.asked is Asked.WHEN and is_only_a_time(text):
        return AnswerClass.GOOD
    answer_class = _class_of(text, step.asked)
    return AnswerClass.GOOD if step.of_the_team and answer_class in _ASIDES and asks_of_others(text) else answer_class


def _number_alone(guide: Guide, draft: Draft) -> Turn:
    """A bare number where words were asked for: the question comes again, at most twice."""
    if draft.tries >= MOST_TRIES:
        return _leave_it(guide, draft)
    trying = replace(draft, tries=draft.tries + 1)
    return asking.repeat(trying, Say("utter_number_alone", variant=draft.turn))


def _act_and_time(guide: Guide, draft: Draft, step: Step, text: str) -> Turn:
    """The act that was said before, and now when: both are kept where they belong."""
    line = guide.line_of(step.id)
    timed = {line.time_step: Answer(text=text.strip())} if line is not None and line.time_step else {}
    answered = replace(draft, answers={**draft.answers, **timed})
    return asking.keep(guide, answered, Answer(text=step.clean(draft.partial)), (_reflection(text, (), draft),))


def _probe(guide: Guide, draft: Draft, text: str, answer_class: AnswerClass, probes: tuple[str, ...]) -> Turn:
    shown = draft.question.words
    fresh = [probe for probe in probes if not shown.endswith(f"_{probe}")]
    suffix = fresh[min(draft.tries, len(fresh) - 1)] if fresh else probes[-1]
    nothing = answer_class in _NOTHING_TO_KEEP
    heard = (Say("utter_heard", variant=draft.turn),) if answer_class is AnswerClass.SELF_CRITICAL else ()
    trying = replace(draft, tries=draft.tries + 1, partial=draft.partial if nothing else text.strip())
    return asking.ask(guide, trying, draft.step, heard, suffix)


def _reflection(said: str, listed: tuple[str, ...], draft: Draft) -> Say:
    if listed:
        return Say("utter_reflect_list", {"list": "; ".join(clipped(item, 8) for item in listed)})
    reflected = _reflected(said)
    return Say("utter_reflect", {"said": reflected}) if reflected else Say("utter_ack", variant=draft.turn)


def _take_scale(guide: Guide, draft: Draft, step: Step, text: str) -> Turn:
    numbers = numbers_in(text)
    if len(numbers) == 1 or (numbers and draft.tries):
        reasoned = replace(draft, answers={**draft.answers, **step.reads(text)})
        return asking.keep(guide, reasoned, Answer(text=text.strip(), number=numbers[0]))
    words = "utter_scale_which" if numbers else "utter_scale_again"
    return _not_understood(guide, draft, step, text, words)


def _take_other(guide: Guide, draft: Draft, step: Step, text: str) -> Turn:
    answer_class = _ruled(text, step.asked)
    further = {} if answer_class in _NO_ANSWER - {AnswerClass.DONT_KNOW} else dict(step.reads(text))
    if step.id in further:
        answer = further.pop(step.id)
        said = _reflection(_given_back(text), (), draft)
        return asking.keep(guide, replace(draft, answers={**draft.answers, **further}), answer, (said,))
    if step.other_words_answer and answer_class not in _NO_ANSWER:
        onward = replace(draft, step=step.other_words_answer, path=(*draft.path, step.id))
        answered = replace(onward, answers={**onward.answers, step.id: Answer(choice="own_words")})
        return _take_open(guide, answered, guide.step(step.other_words_answer), text)
    told = replace(draft, answers={**draft.answers, **further})
    turn = _not_understood(guide, told, step, text, "utter_choice_again")
    return replace(turn, sayings=(_reflection(text, (), draft), *turn.sayings)) if further else turn


def _given_back(text: str) -> str:
    """What of an account is given back: all of it, or its first sentence ("got to the door. legged it")."""
    first = text.strip().partition(". ")[0]
    return text if _reflected(text) or not _reflected(first) else first


_NO_ANSWER = frozenset({AnswerClass.PERSON_WANTED, AnswerClass.QUESTION, AnswerClass.REFUSAL, AnswerClass.DONT_KNOW})


def _not_understood(guide: Guide, draft: Draft, step: Step, text: str, words: str) -> Turn:
    aside = _aside(guide, draft, text, _ruled(text, step.asked))
    if aside is not None:
        return aside
    if draft.tries >= MOST_TRIES:
        return _leave_it(guide, replace(draft, partial=""))
    if step.needed:
        words = "utter_needed"
    elif {choice.id for choice in step.choices} == {"yes", "no"}:
        words = "utter_yes_or_no"
    trying = replace(draft, tries=draft.tries + 1, turn=draft.turn + 1)
    return Turn(trying, (Say(words, {}, draft.turn, offered_at(step, draft), step=draft.question.step),))


def _take_read_back(guide: Guide, draft: Draft, _: Step, text: str) -> Turn:
    reading = read_confirmation(text)
    if isinstance(reading, Confirmed):
        return Turn(draft, (Say(f"utter_{guide.journey}_saved"),), Outcome.KEPT, guide.keeps(draft.answers))
    if isinstance(reading, WantsChange):
        return editing.change(guide, draft, reading.line, reading.words)
    answer_class = _ruled(text, None)
    refused = answer_class is AnswerClass.REFUSAL
    aside = None if refused else _aside(guide, draft, text, answer_class)
    if aside is not None:
        return aside
    if refused or draft.tries >= MOST_TRIES:
        return Turn(draft, (Say("utter_kept_as_draft"),), Outcome.LEFT)
    trying = replace(draft, tries=draft.tries + 1)
    return asking.repeat(trying, Say("utter_read_back_again", variant=draft.turn))
