"""Another change of the plan, asked for while an earlier one was left open: the earlier one is let go."""

from __future__ import annotations

from actions.turns import Entry
from bot.coaching.asking import Outcome
from tests.unit.actions.test_turns import GOAL
from tests.unit.actions.writing import Person, kept, words


def with_a_goal(person: Person) -> Person:
    person.agreed().say(*GOAL, "yes")
    return person


def wish(person: Person, text: str, entry: Entry = Entry.WISH) -> list[str]:
    return words(person.send("edit", person.message(text, entry)))


def test_a_change_that_was_left_open_is_not_mixed_with_the_next(person: Person, url: str) -> None:
    with_a_goal(person)
    wish(person, "delete 3")
    assert person.say("stop", journey="edit").outcome is Outcome.LEFT
    assert wish(person, "change 1 to bake my own bread", Entry.CARRY_ON)[-1] == "utter_edit_read_back"
    person.say("yes", journey="edit")
    (goal,) = kept(url).goals
    assert goal.title == "bake my own bread"
    assert goal.if_then is not None


def test_who_carries_on_is_back_at_the_change_that_was_left_open(person: Person, url: str) -> None:
    with_a_goal(person)
    wish(person, "delete 3")
    person.say("stop", journey="edit")
    assert wish(person, "carry on", Entry.CARRY_ON)[0] == "utter_we_were_here"
    person.say("yes", journey="edit")
    assert kept(url).goals[0].if_then is None


def test_a_change_that_is_called_off_leaves_no_draft(person: Person, url: str) -> None:
    with_a_goal(person)
    wish(person, "change 1 to bake my own bread")
    assert person.say("leave it as it was", journey="edit").outcome is Outcome.NOTHING
    assert wish(person, "change my plan")[-1] == "utter_edit_which"
    assert kept(url).goals[0].title == "buy my own bread"
