"""Codes of public registers: ROME, RNCP, RS, ISCO, ESCO, Formacode, ONISEP. Their shape is checked; see rules for the rest."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ValidationInfo

from .context import context_of, suggestion
from .faults import fault, quoted
from .fields import Code, check_text

LOOKALIKES = str.maketrans("OILSB", "01158")


def read_rome(value: Any, info: ValidationInfo) -> str:
    """Read a ROME 4.0 code, one letter and four digits, that the nomenclature « rome » holds."""
    text = check_text(value).upper()
    if not re.fullmatch(r"[A-N][0-9]{4}", text):
        mended = text[:1] + text[1:].translate(LOOKALIKES)
        hint = f"Vouliez-vous {mended}\u202f? " if re.fullmatch(r"[A-N][0-9]{4}", mended) else ""
        raise fault(f"{quoted(value)} n'est pas un code ROME.", f"{hint}(une lettre, quatre chiffres)")
    known = context_of(info).codes.get("rome")
    if known is not None and text not in known:
        raise fault(f"le code ROME {quoted(text)} est inconnu.", suggestion(text, known))
    return text


def shaped(pattern: str, name: str, example: str) -> Any:
    """Annotation for a code of a fixed shape; spaces inside are dropped."""

    def check(value: Any) -> str:
        text = re.sub(r"\s", "", check_text(value))
        if not re.fullmatch(pattern, text, re.ASCII):
            raise fault(f"{quoted(value)} n'est pas un code {name}.", f"Par exemple {example}.")
        return text

    return Annotated[str, BeforeValidator(check)]


CodeRome = Annotated[str, BeforeValidator(check_text), BeforeValidator(read_rome), Code("rome")]
CodeCertification = shaped(r"(RNCP|RS)\d{3,6}", "RNCP ou RS", "RNCP40692")
CodeIsco = shaped(r"\d{4}", "ISCO-08", "5321")
CodeEsco = shaped(r"http://data\.europa\.eu/esco/occupation/[0-9a-f-]{36}", "ESCO", "http://data.europa.eu/esco/occupation/…")
CodeFormacode = shaped(r"\d{5}", "Formacode", "43436")
CodeOnisep = shaped(r"MET\.\d{1,5}", "ONISEP", "MET.561")
Couleur = shaped(r"#[0-9a-fA-F]{6}", "de couleur", "#1d6f5a")


def check_riasec(value: str) -> str:
    """Up to three letters of Holland's typology, most marked first."""
    if not re.fullmatch(r"[RIASEC]{1,3}", value) or len(set(value)) != len(value):
        raise fault(f"{quoted(value)} n'est pas un profil RIASEC.", "Une à trois lettres différentes parmi R, I, A, S, E, C.")
    return value


Riasec = Annotated[str, BeforeValidator(check_text), AfterValidator(check_riasec)]
