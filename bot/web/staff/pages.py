"""The templates of the staff pages with what fills them. Words stand in the templates; all else is escaped by them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from bot.settings import Service
from bot.web.staff.forms import LONGEST_NOTE
from bot.web.staff.words import DEEDS, FAMILIES, HISTORY, ROLES, WAYS

TEMPLATES = Path(__file__).parent.with_name("templates")
_ZONES = {"GB": "Europe/London", "IE": "Europe/Dublin", "NZ": "Pacific/Auckland"}
_UNITS = ((86_400, "day"), (3_600, "hour"), (60, "minute"))


class StaffPages:
    """Every page of the staff side, for the service that runs it. Times are shown in the service's zone."""

    def __init__(self, service: Service) -> None:
        self.service = service
        zone = service.alerts.open.zone if service.alerts else _ZONES.get(service.country, "UTC")
        self.zone = ZoneInfo(zone)
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True,
        )  # fmt: skip
        self._templates.filters |= {
            "moment": self.moment, "day": self.day, "short_day": self.short_day, "clock": self.clock, "long": long,
            "iso": lambda at: at.isoformat(),
        }  # fmt: skip
        self._templates.globals |= {
            "service": service, "families": FAMILIES, "deeds": DEEDS, "history_words": HISTORY, "roles": ROLES,
            "ways": WAYS, "longest_note": LONGEST_NOTE,
        }  # fmt: skip

    def page(self, template: str, status: int, values: Mapping[str, Any]) -> Response:
        """A page from a template of the staff's folder."""
        return HTMLResponse(self._templates.get_template(f"staff/{template}").render(**values), status)

    def today(self, now: datetime) -> date:
        """The date of a moment, where the service is."""
        return now.astimezone(self.zone).date()

    def moment(self, at: datetime) -> str:
        """Sunday 22 November 2026, 8:14 pm."""
        here = at.astimezone(self.zone)
        return f"{here:%A} {here.day} {here:%B %Y}, {self.clock(at)}"

    def day(self, at: date) -> str:
        """Sunday 22 November 2026; of a moment the day where the service is."""
        here = at.astimezone(self.zone).date() if isinstance(at, datetime) else at
        return f"{here:%A} {here.day} {here:%B %Y}"

    def short_day(self, at: date) -> str:
        """22 Nov 2026."""
        here = at.astimezone(self.zone).date() if isinstance(at, datetime) else at
        return f"{here.day} {here:%b %Y}"

    def clock(self, at: datetime) -> str:
        """8:14 pm."""
        here = at.astimezone(self.zone)
        return f"{here.hour % 12 or 12}:{here:%M} {'am' if here.hour < 12 else 'pm'}"


def long(time: timedelta) -> str:
    """2 days 3 hours: the two largest parts."""
    seconds, parts = max(0, int(time.total_seconds())), []
    for size, unit in _UNITS:
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count} {unit}{'s' if count > 1 else ''}")
    return " ".join(parts[:2]) or "less than a minute"
