"""`cairn run` with small servers in place of the real processes: FOLDER, four ports, and the name of a broken part."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from bot import run
from bot.settings import Settings
from bot.supervisor import Part

REAL_PARTS = run.parts


def small_parts(settings: Settings, broken: str) -> tuple[Part, ...]:
    return tuple(
        replace(
            part,
            module="tests.unit.runner.a_server",
            arguments=(str(part.port), *(["broken"] if part.name == broken else [])),
        )
        for part in REAL_PARTS(settings)
    )


if __name__ == "__main__":
    folder, rasa, actions, web, worker, broken = sys.argv[1:]
    run.parts = lambda settings: small_parts(settings, broken)
    run.LOGS = Path(folder) / "log"
    chosen = Settings(
        database_url=f"sqlite:///{folder}/cairn.db",
        tracker_url=f"sqlite:///{folder}/tracker.db",
        rasa_port=int(rasa),
        actions_port=int(actions),
        web_port=int(web),
        worker_port=int(worker),
    )
    try:
        run.run(chosen)
    except run.CannotRunError as error:
        sys.exit(str(error))
