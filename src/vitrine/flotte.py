"""The fleet: all the sites of a folder, or the share of one machine; what is done for each, and how it is told."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import filterfalse, product
from pathlib import Path

from mkdocs.utils import get_theme_dir

from .assembly import SiteImpossible, assemble
from .assembly.commun import Commun, read_common
from .assembly.values import render_page
from .building import UNCHANGED, Arrange, BuildFailed, arrangement, build_site
from .entrees import common_inputs, inputs_of, trace_of
from .isolement import FORKS, Etat, Issue, run_each
from .merging import NATIONAL
from .publier import Echec, publish_site
from .racine import Racine
from .site import is_markdown


@dataclass(frozen=True)
class Part:
    """One share of the fleet: 3/10 is the third of ten. A site stays in its share whatever other sites come or go."""

    rang: int = 1
    parts: int = 1

    def holds(self, name: str) -> bool:
        """Whether a site is of this share."""
        return int.from_bytes(hashlib.sha256(name.encode()).digest()) % self.parts == self.rang - 1


def names_of(racine: Racine, part: Part) -> list[str]:
    """The sites of a folder that are of this share, the national one first."""
    names = racine.slugs() if racine.depot else [NATIONAL, *racine.slugs()]
    return [name for name in names if part.holds(name)]


def build_all(racine: Racine, names: Iterable[str], out: Path, jobs: int, *, force: bool, pdf: bool) -> Iterator[Issue]:
    """Build each site into its folder, but those that would not change."""
    names, common = [*names], common_inputs(racine, pdf)
    if not force:
        unchanged = [issue for issue in run_each(names, partial(look_at, racine, out, common=common), jobs) if not issue.a_faire]
        yield from unchanged
        names = [name for name in names if name not in {issue.nom for issue in unchanged}]
    if names:
        commun = warm_up(racine, names)
        yield from run_each(names, partial(build_one, racine, out, common=common, arrange=arrangement(pdf), commun=commun), jobs)


def publish_all(
    racine: Racine, names: Iterable[str], out: Path, jobs: int, *, simple: bool, forget: bool, pdf: bool
) -> Iterator[Issue]:
    """Publish each site into its folder."""
    names = [*names]
    publish = partial(
        publish_one, racine, out, simple=simple, forget=forget, arrange=arrangement(pdf), commun=warm_up(racine, names)
    )
    return run_each(names, publish, jobs)


def warm_up(racine: Racine, names: list[str]) -> Commun | None:
    """Prepare what sites share before processes are forked; none where they begin with nothing, or for one site alone."""
    commun = prepare(racine) if FORKS and len(names) > 1 else None
    gc.collect()
    gc.freeze()
    return commun


def prepare(racine: Racine) -> Commun:
    """Read the national facts and render the national pages, for the pieces of them that platforms show too."""
    theme = Path(get_theme_dir("material"))
    commun = read_common(racine, theme)
    for file in (racine.dossier / "overrides").glob("*.html"):
        commun.environment.get_template(file.name)
    with suppress(SiteImpossible):  # each site says why
        site = assemble(racine, None, theme, None, commun)
        for page, langue in product(filterfalse(is_markdown, site.plan.pages), site.langues):
            render_page(site, page, langue)
    return commun


def slug_of(name: str) -> str | None:
    """The platform of a site's name; none for the national site."""
    return None if name == NATIONAL else name


def look_at(racine: Racine, out: Path, name: str, *, common: str) -> Issue:
    """Whether a site that was built before would be the same again."""
    site = out / name
    pages = trace_of(site).pages_if_same(inputs_of(racine, slug_of(name), common), site)
    if pages is None:
        return Issue(name, Etat.A_FAIRE, "")
    return Issue(name, Etat.INCHANGE, f"inchangé, {pages} pages dans {site}", pages)


def build_one(racine: Racine, out: Path, name: str, *, common: str, arrange: Arrange, commun: Commun | None) -> Issue:
    """Build one site; what it was built from is written last."""
    site, entrees = out / name, inputs_of(racine, slug_of(name), common)
    try:
        pages = build_site(racine, slug_of(name), site, arrange, commun)
    except BuildFailed as fault:
        return Issue(name, Etat.ECHEC, f"{UNCHANGED}\n{fault}".rstrip())
    trace_of(site).write(entrees, site)
    return Issue(name, Etat.CONSTRUIT, f"{pages} pages dans {site}", pages)


def publish_one(
    racine: Racine, out: Path, name: str, *, simple: bool, forget: bool, arrange: Arrange, commun: Commun | None
) -> Issue:
    """Publish one site."""
    try:
        done = publish_site(racine, slug_of(name), out / name, simple, forget, arrange=arrange, commun=commun)
    except Echec as fault:
        return Issue(name, Etat.ECHEC, str(fault))
    return Issue(name, Etat.CONSTRUIT if done.nouvelle else Etat.INCHANGE, done.dit, done.pages)
