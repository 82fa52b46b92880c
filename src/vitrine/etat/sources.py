"""Facts and the sources they were read in: a fact whose source cannot be found misleads, one that has aged is to be read again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ..catalogue import Fiche
from ..merging import at
from ..model.common import Source
from ..model.values import read_loose_date
from ..source.document import Chemin
from .constat import Constat, note
from .motifs import names_one_of
from .reglages import Reglages

FIGURES = ("salaires", "chiffres")
LEGAL_FACTS: dict[str, dict[tuple[str, ...], str]] = {
    "metiers": {
        ("acces", "conditions_legales"): "conditions légales",
        ("acces", "reglemente"): "métier réglementé",
        ("gestes",): "gestes permis ou non",
        ("acces", "niveau"): "niveau",
    },
    "formations": {("niveau",): "niveau"},
}


def unfindable_sources(fiche: Fiche[Any]) -> Iterator[Constat]:
    """A salary or a figure whose source has neither publisher nor address has none."""
    for path in figures(fiche.document.donnees):
        source = at(fiche.document.donnees, (*path, "source"))
        if not isinstance(source, dict) or not (source.get("editeur") or source.get("url")):
            said = "fait sans source que l'on puisse retrouver."
            yield note(fiche, "fait-sans-source", path, said, "Donnez l'éditeur ou l'adresse de la source.", trompeur=True)


def figures(data: Any, path: Chemin = ()) -> Iterator[Chemin]:
    """The paths of every salary and figure of a tree."""
    children = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in children:
        if path and path[-1] in FIGURES and isinstance(value, dict):
            yield (*path, key)
        else:
            yield from figures(value, (*path, key))


def legal_facts_without_text(fiche: Fiche[Any], reglages: Reglages) -> Iterator[Constat]:
    """What the law says is read in the law, or in France compétences' registers."""
    facts = {path: name for path, name in LEGAL_FACTS.get(fiche.genre, {}).items() if _value(fiche.fr, path)}
    if facts and not any(is_law(source, reglages) for source in fiche.fr.sources):
        said = f"aucun texte de droit ni fiche France compétences dans sources\u00a0: {', '.join(facts.values())}."
        yield note(fiche, "droit-sans-texte", next(iter(facts)), said, "Ajoutez la source où vous l'avez lu.", trompeur=True)


def _value(record: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        record = getattr(record, name)
    return record


def is_law(source: Source, reglages: Reglages) -> bool:
    """Whether a source names a text of law or a register."""
    return names_one_of(f"{source.titre} {source.editeur or ''} {source.url or ''}", reglages.textes_de_droit)


def unsourced_certification(fiche: Fiche[Any]) -> Iterator[Constat]:
    """A certification's number is that of one of the sources."""
    found = getattr(fiche.fr, "certification", None)
    if not found:
        return
    digits = found.numero.lstrip("RNCPS")
    if not any(digits in f"{source.titre} {source.url or ''}" for source in fiche.fr.sources):
        said = f"aucune source ne nomme {found.numero}."
        path = ("certification", "numero")
        yield note(fiche, "certification-sans-source", path, said, "Ajoutez la fiche France compétences.", trompeur=True)


def ended_certification(fiche: Fiche[Any], today: date) -> Iterator[Constat]:
    """A registration that has ended is renewed under another number, or not at all."""
    found = getattr(fiche.fr, "certification", None)
    if found and found.echeance and found.echeance < today:
        said = f"{found.numero} n'est plus enregistrée depuis le {found.echeance:%d/%m/%Y}."
        yield note(fiche, "certification-echue", ("certification", "echeance"), said, "Cherchez le nouveau numéro.")


def aged_facts(fiche: Fiche[Any], today: date, reglages: Reglages) -> Iterator[Constat]:
    """Facts and sources older than the shelf life of their kind; a source given twice is told once."""
    told: list[Any] = []
    for path, value in fiche.document.textes:
        kind = kind_of_date(path, fiche, reglages) if value is not None else ""
        most = int(getattr(reglages.duree_de_vie, kind)) if kind else 0
        holder = at(fiche.document.donnees, path[:-1])
        if kind and age_in_months(last_seen(holder, str(value)), today) > most and holder not in told:
            told.append(holder)
            said = f"{value}\u00a0: plus de {most} mois ({kind})."
            yield note(fiche, "source-perimee", path, said, "Relisez la source, corrigez le fait, et écrivez consulte_le.")


def last_seen(holder: Any, written: str) -> str:
    """The day a source was read again when it was; else the date that it bears, or that the fact bears."""
    return str(holder.get("consulte_le") or written) if isinstance(holder, dict) else written


def kind_of_date(path: Chemin, fiche: Fiche[Any], reglages: Reglages) -> str:
    """Which shelf life a date is judged by: a field of DureesDeVie, or '' for none."""
    last, before = path[-1], path[-3:-2]
    if last in ("releve_le", "verifie_le"):
        return "certification" if last == "releve_le" else "verification"
    if last != "date":
        return ""
    if before in (("salaires",), ("chiffres",)):
        return str(before[0]).removesuffix("s")
    is_source = path[-2:-1] == ("source",) or before == ("sources",)
    if not is_source or any(part in FIGURES for part in path):
        return ""
    source = Source.model_validate(at(fiche.document.donnees, path[:-1]))
    return "texte" if is_law(source, reglages) else "source"


def age_in_months(value: str, today: date) -> int:
    """Whole months since a date known to the year, the month or the day; the year's last month when only it is known."""
    year, *rest = read_loose_date(value).split("-")
    return (today.year - int(year)) * 12 + today.month - (int(rest[0]) if rest else 12)
