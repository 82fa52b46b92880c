"""Papier: what one PDF is made of, and the PDF that WeasyPrint makes of it. Nothing is fetched from anywhere."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

BASE = "papier:///"
VARIANT = "pdf/ua-1"


class SansMoteur(Exception):
    """WeasyPrint cannot be loaded; the message is for people."""


@dataclass(frozen=True)
class Papier:
    """Pages to print. ``variantes`` says the same thing from the roomiest to the tightest: the first that fits is kept."""

    variantes: tuple[str, ...]
    fichiers: Mapping[str, bytes]
    """What the pages load, by name."""
    pages: int
    """How many pages it should not exceed."""

    def empreinte(self) -> str:
        """A name for this very content, made by this very version of WeasyPrint."""
        found = hashlib.sha256(version().encode())
        for part in (*self.variantes, *(name for pair in sorted(self.fichiers.items()) for name in pair), str(self.pages)):
            content = part if isinstance(part, bytes) else part.encode()
            found.update(len(content).to_bytes(8, "big") + content)
        return found.hexdigest()


def engine() -> Any:
    """WeasyPrint, which most sites do without."""
    try:
        import weasyprint
    except ModuleNotFoundError:
        raise SansMoteur('WeasyPrint n\'est pas installé. Tapez\u00a0: pip install "vitrine[pdf]"') from None
    except OSError as fault:
        raise SansMoteur(f"il manque à WeasyPrint une bibliothèque du système (Pango)\u00a0: {fault}") from None
    return weasyprint


def version() -> str:
    """WeasyPrint's version: another one may draw the same page otherwise."""
    return str(engine().__version__)


def make_pdf(papier: Papier) -> bytes:
    """The PDF of the first variant that fits; else of the tightest, on more pages."""
    return written(fitting(papier)[1])


def fitting(papier: Papier) -> tuple[int, Any]:
    """(place, pages) of the first variant that fits, else of the last."""
    laid: Any = None
    for place, html in enumerate(papier.variantes):
        laid = lay_out(html, papier.fichiers)
        if len(laid.pages) <= papier.pages:
            return place, laid
    return len(papier.variantes) - 1, laid


def lay_out(html: str, fichiers: Mapping[str, bytes]) -> Any:
    """Pages as WeasyPrint lays them out."""
    return engine().HTML(string=html, base_url=BASE, url_fetcher=only(fichiers)).render(pdf_variant=VARIANT)


def written(laid: Any) -> bytes:
    """A tagged PDF (PDF/UA-1)."""
    return bytes(laid.write_pdf(pdf_variant=VARIANT))


def only(fichiers: Mapping[str, bytes]) -> Callable[[str], Any]:
    """A fetcher that knows these files and refuses every other address."""
    from weasyprint.urls import URLFetcherResponse

    def fetch(url: str) -> Any:
        name = url.removeprefix(BASE)
        if name not in fichiers:
            raise ValueError("adresse refusée")
        return URLFetcherResponse(url, fichiers[name], {"Content-Type": mimetypes.guess_type(name)[0] or "text/plain"})

    return fetch
