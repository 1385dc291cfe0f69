"""The hope dialogue. Its steps: bot/coaching/guides/hope.py; its words: data/responses/hope.yml."""

from actions.dialogue import DialogueAction


class Hope(DialogueAction):
    """Runs the guide of hope."""

    journey = "hope"
