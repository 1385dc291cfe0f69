"""The conversation's two requests without script: see it, and say something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Optional

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web import conversation, forms
from bot.web.conversation import START, Desk, Outcome
from bot.web.forms import BadFormError, Said
from bot.web.messages import PERSON, Message, by_person, last_turn
from bot.web.pages import Pages
from bot.web.session import Sessions
from bot.web.turns import Turns

Told = Optional[tuple[Message, ...]]  # None: it cannot be read just now


async def home(request: Request) -> Response:
    """The conversation so far, or the first page for somebody who was never here."""
    pages, desk, sessions = _parts(request)
    visit = sessions.visit(request.cookies.get(sessions.name))
    said = () if visit.new else await conversation.history(desk, visit.sender)
    response = pages.first() if said == () else pages.chat(said)
    sessions.write(response, visit)
    return response


async def say(request: Request) -> Response:
    """Take what the person wrote or pressed, and show what is answered."""
    pages, desk, sessions = _parts(request)
    visit = sessions.visit(request.cookies.get(sessions.name))
    try:
        said = await forms.read(request)
    except BadFormError as bad:
        return pages.problem(request, bad.status)
    turns: Turns = request.app.state.turns
    outcome = await turns.take(visit.sender, said)
    so_far = await conversation.history(desk, visit.sender)
    response = _sent(pages, said, outcome, so_far) if outcome.sent else _not_sent(pages, said, outcome, so_far)
    sessions.write(response, visit)
    return response


def _sent(pages: Pages, said: Said, outcome: Outcome, so_far: Told) -> Response:
    """To the conversation's own address; but an answer that its transcript does not hold is shown at once."""
    told = so_far or ()
    if _holds(told, outcome):
        return RedirectResponse("/#latest", 303)
    mine = by_person(said.text, said.message_id)
    already = told and told[-1].who == PERSON and told[-1].text.strip() == said.text
    return pages.chat((*told, *(() if already else (mine,)), *outcome.messages))


def _not_sent(pages: Pages, said: Said, outcome: Outcome, so_far: Told) -> Response:
    if so_far == () and said.text in ("", START):
        return pages.first(outcome.notice, outcome.messages)
    if _holds(so_far or (), outcome):
        outcome = replace(outcome, messages=())
    return pages.chat(so_far, said, outcome)


def _holds(told: Sequence[Message], outcome: Outcome) -> bool:
    """Whether the transcript ends with what was answered."""
    answer = _texts(outcome.messages)
    return bool(answer) and _texts(last_turn(told))[-len(answer) :] == answer


def _texts(messages: Sequence[Message]) -> list[str]:
    return [message.text for message in messages]


def _parts(request: Request) -> tuple[Pages, Desk, Sessions]:
    state = request.app.state
    return state.pages, state.desk, state.sessions
