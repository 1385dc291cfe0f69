"""Every question of every dialogue, with every control and every class of answer: nothing is a dead end."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coaching import engine
from bot.coaching.answers import KNOWN as BEFORE
from bot.coaching.answers import LONG, MODE, NOW, Answer, known, takes_longer
from bot.coaching.asking import Outcome, Turn
from bot.coaching.choosing import read_choice
from bot.coaching.controls import Control, read_control
from bot.coaching.draft import Draft
from bot.coaching.guide import Kind
from bot.coaching.reading import request_at
from tests.unit.coaching.talk import (
    ASIDES,
    GUIDES,
    KNOWN,
    NO_ANSWERS,
    OPEN_ANSWERS,
    POOL,
    TYPED,
    UNDER_WAY,
    asked,
    begin,
    messages_for,
    take,
)

ENDS = {Outcome.KEPT, Outcome.NOTHING, Outcome.LEFT}
NEEDED = {
    "edit": ("known.lines", "known.places_of_lines", "known.parts_of_lines", "known.wholes_of_lines"),
    "check_in": ("known.active", "known.active_ids", "known.steps", "known.whens"),
}
ALL = tuple(dict.fromkeys((*OPEN_ANSWERS, *NO_ANSWERS, *ASIDES, *(word for pool in POOL.values() for word in pool))))
NEVER_ASKED = {
    "goals": {"later"},  # holds the further wishes of another answer
    "edit": {"review"},  # asked only of who wants another day to look again than the one that moved with the step
}
ROUTES = {  # to what other answers lead to than those that are tried first
    "strengths": ("You pick", "i fed the cat", "I fed the cat", *(["skip"] * 6)),
    "check_in": ("swim", "did it", "kev came", "no thanks", "the same again", "friday", "5"),
    "edit": ("Take up a goal", "2"),
}
each_journey = pytest.mark.parametrize("journey", GUIDES)


def _place(draft: Draft) -> tuple[object, ...]:
    """Where a conversation stands, without the words: enough to have every kind of place once."""
    lines = bool(GUIDES[draft.journey].standing_lines(draft.answers))
    way = takes_longer(draft.answers), bool(known(draft.answers, "strengths"))
    return draft.step, draft.tries, bool(draft.return_to), draft.question.words, lines, *way


@cache
def walked(journey: str) -> tuple[tuple[Draft, ...], list[tuple[str, str, str]]]:
    """Every place that can be reached, breadth first: on the longer way of somebody known, and as a stranger.

    Beside them what was wrong with the turn after a message: the step, the message, and what.
    """
    stranger = {what: KNOWN[what] for what in NEEDED.get(journey, ())}
    longer = {**KNOWN, MODE: Answer(choice=LONG), NOW: Answer(text="2026-11-30T09:00:00+00:00")}
    begun = [begin(journey, stranger), begin(journey, longer)]
    for message in ROUTES.get(journey, ()):
        begun.append(take(begun[-1].draft, message))
    waiting = deque(turn.draft for turn in begun if turn.outcome is Outcome.ASKING)
    seen = {_place(draft): draft for draft in waiting}
    wrong = []
    while waiting:
        draft = waiting.popleft()
        for message in messages_for(draft):
            turn = take(draft, message)
            wrong += [(draft.step, message, what) for what in _wrong_with(turn, draft)]
            if turn.outcome in UNDER_WAY and _place(turn.draft) not in seen:
                seen[_place(turn.draft)] = turn.draft
                waiting.append(turn.draft)
    return tuple(seen.values()), wrong


def places(journey: str) -> tuple[Draft, ...]:
    return walked(journey)[0]


def _wrong_with(turn: Turn, before: Draft) -> Iterator[str]:
    if not turn.sayings and turn.outcome is not Outcome.MENU:
        yield "no answer"
    if turn.outcome in UNDER_WAY:
        if any(say.step for say in turn.sayings[:-1]):
            yield "more than one question, or not the last thing said"
        if _asked_step(turn) != f"{before.journey}.{turn.draft.step}":
            yield "another question than the draft says"
        if turn.draft.turn <= before.turn:
            yield "not counted"


def _asked_step(turn: Turn) -> str:
    return turn.sayings[-1].step if turn.sayings else ""


def _asks_for_it_again(text: str) -> bool:
    return not text.strip() or text in ASIDES or read_control(text) is not None


def test_there_is_a_typed_word_for_every_control() -> None:
    assert set(TYPED) == set(Control)


@each_journey
def test_every_question_of_the_dialogue_is_walked(journey: str) -> None:
    questions = {step.id for step in GUIDES[journey].steps} - NEVER_ASKED.get(journey, set())
    assert {draft.step for draft in places(journey)} == questions


@each_journey
def test_every_message_at_every_place_is_answered_and_the_question_comes_last(journey: str) -> None:
    assert walked(journey)[1] == []


@each_journey
@pytest.mark.parametrize("control", [Control.REPEAT, Control.WHY, Control.HELP, Control.PLAN])
def test_asking_around_a_question_brings_its_very_words_back(journey: str, control: Control) -> None:
    for draft in places(journey):
        turn = take(draft, TYPED[control])
        assert turn.sayings[-1] == draft.question
        assert turn.draft.answers == draft.answers


@each_journey
def test_plan_shows_the_plan_and_asks_on(journey: str) -> None:
    assert {take(draft, TYPED[Control.PLAN]).outcome for draft in places(journey)} == {Outcome.SHOW_PLAN}


@each_journey
def test_why_is_answered_with_the_words_of_that_question(journey: str) -> None:
    for draft in places(journey):
        guide = GUIDES[journey]
        assert take(draft, TYPED[Control.WHY]).sayings[0].words == guide.key(guide.step(draft.step), "why")


@each_journey
def test_skip_moves_on(journey: str) -> None:
    for draft in places(journey):
        turn = take(draft, TYPED[Control.SKIP])
        if GUIDES[journey].step(draft.step).kind is Kind.READ_BACK:
            assert turn.outcome is Outcome.LEFT
        else:
            moved = turn.draft.step != draft.step or (draft.return_to and not turn.draft.return_to)
            assert turn.outcome is Outcome.NOTHING or moved, draft.step


@each_journey
def test_a_skipped_question_is_declined_and_not_empty(journey: str) -> None:
    for draft in places(journey):
        if draft.step not in draft.answers and not draft.return_to:
            kind = GUIDES[journey].step(draft.step).kind
            turn = take(draft, TYPED[Control.SKIP])
            became = "given" if draft.partial else "declined"  # what was said before the skip is kept
            assert kind is Kind.READ_BACK or turn.draft.answers[draft.step].state.value == became


@each_journey
def test_stop_and_menu_leave_with_the_draft_as_it_was(journey: str) -> None:
    for draft in places(journey):
        assert take(draft, TYPED[Control.STOP]).draft == draft
        assert take(draft, TYPED[Control.STOP]).outcome is Outcome.LEFT
        assert take(draft, TYPED[Control.MENU]).draft == draft
        assert take(draft, TYPED[Control.MENU]).outcome is Outcome.MENU


@each_journey
def test_after_a_pause_the_very_question_comes_back(journey: str) -> None:
    for draft in places(journey):
        restored = Draft.from_json(draft.to_json())
        turn = engine.resume(GUIDES[journey], restored)
        assert turn.sayings[-1] == draft.question
        assert turn.draft.answers == draft.answers


@each_journey
def test_a_question_stands_by_itself_when_it_comes_back(journey: str) -> None:
    """A bare "Which number is closest?" a day later would ask about nothing."""
    for draft in places(journey):
        guide = GUIDES[journey]
        own = {guide.key(guide.step(draft.step)), "utter_which_line", "utter_line_changed"}
        assert any(draft.question.words.startswith(each) for each in own), draft.question.words


@each_journey
def test_back_and_forward_brings_the_same_words_and_loses_nothing(journey: str) -> None:
    for draft in places(journey):
        if draft.return_to or not draft.path:
            continue
        back = take(draft, TYPED[Control.BACK])
        assert back.draft.step == draft.path[-1]
        if draft.path[-1] in draft.asked:
            assert back.sayings[-1] == draft.asked[draft.path[-1]]
        assert back.draft.answers == draft.answers
        forward = take(back.draft, TYPED[Control.SKIP])
        assert forward.draft.answers.items() >= draft.answers.items()
        if GUIDES[journey].step(back.draft.step).kind is Kind.READ_BACK:  # who skips that leaves
            continue
        if _unanswered_before(draft, forward.draft.step):  # the longer way, chosen meanwhile, asks it only now
            continue
        step = GUIDES[journey].step(draft.step)
        if step.id not in draft.asked:  # it was answered before it was asked
            continue
        worded_anew = not draft.asked[draft.step].words.endswith(f"_{step.wording(draft.answers) or step.stem}")
        if worded_anew:  # a line behind it was deleted since it was asked
            continue
        if forward.draft.path != draft.path:  # a line behind it was changed since, and leads another way
            continue
        if draft.step not in draft.answers and step.applies(draft.answers) and step.kind is not Kind.READ_BACK:
            assert forward.draft.step == draft.step
            assert asked(forward) == draft.asked[draft.step].words


def _unanswered_before(draft: Draft, step_id: str) -> bool:
    order = [step.id for step in GUIDES[draft.journey].steps]
    return step_id not in draft.answers and order.index(step_id) < order.index(draft.step)


@each_journey
def test_back_at_the_first_question_says_so(journey: str) -> None:
    turn = take(begin(journey).draft, TYPED[Control.BACK])
    assert next(say.words for say in turn.sayings) == "utter_first_question"


@each_journey
def test_back_out_of_a_change_returns_to_what_was_read_back(journey: str) -> None:
    for draft in places(journey):
        if draft.return_to:
            turn = take(draft, TYPED[Control.BACK])
            is_needless = not GUIDES[journey].step(draft.return_to).when(turn.draft.answers)
            assert turn.draft.step == draft.return_to or turn.outcome is Outcome.NOTHING or is_needless
            assert not turn.draft.return_to


@each_journey
def test_skipping_from_anywhere_ends_soon(journey: str) -> None:
    for draft in places(journey):
        turn, left = Turn(draft, ()), len(GUIDES[journey].steps) + 3
        while turn.outcome in UNDER_WAY:
            assert left, draft.step
            turn, left = take(turn.draft, "skip"), left - 1
        assert turn.outcome in ENDS


@each_journey
def test_start_again_forgets_the_answers_and_asks_first_things_first(journey: str) -> None:
    for draft in places(journey):
        step = GUIDES[journey].step(draft.step)
        if read_choice(step, draft.question.choices, "start again") or request_at(step, "start again") is None:
            continue  # there it is an answer
        turn = take(draft, TYPED[Control.START_AGAIN])
        if any(say.words == "utter_start_again_clears" for say in turn.sayings):
            assert turn.draft.answers == draft.answers
            turn = take(turn.draft, TYPED[Control.START_AGAIN])
        assert all(step.startswith(BEFORE) for step in turn.draft.answers)
        assert turn.draft.step == begin(journey, turn.draft.answers).draft.step


@each_journey
@given(messages=st.lists(st.sampled_from([text for text in ALL if not _asks_for_it_again(text)]), max_size=60))
@settings(max_examples=300, deadline=None)
def test_no_question_comes_more_than_three_times_and_every_path_ends(journey: str, messages: list[str]) -> None:
    turn, shown = begin(journey), Counter[str]()
    changing = False
    for message in (*messages, *(["banana"] * 60)):
        if turn.outcome not in UNDER_WAY:
            break
        changing = changing or turn.draft.step == "read_back"
        if not changing:
            shown[_asked_step(turn)] += 1
            assert shown[_asked_step(turn)] <= 3, turn.sayings[-1]
        turn = take(turn.draft, message)
    assert turn.outcome in ENDS


@each_journey
@given(messages=st.lists(st.one_of(st.sampled_from(ALL + tuple(TYPED.values())), st.text(max_size=40)), max_size=40))
@settings(max_examples=300, deadline=None)
def test_whatever_is_written_there_is_an_answer_and_the_draft_survives(journey: str, messages: list[str]) -> None:
    turn = begin(journey)
    for message in messages:
        if turn.outcome not in UNDER_WAY:
            turn = engine.resume(GUIDES[journey], turn.draft) if turn.outcome in {Outcome.LEFT, Outcome.MENU} else turn
            if turn.outcome not in UNDER_WAY:
                break
        assert Draft.from_json(turn.draft.to_json()) == turn.draft
        turn = take(turn.draft, message)
        assert turn.sayings or turn.outcome is Outcome.MENU


@each_journey
@given(messages=st.lists(st.sampled_from((*ALL, "skip")), max_size=60))
@settings(max_examples=300, deadline=None)
def test_the_same_wording_never_comes_twice_running(journey: str, messages: list[str]) -> None:
    """Of what is said around the questions (method, rule 18); a question that is repeated keeps its words."""
    turn, last = begin(journey), dict[str, int]()
    for message in messages:
        turn = take(turn.draft, message)
        if turn.outcome not in UNDER_WAY:
            break
        for say in turn.sayings[:-1]:
            if say.words in VARIED:
                assert last.get(say.words) != say.variant % 3, say.words
                last[say.words] = say.variant % 3


VARIED = {"utter_ack", "utter_heard", "utter_thats_fine", "utter_skipped", "utter_leave_it", "utter_empty"}


@each_journey
def test_what_is_read_back_is_never_empty(journey: str) -> None:
    assert all(draft.question.lines for draft in places(journey) if draft.step == "read_back")
