"""Changing a line of the read-back: what hung on it is asked again, and nothing else is lost."""

from __future__ import annotations

import pytest

from bot.coaching.answers import Answer
from bot.coaching.plan import Goal, LineKind, OwnLine, Strength
from tests.unit.coaching.talk import (
    BREAD,
    GUIDES,
    asked,
    back_to,
    begin,
    leads,
    say,
    to_the_end,
    to_the_read_back,
    told,
)


def test_how_often_and_where_are_read_back() -> None:
    turn = told("goals", "longer", "swim", "it calms me", "skip", "skip", "twice a week")
    lines = {line.words: shown for line, shown in GUIDES["goals"].standing_lines(turn.draft.answers)}
    assert lines["utter_goals_line_often"] == {"often": "twice a week"}


_ONE_GOAL = {
    "known.active": Answer(items=("swim",)),
    "known.active_ids": Answer(items=("11",)),
    "known.steps": Answer(items=("find my towel",)),
    "known.whens": Answer(items=("tuesday",)),
}


def test_an_outcome_corrected_in_the_read_back_is_asked_what_belongs_to_it() -> None:
    turn = say(begin("check_in", _ONE_GOAL), "did it")
    while turn.draft.step != "read_back":
        turn = say(turn, "skip")
    turn = say(turn, "change 1", "not yet")
    assert asked(turn) == "utter_check_in_barrier_not_yet"
    assert asked(say(turn, "i forgot")) == "utter_check_in_remind"


_HOPE_TO_WAYS = ("longer", "6", "skip", "skip", "skip", "my own flat by the sea", "the kettle on", "ring the office")


def test_another_bit_of_the_picture_leaves_the_ways_alone() -> None:
    turn = told("hope", *_HOPE_TO_WAYS)
    assert "ways" in say(back_to("bit", turn), "the radio on").draft.answers
    read_back = turn
    while read_back.draft.step != "read_back":
        read_back = say(read_back, "skip")
    changed = say(read_back, "change 1", "the radio on")
    assert [words for words, _ in changed.sayings[-1].lines][:2] == ["utter_hope_line_bit", "utter_hope_line_ways"]


def test_what_is_kind_is_kept_whole() -> None:
    kind = "a long hot bath with the radio on and then nan's blanket and the cat on my feet until I sleep"
    turn = told("hope", "longer", "6")
    while turn.draft.step != "after":
        turn = say(turn, "skip")
    lines = [item for item in to_the_end(say(turn, "3", kind)).items if isinstance(item, OwnLine)]
    assert lines == [OwnLine(LineKind.COPING, kind)]


def test_a_changed_story_leaves_the_name_that_was_given() -> None:
    turn = told("strengths", "you pick", "it was sunny on sunday and it felt fine", "a patient soul", "8")
    changed = say(turn, "change 2", "walked the dog twice a day")
    strength = next(item for item in to_the_end(changed).items if isinstance(item, Strength))
    assert (strength.label, strength.fit) == ("a patient soul", 8)


def test_a_question_that_only_a_change_brought_and_is_skipped_is_declined() -> None:
    turn = say(begin("check_in", _ONE_GOAL), "did it")
    while turn.draft.step != "read_back":
        turn = say(turn, "skip")
    turn = say(turn, "change 1", "not yet", "skip")
    assert turn.draft.answers["barrier"].state.value == "declined"
    assert leads(turn)[0].words == "utter_skipped"


def test_a_changed_wish_does_not_keep_the_other_ones_towards() -> None:
    turn = told("goals", *BREAD, "change 1", "stop shouting at my kids", "skip")
    (goal,) = to_the_end(turn).items
    assert isinstance(goal, Goal)
    assert (goal.vision, goal.towards) == ("stop shouting at my kids", "")


def test_a_changed_step_keeps_its_time_where_they_skip_it() -> None:
    turn = told("goals", *BREAD, "change 2", "ring the shop", "skip")
    (goal,) = to_the_end(turn).items
    assert isinstance(goal, Goal)
    assert goal.step is not None
    assert goal.step.when == "sat early. 8ish"


def test_the_wish_in_place_of_a_duty_is_asked_nothing_that_it_does_not_keep() -> None:
    turn = told("goals", "longer", "tidy the flat every day", "because i should, my mum says", "skip", "it's theirs")
    turn = say(turn, "paint again")
    while turn.draft.step != "read_back":
        turn = say(turn, "skip")
    assert say(turn, "change 1", "stop being so anxious").draft.step == "read_back"


def test_a_changed_wish_that_needs_no_towards_moves_on_from_it() -> None:
    turn = told("goals", "stop being so anxious", "change 1", "learn to swim")
    assert asked(turn) == "utter_goals_importance"


def test_on_the_short_way_nothing_of_the_long_one_is_lost_by_a_change() -> None:
    turn = told("goals", "longer", "swim", "it calms me", "skip", "find my trunks; buy a ticket", "find my trunks")
    turn = say(turn, "shorter")
    while turn.draft.step != "read_back":
        turn = say(turn, "skip")
    assert "first" in say(turn, "change 3", "skip").draft.answers


def test_back_out_of_a_change_keeps_the_new_words_that_stand() -> None:
    turn = say(told("goals", *BREAD), "change 2", "ring the shop", "back")
    assert turn.draft.step == "read_back"
    assert turn.draft.answers["step"].text == "ring the shop"


def test_a_wish_changed_in_the_read_back_leaves_the_step() -> None:
    assert "step" in say(told("goals", *BREAD), "change 1", "stop being so anxious in buses", "skip").draft.answers


COOK = ("get back to work", "9", "my daughter", "ring the job centre on monday", "7", "my nerves", "ring Jo")


def said_of(goal: object) -> tuple[object, ...]:
    assert isinstance(goal, Goal)
    return goal.importance, goal.importance_reason, goal.confidence


@pytest.mark.parametrize("said", ["1 working as a cook", "change 1 to working as a cook"])
def test_how_much_a_new_wish_matters_is_asked_before_the_read_back_comes_again(said: str) -> None:
    turn = say(told("goals", *COOK), said)
    assert [each.words for each in turn.sayings] == [
        "utter_line_now",
        "utter_asked_once_more",
        "utter_goals_importance",
    ]
    turn = say(turn, "8", "it is what i am good at")
    assert asked(turn) == "utter_goals_read_back"
    assert said_of(say(turn, "yes").items[0]) == (8, "it is what i am good at", 7)


def test_who_skips_what_is_asked_once_more_has_it_no_longer() -> None:
    turn = say(told("goals", *COOK), "1 working as a cook", "skip")
    assert asked(turn) == "utter_goals_read_back"
    assert said_of(say(turn, "yes").items[0]) == (None, "", 7)


def test_how_sure_they_are_of_a_new_step_is_asked_again() -> None:
    turn = say(told("goals", *COOK), "2 ask Joan tomorrow at 4pm")
    assert asked(turn) == "utter_goals_confidence"
    assert said_of(say(turn, "8", "yes").items[0]) == (9, "my daughter", 8)


def test_a_new_wish_given_at_its_question_has_its_weight_asked_too() -> None:
    turn = say(told("goals", *COOK), "change 1", "working as a cook")
    assert [each.words for each in leads(turn)][-1] == "utter_asked_once_more"
    assert asked(turn) == "utter_goals_importance"


@pytest.mark.parametrize(
    "said",
    ["1 get back to work in a kitchen", "1 getting back to work", "2 ring the job centre and ask for Sam", "2 friday"],
)
@pytest.mark.parametrize("by", ["{} {}", "change {} to {}"])
def test_the_same_thing_in_other_words_keeps_what_was_said_of_it(said: str, by: str) -> None:
    turn = say(told("goals", *COOK), by.format(*said.split(" ", 1)))
    assert asked(turn) == "utter_line_changed"
    assert said_of(say(turn, "yes").items[0]) == (9, "my daughter", 7)


def test_what_was_skipped_of_the_old_words_is_not_asked_of_the_new_ones() -> None:
    turn = told("goals", "get back to work", "skip", *COOK[3:])
    assert asked(say(turn, "1 working as a cook")) == "utter_line_changed"


def test_two_new_lines_have_both_asked_and_lead_to_it_once() -> None:
    turn = say(told("goals", *COOK), "change 1 to working as a cook and change 2 to ask Joan")
    assert [each.words for each in leads(turn)] == ["utter_line_now", "utter_line_now", "utter_asked_once_more"]
    turn = say(turn, "8", "skip", "6", "keep it")
    assert said_of(to_the_end(turn).items[0]) == (8, "", 6)


def test_a_change_that_is_called_off_brings_all_of_it_back() -> None:
    turn = say(told("goals", *COOK), "1 working as a cook", "no leave it as it was")
    assert asked(turn) == "utter_goals_read_back"
    assert said_of(say(turn, "yes").items[0]) == (9, "my daughter", 7)


def test_new_words_again_at_a_question_asked_once_more_come_to_the_read_back_all_the_same() -> None:
    turn = say(told("goals", *COOK), "1 working as a cook", "8", "change 1 to a bakery of my own")
    assert asked(turn) == "utter_goals_importance"
    turn = say(turn, "7", "skip")
    assert asked(turn) == "utter_goals_read_back"
    assert said_of(say(turn, "yes").items[0]) == (7, "", 7)


def test_a_wish_cut_down_to_its_heart_keeps_how_much_it_matters() -> None:
    long = "I would like to work again as a cook but my English is small"
    turn = to_the_read_back(told("goals", long, "8", "my daughter", "ring Joan", "friday", "7"))
    turn = say(turn, "1 to work again as a cook")
    assert turn.draft.step == "read_back"
    assert turn.draft.answers["importance"].number == 8
