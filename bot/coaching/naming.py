"""A line pointed at by its name, at any question: "I want the goal to be my sister", "change the step to ring Jo".

It must never take an answer for one: the name stands with "the" or "my", and the words say what it should be.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.coaching.answers import Answers
from bot.coaching.guide import Guide, Line
from bot.coaching.nearly import nearly
from bot.coaching.spelling import spelled
from bot.coaching.text import plain

_BEFORE = (
    r"(?:oh|no+|nah|ok|okay|well|actually|wait|hang on|hold on|sorry|please|and|but|so|can we|can you|can i|could we"
    r"|could you|could i|can i go back|go back|let's|lets|i think|on second thoughts|i(?:'ve| have)? changed my mind)"
)
_OPENS = re.compile(
    rf"(?P<before>(?:{_BEFORE}[\s,.:;-]+)*)(?P<verb>\w+)\s+(?P<the>the|my|that|this)\s+(?P<name>[\w-]+)", re.IGNORECASE
)
_SIZE = re.compile(
    r"(?:a (?:bit|little) |much |something |way )?"
    r"(?:smaller|bigger|easier|harder|shorter|longer|simpler|different|other|else|changed|another(?: one)?|new)"
)
_INSTEAD = re.compile(r"\s+(?:instead|insted|please|now)$", re.IGNORECASE)
_SHORTEST_ALONE = 3  # words; a shorter name needs "the" or "my" before it
_ASKS = ("what ", "who ", "why", "how ", "where", "look ")
_DELETES = r"(?:delete|remove|take out|cross out|drop|get rid of|take)"


def deleted_by_name(guide: Guide, answers: Answers, text: str) -> int:
    """The number of the standing line that a message takes out by its name: "delete how much hope"; 0 where none."""
    said, lead = plain(text), rf"(?:{_BEFORE}[\s,.]+)*{_DELETES}"
    for number, (line, _) in enumerate(guide.standing_lines(answers), start=1):
        name = _any_of(line.named)
        if name and re.fullmatch(rf"{lead}\s+{name}(?:\s+(?:line|out|away|off|please))*", said):
            return number
    return 0


def line_named(guide: Guide, answers: Answers, text: str) -> tuple[int, Line, str] | None:
    """The standing line that a message names, its number, and what it is to be; None where it names none.

    The words are empty where only its size was spoken of ("make the step smaller"): then it is asked for again.
    """
    standing = guide.standing_lines(answers)
    said = in_right_spelling(text.strip().rstrip("?!. "), tuple(name for line, _ in standing for name in line.named))
    for number, (line, _) in enumerate(standing, start=1):
        words = words_for(line.named, said) if line.named else None
        if words is not None:
            return number, line, words
    return None


def words_for(names: tuple[str, ...], text: str) -> str | None:
    """The new words that a message has for what is called so, empty where it has none; None where it names it not."""
    found = _pattern(names).fullmatch(text)
    words = _INSTEAD.sub("", (found["words"] or "").strip()) if found else ""
    return None if found is None else "" if is_a_size(words) else words


def is_a_size(words: str) -> bool:
    """Do the words only say of what size something should be: "a bit smaller"?"""
    return bool(_SIZE.fullmatch(words.lower()))


def in_right_spelling(text: str, names: tuple[str, ...]) -> str:
    """A message with its verb of change and the name after it spelt right: "chang the gole. to swim"."""
    found = _OPENS.match(text)
    if found is None or not (found["verb"].lower() == "change" or nearly(found["verb"], ("change",), any_word=True)):
        return text
    singles = tuple(bare for name in names if " " not in (bare := re.sub(r"^(?:the|my|a) ", "", name)))
    name = found["name"]
    meant = (spelled(name),) if spelled(name) in singles else nearly(name, singles)
    right = meant[0] if len(meant) == 1 and name.lower() not in singles else name
    return f"{found['before']}change {found['the']} {right}{text[found.end() :]}"


def _any_of(names: tuple[str, ...]) -> str:
    """The pattern for one of these names, with the little word before it that each needs."""
    bare = [re.sub(r"^(?:the|my|a) ", "", name) for name in names]
    alone = [name for name in bare if name.startswith(_ASKS) or len(name.split()) >= _SHORTEST_ALONE]
    ways = [rf"(?:the|my|that|this)\s+(?:(?:real|main|whole)\s+)?(?:{_one_of(bare)})"] if bare else []
    return rf"(?:{'|'.join([*ways, *([_one_of(alone)] if alone else [])])})" if ways else ""


def _one_of(names: list[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    name = _any_of(names)
    wish = r"i(?:'d| would)?\s+(?:want|like|rather|prefer)"
    return re.compile(
        rf"(?:{_BEFORE}[\s,.:;-]+)*(?:(?:i\s+(?:want|need|like)\s+to\s+)?(?:change|redo|do over)\s+{name}"
        rf"|(?:"
        rf"(?:change|switch|swap)\s+{name}(?:\s*[:=,.;]\s*|\s+(?:to|into|so it(?:'s| is))\s+)"
        rf"|make\s+{name}\s+(?:(?:to|be|into)\s+)*"
        rf"|{wish}\s+{name}\s+(?:to be|was|were|be|is|said)\s+"
        rf"|{name}\s+(?:should|shud|shld|(?:needs|has|ought|is meant|was meant|is supposed) to)\s+(?:be|say)\s+"
        rf"|(?:can|could)\s+{name}\s+be\s+|{name}\s+is\s+(?:really|actually|now)\s+"
        rf"|{name}\s+is(?:n't|\s+not)?\s+(?:wrong|right|it)[\s,.;]+(?:(?:it\s+should\s+be|it's|{wish}(?:\s+it)?\s+to(?:\s+be)?"
        rf"|make\s+it)\s+)"
        rf")(?:(?:about|that)\s+)?(?P<words>\S.*))",
        re.IGNORECASE | re.DOTALL,
    )
