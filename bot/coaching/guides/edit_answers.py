"""What the answers of an edit say: which line of the plan it is about, what it becomes, and what to keep of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from bot.coaching.answers import Answers, choice_of, items_of, known, words_of
from bot.coaching.changes import Change, Changed, Removed, Shared
from bot.coaching.edits import SHARING, Verb
from bot.coaching.gate import Asked
from bot.coaching.guides import moments
from bot.coaching.guides.phrases import on_a_line
from bot.coaching.if_then import parts_said, then_said
from bot.coaching.named_edits import FIELDS, REVIEW, review_said
from bot.coaching.new_words import kept_beside, meant, time_said
from bot.coaching.plan import MOST_ACTIVE, IfThen, Item, Kind, LineKind, OwnLine, Status, Strength
from bot.coaching.plan import Step as PlanStep
from bot.coaching.putting_right import at_another_time, put_right, with_another_time
from bot.coaching.text import clipped
from bot.coaching.times_alone import time_alone

STATUS_AFTER = {Verb.PARK: Status.PARKED, Verb.RESUME: Status.ACTIVE, Verb.FINISH: Status.DONE}
MOST_PARTS = 16  # lines of one item that are read back before it is shared
PARTS_OF_A_STEP = 6
_LISTS = frozenset({"kit", "ways"})
WORDY = frozenset({Verb.CHANGE, Verb.ADD})
STRENGTH = "strength"
ACT = "act"


def one_first(answers: Answers) -> str:
    """The wording that says that the other line comes after this one, where two were named."""
    return "one_first" if "later" in answers else ""


def verb_of(answers: Answers) -> Verb | None:
    chosen = choice_of(answers, "verb")
    return Verb(chosen) if chosen else None


def _place(answers: Answers) -> int:
    lines, label = known(answers, "lines"), words_of(answers, "which")
    return lines.index(label) if label in lines else -1


def _at(place: int, answers: Answers) -> tuple[Item, str]:
    """The item and the field of the line in this place."""
    kind, number, field = known(answers, "places_of_lines")[place].split(":")
    return Item(Kind(kind), int(number)), field


def _field(answers: Answers) -> tuple[Item, str] | None:
    """The item and the field of the line that this is about."""
    place = _place(answers)
    if place < 0:
        return None
    item, field = _at(place, answers)
    return item, words_of(answers, "part") or field


def _of_goals(answers: Answers) -> bool:
    return verb_of(answers) in STATUS_AFTER


def offered(answers: Answers) -> tuple[str, ...]:
    """The lines that this may be done to: of a goal's status only goals themselves."""
    lines, places = known(answers, "lines"), known(answers, "places_of_lines")
    if items_of(answers, "among"):
        return items_of(answers, "among")
    goals = tuple(
        line
        for line, place in zip(lines, places, strict=True)
        if place.startswith("goal:") and place.endswith(":title")
    )
    if verb_of(answers) is Verb.PRIVATE:
        return known(answers, "shared") or lines
    return goals if _of_goals(answers) else lines


def shown(answers: Answers) -> str:
    """The line that this is about, without its number."""
    return words_of(answers, "which").partition(". ")[2] or words_of(answers, "which")


def shows(verb: Verb) -> Callable[[Answers], Mapping[str, str]]:
    def line(answers: Answers) -> Mapping[str, str]:
        waits = verb is Verb.RESUME and is_full(answers) and not _makes_room(answers)
        if verb_of(answers) is not verb or not can(answers) or waits:
            return {}
        return {"line": on_a_line(shown(answers))}

    return line


def new_words(answers: Answers) -> str:
    """The new words of a line, or of what is added, as they are meant."""
    said = words_of(answers, "new_words")
    found = _field(answers)
    if verb_of(answers) is not Verb.CHANGE or found is None:
        return said
    words = meant(said, shown(answers), FIELDS.get(found[1], ())) or said
    if found[1] == REVIEW and (again := review_said(words)):
        return again[0]
    return put_right(words, Asked.STEP) or words if found[1] in ("step", ACT) else words


def waits_line(answers: Answers) -> Mapping[str, str]:
    return {"line": on_a_line(words_of(answers, "make_room"))} if _makes_room(answers) else {}


def part_line(verb: Verb, number: int) -> Callable[[Answers], Mapping[str, str]]:
    """One line of all that is shared with an item, in full: nobody shares what they have not read."""

    def line(answers: Answers) -> Mapping[str, str]:
        parts = _whole(answers) if verb_of(answers) is verb and can(answers) else ()
        return {"line": parts[number]} if number < len(parts) else {}

    return line


def _shared_or_not(answers: Answers) -> tuple[str, ...]:
    """The lines whose items are shared or no longer shared: the one that was named, or all that are."""
    return items_of(answers, "which") or (words_of(answers, "which"),)


def _whole(answers: Answers) -> tuple[str, ...]:
    """All that the team sees when the items of these lines are shared; what is over stands with the last line."""
    lines, wholes = known(answers, "lines"), known(answers, "wholes_of_lines")
    places = [lines.index(label) for label in _shared_or_not(answers) if label in lines]
    parts = [part for place in places if place < len(wholes) for part in wholes[place].split("\n")]
    parts = parts or [shown(answers)]
    return (*parts[: MOST_PARTS - 1], *filter(None, ["; ".join(parts[MOST_PARTS - 1 :])]))


def change_line(answers: Answers) -> Mapping[str, str]:
    words = new_words(answers)
    if verb_of(answers) is not Verb.CHANGE or not words or not can(answers) or _changed_if_then(answers):
        return {}
    if words_of(answers, "part"):  # of a line that does not stand yet
        return {}
    step, found = _changed_step(answers), _field(answers)
    if found is not None and found[1] == REVIEW:
        words = moments.read(answers, words, "new_words")[0]
    if found is not None and found[1] == ACT:
        words = _changed_act(answers)
    if step is not None:
        words = ", ".join(filter(None, (step.what.rstrip(" .,"), step.when, step.where, step.with_whom)))
    return {"line": clipped(shown(answers), 8), "words": on_a_line(words)}


def if_then_line(answers: Answers) -> Mapping[str, str]:
    """An if-then line with the part that was changed and the one that stays."""
    whole = _changed_if_then(answers)
    if whole is None:
        return {}
    return {
        "line": clipped(shown(answers), 8),
        "cue": on_a_line(whole.cue),
        "then": then_said(on_a_line(whole.act)),
    }


def both_halves(answers: Answers, words: str) -> str:
    """The new words of one half of an if-then line, with those that were given of the other."""
    before, now = parts_said(new_words(answers)), parts_said(words)
    cue, act = (new or old for new, old in zip(now, before, strict=True))
    return f"if {cue}, then I will {act}" if cue and act else words


def review_line(answers: Answers) -> Mapping[str, str]:
    """That the day to look again moves with the step, or is set."""
    if words_of(answers, "part") and can(answers) and new_words(answers):
        return {"review": moments.read(answers, new_words(answers), "new_words")[0]}
    told, _ = _review(answers) if change_line(answers) else ("", None)
    return {"review": told} if told else {}


def add_line(answers: Answers) -> Mapping[str, str]:
    words = new_words(answers)
    if verb_of(answers) is not Verb.ADD or not words or not choice_of(answers, "kind"):
        return {}
    return {"words": on_a_line(words)}


def can(answers: Answers) -> bool:
    """Can this be done to that line: a goal's status to a goal, anything else to any?"""
    return words_of(answers, "which") in offered(answers)


def takes_words(answers: Answers) -> bool:
    return verb_of(answers) in WORDY and bool(choice_of(answers, "kind") or can(answers))


def is_full(answers: Answers) -> bool:
    """Would the goal that is to be taken up be one too many?"""
    found = _field(answers) if verb_of(answers) is Verb.RESUME else None
    active = known(answers, "active_ids")
    return found is not None and can(answers) and str(found[0].id) not in active and len(active) >= MOST_ACTIVE


def _makes_room(answers: Answers) -> tuple[Changed, ...]:
    """The goal that waits for the one taken up."""
    label, titles = words_of(answers, "make_room"), known(answers, "active")
    if not is_full(answers) or label not in titles:
        return ()
    number = int(known(answers, "active_ids")[titles.index(label)])
    return (Changed(Item(Kind.GOAL, number), {"status": Status.PARKED}),)


def changes(answers: Answers) -> tuple[Change, ...]:
    verb, words = verb_of(answers), new_words(answers)
    if verb is Verb.ADD:
        kind = choice_of(answers, "kind")
        return (Strength(label=words) if kind == STRENGTH else OwnLine(LineKind(kind), words),)
    found = _field(answers)
    if found is None or verb is None:
        return ()
    item, field = found
    if verb in STATUS_AFTER:
        return (Changed(item, {"status": STATUS_AFTER[verb]}), *_makes_room(answers))
    if verb in SHARING:
        lines = known(answers, "lines")
        named = (_at(lines.index(label), answers) for label in _shared_or_not(answers))
        return tuple(Shared(each, verb is Verb.SHARE) for each, _ in named)
    if verb is Verb.DELETE:
        return (_deleted(item, field),)
    return (Changed(item, _new_values(field, words, answers)),)


def _deleted(item: Item, field: str) -> Change:
    if item.kind in {Kind.STRENGTH, Kind.LINE}:
        return Removed(item)
    if item.kind is Kind.GOAL and field == "title":
        return Changed(item, {"status": Status.CHANGED})
    empty: dict[str, Any] = {"step": None, "if_then": None, "kit": (), "ways": ()}
    return Changed(item, {field: empty.get(field, "")})


def _new_values(field: str, words: str, answers: Answers) -> dict[str, Any]:
    if field == "title":
        return {"vision": words, "towards": "", "short": ""}
    if field == "step":
        told, day = _review(answers)
        return {"step": _changed_step(answers), **({"review": told, "review_on": day} if told else {})}
    if field == "review":
        told, day = moments.read(answers, words, "new_words")
        return {"review": told, "review_on": day}
    if field == "if_then":
        return {"if_then": _changed_if_then(answers)}
    if field == ACT:
        return {"act": _changed_act(answers)}
    return {field: (words,) if field in _LISTS else words}


def _parts(answers: Answers) -> list[str]:
    """What the line is made of: of a step its act, time, place, company, day, and the day to look again."""
    parts = known(answers, "parts_of_lines")[_place(answers)].split("\n")
    return parts + [""] * (PARTS_OF_A_STEP - len(parts))


def _changed_step(answers: Answers) -> PlanStep | None:
    """The step with another time, or another act; what was not spoken of stays. None where no step is changed."""
    found, words = _field(answers), new_words(answers)
    if found is None or found[1] != "step" or verb_of(answers) is not Verb.CHANGE or not words:
        return None
    what, when, where, whom, on, _ = _parts(answers)[:PARTS_OF_A_STEP]
    time = time_alone(words)
    if time:
        told, day = moments.read(answers, with_another_time(when, time) or time, "new_words")
        return PlanStep(what, told, where, whom, day)
    act, told, day = moments.apart(answers, words, "new_words")
    if told:
        return PlanStep(act, told, where, whom, day)
    stays = kept_beside(words, when or time_said(what))
    return PlanStep(words, stays, where, whom, _day(on) if stays else None)


def _changed_act(answers: Answers) -> str:
    """The one small thing of a talk about hope: another one, or the same at another time."""
    words, time = new_words(answers), time_alone(new_words(answers))
    if not time:
        return moments.dated(answers, words, "new_words")
    told, _ = moments.read(answers, time, "new_words")
    return at_another_time(_parts(answers)[0], told)


def _changed_if_then(answers: Answers) -> IfThen | None:
    """The if-then line with another moment, another act, or both. None where no such line is changed."""
    found, words = _field(answers), new_words(answers)
    if found is None or found[1] != "if_then" or verb_of(answers) is not Verb.CHANGE or not words:
        return None
    cue_before, act_before = _parts(answers)[:2]
    cue, act = parts_said(words, (cue_before, act_before))
    return IfThen(cue or cue_before, act or act_before)


def _review(answers: Answers) -> tuple[str, date | None]:
    """When to look again once the step is changed, in words and the day; as they say themselves, where they do."""
    own = words_of(answers, "review")
    if own:
        return moments.read(answers, own, "review")
    day = _review_moved(answers)
    return (moments.day_in_words(day), day) if day else ("", None)


def _review_moved(answers: Answers) -> date | None:
    step = _changed_step(answers)
    if step is None:
        return None
    before, review = _parts(answers)[PARTS_OF_A_STEP - 2 : PARTS_OF_A_STEP]
    return moments.review_moved(_day(review), _day(before), step.on)


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None
