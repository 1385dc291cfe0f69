"""What is asked back is answered: why words are kept, and what the support card is."""

from __future__ import annotations

import pytest

from actions.words import words
from bot.coaching import engine
from bot.coaching.guides import CONSENT
from bot.coaching.topics import answered
from tests.unit.coaching.talk import begin, take


@pytest.mark.parametrize(
    "said",
    ["why do you need to keep it", "why", "but why", "why keep anything?", "what do you need it for", "how come"],
)
def test_who_asks_why_words_are_kept_is_told_without_the_whole_notice(said: str) -> None:
    guide = CONSENT.with_labels(words().labels(CONSENT))
    turn = engine.take(guide, engine.begin(guide).draft, said)
    assert [say.words for say in turn.sayings] == ["utter_consent_ask_why"]
    assert turn.sayings[-1].choices == tuple(choice.label for choice in guide.step("ask").choices)


def test_why_not_is_no_question_why() -> None:
    guide = CONSENT.with_labels(words().labels(CONSENT))
    turn = engine.take(guide, engine.begin(guide).draft, "why not")
    assert turn.sayings[-1].words != "utter_consent_ask_why"


@pytest.mark.parametrize("said", ["whats the support card", "what is the support card?", "what's that card"])
def test_who_asks_what_the_support_card_is_is_told(said: str) -> None:
    assert answered(said) == "utter_support_card_is"


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("should I tell my nurse about this?", "utter_whom_to_tell"),
        ("shud i tell my cpn", "utter_whom_to_tell"),
        ("do you think i should tell someone", "utter_whom_to_tell"),
        ("you dont believe me do you", "utter_believed"),
        ("do you even believe me?", "utter_believed"),
        ("should i tell you what happened", ""),
        ("what should i do first", ""),
    ],
)
def test_who_asks_whether_to_tell_or_to_be_believed_is_answered(said: str, key: str) -> None:
    assert answered(said) == key
    if key:
        turn = take(take(begin("goals").draft, "swim").draft, said)
        assert [say.words for say in turn.sayings] == [key, "utter_goals_importance"]


def test_the_question_about_the_card_comes_again_after_the_answer() -> None:
    turn = take(begin("hard_times").draft, "i go quiet")
    while turn.draft.step != "show":
        turn = take(turn.draft, "skip")
    turn = take(turn.draft, "whats the support card")
    assert [say.words for say in turn.sayings] == ["utter_support_card_is", "utter_hard_times_show"]
