"""`cairn problems`: what people and staff reported as wrong, as lines for a regression file.

It prints what people wrote, to whoever runs it and nowhere else; it must never write it to a log.
"""

from __future__ import annotations

import json
from itertools import chain

from bot.command_errors import one_sentence


def problems() -> None:
    """Print reported replies, false alarms and missed cues, a JSON line each, as `cairn screen` reads them."""
    with one_sentence():
        from bot.settings import settings
        from bot.store.problems import problems as reported
        from bot.store.staff_marks import marks

        for one in chain(reported(settings().tracker_url), marks(settings())):
            line = {
                "text": one.text,
                "context": one.context,
                "kind": one.kind,
                "reply": one.reply,
                "text_id": one.text_id,
                "at": one.at.isoformat(timespec="seconds"),
            }
            print(json.dumps(line))
