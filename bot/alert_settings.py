"""What a service fills in before Cairn may tell its team of anything: the `alerts` section of `service.yml`.

Alerts are off until hours, names and procedure are all there. Nothing here may guess one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Optional
from urllib.parse import urlsplit

from bot.opening_hours import OpeningHours, OpeningHoursError, opening_hours

NEEDED = ("hours", "open", "time_zone", "names", "procedure")
MAY_HOLD = (*NEEDED, "acknowledge_within_hours", "address", "excerpt", "email", "webhook")
AROUND, MESSAGE, NONE = EXCERPTS = ("around", "message", "none")  # which words an alert shows to who may answer it
EMAIL = "email"
WEBHOOK = "webhook"
SECURITY = {"starttls": 587, "tls": 465, "none": 25}  # how a mail server is spoken to, and its usual port
_LONGEST_WAIT = 24 * 14  # hours at work
_HERE = {"localhost", "127.0.0.1", "::1"}


class AlertSettingsError(ValueError):
    """The alerts section is not complete or not right; the message says what to write."""


@dataclass(frozen=True)
class Email:
    """Where notifications go by e-mail. The password is CAIRN_ALERTS_SMTP_PASSWORD, never in the file."""

    host: str
    port: int
    security: str
    sender: str
    to: tuple[str, ...]
    user: str = ""


@dataclass(frozen=True)
class Webhook:
    """Where notifications go as signed requests. The key is CAIRN_ALERTS_WEBHOOK_KEY, never in the file."""

    url: str


@dataclass(frozen=True)
class Alerts:
    """That alerts are on, and all that is needed for it."""

    hours: str  # as people read them: "Monday to Friday, 9 to 5"
    open: OpeningHours
    names: tuple[str, ...]  # who looks
    procedure: str  # what they do then: a sentence, or an address
    acknowledge_within: timedelta = timedelta(hours=4)  # of time at work
    address: str = ""  # of the staff pages, such as https://cairn.service.example/staff; named in notifications
    excerpt: str = AROUND  # read in the conversation as long as it is kept, never copied
    email: Optional[Email] = None
    webhook: Optional[Webhook] = None

    @property
    def ways(self) -> tuple[str, ...]:
        """How the team is notified. Without a way alerts wait in the queue for who looks."""
        return tuple(way for way, target in ((EMAIL, self.email), (WEBHOOK, self.webhook)) if target is not None)


def alerts_from(section: object) -> Optional[Alerts]:
    """The alerts of a service file's section, None where there is none. Raises AlertSettingsError."""
    if section is None or section is False:
        return None
    content = _only(section, MAY_HOLD, "alerts")
    missing = [name for name in NEEDED if not content.get(name)]
    if missing:
        raise AlertSettingsError(
            f"alerts in service.yml still need {', '.join(missing)}. Fill in all of {', '.join(NEEDED)}, "
            "or leave the whole section out: then alerts are off."
        )
    try:
        hours = opening_hours(content["open"], str(content["time_zone"]))
    except OpeningHoursError as error:
        raise AlertSettingsError(f"alerts in service.yml: {error}") from None
    return Alerts(
        hours=_line(content, "hours"),
        open=hours,
        names=_list(content["names"]),
        procedure=_line(content, "procedure"),
        acknowledge_within=_within(content.get("acknowledge_within_hours", 4)),
        address=_address(content.get("address")),
        excerpt=_excerpt(content.get("excerpt", AROUND)),
        email=_email(content.get("email")),
        webhook=_webhook(content.get("webhook")),
    )


def _email(section: object) -> Optional[Email]:
    if section is None:
        return None
    content = _only(section, ("host", "port", "security", "from", "to", "user"), "alerts: email")
    host, sender, to = (_line(content, name, "alerts: email: ") for name in ("host", "from", "to"))
    security = str(content.get("security", "starttls")).lower()
    if security not in SECURITY:
        raise AlertSettingsError(f"alerts: email: security in service.yml must be one of {', '.join(SECURITY)}.")
    if security == "none" and host not in _HERE:
        raise AlertSettingsError("alerts: email: security may be none only for a mail server on this machine.")
    recipients = _list(content["to"]) if isinstance(content["to"], list) else _list(to.split(","))
    for address in (sender, *recipients):
        _check_address(address)
    return Email(host, _port(content, SECURITY[security]), security, sender, recipients, str(content.get("user") or ""))


def _webhook(section: object) -> Optional[Webhook]:
    if section is None:
        return None
    content = _only(section, ("url",), "alerts: webhook")
    url = _line(content, "url", "alerts: webhook: ")
    _check_url(url, "alerts: webhook: url")
    return Webhook(url)


def _address(value: object) -> str:
    """The staff pages' address without a slash at its end; empty where none is named."""
    if not value:
        return ""
    address = " ".join(str(value).split()).rstrip("/")
    _check_url(address, "alerts: address")
    return address


def _excerpt(value: object) -> str:
    if value not in EXCERPTS:
        raise AlertSettingsError(f"alerts: excerpt in service.yml must be one of {', '.join(EXCERPTS)}.")
    return str(value)


def _check_url(url: str, where: str) -> None:
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _HERE):
        raise AlertSettingsError(f"{where} in service.yml must start with https://.")
    if parts.username or parts.password:
        raise AlertSettingsError(f"{where} in service.yml must hold no user and no password.")


def _only(section: object, names: tuple[str, ...], where: str) -> Mapping[str, object]:
    if not isinstance(section, Mapping) or not set(section) <= set(names):
        raise AlertSettingsError(f"{where} in service.yml may hold only: {', '.join(names)}.")
    return section


def _line(content: Mapping[str, object], name: str, where: str = "alerts: ") -> str:
    text = " ".join(str(content.get(name) or "").split())
    if not text:
        raise AlertSettingsError(f"{where}{name} in service.yml is missing.")
    return text


def _list(value: object) -> tuple[str, ...]:
    """The parts of a list, or the one thing that stands there instead of a list."""
    parts = value if isinstance(value, list) else [value]
    return tuple(part for part in (" ".join(str(part or "").split()) for part in parts) if part)


def _within(value: object) -> timedelta:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value <= _LONGEST_WAIT:
        raise AlertSettingsError(
            f"alerts: acknowledge_within_hours in service.yml must be a number of hours up to {_LONGEST_WAIT}."
        )
    return timedelta(hours=value)


def _port(content: Mapping[str, object], usual: int) -> int:
    port = content.get("port") or usual
    if isinstance(port, bool) or not isinstance(port, int) or not 0 < port < 65536:
        raise AlertSettingsError("alerts: email: port in service.yml must be a number such as 587.")
    return port


def _check_address(address: str) -> None:
    name, _, host = address.rpartition("@")
    if not name or not host or not address.isascii() or any(sign in address for sign in ' <>,;"()'):
        raise AlertSettingsError(f'alerts: email: "{address}" in service.yml must look like team@service.example.')
