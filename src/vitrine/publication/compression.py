"""Compressed forms written once, so that the server has nothing to compute: x.html.br and x.html.gz beside x.html."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from .entetes import TEXTS

# Brotli's last level costs three times this one and gains less than one byte in two hundred.
COMPRESSORS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, mode=brotli.MODE_TEXT, quality=10),
    "gz": lambda content: gzip.compress(content, compresslevel=9, mtime=0),
}


def compress(folder: Path) -> None:
    """Write both forms of every text file of a site, where they are smaller."""
    files = [file for file in sorted(folder.rglob("*")) if file.suffix.removeprefix(".") in TEXTS]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(compress_file, files))


def compress_file(file: Path) -> None:
    """Write the compressed forms of one file; the same content always gives the same bytes."""
    content = file.read_bytes()
    for suffix, compressed in COMPRESSORS.items():
        form = compressed(content)
        if len(form) < len(content):
            file.with_name(f"{file.name}.{suffix}").write_bytes(form)
