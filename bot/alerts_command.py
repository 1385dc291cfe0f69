"""`cairn alerts`: what waits for the team, who looks, and what came of it.

An alert says that cue words were seen, which is no assessment. Nothing here answers one by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Optional
from zoneinfo import ZoneInfo

import typer

from bot.command_errors import one_sentence
from bot.command_record import record

if TYPE_CHECKING:
    from bot.alert_settings import Alerts
    from bot.store import UnitOfWork
    from bot.store.repositories.alerts import Entry, KeptAlert
    from bot.store.repositories.audit import Deed

WHAT_IT_IS = "Cue words were seen; this is not an assessment."

alerts = typer.Typer(help="What waits for the team: see it, acknowledge it, close it.", no_args_is_help=True)

Number = Annotated[int, typer.Argument(metavar="ID", help="The alert, as `cairn alerts list` numbers it.")]
Name = Annotated[str, typer.Option("--as", help="Your name.")]


@alerts.command("list")
def list_alerts(
    everything: Annotated[bool, typer.Option("--all", help="Also the alerts that are closed.")] = False,
) -> None:
    """Show the alerts that nobody has closed, oldest first."""
    with one_sentence(), _work() as work:
        from bot.settings import settings
        from bot.store.columns import utc_now
        from bot.store.repositories.audit import Deed

        chosen = settings().service.alerts
        found = work.alerts.all() if everything else work.alerts.open()
        record(work, settings(), Deed.VIEWED, target="alerts")
        for one in found:
            record(work, settings(), Deed.LISTED_ALERT, about=one.person_id, target=f"alert {one.id}")
        work.commit()
        print(
            "\n".join(
                [*_heading(chosen, len(found)), *(line for one in found for line in _lines(one, chosen, utc_now()))]
            )
        )


@alerts.command("ack")
def acknowledge(
    number: Number, name: Name, note: Annotated[str, typer.Option(help="What you do now, if you like.")] = ""
) -> None:
    """Say that you look at an alert."""
    with one_sentence(), _work() as work:
        from bot.store.repositories.audit import Deed

        work.alerts.acknowledge(number, _tidy(name), note.strip())
        _record(work, Deed.ACKNOWLEDGED, number, name, note)
        work.commit()
        print(f"Alert {number} is acknowledged by {_tidy(name)}.")


@alerts.command("close")
def close(number: Number, name: Name, note: Annotated[str, typer.Option(help="What came of it.")]) -> None:
    """Say that an alert has been dealt with."""
    with one_sentence(), _work() as work:
        from bot.store.repositories.audit import Deed

        work.alerts.close(number, _tidy(name), note.strip())
        _record(work, Deed.CLOSED, number, name, note)
        work.commit()
        print(f"Alert {number} is closed by {_tidy(name)}.")


@contextmanager
def _work() -> Iterator[UnitOfWork]:
    from bot.settings import settings
    from bot.store import UnitOfWork

    with UnitOfWork(settings().database_url) as work:
        yield work


def _record(work: UnitOfWork, deed: Deed, number: int, name: str, note: str) -> None:
    from bot.settings import settings

    about = work.alerts.get(number).person_id
    record(work, settings(), deed, about=about, target=f"alert {number}, as {_tidy(name)}", note=note)


def _heading(chosen: Optional[Alerts], count: int) -> list[str]:
    lines = [WHAT_IT_IS] if count else []
    if chosen is None:
        lines.append("Alerts are off: fill in the alerts section of service.yml to switch them on.")
    elif count:
        lines.append(f"Procedure: {chosen.procedure}")
    return [*lines, "No alert waits." if not count else f"{count} alert{'s' if count > 1 else ''}:"]


def _lines(alert: KeptAlert, chosen: Optional[Alerts], now: datetime) -> list[str]:
    zone = ZoneInfo(chosen.open.zone if chosen else "UTC")
    shown = f"{_time(alert.shown_at, zone)} ({alert.shown_at:%H:%M} UTC)"
    return [
        "",
        f"{alert.id}  {_state(alert, chosen, now)}",
        f"    {alert.channel} {alert.pseudonym}",
        f"    {shown}  {_why(alert)}, shown {alert.text_id}",
        *(f"    {_time(entry.at, zone)}  {_deed(entry)}" for entry in alert.history),
    ]


def _why(alert: KeptAlert) -> str:
    if alert.layout == "team":
        return "they asked that the team is told"
    return ", ".join(alert.families) or "unclear"


def _state(alert: KeptAlert, chosen: Optional[Alerts], now: datetime) -> str:
    if alert.closed:
        return "closed"
    if alert.acknowledged:
        return f"acknowledged by {alert.acknowledged.who}"
    age = f"not acknowledged, {_long(now - alert.shown_at)} old"
    return f"{age}, {_long(chosen.open.open_time(alert.shown_at, now))} of it at work" if chosen else age


def _deed(entry: Entry) -> str:
    return f"{entry.what.replace('_', ' ')}: {', '.join(filter(None, (entry.who, entry.note)))}"


def _long(time: timedelta) -> str:
    days, minutes = time.days, time.seconds // 60
    parts = ((days, "d"), (minutes // 60, "h"), (minutes % 60, "min"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 min"


def _time(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%a %d %b %Y %H:%M}"


def _tidy(name: str) -> str:
    return " ".join(name.split())
