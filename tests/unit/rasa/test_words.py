"""Words in process: the wording that was chosen, every place filled, never nothing."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.slots import TextSlot
from rasa.shared.core.trackers import DialogueStateTracker

from actions.words import load
from bot.rasa.nlg import CairnWords, filled
from bot.safety.card import numbers
from bot.safety.support import facts, from_facts, message_for
from bot.settings import ROOT, Service, settings

WELCOME = ROOT / "data" / "responses" / "welcome.yml"
CUE = "I want to kill myself"
DOMAIN = Domain.from_dict(
    {
        "responses": {
            "utter_ask": [{"text": "One, {name}?"}, {"text": "Two, {name}?"}, {"text": "Three?"}],
            "utter_lines": [{"text": "Ring {samaritans}.", "buttons": [{"title": "Ring {name}", "payload": "ring"}]}],
        }
    }
)


def tracker(*events: Any) -> DialogueStateTracker:
    slots = [TextSlot("support_state", [{}]), TextSlot("waiting_dialogue", [{}])]
    return DialogueStateTracker.from_events("sam", list(events), slots)


async def said(key: str, *events: Any, **places: Any) -> dict[str, Any]:
    words = await CairnWords(domain=DOMAIN).generate(key, tracker(*events), "rest", **places)
    assert words is not None
    return words


@pytest.mark.parametrize(("variant", "text"), [(None, "One, Di?"), (0, "One, Di?"), (1, "Two, Di?"), (5, "Three?")])
async def test_the_wording_is_the_one_that_was_chosen(variant: int | None, text: str) -> None:
    assert (await said("utter_ask", variant=variant, name="Di"))["text"] == text


async def test_a_place_without_a_value_becomes_empty_and_is_reported(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert (await said("utter_ask"))["text"] == "One, ?"
    assert "{name} in utter_ask" in caplog.text


async def test_a_number_comes_from_the_registry() -> None:
    assert numbers("GB", "")["samaritans"] in (await said("utter_lines", name="Di"))["text"]


async def test_a_number_is_one_of_the_place_that_the_person_has_chosen() -> None:
    there = UserUttered("hm", metadata={"place": "US/"})
    assert numbers("US", "")["samaritans"] in (await said("utter_lines", there, name="Di"))["text"]


async def test_buttons_are_filled_too() -> None:
    assert (await said("utter_lines", name="Di"))["buttons"][0] == {"title": "Ring Di", "payload": "ring"}


async def test_an_unknown_key_has_no_words() -> None:
    assert await CairnWords(domain=DOMAIN).generate("utter_nothing", tracker(), "rest") is None
    assert await CairnWords(domain=DOMAIN).generate("utter_support_nothing", tracker(), "rest") is None


@given(st.text())
def test_a_persons_words_are_never_read_as_places(words: str) -> None:
    assert filled({"text": "«{said}»"}, {"said": words}, "utter_x")["text"] == f"«{words}»"


def test_the_wording_itself_is_not_changed() -> None:
    wording = {"text": "{a}", "buttons": [{"title": "{a}", "payload": "{a}"}]}
    filled(wording, {"a": "1"}, "utter_x")
    assert wording == {"text": "{a}", "buttons": [{"title": "{a}", "payload": "{a}"}]}


async def test_the_card_is_rendered_for_the_message_that_brought_it() -> None:
    words = await said("utter_support_card", UserUttered(CUE))
    assert words["support"]["layout"] == "card"
    assert words["support"]["families"]
    assert "999" in words["text"]


async def test_what_the_guard_has_shown_is_said_in_the_very_same_words() -> None:
    support = from_facts({"layout": "card", "families": ["abuse"], "shown_before": 2})
    assert support is not None
    shown = message_for(support, Service())
    words = await said("utter_support_card", UserUttered("x", metadata={"support_shown": facts(shown, support)}))
    assert words["text"] == shown.text
    assert words["support"] == facts(shown, support)


async def test_a_card_without_any_reason_is_still_a_card() -> None:
    assert "999" in (await said("utter_support_card", UserUttered("la la")))["text"]


async def test_the_short_question_makes_the_next_message_an_answer_to_it() -> None:
    words = await said(
        "utter_support_ask", UserUttered("x", metadata={"support_shown": {"layout": "ask", "families": []}})
    )
    assert words["step"] == "support.ask"


async def test_a_human_answer_while_the_card_waits_repeats_nothing_but_a_role() -> None:
    before = BotUttered("card", metadata={"support": {"layout": "card", "families": []}})
    words = await said("utter_support_here", UserUttered(CUE), before, UserUttered("im at my mums"))
    assert "your mum" in words["text"]


@pytest.mark.parametrize("key", ["utter_support_more", "utter_support_misunderstood", "utter_person_wanted"])
async def test_every_other_support_text_comes_from_the_registry(key: str) -> None:
    words = await said(key)
    assert "{" not in words["text"]
    assert words["support"]["signposts"]


@pytest.fixture
def alerts_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    file = tmp_path / "service.yml"
    file.write_text(
        "alerts: {hours: 'weekdays, 9 to 5', open: {monday: '09:00-17:00'}, time_zone: Europe/London, names: [Sam],"
        " procedure: Ring them.}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("CAIRN_SERVICE_FILE", str(file))
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.usefixtures("alerts_on")
@pytest.mark.parametrize("key", ["utter_support_card", "utter_support_team"])
async def test_with_alerts_on_the_words_say_who_may_see_it(key: str) -> None:
    text = (await said(key, UserUttered(CUE)))["text"]
    assert "They may see it" in text or "Your team may see this" in text
    assert "weekdays, 9 to 5" in text


@pytest.mark.usefixtures("alerts_on")
async def test_with_alerts_on_consent_is_asked_for_what_will_happen() -> None:
    domain = Domain.from_dict({"responses": yaml.safe_load(WELCOME.read_text(encoding="utf-8"))["responses"]})
    asked = await CairnWords(domain=domain).generate("utter_consent_ask", tracker(), "rest")
    assert asked is not None
    assert "when they are next at work (weekdays, 9 to 5)" in asked["text"]
    assert load(WELCOME.parent).text_id("utter_consent_ask").startswith("utter_consent_ask@")
    assert load(WELCOME.parent, alerts_on=True).text_id("utter_consent_ask").startswith("utter_consent_ask_alerts@")


def test_buttons_of_an_action_stand_in_place_of_the_wordings_own() -> None:
    """Rasa adds the action's buttons to those it gets: both together would shift the numbers people answer with."""
    wording = {"text": "Which?", "buttons": [{"title": "Something else", "payload": "Something else"}]}
    own = [{"title": "I keep going", "payload": "I keep going"}]
    assert filled(wording, {"buttons": own}, "utter_x")["buttons"] == []
    assert len(filled(wording, {}, "utter_x")["buttons"]) == 1
