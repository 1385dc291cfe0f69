"""The place that a person names when they are asked where they are, so that they see the lines of that place.

Only a whole message counts, and nothing is guessed: a place whose lines are not known has none of another's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Optional

from bot.place_settings import UK_AREAS

ASK_WHERE = "I'm somewhere else"  # the button by which somebody says that these are not the lines of their place
NONE_OF_THESE = "None of these"


@dataclass(frozen=True)
class Place:
    """A country, and an area of it where lines differ. No country means that the lines of the place are not known."""

    country: str = ""
    area: str = ""

    @property
    def name(self) -> str:
        """The place as a sentence names it, empty where it has no name."""
        return self.area or _NAMES.get(self.country, self.country)

    @property
    def key(self) -> str:
        """The place as one word, to be kept with a message."""
        return f"{self.country}/{self.area}"


_NAMES = {
    "GB": "the whole UK", "IE": "Ireland", "US": "the USA", "CA": "Canada", "AU": "Australia", "NZ": "New Zealand",
}  # fmt: skip
BUTTONS = (*UK_AREAS, "Ireland", "USA", "Canada", "Australia", "New Zealand", NONE_OF_THESE)
_SAID = {
    Place("GB", "England"): "england, english, london, manchester, birmingham, leeds, liverpool, bristol, newcastle",
    Place("GB", "Scotland"): "scotland, glasgow, edinburgh, aberdeen, dundee, inverness",
    Place("GB", "Wales"): "wales, cymru, cardiff, swansea, wrexham",
    Place("GB", "Northern Ireland"): "northern ireland, n ireland, ni, belfast, derry, londonderry",
    Place("GB"): "uk, united kingdom, great britain, britain, gb",
    Place("IE"): "ireland, republic of ireland, irish republic, roi, eire, dublin, cork, galway, limerick",
    Place("US"): "usa, us, united states, united states of america, america, states",
    Place("CA"): "canada",
    Place("AU"): "australia",
    Place("NZ"): "new zealand, nz, aotearoa",
    Place(): "none of these, none of them, abroad, overseas, not in uk, outside uk, europe, africa, asia, argentina,"
    " austria, bangladesh, belgium, brazil, bulgaria, china, croatia, cyprus, czech republic, denmark, dubai, egypt,"
    " estonia, finland, france, germany, ghana, gibraltar, greece, guernsey, holland, hong kong, hungary, iceland,"
    " india, indonesia, isle of man, israel, italy, jamaica, japan, jersey, kenya, latvia, lithuania, malaysia, malta,"
    " mexico, netherlands, nigeria, norway, pakistan, philippines, poland, portugal, romania, russia, saudi arabia,"
    " singapore, slovakia, slovenia, south africa, spain, sri lanka, sweden, switzerland, thailand, turkey, uae,"
    " uganda, ukraine, vietnam, zimbabwe",
}
_PLACES = {name.strip(): place for place, said in _SAID.items() for name in said.split(",")}
_ASKS = frozenset(
    {
        "im somewhere else", "i am somewhere else", "somewhere else", "another country", "im in another country",
        "a different country", "not here", "wrong place", "wrong country", "im not there", "i dont live there",
    }
)  # fmt: skip
_AROUND = re.compile(
    r"^(?:(?:im|i am|i|we|were|live|living|stay|staying|based|currently|actually|now|well|no|yes|ok|in|from|near|up"
    r"|down|at|the|it|its|is|moment|just|here)\s+)+"
    r"|(?:\s+(?:now|at the moment|just now|currently|please|actually|here))+$"
)
_LONGEST = 60


def place_named(text: str) -> Optional[Place]:
    """The place that the whole message names, or None."""
    if len(text) > _LONGEST:
        return None
    plain = _plain(text)
    return _PLACES.get(plain) or _PLACES.get(_AROUND.sub("", plain))


def asks_where(text: str) -> bool:
    """Whether the whole message says that the person is somewhere else, without saying where."""
    return len(text) <= _LONGEST and _plain(text) in _ASKS


def place_from(key: object) -> Optional[Place]:
    """The place of a key that was kept with a message, or None; what is no place counts as an unknown one."""
    country, found, area = str(key).partition("/") if isinstance(key, str) else ("", "", "")
    if not found:
        return None
    if not re.fullmatch("[A-Z]{2}", country):
        return Place()
    return Place(country, area if country != "GB" or area in UK_AREAS else "")


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]|_", " ", re.sub("[’'`´.]", "", text.casefold())).split())
