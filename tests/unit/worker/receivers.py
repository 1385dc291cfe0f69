"""A mail server and a webhook that are real enough: they listen, take or refuse, and show what they were given."""

from __future__ import annotations

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any


@dataclass
class Received:
    """What a receiver was given. `answer` is what it says to it: an SMTP code or an HTTP status."""

    answer: int
    port: int = 0
    refused_address: str = ""
    mails: list[Message] = field(default_factory=list)
    requests: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    arrived: Event = field(default_factory=Event)  # something was handed over
    may_answer: Event = field(default_factory=Event)  # until it is set the receiver says nothing to it

    def __post_init__(self) -> None:
        self.may_answer.set()


@contextmanager
def mail_server(answer: int = 250) -> Iterator[Received]:
    """A mail server on this machine, as far as one message a connection goes."""
    received = Received(answer)

    class Conversation(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.say("220 here")
            while line := self.rfile.readline():
                word = line.decode().strip().upper()
                if word == "DATA":
                    self.take()
                elif word.startswith("QUIT"):
                    return self.say("221 bye")
                elif received.refused_address and received.refused_address.upper() in word:
                    self.say("550 not here")
                else:
                    self.say("250 ok")
            return None

        def take(self) -> None:
            self.say("354 go on")
            lines = []
            while (line := self.rfile.readline()) not in (b".\r\n", b""):
                lines.append(line)
            received.mails.append(message_from_bytes(b"".join(lines)))
            received.arrived.set()
            received.may_answer.wait(60)
            self.say(f"{received.answer} said")

        def say(self, line: str) -> None:
            self.wfile.write(f"{line}\r\n".encode())

    with _served(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Conversation), received):
        yield received


@contextmanager
def webhook(answer: int = 200) -> Iterator[Received]:
    """A receiver of signed requests on this machine."""
    received = Received(answer)

    class Page(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            received.requests.append((dict(self.headers), body))
            received.arrived.set()
            received.may_answer.wait(60)
            self.send_response(received.answer)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with _served(ThreadingHTTPServer(("127.0.0.1", 0), Page), received):
        yield received


@contextmanager
def _served(server: Any, received: Received) -> Iterator[None]:
    server.daemon_threads = True
    received.port = server.server_address[1]
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield
    finally:
        received.may_answer.set()
        server.shutdown()
        server.server_close()
