"""`cairn staff`: logins of the staff pages. The first administrator is made here; there is no login from the start.

A password is printed once where it is made here, and never kept, logged or taken as an argument.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from bot.command_errors import CommandError, one_sentence
from bot.command_record import record
from bot.staff.rights import Role

if TYPE_CHECKING:
    from bot.store import UnitOfWork
    from bot.store.repositories.audit import Deed

staff = typer.Typer(help="Who of the staff may sign in: add somebody, give a new password.", no_args_is_help=True)

Login = Annotated[str, typer.Argument(help="What they type to sign in.")]
Ask = Annotated[bool, typer.Option("--ask", help="Ask for the password instead of making one.")]


@staff.command()
def add(
    login: Login,
    name: Annotated[str, typer.Option(help="Their name, as the record and people see it.")],
    role: Annotated[Role, typer.Option(help="What they are here for.")] = Role.RESPONDER,
    ask: Ask = False,
) -> None:
    """Make a login. The first one is best an administrator, who makes the others on the page."""
    with one_sentence(), _work() as work:
        from bot.store.repositories.audit import Deed

        password, hashed = _password(ask, login, name)
        member = work.staff.add(login, name, role, hashed)
        _record(work, Deed.ADDED_STAFF, member.login, role.value)
        work.commit()
        print(f"{member.name} can sign in as {member.login}, {role.value}.")
        _tell(password)


@staff.command("password")
def new_password(login: Login, ask: Ask = False) -> None:
    """Give somebody a new password, sign them out everywhere, take their app's codes away and forget wrong tries."""
    with one_sentence(), _work() as work:
        from bot.store.repositories.audit import Deed

        member = work.staff.by_login(login)
        if member is None:
            raise CommandError(f"There is no login {login}. `cairn staff list` shows all there are.")
        password, hashed = _password(ask, member.login, member.name)
        work.staff.start_anew(member, hashed)
        _record(work, Deed.CHANGED_STAFF, member.login, "new password")
        work.commit()
        print(f"{member.name} has a new password.")
        _tell(password)


@staff.command("list")
def list_staff() -> None:
    """Show all logins."""
    with one_sentence(), _work() as work:
        members = work.staff.all()
        for member in members:
            print(f"{member.login}  {member.role.value}{'' if member.active else ', switched off'}  {member.name}")
        if not members:
            print("Nobody can sign in yet: `cairn staff add LOGIN --name NAME --role administrator`.")


@contextmanager
def _work() -> Iterator[UnitOfWork]:
    from bot.settings import settings
    from bot.store import UnitOfWork
    from bot.store.migrate import upgrade

    upgrade(settings().database_url)
    with UnitOfWork(settings().database_url) as work:
        yield work


def _record(work: UnitOfWork, deed: Deed, login: str, note: str) -> None:
    from bot.settings import settings

    record(work, settings(), deed, target=f"login {login}", note=note)


def _password(ask: bool, login: str, name: str) -> tuple[str, str]:
    """The password where it was made here, else nothing; and how it is kept."""
    from bot.staff import passwords

    if not ask:
        made = passwords.first()
        return made, passwords.kept(made)
    typed: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    passwords.check(typed, login, name)
    return "", passwords.kept(typed)


def _tell(password: str) -> None:
    if password:
        print(f"First password, shown this once: {password}")
        print("They choose their own under their name, at the top right of each page.")
