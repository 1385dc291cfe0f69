"""The hope dialogue: the steps stand in bot/coaching/guides/hope.py, the words in data/responses/hope.yml."""

from actions.dialogue import DialogueAction


class Hope(DialogueAction):
    """Runs the guide of hope."""

    journey = "hope"
