"""The closed sets of the answer gate: kinds of answer, kinds of question, topics of questions to the coach."""

from __future__ import annotations

from enum import Enum


class AnswerClass(str, Enum):
    """The kinds of free-text answer that have a reaction of their own, in the order they are tested."""

    PERSON_WANTED = "person_wanted"
    QUESTION = "question"
    REFUSAL = "refusal"
    DONT_KNOW = "dont_know"
    SELF_CRITICAL = "self_critical"
    SOMEONE_ELSES = "someone_elses"
    AWAY_FROM = "away_from"
    OUTSIDE_CONTROL = "outside_control"
    TOO_BROAD = "too_broad"
    VAGUE_STEP = "vague_step"
    SEVERAL = "several"
    GOOD = "good"


class Asked(str, Enum):
    """What kind of question is being answered. It decides which classes an answer can have."""

    GOAL = "goal"  # what they want (G1, G3, G5, H4)
    REASON = "reason"  # why it matters, what it would give (G2, G8)
    STEP = "step"  # one act of their own (G11, G12, H7, S7)
    WHEN = "when"  # a day, a time
    OBSTACLE = "obstacle"  # what might get in the way (G10, G11, H1)
    STORY = "story"  # something that happened (S2, S6, H2)
    NAME = "name"  # a name for a strength (S3)
    PEOPLE = "people"  # who or what helps (S5, G13, H3)
    NOTE = "note"  # a line to keep (H9, framing)


class Topic(str, Enum):
    """What a question to the coach is about; each has a short answer in the words."""

    WHO_READS = "who_reads"
    ABOUT_BOT = "about_bot"
    REMINDERS = "reminders"
    PARKED = "parked_wishes"
    EXAMPLE = "example"
    MEANING = "in_other_words"
    MISUNDERSTOOD = "sorry"
    ANGER = "aside_anger"
    THANKS = "aside_thanks"
    GREETING = "aside_greeting"
    NONSENSE = "aside_nonsense"
    OTHER_LANGUAGE = "aside_language"
    OTHER = "other_question"
