"""One plain form for what people type: case, spacing, leet, emoji, stretched letters, misspellings.

It only ever brings words nearer to the small crisis vocabulary, never away from it, and must never raise.
Both this form and the typed words are screened.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from bot.safety.lexicon import Spelling, spelling

LONGEST = 600  # characters of one piece
LONGEST_WORD = 40  # characters; a longer one holds no word of ours, and would push others out of its piece
GLUED = 9  # letters from which an unknown word may be several written as one
LONGEST_SPACED = 200  # characters of a run of single letters that is read as spelt-out words
PIECE, OVERLAP = 60, 20  # words of a piece, and words it shares with the next
_RUN = re.compile(r"([^\x00-\x7f])\1{3,}")
_APOSTROPHES = re.compile(r"(?<=\w)['’‘`´ʼ](?=\w)")
_SENTENCE_END = re.compile(r"[.!?;:\n\r…|]+(?=\s|$)|\n+|[.!?]{2,}|(?<=[a-z]{2})[.!?](?=[A-Z])")
_TOKEN = re.compile(r"[^\s,()\[\]{}\"“”<>/\\]+|,|[()\"“”/\\]")
_EDGE = re.compile(r"^[^\w@$]+|[^\w@$]+$")
_INSIDE = re.compile(r"[a-z]+(?:[0134578@$!|]+[a-z]+)+")
_THREE = re.compile(r"(?<![^\W_])(?:d[ .]i[ .]e|k[ .]m[ .]s|c[ .]t[ .]b|c[ .]u[ .]t)(?![^\W_])", re.IGNORECASE)
_SPACED = re.compile(r"(?<![^\W_])(?:[^\W_][\s.\-_*·]{1,3}){3,}[^\W_](?![^\W_])")
_REPEATED = re.compile(r"(.)\1{2,}")
_LEET = str.maketrans("0134578@$!|+", "oieastbasiit")
_LOOKALIKES = str.maketrans(
    "аеорсухіӏѕԁɡαεοτικνᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ",
    "aeopcyxiisdgaeotikvabcdefghijklmnoprstuvwyz",
)
_INVISIBLE = {"Cf", "Cc", "Mn", "Me", "Cs", "Co", "Cn"}


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a message in plain form: lower case, single spaces, commas as words of their own."""
    words = spelling()
    clean = _characters(text, words)
    clean = _THREE.sub(lambda match: re.sub(r"\W", "", match.group(0)), clean)
    clean = _SPACED.sub(lambda match: _join_spaced(match.group(0), words), clean)
    parts = (_plain(part, words) for part in _SENTENCE_END.split(clean))
    return tuple(piece for part in parts if part.strip(" ,") for piece in _pieces(part))


def _pieces(sentence: str) -> Iterator[str]:
    """A sentence as it is, or a very long one in overlapping pieces."""
    if len(sentence) <= LONGEST:
        yield sentence
        return
    words = [word[:LONGEST_WORD] for word in sentence.split(" ")]
    for start in range(0, len(words), PIECE - OVERLAP):
        yield " ".join(words[start : start + PIECE])[:LONGEST]


def _characters(text: str, words: Spelling) -> str:
    """Compatible forms folded, lookalike letters replaced, emoji named, invisible characters dropped."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", _RUN.sub(r"\1\1\1", text.replace("\ufe0f", "")))
        text = text.translate(_LOOKALIKES).translate(_Characters(words.emoji))
    return _APOSTROPHES.sub("", _control_free(text))


class _Characters(dict[int, str]):
    """Translation of one character, made when it is first met."""

    def __init__(self, emoji: Mapping[str, str]) -> None:
        super().__init__()
        self._emoji = emoji

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kept = char if code < 128 or unicodedata.category(char) not in _INVISIBLE else ""
        self[code] = self._emoji.get(char, kept)
        return self[code]


def _control_free(text: str) -> str:
    return re.sub(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]", " ", text)


def _join_spaced(run: str, words: Spelling) -> str:
    """ "k i l l  m e" as words. Wider gaps part words; without them the known words are cut out."""
    if len(run) > 2 * LONGEST_SPACED:
        return run
    chunks = re.split(r"\s{2,}", run.strip())
    letters = [re.sub(r"[\s.\-_*·]+", "", chunk).casefold().translate(_LEET) for chunk in chunks]
    return " ".join(_cut(chunk, words) if len(chunk) > 6 else chunk for chunk in letters)


def _cut(letters: str, words: Spelling) -> str:
    """The fewest known words that make up the letters; the letters themselves where there is no such way."""
    best: list[tuple[str, ...] | None] = [()] + [None] * len(letters)
    for end in range(1, min(len(letters), LONGEST_SPACED) + 1):
        for start in range(max(0, end - 12), end):
            before, word = best[start], letters[start:end]
            current = best[end]
            if before is not None and word in words.known and (current is None or len(before) + 1 < len(current)):
                best[end] = (*before, word)
    found = best[min(len(letters), LONGEST_SPACED)]
    return " ".join(found) if found else letters


def _plain(sentence: str, words: Spelling) -> str:
    tokens = (_word(token, words) for token in _TOKEN.findall(sentence))
    joined = " ".join(token for token in tokens if token)
    for wrong, right in words.phrases:
        if wrong in joined:
            joined = joined.replace(wrong, right)
    return joined


@lru_cache(maxsize=20_000)
def _word(typed: str, words: Spelling) -> str:
    if typed == ",":
        return ","
    lowered = typed.casefold()
    core = _EDGE.sub("", lowered[:LONGEST_WORD])
    if not core:
        return "," if lowered in {"(", ")", "-", "–", "—", "--"} else ""
    if core.isalpha():
        return _spelt(core, words)
    return " ".join(_mixed(part, words) for part in re.split(r"[-–—_]+", core) if part)


def _mixed(core: str, words: Spelling) -> str:
    """A token with digits or signs inside: read as leet where that gives a known word."""
    if core.isalpha():
        return _spelt(core, words)
    if core.isdigit():
        return core
    if "*" in core or "#" in core:
        return _starred(core, words)
    letters = re.sub(r"[^\w]", "", core.translate(_LEET))
    for candidate in _unstretched(letters):
        right = words.fixes.get(candidate, candidate)
        if right in words.crisis or candidate in words.known:
            return right
    if _INSIDE.fullmatch(core):
        return words.nearest(letters)
    return re.sub(r"[^\w]+", " ", core).strip()


def _starred(core: str, words: Spelling) -> str:
    pattern = re.compile(re.sub(r"\\[*#]+", "[a-z]", re.escape(core.translate(_LEET))))
    found = next((word for word in words.starred if pattern.fullmatch(word)), "")
    return found or re.sub(r"[^\w]+", "", core)


def _spelt(word: str, words: Spelling) -> str:
    for candidate in _unstretched(word):
        if candidate in words.fixes:
            return words.fixes[candidate]
        if candidate in words.crisis or candidate in words.known:
            return candidate
    if len(word) >= GLUED:
        parts = _cut(word, words).split()
        if len(parts) > 2 and not words.crisis.isdisjoint(parts):
            return " ".join(parts)
    return words.nearest(word)


def _unstretched(word: str) -> Iterable[str]:
    """The word, then with runs of three or more letters cut to two, then to one."""
    yield word
    if _REPEATED.search(word):
        yield _REPEATED.sub(r"\1\1", word)
        yield _REPEATED.sub(r"\1", word)
