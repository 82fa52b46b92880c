"""The report of the audit: in French, dated, with its figures; a platform can attach it to its statement."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from vitrine.formatting import long_date
from vitrine.problems import plural

PROJET = Path(__file__).resolve().parents[1]
SCORES = {
    "performance": "Performance",
    "accessibility": "Accessibilité",
    "best-practices": "Bonnes pratiques",
    "seo": "Référencement",
}
STOCK = {
    "axe": "1 134 éléments fautifs sur 40 pages, aucune page sans faute",
    "pa11y": "416 erreurs, 0 page sur 39 sans faute",
    "lighthouse": "Performance 96–99, Accessibilité 88–96, Bonnes pratiques 96, Référencement 91–92",
}
HEAD = """# Audit d’accessibilité par des outils

Fait le {jour} sur le site de démonstration, qui contient toutes les sortes de pages, servi sur la machine même.

**Ce que ce rapport n’est pas.** Ce n’est pas un audit RGAA : un outil ne voit qu’une partie des critères. Il ne permet pas d’écrire
« conforme ». `vitrine rgaa VOTRE-PLATEFORME` dit, critère par critère, ce qui est prouvé et ce qu’une personne
doit encore regarder.
Vous pouvez joindre ce rapport à votre déclaration, comme l’un des outils employés.

| question | Vitrine | Material sans nos gabarits |
|---|---|---|
"""
TAIL = """
## Comparer

La troisième colonne vient d’une mesure du 22 novembre 2026 sur un site d’essai fait avec Material 9.8.1 tel qu’il est livré
(13 pages en trois langues, axe à 320 et 1280 pixels, clair et sombre) : ce ne sont pas les mêmes pages, l’ordre de
grandeur seul compte.

Aucune règle n’est désactivée, aucun élément n’est exclu, la liste d’exceptions de pa11y est vide. Pour refaire
cet audit : `make audit`.
"""


def write_report(file: Path, day: date, told: dict[str, Any]) -> int:
    """Write the report; 1 if a fault was found or a tool failed."""
    lines = [row("axe, pages au repos", axe_words(told["rest"]), STOCK["axe"])]
    lines += [
        row("axe, parties ouvertes (menu, langues, recherche, filtre, comparaison, quiz)", axe_words(told["states"]), "non mesuré")
    ]
    lines += [row("axe dans Firefox", pages_words(told["others"]["firefox"]), "non mesuré")]
    lines += [row("pa11y, WCAG2AA", pages_words(told["others"]["pa11y"]), STOCK["pa11y"])]
    lines += [row("Lighthouse, téléphone", score_words(told["others"]["lighthouse"]), STOCK["lighthouse"])]
    body = HEAD.format(jour=long_date(day, "fr")) + "\n".join(lines) + "\n" + scope(told) + details(told) + TAIL
    file.write_text(typography(body.replace(told["home"], "/")), encoding="utf-8")
    return 1 if faults(told) else 0


def row(*cells: str) -> str:
    """One line of the table."""
    return "| " + " | ".join(cells) + " |"


def axe_words(found: dict[str, Any]) -> str:
    """So many views, so many faults."""
    return f"{plural(len(found['faults']), 'faute')} en {found['vues']} vues, {plural(sum(found['doubts'].values()), 'doute')}"


def pages_words(answers: list[dict[str, Any]] | str) -> str:
    """So many pages, so many faults; or why there is no answer."""
    if isinstance(answers, str):
        return f"**pas de mesure** : {answers.splitlines()[0][:120]}"
    return f"{plural(sum(len(answer['found']) for answer in answers), 'faute')} sur {plural(len(answers), 'page')}"


def score_words(answers: list[dict[str, Any]] | str) -> str:
    """The lowest and the highest score of each category."""
    if isinstance(answers, str):
        return f"**pas de mesure** : {answers.splitlines()[0][:120]}"
    spans = {key: sorted(answer["scores"][key] for answer in answers) for key in SCORES}
    return ", ".join(f"{SCORES[key]} {low[0]}" + (f"–{low[-1]}" if low[0] != low[-1] else "") for key, low in spans.items())


def scope(told: dict[str, Any]) -> str:
    """What was really looked at."""
    every = "chaque page dans chaque langue, chaque couleur et à 320, 640 et 1280 pixels"
    some = "chaque page une fois, langues, couleurs et largeurs (320, 640 ou 1280 pixels) à tour de rôle : c’est un échantillon"
    counts = {tool: len(answers) for tool, answers in told["others"].items() if not isinstance(answers, str)}
    versions = json.loads((PROJET / "audit/package.json").read_text("utf-8"))["dependencies"]
    tools = ", ".join(f"{name} {versions[name]}" for name in ("axe-core", "pa11y", "lighthouse"))
    return f"""
## Ce qui a été regardé

- {told["kinds"]} sortes de pages, en français, en anglais et en arabe ; couleurs claires, sombres et
  contrastes forcés ; {some if told["fast"] else every}.
- Toutes les règles d’axe, bonnes pratiques comprises. Un doute est ce qu’axe ne sait pas juger seul.
- Firefox : {counts.get("firefox", 0)} pages à 360 pixels. pa11y : {counts.get("pa11y", 0)} pages. Lighthouse :
  {counts.get("lighthouse", 0)} pages, réglages d’un téléphone.
- Chromium {told["chromium"]}, {tools}.
"""


def details(told: dict[str, Any]) -> str:
    """Every fault, and each kind of doubt with one example."""
    doubts = {**told["rest"]["where"], **told["states"]["where"]}
    counts = told["rest"]["doubts"] + told["states"]["doubts"]
    lines = [f"- `{line}`" for line in faults(told)] or ["Aucune."]
    shown = [f"- `{rule}`, {counts[rule]} fois. Par exemple : `{doubts[rule]}`" for rule in sorted(doubts)] or ["Aucun."]
    return "\n## Fautes\n\n" + "\n".join(lines) + "\n\n## Doutes\n\n" + "\n".join(shown) + "\n"


def faults(told: dict[str, Any]) -> list[str]:
    """Everything that must be mended."""
    lines = [*told["rest"]["faults"], *told["states"]["faults"]]
    for tool, answers in told["others"].items():
        if isinstance(answers, str):
            lines.append(f"{tool} : {answers}")
        else:
            lines += [
                f"{tool} {answer['address']} : {line}" for answer in answers for line in answer.get("found", answer.get("failed"))
            ]
    return [" ".join(line.replace("`", "'").split()) for line in lines]


def typography(text: str) -> str:
    """No-break spaces where French wants them, outside of code."""
    parts = text.split("`")
    for rank in range(0, len(parts), 2):
        part = parts[rank].replace(" :", "\u00a0:").replace("« ", "«\u202f").replace(" »", "\u202f»")
        parts[rank] = part.replace(" ;", "\u202f;").replace(" ?", "\u202f?")
    return "`".join(parts)
