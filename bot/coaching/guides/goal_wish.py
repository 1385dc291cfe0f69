"""The questions about the wish, in their order: what it is, whose, towards what, and why (method: G0-G6)."""

from __future__ import annotations

from bot.coaching.answers import choice_of, items_of, known
from bot.coaching.gate import AnswerClass, Asked
from bot.coaching.guide import Choice, Kind, Step
from bot.coaching.guides import goal_answers as said
from bot.coaching.guides.phrases import (
    TWO_PROBES,
    UNSURE,
    UNSURE_ONCE,
    listed,
    name_alone,
    never,
    reason_alone,
    ways_listed,
)
from bot.coaching.reflect import without_hedges

# Asked of one goal, and of no other: with another wish all of it is asked anew.
_OF_THE_GOAL = (
    *("reason", "about", "duty", "options", "first", "how_often", "how_known", "where", "importance"),
    *("step", "best_bit", "obstacle", "outer", "strength", "strength_own", "helper", "team_ask"),
    *("scale", "better", "hoped", "less", "review", "make_room"),
)
_ABOUT = (
    Choice("people", ("people", "others", "family", "friends")),
    Choice("hope", ("hope",)),
    Choice("who_i_am", ("who i am", "me", "myself")),
    Choice("matters", ("what matters", "matters", "meaning")),
    Choice("in_charge", ("being in charge", "in charge", "control")),
)

WISH = (
    Step(
        "start",
        "G0",
        Kind.CHOICE,
        choices=(Choice("new", ("new", "something new", "a new one", "something else")),),
        when=lambda answers: bool(known(answers, "wishes")) and "picture" not in answers,
        offers=lambda answers: known(answers, "wishes")[-3:],
        settles=lambda _, chosen: {} if chosen.choice else {"picture": chosen},
        leads_to=("picture",),
        other_words_answer="picture",
    ),
    Step(
        "picture",
        "G1",
        example=True,
        asked=Asked.GOAL,
        probes={**UNSURE, AnswerClass.TOO_BROAD: ("too_broad", "probe_2")},
        clean=without_hedges,
        leads_to=_OF_THE_GOAL,
    ),
    Step(
        "which_first",
        "G3",
        Kind.CHOICE,
        choices=(Choice("together", ("all", "all of it", "all of them", "both", "together", "they belong together")),),
        when=lambda answers: bool(said.told_at_once(answers)),
        offers=said.told_at_once,
        settles=said.parked_by,
        leads_to=("owner", *said.OF_THE_WISH, *_OF_THE_GOAL),
    ),
    Step("later", "G3", asked=Asked.GOAL, when=never, splits=ways_listed, clean=without_hedges),
    Step(
        "owner",
        "G4",
        Kind.CHOICE,
        choices=(
            Choice("mine", ("mine", "mine too", "yes", "yeah", "i want it too", "me too")),
            Choice("part", ("part", "part of it", "a bit", "some of it", "partly", "sort of")),
            Choice("theirs", ("theirs", "no", "nope", "not mine", "not really", "only theirs")),
        ),
        when=said.is_someone_elses,
        settles=said.kept_for_team,
        leads_to=said.OF_THE_WISH,
    ),
    Step("team_wish", "G4", asked=Asked.GOAL, when=never, clean=without_hedges),
    Step(
        "my_part",
        "G4",
        asked=Asked.GOAL,
        when=lambda answers: choice_of(answers, "owner") == "part",
        probes=UNSURE_ONCE,
        clean=without_hedges,
        leads_to=_OF_THE_GOAL,
    ),
    Step(
        "own_wish",
        "G4",
        example=True,
        asked=Asked.GOAL,
        when=lambda answers: choice_of(answers, "owner") == "theirs",
        probes={**UNSURE_ONCE, AnswerClass.TOO_BROAD: ("too_broad",)},
        clean=without_hedges,
        leads_to=_OF_THE_GOAL,
    ),
    Step(
        "towards",
        "G5",
        asked=Asked.GOAL,
        when=said.moves_away,
        probes={**UNSURE, AnswerClass.AWAY_FROM: TWO_PROBES},
        clean=without_hedges,
        leads_to=_OF_THE_GOAL,
    ),
    Step("hands", "G6", asked=Asked.REASON, when=said.is_outside_control, probes=UNSURE_ONCE, clean=without_hedges),
    Step("short", "G1", asked=Asked.NAME, when=said.is_long, clean=name_alone),
    Step(
        "reason",
        "G2",
        example=True,
        asked=Asked.REASON,
        long=True,
        when=said.has_goal,
        probes=UNSURE_ONCE,
        clean=reason_alone,
    ),
    Step("about", "G2", Kind.CHOICE, long=True, choices=_ABOUT, when=said.has_goal),
    Step(
        "duty",
        "G4",
        Kind.CHOICE,
        choices=(Choice("mine", ("mine", "my own", "yes", "yeah")), Choice("theirs", ("theirs", "no", "not mine"))),
        when=said.sounds_like_duty,
        settles=said.given_up_for_team,
    ),
    Step(
        "own_wish_after",
        "G4",
        example=True,
        asked=Asked.GOAL,
        words="own_wish",
        when=said.is_given_up,
        probes={**UNSURE_ONCE, AnswerClass.TOO_BROAD: ("too_broad",)},
        clean=without_hedges,
        leads_to=_OF_THE_GOAL,
    ),
    Step(
        "options",
        "G3",
        example=True,
        asked=Asked.STEP,
        long=True,
        when=said.has_goal,
        probes=UNSURE_ONCE,
        clean=without_hedges,
        splits=listed,
    ),
    Step(
        "first",
        "G3",
        Kind.CHOICE,
        long=True,
        when=lambda answers: len(items_of(answers, "options")) > 1,
        offers=lambda answers: items_of(answers, "options"),
    ),
)
