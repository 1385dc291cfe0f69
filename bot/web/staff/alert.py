"""One alert: the words in context, what is on record of it, and what somebody of the team says to it.

It says that cue words were seen, never how somebody is. Nothing here closes an alert but a person.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from starlette.responses import Response

from bot.alert_settings import AROUND, NONE
from bot.staff.rights import Right
from bot.store import StoreError
from bot.store.repositories.alerts import NOTED, OPENED, AlertError, AnsweredBeforeError, KeptAlert
from bot.store.repositories.audit import Deed
from bot.store.staff_reading import Spoken, words_around
from bot.web.staff.forms import too_long
from bot.web.staff.office import MissingError, RefusedError, View, Visit, is_seen, to
from bot.web.staff.words import OUTCOMES

FALSE_ALARM = "false_alarm"
MISSED_CUE = "missed_cue"


def page(visit: Visit) -> Response:
    """The alert."""
    return _shown(visit, _alert(visit))


def _answers(view: Callable[[Visit, KeptAlert, str], Response]) -> View:
    """A view that takes a note with an answer. What cannot be done shows the alert again, with why and the note."""

    def answer(visit: Visit) -> Response:
        alert, note = _alert(visit), visit.form.get("note", "").strip()
        why = too_long(note)
        try:
            if not why:
                return view(visit, alert, note)
        except AnsweredBeforeError as error:
            why = error.told(visit.office.pages.moment(error.before.at))
        except (AlertError, RefusedError) as error:
            why = str(error)
        raise RefusedError(why, lambda: _shown(visit, alert, why, view.__name__))

    return answer


@_answers
def acknowledge(visit: Visit, alert: KeptAlert, note: str) -> Response:
    """Say that one looks."""
    visit.work.alerts.acknowledge(alert.id, visit.member.name, note)
    visit.record(Deed.ACKNOWLEDGED, about=alert.person_id, target=f"alert {alert.id}", note=note)
    return to(f"/staff/alert/{alert.id}", "acknowledged")


@_answers
def close(visit: Visit, alert: KeptAlert, note: str) -> Response:
    """Say what was done."""
    outcome = OUTCOMES.get(visit.form.get("outcome", ""))
    if outcome is None:
        raise RefusedError(f"Choose what was done.{'' if alert.closed else ' The alert is still open.'}")
    said = f"{outcome}. {note}" if note else outcome
    visit.work.alerts.close(alert.id, visit.member.name, said)
    visit.record(Deed.CLOSED, about=alert.person_id, target=f"alert {alert.id}", note=said)
    return to(f"/staff/alert/{alert.id}", "closed")


@_answers
def note(visit: Visit, alert: KeptAlert, note: str) -> Response:
    """Add a note, whatever became of the alert."""
    if not note:
        raise RefusedError("Write a note first.")
    visit.work.alerts.note(alert.id, NOTED, visit.member.name, note)
    visit.record(Deed.NOTED, about=alert.person_id, target=f"alert {alert.id}", note=note)
    return to(f"/staff/alert/{alert.id}", "noted")


@_answers
def judge(visit: Visit, alert: KeptAlert, note: str) -> Response:
    """Say that it was a false alarm, or which line nearby should have brought support, too."""
    what = visit.form.get("what", "")
    if what == FALSE_ALARM:
        visit.work.alerts.note(alert.id, what, visit.member.name, note)
        visit.record(Deed.SAID_FALSE_ALARM, about=alert.person_id, target=f"alert {alert.id}", note=note)
    elif what == MISSED_CUE:
        line = _missed(visit, alert)
        visit.work.alerts.note(alert.id, what, visit.member.name)
        visit.record(Deed.SAID_MISSED_CUE, about=alert.person_id, target=f"line {line}")
    else:
        raise RefusedError("Choose one of the two.")
    return to(f"/staff/alert/{alert.id}", "judged")


def _shown(visit: Visit, alert: KeptAlert, why: str = "", answer: str = "") -> Response:
    """The page; `why` the `answer` that came with it cannot be taken.

    That it was opened is on record twice: with the alert, for the person, and in the record.
    """
    visit.record(Deed.OPENED_ALERT, about=alert.person_id, target=f"alert {alert.id}")
    visit.work.alerts.note(alert.id, OPENED, visit.member.name)
    words, trouble = _words(visit, alert)
    return visit.page(
        "alert.html",
        400 if why else 200,
        alert=alert,
        name=visit.work.call_names.of([alert.person_id])[alert.person_id],
        words=words,
        trouble=trouble,
        excerpt=_excerpt(visit),
        others=_others(words),
        outcomes=OUTCOMES,
        may_answer=visit.may(Right.ANSWER),
        has_page=is_seen(visit, alert.person_id),
        shares=not visit.work.shared.of(alert.person_id).is_empty,
        service_alerts=visit.office.settings.service.alerts,
        why=why,
        written={_box_of(alert, answer): visit.form.get("note", "")},
        outcome=visit.form.get("outcome", ""),
    )


def _box_of(alert: KeptAlert, answer: str) -> str:
    """Whose box holds what was written: the answer's own, or that of notes where its own is there no more."""
    is_there = {"acknowledge": not alert.acknowledged, "close": bool(alert.acknowledged) and not alert.closed}
    return answer if is_there.get(answer, True) else "note"


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


def _excerpt(visit: Visit) -> str:
    """What the service shows; an alert from before alerts were switched off shows what it does where nothing is set."""
    alerts = visit.office.settings.service.alerts
    return alerts.excerpt if alerts else AROUND


def _others(words: Sequence[Spoken]) -> tuple[Spoken, ...]:
    """What the person said around the words that brought support."""
    return tuple(one for one in words if one.by_person and one.text and not one.is_cue)


def _alert(visit: Visit) -> KeptAlert:
    try:
        return visit.work.alerts.get(visit.request.path_params["number"])
    except AlertError:
        raise MissingError from None


def _words(visit: Visit, alert: KeptAlert) -> tuple[tuple[Spoken, ...], bool]:
    """The words that the service shows of it, and whether they could not be read just now."""
    excerpt = _excerpt(visit)
    try:
        words = () if excerpt == NONE else words_around(visit.office.settings.tracker_url, alert)
        return tuple(one for one in words if excerpt == AROUND or one.is_cue), False
    except StoreError:
        return (), True
