"""Moves that a reader sees whole or not at all, and that a power cut does not undo."""

from __future__ import annotations

import ctypes
import os
import shutil
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from glob import escape
from pathlib import Path

AT_FDCWD, RENAME_EXCHANGE = -100, 2
SYNCS_AT_ONCE = 16
ABANDONED_AFTER = 24 * 3600
"""Seconds without a change: nothing takes that long to build."""


def put_link(target: str, link: Path) -> None:
    """Make ``link`` point to ``target``: rename(2) replaces the old link in one move, there is no moment without one."""
    fresh = link.with_name(f".{link.name}-nouveau")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target)
    fresh.replace(link)
    sync(link.parent)


def put_folder(new: Path, place: Path) -> None:
    """Put the folder ``new`` at ``place``; what stood there is removed afterwards.

    Linux exchanges the two folders in one move. Elsewhere two renames follow each other: for an instant nothing is there,
    and ``recover`` puts the old folder back if the program died at that instant.
    """
    old = old_of(place)
    shutil.rmtree(old, ignore_errors=True)
    if not place.exists():
        new.rename(place)
    elif exchange(new, place):
        new.rename(old)
    else:
        place.rename(old)
        new.rename(place)
    sync(place.parent)
    shutil.rmtree(old, ignore_errors=True)


def recover(place: Path) -> None:
    """Put back the folder that a ``put_folder`` killed between two renames had taken away."""
    if not place.exists() and old_of(place).is_dir():
        old_of(place).rename(place)


def aside_for(place: Path) -> Path:
    """A new folder beside ``place``, to be put there once it is whole; what killed programs left there days ago is removed."""
    start = f".{place.name}-en-cours-"
    for left in place.parent.glob(f"{escape(start)}*"):
        if left.stat().st_mtime < time.time() - ABANDONED_AFTER:
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=start, dir=place.parent))


def old_of(place: Path) -> Path:
    """Where the folder that is replaced waits to be removed."""
    return place.with_name(f".{place.name}-ancien")


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one move; False where the system or the disk cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    done: int = renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    return done == 0


def sync_tree(folder: Path) -> None:
    """Wait until every file of a folder is on the disk, and readable by the server whatever this person's umask."""
    paths = [folder, *folder.rglob("*")]
    for path in paths:
        path.chmod(0o755 if path.is_dir() else 0o644)
    with ThreadPoolExecutor(SYNCS_AT_ONCE) as pool:  # the disk writes many files in the time of one
        list(pool.map(sync, paths))


def sync(path: Path) -> None:
    """Wait until a file or a folder's list of names is on the disk; Windows cannot be asked so."""
    if os.name == "nt":
        return
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
