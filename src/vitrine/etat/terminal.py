"""The report in a terminal: short, by theme, what misleads in full, the rest counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import median

from ..formatting import long_date, own_name
from ..merging import NATIONAL
from ..model.kinds import GENRES, PLATEFORMES
from ..problems import plural, printable
from .completude import Completude
from .constat import REGLES, THEMES
from .rapport import Etat

EMPTIEST = 5
NAMES = {genre.dossier: (genre.singulier, genre.pluriel) for genre in (*GENRES.values(), PLATEFORMES)}


def as_text(etat: Etat) -> str:
    """The report as lines."""
    parts = (_head(etat), _misleading(etat), _filled(etat), *(_theme(etat, theme) for theme in THEMES), _worst(etat))
    return printable_lines("\n\n".join(text for text in ("\n".join(part) for part in parts) if text))


def printable_lines(text: str) -> str:
    """Each line as a terminal can show it."""
    return "\n".join(printable(line) for line in text.split("\n"))


def counted(count: int, genre: str) -> str:
    """« 12 métiers »."""
    singular, more = NAMES.get(genre, (genre, genre))
    return f"{count} {more if count > 1 else singular}"


def per_cent(part: float) -> str:
    """« 84 % »."""
    return f"{round(100 * part)}\u00a0%"


def decimal(value: float) -> str:
    """« 11,5 »."""
    return f"{value:g}".replace(".", ",")


def _head(etat: Etat) -> Iterator[str]:
    sheets = ", ".join(counted(count, genre) for genre, count in etat.fiches.items() if genre in NAMES)
    yield f"État du contenu ({etat.site}) au {long_date(etat.jour, 'fr')}\u00a0: {sheets or 'aucune fiche'}."
    grave = len(etat.trompeurs)
    yield f"Trompeur\u00a0: {grave}. À améliorer\u00a0: {len(etat.constats) - grave}."


def _misleading(etat: Etat) -> Iterator[str]:
    if etat.trompeurs:
        yield "TROMPEUR, à corriger avant de publier"
        yield from (str(constat.probleme) for constat in etat.trompeurs)


def _filled(etat: Etat) -> Iterator[str]:
    if etat.completude:
        yield "Remplissage (part des champs remplis)"
    for one in etat.completude:
        yield f"  {NAMES[one.genre][1]}\u00a0: {per_cent(one.part)}{_emptiest(one)}"


def _emptiest(one: Completude) -> str:
    fields = sorted((share, name) for name, share in one.champs.items() if share < 1)[:EMPTIEST]
    return "\u202f; les moins remplis\u00a0: " + ", ".join(f"{name} {per_cent(share)}" for share, name in fields) if fields else ""


def _theme(etat: Etat, theme: str) -> Iterator[str]:
    counts = Counter(constat.regle for constat in etat.constats if constat.theme == theme)
    facts = [*_figures(etat, theme)]
    if counts or facts:
        yield THEMES[theme]
    yield from facts
    for regle in REGLES:
        if counts[regle]:
            sheets = {constat.fiche for constat in etat.constats if constat.regle == regle}
            yield f"  {REGLES[regle].titre}\u00a0: {counts[regle]} ({plural(len(sheets), 'fiche')})"


def _figures(etat: Etat, theme: str) -> Iterator[str]:
    if theme == "lisibilite" and etat.lisibilite:
        middle, mean = (median(getattr(one, name) for one in etat.lisibilite) for name in ("mediane", "moyenne"))
        said = f"mots par phrase, fiche du milieu\u00a0: {decimal(middle)} (médiane), {decimal(mean)} (moyenne)"
        yield f"  fiches mesurées\u00a0: {len(etat.lisibilite)}\u202f; {said}"
    if theme == "traductions":
        for one in etat.traductions:
            counts = {"complète": one.completes, "incomplète": one.incompletes, "périmée": one.perimees, "absente": one.absentes}
            yield f"  {own_name(one.langue)}\u00a0: {', '.join(plural(len(names), noun) for noun, names in counts.items())}"


def _worst(etat: Etat) -> Iterator[str]:
    worst = etat.worst()
    if worst:
        yield "À reprendre d'abord"
        yield from (f"  {name}\u00a0: {_to_do(grave, rest)}" for name, grave, rest in worst)
        site = "" if etat.site == NATIONAL else f"{etat.site} "
        yield f"Le détail\u00a0: vitrine etat {site}--html etat.html"


def _to_do(grave: int, rest: int) -> str:
    said = [f"{grave} trompeur" + ("s" if grave > 1 else "")] if grave else []
    return ", ".join([*said, f"{rest} à améliorer"] if rest else said)
