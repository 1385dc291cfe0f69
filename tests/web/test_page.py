"""From what was said to what is shown: which words are the question, which answers belong to it."""

from __future__ import annotations

import pytest

from bot.web.messages import CAIRN, PERSON, Button, Message, from_answer, from_lines, last_turn
from bot.web.page import Lines, conversation
from tests.web.backstage import Kept

NO_LINES = Lines(of=lambda _: (), here=())


def cairn(text: str, **more: object) -> Message:
    return Message(CAIRN, text, **more)  # type: ignore[arg-type]


def kinds(*messages: Message) -> list[str]:
    view = conversation(messages, NO_LINES)
    return [bubble.kind for bubble in (*view.earlier, *view.latest)]


def test_the_last_words_of_cairn_are_the_question() -> None:
    assert kinds(cairn("Hello."), cairn("Where would you like to start?")) == ["theirs", "question"]


def test_a_paragraph_of_its_own_is_a_bubble_of_its_own() -> None:
    assert kinds(cairn("Buying your own bread.\n\nHow much does that matter?")) == ["theirs", "question"]


def test_what_asks_nothing_is_not_blown_up() -> None:
    assert kinds(cairn("Saved. We could look at what you're good at.")) == ["theirs"]
    assert kinds(cairn("And if the fear comes all the same, then I will...")) == ["question"]
    assert kinds(cairn('Finish this: "If it rains, then I will..."')) == ["question"]


def test_a_read_back_of_several_lines_is_not_blown_up() -> None:
    assert kinds(cairn("Here it is:\n1. What I want: bread\n2. First step: Saturday")) == ["theirs"]


def test_an_answered_question_steps_back() -> None:
    assert kinds(cairn("What?"), Message(PERSON, "that"), cairn("And then?")) == ["theirs", "mine", "question"]


def test_answers_and_controls_are_those_of_the_last_turn() -> None:
    old = cairn("Old?", buttons=(Button("Old", "old"),), controls=("skip",), step="goals.old")
    new = cairn("New?", buttons=(Button("New", "new"),), step="goals.new")
    view = conversation((old, Message(PERSON, "x"), new), NO_LINES)
    assert [pick.payload for pick in view.picks] == ["new"]
    assert view.controls == ()
    assert view.step == "goals.new"


def test_the_draft_stands_beside_its_question_under_the_name_of_its_dialogue() -> None:
    asked = cairn("How much?", step="goals.importance", so_far=("What I want: a cat: black", "First step: ask"))
    draft = conversation((asked,), NO_LINES).so_far
    assert draft is not None
    assert draft.lines == (("What I want", "a cat: black"), ("First step", "ask"))
    assert (draft.title, draft.summary) == ("My goal so far", "My goal so far: 2 things")


@pytest.mark.parametrize(
    "messages",
    [
        (cairn("How much?", step="goals.importance"),),
        (cairn("Is that OK?", step="consent.ask", so_far=("What I want: a cat",)),),
        (
            cairn("How much?", step="goals.importance", so_far=("What I want: a cat",)),
            Message(PERSON, "x"),
            cairn("Hm"),
        ),
    ],
)
def test_no_draft_stands_where_nothing_is_drafted_or_nothing_is_asked(messages: tuple[Message, ...]) -> None:
    assert conversation(messages, NO_LINES).so_far is None


def test_the_last_turn_is_what_cairn_said_after_the_person() -> None:
    assert [message.text for message in last_turn((cairn("a"), Message(PERSON, "b"), cairn("c"), cairn("d")))] == [
        "c",
        "d",
    ]
    assert last_turn(()) == ()


def test_lines_of_the_transcript_are_read_in_any_known_shape() -> None:
    lines = [Kept("person", "hi"), Kept("cairn", "Q?", ({"title": "A", "payload": "a"}, "B"), ("stop", "skip", "x"))]
    messages = from_lines(lines)
    assert messages[0].who == PERSON
    assert messages[1].buttons == (Button("A", "a"), Button("B", "B"))
    assert messages[1].controls == ("skip", "stop")


@pytest.mark.parametrize("body", [None, [], "x", {"messages": "x"}, {"message": []}])
def test_what_is_no_answer_is_none(body: object) -> None:
    assert from_answer(body) is None


@pytest.mark.parametrize("part", [1, None, {}, {"text": 3}, {"text": "", "buttons": 7}])
def test_malformed_parts_of_an_answer_are_left_out(part: object) -> None:
    assert from_answer({"messages": [part]}) == ()


@pytest.mark.parametrize("part", [{"buttons": [None, 3, {}, {"title": 4}]}, {"support": "x"}, {"controls": {"a": 1}}])
def test_malformed_details_do_not_hide_the_words(part: dict[str, object]) -> None:
    answer = from_answer({"messages": [{"text": "Hello.", **part}]})
    assert answer is not None
    assert answer[0] == cairn("Hello.")
