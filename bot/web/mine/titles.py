"""What the parts of a plan are called on a person's own pages, and how the answers of a check-in read."""

from __future__ import annotations

from bot.coaching.plan import LineKind, Section, Status

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
}
STANDING = {
    Status.ACTIVE: "",
    Status.DRAFT: "not agreed yet",
    Status.PARKED: "resting for now",
    Status.DONE: "done",
    Status.CHANGED: "I changed my mind",
}
