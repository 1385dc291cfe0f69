"""`cairn summaries`: are the kept summaries what would be made now; and all of them made anew."""

from __future__ import annotations

import typer

from bot.command_errors import one_sentence

summaries = typer.Typer(help="What the worker keeps of each person for staff.", no_args_is_help=True)


@summaries.command()
def check() -> None:
    """Say whether each kept summary is what plan and conversation make of it now."""
    with one_sentence():
        from bot.settings import settings
        from bot.worker.summaries import SummaryKeeper

        differing = SummaryKeeper(settings()).differing()
        print(f"{len(differing)} differ: `cairn summaries rebuild`." if differing else "All are as they should be.")
    if differing:
        raise typer.Exit(1)


@summaries.command()
def rebuild() -> None:
    """Make every summary anew from plans and conversations."""
    with one_sentence():
        from bot.settings import settings
        from bot.worker.summaries import SummaryKeeper

        print(f"{SummaryKeeper(settings()).rebuild()} people have something shared.")
