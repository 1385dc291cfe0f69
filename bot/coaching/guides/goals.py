"""Goals: a goal of their own, a first small step, an if-then plan (method: G0-G16; short: G1 G5 G8 G11 G12 G16)."""

from __future__ import annotations

from bot.coaching.guide import Guide, Line
from bot.coaching.guides import goal_answers, goal_lines
from bot.coaching.guides.goal_steps import AROUND, FIRST_STEP, RULERS
from bot.coaching.guides.goal_wish import WISH
from bot.coaching.guides.harmful import gives_of

_THE_GOAL, _THE_STEP = ("goal", "wish", "aim", "want"), ("step", "first step", "first thing")
_OF_ITS_WEIGHT = ("importance", "importance_reason")  # said of one wish, and of no other
_OF_THE_PICTURE = ("which_first", "owner", "my_part", "towards", "hands", "short")

GOALS = Guide(
    journey="goals",
    steps=(*WISH, *RULERS, *FIRST_STEP, *AROUND),
    lines=(
        Line(
            "utter_goals_line_want",
            "picture",
            goal_lines.want_line,
            follow=_OF_THE_PICTURE,
            about=_OF_ITS_WEIGHT,
            named=_THE_GOAL,
        ),
        Line(
            "utter_goals_line_want",
            "own_wish",
            goal_lines.own_want_line,
            follow=("towards", "hands", "short"),
            about=_OF_ITS_WEIGHT,
            named=_THE_GOAL,
        ),
        Line(
            "utter_goals_line_want",
            "own_wish_after",
            goal_lines.want_after_line,
            about=_OF_ITS_WEIGHT,
            named=_THE_GOAL,
        ),
        Line("utter_goals_line_hands", "hands", goal_lines.hands_line),
        Line("utter_goals_line_reason", "reason", goal_lines.reason_line),
        Line("utter_goals_line_way", "options", goal_lines.way_line, follow=("first",)),
        Line("utter_goals_line_often", "how_often", goal_lines.often_line),
        Line("utter_goals_line_known", "how_known", goal_lines.known_line),
        Line("utter_goals_line_where", "where", goal_lines.where_line),
        Line(
            "utter_goals_line_step",
            "step",
            goal_lines.step_line,
            follow=("step_when",),
            clears=("smaller",),
            about=("step_with", "step_where", "confidence", "confidence_again", "confidence_reason"),
            time_step="step_when",
            named=_THE_STEP,
        ),
        Line(
            "utter_goals_line_if_then",
            "obstacle",
            goal_lines.if_then_line,
            follow=("act", *gives_of("act")),
            act_step="act",
            named=("if-then", "if then", "if-then line", "if-then plan"),
        ),
        Line("utter_goals_line_strength", "strength_own", goal_lines.strength_line, clears=("strength",)),
        Line("utter_goals_line_helper", "helper", goal_lines.helper_line),
        Line("utter_goals_line_ask", "team_ask", goal_lines.ask_line),
        Line("utter_goals_line_review", "review", goal_lines.review_line),
        Line("utter_goals_line_team", "team_wish", goal_lines.team_line),
        Line("utter_goals_line_later", "later", goal_lines.later_line),
    ),
    keeps=goal_answers.goals,
)
