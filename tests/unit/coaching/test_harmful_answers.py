"""Answers that name what also harms, wherever they are given: what it gives is kept, or what else gives that."""

from __future__ import annotations

from bot.coaching.asking import Outcome
from bot.coaching.plan import Goal, Hope, IfThen, LineKind, OwnLine
from tests.unit.coaching.talk import (
    BREAD,
    GUIDES,
    asked,
    begin,
    say,
    take,
    to_the_end,
    to_the_read_back,
    told,
)


def test_an_act_that_also_harms_is_kept_as_what_else_gives_a_bit_of_that() -> None:
    turn = told("goals", *BREAD[:-1], "have a few cans", "it goes quiet in my head", "walking by the canal")
    (goal,) = to_the_end(turn).items
    assert isinstance(goal, Goal)
    assert goal.if_then == IfThen("heart going", "walking by the canal")


def test_no_act_is_kept_where_nothing_else_gives_that() -> None:
    turn = told("hope", "6", "sundays at my nan's", "ring my nan tomorrow", "i oversleep", "a few cans")
    assert asked(turn) == "utter_coping_gives"
    (hope,) = to_the_end(turn).items
    assert isinstance(hope, Hope)
    assert (hope.if_then, hope.hard) == (None, "i oversleep")


def test_what_keeps_them_going_and_harms_is_no_line_about_people() -> None:
    turn = told(
        "strengths", "longer", "skip", "I bake bread", "skip", "skip", "my dog and a few cans", "quiet", "the canal"
    )
    assert [item for item in to_the_end(turn).items if isinstance(item, OwnLine)] == [
        OwnLine(LineKind.PERSON, "my dog"),
        OwnLine(LineKind.COPING, "quiet"),
        OwnLine(LineKind.COPING, "the canal"),
    ]


def test_the_plan_for_hard_times_holds_what_it_gives() -> None:
    turn = told("hard_times", "i stop eating", "a bottle of wine", "sleep", "the radio low")
    (plan,) = to_the_end(turn).items
    assert plan.sections["alone"] == "sleep; the radio low"  # type: ignore[union-attr]


def test_asking_for_help_with_it_is_no_harm() -> None:
    assert told("goals", *BREAD[:-1], "ring my alcohol worker").draft.step == "read_back"


def test_the_harmless_half_of_an_act_stays() -> None:
    turn = told("goals", *BREAD[:-1], "ring Kev or have a few cans", "skip")
    (goal,) = to_the_end(turn).items
    assert isinstance(goal, Goal)
    assert goal.if_then == IfThen("heart going", "ring Kev")


def test_what_also_harms_does_not_stand_in_for_what_harms() -> None:
    turn = told("goals", *BREAD[:-1], "have a few cans", "quiet", "smoking weed")
    (goal,) = to_the_end(turn).items
    assert isinstance(goal, Goal)
    assert goal.if_then is None


def test_a_line_changed_to_what_harms_is_asked_about_before_it_is_read_back() -> None:
    turn = told("goals", *BREAD, "3 have a few cans")
    assert asked(turn) == "utter_coping_gives"
    (goal,) = to_the_end(say(turn, "quiet in my head", "the canal")).items
    assert isinstance(goal, Goal)
    assert goal.if_then == IfThen("heart going", "the canal")
    again = say(turn, "quiet in my head", "the canal", "3 drink wine")
    assert asked(again) == "utter_coping_gives"


def test_nothing_is_read_back_that_no_longer_stands() -> None:
    turn = told("goals", *BREAD, "3 have a few cans", "skip")
    assert turn.draft.step == "read_back"
    assert "utter_goals_line_if_then" not in [words for words, _ in turn.sayings[-1].lines]


def test_what_a_harmful_thing_gives_is_read_back_before_it_is_kept() -> None:
    turn = told("strengths", "longer", "skip", "I bake bread", "skip", "skip", "a few cans", "quiet", "the canal")
    lines = {line.words: shown for line, shown in GUIDES["strengths"].standing_lines(turn.draft.answers)}
    assert lines["utter_strengths_line_coping"] == {"coping": "quiet; the canal"}


def test_people_named_with_what_harms_are_asked_what_it_gives_after_a_change() -> None:
    turn = told("strengths", "longer", "skip", "I bake bread", "skip", "skip", "my sister")
    while turn.draft.step != "read_back":
        turn = say(turn, "skip")
    assert asked(say(turn, "2 drinking with the lads")) == "utter_coping_gives"


def test_back_out_of_a_change_by_words_brings_back_the_whole_plan() -> None:
    turn = say(begin("hard_times"), "skip", "the radio low")
    turn = to_the_read_back(turn)
    changed = say(turn, "change 1 to a bottle of wine")
    assert asked(changed) == "utter_coping_gives"
    back = take(changed.draft, "back")
    assert (back.outcome, back.draft.step) == (Outcome.ASKING, "read_back")
    assert back.sayings[-1].lines == turn.sayings[-1].lines


def test_back_out_of_a_change_to_what_harms_keeps_what_had_helped() -> None:
    turn = to_the_read_back(say(begin("hard_times"), "skip", "the radio low", "my sister"))
    back = take(say(turn, "change 1", "a few cans").draft, "back")
    assert back.sayings[-1].lines == turn.sayings[-1].lines


def test_who_goes_back_out_of_a_change_may_say_something_else_there() -> None:
    turn = to_the_read_back(say(begin("hard_times"), "skip", "the radio low"))
    turn = say(turn, "change 1 to a bottle of wine", "back", "change 1 to a long bath")
    (plan,) = to_the_end(turn).items
    assert plan.sections["alone"] == "a long bath"  # type: ignore[union-attr]
