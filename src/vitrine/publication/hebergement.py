"""Files for the server: .htaccess (Apache), nginx.conf, _headers and _redirects (Netlify, Cloudflare Pages), .nojekyll (GitHub)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from lxml import html

from . import entetes

NOT_FOUND = "404.html"
REDIRECTS = "_redirects"
NO_FORMER: Mapping[str, str] = MappingProxyType({})
PLAIN_PATH = re.compile(r"/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*")
"""What may be written into a server's configuration without a thought."""
RULES = 100
"""Cloudflare Pages reads no more rules than that."""


def public_path(site: Path) -> str:
    """The path of a site's public address, read from its home page: « / », or « /orne/ » when it shares its host."""
    found = html.parse(str(site / "index.html")).xpath("string(//link[@rel='canonical']/@href)")
    return urlsplit(found).path or "/"


def languages_of(site: Path) -> list[str]:
    """The folders that have a page « not found » of their own: one a language other than French."""
    return sorted(file.parent.name for file in site.glob(f"*/{NOT_FOUND}"))


def site_files(
    base: str, langues: list[str], renvois: Mapping[str, str] = NO_FORMER, pages: Iterable[str] = ()
) -> Iterator[tuple[str, str]]:
    """(path, text) of what is published with the pages, and read by the server from there. ``pages``: their files."""
    files = list(pages)
    yield ".htaccess", render("htaccess", base, langues, renvois=renvois)
    for langue in langues:
        yield f"{langue}/.htaccess", f"ErrorDocument 404 {base}{langue}/{NOT_FOUND}\n"
    if any(name.startswith(entetes.INTEGRER) for name in files):
        yield f"{entetes.INTEGRER}.htaccess", render("htaccess-integrer", base, langues)
    yield "_headers", headers_file(base, langues, files)
    if renvois:
        yield REDIRECTS, "".join(f"{former} {target} 301\n" for former, target in renvois.items())
    yield ".nojekyll", ""


def headers_file(base: str, langues: list[str], pages: list[str]) -> str:
    """The file _headers. If it would hold more rules than a host reads, the folder of pieces is closed with the rest."""
    text = render("_headers", base, langues, fermees=closed_paths(pages))
    return text if text.count("\n/") <= RULES else render("_headers", base, langues, fermees=[])


def closed_paths(pages: list[str]) -> list[str]:
    """The paths of every page that nobody may frame, by folders of the root; none where there is nothing to frame.

    Some hosts join the policies of all the rules that match, others keep the last one: a rule for the whole site must not
    forbid what a narrower one allows, so each folder forbids for itself.
    """
    tops = sorted({name.partition("/")[0] for name in pages})
    integrer = entetes.INTEGRER.rstrip("/")
    if integrer not in tops or not all(PLAIN_PATH.fullmatch(f"/{top}/") for top in tops):
        return []
    return [path for top in tops if top != integrer for path in paths_of(top)]


def paths_of(top: str) -> list[str]:
    """How a page of the root, or those of a folder, may be asked for: these hosts show a page under its bare name too."""
    if not top.endswith(".html"):
        return [f"/{top}/*"]
    bare = top.removesuffix(".html")
    return [*(["/"] if bare == "index" else []), f"/{bare}", f"/{top}"]


def plain_only(renvois: Mapping[str, str]) -> dict[str, str]:
    """Former addresses that may be written into a server's configuration; the pages that stand there serve the others."""
    return {former: target for former, target in sorted(renvois.items()) if all(map(PLAIN_PATH.fullmatch, (former, target)))}


def redirects_of(site: Path) -> dict[str, str]:
    """The former addresses of a published site, read from the file that tells them to Netlify and Cloudflare Pages."""
    file = site / REDIRECTS
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return plain_only(dict(line.split()[:2] for line in lines))


def server_files(base: str, langues: list[str], renvois: Mapping[str, str] = NO_FORMER) -> Iterator[tuple[str, str]]:
    """(name, text) of what the server includes from its own configuration, and never serves."""
    yield "nginx.conf", render("nginx.conf", base, langues, renvois=renvois)
    yield "nginx-brotli.conf", render("nginx-brotli.conf", base, langues)


@cache
def environment() -> Environment:
    """Nothing is escaped: what these files hold is ours, or a path that ``public_path`` has read."""
    return Environment(
        loader=PackageLoader(__package__, "modeles"), autoescape=False, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip


def render(model: str, base: str, langues: list[str], **values: Any) -> str:
    """One file of ``modeles/``."""
    return environment().get_template(model).render(e=entetes, base=base, langues=langues, page_absente=NOT_FOUND, **values)
