"""The live preview: the same pages as a build, made when they are asked for, and up to date."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import pytest

from genres import LANGUAGES, one_of_each
from project import JOUR
from vitrine.apercu.atelier import Atelier
from vitrine.apercu.serveur import Serveur
from vitrine.apercu.veille import changes
from vitrine.racine import Racine

SHEET = "data/metiers/aide-soignant.yml"
OWN = "plateformes/demonstration/data/contacts/accueil-de-la-plateforme.yml"
SEARCH = re.compile(r"((?:index|texte)-(?:fr|en|ar))\.[0-9a-f]{8}\.js")


def atelier_of(folder: Path, adresse: str = "http://127.0.0.1/") -> Atelier:
    """The demonstration platform being written."""
    return Atelier(Racine(folder), "demonstration", adresse)


@contextmanager
def shown(atelier: Atelier) -> Iterator[Serveur]:
    """The preview of a site, on a server."""
    atelier.refresh()
    serveur = Serveur("127.0.0.1", 0, atelier)
    Thread(target=serveur.serve_forever, daemon=True).start()
    yield serveur
    serveur.shutdown()
    serveur.server_close()


def ask(serveur: Serveur, path: str, method: str = "GET", **headers: str) -> tuple[int, str, dict[str, str]]:
    """(status, text, headers) of an answer."""
    request = urllib.request.Request(f"http://127.0.0.1:{serveur.server_port}/{path}", method=method, headers=headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read().decode(), dict(answer.headers)
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), dict(error.headers)


@contextmanager
def rewritten(atelier: Atelier, *edits: tuple[str, str, str]) -> Iterator[None]:
    """Texts changed in files of the project, and read; as before at the end."""
    files = [atelier.racine.dossier / name for name, _, _ in edits]
    before = [file.read_text(encoding="utf-8") for file in files]
    for file, text, (_, old, new) in zip(files, before, edits, strict=True):
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    atelier.refresh(files)
    yield
    for file, text in zip(files, before, strict=True):
        file.write_text(text, encoding="utf-8")
    atelier.refresh(files)
    assert atelier.fautes is None


@pytest.fixture(scope="module")
def apercu(copie_du_module: Path) -> Iterator[Serveur]:
    """The preview of a copy of the project, in which each test that writes puts back what it found."""
    with shown(atelier_of(copie_du_module)) as serveur:
        yield serveur


def test_one_page_of_each_kind_is_the_one_that_is_built(sites: Path, apercu: Serveur, monkeypatch: pytest.MonkeyPatch):
    for name, value in JOUR.items():
        monkeypatch.setenv(name, value)
    other = apercu.atelier
    atelier = replace(atelier_of(other.racine.dossier, "https://vitrine.example/"), memoire=other.memoire, proses=other.proses)
    atelier.refresh()
    assert atelier.contenu is not None, atelier.fautes
    site = sites / "demonstration"
    kinds = [f"{langue}{kind}" for langue in LANGUAGES for kind in one_of_each(site)]
    paths = [kind if kind.endswith(".html") else f"{kind}index.html" for kind in kinds]
    built = {path: SEARCH.sub(r"\1.js", (site / path).read_text(encoding="utf-8")) for path in paths}
    assert [path for path in paths if (atelier.contenu.at(path) or b"").decode() != built[path]] == []


def test_every_file_of_a_build_has_an_answer_but_what_only_a_published_site_needs(sites: Path, apercu: Serveur):
    contenu = apercu.atelier.contenu
    assert contenu is not None
    site = sites / "demonstration"
    built = {SEARCH.sub(r"\1.js", file.relative_to(site).as_posix()) for file in site.rglob("*") if file.is_file()}
    missing = {name for name in built - {*contenu.pages, *contenu.autres} if not name.startswith("assets/")}
    assert {Path(name).name for name in missing} <= {"hors-connexion.html"}


def test_a_page_comes_up_to_date_by_itself_and_is_never_kept(apercu: Serveur):
    status, html, headers = ask(apercu, "metiers/aide-soignant/")
    assert status == 200 and f'<script src="/-/apercu.js" data-vu="{apercu.atelier.nom}" defer></script></head>' in html
    assert headers["Cache-Control"] == "no-store" and "sw.js" not in html
    assert ask(apercu, "-/apercu.js")[0] == 200


@pytest.mark.parametrize("path", ["rien/", "-/atelier.py", "../pyproject.toml", "%2e%2e/pyproject.toml", "assets/../../mkdocs.yml"])
def test_nothing_but_the_site_is_shown(apercu: Serveur, path: str):
    assert ask(apercu, path)[0] == 404


def test_an_address_without_its_final_slash_leads_to_the_page(apercu: Serveur):
    assert "<title>Aide-soignant" in ask(apercu, "metiers/aide-soignant")[1]


@pytest.mark.parametrize(("host", "status"), [("localhost:8000", 200), ("192.168.1.2:8000", 200), ("mechant.example", 421)])
def test_a_name_that_another_site_lends_us_is_refused(apercu: Serveur, host: str, status: int):
    assert ask(apercu, "", Host=host)[0] == status


def test_nothing_can_be_sent_to_it(apercu: Serveur):
    assert ask(apercu, "", method="POST")[0] == 501


def test_what_is_written_is_shown_whatever_the_file(apercu: Serveur):
    edits = [
        (SHEET, " vous ", " vous toujours-essai "),
        ("data/textes/interface.yml", "rubrique.metiers: ", "rubrique.metiers: Essai de "),
        ("docs/dispositifs/vae.md", "\n## ", "\nUn essai **gras**.\n\n## "),
        (OWN, "nom: ", "nom: Comptoir "),
    ]
    with rewritten(apercu.atelier, *edits):
        assert "toujours-essai" in ask(apercu, "metiers/aide-soignant/")[1]
        assert "Essai de " in ask(apercu, "")[1]
        assert "Un essai <strong>gras</strong>." in ask(apercu, "dispositifs/vae/")[1]
        assert "Comptoir " in ask(apercu, "contacts/")[1]
    assert "toujours-essai" not in ask(apercu, "metiers/aide-soignant/")[1]


def test_a_record_added_or_taken_away_comes_and_goes(apercu: Serveur):
    contact = apercu.atelier.racine.dossier / OWN
    other = contact.with_name("autre-accueil.yml")
    other.write_text(contact.read_text(encoding="utf-8").replace("nom: ", "nom: Autre ", 1), encoding="utf-8")
    apercu.atelier.refresh({other})
    assert ask(apercu, "contacts/autre-accueil.vcf")[0] == 200
    other.unlink()
    apercu.atelier.refresh({other})
    assert ask(apercu, "contacts/autre-accueil.vcf")[0] == 404


def test_a_fault_is_told_in_place_of_every_page_until_it_is_mended(apercu: Serveur):
    with rewritten(apercu.atelier, (SHEET, "\nfamille: ", "\nfamile: <b>")):
        status, html, _ = ask(apercu, "contacts/")
        assert status == 500 and "2 fautes à corriger" in html
        assert re.search(r"aide-soignant\.yml, ligne \d+, champ famile", html)
        assert "Vouliez-vous dire «\xa0famille\xa0»" in html
    assert ask(apercu, "contacts/")[0] == 200


def test_a_link_of_prose_that_leads_nowhere_is_told(apercu: Serveur):
    with rewritten(apercu.atelier, ("docs/dispositifs/vae.md", "\n## ", "\n[Perdu](nulle-part.md)\n\n## ")):
        status, html, _ = ask(apercu, "")
        assert status == 500 and "nulle-part.md" in html


def test_a_style_that_changes_is_taken_up(apercu: Serveur):
    name = re.compile(r"assets/page-accueil\.[0-9a-f]{8}\.css")
    before = name.findall(ask(apercu, "")[1])
    with rewritten(apercu.atelier, ("overrides/assets/css/1-base.css", ":root {", ".essai { color: red }\n:root {")):
        after = name.findall(ask(apercu, "")[1])
        assert len(after) == 1 and after != before
        assert ".essai" in ask(apercu, after[0])[1]


def test_whoever_waits_is_told_of_the_next_reading(apercu: Serveur):
    before, told = apercu.atelier.nom, Event()
    answers: list[str] = []

    def wait() -> None:
        answers.append(ask(apercu, f"-/suite?vu={before}")[1])
        told.set()

    Thread(target=wait, daemon=True).start()
    assert not told.is_set()
    apercu.atelier.refresh()
    assert told.wait(20) and answers == [apercu.atelier.nom] and answers != [before]


def test_files_written_added_and_taken_away_are_noticed_and_no_others(copie: Path):
    racine, stop = Racine(copie), Event()
    seen = changes(racine, "demonstration", stop)
    written, gone, added = copie / SHEET, copie / "data/formations/deaes.yml", copie / "plateformes/demonstration/marque/x.svg"
    found: list[frozenset[Path]] = []
    watching = Thread(target=lambda: found.append(next(seen)), daemon=True)
    watching.start()
    Event().wait(1)
    (copie / "data/metiers/.brouillon.yml.swp").write_text("x")
    (copie / "plateformes/demonstration/site").mkdir()
    (copie / "plateformes/demonstration/site/index.html").write_text("x")
    written.write_text(written.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    gone.unlink()
    added.write_text("<svg/>")
    watching.join(20)
    stop.set()
    assert found == [frozenset({written, gone, added})]
