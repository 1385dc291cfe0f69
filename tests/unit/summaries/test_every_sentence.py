"""Every sentence of a page leads to the line that brought it: words and line numbers, rule by rule."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bot.coaching import grammar
from bot.coaching.plan import (
    CheckIn,
    Goal,
    HardTimes,
    Hope,
    IfThen,
    Item,
    Kind,
    LineKind,
    OwnLine,
    PlanItem,
    Section,
    Step,
)
from bot.summaries.page import page_of
from bot.summaries.parts import Sentence
from bot.summaries.phrases import Asked, asked_in
from bot.summaries.shared import Agreed, Shared
from bot.summaries.sources import Said, Source, sources_of
from tests.builders import create_goal, create_strength
from tests.unit.summaries.test_page import NINE, shared
from tests.unit.summaries.test_sources import agreed, talk

TUESDAY = date(2026, 3, 3)
GOAL = Goal(
    vision="walk the dog again",
    step=Step("find the lead", "Tuesday 3 March, after breakfast", on=TUESDAY),
    if_then=IfThen("it rains", "I take the umbrella"),
    team_ask="Jo to come along",
    review="Wednesday 4 March",
    review_on=date(2026, 3, 4),
)


def found(items: tuple[PlanItem, ...], checks: tuple[CheckIn, ...], *said: str) -> dict[str, tuple[str, int]]:
    """Each sentence by the end of its key: its words, and the number of its line, 0 for the line that agreed to it.

    All of it was agreed to when the dialogue of the first question was read back.
    """
    lines = talk(*said, f"?{said[0][1:].partition('.')[0]}.read_back", "yes")
    page = page_of(shared(*items, checks=checks, at=agreed(lines)))
    told = {part.key: part.words for part in page.sentences()}
    sources = sources_of(page.sentences(), lines)
    assert set(sources) == set(told)
    return {
        key.partition(":")[2].partition(":")[2] or key.partition(":")[0]: (
            told[key],
            0 if said.sources[0].agreed else said.sources[-1].line_id,
        )
        for key, said in sources.items()
    }


def test_each_sentence_of_a_goal_leads_to_its_line() -> None:
    said = ("?goals.picture", "I want to walk the dog again", "?goals.step", "find the lead",
            "?goals.step_when", "tomorrow after breakfast", "?goals.obstacle", "it rains", "?goals.act",
            "I take the umbrella", "?goals.team_ask", "Jo to come along", "?goals.review", "the day after")  # fmt: skip
    assert found((GOAL,), (), *said) == {
        "title": ("walk the dog again", 2),
        "step": ("find the lead", 4),
        "when": ("Tuesday 3 March, after breakfast", 6),
        "if": ("it rains", 8),
        "then": ("I take the umbrella", 10),
        "ask": ("Jo to come along", 12),
        "review": ("Wednesday 4 March", 14),
    }


def test_a_time_that_was_said_with_the_step_leads_to_that_line() -> None:
    said = ("?goals.step", "find the lead on tuesday after breakfast", "?goals.obstacle", "it rains")
    both = found((GOAL,), (), *said)
    assert (both["step"][1], both["when"][1]) == (2, 2)


def test_a_day_without_words_is_told_in_words_and_led_back_too() -> None:
    goal = create_goal(step=Step("find the lead", "", on=TUESDAY), review_on=date(2026, 3, 9))
    told = found((goal,), (), "?goals.step_when", "tomorrow", "?goals.review", "in a week")
    assert told["when"] == ("Tuesday 3 March", 2)
    assert told["review"] == ("Monday 9 March", 4)


def test_each_sentence_of_a_check_in_leads_to_its_line() -> None:
    check = CheckIn(1, "some", words="two songs", progress=4)
    said = ("?check_in.how", "a bit", "?check_in.progress", "4, maybe", "?check_in.in_words", "two songs")  # fmt: skip
    told = found((create_goal(),), (check,), *said)
    assert told["outcome"] == ("Did some of it", 2)
    assert told["progress"] == ("4", 4)
    assert told["check_in"] == ("two songs", 6)


@pytest.mark.parametrize(
    ("check", "said", "words", "line"),
    [
        (CheckIn(1, "did", helped="Sam came"), ("?check_in.how", "yes", "?check_in.helped", "Sam came"), "Sam came", 4),
        (CheckIn(1, "some", done="one song"), ("?check_in.how", "some", "?check_in.done", "one song"), "one song", 4),
        (CheckIn(1, "not_yet", barrier_words="it rained"),
         ("?check_in.how", "no", "?check_in.barrier", "it rained"), "it rained", 4),
        (CheckIn(1, "did", words="I went and sang; it was loud"),
         ("?check_in.how", "I went and sang", "?check_in.in_words", "it was loud"), "I went and sang; it was loud", 4),
    ],
)  # fmt: skip
def test_what_was_told_of_a_check_in(check: CheckIn, said: tuple[str, ...], words: str, line: int) -> None:
    assert found((create_goal(),), (check,), *said)["check_in"] == (words, line)


def test_numbers_and_words_of_hope_lead_to_their_lines() -> None:
    hope = Hope(now=3, afterwards=5, memory="June on the allotment", note="one more day")
    said = ("?hope.now", "3", "?hope.memory", "June on the allotment", "?hope.note", "one more day", "?hope.after", "5")
    assert {key: told[1] for key, told in found((hope,), (), *said).items()} == {
        "now": 2, "memory": 4, "note": 6, "afterwards": 8,
    }  # fmt: skip


def test_a_line_leads_to_both_of_its_lines_and_a_part_of_the_plan_for_hard_times_to_its_own() -> None:
    line = OwnLine(LineKind.PERSON, "Ayesha next door", "on Sundays")
    assert found((line,), (), "?strengths.people", "Ayesha next door", "?strengths.role", "on Sundays")["line"] == (
        "Ayesha next door: on Sundays", 4,
    )  # fmt: skip
    plan = HardTimes({Section.SIGNS: "curtains shut"})
    assert found((plan,), (), "?hard_times.signs", "curtains shut") == {"signs": ("curtains shut", 2)}


def test_a_strength_and_what_showed_it_lead_to_their_lines() -> None:
    said = ("?strengths.story", "sat with him all of Sunday", "?strengths.name_own", "patient with my brother")
    assert [told[1] for told in found((create_strength(),), (), *said).values()] == [4, 2]


def test_what_no_line_says_leads_to_the_yes_that_agreed_to_it() -> None:
    """Such as a day to look again that nobody asked for: it was read back, and agreed to."""
    assert found((GOAL,), (), "?goals.step", "find the lead")["review"] == ("Wednesday 4 March", 0)


def test_a_command_is_the_source_of_nothing() -> None:
    told = found((GOAL,), (), "?goals.review", "skip", "?goals.step_when", "why do you ask")
    assert (told["review"][1], told["when"][1]) == (0, 0)


def test_a_part_that_stays_as_it_was_leads_to_the_dialogue_that_brought_it() -> None:
    """A goal whose step was put right later still leads to where its wish was said, and to nothing said since."""
    first = talk("?goals.picture", "walk the dog again", "?goals.read_back", "yes", "?menu", "walk the dog again")
    before, now = create_goal(), create_goal(step=Step("ring Ayesha", "tonight"))
    item = Agreed(
        Item(Kind.GOAL, 1), now, NINE + timedelta(days=2), agreed(first[:2]), NINE, ((agreed(first[:2]), before),)
    )
    sources = sources_of(page_of(Shared((item,))).sentences(), first)
    assert {key: said.sources[0].line_id for key, said in sources.items()} == {
        "goal:1:title": 2, "goal:1:if": 4, "goal:1:then": 4,
    }  # fmt: skip


def at(second: int) -> datetime:
    return NINE + timedelta(seconds=second)


def test_key_phrases_are_kept_message_by_message() -> None:
    asks = [Sentence("a", "a lift to the swimming pool", at(9)), Sentence("b", "Jo to ring my sister", at(9)),
            Sentence("c", "a letter for college", at(9))]  # fmt: skip
    sources = dict.fromkeys(("a", "b"), Said(at(9), (Source(4, at(4), 1),)))
    assert asked_in(asks, sources, grammar.parsed) == (
        Asked(4, at(4), ("lift", "swimming pool", "sister")),
        Asked(0, at(9), ("letter", "college")),
    )


def test_a_message_brings_no_phrase_of_what_is_not_shared() -> None:
    lines = talk("?goals.team_ask", "Jo to come along, my brother hates my guitar", "?goals.read_back", "yes")
    ask = Sentence("k", "Jo to come along", agreed(lines), ("team_ask",))
    (asked,) = asked_in([ask], sources_of([ask], lines), grammar.parsed)
    assert asked.line_id == 2
    assert not {"brother", "guitar"} & set(asked.about)
