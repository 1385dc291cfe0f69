"""What people said who talked with it for the first time, and what was not heard: each as it was written."""

from __future__ import annotations

import pytest

from actions.words import words
from bot.coaching import engine
from bot.coaching.answers import LONG, MODE, NOW, Answer, State
from bot.coaching.asking import Outcome, Turn
from bot.coaching.choosing import offered_at, read_choice
from bot.coaching.confirming import WantsChange, read_confirmation
from bot.coaching.gate import AnswerClass, Asked, Topic, classify, topic_of
from bot.coaching.guides import CONSENT
from bot.coaching.guides.edit_opening import opens
from bot.coaching.guides.phrases import act_alone
from bot.coaching.plan import Goal
from bot.coaching.putting_right import time_put_right
from bot.coaching.reflect import without_hedges
from tests.unit.coaching.talk import KNOWN, asked, begin, leads, say, to_the_read_back, told

FLAT = ("get my own flat", "8", "my own door", "ring the council on monday")
PLANNED = (*FLAT, "8", "my nerves", "ring Jo")
HOPE = ("5", "the sea", "swim", "rain", "put the kettle on", "keep going", "yes")


def lines(turn: Turn) -> list[str]:
    return [value for _, values in turn.sayings[-1].lines for value in values.values()]


@pytest.mark.parametrize(
    "text",
    ["Let's do it longer then, I've got all afternoon and the kettle's on", "the longer version please", "in full"],
)
def test_the_longer_way_is_taken_in_more_words(text: str) -> None:
    turn = told("strengths", text)
    assert turn.draft.answers[MODE].choice == LONG
    assert turn.draft.step == begin("strengths").draft.step


@pytest.mark.parametrize("text", ["live longer", "take my time", "longer walks with the dog"])
def test_words_of_theirs_take_no_longer_way(text: str) -> None:
    assert MODE not in told("goals", text).draft.answers


def test_the_way_chosen_behind_an_answer_costs_no_answer() -> None:
    turn = told("goals", "get another dog. longer")
    assert (turn.draft.answers["picture"].text, turn.draft.answers[MODE].choice) == ("get another dog", LONG)


@pytest.mark.parametrize(
    "undo", ["oh no, I didn't mean to delete that, put the if-then line back", "undo", "i want that line back"]
)
def test_a_line_that_was_taken_out_comes_back(undo: str) -> None:
    before = told("goals", *PLANNED)
    after = say(before, "delete 3", undo)
    assert lines(after) == lines(before)


def test_what_they_want_back_in_their_life_calls_no_change_off() -> None:
    turn = say(told("goals", *PLANNED), "1", "get my kids back")
    assert turn.draft.answers["picture"].text == "get my kids back"


@pytest.mark.parametrize("text", ["nothing, leave it empty", "leave it out", "delete it"])
def test_a_line_that_is_to_change_may_be_left_empty(text: str) -> None:
    turn = say(told("hope", *HOPE), "4", text)
    assert "keep going" not in lines(turn)
    assert asked(turn) == "utter_hope_read_back"


def test_a_line_that_is_to_change_is_asked_for_in_the_words_of_before() -> None:
    first = told("strengths", "something i enjoy")
    again = say(first, "fishing with my dad", "skip", "change something")
    assert again.sayings[-1] == first.sayings[-1]
    stays = say(again, "No, not better than this. Please can it stay.")
    assert [each.words for each in leads(stays)] == ["utter_stays"]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("take out my line for a hard day", "keep going"),
        ("delete how much hope just now", "5"),
    ],
)
def test_a_line_is_taken_out_by_its_name(text: str, gone: str) -> None:
    turn = say(told("hope", *HOPE), text)
    assert gone not in lines(turn)
    assert asked(turn) == "utter_hope_read_back"


def test_a_line_is_changed_by_the_name_that_it_shows() -> None:
    turn = say(told("hope", *HOPE), "change my line for a hard day to you did it before")
    assert lines(turn) == ["you did it before"]


def test_how_sure_they_were_of_one_step_is_not_said_of_another() -> None:
    end = say(told("goals", *PLANNED), "2 find their number", "skip", "yes")
    (goal,) = end.items
    assert isinstance(goal, Goal)
    assert goal.confidence is None


def test_another_time_leaves_how_sure_they_were() -> None:
    end = say(told("goals", *PLANNED), "2 on friday", "yes")
    (goal,) = end.items
    assert isinstance(goal, Goal)
    assert goal.confidence == 8


def test_when_is_not_asked_of_who_says_not_to() -> None:
    turn = told("goals", *FLAT[:3], "get the bass out from under the bed. and don't ask me when")
    assert turn.draft.answers["step"].text == "get the bass out from under the bed"
    assert turn.draft.answers["step_when"].state is State.DECLINED
    assert asked(turn) == "utter_goals_confidence"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("rain i suppose. stop asking me stuff", "rain"),
        ("the buses. mate this is a lot of questions", "the buses"),
        ("my nerves. that's it", "my nerves"),
        ("that's it, my nerves", "that's it, my nerves"),
        ("my dad said don't ask me why", "my dad said don't ask me why"),
    ],
)
def test_a_protest_behind_an_answer_is_no_part_of_it(text: str, kept: str) -> None:
    assert told("goals", *FLAT, "8", text).draft.answers["obstacle"].text == kept


@pytest.mark.parametrize("text", ["i said stop asking", "stop asking me questions"])
def test_who_wants_no_more_questions_is_asked_none(text: str) -> None:
    assert told("goals", *FLAT, "8", text).outcome is Outcome.LEFT


@pytest.mark.parametrize(
    "text", ["I'm not giving you numbers", "no number. next", "that's a stupid question, you can't put a number on it"]
)
def test_a_number_may_be_refused(text: str) -> None:
    turn = told("goals", "get my own flat", text)
    assert turn.draft.answers["importance"].state is State.DECLINED


def test_no_and_what_weighs_on_them_instead_are_both_heard() -> None:
    turn = told("hope", "2", "How hard it is", "No, not that. It's just the evenings, the chair is empty")
    assert turn.draft.answers["alive"].choice == "no"
    assert turn.draft.answers["hard"].text == "It's just the evenings, the chair is empty"
    assert asked(turn) == "utter_hope_memory"


@pytest.mark.parametrize("text", ["No, but sometimes I do think it", "no not really well sometimes"])
def test_half_a_no_to_that_question_is_not_taken_for_one(text: str) -> None:
    assert "hard" not in told("hope", "2", "How hard it is", text).draft.answers


@pytest.mark.parametrize("text", ["nothing im built different", "nothing will stop me lol", "nothing at all really"])
def test_where_nothing_is_in_the_way_nothing_is_planned_for_it(text: str) -> None:
    turn = told("goals", *FLAT, "8", text)
    if asked(turn) == "utter_goals_obstacle_probe_1":
        turn = say(turn, text, text)
    assert "act" not in turn.draft.asked
    assert "nothing" not in " ".join(lines(turn))


@pytest.mark.parametrize("text", ["gaz", "wait", "sit in car", "hide it", "stay in"])
def test_no_act_is_too_short_for_such_a_moment(text: str) -> None:
    assert told("goals", *FLAT, "8", "rain", text).draft.answers["act"].text == text


def test_a_step_whose_day_is_to_come_is_asked_about_so() -> None:
    ahead = {**KNOWN, "known.days": Answer(items=("2999-12-31", "", "")), NOW: Answer(text="2026-11-30T12:00:00+00:00")}
    turn = say(begin("check_in", ahead), "swim")
    assert asked(turn) == "utter_check_in_how_early"
    assert asked(say(turn, "nah havent done it its tmrw bro")) == "utter_check_in_due"


def test_what_got_in_the_way_is_not_told_twice() -> None:
    turn = to_the_read_back(say(begin("check_in"), "swim", "i couldn't, the buses were off", "keep it"))
    assert lines(turn).count("i couldn't, the buses were off") == 1


@pytest.mark.parametrize(
    ("text", "verb", "line"),
    [
        ("park the swim thing", "park", "1. What I want: swim"),
        ("delete the rain one", "delete", "3. If this happens: rain"),
    ],
)
def test_the_plan_is_changed_by_words_of_a_line(text: str, verb: str, line: str) -> None:
    answers = opens(text, KNOWN)
    assert (answers["verb"].choice, answers["which"].text) == (verb, line)


@pytest.mark.parametrize("text", ["delete the", "park life", "add salt", "park the car"])
def test_words_that_are_in_no_line_change_nothing(text: str) -> None:
    assert "which" not in opens(text, KNOWN)


def test_what_is_to_be_done_may_change_where_the_line_is_asked_for() -> None:
    turn = say(begin("edit"), "change", "park it", "swim")
    assert lines(turn) == ["What I want: swim"]
    assert turn.draft.answers["verb"].choice == "park"


def test_a_line_that_is_wrong_is_asked_for_and_not_called_wrong() -> None:
    assert read_confirmation("1 is wrong. I used to, I didn't say I want it") == WantsChange(1)
    assert read_confirmation("Line 1 should be just: I feed people") == WantsChange(1, "I feed people")


@pytest.mark.parametrize("text", ["sorry, show what?", "I do not understand this question. What has a name?"])
def test_who_does_not_follow_hears_it_in_other_words(text: str) -> None:
    assert topic_of(text, Asked.NAME) is Topic.MEANING


@pytest.mark.parametrize("text", ["is that going to my doctor?", "how can i let my suport worker see it"])
def test_who_sees_it_is_answered(text: str) -> None:
    assert topic_of(text) is Topic.WHO_READS


@pytest.mark.parametrize("text", ["I don't do motivational lines, sorry", "I SAID don't ask me when"])
def test_a_refusal_in_their_words_is_no_answer(text: str) -> None:
    assert classify(text, Asked.NOTE) is AnswerClass.REFUSAL


def test_a_reason_behind_a_number_is_one_without_because() -> None:
    turn = told("goals", "see my sister", "Nine. I am always calling on Sunday.")
    assert turn.draft.answers["importance_reason"].text == "I am always calling on Sunday."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("2 is wrong, it should be ring my sister on Sunday", WantsChange(2, "ring my sister on Sunday")),
        ("1 becomes seeing my sister", WantsChange(1, "seeing my sister")),
    ],
)
def test_new_words_behind_what_was_wrong_are_heard(text: str, line: WantsChange) -> None:
    assert read_confirmation(text) == line


@pytest.mark.parametrize(
    "text", ["Very good, save it please.", "Yes, please do.", "Yes please dear, save that, much better"]
)
def test_a_plain_yes_is_one_however_polite(text: str) -> None:
    assert say(told("goals", *PLANNED), text).outcome is Outcome.KEPT


def test_a_change_of_the_plan_is_agreed_to_in_its_own_words() -> None:
    assert say(begin("edit"), "delete", "the rain line", "yes take it out").outcome is Outcome.KEPT


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("actually can I go back, I want to change the goal", "get my own flat"),
        ("the goal is wrong, I want to see my sister every week instead", "see my sister every week"),
    ],
)
def test_the_goal_is_changed_in_the_middle_in_other_words(text: str, wish: str) -> None:
    turn = say(told("goals", *FLAT), text)
    assert turn.draft.answers["picture"].text == wish
    assert asked(turn) == ("utter_goals_picture" if wish == "get my own flat" else "utter_goals_importance")


def test_how_much_one_wish_matters_is_not_said_of_another() -> None:
    (goal,) = say(told("goals", *PLANNED), "1 seeing my sister every week", "skip", "yes").items
    assert isinstance(goal, Goal)
    assert (goal.vision, goal.importance, goal.importance_reason) == ("seeing my sister every week", None, "")


def test_a_time_of_day_is_no_number_on_a_scale() -> None:
    turn = told("goals", *FLAT, "On Thursday at two o'clock.")
    assert "confidence" not in turn.draft.answers


def test_a_line_of_two_answers_goes_with_both() -> None:
    low = told("hope", "2", "go on", "the mornings", "the sea", "swim", "my brother comes round", "skip", "skip")
    turn = say(low, "delete 3")
    assert not any("brother" in line or "mornings" in line for line in lines(turn))


def test_what_makes_it_hard_goes_without_the_plan_for_it() -> None:
    low = told(
        "hope", "2", "go on", "the mornings", "the sea", "swim", "rain", "put the kettle on", "keep going", "yes"
    )
    turn = say(low, "delete 5")
    assert "the mornings" not in lines(turn)
    assert "I will put the kettle on" in lines(turn)


def test_who_passes_over_a_step_that_is_to_come_is_not_asked_what_hindered_it() -> None:
    ahead = {**KNOWN, "known.days": Answer(items=("2999-12-31", "", "")), NOW: Answer(text="2026-11-30T12:00:00+00:00")}
    turn = say(begin("check_in", ahead), "swim", "not yet its only monday", "skip")
    assert "barrier" not in asked(turn)


def test_many_words_are_no_refusal_unless_they_say_so() -> None:
    said = "hm, well, I'd wake up and it's light and I'm not dreading it, kettle on, radio on and the day ahead"
    assert classify(said, Asked.STORY) is AnswerClass.GOOD


@pytest.mark.parametrize("text", ["keep 1 private", "keep line 1 to myself", "unshare 1"])
def test_what_was_shared_is_taken_back(text: str) -> None:
    answers = opens(text, KNOWN)
    assert (answers["verb"].choice, answers["which"].text) == ("private", "1. What I want: swim")


@pytest.mark.parametrize(
    "text",
    ["ok then", "Okay then.", "go on then", "alright then", "yes then", "oh go on then"],
)
def test_a_yes_with_then_is_one(text: str) -> None:
    consent = CONSENT.with_labels(words().labels(CONSENT))
    asking = engine.begin(consent)
    answer = read_choice(consent.step("ask"), offered_at(consent.step("ask"), asking.draft), text)
    assert answer is not None
    assert answer.choice == "yes"


@pytest.mark.parametrize("text", ["then", "then what", "no then", "if not then no"])
def test_then_alone_is_no_yes(text: str) -> None:
    consent = CONSENT.with_labels(words().labels(CONSENT))
    answer = read_choice(consent.step("ask"), (), text)
    assert answer is None or answer.choice == "no"


@pytest.mark.parametrize("text", ["i only just made it out", "i was sick last time", "its the noise that gets me"])
def test_an_account_takes_no_steps_place(text: str) -> None:
    turn = told("goals", *FLAT, "6", text)
    assert asked(turn) == "utter_goals_smaller_probe_1"
    assert "smaller" not in turn.draft.answers


@pytest.mark.parametrize("text", ["i get my coat on", "its just getting me shoes on", "text Shaz, she always answers"])
def test_an_act_with_a_word_about_it_is_no_account(text: str) -> None:
    assert classify(text, Asked.STEP) is AnswerClass.GOOD


def test_who_has_no_guess_either_is_not_asked_for_a_number_again() -> None:
    assert asked(told("hope", "dunno")) == "utter_scale_again"
    assert asked(told("hope", "dunno", "no idea")) == "utter_hope_memory"


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("oh well i suppose id have to get some flour in first", "get some flour in first"),
        ("id think of taking half to the kids", "think of taking half to the kids"),
        ("I'd need to ring Kev", "ring Kev"),
        ("then i will ring Kev", "ring Kev"),
        ("ID card out of the drawer", "ID card out of the drawer"),
        ("id card", "id card"),
        ("I'd", "I'd"),
    ],
)
def test_what_is_to_be_done_is_kept_alone(said: str, act: str) -> None:
    assert act_alone(said) == act


def test_so_then_is_no_part_of_a_time() -> None:
    assert without_hedges("on thursdays so then") == "on thursdays"


@pytest.mark.parametrize("text", ["about that", "yes", "that one", "start there", "its about that", "Start with that."])
def test_the_one_wish_that_is_offered_can_be_pointed_at(text: str) -> None:
    known = {**KNOWN, "known.wishes": Answer(items=("bake bread again",))}
    turn = say(begin("goals", known), text)
    assert turn.draft.answers["picture"].text == "bake bread again"


@pytest.mark.parametrize("text", ["about that", "yes"])
def test_of_several_wishes_it_is_not_guessed_which(text: str) -> None:
    assert "picture" not in say(begin("goals", KNOWN), text).draft.answers


def test_a_time_that_a_strength_showed_is_kept_without_the_words_around_it() -> None:
    turn = told("strengths", "dunno. i fed the cat i spose evry day even wen im bad")
    assert turn.draft.answers["story"].text == "i fed the cat evry day even wen im bad"


@pytest.mark.parametrize("text", ["no actually thursday", "actually no, thursday", "no sorry thursday"])
def test_another_day_at_the_next_question_is_the_day_of_the_step(text: str) -> None:
    turn = say(begin("goals", {NOW: Answer(text="2026-11-30T12:00:00+00:00")}), *FLAT, text)
    assert asked(turn) == "utter_goals_confidence"
    (step,) = (values["step"] for _, values in to_the_read_back(turn).sayings[-1].lines if "step" in values)
    assert step == "ring the council, Thursday 3 December"


@pytest.mark.parametrize("text", ["thursday", "actually thursday is hard", "no thursdays"])
def test_a_day_alone_at_another_question_changes_nothing(text: str) -> None:
    assert time_put_right(text) == ""


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("2 actually ring them on foot", "ring them on foot"),
        ("2 no more menus of pills", "no more menus of pills"),
        ("2 wait for the bus", "wait for the bus"),
    ],
)
def test_actually_is_no_part_of_new_words(said: str, words: str) -> None:
    assert read_confirmation(said) == WantsChange(2, words)
