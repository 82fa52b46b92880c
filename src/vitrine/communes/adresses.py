"""From an address to its commune. What cannot be told for sure is not guessed: None."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.common import Adresse
from .noms import key
from .table import Commune, Table

CORSE = ("2A", "2B")


def departements_of(code_postal: str) -> tuple[str, ...]:
    """Where a post code is, as far as its first digits tell: a few dozen communes are served from a neighbouring département."""
    if code_postal.startswith("20"):
        return CORSE
    return (code_postal[:3] if code_postal.startswith("97") else code_postal[:2],)


def commune_of(adresse: Adresse, table: Table, territoire: Iterable[str] = ()) -> Commune | None:
    """The commune of an address; ``territoire``: the platform's départements, where a name without post code is."""
    code, name = adresse.code_postal, key(adresse.commune)
    near = table.departements if table.propres is not None else departements_of(code) if code else tuple(territoire)
    places = [commune for departement in dict.fromkeys((*near, *territoire)) for commune in table.of(departement)]
    served = [commune for commune in places if code and code in commune.codes_postaux]
    for candidates in (
        [commune for commune in served if _is_named(commune, name)],
        [commune for commune in served if commune.cle.startswith(f"{name} ")],  # « 75012 Paris » is a borough
        [commune for commune in places if commune.departement in near and commune.cle == name],  # a CEDEX code
        [commune for commune in places if commune.departement in near and _is_named(commune, name)],
    ):
        if len(candidates) == 1:
            return candidates[0]
    return None


def _is_named(commune: Commune, name: str) -> bool:
    """Under its name of today or of before."""
    return commune.cle == name or name in map(key, commune.anciens_noms)
