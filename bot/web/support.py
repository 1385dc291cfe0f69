"""Pages that need nothing but this process: where to find help, and whether the process is alive."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response


async def page(request: Request) -> Response:
    """Lines of help, from the registry in memory."""
    response: Response = request.app.state.pages.support(request.query_params.get("area"))
    return response


async def offline(request: Request) -> Response:
    """What a browser keeps for when this process cannot be reached."""
    response: Response = request.app.state.pages.page("offline.html")
    return response


async def away(request: Request) -> Response:
    """The same for one's own pages."""
    response: Response = request.app.state.pages.page("away.html")
    return response


async def health(_: Request) -> Response:
    return JSONResponse({"process": "web", "status": "ok"})
