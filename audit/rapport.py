"""The report of the audit: in French, dated, with its figures; a platform can attach it to its statement."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from journal import Journal
from parties import Partie, every_part
from sortes import Sorte

from project import PROJET, find_chromium
from vitrine.formatting import long_date
from vitrine.problems import plural

Vue = dict[str, Any]
Reponses = dict[Partie, dict[str, Any]]
"""The parts that were looked at, with what was kept of each."""

GENRES = {
    "repos": ("axe dans Chromium, pages au repos", "1 134 éléments fautifs sur 40 pages, aucune page sans faute"),
    "etats": ("axe dans Chromium, parties ouvertes : menu, langues, recherche, filtre, comparaison, quiz", "non mesuré"),
    "entete": ("axe dans Chromium, menu, langues et recherche ouverts sur chaque sorte de page", "non mesuré"),
    "sans-script": ("axe dans Chromium, pages sans leurs scripts", "non mesuré"),
    "firefox": ("axe dans Firefox, pages au repos", "non mesuré"),
    "pa11y": ("pa11y, WCAG2AA", "416 erreurs, 0 page sur 39 sans faute"),
    "lighthouse": ("Lighthouse, téléphone", "Performance 96–99, Accessibilité 88–96, Bonnes pratiques 96, Référencement 91–92"),
}
"""Each kind of part: what it is, and the same question put to stock Material."""
SCORES = {
    "performance": "Performance",
    "accessibility": "Accessibilité",
    "best-practices": "Bonnes pratiques",
    "seo": "Référencement",
}
GOALS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
RAISONS = {
    "color-contrast bgOverlap": "un en-tête sur plusieurs lignes d’un tableau, un numéro de carte, un texte sous une liste ouverte",
    "color-contrast elmPartiallyObscuring": "un texte dont les lignes ont, sous un fond opaque, des blocs différents",
    "scrollable-region-focusable": "la liste d’un champ, qui se fait défiler par les flèches du clavier",
    "color-contrast elmPartiallyObscured": "les cases d’un tableau qui se fait défiler de droite à gauche",
    "color-contrast imgNode": "le numéro d’un département sur la carte, que Firefox voit posé sur le dessin entier",
    "color-contrast emptyValue": "un champ vide sous une liste ouverte",
    "color-contrast shortTextContent": "un texte d’un seul signe sous une liste ouverte",
}
"""The doubts of axe that a measure settles: see tests/regard.js."""
HEAD = """# Audit d’accessibilité par des outils

Fait le {jour}, sur le site de démonstration et le site national, servis sur la machine même.

**Ce que ce rapport n’est pas.** Ce n’est pas un audit RGAA : un outil ne voit qu’une partie des critères. Il ne permet pas d’écrire
« conforme ». `vitrine rgaa VOTRE-PLATEFORME` dit, critère par critère, ce qui est prouvé et ce qu’une personne
doit encore regarder.
Vous pouvez joindre ce rapport à votre déclaration, comme l’un des outils employés.

| question | regardé | trouvé | Material sans nos gabarits |
|---|---|---|---|
"""
SCOPE = """
## Ce qui a été regardé

{manque}

{avance}

L’audit entier est fait ainsi :

- {sortes} : une page de chaque gabarit, en français, en anglais et en arabe. La liste est à la fin.
- « Au repos » et « parties ouvertes » : chaque langue × couleurs claires, sombres, contrastes forcés × 320, 640 et 1280 pixels.
  « Menu, langues et recherche sur chaque page » et Firefox : chaque langue × chaque jeu de couleurs, une largeur à tour de rôle.
  Sans scripts : chaque langue, couleurs claires, 320 pixels. pa11y : chaque langue, 1280 pixels.
- Toutes les règles d’axe sont actives, bonnes pratiques comprises. Aucun élément n’est exclu. La liste d’exceptions de pa11y
  est vide.
- Lighthouse : {lighthouse} pages du site national publié, servi par nginx (HTTP, comprimé d’avance), réglages d’un téléphone
  (ralentissement simulé), trois mesures par page,
  la médiane gardée. Charge de la machine pendant ces mesures : {charge} (2 cœurs).
- Outils : {outils}.
"""
DOUBTS = """
## Ce dont axe doute

Un doute est ce qu’axe ne sait pas juger seul. Un doute qui n’est pas réglé compte comme une faute. Un doute est réglé quand
le contraste de chaque ligne, mesuré sur le premier fond opaque, suffit ; ou quand la ligne est cachée sous une liste que l’on
vient d’ouvrir : axe la juge alors liste fermée, dans une autre vue ; ou sous la barre de boutons de la page à projeter, d’où elle
sort quand on fait défiler ; ou quand les flèches d’un champ font défiler sa liste.

{doutes}

En contrastes forcés, Chromium peint le texte dans la couleur du système, mais annonce encore celle de nos feuilles de style
(`-webkit-text-fill-color`). L’audit donne à axe la couleur peinte ; un test le vérifie sur les points de l’écran.
"""
TAIL = """
## Comparer

La dernière colonne vient d’une mesure du 22 novembre 2026 sur un site d’essai fait avec Material 9.8.1 tel qu’il est livré
(13 pages en trois langues, axe à 320 et 1280 pixels, clair et sombre) : ce ne sont pas les mêmes pages, l’ordre de
grandeur seul compte.

Pour refaire cet audit : `make audit`. Coupé, il reprend où il en était (`build/audit/`) tant que les sites n’ont pas changé.
"""


def write_report(file: Path, day: date, journal: Journal, sortes: list[Sorte]) -> int:
    """Write what was looked at; 1 if there is something to mend or something left to look at."""
    answers = {part: told for part in every_part() if (told := journal.read(part)) is not None}
    table = "\n".join(row(genre, answers) for genre in GENRES)
    body = HEAD.format(jour=long_date(day, "fr")) + table + "\n" + scope(answers, sortes) + details(answers) + TAIL + listed(sortes)
    file.write_text(typography(body), encoding="utf-8")
    return 1 if faults(answers) or missing(answers) else 0


def views(answers: Reponses, *genres: str) -> list[tuple[Partie, Vue]]:
    """Every view of some kinds of parts."""
    return [(part, view) for part, told in answers.items() if part.genre in genres for view in told["vues"]]


def row(genre: str, answers: Reponses) -> str:
    """One line of the table."""
    title, stock = GENRES[genre]
    seen = views(answers, genre)
    found = len([line for _, view in seen for line in (*view["violations"], *view.get("doubts", ()))])
    settled = len([line for _, view in seen for line in view.get("known", ())])
    told = plural(found, "faute") + (f", {plural(settled, 'doute')} réglé{'s' * (settled > 1)}" * bool(settled))
    if genre == "lighthouse" and seen:
        told = ", ".join(span(key, [view["scores"][key] for _, view in seen]) for key in SCORES)
    looked = plural(len(seen), "page" if genre in ("pa11y", "lighthouse") else "vue")
    return "| " + " | ".join((title, looked if seen else "rien", told if seen else "**pas de mesure**", stock)) + " |"


def span(key: str, scores: list[int]) -> str:
    """The lowest and the highest of a score."""
    low, high = min(scores), max(scores)
    return f"{SCORES[key]} {low}" + (f"–{high}" if low != high else "")


def scope(answers: Reponses, sortes: list[Sorte]) -> str:
    """What was really looked at, with which tools."""
    speeds = [load for part, told in answers.items() if part.genre == "lighthouse" for load in told["charge"]]
    versions = json.loads((PROJET / "audit/package.json").read_text("utf-8"))["dependencies"]
    tools = [version(find_chromium()), version(shutil.which("firefox-esr") or shutil.which("firefox"))]
    tools += [f"{name} {versions[name]}" for name in ("axe-core", "pa11y", "lighthouse")]
    absent = missing(answers)
    done = f"Les {len(every_part())} parties de l’audit ont été faites en entier."
    left = f"**Audit incomplet.** {plural(len(absent), 'partie')} sur {len(every_part())} à faire encore. Rien n’en est déduit."
    return SCOPE.format(
        sortes=plural(len(sortes), "page"), lighthouse=len(views(answers, "lighthouse")), outils=", ".join(filter(None, tools)),
        charge=" à ".join(f"{load:.1f}".replace(".", ",") for load in speeds) or "pas de mesure", manque=left if absent else done,
        avance="\n".join(progress(genre, answers) for genre in GENRES),
    )  # fmt: skip


def progress(genre: str, answers: Reponses) -> str:
    """How far one kind of part has come; the views that are done, or those that are not if they are fewer."""
    parts = [part for part in every_part() if part.genre == genre]
    done, left = [part for part in parts if part in answers], [part for part in parts if part not in answers]
    few, word = (done, "seulement") if len(done) <= len(left) else (left, "sauf")
    told = f" ({word} {' ; '.join(f'{part.langue} {part.couleurs} {part.largeur}' for part in few)})" if done and left else ""
    return f"- {GENRES[genre][0]} : {plural(len(done), 'partie')} sur {len(parts)}{told}."


def version(browser: str | None) -> str:
    """What a browser says of itself."""
    told = subprocess.run([browser, "--version"], capture_output=True, text=True, check=False).stdout if browser else ""
    return " ".join(told.removeprefix("Mozilla ").split()[:2])


def missing(answers: Reponses) -> list[str]:
    """The parts that were not looked at."""
    return [part.nom for part in every_part() if part not in answers]


def details(answers: Reponses) -> str:
    """Every fault; each reason to doubt; the figures of each page for Lighthouse."""
    settled = Counter(" ".join(line.split()[:2]) for _, view in views(answers, *GENRES) for line in view.get("known", ()))
    told = [f"- {RAISONS[reason]} (`{reason}`), {count} fois." for reason, count in sorted(settled.items())]
    lines = [f"- `{line}`" for line in faults(answers)] or ["Aucune."]
    return "\n## Fautes\n\n" + "\n".join(lines) + "\n" + DOUBTS.format(doutes="\n".join(told) or "Aucun.") + speeds(answers)


def speeds(answers: Reponses) -> str:
    """Lighthouse, page by page."""
    lines = [
        "\n## Lighthouse, page par page\n",
        "| page | " + " | ".join(SCORES.values()) + " | plus basse performance | plus grand affichage | décalage |",
    ]
    lines.append("|---" * (len(SCORES) + 4) + "|")
    for _, view in views(answers, "lighthouse"):
        figures = [
            *(str(view["scores"][key]) for key in SCORES),
            str(view["lowest"]),
            f"{view['lcp'] / 1000:.1f} s",
            f"{view['cls']:.2f}",
        ]
        lines.append(f"| `{view['page']}` | " + " | ".join(figures).replace(".", ",") + " |")
    return "\n".join(lines) + "\n" if len(lines) > 3 else ""


def faults(answers: Reponses) -> list[str]:
    """Everything that must be mended, the same line once with the number of its views."""
    found: Counter[str] = Counter()
    for part, view in views(answers, *GENRES):
        where = f"{view['page']} {view.get('etat', '')}".strip()
        found.update(f"{part.genre} {where} : {line}" for line in (*view["violations"], *view.get("doubts", ())))
        found.update(f"lighthouse {where} : {key} {view['scores'][key]}" for key in low(view))
    return [" ".join(line.replace("`", "'").split()) + f" ({count} fois)" * (count > 1) for line, count in found.items()]


def low(view: Vue) -> Iterable[str]:
    """The scores of Lighthouse that are below what we aim at."""
    return [key for key, goal in GOALS.items() if view.get("scores", {}).get(key, goal) < goal]


def listed(sortes: list[Sorte]) -> str:
    """The pages, by site."""
    sites = {site: ", ".join(f"`/{address}`" for name, address in sortes if name == site) for site in dict(sortes)}
    return "\n## Pages regardées\n\n" + "\n\n".join(f"Site « {site} » : {pages}." for site, pages in sites.items()) + "\n"


def typography(text: str) -> str:
    """No-break spaces where French wants them, outside of code."""
    parts = text.split("`")
    for rank in range(0, len(parts), 2):
        part = parts[rank].replace(" :", "\u00a0:").replace("« ", "«\u202f").replace(" »", "\u202f»")
        parts[rank] = part.replace(" ;", "\u202f;").replace(" ?", "\u202f?")
    return "`".join(parts)
