"""Open data and site map: what other machines read."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as xml

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unit.catalogues import (
    JOUR,
    avec,
    demonstration,
    demonstration_entiere,
    national,
    plan_demonstration,
    plan_national,
    redire,
)
from vitrine.exports import donnees, plan
from vitrine.exports.donnees import safe_cell
from vitrine.model.kinds import GENRES, PLATEFORMES
from vitrine.model.metier import Metier
from vitrine.model.walk import EACH, cells, leaves
from vitrine.pages.page import Page, Plan

SITE = "https://exemple.fr/site/"
PRIVATE = {"notes", "empreinte", "age", "consentement", "statut"}
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
HOSTILE = ["=HYPERLINK(x)", "+33 1", "-1+2", "@SUM(A1)", "\t=1", "\r=1"]


@pytest.fixture(params=[national, demonstration], ids=["national", "demonstration"], scope="module")
def fichiers(request):
    """The data files of a site by address."""
    return dict(donnees.files(request.param()))


def lignes(content):
    """The rows of a CSV file as a French spreadsheet reads them."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def refuse(constant):
    """JSON knows neither NaN nor Infinity."""
    raise AssertionError(constant)


# -- open data


def test_each_kind_is_given_twice(fichiers):
    names = {address.rsplit(".", 1)[0] for address in fichiers}
    assert set(fichiers) == {f"{name}.{suffix}" for name in names for suffix in ("json", "csv")}
    assert {"donnees/metiers", "donnees/formations", "donnees/plateformes"} <= names


def test_json_is_valid_dated_and_licensed(fichiers):
    for address, content in fichiers.items():
        if address.endswith(".json"):
            data = json.loads(content, parse_constant=refuse)
            assert data["date"] == JOUR.isoformat()
            assert data["licence"]["nom"] == "Licence Ouverte 2.0"
            assert all(record["id"] and record["origine"] for record in data[address[8:-5]])


def test_no_private_field_is_given(fichiers):
    for address, content in fichiers.items():
        rows = lignes(content) if address.endswith(".csv") else json.loads(content)[address[8:-5]]
        assert not {name.split(".")[0] for row in rows for name in row} & PRIVATE, address


def test_no_note_for_the_team_is_given(fichiers):
    notes = [fiche.fr.notes for fiche in [*national().every(), *demonstration().every()] if getattr(fiche.fr, "notes", None)]
    assert len(notes) > 3
    given = "".join(content.decode() for content in fichiers.values())
    assert [note for note in notes if json.dumps(note, ensure_ascii=False)[1:-1] in given or note in given] == []


def test_a_spreadsheet_opens_the_csv(fichiers):
    for address, content in fichiers.items():
        if address.endswith(".csv"):
            assert content.startswith(b"\xef\xbb\xbfid;")
            assert None not in {name for row in lignes(content) for name in row}
            assert [row["id"] for row in lignes(content)] == [record["id"] for record in records(fichiers, address)]


def records(fichiers, address):
    """The JSON records of the dataset whose CSV is at an address."""
    return json.loads(fichiers[address.replace(".csv", ".json")])[address[8:-4]]


def test_no_cell_can_be_a_formula(fichiers):
    cells = [
        cell
        for address, content in fichiers.items()
        if address.endswith(".csv")
        for row in lignes(content)
        for cell in row.values()
    ]
    assert len(cells) > 1000
    assert [cell for cell in cells if cell.startswith(FORMULA_SIGNS)] == []


@pytest.mark.parametrize("text", HOSTILE, ids=repr)
def test_a_formula_is_disarmed(text):
    assert safe_cell(text) == f"'{text}"
    assert safe_cell(f"a{text}") == f"a{text}"


def test_a_hostile_title_reaches_the_csv_disarmed():
    slug, fiche = next(iter(demonstration().actualites.items()))
    hostile = avec(demonstration(), "actualites", redire(fiche, titre='=HYPERLINK("https://x.fr";"x")'))
    rows = {row["id"]: row for row in lignes(dict(donnees.files(hostile))["donnees/actualites.csv"])}
    assert rows[slug]["titre"] == '\'=HYPERLINK("https://x.fr";"x")'


def test_lists_yes_and_leading_zeros_survive_the_csv():
    files = dict(donnees.files(demonstration()))
    contact = next(row for row in lignes(files["donnees/contacts.csv"]) if row["telephone"])
    metier = next(row for row in lignes(files["donnees/metiers.csv"]) if row["id"] == "aide-soignant")
    assert contact["telephone"].startswith("0")
    assert metier["lieux"].split(" | ") == demonstration().metiers["aide-soignant"].fr.lieux
    assert metier["acces.reglemente"] in ("oui", "non")


def read_back(cell: str, several: bool) -> list[str]:
    """The values that a program finds in a cell."""
    text = cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(donnees.FORMULA_SIGNS) else cell
    return [value.replace("||", "|") for value in text.split(donnees.SEPARATOR)] if several and text else [text] if text else []


def test_the_csv_says_the_same_as_the_json(fichiers):
    for address, content in fichiers.items():
        if address.endswith(".csv"):
            name = address[8:-4]
            model = {**GENRES, "plateformes": PLATEFORMES}[name].modele
            for row, record in zip(lignes(content), records(fichiers, address), strict=True):
                for leaf in leaves(model):
                    column = ".".join(part for part in leaf if part != EACH)
                    if leaf[0] not in donnees.PRIVATE:
                        assert read_back(row[column], EACH in leaf) == cells(record, leaf), (address, row["id"], column)


@given(st.lists(st.text("='|+ a;\"\n-@", min_size=1, max_size=8), max_size=4), st.text("='|+ a;\"\n-@", min_size=1, max_size=8))
def test_whatever_is_written_is_read_back_and_is_no_formula(values, single):
    fiche = next(iter(demonstration().metiers.values()))
    one = redire(fiche, missions=values, feminin=single)
    made = donnees.to_csv(Metier, [(one, donnees.public(one.fr))])
    (row,) = csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";")
    assert (read_back(row["missions"], True), read_back(row["feminin"], False)) == (values, [single])
    assert not [cell for cell in row.values() if cell.startswith(FORMULA_SIGNS)]


def test_drafts_and_what_is_masked_are_not_given():
    ids = {record["id"] for record in records(dict(donnees.files(demonstration())), "donnees/formations.csv")}
    assert "de-ergotherapeute" in demonstration_entiere().formations
    assert "de-ergotherapeute" not in ids
    assert [slug for slug in ids if demonstration_entiere().formations[slug].fr.statut == "brouillon"] == []


def test_a_platform_gives_only_itself():
    data = json.loads(dict(donnees.files(demonstration()))["donnees/plateformes.json"])["plateformes"]
    assert [record["id"] for record in data] == ["demonstration"]


# -- site map


def entries(pages, languages):
    """(address, languages linked to) of each entry of a site map."""
    names = {"s": plan.SITEMAP, "x": plan.XHTML}
    root = xml.fromstring(plan.sitemap(Plan(pages), languages, SITE))
    return [
        (url.findtext("s:loc", None, names), {a.get("hreflang"): a.get("href") for a in url.findall("x:link", names)})
        for url in root
    ]


def test_a_page_is_listed_in_the_languages_it_exists_in():
    french, both = Page("a/", "", {}, {}), Page("b/", "", {}, {}, langues=frozenset({"fr", "en", "ar"}))
    linked = {"fr": f"{SITE}b/", "en": f"{SITE}en/b/"}
    assert entries([french, both], ("fr", "en")) == [(f"{SITE}a/", {}), (f"{SITE}b/", linked), (f"{SITE}en/b/", linked)]


@pytest.mark.parametrize("pages", [plan_national, plan_demonstration])
def test_the_site_map_holds_every_page_once(pages):
    found = entries(pages().pages, ("fr", "en", "ar"))
    assert (
        len({address for address, _ in found})
        == len(found)
        == sum(len(page.langues & {"fr", "en", "ar"}) for page in pages().pages)
    )
    assert {link for _, links in found for link in links.values()} <= {address for address, _ in found}


def test_a_demonstration_asks_not_to_be_indexed():
    assert plan.robots(SITE, True) == b"User-agent: *\nDisallow: /\nSitemap: https://exemple.fr/site/sitemap.xml\n"
    assert b"\nAllow: /\n" in plan.robots(SITE, False)
