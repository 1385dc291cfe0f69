"""What Cairn itself offers to press or to say is never taken for a cue, whatever the second vote was trained to."""

from __future__ import annotations

import pytest

from bot.coaching.controls import _CONTROL_OF
from bot.safety.buttons import buttons
from bot.safety.cues import screen
from tests.content.test_words import RESPONSES

# "I want to stop" alone may be about life: the short question offers that only the chat is meant.
AMBIGUOUS = {"i want to stop", "want to stop", "i need to stop", "need to stop"}
# None, and the two kinds of questions after which most is taken for a cue.
CONTEXTS = ("", "strengths.coping", "hope.now")


def test_every_button_of_the_texts_is_known() -> None:
    shown = [button for wordings in RESPONSES.values() for wording in wordings for button in wording.get("buttons", ())]
    assert buttons() == {words.casefold() for button in shown for words in (button["title"], button["payload"])}


@pytest.mark.parametrize("context", CONTEXTS)
def test_no_button_and_no_way_to_steer_is_a_cue(context: str) -> None:
    offered = sorted(buttons() | set(_CONTROL_OF) - AMBIGUOUS)
    assert [(words, screen(words, context)) for words in offered if screen(words, context).response != "none"] == []
