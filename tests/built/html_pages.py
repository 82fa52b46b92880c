"""Reading built pages: a small view of an HTML file, enough for assertions."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path

import brotli
from lxml import etree

Attributes = dict[str, str]
APART = ("404.html", "hors-connexion.html")
"""Pages shown at the address of another: they have few parts, and no description."""


class Html:
    """A parsed page: its tags in order, its text, its title. Each is made when it is asked for: whole sites are read."""

    def __init__(self, content: bytes) -> None:
        self._root = etree.HTML(content, etree.HTMLParser(encoding="utf-8", huge_tree=True))

    def all(self, name: str) -> list[Attributes]:
        """The attributes of every tag of a name."""
        return [dict(element.attrib) for element in self._root.iter(name)]

    @property
    def tags(self) -> list[tuple[str, Attributes]]:
        """Every tag in order, with its attributes."""
        return [(element.tag, dict(element.attrib)) for element in self._root.iter(etree.Element)]

    @property
    def scripts(self) -> list[tuple[Attributes, str]]:
        """The attributes and the text of every script."""
        return [(dict(element.attrib), element.text or "") for element in self._root.iter("script")]

    @property
    def title(self) -> str:
        """The title of the page."""
        return next((element.text or "" for element in self._root.iter("title")), "")

    @property
    def links(self) -> list[str]:
        """Where its links lead, in order."""
        return [link.get("href", "") for link in self.all("a")]

    def meta(self, name: str) -> str:
        """The content of a meta, or ''."""
        return next((m.get("content", "") for m in self.all("meta") if m.get("name") == name), "")

    @cached_property
    def text(self) -> str:
        """All visible text."""
        return " ".join(self._root.xpath("//text()[not(parent::script or parent::style or parent::title)]"))


def read(file: Path) -> Html:
    """Parse one page."""
    return Html(file.read_bytes())


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
