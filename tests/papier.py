"""What tests of printed pages share: sites assembled without MkDocs, and a look inside a PDF."""

from __future__ import annotations

import io
import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from unittest.mock import patch

import pikepdf
import pypdfium2
from PIL.Image import Image

from project import EPOCH, PROJET
from vitrine.assembly import Site, assemble
from vitrine.racine import Racine

A4, A3 = (595, 842), (842, 1191)
URL = "https://metiers.exemple.fr/"


@cache
def site_of(slug: str | None = None) -> Site:
    """A site of the project on the day of the data, at an address that is not reserved."""
    theme = find_spec("material")
    assert theme and theme.submodule_search_locations
    with patch.dict(os.environ, SOURCE_DATE_EPOCH=EPOCH):
        return assemble(Racine(PROJET), slug, Path(theme.submodule_search_locations[0]) / "templates", URL)


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def drawn(pdf: bytes, number: int = 0) -> Image:
    """A page as it is seen."""
    return pypdfium2.PdfDocument(pdf)[number].render(scale=3).to_pil()


def text_of(pdf: bytes, number: int = 0) -> str:
    return str(pypdfium2.PdfDocument(pdf)[number].get_textpage().get_text_bounded()).replace("\r\n", " ")


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each page, in points."""
    return [(round(float(page.mediabox[2])), round(float(page.mediabox[3]))) for page in opened(pdf).pages]


def title_of(pdf: bytes) -> str:
    with opened(pdf) as document:
        return str(document.docinfo["/Title"])


def elements(pdf: bytes) -> list[tuple[str, str]]:
    """(tag, words that stand for it) of the whole structure, in reading order."""
    with opened(pdf) as document:
        found, waiting = [], [document.Root.StructTreeRoot.K]
        while waiting:
            element = waiting.pop(0)
            if isinstance(element, pikepdf.Array):
                waiting = [*element, *waiting]
            elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
                found.append((str(element.S), str(element.get("/Alt", ""))))
                waiting = [element.get("/K", pikepdf.Array()), *waiting]
        return found


def alternatives(pdf: bytes) -> list[str]:
    """What is said in place of each picture."""
    return [words for tag, words in elements(pdf) if tag == "/Figure"]
