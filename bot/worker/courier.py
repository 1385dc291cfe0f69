"""Delivers what waits in the outbox, and reminds of alerts that nobody has acknowledged in time.

Whatever happens between claiming and settling, a notification goes out again later under the same key: a receiver may
get it twice and never not at all.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.alert_settings import EMAIL, Alerts
from bot.settings import Settings
from bot.store import UnitOfWork
from bot.store.columns import utc_now
from bot.store.repositories.alerts import NOT_DELIVERED, NOTIFIED
from bot.store.repositories.outbox import Notice, Undelivered
from bot.worker.delivery import DeliveryError, send_email, send_request
from bot.worker.notices import email_of, request_of

REMIND_EVERY = timedelta(minutes=1)
BATCH = 20  # notifications before the health page is brought up to date


class Courier:
    """Notifies the team of an installation."""

    def __init__(self, settings: Settings, now: Callable[[], datetime] = utc_now) -> None:
        self._settings = settings
        self._now = now
        self._reminded_at: datetime | None = None

    def go(self) -> Undelivered:
        """Remind and deliver once. Out: what still waits. Raises StoreError when the database is away."""
        alerts = self._settings.service.alerts
        if alerts is None or not alerts.ways:
            return Undelivered()
        self._remind(alerts)
        for _ in range(BATCH):
            notice = self._claimed(alerts)
            if notice is None:
                break
            self._deliver(notice, alerts)
        with self._work() as work:
            return work.outbox.undelivered(alerts.ways)

    def _remind(self, alerts: Alerts) -> None:
        now = self._now()
        if (self._reminded_at and now - self._reminded_at < REMIND_EVERY) or not alerts.open.is_open(now):
            return
        with self._work() as work:
            waiting = {alert.id: alert.made_at for alert in work.alerts.unacknowledged()}
            for way in alerts.ways:  # each for itself: one that fails must not silence the other
                rounds = work.outbox.last_rounds(waiting, (way,))
                for alert_id, made_at in waiting.items():
                    number, told_at = rounds.get(alert_id, (0, made_at))
                    if told_at and alerts.open.open_time(told_at, now) >= alerts.acknowledge_within:
                        work.outbox.add(alert_id, (way,), number + 1, now)
            work.commit()
        self._reminded_at = now

    def _claimed(self, alerts: Alerts) -> Notice | None:
        with self._work() as work:
            notice = work.outbox.claim(alerts.ways, self._now())
            work.commit()
        return notice

    def _deliver(self, notice: Notice, alerts: Alerts) -> None:
        try:
            remark = self._send(notice, alerts)
        except DeliveryError as error:
            with self._work() as work:
                if work.outbox.failed(notice, str(error)):
                    work.alerts.note(notice.alert_id, NOT_DELIVERED, notice.way, str(error))
                    work.commit()
            return
        with self._work() as work:
            if work.outbox.sent(notice, self._now()):
                work.alerts.note(notice.alert_id, NOTIFIED, notice.way, remark)
                work.commit()

    def _send(self, notice: Notice, alerts: Alerts) -> str:
        if notice.way == EMAIL and alerts.email is not None:
            message = email_of(notice, alerts, alerts.email, self._now())
            return send_email(alerts.email, self._settings.alerts_smtp_password, message)
        if alerts.webhook is not None:
            send_request(alerts.webhook, request_of(notice, self._settings.alerts_webhook_key, self._now()))
        return ""

    def _work(self) -> UnitOfWork:
        return UnitOfWork(self._settings.database_url, now=self._now)
