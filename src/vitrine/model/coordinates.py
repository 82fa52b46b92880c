"""Ways to reach someone: telephone, e-mail, web address, post code. Hostile until proved otherwise."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

from ..problems import plural
from .faults import fault, quoted
from .fields import at_most, check_one_line, check_text
from .hosts import check_host

SEPARATORS = re.compile(r"[\s.\u00a0\u202f()/-]")
COURRIEL = re.compile(r"[A-Za-z0-9._+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}")
OVERSEAS = {
    "262": ("0262", "0263", "0692", "0693", "0269", "0639", "0976"),
    "590": ("0590", "0690", "0691"),
    "594": ("0594", "0694"),
    "596": ("0596", "0696", "0697"),
}
"""Country code of a DROM → the prefixes of its national numbers (ARCEP numbering plan)."""


def read_phone(value: Any) -> str:
    """Read a French number, any layout; returned as its national digits: 0145670000, 3949."""
    digits = SEPARATORS.sub("", check_text(value))
    digits = re.sub(r"^(\+|00)(33|262|590|594|596)0?(?=\d{9}$)", "0", digits)
    if not re.fullmatch(r"0\d{9}|1\d{1,2}|1\d{5}|3\d{3}", digits, re.ASCII):
        raise fault(f"{quoted(value)} n'est pas un numéro français.", "Dix chiffres (01 45 67 00 00) ou un numéro court (3949).")
    return digits


def international(digits: str) -> str:
    """The ``tel:`` form of national digits: +33145670000; short numbers stay as they are."""
    if len(digits) < 10:
        return digits
    for country, prefixes in OVERSEAS.items():
        if digits.startswith(prefixes):
            return f"+{country}{digits[1:]}"
    return f"+33{digits[1:]}"


def displayed(digits: str) -> str:
    """The form people read: 01 45 67 00 00, 0 800 123 456, 39 49."""
    if digits.startswith("08") and len(digits) == 10:
        groups = [digits[0], digits[1:4], digits[4:7], digits[7:]]
    elif len(digits) % 2 == 0:
        groups = [digits[i : i + 2] for i in range(0, len(digits), 2)]
    else:
        groups = [digits]
    return "\u00a0".join(groups)


def check_email(value: str) -> str:
    """One bare address: no header, no name, ASCII only."""
    if len(value) > 254 or not COURRIEL.fullmatch(value):
        length = f" ({plural(len(value), 'caractère')})" if len(value) > 254 else ""
        raise fault(f"adresse électronique invalide\u00a0: {quoted(value)}{length}.", "Une seule adresse\u00a0: nom@domaine.fr.")
    return value


def check_url(value: str) -> str:
    """An absolute https (or http) address of a plain host: no login, no mixed scripts, no hidden sign."""
    if re.search(r"[\x00-\x20\x7f\\<>\"'`]", value) or "&#" in value:
        raise fault(f"adresse invalide\u00a0: {quoted(value)}.", "Copiez l'adresse depuis votre navigateur (https://…).")
    return check_host(value)


def check_postcode(value: str) -> str:
    """Five digits; the leading zero is kept."""
    if not re.fullmatch(r"[0-9]{5}", value):
        raise fault(f"code postal invalide\u00a0: {quoted(value)}.", "Cinq chiffres, par exemple 01000.")
    return value


def check_siret(value: str) -> str:
    """Fourteen digits whose Luhn key holds (INSEE)."""
    digits = SEPARATORS.sub("", value)
    well_formed = re.fullmatch(r"[0-9]{14}", digits)
    key = sum(sum(divmod(int(d) * (1 + i % 2), 10)) for i, d in enumerate(reversed(digits))) if well_formed else 1
    if key % 10:
        raise fault(
            f"SIRET invalide\u00a0: {quoted(value)}.", "Quatorze chiffres, clé comprise\u00a0: recopiez-le de l'avis INSEE."
        )
    return digits


Telephone = Annotated[str, BeforeValidator(read_phone)]
Courriel = Annotated[str, BeforeValidator(check_text), AfterValidator(check_email)]
Url = Annotated[str, BeforeValidator(check_text), AfterValidator(check_one_line), at_most(500), AfterValidator(check_url)]
CodePostal = Annotated[str, BeforeValidator(check_text), AfterValidator(check_postcode)]
Siret = Annotated[str, BeforeValidator(check_text), AfterValidator(check_siret)]
