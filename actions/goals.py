"""The goals dialogue. Its steps: bot/coaching/guides/goals.py; its words: data/responses/goals.yml."""

from actions.dialogue import DialogueAction


class Goals(DialogueAction):
    """Runs the guide of goals."""

    journey = "goals"
