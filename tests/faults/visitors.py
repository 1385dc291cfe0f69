"""People who talk to an installation, by REST or in a browser without script, and what they are shown."""

from __future__ import annotations

import html
import http.client
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Optional, Protocol
from urllib.parse import urlencode

from bot.identity import pseudonym
from bot.settings import DEVELOPMENT_SECRET
from tests.faults.processes import PATIENCE, WEB, Cairn, is_honest, shows_the_card, words

_BUTTON = re.compile(r'name="pick" value="([^"]*)"')
TRIES = 5
_NOT_SENT = "Not sent."
_REPORT = "report a problem"
_SHORT_QUESTION = ("Whatever the answer, there is help", "Do you want to stop this chat")


@dataclass(frozen=True)
class Shown:
    """What somebody sees after a message. `key` is the same for a message that is sent again."""

    key: str
    text: str
    buttons: tuple[str, ...]
    is_card: bool
    was_taken: bool

    @property
    def is_short_question(self) -> bool:
        """Is it the short card with its direct question?"""
        return any(words in self.text for words in _SHORT_QUESTION)


class Visitor(Protocol):
    """Somebody in a conversation."""

    cairn: Cairn  # whom they talk to; one that has the same databases knows them too

    @property
    def pseudonym(self) -> str:
        """The name under which they are kept."""

    def say(self, message: str) -> Shown:
        """Send a message; what is shown in the same turn."""


class ByRest:
    """Somebody whose program speaks Rasa's REST format."""

    def __init__(self, cairn: Cairn, name: Optional[str] = None) -> None:
        self.cairn = cairn
        self.name = name or secrets.token_hex(8)

    @property
    def pseudonym(self) -> str:
        return pseudonym(DEVELOPMENT_SECRET, "rest", self.name)

    def say(self, message: str) -> Shown:
        said = self.cairn.say(message, self.name)
        buttons = tuple(button["title"] for bubble in said for button in bubble.get("buttons", ()))
        return Shown(secrets.token_hex(8), words(said), buttons, shows_the_card(said), not is_honest(said))


class InABrowser:
    """Somebody whose browser runs no script."""

    def __init__(self, cairn: Cairn) -> None:
        self.cairn = cairn
        self._cookie = ""
        self._form_id = ""
        self._send("GET", "/")

    @property
    def pseudonym(self) -> str:
        return self._cookie.partition("=")[2].partition(".")[0]

    def say(self, message: str) -> Shown:
        key = f"{self._form_id} {message}"
        page = self._send("POST", "/say", urlencode({"say": message, "form_id": self._form_id}))
        latest = page.split('id="latest"')[-1].split('id="form"')[0]
        offered = tuple(html.unescape(name) for name in _BUTTON.findall(page) if name != _REPORT)
        seen = re.sub(r'<span class="hidden-text">[^<]*</span>|<[^>]+>', " ", latest.partition(">")[2])
        text = "\n".join(" ".join(line.split()) for line in html.unescape(seen).split("\n") if line.strip())
        numbers = all(f'href="tel:{number}"' in latest for number in ("999", "116123"))
        shown = Shown(key, text, offered, False, _NOT_SENT not in page)
        is_card = numbers and 'class="truth"' in latest and not shown.is_short_question
        # What was not taken is answered last, below what was said before: an earlier card may still be on the page.
        is_its_own = latest.rfind('class="card"') > (-1 if shown.was_taken else latest.rfind('class="msg'))
        return replace(shown, is_card=is_card and is_its_own)

    def _send(self, method: str, path: str, body: str = "") -> str:
        """The page that is shown, after the way that the browser is sent."""
        connection = http.client.HTTPConnection("127.0.0.1", self.cairn.ports[WEB], timeout=PATIENCE)
        headers = {"Cookie": self._cookie, "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        page = answer.read().decode()
        self._cookie = (answer.getheader("Set-Cookie") or self._cookie).split(";")[0]
        connection.close()
        if answer.status == http.client.SEE_OTHER:
            return self._send("GET", (answer.getheader("Location") or "/").partition("#")[0])
        assert answer.status == http.client.OK, answer.status
        found = re.search(r'name="form_id" value="(\w+)"', page)
        self._form_id = found[1] if found else ""
        return page


CHANNELS: dict[str, Callable[[Cairn], Visitor]] = {"rest": ByRest, "web": InABrowser}


def until_taken(visitor: Visitor, message: str) -> Shown:
    """What is shown once a message was taken: on a busy machine it is sent again, as its writer is asked to."""
    shown = visitor.say(message)
    for _ in range(TRIES):
        if shown.was_taken:
            break
        shown = visitor.say(message)
    return shown
