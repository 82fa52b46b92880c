"""Vue: what a template may say and link to, from one page, in one language."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from .. import formatting
from ..catalogue import Catalogue, Fiche
from ..glossary import ADRESSE, Glossaire
from ..model.coordinates import displayed, international
from ..model.francais import Francais
from ..model.metier import Metier
from ..model.nomenclature import Terme
from ..model.seance import Seance
from ..pages.page import Page, Plan
from ..pages.seances import key_of
from ..prose import as_french, plain, to_html, to_inline_html
from ..texts import Interface

ICON_NAME = re.compile(r"[a-z0-9]+(?:/[a-z0-9-]+)+")


@dataclass(frozen=True)
class Vue:
    """Bound to a page and a language; ``langue_page`` is the one of the address, which differs on an untranslated page."""

    catalogue: Catalogue
    plan: Plan
    page: Page
    langue: str
    langue_page: str
    icones: Path
    glossaire: Glossaire = field(default_factory=Glossaire)
    expliques: set[str] = field(default_factory=set)
    """Sigles that this page has already linked to the glossary."""
    pieces: dict[tuple[object, ...], str] = field(default_factory=dict)
    """What the pages of the site share, once rendered."""

    # -- words

    def t(self, key: str, **values: Any) -> str:
        """An interface string."""
        return Interface(self.catalogue.textes, self.langue).t(key, **values)

    def t_seance(self, seance: Seance, key: str, **values: Any) -> str:
        """An interface string about a lesson."""
        return self.t(key_of(self.catalogue, seance, key), **values)

    def brutes(self, key: str) -> Any:
        """The plural forms of a string, for a script that counts."""
        strings = self.catalogue.textes
        return strings[self.langue].get(key) or strings["fr"][key]

    def terme(self, nomenclature: str, code: object) -> Terme:
        """The entry of a code, in this language."""
        return self.catalogue.terme(nomenclature, str(code), self.langue)

    def libelle(self, nomenclature: str, code: object) -> str:
        """The label of a code."""
        return self.terme(nomenclature, code).libelle

    def dans_phrase(self, nomenclature: str, code: object) -> str:
        """The label of a code inside a sentence: « niveau 4 (bac) »."""
        return formatting.uncapitalised(self.libelle(nomenclature, code))

    def libelles(self, nomenclature: str, codes: Iterable[object], debut: bool = True) -> str:
        """« Hôpitaux et cliniques, EHPAD, au domicile »: the first word has a capital only if it begins the sentence."""
        named = [(self.dans_phrase if place or not debut else self.libelle)(nomenclature, code) for place, code in enumerate(codes)]
        return formatting.COMMA[self.langue].join(named)

    def dans(self, fiche: Fiche[Any]) -> Any:
        """A record in this language, else in French."""
        return fiche.dans(self.langue)

    def nom_metier(self, fiche: Fiche[Metier]) -> str:
        """« Aide-soignant ou aide-soignante », with this language's « or »."""
        return fiche.dans(self.langue).nomme(fiche.langue(self.langue))

    def titre(self, page: Page) -> str:
        """The title of a page in this language, else in French."""
        return page.titre.get(self.langue) or page.titre["fr"]

    def parle(self, langues: Iterable[str]) -> Vue:
        """This view, or the French one when a text does not exist in this language."""
        return self if self.langue in langues else replace(self, langue="fr")

    def attr_langue(self, langues: Mapping[str, Any] | Iterable[str]) -> Markup:
        """``lang`` and ``dir`` for a text that exists in ``langues`` only, when it is not in this language."""
        if self.langue in langues:
            return Markup("")
        return Markup(' lang="fr" dir="ltr"')

    # -- rich text

    def prose(self, text: str) -> Markup:
        """Paragraphs, their sigles explained."""
        html = self.explique(to_html(text))
        return as_french(html, "div") if isinstance(text, Francais) else html

    def phrase(self, text: str) -> Markup:
        """A sentence."""
        html = to_inline_html(text)
        return as_french(html) if isinstance(text, Francais) else html

    def ligne(self, text: str) -> Markup:
        """A sentence of the body of a sheet, its sigles explained."""
        return self.explique(self.phrase(text))

    def explique(self, html: Markup) -> Markup:
        """HTML whose sigles lead to the glossary at their first use."""
        return self.glossaire.link(html, self.url(ADRESSE), self.expliques) if self.page.adresse != ADRESSE else html

    def brut(self, text: str) -> str:
        """A sentence without Markdown, for attributes."""
        return plain(text)

    # -- links

    @property
    def profondeur(self) -> int:
        """How many folders stand above the page: pages at the same depth share the same relative links."""
        return self.page.adresse.count("/")

    def url(self, adresse: str) -> str:
        """The address of a page of this language, relative to the current page."""
        up = "../" * self.page.adresse.count("/")
        return up + adresse or "./"

    def url_fichier(self, adresse: str) -> str:
        """The address of a file at the root of the site."""
        depth = self.page.adresse.count("/") + (self.langue_page != "fr")
        return "../" * depth + adresse or "./"

    def url_langue(self, langue: str) -> str:
        """The same page in another language."""
        return self.url_fichier(("" if langue == "fr" else f"{langue}/") + self.page.adresse)

    def existe(self, adresse: str) -> bool:
        """Whether a page exists on this site."""
        return self.plan.at(adresse) is not None

    def pages(self, adresses: Iterable[str]) -> list[Page]:
        """The pages of this site among some addresses, those with nothing to list left out."""
        found = (self.plan.at(adresse) for adresse in adresses)
        return [page for page in found if page and not page.vide]

    def fiches(self, genre: str, slugs: Iterable[str]) -> list[Fiche[Any]]:
        """The visible records among some slugs, in their order."""
        known = self.catalogue.of(genre)
        return [known[slug] for slug in slugs if slug in known]

    def liees(self, metier: Metier) -> tuple[Fiche[Any], ...]:
        """The records that a profession leads to, as far as this site shows them."""
        courses = [slug for voie in metier.acces.voies for slug in voie.formations]
        return (
            *self.fiches("formations", courses),
            *self.fiches("metiers", metier.evolutions),
            *self.fiches("metiers", metier.proches),
        )

    @property
    def sigles(self) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
        """All that decides which sigles of a text are explained: those already explained, and the glossary."""
        return frozenset(self.expliques), self.glossaire.trace

    def ariane(self) -> list[Page]:
        """The pages above this one."""
        return self.plan.trail(self.page)

    # -- coordinates

    def tel(self, digits: str) -> Markup:
        """A telephone number that can be dialled and reads left to right in every script."""
        number, shown = escape(international(digits)), escape(displayed(digits))
        return Markup(f'<a class="tel" href="tel:{number}"><bdi dir="ltr">{shown}</bdi></a>')

    def courriel(self, address: str) -> Markup:
        """An e-mail link."""
        return Markup(f'<a class="courriel" href="mailto:{escape(address)}"><bdi dir="ltr">{escape(address)}</bdi></a>')

    def code(self, text: object) -> Markup:
        """A code of a register, left to right."""
        return Markup(f'<bdi dir="ltr">{escape(text)}</bdi>')

    # -- dates and numbers

    def date(self, value: datetime.date) -> str:
        """« 22 novembre 2026 »."""
        return formatting.long_date(value, self.langue)

    def jour(self, value: datetime.date) -> str:
        """« dimanche 22 novembre 2026 »."""
        return formatting.week_date(value, self.langue)

    def date_souple(self, value: str) -> str:
        """« octobre 2021 »."""
        return formatting.loose_date(value, self.langue)

    def heure(self, value: datetime.datetime | str) -> str:
        """« 14 h 30 »."""
        return formatting.clock_text(value, self.langue) if isinstance(value, str) else formatting.clock(value, self.langue)

    def nombre(self, value: Any) -> str:
        """« 5 600 »."""
        return formatting.number(value, self.langue)

    def euros(self, value: Any) -> Markup:
        """« 1 825 € », never turned round in Arabic."""
        return Markup(f'<bdi dir="ltr">{escape(formatting.euros(value, self.langue))}</bdi>')

    def nom_langue(self, langue: str) -> str:
        """A language named in itself."""
        return formatting.own_name(langue)

    def sens(self, langue: str | None = None) -> str:
        """« rtl » or « ltr »."""
        return formatting.direction(langue or self.langue)

    # -- pictures

    def icone(self, name: str | None) -> Markup:
        """An icon of Material's sets, drawn in the page; decorative, so hidden from screen readers."""
        return Markup(icon(self.icones, name)) if name else Markup("")

    def icone_de(self, nomenclature: str, code: object) -> Markup:
        """The icon of a code."""
        return self.icone(self.terme(nomenclature, code).icone)


@cache
def icon(folder: Path, name: str) -> str:
    """The SVG of an icon, or '' when the set has none of that name."""
    file = folder / f"{name}.svg"
    if not ICON_NAME.fullmatch(name) or not file.is_file():
        return ""
    svg = file.read_text(encoding="utf-8").strip()
    return svg.replace(' xmlns="http://www.w3.org/2000/svg"', "", 1).replace("<svg ", '<svg class="icone" aria-hidden="true" ', 1)
