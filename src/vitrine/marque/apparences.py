"""What the page of the brand shows its owner: the tones made from two colours, and how well each reads on the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..colour import TEXT_RATIO, contrast
from ..model.plateforme import Marque
from ..stylesheets import CLEAR, DUSK, INK, PAPER, Tons, tones

SHAPE_RATIO = 3.0
"""What WCAG wants of a shape that must be seen."""
USAGES = (
    ("Bouton", "sur-marque", "marque", TEXT_RATIO),
    ("Bandeau d’aide, bloc d’appel", "sur-marque", "marque-fonce", TEXT_RATIO),
    ("Lien sur une carte", "marque-texte", "papier", TEXT_RATIO),
    ("Lien sur un fond teinté", "marque-texte", "teinte", TEXT_RATIO),
    ("Texte sur un fond teinté", "encre", "teinte", TEXT_RATIO),
    ("Mot surligné, avertissement", "encre", "accent-doux", TEXT_RATIO),
    ("Texte sur l’accent", "sur-accent", "accent", TEXT_RATIO),
    ("Barre d’un graphique", "marque-texte", "papier", SHAPE_RATIO),
    ("Contour de l’élément actif", "encre", "papier", SHAPE_RATIO),
)
"""(where, the tone on top, the tone below, the least contrast)."""


@dataclass(frozen=True)
class Contraste:
    """Two tones that meet, and the contrast between them."""

    usage: str
    dessus: str
    dessous: str
    rapport: float
    requis: float

    @property
    def suffit(self) -> bool:
        """Whether it passes."""
        return self.rapport >= self.requis


@dataclass(frozen=True)
class Apparence:
    """Light or dark: its tones by name, its contrasts."""

    nom: str
    tons: Tons
    contrastes: list[Contraste]


def looks(brand: Marque | None) -> list[Apparence]:
    """The two appearances of a site."""
    light, dark = tones(brand)
    common = {"papier": PAPER, "encre": INK}, {"papier": DUSK, "encre": CLEAR}
    pairs = ("clair", light, light | common[0]), ("sombre", dark, dark | common[1])
    return [Apparence(name, own, list(contrasts(every))) for name, own, every in pairs]


def contrasts(tons: Tons) -> Iterator[Contraste]:
    """Every meeting of two tones that our pages make."""
    for usage, top, below, least in USAGES:
        yield Contraste(usage, tons[top], tons[below], round(contrast(tons[top], tons[below]), 2), least)
