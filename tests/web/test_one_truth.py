"""What one page says of who sees and who looked, every other page says too."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.coaching.plan import Kind
from tests.builders import create_goal
from tests.databases import migrated_file
from tests.web.own_pages import here, mine, strange
from tests.web.people import Somebody, somebody
from tests.web.test_ways import link_in

__all__ = ["here", "migrated_file", "mine", "strange"]


def share(here: Somebody, *kinds: Kind) -> None:
    with here.work() as work:
        for item, _ in work.own.plan(here.person_id).plan.items:
            if item.kind in kinds:
                work.sharing.share(here.person_id, item)
        work.commit()


def test_whose_yes_is_taken_back_shows_their_team_nothing_and_every_page_says_so(
    mine: TestClient, here: Somebody
) -> None:
    share(here, Kind.GOAL)
    assert "My team can see 1 of 6 things. The rest is only for me." in mine.get("/plan").text
    mine.post("/data/choices", data={"note": "on"})  # keep is not ticked
    plan = mine.get("/plan").text
    assert "Nobody but me sees it." in plan
    assert "shared with my team" not in plan
    assert "My team can see" not in plan
    assert "Nothing of my plan." in mine.get("/plan/seen").text
    assert "Nothing of my plan." in mine.get("/data/copy.txt").text
    assert "my team sees nothing, whatever is ticked here" in mine.get("/plan/sharing").text
    assert "checked" in mine.get("/plan/sharing").text  # what was chosen is not lost
    mine.post("/data/choices", data={"keep": "on"})
    assert "My team can see 1 of 6 things." in mine.get("/plan").text
    assert "whatever is ticked here" not in mine.get("/plan/sharing").text


def test_a_plan_that_is_shared_whole_has_no_rest(tmp_path: Path, migrated_file: Path) -> None:
    with somebody(tmp_path, migrated_file, has_plan=False) as who, who.browser() as browser:
        with who.work() as work:
            work.consents.record(who.person_id, True, "consent.1")
            work.plans.add(who.person_id, [create_goal()], "goals")
            work.commit()
        share(who, Kind.GOAL)
        plan = browser.get("/plan").text
    assert "My team can see all of it." in plan
    assert "The rest is only for me" not in plan


@pytest.mark.parametrize("path", ["/data", "/data/copy.txt"])
def test_that_a_link_was_opened_is_told_beside_who_of_the_team_looked(
    mine: TestClient, strange: TestClient, path: str
) -> None:
    assert "Nobody has looked" not in mine.get(path).text
    assert "Nobody of my team has looked." in mine.get(path).text
    assert "was opened" not in mine.get(path).text
    strange.get(link_in(mine.post("/data/links", data={"for": "somebody"}).text))
    assert "A link that I made to show somebody was opened" in mine.get(path).text
    strange.get(link_in(mine.post("/data/links", data={"for": "me"}).text))
    assert mine.get(path).text.count("A link that I made to show somebody was opened") == 1


def test_what_stays_after_erasing_is_said_only_as_it_is(mine: TestClient) -> None:
    page = mine.get("/data/erase").text
    assert "and that somebody had looked" not in page
    assert "If somebody of my team had looked, a note of that stays too." in page
    assert 'class="btn main"' not in page
    assert '<button class="btn" type="submit">Yes, erase everything</button>' in page
    assert '<a class="btn" href="/data">No, keep it</a>' in page
