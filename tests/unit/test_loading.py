"""From folders to a catalogue: the national folder once, then each platform upon it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timezone

import pytest

from unit.minimales import minimal, said
from vitrine.catalogue import Catalogue
from vitrine.loading import build_day, load_national
from vitrine.model.kinds import GENRES, Programme

METIER = minimal("metiers").donnees


def test_the_national_folder_becomes_a_catalogue(national):
    catalogue = national.catalogue
    slugs = [list(records) for records in (catalogue.metiers, catalogue.formations, catalogue.annuaire)]
    assert slugs == [["aide-a-domicile"], ["deaes"], ["orne"]]
    assert (catalogue.textes, catalogue.plateforme, catalogue.aujourd_hui) == ({"fr": {"menu": "Menu"}}, None, date(2026, 11, 22))
    assert catalogue.terme("statuts", "relu").libelle == "Relu"
    assert (national.problemes, national.publiable) == ([], True)


def test_every_file_read_is_counted(national, racine):
    assert national.fichiers_lus == sum(1 for _ in racine.data.rglob("*.yml"))


def test_an_empty_folder_is_an_empty_catalogue(dossier):
    chargement = load_national(dossier)
    assert (chargement.problemes, chargement.fichiers_lus, list(chargement.catalogue.every())) == ([], 0, [])
    assert chargement.catalogue.programme == Programme()


def test_a_translation_is_read_beside_its_record(dossier, fichier):
    fichier("data/metiers/aide.yml", METIER)
    texts = {"feminin": "Helper", "masculin": "Helper", "accroche": "You help.", "acces": {"resume": "No diploma."}}
    fichier("data/metiers/aide.en.yml", texts)
    aide = load_national(dossier).catalogue.metiers["aide"]
    assert (aide.dans("en").feminin, aide.dans("en").famille) == ("Helper", "domicile")
    assert (aide.langue("en"), aide.langue("ar"), aide.dans("ar"), aide.perimees) == ("en", "fr", aide.fr, frozenset())


def test_a_stale_translation_is_shown_and_marked(dossier, fichier):
    fichier("data/formations/deaes.yml", minimal("formations").donnees)
    fichier("data/formations/deaes.en.yml", {"empreinte": "0badf00d", "intitule": "Diploma", "accroche": "You learn."})
    chargement = load_national(dossier)
    deaes = chargement.catalogue.formations["deaes"]
    assert (deaes.perimees, deaes.dans("en").intitule, chargement.publiable) == ({"en"}, "Diploma", True)


def test_a_translation_without_its_record_is_told(dossier, fichier):
    fichier("data/metiers/aide.en.yml", {"feminin": "Helper"})
    told = "data/metiers/aide.en.yml  traduction d'une fiche qui n'existe pas.\n    Ajoutez la fiche en français."
    assert [str(problem) for problem in load_national(dossier).problemes] == [told]


def test_a_faulty_record_is_told_and_the_others_are_read(dossier, fichier):
    fichier("data/metiers/aide.yml", METIER)
    fichier("data/metiers/faux.yml", {**METIER, "acces": "libre"})
    chargement = load_national(dossier)
    assert (said(chargement), list(chargement.catalogue.metiers)) == (
        ["data/metiers/faux.yml:5:1  acces\u00a0: un bloc de champs est attendu."],
        ["aide"],
    )
    assert not chargement.publiable


def test_records_point_at_each_other_whatever_their_order(dossier, fichier):
    fichier("data/metiers/aide.yml", {**METIER, "proches": ["voisin", "inconnu"]})
    fichier("data/metiers/voisin.yml", {**METIER, "masculin": "Voisin"})
    told = "data/metiers/aide.yml:15:3  proches[2]\u00a0: «\u00a0inconnu\u00a0» n'existe pas dans metiers."
    assert said(load_national(dossier)) == [told]


def test_rules_are_applied_to_national_records(dossier, fichier):
    fichier("data/metiers/aide.yml", {**METIER, "sources": []})
    assert said(load_national(dossier)) == ["data/metiers/aide.yml:9:1  statut\u00a0: fiche relue sans source."]


def test_the_programme_is_read_when_there_is_one(dossier, fichier):
    source = {"titre": "Rapport", "date": "2023"}
    fichier("data/programme.yml", {"genese": [{"date": "2021-10", "texte": "Vingt projets.", "source": source}]})
    chargement = load_national(dossier)
    assert ([step.date for step in chargement.catalogue.programme.genese], chargement.fichiers_lus) == (["2021-10"], 1)


def test_a_faulty_programme_is_told(dossier, fichier):
    fichier("data/programme.yml", "genèse: []\n")
    chargement = load_national(dossier)
    assert said(chargement) == ["data/programme.yml:1:1  genèse\u00a0: champ inconnu."]
    assert chargement.catalogue.programme == Programme()


@pytest.mark.parametrize(("epoch", "day"), [("0", "1970-01-01"), ("1795305599", "2026-11-21"), ("1795305600", "2026-11-22")])
def test_the_day_of_a_build_can_be_repeated(monkeypatch, epoch, day):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert build_day().isoformat() == day


def test_the_day_of_a_build_is_today_in_utc(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = datetime.now(timezone.utc).date()
    assert before <= build_day() <= datetime.now(timezone.utc).date()


@pytest.mark.parametrize("genre", GENRES)
def test_a_catalogue_names_its_kinds(fiche, catalogue, genre):
    one = fiche(genre, "x")
    assert getattr(catalogue(one), "evenements" if genre == "agenda" else genre) == {"x": one}


def test_every_record_comes_once_the_platform_last(fiche, catalogue):
    records = [fiche("metiers", "a"), fiche("contacts", "b")]
    site, listed = fiche("plateformes", "ain"), fiche("plateformes", "orne")
    whole = replace(catalogue(*records, plateforme=site), annuaire={"orne": listed})
    assert list(whole.every()) == [*records, listed, site]


def test_a_code_that_has_gone_is_shown_as_it_is():
    assert Catalogue().terme("familles", "disparue").libelle == "disparue"
