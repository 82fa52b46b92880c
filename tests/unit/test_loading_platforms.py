"""One platform upon the national catalogue: what it adds, what it may not do, whom its faults stop."""

from __future__ import annotations

import copy

import pytest

from unit.minimales import minimal, said
from vitrine.loading import load_national, load_platform

PLATEFORME = minimal("plateformes").donnees
METIER = minimal("metiers").donnees


@pytest.fixture
def ain(fichier):
    """A platform of its own folder, that nobody lists."""
    fichier("plateformes/ain/plateforme.yml", PLATEFORME)
    return "ain"


def test_a_platform_adds_to_the_national_catalogue(national, dossier, fichier, ain):
    fichier("plateformes/ain/data/metiers/passeur.yml", {**METIER, "masculin": "Passeur", "proches": "aide-a-domicile"})
    chargement = load_platform(national, dossier, ain)
    metiers = chargement.catalogue.metiers
    assert {slug: fiche.origine for slug, fiche in metiers.items()} == {"aide-a-domicile": "national", "passeur": "territoire"}
    assert (chargement.catalogue.plateforme.fr.territoire, chargement.fichiers_lus, chargement.publiable) == ("Exemple", 2, True)


def test_a_platform_completes_a_national_record(national, dossier, fichier, ain):
    fichier("plateformes/ain/data/metiers/aide-a-domicile.yml", {"complete": "national", "accroche": "Dans l’Ain."})
    aide = load_platform(national, dossier, ain).catalogue.metiers["aide-a-domicile"]
    assert (aide.fr.accroche, aide.fr.famille) == ("Dans l’Ain.", "domicile")
    assert (aide.origine, aide.completes) == ("completee", {"accroche"})


def test_a_platform_is_not_told_that_a_national_translation_is_behind_its_own_text(dossier, fichier, ain):
    fichier("data/formations/deaes.yml", minimal("formations").donnees)
    fichier("data/formations/deaes.en.yml", {"empreinte": "0badf00d", "intitule": "Diploma", "accroche": "You learn."})
    fichier("plateformes/ain/data/formations/deaes.yml", {"complete": "national", "cout": "Gratuit."})
    chargement = load_platform(load_national(dossier), dossier, ain)
    assert [line for line in said(chargement) if "data/formations" in line] == []
    assert chargement.catalogue.formations["deaes"].dans("en").intitule == "Diplôme d’État d’accompagnant éducatif et social"


def test_a_fault_in_a_completed_field_is_at_the_platforms_line(national, dossier, fichier, ain):
    text = "complete: national\nacces:\n  sans_diplome: oui\n  reglemente: non\n"
    fichier("plateformes/ain/data/metiers/aide-a-domicile.yml", text)
    assert said(load_platform(national, dossier, ain))[0] == (
        "plateformes/ain/data/metiers/aide-a-domicile.yml:2:1  acces.resume\u00a0: champ obligatoire absent."
    )


def test_a_national_translation_that_no_longer_fits_a_completed_record_gives_way_to_french(dossier, fichier, ain):
    moment = {"heure": "9:00", "geste": "Arriver"}
    fichier("data/metiers/aide.yml", {**METIER, "journee": [dict(moment), dict(moment)]})
    texts = {"feminin": "Helper", "masculin": "Helper", "accroche": "You help.", "acces": {"resume": "No diploma."}}
    fichier("data/metiers/aide.en.yml", {**texts, "journee": [{"geste": "Arrive"}, {"geste": "Leave"}]})
    fichier("plateformes/ain/data/metiers/aide.yml", {"complete": "national", "journee": [moment]})
    national = load_national(dossier)
    chargement = load_platform(national, dossier, ain)
    assert [line for line in said(chargement) if "metiers" in line] == []
    assert [loaded.catalogue.metiers["aide"].langue("en") for loaded in (national, chargement)] == ["en", "fr"]


def test_a_platform_is_not_told_of_doubts_about_national_texts(dossier, fichier, ain):
    fichier("data/metiers/aide.yml", {**METIER, "missions": ["**Aider**"]})
    fichier("plateformes/ain/data/metiers/aide.yml", {"complete": "national", "plus": ["**Rouler**"]})
    national = load_national(dossier)
    told = [[line for line in said(loaded) if "gras" in line] for loaded in (national, load_platform(national, dossier, ain))]
    assert [[line.partition(":")[0] for line in lines] for lines in told] == [
        ["data/metiers/aide.yml"],
        ["plateformes/ain/data/metiers/aide.yml"],
    ]


def test_a_platform_is_told_of_its_own_translations(national, dossier, fichier, ain):
    fichier("plateformes/ain/plateforme.en.yml", {"departements": "61", "nom": "x"})
    fichier("plateformes/ain/data/metiers/aide-a-domicile.en.yml", {"feminin": "Helper"})
    told = said(load_platform(national, dossier, ain))
    assert "plateformes/ain/plateforme.en.yml:1:1  departements\u00a0: ce champ ne se traduit pas." in told
    start = "plateformes/ain/data/metiers/aide-a-domicile.en.yml  (avertissement) "
    assert f"{start}accroche\u00a0: non traduit\u00a0: la page s'affiche en français." in told


def test_a_fault_of_the_completed_french_is_told_even_when_its_line_is_national(national, dossier, fichier, ain):
    fichier("plateformes/ain/data/metiers/aide-a-domicile.yml", {"complete": "national", "sources": []})
    chargement = load_platform(national, dossier, ain)
    assert said(chargement)[0] == "data/metiers/aide-a-domicile.yml:9:1  statut\u00a0: fiche relue sans source."
    assert not chargement.publiable


def test_rules_are_applied_to_a_platforms_own_records_even_beside_a_faulty_platform_file(national, dossier, fichier):
    fichier("plateformes/ain/plateforme.yml", {**PLATEFORME, "departements": "999"})
    fichier("plateformes/ain/data/metiers/passeur.yml", {**METIER, "masculin": "Passeur", "sources": []})
    assert said(load_platform(national, dossier, "ain")) == [
        "plateformes/ain/plateforme.yml:2:1  departements[1]\u00a0: «\u00a0999\u00a0» n'est pas un code connu (departements).",
        "plateformes/ain/data/metiers/passeur.yml:9:1  statut\u00a0: fiche relue sans source.",
    ]


def test_the_same_slug_without_complete_is_refused_and_the_national_record_stays(national, dossier, fichier, ain):
    fichier("plateformes/ain/data/metiers/aide-a-domicile.yml", METIER)
    chargement = load_platform(national, dossier, ain)
    assert said(chargement)[0] == (
        "plateformes/ain/data/metiers/aide-a-domicile.yml:1:1  la fiche nationale «\u00a0aide-a-domicile\u00a0» existe déjà."
    )
    assert chargement.catalogue.metiers["aide-a-domicile"] is national.catalogue.metiers["aide-a-domicile"]
    assert not chargement.publiable


def test_a_fault_of_a_platform_does_not_touch_the_national_catalogue(national, dossier, fichier, ain):
    before = copy.deepcopy((national.catalogue, national.problemes, national.lot, national.contexte))
    fichier("plateformes/ain/data/metiers/aide-a-domicile.yml", {"complete": "national", "famille": "inconnue", "x": "y"})
    fichier("plateformes/ain/data/formations/faux.yml", "- liste")
    assert not load_platform(national, dossier, ain).publiable
    assert (national.catalogue, national.problemes, national.lot, national.contexte) == before


def test_a_fault_of_one_platform_does_not_touch_another(national, dossier, fichier, ain):
    fichier("plateformes/lot/plateforme.yml", {**PLATEFORME, "departements": "999"})
    assert not load_platform(national, dossier, "lot").publiable
    assert load_platform(national, dossier, ain).publiable


def test_a_platform_of_the_national_directory_says_complete(national, dossier, fichier):
    fichier("plateformes/orne/plateforme.yml", {"complete": "national", "nom_public": "Go Sens"})
    plateforme = load_platform(national, dossier, "orne").catalogue.plateforme.fr
    assert (plateforme.nom_public, plateforme.nom) == ("Go Sens", PLATEFORME["nom"])


def test_a_platform_replaces_whole_blocks_of_the_national_directory(national, dossier, fichier):
    fichier("plateformes/orne/plateforme.yml", {"complete": "national", "mentions": {"editeur": "Orne"}})
    mentions = load_platform(national, dossier, "orne").catalogue.plateforme.fr.mentions
    assert (mentions.editeur, mentions.adresse) == ("Orne", None)


def test_a_platform_of_the_national_directory_must_say_complete(national, dossier, fichier):
    fichier("plateformes/orne/plateforme.yml", PLATEFORME)
    assert [str(problem) for problem in load_platform(national, dossier, "orne").problemes] == [
        "plateformes/orne/plateforme.yml:1:1  cette plateforme est dans l'annuaire national.\n"
        "    Commencez le fichier par complete: national."
    ]


def test_a_platform_that_nobody_lists_has_nothing_to_complete(national, dossier, fichier):
    fichier("plateformes/ain/plateforme.yml", {**PLATEFORME, "complete": "national"})
    assert [str(problem) for problem in load_platform(national, dossier, "ain").problemes] == [
        "plateformes/ain/plateforme.yml:5:1  complete\u00a0: aucune plateforme de ce nom dans l'annuaire national.\n"
        "    Retirez complete: national."
    ]


def test_a_platform_is_translated_like_a_record(national, dossier, fichier, ain):
    fichier("plateformes/ain/plateforme.en.yml", {"nom": "Care jobs in Exemple", "territoire": "Exemple"})
    plateforme = load_platform(national, dossier, ain).catalogue.plateforme
    assert (plateforme.dans("en").nom, plateforme.langue("ar")) == ("Care jobs in Exemple", "fr")


def test_a_folder_without_its_platform_file_is_told_whatever_else_is_wrong(national, dossier, fichier):
    fichier("plateformes/ain/data/inconnu/x.yml", "a: b\n")
    assert [str(problem) for problem in load_platform(national, dossier, "ain").problemes][1:] == [
        "plateformes/ain/plateforme.yml  fichier absent.\n    Il décrit la plateforme\u00a0: créez-le."
    ]


def test_a_platform_file_that_cannot_be_read_is_told_once(national, dossier, fichier):
    fichier("plateformes/ain/plateforme.yml", "nom: 'Ain\n")
    assert [line.partition("  ")[2] for line in said(load_platform(national, dossier, "ain"))] == [
        "nom\u00a0: guillemet ouvert jamais fermé."
    ]


@pytest.mark.parametrize(
    ("slug", "told"),
    [
        ("ain", "plateformes/ain  plateforme inconnue.\n    Créez-la\u00a0: vitrine new plateforme ain."),
        ("../ain", "plateformes/../ain  nom de plateforme non admis.\n    Lettres minuscules sans accent, chiffres, tirets."),
        ("assets", "plateformes/assets  nom de plateforme non admis.\n    Lettres minuscules sans accent, chiffres, tirets."),
    ],
    ids=["unknown", "outside", "reserved"],
)
def test_a_platform_that_has_no_folder_is_told(national, dossier, slug, told):
    assert [str(problem) for problem in load_platform(national, dossier, slug).problemes] == [told]


def test_a_linked_folder_is_not_a_platform(national, dossier, fichier, ain):
    (dossier.plateformes / "lien").symlink_to(dossier.plateformes / ain)
    assert said(load_platform(national, dossier, "lien")) == ["plateformes/lien  plateforme inconnue."]


def test_platforms_are_the_folders_in_order(dossier, fichier):
    assert dossier.slugs() == []
    for name in ("orne", "ain", ".cache"):
        fichier(f"plateformes/{name}/plateforme.yml", PLATEFORME)
    fichier("plateformes/lisezmoi.yml", "a: b\n")
    assert dossier.slugs() == ["ain", "orne"]
