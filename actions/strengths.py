"""The strengths dialogue. Its steps: bot/coaching/guides/strengths.py; its words: data/responses/strengths.yml."""

from actions.dialogue import DialogueAction


class Strengths(DialogueAction):
    """Runs the guide of strengths."""

    journey = "strengths"
