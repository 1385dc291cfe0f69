"""The answer gate (method, section 3): pure functions over an answer and the kind of question it answers."""

from bot.coaching.gate.classes import AnswerClass, Asked, Topic
from bot.coaching.gate.decide import classify, ruled_class
from bot.coaching.gate.losses import Loss, loss_in
from bot.coaching.gate.numbers import numbers_in
from bot.coaching.gate.person_wanted import wants_person
from bot.coaching.gate.privacy import asks_who_sees, wishes_unseen
from bot.coaching.gate.questions import (
    ABOUT_THE_COACH,
    SENTENCES,
    begins_as_question,
    is_only_lead_in,
    may_be_asked,
    topic_of,
)
from bot.coaching.gate.reminders import asks_for_reminder
from bot.coaching.gate.several import items
from bot.coaching.gate.times import is_only_a_time, names_a_time

__all__ = [
    "ABOUT_THE_COACH",
    "SENTENCES",
    "AnswerClass",
    "Asked",
    "Loss",
    "Topic",
    "asks_for_reminder",
    "asks_who_sees",
    "begins_as_question",
    "classify",
    "is_only_a_time",
    "is_only_lead_in",
    "items",
    "loss_in",
    "may_be_asked",
    "names_a_time",
    "numbers_in",
    "ruled_class",
    "topic_of",
    "wants_person",
    "wishes_unseen",
]
