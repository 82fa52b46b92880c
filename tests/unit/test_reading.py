"""Names of files become addresses: what is refused, what is said, and what is read all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from unit.minimales import CAS, fill, minimal
from vitrine.loading_platform import load_platform
from vitrine.racine import Racine
from vitrine.reading import RESERVED, Lot, read_lot, read_one, slugged, split_name

FICHE = "masculin: Boulanger\n"
NAMES = {
    "capitals": ("BOULANGER.yml", "nom de fichier non admis : « BOULANGER ».", "Par exemple boulanger.yml."),
    "spaces": ("Copie de pain (1).yml", "nom de fichier non admis : « Copie de pain (1) ».", "Par exemple copie-de-pain-1.yml."),
    "accents": ("bœuf-salé.yml", "nom de fichier non admis : « bœuf-salé ».", "Par exemple boeuf-sale.yml."),
    "Turkish capital": ("İSTANBUL.yml", "nom de fichier non admis : « İSTANBUL ».", "Par exemple istanbul.yml."),
    "underscore": ("aide_soignant.yml", "nom de fichier non admis : « aide_soignant ».", "Par exemple aide-soignant.yml."),
    "double dash": ("a--b.yml", "nom de fichier non admis : « a--b ».", "Par exemple a-b.yml."),
    "first dash": ("-a.yml", "nom de fichier non admis : « -a ».", "Par exemple a.yml."),
    "no letter": ("---.yml", "nom de fichier non admis : « --- ».", "Par exemple nouvelle-fiche.yml."),
    "terminal sign": ("a\x1b[31m.yml", "nom de fichier non admis : « a<U+001B>[31m ».", "Par exemple a-31m.yml."),
    "line end": ("a\nb.yml", "nom de fichier non admis : « a<U+000A>b ».", "Par exemple a-b.yml."),
    "81 letters": ("a" * 81 + ".yml", f"nom de fichier non admis : « {'a' * 60} ».", f"Par exemple {'a' * 60}.yml."),
    "yaml": ("pain.yaml", "extension non admise : « .yaml ».", "Les fiches sont des fichiers .yml, par exemple pain.yml."),
    "YML": ("pain.YML", "extension non admise : « .YML ».", "Les fiches sont des fichiers .yml, par exemple pain.yml."),
    "text": ("Pain.yml.txt", "extension non admise : « .txt ».", "Les fiches sont des fichiers .yml, par exemple pain.yml."),
    "none": ("pain", "extension non admise : « pain ».", "Les fiches sont des fichiers .yml, par exemple pain.yml."),
    "unknown language": ("pain.xx.yml", "langue inconnue : « xx ».", "Langues admises : fr, en, ar."),
    "language in capitals": ("pain.EN.yml", "langue inconnue : « EN ».", "Langues admises : fr, en, ar."),
    "two languages": ("pain.en.ar.yml", "langue inconnue : « en.ar ».", "Langues admises : fr, en, ar."),
    "French suffix": ("pain.fr.yml", "nom de fichier non admis : « pain.fr.yml ».", "Par exemple pain.yml."),
    "two dots": ("pain..yml", "nom de fichier non admis : « pain..yml ».", "Par exemple pain.yml."),
}


def told(lot: Lot) -> list[str]:
    """What is told of a folder, with plain spaces."""
    return [str(problem).replace("\u00a0", " ") for problem in lot.problemes]


@pytest.fixture
def metiers(tmp_path) -> Path:
    """The folder of professions of a data folder."""
    (tmp_path / "metiers").mkdir()
    return tmp_path / "metiers"


@pytest.fixture
def lu(tmp_path):
    """That data folder as read."""
    return lambda **options: read_lot(tmp_path, "data", **options)


@pytest.mark.parametrize(("name", "fault", "remede"), NAMES.values(), ids=NAMES)
def test_a_name_that_cannot_be_an_address_is_told_with_one_that_can(metiers, lu, name, fault, remede):
    fill(metiers / name, FICHE)
    lot = lu()
    shown = name.replace("\x1b", "<U+001B>").replace("\n", "<U+000A>")
    assert told(lot) == [f"data/metiers/{shown}  {fault}\n    {remede}"]
    assert (lot.fiches, lot.fichiers_lus) == ({"metiers": {}}, 0)


def test_two_names_that_differ_by_case_only_are_told_at_the_one_in_capitals(metiers, lu):
    fill(metiers / "boulanger.yml", FICHE)
    fill(metiers / "Boulanger.yml", FICHE)
    lot = lu()
    assert told(lot) == [
        "data/metiers/Boulanger.yml  même adresse que boulanger.yml à la casse près.\n"
        "    Minuscules seulement : gardez un seul des deux fichiers."
    ]
    assert lot.slugs("metiers") == ["boulanger"]


@pytest.mark.parametrize("slug", sorted(RESERVED))
def test_a_name_that_the_site_or_windows_uses_is_refused(metiers, lu, slug):
    fill(metiers / f"{slug}.yml", "titre: Chercheur d’eau\n")
    assert told(lu()) == [
        f"data/metiers/{slug}.yml  identifiant réservé : « {slug} ».\n"
        "    Le site ou Windows s'en sert : choisissez un autre nom, par exemple chercheur-d-eau.yml."
    ]


@pytest.mark.parametrize("content", ["titre: Index\n", "titre: [a]\n", "titre: [\n", "masculin:\n"])
def test_a_reserved_name_without_a_usable_title_gets_a_number(metiers, lu, content):
    fill(metiers / "index.yml", content)
    assert told(lu())[0].endswith("par exemple index-1.yml.")


def test_the_names_that_break_a_disk_or_the_site_are_reserved():
    assert {"con", "nul", "aux", "prn", "com1", "com9", "lpt9", "index", "404", "search", "assets", "en", "ar"} <= RESERVED


def test_a_record_and_its_translations_are_sorted_by_language(metiers, lu):
    for name in ("pain.yml", "pain.en.yml", "pain.ar.yml", "sel.en.yml"):
        fill(metiers / name, FICHE)
    lot = lu()
    assert {slug: set(versions) for slug, versions in lot.fiches["metiers"].items()} == {"pain": {"fr", "en", "ar"}, "sel": {"en"}}
    assert lot.slugs("metiers") == ["pain"]
    assert lot.fiches["metiers"]["pain"]["en"].fichier == "data/metiers/pain.en.yml"
    assert (lot.problemes, lot.fichiers_lus) == ([], 4)


def test_a_record_that_cannot_be_read_is_told_once_and_stays_known(metiers, lu):
    fill(metiers / "pain.yml", "titre: [\n")
    fill(metiers / "pain.en.yml", FICHE)
    lot = lu()
    assert [problem.fichier for problem in lot.problemes] == ["data/metiers/pain.yml"]
    assert (lot.slugs("metiers"), lot.fiches["metiers"]) == (["pain"], {})


def test_what_leads_to_a_record_that_cannot_be_read_is_not_told(national, tmp_path):
    data = tmp_path / "plateformes" / "essai" / "data"
    fill(data.parent / "plateforme.yml", (CAS / "plateforme.yml").read_text(encoding="utf-8"))
    fill(data / "metiers" / "pain.yml", "titre: [\n")
    fill(data / "metiers" / "sel.yml", {**minimal("metiers").donnees, "masculin": "Paludier", "proches": ["pain", "xyz"]})
    problems = load_platform(national, Racine(tmp_path), "essai").problemes
    assert [str(problem).split("  ")[0].split("/")[-1] for problem in problems] == ["pain.yml:1:8", "sel.yml:15:3"]


@pytest.mark.parametrize("target", ["ailleurs.yml", "absent.yml"])
def test_a_link_to_a_file_is_refused_wherever_it_leads(metiers, lu, tmp_path, target):
    fill(tmp_path.parent / f"{tmp_path.name}-ailleurs.yml", FICHE)
    (metiers / "pain.yml").symlink_to(tmp_path.parent / f"{tmp_path.name}-{target}")
    lot = lu()
    assert told(lot) == ["data/metiers/pain.yml  lien symbolique refusé.\n    Copiez le fichier."]
    assert lot.fiches["metiers"] == {}


def test_a_link_to_a_folder_is_refused(metiers, lu, tmp_path):
    fill(metiers / "pain.yml", FICHE)
    (tmp_path / "formations").symlink_to(metiers)
    lot = lu()
    assert told(lot) == ["data/formations  lien symbolique refusé.\n    Copiez les fichiers."]
    assert set(lot.fiches) == {"metiers"}


def test_a_data_folder_that_is_a_link_or_absent_holds_nothing(metiers, tmp_path):
    fill(metiers / "pain.yml", FICHE)
    (tmp_path / "lien").symlink_to(tmp_path, target_is_directory=True)
    for folder in (tmp_path / "lien", tmp_path / "absent", metiers / "pain.yml"):
        assert read_lot(folder, "data") == Lot("data")


def test_a_folder_among_records_is_refused(metiers, lu):
    fill(metiers / "soin" / "pain.yml", FICHE)
    assert told(lu()) == ["data/metiers/soin  dossier refusé ici, son contenu ne serait pas lu.\n    Un fichier YAML par fiche."]


@pytest.mark.parametrize(
    ("name", "way_out"),
    [
        ("metier", "Vouliez-vous dire « metiers »\u202f?"),
        ("Metiers", "Vouliez-vous dire « metiers »\u202f?"),
        ("xyz", "Dossiers admis : metiers, formations, sessions, temoignages, contacts, agenda, actualites, quiz, seances, jeux."),
    ],
)
def test_an_unknown_folder_is_told_with_the_one_that_was_meant(lu, tmp_path, name, way_out):
    fill(tmp_path / name / "pain.yml", FICHE)
    lot = lu()
    assert told(lot) == [f"data/{name}  dossier inconnu, son contenu ne serait pas lu.\n    {way_out}"]
    assert lot.fiches == {}


def test_a_record_outside_of_the_folders_is_told(lu, tmp_path):
    fill(tmp_path / "pain.yml", FICHE)
    assert told(lu(genres=("metiers", "agenda"))) == [
        "data/pain.yml  fichier hors d'un dossier, il ne serait pas lu.\n    Rangez-le dans l'un des dossiers : metiers, agenda."
    ]
    assert told(lu(isoles=("pain.yml",))) == []


def test_hidden_files_and_notes_are_passed_over(metiers, lu, tmp_path):
    for name in (".DS_Store", ".pain.yml", "metiers/.pain.yml.swp", ".git/config.yml", "LISEZMOI.md"):
        fill(tmp_path / name, FICHE)
    assert lu() == Lot("data", {"metiers": {}})


def test_a_folder_of_too_many_files_is_told_and_read_in_part(metiers, lu, monkeypatch):
    monkeypatch.setattr("vitrine.reading.FILES_AT_MOST", 2)
    for name in ("a.yml", "b.yml", "c.yml", ".d.yml"):
        fill(metiers / name, FICHE)
    lot = lu()
    assert told(lot) == ["data/metiers  plus de 2 fichiers.\n    Partagez le dossier."]
    assert lot.slugs("metiers") == ["a", "b"]


def test_a_single_file_counts_as_read_when_it_is_there(tmp_path):
    lot = Lot("data")
    fill(tmp_path / "plein.yml", "a: b\n")
    fill(tmp_path / "vide.yml", "")
    (tmp_path / "lien.yml").symlink_to(tmp_path / "plein.yml")
    found = {name: read_one(tmp_path / f"{name}.yml", f"{name}.yml", lot) for name in ("plein", "vide", "lien", "absent")}
    assert {name for name, document in found.items() if document} == {"plein"}
    assert (lot.fichiers_lus, [problem.fichier for problem in lot.problemes]) == (2, ["vide.yml"])


@pytest.mark.parametrize(
    ("name", "parts"),
    [("pain.yml", ("pain", "fr")), ("pain.en.yml", ("pain", "en")), ("a.b.c.yml", ("a", "b.c")), ("x", ("x", "fr"))],
)
def test_a_name_is_a_slug_then_a_language(name, parts):
    assert split_name(Path(name)) == parts


def test_a_suggested_name_is_short_and_never_empty():
    assert slugged("Aide à domicile : l’œuvre") == "aide-a-domicile-l-oeuvre"
    assert (slugged("…"), len(slugged("mot " * 40))) == ("nouvelle-fiche", 59)
