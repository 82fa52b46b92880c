"""Pages of prose: what a Markdown file may be called, and what it may hold."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from unit.catalogues import demonstration, plan_demonstration, plan_national
from vitrine.pages import prose
from vitrine.problems import DataFault

HEADER = "---\ntitle: T\ndescription: D\n---\n"


@pytest.mark.parametrize(
    ("name", "body", "told"),
    [
        ("<img src=x onerror=alert(1)>.md", "", "nom de page non admis."),
        ("Page.md", "", "nom de page non admis."),
        ("sitemap.xml/index.md", "", "nom de page non admis."),
        ("page.xx.md", "", "langue inconnue\u00a0: «\u00a0xx\u00a0»."),
        ("recherche.md", "", "cette adresse est déjà prise par le site."),
        ("page.md", "abc \u202e def", "caractère bidirectionnel U+202E."),
        ("page.md", "[" * 20_000, "page trop longue, ou trop de signes répétés."),
        ("page.md", "<a " * 600, "page trop longue, ou trop de signes répétés."),
        ("page.md", "# a\n" * 200, "page trop longue, ou trop de signes répétés."),
        ("page.md", "a" * 30_001, "page trop longue, ou trop de signes répétés."),
        ("page.md", "a" * 300_000, "300\u00a0Ko (256\u00a0Ko au plus par fichier)."),
        ("page.md", "[a](javascript:alert(1))", "adresse de lien non admise\u00a0: «\u00a0javascript:alert(1\u00a0»."),
        ("page.md", "<a href='data:x'>a</a>", "adresse de lien non admise\u00a0: «\u00a0data:x\u00a0»."),
        ("page.md", "[a](//mal.example)", "adresse de lien non admise\u00a0: «\u00a0//mal.example\u00a0»."),
        ("page.md", "[a](https://impots.gouv.fr@mal.example/)", "nom de site trompeur\u00a0: «\u00a0mal.example\u00a0»."),
        ("page.md", "1 85 07 61 001 123 45", "numéro de sécurité sociale."),
    ],
)  # fmt: skip
def test_a_page_of_prose_that_would_harm_is_refused(tmp_path, name, body, told):
    file = tmp_path / "docs" / name
    file.parent.mkdir(parents=True)
    file.write_text(HEADER + body, "utf-8")
    with pytest.raises(DataFault) as caught:
        list(prose.pages(demonstration(), [tmp_path / "docs"]))
    assert [fault.message for fault in caught.value.problems] == [told]


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_is_no_file_is_no_page(tmp_path, make):
    make(tmp_path / "page.md")
    with pytest.raises(DataFault) as caught:
        list(prose.pages(demonstration(), [tmp_path]))
    assert [fault.message for fault in caught.value.problems] == ["ce n'est pas un fichier."]


@pytest.mark.parametrize("plan", [plan_national, plan_demonstration])
def test_prose_cannot_take_an_address_of_another_kind_of_page(plan):
    held = {page.adresse.partition("/")[0] for page in plan().pages if page.gabarit != prose.GABARIT and page.adresse}
    assert held - {"ecole"} - prose.TAKEN == set()


@pytest.mark.parametrize("address", ["integrer", "marque", "hors-connexion"])
def test_prose_cannot_take_an_address_that_is_in_no_plan(tmp_path, address):
    (tmp_path / f"{address}.md").write_text("---\ntitle: Titre\ndescription: Texte.\n---\n\nTexte.\n", "utf-8")
    with pytest.raises(DataFault):
        list(prose.pages(demonstration(), [tmp_path]))
