"""All that is kept of a person as plain sentences to read: each item once, as it stands, in their own words. Pure.

Earlier wordings are in the copy for programs, which leaves nothing out; this one says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bot.coaching.plan import CheckIn, HardTimes, Hope, IfThen, OwnLine, Strength
from bot.store.own_reading import OwnPlan
from bot.web.mine.titles import CHECK_IN_WORDS, GOAL_WORDS, HOPE_WORDS, LINES, OUTCOMES, SECTIONS, STANDING, name_of

BEGUN = {"strengths": "what I am good at", "goals": "a goal", "hope": "hope", "check_in": "how my step went",
         "hard_times": "a plan for hard times", "edit": "a change of my plan"}  # fmt: skip
LOOKED_AT = {
    "saw_ask": "a list with what I ask of my team, that day",
    "viewed_person": "the things I share",
    "viewed_conversation": "the things I share from one conversation",
    "opened_alert": "an alert, and the lines around it",
    "listed_alert": "an alert in a list, without my words",
    "read_transcript": "what I wrote in the chat",
    "exported": "a copy of the things I share",
}
SHOWN = {"ask": "A short card", "team": "That my wish is on my team’s list"}


def readable(own: OwnPlan, kept: Mapping[str, Any]) -> str:
    """The copy. In: the plan as it stands, and the same as values with all the rest (bot.store.export)."""
    parts = (
        ("", [f"Made on {_day(kept['made_at'])}.", *_called(kept["call_name"])]),
        ("What I am good at and what I have", _strengths(own.plan.strengths)),
        ("What I want", _goals(own)),
        ("Hope", _hopes(own.plan.hopes)),
        ("My plan for hard times", _hard_times(own.plan.hard_times)),
        ("In my own words", _lines(own.plan.lines)),
        ("What I began and have not finished", _begun(kept["drafts"])),
        ("What of my plan my team can see", _shared(own)),
        ("Who has looked", _looks(kept["looks"], kept["links"])),
        ("When my team was told", _alerts(kept["alerts"])),
        ("When support was shown to me", _support(kept["cue_events"])),
        ("What I said yes or no to", _consent(kept["consent"])),
        ("Ways back to my plan", _ways(kept["return_code"], kept["links"])),
        ("What we said in the chat", _conversation(kept["conversation"])),
    )
    told = [(title, list(lines)) for title, lines in parts]
    blocks = ["\n".join([title.upper(), *lines] if title else lines) for title, lines in told if lines]
    end = "How things read before I changed them, and what I took out, stand in the copy for programs."
    return "\n\n".join(["MY DATA", *blocks, end]) + "\n"


def _called(name: str) -> list[str]:
    return [f"My team calls me {name}."] if name else []


def _strengths(strengths: Iterable[tuple[int, Strength]]) -> Iterator[str]:
    for _, one in strengths:
        yield f"- {one.title}"
        yield from (f"  It showed when: {moment.what}" for moment in one.evidence if moment.what != one.title)
        if one.fit is not None:
            yield f"  It is like me: {one.fit} of 10."
        yield from _named(one, {"use": "I could use it"}, one.title)


def _goals(own: OwnPlan) -> Iterator[str]:
    for number, goal in own.plan.goals:
        standing = STANDING[goal.status]
        yield f"- {name_of(goal)}{f' ({standing})' if standing else ''}"
        yield from _named(goal, GOAL_WORDS, goal.title)
        yield from (f"  Another way: {way}" for way in goal.options)
        if goal.tags:
            yield f"  It is about: {', '.join(goal.tags)}"
        if goal.importance is not None:
            yield f"  It matters to me: {goal.importance} of 10."
        if goal.step and goal.step.what:
            when = ", ".join(part for part in (goal.step.when, goal.step.where, goal.step.with_whom) if part)
            yield f"  My step: {goal.step.what}{f' ({when})' if when else ''}"
            if goal.step.on:
                yield f"  The day of my step: {_day(goal.step.on)}"
        yield from _if_then(goal.if_then)
        if goal.confidence is not None:
            yield f"  I am sure that I can: {goal.confidence} of 10."
        if goal.review_on:
            yield f"  The day on which I look at it again: {_day(goal.review_on)}"
        for look in own.looked:
            if look.check_in.goal_id == number:
                yield from _check_in(look.check_in, look.at)


def _check_in(look: CheckIn, at: datetime) -> Iterator[str]:
    yield f"  On {_day(at)}: {OUTCOMES.get(look.outcome, 'I looked at it')}."
    yield from (f"  {line}" for line in _named(look, CHECK_IN_WORDS, ""))
    if look.progress is not None:
        yield f"    How near it felt: {look.progress} of 10."
    if look.confidence is not None:
        yield f"    How sure I was of the next step: {look.confidence} of 10."


def _hopes(hopes: Iterable[tuple[int, Hope]]) -> Iterator[str]:
    for _, hope in hopes:
        for number, title in ((hope.now, "My hope that day"), (hope.afterwards, "My hope after we talked")):
            if number is not None:
                yield f"  {title}: {number} of 10."
        yield from _named(hope, HOPE_WORDS, "")
        yield from _if_then(hope.if_then)
        yield from (f"  In my hope kit: {thing}" for thing in hope.kit)
        yield from (f"  A way I know: {way}" for way in hope.ways)


def _hard_times(plans: Iterable[tuple[int, HardTimes]]) -> Iterator[str]:
    for _, plan in plans:
        yield from (f"- {title}: {plan.sections[part]}" for part, title in SECTIONS.items() if plan.sections.get(part))


def _lines(lines: Iterable[tuple[int, OwnLine]]) -> Iterator[str]:
    for _, line in lines:
        yield f"- {LINES[line.kind]}: {line.what}{f' ({line.more})' if line.more else ''}"


def _begun(drafts: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for draft in drafts:
        content = draft["answers"] if isinstance(draft["answers"], dict) else {}
        answers = content.get("answers", {}) if draft["status"] == "open" else {}
        said = [answer.get("text") for step, answer in answers.items() if not step.startswith("known.")]
        if any(said):
            yield f"- About {BEGUN.get(draft['journey'], 'something else')}:"
            yield from (f"  {words}" for words in said if words)


def _shared(own: OwnPlan) -> Iterator[str]:
    shared = [_title(what) for item, what in own.plan.items if item in own.shared]
    yield from (f"- {title}" for title in shared)
    if not shared:
        yield "Nothing of my plan."


def _title(what: object) -> str:
    if isinstance(what, Hope):
        return "My talk about hope"
    if isinstance(what, HardTimes):
        return "My plan for hard times"
    return what.what if isinstance(what, OwnLine) else str(getattr(what, "title", ""))


def _looks(looks: Sequence[Mapping[str, Any]], links: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for look in looks:
        yield f"- {_moment(look['at'])}: {look['who']} opened {LOOKED_AT.get(look['what'], 'something of mine')}."
    if not looks:
        yield "Nobody of my team has looked."
    for link in links:
        if link["used_at"] and not link["may_change"]:
            yield f"- A link that I made to show somebody was opened, last on {_day(link['used_at'])}."


def _alerts(alerts: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for alert in alerts:
        why = "I asked for it." if alert["was_asked_for"] else "The support card was shown."
        opened = (
            f"It was opened on {_moment(alert['opened_at'])}." if alert["opened_at"] else "Nobody has opened it yet."
        )
        yield f"- {_moment(alert['made_at'])}: {why} {opened}"
    if not alerts:
        yield "They were told of nothing."


def _support(events: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    yield from (f"- {_moment(event['at'])}: {SHOWN.get(event['layout'], 'The support card')}." for event in events)


def _consent(answers: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for answer in answers:
        said = "yes to" if answer["given"] else "no to"
        yield f"- {_moment(answer['at'])}: I said {said} keeping what I write and decide."


def _ways(code: Mapping[str, Any] | None, links: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    if code:
        yield f"- A return code, made on {_day(code['made_at'])}. It works until {_day(code['expires_at'])}."
    for link in links:
        what = "for me, to change things" if link["may_change"] else "to show somebody"
        yield f"- A link {what}, made on {_day(link['made_at'])}. It works until {_day(link['expires_at'])}."


def _conversation(lines: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    day = ""
    for line in lines:
        if line["text"]:
            if _day(line["at"]) != day:
                day = _day(line["at"])
                yield f"{day}:"
            yield f"{'Me' if line['who'] == 'person' else 'Cairn'}: {line['text']}"


def _named(what: object, names: Mapping[str, str], but_not: str) -> Iterator[str]:
    """The fields that hold words, each once."""
    told = {but_not}
    for name, title in names.items():
        words = getattr(what, name)
        if words and words not in told:
            told.add(words)
            yield f"  {title}: {words}"


def _if_then(rule: IfThen | None) -> Iterator[str]:
    if rule:
        yield f"  If {rule.cue}, then {rule.act}"


def _day(at: str | date) -> str:
    on = datetime.fromisoformat(at) if isinstance(at, str) else at
    return f"{on:%A} {on.day} {on:%B %Y}"


def _moment(at: str) -> str:
    return f"{_day(at)}, {datetime.fromisoformat(at):%H:%M} UTC"
