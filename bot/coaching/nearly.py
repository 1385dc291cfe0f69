"""Misspelt buttons and controls: "somthin i enjoi", "bak". Only a whole message, and only words that are none.

It must never take a word of English for another one: "bath" and "bake" are answers where "back" is a control.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from bot.coaching.text import plain
from bot.control_words import MAY_BE_ABOUT_LIFE, NAMES
from bot.encoder import wordpieces

MOST_WORDS = 6
SHORTEST = 3  # letters; a slip in a shorter word is another one
_LONG, _LONGER = 5, 7  # letters of a word in which one letter, or two, may be wrong in any way
# Words and names that the list of words does not have, and words that a person may well give as an answer.
_WORDS = frozenset(
    "kip stoop loner potions sorter padre menus baker stob sup sop hep helm helpt pan plant ship shop skies backs"
    " stops skips plans helps nest whys undo unto exist exits saves saved safe pauses paws quiet quilt quits passes"
    " repeal finnish".split()
)


def nearly(text: str, meant: Iterable[str], *, any_word: bool = False) -> tuple[str, ...]:
    """Which of these a whole message is but for slips in spelling.

    `any_word`: also where a slip makes another word, as "chang" is a name.
    """
    said = plain(text).split()
    if not said or len(said) > MOST_WORDS or any(letter.isdigit() for letter in text):
        return ()
    return tuple(each for each in dict.fromkeys(meant) if _is_slip(tuple(said), tuple(plain(each).split()), any_word))


def nearly_control(text: str) -> str | None:
    """The name of the control that a whole message is but for slips in spelling."""
    names = {NAMES[each] for each in nearly(text, _CONTROLS)}
    return names.pop() if len(names) == 1 else None


# What may be said of a life, and what is easily another word, is only obeyed as it is spelt.
_CONTROLS = tuple(
    words
    for words in NAMES
    if words not in MAY_BE_ABOUT_LIFE and not (" " not in words and len(words) < 4) and words not in {"pass", "save"}
)


def _is_slip(said: tuple[str, ...], meant: tuple[str, ...], any_word: bool) -> bool:
    return (
        said != meant
        and len(said) == len(meant)
        and all(
            one == other or _may_be(one, other, any_word, len(meant) == 1)
            for one, other in zip(said, meant, strict=True)
        )
    )


@lru_cache(maxsize=8192)
def _may_be(said: str, meant: str, any_word: bool, alone: bool) -> bool:
    if len(meant) < SHORTEST or not said.isalpha():
        return False
    if said in _slips(meant):
        return any_word or not _is_word(said)
    if alone or _is_word(said) or said[0] != meant[0]:
        return False
    return _distance(said, meant) <= (2 if len(meant) >= _LONGER else 1 if len(meant) >= _LONG else 0)


def _is_word(said: str) -> bool:
    return said in _WORDS or said in wordpieces.pieces()


def _slips(word: str) -> set[str]:
    """The word with two letters changed round, one left out after the first, or one doubled."""
    swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    return (
        swapped
        | {word[:i] + word[i + 1 :] for i in range(1, len(word)) if len(word) > 3}
        | {word[:i] + word[i] + word[i:] for i in range(len(word))}
    )


def _distance(one: str, other: str) -> int:
    """How many letters must be put in, left out or changed to make one word the other."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, wanted in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (letter != wanted))
    return row[-1]


CHANGE = "|".join(["change", *sorted(_slips("change"))])  # the verb as it is written, for patterns
