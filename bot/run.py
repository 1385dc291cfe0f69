"""Starts Cairn on one machine, says "ready" only when a real turn has been answered, stops it cleanly.

It must never start where a port is taken, and never keep anything of the turn it tries.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
import uuid
from collections import deque
from contextlib import suppress
from pathlib import Path

import httpx

from bot.identity import internal_key, pseudonym
from bot.settings import ROOT, Settings
from bot.store.migrate import upgrade
from bot.store.one_person import erase
from bot.supervisor import KeepsDyingError, Part, Supervisor

LOGS = ROOT / "var" / "log"
START_PATIENCE = 240.0  # seconds; Rasa needs about ten on two free cores
TURN_PATIENCE = 30.0
REPORT_EVERY = 10.0
LOOK_EVERY = 0.2
TAIL = 12  # lines of a log that are shown when its process did not start

# Fewer warnings of libraries, and nothing reported to Rasa's makers.
ENVIRONMENT = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONWARNINGS": "ignore",
    "PYTHONUNBUFFERED": "1",
    # Memory that is free again goes back to the machine, for a little time at each turn.
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_TRIM_THRESHOLD_": "131072",
}


class CannotRunError(RuntimeError):
    """Cairn cannot start or go on; the message says why and what to do."""


def parts(settings: Settings) -> tuple[Part, ...]:
    """The processes of one installation, in the order in which they are started."""
    return (
        Part("rasa", "The dialogue (Rasa)", "bot.rasa.server", settings.rasa_port),
        Part("actions", "The action server", "actions", settings.actions_port),
        Part("web", "The web pages", "bot.web", settings.web_port),
        Part("worker", "The worker", "bot.worker", settings.worker_port),
    )


def is_free(host: str, port: int) -> bool:
    """Whether a port can be listened on now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def is_healthy(host: str, port: int, timeout: float = 2.0) -> bool:
    """Whether the process on this port says that it works."""
    with suppress(httpx.HTTPError):
        answer = httpx.get(f"http://{host}:{port}/health", timeout=timeout, trust_env=False)
        return answer.status_code == httpx.codes.OK
    return False


def check_ports(settings: Settings) -> None:
    """Raises CannotRunError naming the first port that is taken and what needs it."""
    for part in parts(settings):
        if not is_free(settings.host, part.port):
            raise CannotRunError(
                f"Port {part.port}, which {_inside(part.what)} needs, is taken by another program: "
                f"stop that one, or set CAIRN_{part.name.upper()}_PORT to a free port."
            )


def try_a_turn(settings: Settings) -> bool:
    """Say hello as somebody invented, forget them again; whether the dialogue itself has answered."""
    sender = f"start-check-{uuid.uuid4().hex}"
    try:
        answer = httpx.post(
            f"{settings.rasa_url}/webhooks/web/webhook",
            headers={"X-Cairn-Key": internal_key(settings.secret)},
            json={"sender": pseudonym(settings.secret, "web", sender), "message": "hello", "message_id": sender},
            timeout=TURN_PATIENCE,
            trust_env=False,
        )
        said = answer.json()["messages"] if answer.status_code == httpx.codes.OK else []
    except (httpx.HTTPError, ValueError, KeyError, TypeError):
        return False
    finally:
        erase(settings, "web", sender)
    # A guard that had to speak for a silent dialogue attaches support; a greeting has none.
    return bool(said) and not any(message.get("support") for message in said)


def run(settings: Settings) -> None:
    """Start everything and stop it on Ctrl-C or SIGTERM. Raises CannotRunError and StoreError."""
    _stop_on_signals()
    supervisor = Supervisor(LOGS, {**os.environ, **ENVIRONMENT}, _say)
    try:
        check_ports(settings)
        _say("Starting Cairn…")
        upgrade(settings.database_url)
        for part in parts(settings):
            supervisor.start(part)
        _wait_until_up(settings, supervisor)
        _wait_for_a_turn(settings, supervisor)
        _say(_ready(settings))
        _keep_alive(supervisor)
    except KeyboardInterrupt:
        _say("\nStopping…")
    finally:
        _ignore_signals()
        supervisor.stop()
    _say("Stopped.")


def _wait_until_up(settings: Settings, supervisor: Supervisor) -> None:
    began = time.monotonic()
    report_at = began + REPORT_EVERY
    waiting = list(parts(settings))
    while waiting:
        _refuse_dead(supervisor)
        for part in [part for part in waiting if is_healthy(settings.host, part.port)]:
            waiting.remove(part)
            _say(f"  {part.what}: up after {time.monotonic() - began:.0f} s")
        now = time.monotonic()
        if now - began > START_PATIENCE:
            raise CannotRunError(_not_up(waiting[0], supervisor))
        if waiting and now >= report_at:
            _say(f"  … still waiting for {', '.join(_inside(part.what) for part in waiting)}")
            report_at = now + REPORT_EVERY
        time.sleep(LOOK_EVERY)


def _wait_for_a_turn(settings: Settings, supervisor: Supervisor) -> None:
    _say("  Trying a first turn…")
    deadline = time.monotonic() + 2 * TURN_PATIENCE
    while not try_a_turn(settings):
        _refuse_dead(supervisor)
        if time.monotonic() > deadline:
            raise CannotRunError(
                "Everything is up, but a greeting was not answered: run `make train`, "
                f"then look into {_shown(LOGS / 'rasa.log')} and {_shown(LOGS / 'actions.log')}."
            )
        time.sleep(LOOK_EVERY)


def _keep_alive(supervisor: Supervisor) -> None:
    while True:
        try:
            supervisor.heal()
        except KeepsDyingError as error:
            raise CannotRunError(f"{error} Everything else has been stopped.") from None
        time.sleep(LOOK_EVERY)


def _refuse_dead(supervisor: Supervisor) -> None:
    for part in supervisor.dead():
        raise CannotRunError(_not_up(part, supervisor))


def _not_up(part: Part, supervisor: Supervisor) -> str:
    log = supervisor.log_of(part)
    tail = "\n".join(f"    {line}" for line in last_lines(log, TAIL))
    return f"{part.what} did not start. The end of {_shown(log)}:\n{tail}"


def last_lines(file: Path, count: int) -> list[str]:
    """The last lines of a log; none if there is no such file."""
    if not file.exists():
        return []
    with file.open(encoding="utf-8", errors="replace") as log:
        return [line.rstrip("\n") for line in deque(log, maxlen=count)]


def _ready(settings: Settings) -> str:
    lines = [
        "Cairn is ready.",
        "",
        f"  Talk to it       http://{settings.host}:{settings.web_port}/",
    ]
    if settings.in_development:
        lines.append(f"  REST, for tests  {settings.rasa_url}/webhooks/rest/webhook")
    lines += [f"  Logs             {_shown(LOGS)}/", "", "Press Ctrl-C to stop."]
    return "\n".join(lines)


def _inside(what: str) -> str:
    """A part's name as it reads inside a sentence."""
    return what[0].lower() + what[1:]


def _shown(path: Path) -> Path:
    """A path as a person in the project's folder would type it."""
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


def _say(text: str) -> None:
    with suppress(BrokenPipeError):
        print(text, file=sys.stdout, flush=True)


def _stop_on_signals() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)


def _ignore_signals() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt
