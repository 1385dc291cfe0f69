"""The check-in: what was done counts, each barrier has its repair, and nothing is called a failure."""

from __future__ import annotations

from datetime import date

import pytest

from bot.coaching.answers import Answer
from bot.coaching.asking import Outcome
from bot.coaching.changes import Changed, MoreEvidence
from bot.coaching.guides.check_in_words import barrier_said, outcome_said
from bot.coaching.plan import CheckIn, Evidence, IfThen, Item, Kind, Status, Step
from tests.unit.coaching.talk import GUIDES, KNOWN, asked, begin, say, take, told

SWIM = Item(Kind.GOAL, 11)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("got to the door. legged it", "some"),
        ("did it!", "did"),
        ("yes i went", "did"),
        ("didn't go", "not_yet"),
        ("forgot", "not_yet"),
        ("changed my mind tbh", "changed_mind"),
        ("half of it", "some"),
        ("no but i looked up the times", "not_yet"),
        ("i was in hospital", "not_yet"),
        ("it was too cold", "not_yet"),
        ("no i forgot", "not_yet"),
        ("done nothing", "not_yet"),
        ("nope", "not_yet"),
        ("took my meds and went", "did"),
    ],
)
def test_how_it_went_is_read_in_their_words(text: str, outcome: str) -> None:
    assert outcome_said(text)["how"].choice == outcome


@pytest.mark.parametrize(
    "text", ["it went badly", "went badly", "kids were off school", "i was scared but i went", "not great"]
)
def test_words_that_do_not_tell_how_it_went_are_kept_and_it_is_asked_which(text: str) -> None:
    turn = told("check_in", "swim", text)
    assert asked(turn) == "utter_choice_again"
    look = told("check_in", "swim", text, "not yet", "tired", *["skip"] * 4, "yes").items[0]
    assert isinstance(look, CheckIn)
    assert (look.outcome, look.words) == ("not_yet", text)


def test_a_no_with_what_got_in_the_way_keeps_both() -> None:
    turn = told("check_in", "swim", "no i forgot")
    assert asked(turn) == "utter_check_in_remind"
    assert turn.draft.answers["barrier"].text == "no i forgot"


@pytest.mark.parametrize(
    ("text", "barrier"),
    [
        ("i forgot", "forgot"),
        ("too knackered", "no_energy"),
        ("panicked", "scared"),
        ("they said no", "said_no"),
        ("the bus never came", "other"),
        ("two kids from school outside", "other"),
    ],
)
def test_what_got_in_the_way_is_read_or_stands_as_said(text: str, barrier: str) -> None:
    read = barrier_said(text)["barrier"]
    assert (read.choice, read.text) == (barrier, text)


@pytest.mark.parametrize(
    ("barrier", "question"),
    [
        ("i forgot", "remind"),
        ("too big", "half"),
        ("no energy", "two_minutes"),
        ("something happened", "when_new"),
        ("it matters less now", "importance"),
        ("feeling scared", "with_whom"),
        ("someone said no", "another_way"),
        ("rather not say", "close"),
        ("two kids outside", "keep"),
    ],
)
def test_each_barrier_has_its_repair(barrier: str, question: str) -> None:
    turn = told("check_in", "swim", "not yet", barrier)
    assert asked(turn).startswith(f"utter_check_in_{question}")


def test_a_step_taken_is_evidence_of_a_strength() -> None:
    turn = told("check_in", "swim", "did it", "kev came along", "I keep going", "i'm there", "yes")
    look, closed, evidence = turn.items
    assert isinstance(look, CheckIn)
    assert (look.outcome, look.helped) == ("did", "kev came along")
    assert closed == Changed(SWIM, {"status": Status.DONE})
    assert evidence == MoreEvidence(1, Evidence("kev came along", "check_in"))


def test_part_of_it_counts_and_the_step_gets_smaller() -> None:
    said = (
        "swim",
        "got to the door. legged it",
        "two kids",
        "smaller",
        "kev waits with me",
        "weds about 3",
        "5",
        "6",
        "yes",
    )
    look, changed = told("check_in", *said).items
    assert isinstance(look, CheckIn)
    assert (look.done, look.progress, look.confidence) == ("got to the door. legged it", 5, 6)
    assert changed == Changed(SWIM, {"step": Step("kev waits with me", "weds about 3", "at the baths", "with Kev")})


def test_the_part_that_was_done_is_given_back() -> None:
    first = told("check_in", "swim", "got to the door. legged it").sayings[0]
    assert (first.words, first.values) == ("utter_reflect", {"said": "You got to the door."})


def test_forgetting_gets_a_moment_to_hang_on() -> None:
    turn = told("check_in", "swim", "i forgot", "after breakfast", "tuesday", "skip", "skip", "yes")
    changed = turn.items[1]
    assert isinstance(changed, Changed)
    assert changed.values["if_then"] == IfThen("after breakfast", "find my towel")


def test_changing_ones_mind_closes_the_goal_as_changed() -> None:
    assert told("check_in", "swim", "changed my mind", "close it", "yes").items[1] == Changed(
        SWIM, {"status": Status.CHANGED}
    )


def test_a_new_day_for_the_same_step_keeps_where_and_with_whom() -> None:
    changed = told("check_in", "swim", "not yet", "two kids", "keep it", "friday", "skip", "skip", "yes").items[1]
    assert isinstance(changed, Changed)
    assert changed.values["step"] == Step("find my towel", "friday", "at the baths", "with Kev")


def test_a_new_companion_is_read_back() -> None:
    turn = told("check_in", "swim", "scared", "my sister", "breathe out", "friday", "skip", "skip")
    assert {"step": "find my towel, friday, at the baths, my sister"} in [
        dict(line) for _, line in turn.sayings[-1].lines
    ]


def test_a_new_if_then_plan_says_which_one_it_takes_the_place_of() -> None:
    turn = told("check_in", "swim", "i forgot", "after breakfast", "tuesday", "skip", "skip")
    lines = dict(turn.sayings[-1].lines)
    assert lines["utter_check_in_line_if_then_before"] == {"cue": "rain", "then": "I will take a coat"}
    number = list(lines).index("utter_check_in_line_if_then_before") + 1
    kept = take(take(turn.draft, f"delete {number}").draft, "yes").items
    assert all("if_then" not in change.values for change in kept if isinstance(change, Changed))


def test_a_day_in_the_words_of_a_new_step_is_its_day() -> None:
    now = Answer(text="2026-11-26T09:00:00+00:00")
    turn = begin("check_in", {**KNOWN, "known.now": now})
    for said in ("swim", "too big", "find one sock tomorrow", "skip", "skip", "yes"):
        turn = take(turn.draft, said)
    changed = turn.items[1]
    assert isinstance(changed, Changed)
    friday = date(2026, 11, 27)
    assert changed.values["step"] == Step("find one sock", "Friday 27 November", "at the baths", "with Kev", friday)


SCARED = ("swim", "scared", "my sister", "breathe out", "friday", "skip", "skip")
FORGOT = ("swim", "i forgot", "after breakfast", "tuesday", "skip", "skip")


def _if_then(*messages: str) -> object:
    turn = told("check_in", *messages)
    while turn.draft.step != "read_back":
        turn = take(turn.draft, "skip")
    changed = take(turn.draft, "yes").items[1]
    assert isinstance(changed, Changed)
    return changed.values.get("if_then")


def _number(*messages: str, words: str = "utter_check_in_line_if_then") -> int:
    return [line for line, _ in told("check_in", *messages).sayings[-1].lines].index(words) + 1


@pytest.mark.parametrize("before", [SCARED, FORGOT])
def test_new_words_for_the_if_then_line_bring_both_their_parts(before: tuple[str, ...]) -> None:
    new = f"change {_number(*before)} to if my heart goes then I will count to ten"
    assert _if_then(*before, new) == IfThen("my heart goes", "count to ten")


@pytest.mark.parametrize(
    ("before", "plan"),
    [(SCARED, IfThen("scared", "count to ten")), (FORGOT, IfThen("after breakfast", "count to ten"))],
)
def test_another_act_alone_keeps_the_moment(before: tuple[str, ...], plan: IfThen) -> None:
    assert _if_then(*before, f"change {_number(*before)} to count to ten") == plan


def test_an_act_told_with_its_moment_says_the_moment() -> None:
    plan = _if_then("swim", "scared", "my sister", "if the dog barks I will stand still", "friday")
    assert plan == IfThen("the dog barks", "stand still")


def test_the_line_of_what_was_forgotten_asks_what_it_could_hang_on() -> None:
    turn = told("check_in", *FORGOT, f"change {_number(*FORGOT)}")
    assert asked(turn) == "utter_check_in_remind"
    assert _if_then(*FORGOT, f"change {_number(*FORGOT)}", "when the post comes") == IfThen(
        "the post comes", "find my towel"
    )


def test_an_if_then_line_taken_out_is_gone_with_both_parts() -> None:
    new = f"change {_number(*FORGOT)} to if my heart goes then I will count to ten"
    assert _if_then(*FORGOT, new, f"delete {_number(*FORGOT)}") is None


def test_what_was_forgotten_and_what_also_harms_go_together_no_more_than_elsewhere() -> None:
    turn = told("check_in", *FORGOT, f"change {_number(*FORGOT)} to if it rains then I will have a few cans")
    assert asked(turn) == "utter_coping_gives"
    assert take(take(turn.draft, "quiet").draft, "the canal").draft.step == "read_back"


def test_a_goal_without_a_step_hangs_itself_on_the_moment() -> None:
    turn = told("check_in", "read", "i forgot", "after breakfast")
    lines = {line.words: shown for line, shown in GUIDES["check_in"].standing_lines(turn.draft.answers)}
    assert lines["utter_check_in_line_if_then"] == {"cue": "after breakfast", "then": "I will read"}


@pytest.mark.parametrize("text", ["...", "ok", "hmm", "…"])
def test_what_says_nothing_takes_the_place_of_no_step(text: str) -> None:
    turn = say(begin("check_in"), "swim", "not yet", "too tired", text, text)
    assert "two_minutes" not in turn.draft.answers or not turn.draft.answers["two_minutes"].text


def test_a_good_night_where_a_step_is_asked_for_stops_and_changes_nothing() -> None:
    turn = say(begin("check_in"), "swim", "not yet", "too tired", "night")
    assert turn.outcome is Outcome.LEFT
    assert "two_minutes" not in turn.draft.answers
