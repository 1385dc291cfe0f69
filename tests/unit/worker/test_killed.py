"""A worker that is killed while it hands a notification over: one alert, and the same notification again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import text

from bot.identity import pseudonym
from bot.settings import Settings
from bot.store import UnitOfWork
from bot.store.columns import utc_now
from bot.store.engine import engine_for
from tests.databases import write_event
from tests.unit.worker.receivers import Received, mail_server, webhook
from tests.unit.worker.test_process import free_port

PATIENCE = 30.0
SUPPORT = {"id": "card.1", "layout": "card", "families": ["passive"], "asked_for": False}


@contextmanager
def worker(settings: Settings, service_file: Path) -> Iterator[subprocess.Popen[str]]:
    """A worker on this installation; it is killed, not asked, at the end."""
    with started(settings, service_file) as running:
        yield running
    assert running.returncode == -signal.SIGKILL


@contextmanager
def started(settings: Settings, service_file: Path) -> Iterator[subprocess.Popen[str]]:
    """A worker that is gone at the end, one way or another."""
    environment = {
        **os.environ,
        "CAIRN_DATABASE_URL": settings.database_url,
        "CAIRN_TRACKER_URL": settings.tracker_url,
        "CAIRN_SERVICE_FILE": str(service_file),
        "CAIRN_WORKER_PORT": str(free_port()),
        "CAIRN_ALERTS_WEBHOOK_KEY": "k" * 32,
    }
    running = subprocess.Popen([sys.executable, "-m", "bot.worker"], env=environment, stderr=subprocess.PIPE, text=True)
    try:
        yield running
    finally:
        running.kill()
        running.communicate()


def fill_in(file: Path, mail: Received, hook: Received) -> Path:
    """A service file with alerts that go to these two."""
    alerts: dict[str, Any] = {
        "hours": "always",
        "open": {"monday": "00:00-24:00"},
        "time_zone": "UTC",
        "names": ["duty"],
        "procedure": "look",
        "email": {
            "host": "127.0.0.1",
            "port": mail.port,
            "security": "none",
            "from": "cairn@service.example",
            "to": "duty@service.example",
        },
        "webhook": {"url": f"http://127.0.0.1:{hook.port}/hook"},
    }
    file.write_text(yaml.safe_dump({"alerts": alerts}), encoding="utf-8")
    return file


def show_a_card(settings: Settings) -> None:
    """As the guard does: the message and what was shown, in the tracker."""
    name = pseudonym(settings.secret, "rest", "ann")
    write_event(
        settings.tracker_url,
        name,
        "user",
        utc_now().timestamp(),
        text="words",
        message_id="m1",
        metadata={"support_shown": SUPPORT},
    )


def let_time_pass(settings: Settings) -> None:
    """What waits in the outbox is due again, as after its wait."""
    with engine_for(settings.database_url).begin() as connection:
        connection.execute(text("UPDATE outbox SET due_at = :at WHERE sent_at IS NULL"), {"at": utc_now()})


@pytest.mark.parametrize(("slow", "handed_over"), [("mail", (2, 1)), ("hook", (1, 2))])
def test_each_alert_once_and_the_same_notification_again(
    installation: Settings, tmp_path: Path, slow: str, handed_over: tuple[int, int]
) -> None:
    show_a_card(installation)
    with mail_server() as mail, webhook() as hook:
        file = fill_in(tmp_path / "service.yml", mail, hook)
        held = {"mail": mail, "hook": hook}[slow]
        held.may_answer.clear()
        with worker(installation, file):
            assert held.arrived.wait(PATIENCE)
        held.may_answer.set()
        hook.arrived.clear()
        let_time_pass(installation)
        with worker(installation, file):
            assert hook.arrived.wait(PATIENCE)  # the webhook is the last to be told
        assert (len(mail.mails), len(hook.requests)) == handed_over
        assert len({mail["X-Cairn-Key"] for mail in mail.mails}) == 1
        assert len({headers["Idempotency-Key"] for headers, _ in hook.requests}) == 1
    with UnitOfWork(installation.database_url) as work:
        assert len(work.alerts.all()) == 1


def test_asked_to_stop_it_does_not_wait_for_a_slow_server(installation: Settings, tmp_path: Path) -> None:
    show_a_card(installation)
    with mail_server() as mail, webhook() as hook:
        mail.may_answer.clear()
        with started(installation, fill_in(tmp_path / "service.yml", mail, hook)) as running:
            assert mail.arrived.wait(PATIENCE)
            running.terminate()
            assert running.wait(PATIENCE) == 0
            assert not mail.may_answer.is_set()
