"""Which files have changed. They are looked at in turn: shared folders and virtual machines announce nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

from ..racine import Racine

TOUR = 0.4
"""Seconds between two looks; some hundreds of files take a few milliseconds."""
Traces = dict[Path, tuple[int, int]]


def traces(racine: Racine, slug: str | None) -> Traces:
    """When each file that a site is made of was written, and its size."""
    deep = [found for folder in racine.lieux(slug) for found in _files(folder, inside=True)]
    return dict([*deep, *(found for folder in racine.abords(slug) for found in _files(folder, inside=False))])


def _files(folder: Path, *, inside: bool) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Hidden files, links, and what editors leave behind are passed over."""
    try:
        entries = [entry for entry in os.scandir(folder) if not entry.name.startswith((".", "__")) and not entry.name.endswith("~")]
    except OSError:
        return
    for entry in entries:
        if inside and entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path), inside=True)
        elif entry.is_file(follow_symlinks=False):
            try:
                told = entry.stat()
            except OSError:  # gone since: some editors write aside, then rename
                continue
            yield Path(entry.path), (told.st_mtime_ns, told.st_size)


def changes(racine: Racine, slug: str | None, stop: Event) -> Iterator[frozenset[Path]]:
    """The files written, added or taken away, each time there are some, once nothing moves any more."""
    shown = seen = traces(racine, slug)
    while not stop.wait(TOUR):
        now = traces(racine, slug)
        if now == seen and seen != shown:
            yield frozenset(path for path in {*shown, *now} if shown.get(path) != now.get(path))
            shown = now
        seen = now
