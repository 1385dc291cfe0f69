"""Where a service is, as `service.yml` says: a country by its two letters, and an area of it where lines differ.

What could not have been meant is refused: a wrong place would show nobody's lines, and no one would notice.
"""

from __future__ import annotations

import re

UK_AREAS = ("England", "Scotland", "Wales", "Northern Ireland")


class PlaceError(ValueError):
    """Country or area is none; the message says what to write."""


def place_from_settings(country: object, area: object) -> tuple[str, str]:
    """Country and area; both may be empty. Whether there are lines for them the registry knows. Raises PlaceError."""
    code, named = _word(country).upper(), _word(area)
    if code == "UK":
        raise PlaceError("country in service.yml: write GB for the United Kingdom.")
    if not re.fullmatch("([A-Z]{2})?", code):
        raise PlaceError('country in service.yml must be two letters such as GB, in quotes where they are "NO".')
    known = next((uk for uk in UK_AREAS if uk.casefold() == named.casefold()), "")
    if code == "GB" and named and not known:
        raise PlaceError(f"area in service.yml must be {', '.join(UK_AREAS)}, or left empty.")
    if code != "GB" and known:
        raise PlaceError(f"area in service.yml is of the United Kingdom, and country is {code or 'empty'}.")
    return code, known or named


def _word(written: object) -> str:
    return "" if written is None else str(written).strip()
