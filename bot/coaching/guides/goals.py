"""Goals: a goal of their own, a first small step, an if-then plan (method: G0-G16; short: G1 G5 G8 G11 G12 G16)."""

from __future__ import annotations

from bot.coaching.guide import Guide, Line
from bot.coaching.guides import goal_answers as said
from bot.coaching.guides.goal_steps import AROUND, FIRST_STEP, RULERS, WISH

_OF_THE_WISH = ("which_first", "owner", "my_part", "towards", "hands", "short")

GOALS = Guide(
    journey="goals",
    steps=(*WISH, *RULERS, *FIRST_STEP, *AROUND),
    lines=(
        Line("utter_goals_line_want", "picture", said.want_line, follow=_OF_THE_WISH),
        Line("utter_goals_line_want", "own_wish", said.own_want_line, follow=("towards", "hands", "short")),
        Line("utter_goals_line_hands", "hands", said.hands_line),
        Line("utter_goals_line_reason", "reason", said.reason_line),
        Line("utter_goals_line_way", "options", said.way_line, follow=("first",)),
        Line("utter_goals_line_known", "how_known", said.known_line),
        Line(
            "utter_goals_line_step",
            "step",
            said.step_line,
            follow=("step_when",),
            clears=("smaller", "step_with", "step_where"),
            time_step="step_when",
        ),
        Line("utter_goals_line_if_then", "obstacle", said.if_then_line, follow=("act",), act_step="act"),
        Line("utter_goals_line_strength", "strength_own", said.strength_line, clears=("strength",)),
        Line("utter_goals_line_helper", "helper", said.helper_line),
        Line("utter_goals_line_ask", "team_ask", said.ask_line),
        Line("utter_goals_line_review", "review", said.review_line),
        Line("utter_goals_line_team", "team_wish", said.team_line),
        Line("utter_goals_line_later", "later", said.later_line),
    ),
    keeps=said.goals,
)
