"""`cairn signposts`: are the lines of help checked by a person, and lately; and the note that one of them was.

It must never call a line right that nobody has called.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from bot.command_errors import CommandError, one_sentence
from bot.command_record import record

if TYPE_CHECKING:
    from bot.safety.signpost_rows import Signpost

REVIEW = timedelta(days=182)  # after half a year each line is called again

signposts = typer.Typer(help="The lines of help: what has to be checked, and what was.", no_args_is_help=True)


@signposts.command()
def check(
    release: Annotated[
        bool, typer.Option("--release", help="Fail as in production, where CAIRN_ENVIRONMENT says so by itself.")
    ] = False,
) -> None:
    """Say which lines nobody has called yet, or not for long; for a release that is a failure."""
    with one_sentence():
        from bot.safety.signposts import all_rows, troubles
        from bot.settings import settings

        strict = release or not settings().in_development
        rows = all_rows()
        wrong = [(row, said) for row in rows if (said := _wrong(row, date.today()))]
        failing = bool(troubles()) or any(row.crisis for row, _ in wrong)
        for trouble in troubles():
            print(f"{_mark(strict)}  {trouble}")
        for row, said in wrong:
            print(f"{_mark(strict and row.crisis)}  {row.id}: {said}")
        print(
            f"{len(rows)} lines, {len(wrong)} to check: call or compare each,"
            " then `cairn signposts verify ID --by NAME`."
        )
    if strict and failing:
        raise typer.Exit(1)


@signposts.command()
def verify(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The line, as `cairn signposts check` calls it.")],
    by: Annotated[str, typer.Option(help="Who has called the line and found it right.")],
) -> None:
    """Note that somebody has called a line and found its details right."""
    with one_sentence():
        from bot.safety import signpost_files
        from bot.safety.signposts import all_rows
        from bot.settings import service_file, settings
        from bot.store import UnitOfWork
        from bot.store.migrate import upgrade
        from bot.store.repositories.audit import Deed

        name = " ".join(by.split())
        row = next((row for row in all_rows() if row.id == identifier), None)
        if row is None:
            raise CommandError(f"There is no line {identifier}; `cairn signposts check` shows them all.")
        if not name:
            raise CommandError("--by needs the name of whoever has called the line.")
        today = date.today()
        upgrade(settings().database_url)
        with UnitOfWork(settings().database_url) as work:
            path = signpost_files.record(service_file(), row, name, today, today + REVIEW)
            record(work, settings(), Deed.VERIFIED_LINE, target=f"line {row.id}, as {name}")
            work.commit()
        print(f"{row.id}: {_details(row)}.\nVerified by {name}, due again on {today + REVIEW}. Kept in {path}.")


def _wrong(row: Signpost, today: date) -> str:
    """What has to be done about a line, empty where nothing has."""
    if not row.verified_on or not row.verified_by:
        return f"never verified ({_details(row)})"
    return f"due again since {row.review_due} ({_details(row)})" if row.overdue(today) else ""


def _details(row: Signpost) -> str:
    """What somebody checks who calls the line."""
    contacts = [f"{kind} {contact.shown}" for kind, contact in row.channels.items()]
    unsure = f"unsure: {', '.join(row.unsure)}" if row.unsure else ""
    never = f"never call it to check: compare it with {row.source}" if row.is_emergency else ""
    return ", ".join(filter(None, [row.name, *contacts, row.deaf_access, unsure, never]))


def _mark(failing: bool) -> str:
    return "fail" if failing else "warn"
