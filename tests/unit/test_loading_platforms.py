"""One platform upon the national catalogue: what it adds, what it may not do, whom its faults stop."""

from __future__ import annotations

import pytest

from unit.minimales import minimal, said
from vitrine.empreintes import of_fields
from vitrine.loading import load_national
from vitrine.loading_platform import load_platform
from vitrine.model.francais import Francais

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
    assert [line for line in said(chargement) if "deaes.en" in line] == []
    english = chargement.catalogue.formations["deaes"].dans("en")
    assert (english.intitule, english.cout, isinstance(english.cout, Francais)) == ("Diploma", "Gratuit.", True)


def test_a_fault_in_a_completed_field_is_at_the_platforms_line(national, dossier, fichier, ain):
    text = "complete: national\nacces:\n  sans_diplome: oui\n  reglemente: non\n"
    fichier("plateformes/ain/data/metiers/aide-a-domicile.yml", text)
    assert said(load_platform(national, dossier, ain))[1] == (
        "plateformes/ain/data/metiers/aide-a-domicile.yml:2:1  acces.resume\u00a0: champ obligatoire absent."
    )


@pytest.fixture
def traduite(dossier, fichier):
    """A national profession with its whole English translation."""
    moments = [{"heure": "9:00", "geste": "Arriver"}, {"heure": "10:00", "geste": "Aider"}]
    fichier("data/metiers/aide.yml", {**METIER, "journee": moments, "missions": ["Aider à manger"]})
    texts = {"feminin": "Helper", "masculin": "Helper", "accroche": "You help.", "acces": {"resume": "No diploma."}}
    english = {**texts, "journee": [{"geste": "Arrive"}, {"geste": "Help"}], "missions": ["Help with meals"], "empreinte": "0"}
    fichier("data/metiers/aide.en.yml", english)
    return load_national(dossier)


def test_a_completed_field_is_shown_in_french_in_a_translation_that_keeps_its_other_fields(traduite, dossier, fichier, ain):
    local = {"complete": "national", "missions": ["Aider à rouler"], "journee": [{"heure": "9:30", "geste": "Rouler"}]}
    fichier("plateformes/ain/data/metiers/aide.yml", local)
    aide = load_platform(traduite, dossier, ain).catalogue.metiers["aide"]
    english = aide.valeurs["en"]
    assert (english.accroche, english.missions, english.journee[0].geste) == ("You help.", ["Aider à rouler"], "Rouler")
    assert [isinstance(text, Francais) for text in (english.accroche, *english.missions, english.journee[0].geste)] == [
        False, True, True,
    ]  # fmt: skip
    assert not isinstance(aide.fr.missions[0], Francais)


def test_a_platform_may_translate_the_fields_it_completes(traduite, dossier, fichier, ain):
    fichier("plateformes/ain/data/metiers/aide.yml", {"complete": "national", "missions": ["Aider à rouler"]})
    fichier("plateformes/ain/data/metiers/aide.en.yml", {"complete": "national", "missions": ["Help on wheels"]})
    chargement = load_platform(traduite, dossier, ain)
    english = chargement.catalogue.metiers["aide"].valeurs["en"]
    assert (english.missions, english.accroche) == (["Help on wheels"], "You help.")
    assert not isinstance(english.missions[0], Francais)
    assert [line for line in said(chargement) if ".en.yml" in line] == []


def test_a_sheet_that_a_platform_renames_is_shown_in_french_until_its_name_is_translated(traduite, dossier, fichier, ain):
    fichier("plateformes/ain/data/metiers/aide.yml", {"complete": "national", "masculin": "Aidant"})
    assert load_platform(traduite, dossier, ain).catalogue.metiers["aide"].langue("en") == "fr"
    fichier("plateformes/ain/data/metiers/aide.en.yml", {"complete": "national", "masculin": "Carer"})
    assert load_platform(traduite, dossier, ain).catalogue.metiers["aide"].dans("en").masculin == "Carer"


def test_a_lone_translation_does_not_replace_the_national_one_in_silence(traduite, dossier, fichier, ain):
    fichier("plateformes/ain/data/metiers/aide.en.yml", {"missions": ["Help on wheels"]})
    chargement = load_platform(traduite, dossier, ain)
    assert said(chargement)[0] == "plateformes/ain/data/metiers/aide.en.yml:1:1  la traduction nationale existe déjà."
    assert not chargement.publiable
    assert chargement.catalogue.metiers["aide"].dans("en").missions == ["Help with meals"]


def test_a_translation_completes_nothing_where_the_national_sheet_has_none(traduite, dossier, fichier, ain):
    fichier("plateformes/ain/data/metiers/aide.ar.yml", {"complete": "national", "missions": ["x"]})
    assert said(load_platform(traduite, dossier, ain))[0] == (
        "plateformes/ain/data/metiers/aide.ar.yml:1:1  complete\u00a0: aucune traduction nationale à compléter."
    )


def test_the_translation_of_the_national_directory_is_merged(dossier, fichier):
    fichier("data/plateformes/orne.yml", PLATEFORME)
    fichier("data/plateformes/orne.en.yml", {"nom": "Care jobs in Orne", "territoire": "Orne"})
    fichier("plateformes/orne/plateforme.yml", {"complete": "national", "objectifs": ["Recruter"]})
    plateforme = load_platform(load_national(dossier), dossier, "orne").catalogue.plateforme
    assert (plateforme.dans("en").nom, plateforme.dans("en").objectifs) == ("Care jobs in Orne", ["Recruter"])
    assert isinstance(plateforme.dans("en").objectifs[0], Francais)


def test_a_change_of_the_national_text_under_a_completed_field_is_told_with_the_way_out(traduite, dossier, fichier, ain):
    local = {"complete": "national", "missions": ["Aider à rouler"], "plus": ["Rouler"]}
    empreintes = of_fields(traduite.lot.fiches["metiers"]["aide"]["fr"], ["missions", "plus"])
    fichier("plateformes/ain/data/metiers/aide.yml", {**local, "empreinte": empreintes})
    assert [line for line in said(load_platform(traduite, dossier, ain)) if "aide.yml" in line] == []
    fichier("data/metiers/aide.yml", {**METIER, "missions": ["Aider à tout"]})
    after = load_national(dossier)
    (told,) = [
        problem for problem in load_platform(after, dossier, ain).problemes if problem.fichier.endswith("ain/data/metiers/aide.yml")
    ]
    assert (told.champ, told.ligne, told.grave) == ("missions", 7, False)
    assert told.message == "la fiche nationale a changé sous ce champ complété."
    now = of_fields(after.lot.fiches["metiers"]["aide"]["fr"], ["missions"])["missions"]
    assert f"écrivez missions: {now} dans empreinte" in told.remede


def test_completed_fields_without_a_fingerprint_are_told_with_the_line_to_write(traduite, dossier, fichier, ain):
    fichier("plateformes/ain/data/metiers/aide.yml", {"complete": "national", "missions": ["Rouler"]})
    (told,) = [problem for problem in load_platform(traduite, dossier, ain).problemes if problem.champ == "empreinte"]
    line = told.remede.removeprefix("Écrivez ").removesuffix(".")
    fichier("plateformes/ain/data/metiers/aide.yml", f"complete: national\nmissions: [Rouler]\n{line}\n")
    assert [line for line in said(load_platform(traduite, dossier, ain)) if "metiers" in line] == []


def test_a_fingerprint_of_another_shape_is_refused(traduite, dossier, fichier, ain):
    fichier("plateformes/ain/data/metiers/aide.yml", {"complete": "national", "missions": ["Rouler"], "empreinte": "12345678"})
    chargement = load_platform(traduite, dossier, ain)
    assert said(chargement)[0] == ("plateformes/ain/data/metiers/aide.yml:4:1  empreinte\u00a0: un bloc de champs est attendu.")
    assert not chargement.publiable


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
    assert said(chargement)[1] == "data/metiers/aide-a-domicile.yml:9:1  statut\u00a0: fiche relue sans source."
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
    before = repr((national.catalogue, national.problemes, national.lot, national.contexte))
    fichier("plateformes/ain/data/metiers/aide-a-domicile.yml", {"complete": "national", "famille": "inconnue", "x": "y"})
    fichier("plateformes/ain/data/formations/faux.yml", "- liste")
    assert not load_platform(national, dossier, ain).publiable
    assert repr((national.catalogue, national.problemes, national.lot, national.contexte)) == before


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
