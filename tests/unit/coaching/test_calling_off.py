"""Calling a change off: all stands as it was, nothing of it is recorded, and the next change starts afresh."""

from __future__ import annotations

import pytest

from bot.coaching.asking import Outcome, Turn
from bot.coaching.calling_off import calls_off, calls_off_at_last
from bot.coaching.changes import Changed
from bot.coaching.plan import IfThen, Item, Kind
from tests.unit.coaching.talk import BREAD, asked, leads, say, told
from tests.unit.coaching.test_edits import OF_LINES, begun

CALLED_OFF = (
    "leave it as it was",
    "leave it",
    "no leave it",
    "no, leave it",
    "actually no dont change it",
    "actually no leave it as it is",
    "leav it as it was pls",
    "oh no leave that one alone",
    "dont chang it",
    "no, don't delete it",
    "never mind",
    "nvm",
    "forget it",
    "scrap that",
    "cancel",
    "cancel that",
    "keep it as it was",
    "keep the old one",
    "i've changed my mind",
    "it stays as it was",
    "it was fine as it was",
    "put it back how it was",
    "no changes",
    "i dont want to change it after all",
    "leave it, i've changed my mind",
)
WORDS_OF_THEIRS = (
    "leave the house by ten",
    "leave him",
    "leave it to my sister",
    "keep going",
    "forget the past",
    "cancel my gym",
    "don't drink on a friday",
    "change my flat",
    "never mind the neighbours",
    "it stays dry",
    "dominoes with Ron on Friday",
    "if he shouts, leave it",
    "if it goes wrong then i tell myself never mind",
    "no sugar",
    "no more fags",
)


@pytest.mark.parametrize("text", CALLED_OFF)
def test_a_change_is_called_off_in_many_words(text: str) -> None:
    assert calls_off(text)


@pytest.mark.parametrize("text", WORDS_OF_THEIRS)
def test_words_for_a_line_call_nothing_off(text: str) -> None:
    assert not calls_off_at_last(text)


@pytest.mark.parametrize(
    "text",
    [
        "if i get shy then i text Jo. actually no, leave it",
        "dominoes with Ron, no wait, leave it as it was",
        "dominoes - never mind",
        "dominoes actually no dont change it",
        "dominoes. scrap that",
    ],
)
def test_new_words_are_called_off_in_the_same_message(text: str) -> None:
    assert calls_off_at_last(text)


def nothing_has_changed(turn: Turn) -> bool:
    """Is the dialogue over, with nothing to keep and no draft, and is it said so?"""
    return (asked(turn), turn.outcome, turn.items) == ("utter_nothing_changed", Outcome.NOTHING, ())


@pytest.mark.parametrize("said", CALLED_OFF)
@pytest.mark.parametrize(
    "before",
    [
        ("change 2",),
        ("change 2 to dominoes with Ron on Friday",),
        ("change 2 to dominoes with Ron on Friday", "no"),
        ("delete 3",),
        ("park 1",),
        ("share 1",),
        ("add a role: a neighbour",),
        ("change my plan",),
    ],
)
def test_an_edit_is_called_off_wherever_it_stands(before: tuple[str, ...], said: str) -> None:
    turn = say(begun(before[0], OF_LINES), *before[1:])
    assert nothing_has_changed(say(turn, said))


@pytest.mark.parametrize("said", ["no", "nah", "no thanks", "no, don't", "i'd rather not", "keep it", "yes keep it"])
@pytest.mark.parametrize("wish", ["delete 3", "park 1"])
def test_what_would_only_be_taken_away_is_called_off_by_a_no_or_by_keeping_it(wish: str, said: str) -> None:
    assert nothing_has_changed(say(begun(wish, OF_LINES), said))


def test_a_no_where_new_words_are_asked_for_is_no_new_words() -> None:
    assert nothing_has_changed(say(begun("change 2", OF_LINES), "no"))


def test_words_called_off_in_the_message_that_says_them_change_nothing() -> None:
    assert nothing_has_changed(begun("change 3 to if i get shy then i text Jo. actually no, leave it", OF_LINES))
    assert nothing_has_changed(say(begun("change 3", OF_LINES), "dominoes. actually no, leave it"))


def test_words_that_are_skipped_change_nothing() -> None:
    assert nothing_has_changed(say(begun("change 3", OF_LINES), "skip"))


@pytest.mark.parametrize("wish", ["delete 3", "change 3", "change my plan", "change 1 to the sea", "share 1"])
def test_another_change_starts_afresh_and_is_never_mixed_with_the_one_before(wish: str) -> None:
    afresh = say(begun(wish, OF_LINES), "change 3 to if it snows, then i will stay in")
    assert afresh.draft.answers["verb"].choice == "change"
    assert say(afresh, "yes").items == (Changed(Item(Kind.GOAL, 11), {"if_then": IfThen("it snows", "stay in")}),)


def test_the_lines_of_a_read_back_are_pointed_at_before_those_of_the_plan() -> None:
    turn = say(begun("change 3 to take a coat", OF_LINES), "change 1 to take a hat", "yes")
    assert turn.items == (Changed(Item(Kind.GOAL, 11), {"if_then": IfThen("rain", "take a hat")}),)


@pytest.mark.parametrize("said", ["actually no leave it as it is", "cancel", "no dont change it", "never mind"])
@pytest.mark.parametrize("number", ["1", "2", "3"])
def test_a_line_that_was_chosen_for_a_change_stands_as_it_was(number: str, said: str) -> None:
    before = told("goals", *BREAD)
    after = say(before, number, said)
    assert leads(after)[0].words == "utter_stays"
    assert after.sayings[-1].lines == before.sayings[-1].lines


def test_a_review_that_was_chosen_for_a_change_stands_as_it_was() -> None:
    turn = told("goals", "longer", "swim")
    while turn.draft.step != "review":
        turn = say(turn, "ring the baths" if turn.draft.step == "step" else "skip")
    turn = say(turn, "on friday")
    number = 1 + [words for words, _ in turn.sayings[-1].lines].index("utter_goals_line_review")
    after = say(turn, str(number), "actually no leave it as it is")
    assert after.sayings[-1].lines == turn.sayings[-1].lines


def test_half_a_change_that_is_called_off_changes_nothing() -> None:
    before = told("goals", *BREAD)
    after = say(before, "3", "it rains", "leave it as it was")
    assert after.sayings[-1].lines == before.sayings[-1].lines


def test_new_words_at_the_read_back_that_are_called_off_at_once_change_nothing() -> None:
    before = told("goals", *BREAD)
    after = say(before, "change 2 to ring the shop. actually no, leave it")
    assert leads(after)[0].words == "utter_stays"
    assert after.draft.answers["step"] == before.draft.answers["step"]


@pytest.mark.parametrize("said", ["leave it as it was", "no, put it back how it was", "undo"])
def test_a_line_changed_at_the_read_back_is_changed_back(said: str) -> None:
    before = told("goals", *BREAD)
    after = say(before, "change 2 to ring the shop", said)
    assert after.draft.step == "read_back"
    assert after.sayings[-1].lines == before.sayings[-1].lines
    assert say(after, "yes").outcome is Outcome.KEPT


def test_as_it_is_at_a_read_back_without_a_change_saves_it() -> None:
    assert told("goals", *BREAD, "leave it as it is").outcome is Outcome.KEPT


@pytest.mark.parametrize(
    "text",
    [
        "stop, dont save that, none of that happened",
        "None of that is true.",
        "no, i made that up",
        "don't keep any of it please",
        "bin the lot",
        "stop. scrap all of it",
    ],
)
def test_what_is_not_to_be_kept_is_let_go_in_one_sentence(text: str) -> None:
    turn = say(told("goals", *BREAD), text)
    assert (turn.outcome, turn.items) == (Outcome.NOTHING, ())
    assert [each.words for each in turn.sayings] == ["utter_let_go"]
    assert not turn.draft.answers


@pytest.mark.parametrize("text", ["dont save that", "no dont save it yet", "please don't save this"])
def test_what_is_not_to_be_saved_stays_a_draft(text: str) -> None:
    turn = say(told("goals", *BREAD), text)
    assert turn.outcome is Outcome.LEFT
    assert turn.draft.answers


@pytest.mark.parametrize("text", ["1 none of that happened", "forget everything else and ring Jo"])
def test_words_that_go_on_let_nothing_go(text: str) -> None:
    assert say(told("goals", *BREAD), text).outcome is Outcome.ASKING
