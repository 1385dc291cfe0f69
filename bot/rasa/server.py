"""The dialogue process: `python -m bot.rasa.server`. Rasa with our channels, bound to this machine.

Without a model it still runs: the guard shows support and says honestly that something is wrong, and /health tells. It
must never write a person's words to a log.
"""

from __future__ import annotations

import logging
import os
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
os.environ["RASA_TELEMETRY_ENABLED"] = "false"
os.environ["LOG_LEVEL"] = os.environ["LOG_LEVEL_LIBRARIES"] = "WARNING"

import structlog

from bot import logs
from bot.settings import ROOT, Settings, settings

log = logging.getLogger("bot.rasa.server")
MODEL = ROOT / "models" / "cairn.tar.gz"
RESPONSE_TIMEOUT = 60  # seconds; far beyond the guard's deadline


def main() -> None:
    """Serve until stopped."""
    logs.configure()
    silence_structlog()
    chosen = settings()
    serve(chosen, os.environ.get("CAIRN_MODEL", str(MODEL)))


def serve(chosen: Settings, model: str) -> None:
    """Load the model and answer. Rasa is imported here: logs are set before its modules begin to write."""
    from rasa.core.run import serve_application
    from rasa.core.utils import AvailableEndpoints
    from rasa.utils.endpoints import EndpointConfig

    from bot.rasa import schema_checks
    from bot.store import shown

    schema_checks.remember()
    if not shown.make_ready(chosen.tracker_url):
        log.error("There is no room to note that support was shown. Is the disk full, or the folder read-only?")
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    endpoints.action = EndpointConfig(chosen.actions_url, enable_selective_domain=True)
    serve_application(
        model_path=model,
        interface=chosen.host,
        port=chosen.rasa_port,
        credentials=str(ROOT / "credentials.yml"),
        enable_api=False,
        endpoints=endpoints,
        response_timeout=RESPONSE_TIMEOUT,
        server_listeners=[(_limit_bodies, "before_server_start"), (_open_the_door, "after_server_start")],
    )


def silence_structlog() -> None:
    """Rasa writes every message through structlog; of those, only the constant name of the event is kept."""
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, _name_only],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )


def _name_only(_logger: Any, _method: str, event: Any) -> str:
    return str(event.get("event", ""))


async def _limit_bodies(app: Any, _loop: Any) -> None:
    from bot.rasa.channels.requests import LONGEST_BODY

    app.config.REQUEST_MAX_SIZE = LONGEST_BODY


async def _open_the_door(app: Any, _loop: Any) -> None:
    if app.ctx.agent.is_ready():
        await _warm_up(app.ctx.agent)
    else:
        log.error("There is no model that can be loaded. Support is shown, but nothing else works: run `make train`.")
    logs.close()


async def _warm_up(agent: Any) -> None:
    """One message through the model, kept nowhere: what is made on first use is made before the first person comes."""
    from rasa.shared.core.events import ActionExecuted, UserUttered
    from rasa.shared.core.trackers import DialogueStateTracker

    parsed = await agent.parse_message("hello")
    said = UserUttered("hello", parsed["intent"], parse_data=parsed)
    tracker = DialogueStateTracker.from_events(
        "nobody", [ActionExecuted("action_session_start"), ActionExecuted("action_listen"), said], agent.domain.slots
    )
    agent.predict_next_with_tracker(tracker)


if __name__ == "__main__":
    main()
