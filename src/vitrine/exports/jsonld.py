"""Structured data (schema.org): what search engines may say of a page without guessing."""

from __future__ import annotations

from typing import Any

from ..catalogue import Catalogue, Fiche
from ..model.coordinates import international
from ..model.evenement import Evenement
from ..model.formation import Formation
from ..model.metier import Metier
from ..model.plateforme import Plateforme
from ..pages.page import Page
from ..prose import plain

CONTEXT = "https://schema.org"


def structured(catalogue: Catalogue, page: Page, langue: str, url: str, trail: list[tuple[str, str]]) -> list[dict[str, Any]]:
    """The objects of a page: its breadcrumb and, for a sheet, the thing itself. ``trail`` holds (title, absolute URL)."""
    found = [breadcrumb(trail)] if len(trail) > 1 else []
    if page.fiche:
        maker = MAKERS.get(page.fiche.genre)
        if maker:
            spoken = {"inLanguage": page.fiche.langue(langue)} if page.fiche.genre in SPOKEN else {}
            found.append({"@context": CONTEXT, "url": url, **spoken, **maker(catalogue, page.fiche, langue)})
    elif page.adresse == "" and catalogue.plateforme:
        found.append({"@context": CONTEXT, "url": url, **organisation(catalogue, catalogue.plateforme, langue)})
    return found


def breadcrumb(trail: list[tuple[str, str]]) -> dict[str, Any]:
    """BreadcrumbList."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": url}
        for position, (name, url) in enumerate(trail, start=1)
    ]  # fmt: skip
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}


def occupation(catalogue: Catalogue, fiche: Fiche[Metier], langue: str) -> dict[str, Any]:
    """Occupation, with the lowest and highest public pay when there is one."""
    record = fiche.dans(langue)
    found: dict[str, Any] = {
        "@type": "Occupation", "name": record.nomme(fiche.langue(langue)), "description": plain(record.accroche),
        "occupationLocation": {"@type": "Country", "name": "FR"},
        "responsibilities": [plain(mission) for mission in record.missions],
        "skills": [plain(skill.libelle) for skill in (*record.competences.savoir_faire, *record.competences.savoir_etre)],
    }  # fmt: skip
    if record.codes.rome:
        found["occupationalCategory"] = f"ROME {record.codes.rome}"
    amounts = [amount for pay in record.salaires for amount in (pay.debutant, pay.experimente) if amount is not None]
    if amounts:
        monthly = {"minValue": float(min(amounts)), "maxValue": float(max(amounts)), "unitText": "MONTH"}
        found["estimatedSalary"] = {
            "@type": "MonetaryAmount", "name": "base", "currency": "EUR", "value": {"@type": "QuantitativeValue", **monthly}
        }  # fmt: skip
    return found


def credential(catalogue: Catalogue, fiche: Fiche[Formation], langue: str) -> dict[str, Any]:
    """EducationalOccupationalCredential."""
    record = fiche.dans(langue)
    found: dict[str, Any] = {
        "@type": "EducationalOccupationalCredential", "name": record.intitule, "description": plain(record.accroche),
        "credentialCategory": catalogue.terme("genres-formation", record.genre, langue).libelle,
    }  # fmt: skip
    if record.sigle:
        found["alternateName"] = record.sigle
    if record.niveau:
        found["educationalLevel"] = catalogue.terme("niveaux", str(record.niveau), langue).libelle
    if record.certificateur:
        found["recognizedBy"] = {"@type": "Organization", "name": record.certificateur}
    return found


def happening(catalogue: Catalogue, fiche: Fiche[Evenement], langue: str) -> dict[str, Any]:
    """Event, in place or on line, cancelled or not."""
    record = fiche.dans(langue)
    state = "EventCancelled" if record.annule else "EventScheduled"
    found: dict[str, Any] = {
        "@type": "Event", "name": record.titre, "description": plain(record.description), "startDate": record.debut.isoformat(),
        "eventStatus": f"{CONTEXT}/{state}", "location": place_of(record),
        "eventAttendanceMode": f"{CONTEXT}/{'Offline' if record.lieu else 'Online'}EventAttendanceMode",
        "organizer": [{"@type": "Organization", "name": name} for name in record.organisateurs],
    }  # fmt: skip
    if record.fin:
        found["endDate"] = record.fin.isoformat()
    if record.gratuit is not None:
        found["isAccessibleForFree"] = record.gratuit
    return found


def place_of(record: Evenement) -> dict[str, Any]:
    """Place or VirtualLocation."""
    if not record.lieu:
        return {"@type": "VirtualLocation", "url": record.lien}
    address = {"streetAddress": record.lieu.voie, "postalCode": record.lieu.code_postal, "addressLocality": record.lieu.commune}
    given = {name: value for name, value in address.items() if value}
    postal = {"@type": "PostalAddress", "addressCountry": "FR", **given}
    return {"@type": "Place", "name": record.lieu.nom or record.lieu.commune, "address": postal}


def organisation(catalogue: Catalogue, fiche: Fiche[Plateforme], langue: str) -> dict[str, Any]:
    """Organization."""
    record = fiche.dans(langue)
    found: dict[str, Any] = {"@type": "Organization", "name": record.nom_affiche, "areaServed": record.territoire}
    if record.accroche:
        found["description"] = plain(record.accroche)
    if record.bandeau and record.bandeau.telephone:
        found["telephone"] = international(record.bandeau.telephone)
    if record.bandeau and record.bandeau.courriel:
        found["email"] = record.bandeau.courriel
    return found


SPOKEN = {"formations", "agenda"}
"""Kinds whose type has a language in schema.org."""
MAKERS: dict[str, Any] = {
    "metiers": occupation,
    "formations": credential,
    "agenda": happening,
    "plateformes": organisation,
}
