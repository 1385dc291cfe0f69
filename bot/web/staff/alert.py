"""One alert: the words in context, what is on record of it, and what somebody of the team says to it.

It says that cue words were seen, never how somebody is. Nothing here closes an alert but a person.
"""

from __future__ import annotations

from collections.abc import Sequence

from starlette.responses import Response

from bot.staff.rights import Right
from bot.store import StoreError
from bot.store.repositories.alerts import OPENED, AlertError, KeptAlert
from bot.store.repositories.audit import Deed
from bot.store.staff_reading import Spoken, words_around
from bot.web.staff.office import MissingError, RefusedError, Visit, to
from bot.web.staff.words import OUTCOMES

FALSE_ALARM = "false_alarm"
MISSED_CUE = "missed_cue"


def page(visit: Visit) -> Response:
    """The alert. That it was opened is on record twice: with the alert, for the person, and in the record."""
    alert = _alert(visit)
    visit.record(Deed.OPENED_ALERT, about=alert.person_id, target=f"alert {alert.id}")
    visit.work.alerts.note(alert.id, OPENED, visit.member.name)
    words, trouble = _words(visit, alert)
    return visit.page(
        "alert.html",
        alert=alert,
        name=visit.work.call_names.of([alert.person_id])[alert.person_id],
        words=words,
        trouble=trouble,
        others=_others(words),
        outcomes=OUTCOMES,
        may_answer=visit.may(Right.ANSWER),
        service_alerts=visit.office.settings.service.alerts,
    )


def acknowledge(visit: Visit) -> Response:
    """Say that one looks."""
    alert = _alert(visit)
    note = visit.form.get("note", "").strip()
    try:
        visit.work.alerts.acknowledge(alert.id, visit.member.name, note)
    except AlertError as error:
        raise RefusedError(str(error)) from None
    visit.record(Deed.ACKNOWLEDGED, about=alert.person_id, target=f"alert {alert.id}", note=note)
    return to(f"/staff/alert/{alert.id}", "acknowledged")


def close(visit: Visit) -> Response:
    """Say what was done."""
    alert = _alert(visit)
    outcome = OUTCOMES.get(visit.form.get("outcome", ""))
    note = visit.form.get("note", "").strip()
    if outcome is None:
        raise RefusedError("Choose what was done. The alert is still open.")
    said = f"{outcome}. {note}" if note else outcome
    try:
        visit.work.alerts.close(alert.id, visit.member.name, said)
    except AlertError as error:
        raise RefusedError(str(error)) from None
    visit.record(Deed.CLOSED, about=alert.person_id, target=f"alert {alert.id}", note=said)
    return to(f"/staff/alert/{alert.id}", "closed")


def judge(visit: Visit) -> Response:
    """Say that it was a false alarm, or which line nearby should have brought support, too."""
    alert = _alert(visit)
    what = visit.form.get("what", "")
    if what == FALSE_ALARM:
        note = visit.form.get("note", "").strip()
        visit.work.alerts.note(alert.id, what, visit.member.name, note)
        visit.record(Deed.SAID_FALSE_ALARM, about=alert.person_id, target=f"alert {alert.id}", note=note)
    elif what == MISSED_CUE:
        line = _missed(visit, alert)
        visit.work.alerts.note(alert.id, what, visit.member.name)
        visit.record(Deed.SAID_MISSED_CUE, about=alert.person_id, target=f"line {line}")
    else:
        raise RefusedError("Choose one of the two.")
    return to(f"/staff/alert/{alert.id}", "judged")


def _missed(visit: Visit, alert: KeptAlert) -> int:
    """The line that was chosen, of those that are shown to choose from."""
    words, trouble = _words(visit, alert)
    if trouble:
        raise RefusedError("The conversation cannot be read just now. Please try again in a moment.")
    chosen = visit.form.get("line", "")
    found = next((one.id for one in _others(words) if str(one.id) == chosen), None)
    if found is None:
        raise RefusedError("Choose the line that should have brought support.")
    return found


def _others(words: Sequence[Spoken]) -> tuple[Spoken, ...]:
    """What the person said around the words that brought support."""
    return tuple(one for one in words if one.by_person and one.text and not one.is_cue)


def _alert(visit: Visit) -> KeptAlert:
    try:
        return visit.work.alerts.get(visit.request.path_params["number"])
    except AlertError:
        raise MissingError from None


def _words(visit: Visit, alert: KeptAlert) -> tuple[tuple[Spoken, ...], bool]:
    """The words around it, and whether they could not be read just now."""
    try:
        return words_around(visit.office.settings.tracker_url, alert.pseudonym, alert.shown_at), False
    except StoreError:
        return (), True
