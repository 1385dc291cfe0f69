"""Robin, who shares a goal and keeps the rest: somebody for the pages of a person to show."""

from __future__ import annotations

from datetime import date, timedelta

from bot.coaching.changes import Changed
from bot.coaching.plan import Kind, PlanItem, Step
from bot.worker.summaries import SummaryKeeper
from tests.builders import create_goal, create_hope, create_strength
from tests.databases import write_event
from tests.web.staff.house import House

PRIVATE = "quenelle"


def share(house: House, person_id: str, *kinds: Kind) -> None:
    """Share all items of these kinds."""
    with house.work() as work:
        for own in work.sharing.items(person_id):
            if own.item.kind in kinds:
                work.sharing.share(person_id, own.item)
        work.commit()


def summarised(house: House) -> None:
    """Let the worker keep summaries."""
    SummaryKeeper(house.settings, now=lambda: house.now() + timedelta(minutes=2)).rebuild()


def robin(house: House) -> str:
    """Somebody who talked about a goal and a strength, agreed both, and shares the goal."""
    start = house.now().timestamp()
    said = [("bot", "What would be different?", "goals.picture"), ("user", "walk the dog again", ""),
            ("bot", "First step?", "goals.step"), ("user", "um the lead", ""),
            ("bot", "Which day?", "goals.step vague"), ("user", "dunno really", ""),
            ("bot", "Smaller?", "goals.step probe_2"), ("user", "find the lead", ""),
            ("bot", "A story?", "strengths.story"), ("user", PRIVATE, ""),
            ("bot", "Is this right?", "goals.read_back"), ("user", "yes", "")]  # fmt: skip
    for number, (kind, text, asked) in enumerate(said):
        words = f"utter_{asked.replace('.', '_').replace(' ', '_')}"
        metadata = {"step": asked.partition(" ")[0], "utter_action": words} if asked else {}
        write_event(house.settings.tracker_url, "robin", kind, start + number, text=text, metadata=metadata)
    house.now.go_on(seconds=20)
    goal = create_goal(team_ask="Jo to come to the park", review_on=date(2026, 3, 5))
    items: list[PlanItem] = [goal, create_strength(label=PRIVATE), create_hope(memory=PRIVATE)]
    person_id = house.person("robin", items=items)
    share(house, person_id, Kind.GOAL)
    summarised(house)
    return person_id


def step_of_another_day(house: House, person_id: str) -> int:
    """The next day Robin has another step towards the goal. Out: when that conversation began."""
    house.now.go_on(days=1)
    start = house.now().timestamp()
    said = [("bot", "First step?", "goals.step"),
            ("user", "find the collar", ""), ("bot", "Is this right?", "goals.read_back"),
            ("user", "yes", "")]  # fmt: skip
    for number, (kind, text, asked) in enumerate(said):
        metadata = {"step": asked, "utter_action": f"utter_{asked.replace('.', '_')}"} if asked else {}
        write_event(house.settings.tracker_url, "robin", kind, start + number, text=text, metadata=metadata)
    house.now.go_on(seconds=20)
    with house.work() as work:
        goal = next(own.item for own in work.sharing.items(person_id) if own.item.kind is Kind.GOAL)
        work.plans.add(person_id, [Changed(goal, {"step": Step(what="find the collar")})], "edit")
        work.commit()
    summarised(house)
    return int(start) + 1  # when they first said something in it
