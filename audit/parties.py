"""The parts of the audit: each is looked at in one go, kept, and not done again while the sites stay the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

LANGUES = {"fr": "", "en": "en/", "ar": "ar/"}
COULEURS = ("clair", "sombre", "contrastes forcés")
LARGEURS = (320, 640, 1280)
LIGHTHOUSE = (
    "", "metiers/", "metiers/aide-a-domicile/", "ar/metiers/aide-a-domicile/", "formations/deaes/", "comparer/", "recherche/",
    "quiz/quel-metier-pour-moi/",
)  # fmt: skip
"""Pages of the national site whose speed is measured: a platform still being prepared asks search engines to pass by."""


@dataclass(frozen=True)
class Partie:
    """One tool, one language, one scheme, one width."""

    genre: str
    langue: str = "fr"
    couleurs: str = "clair"
    largeur: int = 1280

    @property
    def nom(self) -> str:
        """The name of the file that keeps it."""
        return f"{self.genre}-{self.langue}-{self.couleurs.replace(' ', '-')}-{self.largeur}"


def every_part() -> list[Partie]:
    """The whole audit, what matters most first."""
    once, views = list(turns()), list(product(LANGUES, COULEURS, LARGEURS))
    pages = [Partie("repos", *view) for view in (*once, *(view for view in views if view not in once))]
    firefox = [Partie("firefox", *view) for view in once]
    return [
        *pages[:9],
        *(Partie("etats", *view) for view in views),
        *(Partie("pa11y", langue) for langue in LANGUES),
        *firefox[::4],
        Partie("lighthouse"),
        *pages[9:],
        *(Partie("sans-script", langue, "clair", 320) for langue in LANGUES),
        *(part for rank, part in enumerate(firefox) if rank % 4),
        *(Partie("entete", *view) for view in once),
    ]


def turns() -> Iterator[tuple[str, str, int]]:
    """Each language in each scheme, widths in turn."""
    for (mine, langue), (turn, couleurs) in product(enumerate(LANGUES), enumerate(COULEURS)):
        yield langue, couleurs, LARGEURS[(mine + turn) % 3]


def sample() -> list[Partie]:
    """What `--vite` looks at: the three parts of each kind that differ most."""
    unlike = [("fr", "clair", 320), ("en", "contrastes forcés", 640), ("ar", "sombre", 1280)]
    return [*(Partie(genre, *view) for genre in ("repos", "etats") for view in unlike), Partie("pa11y"), Partie("lighthouse")]
