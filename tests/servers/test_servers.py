"""What real servers answer when they show a published folder: headers, types, compressed forms, pages not found, new releases."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from queue import Queue
from threading import Event, Thread

import brotli
import pytest

from serveurs import WHOLE, Serveur, apache, nginx
from unit.petits_sites import shown, small_site
from unit.test_renvois import with_former
from vitrine.publication.entetes import ASK_AGAIN, BINARIES, FOREVER, HEADERS, HEADERS_INTEGRER, POLITIQUE, TEXTS
from vitrine.publication.parution import go_back, publish
from vitrine.publication.versions import Versions

DECODERS = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}


def style_of(dossier: Path) -> str:
    return "/assets/" + next((dossier / "site/assets").glob("vitrine.*.css")).name


def test_a_page_has_its_type_its_security_headers_and_is_asked_for_again(serveur: Serveur):
    for path in ("/", "/metiers/", "/en/"):
        page = serveur.get(path)
        assert page.statut == 200 and page["Content-Type"] == "text/html; charset=utf-8", path
        assert {name: page[name] for name in HEADERS} == HEADERS
        assert page["Cache-Control"] == ASK_AGAIN and page["ETag"]


def test_every_header_is_said_once(serveur: Serveur):
    for path in ("/", "/absent", style_of(serveur.dossier)):
        names = [name.lower() for name in serveur.get(path, Accept_Encoding="br").entetes]
        assert len(names) == len(set(names)), path


def test_the_worker_is_asked_for_again_in_every_form(serveur: Serveur):
    for encoding in ("identity", "gzip", "br"):
        answer = serveur.get("/sw.js", Accept_Encoding=encoding)
        assert (answer.statut, answer["Content-Type"]) == (200, "text/javascript; charset=utf-8")
        assert answer["Cache-Control"] == ASK_AGAIN and "Service-Worker-Allowed" not in answer.entetes
        assert answer["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
        assert serveur.get("/sw.js", Accept_Encoding=encoding, If_None_Match=str(answer["ETag"])).statut == 304


def test_a_page_that_has_not_changed_is_not_sent_again(serveur: Serveur):
    for encoding in ("identity", "gzip", "br"):
        page = serveur.get("/", Accept_Encoding=encoding)
        again = serveur.get("/", Accept_Encoding=encoding, If_None_Match=str(page["ETag"]))
        assert (again.statut, again.corps) == (304, b"")


def test_a_file_named_by_its_content_is_kept_for_ever(serveur: Serveur):
    for encoding in ("identity", "gzip", "br"):
        assert serveur.get(style_of(serveur.dossier), Accept_Encoding=encoding)["Cache-Control"] == FOREVER


@pytest.mark.parametrize(
    ("accepted", "sent"),
    [("gzip, deflate, br", "br"), ("gzip, deflate", "gzip"), ("gzip;q=1.0, br;q=0.5", "br"), ("br;q=0, gzip", "gzip"),
     ("identity", None), ("br;q=0", None), ("gzip;q=0.0", None), ("sabre, gzipped", None)],
)  # fmt: skip
def test_the_smallest_form_that_the_browser_accepts_is_sent(serveur: Serveur, accepted: str, sent: str | None):
    for path in ("/", "/metiers/", style_of(serveur.dossier), "/agenda.ics"):
        file = serveur.dossier / "site" / f"{path.lstrip('/')}{'index.html' if path.endswith('/') else ''}"
        answer = serveur.get(path, Accept_Encoding=accepted)
        assert (answer.statut, answer["Content-Encoding"]) == (200, sent), path
        assert answer["Vary"] == "Accept-Encoding", path
        assert DECODERS[sent](answer.corps) == file.read_bytes()


def test_forms_of_a_page_have_tags_of_their_own(serveur: Serveur):
    assert len({serveur.get("/", Accept_Encoding=encoding)["ETag"] for encoding in ("identity", "gzip", "br")}) == 3


def test_every_kind_of_file_has_its_type(serveur: Serveur):
    site = (serveur.dossier / "site").resolve()
    for suffix, kind in {**TEXTS, **BINARIES}.items():
        (site / f"essai.{suffix}").write_bytes(b"essai")
        answer = serveur.get(f"/essai.{suffix}")
        expected = f"{kind}; charset=utf-8" if suffix in TEXTS else kind
        assert (answer.statut, answer["Content-Type"]) == (200, expected)
        assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("encoding", ["identity", "gzip", "br"])
def test_what_does_not_exist_is_said_in_the_language_of_the_address(serveur: Serveur, encoding: str):
    for path, page in (("/absent", "404.html"), ("/metiers/absent/", "404.html"), ("/en/absent/", "en/404.html")):
        answer = serveur.get(path, Accept_Encoding=encoding)
        assert answer.statut == 404 and answer["Content-Type"] == "text/html; charset=utf-8"
        assert DECODERS[answer["Content-Encoding"]](answer.corps) == (serveur.dossier / "site" / page).read_bytes()
        assert {name: answer[name] for name in HEADERS} == HEADERS


def test_an_asset_that_does_not_exist_yet_is_not_missing_for_ever(serveur: Serveur):
    answer = serveur.get("/assets/vitrine.00000000.css")
    assert (answer.statut, answer["Cache-Control"]) == (404, ASK_AGAIN)


def test_an_address_without_its_slash_leads_to_the_page(serveur: Serveur):
    answer = serveur.get("/metiers")
    assert answer.statut == 301 and str(answer["Location"]).endswith("/metiers/")


def test_folders_are_not_listed_and_hidden_files_are_not_shown(serveur: Serveur):
    listing = serveur.get("/assets/")
    assert (listing.statut, listing.corps) == (404, (serveur.dossier / "site/404.html").read_bytes())
    assert serveur.get("/.htaccess").statut in (403, 404)


def test_nothing_outside_the_site_is_shown(serveur: Serveur):
    for path in ("/../manifeste.json", "/%2e%2e/manifeste.json", "/../nginx.conf", "/manifeste.json", "/nginx.conf"):
        assert serveur.get(path).statut in (400, 403, 404), path


def test_a_new_release_and_the_way_back_are_seen_at_once_without_a_word_to_the_server(serveur: Serveur):
    publish(Versions(serveur.dossier), small_site("deux"))
    assert b"<title>deux</title>" in serveur.get("/").corps
    go_back(Versions(serveur.dossier))
    assert b"<title>un</title>" in serveur.get("/").corps


def test_visitors_get_whole_pages_and_their_styles_while_sites_are_published(serveur: Serveur):
    done, seen, answers = Event(), set(), Queue[tuple[int, int, int]]()

    def visit() -> None:
        while not done.is_set():
            page = serveur.get("/metiers/")
            style = page.corps.decode().partition('<link rel="stylesheet" href="')[2].partition('"')[0]
            answers.put((page.statut, serveur.get(style).statut, page.corps.count(b"</html>")))

    visitor = Thread(target=visit)
    visitor.start()
    for number in range(12):
        publish(Versions(serveur.dossier), small_site(f"site {number}"))
        seen |= {answers.get(timeout=60) for _ in range(answers.qsize() + 2)}  # nobody reads more slowly than two publications
    done.set()
    visitor.join()
    assert shown(serveur.dossier) == "site 11"
    assert seen == {(200, 200, 1)}


@pytest.mark.parametrize("override", ["FileInfo", "None"])
def test_apache_shows_the_pages_whatever_it_lets_htaccess_do(publier: Callable[..., Path], override: str):
    with apache(publier("un") / "site", override=override) as server:
        page = server.get("/metiers/", Accept_Encoding="gzip")
        assert page.statut == 200
        assert (page["Cache-Control"] == ASK_AGAIN) is (override == "FileInfo")
        assert server.get("/absent").statut == 404


@pytest.mark.parametrize("missing", [("headers",), ("rewrite",), ("headers", "rewrite", "deflate", "filter"), ("mime",)])
def test_apache_shows_the_pages_without_some_of_its_modules(publier: Callable[..., Path], missing: tuple[str, ...]):
    dossier = publier("un")
    with apache(dossier / "site", tuple(name for name in WHOLE if name not in missing)) as server:
        for encoding in ("identity", "gzip, br"):
            page = server.get("/metiers/", Accept_Encoding=encoding)
            assert page.statut == 200 and DECODERS[page["Content-Encoding"]](page.corps).startswith(b"<!doctype html>")
        assert b"<title>un</title>" in server.get("/absent").corps


def test_nginx_does_without_its_brotli_module(publier: Callable[..., Path]):
    dossier = publier("un")
    with nginx(dossier / "site", dossier, brotli=False) as server:
        assert server.get("/", Accept_Encoding="gzip, br")["Content-Encoding"] == "gzip"


def test_a_site_may_share_its_host_with_others(publier: Callable[..., Path]):
    dossier = publier("un", base="/orne/")
    shared = dossier.parent / "commun"
    shared.mkdir()
    (shared / "orne").symlink_to(dossier / "site")
    for server_of in (lambda: apache(shared), lambda: nginx(shared, dossier)):
        with server_of() as server:
            for path in ("/orne/", "/orne/metiers/", "/orne" + style_of(dossier)):
                answer = server.get(path, Accept_Encoding="br")
                assert (answer.statut, answer["Content-Encoding"]) == (200, "br"), path
            assert server.get("/orne/absent").corps == (dossier / "site/404.html").read_bytes()
            assert server.get("/orne/en/absent").corps == (dossier / "site/en/404.html").read_bytes()


def with_pieces(base: str) -> Callable[[Path], None]:
    """The small site, and pages that partners may frame."""

    def write(folder: Path) -> None:
        small_site("un", base)(folder)
        for name in ("integrer/index.html", "integrer/en/agenda/index.html"):
            (folder / name).parent.mkdir(parents=True)
            (folder / name).write_bytes((folder / "index.html").read_bytes())

    return write


@pytest.mark.parametrize("base", ["/", "/orne/"])
def test_pieces_for_partners_may_be_framed_and_nothing_else(publier: Callable[..., Path], base: str):
    dossier = publier("un", base=base)
    publish(Versions(dossier), with_pieces(base))
    shared = dossier.parent / "commun"
    shared.mkdir()
    (shared / "orne").symlink_to(dossier / "site")
    root = dossier / "site" if base == "/" else shared
    opened = [(f"{base}{path}", 200) for path in ("integrer/", "integrer/en/agenda/", "integrer/en/agenda/index.html")]
    closed = [(base, 200), (f"{base}metiers/", 200), (f"{base}en/", 200), (f"{base}integrer/absent/", 404)]
    for server_of in (lambda: apache(root), lambda: nginx(root, dossier)):
        with server_of() as server:
            for encoding in ("identity", "gzip", "br"):
                for expected, asked in ((HEADERS_INTEGRER, opened), (HEADERS, closed)):
                    for path, status in asked:
                        answer = server.get(path, Accept_Encoding=encoding)
                        assert (answer.statut, answer.entetes.get_all("Content-Security-Policy")) == (
                            status,
                            [expected[POLITIQUE]],
                        ), path
                        assert {name: answer[name] for name in HEADERS} == expected


@pytest.mark.parametrize("base", ["/", "/orne/"])
def test_a_former_address_is_moved_for_good(publier: Callable[..., Path], base: str):
    dossier = publier("un", base=base)
    publish(Versions(dossier), with_former(base))
    shared = dossier.parent / "commun"
    shared.mkdir()
    (shared / "orne").symlink_to(dossier / "site")
    root = dossier / "site" if base == "/" else shared
    for server_of in (lambda: apache(root), lambda: nginx(root, dossier)):
        with server_of() as server:
            answer = server.get(f"{base}emplois/", Accept_Encoding="br")
            assert answer.statut == 301 and str(answer["Location"]).endswith(f"{base}metiers/")
            assert answer["Content-Security-Policy"]
            assert server.get(f"{base}metiers/").statut == 200


def test_a_plain_folder_is_shown_like_a_link(publier: Callable[..., Path]):
    dossier = publier("un", simple=True)
    with apache(dossier / "site") as server:
        assert server.get("/", Accept_Encoding="br")["Content-Encoding"] == "br"
        publish(Versions(dossier, simple=True), small_site("deux"))
        assert b"<title>deux</title>" in server.get("/").corps
