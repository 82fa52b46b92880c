"""Settings of the report for tests: small lists, so that an example says all it needs."""

from __future__ import annotations

from typing import Any

from vitrine.etat.constat import Constat
from vitrine.etat.reglages import Reglages

REGLAGES: dict[str, Any] = {
    "seuils": {
        "phrase_mediane_max": "6", "phrase_moyenne_max": "8", "mot_long_lettres": "12", "mots_longs_pour_cent_max": "10",
        "passif_pour_cent_max": "20", "phrases_min": "2", "etiquette_mots_max": "4",
    },
    "duree_de_vie": {
        "salaire": "24", "certification": "18", "chiffre": "60", "texte": "120", "source": "36", "verification": "12",
    },
    "textes_de_droit": ["code de", "décret*", "arrêté*", "France compétences"],
    "mots_a_eviter": [{"mot": "afin de", "remplacement": "pour"}, {"mot": "effectu*", "remplacement": "faire"}],
    "jargon": ["astreinte"],
    "sigles_connus": ["SMS"],
    "complements_sans_agent": ["jour"],
    "champs_non_comptes": ["empreinte", "media"],
}  # fmt: skip
"""As data/etat.yml would read."""


def reglages(**changes: Any) -> Reglages:
    """The settings of the tests, some changed."""
    return Reglages.model_validate(REGLAGES | changes)


def dits(constats: Any) -> list[tuple[str, str, str]]:
    """(rule, field, severity) of each Constat."""
    found: list[Constat] = list(constats)
    return [(constat.regle, constat.probleme.champ, constat.gravite.value) for constat in found]
