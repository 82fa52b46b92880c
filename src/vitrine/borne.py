"""What the kiosk mode says and needs, in a file that a page loads only on a kiosk."""

from __future__ import annotations

from .assets import Actifs, named
from .catalogue import Catalogue
from .model.plateforme import Borne
from .scripts import call
from .texts import Interface

AVERTISSEMENT = 20
"""Seconds to answer before all is erased: WCAG 2.2.1 asks for twenty at least."""
TEXTES = (
    "barre", "debut", "emporter", "emporter.texte", "ailleurs", "ailleurs.texte", "appel", "appel.texte", "courriel",
    "courriel.texte", "fermer", "recommence.texte", "rester", "qr",
)  # fmt: skip


def delay_of(catalogue: Catalogue) -> int:
    """Seconds of rest before the warning; 0 when the platform wants none."""
    borne: Borne = catalogue.plateforme.fr.borne if catalogue.plateforme else Borne()
    return int(borne.delai_secondes)


def borne_file(catalogue: Catalogue, assets: Actifs, langue: str) -> tuple[str, bytes]:
    """(address, bytes) of the words and settings of the mode, in one language."""
    said = Interface(catalogue.textes, langue).t
    texts = {key: said(f"borne.{key}", adresse="{adresse}") if key == "qr" else said(f"borne.{key}") for key in TEXTES}
    texts["recommence"] = said("borne.recommence", n="{n}")
    style = assets.styles["borne"].rpartition("/")[2]
    settings = {"delai": delay_of(catalogue), "avertissement": AVERTISSEMENT, "style": style, "textes": texts}
    content = call("vitrineBorne", settings).encode()
    return named(f"borne-{langue}", "js", content), content


def files(data: str, assets: Actifs) -> tuple[str, ...]:
    """The scripts of the mode in the order in which they run."""
    return assets.scripts["oublier"], assets.scripts["qr"], assets.scripts["borne"], data
