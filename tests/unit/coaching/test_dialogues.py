"""Each dialogue as people hold it: to the end, tersely, refusing."""

from __future__ import annotations

import pytest

from bot.coaching import engine
from bot.coaching.answers import DECLINED, LONG, MODE, Answer
from bot.coaching.asking import Outcome
from bot.coaching.changes import Changed
from bot.coaching.guide import Kind as Asks
from bot.coaching.guides import JOURNEYS
from bot.coaching.plan import Evidence, Goal, Hope, IfThen, Item, Kind, LineKind, OwnLine, Step, Strength
from tests.unit.coaching.talk import BREAD, GUIDES, UNDER_WAY, asked, begin, keys, leads, take, told


def test_the_pace_of_a_terse_goal() -> None:
    assert keys("goals", *BREAD) == [
        "picture",
        "towards",
        "importance",
        "importance_reason",
        "step",
        "step_when",
        "confidence",
        "smaller",
        "confidence_again",
        "obstacle",
        "act",
        "read_back",
    ]


def test_a_terse_goal_is_kept_in_their_own_words() -> None:
    assert told("goals", *BREAD, "yes").items == (
        Goal(
            vision="stop being so anxious in shops",
            towards="buying my own bread",
            importance=8,
            importance_reason="my mum does it all. im 34",
            confidence=7,
            step=Step("going in with kev", "sat early. 8ish"),
            if_then=IfThen("heart going", "hold the trolley and count to ten"),
            inner="heart going",
            options=("going in when its quiet",),
        ),
    )


DOG = ("you pick", "nothing really. im useless at everything", "walked the dog i suppose. twice a day")


def test_the_pace_of_a_strength_from_someone_who_says_there_are_none() -> None:
    assert keys("strengths", *DOG, "he'd be lost without me") == [
        "way_in",
        "story_you_pick",
        "story_probe_1",
        "name",
        "fit",
    ]
    assert leads(told("strengths", *DOG[:2]))[0].words == "utter_heard"


def test_the_label_is_theirs() -> None:
    (strength,) = told("strengths", *DOG, "he'd be lost without me", "9", "yes").items
    assert strength == Strength(
        label="he'd be lost without me",
        evidence=(Evidence("walked the dog. twice a day"),),
        way_in="you_pick",
        category="individual",
        fit=9,
    )


def test_an_offered_label_is_taken_by_its_number() -> None:
    turn = told("strengths", *DOG)
    (strength,) = take(take(take(turn.draft, "1").draft, "8").draft, "yes").items
    assert isinstance(strength, Strength)
    assert strength.label == turn.sayings[-1].choices[0]


def test_a_label_that_is_not_much_like_them_is_asked_about_once() -> None:
    assert keys("strengths", *DOG, "1", "3", "i keep my word")[-2:] == ["reword", "read_back"]


def test_a_story_told_at_the_way_in_is_taken() -> None:
    turn = told("strengths", "i fed the cat every day")
    assert asked(turn) == "utter_strengths_name"
    assert turn.draft.answers["story"].text == "i fed the cat every day"
    assert asked(take(take(turn.draft, "back").draft, "why")) == "utter_strengths_story_you_pick"


def test_the_pace_of_hope_with_a_low_number() -> None:
    assert keys(
        "hope",
        "2",
        "go on",
        "it's all too much",
        "my nan's kitchen",
        "ring her",
        "too late",
        "text instead",
        "this too",
        "yes",
    ) == [
        "now",
        "low",
        "hard",
        "memory",
        "act",
        "in_the_way",
        "instead",
        "note",
        "show_note",
        "read_back",
    ]


def test_hope_is_kept_in_their_own_words() -> None:
    messages = ("6", "my nan's kitchen", "ring her", "it's late", "text instead", "this too shall pass", "no", "yes")
    assert told("hope", *messages).items == (
        Hope(
            now=6,
            memory="my nan's kitchen",
            act="ring her",
            if_then=IfThen("it's late", "text instead"),
            note="this too shall pass",
            show_note=False,
        ),
    )


def test_talking_about_how_hard_it_is_asks_plainly_first() -> None:
    assert keys("hope", "1", "how hard it is", "no")[-2:] == ["alive", "hard"]


@pytest.mark.parametrize("said", ["i feel hopeless", "everything is hopeless at home"])
def test_hopeless_words_ask_plainly_once(said: str) -> None:
    assert keys("hope", "1", "go on", said, "no")[-2:] == ["alive", "memory"]
    assert keys("hope", "1", "how hard it is", "no", said)[-1] == "memory"
    assert keys("hope", "5", "a day at the sea before it all went hopeless", "no")[-2:] == ["alive", "act"]


def test_a_number_that_is_not_low_brings_no_question_about_being_alive() -> None:
    assert "alive" not in keys("hope", "3", "my nan's kitchen", "ring her")


@pytest.mark.parametrize("journey", JOURNEYS)
@pytest.mark.parametrize("said", ["skip", "rather not", "idk", "private"])
def test_someone_who_gives_nothing_comes_to_a_kind_end(journey: str, said: str) -> None:
    if (journey, said) in (("check_in", "rather not"), ("check_in", "private"), ("edit", "private")):
        return  # which is one of its answers
    turn, left = begin(journey), 30
    while turn.outcome in UNDER_WAY and left:
        turn, left = take(turn.draft, said), left - 1
    assert turn.outcome is Outcome.NOTHING
    assert turn.sayings[-1].words == ("utter_nothing_changed" if journey == "edit" else "utter_nothing_to_keep")
    assert not turn.items


@pytest.mark.parametrize("answer", ["my dog", "bread", "mum", "🙂 music"])
def test_no_answer_is_too_short(answer: str) -> None:
    assert told("hope", "5", answer).draft.answers["memory"].text == answer


@pytest.mark.parametrize(
    "answer",
    [
        "I want to stop smoking",
        "get help from my sister",
        "go back to college",
        "skip breakfast less often",
        "my support worker Denise",
        "no more menus of pills",
        "change one habit",
    ],
)
def test_an_answer_with_a_command_in_it_is_kept(answer: str) -> None:
    assert told("goals", answer).draft.answers["picture"].text == answer


def test_a_sharp_answer_gets_two_different_probes_and_is_then_let_be() -> None:
    assert keys("goals", "idk", "idk", "idk") == [
        "picture",
        "picture_probe_1",
        "picture_probe_2",
        *keys("goals", "skip")[-1:],
    ]


@pytest.mark.parametrize("nothing", ["2 or 3 or maybe 9", "banana"])
def test_an_unclear_number_is_asked_about_and_then_let_be(nothing: str) -> None:
    turn = told("hope", nothing)
    assert asked(turn) in {"utter_scale_which", "utter_scale_again"}
    assert asked(take(turn.draft, "repeat")) == "utter_hope_now"


def test_a_wish_for_a_person_brings_human_routes_and_the_question_again() -> None:
    turn = told("goals", "can i talk to a human")
    assert [say.words for say in turn.sayings] == ["utter_person_wanted", "utter_goals_picture"]
    assert not turn.draft.answers


def test_back_from_a_pause_at_the_read_back_the_lines_are_shown_once() -> None:
    left = told("goals", *BREAD, "stop")
    back = engine.resume(GUIDES["goals"], left.draft)
    assert [say.words for say in back.sayings] == ["utter_we_were_here", "utter_goals_read_back"]


def test_a_number_and_what_makes_it_hard_are_kept_where_nothing_else_is_said() -> None:
    turn = told("hope", "0", "how hard it is", "no", "everything is too much", *["skip"] * 3)
    assert [words for words, _ in turn.sayings[-1].lines] == ["utter_hope_line_hard", "utter_hope_line_now"]
    assert take(turn.draft, "yes").items == (Hope(now=0, hard="everything is too much"),)


def test_a_further_talk_about_hope_leaves_what_stands() -> None:
    turn = begin("hope", {"known.hope_ids": Answer(items=("5",))})
    for said in ("4", "skip", "ring my nan", "skip", "skip", "yes"):
        turn = take(turn.draft, said)
    (changed,) = turn.items
    assert isinstance(changed, Changed)
    assert changed.item == Item(Kind.HOPE, 5)
    assert {name: value for name, value in changed.values.items() if value} == {"now": 4, "act": "ring my nan"}
    assert "note" not in changed.values


def test_what_is_kind_and_who_to_hear_from_are_kept() -> None:
    turn = begin("hope", {MODE: Answer(choice=LONG)})
    while turn.draft.step != "others":
        turn = take(turn.draft, "4" if turn.draft.step == "now" else "skip")
    for said in ("a peer group", "skip", "3", "a bath and bed", "yes"):
        turn = take(turn.draft, said)
    assert turn.items[1:] == (
        OwnLine(LineKind.COPING, "a bath and bed"),
        OwnLine(LineKind.WISH, "A peer group"),
    )


@pytest.mark.parametrize(
    ("question", "number"),
    [("obstacle", "7"), ("step", "4 maybe"), ("importance_reason", "2 or 3"), ("towards", "7/10"), ("act", "seven")],
)
def test_a_number_alone_is_no_answer_to_an_open_question(question: str, number: str) -> None:
    turn = begin("goals")
    for said in (*BREAD, "stop"):
        if turn.draft.step == question:
            break
        turn = take(turn.draft, said)
    again = take(turn.draft, number)
    assert [say.words for say in again.sayings] == ["utter_number_alone", turn.sayings[-1].words]
    assert question not in again.draft.answers
    third = take(take(again.draft, number).draft, number)
    assert third.sayings[0].words == "utter_leave_it"
    assert not third.draft.answers[question].text


@pytest.mark.parametrize("answer", ["8", "about 8", "at 8", "today", "tomorrow"])
def test_to_when_a_number_or_a_day_is_an_answer(answer: str) -> None:
    turn = told("goals", "learn to swim", "8", "fun", "phone the baths", answer)
    assert turn.draft.answers["step_when"].text == answer


@pytest.mark.parametrize("question", ["where is the moon?", "what do you mean", "who reads this?"])
def test_questions_to_the_coach_never_cost_the_open_question(question: str) -> None:
    turn = begin("goals")
    for _ in range(6):
        turn = take(turn.draft, question)
        assert asked(turn) == "utter_goals_picture"
    answered = take(turn.draft, "learn to swim")
    assert answered.draft.answers["picture"].text == "learn to swim"
    assert asked(take(begin("goals").draft, "idk")) == "utter_goals_picture_probe_1"


@pytest.mark.parametrize("journey", ["goals", "strengths", "hope"])
def test_who_asks_what_is_meant_is_asked_in_other_words_as_often_as_they_like(journey: str) -> None:
    turn = begin(journey)
    while GUIDES[journey].step(turn.draft.step).kind is not Asks.OPEN:
        turn = take(turn.draft, "skip")
    step, shown = turn.draft.step, []
    for _ in range(5):
        shown.append(turn.draft.question.variant)
        turn = take(turn.draft, "what do you mean?")
        assert (turn.draft.step, turn.draft.tries) == (step, 0)
    assert [one + 1 for one in shown[:-1]] == shown[1:]


def test_without_a_wish_no_step_is_asked_for() -> None:
    turn = told("goals", "my nurse wants me to go to the group", "no, it's theirs", "skip")
    assert turn.draft.step == "read_back"
    assert told("goals", "skip").outcome is Outcome.NOTHING


def test_the_place_of_a_step_is_kept_apart_from_the_company() -> None:
    turn = begin("goals", {MODE: Answer(choice=LONG), "picture": Answer(text="learn to swim")})
    said = {"step": "swim a length", "step_with": "with Kev", "step_where": "at the baths"}
    while turn.draft.step != "read_back":
        turn = take(turn.draft, said.get(turn.draft.step, "skip"))
    (goal,) = take(turn.draft, "yes").items
    assert isinstance(goal, Goal)
    assert goal.step == Step("swim a length", "", "at the baths", "with Kev")


def test_a_reason_is_kept_without_its_because() -> None:
    turn = told("goals", "swim again", "9", "because we used to laugh")
    assert turn.draft.answers["importance_reason"].text == "we used to laugh"


def test_the_last_words_of_a_step_are_part_of_it() -> None:
    assert (
        told("goals", "a job i like", "8", "i feel useful there", "ring my mate").draft.answers["step"].text
        == "ring my mate"
    )


def test_who_skips_what_was_asked_about_an_answer_keeps_the_answer() -> None:
    turn = told("goals", "learn to swim", "8", "the sea", "try harder")
    assert turn.draft.tries == 1
    turn = take(turn.draft, "skip")
    assert turn.draft.answers["step"].text == "try harder"
    assert leads(turn)[0].words == "utter_leave_it"


def test_who_skips_what_was_asked_about_nothing_leaves_nothing() -> None:
    turn = take(told("goals", "learn to swim", "8", "the sea", "dunno").draft, "skip")
    assert turn.draft.answers["step"] == DECLINED


@pytest.mark.parametrize("said", ["yea save it", "yeh that's right", "ye save it"])
def test_a_yes_as_people_type_it_saves(said: str) -> None:
    assert told("goals", *BREAD, said).outcome is Outcome.KEPT
