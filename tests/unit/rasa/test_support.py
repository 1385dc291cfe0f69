"""The way back from the card is never taken for a new cue."""

from __future__ import annotations

import pytest

from bot.rasa.commands import COMMANDS, is_a_way
from bot.rasa.support import needed
from bot.safety import cues
from bot.safety.card import text_message
from bot.safety.cues import Screening
from bot.safety.support import ASK, ASKING, CARD, SOMETHING_ELSE, Seen, after, around, message_for, utterance
from bot.settings import Service

WAYS = sorted(words for words in COMMANDS if is_a_way(words))
# Asking for support by its name brings the card, whatever else the words could mean.
ON = [words for words in WAYS if not cues.wants_support(words) and words != SOMETHING_ELSE]


@pytest.mark.parametrize("seen", [Seen(), Seen(families=("unclear", "passive"), cards=2), Seen(context=ASKING)])
@pytest.mark.parametrize("said", ON)
def test_the_way_back_can_be_typed_in_any_case(said: str, seen: Seen) -> None:
    assert needed(said.upper(), seen) is None
    assert needed(f"{said}.", seen) is None


@pytest.mark.parametrize("said", ["Something else", "something else."])
def test_something_else_than_the_end_of_the_chat_brings_the_card(said: str) -> None:
    asked = needed("i want to end this", Seen())
    assert asked is not None
    assert asked.layout == ASK
    brought = needed(said, Seen(context=ASKING, families=asked.families))
    assert brought is not None
    assert (brought.layout, brought.families) == (CARD, asked.families)
    assert needed(said, Seen()) is None


@pytest.mark.parametrize("said", ["stop", "end", "enough", "finish", "no", "bye"])
def test_words_that_can_mean_more_are_read_like_any_other(said: str) -> None:
    assert not is_a_way(said)


def asked(text: str, seen: Seen) -> tuple[Seen, str, str]:
    """What is seen after a message that brings support and an everyday question; the layout, and its first line."""
    support = needed(text, seen)
    assert support is not None
    said = utterance(message_for(support, Service()), support)
    return after(after(seen, [said]), [{"step": "goals.when"}]), support.layout, said["text"].split("\n")[0]


def test_another_short_question_in_a_session_comes_in_other_words(monkeypatch: pytest.MonkeyPatch) -> None:
    families = iter(["passive", "self_harm", "passive"])
    monkeypatch.setattr(cues, "screen", lambda *_: Screening(ASK, (next(families),)))
    seen, _, first = asked("hm", Seen())
    seen, layout, second = asked("hm", seen)
    _, _, third = asked("hm", seen)
    assert layout == ASK
    assert "pass over that" in second  # the second wording, though it is the first of its family
    assert (first, third) == ("Thank you for telling me. I want to check I've understood.", first)


def test_what_is_never_clear_is_asked_about_twice_and_then_brings_the_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cues, "screen", lambda *_: Screening(ASK, ("unclear",)))
    seen, layouts, words = Seen(), [], []
    for _ in range(3):
        seen, layout, said = asked("hm", seen)
        layouts.append(layout)
        words.append(said)
    assert layouts == [ASK, ASK, CARD]
    assert len(set(words)) == 3


def _told(key: str, seen: Seen) -> Seen:
    return after(seen, [utterance(text_message(key))])


def test_what_is_not_clear_and_denied_each_time_never_brings_the_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cues, "screen", lambda *_: Screening(ASK, ("unclear",)))
    seen = Seen()
    for _ in range(4):
        seen, layout, _ = asked("hm", _told("utter_support_no", seen))
        assert layout == ASK


def test_what_was_denied_puts_no_doubt_on_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    families = iter(["passive", "plan"])
    monkeypatch.setattr(cues, "screen", lambda *_: Screening(ASK, (next(families),)))
    seen, _, first = asked("hm", Seen())
    _, layout, after_a_no = asked("hm", _told("utter_support_no", seen))
    assert (layout, after_a_no) == (ASK, first)


def test_the_first_real_cue_after_a_false_alarm_is_met_as_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cues, "screen", lambda *_: Screening(CARD, ("plan",)))
    seen, _, first = asked("hm", Seen())
    _, _, again = asked("hm", seen)
    _, _, after_a_mistake = asked("hm", _told("utter_support_misunderstood", seen))
    assert again != first
    assert after_a_mistake == first


def test_a_cue_that_was_no_mistake_stays_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    families = iter(["passive", "plan", "passive"])
    monkeypatch.setattr(cues, "screen", lambda *_: Screening(CARD, (next(families),)))
    seen, _, first = asked("hm", Seen())
    seen, _, _ = asked("hm", seen)
    seen = _told("utter_support_misunderstood", seen)
    assert seen.families == ("passive",)
    assert asked("hm", seen)[2] != first


def test_who_was_asked_is_told_that_the_team_may_see_that() -> None:
    seen, _, _ = asked("i want to end this", Seen())
    assert around(Service(), seen).asked
    assert not around(Service(), seen).told
    assert not around(Service(), Seen()).asked
