"""The report as JSON: its keys are stable, so that one state can be compared with another."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from .constat import Constat
from .rapport import Etat

VERSION = 1


def as_json(etat: Etat) -> str:
    """The whole report as text."""
    return json.dumps(as_data(etat), ensure_ascii=False, indent=1) + "\n"


def as_data(etat: Etat) -> dict[str, Any]:
    """The whole report as plain values."""
    return {
        "version": VERSION,
        "site": etat.site,
        "jour": etat.jour.isoformat(),
        "fiches": etat.fiches,
        "totaux": {"trompeur": len(etat.trompeurs), "a_ameliorer": len(etat.constats) - len(etat.trompeurs)},
        "regles": dict(sorted(Counter(constat.regle for constat in etat.constats).items())),
        "completude": {
            one.genre: {"part": one.part, "champs": dict(one.champs), "fiches": dict(one.fiches)} for one in etat.completude
        },
        "lisibilite": {
            one.fiche: {
                "phrases": one.phrases, "mediane": one.mediane, "moyenne": one.moyenne, "mots_longs": one.mots_longs,
                "passif": one.passif,
            }
            for one in etat.lisibilite
        },
        "traductions": {
            one.langue: {
                "completes": list(one.completes), "incompletes": list(one.incompletes), "perimees": list(one.perimees),
                "absentes": list(one.absentes),
            }
            for one in etat.traductions
        },
        "constats": [_constat(constat) for constat in etat.constats],
    }  # fmt: skip


def _constat(constat: Constat) -> dict[str, Any]:
    place = constat.probleme
    return {
        "gravite": "trompeur" if place.grave else "a-ameliorer", "theme": constat.theme, "regle": constat.regle,
        "fiche": constat.fiche, "fichier": place.fichier, "ligne": place.ligne, "colonne": place.colonne, "champ": place.champ,
        "message": place.message, "remede": place.remede,
    }  # fmt: skip
