"""Going back and answering otherwise: every answer is reached, and what hung on the answer of before goes with it."""

from __future__ import annotations

from bot.coaching.answers import Answer
from bot.coaching.asking import Turn
from bot.coaching.plan import CheckIn, Goal, Hope, Owner, Strength
from tests.unit.coaching.talk import (
    BREAD,
    GUIDES,
    asked,
    back_to,
    begin,
    leads,
    say,
    take,
    to_the_end,
    told,
)


def test_another_wish_takes_with_it_what_was_asked_about_the_first() -> None:
    turn = say(back_to("picture", told("goals", *BREAD[:2])), "a cat")
    assert asked(turn) == "utter_goals_importance"
    goal = next(item for item in to_the_end(turn).items if isinstance(item, Goal))
    assert (goal.vision, goal.towards) == ("a cat", "")


def test_the_same_wish_said_again_keeps_what_was_asked_about_it() -> None:
    turn = say(back_to("picture", told("goals", *BREAD[:2])), BREAD[0])
    assert turn.draft.answers["towards"].text == "buying my own bread"
    assert asked(turn) == "utter_goals_importance"


def test_a_wish_that_was_somebody_elses_leaves_the_list_of_the_team() -> None:
    turn = told("goals", "my nurse wants me to stop smoking", "theirs", "learn to swim")
    kept = to_the_end(say(back_to("picture", turn), "learn to bake")).items
    assert [item.vision for item in kept if isinstance(item, Goal)] == ["learn to bake"]


def test_wishes_that_waited_for_another_first_one_wait_no_more() -> None:
    turn = told("goals", "a flat, a dog and a quiet street", "a dog")
    assert turn.draft.answers["later"].items == ("a flat", "a quiet street")
    again = say(back_to("which_first", turn), "a flat")
    assert again.draft.answers["later"].items == ("a dog", "a quiet street")
    assert "later" not in say(back_to("picture", turn), "swim").draft.answers


def test_another_step_is_asked_for_its_time_and_how_sure_they_are() -> None:
    turn = say(back_to("step", told("goals", *BREAD[:8])), "ring the shop")
    assert asked(turn) == "utter_goals_step_when"
    assert asked(say(turn, "sunday")) == "utter_goals_confidence"
    assert "smaller" not in turn.draft.answers


def test_another_moment_is_asked_for_its_own_act() -> None:
    turn = say(back_to("obstacle", told("goals", *BREAD)), "it rains")
    assert asked(turn) == "utter_goals_act"


def test_another_story_is_asked_for_its_own_name() -> None:
    turn = told("strengths", "you pick", "walked the dog twice a day", "1", "8")
    again = say(back_to("story", turn), "I sang in the choir on sunday")
    assert again.draft.step in {"name", "name_own"}
    assert "fit" not in again.draft.answers


def test_another_way_in_asks_for_a_story_of_its_own() -> None:
    turn = back_to("way_in", told("strengths", "something i enjoy", "baking bread with my nan"))
    assert asked(say(turn, "a hard time")) == "utter_strengths_story_hard_time"


def test_another_name_has_its_own_fit() -> None:
    turn = told("strengths", "you pick", "walked the dog twice a day", "1", "3", "a good owner")
    again = say(back_to("name", turn), "someone a dog can trust")
    assert asked(again) == "utter_strengths_fit"
    strength = next(item for item in to_the_end(again).items if isinstance(item, Strength))
    assert strength.label == "someone a dog can trust"


def test_a_new_note_is_shown_only_with_a_new_yes() -> None:
    turn = told(
        "hope", "6", "sundays at my nan's", "ring my nan tomorrow", "i oversleep", "ring at noon", "it passed", "yes"
    )
    again = say(back_to("note", turn), "nan said it passes")
    assert asked(again) == "utter_hope_show_note"
    hope = next(item for item in to_the_end(again).items if isinstance(item, Hope))
    assert (hope.note, hope.show_note) == ("nan said it passes", False)


def test_a_duty_given_up_goes_to_the_list_of_the_team_and_a_wish_of_their_own_is_asked_for() -> None:
    turn = told("goals", "longer", "tidy the flat every day", "because i should, my mum says", "skip", "it's theirs")
    assert asked(turn) == "utter_goals_own_wish"
    goals = [item for item in to_the_end(say(turn, "paint again")).items if isinstance(item, Goal)]
    assert [(goal.vision, goal.owner.value, goal.kind.value, goal.reason) for goal in goals] == [
        ("tidy the flat every day", "someone_elses", "treatment", ""),
        ("paint again", "mine", "recovery", ""),
    ]


def test_a_duty_given_up_and_taken_back_is_their_own_goal_again() -> None:
    turn = told("goals", "longer", "tidy the flat every day", "because i should, my mum says", "skip", "it's theirs")
    goals = [item for item in to_the_end(say(back_to("duty", turn), "it's mine")).items if isinstance(item, Goal)]
    assert [(goal.vision, goal.owner.value, goal.reason) for goal in goals] == [
        ("tidy the flat every day", "mine", "i should, my mum says")
    ]


def test_nothing_is_kept_of_a_duty_with_no_wish_of_their_own_but_whose_it_is() -> None:
    turn = told("goals", "longer", "tidy the flat every day", "because i should, my mum says", "skip", "it's theirs")
    goals = [item for item in to_the_end(turn).items if isinstance(item, Goal)]
    assert [(goal.vision, goal.owner.value) for goal in goals] == [("tidy the flat every day", "someone_elses")]


_ONE_GOAL = {
    "known.active": Answer(items=("swim",)),
    "known.active_ids": Answer(items=("11",)),
    "known.steps": Answer(items=("find my towel",)),
    "known.whens": Answer(items=("tuesday",)),
}


def _look(turn: Turn) -> CheckIn:
    return next(item for item in to_the_end(turn).items if isinstance(item, CheckIn))


def test_a_corrected_outcome_takes_what_got_in_the_way_with_it() -> None:
    turn = say(begin("check_in", _ONE_GOAL), "not yet", "i forgot", "after breakfast")
    look = _look(say(back_to("how", turn), "did it"))
    assert (look.outcome, look.barrier, look.repair) == ("did", "", "")


def test_what_was_told_in_words_of_their_own_is_not_called_unsaid() -> None:
    turn = say(begin("check_in", _ONE_GOAL), "it was a funny old day")
    while turn.draft.step == "how":
        turn = say(turn, "it was a funny old day")
    look = _look(turn)
    assert (look.outcome, look.words) == ("own_words", "it was a funny old day")


def test_an_outcome_that_they_would_rather_not_tell_is_kept_as_that() -> None:
    assert _look(say(begin("check_in", _ONE_GOAL), "rather not say")).outcome == "rather_not"


def test_another_wish_of_before_is_asked_about_anew() -> None:
    known = {"known.wishes": Answer(items=("see the sea", "stop smoking"))}
    turn = say(begin("goals", known), "something new", "stop being so anxious in shops", "buying my own bread")
    again = say(back_to("start", turn), "stop smoking")
    assert asked(again) == "utter_goals_towards"


def test_another_number_has_its_own_reason() -> None:
    turn = say(back_to("importance", told("goals", "swim", "8", "my mum does it all")), "0")
    assert asked(turn) == "utter_goals_importance_reason_zero"


def test_the_same_words_in_another_case_are_the_same_answer() -> None:
    turn = say(back_to("step", told("goals", *BREAD[:8])), "Going in when it's quiet.")
    assert "step_when" in turn.draft.answers


def test_what_is_done_with_another_line_is_asked_for_its_line() -> None:
    turn = say(begin("edit"), "change a line", "2")
    assert say(back_to("verb", turn), "finish").draft.step == "which"


def test_a_number_that_is_not_offered_is_no_answer_in_their_own_words() -> None:
    assert told("strengths", "9").draft.step == "way_in"


def test_another_goal_is_not_told_what_was_told_of_the_first() -> None:
    turn = say(begin("check_in"), "swim", "it was a funny sort of day at the baths", "did it")
    again = say(back_to("which", turn), "cook", "not yet")
    assert "told" not in again.draft.answers


def test_a_smaller_step_of_another_size_is_asked_how_sure_they_are() -> None:
    turn = say(back_to("smaller", told("goals", *BREAD[:9])), "ring the shop first")
    assert asked(turn) == "utter_goals_confidence_again"


def test_back_reaches_a_question_that_was_answered_before_it_was_asked() -> None:
    turn = take(told("goals", "learn to swim", "8 because my mum does it all").draft, "back")
    assert turn.draft.step == "importance_reason"
    assert leads(turn)[0].values["said"] == "my mum does it all"


def test_back_reaches_every_answer_after_one_of_them_was_put_right() -> None:
    turn = say(back_to("step", told("goals", *BREAD)), BREAD[4])
    assert turn.draft.step == "read_back"
    reached = []
    while turn.draft.path:
        turn = take(turn.draft, "back")
        reached.append(turn.draft.step)
    answered = [step.id for step in GUIDES["goals"].steps if step.id in turn.draft.answers]
    assert reached == answered[::-1]


def test_on_the_longer_way_from_the_read_back_no_question_comes_twice_on_the_way_back() -> None:
    turn = say(told("goals", *BREAD), "longer", "it gives me peace")
    assert turn.draft.path[-1] == "reason"
    assert len(set(turn.draft.path)) == len(turn.draft.path)


def test_what_was_taken_wrongly_is_the_last_answer_and_no_question_that_was_passed_over() -> None:
    turn = take(told("goals", "learn to swim", "8 because my mum does it all").draft, "that's not what I meant")
    assert turn.draft.step == "importance"


def test_what_was_known_at_the_start_can_be_gone_back_to() -> None:
    turn = take(begin("goals", {"picture": Answer(text="learn to swim")}).draft, "back")
    assert turn.draft.step == "picture"


def _kept_of(turn: Turn) -> Goal:
    return next(item for item in to_the_end(turn).items if isinstance(item, Goal) and item.owner is Owner.MINE)


def test_another_wish_is_asked_for_its_own_step() -> None:
    turn = say(back_to("picture", told("goals", *BREAD)), "a cat")
    assert asked(turn) == "utter_goals_importance"
    goal = _kept_of(turn)
    assert (goal.vision, goal.importance, goal.step, goal.if_then) == ("a cat", None, None, None)


def test_nothing_of_the_longer_way_stays_with_another_wish() -> None:
    turn = told("goals", "longer", "swim")
    while turn.draft.step != "read_back":
        turn = take(turn.draft, turn.draft.question.choices[0] if turn.draft.question.choices else "by the sea")
    goal = _kept_of(say(back_to("picture", turn), "a cat"))
    assert goal == Goal(vision="a cat", owner=Owner.MINE)


def test_the_one_of_several_that_comes_first_instead_is_asked_for_its_own_step() -> None:
    turn = told("goals", "a flat, a dog and a quiet street", "a dog", "8", "he waits for me", "look up the kennels")
    assert "step" not in say(back_to("which_first", turn), "a flat").draft.answers


def test_what_there_will_be_more_of_instead_is_asked_for_its_own_step() -> None:
    turn = say(back_to("towards", told("goals", *BREAD)), "seeing films with my sister")
    assert asked(turn) == "utter_goals_importance"


def test_another_wish_of_their_own_beside_a_duty_is_asked_for_its_own_step() -> None:
    turn = told(
        "goals", "my nurse wants me to stop smoking", "theirs", "learn to swim", "8", "the sea", "find my towel"
    )
    assert "step" not in say(back_to("own_wish", turn), "paint again").draft.answers


def test_another_part_in_their_hands_leaves_how_much_it_matters() -> None:
    turn = told("goals", "get my kids back", "ring my social worker", "8")
    assert "importance" in say(back_to("hands", turn), "write to my kids").draft.answers
