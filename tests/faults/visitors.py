"""People who talk to an installation, by REST, in a browser without script or with it, and what they are shown."""

from __future__ import annotations

import html
import http.client
import json
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Optional, Protocol
from urllib.parse import urlencode

from bot.identity import pseudonym
from bot.safety.places import place_named
from bot.settings import DEVELOPMENT_SECRET
from tests.faults.processes import PATIENCE, WEB, Cairn, buttons_of_the_card, is_honest, shows_the_card, words

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


def is_abroad(message: str, before: bool) -> bool:
    """Has somebody said that they are where other numbers help than those of these islands?"""
    place = place_named(message)
    return before if place is None else place.country not in {"GB", "IE"}


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
        self._is_abroad = False
        self.name = name or secrets.token_hex(8)

    @property
    def pseudonym(self) -> str:
        return pseudonym(DEVELOPMENT_SECRET, "rest", self.name)

    def say(self, message: str) -> Shown:
        said = self.cairn.say(message, self.name)
        buttons = tuple(button["title"] for bubble in said for button in bubble.get("buttons", ()))
        self._is_abroad = is_abroad(message, self._is_abroad)
        is_card = buttons_of_the_card(said) if self._is_abroad else shows_the_card(said)
        return Shown(secrets.token_hex(8), words(said), buttons, is_card, not is_honest(said))


class InABrowser:
    """Somebody whose browser runs no script."""

    def __init__(self, cairn: Cairn) -> None:
        self.cairn = cairn
        self._is_abroad = False
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
        self._is_abroad = is_abroad(message, self._is_abroad)
        numbers = self._is_abroad or all(f'href="tel:{number}"' in latest for number in ("999", "116123"))
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


class ByScript:
    """Somebody on our page or with the widget, whose script says things by fetch. What was not sent is tried again."""

    def __init__(self, cairn: Cairn) -> None:
        self.cairn = cairn
        _, begun = cairn.call("/chat/session", b"", WEB, {"Authorization": "Bearer none"})
        self._token = str(begun["token"])
        self._id = self._unsent = ""

    @property
    def pseudonym(self) -> str:
        return self._token.partition(".")[0]

    def say(self, message: str) -> Shown:
        if message != self._unsent:
            self._id = secrets.token_hex(8)
        body = json.dumps({"id": self._id, "text": message, "step": ""}).encode()
        _, told = self.cairn.call("/chat/say", body, WEB, {"Authorization": f"Bearer {self._token}"})
        self._unsent = "" if told["sent"] else message
        bubbles = [bubble for line in told["lines"] if line["who"] == "cairn" for bubble in line["bubbles"]]
        text = "\n".join(_words_in(bubbles))
        offered = tuple(payload for _, payload in told.get("now", {}).get("picks", ()) if payload != _REPORT)
        shown = Shown(self._id, text, offered, False, bool(told["sent"]))
        kinds = {block["kind"] for bubble in bubbles for block in bubble.get("blocks", ())}
        numbers = all(f'"tel:{number}"' in json.dumps(bubbles) for number in ("999", "116123"))
        return replace(shown, is_card=numbers and "truth" in kinds and not shown.is_short_question)


def _words_in(drawn: object) -> list[str]:
    """What can be read in bubbles, line by line."""
    if isinstance(drawn, dict):
        return _words_in([value for name, value in drawn.items() if name != "kind"])
    if not isinstance(drawn, list):
        return [drawn] if isinstance(drawn, str) else []
    if drawn and all(isinstance(piece, list) and piece and isinstance(piece[0], str) for piece in drawn):
        return ["".join(piece[0] for piece in drawn)]
    return [words for part in drawn for words in _words_in(part)]


CHANNELS: dict[str, Callable[[Cairn], Visitor]] = {"rest": ByRest, "web": InABrowser, "script": ByScript}


def until_taken(visitor: Visitor, message: str) -> Shown:
    """What is shown once a message was taken: on a busy machine it is sent again, as its writer is asked to."""
    shown = visitor.say(message)
    for _ in range(TRIES):
        if shown.was_taken:
            break
        shown = visitor.say(message)
    return shown
