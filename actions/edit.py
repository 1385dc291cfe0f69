"""Changing the plan by chat. Its steps: bot/coaching/guides/edit.py; its words: data/responses/edit.yml."""

from actions.dialogue import DialogueAction


class Edit(DialogueAction):
    """Runs the guide of edits."""

    journey = "edit"
