"""Consent, before the first question about the person. Nothing is kept without a yes."""

from bot.coaching.guide import Choice, Guide, Kind, Step

CONSENT = Guide(
    journey="consent",
    steps=(
        Step(
            "ask",
            "consent",
            Kind.CHOICE,
            choices=(
                Choice("yes", ("i agree", "agree", "happy with that")),
                Choice("no", ("no thanks", "i don't agree", "i dont agree", "disagree")),
            ),
            needed=True,
        ),
    ),
)
