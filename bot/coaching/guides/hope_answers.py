"""What the answers of the hope dialogue say: when a question applies, the lines, the hope to keep."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from bot.coaching.answers import Answer, Answers, State, choice_of, items_of, known, number_of, words_of
from bot.coaching.changes import Change, Changed
from bot.coaching.guides import moments
from bot.coaching.guides.harmful import act_without_harm, without_harm, words_without_harm
from bot.coaching.guides.phrases import on_a_line
from bot.coaching.if_then import then_said
from bot.coaching.plan import Hope, IfThen, Item, LineKind, OwnLine
from bot.coaching.plan import Kind as ItemKind
from bot.coaching.text import plain

LOW = 2  # at this or under, a person to talk to is named and talking about it is offered (method: H0)
_GENERAL = re.compile(
    r"(?:listening to )?(?:music|songs?|walk(?:s|ing)|nature|animals?|friends?|family|people|reading|books?|films?|tv"
    r"|telly|sports?|games?|food|art|faith|god|prayer|praying)"
)
_HOPELESS = re.compile(r"\bhopeless\b|\bno hope\b|\bno (?:point|future)\b|\bnothing left\b|\bpointless\b")


_NO_AND_MORE = re.compile(
    r"^\W*(?:no|nope|nah|naw)\b[\s,.!;–-]*(?:(?:not|nothing like|never) that|not at all|not me|i[’']?m not"
    r"|it[’']?s not that)?[\s,.!;–-]+(?P<more>(?!but\b|though\b|except\b|sometimes\b|not\b|well\b)\w.*)$",
    re.IGNORECASE | re.DOTALL,
)
_FEWEST_WORDS = 3


def no_and_what_weighs(text: str) -> Mapping[str, Answer]:
    """The no to the plain question, and what they say weighs on them instead: "No, not that. It's the evenings"."""
    found = _NO_AND_MORE.match(text.strip())
    if found is None or len(found["more"].split()) < _FEWEST_WORDS:
        return {}
    return {"alive": Answer(text="No", choice="no"), "hard": Answer(text=found["more"])}


def is_low(answers: Answers) -> bool:
    now = number_of(answers, "now")
    return now is not None and now <= LOW


def talks(answers: Answers) -> bool:
    return choice_of(answers, "low") == "talk"


def is_hopeless(step: str) -> Callable[[Answers], bool]:
    """Is what was said at this step hopeless, and was nobody asked about being alive so far?"""

    def says_so(answers: Answers) -> bool:
        own = f"alive_after_{step}"
        asked = any(each.startswith("alive") and each != own for each in answers)
        return not asked and bool(_HOPELESS.search(plain(words_of(answers, step))))

    return says_so


def general(answers: Answers) -> str:
    """What they named that could be many things, such as "music"."""
    said = (plain(item) for item in items_of(answers, "kit"))
    return next((item for item in said if _GENERAL.fullmatch(item)), "")


def is_lower(answers: Answers) -> bool:
    now, after = number_of(answers, "now"), number_of(answers, "after")
    return now is not None and after is not None and after < now


def kit(answers: Answers) -> tuple[str, ...]:
    which, wide = words_of(answers, "kit_which"), general(answers)
    return tuple(which if which and plain(item) == wide else item for item in without_harm(answers, "kit"))


def ways(answers: Answers) -> tuple[str, ...]:
    return (*items_of(answers, "ways"), *filter(None, [words_of(answers, "own_way"), words_of(answers, "other_way")]))


def is_without_ways(answers: Answers) -> bool:
    """Were ways asked for after a picture, and none found?"""
    return bool(words_of(answers, "picture")) and not items_of(answers, "ways")


def own_means(answers: Answers) -> tuple[str, ...]:
    """Up to three things of their own that could be a way: what got them through, what they are good at."""
    return (*known(answers, "coping")[-2:], *known(answers, "strengths")[-2:])[:3]


def evidence(answers: Answers) -> str:
    """What they once told of themselves when a strength showed, the latest."""
    return next(iter(known(answers, "evidence")[-1:]), "")


def kit_line(answers: Answers) -> Mapping[str, str]:
    brings = kit(answers)
    return {"kit": on_a_line("; ".join(brings))} if brings else {}


def bit_line(answers: Answers) -> Mapping[str, str]:
    bit = words_of(answers, "bit") or words_of(answers, "picture")
    return {"bit": on_a_line(bit)} if bit else {}


def ways_line(answers: Answers) -> Mapping[str, str]:
    there = ways(answers)
    return {"ways": on_a_line("; ".join(there))} if there else {}


def i_can_line(answers: Answers) -> Mapping[str, str]:
    i_can = _i_can(answers)
    return {"i_can": on_a_line(i_can)} if i_can else {}


def _i_can(answers: Answers) -> str:
    return words_of(answers, "i_can") or words_of(answers, "i_did")


def memory_line(answers: Answers) -> Mapping[str, str]:
    memory = words_of(answers, "memory")
    return {"memory": on_a_line(memory)} if memory else {}


def act_line(answers: Answers) -> Mapping[str, str]:
    act = _act(answers)
    return {"act": on_a_line(act.rstrip(" ."))} if act else {}


def _act(answers: Answers) -> str:
    return moments.dated(answers, words_of(answers, "act"), "act")


def if_then_line(answers: Answers) -> Mapping[str, str]:
    cue, instead = words_of(answers, "in_the_way"), act_without_harm(answers, "instead")
    return (
        {"cue": on_a_line(cue.rstrip(" .,")), "then": then_said(on_a_line(instead.rstrip(" .")))}
        if cue and instead
        else {}
    )


def note_line(answers: Answers) -> Mapping[str, str]:
    note = words_of(answers, "note")
    return {"note": on_a_line(note)} if note else {}


def hard_line(answers: Answers) -> Mapping[str, str]:
    """What makes hope hard, where that is all."""
    hard = words_of(answers, "hard")
    return {"hard": on_a_line(hard)} if hard and not _unmet(answers) else {}


def hard_and_in_the_way_line(answers: Answers) -> Mapping[str, str]:
    """The same with what gets in the way, where nothing was set against it: one line of two answers."""
    return {"hard": on_a_line(_hard(answers))} if _unmet(answers) else {}


def _unmet(answers: Answers) -> str:
    """What gets in the way and has no act set against it."""
    return "" if act_without_harm(answers, "instead") else words_of(answers, "in_the_way")


def _hard(answers: Answers) -> str:
    return "; ".join(filter(None, (words_of(answers, "hard"), _unmet(answers))))


def now_line(answers: Answers) -> Mapping[str, str]:
    now = number_of(answers, "now")
    return {"now": str(now)} if now is not None else {}


def after_line(answers: Answers) -> Mapping[str, str]:
    after = number_of(answers, "after")
    return {"after": str(after)} if after is not None else {}


def kind_line(answers: Answers) -> Mapping[str, str]:
    kind = words_without_harm(answers, "kind")
    return {"kind": on_a_line(kind)} if kind else {}


def others_line(answers: Answers) -> Mapping[str, str]:
    others = answers.get("others")
    wanted = others is not None and others.state is State.GIVEN and others.choice in ("stories", "group")
    return {"others": others.text} if wanted and others is not None else {}


def kept(answers: Answers) -> tuple[Change, ...]:
    """What confirming keeps: this talk about hope, and what they would like or find kind as lines of their own."""
    others = others_line(answers)
    kind = words_without_harm(answers, "kind")
    lines = [OwnLine(LineKind.COPING, kind)] if kind else []
    lines += [OwnLine(LineKind.WISH, others["others"])] if others else []
    return (_hope(answers), *lines)


def _hope(answers: Answers) -> Change:
    """The talk, as the hope that stands from now on: what was not spoken of this time stays as it stood."""
    cue, instead = words_of(answers, "in_the_way"), act_without_harm(answers, "instead")
    of_today: dict[str, Any] = {
        "now": number_of(answers, "now"),
        "act": _act(answers),
        "if_then": IfThen(cue, instead) if cue and instead else None,
        "hard": _hard(answers),
        "afterwards": number_of(answers, "after"),
    }
    lasting = {name: words_of(answers, name) for name in ("memory", "note", "picture", "bit")}
    lasting["i_can"] = _i_can(answers)
    lists = {"kit": kit(answers), "ways": ways(answers)}
    shown: dict[str, Any] = {"show_note": choice_of(answers, "show_note") == "yes"} if lasting["note"] else {}
    said: dict[str, Any] = {name: words for name, words in {**lasting, **lists}.items() if words}
    number = next(iter(known(answers, "hope_ids")), "")
    if number:
        return Changed(Item(ItemKind.HOPE, int(number)), {**of_today, **said, **shown})
    return Hope(**of_today, **said, **shown)
