"""Reminders: whether the coach sends any. Only whole messages count: "set a reminder on my phone" is a step."""

from __future__ import annotations

import re

from bot.coaching.gate.complaints import SO
from bot.coaching.spelling import spelled
from bot.coaching.text import plain

_REMINDER = r"(?:a |an |any |the |some |my |your |that |those )?(?:\w+ )?reminders?\b"
_WILL_YOU = r"(?:will|can|could|do|would|are|won't|can't|don't|did) (?:you|this|cairn|it)"
_OF_WORDS = r"(?! (?:me )?(?:of|what|why|how|who|which|where|that)\b)"  # a wish to hear them again
_ASKS = re.compile(
    rf"{SO}(?:(?:when|how|what time|what day|why) )?(?:"
    rf"{_WILL_YOU}\b.{{0,30}}\bremind(?:ing)?{_OF_WORDS}\b.*"
    rf"|{_WILL_YOU}\b.{{0,20}}\b(?:send|sending|give|giving|do|set|have|text) (?:me |us |out |up )*{_REMINDER}.*"
    rf"|(?:can|could|may|do|will|should) i (?:please )?(?:have|get|set up|ask for|be sent|get sent) {_REMINDER}.*"
    r"|(?:will|can|could|do|would) (?:you|this|it) (?:please )?(?:nudge|ping|notify|text|email|message|alert) me\b.*"
    r"|(?:will|do|can) i (?:get|be) reminded\b.*"
    rf"|(?:i'm|i am|i was) (?:asking|talking|on) about {_REMINDER}.*|i (?:asked|meant|mean) (?:about )?{_REMINDER}.*"
    rf"|(?:what about|where's|where is|what happened to|is there|are there|have you got|you got) {_REMINDER}.*"
    r"|(?:send|give|set) me (?:a|the) reminder\b.*|no reminders?(?: then)?|(?:how|when) will i get (?:a|the) reminder.*"
    r"|remind me (?:about (?:it|this|that)|on|at|in (?:a|an|\d|one|two|three)|later|tomorrow|tonight|next|every"
    r"|again (?:on|in)|(?:mon|tue|wed|thu|fri|sat|sun)\w*)\b.*"
    r")"
)
LONGEST = 160  # characters


def asks_for_reminder(text: str) -> bool:
    """Is the whole message a question about reminders, or a wish for one?"""
    return len(text) <= LONGEST and bool(_ASKS.fullmatch(plain(spelled(text))))
