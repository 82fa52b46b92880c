"""No private person's data slips into the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..catalogue import Catalogue, Fiche
from ..checking import written
from ..model.coordinates import read_phone
from ..problems import Probleme
from ..source.document import Document
from .coherence import Rule
from .told import tell

NIR = re.compile(r"\b[12][\s.-]?\d{2}[\s.-]?(?:0[1-9]|1[0-2])[\s.-]?(?:\d{2}|2[AB])[\s.-]?\d{3}[\s.-]?\d{3}[\s.-]?\d{2}\b")
FRENCH_IBAN = re.compile(r"\bFR\d{2}(?:[\s.-]?[0-9A-Z]{4}){5}[\s.-]?[0-9A-Z]{3}\b")
IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[\s.-]?[0-9A-Z]{4}){2,7}(?:[\s.-]?[0-9A-Z]{1,3})?\b")
EMAIL_IN_TEXT = re.compile(r"[\w.+-]{1,64}@[\w-]+\.[\w.-]+")
PHONE_IN_TEXT = re.compile(r"(?<![\d.])(?:0|(?:\+|00)33[\s.-]?(?:\(0\)[\s.-]?)?)[1-9](?:[\s.-]?\d{2}){4}(?!\d)")
WEB_ADDRESS = re.compile(r"\S+://\S+")
DIGITS = re.compile(r"\d{2}")
"""Every number looked for below holds two digits in a row; most texts hold none and are spared the rest."""
CONTACT_FIELDS = {"telephone", "courriel", "url", "site", "formulaire", "lien", "notes", "esco", "hebergeur"}
MOBILE = ("06", "07")


def identity_number(text: str) -> str:
    """What kind of number that is never published stands in a text; '' when there is none."""
    if not DIGITS.search(text):
        return ""
    if NIR.search(text):
        return "numéro de sécurité sociale."
    if FRENCH_IBAN.search(text) or any(has_bank_key(found[0]) for found in IBAN.finditer(text)):
        return "numéro de compte bancaire (IBAN)."
    return ""


def has_bank_key(code: str) -> bool:
    """Whether signs shaped like the number of a bank account bear its key (ISO 7064): any other code would not."""
    signs = re.sub(r"[\s.-]", "", code)
    return len(signs) >= 15 and int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1


def identity_numbers(document: Document) -> Iterator[Probleme]:
    """A social security number or a bank account, wherever it stands in a file."""
    for path, value in document.textes:
        found = identity_number(value) if isinstance(value, str) else ""
        if found:
            mark = document.marque(path)
            yield Probleme(mark.fichier, mark.ligne, mark.colonne, written(path), found, "Supprimez-le.")


def no_identity_number(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """A social security number or a bank account is never published."""
    yield from identity_numbers(fiche.document)


def no_contact_in_prose(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """Coordinates live in contacts, where they are dated and verified, not in prose."""
    for path, value in fiche.document.textes:
        if path[-1] in CONTACT_FIELDS or not isinstance(value, str):
            continue
        text = WEB_ADDRESS.sub("", value) if "://" in value else value
        if ("@" in text and EMAIL_IN_TEXT.search(text)) or (DIGITS.search(text) and PHONE_IN_TEXT.search(text)):
            yield tell(fiche, path, "coordonnées dans un texte libre.", "Utilisez une fiche de contacts/.", grave=False)


def no_mobile(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """A mobile number is most often somebody's own."""
    for path, value in fiche.document.textes:
        if path[-1] == "telephone" and isinstance(value, str) and read_phone(value).startswith(MOBILE):
            yield tell(
                fiche, path, "numéro de mobile.", "Donnez la ligne fixe d'un service, jamais un mobile personnel.", grave=False
            )


RULES: tuple[Rule, ...] = (no_identity_number, no_contact_in_prose, no_mobile)
