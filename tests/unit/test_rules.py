"""Rules across fields and files.

Each file of ``cas/regle`` bears the name of a rule: a place, a record that passes, one that fails, and all that is said of it.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from unit.minimales import CAS, vocabulary
from vitrine.catalogue import Fiche
from vitrine.merging import COMPLETEE, TERRITOIRE
from vitrine.problems import Probleme
from vitrine.rules import PER_FICHE, check_catalogue, check_platform, coherence, platform

OF_RECORDS = {rule.__name__: rule for rule in PER_FICHE}
OF_PLATFORMS = {rule.__name__: rule for rule in platform.RULES}


def lines(problems: Any) -> str:
    return "".join(f"{problem}\n" for problem in problems)


@pytest.fixture
def jugement(fiche, catalogue, tmp_path) -> Callable[[str, Fiche[Any]], list[Probleme]]:
    """What a rule says of a record, in a catalogue that holds one profession."""

    def told(rule: str, one: Fiche[Any]) -> list[Probleme]:
        aide = fiche("metiers", "aide-a-domicile")
        if rule in OF_PLATFORMS:
            return list(OF_PLATFORMS[rule](catalogue(aide, plateforme=one), tmp_path))
        return list(OF_RECORDS[rule](one, replace(catalogue(aide, one), sante=vocabulary())))

    return told


def test_every_rule_has_an_example():
    named = {case.stem.partition("--")[0] for case in (CAS / "regle").glob("*.txt")}
    assert named == set(OF_RECORDS) | set(OF_PLATFORMS)


def test_every_rule_says_in_one_line_what_it_wants():
    rules = [*PER_FICHE, *platform.RULES, coherence.unique_titles, coherence.complete_texts]
    assert all(rule.__doc__ and rule.__doc__.endswith(".") and "\n" not in rule.__doc__ for rule in rules)


def test_a_rule_passes_one_record_and_tells_all_of_another(cas_de_regle, fiche, jugement):
    place, right, wrong, expected = cas_de_regle.read_text("utf-8").split("----\n")
    rule, (genre, slug) = cas_de_regle.stem.partition("--")[0], place.strip().split("/")
    assert lines(jugement(rule, fiche(genre, slug, right))) == ""
    assert lines(jugement(rule, fiche(genre, slug, wrong))) == expected
    assert expected


@pytest.mark.parametrize(
    ("genre", "field"), [("metiers", "feminin"), ("metiers", "masculin"), ("formations", "intitule"), ("contacts", "nom")]
)
def test_every_field_that_makes_a_title_is_heard(fiche, jugement, genre, field):
    (problem,) = jugement("no_capitals_only", fiche(genre, "x", f"{field}: AIDE SOIGNANTE\n"))
    assert (problem.champ, problem.grave) == (field, False)


BRAND = 'marque:\n  couleur: "#1d6f5a"\n  logo: logo.svg\n'
WITH_TEXT = BRAND + "  logo_alt: Professions Autonomie\n"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
PLACE = "plateformes/ain.yml:3:3  marque.logo\u00a0: "


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    """A small drawing in the platform's brand folder."""
    file = tmp_path / "marque" / "logo.svg"
    file.parent.mkdir()
    file.write_text('<svg viewBox="0 0 2 1"><path d="M0 0h2v1z"/></svg>', "utf-8")
    return file


def test_a_small_logo_with_its_text_passes(fiche, jugement, logo):
    assert jugement("logo_is_there", fiche("plateformes", "ain", WITH_TEXT)) == []


@pytest.mark.parametrize("suffix", [".PNG", ".jpg", ".jpeg", ".webp"])
def test_a_logo_may_be_a_picture(fiche, jugement, logo, suffix):
    Image.new("RGB", (40, 20)).save(logo.with_suffix(suffix))
    assert jugement("logo_is_there", fiche("plateformes", "ain", WITH_TEXT.replace(".svg", suffix))) == []


def test_a_logo_that_cannot_be_read_is_told_with_the_way_out(fiche, jugement, logo):
    logo.with_suffix(".png").write_bytes(b"x")
    told = lines(jugement("logo_is_there", fiche("plateformes", "ain", WITH_TEXT.replace(".svg", ".png"))))
    assert told == f"{PLACE}image illisible ou abîmée.\n    Enregistrez-la de nouveau en PNG, en JPEG ou en WebP.\n"


def test_a_logo_says_its_text(fiche, jugement, logo):
    told = lines(jugement("logo_is_there", fiche("plateformes", "ain", BRAND)))
    assert told == f"{PLACE}champ «\u00a0logo_alt\u00a0» absent.\n    Écrivez ce que dit le logo.\n"


def test_a_logo_is_light(fiche, jugement, logo):
    logo.write_bytes(b"x" * 120_000)
    told = lines(jugement("logo_is_there", fiche("plateformes", "ain", WITH_TEXT)))
    assert told == f"{PLACE}120 Ko (100 Ko au plus).\n    Simplifiez ou réduisez le dessin.\n"


def png(side: int) -> bytes:
    """A black square; a huge one weighs some kilobytes and claims, truly, millions of dots."""
    out = io.BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    return out.getvalue()


UNREADABLE = "image illisible ou abîmée."
NO_DRAWING = "dessin SVG illisible."


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("logo.svg", b"un texte", NO_DRAWING),
        ("logo.svg", b"\xff\xfe\x00", NO_DRAWING),
        ("logo.png", b"un texte", UNREADABLE),
        ("logo.png", b"GIF89a" + bytes(20), UNREADABLE),
        ("logo.png", png(40)[:-30], UNREADABLE),
        ("logo.png", png(12_000), "12\u202f000\u00a0×\u00a012\u202f000 points"),
    ],
    ids=["not SVG", "not a text", "not an image", "another format", "cut", "a bomb"],
)
def test_a_logo_is_the_drawing_that_its_name_announces(fiche, jugement, logo, name, content, told):  # noqa: PLR0917
    (logo.parent / name).write_bytes(content)
    said = lines(jugement("logo_is_there", fiche("plateformes", "ain", WITH_TEXT.replace("logo.svg", name))))
    assert said.startswith(f"{PLACE}{told}")


@pytest.mark.parametrize("linked", ["file", "folder"])
def test_a_logo_is_never_a_link_to_elsewhere(fiche, jugement, logo, linked):
    moved = logo if linked == "file" else logo.parent
    moved.rename(logo.parents[1] / "ailleurs")
    moved.symlink_to(logo.parents[1] / "ailleurs")
    told = lines(jugement("logo_is_there", fiche("plateformes", "ain", WITH_TEXT)))
    assert told == f"{PLACE}marque/logo.svg est introuvable.\n    Vérifiez le nom, majuscules comprises.\n"


@pytest.mark.parametrize("rule", OF_PLATFORMS)
def test_a_rule_of_platforms_says_nothing_of_the_national_site(catalogue, tmp_path, rule):
    assert list(OF_PLATFORMS[rule](catalogue(), tmp_path)) == []


@pytest.mark.parametrize("rule", sorted(OF_PLATFORMS.keys() - {"legal_pages_are_filled"}))
def test_a_rule_of_platforms_says_nothing_of_what_is_not_given(fiche, jugement, rule):
    assert jugement(rule, fiche("plateformes", "ain")) == []


def test_two_pages_of_a_kind_never_bear_the_same_title(fiche, catalogue):
    same = [fiche("agenda", slug, f"titre: {title}\n") for slug, title in [("a", "Café"), ("b", "CAFÉ"), ("c", "Forum")]]
    assert lines(coherence.unique_titles(catalogue(*same))) == (
        "agenda/b.yml:1:1  même titre que agenda/a.yml\u00a0: «\u00a0CAFÉ\u00a0».\n    Distinguez les deux titres.\n"
    )


@pytest.mark.parametrize("genre", ["metiers", "formations", "temoignages", "contacts", "actualites"])
def test_titles_are_compared_whatever_their_field_is_called(fiche, catalogue, genre):
    found = list(coherence.unique_titles(catalogue(fiche(genre, "a"), fiche(genre, "b"))))
    assert [problem.fichier for problem in found] == [f"{genre}/b.yml"]


def test_pages_of_two_kinds_may_bear_the_same_title(fiche, catalogue):
    two = [fiche("agenda", "forum", "titre: Forum\n"), fiche("actualites", "forum", "titre: Forum\n"), fiche("sessions", "a")]
    assert list(coherence.unique_titles(catalogue(*two, fiche("sessions", "b")))) == []


def test_every_interface_string_exists_in_every_language(catalogue):
    strings = {"fr": {"menu": "Menu", "recherche": "Recherche"}, "en": {"menu": "Menu"}, "ar": {"menu": "م", "recherche": "ب"}}
    assert lines(coherence.complete_texts(catalogue(textes=strings))) == (
        "data/textes/interface.en.yml  recherche\u00a0: texte d'interface non traduit.\n    Ajoutez-le à ce fichier.\n"
    )


def test_the_national_catalogue_is_judged_by_all_rules_of_records(fiche, catalogue):
    wrong = "statut: relu\nsources: []\naccroche: Écrivez à moi@exemple.fr\nsynonymes: '**Aide**'\nproches: aide\n"
    found = check_catalogue(catalogue(fiche("metiers", "aide", wrong), textes={"fr": {"menu": "Menu"}, "en": {}}))
    assert [problem.champ for problem in found] == ["proches[1]", "statut", "accroche", "synonymes", "menu"]


def test_a_platform_is_judged_on_its_own_records_and_pages_only(fiche, catalogue, tmp_path):
    wrong = "statut: relu\nsources: []\n"
    records = [fiche("metiers", "nationale", wrong), fiche("metiers", "sienne", wrong + "masculin: Passeur\n", TERRITOIRE)]
    completed = fiche("metiers", "completee", wrong + "masculin: Passeuse\n", COMPLETEE)
    site = fiche("plateformes", "ain", origine=TERRITOIRE)
    found = check_platform(catalogue(*records, completed, plateforme=site), tmp_path)
    assert [problem.fichier for problem in found] == ["metiers/sienne.yml", "metiers/completee.yml", "plateformes/ain.yml"]
