"""The goals dialogue: the steps stand in bot/coaching/guides/goals.py, the words in data/responses/goals.yml."""

from actions.dialogue import DialogueAction


class Goals(DialogueAction):
    """Runs the guide of goals."""

    journey = "goals"
