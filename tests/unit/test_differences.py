"""What a platform changes of the national content is shown verb by verb."""

from __future__ import annotations

import pytest

from unit.minimales import minimal
from vitrine.differences import compared, differences
from vitrine.loading import load_national
from vitrine.loading_platform import load_platform

PLATEFORME = minimal("plateformes").donnees


@pytest.fixture
def montre(dossier, fichier):
    """What is shown of a platform that adds, completes, masks and dresses."""

    def shown(**plateforme):
        fichier("data/metiers/aide.yml", {**minimal("metiers").donnees, "missions": ["Écouter", "Aider"]})
        fichier("plateformes/ain/plateforme.yml", {**PLATEFORME, **plateforme})
        national = load_national(dossier)
        return list(differences(load_platform(national, dossier, "ain"), national, dossier, "ain"))

    return shown


def test_a_platform_that_changes_nothing_only_has_its_name(montre):
    assert montre() == ["HABILLE", f"  nom\u00a0: {PLATEFORME['nom']}", ""]


def test_each_verb_is_shown_with_the_national_text_beside_the_platforms(montre, fichier):
    fichier("plateformes/ain/data/contacts/accueil.yml", minimal("contacts").donnees)
    fichier("plateformes/ain/data/metiers/aide.yml", {"complete": "national", "missions": ["Écouter", "Rouler"], "empreinte": {}})
    fichier("docs/ecole.md", "---\ntitle: École\n---\nTexte national.\n")
    fichier("plateformes/ain/docs/ecole.md", "---\ntitle: École\n---\nTexte du territoire.\n")
    fichier("plateformes/ain/docs/venir.md", "Venir.\n")
    shown = montre(masquer={"metiers": ["aide"]}, marque={"couleur": "#1d6f5a"})
    assert shown == [
        "AJOUTE",
        "  1 contact\u00a0: accueil",
        "  1 page\u00a0: venir.md",
        "",
        "COMPLÈTE",
        "  plateformes/ain/data/metiers/aide.yml",
        "    missions",
        "       - Écouter",
        "      -- Aider",
        "      +- Rouler",
        "  plateformes/ain/docs/ecole.md",
        "       ---",
        "      -Texte national.",
        "      +Texte du territoire.",
        "",
        "MASQUE",
        "  metiers\u00a0: aide",
        "",
        "HABILLE",
        f"  nom\u00a0: {PLATEFORME['nom']}",
        "  couleur\u00a0: #1d6f5a",
        "",
    ]


def test_a_hostile_text_does_not_command_the_terminal(montre, fichier):
    fichier("plateformes/ain/docs/venir.md", "x")
    fichier("plateformes/ain/docs/\x1b[31m.md", "x")
    assert all("\x1b" not in line for line in montre())


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        (None, "Nouveau", ["+Nouveau"]),
        ("a", "a", []),
        ({"niveau": "3"}, {"niveau": "4"}, ["-niveau: '3'", "+niveau: '4'"]),
        ("Un.\nDeux.", "Un.\nTrois.", [" Un.", "-Deux.", "+Trois."]),
    ],
    ids=["nothing before", "the same", "a block", "lines"],
)
def test_only_what_changes_is_shown(before, after, lines):
    assert list(compared(before, after)) == lines
