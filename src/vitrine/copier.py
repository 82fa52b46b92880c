"""Build a site for the disk, and make one archive of it; and what is said of it to the person who asked."""

from __future__ import annotations

import tempfile
from pathlib import Path

from .building import BuildFailed, run_mkdocs
from .hors_ligne.copie import MEGABYTE, Copie, TropLourd, archive_copy
from .hors_ligne.demande import Demande
from .hors_ligne.papiers import PAGES
from .problems import plural, report
from .publication.marques import foreign_marks
from .publication.parution import SiteRefuse
from .publier import Echec
from .racine import Racine

NOTHING = "Aucune copie n'a été faite."


def copy_site(racine: Racine, slug: str | None, demande: Demande, dossier: Path) -> str:
    """Make the offline copy of one site in a folder, and say what was done."""
    marks = foreign_marks(slug, racine.plateformes, [racine.data, racine.docs])
    try:
        with tempfile.TemporaryDirectory(prefix="vitrine-") as aside:
            site = run_mkdocs(racine, slug, Path(aside) / PAGES, demande.arrange)
            return told(archive_copy(Path(aside), site, marks, dossier))
    except SiteRefuse as refused:
        raise Echec(report(refused.problems, refused.files, NOTHING)) from None
    except (BuildFailed, TropLourd, OSError) as fault:
        raise Echec(f"{NOTHING}\n{fault}".rstrip()) from None


def told(copie: Copie) -> str:
    """« x.zip (4,2 Mo, 512 fichiers : 480 pages, aucun PDF) »."""
    size = f"{copie.octets / MEGABYTE:.1f}".replace(".", ",")
    pdfs = f"{copie.pdfs} PDF" if copie.pdfs else "aucun PDF"
    held = f"{plural(copie.fichiers, 'fichier')}\u00a0: {plural(copie.pages, 'page')}, {pdfs}"
    return f"{copie.fichier} ({size}\u00a0Mo, {held})."
