"""Files that pages load: stylesheet, script, logo, favicon. Each bears a hash of its content, so that it may be cached for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .catalogue import FR, Catalogue
from .marque.dessins import as_points
from .marque.icones import favicon, icons_of
from .marque.images import Size
from .marque.logo import LARGE, Logo, read_logo
from .marque.partage import card
from .model.plateforme import Marque
from .qr import frame_call
from .scripts import slim
from .stylesheets import DEFAULT_ACCENT, NATIONAL, both_schemes, brand_variables, page_stylesheet, stylesheet
from .texts import Interface

ICO = "favicon.ico"
"""At the root, under the name that old browsers and feed readers ask for."""
LOTS = {
    "borne": ("borne",),
    "comparer": ("comparer",),
    "donnees-personnelles": ("oublier",),
    "liste": ("filtres",),
    "ma-selection": ("qr", "ma-selection"),
    "pres-de-chez-vous": ("combobox", "proximite"),
    "projection": ("projection",),
    "quiz": ("quiz",),
}
"""The scripts that a kind of page runs at once: with the common one, they come in one file, without waiting for each other."""
ALONE = ("vitrine", "recherche", "borne", "integrer")
"""Stylesheets loaded by themselves: on pages without rules of their own, by a script, in another site's page."""


@dataclass(frozen=True)
class Actifs:
    """Addresses of the assets of one site, relative to its root, with the bytes to write there."""

    fichiers: dict[str, bytes]
    styles: Mapping[str, str]
    """Address of those loaded by themselves (``ALONE``)."""
    feuilles: Mapping[str, str]
    """Address by kind of page: the common stylesheet and its own in one file; a second file would wait for a second connection."""
    scripts: Mapping[str, str]
    """Address by name: ``vitrine`` on every page, others loaded on demand."""
    lots: Mapping[str, str]
    """Address by kind of page: ``vitrine`` and the scripts that the page runs at once, in one file."""
    favicon: str
    telephone: str
    """The icon of a telephone's home screen."""
    partage: str
    """The picture that goes with a shared link."""
    logo: str | None = None
    logo_taille: Size = (0, 0)
    """Width and height at which the logo is shown."""


def assets_of(catalogue: Catalogue, theme: Path, own: Path, platform_folder: Path | None) -> Actifs:
    """Make every asset of a site."""
    brand = catalogue.plateforme.fr.marque if catalogue.plateforme else None
    scripts = {file.stem: slim(file.read_text(encoding="utf-8")) for file in sorted((own / "js").glob("*.js"))}
    scripts["qr"] += frame_call()
    bundles = {name: "".join(scripts[part] for part in ("vitrine", *parts)) for name, parts in LOTS.items()}
    files: dict[str, bytes] = {}
    sheets = _stylesheets(theme, own, brand)
    styles = {name: _add(files, name, "css", sheets[name].encode()) for name in ALONE}
    pages = {name: _add(files, f"page-{name}", "css", content.encode()) for name, content in _whole(sheets).items()}
    addresses = {name: _add(files, name, "js", content.encode()) for name, content in scripts.items()}
    together = {name: _add(files, f"page-{name}", "js", content.encode()) for name, content in bundles.items()}
    logo = read_logo(platform_folder / "marque" / brand.logo) if brand and brand.logo and platform_folder else None
    shown = _add(files, "logo", logo.suffixe, logo.contenu) if logo else None
    size = logo.taille if logo else (0, 0)
    return Actifs(files, styles, pages, addresses, together, *_pictures(files, catalogue, logo), shown, size)


def _stylesheets(theme: Path, own: Path, brand: Marque | None) -> dict[str, str]:
    """The common stylesheet, ``vitrine``, and what each kind of page adds."""
    pages = sorted((own / "css" / "pages").glob("*.css"))
    sheets = {"vitrine": stylesheet(own / "css", brand), **{file.stem: page_stylesheet(file, theme / ".icons") for file in pages}}
    sheets["marque"] = both_schemes(own / "css", brand) + sheets["marque"]
    sheets["integrer"] = brand_variables(brand) + sheets["integrer"]
    return sheets


def _whole(sheets: dict[str, str]) -> dict[str, str]:
    """What each kind of page loads; a page that stands inside another site's takes nothing of the common sheet."""
    return {name: sheets["vitrine"] + more for name, more in sheets.items() if name not in ("vitrine", "integrer")}


def _pictures(files: dict[str, bytes], catalogue: Catalogue, logo: Logo | None) -> tuple[str, str, str]:
    """Addresses of what is made from the colours and the logo: the icon, the telephone's, the picture of a shared link."""
    platform = catalogue.plateforme.fr if catalogue.plateforme else None
    brand = (platform and platform.marque) or NATIONAL
    icons = icons_of(brand.couleur, logo)
    files[ICO] = icons.ico
    name = platform.nom_affiche if platform else Interface(catalogue.textes, FR).t("site.nom")
    drawing = logo.grande if logo else as_points(favicon(brand.couleur), LARGE)
    shared = card(name, platform.territoire if platform else "", brand.couleur, brand.accent or DEFAULT_ACCENT, drawing)
    tab, phone = _add(files, "favicon", *icons.onglet), _add(files, "telephone", "png", icons.telephone)
    return tab, phone, _add(files, "partage", "png", shared)


def _add(files: dict[str, bytes], stem: str, suffix: str, content: bytes) -> str:
    address = named(stem, suffix, content)
    files[address] = content
    return address


def named(stem: str, suffix: str, content: bytes) -> str:
    """assets/vitrine.1a2b3c4d.css"""
    return f"assets/{stem}.{hashlib.sha256(content).hexdigest()[:8]}.{suffix}"
