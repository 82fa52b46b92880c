"""Publishing with the command: many platforms of which one is broken, the way back, and what people are told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from attaque import AFTER_CONSENT, TODAY, TOLD
from built.conftest import MINIMAL
from built.html_pages import whole
from crossing import COMPLET
from project import PROJET, vitrine
from vitrine.publication.hebergement import public_path
from vitrine.publication.liens import SiteLu
from vitrine.publication.manifeste import hash_files
from vitrine.publication.marques import foreign_marks
from vitrine.publication.verification import verify
from vitrine.publication.versions import Versions

SITES = ["national", "demonstration", "orne", "pas-de-calais", "seine-et-marne-essonne"]


@pytest.mark.parametrize("name", SITES)
def test_every_real_site_passes_the_last_look(sites: Path, name: str):
    marks = foreign_marks(None if name == "national" else name, PROJET / "plateformes", [PROJET / "data", PROJET / "docs"])
    assert marks
    found = SiteLu(sites / name, public_path(sites / name))
    assert [str(problem) for problem in verify(found, marks)] == []
    assert len(found.pages) > 800


@pytest.mark.parametrize("nombre", [5, pytest.param(20, marks=COMPLET)])
def test_one_broken_platform_of_many_keeps_its_last_good_site_and_the_others_are_those_of_a_clean_build(
    petit_projet: Path, plateforme: Callable[..., Path], tmp_path: Path, nombre: int
):
    slugs = [f"territoire-{number:02}" for number in range(1, nombre + 1)]
    files = [plateforme(slug, number) for number, slug in enumerate(slugs)]
    broken, slug, www, clean = files[2], slugs[2], tmp_path / "www", tmp_path / "propre"
    assert vitrine("publish", slug, "--vers", str(www / slug), cwd=petit_projet).returncode == 0
    before = hash_files(www / slug)
    sheet = petit_projet / "data/metiers/aide-a-domicile.yml"
    sheet.write_text(sheet.read_text("utf-8").replace("rester chez elle", "vivre chez elle"), "utf-8")
    whole = broken.read_text("utf-8")
    broken.write_text(whole.replace('departements: "61"', "departements: 61 ou 62"), "utf-8")

    done = vitrine("publish", "--all", "--vers", str(www), cwd=petit_projet)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert f"plateformes/{slug}/plateforme.yml:2:" in done.stderr
    assert f"Échec\u00a0: {slug}. {nombre} sites sur {nombre + 1} sans faute." in done.stderr
    assert hash_files(www / slug) == before

    broken.write_text(whole, "utf-8")
    assert vitrine("publish", "--all", "--vers", str(clean), cwd=petit_projet).returncode == 0
    for other in {"national", *slugs} - {slug}:
        assert shown(www / other) == shown(clean / other), other
    assert shown(www / slug) != shown(clean / slug)


def shown(dossier: Path) -> dict[str, str]:
    """Every file that visitors get, by its hash."""
    return hash_files((dossier / "site").resolve())


def test_publish_again_change_and_go_back(petit_projet: Path, plateforme: Callable[..., Path], tmp_path: Path):
    file, www = plateforme("orne"), tmp_path / "www"
    first = vitrine("publish", "orne", "--vers", str(www), cwd=petit_projet)
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith("orne\u00a0: ") and f"pages dans {www / 'site'} (version 20" in first.stdout
    again = vitrine("publish", "orne", "--vers", str(www), cwd=petit_projet)
    assert "rien de nouveau" in again.stdout and len(Versions(www).toutes()) == 1
    before = shown(www)
    file.write_text(file.read_text("utf-8").replace("Appelez-nous", "Écrivez-nous"), "utf-8")
    assert vitrine("publish", "orne", "--vers", str(www), cwd=petit_projet).returncode == 0
    assert shown(www) != before
    back = vitrine("annuler", "--vers", str(www), cwd=tmp_path)
    assert back.returncode == 0 and "montre de nouveau la version" in back.stdout
    assert shown(www) == before
    none = vitrine("annuler", "--vers", str(www), cwd=tmp_path)
    assert none.returncode == 1 and "aucune version plus ancienne" in none.stderr
    assert shown(www) == before


def test_a_platform_that_shows_the_number_of_another_is_not_published(
    petit_projet: Path, plateforme: Callable[..., Path], tmp_path: Path
):
    file = plateforme("orne", 1)
    plateforme("ain", 2)
    www = tmp_path / "www"
    assert vitrine("publish", "orne", "--simple", "--vers", str(www), cwd=petit_projet).returncode == 0
    before = shown(www)
    template = petit_projet / "overrides/partials/pied.html"
    template.write_text(template.read_text("utf-8") + '<a href="tel:+33199000002">01 99 00 00 02</a>', "utf-8")
    assert "01 99" in template.read_text("utf-8") and file.is_file()
    done = vitrine("publish", "orne", "--simple", "--vers", str(www), cwd=petit_projet)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "index.html  «\u00a0+33199000002\u00a0» appartient à une autre plateforme." in done.stderr
    assert "Rien n'a été publié. Le site déjà publié n'a pas changé." in done.stderr
    assert shown(www) == before


def test_what_someone_told_leaves_no_trace_once_their_consent_is_over_and_it_is_forgotten(
    petit_projet: Path, plateforme: Callable[..., Path], tmp_path: Path
):
    folder, www = plateforme("orne").parent / "data/temoignages", tmp_path / "www"
    folder.mkdir(parents=True)
    told = (MINIMAL / "temoignages.yml").read_text("utf-8").replace("J’ai trouvé ma place", TOLD)
    (folder / "camille.yml").write_text(told, "utf-8")
    first = vitrine("publish", "orne", "--vers", str(www), cwd=petit_projet, SOURCE_DATE_EPOCH=TODAY)
    assert first.returncode == 0, first.stderr
    assert any(TOLD.encode() in content for _, content in whole(www))
    later = vitrine("publish", "orne", "--oublier", "--vers", str(www), cwd=petit_projet, SOURCE_DATE_EPOCH=AFTER_CONSENT)
    assert later.returncode == 0, later.stderr
    assert [name for name, content in whole(www) if TOLD.encode() in content or "camille" in name] == []


def test_a_folder_that_cannot_be_used_is_told_in_plain_words(petit_projet: Path, tmp_path: Path):
    (tmp_path / "www/site").mkdir(parents=True)
    (tmp_path / "www/site/index.html").write_text("un autre site")
    for flags in ([], ["--simple"]):
        done = vitrine("publish", *flags, "--vers", str(tmp_path / "www"), cwd=petit_projet)
        assert done.returncode == 1 and "national\u00a0: échec." in done.stderr and "Traceback" not in done.stderr
    assert (tmp_path / "www/site/index.html").read_text() == "un autre site"
