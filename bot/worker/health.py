"""The worker's health page: one small JSON answer at /health. It tells nothing of any person."""

from __future__ import annotations

import json
from dataclasses import asdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from bot.worker.loop import Health


class Page(BaseHTTPRequestHandler):
    """Answers one request: 200 when well, 503 when a database is away, 404 for any other page."""

    health: Health

    def do_GET(self) -> None:
        """Answer."""
        if self.path != "/health":
            self.send_error(404)
            return
        well = self.health.is_well
        content = json.dumps({"status": "ok" if well else "waiting", **asdict(self.health)}).encode()
        self.send_response(200 if well else 503)
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
