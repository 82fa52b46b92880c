"""Open data: every visible record as JSON and CSV, without what is not for the public."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from ..catalogue import Catalogue, Fiche
from ..model.kinds import GENRES, PLATEFORMES
from ..model.walk import EACH, Patron, cells, leaves

PRIVATE = {"identifiant", "notes", "empreinte", "age", "consentement", "statut"}
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
LICENCE = {"nom": "Licence Ouverte 2.0", "url": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"}
SEPARATOR = " | "
"""Between the values of a list, whose own bars are doubled: a reader can tell them apart."""

Ligne = tuple[Fiche[Any], dict[str, Any]]
"""A record, and what of it is public."""


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """(address, bytes) of donnees/metiers.json, donnees/metiers.csv …"""
    for name, model, fiches in datasets(catalogue):
        rows = [(fiche, public(fiche.fr)) for fiche in fiches]
        yield f"donnees/{name}.json", to_json(name, rows, catalogue)
        yield f"donnees/{name}.csv", to_csv(model, rows)


def datasets(catalogue: Catalogue) -> Iterator[tuple[str, type[BaseModel], list[Fiche[Any]]]]:
    """Each kind that has at least one record."""
    for name, genre in GENRES.items():
        if catalogue.of(name):
            yield name, genre.modele, list(catalogue.of(name).values())
    if catalogue.plateforme:
        yield "plateformes", PLATEFORMES.modele, [catalogue.plateforme]
    elif catalogue.annuaire:
        yield "plateformes", PLATEFORMES.modele, list(catalogue.annuaire.values())


def public(record: BaseModel) -> dict[str, Any]:
    """A record without private or empty fields."""
    found: dict[str, Any] = record.model_dump(mode="json", exclude=PRIVATE, exclude_none=True)
    return {key: value for key, value in found.items() if value not in ([], {})}


def to_json(name: str, rows: list[Ligne], catalogue: Catalogue) -> bytes:
    """A dataset with its licence and date, one record a line: people compare two days, and no indentation is ten times as fast."""
    records = [written({"id": fiche.slug, "origine": fiche.origine, **data}) for fiche, data in rows]
    head = written({"licence": LICENCE, "date": catalogue.aujourd_hui.isoformat(), name: []})
    return "\n".join([head.removesuffix("]}"), ",\n".join(records), "]}\n"]).encode()


def written(data: dict[str, Any]) -> str:
    """JSON on one line."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False)


def to_csv(model: type[BaseModel], rows: list[Ligne]) -> bytes:
    """One line a record, semicolons and a BOM so that a French Excel opens it; no cell can be a formula."""
    columns = [leaf for leaf in leaves(model) if leaf[0] not in PRIVATE]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(["id", *[".".join(part for part in leaf if part != EACH) for leaf in columns]])
    for fiche, data in rows:
        writer.writerow([fiche.slug, *[safe_cell(one_cell(data, leaf)) for leaf in columns]])
    return out.getvalue().encode("utf-8-sig")


def one_cell(data: dict[str, Any], leaf: Patron) -> str:
    """All the values of a leaf in one cell."""
    values = cells(data, leaf)
    return SEPARATOR.join(value.replace("|", "||") for value in values) if EACH in leaf else "".join(values)


def safe_cell(text: str) -> str:
    """A cell that a spreadsheet will not run; without its first apostrophe, the text as it was."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA_SIGNS) else text
