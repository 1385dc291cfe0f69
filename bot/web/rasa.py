"""The way to the Rasa process: one message there, its answer back, within a deadline.

It must never wait longer than that, and never let words reach a log.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any, Optional

import httpx

from bot.safety.places import Place
from bot.web.messages import Message, from_answer

PATH = "/webhooks/web/webhook"
GRACE = 1.5  # seconds beyond the guard's own deadline, after which that process is taken for hung


class NotAnsweredError(Exception):
    """The Rasa process is down, hung or answered with an error."""


class Rasa:
    """The internal web channel of the Rasa process."""

    def __init__(self, url: str, key: str, guard_deadline: float) -> None:
        self._url = url + PATH
        self._deadline = guard_deadline + GRACE
        # trust_env is off: words of a person never take the way through a proxy of the machine.
        self._client = httpx.AsyncClient(
            headers={"X-Cairn-Key": key}, timeout=self._deadline, trust_env=False, follow_redirects=False
        )

    async def say(
        self,
        sender: str,
        text: str,
        message_id: str,
        place: Optional[Place] = None,
        shown: Optional[Mapping[str, Any]] = None,
    ) -> tuple[Message, ...]:
        """What is answered; nothing at all for a message that was answered before. Raises NotAnsweredError.

        `shown` is what was told of a card that this process has shown since that one answered last.
        """
        body: dict[str, Any] = {"sender": sender, "message": text, "message_id": message_id}
        if place is not None:
            body["place"] = place.key
        if shown is not None:
            body["shown"] = dict(shown)
        try:
            response = await asyncio.wait_for(self._client.post(self._url, json=body), self._deadline)
            answer = from_answer(response.json()) if response.status_code == httpx.codes.OK else None
        except (httpx.HTTPError, asyncio.TimeoutError, ValueError) as error:
            raise NotAnsweredError(type(error).__name__) from None
        if answer is None:
            raise NotAnsweredError(f"status {response.status_code}")
        return answer

    async def close(self) -> None:
        await self._client.aclose()
