"""Who sees the plan, as it is for this person just now: in a dialogue, at the door, and where the plan is shown."""

from __future__ import annotations

from actions.plan_words import for_this_person, plan_sayings
from actions.turns import Entry, Reply
from actions.welcome import Known, Reminders, WhoReads
from actions.words import words as texts
from bot.coaching.asking import Outcome
from bot.coaching.draft import Say
from bot.store.repositories.plans import NumberedPlan
from bot.store.unit_of_work import UnitOfWork
from tests.unit.actions.test_turns import GOAL
from tests.unit.actions.writing import Person, words


def with_a_goal(person: Person) -> Person:
    person.agreed().say(*GOAL, "yes")
    return person


def wish(person: Person, text: str) -> Reply:
    return person.send("edit", person.message(text, Entry.WISH))


def known(url: str) -> Known:
    with UnitOfWork(url) as work:
        someone = work.people.by_identity("web", "p1")
        assert someone is not None
        return Known(True, (), work.plans.numbered(someone.id), work.sharing.shared(someone.id))


def told(reply: Reply) -> str:
    return texts().listed(reply.sayings[0])


def test_with_nothing_shared_it_is_said_that_no_one_sees_the_plan(person: Person) -> None:
    with_a_goal(person)
    person.wish("hope")
    reply = person.say("can my worker see my plan", journey="hope")
    assert words(reply)[0] == "utter_who_reads"
    assert texts().fill("utter_who_reads", {}).startswith("No one in your team sees your plan unless you share it.")


def test_what_is_shared_is_told_by_its_name_and_number(person: Person) -> None:
    with_a_goal(person)
    assert words(wish(person, "share 2"))[-1] == "utter_edit_read_back"
    person.say("yes", journey="edit")
    person.wish("hope")
    reply = person.say("which ones shared", journey="hope")
    assert words(reply) == ["utter_who_reads_shared", "utter_hope_now"]
    assert told(reply) == "1. What I want: buy my own bread"


def test_a_question_beside_the_yes_to_sharing_is_told_what_is_shared_from_now_on(person: Person) -> None:
    with_a_goal(person)
    wish(person, "tell my team about bread, only that")
    reply = person.say("yes. does that mean she can see it now?", journey="edit")
    assert reply.outcome is Outcome.KEPT
    assert words(reply) == ["utter_who_reads_shared", "utter_edit_saved"]


def test_who_wants_nothing_shared_hears_that_nothing_is(person: Person) -> None:
    with_a_goal(person)
    reply = wish(person, "dont share anything")
    assert words(reply) == ["utter_who_reads"]
    assert reply.outcome is Outcome.NOTHING


def test_who_wants_nothing_shared_takes_back_what_is(person: Person, url: str) -> None:
    with_a_goal(person)
    wish(person, "share 1")
    person.say("yes", journey="edit")
    assert words(wish(person, "dont share anything"))[-1] == "utter_edit_read_back"
    person.say("yes", journey="edit")
    assert not known(url).shared


def test_who_wants_nothing_shared_takes_back_all_that_is_at_once(person: Person, url: str) -> None:
    with_a_goal(person)
    person.send("edit", person.message("add strength: I keep going", Entry.WISH))
    person.say("yes", journey="edit")
    for line in ("share 1", "share 2"):
        wish(person, line)
        person.say("yes", journey="edit")
    assert len(known(url).shared) == 2
    reply = wish(person, "dont share anything")
    assert words(reply)[-1] == "utter_edit_read_back"
    listed = texts().listed(reply.sayings[-1])
    assert "buy my own bread" in listed
    assert "I keep going" in listed
    person.say("yes", journey="edit")
    assert not known(url).shared


def test_at_the_door_it_is_told_what_is_shared(person: Person, url: str) -> None:
    with_a_goal(person)
    assert [say.words for say in WhoReads().sayings(known(url), 0)] == ["utter_who_reads"]
    wish(person, "share 1")
    person.say("yes", journey="edit")
    (said,) = WhoReads().sayings(known(url), 0)
    assert said.words == "utter_who_reads_shared"


def test_a_closed_goal_that_is_shared_is_named_too(person: Person, url: str) -> None:
    with_a_goal(person)
    for change in ("share 1", "finish 1"):
        wish(person, change)
        person.say("yes", journey="edit")
    (said,) = WhoReads().sayings(known(url), 0)
    assert texts().listed(said) == "What I want: buy my own bread"


def test_after_an_answer_at_the_door_the_way_back_is_shown() -> None:
    left = Known(returning=True, open_journeys=("goals",), plan=NumberedPlan())
    for action in (WhoReads(), Reminders()):
        assert action.sayings(left, 0)[-1].words == "utter_menu_open"


def test_the_plan_marks_what_the_team_sees_of_it(person: Person, url: str) -> None:
    with_a_goal(person)
    (before,) = plan_sayings(known(url).plan, known(url).shared)
    assert "utter_plan_shared" not in dict(before.lines)
    wish(person, "share 1")
    person.say("yes", journey="edit")
    (shown,) = plan_sayings(known(url).plan, known(url).shared)
    assert texts().numbered(shown).splitlines()[0] == "1. What I want: buy my own bread (shared with your team)"


def test_other_words_stay_as_they_are(person: Person, url: str) -> None:
    with_a_goal(person)
    assert for_this_person((Say("utter_menu"),), known(url).plan, known(url).shared) == (Say("utter_menu"),)
