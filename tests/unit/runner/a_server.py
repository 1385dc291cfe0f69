"""Stands for any of Cairn's processes: well on /health, and greeting whoever posts. The port is its argument."""

from __future__ import annotations

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self._send({"status": "ok"})

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._send({"messages": [{"text": "Hello.", "support": None}]})

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _send(self, body: dict[str, object]) -> None:
        content = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


if __name__ == "__main__":
    print("ready to say nothing of a person", flush=True)
    if sys.argv[2:] == ["broken"]:
        sys.exit("the cellar is full")
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Answers).serve_forever()
