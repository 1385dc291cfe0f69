"""The read side for what a team learns beside a plan: that support was shown; and what a person is told of that.

While alerts are off a team learns of none: people are told so. What came of it while they were on stays as it was told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Optional

from sqlalchemy.orm import Session

from bot.store.columns import utc_now
from bot.store.repositories.alerts import Alerts
from bot.store.repositories.consents import Consents
from bot.store.repositories.cue_events import CueEvents, KeptCueEvent

ASK, TEAM = "ask", "team"  # the layout of a short card, and of the person's own wish that their team learns of it


@dataclass(frozen=True)
class OwnAlert:
    """What a person is told of an alert about them: that it was made, and when somebody first looked at it."""

    made_at: datetime
    opened_at: Optional[datetime]
    was_asked_for: bool = False  # by the person, with Tell my team


class Reading:
    """Reading a person's record for a page."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def support_seen(self, person_id: str, *, alerts_on: bool) -> tuple[KeptCueEvent, ...]:
        """The cue events that the team may see, oldest first: those of an alert, and short cards while alerts are on.

        What was shown while alerts were off stays unseen: the person was told that no one is told. Without consent
        there is none: an alert then stands for itself.
        """
        if not Consents(self._session, utc_now).given(person_id):
            return ()
        told = {alert.shown_at for alert in Alerts(self._session, utc_now).of(person_id)}
        return tuple(
            kept
            for kept in CueEvents(self._session).of(person_id)
            if kept.event.at in told or (alerts_on and kept.event.layout == ASK and kept.event.alerts is not False)
        )

    def own_alerts(self, person_id: str) -> tuple[OwnAlert, ...]:
        """What the person is told of alerts, oldest first; no name, and nothing that staff wrote."""
        kept = Alerts(self._session, utc_now).of(person_id)
        return tuple(OwnAlert(alert.made_at, alert.opened_at, alert.layout == TEAM) for alert in kept)
