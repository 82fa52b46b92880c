"""Reading built pages: a small view of an HTML file, enough for assertions."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

import brotli

Attributes = dict[str, str]
APART = ("404.html", "hors-connexion.html")
"""Pages shown at the address of another: they have few parts, and no description."""


@dataclass
class Html:
    """A parsed page: its tags in order, its text, its title."""

    tags: list[tuple[str, Attributes]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    scripts: list[tuple[Attributes, str]] = field(default_factory=list)
    title: str = ""

    def all(self, name: str) -> list[Attributes]:
        """The attributes of every tag of a name."""
        return [attributes for tag, attributes in self.tags if tag == name]

    @property
    def links(self) -> list[str]:
        """Where its links lead, in order."""
        return [link.get("href", "") for link in self.all("a")]

    def meta(self, name: str) -> str:
        """The content of a meta, or ''."""
        return next((m.get("content", "") for m in self.all("meta") if m.get("name") == name), "")

    @property
    def text(self) -> str:
        """All visible text."""
        return " ".join(self.texts)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page, self.inside = Html(), ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.page.tags.append((tag, attributes))
        self.inside = tag if tag in ("script", "style", "title") else self.inside
        if tag == "script":
            self.page.scripts.append((attributes, ""))

    def handle_endtag(self, tag: str) -> None:
        self.inside = "" if tag == self.inside else self.inside

    def handle_data(self, data: str) -> None:
        if self.inside == "title" and not self.page.title:
            self.page.title = data
        elif self.inside == "script":
            attributes, text = self.page.scripts[-1]
            self.page.scripts[-1] = (attributes, text + data)
        elif not self.inside:
            self.page.texts.append(data)


def read(file: Path) -> Html:
    """Parse one page."""
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    return reader.page


def page_at(site: Path, address: str = "") -> Html:
    """The page of a site that stands at an address."""
    return read(site / address / "index.html")


def pages_of(site: Path) -> Iterator[tuple[str, Html]]:
    """(address, page) of every page of a site."""
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), read(file)


@lru_cache(maxsize=1)
def pages_once(site: Path) -> tuple[tuple[str, Html], ...]:
    """The same of a site that no test changes, kept until another is asked for: tests of one site follow each other."""
    return tuple(pages_of(site))


def whole(folder: Path) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of every file, those that are compressed opened again."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            content = file.read_bytes()
            opened = {".gz": gzip.decompress, ".br": brotli.decompress}.get(file.suffix, bytes)
            yield file.relative_to(folder).as_posix(), opened(content)
