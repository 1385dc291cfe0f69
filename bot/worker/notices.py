"""The words of a notification: that there is something to look at, and nothing else. Pure.

It holds no word, name or pseudonym of a person and not what the cue was about: it may show on a locked screen.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from bot.alert_settings import Alerts, Email
from bot.store.repositories.outbox import Notice

KEY_HEADER = "X-Cairn-Key"


@dataclass(frozen=True)
class Request:
    """What is posted to a webhook."""

    body: bytes
    headers: dict[str, str]


def email_of(notice: Notice, alerts: Alerts, email: Email, at: datetime) -> EmailMessage:
    """The e-mail of a notification; the same id at every try, so that a mailbox can drop the second."""
    message = EmailMessage()
    message["Subject"] = f"Cairn: {_what(notice)}"
    message["From"] = email.sender
    message["To"] = ", ".join(email.to)
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{notice.key}@{email.sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message[KEY_HEADER] = notice.key
    made = f"{notice.alert_made_at.astimezone(ZoneInfo(alerts.open.zone)):%A %d %B %Y at %H:%M}"
    lines = [
        f"There is something to look at in Cairn: alert {notice.alert_id}, made on {made} ({alerts.open.zone}).",
        "Nobody has acknowledged it yet." if notice.number else "",
        f"For: {', '.join(alerts.names)}",
        f"What to do: {alerts.procedure}",
        f"To see it and say that you look: {alerts.address}/alert/{notice.alert_id}" if alerts.address else "",
        f"{'On the machine itself' if alerts.address else 'To see it'}: cairn alerts list",
        f"To say that you look{' from there' if alerts.address else ''}: cairn alerts ack {notice.alert_id} --as NAME",
    ]
    message.set_content("\n".join(line for line in lines if line) + "\n")
    return message


def request_of(notice: Notice, key: str, at: datetime) -> Request:
    """The request of a notification, signed: HMAC-SHA256 of the time, a full stop and the body."""
    content = {
        "what": _what(notice),
        "alert": notice.alert_id,
        "made_at": notice.alert_made_at.isoformat(),
        "reminder": notice.number,
        "key": notice.key,
    }
    body = json.dumps(content).encode()
    timestamp = str(int(at.timestamp()))
    headers = {
        "Content-Type": "application/json",
        "Idempotency-Key": notice.key,
        "X-Cairn-Timestamp": timestamp,
        "X-Cairn-Signature": f"sha256={signature(key, timestamp, body)}",
    }
    return Request(body, headers)


def signature(key: str, timestamp: str, body: bytes) -> str:
    """What proves that a request is ours and when it was made; the receiver computes the same."""
    return hmac.new(key.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def _what(notice: Notice) -> str:
    still = "still " if notice.number else ""
    return f"there is {still}something to look at (alert {notice.alert_id})"
