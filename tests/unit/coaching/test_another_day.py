"""A day put right leaves the act that it is of, in every dialogue and after saving."""

from __future__ import annotations

import pytest

from bot.coaching.answers import NOW, Answer
from bot.coaching.asking import Turn
from bot.coaching.changes import Changed
from bot.coaching.putting_right import at_another_time, time_put_right
from tests.unit.coaching.talk import asked, begin, leads, say
from tests.unit.coaching.test_edits import edited

TODAY = {NOW: Answer(text="2026-12-01T12:00:00+00:00")}
BREAD_BAKING = ("5", "grandad's kitchen", "bread baking on thursday", "no flour", "borrow some", "you can", "no")
SAVED = {
    **TODAY,
    "known.lines": Answer(items=("1. A good time: the sea", "2. One small thing: bread baking, Thursday 3 December")),
    "known.places_of_lines": Answer(items=("hope:4:memory", "hope:4:act")),
    "known.parts_of_lines": Answer(items=("\n", "bread baking, Thursday 3 December\n")),
}


def act_shown(turn: Turn) -> str:
    shown = next(say.lines for say in reversed(turn.sayings) if say.lines)
    return next(values["act"] for _, values in shown if "act" in values)


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("change 2 to Saturday", "bread baking, Saturday 5 December"),
        ("2 saturday", "bread baking, Saturday 5 December"),
        ("2 should be saturday at 10am", "bread baking, Saturday 5 December, 10 in the morning"),
        ("2 at 10am", "bread baking, Thursday 3 December, 10 in the morning"),
        ("change 2 to Saturday and delete 3", "bread baking, Saturday 5 December"),
        ("change 2 to cake baking on saturday", "cake baking, Saturday 5 December"),
        ("2 the club with the quiz", "the club with the quiz"),
    ],
)
def test_a_day_given_to_the_act_of_a_talk_about_hope_is_its_day(said: str, act: str) -> None:
    assert act_shown(say(begin("hope", TODAY), *BREAD_BAKING, said)) == act


def test_a_line_taken_out_behind_another_one_is_taken_out() -> None:
    turn = say(begin("hope", TODAY), *BREAD_BAKING, "change 2 to Saturday and delete 3")
    assert "utter_hope_line_if_then" not in [words for words, _ in turn.sayings[-1].lines]


@pytest.mark.parametrize("said", ["the step is Saturday, not Friday", "no, Saturday", "I meant Saturday not Friday"])
@pytest.mark.parametrize("answers", [3, 4, 5])
def test_a_day_put_right_at_a_later_question_is_no_answer_to_it(said: str, answers: int) -> None:
    before = say(begin("hope", TODAY), *BREAD_BAKING[:answers])
    turn = say(before, said)
    assert [each.words for each in leads(turn)] == ["utter_line_now"]
    assert act_shown(turn) == "bread baking, Saturday 5 December"
    assert asked(turn) == asked(before)


@pytest.mark.parametrize(
    "said", ["saturday", "no bus on saturday", "the market is on saturday", "no, Saturday is bad", "the step is icy"]
)
def test_an_answer_with_a_day_in_it_stays_an_answer(said: str) -> None:
    assert not time_put_right(said)
    turn = say(begin("hope", TODAY), *BREAD_BAKING[:3], said)
    assert turn.draft.answers["act"].text == "bread baking on thursday"
    assert "in_the_way" in turn.draft.answers


@pytest.mark.parametrize(
    ("act", "time", "now"),
    [
        ("bread baking", "friday", "bread baking, friday"),
        ("bread baking on friday", "saturday", "bread baking on saturday"),
        ("bread baking on friday at 9am", "saturday at 10am", "bread baking, saturday at 10am"),
        ("bread baking at 9am", "saturday", "bread baking at 9am, saturday"),
    ],
)
def test_an_act_at_another_time_keeps_its_words(act: str, time: str, now: str) -> None:
    assert at_another_time(act, time) == now


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("change 2 to friday", "bread baking, Friday 4 December"),
        ("change 2 to ring Jo tomorrow", "ring Jo, Wednesday 2 December"),
        ("change 2 to ring Jo", "ring Jo"),
    ],
)
def test_a_day_given_to_the_saved_act_is_its_day(said: str, act: str) -> None:
    (change,) = edited(said, known=SAVED).items
    assert isinstance(change, Changed)
    assert change.values == {"act": act}
