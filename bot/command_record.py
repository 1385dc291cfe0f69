"""What is done at the command line goes on record as it does on the pages of staff: who is "command line"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.store import UnitOfWork
    from bot.store.repositories.audit import Deed


def record(
    work: UnitOfWork, chosen: Settings, deed: Deed, *, about: str = "", target: str = "", note: str = ""
) -> None:
    """Put a deed on record; it stands once the unit of work is committed."""
    from bot.identity import audit_key
    from bot.store.repositories.audit import COMMAND_LINE

    work.audit.add(audit_key(chosen.secret), COMMAND_LINE, deed, about=about, target=target, note=note)
