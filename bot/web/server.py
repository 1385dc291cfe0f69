"""Serves the web application, and lets go of open streams when it has to stop: browsers come back by themselves."""

from __future__ import annotations

import socket

import uvicorn
from starlette.applications import Starlette

from bot.web.hub import Hub


class Server(uvicorn.Server):
    """A server that ends the streams of its application before it waits for its connections."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop serving."""
        hub: Hub | None = getattr(getattr(self.config.app, "state", None), "hub", None)
        if hub is not None:
            hub.close()
        await super().shutdown(sockets)


def serve(app: Starlette, host: str, port: int, proxies: str = "") -> None:
    """Serve until stopped. What these proxies say of who asks is believed; nobody else's word is."""
    Server(configured(app, host, port, proxies)).run()


def configured(app: Starlette, host: str, port: int, proxies: str = "") -> uvicorn.Config:
    """How it is served: without a line in a log for each request, which would hold a person's own links."""
    return uvicorn.Config(
        app,
        host=host,
        port=port,
        access_log=False,
        server_header=False,
        log_level="warning",
        proxy_headers=bool(proxies),
        forwarded_allow_ips=proxies,
        timeout_graceful_shutdown=3,
        ws="none",  # Rasa pins a websockets package that uvicorn cannot import; no page needs one
    )
