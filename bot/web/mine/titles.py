"""What the parts of a plan are called on a person's own pages, and how answers that were picked read."""

from __future__ import annotations

from bot.coaching.plan import Goal, GoalKind, LineKind, Owner, Section, Status

SECTIONS = {
    Section.WELL: "What I’m like when I’m well",
    Section.SIGNS: "First small signs",
    Section.ALONE: "What helps me on my own",
    Section.PLACES: "Places I can go",
    Section.PEOPLE: "People I can ask",
    Section.TEAM_KNOWS: "What my team should know",
    Section.TEAM_DOES: "Please do",
    Section.TEAM_DOES_NOT: "Please don’t",
    Section.LOOK_AFTER: "What needs looking after",
    Section.SAFER: "What makes it safer around me",
    Section.REASONS: "What keeps me here",
    Section.LEARNED: "What I learned from before",
    Section.FIRST_BACK: "What I want back first",
}
LINES = {
    LineKind.PERSON: "Somebody",
    LineKind.PLACE: "Somewhere",
    LineKind.GROUP: "A group",
    LineKind.ROLE: "Who I am besides this",
    LineKind.COPING: "What gets me through",
    LineKind.WISH: "What I wish for",
    LineKind.CONCERN: "What worries me",
    LineKind.GOES_WELL: "What goes well",
    LineKind.WENT_WELL: "What went well before",
    LineKind.STAY_WELL: "What keeps me well",
    LineKind.CHOICE: "About my treatment",
    LineKind.FRAMING: "What I call it",
}
OUTCOMES = {
    "did": "I did it",
    "some": "I did some of it",
    "not_yet": "Not yet",
    "changed_mind": "I changed my mind",
    "rather_not": "I’d rather not say",
    "own_words": "In my own words",
}
STANDING = {
    Status.ACTIVE: "",
    Status.DRAFT: "not agreed yet",
    Status.PARKED: "resting for now",
    Status.DONE: "done",
    Status.CHANGED: "I changed my mind",
}
GOAL_WORDS = {
    "vision": "The whole picture",
    "towards": "Towards",
    "chosen": "What comes first",
    "importance_reason": "Why it matters",
    "reason": "Because",
    "in_my_hands": "What is in my hands",
    "where": "Where",
    "how_often": "How often, or by when",
    "how_known": "How I will know",
    "confidence_reason": "Why I am that sure",
    "best_bit": "The best of it",
    "inner": "What in me gets in the way",
    "outer": "What around me gets in the way",
    "strength": "A strength that helps",
    "helper": "Who could help",
    "team_ask": "What I ask of my team",
    "better": "What would be better",
    "hoped": "What I hoped for",
    "less": "What there would be less of",
    "review": "I look at it again",
}
HOPE_WORDS = {
    "note": "A line to myself for a hard day",
    "memory": "A time with more hope",
    "act": "One small thing",
    "hard": "What is hard",
    "picture": "A picture of it",
    "bit": "A bit of it",
    "i_can": "I can",
}
CHECK_IN_WORDS = {"done": "I did", "helped": "What helped", "barrier_words": "What got in the way", "words": "I said"}
OWNERS = {
    Owner.MINE: "My own",
    Owner.SHARED: "My team’s and mine",
    Owner.SOMEONE_ELSES: "Somebody else’s",
}
GOAL_LISTS = {
    GoalKind.RECOVERY: "What I want",
    GoalKind.PRACTICAL: "What I want, a practical thing",
    GoalKind.TREATMENT: "What my team wants",
}
UNDER_WAY = {
    Status.ACTIVE: "I’m working on it",
    Status.PARKED: "Let it rest for now",
    Status.DONE: "Done",
    Status.CHANGED: "I changed my mind",
}


def name_of(goal: Goal) -> str:
    """What a goal stands under: its title, or that there is only a step, where what they want was taken out."""
    return goal.title or "A step of mine"
