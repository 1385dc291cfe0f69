"""The read side for pages: what staff may see of a person, and what a person is told of their team.

What a person has not shared is not here, not even as a hint; the one exception is that support was shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Optional

from sqlalchemy.orm import Session

from bot.coaching.plan import Goal, Hope, Strength
from bot.store.columns import utc_now
from bot.store.repositories.alerts import Alerts, KeptAlert
from bot.store.repositories.consents import Consents
from bot.store.repositories.cue_events import CueEvents, KeptCueEvent
from bot.store.repositories.sharing import Sharing


@dataclass(frozen=True)
class PersonSummary:
    """What staff may see of a person: the items that they share, and when support was shown."""

    strengths: tuple[Strength, ...]
    goals: tuple[Goal, ...]
    hope: Optional[Hope]
    cue_events: tuple[KeptCueEvent, ...]
    alerts: tuple[KeptAlert, ...]


@dataclass(frozen=True)
class OwnAlert:
    """What a person is told of an alert about them: that it was made, and when somebody first looked at it."""

    made_at: datetime
    opened_at: Optional[datetime]


class Reading:
    """Reading a person's record for a page."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def summary(self, person_id: str) -> PersonSummary:
        """What staff may see. Without consent nothing of the plan is shown, whatever was shared before."""
        agreed = Consents(self._session, utc_now).given(person_id)
        items = Sharing(self._session, utc_now).items(person_id) if agreed else ()
        shared = [own.what for own in items if own.shared]
        hopes = [what for what in shared if isinstance(what, Hope)]
        return PersonSummary(
            strengths=tuple(what for what in shared if isinstance(what, Strength)),
            goals=tuple(what for what in shared if isinstance(what, Goal)),
            hope=hopes[0] if hopes else None,
            cue_events=CueEvents(self._session).of(person_id),
            alerts=Alerts(self._session, utc_now).of(person_id),
        )

    def own_alerts(self, person_id: str) -> tuple[OwnAlert, ...]:
        """What the person is told of alerts, oldest first; no name, and nothing that staff wrote."""
        kept = Alerts(self._session, utc_now).of(person_id)
        return tuple(OwnAlert(alert.made_at, alert.opened_at) for alert in kept)
