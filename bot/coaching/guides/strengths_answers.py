"""What the answers of the strengths dialogue say: its name, the lines, the strength and lines to keep."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.coaching.answers import Answer, Answers, choice_of, number_of, words_of
from bot.coaching.changes import Change
from bot.coaching.guide import Choice
from bot.coaching.guides import areas
from bot.coaching.guides.harmful import gives_instead, harmless, without_harm
from bot.coaching.guides.phrases import on_a_line
from bot.coaching.labels import offered_labels
from bot.coaching.plan import Evidence, LineKind, OwnLine, Strength
from bot.coaching.text import plain

LIKE_ME = 6  # under this the wording is asked about once more (method: S8)

WAYS_IN = (
    Choice("enjoy", ("enjoy", "something i enjoy", "fun", "like doing")),
    Choice("proud", ("proud", "something i'm proud of", "something im proud of", "pride")),
    Choice("hard_time", ("hard time", "a hard time", "got through", "hard times")),
    Choice("want", ("want", "something i want", "wish")),
    Choice(
        "you_pick",
        ("you pick", "u pick", "you choose", "u choose", "any", "don't mind", "dont mind", "whatever", "you decide"),
    ),
)
# How an offered name is put, by what the story holds; {thing} is the person's own word.
_WAYS = {
    "look_after": "I look after my {thing}",
    "people": "I have my {thing}",
    "help": "I help people",
    "can": "I can {thing}",
    "learn": "I keep learning",
    "keep_going": "I keep going",
}

_ANYONE = re.compile(
    r"\b(?:any(?:one|body)|every(?:one|body)) (?:would|could|can|does|do)\b|\bnothing special\b|\bno big deal\b"
)
_THEIRS = re.compile(r"\bi have (?:my|a|good)\b|\bmy (?:mum|dad|sister|brother|friends?|mates?|family|nan|partner)\b")
_AROUND = re.compile(r"\bmy (?:dog|cat|garden|allotment|flat|home|street|church|mosque|temple|club|group)\b")


def anyone_would(text: str) -> Mapping[str, Answer]:
    """Reads "anyone would have done that", which is no name but a way of waving it off."""
    return {"name": Answer(text=text.strip(), choice="anyone")} if _ANYONE.search(plain(text)) else {}


def waved_off_at_own(text: str) -> Mapping[str, Answer]:
    said = anyone_would(text)
    return {"name_own": said["name"], **said} if said else {}


def waved_off(answers: Answers) -> bool:
    return choice_of(answers, "name") == "anyone"


def _dropped(answers: Answers) -> bool:
    return choice_of(answers, "anyone") == "drop"


def _category(answers: Answers) -> str:
    """Individual, interpersonal or environmental, from the words of its name (Bird et al. 2012)."""
    said = plain(label_of(answers))
    if not said:
        return ""
    return "interpersonal" if _THEIRS.search(said) else "environmental" if _AROUND.search(said) else "individual"


def offers(answers: Answers) -> tuple[str, ...]:
    return offered_labels(words_of(answers, "story"), _WAYS)


def way_of_asking(answers: Answers) -> str:
    chosen = choice_of(answers, "way_in")
    return chosen if chosen in {choice.id for choice in WAYS_IN} else "you_pick"


def label_of(answers: Answers) -> str:
    if _dropped(answers):
        return ""
    for step in ("reword", "name_kept", "name_own", "name"):
        if words_of(answers, step):
            return words_of(answers, step)
    return ""


def wants_own_name(answers: Answers) -> bool:
    if choice_of(answers, "name") == "other" or "name_own" in answers:
        return True
    return bool(words_of(answers, "story")) and not offers(answers) and "name" not in answers


def less_like_me(answers: Answers) -> bool:
    fit = number_of(answers, "fit")
    return fit is not None and fit < LIKE_ME


def label_line(answers: Answers) -> Mapping[str, str]:
    label = label_of(answers)
    return {"label": on_a_line(label)} if label else {}


def story_line(answers: Answers) -> Mapping[str, str]:
    story = words_of(answers, "story")
    return {"story": on_a_line(story)} if story and not _dropped(answers) else {}


def use_line(answers: Answers) -> Mapping[str, str]:
    use = words_of(answers, "use")
    return {"use": on_a_line(use)} if use else {}


def people_line(answers: Answers) -> Mapping[str, str]:
    people = harmless(answers, "people")
    return {"people": on_a_line("; ".join(people))} if people else {}


def role_line(answers: Answers) -> Mapping[str, str]:
    role = words_of(answers, "role")
    return {"role": on_a_line(role)} if role else {}


def coping_line(answers: Answers) -> Mapping[str, str]:
    coping = _coping(answers)
    return {"coping": on_a_line("; ".join(coping))} if coping else {}


def _coping(answers: Answers) -> tuple[str, ...]:
    """What helped, and what else gives a bit of what a harmful thing gives."""
    return (*gives_instead(answers, "people"), *without_harm(answers, "coping"))


def area_line(number: int) -> Callable[[Answers], Mapping[str, str]]:
    def shows(answers: Answers) -> Mapping[str, str]:
        said = [areas.words_of_part(answers, number, part) for part in ("now", "helps", "past", "wish")]
        area = areas.area_of(answers, number)
        return {"area": area, "said": on_a_line("; ".join(filter(None, said)))} if area and any(said) else {}

    return shows


def kept(answers: Answers) -> tuple[Change, ...]:
    """What confirming keeps: the strength with its evidence, and the lines about people, roles, coping and areas."""
    kept: list[Change] = [*areas.lines(answers)]
    kept += [OwnLine(LineKind.PERSON, who) for who in harmless(answers, "people")]
    kept += [OwnLine(LineKind.ROLE, role) for role in filter(None, [words_of(answers, "role")])]
    still = answers.get("still")
    available = still.text if still is not None and still.choice else ""
    kept += [OwnLine(LineKind.COPING, coping, available) for coping in _coping(answers)]
    story = "" if _dropped(answers) else words_of(answers, "story")
    if not (story or label_of(answers)):
        return tuple(kept)
    strength = Strength(
        label=label_of(answers),
        evidence=(Evidence(story),) if story else (),
        way_in=choice_of(answers, "way_in"),
        category=_category(answers),
        fit=number_of(answers, "fit"),
        time=choice_of(answers, "time"),
        use=words_of(answers, "use"),
    )
    return (strength, *kept)
