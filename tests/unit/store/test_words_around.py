"""Around an alert stand the words that brought it, and never another message in their place."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from bot.settings import Settings
from bot.store import CueEvent, UnitOfWork
from bot.store.message_keys import key_of_shown
from bot.store.repositories.alerts import KeptAlert
from bot.store.staff_reading import words_around
from tests.databases import write_event

SHOWN_AT = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc)
CUE = "better off without me"


def alert_of(installation: Settings, key: str) -> KeptAlert:
    with UnitOfWork(installation.database_url) as work:
        person_id = work.people.ensure("web", "ann")
        shown = work.cue_events.record(person_id, CueEvent(key, ("passive",), "card.1@1", "card", SHOWN_AT))
        assert shown is not None
        number = work.alerts.make(person_id, shown)
        work.commit()
        return work.alerts.get(number)


def says(installation: Settings, text: str, seconds: float, who: str = "user", **metadata: object) -> None:
    at = (SHOWN_AT + timedelta(seconds=seconds)).timestamp()
    write_event(installation.tracker_url, "ann", who, at, text=text, metadata=metadata)


def cues_in(installation: Settings, alert: KeptAlert) -> list[str]:
    return [one.text for one in words_around(installation.tracker_url, alert) if one.is_cue]


def test_a_message_that_was_kept_after_its_card_was_shown_is_the_one(installation: Settings) -> None:
    support = {"at": SHOWN_AT.timestamp(), "layout": "card"}
    says(installation, "something private", -60)
    says(installation, CUE, 20, support_shown=support)
    says(installation, "ok", 21)
    assert cues_in(installation, alert_of(installation, key_of_shown("ann", support))) == [CUE]


def test_of_two_messages_close_together_it_is_the_one_that_brought_it(installation: Settings) -> None:
    support = {"at": SHOWN_AT.timestamp(), "message": "m1", "layout": "card"}
    says(installation, CUE, 0.2, support_shown=support)
    says(installation, "and another thing", 0.9)
    assert cues_in(installation, alert_of(installation, key_of_shown("ann", support))) == [CUE]


def test_a_message_is_known_by_what_was_shown_after_it(installation: Settings) -> None:
    support = {"at": SHOWN_AT.timestamp(), "layout": "card"}
    says(installation, CUE, -0.4)
    says(installation, "the card", 0.1, "bot", support=support)
    assert cues_in(installation, alert_of(installation, key_of_shown("ann", support))) == [CUE]


def test_where_the_words_were_not_kept_none_are_shown(installation: Settings) -> None:
    support = {"at": SHOWN_AT.timestamp(), "layout": "card"}
    says(installation, "something private", -20)
    says(installation, "hello again", 300)
    alert = alert_of(installation, key_of_shown("ann", support))
    assert words_around(installation.tracker_url, alert) == ()
