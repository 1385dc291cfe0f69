"""All of Cairn as it runs for people: its real processes on free ports, databases of their own, the trained model."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.settings import ROOT
from bot.store.migrate import upgrade
from bot.web.demo import create_demo
from tests.web.backstage import closed_port, serving

PATIENCE = 180.0  # seconds until a process answers; Rasa needs most of a minute on a busy machine
MODULES = {"RASA": "bot.rasa.server", "ACTIONS": "actions", "WEB": "bot.web"}


@contextmanager
def installation(folder: Path, model: str) -> Iterator[str]:
    """Everything that a conversation needs, until the block ends. Out: the address of the first page."""
    ports = {name: closed_port() for name in MODULES}
    upgrade(f"sqlite:///{folder}/cairn.db")
    environment = {
        **os.environ,
        **{f"CAIRN_{name}_PORT": str(port) for name, port in ports.items()},
        "CAIRN_MODEL": model,
        "CAIRN_DATABASE_URL": f"sqlite:///{folder}/cairn.db",
        "CAIRN_TRACKER_URL": f"sqlite:///{folder}/tracker.db",
        "CAIRN_SERVICE_FILE": str(folder / "service.yml"),
    }
    running: list[subprocess.Popen[bytes]] = []
    try:
        for name, module in MODULES.items():
            with (folder / f"{name}.log").open("ab") as log:
                command = [sys.executable, "-m", module]
                running.append(subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log))
        for port in ports.values():
            _wait_for(port)
        yield f"http://127.0.0.1:{ports['WEB']}"
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(30)


@contextmanager
def installation_on_a_site(folder: Path, model: str) -> Iterator[tuple[str, str]]:
    """The same, and somebody else's site that embeds it. Out: the addresses of both."""
    port = closed_port()
    site = f"http://127.0.0.1:{port}"
    (folder / "service.yml").write_text(f"area: England\nwidget_origins:\n  - {site}\n", encoding="utf-8")
    with installation(folder, model) as url, serving(lambda: create_demo(url), port):
        yield url, site


def _wait_for(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with suppress(urllib.error.URLError, ConnectionError, TimeoutError):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5).close()
            return
        time.sleep(0.2)
    raise AssertionError("a process did not answer in time")
