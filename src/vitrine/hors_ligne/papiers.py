"""What goes with the pages of a copy: a file to open it, and one that says what it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined

from .. import formatting
from ..assembly import Site, is_known
from ..model.coordinates import displayed
from ..pages.accueil import site_name
from ..prose import plain
from ..publication.entetes import CSP

PAGES = "site"
"""The folder of the pages, which can be put as it is on a server."""
STARTER = "Ouvrir le site.html"
README = "LISEZ-MOI.txt"


def papers(site: Site, pages: int, pdfs: int) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of what stands beside the pages, and of the script that shows the page to open has been extracted."""
    catalogue = site.catalogue
    values = {
        "nom": site_name(catalogue, "fr"), "jour": formatting.long_date(catalogue.aujourd_hui, "fr"), "csp": CSP,
        "adresse": site.url if is_known(site.url) else None, "langues": [formatting.own_name(langue) for langue in site.langues],
        "plateforme": catalogue.plateforme.fr if catalogue.plateforme else None, "pages": pages, "pdfs": pdfs,
        "style": f"{PAGES}/{site.assets.styles['vitrine']}", "icone": f"{PAGES}/{site.assets.favicon}",
        "dossier": PAGES, "ouvrir": STARTER, "tel": displayed, "plain": plain, "date": partial(formatting.long_date, langue="fr"),
    }  # fmt: skip
    yield STARTER, _environment().get_template("ouvrir.html").render(values).encode()
    yield f"{PAGES}/ouvrir.js", f'location.replace("{PAGES}/index.html");\n'.encode()
    text = _environment().get_template("LISEZ-MOI.txt").render(values)
    yield README, text.replace("\n", "\r\n").encode("utf-8-sig")  # Windows' Notepad, however old, then shows accents and lines


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader(__package__, "modeles"), autoescape=lambda name: bool(name and name.endswith(".html")),
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
