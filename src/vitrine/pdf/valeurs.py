"""What the templates of paper are given: values, drawings, QR codes, stylesheets."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..assembly import Site
from ..catalogue import Fiche
from ..exports.plan import absolute
from ..model.metier import Metier
from ..pages.accueil import site_name
from ..pages.page import Page
from ..qr import drawing
from ..rendering.vue import Vue, icon
from ..stylesheets import paper_variables

LOGO = "logo"


def page_of(site: Site, fiche: Fiche[Any]) -> Page:
    """The page of the site that shows a record."""
    found = site.plan.at(f"{fiche.genre}/{fiche.slug}/")
    assert found is not None
    return found


def paper_values(site: Site, page: Page, langue: str) -> dict[str, Any]:
    """What every template of this kind is given."""
    plateforme = site.catalogue.plateforme
    return {
        "v": Vue(site.catalogue, site.plan, page, langue, langue, site.theme / ".icons"), "p": page, "plateforme": plateforme,
        "nom_site": site_name(site.catalogue, langue),
        "logo": logo_name(site), "logo_alt": logo_alt(site),
        "url_plateformes": absolute(site.url, langue, "plateformes/"),
    }  # fmt: skip


def shown(site: Site, fiche: Fiche[Any], langue: str) -> dict[str, Any]:
    """A record with its address and the names of its drawings."""
    return {
        "slug": fiche.slug, "fiche": fiche, "url": absolute(site.url, langue, page_of(site, fiche).adresse),
        "qr": qr_name(fiche), "dessin": drawing_name(site, fiche) if fiche.genre == "metiers" else None,
    }  # fmt: skip


def common_files(site: Site, *styles: str) -> dict[str, bytes]:
    """The stylesheets of a template, the colours and the logo of the site."""
    brand = site.catalogue.plateforme.fr.marque if site.catalogue.plateforme else None
    folder = site.racine.dossier / "overrides" / "assets" / "css" / "pdf"
    files = {f"{name}.css": (folder / f"{name}.css").read_bytes() for name in ("papier", *styles)}
    files["couleurs.css"] = paper_variables(brand).encode()
    if site.assets.logo:
        files[logo_name(site) or LOGO] = site.assets.fichiers[site.assets.logo]
    return files


def logo_name(site: Site) -> str | None:
    """The name under which the pages load the logo; None when the site has none."""
    return LOGO + Path(site.assets.logo).suffix if site.assets.logo else None


def logo_alt(site: Site) -> str:
    """What the logo says."""
    plateforme = site.catalogue.plateforme
    if not plateforme:
        return ""
    return (plateforme.fr.marque and plateforme.fr.marque.logo_alt) or plateforme.fr.nom_affiche


def files_of(site: Site, fiches: Iterable[Fiche[Any]], langue: str) -> dict[str, bytes]:
    """The QR code of each record, and its drawing."""
    files = {}
    for fiche in fiches:
        files[qr_name(fiche)] = drawing(absolute(site.url, langue, page_of(site, fiche).adresse)).encode()
        if fiche.genre == "metiers":
            files[drawing_name(site, fiche)] = pictogram(site, fiche)
    return files


def qr_name(fiche: Fiche[Any]) -> str:
    """The name under which a page loads the QR code of a record."""
    return f"qr-{fiche.genre}-{fiche.slug}.svg"


def drawing_name(site: Site, fiche: Fiche[Metier]) -> str:
    """The name under which a page loads the drawing of a profession."""
    return f"dessin-{icon_of(site, fiche).replace('/', '-')}.svg"


def icon_of(site: Site, fiche: Fiche[Metier]) -> str:
    """The icon of a profession, else that of its family."""
    metier, catalogue = fiche.fr, site.catalogue
    own = catalogue.terme("pictogrammes", metier.pictogramme).icone if metier.pictogramme else None
    return own or catalogue.terme("familles", metier.famille).icone or ""


def pictogram(site: Site, fiche: Fiche[Metier]) -> bytes:
    """The drawing of a profession, white on the colour of the site."""
    svg = icon(site.theme / ".icons", icon_of(site, fiche)) or "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'></svg>"
    return svg.replace("<svg ", '<svg fill="#fff" ', 1).encode()
