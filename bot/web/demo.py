"""An ordinary site that embeds the widget under a strict content security policy: `python -m bot.web.demo`.

For trying and for tests only. It knows nothing of Cairn but the one line that every site would write.
"""

from __future__ import annotations

import sys
from pathlib import Path

import uvicorn
from jinja2 import Environment, FileSystemLoader
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Route

from bot.settings import settings

HERE = Path(__file__).parent
PORT = 8002


def create_demo(cairn: str) -> Starlette:
    """A site whose pages hold the widget of the Cairn at this address."""
    policy = f"default-src 'none'; style-src 'self'; script-src {cairn}; connect-src {cairn}; base-uri 'none'"
    text = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True).get_template("demo.html")

    async def page(_: Request) -> Response:
        return HTMLResponse(text.render(cairn=cairn), headers={"Content-Security-Policy": policy})

    async def style(_: Request) -> Response:
        return FileResponse(HERE / "static" / "demo.css")

    return Starlette(routes=[Route("/", page), Route("/demo.css", style)])


def main() -> None:
    """Serve until stopped, on the port that is given, else 8002."""
    here = settings()
    port = int(sys.argv[1]) if len(sys.argv) > 1 else PORT
    cairn = f"http://{here.host}:{here.web_port}"
    site = f"http://{here.host}:{port}"
    print(f"{site}/ embeds {cairn}/widget.js")
    if site not in here.service.widget_origins:
        print(f"Name it in service.yml first:\n\nwidget_origins:\n  - {site}\n\nthen start Cairn again.")
    uvicorn.run(create_demo(cairn), host=here.host, port=port, log_level="warning", ws="none")


if __name__ == "__main__":
    main()
