"""The files that describe the dialogue hold together: domain, rules, examples, pipeline, ways in."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
import yaml

from bot.rasa.commands import COMMANDS
from bot.settings import ROOT

EXAMPLES_AT_LEAST = 15
# Each journey with the intent that begins it.
JOURNEYS = {
    "strengths": "start_strengths",
    "goals": "start_goals",
    "hope": "start_hope",
    "check_in": "check_in",
    "hard_times": "hard_times",
    "edit": "edit_plan",
}
WITHOUT_EXAMPLES = {"cue"}  # found by bot/safety, not learned


def content(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def all_of(folder: str, key: str) -> list[Any]:
    files = sorted((ROOT / "data" / folder).glob("*.yml"))
    return [entry for file in files for entry in content(f"data/{folder}/{file.name}").get(key) or ()]


DOMAIN = content("domain.yml")
RULES = all_of("stories", "rules")
STORIES = all_of("stories", "stories")
EXAMPLES: dict[str, list[str]] = defaultdict(list)
for entry in all_of("nlu", "nlu"):
    EXAMPLES[entry["intent"]] += [line[2:].strip() for line in entry["examples"].splitlines()]
RESPONSES = {
    key: wordings
    for file in (ROOT / "data" / "responses").glob("*.yml")
    for key, wordings in content(f"data/responses/{file.name}")["responses"].items()
}


def steps(entries: list[Any], kind: str) -> set[str]:
    return {step[kind] for entry in entries for step in entry["steps"] if step.get(kind)}


@pytest.mark.parametrize("form", sorted(DOMAIN["forms"]))
def test_every_form_ignores_a_cue(form: str) -> None:
    assert "cue" in DOMAIN["forms"][form]["ignored_intents"]


@pytest.mark.parametrize("journey", JOURNEYS)
def test_a_journey_has_one_name_in_every_file(journey: str) -> None:
    assert f"{journey}_form" in DOMAIN["forms"]
    assert f"validate_{journey}_form" in DOMAIN["actions"]
    assert JOURNEYS[journey] in DOMAIN["intents"]
    assert journey in DOMAIN["slots"]["waiting_dialogue"]["values"]
    assert (ROOT / "data" / "stories" / f"{journey}.yml").exists()
    assert (ROOT / "data" / "responses" / f"{journey}.yml").exists()
    assert {"active_loop": f"{journey}_form", "requested_slot": "answer"} in DOMAIN["slots"]["answer"]["mappings"][0][
        "conditions"
    ]


def test_only_the_dialogue_that_waits_steers_predictions() -> None:
    steering = [name for name, slot in DOMAIN["slots"].items() if slot.get("influence_conversation", True)]
    assert steering == ["waiting_dialogue"]


def test_no_slot_calls_the_action_server_on_every_message() -> None:
    mappings = [mapping for slot in DOMAIN["slots"].values() for mapping in slot["mappings"]]
    assert not [mapping for mapping in mappings if "action" in mapping]
    assert "action_validate_slot_mappings" not in DOMAIN["actions"]


def test_sessions_end_and_start_empty() -> None:
    assert DOMAIN["session_config"] == {
        "session_expiration_time": 60,
        "carry_over_slots_to_new_session": False,
    }


def test_every_intent_is_met_by_a_rule() -> None:
    assert steps(RULES, "intent") == set(DOMAIN["intents"])


def test_no_intent_is_named_like_one_of_rasas_own() -> None:
    assert not {"restart", "back", "session_start"} & set(DOMAIN["intents"])


def test_every_intent_has_examples_enough() -> None:
    assert set(EXAMPLES) == set(DOMAIN["intents"]) - WITHOUT_EXAMPLES
    assert {intent: len(said) for intent, said in EXAMPLES.items() if len(set(said)) < EXAMPLES_AT_LEAST} == {}


def test_no_example_stands_twice() -> None:
    said = [example.casefold() for examples in EXAMPLES.values() for example in examples]
    assert sorted({example for example in said if said.count(example) > 1}) == []


def test_no_example_contradicts_a_command() -> None:
    wrong = {
        (example, intent, COMMANDS[example.casefold()])
        for intent, examples in EXAMPLES.items()
        for example in examples
        if COMMANDS.get(example.casefold(), intent) != intent
    }
    assert wrong == set()


def test_every_command_is_an_intent_of_the_domain() -> None:
    assert set(COMMANDS.values()) <= set(DOMAIN["intents"])


def test_every_action_of_a_rule_exists() -> None:
    known = {*DOMAIN["actions"], *DOMAIN["forms"], *RESPONSES}
    assert steps([*RULES, *STORIES], "action") <= known


def test_nothing_claims_success_by_rule_alone() -> None:
    """With the action server down, starting a form can make its end rule follow: it must say nothing."""
    ends = [rule for rule in RULES if {"active_loop": None} in rule["steps"]]
    assert len(ends) == len(DOMAIN["forms"])
    for rule in ends:
        assert [step["action"] for step in rule["steps"] if "action" in step] == [rule["steps"][0]["action"]]


def test_our_components_come_last_and_ours_is_the_first_policy() -> None:
    config = content("config.yml")
    assert [part["name"] for part in config["pipeline"]][-2:] == [
        "bot.rasa.commands.CommandMatcher",
        "bot.rasa.cue_detector.CueDetector",
    ]
    assert [policy["name"] for policy in config["policies"]] == [
        "bot.rasa.safety_policy.SafetyPolicy",
        "RulePolicy",
        "MemoizationPolicy",
    ]


def test_every_way_in_is_ours() -> None:
    assert all(channel.startswith("bot.rasa.channels.") for channel in content("credentials.yml"))


@pytest.mark.parametrize("key", sorted(key for key in RESPONSES if key.startswith("utter_support")))
def test_support_words_depend_on_no_slot_and_no_condition(key: str) -> None:
    for wording in RESPONSES[key]:
        assert set(wording) <= {"text", "buttons"}
        assert not any(f"{{{slot}}}" in wording["text"] for slot in DOMAIN["slots"])
        for button in wording.get("buttons", ()):
            assert button["payload"] == button["title"]


def test_no_button_holds_a_payload_that_rasa_would_run() -> None:
    payloads = [
        button["payload"] for wordings in RESPONSES.values() for w in wordings for button in w.get("buttons", ())
    ]
    assert payloads
    assert not [payload for payload in payloads if payload.startswith("/")]
