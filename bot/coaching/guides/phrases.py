"""Parts of answers that guides share: the act alone, the moment alone, a reason behind a number, probes, ways on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.coaching.answers import Answer
from bot.coaching.gate import AnswerClass, items
from bot.coaching.guide import Choice
from bot.coaching.reading import both_parts
from bot.coaching.reflect import without_hedges

TWO_PROBES = ("probe_1", "probe_2")
UNSURE = {AnswerClass.DONT_KNOW: TWO_PROBES, AnswerClass.SELF_CRITICAL: TWO_PROBES}
UNSURE_ONCE = {AnswerClass.DONT_KNOW: ("probe_1",)}
KEEP = Choice("keep", ("keep it", "keep it as is", "keep it like that", "leave it as it is", "same"))
YES_NO = (Choice("yes"), Choice("no"))
NOT_NOW = ("not now", "not any more", "not anymore", "not at all", "never")  # a no to whether something is so now
MOST_LISTED = 6
_REASON = re.compile(r"\b(?:because|cos|cuz|coz|bcos|since|as)\s+(?P<why>\S.*)$", re.IGNORECASE | re.DOTALL)


def act_alone(text: str) -> str:
    """The act alone: "then I will ring Kev" gives "ring Kev"."""
    bare = re.sub(
        r"^(?:then\s+)?(?:i\s+will|i'll|i’ll|ill|i\s+would|i'd|i\s+can|i\s+could)\s+(?:just\s+)?",
        "",
        without_hedges(text),
        flags=re.I,
    )
    return re.sub(r"^then\s+", "", bare, flags=re.I).strip() or text.strip()


def reason_alone(text: str) -> str:
    """The reason alone: "because we used to laugh" gives "we used to laugh"."""
    return re.sub(r"^(?:because|cos|cuz|coz|bcos)\s+(?=\S)", "", text.strip(), flags=re.I)


def moment_alone(text: str) -> str:
    """The moment alone: "if it rains" gives "it rains"."""
    return re.sub(r"^(?:if|when|maybe|probably)\s+", "", without_hedges(text), flags=re.I).strip() or text.strip()


def with_the_act(moment_step: str, act_step: str) -> Callable[[str], Mapping[str, Answer]]:
    """Reads "if I get shy I will sing to the wall" at either question: it answers both."""

    def read(text: str) -> Mapping[str, Answer]:
        moment, act = both_parts(text.strip())
        return {moment_step: Answer(text=moment), act_step: Answer(text=act)} if moment else {}

    return read


def listed(text: str) -> tuple[str, ...]:
    """The things that an answer lists where several were asked for."""
    return at_most(items(without_hedges(text)))


def at_most(parts: tuple[str, ...]) -> tuple[str, ...]:
    """As many things as can be offered; what is over stays with the last one, so that nothing is lost."""
    over = parts[MOST_LISTED - 1 :]
    return (*parts[: MOST_LISTED - 1], "; ".join(over)) if over else parts


def reason_for(step: str) -> Callable[[str], Mapping[str, Answer]]:
    """Reads "8 because my mum does it all": the words behind the number answer this step."""

    def read(text: str) -> Mapping[str, Answer]:
        found = _REASON.search(text)
        return {step: Answer(text=found["why"].strip())} if found else {}

    return read
