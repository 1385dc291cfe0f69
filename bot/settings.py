"""The one settings object: environment variables and what a service fills in, read once.

It must never let a production start use a secret that stands in the source.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from ipaddress import ip_network
from pathlib import Path
from typing import Optional

import yaml

from bot.alert_settings import Alerts, AlertSettingsError, alerts_from
from bot.peer_support import Peers, PeerSupportError, peers_from
from bot.place_settings import PlaceError, place_from_settings

ROOT = Path(__file__).resolve().parent.parent
DEVELOPMENT_SECRET = "development-only-secret-do-not-use"  # noqa: S105 (refused outside development)
SHORTEST_SECRET = 32
OLDEST_MINIMUM = 99  # years
_ORIGIN = re.compile(r"https://[a-z0-9.-]+(:\d+)?|http://(localhost|127\.0\.0\.1)(:\d+)?")
SIGNPOSTS = "signposts"  # a section of service.yml that is read where it cannot keep Cairn from starting: bot.safety


class SettingsError(ValueError):
    """A setting is missing or wrong; the message says which one and what to do."""


@dataclass(frozen=True)
class Service:
    """What the service that runs Cairn fills in, in `service.yml`."""

    name: str = "this service"
    country: str = "GB"
    area: str = ""  # England, Scotland, Wales, Northern Ireland; empty means unknown
    minimum_age: int = 18  # whoever tells a lower age is shown the lines for children
    leave_url: str = "https://www.bbc.co.uk/weather"  # where "Leave" goes: a page that says nothing about its reader
    widget_origins: tuple[str, ...] = ()  # the sites whose pages may hold the chat, such as https://www.service.example
    peer_support: tuple[Peers, ...] = ()  # the local directory of peer support; empty until a service fills it in
    alerts: Optional[Alerts] = None  # None: nobody is told of anything, and every text says so

    @property
    def alerts_on(self) -> bool:
        """Whether the team may learn that support was shown."""
        return self.alerts is not None


@dataclass(frozen=True)
class Settings:
    """Everything that may differ between two installations. Durations are in seconds."""

    environment: str = "development"
    secret: str = DEVELOPMENT_SECRET
    database_url: str = f"sqlite:///{ROOT}/var/cairn.db"
    tracker_url: str = f"sqlite:///{ROOT}/var/tracker.db"
    host: str = "127.0.0.1"
    proxies: str = ""  # addresses of the proxies, with commas, that are believed whom they speak for
    web_port: int = 8000
    rasa_port: int = 5005
    actions_port: int = 5055
    worker_port: int = 8001
    guard_deadline: float = 4.0  # after this the channel guard speaks if nobody else did
    action_deadline: float = 2.5  # after this a custom action apologises instead of hanging
    database_timeout: float = 2.0  # waiting for a lock or a connection
    transcript_days: int = 90  # what was said longer ago is deleted; plans stay
    alerts_smtp_password: str = field(default="", repr=False)
    alerts_webhook_key: str = field(default="", repr=False)  # signs what is sent to the webhook
    service: Service = field(default_factory=Service)

    @property
    def rasa_url(self) -> str:
        return f"http://{self.host}:{self.rasa_port}"

    @property
    def actions_url(self) -> str:
        return f"http://{self.host}:{self.actions_port}/webhook"

    @property
    def in_development(self) -> bool:
        return self.environment == "development"


def load(environ: Mapping[str, str], service_file: Path) -> Settings:
    """Settings from `CAIRN_…` variables and a service file that may be absent.

    Raises SettingsError with a sentence that names the variable.
    """
    values: dict[str, object] = {"service": _service(service_file)}
    for name, default in (
        ("environment", ""),
        ("secret", ""),
        ("database_url", ""),
        ("tracker_url", ""),
        ("host", ""),
        ("proxies", ""),
        ("web_port", 0),
        ("rasa_port", 0),
        ("actions_port", 0),
        ("worker_port", 0),
        ("guard_deadline", 0.0),
        ("action_deadline", 0.0),
        ("database_timeout", 0.0),
        ("transcript_days", 0),
        ("alerts_smtp_password", ""),
        ("alerts_webhook_key", ""),
    ):
        raw = environ.get(f"CAIRN_{name.upper()}")
        if raw:
            values[name] = _convert(name, raw, type(default))
    settings = Settings(**values)  # type: ignore[arg-type]  # converted one by one above
    _refuse_unsafe(settings)
    return settings


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process, read once from the environment and `service.yml`."""
    return load(os.environ, service_file())


def service_file() -> Path:
    """Where a service fills in what it is and adds lines of help of its own. The file may be absent."""
    return Path(os.environ.get("CAIRN_SERVICE_FILE", ROOT / "service.yml"))


def _convert(name: str, raw: str, kind: type) -> object:
    try:
        return kind(raw)
    except ValueError as error:
        raise SettingsError(f"CAIRN_{name.upper()} must be a number, and is not.") from error


def _service(path: Path) -> Service:
    if not path.exists():
        return Service()
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path.name} cannot be read as YAML. Please correct it.") from error
    known = {*Service.__dataclass_fields__, SIGNPOSTS}
    if not isinstance(content, dict) or not set(content) <= known:
        raise SettingsError(f"{path.name} may hold only: {', '.join(sorted(known))}.")
    content.pop(SIGNPOSTS, None)
    age = content.pop("minimum_age", Service.minimum_age)
    if isinstance(age, bool) or not isinstance(age, int) or not 0 <= age <= OLDEST_MINIMUM:
        raise SettingsError(f"minimum_age in {path.name} must be a whole number of years.")
    origins = _origins(content.pop("widget_origins", None) or (), path)
    try:
        alerts = alerts_from(content.pop("alerts", None))
        peers = peers_from(content.pop("peer_support", None))
        country, area = place_from_settings(content.pop("country", Service.country), content.pop("area", Service.area))
    except (AlertSettingsError, PeerSupportError, PlaceError) as error:
        raise SettingsError(str(error)) from None
    texts = {key: str(value) for key, value in content.items()}
    return Service(
        **texts,
        country=country,
        area=area,
        minimum_age=age,
        widget_origins=origins,
        alerts=alerts,
        peer_support=peers,
    )


def _origins(written: object, path: Path) -> tuple[str, ...]:
    if not isinstance(written, (list, tuple)) or not all(_ORIGIN.fullmatch(str(origin)) for origin in written):
        raise SettingsError(
            f"widget_origins in {path.name} must be a list of addresses such as https://www.service.example, "
            "each without a path."
        )
    return tuple(str(origin) for origin in written)


def _is_address(written: str) -> bool:
    try:
        ip_network(written.strip())
    except ValueError:
        return False
    return True


def _refuse_unsafe(settings: Settings) -> None:
    if settings.environment not in {"development", "production"}:
        raise SettingsError("CAIRN_ENVIRONMENT must be development or production.")
    if settings.proxies and not all(_is_address(one) for one in settings.proxies.split(",")):
        raise SettingsError(
            "CAIRN_PROXIES must be addresses such as 127.0.0.1 or 10.0.0.0/8, with commas between them."
        )
    if settings.transcript_days < 1:
        raise SettingsError("CAIRN_TRANSCRIPT_DAYS must be 1 or more.")
    if not settings.service.leave_url.startswith("https://"):
        raise SettingsError("leave_url in service.yml must be an address that starts with https://.")
    if not settings.in_development and (
        settings.secret == DEVELOPMENT_SECRET or len(settings.secret) < SHORTEST_SECRET
    ):
        raise SettingsError(f"Set CAIRN_SECRET to a random text of at least {SHORTEST_SECRET} characters.")
    alerts = settings.service.alerts
    if alerts and alerts.webhook and len(settings.alerts_webhook_key) < SHORTEST_SECRET:
        raise SettingsError(
            f"Set CAIRN_ALERTS_WEBHOOK_KEY to a random text of at least {SHORTEST_SECRET} characters: it signs alerts."
        )
    if alerts and alerts.email and alerts.email.user and not settings.alerts_smtp_password:
        raise SettingsError("Set CAIRN_ALERTS_SMTP_PASSWORD: alerts in service.yml name a user for the mail server.")
