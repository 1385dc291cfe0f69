"""Strengths: a story named in their own words; areas, people, coping, use (method: S0-S8; short: S1 S2 S3 S8)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.coaching.answers import Answer, Answers, choice_of, items_of, number_of, words_of
from bot.coaching.gate import AnswerClass, Asked
from bot.coaching.guide import Choice, Guide, Kind, Line, Step
from bot.coaching.guides import areas
from bot.coaching.guides.harmful import gives_steps, harmful_item, without_harm
from bot.coaching.guides.phrases import NOT_NOW, UNSURE_ONCE, act_alone, listed
from bot.coaching.labels import offered_labels
from bot.coaching.plan import Change, Evidence, LineKind, OwnLine, Strength
from bot.coaching.reflect import without_hedges
from bot.coaching.text import clipped, plain

LIKE_ME = 6  # under this the wording is asked about once more (method: S8)
_TWO_PROBES = ("probe_1", "probe_2")
_NO_STORY = {AnswerClass.DONT_KNOW: _TWO_PROBES, AnswerClass.SELF_CRITICAL: _TWO_PROBES}

# How an offered name is put, by what the story holds; {thing} is the person's own word.
_WAYS = {
    "look_after": "I look after my {thing}",
    "people": "I have my {thing}",
    "help": "I help people",
    "can": "I can {thing}",
    "learn": "I keep learning",
    "keep_going": "I keep going",
}


_WAYS_IN = (
    Choice("enjoy", ("enjoy", "something i enjoy", "fun", "like doing")),
    Choice("proud", ("proud", "something i'm proud of", "something im proud of", "pride")),
    Choice("hard_time", ("hard time", "a hard time", "got through", "hard times")),
    Choice("want", ("want", "something i want", "wish")),
    Choice(
        "you_pick",
        ("you pick", "you choose", "any", "don't mind", "dont mind", "whatever", "you decide"),
    ),
)


_ANYONE = re.compile(
    r"\b(?:any(?:one|body)|every(?:one|body)) (?:would|could|can|does|do)\b|\bnothing special\b|\bno big deal\b"
)
_THEIRS = re.compile(r"\bi have (?:my|a|good)\b|\bmy (?:mum|dad|sister|brother|friends?|mates?|family|nan|partner)\b")
_AROUND = re.compile(r"\bmy (?:dog|cat|garden|allotment|flat|home|street|church|mosque|temple|club|group)\b")


def _anyone_would(text: str) -> Mapping[str, Answer]:
    """Reads "anyone would have done that", which is no name but a way of waving it off."""
    return {"name": Answer(text=text.strip(), choice="anyone")} if _ANYONE.search(plain(text)) else {}


def _waved_off_at_own(text: str) -> Mapping[str, Answer]:
    said = _anyone_would(text)
    return {"name_own": said["name"], **said} if said else {}


def _waved_off(answers: Answers) -> bool:
    return choice_of(answers, "name") == "anyone"


def _dropped(answers: Answers) -> bool:
    return choice_of(answers, "anyone") == "drop"


def _category(answers: Answers) -> str:
    """Individual, interpersonal or environmental, from the words of its name (Bird et al. 2012)."""
    said = plain(_label(answers))
    if not said:
        return ""
    return "interpersonal" if _THEIRS.search(said) else "environmental" if _AROUND.search(said) else "individual"


def _offers(answers: Answers) -> tuple[str, ...]:
    return offered_labels(words_of(answers, "story"), _WAYS)


def _way_of_asking(answers: Answers) -> str:
    chosen = choice_of(answers, "way_in")
    return chosen if chosen in {choice.id for choice in _WAYS_IN} else "you_pick"


def _label(answers: Answers) -> str:
    if _dropped(answers):
        return ""
    for step in ("reword", "name_kept", "name_own", "name"):
        if words_of(answers, step):
            return words_of(answers, step)
    return ""


def _wants_own_name(answers: Answers) -> bool:
    return choice_of(answers, "name") == "other" or (bool(words_of(answers, "story")) and not _offers(answers))


def _less_like_me(answers: Answers) -> bool:
    fit = number_of(answers, "fit")
    return fit is not None and fit < LIKE_ME


def _label_line(answers: Answers) -> Mapping[str, str]:
    label = _label(answers)
    return {"label": clipped(label)} if label else {}


def _story_line(answers: Answers) -> Mapping[str, str]:
    story = words_of(answers, "story")
    return {"story": clipped(story)} if story and not _dropped(answers) else {}


def _use_line(answers: Answers) -> Mapping[str, str]:
    use = words_of(answers, "use")
    return {"use": clipped(use, 15)} if use else {}


def _people_line(answers: Answers) -> Mapping[str, str]:
    people = items_of(answers, "people")
    return {"people": clipped("; ".join(people), 15)} if people else {}


def _role_line(answers: Answers) -> Mapping[str, str]:
    role = words_of(answers, "role")
    return {"role": clipped(role, 15)} if role else {}


def _coping_line(answers: Answers) -> Mapping[str, str]:
    coping = without_harm(answers, "coping")
    return {"coping": clipped("; ".join(coping), 15)} if coping else {}


def _area_line(number: int) -> Callable[[Answers], Mapping[str, str]]:
    def shows(answers: Answers) -> Mapping[str, str]:
        said = [words_of(answers, f"area_{number}_{name}") for name in ("now", "helps", "past", "wish")]
        area = areas.area_of(answers, number)
        return {"area": area, "said": clipped("; ".join(filter(None, said)), 18)} if area and any(said) else {}

    return shows


def _kept(answers: Answers) -> tuple[Change, ...]:
    """What confirming keeps: the strength with its evidence, and the lines about people, roles, coping and areas."""
    kept: list[Change] = [*areas.lines(answers)]
    kept += [OwnLine(LineKind.PERSON, who) for who in items_of(answers, "people")]
    kept += [OwnLine(LineKind.ROLE, role) for role in filter(None, [words_of(answers, "role")])]
    still = answers.get("still")
    available = still.text if still is not None and still.choice else ""
    kept += [OwnLine(LineKind.COPING, coping, available) for coping in without_harm(answers, "coping")]
    story = "" if _dropped(answers) else words_of(answers, "story")
    if not (story or _label(answers)):
        return tuple(kept)
    strength = Strength(
        label=_label(answers),
        evidence=(Evidence(story),) if story else (),
        way_in=choice_of(answers, "way_in"),
        category=_category(answers),
        fit=number_of(answers, "fit"),
        time=choice_of(answers, "time"),
        use=words_of(answers, "use"),
    )
    return (strength, *kept)


STRENGTHS = Guide(
    journey="strengths",
    steps=(
        Step(
            "way_in",
            "S1",
            Kind.CHOICE,
            choices=_WAYS_IN,
            other_words_answer="story",
        ),
        Step(
            "story",
            "S2",
            asked=Asked.STORY,
            probes=_NO_STORY,
            wording=_way_of_asking,
        ),
        Step(
            "name",
            "S3",
            Kind.CHOICE,
            choices=(Choice("other", ("something else", "none of those", "none", "neither", "else", "own words")),),
            when=lambda answers: bool(words_of(answers, "story")) and bool(_offers(answers)),
            offers=_offers,
            other_words_answer="name_own",
            reads=_anyone_would,
        ),
        Step(
            "name_own",
            "S3",
            asked=Asked.NAME,
            when=_wants_own_name,
            probes=UNSURE_ONCE,
            reflects=False,
            reads=_waved_off_at_own,
        ),
        Step(
            "anyone",
            "S3",
            Kind.CHOICE,
            choices=(Choice("keep", ("keep it", "keep", "yes")), Choice("drop", ("drop it", "drop", "no"))),
            when=_waved_off,
        ),
        Step(
            "name_kept",
            "S3",
            asked=Asked.NAME,
            words="name_own",
            when=lambda answers: _waved_off(answers) and choice_of(answers, "anyone") == "keep",
            probes=UNSURE_ONCE,
            reflects=False,
        ),
        Step(
            "time",
            "S3",
            Kind.CHOICE,
            long=True,
            choices=(
                Choice("now", ("now", "still", "these days")),
                Choice("past", ("before", "in the past", "used to")),
                Choice("could_grow", ("it could grow", "could grow", "growing")),
            ),
            when=lambda answers: bool(_label(answers)),
        ),
        *areas.steps(),
        Step("people", "S5", asked=Asked.PEOPLE, long=True, probes=_NO_STORY, splits=listed, clean=without_hedges),
        Step("role", "S5", asked=Asked.PEOPLE, long=True, clean=without_hedges),
        Step("coping", "S6", asked=Asked.STORY, long=True, probes=UNSURE_ONCE, clean=without_hedges),
        *gives_steps("coping", "S6", long=True),
        Step(
            "still",
            "S6",
            Kind.CHOICE,
            long=True,
            choices=(Choice("yes"), Choice("sometimes", ("sometimes", "a bit")), Choice("no", NOT_NOW)),
            when=lambda answers: bool(words_of(answers, "coping")) and not harmful_item(answers, "coping"),
        ),
        Step(
            "use",
            "S7",
            asked=Asked.STEP,
            long=True,
            when=lambda answers: bool(_label(answers)),
            says=lambda answers: {"label": clipped(_label(answers), 12)},
            probes={**UNSURE_ONCE, AnswerClass.VAGUE_STEP: ("probe_1",)},
            clean=act_alone,
        ),
        Step(
            "fit",
            "S8",
            Kind.SCALE,
            when=lambda answers: bool(_label(answers)),
            says=lambda answers: {"label": clipped(_label(answers))},
        ),
        Step(
            "reword",
            "S8",
            when=_less_like_me,
            says=lambda answers: {"number": str(number_of(answers, "fit"))},
            choices=(Choice("keep", ("keep it", "keep it as is", "leave it as it is", "same")),),
            asked=Asked.NAME,
            probes=UNSURE_ONCE,
            reflects=False,
        ),
        Step("read_back", "S8", Kind.READ_BACK),
    ),
    lines=(
        Line("utter_strengths_line_label", "name_own", _label_line, clears=("name", "reword", "name_kept", "anyone")),
        Line("utter_strengths_line_story", "story", _story_line),
        Line("utter_strengths_line_use", "use", _use_line),
        Line("utter_strengths_line_people", "people", _people_line),
        Line("utter_strengths_line_role", "role", _role_line),
        Line("utter_strengths_line_coping", "coping", _coping_line, follow=("coping_gives", "coping_else", "still")),
        *(
            Line(
                "utter_strengths_line_area",
                f"area_{number}_now",
                _area_line(number),
                follow=tuple(f"area_{number}_{name}" for name in ("helps", "past", "wish")),
                by_question=True,
            )
            for number in range(1, areas.MOST + 1)
        ),
    ),
    keeps=_kept,
)
