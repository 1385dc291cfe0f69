"""The `cairn` command. Each command imports what it needs and nothing else, so that it starts at once.

It must never show a traceback, which may hold a person's words: one sentence, and exit code 2.
"""

from __future__ import annotations

import json
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from bot.alerts_command import alerts
from bot.audit_command import audit
from bot.command_errors import one_sentence
from bot.command_record import record
from bot.demo_command import demo
from bot.problems_command import problems
from bot.signposts_command import signposts
from bot.staff_command import staff
from bot.summaries_command import summaries

if TYPE_CHECKING:
    from bot.settings import Settings

app = typer.Typer(
    help="Cairn, a recovery-coaching assistant: run it, check it, see and erase what it keeps of a person.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.add_typer(alerts, name="alerts")
app.add_typer(signposts, name="signposts")
app.add_typer(staff, name="staff")
app.add_typer(audit, name="audit")
app.add_typer(summaries, name="summaries")
app.command()(problems)
app.command()(demo)

Channel = Annotated[str, typer.Option(help="How the person came: rest or web.")]
Sender = Annotated[
    str,
    typer.Option(
        help="The channel's own id of the person; on the web, what their cookie `cairn` holds before the first dot."
    ),
]


@app.command()
def run() -> None:
    """Start everything on this machine; Ctrl-C stops it."""
    with one_sentence():
        from bot.run import run as run_all

        run_all(_settings())


@app.command()
def show(channel: Channel, sender: Sender) -> None:
    """Print all that is kept of a person, as JSON."""
    with one_sentence():
        from bot.store.one_person import show as kept

        found = kept(_settings(), channel, sender)
        _record_look(channel, sender)
        print(json.dumps(found, ensure_ascii=False, indent=2, default=str))


@app.command()
def erase(
    channel: Channel,
    sender: Sender,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
) -> None:
    """Erase a person everywhere: plan, answers and conversation."""
    if not yes and not typer.confirm("Erase everything that is kept of this person? This cannot be undone"):
        raise typer.Exit(1)
    with one_sentence():
        from bot.store.one_person import erase as forget

        gone = forget(_settings(), channel, sender)
        if any(gone.values()):
            print(f"Erased: the person's record and {gone['events']} events of the conversation.")
        else:
            print("Nothing was kept of this person.")


@app.command()
def screen(
    file: Annotated[Path, typer.Argument(help='Lines of JSON such as {"text": "…", "context": "…"}; - reads stdin.')],
) -> None:
    """Say for each line which answer its cues would bring, as JSON: card, ask or none."""
    with one_sentence():
        from bot.safety.screen_file import screen_lines

        with _opened(file) as lines:
            for answer in screen_lines(lines):
                print(json.dumps(answer))  # in ASCII: a message may hold what no terminal can show


@app.command()
def doctor() -> None:
    """Say whether this installation is sound, point by point."""
    with one_sentence():
        from bot.doctor import examine, is_sound, report

        findings = examine()
        print(report(findings))
    if not is_sound(findings):
        raise typer.Exit(1)


def main() -> None:
    """What the `cairn` script calls."""
    app()


def _settings() -> Settings:
    from bot.settings import settings

    return settings()


def _record_look(channel: str, sender: str) -> None:
    """Nothing is shown that could not be put on record."""
    from bot.identity import kept_name
    from bot.store import UnitOfWork
    from bot.store.repositories.audit import Deed

    chosen = _settings()
    with UnitOfWork(chosen.database_url) as work:
        person = work.people.by_identity(channel, kept_name(chosen.secret, channel, sender))
        deed, target = (Deed.EXPORTED, "all that is kept") if person else (Deed.SEARCHED, "nobody found")
        record(work, chosen, deed, about=person.id if person else "", target=target)
        work.commit()


def _opened(file: Path) -> AbstractContextManager[TextIO]:
    return nullcontext(sys.stdin) if str(file) == "-" else file.open(encoding="utf-8", errors="replace")
