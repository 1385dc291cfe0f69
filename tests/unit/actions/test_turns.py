"""One turn through a real store: consent first, a draft after every answer, nothing lost and nothing doubled."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from actions.turns import Entry, Message, Reply, take_turn
from bot.coaching.answers import KNOWN
from bot.coaching.asking import Outcome
from bot.coaching.draft import Draft
from bot.coaching.guides import JOURNEYS
from bot.coaching.plan import Plan
from bot.store.errors import StoreError
from bot.store.migrate import upgrade
from bot.store.unit_of_work import UnitOfWork

GOAL = (
    "buy my own bread",
    "8",
    "my mum does it all",
    "go in on sat at 8",
    "9",
    "my heart starts going",
    "hold the trolley",
)


@pytest.fixture
def url(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'cairn.db'}"
    upgrade(address)
    return address


@dataclass
class Person:
    """Somebody who writes; what they see is what they were last answered."""

    url: str
    seen: int | None = None
    written: int = 0
    last: Message = field(default_factory=lambda: Message("web", "p1", "", "", Entry.WISH))

    def send(self, journey: str, message: Message) -> Reply:
        self.last = message
        reply = take_turn(lambda: UnitOfWork(self.url), journey, message)
        self.seen = reply.turn
        return reply

    def message(self, text: str, entry: Entry = Entry.ANSWER) -> Message:
        self.written += 1
        return Message("web", "p1", f"m{self.written}", text, entry, self.seen)

    def wish(self, journey: str = "goals") -> Reply:
        return self.send(journey, self.message("I want to set a goal", Entry.WISH))

    def say(self, *texts: str, journey: str = "goals") -> Reply:
        return [self.send(journey, self.message(text)) for text in texts][-1]

    def agreed(self, journey: str = "goals") -> Person:
        self.wish(journey)
        self.say("yes", journey=journey)
        return self


@pytest.fixture
def person(url: str) -> Person:
    return Person(url)


def kept(url: str) -> Plan:
    with UnitOfWork(url) as work:
        someone = work.people.by_identity("web", "p1")
        return work.plans.current(someone.id) if someone else Plan()


def draft_of(url: str, journey: str = "goals") -> Draft | None:
    with UnitOfWork(url) as work:
        someone = work.people.by_identity("web", "p1")
        stored = work.drafts.get(someone.id, journey) if someone else None
        return Draft.from_json(stored.content) if stored else None


def said_in(draft: Draft) -> set[str]:
    """The questions with an answer, without what was known before."""
    return {step for step in draft.answers if not step.startswith(KNOWN)}


def words(reply: Reply) -> list[str]:
    return [say.words for say in reply.sayings]


def test_consent_comes_before_the_first_question(person: Person) -> None:
    assert words(person.wish()) == ["utter_consent_ask"]
    assert words(person.say("yes")) == ["utter_consent_yes", "utter_goals_picture"]


def test_the_sentence_that_starts_a_dialogue_is_not_its_first_answer(person: Person, url: str) -> None:
    person.agreed()
    draft = draft_of(url)
    assert draft is not None
    assert not said_in(draft)


def test_turns_are_counted_on_from_consent(person: Person) -> None:
    first = person.wish()
    assert person.say("yes").turn > first.turn


def test_a_refusal_keeps_nothing(person: Person, url: str) -> None:
    person.wish()
    reply = person.say("no thanks")
    assert words(reply) == ["utter_consent_no"]
    assert reply.outcome is Outcome.NOTHING
    assert draft_of(url) is None
    assert kept(url).is_empty


def test_after_a_refusal_consent_is_asked_again(person: Person) -> None:
    person.wish()
    person.say("no thanks")
    assert words(person.wish()) == ["utter_consent_ask"]


def test_consent_cannot_be_skipped(person: Person) -> None:
    person.wish()
    assert words(person.say("skip")) == ["utter_needed", "utter_consent_ask"]
    assert words(person.say("rather not"))[-1] != "utter_goals_picture"


def test_consent_once_given_is_not_asked_again(person: Person) -> None:
    person.agreed()
    assert words(person.wish("hope")) == ["utter_hope_now"]


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


@pytest.mark.parametrize("journey", JOURNEYS)
def test_a_refusing_person_is_never_stuck(person: Person, journey: str) -> None:
    person.agreed(journey)
    outcomes = [person.say("rather not", journey=journey).outcome]
    while outcomes[-1] is Outcome.ASKING:
        assert len(outcomes) < 15
        outcomes.append(person.say("rather not", journey=journey).outcome)
    assert outcomes[-1] in {Outcome.NOTHING, Outcome.LEFT}


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
