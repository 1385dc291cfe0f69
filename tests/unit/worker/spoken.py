"""Conversations as Rasa writes them, and what the worker has made of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Optional

from bot.identity import pseudonym
from bot.settings import Service, Settings
from bot.store import UnitOfWork, show
from bot.store.columns import utc_now
from tests.builders import create_alerts
from tests.databases import write_event

SUPPORT = {"id": "card.full.1", "layout": "card", "families": ["F01"]}
MESSAGE_IDS = iter(range(10**9))


def say(
    settings: Settings,
    sender: str = "ann",
    support: Optional[dict[str, Any]] = None,
    intent: str = "nlu_fallback",
    text: str = "words of a person",
) -> int:
    """A message of a person, with the support that the guard showed. Out: the event's id."""
    return write_event(
        settings.tracker_url,
        pseudonym(settings.secret, "rest", sender),
        "user",
        utc_now().timestamp(),
        text=text,
        input_channel="rest",
        message_id=f"m{next(MESSAGE_IDS)}",
        parse_data={"intent": {"name": intent}},
        metadata={"support_shown": support} if support else {},
    )


def answer(settings: Settings, sender: str = "ann", support: Optional[dict[str, Any]] = None) -> int:
    """An answer of ours, with the support that the dialogue showed. Out: the event's id."""
    return write_event(
        settings.tracker_url,
        pseudonym(settings.secret, "rest", sender),
        "bot",
        utc_now().timestamp(),
        text="card",
        metadata={"support": support} if support else {},
    )


def cue_events(settings: Settings, sender: str = "ann") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = show(settings, "rest", sender)["cue_events"]
    return found


def chosen(settings: Settings, sender: str = "ann") -> list[list[str]]:
    return [[choice["what"] for choice in event["chosen_next"]] for event in cue_events(settings, sender)]


def with_alerts(settings: Settings, **changes: Any) -> Settings:
    return replace(settings, service=Service(alerts=create_alerts(**changes)))


def alerts(settings: Settings) -> list[tuple[str, str]]:
    """Who each alert is about, and the text that was shown."""
    with UnitOfWork(settings.database_url) as work:
        return [(alert.pseudonym, alert.text_id) for alert in work.alerts.all()]


def waiting(settings: Settings) -> int:
    with UnitOfWork(settings.database_url) as work:
        return work.outbox.undelivered(["email", "webhook"]).waiting
