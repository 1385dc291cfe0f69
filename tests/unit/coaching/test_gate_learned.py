"""The trained vote of the answer gate: its lines, its training, and that the rules decide where it is gone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.coaching.gate import AnswerClass, Asked, classify, learned, train
from bot.coaching.gate.decide import by_rules
from bot.coaching.spelling import spelled
from bot.coaching.text import plain
from bot.encoder import encoder
from tests.untuned import untuned_encoder, write_broken

FRESH = Path(__file__).resolve().parents[2] / "fresh" / "answers.jsonl"
FLOOR = 0.97  # of the lines that it was trained on


@pytest.fixture
def anew() -> Iterator[None]:
    """What was read before is forgotten, before and after."""
    for kept in (learned.reader, learned.votes):
        kept.cache_clear()
    yield
    for kept in (learned.reader, learned.votes):
        kept.cache_clear()


def test_every_written_answer_may_have_its_class() -> None:
    written = train.lines()
    assert {Asked(line["asked"]) for line in written} == set(Asked)
    assert {AnswerClass(line["class"]) for line in written} == set(AnswerClass)
    assert len({line["id"] for line in written}) == len(written)


def test_nobody_trains_on_what_is_kept_aside() -> None:
    aside = [json.loads(line) for line in FRESH.read_text(encoding="utf-8").splitlines() if line.strip()]
    written = train.lines()
    assert not {line["id"] for line in aside} & {line["id"] for line in written}
    assert not {plain(line["text"]) for line in aside if _is_told_at_length(line)} & {
        plain(line["text"]) for line in written
    }


def _is_told_at_length(line: dict[str, str]) -> bool:
    """Longer than what many people say word for word ("i don't know, sorry")."""
    return len(line["text"].split()) > 6


def test_what_was_written_is_told_apart() -> None:
    written = train.lines()[::10]
    right = sum(classify(line["text"], Asked(line["asked"])).value == line["class"] for line in written)
    assert right / len(written) >= FLOOR


@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize("damage", ["missing", "cut", "changed", "empty"])
def test_the_rules_decide_where_the_vote_is_broken(
    damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_broken(tmp_path / "vote", untuned_encoder(), damage)
    monkeypatch.setattr(learned, "FILE", tmp_path / "vote")
    for text in ("ring Kev on monday", "idk", "be happy", "rather not"):
        assert classify(text, Asked.GOAL) is by_rules(text, plain(spelled(text)), Asked.GOAL)


@pytest.mark.usefixtures("anew")
def test_a_vote_of_other_classes_is_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    encoder.write(tmp_path / "vote", untuned_encoder())
    monkeypatch.setattr(learned, "FILE", tmp_path / "vote")
    assert learned.reader() is None


@pytest.mark.usefixtures("anew")
def test_the_rules_decide_where_its_numbers_are_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    made = learned.reader()
    assert made is not None
    monkeypatch.setattr(learned, "reader", lambda: replace(made, heads=np.full_like(made.heads, np.nan)))
    assert learned.votes("my dog", Asked.PEOPLE) is None
    assert classify("my dog", Asked.PEOPLE) is AnswerClass.GOOD


def test_two_trainings_give_the_same_vote(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(train, "EPOCHS", 1)
    written = train.lines()[::60]
    texts = [learned.numbers("walk to the shop", Asked.STEP)]
    first, second = (train.train(written).votes(texts) for _ in range(2))
    assert first == second
