"""The plan for hard times. Its steps: bot/coaching/guides/hard_times.py; its words: data/responses/hard_times.yml."""

from actions.dialogue import DialogueAction


class HardTimes(DialogueAction):
    """Runs the guide of the plan for hard times."""

    journey = "hard_times"
