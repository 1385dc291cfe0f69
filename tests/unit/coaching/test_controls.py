"""Controls: the whole message, or it is an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.controls import Control, Request, read_control
from bot.control_words import NAMES

ANSWERS = (
    "I want to stop smoking",
    "get help from my sister",
    "go back to college",
    "skip breakfast less often",
    "my support worker Denise",
    "no more menus of pills",
    "stop drinking please",
    "back pain",
    "plan my week",
    "finish my course",
    "save money",
    "save up",
    "pass my driving test",
    "help my mum",
    "end my debts",
    "move on from my ex",
    "enough sleep",
    "home",
    "a home",
    "next week",
    "repeat prescriptions on time",
    "why not",
    "change my flat",
    "change one habit",
    "change 1 thing at a time",
    "edit one video a week",
    "drop one",
    "drop 2 stone",
    "remove one",
    "remove the mould",
    "delete facebook",
    "take out 1 library book",
    "quit smoking",
    "leave him",
    "be ready for work",
    "start again at the gym",
)


@pytest.mark.parametrize("text", ANSWERS)
def test_a_sentence_that_merely_holds_a_command_is_an_answer(text: str) -> None:
    assert read_control(text) is None


SAID = sorted((words, Control(name)) for words, name in NAMES.items())


@pytest.mark.parametrize(("said", "control"), SAID)
def test_each_control_is_obeyed_in_any_dress(said: str, control: Control) -> None:
    for dressed in (said, said.upper(), f"{said}.", f"{said}!", f"  {said}  ", f'"{said}"', f"{said} please"):
        assert read_control(dressed) == Request(control), dressed


def test_every_control_has_a_typed_form() -> None:
    assert {control for _, control in SAID} | {Control.CHANGE, Control.DELETE} == set(Control)


@pytest.mark.parametrize("said", ["skip", "back", "stop", "why", "menu", "repeat", "help"])
def test_the_words_of_the_method_are_controls(said: str) -> None:
    assert read_control(said) is not None


@pytest.mark.parametrize(
    ("text", "control"),
    [
        ("ok stop", Control.STOP),
        ("please skip", Control.SKIP),
        ("can we skip this one please", Control.SKIP),
        ("Skip, thanks", Control.SKIP),
        ("skip pls", Control.SKIP),
        ("can you repeat that?", Control.REPEAT),
        ("Could you say that again please?", Control.REPEAT),
        ("WHY DO YOU ASK??", Control.WHY),
        ("i want to go back", Control.BACK),
        ("go back to the menu", Control.MENU),
        ("Save & stop", Control.STOP),
        ("Help!", Control.HELP),
    ],
)
def test_polite_words_around_a_control_change_nothing(text: str, control: Control) -> None:
    assert read_control(text) == Request(control)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("change 2", 2, ""),
        ("Change 2.", 2, ""),
        ("change 2 please", 2, ""),
        ("please change two", 2, ""),
        ("can you change number 3?", 3, ""),
        ("i want to change line 1", 1, ""),
        ("change the first one", 1, ""),
        ("yes but change 2", 2, ""),
        ("change 2 to the small Tesco", 2, "the small Tesco"),
        ("CHANGE 2 TO Go To Tesco", 2, "Go To Tesco"),
        ("change the second one to buy bread", 2, "buy bread"),
        ("Change 2: the small Tesco", 2, "the small Tesco"),
        ("change 2 = buy bread", 2, "buy bread"),
        ("edit 1", 1, ""),
    ],
)
def test_a_line_is_changed_by_its_number(text: str, line: int, words: str) -> None:
    assert read_control(text) == Request(Control.CHANGE, line, words)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("delete 3", 3),
        ("delete 4, that is only my story", 4),
        ("take out 2. it's not true anymore", 2),
        ("delete 3!", 3),
        ("delete 3 please", 3),
        ("Please delete 3", 3),
        ("remove line 2", 2),
        ("delete one", 1),
        ("delete the third one", 3),
        ("no, delete 2", 2),
        ("cross out 1", 1),
    ],
)
def test_a_line_is_deleted_by_its_number(text: str, line: int) -> None:
    assert read_control(text) == Request(Control.DELETE, line)


@given(st.text(max_size=200))
def test_reading_a_control_never_fails(text: str) -> None:
    read_control(text)


@given(st.sampled_from(sorted(NAMES)), st.sampled_from(["smoking", "my mum", "college", "on the bus"]))
def test_a_control_with_more_behind_it_is_an_answer(said: str, more: str) -> None:
    assert read_control(f"{said} {more}") is None


@pytest.mark.parametrize(
    "said", ["im tired", "I'm so tierd", "just really knackerd tonight", "exausted", "dead tired now"]
)
def test_who_is_tired_is_asked_less_unless_that_is_the_answer(said: str) -> None:
    assert read_control(said) == Request(Control.SHORTER)
    assert read_control(said, feels=True) is None


@pytest.mark.parametrize("said", ["tired of being alone", "less tired", "too tired to cook"])
def test_a_sentence_about_being_tired_is_an_answer(said: str) -> None:
    assert read_control(said) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("change 1 2 gud wiv animals", "gud wiv animals"),
        ("change 2 2 friday", "friday"),
        ("change 2 2 weeks off", None),
    ],
)
def test_a_line_is_changed_with_a_texted_to(text: str, words: str | None) -> None:
    request = read_control(text)
    assert (request.words if request else None) == words
