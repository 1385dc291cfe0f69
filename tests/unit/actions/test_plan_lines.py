"""The plan in the chat: every line that was agreed, each to be changed or taken out by its number."""

from __future__ import annotations

from actions.plan_words import plan_lines
from actions.turns import Entry
from bot.store.unit_of_work import UnitOfWork
from tests.unit.actions.writing import Person, kept

MOST = 40  # messages until a read-back


def lines_of(url: str) -> list[tuple[str, list[str]]]:
    """The field of each line and what fills it."""
    with UnitOfWork(url) as work:
        someone = work.people.by_identity("web", "p1")
        assert someone is not None
        return [(line.field, list(line.values.values())) for line in plan_lines(work.plans.numbered(someone.id))]


def with_a_reason(person: Person) -> Person:
    person.agreed()
    person.say("longer", "swim in the sea again", "it makes me feel alive")
    while "read_back" not in person.say("skip").sayings[-1].words:
        assert person.written < MOST
    person.say("yes")
    return person


def change(person: Person, text: str) -> None:
    person.send("edit", person.message(text, Entry.WISH))
    person.say("yes", journey="edit")


def test_the_reason_is_shown_changed_and_taken_out_by_its_number(person: Person, url: str) -> None:
    with_a_reason(person)
    fields = [field for field, _ in lines_of(url)]
    assert ("reason", ["it makes me feel alive"]) in lines_of(url)
    number = fields.index("reason") + 1
    change(person, f"change {number} to it was my dad's beach")
    assert kept(url).goals[0].reason == "it was my dad's beach"
    change(person, f"delete {number}")
    assert kept(url).goals[0].reason == ""
    assert "reason" not in [field for field, _ in lines_of(url)]
