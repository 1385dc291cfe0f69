"""How the worker is, and its health page: one small JSON answer at /health. It tells nothing of any person."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Optional

from bot.store.repositories.outbox import Undelivered
from bot.worker.loop import Going


@dataclass
class Health:
    """How each duty goes. Only reading decides whether the worker works: what else fails is told beside it."""

    lag: Optional[int] = None  # tracker events not yet read; None before the first reading
    notes_usable: bool = True  # can the folder of notes that support was shown be written and read?
    undelivered: Undelivered = field(default_factory=Undelivered)
    reading: Going = field(default_factory=lambda: Going("reads"))
    notifying: Going = field(default_factory=lambda: Going("notifies"))
    deleting: Going = field(default_factory=lambda: Going("deletes"))
    summarising: Going = field(default_factory=lambda: Going("summarises"))

    @property
    def is_well(self) -> bool:
        """Has it read, and did the last reading succeed?"""
        return self.lag is not None and not self.reading.failures

    @property
    def status(self) -> str:
        """In one word: ok, trouble where something besides reading fails, waiting where nothing is read."""
        if not self.is_well:
            return "waiting"
        others = (self.notifying, self.deleting, self.summarising)
        fails = not self.notes_usable or self.undelivered.failing or any(duty.failures for duty in others)
        return "trouble" if fails else "ok"


class Page(BaseHTTPRequestHandler):
    """Answers one request: 200 when it works, 503 when a database is away, 404 for any other page."""

    health: Health

    def do_GET(self) -> None:
        """Answer."""
        if self.path != "/health":
            self.send_error(404)
            return
        content = json.dumps({"status": self.health.status, **asdict(self.health)}).encode()
        self.send_response(200 if self.health.is_well else 503)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing: being asked each second is no news."""


def serve(health: Health, host: str, port: int) -> ThreadingHTTPServer:
    """Answer /health in the background until `shutdown()`. Raises OSError when the port is taken."""
    server = ThreadingHTTPServer((host, port), type("PageOfThis", (Page,), {"health": health}))
    server.daemon_threads = True
    Thread(target=server.serve_forever, name="health", daemon=True).start()
    return server
