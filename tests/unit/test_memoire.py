"""What a preview keeps is what it would read again, whatever has changed in between."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from vitrine.loading import Chargement, load_national
from vitrine.loading_platform import load_platform
from vitrine.memoire import OUBLI, Memoire, Oubli
from vitrine.racine import Racine

SHEET = "data/metiers/aide-soignant.yml"
OWN = "plateformes/demonstration/data/contacts/accueil-de-la-plateforme.yml"


def both(racine: Racine, memoire: Oubli) -> tuple[Chargement, Chargement]:
    """The national facts, and those of a platform upon them."""
    national = load_national(racine, memoire)
    return national, load_platform(national, racine, "demonstration", memoire)


def told(loaded: Chargement) -> dict[str, Any]:
    """All that loading gives, so that it can be compared."""
    catalogue = loaded.catalogue
    fiches = {
        (fiche.genre, fiche.slug, langue): (value.model_dump(), fiche.origine, fiche.completes, langue in fiche.perimees)
        for fiche in [*catalogue.every(), *catalogue.nomenclatures.values(), *catalogue.annuaire.values()]
        for langue, value in fiche.valeurs.items()
    }
    return {"fiches": fiches, "problemes": sorted(loaded.problemes), "lus": loaded.fichiers_lus, "textes": catalogue.textes}


def rewrite(file: Path, old: str, new: str) -> None:
    """Change a text that stands in a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a sheet": lambda copie: rewrite(copie / SHEET, "famille: ", "famille:   "),
    "the French of a translated sheet": lambda copie: rewrite(copie / SHEET, " vous ", " tout de suite vous "),
    "a sheet wrongly": lambda copie: rewrite(copie / SHEET, "famille: ", "famile: "),
    "a sheet mended": lambda copie: rewrite(copie / SHEET, "famile: ", "famille: "),
    "a translation taken away": lambda copie: (copie / SHEET.replace(".yml", ".en.yml")).unlink(),
    "a sheet taken away": lambda copie: (copie / SHEET).unlink(),
    "a code taken away": lambda copie: rewrite(copie / "data/nomenclatures/lieux.yml", "ehpad:", "autre-maison:"),
    "a word of the interface": lambda copie: rewrite(copie / "data/textes/interface.yml", "accueil: ", "accueil:  "),
    "a record of the platform": lambda copie: rewrite(copie / OWN, "nom: ", "nom:  "),
    "a record of the platform wrongly": lambda copie: rewrite(copie / OWN, "nom: ", "mon: "),
    "the platform": lambda copie: rewrite(copie / "plateformes/demonstration/plateforme.yml", "nom: ", "nom:  "),
}


def test_after_any_change_what_is_remembered_is_what_would_be_read(copie: Path):
    racine, memoire = Racine(copie), Memoire()
    both(racine, memoire)
    for name, change in CHANGES.items():
        change(copie)
        assert [told(one) for one in both(racine, memoire)] == [told(one) for one in both(racine, OUBLI)], name


def test_a_record_that_has_not_changed_is_the_very_same(copie: Path):
    racine, memoire = Racine(copie), Memoire()
    before, _ = both(racine, memoire)
    rewrite(copie / SHEET, "famille: ", "famille:   ")
    after, _ = both(racine, memoire)
    known = {id(fiche) for fiche in before.catalogue.every()}
    assert [fiche.slug for fiche in after.catalogue.every() if id(fiche) not in known] == ["aide-soignant"]


def test_what_is_made_of_other_parts_is_made_again():
    memoire, parts, made = Memoire(), ([], []), []
    for given in (parts, parts, (parts[0], []), parts[:1]):
        memoire.same("key", given, lambda: made.append(1))
    assert len(made) == 3
