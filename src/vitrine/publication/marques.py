"""What betrays a platform: its telephone numbers, e-mail addresses and public name. None may be on another's site."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..model.coordinates import COURRIEL, SEPARATORS, international

PHONE = re.compile(r"(?:\+33|\b0)[\s.\u00a0\u202f]?[1-9](?:[\s.\u00a0\u202f]?\d){8}\b")
NAME = re.compile(r"^nom_public:\s*[\"']?([^\"'\n]+ [^\"'\n]+?)[\"']?\s*$", re.MULTILINE)
"""A name of one word, such as a sigle, may be anybody's."""


def foreign_marks(slug: str | None, plateformes: Path, communs: Sequence[Path]) -> frozenset[str]:
    """The marks of every platform but this one; what national folders or this platform say too betrays nobody."""
    others = [folder for folder in plateformes.glob("*") if folder.is_dir() and folder.name != slug]
    told = "\n".join(texts_under([*communs, plateformes / slug] if slug else communs))
    known = reach_in(told)
    return frozenset(mark for mark in marks_under(others) - known if is_reach(mark) or mark not in told)


def marks_under(folders: Iterable[Path]) -> set[str]:
    """Every mark found in the files of folders."""
    found = set()
    for text in texts_under(folders):
        found |= reach_in(text) | set(NAME.findall(text))
    return found


def texts_under(folders: Iterable[Path]) -> Iterator[str]:
    """The text of every YAML and Markdown file of folders."""
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.suffix in (".yml", ".md") and file.is_file():
                yield file.read_text(encoding="utf-8", errors="replace")


def reach_in(text: str) -> set[str]:
    """E-mail addresses and telephone numbers of a text, whatever the layout of the numbers."""
    numbers = {SEPARATORS.sub("", number) for number in PHONE.findall(text)}
    return {*COURRIEL.findall(text), *(number if number.startswith("+") else international(number) for number in numbers)}


def is_reach(mark: str) -> bool:
    """Whether a mark is an address or a number rather than a name."""
    return "@" in mark or mark.startswith("+")


def marks_in(text: str, marks: frozenset[str]) -> list[str]:
    """Which of the marks a published text bears."""
    plain = html.unescape(text)
    return sorted(reach_in(plain) & marks) + sorted(mark for mark in marks if not is_reach(mark) and mark in plain)
