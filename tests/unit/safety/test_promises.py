"""Who answers the card with "my brother is near, I won't do anything" is answered; any doubt brings it again."""

from __future__ import annotations

import pytest

from bot.safety.card import still_here_message
from bot.safety.promises import half_promises, promises
from bot.safety.support import ASKING, CARD, Seen, Support, after, message_for, needed, utterance
from bot.settings import settings

PROMISED = [
    "my brother lives downstairs. im not going to do anything tonight",
    "im not gonna do owt, my mums here",
    "no i wont do anything, my sisters coming over",
    "My husband is in the next room and I won't do anything, I promise.",
    "I’m not going to do anything. Ruth’s on her way over",
    "yes my mum and dad are downstairs. I won't do anything tonight",
    "i wont do anything",
    "honestly i won't do anything stupid, dont worry",
    "my flatmates home so im not going to do anything tonight",
    "not gonna do anything, im at my nans",
    "im safe tonight, my mum is here",
    "I will not hurt myself. I've told my sister",
    "no. i wont do nothing cos my best mate is staying the night",
    "I am not going to act on it. My neighbour is next door, thank you.",
    "someone is coming round, im no gonna do anything today",
    "my boyfriends asleep next to me, i wont do anything",
    "yeah my mums downstairs. not gonna do anything dont worry",
    "there's my neighbour. I'm not going to do anything tonight.",
    "my friend Jo is on the phone. im not going to do anything tonight",
    "Yes my brother, he lives downstairs. I not do anything tonight",
    "no its ok im not going to do anything, my dads home",
    "nothing's going to happen tonight, my brother is downstairs",
    "im not planning on doing anything, my mum is here",
]
NOT_PROMISED = [
    "my brother lives downstairs but i dont want to bother him. im not going to do anything tonight",
    "im not going to do anything tonight",  # and nobody near
    "im not going to do anything right now, my mums here",
    "for now i wont do anything, my brother lives downstairs",
    "not tonight but maybe tomorrow. my mums here",
    "my mums here. i wont do anything yet",
    "i wont do anything while my mum is here",
    "i wont do anything until my brother goes to bed",
    "my brother lives downstairs. i probably wont do anything tonight",
    "i dont think ill do anything tonight, my sisters coming over",
    "my sister is coming over though, im not going to do anything tonight",
    "i wont do anything tonight if my mum stays",
    "my brother lives downstairs. im not going to do anything tonight. ive written the letter",
    "im not going to be here tonight, my brother lives downstairs",
    "my brother lives downstairs. im going to do it tonight",
    "my mum is here. i wont do anything. she would be better off",
    "nobody is here, i wont do anything tonight",
    "my brother lives downstairs. what would i do",
    "i won't do that",  # ring somebody, perhaps
    "Death is coming over. im not going to do anything tonight",
    "i wont do anything about it, whats the point",
    "i wont do anything. im going to be with my mum",  # who may have died
    "i'm safe for tonight. my mum is here",
    "i wouldnt do anything, my brothers here",
    "not doing anything is worse, my mum is here",
    "my mum is asleep. i wont do anything loud",
    "my brother is dead. i wont do anything",
    "my mum",
    "my mum is here",
]


HALF = [
    "im not going to do anything right now, my mums here",
    "not tonight but maybe tomorrow. my mums here",
    "my mums here. i wont do anything yet",
    "i wont do anything while my mum is here",
    "i wont do anything until my brother goes to bed",
    "i dont think ill do anything tonight, my sisters coming over",
    "i wont do anything tonight if my mum stays",
    "my sister is coming over though, im not going to do anything tonight",
    "I’m not going to do anything for now",
    "i won't do anything but i can't promise",
]


def _under_the_card(*families: str) -> Seen:
    support = Support(CARD, families)
    return after(Seen(), [utterance(message_for(support, settings().service), support)])


@pytest.mark.parametrize("said", PROMISED)
def test_an_answer_to_the_card_is_no_second_cue(said: str) -> None:
    assert promises(said)
    assert needed(said, _under_the_card("passive")) is None


@pytest.mark.parametrize("said", NOT_PROMISED)
def test_any_other_word_beside_it_is_screened(said: str) -> None:
    assert not promises(said)


@pytest.mark.parametrize("said", [f"{said}, {doubt}" for said in PROMISED[:4] for doubt in (
    "but i might", "i still want to", "for now", "maybe tomorrow", "i think", "goodbye", "sorry for everything",
    "i just want it to stop")])  # fmt: skip
def test_a_doubt_or_a_cue_behind_it_takes_it_back(said: str) -> None:
    assert not promises(said)


@pytest.mark.parametrize("said", HALF)
def test_half_a_promise_brings_the_card_again(said: str) -> None:
    shown = needed(said, _under_the_card("passive"))
    assert shown is not None
    assert shown.layout == CARD


@pytest.mark.parametrize(
    "said",
    [
        *PROMISED,
        "not today thanks",
        "not now, maybe later",
        "ringing them won't do anything but ok",
        "can we go on now",
        "but i want to carry on",
        "maybe",
    ],
)
def test_nothing_else_is_half_a_promise(said: str) -> None:
    assert not half_promises(said)


@pytest.mark.parametrize("said", PROMISED)
def test_it_is_answered_with_thanks_the_numbers_and_the_way_back(said: str) -> None:
    texts = [still_here_message(said, turn=turn, families=("passive",)) for turn in (0, 1)]
    assert texts[0].text != texts[1].text
    for message in texts:
        assert "hank you" in message.text
        assert "999" in message.text
        assert "116 123" in message.text
        assert "I can carry on" in message.buttons


def test_who_is_near_is_named() -> None:
    assert "your brother" in still_here_message(PROMISED[0]).text
    assert "your mum" in still_here_message(PROMISED[1]).text
    assert "your sister" in still_here_message(PROMISED[2]).text


def test_a_long_message_is_looked_at_quickly() -> None:
    for said in (" " * 100_000, "no " * 50_000, "i wont do anything, " * 10_000):
        assert not promises(said)
        assert not half_promises(said)


def test_after_an_overdose_help_now_comes_first_all_the_same() -> None:
    assert "999 now" in still_here_message(PROMISED[0], families=("overdose",)).text


@pytest.mark.parametrize("family", ["abuse", "child", "harm_others", "voices"])
def test_where_home_or_a_voice_may_be_the_danger_it_is_screened(family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.safety import cues

    monkeypatch.setattr(cues, "screen", lambda *_: cues.Screening(CARD, (family,)))
    assert needed(PROMISED[1], _under_the_card(family)) is not None
    assert needed(PROMISED[1], _under_the_card("passive")) is None


def test_it_is_an_answer_to_a_card_for_a_cue_and_to_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.safety import cues

    monkeypatch.setattr(cues, "screen", lambda *_: cues.UNSURE)
    asked_for = Support(CARD, asked_for=True)
    for seen in (
        Seen(),
        Seen(context=ASKING, waits=True, asks=1, cards=1),
        after(Seen(), [utterance(message_for(asked_for, settings().service), asked_for)]),
    ):
        assert needed(PROMISED[0], seen) is not None


@pytest.mark.parametrize(
    "said", ["my mum is here. i wont do anything. i took all my pills", "i wont do anything, i'm dead"]
)
def test_no_promise_silences_a_cue(said: str) -> None:
    assert not promises(said)
