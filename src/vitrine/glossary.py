"""Sigles explained where they are first met: each page links the first use of a sigle to its entry of the glossary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from markdown.extensions.toc import slugify
from markupsafe import Markup, escape

from .pages.page import Plan

ADRESSE = "glossaire/"
ENTRY = re.compile(r"(?m)^### +(.+?)\s*$")
SIGLE = re.compile(r"[A-Z][A-Z0-9]{2,}")
"""Only sigles are linked: ordinary words that the glossary explains would turn pages into lists of links."""
TAG = re.compile(r"(<[^>]+>)")
CLOSED_TO_LINKS = ("a", "h2", "h3", "h4", "code")


@dataclass(frozen=True)
class Glossaire:
    """Anchors of the glossary by sigle."""

    ancres: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def trace(self) -> frozenset[tuple[str, str]]:
        """What two glossaries that link alike share."""
        return frozenset(self.ancres.items())

    @cached_property
    def motif(self) -> re.Pattern[str] | None:
        """Any of the sigles, whole."""
        words = "|".join(map(re.escape, sorted(self.ancres, key=len, reverse=True)))
        return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])") if words else None

    def link(self, html: Markup, url: str, seen: set[str]) -> Markup:
        """Link the first use of each sigle not yet ``seen`` on the page; ``url`` leads to the glossary."""
        if self.motif is None or not self.motif.search(html):
            return html
        out, closed = [], 0
        for part in TAG.split(html):
            if part.startswith("<"):
                closed += _depth(part)
                out.append(part)
            else:
                out.append(part if closed else self._link_text(part, url, seen))
        return Markup("".join(out))

    def _link_text(self, text: str, url: str, seen: set[str]) -> str:
        def linked(found: re.Match[str]) -> str:
            if found[0] in seen:
                return found[0]
            seen.add(found[0])
            return f'<a href="{escape(url)}#{self.ancres[found[0]]}">{found[0]}</a>'

        return self.motif.sub(linked, text) if self.motif else text


def _depth(tag: str) -> int:
    """+1 when a tag that holds no link opens, -1 when it closes."""
    name = re.match(r"</?([a-z0-9]+)", tag)
    if not name or name[1] not in CLOSED_TO_LINKS:
        return 0
    return -1 if tag.startswith("</") else 1


def glossary_of(plan: Plan) -> Glossaire:
    """The glossary of a site, empty when it is masked. Anchors are those that Markdown gives to its headings."""
    page = plan.at(ADRESSE)
    if page is None:
        return Glossaire()
    entries = ENTRY.findall(str(page.donnees["corps"]["fr"]))
    return Glossaire(
        {sigle: slugify(entry, "-") for entry in entries for sigle in SIGLE.findall(entry)[:1] if entry.startswith(sigle)}
    )
