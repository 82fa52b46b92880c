"""The home of a shared screen: large entries, whom to call, and how the team starts the mode that comes back to it."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import Catalogue
from .page import Page, every_language, said

ENTREES = (
    ("sans_diplome", "metiers/sans-diplome/", "material/door-open"),
    ("quiz", "quiz/quel-metier-pour-moi/", "material/compass"),
    ("pres", "pres-de-chez-vous/", "material/map-marker-radius"),
    ("agenda", "agenda/", "material/calendar"),
    ("temoignages", "temoignages/", "material/comment-quote"),
    ("formations", "formations/", "material/school"),
)
"""(name, address, icon) of what a visitor may touch besides the families of professions."""


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page, a plain menu without a script."""
    yield Page(
        "borne/", "borne.html", said(catalogue, "borne.titre"), said(catalogue, "borne.description"),
        langues=every_language(catalogue), donnees={"entrees": ENTREES},
    )  # fmt: skip
