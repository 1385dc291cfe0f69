"""The lines of help: how long ago each was checked by somebody, and the note that one was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from starlette.responses import RedirectResponse, Response

from bot.safety import signpost_files
from bot.safety.signpost_rows import Signpost
from bot.settings import service_file
from bot.staff.rights import Right
from bot.store.repositories.audit import Deed
from bot.web.staff.office import MissingError, RefusedError, Visit

REVIEW = timedelta(days=182)  # after half a year each line is called again, as `cairn signposts` has it


@dataclass(frozen=True)
class Checked:
    """A line, when it was last verified (None: never), and whether it has to be checked."""

    row: Signpost
    on: date | None
    due: bool

    def age(self, today: date) -> str:
        """How long ago it was verified, in words."""
        days = (today - self.on).days if self.on else 0
        return f"{days} days ago" if days > 1 else "yesterday" if days else "today"


def page(visit: Visit) -> Response:
    """All lines, those to check first; the service's own country before the others."""
    today = visit.office.pages.today(visit.now)
    loaded = signpost_files.load(service_file())
    rows = sorted((_checked(row, today) for row in loaded.rows), key=lambda line: not line.due)
    country = visit.office.settings.service.country
    checked = visit.request.query_params.get("line", "") if visit.request.query_params.get("said") else ""
    return visit.page(
        "signposts.html",
        own=[line for line in rows if line.row.country == country],
        others=[line for line in rows if line.row.country != country],
        checked=checked,
        troubles=loaded.troubles,
        today=today,
        may_verify=visit.may(Right.VERIFY),
    )


def verify(visit: Visit) -> Response:
    """Note that whoever asks has checked a line and found it right; then show it where it stands."""
    rows = signpost_files.load(service_file()).rows
    row = next((row for row in rows if row.id == visit.form.get("line")), None)
    if row is None:
        raise MissingError
    if visit.form.get("mark") != row.mark:
        raise RefusedError("This line has changed since you opened the page. Please look again.")
    today = visit.office.pages.today(visit.now)
    try:
        signpost_files.record(service_file(), row, visit.member.name, today, today + REVIEW)
    except (OSError, signpost_files.RegistryError):
        raise RefusedError("It could not be noted: the file beside service.yml cannot be written.") from None
    visit.record(Deed.VERIFIED_LINE, target=f"line {row.id}")
    return RedirectResponse(f"/staff/signposts?said=verified&line={row.id}#line-{row.id}", 303)


def _checked(row: Signpost, today: date) -> Checked:
    on = date.fromisoformat(row.verified_on) if row.verified_on and row.verified_by else None
    return Checked(row, on, on is None or row.overdue(today))
