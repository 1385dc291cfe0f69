"""`cairn demo`: invented people to look at. It never runs in production, nor where anybody is kept already."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Annotated, Optional

import typer

from bot.command_errors import CommandError, one_sentence


def demo(
    people: Annotated[int, typer.Option(min=1, max=100_000, help="How many people to invent.")] = 40,
    seed: Annotated[int, typer.Option(help="The same seed makes the same people.")] = 1,
    until: Annotated[Optional[datetime], typer.Option(help="When the last of it was, in UTC; now if not set.")] = None,
) -> None:
    """Fill empty databases with invented people, to try the staff pages and to measure."""
    with one_sentence():
        from bot.demo.fill import fill
        from bot.settings import settings
        from bot.store.demo_rows import count_people
        from bot.store.migrate import upgrade
        from bot.worker.summaries import SummaryKeeper

        chosen = settings()
        if not chosen.in_development:
            raise CommandError("Invented people are for development only.")
        upgrade(chosen.database_url)
        if count_people(chosen.database_url):
            raise CommandError(
                "There are people in this database already. Set CAIRN_DATABASE_URL and CAIRN_TRACKER_URL to new ones."
            )
        moment = until.replace(tzinfo=timezone.utc) if until else datetime.now(timezone.utc)
        events = fill(chosen, people, seed, moment, _tell)
        kept = SummaryKeeper(chosen).rebuild()
        print(f"{people} invented people, {events} events, {kept} with something shared.")
        print("Make yourself a login: cairn staff add LOGIN --name NAME --role lead. Then open /staff.")


def _tell(done: int) -> None:
    if done % 1_000 == 0:
        print(f"{done} people…", flush=True)
