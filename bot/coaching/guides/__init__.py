"""The journeys, each a readable list of steps. One name per journey in every folder."""

from bot.coaching.guides.consent import CONSENT
from bot.coaching.guides.goals import GOALS
from bot.coaching.guides.hope import HOPE
from bot.coaching.guides.strengths import STRENGTHS

JOURNEYS = {guide.journey: guide for guide in (STRENGTHS, GOALS, HOPE)}

__all__ = ["CONSENT", "JOURNEYS"]
