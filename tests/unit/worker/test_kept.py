"""What is kept of a card: one cue event, what was chosen next, and an alert where alerts are on."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.identity import pseudonym
from bot.settings import Settings
from bot.store import UnitOfWork
from bot.store.one_person import CUE_CURSOR
from bot.store.repositories.outbox import Outbox
from bot.worker.reader import Reader
from tests.unit.worker.spoken import SUPPORT, alerts, answer, chosen, cue_events, say, waiting, with_alerts


def test_a_card_by_the_guard_is_kept_for_somebody_whom_the_store_did_not_know(installation: Settings) -> None:
    say(installation, support=SUPPORT)
    Reader(installation).read()
    assert [(e["families"], e["text_id"], e["layout"]) for e in cue_events(installation)] == [
        (["F01"], "card.full.1", "card")
    ]


def test_a_card_by_the_dialogue_is_kept_for_the_person_who_is_known(installation: Settings) -> None:
    with UnitOfWork(installation.database_url) as work:
        work.people.ensure("rest", pseudonym(installation.secret, "rest", "ann"))
        work.commit()
    say(installation)
    answer(installation, support=SUPPORT)
    Reader(installation).read()
    assert len(cue_events(installation)) == 1


def test_one_message_makes_one_cue_event_however_it_was_shown(installation: Settings) -> None:
    say(installation, support=SUPPORT)
    answer(installation, support=SUPPORT)
    answer(installation, support=SUPPORT)
    Reader(installation).read()
    assert len(cue_events(installation)) == 1


def test_one_message_makes_one_cue_event_when_the_answer_is_read_later(installation: Settings) -> None:
    worker = Reader(installation)
    say(installation, support=SUPPORT)
    worker.read()
    answer(installation, support=SUPPORT)
    worker.read()
    assert len(cue_events(installation)) == 1


def test_each_message_makes_its_own(installation: Settings) -> None:
    for sender in ("ann", "ben", "ann"):
        say(installation, sender, SUPPORT)
    say(installation)
    Reader(installation).read()
    assert (len(cue_events(installation)), len(cue_events(installation, "ben"))) == (2, 1)


def test_a_card_that_was_asked_for_is_no_cue_event(installation: Settings) -> None:
    say(installation, support={**SUPPORT, "families": []})
    Reader(installation).read()
    assert cue_events(installation) == []


def test_a_cue_whose_detection_failed_is_kept_without_a_family(installation: Settings) -> None:
    say(installation, support={**SUPPORT, "layout": "ask", "families": [], "asked_for": False})
    say(installation, support={**SUPPORT, "families": [], "asked_for": True})
    Reader(installation).read()
    assert [event["families"] for event in cue_events(installation)] == [[]]


def test_what_was_chosen_next_is_kept_once_and_never_the_words(installation: Settings) -> None:
    say(installation, support=SUPPORT)
    answer(installation, support=SUPPORT)
    for intent in ("show_plan", "nlu_fallback", "misunderstood", "start_goals"):
        say(installation, intent=intent)
    say(installation, "ben", intent="carry_on")
    for _ in range(2):
        Reader(installation).read()
    assert chosen(installation) == [["plan", "text", "misunderstood"]]
    assert chosen(installation, "ben") == []
    assert "words of a person" not in json.dumps(cue_events(installation))


def test_what_was_chosen_is_kept_when_it_is_read_later(installation: Settings) -> None:
    say(installation, support=SUPPORT)
    Reader(installation).read()
    say(installation, intent="carry_on")
    Reader(installation).read()
    assert chosen(installation) == [["carry_on"]]


def test_a_second_cue_is_chosen_after_the_first(installation: Settings) -> None:
    say(installation, support=SUPPORT)
    say(installation, support=SUPPORT, intent="cue")
    say(installation, intent="more_support")
    Reader(installation).read()
    assert chosen(installation) == [["text"], ["more"]]


def test_a_card_makes_one_alert_however_often_it_is_read(installation: Settings) -> None:
    settings = with_alerts(installation)
    say(settings, support=SUPPORT)
    answer(settings, support=SUPPORT)
    for _ in range(3):
        Reader(settings).read()
        with UnitOfWork(settings.database_url) as work:
            work.cursors.hold(CUE_CURSOR)
            work.cursors.move(CUE_CURSOR, 0)
            work.commit()
    assert alerts(settings) == [(pseudonym(settings.secret, "rest", "ann"), "card.full.1")]
    assert waiting(settings) == 2


@pytest.mark.parametrize(
    "support",
    [
        {**SUPPORT, "layout": "ask", "asked_for": False},
        {**SUPPORT, "families": [], "asked_for": True},
        {"id": "here.1", "layout": "here", "families": []},
    ],
)
def test_neither_the_short_question_nor_support_that_was_asked_for_makes_an_alert(
    installation: Settings, support: dict[str, Any]
) -> None:
    settings = with_alerts(installation)
    say(settings, support=support)
    answer(settings, support=support)
    Reader(settings).read()
    assert alerts(settings) == []


def test_who_asks_that_their_team_learns_of_it_is_put_on_the_list(installation: Settings) -> None:
    settings = with_alerts(installation)
    say(settings, support={**SUPPORT, "families": [], "asked_for": True})
    say(settings, text="Tell my team")
    answer(settings, support={"id": "utter_support_team.0", "layout": "team", "families": [], "signposts": []})
    Reader(settings).read()
    assert [text for _, text in alerts(settings)] == ["utter_support_team.0"]


def test_what_is_chosen_after_telling_the_team_belongs_to_the_card(installation: Settings) -> None:
    settings = with_alerts(installation)
    say(settings, support=SUPPORT)
    say(settings, text="Tell my team")
    answer(settings, support={"id": "utter_support_team.0", "layout": "team", "families": [], "signposts": []})
    say(settings, intent="misunderstood")
    Reader(settings).read()
    assert chosen(settings) == [["team", "misunderstood"], []]
    assert len(alerts(settings)) == 2


def test_while_alerts_are_off_none_is_made_and_none_later(installation: Settings) -> None:
    say(installation, support=SUPPORT)
    Reader(installation).read()
    settings = with_alerts(installation)
    say(settings, "ben", SUPPORT)
    Reader(settings).read()
    assert [who for who, _ in alerts(settings)] == [pseudonym(settings.secret, "rest", "ben")]


def test_a_cue_event_and_its_alert_are_kept_together_or_not_at_all(
    installation: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = with_alerts(installation)
    say(settings, support=SUPPORT)
    with monkeypatch.context() as broken:
        broken.setattr(Outbox, "add", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            Reader(settings).read()
    assert (cue_events(settings), alerts(settings)) == ([], [])
    Reader(settings).read()
    assert (len(cue_events(settings)), len(alerts(settings))) == (1, 1)


def test_without_a_way_to_notify_an_alert_waits_in_the_queue(installation: Settings) -> None:
    settings = with_alerts(installation, email=None, webhook=None)
    say(settings, support=SUPPORT)
    Reader(settings).read()
    assert (len(alerts(settings)), waiting(settings)) == (1, 0)
