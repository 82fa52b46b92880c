"""Publishing: three releases kept, one move, a way back, and nothing that harms what visitors see."""

from __future__ import annotations

import errno
import gzip
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import brotli
import pytest

from unit.petits_sites import ICON, is_whole, names_of_releases, shown, small_site
from vitrine.publication.compression import COMPRESSORS
from vitrine.publication.manifeste import Manifeste, hash_files
from vitrine.publication.parution import SiteRefuse, go_back, publish
from vitrine.publication.versions import PublicationImpossible, Versions

WAYS = pytest.mark.parametrize("simple", [False, True], ids=["lien", "simple"])


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return tmp_path / "www"


@WAYS
def test_a_site_is_published_with_its_manifest(dossier: Path, simple: bool):
    done = publish(Versions(dossier, simple), small_site("un"))
    assert done.nouvelle and shown(dossier) == "un" and is_whole(dossier, simple)
    assert (dossier / "site").is_symlink() is not simple
    assert done.version.manifeste.pages == 5
    assert done.version.nom.endswith(done.version.manifeste.empreinte[:12])


@WAYS
def test_three_releases_are_kept(dossier: Path, simple: bool):
    for text in ("un", "deux", "trois", "quatre"):
        publish(Versions(dossier, simple), small_site(text))
    assert shown(dossier) == "quatre"
    kept = [(version.site / "assets").glob("*.css") for version in Versions(dossier).toutes()]
    said = ["".join(file.read_text("utf-8") for file in files) for files in kept]
    assert ["deux" in said[0], "trois" in said[1], "quatre" in said[2]] == [True] * 3


@WAYS
def test_the_same_site_is_not_published_twice(dossier: Path, simple: bool):
    first = publish(Versions(dossier, simple), small_site("un"))
    second = publish(Versions(dossier, simple), small_site("un"))
    assert not second.nouvelle and second.version.nom == first.version.nom
    assert names_of_releases(dossier) == [first.version.nom]


def test_the_same_site_is_published_again_when_the_one_in_place_is_damaged(dossier: Path):
    publish(Versions(dossier), small_site("un"))
    (dossier / "site/metiers/index.html").write_text("abîmé", "utf-8")
    assert publish(Versions(dossier), small_site("un")).nouvelle
    assert is_whole(dossier)


@WAYS
def test_one_can_go_back_twice_and_no_further(dossier: Path, simple: bool):
    for text in ("un", "deux", "trois"):
        publish(Versions(dossier, simple), small_site(text))
    go_back(Versions(dossier, simple))
    assert shown(dossier) == "deux" and is_whole(dossier, simple)
    go_back(Versions(dossier, simple))
    assert shown(dossier) == "un" and is_whole(dossier, simple)
    with pytest.raises(PublicationImpossible, match="aucune version plus ancienne"):
        go_back(Versions(dossier, simple))
    assert shown(dossier) == "un"


@WAYS
def test_nobody_comes_back_to_a_release_that_was_gone_back_from(dossier: Path, simple: bool):
    for text in ("un", "faute", "deux"):
        publish(Versions(dossier, simple), small_site(text))
        if text == "faute":
            go_back(Versions(dossier, simple))
    go_back(Versions(dossier, simple))
    assert shown(dossier) == "un"


def test_a_damaged_release_is_not_gone_back_to(dossier: Path):
    for text in ("un", "deux", "trois"):
        publish(Versions(dossier), small_site(text))
    Versions(dossier).toutes()[1].site.joinpath("404.html").unlink()
    go_back(Versions(dossier))
    assert shown(dossier) == "un"


def test_nothing_to_go_back_from_is_said(dossier: Path):
    with pytest.raises(PublicationImpossible, match="aucun site publié par Vitrine"):
        go_back(Versions(dossier))


@WAYS
def test_a_site_that_must_not_be_shown_changes_nothing(dossier: Path, simple: bool):
    publish(Versions(dossier, simple), small_site("un"))
    before = hash_files(dossier)
    with pytest.raises(SiteRefuse):
        publish(Versions(dossier, simple), small_site("deux", corps='<a href="absent/">?</a>'))
    assert hash_files(dossier) == before


@WAYS
def test_a_build_that_fails_changes_nothing(dossier: Path, simple: bool):
    def fails(folder: Path) -> None:
        small_site("deux")(folder)
        raise OSError("plus de place")

    publish(Versions(dossier, simple), small_site("un"))
    before = hash_files(dossier)
    with pytest.raises(OSError, match="plus de place"):
        publish(Versions(dossier, simple), fails)
    assert hash_files(dossier) == before


def test_two_publications_at_once_do_not_mix(dossier: Path):
    def meanwhile(folder: Path) -> None:
        small_site("un")(folder)
        with pytest.raises(PublicationImpossible, match="une autre publication est en cours"):
            publish(Versions(dossier), small_site("deux"))

    publish(Versions(dossier), meanwhile)
    assert shown(dossier) == "un"


@WAYS
def test_a_folder_that_is_not_ours_is_never_replaced(dossier: Path, simple: bool):
    (dossier / "site").mkdir(parents=True)
    (dossier / "site/index.html").write_text("le site d'avant", "utf-8")
    with pytest.raises(PublicationImpossible):
        publish(Versions(dossier, simple), small_site("un"))
    assert (dossier / "site/index.html").read_text("utf-8") == "le site d'avant"


def test_one_way_of_publishing_does_not_become_the_other(dossier: Path):
    publish(Versions(dossier), small_site("un"))
    with pytest.raises(PublicationImpossible, match="publiez sans --simple"):
        publish(Versions(dossier, simple=True), small_site("deux"))
    assert shown(dossier) == "un"


def test_pages_already_open_still_find_their_assets_once(dossier: Path):
    styles = []
    for text in ("un", "deux", "trois"):
        publish(Versions(dossier), small_site(text))
        styles.append({f.name for f in (dossier / "site/assets").iterdir() if f.suffix == ".css"})
    new = styles[2] - styles[1]
    assert len(styles[0]) == 1 and len(styles[1]) == 2 and len(styles[2]) == 2 and len(new) == 1
    assert not styles[0] & styles[2]


def test_forgetting_leaves_no_trace_of_the_releases_before(dossier: Path):
    publish(Versions(dossier), small_site("SECRET"))
    publish(Versions(dossier), small_site("SECRET bis"))
    publish(Versions(dossier), small_site("propre"), forget=True)
    contents = [file.read_bytes() for file in dossier.rglob("*") if file.is_file()]
    assert not [1 for content in contents if b"SECRET" in content]
    assert len(names_of_releases(dossier)) == 1 and is_whole(dossier)


def test_forgetting_reaches_what_the_current_release_keeps_for_open_pages(dossier: Path):
    publish(Versions(dossier), small_site("SECRET"))
    publish(Versions(dossier), small_site("propre"))
    assert publish(Versions(dossier), small_site("propre"), forget=True).nouvelle
    assert not [file for file in dossier.rglob("*") if file.is_file() and b"SECRET" in file.read_bytes()]


def test_what_has_not_changed_keeps_its_date(dossier: Path):
    publish(Versions(dossier), small_site("un"))
    home, robots = dossier / "site/index.html", dossier / "site/_headers"
    os.utime(home, (1, 1))
    os.utime(robots, (1, 1))
    publish(Versions(dossier), small_site("deux"))
    assert robots.stat().st_mtime == 1 and home.stat().st_mtime > 1


def test_releases_stay_in_order_when_the_clock_goes_back(dossier: Path):
    publish(Versions(dossier), small_site("un"))
    prepared = dossier / "versions/.travail-x"
    small_site("deux")(prepared / "site")
    told = Manifeste(hash_files(prepared / "site"))
    late = Versions(dossier).add(prepared, told, datetime(2001, 1, 1))
    assert late.nom == names_of_releases(dossier)[-1]


def test_published_files_are_readable_by_the_server_whatever_the_umask(dossier: Path):
    before = os.umask(0o077)
    try:
        publish(Versions(dossier), small_site("un"))
    finally:
        os.umask(before)
    modes = {oct(path.stat().st_mode & 0o777) for path in (dossier / "site").resolve().rglob("*")}
    assert modes == {"0o755", "0o644"}


def test_compressed_forms_give_back_the_file_and_are_always_smaller(dossier: Path):
    publish(Versions(dossier), small_site("un"))
    site = (dossier / "site").resolve()
    forms = [file for file in site.rglob("*") if file.suffix in (".br", ".gz")]
    assert {form.name for form in forms} >= {"index.html.br", "index.html.gz", "agenda.ics.br", "404.html.gz"}
    for form in forms:
        content = form.with_suffix("").read_bytes()
        assert (brotli if form.suffix == ".br" else gzip).decompress(form.read_bytes()) == content
        assert form.stat().st_size < len(content)
    assert not list((site / "assets").glob("*.svg.*"))  # too small to gain anything


def test_what_has_not_changed_is_not_compressed_again(dossier: Path, monkeypatch: pytest.MonkeyPatch):
    def site(texte: str) -> Callable[[Path], None]:
        def write(folder: Path) -> None:
            small_site("un")(folder)
            (folder / "agenda.ics").write_text(f"BEGIN:VCALENDAR\r\nX-WR-CALNAME:{texte}\r\nEND:VCALENDAR\r\n" * 3, "utf-8")

        return write

    publish(Versions(dossier), site("un"))
    before = {file.name: file.read_bytes() for file in (dossier / "site").rglob("*.br")}
    packed: list[bytes] = []

    def pack(content: bytes, page: bool) -> bytes:
        packed.append(content)
        return brotli.compress(content)

    monkeypatch.setitem(COMPRESSORS, "br", pack)
    publish(Versions(dossier), site("deux"))
    assert [b"NAME:deux" in content for content in packed if content != ICON] == [True]  # the icon has no smaller form to take
    after = {file.name: file.read_bytes() for file in (dossier / "site").rglob("*.br")}
    assert [name for name in after if after[name] != before[name]] == ["agenda.ics.br"]


def test_a_damaged_release_lends_no_compressed_form(dossier: Path):
    publish(Versions(dossier), small_site("un"))
    (dossier / "site/index.html.br").write_bytes(b"x")
    publish(Versions(dossier), small_site("un"))
    for form in (dossier / "site").rglob("*.br"):
        assert brotli.decompress(form.read_bytes()) == form.with_suffix("").read_bytes()


def test_forgetting_compresses_everything_again(dossier: Path, monkeypatch: pytest.MonkeyPatch):
    publish(Versions(dossier), small_site("un"))
    packed: list[bytes] = []
    monkeypatch.setitem(COMPRESSORS, "br", lambda content, page: packed.append(content) or brotli.compress(content))
    publish(Versions(dossier), small_site("un"), forget=True)
    assert len([content for content in packed if content != ICON]) == len(list((dossier / "site").rglob("*.br")))


def test_a_publication_is_the_same_bytes_everywhere(dossier: Path, tmp_path: Path):
    one = publish(Versions(dossier), small_site("un")).version
    other = publish(Versions(tmp_path / "ailleurs", simple=True), small_site("un")).version
    assert one.manifeste == other.manifeste


@pytest.mark.parametrize(("number", "told"), [(errno.EPERM, "Ajoutez --simple"), (errno.ENOSPC, "No space left")])
def test_a_disk_without_links_is_told_the_other_way_and_a_full_disk_is_not(
    dossier: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str
):
    def refuse(self: Path, target: str, target_is_directory: bool = False) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "symlink_to", refuse)
    with pytest.raises((PublicationImpossible, OSError), match=told):
        publish(Versions(dossier), small_site("un"))


def test_a_manifest_that_is_not_one_is_no_release(dossier: Path):
    publish(Versions(dossier), small_site("un"))
    publish(Versions(dossier), small_site("deux"))
    (Versions(dossier).toutes()[0].dossier / "manifeste.json").write_text("{", "utf-8")
    assert len(names_of_releases(dossier)) == 1
