"""`cairn audit`: is the record of what staff did whole? It only reads, but for the note that it was checked."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.command_errors import one_sentence

audit = typer.Typer(help="The record of what staff did.", no_args_is_help=True)


@audit.command()
def verify(
    digest: Annotated[str, typer.Option(help="A digest that an earlier check printed: it has to be there still.")] = "",
) -> None:
    """Walk the chain of the record; name the first entry that is not as it was written."""
    with one_sentence():
        from bot.identity import audit_key
        from bot.settings import settings
        from bot.store import UnitOfWork
        from bot.store.repositories.audit import COMMAND_LINE, Deed

        key = audit_key(settings().secret)
        with UnitOfWork(settings().database_url) as work:
            verdict = work.audit.verify(key, digest.strip())
        if verdict.is_whole:
            print(f"The record is whole: {verdict.entries} entries.\nDigest: {verdict.digest}")
            print("Note the digest elsewhere; --digest checks later that nothing was taken off the end.")
        elif verdict.altered:
            print(f"Entry {verdict.altered}: {verdict.reason}. The {verdict.altered - 1} before it are whole.")
        else:
            print(f"The chain is whole, but {verdict.reason}.")
        with UnitOfWork(settings().database_url) as work:
            found = "whole" if verdict.is_whole else f"altered at {verdict.altered or 'the end'}"
            work.audit.add(key, COMMAND_LINE, Deed.CHECKED_RECORD, target=found)
            work.commit()
    if not verdict.is_whole:
        raise typer.Exit(1)
