"""The two ways out of the house: a mail server and a webhook. Each either took the notification or is told why not.

What a server answers is never passed on: only its kind of refusal is.
"""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage

import httpx

from bot.alert_settings import Email, Webhook
from bot.worker.notices import Request

TIMEOUT = 10.0  # seconds for each step; a whole try must stay below the first wait of the outbox


class DeliveryError(Exception):
    """A notification was not taken; the message says by whom and why."""


def send_email(email: Email, password: str, message: EmailMessage) -> str:
    """Hand a message to the mail server. Out: a remark, empty where all addresses were taken. Raises DeliveryError."""
    try:
        with _connected(email) as server:
            if email.user:
                server.login(email.user, password)
            refused = server.send_message(message, email.sender, email.to)
    except smtplib.SMTPResponseException as error:
        raise DeliveryError(f"The mail server {email.host} refused it (code {error.smtp_code}).") from None
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise DeliveryError(f"The mail server {email.host} did not take it ({type(error).__name__}).") from None
    return f"{len(refused)} of {len(email.to)} addresses were refused" if refused else ""


def send_request(webhook: Webhook, request: Request) -> None:
    """Post a notification. Raises DeliveryError unless the answer says that it was taken."""
    try:
        answer = httpx.post(webhook.url, content=request.body, headers=request.headers, timeout=TIMEOUT)
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        raise DeliveryError(f"The webhook did not answer ({type(error).__name__}).") from None
    if not answer.is_success:
        raise DeliveryError(f"The webhook refused it (status {answer.status_code}).")


def _connected(email: Email) -> smtplib.SMTP:
    if email.security == "tls":
        return smtplib.SMTP_SSL(email.host, email.port, timeout=TIMEOUT, context=ssl.create_default_context())
    server = smtplib.SMTP(email.host, email.port, timeout=TIMEOUT)
    if email.security == "starttls":
        server.starttls(context=ssl.create_default_context())
    return server
