"""What a platform must have before it can be published: a brand that reads well, legal pages that tell the truth."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from ..catalogue import Catalogue
from ..colour import TEXT_RATIO, contrast, readable
from ..problems import Probleme
from .told import tell

PlatformRule = Callable[[Catalogue, Path], Iterator[Probleme]]
PAPER = "#ffffff"
NON_COMPLIANT = "non-conforme"
AUDIT = ("date_audit", "auditeur", "taux")
AUDIT_YEARS = 3
LEGAL = (
    ("url",),
    ("bandeau",),
    ("mentions", "editeur"),
    ("mentions", "adresse"),
    ("mentions", "telephone"),
    ("mentions", "directeur"),
    ("mentions", "hebergeur"),
    ("accessibilite", "etat"),
    ("accessibilite", "etablie_le"),
    ("donnees_personnelles", "responsable"),
    ("donnees_personnelles", "delegue"),
)
"""Fields without which a legal page has a hole."""


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
    """A logo is a picture of the folder marque/ that can be published, with its text."""
    fiche = catalogue.plateforme
    brand = fiche.fr.marque if fiche else None
    if not fiche or not brand or not brand.logo:
        return
    from ..marque.logo import SUFFIXES, ImageRefusee, read_logo  # it draws: a check without a logo need not load that

    file = folder / "marque" / brand.logo
    if Path(brand.logo).name != brand.logo or file.suffix.lower() not in SUFFIXES:
        yield tell(
            fiche, ("marque", "logo"), f"fichier non admis\u00a0: «\u00a0{brand.logo}\u00a0».",
            "Un nom seul, en .svg, .png, .jpg ou .webp.",
        )  # fmt: skip
    elif not file.is_file() or file.is_symlink() or file.parent.is_symlink():
        yield tell(fiche, ("marque", "logo"), f"marque/{brand.logo} est introuvable.", "Vérifiez le nom, majuscules comprises.")
    else:
        if not brand.logo_alt:
            yield tell(fiche, ("marque", "logo"), "champ «\u00a0logo_alt\u00a0» absent.", "Écrivez ce que dit le logo.")
        try:
            read_logo(file)
        except ImageRefusee as refused:
            yield tell(fiche, ("marque", "logo"), refused.message, refused.remede)


def audit_is_whole_and_recent(catalogue: Catalogue, folder: Path) -> Iterator[Probleme]:
    """Whatever the state, an audit that is quoted has a date of less than three years, an author and a rate."""
    fiche = catalogue.plateforme
    state = fiche.fr.accessibilite if fiche else None
    absent = [name for name in AUDIT if getattr(state, name) is None] if state else [*AUDIT]
    if not fiche or not state or len(absent) == len(AUDIT):
        return
    if absent and state.etat == NON_COMPLIANT:
        yield tell(
            fiche, ("accessibilite",), f"audit incomplet\u00a0: {', '.join(absent)}.", "Ajoutez ce qui manque, ou retirez l'audit."
        )
    day, path = state.date_audit, ("accessibilite", "date_audit")
    if day and day < years_before(catalogue.aujourd_hui, AUDIT_YEARS):
        yield tell(fiche, path, "l'audit a plus de trois ans.", "Refaites l'audit, ou retirez-le et écrivez etat: non-conforme.")
    elif day and day > catalogue.aujourd_hui:
        yield tell(fiche, path, f"date future\u00a0: {day.isoformat()}.", "Corrigez-la.")


def years_before(day: date, years: int) -> date:
    """The same day some years ago; 29 February falls back to the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def statement_never_claims_more_than_its_audit(catalogue: Catalogue, folder: Path) -> Iterator[Probleme]:
    """A state better than « non conforme » needs an audit and its rate."""
    fiche = catalogue.plateforme
    state = fiche.fr.accessibilite if fiche else None
    if not fiche or not state or state.etat == NON_COMPLIANT:
        return
    path = ("accessibilite", "etat")
    if not state.date_audit or not state.auditeur or state.taux is None:
        yield tell(fiche, path, "état annoncé sans audit.", "Ajoutez date_audit, auditeur et taux, ou écrivez non-conforme.")
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
    absent = [".".join(path) for path in LEGAL if not _given(fiche.fr, path)]
    if not _given(fiche.fr, ("accessibilite", "contact")) and not _given(fiche.fr, ("bandeau", "telephone")):
        absent.append("accessibilite.contact")
    if absent:
        yield tell(
            fiche,
            (),
            f"pages légales incomplètes\u00a0: {', '.join(absent)}.",
            "Remplissez ces champs avant d'ouvrir le site.",
            grave=False,
        )


def _given(record: object, path: tuple[str, ...]) -> bool:
    for name in path:
        record = getattr(record, name, None)
    return bool(record)


def masked_slugs_exist(catalogue: Catalogue, folder: Path) -> Iterator[Probleme]:
    """Only what exists can be masked."""
    fiche = catalogue.plateforme
    if not fiche:
        return
    for genre in ("metiers", "formations", "seances", "jeux"):
        for position, slug in enumerate(getattr(fiche.fr.masquer, genre)):
            if slug not in catalogue.of(genre):
                yield tell(fiche, ("masquer", genre, position), f"«\u00a0{slug}\u00a0» n'existe pas.", "Retirez-le de la liste.")


RULES: tuple[PlatformRule, ...] = (
    brand_colour_reads_well,
    logo_is_there,
    audit_is_whole_and_recent,
    statement_never_claims_more_than_its_audit,
    legal_pages_are_filled,
    masked_slugs_exist,
)
