"""What people reported as wrong: replies with a problem, and support that was shown by mistake.

Read from the conversations themselves: nothing is copied, so erasing a person and the retention time hold for this too.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, Optional

from bot.store.tracker_events import TrackerEvent, events_after, mapping

PROBLEM = "problem"  # the layout of the answer to a report
MISUNDERSTOOD = "misunderstood"  # the layout of the answer to "you misunderstood"
_KINDS = {PROBLEM: "problem", MISUNDERSTOOD: "false_alarm"}
_BATCH = 2_000
_TURNS = 40  # turns of one conversation that are looked back at


@dataclass(frozen=True)
class Problem:
    """One report: the person's message, the step that was asked before it (`context`) and what was said to it."""

    kind: str
    at: datetime
    text: str
    context: str
    reply: str
    text_id: str  # of the support text in the reply, where there was one


@dataclass
class _Turn:
    text: str
    context: str
    replies: list[dict[str, Any]] = field(default_factory=list)

    @property
    def step(self) -> str:
        """The step that stood at the end of this turn."""
        steps = [str(said["step"]) for said in self.replies if said.get("step")]
        return steps[-1] if steps else self.context

    @property
    def support_id(self) -> str:
        ids = [str(mapping(said.get("support")).get("id") or "") for said in self.replies]
        return next(filter(None, ids), "")


def problems(tracker_url: str) -> Iterator[Problem]:
    """All reports in the conversations that are kept, oldest first. Raises StoreError."""
    turns: defaultdict[str, deque[_Turn]] = defaultdict(lambda: deque(maxlen=_TURNS))
    position = 0
    while events := events_after(tracker_url, position, _BATCH):
        position = events[-1].id
        for event in events:
            if event.type == "user":
                told = turns[event.sender]
                told.append(_Turn(str(event.data.get("text") or ""), told[-1].step if told else ""))
            elif event.type == "bot" and turns[event.sender]:
                found = _reported(event, turns[event.sender])
                if found is not None:
                    yield found
                turns[event.sender][-1].replies.append({**event.metadata, "text": event.data.get("text")})


def _reported(event: TrackerEvent, turns: deque[_Turn]) -> Optional[Problem]:
    """The problem that an answer of ours tells of. The turn before the report is meant, or the one that is named."""
    support = mapping(event.metadata.get("support"))
    kind = _KINDS.get(str(support.get("layout")))
    if kind is None or len(turns) < 2:
        return None
    about = support.get("about")
    earlier = list(turns)[:-1]
    turn = next((turn for turn in reversed(earlier) if about and turn.support_id == about), earlier[-1])
    return Problem(
        kind=kind,
        at=datetime.fromtimestamp(event.at, timezone.utc),
        text=turn.text,
        context=turn.context,
        reply="\n".join(str(said["text"]) for said in turn.replies),
        text_id=turn.support_id,
    )
