"""The journeys, each a readable list of steps. One name per journey in every folder."""

from bot.coaching.guides.check_in import CHECK_IN
from bot.coaching.guides.consent import CONSENT
from bot.coaching.guides.edit import EDIT
from bot.coaching.guides.goals import GOALS
from bot.coaching.guides.hard_times import HARD_TIMES
from bot.coaching.guides.hope import HOPE
from bot.coaching.guides.strengths import STRENGTHS

JOURNEYS = {guide.journey: guide for guide in (STRENGTHS, GOALS, HOPE, CHECK_IN, HARD_TIMES, EDIT)}

__all__ = ["CONSENT", "JOURNEYS"]
