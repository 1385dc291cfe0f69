"""What a person did next after support was shown, as one of a few names. Pure, and it never keeps what they wrote.

While the card waits everything they do is theirs to tell from: *misunderstood* makes the event a candidate for a false
alarm. The short question is answered by one message.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Optional

from bot.safety.denials import is_clear_no, says_misunderstood
from bot.store import Choice, KeptCueEvent
from bot.store.message_keys import message_key
from bot.store.repositories.cue_events import ASK
from bot.store.tracker_events import TrackerEvent, mapping
from bot.worker.cues import CARD, TEAM

MISUNDERSTOOD = "misunderstood"
TEXT = "text"
_BY_INTENT = {
    "carry_on": "carry_on",
    "show_plan": "plan",
    "more_support": "more",
    "misunderstood": MISUNDERSTOOD,
    "menu": "menu",
    "stop": "stop",
    "person_wanted": "person",
}
# The buttons of the card that have no intent, or that Rasa could not take in; and the way back, typed.
_BY_TITLE = {
    "i can carry on": "carry_on",
    "my plan": "plan",
    "more ways to get help": "more",
    "you misunderstood": MISUNDERSTOOD,
    "tell my team": "team",
    "back": "carry_on",
    "go back": "carry_on",
}
# To the short question: by intent, and by the buttons' words, since a yes is understood as a cue.
_ANSWERS = {"affirm": "yes", "deny": "no", "yes": "yes", "no": "no", "not sure": "not_sure"}
_ENDS = {"carry_on", "menu", "stop", MISUNDERSTOOD}  # after these the card waits no longer
_LATE = timedelta(hours=1)  # a session: so long "you misunderstood" still means what was shown last


def choice_after(event: TrackerEvent, cue_events: Sequence[KeptCueEvent]) -> Optional[tuple[int, Choice]]:
    """The id of the cue event that a person's message follows, and what was chosen; None where it follows none.

    In: a user event, and the person's cue events, oldest first.
    """
    at = datetime.fromtimestamp(event.at, timezone.utc)
    before = [kept for kept in cue_events if kept.event.at < at and kept.event.layout != TEAM]
    if before and before[-1].event.message_key == message_key(event):
        before.pop()  # the very message that brought it
    if not before or not event.data.get("text"):
        return None
    shown = before[-1]
    what = _name(event, shown.event.layout)
    if _is_over(shown, at) and not (what == MISUNDERSTOOD and at - shown.event.at < _LATE):
        return None
    return shown.id, Choice(what, at)


def _is_over(shown: KeptCueEvent, at: datetime) -> bool:
    earlier = {choice.what for choice in shown.choices if choice.at < at}
    return bool(earlier) if shown.event.layout == ASK else bool(earlier & _ENDS)


def _name(event: TrackerEvent, layout: str) -> str:
    intent = mapping(mapping(event.data.get("parse_data")).get("intent")).get("name")
    title = str(event.data["text"])[:40].strip(" .!").casefold()
    text = str(event.data["text"])
    answer = _ANSWERS.get(title) or _ANSWERS.get(str(intent)) if layout == ASK else None
    if layout == ASK and not answer and is_clear_no(text):
        answer = "no"
    if layout == CARD and says_misunderstood(text):
        answer = MISUNDERSTOOD
    return _BY_TITLE.get(title) or _BY_INTENT.get(str(intent)) or answer or TEXT
