"""What Cairn itself offers to press or to say is never taken for a cue, whatever the second vote was trained to."""

from __future__ import annotations

import pytest

from bot.control_words import MAY_BE_ABOUT_LIFE, NAMES
from bot.safety.buttons import buttons
from bot.safety.cues import screen
from tests.content.test_words import RESPONSES

# None, and the two kinds of questions after which most is taken for a cue.
CONTEXTS = ("", "strengths.coping", "hope.now")


def test_every_button_of_the_texts_is_known() -> None:
    shown = [button for wordings in RESPONSES.values() for wording in wordings for button in wording.get("buttons", ())]
    assert buttons() == {words.casefold() for button in shown for words in (button["title"], button["payload"])}


@pytest.mark.parametrize("context", CONTEXTS)
def test_no_button_and_no_way_to_steer_is_a_cue(context: str) -> None:
    offered = sorted(buttons() | set(NAMES) - MAY_BE_ABOUT_LIFE)
    assert [(words, screen(words, context)) for words in offered if screen(words, context).response != "none"] == []
