"""Parts of answers that guides share: the act alone, the moment alone, a reason behind a number, probes, ways on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.coaching.answers import DECLINED, Answer, Answers
from bot.coaching.gate import AnswerClass, items
from bot.coaching.guide import Choice
from bot.coaching.if_then import both_parts
from bot.coaching.reflect import without_hedges
from bot.coaching.text import clipped, plain

TWO_PROBES = ("probe_1", "probe_2")
UNSURE = {AnswerClass.DONT_KNOW: TWO_PROBES, AnswerClass.SELF_CRITICAL: TWO_PROBES}
UNSURE_ONCE = {AnswerClass.DONT_KNOW: ("probe_1",)}
KEEP = Choice("keep", ("keep it", "keep it as is", "keep it like that", "leave it as it is", "same"))
YES_NO = (Choice("yes"), Choice("no"))
NOT_NOW = ("not now", "not any more", "not anymore", "not at all", "never")  # a no to whether something is so now
MOST_LISTED = 6
SHORT_NO = 4  # words
MOST_ON_A_LINE = 120  # words; more than one answer is likely to have
_INTENDED = re.compile(
    r"^(?:then\s+)?(?:i\s+(?:will|would|shall|can|could)|i['’]?ll|i['’]d|id(?!\s+(?:card|badge|number|photo)s?\b)|i(?=\s+just\b))"
    r"\s+(?:just\s+)?(?:(?:have|need|got) to\s+(?=\w))?",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because|cos|cuz|coz|bcos|since|as)\s+(?P<why>\S.*)$"
    r"|^\W*\w+\W*[.,;:–-]\s+(?P<sentence>(?:i|i'm|it|it's|he|she|my|they|we|she's|he's)\s+\w+\s+\S.*)$",
    re.IGNORECASE | re.DOTALL,
)


def on_a_line(text: str) -> str:
    """What a line of the read-back shows: all of it, so that nobody agrees to what they cannot see."""
    return clipped(text, MOST_ON_A_LINE)


def never(_: Answers) -> bool:
    """Of a question that is asked only when its line is changed."""
    return False


def act_alone(text: str) -> str:
    """The act alone: "then I will ring Kev" and "i'd have to ring Kev first" give what is to be done."""
    bare = _INTENDED.sub("", without_hedges(text))
    return re.sub(r"^then\s+", "", bare, flags=re.I).strip() or text.strip()


def reason_alone(text: str) -> str:
    """The reason alone: "because we used to laugh" gives "we used to laugh"."""
    return re.sub(r"^(?:because|cos|cuz|coz|bcos)\s+(?=\S)", "", text.strip(), flags=re.I)


def moment_alone(text: str) -> str:
    """The moment alone: "if it rains" gives "it rains"."""
    alone = re.sub(r"^nothing in me[\s.,;:-]+(?:it['’]?s |it is |only |just )*", "", without_hedges(text), flags=re.I)
    alone = re.sub(r"^(?:(?:if|when|maybe|probably|only|the thing is)\s+)+", "", alone, flags=re.I)
    return alone.strip() or text.strip()


# That nothing may get in the way; what "nothing helps" says is another matter.
_NOTHING_THERE = re.compile(
    r"(?:(?:no|nah|well|honestly|tbh|absolutely)[\s,.]+)*nothing(?:"
    r" (?:will|can|could|would|is (?:going to|gonna)|gonna) (?:stop|get in|hold|come between)\b.*|,? (?:i'm|im"
    r"|i am)\b.*"
    r"|(?:,? (?:at all|really|much|now|this time|tbh|lol|mate|bro|i can think of|comes to mind|springs to mind))+)"
)


def with_the_act(moment_step: str, act_step: str) -> Callable[[str], Mapping[str, Answer]]:
    """Reads "if I get shy I will sing" at either question: it answers both; "nothing will stop me" takes both out."""

    def read(text: str) -> Mapping[str, Answer]:
        if _NOTHING_THERE.fullmatch(plain(text)):
            return {moment_step: DECLINED}
        moment, act = both_parts(text.strip())
        return {moment_step: Answer(text=moment), act_step: Answer(text=act)} if moment else {}

    return read


_ASKS_NOTHING = re.compile(
    r"(?:(?:oh|ah|well|um+|er+m*|hmm+|really|honestly|to be honest)[\s,.…]+)*"
    r"(?:(?:no|nope|nah|nothing|none)(?=$|\s*[,.;!…]|\s+(?:thanks|thank|thankyou|really|not|i|i'd|i'm|they|need)\b)"
    r"|not really\b|(?:i )?(?:don't|dont|wouldn't|wouldnt) think so\b).*",
    re.DOTALL,
)
_NO_TROUBLE = re.compile(
    r"\b(?:don't|dont|do not|not|wouldn't|wouldnt|rather not|no need to)(?: want to| like to| wish to)?"
    r" (?:trouble|bother|worry|burden|put on|ask) (?:them|him|her|anyone|anybody|the team|people)\b"
)
_OF_THEIR_LOAD = re.compile(
    r"\bthey(?:'ve|'re|ve|re| have| are| do| did)?(?: all| got| already| both)* (?:enough|busy|plenty|rushed|overworked"
    r"|a lot|loads|run off|do enough)\b|\benough on their plates?\b|\bi'?m (?:fine|ok|all right|alright)\b"
)
_ASKS_ALL_THE_SAME = re.compile(
    r"\b(?:could|can you|would help|i'd like|id like|i want them|ask them (?:to|if)|if they|just (?:ring|ask|to|that|a)"
    r"|only (?:to|that|if)|except|apart from|unless|maybe (?:a|ask|ring|they))\b"
)


def asked_of_the_team(step: str) -> Callable[[str], Mapping[str, Answer]]:
    """Reads a no in their own words where the team might be asked: "no, they've enough on their plates"."""

    def read(text: str) -> Mapping[str, Answer]:
        said = plain(text)
        says_no = _NO_TROUBLE.search(said) or (
            _ASKS_NOTHING.fullmatch(said) and (len(said.split()) <= SHORT_NO or _OF_THEIR_LOAD.search(said))
        )
        return {step: DECLINED} if says_no and not _ASKS_ALL_THE_SAME.search(said) else {}

    return read


_NO_THING = re.compile(
    r"(?:sort of|kind of|i (?:guess|suppose)|and that|(?:and |but )?(?:no,? )?i (?:won't|wont|will not|don't want to)"
    r" (?:say|tell|go into)\b.*)"
)


def listed(text: str) -> tuple[str, ...]:
    """The things that an answer lists where several were asked for, without a hedge or a refusal among them."""
    told = items(without_hedges(text))
    said = tuple(each for each in told if not _NO_THING.fullmatch(plain(each)))
    return at_most(said or told)


_AFTERTHOUGHT = re.compile(
    r"^(?:though|although|but|because|cos|since|so|which|who|where|if|when|unless|it|it's|its|they(?:'\w+)?|he(?:'s)?"
    r"|she(?:'s)?|we|that(?:'s)?|thats|there(?:'s)?|i(?:'m|'ve)?|im|ive|my \w+ (?:is|was|has|says|said|does))\b"
    r"(?! could\b| might\b)"
    r"|^(?:maybe|perhaps|probably|possibly)$|\b(?:i (?:think|suppose|guess|believe)|or something|or other|if i can)$",
    re.IGNORECASE,
)
_WANTS = re.compile(r"^(?:i(?:'d| could| can| might| would|'ll| will| want))\b", re.IGNORECASE)


def ways_listed(text: str) -> tuple[str, ...]:
    """The ways that an answer lists; an afterthought stays with the one before: "ring them, they're nice"."""
    ways: list[str] = []
    end = 0
    for part in items(text):
        start, end = end, text.find(part, end) + len(part)
        if ways and _AFTERTHOUGHT.search(plain(part)) and not _WANTS.search(part):
            ways[-1] = (ways[-1] + text[start:end]).strip(" .,;")
        else:
            ways.append(re.sub(r"^(?:and|or|then)\s+", "", part, flags=re.I))
    return at_most(tuple(map(without_hedges, ways)))


_CALLS_IT = re.compile(
    r"^(?P<before>.*\b)?(?:call (?:it|that|this|mine)|name it|put (?:it )?down(?: as)?)[\s:,]+(?P<name>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NOT_CALLED = re.compile(
    r"\b(?:don'?t|not|never|wouldn'?t|they|people|others|she|he|mum|dad)\b[^.,;…]*$", re.IGNORECASE
)


def name_alone(text: str) -> str:
    """The name alone: "I don't know, I'd just call it getting out" gives "getting out"."""
    found = _CALLS_IT.match(text.strip())
    if found is None or _NOT_CALLED.search(found["before"] or ""):
        return without_hedges(text)
    return without_hedges(found["name"]).strip(" .\"'“”") or without_hedges(text)


def at_most(parts: tuple[str, ...]) -> tuple[str, ...]:
    """As many things as can be offered; what is over stays with the last one, so that nothing is lost."""
    over = parts[MOST_LISTED - 1 :]
    return (*parts[: MOST_LISTED - 1], "; ".join(over)) if over else parts


def reason_for(step: str) -> Callable[[str], Mapping[str, Answer]]:
    """Reads "8 because my mum does it all": the words behind the number answer this step."""

    def read(text: str) -> Mapping[str, Answer]:
        found = _REASON.search(text)
        return {step: Answer(text=(found["why"] or found["sentence"]).strip())} if found else {}

    return read
