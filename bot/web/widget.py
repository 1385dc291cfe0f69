"""The widget as one script: its parts in order, its look, its words and the lines of help, put together once.

There is no build step: the parts stand in widget/ as they are written. It must hold nothing of any person, and every
number in it comes from the registry.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.safety.signpost_rows import Signpost
from bot.safety.signposts import Registry, registry
from bot.settings import Service
from bot.web import drawn, places
from bot.web.conversation import START, offline
from bot.web.page import Lines, bubbles
from bot.web.rows import MAIN_ROLES, MORE_ROLES, main_rows, row_of

HERE = Path(__file__).with_name("widget")
STATIC = Path(__file__).with_name("static")
KEPT = (
    "/offline", "/away", "/support", "/widget.js", "/static/tokens.css", "/static/cairn.css", "/static/leave.js",
    "/static/cairn.svg",
)  # fmt: skip  # what our own pages keep in the browser for want of a network; the same for everybody
INSTEAD = {"/": "/offline", "/support": "/support"}  # pages, and which of these stands for each
OWN = ("/plan", "/data", "/shared", "/p", "/return", "/door")  # "/away" stands for these, and for all below them
PARTS = ("draw", "line", "support", "leave", "log", "answer", "sofar", "chat", "start")
LOOKS = (STATIC / "tokens.css", STATIC / "cairn.css", HERE / "look.css")
# Seconds: a minute, and for a week what is kept is used while it is asked for anew, or where nobody answers.
CACHE = "max-age=60, stale-while-revalidate=604800, stale-if-error=604800"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_REM = re.compile(r"(?<![\w-])(\d*\.?\d+)rem\b")


class Bundle:
    """The script of the widget, for the service that runs it; and its mark, by which a browser knows it again."""

    def __init__(self, service: Service) -> None:
        self.text = script_text(service)
        self.packed = gzip.compress(self.text.encode(), mtime=0)
        name = hashlib.sha256(self.text.encode()).hexdigest()[:16]
        self.mark = f'"{name}"'
        self.worker = worker_text(name)


async def script(request: Request) -> Response:
    """The widget's script. A browser asks soon whether it is still the same, and uses it where nobody answers."""
    bundle: Bundle = request.app.state.widget
    headers = {
        "Cache-Control": CACHE,
        "ETag": bundle.mark,
        "Vary": "Accept-Encoding",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    if request.headers.get("if-none-match") == bundle.mark:
        return Response(status_code=304, headers=headers)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(bundle.text, media_type="text/javascript", headers=headers)
    return Response(bundle.packed, media_type="text/javascript", headers={**headers, "Content-Encoding": "gzip"})


async def worker(request: Request) -> Response:
    """The script that keeps our own pages' way to help for when there is no network."""
    bundle: Bundle = request.app.state.widget
    return Response(bundle.worker, media_type="text/javascript", headers={"Cache-Control": "no-cache"})


def worker_text(name: str) -> str:
    """The worker, for this state of the script: another one keeps everything anew."""
    known = {"NAME": f"cairn-{name}", "KEPT": KEPT, "INSTEAD": INSTEAD, "OWN": OWN}
    given = "\n".join(f"const {key} = {json.dumps(value)};" for key, value in known.items())
    return f"{given}\n{(HERE / 'worker.js').read_text(encoding='utf-8')}"


def script_text(service: Service) -> str:
    """The whole script, in a scope of its own."""
    known = {
        "LOOK": look(),
        "WORDS": json.loads((HERE / "words.json").read_text(encoding="utf-8")),
        "PLACES": help_of(service),
        "LEAVE": service.leave_url,
        "START": START,
    }
    given = "\n".join(f"const {name} = {json.dumps(value, ensure_ascii=False)};" for name, value in known.items())
    parts = "\n".join(_code((HERE / f"{part}.js").read_text(encoding="utf-8")) for part in PARTS)
    return f'(() => {{\n"use strict";\n{given}\n{parts}\n}})();\n'


def _code(part: str) -> str:
    """A part without its comments, each of which has lines of its own, and without the space before its lines."""
    lines = (line.strip() for line in part.split("\n"))
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def look() -> str:
    """The look of the page, for the inside of the element.

    A site may set its own root font size, so sizes are multiples of what the reader has chosen in their browser.
    """
    css = "\n".join(file.read_text(encoding="utf-8") for file in LOOKS)
    css = _COMMENT.sub("", css).replace(":root:not([data-theme])", ":host(:not([data-theme]))")
    css = re.sub(r':root(\[data-theme="[a-z-]+"\])', r":host(\1)", css).replace(":root", ":host")
    lines = (line if line.startswith(("@media", "@container")) else _sized(line) for line in css.split("\n"))
    return "\n".join(line.strip() for line in lines if line.strip())


def help_of(service: Service) -> list[dict[str, Any]]:
    """The lines of help of every place that has some, the service's own place first."""
    own = (service.country, service.area)
    first = _place(*own)
    return [first, *(_place(*place) for name, place in places.offered().items() if name != first["name"])]


def _place(country: str, area: str) -> dict[str, Any]:
    here = registry(country, area)
    now = datetime.now(timezone.utc)
    return {
        "name": places.name_of(here),
        "rows": [_row(signpost, now) for signpost in here.role(*MAIN_ROLES)],
        "more": [_row(signpost, now) for signpost in here.role(*MORE_ROLES)],
        "sorry": _sorry(country, area),
    }


def _row(signpost: Signpost, now: datetime) -> drawn.Values:
    """A line of help with its hours, so that the browser knows by itself whether somebody answers."""
    row = {name: value for name, value in drawn.row(row_of(signpost, now)).items() if value and name != "closed"}
    hours = signpost.hours
    if hours.not_closed is not None:
        row["hours"] = [hours.zone, [list(span) for span in hours.not_closed]]
    return row


def _sorry(country: str, area: str) -> list[drawn.Values]:
    """What is said with the lines of a place where nobody of ours can be reached."""
    here = registry(country, area)
    view = Lines(of=lambda support: _rows(here, support.signposts), here=main_rows(here, datetime.now(timezone.utc)))
    return [drawn.bubble(one) for one in bubbles((offline(country, area),), view)]


def _rows(here: Registry, ids: tuple[str, ...]) -> tuple[Any, ...]:
    now = datetime.now(timezone.utc)
    return tuple(row_of(signpost, now) for signpost in here.rows if signpost.id in ids)


def _sized(line: str) -> str:
    return _REM.sub(r"calc(\1 * var(--rem))", line)
