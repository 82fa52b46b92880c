"""manifest.webmanifest: what a telephone needs to put the site on its home screen."""

from __future__ import annotations

import json

from ..assets import Actifs
from ..catalogue import FR, Catalogue
from ..formatting import direction
from ..marque.icones import PHONE, TAB
from ..pages.accueil import site_name
from ..publication.entetes import TYPES
from ..stylesheets import NATIONAL
from ..texts import Interface

NAME = "manifest.webmanifest"
WHITE = "#ffffff"


def web_manifest(catalogue: Catalogue, assets: Actifs, langue: str) -> bytes:
    """The manifest of one language, which opens the home page of that language; addresses start from its own folder."""
    platform = catalogue.plateforme.fr if catalogue.plateforme else None
    root, name = ("./" if langue == FR else "../"), site_name(catalogue, langue)
    told = {
        "name": name, "short_name": platform.territoire if platform else name,
        "description": Interface(catalogue.textes, langue).t("accueil.description", site=name),
        "lang": langue, "dir": direction(langue), "start_url": "./", "scope": root,
        "display": "minimal-ui",  # with a way back and the address, which a lone window does not show
        "theme_color": ((platform and platform.marque) or NATIONAL).couleur, "background_color": WHITE,
        "icons": [icon(root, assets.favicon, TAB), icon(root, assets.telephone, PHONE)],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def icon(root: str, address: str, side: int) -> dict[str, str]:
    """One picture of the manifest: a square of points, or a drawing, good at any size."""
    kind = address.rpartition(".")[2]
    return {"src": root + address, "sizes": "any" if kind == "svg" else f"{side}x{side}", "type": TYPES[kind]}
