"""Hope: how much now, a time with more, what brings it, one act, a line for a hard day (method: H0-H10).

The short form is H0, H2, H7 and H9.
"""

from __future__ import annotations

from dataclasses import replace

from bot.coaching.answers import items_of, known, number_of, takes_longer, words_of
from bot.coaching.gate import AnswerClass, Asked
from bot.coaching.guide import Choice, Guide, Kind, Line, Step
from bot.coaching.guides import hope_answers as said
from bot.coaching.guides.harmful import gives_of, gives_steps
from bot.coaching.guides.phrases import (
    NOT_NOW,
    UNSURE,
    UNSURE_ONCE,
    act_alone,
    listed,
    moment_alone,
    with_the_act,
)
from bot.coaching.reflect import without_hedges
from bot.coaching.text import clipped

_ALIVE = Step(
    "alive",
    "H0s",
    Kind.CHOICE,
    when=said.talks,
    choices=(
        Choice("yes"),
        Choice("no", (*NOT_NOW, "not me", "i'm ok", "im ok", "i'm okay", "im okay")),
        Choice("rather_not", ("rather not say", "rather not", "prefer not to say", "not saying")),
    ),
    afterwards="utter_hope_alive_heard",
    reads=said.no_and_what_weighs,
    reflects=False,
    settled_by_card=True,
)


def _alive_after(step: str) -> Step:
    """The plain question where the words of an answer are hopeless, if it was not asked before."""
    return replace(_ALIVE, id=f"alive_after_{step}", words="alive", when=said.is_hopeless(step))


HOPE = Guide(
    journey="hope",
    steps=(
        Step("now", "H0", Kind.SCALE, wording=lambda answers: "long" if takes_longer(answers) else ""),
        Step(
            "low",
            "H0",
            Kind.CHOICE,
            when=said.is_low,
            says=lambda answers: {"number": str(number_of(answers, "now"))},
            choices=(
                Choice("go_on", ("go on", "carry on", "continue", "keep going", "yes", "next")),
                Choice("talk", ("how hard it is", "talk", "talk about it", "hard", "how hard")),
            ),
        ),
        _ALIVE,
        Step(
            "hard",
            "H1",
            asked=Asked.OBSTACLE,
            when=lambda answers: said.is_low(answers) or takes_longer(answers),
            probes=UNSURE_ONCE,
            feels=True,
        ),
        _alive_after("hard"),
        Step("memory", "H2", example=True, asked=Asked.STORY, probes=UNSURE),
        _alive_after("memory"),
        Step(
            "kit", "H3", example=True, asked=Asked.PEOPLE, long=True, probes=UNSURE, splits=listed, clean=without_hedges
        ),
        *gives_steps("kit", "H3", long=True),
        Step(
            "kit_which",
            "H3",
            asked=Asked.PEOPLE,
            long=True,
            when=lambda answers: bool(said.general(answers)),
            says=lambda answers: {"general": said.general(answers) or "that"},
        ),
        Step("picture", "H4", asked=Asked.STORY, long=True, probes=UNSURE, leads_to=("bit", "ways")),
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
            "own_way",
            "H5",
            asked=Asked.PEOPLE,
            long=True,
            choices=(Choice("none", ("none", "none of these", "neither", "not these")),),
            when=lambda answers: said.is_without_ways(answers) and bool(said.own_means(answers)),
            offers=said.own_means,
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
            probes={AnswerClass.DONT_KNOW: ("probe_1",), AnswerClass.SELF_CRITICAL: ("probe_1",)},
        ),
        Step(
            "i_did",
            "H6",
            asked=Asked.STORY,
            long=True,
            when=lambda answers: not words_of(answers, "i_can") and bool(said.evidence(answers)),
            says=lambda answers: {"evidence": clipped(said.evidence(answers), 20)},
        ),
        Step(
            "act",
            "H7",
            example=True,
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
        *gives_steps("instead", "H7"),
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
        Step("note", "H9", example=True, asked=Asked.NOTE, probes=UNSURE, reflects=False, leads_to=("show_note",)),
        Step(
            "show_note",
            "H9",
            Kind.CHOICE,
            when=lambda answers: bool(words_of(answers, "note")),
            choices=(Choice("yes"), Choice("no")),
        ),
        Step("after", "H10", Kind.SCALE, long=True, when=lambda answers: number_of(answers, "now") is not None),
        Step("kind", "H10", asked=Asked.PEOPLE, long=True, when=said.is_lower, feels=True),
        *gives_steps("kind", "H10", long=True),
        Step("read_back", "H9", Kind.READ_BACK),
    ),
    lines=(
        Line("utter_hope_line_memory", "memory", said.memory_line),
        Line("utter_hope_line_kit", "kit", said.kit_line, follow=gives_of("kit"), clears=("kit_which",)),
        Line("utter_hope_line_bit", "bit", said.bit_line, clears=("picture",)),
        Line("utter_hope_line_ways", "ways", said.ways_line, clears=("own_way", "other_way")),
        Line("utter_hope_line_i_can", "i_can", said.i_can_line, clears=("i_did",)),
        Line("utter_hope_line_act", "act", said.act_line),
        Line(
            "utter_hope_line_if_then",
            "in_the_way",
            said.if_then_line,
            follow=("instead", *gives_of("instead")),
            act_step="instead",
        ),
        Line("utter_hope_line_note", "note", said.note_line),
        Line("utter_hope_line_hard", "hard", said.hard_line),
        Line("utter_hope_line_hard", "hard", said.hard_and_in_the_way_line, clears=("in_the_way",)),
        Line("utter_hope_line_now", "now", said.now_line, by_question=True),
        Line("utter_hope_line_after", "after", said.after_line, by_question=True),
        Line("utter_hope_line_kind", "kind", said.kind_line, follow=gives_of("kind")),
        Line("utter_hope_line_others", "others", said.others_line, by_question=True),
    ),
    keeps=said.kept,
)
