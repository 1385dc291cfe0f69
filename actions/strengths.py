"""The strengths dialogue: the steps stand in bot/coaching/guides/strengths.py, the words in data/responses/strengths.yml."""

from actions.dialogue import DialogueAction


class Strengths(DialogueAction):
    """Runs the guide of strengths."""

    journey = "strengths"
