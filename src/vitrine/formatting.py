"""Dates, numbers, money and plurals as each language writes them (CLDR, through Babel)."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from functools import cache, lru_cache

from babel import Locale, dates, numbers

PROPER_NOUNS = ("French", "État")
COMMA = {"fr": ", ", "en": ", ", "ar": "، "}


@cache
def locale_of(langue: str) -> Locale:
    """Babel's locale; English is British, as dates are read in Europe."""
    return Locale.parse("en_GB" if langue == "en" else langue)


def direction(langue: str) -> str:
    """« rtl » for Arabic, else « ltr »."""
    return str(locale_of(langue).text_direction)


def own_name(langue: str) -> str:
    """A language's name in itself: Français, English, العربية."""
    name = locale_of(langue).get_language_name(langue) or langue
    return name[0].upper() + name[1:]


def long_date(value: date, langue: str) -> str:
    """« 22 novembre 2026 »; the first of a month is « 1er » in French."""
    return str(dates.format_date(value, f"{_day(value, langue)} MMMM y", locale=locale_of(langue)))


def week_date(value: date, langue: str) -> str:
    """« dimanche 22 novembre 2026 »."""
    return str(dates.format_date(value, f"EEEE {_day(value, langue)} MMMM y", locale=locale_of(langue)))


def _day(value: date, langue: str) -> str:
    return "d'er'" if langue == "fr" and value.day == 1 else "d"


def loose_date(value: str, langue: str) -> str:
    """A date known to the year, the month or the day: « 2022 », « octobre 2021 », « 22 septembre 2022 »."""
    parts = value.split("-")
    if len(parts) == 1:
        return value
    if len(parts) == 2:
        return str(dates.format_date(date(int(parts[0]), int(parts[1]), 1), "MMMM y", locale=locale_of(langue)))
    return long_date(date.fromisoformat(value), langue)


def clock(value: datetime | time, langue: str) -> str:
    """« 14 h 30 » in French, « 14:30 » elsewhere."""
    if langue == "fr":
        return f"{value.hour}\u00a0h" + (f"\u00a0{value.minute:02}" if value.minute else "")
    return f"{value.hour:02}:{value.minute:02}"


def clock_text(value: str, langue: str) -> str:
    """The hour « 07:30 » as a language writes it."""
    return clock(time.fromisoformat(value), langue)


@lru_cache(maxsize=20_000)
def number(value: Decimal | int | float, langue: str) -> str:
    """« 1 801,5 »; digits stay western so that they can be dialled and compared."""
    return str(numbers.format_decimal(value, locale=locale_of(langue), numbering_system="latn"))


def euros(value: Decimal | int, langue: str) -> str:
    """« 1 825 € », no cents."""
    amount = number(round(Decimal(value)), langue)
    return f"€{amount}" if langue == "en" else f"{amount}\u00a0€"


@lru_cache(maxsize=10_000)
def plural_form(count: int, langue: str) -> str:
    """CLDR's plural category of a count: one, two, few, many, other."""
    return str(locale_of(langue).plural_form(count))


def uncapitalised(text: str) -> str:
    """The text without its first capital, unless it begins with a sigle or a proper noun."""
    if text.startswith(PROPER_NOUNS) or not (text[1:2].islower() or text[1:2] == " "):
        return text
    return text[:1].lower() + text[1:]
