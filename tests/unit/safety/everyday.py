"""Five thousand everyday sentences made from small parts: goals, strengths, small talk, sport, cooking, work, grief."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

PARTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "goals": (
        ("I want to", "I'd like to", "my goal is to", "this year I'll try to", "I need to", "hoping to"),
        ("walk to", "get back to", "cycle to", "go along to", "phone", "find out about", "sign up for", "sort out"),
        (
            "the shop",
            "college",
            "the allotment",
            "my sister",
            "the library",
            "a cooking class",
            "the gym",
            "the bank",
            "my nan's",
            "choir",
        ),
        ("by Friday", "before the summer", "twice a week", "with my support worker"),
    ),
    "strengths": (
        ("I'm good at", "people say I'm good at", "I keep", "what I like is", "I've always managed", "I'm proud of"),
        (
            "fixing bikes",
            "listening",
            "making people laugh",
            "baking bread",
            "looking after the dog",
            "drawing",
            "singing",
            "sums",
            "growing tomatoes",
        ),
        (
            "even on bad days",
            "when it matters",
            "most weeks",
            "for my family",
            "at the club",
            "when nobody asks",
            "at my age",
        ),
    ),
    "small talk": (
        ("morning", "hiya", "hello again", "evening", "alright", "hey there"),
        ("how are you", "what a day", "the weather's awful", "I'm shattered", "bus was late", "kettle's on"),
        ("as usual", "today", "honestly", "mate", "thank you for asking", "before we start", "again", "as ever"),
    ),
    "sport": (
        ("we", "our lot", "the under twelves", "City", "my team", "the girls"),
        (
            "got hammered",
            "won on penalties",
            "lost again",
            "were robbed",
            "drew nil nil",
            "got thrashed",
            "played a blinder",
            "smashed it",
            "shot wide all afternoon",
        ),
        (
            "on Saturday",
            "away from home",
            "in the cup",
            "in the rain",
            "last night",
            "at the weekend",
            "on Boxing Day",
            "with ten men",
        ),
    ),
    "cooking": (
        ("I cut", "I chopped", "I burnt", "I sliced", "mum grated", "we peeled"),
        (
            "the onions",
            "some carrots",
            "the toast",
            "a big loaf",
            "the potatoes",
            "two apples",
            "a cabbage",
            "the crust",
        ),
        (
            "for tea",
            "for the soup",
            "and it went well",
            "with my son",
            "for Sunday lunch",
            "in ten minutes",
            "while singing",
        ),
    ),
    "work": (
        ("my boss", "the new manager", "the rota", "this job", "the night shift", "the training", "the commute"),
        ("is killing me", "wears me out", "gets on my nerves", "has improved", "is all right", "makes me tired"),
        ("this week", "these days", "since March", "to be honest", "but the money helps", "some mornings"),
    ),
    "grief": (
        ("my nan", "our old dog", "my dad", "a good friend", "my uncle", "our neighbour"),
        ("died in March", "passed away last year", "was buried on Monday", "died when I was ten", "is much missed"),
        (
            "and I miss the chats",
            "and we tell stories",
            "so the house is quiet",
            "and I light a candle",
            "and I cook their recipes",
        ),
    ),
    "steps": (
        ("on Monday", "first thing", "after tea", "when it's quiet", "tomorrow at ten", "with Kev", "on my own"),
        ("I will", "I could", "I'm going to", "I might", "I'll"),
        (
            "put my shoes by the door",
            "take my tablets with breakfast",
            "ring the surgery",
            "open the post",
            "feed the birds",
            "walk round the block",
            "write a list",
        ),
        ("", "and have a brew", "then rest", "for five minutes"),
    ),
    "mood": (
        ("I feel", "I've been", "today I'm", "lately I'm", "most days I'm", "I woke up"),
        ("a bit low", "tired", "grumpy", "lonely", "hopeful", "nervous", "all right", "calm"),
        (
            "",
            "because of the rain",
            "after a long week",
            "about the interview",
            "since the move",
            "and a bit bored",
            "but fine",
        ),
    ),
}


def sentences(wanted: int = 5000) -> list[str]:
    """The first so many of them, every kind in turn."""
    kinds = [_kind(parts) for parts in PARTS.values()]
    found: list[str] = []
    while len(found) < wanted:
        before = len(found)
        for kind in kinds:
            found.extend(islice(kind, 60))
        if len(found) == before:
            break
    return found[:wanted]


def _kind(parts: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    return (" ".join(part for part in choice if part) for choice in product(*parts))
