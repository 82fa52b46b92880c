"""Links that open from a disk, where an address that ends with a slash shows a list of files and not the page."""

from __future__ import annotations

import posixpath
from html import escape
from html.parser import HTMLParser
from itertools import accumulate
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from ..publication.liens import SiteLu, address_of

LINKING = frozenset({"href", "src", "action"})


def relink(text: str, name: str, site: SiteLu) -> str:
    """A page whose links name the very file that they lead to; but for these links it stays as it was, byte for byte."""
    reader = _Tags(name, site)
    reader.feed(text)
    reader.close()
    starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
    pieces, last = [], 0
    for row, column, old, new in reader.changes:
        start = starts[row - 1] + column
        pieces += [text[last:start], new]
        last = start + len(old)
    return "".join([*pieces, text[last:]])


def on_disk(site: SiteLu, name: str, link: str) -> str:
    """A link of a page, from one file to another; what leads elsewhere, or into the same page, does not change."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path:
        return link
    address = address_of(site, name, unquote(parts.path))
    target = None if address is None else site.file_at(address)
    if target is None or (target == address and not parts.path.startswith("/")):
        return link
    path = quote(posixpath.relpath(target, posixpath.dirname(name) or "."))
    return urlunsplit(("", "", path, parts.query, parts.fragment))


class _Tags(HTMLParser):
    """Where the tags whose links change stand, and what takes their place."""

    def __init__(self, name: str, site: SiteLu) -> None:
        super().__init__()
        self.name, self.site = name, site
        self.changes: list[tuple[int, int, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        new = [(name, on_disk(self.site, self.name, value) if value and name in LINKING else value) for name, value in attrs]
        if new == attrs:
            return
        written = [name if value is None else f'{name}="{escape(value)}"' for name, value in new]
        old = self.get_starttag_text() or ""
        self.changes.append((*self.getpos(), old, f"<{' '.join([tag, *written])}{'/>' if old.endswith('/>') else '>'}"))
