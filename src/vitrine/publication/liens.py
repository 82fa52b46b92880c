"""Does every link of a built site lead somewhere? Pages, files and fragments, seen from the folder as a server shows it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from ..problems import Probleme

LINKS = "//@href | //@src | //@action"
DATA = "//@*[starts-with(name(), 'data-')]"
ASSET = re.compile(r"[\w./-]*assets/[\w.-]+\.[0-9a-f]{8}\.[a-z0-9]+")
"""Files that our scripts load later are told to them in data-* attributes: alone, in a list, in JSON."""
REFRESH = "string(//meta[@http-equiv='refresh']/@content)"
POLICY = "string(//meta[@http-equiv='Content-Security-Policy']/@content)"


@dataclass(frozen=True)
class PageLue:
    """What a built page says: its security policy, its links, the files its scripts load later, the places a link may aim at.

    ``renvoi`` is the link to which a former address leads at once, or "".
    """

    csp: str
    liens: tuple[str, ...]
    actifs: tuple[str, ...]
    ancres: frozenset[str]
    renvoi: str = ""


def read_page(content: bytes) -> PageLue:
    """Read a page with lxml, which takes it as a browser would."""
    tree = etree.fromstring(content, etree.HTMLParser(encoding="utf-8"))
    links = dict.fromkeys(str(link).strip() for link in tree.xpath(LINKS))
    assets = dict.fromkeys(asset for told in tree.xpath(DATA) for asset in ASSET.findall(told))
    renvoi = str(tree.xpath(REFRESH)).partition("url=")[2]
    return PageLue(str(tree.xpath(POLICY)), tuple(links), tuple(assets), frozenset(map(str, tree.xpath("//@id"))), renvoi)


@dataclass(frozen=True)
class SiteLu:
    """A built site: the path of every file, and its pages. ``base`` is the path of its public address."""

    dossier: Path
    base: str

    @cached_property
    def entrees(self) -> dict[str, Path]:
        """Everything but plain folders, by its path; a link is an entry, wherever it leads."""
        found = (file for file in sorted(self.dossier.rglob("*")) if file.is_symlink() or not file.is_dir())
        return {file.relative_to(self.dossier).as_posix(): file for file in found}

    @cached_property
    def fichiers(self) -> dict[str, Path]:
        """Every plain file, by its path."""
        return {name: file for name, file in self.entrees.items() if file.is_file() and not file.is_symlink()}

    @cached_property
    def pages(self) -> dict[str, PageLue]:
        """Every page that has something in it."""
        found = {name: file.read_bytes() for name, file in self.fichiers.items() if name.endswith(".html")}
        return {name: read_page(content) for name, content in found.items() if content.strip()}

    def file_at(self, address: str) -> str | None:
        """The file that a server gives at an address relative to the root; None when there is none."""
        candidates = (address, posixpath.join(address, "index.html"))
        return next((name for name in candidates if name in self.fichiers), None)


def dead_links(site: SiteLu) -> Iterator[Probleme]:
    """Every link of every page that leads nowhere, and every fragment that its page does not have."""
    for name, page in site.pages.items():
        for link in page.liens:
            if fault := fault_of(site, name, link):
                yield Probleme(name, 0, 0, "", f"le lien «\u00a0{link}\u00a0» {fault}")
        for asset in page.actifs:
            # A script puts the way to the root (data-racine) before a bare « assets/… ».
            if fault := fault_of(site, "" if asset.startswith("assets/") else name, asset):
                yield Probleme(name, 0, 0, "", f"le fichier «\u00a0{asset}\u00a0», chargé par un script, {fault}")


def former_addresses(site: SiteLu) -> dict[str, str]:
    """Former address → address of today, as visitors ask for them on the host."""
    found = {}
    for name, page in site.pages.items():
        target = address_of(site, name, page.renvoi) if page.renvoi else None
        if target is not None:
            found[f"{site.base}{posixpath.dirname(name)}/"] = f"{site.base}{target}/"
    return found


def fault_of(site: SiteLu, name: str, link: str) -> str | None:
    """What is wrong with a link of a page; addresses of other hosts are not followed."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return "n'est pas une adresse."
    if parts.scheme or parts.netloc:
        return None
    address = address_of(site, name, unquote(parts.path))
    target = None if address is None else site.file_at(address)
    if target is None:
        return "ne mène nulle part."
    anchor = unquote(parts.fragment)
    known = site.pages[target].ancres if target in site.pages else frozenset([anchor])
    return f"vise une place absente de {target}." if anchor and anchor not in known else None


def address_of(site: SiteLu, name: str, path: str) -> str | None:
    """A link's path from the root of the site; None when it climbs out of it."""
    if not path:
        return name
    if path.startswith("/"):
        whole = path.removeprefix(site.base) if path.startswith(site.base) else ".."
    else:
        whole = posixpath.join(posixpath.dirname(name), path)
    address = posixpath.normpath(whole)
    if address == ".." or address.startswith("../"):
        return None
    return "" if address == "." else address
