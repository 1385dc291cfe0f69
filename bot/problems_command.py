"""`cairn problems`: what people and staff reported as wrong, as lines for a regression file.

It prints what people wrote, to whoever runs it and nowhere else; it must never write it to a log.
"""

from __future__ import annotations

import json
from itertools import chain

from bot.command_errors import one_sentence
from bot.command_record import record


def problems() -> None:
    """Print reported replies, false alarms and missed cues, a JSON line each, as `cairn screen` reads them."""
    with one_sentence():
        from bot.settings import settings
        from bot.store import UnitOfWork
        from bot.store.migrate import upgrade
        from bot.store.problems import problems as reported
        from bot.store.repositories.audit import Deed
        from bot.store.staff_marks import marks

        chosen = settings()
        upgrade(chosen.database_url)
        with UnitOfWork(chosen.database_url) as work:
            record(work, chosen, Deed.EXPORTED, target="what was reported as wrong")
            work.commit()
        for one in chain(reported(chosen.tracker_url), marks(chosen)):
            line = {
                "text": one.text,
                "context": one.context,
                "kind": one.kind,
                "reply": one.reply,
                "text_id": one.text_id,
                "at": one.at.isoformat(timespec="seconds"),
            }
            print(json.dumps(line))
