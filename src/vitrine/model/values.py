"""Typed values read from text as French people write them: yes or no, numbers, dates, hours, levels."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from .faults import fault, quoted
from .fields import check_text

PARIS = ZoneInfo("Europe/Paris")
YES = {"oui", "vrai", "true", "yes"}
NO = {"non", "faux", "false", "no"}
MONTH_NAMES = (
    ("janvier",), ("février", "fevrier"), ("mars",), ("avril",), ("mai",), ("juin",), ("juillet",), ("août", "aout"),
    ("septembre",), ("octobre",), ("novembre",), ("décembre", "decembre"),
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(MONTH_NAMES, start=1) for name in names}
LEVEL_WORDS = {"cap": 3, "bep": 3, "bac": 4, "bac+2": 5, "bac+3": 6, "bac+4": 6, "bac+5": 7, "bac+8": 8}
YAML_FLOAT = re.compile(r"^([+-]?)\.(inf|nan)$", re.I)
THOUSANDS = re.compile(r"[\s\u00a0\u202f]")


def read_yes_no(value: Any) -> bool:
    """Read « oui » or « non »; YAML's own booleans are texts here."""
    if isinstance(value, bool):
        return value
    word = check_text(value).lower()
    if word in YES | NO:
        return word in YES
    raise fault(f"«\u00a0oui\u00a0» ou «\u00a0non\u00a0» est attendu (lu\u00a0: {quoted(value)}).", "Écrivez oui ou non.")


def read_number(value: Any) -> Decimal:
    """Read a finite number ≥ 0 written « 1801,80 », « 1 801.80 » or « 1801 »."""
    text = THOUSANDS.sub("", check_text(str(value) if isinstance(value, int | Decimal) else value)).replace(",", ".")
    try:
        number = Decimal(YAML_FLOAT.sub(r"\1\2", text))
    except InvalidOperation:
        raise fault(f"nombre attendu (lu\u00a0: {quoted(value)}).", "Chiffres seuls, sans unité.") from None
    if not number.is_finite() or number < 0 or number > Decimal(10) ** 12:
        raise fault(f"nombre positif attendu (lu\u00a0: {quoted(value)}).", "Corrigez la valeur.")
    return number


def read_integer(value: Any) -> int:
    """Read a whole number ≥ 0."""
    number = read_number(value)
    if number != number.to_integral_value():
        raise fault(f"nombre entier attendu (lu\u00a0: {quoted(value)}).", "Retirez la partie décimale.")
    return int(number)


def read_level(value: Any) -> int:
    """Read a French qualification level, 1 to 8, or its everyday name (« CAP », « Bac+2 »)."""
    word = check_text(str(value) if isinstance(value, int) else value).lower().replace(" ", "")
    level = LEVEL_WORDS.get(word) or (int(word) if word.isdecimal() and len(word) == 1 else 0)
    if not 1 <= level <= 8:
        raise fault(f"niveau inconnu\u00a0: {quoted(value)}.", "Niveau de 1 à 8 (3 CAP, 4 bac, 5 bac+2, 6 bac+3, 7 bac+5).")
    return level


def read_date(value: Any) -> date:
    """Read a day: 2027-04-03, 03/04/2027 (day first) or « 3 avril 2027 »."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    text = check_text(value).lower()
    parts = iso_parts(text) or slash_parts(text) or worded_parts(text)
    try:
        return date(*parts) if parts else _refuse_date(value)
    except ValueError:
        return _refuse_date(value)


def iso_parts(text: str) -> tuple[int, int, int] | None:
    """(year, month, day) of 2027-04-03."""
    found = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def slash_parts(text: str) -> tuple[int, int, int] | None:
    """(year, month, day) of 03/04/2027; the day always comes first."""
    found = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text)
    return (int(found[3]), int(found[2]), int(found[1])) if found else None


def worded_parts(text: str) -> tuple[int, int, int] | None:
    """(year, month, day) of « 3 avril 2027 » or « 1er mai 2027 »."""
    found = re.fullmatch(r"(\d{1,2})(?:er)?\s+([a-zéûè]+)\s+(\d{4})", text)
    return (int(found[3]), MONTHS[found[2]], int(found[1])) if found and found[2] in MONTHS else None


def _refuse_date(value: Any) -> date:
    raise fault(f"date impossible\u00a0: {quoted(value)}.", "Écrivez AAAA-MM-JJ, par exemple 2027-01-15.")


def read_loose_date(value: Any) -> str:
    """Read a date known to the year, the month or the day; returned as 2022, 2022-09 or 2022-09-22."""
    text = check_text(value)
    if re.fullmatch(r"(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?", text):
        return text
    return read_date(text).isoformat()


def read_instant(value: Any) -> datetime:
    """Read a day and hour in Paris: « 2027-01-16 14:30 »; an explicit offset or Z is converted."""
    text = check_text(value).replace("h", ":").replace(" à ", " ")
    found = re.fullmatch(r"(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})(?::\d{2})?\s*(Z|[+-]\d{2}:?\d{2})?", text)
    try:
        if not found:
            return datetime.combine(read_date(value), datetime.min.time(), PARIS)
        day = date.fromisoformat(found[1])
        return datetime(day.year, day.month, day.day, int(found[2]), int(found[3]), tzinfo=_zone(found[4])).astimezone(PARIS)
    except (ValueError, OverflowError):
        raise fault(f"date et heure impossibles\u00a0: {quoted(value)}.", "Écrivez 2027-01-16 14:30.") from None


def _zone(offset: str | None) -> Any:
    if not offset:
        return PARIS
    if offset == "Z":
        return timezone.utc
    sign = -1 if offset[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:])))


def read_hour(value: Any) -> str:
    """Read an hour of the day, « 9:30 », « 9h30 » or « 9h »; returned as 09:30."""
    found = re.fullmatch(r"(\d{1,2})\s*[:hH]\s*(\d{2})?", check_text(value))
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise fault(f"heure impossible\u00a0: {quoted(value)}.", "Écrivez 09:30.")
    return f"{int(found[1]):02}:{int(found[2] or 0):02}"


def _typed(base: Any, reader: Any, schema: dict[str, Any]) -> Any:
    return Annotated[base, BeforeValidator(reader), WithJsonSchema(schema)]


Oui = _typed(bool, read_yes_no, {"enum": ["oui", "non"]})
Nombre = Annotated[
    Decimal,
    BeforeValidator(read_number),
    PlainSerializer(lambda n: float(n) if n % 1 else int(n), return_type=float | int),
    WithJsonSchema({"type": ["number", "string"]}),
]
Entier = _typed(int, read_integer, {"type": ["integer", "string"]})
Niveau = _typed(int, read_level, {"type": ["integer", "string"]})
Jour = _typed(date, read_date, {"type": "string", "format": "date"})
DateSouple = _typed(str, read_loose_date, {"type": ["string", "integer"]})
Instant = _typed(datetime, read_instant, {"type": "string"})
Heure = _typed(str, read_hour, {"type": "string"})
