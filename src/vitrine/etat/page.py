"""The report as one HTML file for editors: nothing to load, nothing to run, everything escaped."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from ..formatting import long_date, own_name
from .constat import REGLES, THEMES, Constat
from .rapport import Etat
from .terminal import NAMES, counted, decimal, per_cent

TEMPLATE = "etat.html"


def as_html(etat: Etat) -> str:
    """The whole report as a page."""
    environment = Environment(
        loader=PackageLoader(__package__, ""), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(pour_cent=per_cent, decimal=decimal, langue=own_name)
    return environment.get_template(TEMPLATE).render(
        etat=etat, jour=long_date(etat.jour, "fr"), themes=by_theme(etat), noms=NAMES,
        comptes=[counted(count, genre) for genre, count in etat.fiches.items() if genre in NAMES],
    )  # fmt: skip


def by_theme(etat: Etat) -> list[tuple[str, list[tuple[str, list[Constat]]]]]:
    """[(theme, [(rule, what it says)])], in the order of the rules, empty ones left out."""
    found = []
    for theme, title in THEMES.items():
        rules = [
            (rule.titre, [one for one in etat.constats if one.regle == code])
            for code, rule in REGLES.items()
            if rule.theme == theme
        ]
        found.append((title, [(name, told) for name, told in rules if told]))
    return [(title, rules) for title, rules in found if rules]
