"""What a comparison says of one profession: each row's field, in the words of a visitor's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .assets import named
from .catalogue import Catalogue, Fiche
from .formatting import euros, loose_date
from .model.comparaison import LigneComparee
from .model.fields import Code, Libelle, Renvoi
from .model.metier import Competence, Metier, Salaire, Voie
from .model.walk import EACH, Feuille, leaves
from .prose import told
from .scripts import call
from .texts import Interface

Element = str | tuple[str, ...]
"""One thing a cell says; with an address when it leads to a record (else ''), and its language when it is not the cell's."""


@dataclass(frozen=True, eq=False)
class Comparateur:
    """Says the fields of professions in one language; a profession that is not translated speaks French."""

    catalogue: Catalogue
    langue: str

    def cell(self, fiche: Fiche[Metier], ligne: LigneComparee) -> list[Element]:
        """What the row says of a profession; nothing when the sheet says nothing."""
        langue = fiche.langue(self.langue)
        leaf = LEAVES.get(ligne.champ)
        found = [self._say(value, leaf, langue) for value in values_at(fiche.dans(langue), tuple(ligne.champ.split(".")))]
        return list(dict.fromkeys(said for said in found if said))

    @cached_property
    def fichiers(self) -> dict[str, tuple[str, bytes]]:
        """(address, bytes) by family: a visitor loads those of the professions that are compared."""
        families: dict[str, list[Fiche[Metier]]] = {}
        for fiche in self.catalogue.metiers.values():
            families.setdefault(fiche.fr.famille, []).append(fiche)
        found = {}
        for famille, fiches in sorted(families.items()):
            content = call("vitrineComparaison", self._data(fiches)).encode()
            found[famille] = named(f"comparer-{famille}-{self.langue}", "js", content), content
        return found

    def _data(self, fiches: list[Fiche[Metier]]) -> dict[str, Any]:
        groups = self.catalogue.comparaison.dans(self.langue).groupes if self.catalogue.comparaison else []
        rows = [ligne for groupe in groups for ligne in groupe.lignes]
        return {
            "groupes": [[groupe.titre, [ligne.titre for ligne in groupe.lignes]] for groupe in groups],
            "metiers": {fiche.slug: [fiche.langue(self.langue), [self.cell(fiche, row) for row in rows]] for fiche in fiches},
        }

    def _say(self, value: Any, leaf: Feuille | None, langue: str) -> Element | None:
        marks = leaf.marqueurs if leaf else ()
        for mark in marks:
            if isinstance(mark, Code | Libelle):
                return self.catalogue.terme(mark.liste, str(value), langue).libelle
            if isinstance(mark, Renvoi):
                return self._link(mark.liste, value, langue)
        return self._say_plain(value, langue)

    def _say_plain(self, value: Any, langue: str) -> Element | None:
        t = Interface(self.catalogue.textes, langue).t
        if isinstance(value, bool):
            return t("oui" if value else "non")
        if isinstance(value, Salaire):
            return self._pay(value, langue)
        if isinstance(value, Voie):
            return self.catalogue.terme("voies", value.voie, langue).libelle
        if isinstance(value, Competence):
            return told(value.libelle) if value.coeur else None
        return told(value if isinstance(value, str) else str(value))

    def _pay(self, salaire: Salaire, langue: str) -> str | None:
        bounds = [euros(amount, langue) for amount in (salaire.debutant, salaire.experimente) if amount is not None]
        if not bounds:
            return None
        t = Interface(self.catalogue.textes, langue).t
        key = "comparer.salaire" if len(bounds) == 2 else "comparer.salaire.un"
        frame = self.catalogue.terme("cadres-salaire", salaire.cadre, langue).libelle
        return t(key, de=bounds[0], a=bounds[-1], cadre=frame, date=loose_date(salaire.date, langue))

    def _link(self, genre: str, slug: str, langue: str) -> Element | None:
        fiche = self.catalogue.of(genre).get(slug)
        if fiche is None:
            return None
        record, spoken = fiche.dans(langue), fiche.langue(langue)
        name = record.nomme(spoken) if isinstance(record, Metier) else record.intitule
        return (str(name), f"{genre}/{slug}/", *([] if spoken == langue else [spoken]))


LEAVES = {".".join(part for part in path if part != EACH): leaf for path, leaf in leaves(Metier).items()}


def values_at(value: Any, path: tuple[str, ...]) -> Iterator[Any]:
    """Every value at a path, lists opened on the way."""
    if isinstance(value, list):
        for item in value:
            yield from values_at(item, path)
    elif value is not None and path:
        yield from values_at(getattr(value, path[0]), path[1:])
    elif value is not None:
        yield value
