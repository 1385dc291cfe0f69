"""Hope: how much now, a time with more, what brings it, one act, a line for a hard day (method: H0-H10).

The short form is H0, H2, H7 and H9.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.coaching.answers import Answers, State, choice_of, items_of, known, number_of, takes_longer, words_of
from bot.coaching.gate import AnswerClass, Asked
from bot.coaching.guide import Choice, Guide, Kind, Line, Step
from bot.coaching.guides import moments
from bot.coaching.guides.phrases import UNSURE, UNSURE_ONCE, act_alone, listed, moment_alone, with_the_act
from bot.coaching.plan import Change, Changed, Hope, IfThen, Item, LineKind, OwnLine
from bot.coaching.plan import Kind as ItemKind
from bot.coaching.reflect import without_hedges
from bot.coaching.text import clipped, plain

LOW = 2  # at this or under, a person to talk to is named and talking about it is offered (method: H0)
_GENERAL = re.compile(
    r"(?:listening to )?(?:music|songs?|walk(?:s|ing)|nature|animals?|friends?|family|people|reading|books?|films?|tv"
    r"|telly|sports?|games?|food|art|faith|god|prayer|praying)"
)
_HOPELESS = re.compile(r"\bhopeless\b|\bno hope\b|\bno (?:point|future)\b|\bnothing left\b|\bpointless\b")


def _is_low(answers: Answers) -> bool:
    now = number_of(answers, "now")
    return now is not None and now <= LOW


def _talks(answers: Answers) -> bool:
    return choice_of(answers, "low") == "talk"


def _asks_about_being_alive(answers: Answers) -> bool:
    said = " ".join(plain(words_of(answers, step)) for step in ("hard", "memory"))
    return _talks(answers) or bool(_HOPELESS.search(said))


def _general(answers: Answers) -> str:
    """What they named that could be many things, such as "music"."""
    said = (plain(item) for item in items_of(answers, "kit"))
    return next((item for item in said if _GENERAL.fullmatch(item)), "")


def _is_lower(answers: Answers) -> bool:
    now, after = number_of(answers, "now"), number_of(answers, "after")
    return now is not None and after is not None and after < now


def _kit(answers: Answers) -> tuple[str, ...]:
    which, general = words_of(answers, "kit_which"), _general(answers)
    return tuple(which if which and plain(item) == general else item for item in items_of(answers, "kit"))


def _ways(answers: Answers) -> tuple[str, ...]:
    return (*items_of(answers, "ways"), *filter(None, [words_of(answers, "other_way")]))


def _kit_line(answers: Answers) -> Mapping[str, str]:
    kit = _kit(answers)
    return {"kit": clipped("; ".join(kit), 15)} if kit else {}


def _bit_line(answers: Answers) -> Mapping[str, str]:
    bit = words_of(answers, "bit") or words_of(answers, "picture")
    return {"bit": clipped(bit, 15)} if bit else {}


def _ways_line(answers: Answers) -> Mapping[str, str]:
    ways = _ways(answers)
    return {"ways": clipped("; ".join(ways), 18)} if ways else {}


def _i_can_line(answers: Answers) -> Mapping[str, str]:
    i_can = words_of(answers, "i_can")
    return {"i_can": clipped(i_can, 15)} if i_can else {}


def _memory_line(answers: Answers) -> Mapping[str, str]:
    memory = words_of(answers, "memory")
    return {"memory": clipped(memory)} if memory else {}


def _act_line(answers: Answers) -> Mapping[str, str]:
    act = _act(answers)
    return {"act": clipped(act.rstrip(" ."))} if act else {}


def _act(answers: Answers) -> str:
    return moments.dated(answers, words_of(answers, "act"), "act")


def _if_then_line(answers: Answers) -> Mapping[str, str]:
    cue, instead = words_of(answers, "in_the_way"), words_of(answers, "instead")
    return {"cue": clipped(cue.rstrip(" .,"), 10), "act": clipped(instead.rstrip(" ."), 10)} if cue and instead else {}


def _note_line(answers: Answers) -> Mapping[str, str]:
    note = words_of(answers, "note")
    return {"note": clipped(note)} if note else {}


def _hard_line(answers: Answers) -> Mapping[str, str]:
    hard = _hard(answers)
    return {"hard": clipped(hard, 15)} if hard else {}


def _hard(answers: Answers) -> str:
    """What makes hope hard: what they said of it, and what gets in the way where nothing was set against it."""
    in_the_way = "" if words_of(answers, "instead") else words_of(answers, "in_the_way")
    return "; ".join(filter(None, (words_of(answers, "hard"), in_the_way)))


def _now_line(answers: Answers) -> Mapping[str, str]:
    now = number_of(answers, "now")
    return {"now": str(now)} if now is not None else {}


def _after_line(answers: Answers) -> Mapping[str, str]:
    after = number_of(answers, "after")
    return {"after": str(after)} if after is not None else {}


def _kind_line(answers: Answers) -> Mapping[str, str]:
    kind = words_of(answers, "kind")
    return {"kind": clipped(kind, 15)} if kind else {}


def _others_line(answers: Answers) -> Mapping[str, str]:
    others = answers.get("others")
    wanted = others is not None and others.state is State.GIVEN and others.choice in ("stories", "group")
    return {"others": others.text} if wanted and others is not None else {}


def _kept(answers: Answers) -> tuple[Change, ...]:
    """What confirming keeps: this talk about hope, and what they would like or find kind as lines of their own."""
    kind, others = words_of(answers, "kind"), _others_line(answers)
    lines = [OwnLine(LineKind.COPING, kind)] if kind else []
    lines += [OwnLine(LineKind.WISH, others["others"])] if others else []
    return (_hope(answers), *lines)


def _hope(answers: Answers) -> Change:
    """The talk, as the hope that stands from now on: what was not spoken of this time stays as it stood."""
    cue, instead = words_of(answers, "in_the_way"), words_of(answers, "instead")
    of_today: dict[str, Any] = {
        "now": number_of(answers, "now"),
        "act": _act(answers),
        "if_then": IfThen(cue, instead) if cue and instead else None,
        "hard": _hard(answers),
        "afterwards": number_of(answers, "after"),
    }
    lasting = {name: words_of(answers, name) for name in ("memory", "note", "picture", "bit", "i_can")}
    lists = {"kit": _kit(answers), "ways": _ways(answers)}
    shown: dict[str, Any] = {"show_note": choice_of(answers, "show_note") == "yes"} if lasting["note"] else {}
    said: dict[str, Any] = {name: words for name, words in {**lasting, **lists}.items() if words}
    number = next(iter(known(answers, "hope_ids")), "")
    if number:
        return Changed(Item(ItemKind.HOPE, int(number)), {**of_today, **said, **shown})
    return Hope(**of_today, **said, **shown)


HOPE = Guide(
    journey="hope",
    steps=(
        Step("now", "H0", Kind.SCALE),
        Step(
            "low",
            "H0",
            Kind.CHOICE,
            when=_is_low,
            says=lambda answers: {"number": str(number_of(answers, "now"))},
            choices=(
                Choice("go_on", ("go on", "carry on", "continue", "keep going", "yes", "next")),
                Choice("talk", ("how hard it is", "talk", "talk about it", "hard", "how hard")),
            ),
        ),
        Step(
            "alive",
            "H0s",
            Kind.CHOICE,
            when=_asks_about_being_alive,
            choices=(
                Choice("yes"),
                Choice("no"),
                Choice("rather_not", ("rather not say", "rather not", "prefer not to say", "not saying")),
            ),
            afterwards="utter_hope_alive_heard",
            settled_by_card=True,
        ),
        Step(
            "hard",
            "H1",
            asked=Asked.OBSTACLE,
            when=lambda answers: _is_low(answers) or takes_longer(answers),
            probes=UNSURE_ONCE,
            feels=True,
        ),
        Step("memory", "H2", asked=Asked.STORY, probes=UNSURE),
        Step("kit", "H3", asked=Asked.PEOPLE, long=True, probes=UNSURE, splits=listed, clean=without_hedges),
        Step(
            "kit_which",
            "H3",
            asked=Asked.PEOPLE,
            long=True,
            when=lambda answers: bool(_general(answers)),
            says=lambda answers: {"general": _general(answers) or "that"},
        ),
        Step("picture", "H4", asked=Asked.STORY, long=True, probes=UNSURE),
        Step("bit", "H4", asked=Asked.PEOPLE, long=True, when=lambda answers: bool(words_of(answers, "picture"))),
        Step(
            "ways",
            "H5",
            asked=Asked.PEOPLE,
            long=True,
            when=lambda answers: bool(words_of(answers, "picture")),
            probes=UNSURE_ONCE,
            splits=listed,
            clean=without_hedges,
        ),
        Step(
            "other_way",
            "H5",
            asked=Asked.PEOPLE,
            long=True,
            when=lambda answers: len(items_of(answers, "ways")) == 1,
            clean=without_hedges,
        ),
        Step(
            "i_can",
            "H6",
            asked=Asked.STORY,
            long=True,
            offers=lambda answers: known(answers, "strengths")[-4:],
            probes=UNSURE,
        ),
        Step(
            "act",
            "H7",
            asked=Asked.STEP,
            probes={**UNSURE, AnswerClass.VAGUE_STEP: ("vague", "probe_2")},
            wording=lambda answers: "" if words_of(answers, "memory") else "plain",
            asks_for_act=True,
            clean=act_alone,
        ),
        Step(
            "in_the_way",
            "H7",
            asked=Asked.OBSTACLE,
            when=lambda answers: bool(words_of(answers, "act")),
            probes=UNSURE_ONCE,
            clean=moment_alone,
            reads=with_the_act("in_the_way", "instead"),
            feels=True,
        ),
        Step(
            "instead",
            "H7",
            asked=Asked.STEP,
            when=lambda answers: bool(words_of(answers, "in_the_way")),
            says=lambda answers: {"cue": clipped(words_of(answers, "in_the_way").rstrip(" .,"), 12)},
            probes={AnswerClass.DONT_KNOW: ("probe_1",), AnswerClass.VAGUE_STEP: ("probe_1",)},
            asks_for_act=True,
            clean=act_alone,
            reads=with_the_act("in_the_way", "instead"),
            reflects=False,
        ),
        Step(
            "others",
            "H8",
            Kind.CHOICE,
            long=True,
            choices=(
                Choice("stories", ("how others did it", "stories", "others")),
                Choice("group", ("a peer group", "group", "peers")),
                Choice("neither", ("neither", "no", "none")),
            ),
            follows={"stories": "utter_peers", "group": "utter_peers"},
        ),
        Step("note", "H9", asked=Asked.NOTE, probes=UNSURE, reflects=False),
        Step(
            "show_note",
            "H9",
            Kind.CHOICE,
            when=lambda answers: bool(words_of(answers, "note")),
            choices=(Choice("yes"), Choice("no")),
        ),
        Step("after", "H10", Kind.SCALE, long=True, when=lambda answers: number_of(answers, "now") is not None),
        Step("kind", "H10", asked=Asked.PEOPLE, long=True, when=_is_lower, feels=True),
        Step("read_back", "H9", Kind.READ_BACK),
    ),
    lines=(
        Line("utter_hope_line_memory", "memory", _memory_line),
        Line("utter_hope_line_kit", "kit", _kit_line, clears=("kit_which",)),
        Line("utter_hope_line_bit", "bit", _bit_line, clears=("picture",)),
        Line("utter_hope_line_ways", "ways", _ways_line, clears=("other_way",)),
        Line("utter_hope_line_i_can", "i_can", _i_can_line),
        Line("utter_hope_line_act", "act", _act_line),
        Line("utter_hope_line_if_then", "in_the_way", _if_then_line, follow=("instead",), act_step="instead"),
        Line("utter_hope_line_note", "note", _note_line),
        Line("utter_hope_line_hard", "hard", _hard_line),
        Line("utter_hope_line_now", "now", _now_line, by_question=True),
        Line("utter_hope_line_after", "after", _after_line, by_question=True),
        Line("utter_hope_line_kind", "kind", _kind_line),
        Line("utter_hope_line_others", "others", _others_line, by_question=True),
    ),
    keeps=_kept,
)
