"""A site is built again when anything it is built from has changed, or when it is no longer what was built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from unit.petits_sites import small_site
from vitrine.entrees import Trace, common_inputs, inputs_of, trace_of
from vitrine.racine import Racine

SLUGS = ("ain", "orne")


@pytest.fixture
def nationale(tmp_path: Path) -> Racine:
    """A national folder of a few bytes, with two platforms."""
    folder = tmp_path / "national"
    for name in (
        "data",
        "docs",
        "hooks",
        "overrides",
        *(f"plateformes/{slug}/{part}" for slug in SLUGS for part in ("data", "marque")),
    ):
        (folder / name).mkdir(parents=True)
        (folder / name / "fichier.yml").write_text(name, "utf-8")
    (folder / "mkdocs.yml").write_text('site_url: !ENV [ADRESSE_D_ESSAI, "x"]\nsite_dir: !ENV [SITE_DIR, "site"]\n', "utf-8")
    for slug in SLUGS:
        (folder / "plateformes" / slug / "plateforme.yml").write_text(slug, "utf-8")
    return Racine(folder)


def digests(racine: Racine) -> tuple[str, ...]:
    """Those of the national site and of the two platforms."""
    common = common_inputs(racine)
    return tuple(inputs_of(racine, slug, common) for slug in (None, *SLUGS))


def test_the_same_inputs_have_the_same_digest_and_each_site_has_its_own(nationale: Racine):
    assert digests(nationale) == digests(nationale)
    assert len(set(digests(nationale))) == 3


@pytest.mark.parametrize("name", ["mkdocs.yml", "data/fichier.yml", "docs/fichier.yml", "hooks/fichier.yml", "overrides/neuf.html"])
def test_a_national_change_concerns_every_site(nationale: Racine, name: str):
    before = digests(nationale)
    file = nationale.dossier / name
    file.write_text(file.read_text("utf-8") + "\n#" if file.exists() else "neuf", "utf-8")
    assert [old != new for old, new in zip(before, digests(nationale), strict=True)] == [True, True, True]


@pytest.mark.parametrize("name", ["plateforme.yml", "data/fichier.yml", "data/neuf.yml", "marque/logo.svg", "docs/neuf.md"])
def test_the_change_of_a_platform_concerns_it_alone(nationale: Racine, name: str):
    before = digests(nationale)
    file = nationale.maison("orne") / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("changé", "utf-8")
    assert [old != new for old, new in zip(before, digests(nationale), strict=True)] == [False, False, True]


def test_a_file_taken_away_or_renamed_is_a_change(nationale: Racine):
    before = digests(nationale)
    file = nationale.data / "fichier.yml"
    file.rename(file.with_name("autre.yml"))
    renamed = digests(nationale)
    (nationale.data / "autre.yml").unlink()
    assert len({before, renamed, digests(nationale)}) == 3


@pytest.mark.parametrize(("setting", "matters"), [("ADRESSE_D_ESSAI", True), ("SITE_DIR", False), ("UNE_AUTRE", False)])
def test_a_setting_counts_when_the_configuration_reads_it(
    nationale: Racine, monkeypatch: pytest.MonkeyPatch, setting: str, matters: bool
):
    before = digests(nationale)
    monkeypatch.setenv(setting, "autre")
    assert (digests(nationale) != before) is matters


def test_another_day_is_a_change_for_pages_tell_what_is_past(nationale: Racine, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    before = digests(nationale)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305601")
    assert digests(nationale) == before
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1795305600 + 86400))
    assert digests(nationale) != before


def test_what_python_leaves_behind_is_no_input(nationale: Racine):
    before = digests(nationale)
    cache = nationale.dossier / "hooks/__pycache__"
    cache.mkdir()
    (cache / "site.pyc").write_bytes(b"x")
    assert digests(nationale) == before


def test_only_the_four_entries_of_a_repository_count(nationale: Racine, tmp_path: Path):
    depot = tmp_path / "depot"
    shutil.copytree(nationale.maison("orne"), depot)
    own = Racine(nationale.dossier, depot)
    before = inputs_of(own, "orne", "x")
    (depot / "site").mkdir()
    (depot / "site/index.html").write_text("construit", "utf-8")
    assert inputs_of(own, "orne", "x") == before == inputs_of(nationale, "orne", "x")


@pytest.fixture
def construit(tmp_path: Path) -> tuple[Path, Trace]:
    """A built site and its trace."""
    site = tmp_path / "build/orne"
    small_site("Bonjour")(site)
    trace = trace_of(site)
    trace.write("abc", site)
    return site, trace


def test_a_site_built_from_the_same_is_recognised_with_its_pages(construit: tuple[Path, Trace]):
    site, trace = construit
    assert trace.pages_if_same("abc", site) == 5
    assert trace.pages_if_same("autre", site) is None


def test_the_trace_stands_outside_of_what_is_published(construit: tuple[Path, Trace]):
    site, trace = construit
    assert trace.fichier.is_file() and site not in trace.fichier.parents


@pytest.mark.parametrize("harm", ["changed", "missing", "added", "gone"])
def test_a_site_that_somebody_has_touched_is_not_recognised(construit: tuple[Path, Trace], harm: str):
    site, trace = construit
    page = site / "index.html"
    if harm == "changed":
        page.write_text(page.read_text("utf-8").replace("Bonjour", "Bonsoir"), "utf-8")
    elif harm == "missing":
        page.unlink()
    elif harm == "added":
        (site / "neuf.html").write_text("neuf", "utf-8")
    else:
        shutil.rmtree(site)
    assert trace.pages_if_same("abc", site) is None


@pytest.mark.parametrize("text", ["", "[]", "{", '{"entrees": "abc"}', '{"entrees": "abc", "fichiers": 3}', "\udcff"])
def test_a_trace_that_is_none_is_no_fault(construit: tuple[Path, Trace], text: str):
    site, trace = construit
    trace.fichier.write_text(text, "utf-8", errors="surrogateescape")
    assert trace.pages_if_same("abc", site) is None
