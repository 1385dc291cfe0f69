"""The names of the days, also short, and as they are often misspelt: "wensday", "satday", "thrusday"."""

from __future__ import annotations

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TOMORROW = (
    r"(?:tomorrow|tommorow|tomorow|tommorrow|tomoro|tomorro|tomoz|tmrw|tmoz|tmoro|tmw"
    r"|2m(?:o(?:z|rrow|row|ro|ra|r)?|rw))"
)
TONIGHT = r"(?:tonight|tonite|2night|2nite|2nyte?)"
TODAY = rf"(?:today|2day|{TONIGHT}|this (?:morning|afternoon|evening|arvo|aft))"
# A Sunday in short, and not the one that shines: "watch it sun", "sit in the sun".
SUN = (
    r"(?<!\bthe )(?<!\bin )(?<!\bsome )(?<!\bany )(?<!\bno )(?<!\bmy )(?<!\ba )(?<!\bof )(?<!\bhot )(?<!\bwarm )"
    r"(?<!\bmorning )(?<!\bevening )(?<!\btheres )(?<!\bthere's )"
    r"sun(?! (?:is|was|comes?|came|goes|sets?|rises?|shin\w+|out|up|hat|lounger|tan|bed|lamp|block|dress|rays?)\b)"
)
_BY_EAR = {
    "monday": "munday mondey mundy",
    "tuesday": "tewsday chewsday toosday tuseday",
    "wednesday": "wensday wendsday wenesday wendesday wedsday wensdy wenzday wednsday wedensday wendsay",
    "thursday": "thersday thirsday fursday thuresday",
    "friday": "fryday fridey frieday",
    "saturday": "satday saterday satarday saturdy satdy",
    "sunday": "sunnday sundey",
}


def _slips(name: str) -> set[str]:
    """The name with one letter left out, or two that stand beside each other turned round; the first letter stays."""
    left_out = {name[:at] + name[at + 1 :] for at in range(1, len(name))}
    turned = {name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(1, len(name) - 1)}
    return (left_out | turned) - {name}


MISSPELT = {
    slip: number for number, name in enumerate(WEEKDAYS) for slip in sorted(_slips(name) | set(_BY_EAR[name].split()))
}
ANY_MISSPELT = "|".join(sorted(MISSPELT, key=len, reverse=True))


def weekday_of(name: str) -> int:
    """The number of the day with this name, 0 for Monday; short or misspelt, too."""
    found = MISSPELT.get(name)
    return found if found is not None else next(at for at, each in enumerate(WEEKDAYS) if each.startswith(name[:2]))
