"""Strengths: a story named in their own words; areas, people, coping, use (method: S0-S8; short: S1 S2 S3 S8)."""

from __future__ import annotations

from bot.coaching.answers import choice_of, number_of, words_of
from bot.coaching.gate import AnswerClass, Asked
from bot.coaching.guide import Choice, Guide, Kind, Line, Step
from bot.coaching.guides import areas
from bot.coaching.guides import strengths_answers as said
from bot.coaching.guides.harmful import gives_of, gives_steps, harmful_item
from bot.coaching.guides.phrases import NOT_NOW, UNSURE, UNSURE_ONCE, act_alone, listed
from bot.coaching.reflect import without_hedges
from bot.coaching.text import clipped

_OF_THE_NAME = ("name_own", "anyone", "name_kept", "time", "use", "fit", "reword")

STRENGTHS = Guide(
    journey="strengths",
    steps=(
        Step(
            "way_in",
            "S1",
            Kind.CHOICE,
            choices=said.WAYS_IN,
            other_words_answer="story",
            leads_to=("story",),
        ),
        Step(
            "story",
            "S2",
            example=True,
            asked=Asked.STORY,
            probes=UNSURE,
            wording=said.way_of_asking,
            clean=without_hedges,
            leads_to=("name", *_OF_THE_NAME),
        ),
        Step(
            "name",
            "S3",
            Kind.CHOICE,
            choices=(Choice("other", ("something else", "none of those", "none", "neither", "else", "own words")),),
            when=lambda answers: bool(words_of(answers, "story")) and bool(said.offers(answers) or "name" in answers),
            offers=said.offers,
            other_words_answer="name_own",
            reads=said.anyone_would,
            leads_to=_OF_THE_NAME,
        ),
        Step(
            "name_own",
            "S3",
            example=True,
            asked=Asked.NAME,
            when=said.wants_own_name,
            probes=UNSURE_ONCE,
            reflects=False,
            reads=said.waved_off_at_own,
            leads_to=_OF_THE_NAME,
        ),
        Step(
            "anyone",
            "S3",
            Kind.CHOICE,
            choices=(Choice("keep", ("keep it", "keep", "yes")), Choice("drop", ("drop it", "drop", "no"))),
            when=said.waved_off,
        ),
        Step(
            "name_kept",
            "S3",
            asked=Asked.NAME,
            words="name_own",
            when=lambda answers: said.waved_off(answers) and choice_of(answers, "anyone") == "keep",
            probes=UNSURE_ONCE,
            reflects=False,
        ),
        Step(
            "time",
            "S3",
            Kind.CHOICE,
            long=True,
            choices=(
                Choice("now", ("now", "still", "these days")),
                Choice("past", ("before", "in the past", "used to")),
                Choice("could_grow", ("it could grow", "could grow", "growing")),
            ),
            when=lambda answers: bool(said.label_of(answers)),
        ),
        *areas.steps(),
        Step(
            "people",
            "S5",
            example=True,
            asked=Asked.PEOPLE,
            long=True,
            probes=UNSURE,
            splits=listed,
            clean=without_hedges,
        ),
        *gives_steps("people", "S5", long=True),
        Step("role", "S5", asked=Asked.PEOPLE, long=True, clean=without_hedges),
        Step("coping", "S6", example=True, asked=Asked.STORY, long=True, probes=UNSURE_ONCE, clean=without_hedges),
        *gives_steps("coping", "S6", long=True),
        Step(
            "still",
            "S6",
            Kind.CHOICE,
            long=True,
            choices=(Choice("yes"), Choice("sometimes", ("sometimes", "a bit")), Choice("no", NOT_NOW)),
            when=lambda answers: bool(words_of(answers, "coping")) and not harmful_item(answers, "coping"),
        ),
        Step(
            "use",
            "S7",
            asked=Asked.STEP,
            long=True,
            when=lambda answers: bool(said.label_of(answers)),
            says=lambda answers: {"label": clipped(said.label_of(answers), 12)},
            probes={**UNSURE_ONCE, AnswerClass.VAGUE_STEP: ("probe_1",)},
            clean=act_alone,
        ),
        Step(
            "fit",
            "S8",
            Kind.SCALE,
            when=lambda answers: bool(said.label_of(answers)),
            says=lambda answers: {"label": clipped(said.label_of(answers))},
        ),
        Step(
            "reword",
            "S8",
            when=said.less_like_me,
            says=lambda answers: {"number": str(number_of(answers, "fit"))},
            choices=(Choice("keep", ("keep it", "keep it as is", "leave it as it is", "same")),),
            asked=Asked.NAME,
            probes=UNSURE_ONCE,
            reflects=False,
        ),
        Step("read_back", "S8", Kind.READ_BACK),
    ),
    lines=(
        Line(
            "utter_strengths_line_label", "name_own", said.label_line, clears=("name", "reword", "name_kept", "anyone")
        ),
        Line("utter_strengths_line_story", "story", said.story_line),
        Line("utter_strengths_line_use", "use", said.use_line),
        Line("utter_strengths_line_people", "people", said.people_line, follow=gives_of("people")),
        Line("utter_strengths_line_role", "role", said.role_line),
        Line("utter_strengths_line_coping", "coping", said.coping_line, follow=(*gives_of("coping"), "still")),
        *(
            Line(
                "utter_strengths_line_area",
                f"area_{number}_now",
                said.area_line(number),
                follow=tuple(
                    f"area_{number}_{name}" for name in ("helps", "helps_gives", "helps_else", "past", "wish")
                ),
                by_question=True,
            )
            for number in range(1, areas.MOST + 1)
        ),
    ),
    keeps=said.kept,
)
