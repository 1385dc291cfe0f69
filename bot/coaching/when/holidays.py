"""Days that go by a name: bank holidays of England and Wales, Christmas, and their like."""

from __future__ import annotations

from datetime import date, timedelta

MONDAY, SATURDAY, SUNDAY = 0, 5, 6
FIXED = {
    "christmas eve": (12, 24), "xmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25),
    "xmas day": (12, 25), "xmas": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31), "nye": (12, 31),
    "new years eve": (12, 31), "new year's day": (1, 1), "new years day": (1, 1), "halloween": (10, 31),
    "bonfire night": (11, 5), "valentine's day": (2, 14), "valentines day": (2, 14), "valentines": (2, 14),
}  # fmt: skip
FROM_EASTER = {"good friday": -2, "easter sunday": 0, "easter monday": 1}


def easter(year: int) -> date:
    """Easter Sunday of that year (the anonymous Gregorian rule)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def bank_holidays(year: int) -> tuple[date, ...]:
    """The bank holidays of England and Wales in that year, in order."""
    moving = (
        easter(year) + timedelta(-2),
        easter(year) + timedelta(1),
        _monday_from(date(year, 5, 1)),
        _monday_from(date(year, 5, 25)),
        _monday_from(date(year, 8, 25)),
    )
    new_year = _weekday_from(date(year, 1, 1))
    christmas = _weekday_from(date(year, 12, 25))
    boxing = _weekday_from(max(date(year, 12, 26), christmas + timedelta(1)))
    return tuple(sorted((new_year, *moving, christmas, boxing)))


def _monday_from(day: date) -> date:
    return day + timedelta((MONDAY - day.weekday()) % 7)


def _weekday_from(day: date) -> date:
    return day + timedelta({SATURDAY: 2, SUNDAY: 1}.get(day.weekday(), 0))


def named_day(name: str, today: date) -> date | None:
    """The next day of that name, today included; None where no such name is known."""
    found = (day for year in (today.year, today.year + 1) for day in _days_named(name, year) if day >= today)
    return next(found, None)


def _days_named(name: str, year: int) -> tuple[date, ...]:
    if name.startswith("bank holiday") or name.endswith("bank holiday"):
        days = bank_holidays(year)
        return tuple(day for day in days if day.weekday() == MONDAY) if "monday" in name else days
    if name in FROM_EASTER:
        return (easter(year) + timedelta(FROM_EASTER[name]),)
    return (date(year, *FIXED[name]),) if name in FIXED else ()
