"""The card of the web process: the same as the dialogue's, of the same place, noted, with everything else away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any, Optional

import pytest

from bot.noting import Noting
from bot.safety.places import Place
from bot.safety.support import SESSION
from bot.settings import Service
from bot.store.shown import Shown
from bot.web.own_card import OwnCards
from tests.builders import create_alerts

CUE = "I want to kill myself"
ANN = "ann"
CHOSEN = {"text": "Thank you.", "support": {"id": "x", "layout": "place", "chosen": "US/"}}
NOW = datetime(2026, 11, 23, 12, tzinfo=timezone.utc)


@dataclass(frozen=True)
class Kept:
    who: str
    step: str = ""
    support: Any = None
    at: datetime = NOW


@dataclass
class House:
    """A web process whose dialogue process is away."""

    service: Service = field(default_factory=Service)
    lines: Optional[Sequence[Kept]] = ()
    noted: list[Shown] = field(default_factory=list)
    now: float = NOW.timestamp()

    def __post_init__(self) -> None:
        self.cards = OwnCards(self.service, Noting(self.noted.append), lambda: self.now)

    async def read(self) -> Optional[Sequence[Kept]]:
        return self.lines

    async def say(self, text: str, step: str = "", message_id: str = "m1") -> Optional[dict[str, Any]]:
        support = await self.cards.needed(ANN, text, step, self.read)
        if support is None:
            return None
        told = self.cards.show(ANN, support, message_id)
        await self.cards.settle()
        return dict(told)


async def shown(house: House, text: str = CUE, **more: str) -> dict[str, Any]:
    told = await house.say(text, **more)
    assert told is not None
    return told


async def test_a_cue_brings_the_card_and_is_noted_once_under_its_message() -> None:
    house = House()
    told = await shown(house)
    assert told["support"]["layout"] == "card"
    (note,) = house.noted
    assert (note.channel, note.pseudonym, note.support["message"]) == ("web", ANN, "m1")


async def test_everyday_words_bring_nothing() -> None:
    assert await House().say("buy my own bread") is None


async def test_support_that_is_asked_for_is_shown_and_not_noted() -> None:
    house = House()
    assert (await shown(house, "support now"))["support"]["asked_for"] is True
    assert house.noted == []


async def test_the_place_that_was_seen_to_be_chosen_is_kept() -> None:
    house = House(lines=None)
    house.cards.saw(ANN, [CHOSEN])
    assert "988" in (await shown(house))["text"]
    house.now += SESSION + 1
    assert "988" in (await shown(house))["text"]
    assert "988" in house.cards.fallback(ANN)["text"]


@pytest.mark.parametrize("known", [True, False])
async def test_a_place_that_was_chosen_beside_the_chat_holds(known: bool) -> None:
    house = House(lines=[Kept("person"), Kept("cairn", support={**CHOSEN["support"], "chosen": "NZ/"})])
    if known:
        await house.say("hello")
    house.cards.is_at(ANN, Place("US"))
    house.cards.is_at(ANN, None)
    assert "988" in (await shown(house))["text"]
    assert "988" in house.cards.fallback(ANN)["text"]


@pytest.mark.parametrize("days", [0, 3])
async def test_the_place_is_read_from_the_transcript(days: int) -> None:
    house = House(lines=[Kept("person"), Kept("cairn", support=CHOSEN["support"], at=NOW - timedelta(days=days))])
    assert "988" in (await shown(house))["text"]


async def test_who_tells_a_lower_age_is_shown_the_lines_for_children() -> None:
    told = await shown(House(), "im 15")
    assert told["support"]["families"] == ["under_age"]
    assert "Childline" in told["text"]


async def test_the_minimum_age_is_the_services_own() -> None:
    assert await House(Service(minimum_age=14)).say("im 15") is None


async def test_a_second_cue_is_said_in_other_words() -> None:
    house = House()
    assert (await shown(house))["text"] != (await shown(house, message_id="m2"))["text"]


async def test_a_card_of_yesterday_does_not_make_this_the_second() -> None:
    card = {"id": "x", "layout": "card", "families": ["wish_to_die"], "asked_for": False}
    house = House(lines=[Kept("cairn", support=card, at=NOW - timedelta(days=1))])
    assert (await shown(house))["support"]["shown_before"] == 0


async def test_the_short_question_is_answered_with_the_card() -> None:
    asked = {"id": "x", "layout": "ask", "families": ["passive"], "asked_for": False}
    house = House(lines=[Kept("cairn", "support.ask", asked)])
    assert (await shown(house, "yes"))["support"]["layout"] == "card"


async def test_the_step_on_the_page_is_the_question_where_nothing_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    contexts: list[str] = []

    def screen(_text: str, context: str, _earlier: tuple[str, ...]) -> None:
        contexts.append(context)
        raise ValueError

    monkeypatch.setattr("bot.safety.cues.screen", screen)
    told = await shown(House(lines=None), "Tuesday", step="goals.when")
    assert contexts == ["goals.when"]
    assert told["support"]["layout"] == "ask"


async def test_who_may_learn_of_it_is_said_as_the_service_has_it() -> None:
    told = await shown(House(Service(alerts=create_alerts())))
    assert "Your team may see this" in told["text"]
    assert "Tell my team" in [button["title"] for button in told["buttons"]]
    assert "No one has been told" in (await shown(House()))["text"]


async def test_the_same_message_sent_again_gets_the_same_card_and_one_note() -> None:
    house = House()
    assert await shown(house) == await shown(house)
    assert len(house.noted) == 1
    assert (await shown(house, message_id="m2"))["support"]["shown_before"] == 1


async def test_the_card_is_told_of_until_the_dialogue_has_answered() -> None:
    house = House()
    assert house.cards.untold(ANN) is None
    told = await shown(house)
    assert house.cards.untold(ANN) == told["support"]
    house.cards.saw(ANN, [{"step": "goals.when", "support": None}])
    assert house.cards.untold(ANN) is None


async def test_a_card_of_yesterday_is_told_of_no_more() -> None:
    house = House()
    await shown(house)
    house.now += SESSION
    assert house.cards.untold(ANN) is None
