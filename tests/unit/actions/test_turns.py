"""One turn through a real store: a draft after every answer, nothing lost and nothing doubled."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from actions.turns import Entry, Reply, take_turn
from bot.coaching.asking import Outcome
from bot.store.errors import StoreError
from bot.store.unit_of_work import UnitOfWork
from tests.unit.actions.writing import Person, draft_of, kept, said_in, was_kept_before, words

GOAL = (
    "buy my own bread",
    "8",
    "my mum does it all",
    "go in on sat at 8",
    "9",
    "my heart starts going",
    "hold the trolley",
)


def test_the_sentence_that_starts_a_dialogue_is_not_its_first_answer(person: Person, url: str) -> None:
    person.agreed()
    draft = draft_of(url)
    assert draft is not None
    assert not said_in(draft)


def test_a_goal_in_the_message_before_consent_is_offered_and_not_taken(person: Person, url: str) -> None:
    person.wish()
    answer = replace(person.message("yes"), began_with="I want to sleep in my own bed again")
    reply = person.send("goals", answer)
    assert words(reply)[-1] == "utter_goals_start"
    assert reply.sayings[-1].choices[0] == "sleep in my own bed again"
    assert kept(url).is_empty
    assert words(person.say("yes, that"))[-1] == "utter_goals_importance"


def test_a_draft_whose_question_an_update_took_away_goes_on_at_the_next_one(person: Person, url: str) -> None:
    person.agreed()
    person.say("see the sea")
    was_kept_before(url, ('"step": "importance"', '"step": "gone"'), ('["picture"]', '["picture", "gone"]'))
    assert words(person.say("8"))[-1] == "utter_goals_importance"
    assert words(person.say("8", "back"))[-1] == "utter_goals_importance"


def test_every_answer_is_in_the_draft_before_the_reply(person: Person, url: str) -> None:
    person.agreed()
    for count, text in enumerate(GOAL, start=1):
        person.say(text)
        draft = draft_of(url)
        assert draft is not None
        assert len(said_in(draft)) == count
        assert kept(url).is_empty


def test_a_yes_to_the_read_back_writes_the_plan(person: Person, url: str) -> None:
    person.agreed().say(*GOAL)
    reply = person.say("yes")
    assert reply.outcome is Outcome.KEPT
    (goal,) = kept(url).goals
    assert goal.vision == "buy my own bread"
    assert goal.step is not None
    assert (goal.step.what, goal.step.when[:8]) == ("go in", "Saturday")
    assert goal.if_then is not None
    assert goal.if_then.act == "hold the trolley"


def test_the_same_message_twice_gets_the_same_reply_and_counts_once(person: Person, url: str) -> None:
    person.agreed().say(*GOAL)
    first = person.say("yes")
    again = take_turn(lambda: UnitOfWork(url), "goals", person.last)
    assert again == first
    assert len(kept(url).goals) == 1


@pytest.mark.parametrize("text", ["buy my own bread", "stop", "skip", "why"])
def test_an_answer_whose_reply_was_never_seen_gets_it_when_sent_again(person: Person, url: str, text: str) -> None:
    person.agreed()
    before = person.seen
    first = person.say(text)
    if first.outcome is Outcome.ASKING:
        again = person.send("goals", replace(person.message(text), shown_turn=before))
        assert again == first
        draft = draft_of(url)
        assert draft is not None
        assert draft.turn == first.turn


def test_another_text_after_an_unseen_reply_is_asked_for_again(person: Person, url: str) -> None:
    person.agreed()
    before = person.seen
    person.say("buy my own bread")
    reply = person.send("goals", replace(person.message("8"), shown_turn=before))
    assert words(reply) == ["utter_not_kept", "utter_goals_importance"]
    draft = draft_of(url)
    assert draft is not None
    assert said_in(draft) == {"picture"}
    assert words(person.say("8"))[-1].startswith("utter_goals_importance_reason")


def test_the_same_answer_to_two_questions_counts_twice(person: Person, url: str) -> None:
    person.agreed()
    person.say("bread", "8", "bread")
    draft = draft_of(url)
    assert draft is not None
    assert draft.answers["importance_reason"].text == "bread"


def test_a_second_run_asks_again(person: Person, url: str) -> None:
    person.agreed().say(*GOAL, "yes")
    assert words(person.wish()) == ["utter_goals_picture"]
    person.say("see my sister", *GOAL[1:], "yes")
    assert {goal.vision for goal in kept(url).goals} == {"buy my own bread", "see my sister"}


def test_after_a_pause_the_very_question_comes_back(person: Person) -> None:
    person.agreed().say("buy my own bread")
    question = person.say("8").sayings[-1]
    assert person.say("stop").outcome is Outcome.LEFT
    back = person.send("goals", person.message("carry on", Entry.CARRY_ON))
    assert words(back)[0] == "utter_resume"
    assert back.sayings[-1] == question


def test_after_the_support_card_the_very_question_comes_back(person: Person) -> None:
    question = person.agreed().say("buy my own bread").sayings[-1]
    back = person.send("goals", person.message("I can carry on", Entry.AFTER_CARD))
    assert words(back)[0] == "utter_we_were_here"
    assert back.sayings[-1] == question


def test_asking_for_the_plan_shows_it_and_asks_on(person: Person) -> None:
    question = person.agreed().say("buy my own bread").sayings[-1]
    reply = person.say("show my plan")
    assert reply.outcome is Outcome.SHOW_PLAN
    assert words(reply)[0] == "utter_plan_empty"
    assert reply.sayings[-1] == question


def test_the_menu_leaves_the_draft_open(person: Person, url: str) -> None:
    person.agreed().say("buy my own bread")
    assert person.say("menu").outcome is Outcome.MENU
    with UnitOfWork(url) as work:
        someone = work.people.by_identity("web", "p1")
        assert someone is not None
        assert work.drafts.open_journeys(someone.id) == ("goals",)


def test_a_reply_comes_back_from_json_as_it_was(person: Person) -> None:
    reply = person.agreed().say(*GOAL)
    assert Reply.from_json(reply.to_json()) == reply


def test_where_the_store_fails_nothing_is_kept(person: Person, url: str) -> None:
    person.agreed()
    broken = sqlite3.connect(url.removeprefix("sqlite:///"))
    broken.execute("ALTER TABLE draft RENAME TO gone")
    broken.commit()
    with pytest.raises(StoreError):
        person.say("buy my own bread")
    broken.execute("ALTER TABLE gone RENAME TO draft")
    broken.commit()
    broken.close()
    draft = draft_of(url)
    assert draft is not None
    assert not said_in(draft)


def test_a_question_whose_words_an_update_took_away_is_asked_in_those_of_today(person: Person, url: str) -> None:
    person.agreed()
    person.say("see the sea")
    was_kept_before(url, ("utter_goals_importance", "utter_goals_of_last_year"))
    assert words(person.send("goals", person.message("carry on", Entry.CARRY_ON)))[-1] == "utter_goals_importance"
    assert words(person.say("8"))[-1] == "utter_goals_importance_reason"
