"""Compressed forms written once, so that the server has nothing to compute: x.html.br and x.html.gz beside x.html."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from .entetes import TEXTS

PAGE, WINDOW = 9, 16
"""Brotli's level for pages, in a window of about their size: an eighteenth of the time of the next level, a tenth heavier."""
SHARED = 10
"""For the few files that all pages share. The last level costs three times this one and gains less than one byte in two hundred."""


def _brotli(content: bytes, page: bool) -> bytes:
    packed: bytes = brotli.compress(content, brotli.MODE_TEXT, *((PAGE, WINDOW) if page else (SHARED,)))
    return packed


def _gzip(content: bytes, page: bool) -> bytes:
    return gzip.compress(content, compresslevel=9, mtime=0)


COMPRESSORS: dict[str, Callable[[bytes, bool], bytes]] = {"br": _brotli, "gz": _gzip}
"""Extension → how a content is compressed, and whether it is that of a page."""


def compress(folder: Path, before: Path | None = None) -> None:
    """Write both forms of every text file of a site, where they are smaller.

    ``before``: the site of a whole release, whose forms serve again for what has not changed.
    """
    files = [file for file in sorted(folder.rglob("*")) if file.suffix.removeprefix(".") in TEXTS]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda file: compress_file(file, before / file.relative_to(folder) if before else None), files))


def compress_file(file: Path, former: Path | None = None) -> None:
    """Write the compressed forms of one file; the same content always gives the same bytes."""
    content = file.read_bytes()
    same = former if former and former.is_file() and former.read_bytes() == content else None
    for suffix, compressed in COMPRESSORS.items():
        form = _taken(same, suffix) or compressed(content, file.suffix == ".html")
        if len(form) < len(content):
            file.with_name(f"{file.name}.{suffix}").write_bytes(form)


def _taken(former: Path | None, suffix: str) -> bytes | None:
    """The form that a file had in the release before."""
    form = former.with_name(f"{former.name}.{suffix}") if former else None
    return form.read_bytes() if form and form.is_file() else None
