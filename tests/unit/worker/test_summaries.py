"""Summaries follow what people agree to and share, hold no sentence, and come out the same when made anew."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from bot.coaching.plan import Kind, Strength
from bot.settings import Settings
from bot.store import UnitOfWork, erase
from bot.store.repositories.summaries import CURSOR, WATCHED, KeptSummary
from bot.worker.summaries import SummaryKeeper
from tests.builders import create_goal, create_strength
from tests.databases import write_event

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc)
PRIVATE = "quenelle"


@pytest.fixture
def keeper(installation: Settings) -> SummaryKeeper:
    return SummaryKeeper(installation, now=lambda: NOON + timedelta(minutes=5))


def settle(keeper: SummaryKeeper) -> None:
    """Let it do all there is to do."""
    while keeper.go():
        pass


def somebody(settings: Settings, name: str = "ann", share: bool = True) -> str:
    """Somebody who said a strength and a goal and shares the goal. Out: their id."""
    start = NOON.timestamp()
    said = [("bot", "?", "strengths.story"), ("user", PRIVATE, ""), ("bot", "?", "goals.picture"),
            ("user", "walk the dog again", "")]  # fmt: skip
    for number, (kind, text, step) in enumerate(said):
        metadata = {"step": step} if step else {}
        write_event(settings.tracker_url, name, kind, start + number, text=text, metadata=metadata)
    with UnitOfWork(settings.database_url, now=lambda: NOON + timedelta(minutes=1)) as work:
        person_id = work.people.ensure("web", name)
        work.consents.record(person_id, True, "consent.1")
        ask = "Jo to come to the swimming pool"
        goal = create_goal(review_on=date(2026, 3, 9), team_ask=ask)
        work.plans.add(person_id, [create_strength(label=PRIVATE), goal], "goals")
        if share:
            items = {own.item.kind: own.item for own in work.sharing.items(person_id)}
            work.sharing.share(person_id, items[Kind.GOAL])
        work.commit()
    return person_id


def kept(settings: Settings, person_id: str) -> KeptSummary | None:
    with UnitOfWork(settings.database_url) as work:
        return work.summaries.get(person_id)


def test_a_summary_knows_where_a_shared_sentence_was_said(installation: Settings, keeper: SummaryKeeper) -> None:
    person_id = somebody(installation)
    settle(keeper)
    summary = kept(installation, person_id)
    assert summary is not None
    (source,) = (source for key, source in summary.sources.items() if key.endswith(":title"))
    assert (source.line_id, source.whole) == (4, True)
    assert summary.review_on == date(2026, 3, 9)
    assert [one.about for one in summary.phrases] == [("swimming pool",)]


def test_a_summary_holds_no_sentence_and_nothing_of_what_is_private(
    installation: Settings, keeper: SummaryKeeper
) -> None:
    person_id = somebody(installation)
    settle(keeper)
    text = repr(kept(installation, person_id))
    assert "strength" not in text
    assert "walk the dog" not in text
    assert PRIVATE not in text


def test_nothing_is_kept_of_who_shares_nothing(installation: Settings, keeper: SummaryKeeper) -> None:
    person_id = somebody(installation, share=False)
    settle(keeper)
    assert kept(installation, person_id) is None


def test_what_is_taken_back_is_followed(installation: Settings, keeper: SummaryKeeper) -> None:
    person_id = somebody(installation)
    settle(keeper)
    with UnitOfWork(installation.database_url) as work:
        (goal,) = (own.item for own in work.sharing.items(person_id) if own.item.kind is Kind.GOAL)
        work.sharing.keep_private(person_id, goal)
        work.commit()
    settle(keeper)
    assert kept(installation, person_id) is None


def test_a_consent_that_is_taken_back_is_followed(installation: Settings, keeper: SummaryKeeper) -> None:
    person_id = somebody(installation)
    settle(keeper)
    with UnitOfWork(installation.database_url) as work:
        work.consents.record(person_id, False, "consent.1")
        work.commit()
    settle(keeper)
    assert kept(installation, person_id) is None


def test_all_made_anew_are_equal_to_those_that_were_kept(installation: Settings, keeper: SummaryKeeper) -> None:
    people = [somebody(installation, f"person {number}", share=number % 3 > 0) for number in range(12)]
    settle(keeper)
    assert keeper.differing() == ()
    before = [kept(installation, person_id) for person_id in people]
    assert keeper.rebuild() == 8
    assert [kept(installation, person_id) for person_id in people] == before


def test_what_came_behind_a_gap_is_not_missed(installation: Settings, keeper: SummaryKeeper) -> None:
    somebody(installation)
    settle(keeper)
    later = somebody(installation, "ben")
    settle(keeper)
    settle(SummaryKeeper(installation, now=lambda: NOON + timedelta(minutes=6)))
    assert kept(installation, later) is not None
    assert keeper.go() is False


def test_a_summary_goes_with_its_person(installation: Settings, keeper: SummaryKeeper) -> None:
    from bot.identity import pseudonym

    name = pseudonym(installation.secret, "web", "somebody")
    person_id = somebody(installation, name)
    settle(keeper)
    erase(installation, "web", "somebody")
    assert kept(installation, person_id) is None
    assert keeper.rebuild() == 0


def test_a_strength_shared_later_comes_in(installation: Settings, keeper: SummaryKeeper) -> None:
    person_id = somebody(installation)
    settle(keeper)
    with UnitOfWork(installation.database_url, now=lambda: NOON + timedelta(minutes=4)) as work:
        items = {type(own.what): own.item for own in work.sharing.items(person_id)}
        work.sharing.share(person_id, items[Strength])
        work.commit()
    settle(keeper)
    summary = kept(installation, person_id)
    assert summary is not None
    assert summary.changed_at == NOON + timedelta(minutes=4)
    assert any(key.startswith("strength:") for key in summary.sources)


def test_what_was_made_anew_need_not_be_followed(installation: Settings, keeper: SummaryKeeper) -> None:
    person_id = somebody(installation)
    assert keeper.rebuild() == 1
    later = SummaryKeeper(installation, now=lambda: NOON + timedelta(minutes=6))
    with UnitOfWork(installation.database_url) as work:
        positions = [work.cursors.position(CURSOR + name) for name in WATCHED]
        assert [work.summaries.changed(name, at, 1, NOON)[1] for name, at in zip(WATCHED, positions, strict=True)] == [
            (), (), ()
        ]  # fmt: skip
        (goal,) = (own.item for own in work.sharing.items(person_id) if own.item.kind is Kind.GOAL)
        work.sharing.keep_private(person_id, goal)
        work.commit()
    settle(later)
    assert kept(installation, person_id) is None
