"""A look at a step whose day has not come, and the time that it has: "its not saturday yet", "same time sunday".

It must never take a step for late before its day, nor lose the time that stands because it was not said anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime

from bot.coaching.answers import NOW, Answer, Answers, choice_of, known, words_of
from bot.coaching.gate import AnswerClass, Asked, ruled_class
from bot.coaching.guide import Choice, Kind, Step
from bot.coaching.guides import moments
from bot.coaching.guides.check_in_words import barrier_said, is_not_due
from bot.coaching.putting_right import with_another_time
from bot.coaching.reading import says_same
from bot.coaching.times_alone import time_alone

WAITS = "wait"
_SAME_BESIDE = re.compile(
    r"^(?:(?:the|still|just|keep it|keep it at|keep it on) )*same(?: (?:day|time|again))?[\s,]+", re.I
)
_KEPT_BUT = re.compile(
    r"(?:(?:yes|yeah|ok|okay|please|i'll|ill|just|no)[\s,]+)*(?:keep|leave|stick (?:with|to)|(?:the )?same)\b"
    r"(?:\s+(?:it|that|this|step|thing|the step|the same|as (?:it )?is))*[\s,.;]+"
    r"(?:(?:but|and|only|just|except)[\s,]+)?(?:(?:do|make|move|change|put|have) it\s+)?"
    r"(?:(?:to|for)\s+)?(?P<time>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_MOVED_TO = re.compile(
    r"(?:(?:yes|ok|okay|please|can (?:you|we|i)|could (?:you|we|i)|let's)[\s,]+)*(?:move|change|make|put|do)\s+it\s+"
    r"(?:(?:to|for|on)\s+)?(?P<time>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_INSTEAD = re.compile(r"[\s,]+(?:instead|insted|please|pls|then)\W*$", re.IGNORECASE)
_DATE = re.compile(r"\b(\w+day) \d{1,2} \w+\b")


def day_of(answers: Answers, place: int) -> date | None:
    """The day of the step that was planned, where it is known."""
    days = known(answers, "days")
    return date.fromisoformat(days[place]) if place < len(days) and days[place] else None


def is_before_its_day(answers: Answers, place: int) -> bool:
    """Has the day of the step not come yet?"""
    day, today = day_of(answers, place), _today(answers)
    return day is not None and today is not None and today < day


def waits(answers: Answers) -> bool:
    """Do they leave the look until the step's day has come?"""
    return choice_of(answers, "due") == WAITS


def time_now(answers: Answers, place: int, stands: str) -> tuple[str, date | None]:
    """The new time of the step in words, and its day: what was said, with what stands where that is to stay."""
    words, day = words_of(answers, "when_new"), day_of(answers, place)
    if not stands:
        return moments.read(answers, words, "when_new")
    is_over = day is not None and (today := _today(answers)) is not None and day < today
    if says_same(words):
        return moments.read(answers, _DATE.sub(r"\1", stands), "when_new") if is_over else (stands, day)
    bare = _SAME_BESIDE.sub("", words)
    other = with_another_time(_DATE.sub(r"\1", stands), bare) if bare != words else None
    return moments.read(answers, other or bare, "when_new")


def _today(answers: Answers) -> date | None:
    now = answers.get(NOW)
    return datetime.fromisoformat(now.text).astimezone(moments.ZONE).date() if now else None


def kept_at(text: str) -> Mapping[str, Answer]:
    """That the step stays, at another time that is said with it: "keep it but wednesday 6pm instead"."""
    found = _KEPT_BUT.match(text.strip())
    time = time_alone(_INSTEAD.sub("", found["time"] if found else text.strip()))
    if not time:
        return {}
    stays = f"same, {time}" if found else time  # of the time that stands what is not spoken of
    return {"keep": Answer(text=text.strip(), choice="keep"), "when_new": Answer(text=stays)}


def _due_said(text: str) -> Mapping[str, Answer]:
    """What else is said where the day has not come: another day, that it has not, or what gets in the way already."""
    moved = _MOVED_TO.match(text.strip())
    if moved and (time := time_alone(_INSTEAD.sub("", moved["time"]))):
        return {"due": Answer(text=text.strip(), choice="new_date"), "when_new": Answer(text=f"same, {time}")}
    if is_not_due(text):
        return {"due": Answer(text=text.strip(), choice=WAITS)}
    barrier = barrier_said(text)
    if barrier["barrier"].choice == "other" or ruled_class(text, Asked.STORY) is not AnswerClass.GOOD:
        return {}
    return {"due": Answer(text=text.strip(), choice="tell"), **barrier}


def due_step(place_of: Callable[[Answers], int], is_not_yet: Callable[[Answers], bool]) -> Step:
    """The question in place of what got in the way, where the step's day has not come."""

    def says(answers: Answers) -> Mapping[str, str]:
        day = day_of(answers, place_of(answers))
        return {"day": moments.day_in_words(day) if day else ""}

    return Step(
        "due",
        "check-in",
        Kind.CHOICE,
        choices=(
            Choice(WAITS, ("then", "after that", "later", "wait", "yes", "ok", "nothing", "nothing yet", "leave it")),
            Choice("tell", ("tell", "tell you now", "now", "something's in the way", "something is in the way")),
            Choice("new_date", ("another day", "a new day", "move it", "change the day", "different day")),
        ),
        when=lambda answers: is_not_yet(answers) and is_before_its_day(answers, place_of(answers)),
        says=says,
        reads=_due_said,
        follows={WAITS: "utter_check_in_waits"},
        leads_to=("barrier",),
    )
