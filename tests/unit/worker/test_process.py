"""The worker as a process: light, without Rasa, ended by SIGTERM, clear about what it lacks."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

LOADED = """
import sys
import bot.worker.__main__, bot.store, alembic.command
loaded = {name.split(".")[0] for name, module in sys.modules.items() if module}
heavy = {"rasa", "rasa_sdk", "tensorflow", "spacy", "sklearn", "numpy"} & loaded
sys.exit(" ".join(sorted(heavy)) or 0)
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(folder: Path, port: int) -> subprocess.Popen[str]:
    """A worker whose database is away, with addresses that hold a password."""
    environment = {
        **os.environ,
        "CAIRN_DATABASE_URL": "postgresql://cairn:s3cret@127.0.0.1:9/away",
        "CAIRN_TRACKER_URL": f"sqlite:///{folder / 'tracker.db'}",
        "CAIRN_SERVICE_FILE": str(folder / "service.yml"),
        "CAIRN_WORKER_PORT": str(port),
    }
    return subprocess.Popen([sys.executable, "-m", "bot.worker"], env=environment, stderr=subprocess.PIPE, text=True)


def test_neither_rasa_nor_tensorflow_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_it_waits_for_its_database_and_ends_at_once_when_asked(tmp_path: Path) -> None:
    port = free_port()
    worker = start(tmp_path, port)
    assert worker.stderr is not None
    told = worker.stderr.readline()
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/health")
        health = {}
    except urllib.error.HTTPError as error:
        health = json.load(error)
    worker.send_signal(signal.SIGTERM)
    _, rest = worker.communicate(timeout=30)
    assert worker.returncode == 0
    assert (health["status"], health["lag"]) == ("waiting", None)
    assert "away at 127.0.0.1:9" in told
    assert "s3cret" not in told + rest
    assert "Traceback" not in rest


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        worker = start(tmp_path, port)
        _, told = worker.communicate(timeout=30)
    assert worker.returncode == 2
    assert told == f"Port {port} is taken. Set CAIRN_WORKER_PORT to a free one.\n"
