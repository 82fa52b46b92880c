"""No private person's data slips into the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..catalogue import Catalogue, Fiche
from ..model.coordinates import read_phone
from ..problems import Probleme
from .coherence import Rule
from .told import tell

NIR = re.compile(r"\b[12]\s?\d{2}\s?(?:0[1-9]|1[0-2])\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}\s?\d{2}\b")
IBAN = re.compile(r"\bFR\d{2}(?:\s?[0-9A-Z]{4}){5}\s?[0-9A-Z]{3}\b")
EMAIL_IN_TEXT = re.compile(r"[\w.+-]{1,64}@[\w-]+\.[\w.-]+")
PHONE_IN_TEXT = re.compile(r"(?<![\d.])0[1-9](?:[\s.\u00a0]?\d{2}){4}(?!\d)")
DIGITS = re.compile(r"\d{2}")
"""Every number looked for below holds two digits in a row; most texts hold none and are spared the rest."""
CONTACT_FIELDS = {"telephone", "courriel", "url", "site", "formulaire", "lien", "notes", "esco", "hebergeur"}
MOBILE = ("06", "07")


def no_identity_number(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """A social security number or a bank account is never published."""
    for path, value in fiche.document.textes:
        if not isinstance(value, str) or not DIGITS.search(value):
            continue
        if NIR.search(value):
            yield tell(fiche, path, "numéro de sécurité sociale.", "Supprimez-le.")
        if IBAN.search(value):
            yield tell(fiche, path, "numéro de compte bancaire (IBAN).", "Supprimez-le.")


def no_contact_in_prose(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """Coordinates live in contacts, where they are dated and verified, not in prose."""
    for path, value in fiche.document.textes:
        if path[-1] in CONTACT_FIELDS or not isinstance(value, str) or "://" in value:
            continue
        if ("@" in value and EMAIL_IN_TEXT.search(value)) or (DIGITS.search(value) and PHONE_IN_TEXT.search(value)):
            yield tell(fiche, path, "coordonnées dans un texte libre.", "Utilisez une fiche de contacts/.", grave=False)


def no_mobile(fiche: Fiche[Any], catalogue: Catalogue) -> Iterator[Probleme]:
    """A mobile number is most often somebody's own."""
    for path, value in fiche.document.textes:
        if path[-1] == "telephone" and isinstance(value, str) and read_phone(value).startswith(MOBILE):
            yield tell(
                fiche, path, "numéro de mobile.", "Donnez la ligne fixe d'un service, jamais un mobile personnel.", grave=False
            )


RULES: tuple[Rule, ...] = (no_identity_number, no_contact_in_prose, no_mobile)
