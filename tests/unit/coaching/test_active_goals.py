"""At most three goals at a time: the fourth stays parked, whoever makes the change."""

from __future__ import annotations

from bot.coaching.active_goals import at_most_three
from bot.coaching.changes import Changed, Revised
from bot.coaching.plan import Goal, Item, Kind, Owner, Status, Strength

SWIM, COOK, READ = ((number, Goal(name)) for number, name in enumerate(("swim", "cook", "read"), 1))
PAINT = (4, Goal("paint", status=Status.PARKED))
ITEM = Item(Kind.GOAL, 4)


def test_a_fourth_goal_is_parked() -> None:
    assert at_most_three((SWIM, COOK, READ), (Goal("paint"), Strength("I bake"))) == (PAINT[1], Strength("I bake"))


def test_a_goal_taken_up_as_a_fourth_stays_parked() -> None:
    goals = (SWIM, COOK, READ, PAINT)
    (changed,) = at_most_three(goals, (Changed(ITEM, {"status": Status.ACTIVE}),))
    assert isinstance(changed, Changed)
    assert changed.values == {"status": Status.PARKED}
    assert at_most_three(goals, (Revised(ITEM, Goal("paint")),)) == (Revised(ITEM, PAINT[1]),)


def test_what_is_parked_in_the_same_breath_makes_room() -> None:
    changes = (Changed(ITEM, {"status": Status.ACTIVE}), Changed(Item(Kind.GOAL, 1), {"status": Status.PARKED}))
    assert at_most_three((SWIM, COOK, READ, PAINT), changes) == changes


def test_goals_of_the_team_and_goals_already_under_way_are_left_alone() -> None:
    changes = (Goal("see the nurse", owner=Owner.SOMEONE_ELSES), Changed(Item(Kind.GOAL, 2), {"reason": "food"}))
    assert at_most_three((SWIM, COOK, READ), changes) == changes
    assert at_most_three((SWIM, COOK), (Goal("paint"),)) == (Goal("paint"),)
