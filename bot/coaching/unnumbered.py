"""Changes of lines that are told without one number before the new words: of several lines, or of the line meant last.

It must never take an answer for a change: the words say that something is put right, or name the line.
"""

from __future__ import annotations

from bot.coaching import editing
from bot.coaching.answers import Answers
from bot.coaching.asking import Turn
from bot.coaching.confirming import WantsChange, read_confirmation
from bot.coaching.controls import Control, read_control
from bot.coaching.draft import Draft
from bot.coaching.gate import Asked, numbers_in
from bot.coaching.guide import Guide, Kind
from bot.coaching.if_then import both_parts
from bot.coaching.named_edits import renamed, review_said
from bot.coaching.naming import deleted_by_name, line_named
from bot.coaching.new_words import about, name_said, put_instead, to_take_out
from bot.coaching.putting_right import time_put_right
from bot.coaching.several_wishes import parted
from bot.coaching.text import line_number

_TITLES = frozenset({"goal", "my strength"})  # what a line is called that is the name of the whole


def wishes_about_lines(guide: Guide, draft: Draft, text: str) -> tuple[str, ...]:
    """The wishes of a message about several lines, the one for the last line first; none where it holds one.

    So no number that was said is another line's by the time it is taken.
    """
    if draft.return_to or guide.opens is not None:
        return ()
    wishes = parted(text, lambda wish: _line_wished(guide, draft.answers, wish))
    return tuple(sorted(wishes, key=lambda wish: -_line_wished(guide, draft.answers, wish)))


def _line_wished(guide: Guide, answers: Answers, text: str) -> int:
    """The number of the line that a message would change or take out, by its number or by its name; or 0."""
    request, reading = read_control(text), read_confirmation(text)
    if request is not None and request.control in (Control.CHANGE, Control.DELETE):
        return request.line
    if found := line_named(guide, answers, text):
        return found[0]
    if isinstance(reading, WantsChange) and line_number(text) is None:
        return reading.line if reading.line <= len(guide.standing_lines(answers)) else 0
    return deleted_by_name(guide, answers, text)


def time_changed(guide: Guide, draft: Draft, text: str) -> Turn | None:
    """The turn in which the time of the step that was said before is put right; None where no time is."""
    step = guide.step(draft.step)
    if draft.return_to or guide.opens is not None or step.asked is Asked.WHEN:
        return None
    lines = enumerate(guide.standing_lines(draft.answers), start=1)
    timed = [
        number
        for number, (line, _) in lines
        if editing.is_timed(guide, line) and editing.time_before(guide, draft.answers, line)
    ]
    time = time_put_right(text) if len(timed) == 1 else ""
    if not time and len(timed) == 1 and step.kind is Kind.SCALE and not numbers_in(text):
        time = time_put_right(f"i meant {text.strip()}")  # a day is no place on a scale
    return editing.change(guide, draft, timed[0], time) if time else None


def put_right_again(guide: Guide, draft: Draft, text: str) -> Turn | None:
    """The turn of words without a number for the line changed last, the if-then line or the day to look again."""
    standing = guide.standing_lines(draft.answers)
    looks = [number for number, (line, _) in enumerate(standing, start=1) if "look again" in line.named]
    if looks and (again := review_said(text)) and not again[1]:
        return editing.change(guide, draft, looks[0], again[0])
    called = renamed(text) if guide.opens is None else None
    if called and (number := line_number(called[0])):
        return editing.change(guide, draft, number, called[1])
    wordy = [(number, line) for number, (line, _) in enumerate(standing, start=1) if not line.by_question]
    plans = [number for number, line in wordy if line.act_step]
    if len(plans) == 1 and all(both_parts(text.strip())):
        return editing.change(guide, draft, plans[0], text)
    if out := to_take_out(text):
        word = about(out).lower()
        holding = [number for number, (_, shown) in enumerate(standing, 1) if word in " ".join(shown.values()).lower()]
        return editing.change(guide, draft, holding[0], "", out) if len(holding) == 1 else None
    titles = [number for number, (line, _) in enumerate(standing, start=1) if _TITLES & set(line.named)]
    if titles and (name := name_said(text)):
        return editing.change(guide, draft, titles[0], name)
    words = put_instead(text)
    last = [int(draft.question.values.get("number", 0))] if draft.question.words == "utter_line_changed" else []
    meant_lines = [number for number, _ in wordy] if guide.opens is not None else last
    return editing.change(guide, draft, meant_lines[0], words) if words and len(meant_lines) == 1 else None
