"""What is noted of a turn once it is taken: when each answer was given, and which wording was used around it."""

from __future__ import annotations

from dataclasses import replace

from bot.coaching.answers import KNOWN, NOW, Answer, Answers
from bot.coaching.asking import Outcome, Turn


def noted(before: Answers, answers: Answers) -> Answers:
    """The answers, each new one with the moment at which it was given, where that is known."""
    now = answers.get(NOW)
    if now is None:
        return answers
    return {
        step: answer if _was_given_before(step, answer, before) else replace(answer, at=now.text)
        for step, answer in answers.items()
    }


def _was_given_before(step: str, answer: Answer, before: Answers) -> bool:
    return step.startswith(KNOWN) or answer is before.get(step) or bool(answer.at)


def varied(turn: Turn) -> Turn:
    """The turn with another wording than last time for all that is said around the question (method: rule 18)."""
    if turn.outcome is not Outcome.ASKING:
        return turn
    used, sayings = dict(turn.draft.wordings), []
    for say in turn.sayings:
        if say is not turn.draft.question:
            used[say.words] = used[say.words] + 1 if say.words in used else say.variant
            say = replace(say, variant=used[say.words])
        sayings.append(say)
    return replace(turn, draft=replace(turn.draft, wordings=used), sayings=tuple(sayings))
