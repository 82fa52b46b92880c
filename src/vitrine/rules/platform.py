"""What a platform must have before it can be published: a brand that reads well, legal pages that tell the truth."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from ..catalogue import Catalogue
from ..colour import TEXT_RATIO, contrast, readable
from ..problems import Probleme
from .told import tell

PlatformRule = Callable[[Catalogue, Path], Iterator[Probleme]]
PAPER = "#ffffff"
AUDIT_SHELF_LIFE = timedelta(days=3 * 365)
LOGO_BYTES_AT_MOST = 100_000
LOGO_SUFFIXES = (".svg", ".png")


def brand_colour_reads_well(catalogue: Catalogue, folder: Path) -> Iterator[Probleme]:
    """The main colour carries white text and is text on white: 4.5:1 at least."""
    fiche = catalogue.plateforme
    brand = fiche.fr.marque if fiche else None
    if not fiche or not brand:
        return
    ratio = contrast(brand.couleur, PAPER)
    if ratio < TEXT_RATIO:
        said = f"{ratio:.2f}".replace(".", ",")
        nearest = readable(brand.couleur, PAPER)
        yield tell(
            fiche,
            ("marque", "couleur"),
            f"contraste {said} (4,5 requis).",
            f'Couleur conforme la plus proche\u00a0: "{nearest}".',
        )


def logo_is_there(catalogue: Catalogue, folder: Path) -> Iterator[Probleme]:
    """A logo is a small file of the folder marque/, with its text."""
    fiche = catalogue.plateforme
    brand = fiche.fr.marque if fiche else None
    if not fiche or not brand or not brand.logo:
        return
    file = folder / "marque" / brand.logo
    if Path(brand.logo).name != brand.logo or file.suffix.lower() not in LOGO_SUFFIXES:
        yield tell(
            fiche, ("marque", "logo"), f"fichier non admis\u00a0: «\u00a0{brand.logo}\u00a0».", "Un nom seul, en .svg ou .png."
        )
    elif not file.is_file() or file.is_symlink() or file.parent.is_symlink():
        yield tell(fiche, ("marque", "logo"), f"marque/{brand.logo} est introuvable.", "Vérifiez le nom, majuscules comprises.")
    elif file.stat().st_size > LOGO_BYTES_AT_MOST:
        yield tell(fiche, ("marque", "logo"), f"{file.stat().st_size // 1000} Ko (100 Ko au plus).", "Simplifiez le dessin.")
    elif not brand.logo_alt:
        yield tell(fiche, ("marque", "logo"), "champ «\u00a0logo_alt\u00a0» absent.", "Écrivez ce que dit le logo.")


def statement_never_claims_more_than_its_audit(catalogue: Catalogue, folder: Path) -> Iterator[Probleme]:
    """A state better than « non conforme » needs an audit of less than three years and its rate."""
    fiche = catalogue.plateforme
    state = fiche.fr.accessibilite if fiche else None
    if not fiche or not state or state.etat == "non-conforme":
        return
    path = ("accessibilite", "etat")
    if not state.date_audit or not state.auditeur or state.taux is None:
        yield tell(fiche, path, "état annoncé sans audit.", "Ajoutez date_audit, auditeur et taux, ou écrivez non-conforme.")
    elif catalogue.aujourd_hui - state.date_audit > AUDIT_SHELF_LIFE:
        yield tell(fiche, path, "l'audit a plus de trois ans.", "Refaites l'audit, ou écrivez non-conforme.")
    elif (state.etat == "totalement-conforme" and state.taux < 100) or state.taux < 50:
        yield tell(
            fiche,
            path,
            f"taux de {str(state.taux).replace('.', ',')}\u00a0%\u00a0: cet état n'est pas permis.",
            "100 % pour totalement, 50 % pour partiellement.",
        )


def legal_pages_are_filled(catalogue: Catalogue, folder: Path) -> Iterator[Probleme]:
    """The law wants a publisher, a host, an accessibility statement and someone to write to."""
    fiche = catalogue.plateforme
    if not fiche:
        return
    mentions = fiche.fr.mentions
    absent = [name for name in ("accessibilite", "donnees_personnelles", "bandeau") if getattr(fiche.fr, name) is None]
    absent += [
        f"mentions.{name}"
        for name in ("editeur", "adresse", "directeur", "hebergeur")
        if not mentions or not getattr(mentions, name)
    ]
    if absent:
        yield tell(
            fiche,
            (),
            f"pages légales incomplètes\u00a0: {', '.join(absent)}.",
            "Remplissez ces champs avant d'ouvrir le site.",
            grave=False,
        )


def masked_slugs_exist(catalogue: Catalogue, folder: Path) -> Iterator[Probleme]:
    """Only what exists can be masked."""
    fiche = catalogue.plateforme
    if not fiche:
        return
    for genre in ("metiers", "formations", "seances"):
        for position, slug in enumerate(getattr(fiche.fr.masquer, genre)):
            if slug not in catalogue.of(genre):
                yield tell(fiche, ("masquer", genre, position), f"«\u00a0{slug}\u00a0» n'existe pas.", "Retirez-le de la liste.")


RULES: tuple[PlatformRule, ...] = (
    brand_colour_reads_well,
    logo_is_there,
    statement_never_claims_more_than_its_audit,
    legal_pages_are_filled,
    masked_slugs_exist,
)
