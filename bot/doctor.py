"""Is this installation sound? Each point is one line: ok, warn or fail, and what to do.

It must never change anything, and never show a secret, a password or a word of a person.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from bot.settings import DEVELOPMENT_SECRET, ROOT, Settings, SettingsError, settings

MODEL = ROOT / "models" / "cairn.tar.gz"
LITTLE_ROOM = 2_000_000_000  # bytes; a training needs about as much for its work
NO_ROOM = 200_000_000


class Mark(Enum):
    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True)
class Finding:
    """One point that was looked at, what was found, and what to do about it."""

    mark: Mark
    about: str
    said: str


def is_sound(findings: Sequence[Finding]) -> bool:
    """Whether nothing failed; a warning is no failure."""
    return all(finding.mark is not Mark.FAIL for finding in findings)


def report(findings: Sequence[Finding]) -> str:
    """The findings as lines for a terminal, and one closing sentence."""
    width = max(len(finding.about) for finding in findings)
    lines = [f"{finding.mark.value:<5}{finding.about:<{width + 2}}{finding.said}" for finding in findings]
    lines.append("")
    lines.append("This installation is sound." if is_sound(findings) else "Something here needs to be put right.")
    return "\n".join(lines)


def examine() -> list[Finding]:
    """Look at everything. Settings that cannot be read end it, since all else depends on them."""
    findings = [python(sys.version_info[:2])]
    try:
        chosen = settings()
    except SettingsError as error:
        return [*findings, Finding(Mark.FAIL, "settings", str(error))]
    findings += [
        secret(chosen),
        disk(shutil.disk_usage(_existing(ROOT / "var")).free),
        coaching_database(chosen),
    ]
    findings += [tracker_database(chosen), notes(chosen), model(MODEL, model_sources()), second_vote(), answer_gate()]
    findings += processes(chosen)
    return [*findings, signposts(date.today()), alerts(chosen)]


def python(version: tuple[int, ...]) -> Finding:
    if version == (3, 10):
        return Finding(Mark.OK, "Python", "3.10, the last one that Rasa 3.6 runs on")
    return Finding(Mark.FAIL, "Python", f"{version[0]}.{version[1]}; Rasa 3.6 needs 3.10: run `make run`")


def secret(chosen: Settings) -> Finding:
    if chosen.secret == DEVELOPMENT_SECRET:
        said = "the development secret: for real use set CAIRN_ENVIRONMENT=production and CAIRN_SECRET"
        return Finding(Mark.WARN, "settings", said)
    return Finding(Mark.OK, "settings", f"{chosen.environment}, with a secret of its own")


def disk(free: int) -> Finding:
    said = f"{free / 1e9:.1f} GB free"
    if free < NO_ROOM:
        return Finding(Mark.FAIL, "disk", f"{said}: make room, or nothing can be kept")
    return Finding(Mark.WARN if free < LITTLE_ROOM else Mark.OK, "disk", said)


def coaching_database(chosen: Settings) -> Finding:
    """Reachable, and with the tables of this version."""
    from bot.store.errors import StoreError
    from bot.store.migrate import HEAD

    try:
        found = _tables_version(chosen.database_url)
    except StoreError as error:
        return Finding(Mark.FAIL, "coaching database", str(error))
    if not found:
        return Finding(Mark.WARN, "coaching database", "not made yet; `make run` makes it")
    if found != HEAD:
        said = f"has the tables of version {found}, not {HEAD}: start Cairn once"
        return Finding(Mark.FAIL, "coaching database", said)
    return Finding(Mark.OK, "coaching database", f"reachable, tables of version {HEAD}")


def _tables_version(url: str) -> str:
    """The version of the tables in a database, empty where there are none yet. Raises StoreError."""
    from sqlalchemy import inspect, text
    from sqlalchemy.exc import SQLAlchemyError

    from bot.store.engine import engine_for, sqlite_file
    from bot.store.errors import told

    file = sqlite_file(url)
    if file is not None and not file.exists():
        return ""
    try:
        with engine_for(url).connect() as connection:
            if not inspect(connection).has_table("alembic_version"):
                return ""
            return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none())
    except SQLAlchemyError as error:
        raise told(error) from None


def tracker_database(chosen: Settings) -> Finding:
    """Reachable; Rasa makes its table by itself."""
    from bot.store.errors import StoreError
    from bot.store.tracker_events import highest_id

    try:
        events = highest_id(chosen.tracker_url)
    except StoreError as error:
        return Finding(Mark.FAIL, "tracker database", str(error))
    return Finding(Mark.OK, "tracker database", "reachable" if events else "nothing in it yet")


def notes(chosen: Settings) -> Finding:
    """Whether support can be noted where no database can be written, and the notes be read."""
    from bot.store import shown

    folder = shown.folder_for(chosen.tracker_url)
    if shown.is_usable(chosen.tracker_url):
        return Finding(Mark.OK, "notes of support", f"can be written, in {folder.parent.name}/{folder.name}")
    said = f"{folder} is no folder that can be read and written: while no database works, the team would miss cues"
    return Finding(Mark.FAIL, "notes of support", said)


def model(file: Path, sources: Sequence[Path]) -> Finding:
    """There, and newer than everything it is made of."""
    if not file.exists():
        return Finding(Mark.FAIL, "model", "there is none: run `make train`")
    newer = [path for path in sources if path.exists() and path.stat().st_mtime > file.stat().st_mtime]
    if newer:
        said = f"older than {newer[0].name}: run `make train`, then start Cairn again"
        return Finding(Mark.WARN, "model", said)
    return Finding(Mark.OK, "model", "there, and newer than its sources")


def model_sources() -> list[Path]:
    """What the model is made of, as the Makefile sees it."""
    script = ROOT / "scripts" / "model_sources"
    listed = subprocess.run([script], capture_output=True, text=True, check=True)  # noqa: S603 (our own script)
    return [ROOT / line for line in listed.stdout.splitlines()]


def second_vote() -> Finding:
    """Whether the trained vote beside the cue rules can be used."""
    from bot.safety.cues import meaning_available, score_available

    if meaning_available():
        return Finding(Mark.OK, "second vote on cues", "there")
    if score_available():
        return Finding(Mark.WARN, "second vote on cues", "it reads words, but not their meaning: run `make train`")
    return Finding(Mark.WARN, "second vote on cues", "there is none, the rules stand alone: run `make train`")


def answer_gate() -> Finding:
    """Whether the trained vote of the answer gate can be used."""
    from bot.coaching.gate.learned import reader

    if reader() is not None:
        return Finding(Mark.OK, "vote of the answer gate", "there")
    return Finding(Mark.WARN, "vote of the answer gate", "there is none, the rules stand alone: run `make train`")


def processes(chosen: Settings) -> list[Finding]:
    """Each of the four processes: answers, is down, or has somebody else on its port."""
    from bot.run import is_free, is_healthy, parts

    return [
        _process(part.name, part.port, is_healthy(chosen.host, part.port), is_free(chosen.host, part.port))
        for part in parts(chosen)
    ]


def _process(name: str, port: int, healthy: bool, free: bool) -> Finding:
    about = f"process {name}"
    if healthy:
        return Finding(Mark.OK, about, f"answers on port {port}")
    if free:
        return Finding(Mark.WARN, about, f"is not running (port {port} is free); `make run` starts it")
    return Finding(Mark.FAIL, about, f"port {port} is taken, but nothing healthy answers there")


def signposts(today: date) -> Finding:
    """Whether the lines of help have been checked by a person, and lately; and whether the service's own are in use."""
    from bot.safety.signpost_files import RegistryError
    from bot.safety.signposts import all_rows, troubles

    try:
        rows = all_rows()
    except (RegistryError, OSError) as error:
        return Finding(Mark.FAIL, "signposts", f"the registry cannot be read: {error}")
    if troubles():
        return Finding(Mark.WARN, "signposts", " ".join(troubles()))
    unchecked = [row for row in rows if not row.verified_on]
    overdue = [row for row in rows if row.verified_on and row.overdue(today)]
    if unchecked or overdue:
        said = f"of {len(rows)} rows {len(unchecked)} were never verified and {len(overdue)} are due again"
        return Finding(Mark.WARN, "signposts", f"{said}: `cairn signposts check`")
    return Finding(Mark.OK, "signposts", f"{len(rows)} rows, all verified and none due")


def alerts(chosen: Settings) -> Finding:
    """Whether the team can be told, and whether it was."""
    from bot.store import StoreError, UnitOfWork

    on = chosen.service.alerts
    if on is None:
        return Finding(Mark.OK, "alerts", "off, and every text says so; service.yml switches them on")
    try:
        with UnitOfWork(chosen.database_url) as work:
            waiting, unseen = work.outbox.undelivered(on.ways), len(work.alerts.unacknowledged())
    except StoreError as error:
        return Finding(Mark.WARN, "alerts", f"on, but it cannot be seen whether they are delivered: {error}")
    if waiting.failing:
        said = f"{waiting.failing} notifications could not be delivered and are tried again: {waiting.trouble}"
        return Finding(Mark.FAIL, "alerts", said)
    if not on.ways:
        return Finding(
            Mark.WARN, "alerts", "on, but nobody is notified: `cairn alerts list` is the only way to see them"
        )
    return Finding(Mark.OK, "alerts", f"on, by {' and '.join(on.ways)}; {unseen} not acknowledged")


def _existing(path: Path) -> Path:
    return path if path.exists() else path.parent
