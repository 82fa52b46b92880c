"""Check one merged document against its model: French messages at the right line, translations complete or told."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from .empreintes import EMPREINTE, digest
from .merging import at, overlay, without
from .model.context import Contexte, suggestion
from .model.faults import quoted
from .model.fields import Traduisible
from .model.francais import keep_french
from .model.walk import EACH, Patron, leaves, pattern_of
from .problems import FAULTS_AT_MOST, Probleme, abridged
from .reading import TITLES
from .source.document import Chemin, Document

M = TypeVar("M", bound=BaseModel)
NAMES = {"feminin", *TITLES}
"""Fields that titles are made of."""
MESSAGES: dict[str, tuple[str, str]] = {
    "missing": ("champ obligatoire absent.", "Ajoutez-le."),
    "model_type": ("un bloc de champs est attendu.", "Écrivez les sous-champs à la ligne, décalés de deux espaces."),
    "model_attributes_type": ("un bloc de champs est attendu.", "Écrivez les sous-champs à la ligne, décalés de deux espaces."),
    "dict_type": ("un bloc de champs est attendu.", "Écrivez les sous-champs à la ligne, décalés de deux espaces."),
    "list_type": ("une liste est attendue.", "Mettez chaque élément à la ligne après un tiret."),
    "too_long": ("trop d'éléments.", "Gardez les plus importants."),
}


def check(document: Document, model: type[M], context: Contexte) -> tuple[M | None, list[Probleme]]:
    """Validate a document; the record, or None with every problem found."""
    data = without_none(document.donnees)
    try:
        return model.model_validate(data, context=context), []
    except ValidationError as error:
        faults = error.errors(include_url=False)
    unknown = {fault["loc"] for fault in faults if fault["type"] == "extra_forbidden"}
    if unknown:
        faults = [fault for fault in faults if fault["loc"] in unknown] + _faults_beside(data, unknown, model, context)
    if len(faults) > FAULTS_AT_MOST:
        faults.sort(key=lambda fault: document.marque(fault["loc"]))
    return None, abridged([_problem(document, model, fault) for fault in faults[:FAULTS_AT_MOST]], len(faults))


def _faults_beside(data: Any, unknown: set[Any], model: type[BaseModel], context: Contexte) -> list[Any]:
    """The other faults, those that pydantic looks for once no field is unknown included."""
    for *parents, name in unknown:
        holder = at(data, tuple(parents))
        if isinstance(holder, dict):
            holder.pop(name, None)
    try:
        model.model_validate(data, context=context)
    except ValidationError as error:
        return list(error.errors(include_url=False))
    return []


def without_none(value: Any) -> Any:
    """Empty fields count as absent."""
    if isinstance(value, dict):
        return {key: without_none(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_none(item) for item in value if item is not None]
    return value


def _problem(document: Document, model: type[BaseModel], fault: Any) -> Probleme:
    path = _as_written(tuple(part for part in fault["loc"] if part != "[key]"), document.donnees)
    context = fault.get("ctx", {})
    path = (*path, context["champ"]) if context.get("champ") else path
    mark = document.marque(path)
    if fault["type"] == "vitrine":
        message, remede = context["message"], context.get("remede", "")
    elif fault["type"] == "extra_forbidden":
        message, remede = _unknown_field(path, model)
    else:
        message, remede = MESSAGES.get(fault["type"], (f"valeur non admise\u00a0: {quoted(fault['input'])}.", "Corrigez-la."))
    return Probleme(mark.fichier, mark.ligne, mark.colonne, written(path), message, remede)


def _as_written(path: Chemin, data: Any) -> Chemin:
    """The same path in the file, where the empty items of a list still count."""
    found: Chemin = ()
    for part in path:
        full = [number for number, item in enumerate(data) if item is not None] if isinstance(data, list) else []
        step = full[part] if full and isinstance(part, int) else part
        found, data = (*found, step), at(data, (step,))
    return found


def _unknown_field(path: Chemin, model: type[BaseModel]) -> tuple[str, str]:
    expected = _fields_under(pattern_of(path[:-1], model), model)
    advice = getattr(model, "interdits", {}).get(path[-1]) if len(path) == 1 else None
    near = suggestion(str(path[-1]), expected, "Champs attendus") or f"Champs attendus\u00a0: {', '.join(expected)}."
    return "champ inconnu.", advice or f"{near} Sinon, retirez-le."


@cache
def _fields_under(parent: Patron, model: type[BaseModel]) -> list[str]:
    return sorted({leaf[len(parent)] for leaf in leaves(model) if leaf[: len(parent)] == parent and len(leaf) > len(parent)})


def written(path: Chemin) -> str:
    """A path as people write it: acces.voies[2].formations."""
    said = ""
    for part in path:
        said += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if said else str(part)
    return said


def check_translation(
    french: Document, translation: Document, model: type[M], context: Contexte, en_francais: Set[str] = frozenset()
) -> tuple[M | None, list[Probleme]]:
    """Lay a translation upon its French text and validate it. None when it is at fault or incomplete: the French is shown.

    The fields ``en_francais`` stay in French, marked as such; a title does not: without it the whole record is shown in French.
    """
    translation, empreinte = without(translation, EMPREINTE)
    problems = list(_untranslatable(translation, model))
    if problems:
        return None, problems
    problems = list(_missing(french, translation, model, en_francais))
    record, faults = check(overlay(french, translation), model, context)
    record = keep_french(record, en_francais) if record else None
    if empreinte is not None and empreinte != fingerprint(french, model):
        problems.append(_stale(translation, french, model))
    complete = not any("non traduit" in problem.message for problem in problems) and not en_francais & NAMES
    return (record if complete else None), [*problems, *faults]


def _untranslatable(translation: Document, model: type[BaseModel]) -> Iterator[Probleme]:
    known = leaves(model)
    for path, value in translation.textes:
        leaf = known.get(_pattern(path, model))
        if value is not None and leaf is not None and not leaf.has(Traduisible):
            mark = translation.marque(path)
            yield Probleme(
                mark.fichier, mark.ligne, mark.colonne, written(path), "ce champ ne se traduit pas.",
                "Retirez-le\u00a0: il est repris de la fiche française.",
            )  # fmt: skip


def _missing(french: Document, translation: Document, model: type[BaseModel], en_francais: Set[str]) -> Iterator[Probleme]:
    told: set[Chemin] = set()
    for path, _ in translatable(french, model):
        if path[0] in en_francais:
            continue
        list_of_texts = isinstance(path[-1], int)
        place = path[:-1] if list_of_texts else path
        if at(translation.donnees, place) is None and place not in told:
            told.add(place)
            yield Probleme(
                translation.fichier, 0, 0, written(place), "non traduit\u00a0: la page s'affiche en français.",
                "Ajoutez ce champ à la traduction.", grave=False,
            )  # fmt: skip


def _stale(translation: Document, french: Document, model: type[BaseModel]) -> Probleme:
    mark = translation.marque((EMPREINTE,))
    return Probleme(
        mark.fichier, mark.ligne, mark.colonne, EMPREINTE, "la fiche française a changé depuis la traduction.",
        f"Relisez la traduction, puis écrivez empreinte: {fingerprint(french, model)}.", grave=False,
    )  # fmt: skip


def translatable(document: Document, model: type[BaseModel]) -> Iterator[tuple[Chemin, str]]:
    """The texts of a French record that a translation restates."""
    known = leaves(model)
    for path, value in document.textes:
        leaf = known.get(_pattern(path, model))
        if value is not None and leaf is not None and leaf.has(Traduisible):
            yield path, value


def _pattern(path: Chemin, model: type[BaseModel]) -> Patron:
    """As pattern_of; a single text given for a list counts as its only item."""
    pattern = pattern_of(path, model)
    return pattern if pattern in leaves(model) else (*pattern, EACH)


def fingerprint(document: Document, model: type[BaseModel]) -> str:
    """Eight hexadecimal digits of the French text that translations restate."""
    return digest([value for _, value in translatable(document, model)])
