"""The trained second vote: the same twice, read back as written, and not missed where it is absent."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.safety import cues, needed, score, train
from bot.safety.lexicon import lexicon
from bot.safety.messages.lines import alike, training
from bot.safety.normalise import sentences


def test_two_trainings_give_the_same_file(tmp_path: Path) -> None:
    examples = [train.example(message) for message in training()[::12]]
    for name in ("one", "two"):
        score.write(tmp_path / name, train.fit(examples))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_weights_read_back_as_they_were_written(tmp_path: Path) -> None:
    made = score.weights()
    assert made is not None
    score.write(tmp_path / "cues.weights", made)
    assert score.read(tmp_path / "cues.weights") == made


def test_without_the_file_the_rules_screen_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    score.weights.cache_clear()
    monkeypatch.setattr(score, "FILE", tmp_path / "nothing")
    assert not cues.score_available()
    assert cues.screen("I want to kill myself").response == "card"
    assert cues.screen("I want to stop smoking").response == "none"
    score.weights.cache_clear()


def test_a_cut_file_counts_as_absent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "cues.weights"
    broken.write_bytes(score.FILE.read_bytes()[:1000])
    score.weights.cache_clear()
    monkeypatch.setattr(score, "FILE", broken)
    assert not cues.score_available()
    score.weights.cache_clear()


def test_a_rule_that_is_passed_over_would_not_have_matched() -> None:
    for message in training()[::7]:
        for sentence in sentences(message.text):
            present = needed.keys(sentence)
            for rule in lexicon().rules:
                if rule.needs is not None and present.isdisjoint(rule.needs):
                    assert not rule.pattern.search(sentence), (message.id, rule.id)


def test_messages_that_hold_nearly_the_same_words_share_a_group() -> None:
    groups = alike(["I want to go home now", "i want to go home, now!", "my dog ate the post", "skip"])
    assert groups[0] == groups[1]
    assert len(set(groups)) == 3


def test_what_screens_loads_neither_tensorflow_nor_the_training() -> None:
    code = (
        "import sys; from bot.safety.cues import screen; screen('I want to walk more. And my dog.');"
        "print(*(name for name in sys.modules if name in {'tensorflow', 'sklearn', 'bot.encoder.tuning'}))"
    )
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True)
    assert not done.stdout.strip()
