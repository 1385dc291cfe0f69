"""The check-in dialogue. Its steps: bot/coaching/guides/check_in.py; its words: data/responses/check_in.yml."""

from actions.dialogue import DialogueAction


class CheckIn(DialogueAction):
    """Runs the guide of the check-in."""

    journey = "check_in"
