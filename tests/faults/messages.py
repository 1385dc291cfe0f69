"""Messages of each family of cues that bring the card as plainly as can be, and everyday ones. All are invented."""

from __future__ import annotations

from bot.safety.support import CARD, Seen, needed

CARDS = {
    "wish_to_die": "I want to kill myself",
    "plan": "I know how I will end my life tonight",
    "unsafe": "I can't keep myself safe",
    "self_harm": "I cut myself again last night and I can't stop",
    "overdose": "I have just taken an overdose",
    "harm_others": "I am going to stab my neighbour",
    "voices": "the voices are telling me to kill myself",
    "abuse": "my husband hits me and I am scared to go home",
    "child": "my little boy is being hurt by his dad",
    "eating": "I have not eaten for nine days and I keep fainting",
    "substance": "I stopped drinking yesterday and I am shaking and seeing things",
    "someone_else": "my friend says he is going to kill himself",
    "passive": "everyone would be better off if I was dead",
    "under_age": "I'm 15 years old",
}
EVERYDAY = ("read a book again", "8", "walk the dog on monday morning", "my sister helps me", "yes", "thanks", "pardon")


def brings_the_card(message: str) -> bool:
    """Whether the rules of today find it plain: what they hear is tested elsewhere."""
    support = needed(message, Seen())
    return support is not None and support.layout == CARD
