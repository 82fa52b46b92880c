"""The report assembled, and shown in three ways."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest

from project import AUJOURD_HUI
from unit.catalogues import RACINE, chargement_national
from unit.etats import dits, reglages
from vitrine.etat import constat, donnees, page, terminal
from vitrine.etat.rapport import Etat, assemble
from vitrine.etat.reglages import read_reglages
from vitrine.etat.trompeur import misleading
from vitrine.loading import Chargement
from vitrine.merging import TERRITOIRE

REGLEMENTE = "acces: {sans_diplome: non, reglemente: oui, resume: Avec un diplôme.}\n"


@pytest.fixture
def etat(tmp_path):
    """The state of a catalogue."""

    def made(catalogue) -> Etat:
        loaded = Chargement(catalogue)
        return assemble(loaded, loaded, reglages(), tmp_path / "glossaire.md")

    return made


@cache
def etat_national() -> Etat:
    found, _ = read_reglages(RACINE.dossier)
    assert found
    loaded = chargement_national()
    return assemble(loaded, loaded, found, RACINE.dossier / "docs" / "glossaire.md")


def test_a_published_sheet_misleads_and_its_draft_is_only_told(fiche, catalogue, etat):
    site = catalogue(fiche("metiers", "publie", REGLEMENTE), fiche("metiers", "brouillon", REGLEMENTE + "statut: brouillon\n"))
    assert [problem.fichier for problem in misleading(site, reglages())] == ["metiers/publie.yml"]
    found = [one for one in etat(site).constats if one.regle == "droit-sans-texte"]
    assert [(one.slug, one.gravite.value) for one in found] == [("publie", "trompeur"), ("brouillon", "à améliorer")]


def test_a_platform_answers_for_its_own_sheets_only(fiche, catalogue, etat):
    national, own = fiche("metiers", "nationale", REGLEMENTE), fiche("metiers", "sienne", REGLEMENTE, TERRITOIRE)
    site = catalogue(national, own, plateforme=fiche("plateformes", "ain", origine=TERRITOIRE))
    found = etat(site)
    assert (found.site, found.fiches) == ("ain", {"metiers": 1, "plateformes": 1})
    assert [one.fiche for one in found.trompeurs] == ["metiers/sienne"]


def test_a_site_that_says_it_is_invented_misleads_nobody(fiche, catalogue, etat):
    own = fiche("metiers", "sienne", REGLEMENTE, TERRITOIRE)
    site = catalogue(own, plateforme=fiche("plateformes", "ain", "fictif: oui\n", TERRITOIRE))
    assert misleading(site, reglages()) == []
    assert etat(site).trompeurs == []


def test_the_sheets_to_take_up_first_are_the_worst(fiche, catalogue, etat):
    one, two = fiche("metiers", "a"), fiche("metiers", "b", REGLEMENTE)
    worst = etat(catalogue(one, two)).worst()
    assert [name for name, _, _ in worst] == ["metiers/b", "metiers/a"]
    assert worst[0][1] == 1


def test_an_empty_site_has_a_state(catalogue, etat):
    found = etat(catalogue())
    assert found.constats == ()
    assert terminal.as_text(found) == (
        "État du contenu (national) au 22 novembre 2026\u00a0: aucune fiche.\nTrompeur\u00a0: 0. À améliorer\u00a0: 0."
    )
    assert "<h1>" in page.as_html(found)


def test_the_terminal_gives_what_misleads_in_full_and_counts_the_rest(fiche, catalogue, etat):
    text = terminal.as_text(etat(catalogue(fiche("metiers", "aide", REGLEMENTE))))
    assert "TROMPEUR, à corriger avant de publier\nmetiers/aide.yml:1:28  acces.reglemente" in text
    assert "  Métier sans formation\u00a0: 1 (1 fiche)\n" in text
    assert "  metiers/aide\u00a0: 1 trompeur, 2 à améliorer\n" in text


def test_what_a_sheet_says_cannot_command_the_terminal():
    assert terminal.printable_lines("a\x1b[2J\nb") == "a<U+001B>[2J\nb"


def test_the_keys_of_the_json_are_stable(fiche, catalogue, etat):
    data = json.loads(donnees.as_json(etat(catalogue(fiche("metiers", "aide", REGLEMENTE)))))
    assert list(data) == [
        "version", "site", "jour", "fiches", "totaux", "regles", "completude", "lisibilite", "traductions", "constats",
    ]  # fmt: skip
    assert (data["version"], data["jour"], data["totaux"]) == (1, "2026-11-22", {"trompeur": 1, "a_ameliorer": 2})
    assert data["constats"][0] == {
        "gravite": "trompeur", "theme": "sources", "regle": "droit-sans-texte", "fiche": "metiers/aide",
        "fichier": "metiers/aide.yml", "ligne": 1, "colonne": 28, "champ": "acces.reglemente",
        "message": "aucun texte de droit ni fiche France compétences dans sources\u00a0: métier réglementé.",
        "remede": "Ajoutez la source où vous l'avez lu.",
    }  # fmt: skip


def test_the_page_runs_nothing_and_escapes_what_sheets_say(fiche, catalogue, etat):
    found = etat(catalogue(fiche("metiers", "aide", REGLEMENTE)))
    problem = replace(found.constats[0].probleme, message="<script>alert(1)</script>")
    html = page.as_html(replace(found, constats=(replace(found.constats[0], probleme=problem),)))
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert 'src="' not in html and "http" not in html
    assert "noindex" in html


def test_every_rule_belongs_to_a_theme_and_its_code_is_an_identifier():
    assert {rule.theme for rule in constat.REGLES.values()} == constat.THEMES.keys()
    assert all(code.replace("-", "").isalpha() and code.isascii() for code in constat.REGLES)


def test_the_real_data_mislead_nobody():
    assert [str(one.probleme) for one in etat_national().trompeurs] == []


def test_the_real_data_are_shown_in_every_way():
    found = etat_national()
    assert found.jour == AUJOURD_HUI
    assert found.fiches["metiers"] >= 12
    assert len(found.lisibilite) >= found.fiches["metiers"]
    assert {one.genre for one in found.completude} >= {"metiers", "formations"}
    assert {regle for regle, _, _ in dits(found.constats)} <= constat.REGLES.keys()
    assert terminal.as_text(found)
    assert json.loads(donnees.as_json(found))
    assert page.as_html(found).count("<h1>") == 1


def test_every_link_between_national_sheets_leads_somewhere_and_back():
    assert [(one.regle, one.fiche, one.probleme.message) for one in etat_national().constats if one.theme == "liens"] == []
