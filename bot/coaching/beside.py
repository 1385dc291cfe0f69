"""What stands beside an answer in one message: a reproach before it, a question to the coach around it.

Neither may cost the answer: "I told you, ring Jo", "Thursday after breakfast. Who sees this?".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.coaching.asides import ASIDES, ruled
from bot.coaching.asking import Outcome, Turn
from bot.coaching.confirming import read_confirmation
from bot.coaching.controls import Control, read_control
from bot.coaching.draft import Draft, Say
from bot.coaching.gate import (
    ABOUT_THE_COACH,
    SENTENCES,
    AnswerClass,
    Asked,
    Topic,
    asks_who_sees,
    begins_as_question,
    is_only_lead_in,
    names_a_time,
    topic_of,
    wishes_unseen,
)
from bot.coaching.guide import Guide, Kind, Step
from bot.coaching.reading import answer_alone
from bot.coaching.spelling import spelled
from bot.coaching.text import NO, YES, plain
from bot.coaching.topics import answered

_REPROACH = re.compile(
    r"(?:(?:but|look|no|sorry|oi|ffs|listen|well|like|as|again)[\s,.!]+)*"
    r"(?:(?:(?:i|ive|i've|i have)\s+)?(?:(?:already|just|literally)\s+)*told\s+(?:you|u|ya)"
    r"|(?:(?:i|ive|i've|i have)\s+)?(?:(?:already|just|literally)\s+)+(?:said|answered)"
    r"|(?:i've|ive|i have)\s+(?:said|answered)|(?<=\bas\s)i\s+said|(?<=\blike\s)i\s+said|i\s+said(?=\s*[.:!])"
    r"|i\s+said(?=\s+(?:(?:that|this|it|so)\s+)?(?:already|before|once|twice)\b))"
    r"(?:\s+(?:that|this|it|so|already|before|once|twice|you|just now|a minute ago))*"
    r"(?:\s*[,.:;!…–-]+\s*|(?<=\balready)\s+(?=(?:it'?s|its|is|because|cos|for)\b)"
    r"|(?<=\balready\ssaid)\s+(?=(?:it'?s|its|because|cos|for)\b))"
    r"(?P<words>(?!(?:once|twice|three times|again|already|before|so)\W*$)\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_ENDING = re.compile(
    r"(?:\s*[,.;!?–—-]+\s*|\s+(?=(?:and|but|so|please)\s))(?:(?:and|but|so|please|now)\s+)*"
    r"(?:(?:don['’]?t|do not|stop|quit) ask(?:ing)?(?: me)?(?: (?P<what>when|why|what|where|how|who)| again"
    r"| (?:any)?more"
    r"| about it| stuff| things| questions?| so much| all this)*|i said stop(?: asking)?"
    r"|(?:just )?leave it (?:at|with) that|that['’]?s (?:all|your lot|it)(?: you['’]?re getting)?|like (?:you|i) said"
    r"|(?:mate |god )?(?:this is|that['’]?s) (?:a lot of|too many) questions|what does it matter"
    r"|are we done(?: yet)?|(?:no,? )?i (?:won['’]?t|will not) say(?: why| more| who| what)?)"
    r"\W*",
    re.IGNORECASE,
)
_LONGEST_ENDING = 80  # characters
_LAST_CLAUSE = re.compile(
    r"(?P<said>.+?)[,;–-]+\s+(?:(?:and|but|so)\s+)?(?P<asked>(?:who|are|is|what|will|does|do)\b.+)",
    re.IGNORECASE | re.DOTALL,
)
_OF_THE_QUESTION = frozenset({Topic.MEANING, Topic.EXAMPLE})
_OF_PRIVACY = re.compile(
    r"\b(?:any(?:one|body)|no ?(?:one|body)|private|privacy|know|see|read|trust|worr\w+|careful|safe)\b"
)
_OF_THEMSELVES = re.compile(
    r"(?:i'?m|i am)\b(?! (?:going|gonna|planning|thinking|hoping|off|about to))"
    r"|(?:it|this|that|he|she|they|you|there)(?:'s)?\b"
)
_SAYS_WHEN = re.compile(r"\b(?:at|after|before|by|around|about|when|once|every)\b")
_IF_CLAUSE = re.compile(r"(?:(?:and|but|so|because)\s+)?(?:if|when)\b[^,?]*,\s*(?=[^?]*\bi\b)", re.IGNORECASE)
# Who is not to see it, behind a yes: "yes you can show it, but not to my wife".
_BUT_UNSEEN = re.compile(
    r"(?P<said>.+?)[\s,.;!–-]+(?:but|just|only|and)\s+(?P<wish>(?:please\s+)?(?:not (?:to|for|with) (?P<whom>.+)"
    r"|(?:don['’]?t|do not|never)\b.+))",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_YES = 200  # characters
# A question that they answer themselves: "what would I do? swim".
_TO_THEMSELVES = re.compile(r"(?:\w+\W+){1,3}(?:do|would|could|will|should|did|can|am) i\b")


@dataclass(frozen=True)
class Beside:
    """An answer and the question to the coach that stood in the same message; empty where it wants no answer."""

    answer: str
    question: str


def without_reproach(text: str, asked: Asked | None) -> str:
    """The answer behind "I told you, ...", where one stands there."""
    found = _REPROACH.fullmatch(text.strip())
    if found is None or is_only_lead_in(found["words"]):
        return text
    first = SENTENCES.split(found["words"])[0]  # a question may stand behind the answer
    return text if topic_of(first, asked) is not None else found["words"]


def without_ending(text: str) -> tuple[str, str]:
    """The answer before "and don't ask me when", "leave it at that", "stop asking me stuff", and what not to ask."""
    unasked = ""
    while found := _ending_of(text):
        text, unasked = text[: found.start()].rstrip(" ,.;"), unasked or (found["what"] or "").lower()
    return text, unasked


def _ending_of(text: str) -> re.Match[str] | None:
    """Where such words end a text that says something before them."""
    places = range(max(1, len(text) - _LONGEST_ENDING), len(text))
    found = (_ENDING.fullmatch(text, place) for place in places if not text[place].isalnum())
    return next((each for each in found if each and re.search(r"\w", text[: each.start()])), None)


def question_beside(step: Step, text: str) -> Beside | None:
    """The answer and the question of a message that holds both; None where it does not."""
    sentences = [each for each in SENTENCES.split(text.strip()) if each]
    if "\x00" in text or (answer_alone(text) != text and not _asks_what_if(sentences[-1])):
        return None  # "my dog, does that count?" is an answer
    if step.needed and len(step.reads(text)) > 1:
        return None  # a yes with a condition: "ok. just don't tell my mum"
    unseen = _yes_unseen(step, text)
    if unseen is not None:
        return unseen
    if len(sentences) == 1:
        return _in_one_sentence(step, text)
    asked = [_is_put_to_the_coach(each, step.asked) for each in sentences]
    if asked[-1] == asked[0]:
        return None
    first_is_said = not asked[0]
    cut = asked.index(first_is_said)
    if any(each is not first_is_said for each in asked[cut:]):
        return None
    parts = " ".join(sentences[:cut]), " ".join(sentences[cut:])
    answer, question = parts if first_is_said else parts[::-1]
    if step.kind is not Kind.OPEN and _only_leads(step, answer, question):
        return Beside("", question)
    if not _answers(step, answer, question):
        return None
    to_themselves = not first_is_said and _TO_THEMSELVES.match(plain(question))
    return Beside(answer, "" if to_themselves else question)


def _yes_unseen(step: Step, text: str) -> Beside | None:
    """A yes with the wish that somebody does not see it, which nobody does who was not named."""
    if step.needed or step.kind is not Kind.CHOICE or [choice.id for choice in step.choices] != ["yes", "no"]:
        return None
    found = _BUT_UNSEEN.fullmatch(" ".join(text.split())) if len(text) <= _LONGEST_YES else None
    if found is None:
        return None
    wish = f"don't show it to {found['whom']}" if found["whom"] else found["wish"]
    return Beside(found["said"], wish) if wishes_unseen(wish) else None


def _in_one_sentence(step: Step, text: str) -> Beside | None:
    """ "Yes, who reads this?": only of what is known, for a comma divides much else."""
    found = _LAST_CLAUSE.fullmatch(text.strip())
    if (
        found is None
        or topic_of(found["asked"], step.asked) not in ABOUT_THE_COACH
        or not begins_as_question(found["asked"])
    ):
        return None
    return Beside(found["said"], found["asked"]) if _answers(step, found["said"], found["asked"]) else None


def _is_put_to_the_coach(sentence: str, asked: Asked | None) -> bool:
    control = read_control(sentence)
    if control is not None:
        return control.control is Control.WHY and sentence.endswith("?")
    if _asks_what_if(sentence):
        return True
    topic = topic_of(sentence, asked)
    if topic in ABOUT_THE_COACH:
        return topic is Topic.REMINDERS or begins_as_question(sentence) or asks_who_sees(sentence)
    return topic in {Topic.OTHER, *_OF_THE_QUESTION} and sentence.endswith("?") and begins_as_question(sentence)


def _asks_what_if(sentence: str) -> bool:
    """ "If I don't find the words, what do I do?" """
    behind = _IF_CLAUSE.match(sentence)
    return behind is not None and sentence.endswith("?") and begins_as_question(sentence[behind.end() :])


def _only_leads(step: Step, words: str, question: str) -> bool:
    """Does a complaint, or a no that answers the coach, only lead to a question of the coach: "no. can she see it"?"""
    if topic_of(question, step.asked) not in ABOUT_THE_COACH:
        return False
    complains = topic_of(words, step.asked) in {Topic.MISUNDERSTOOD, Topic.ANGER}
    wrong = step.kind is Kind.READ_BACK and read_confirmation(words) is not None
    return plain(words) in NO or (complains and not wrong)


def _answers(step: Step, words: str, question: str) -> bool:
    """May these words beside a question be the answer to what was asked, and no way into that question?"""
    said = plain(words)
    if step.kind is not Kind.OPEN:
        return not is_only_lead_in(words) or said in YES | NO
    if is_only_lead_in(words) or said in YES | NO or ruled(words, step.asked) in ASIDES | {AnswerClass.DONT_KNOW}:
        return False
    if topic_of(question, step.asked) is Topic.WHO_READS and _OF_PRIVACY.search(said):
        return False
    if step.asked is Asked.WHEN:
        return names_a_time(words) or bool(_SAYS_WHEN.search(said))
    return step.asked not in (Asked.GOAL, Asked.STEP) or not _OF_THEMSELVES.match(plain(spelled(words)))


def both_taken(guide: Guide, draft: Draft, beside: Beside, take: Callable[[Guide, Draft, str], Turn]) -> Turn:
    """The turn that the answer makes, with what the question is met with before the next one.

    Who asks what is meant hears it in other words first; what they said is not lost by that. Words that answer
    nothing here use up no try.
    """
    step = guide.step(draft.step)
    if step.kind is Kind.OPEN and topic_of(beside.question, step.asked) in _OF_THE_QUESTION:
        return take(guide, replace(draft, partial=beside.answer), beside.question)
    if not beside.answer or (guide.opens is not None and wishes_unseen(beside.question)):
        return take(guide, draft, beside.question)
    turn, reply = take(guide, draft, beside.answer), _reply(guide, draft, beside.question)
    if reply is None:
        return turn
    if step.kind is not Kind.OPEN and turn.draft.tries > draft.tries:
        return take(guide, draft, beside.question)
    if turn.outcome is not Outcome.ASKING or not turn.sayings:
        return replace(turn, sayings=(reply, *turn.sayings))
    return replace(turn, sayings=(*turn.sayings[:-1], reply, turn.sayings[-1]))


def _reply(guide: Guide, draft: Draft, question: str) -> Say | None:
    if not question:
        return None
    step = guide.step(draft.step)
    if read_control(question) is not None:
        return Say(guide.key(step, "why"))
    topic = topic_of(question, step.asked)
    if topic in ABOUT_THE_COACH and topic is not None:
        return Say(f"utter_{topic.value}", variant=draft.turn)
    return Say(answered(question) or "utter_cannot_answer", variant=draft.turn)
