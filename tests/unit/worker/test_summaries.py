"""Summaries follow what people agree to and share, hold no sentence, and come out the same when made anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone

import pytest

from bot.coaching.plan import Kind, Strength
from bot.identity import pseudonym
from bot.settings import Settings
from bot.store import CueEvent, UnitOfWork, erase, tracker_events
from bot.store.repositories.summaries import CURSOR, WATCHED, KeptSummary
from bot.worker.summaries import SummaryKeeper
from tests.builders import create_goal, create_strength
from tests.databases import write_event

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc)
PRIVATE = "quenelle"
Heard = tuple[str, str, Mapping[str, object]]  # by whom, the words, and what is told with them


@pytest.fixture
def keeper(installation: Settings) -> SummaryKeeper:
    return SummaryKeeper(installation, now=lambda: NOON + timedelta(minutes=5))


def settle(keeper: SummaryKeeper) -> None:
    """Let it do all there is to do."""
    while keeper.go():
        pass


def somebody(
    settings: Settings,
    name: str = "ann",
    share: bool = True,
    ask: str = "Jo to come to the swimming pool",
    more: Sequence[Heard] = (),
) -> str:
    """Somebody who said a strength and a goal, and `more` before the read-back, and shares the goal. Out: their id."""
    start = NOON.timestamp()
    said = [("bot", "?", {"step": "strengths.story"}), ("user", PRIVATE, {}), ("bot", "?", {"step": "goals.picture"}),
            ("user", "walk the dog again", {}), *more, ("bot", "?", {"step": "goals.read_back"}),
            ("user", "yes", {})]  # fmt: skip
    for number, (kind, text, metadata) in enumerate(said):
        write_event(settings.tracker_url, name, kind, start + number, text=text, metadata=metadata)
    with UnitOfWork(settings.database_url, now=lambda: NOON + timedelta(minutes=1)) as work:
        person_id = work.people.ensure("web", name)
        work.consents.record(person_id, True, "consent.1")
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
    assert [one.line_id for one in source.sources] == [4]
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


def test_no_phrase_of_words_that_hold_a_cue_is_kept(installation: Settings, keeper: SummaryKeeper) -> None:
    person_id = somebody(installation, ask="a locked cabinet, or I will take all my heart tablets and die")
    settle(keeper)
    summary = kept(installation, person_id)
    assert summary is not None
    assert summary.phrases == ()
    assert not any(word in repr(summary) for word in ("tablet", "cabinet"))


@pytest.mark.parametrize("count", [3, 5])  # of what is said; the same words may come again
@pytest.mark.parametrize(("support", "phrases"), [("card", 0), ("ask", 0), ("here", 1)])
def test_no_phrase_of_a_message_that_brought_support_is_kept(
    installation: Settings, keeper: SummaryKeeper, support: str, phrases: int, count: int
) -> None:
    said = "the back gate at night"
    question: Heard = ("bot", "?", {"step": "goals.team_ask"})
    brought: Heard = ("bot", "?", {"support": {"layout": support}})
    more: list[Heard] = [question, ("user", said, {}), brought, question, ("user", said, {})]
    person_id = somebody(installation, ask=said, more=more[:count])
    settle(keeper)
    summary = kept(installation, person_id)
    assert summary is not None
    assert len(summary.phrases) == phrases


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


def test_where_it_was_said_stays_once_the_conversation_is_deleted(
    installation: Settings, keeper: SummaryKeeper
) -> None:
    """Made anew then, also with the same words said since, a summary is still the one that was kept."""
    person_id = somebody(installation)
    settle(keeper)
    before = kept(installation, person_id)
    assert before is not None
    later = NOON.timestamp() + 50
    write_event(installation.tracker_url, "ann", "bot", later, text="?", metadata={"step": "goals.picture"})
    write_event(installation.tracker_url, "ann", "user", later + 1, text="walk the dog again")
    write_event(installation.tracker_url, "ann", "bot", later + 2, text="?", metadata={"step": "goals.read_back"})
    write_event(installation.tracker_url, "ann", "user", later + 3, text="yes")
    tracker_events.forget(installation.tracker_url, tracker_events.events.c.id <= 6)
    assert keeper.differing() == ()
    assert keeper.rebuild() == 1
    assert kept(installation, person_id) == before
    with UnitOfWork(installation.database_url) as work:
        work.summaries.put(person_id, None)
        work.commit()
    assert keeper.rebuild() == 1
    without = kept(installation, person_id)
    assert without is not None
    assert 4 not in {one.line_id for said in without.sources.values() for one in said.sources}


def test_what_came_behind_a_gap_is_not_missed(installation: Settings, keeper: SummaryKeeper) -> None:
    somebody(installation)
    settle(keeper)
    later = somebody(installation, "ben")
    settle(keeper)
    settle(SummaryKeeper(installation, now=lambda: NOON + timedelta(minutes=6)))
    assert kept(installation, later) is not None
    assert keeper.go() is False


def test_a_summary_goes_with_its_person(installation: Settings, keeper: SummaryKeeper) -> None:
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
        for name, at in zip(WATCHED, positions, strict=True):
            assert work.summaries.changed(name, at, 1, NOON)[1] == ()
        (goal,) = (own.item for own in work.sharing.items(person_id) if own.item.kind is Kind.GOAL)
        work.sharing.keep_private(person_id, goal)
        work.commit()
    settle(later)
    assert kept(installation, person_id) is None


def conversations(settings: Settings, person_id: str) -> list[tuple[datetime, datetime]]:
    with UnitOfWork(settings.database_url) as work:
        return [(one.began_at, one.last_at) for one in work.summaries.conversations(person_id)]


def test_a_conversation_is_kept_of_which_something_is_shared(installation: Settings, keeper: SummaryKeeper) -> None:
    person_id = somebody(installation)
    write_event(installation.tracker_url, "ann", "user", (NOON + timedelta(hours=5)).timestamp(), text="hello again")
    settle(keeper)
    assert conversations(installation, person_id) == [(NOON + timedelta(seconds=1), NOON + timedelta(seconds=5))]
    assert keeper.differing() == ()


def test_no_conversation_is_kept_of_who_shares_nothing(installation: Settings, keeper: SummaryKeeper) -> None:
    person_id = somebody(installation, share=False)
    settle(keeper)
    assert conversations(installation, person_id) == []


def test_a_conversation_is_kept_in_which_support_was_shown(installation: Settings, keeper: SummaryKeeper) -> None:
    person_id = somebody(installation, share=False)
    settle(keeper)
    at = NOON + timedelta(hours=5)
    write_event(installation.tracker_url, "ann", "user", at.timestamp(), text="nowhere to go")
    with UnitOfWork(installation.database_url) as work:
        work.cue_events.record(person_id, CueEvent("k", ("passive",), "ask.1@1", "ask", at))
        work.commit()
    settle(SummaryKeeper(installation, now=lambda: at + timedelta(minutes=1)))
    assert conversations(installation, person_id) == [(at, at)]
    assert kept(installation, person_id) is None


def test_a_conversation_goes_with_what_is_taken_back_and_with_its_person(
    installation: Settings, keeper: SummaryKeeper
) -> None:
    name = pseudonym(installation.secret, "web", "bob")
    ann, bob = somebody(installation), somebody(installation, name)
    settle(keeper)
    with UnitOfWork(installation.database_url, now=lambda: NOON + timedelta(minutes=3)) as work:
        (goal,) = (own.item for own in work.sharing.items(ann) if own.item.kind is Kind.GOAL)
        work.sharing.keep_private(ann, goal)
        work.commit()
    erase(installation, "web", "bob")
    settle(keeper)
    assert conversations(installation, ann) == []
    assert conversations(installation, bob) == []
