"""What a visitor may keep in the browser: professions, training, contacts, events, and what one sheet of paper says of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from .assets import named
from .catalogue import Catalogue, Fiche
from .exports.renvois import former_pages
from .formatting import clock, week_date
from .model.common import Adresse
from .model.coordinates import displayed, international
from .pages.page import Plan
from .prose import told
from .scripts import call

Element = str | tuple[str, str] | tuple[str, str, str]
"""One thing that is said; with an address, a number or an e-mail that one can follow, or with none and the language it is in."""


def carnet_file(catalogue: Catalogue, plan: Plan, langue: str) -> tuple[str, bytes]:
    """(address, bytes) of the file that the page of kept records loads: {address: [kind, title, language, details]}.

    And, where records had other names, {former address: that of today}: what was kept or shared before is still found.
    """
    fiches = {adresse: _entry(catalogue, fiche, langue) for adresse, fiche in keepable(catalogue, plan)}
    anciennes = {former.adresse: page.adresse for former, page in former_pages(plan) if page.adresse in fiches}
    content = call("vitrineCarnet", {"fiches": fiches, **({"anciennes": anciennes} if anciennes else {})}).encode()
    return named(f"carnet-{langue}", "js", content), content


def keepable(catalogue: Catalogue, plan: Plan) -> Iterator[tuple[str, Fiche[Any]]]:
    """(address, record) of everything that can be kept."""
    for page in plan.pages:
        if page.fiche is not None and page.fiche.genre in DETAILS:
            yield page.adresse, page.fiche
    if plan.at("contacts/"):
        yield from ((f"contacts/#contact-{slug}", fiche) for slug, fiche in catalogue.contacts.items())


def _entry(catalogue: Catalogue, fiche: Fiche[Any], langue: str) -> list[Any]:
    spoken = fiche.langue(langue)
    record = fiche.dans(spoken)
    title = record.nomme(spoken) if fiche.genre == "metiers" else next(
        getattr(record, name) for name in ("intitule", "titre", "nom") if hasattr(record, name)
    )  # fmt: skip
    details = [detail for detail in DETAILS[fiche.genre](catalogue, record, spoken) if detail]
    return [fiche.genre, title, spoken, details]


def _of_metier(catalogue: Catalogue, m: Any, langue: str) -> list[Element]:
    return [told(m.accroche), told(m.acces.resume)]


def _of_formation(catalogue: Catalogue, f: Any, langue: str) -> list[Element]:
    level = catalogue.terme("niveaux", str(f.niveau), langue).libelle if f.niveau else ""
    return [told(f.accroche), level, told(f.duree.texte or "") if f.duree else ""]


def _of_contact(catalogue: Catalogue, c: Any, langue: str) -> list[Element]:
    return [
        catalogue.terme("types-contact", c.type, langue).libelle,
        (displayed(c.telephone), f"tel:{international(c.telephone)}") if c.telephone else "",
        (c.courriel, f"mailto:{c.courriel}") if c.courriel else "",
        _place(c.adresse), *[told(hours) for hours in c.horaires],
    ]  # fmt: skip


def _of_evenement(catalogue: Catalogue, e: Any, langue: str) -> list[Element]:
    hour = clock(e.debut, langue) if e.debut.hour or e.debut.minute else ""
    return [", ".join(part for part in (week_date(e.debut.date(), langue), hour) if part), _place(e.lieu)]


def _place(adresse: Adresse | None) -> str:
    if adresse is None:
        return ""
    town = " ".join(part for part in (adresse.code_postal, adresse.commune) if part)
    return ", ".join(part for part in (adresse.nom, adresse.voie, town) if part)


DETAILS: dict[str, Callable[[Catalogue, Any, str], list[Element]]] = {
    "metiers": _of_metier,
    "formations": _of_formation,
    "contacts": _of_contact,
    "agenda": _of_evenement,
}
