"""One profession on one A4 side: tagged, in its language, whole or openly cut short, and nothing fetched from outside."""

from __future__ import annotations

import logging
import os
from dataclasses import replace

import pytest
import zxingcpp

from papier import A3, A4, alternatives, drawn, elements, opened, site_of, sizes, text_of, title_of
from unit.catalogues import redire
from vitrine.pdf import papier
from vitrine.pdf.affiche import poster
from vitrine.pdf.cache import Cache
from vitrine.pdf.fiche import sheet
from vitrine.pdf.papier import Papier, lay_out, make_pdf, only

SLUG = "aide-soignant"
LONG = "Une mission dite en une phrase bien longue, qui prend deux lignes de la page à elle seule, et même un peu plus encore."


@pytest.fixture(scope="module")
def site():
    """The national site."""
    return site_of()


@pytest.fixture(scope="module")
def fiche(site):
    return site.catalogue.metiers[SLUG]


@pytest.fixture(scope="module")
def francaise(site, fiche) -> bytes:
    """The sheet in French."""
    return make_pdf(sheet(site, fiche, "fr"))


@pytest.fixture(scope="module")
def arabe(site, fiche) -> bytes:
    """The sheet in Arabic."""
    return make_pdf(sheet(site, fiche, "ar"))


def test_a_sheet_is_one_a4_page_that_says_what_it_is(francaise):
    document = opened(francaise)
    assert sizes(francaise) == [A4]
    assert document.Root.Lang == "fr"
    assert document.Root.MarkInfo.Marked
    assert document.Root.ViewerPreferences.DisplayDocTitle
    assert "Aide-soignant ou aide-soignante" in str(document.docinfo["/Title"])
    with document.open_metadata() as xmp:
        assert "Aide-soignant ou aide-soignante" in str(xmp["dc:title"])
        assert xmp["pdfuaid:part"] == "1"
        assert "Les métiers de l’autonomie" in str(xmp["dc:creator"])


def test_a_sheet_has_headings_lists_and_words_for_each_picture(francaise):
    tags = [tag for tag, _ in elements(francaise)]
    assert tags.count("/H1") == 1
    assert tags.count("/H2") >= 5
    assert {"/L", "/LI", "/P", "/Link"} <= set(tags)
    assert alternatives(francaise) == ["Code QR qui mène à la page https://metiers.exemple.fr/metiers/aide-soignant/"]


def test_the_code_of_a_sheet_leads_to_its_page(francaise):
    assert [code.text for code in zxingcpp.read_barcodes(drawn(francaise))] == ["https://metiers.exemple.fr/metiers/aide-soignant/"]


def test_a_sheet_says_its_pay_with_date_and_source_and_when_it_was_read(francaise):
    said = text_of(francaise)
    assert "CGT Santé Action sociale" in said
    assert "janvier 2024" in said
    assert "Fiche relue le 22 novembre 2026" in said


def test_a_sheet_without_a_public_grid_says_so(site, fiche):
    assert "Pas de grille publique vérifiée" in text_of(make_pdf(sheet(site, redire(fiche, salaires=[]), "fr")))


def test_a_sheet_in_arabic_reads_from_right_to_left(francaise, arabe):
    assert opened(arabe).Root.Lang == "ar"
    assert sizes(arabe) == [A4]
    assert "مساعد تمريض أو مساعدة تمريض" in title_of(arabe)
    code = zxingcpp.read_barcodes(drawn(arabe))[0]
    french = zxingcpp.read_barcodes(drawn(francaise))[0]
    assert code.text == "https://metiers.exemple.fr/ar/metiers/aide-soignant/"
    assert code.position.bottom_right.x < drawn(arabe).width / 2 < french.position.top_left.x


def test_a_territory_prints_its_own_number_its_logo_and_that_it_is_not_real():
    demonstration = site_of("demonstration")
    pdf = make_pdf(sheet(demonstration, demonstration.catalogue.metiers[SLUG], "fr"))
    assert "01 99 00 12 34" in text_of(pdf).replace("\u00a0", " ")
    assert "Territoire imaginaire" in text_of(pdf)
    assert any("Val-Fictif" in words for words in alternatives(pdf))


def test_printing_a_sheet_says_nothing_on_the_log(site, fiche, caplog):
    with caplog.at_level(logging.WARNING, "weasyprint"):
        make_pdf(sheet(site, fiche, "fr"))
        make_pdf(poster(site, fiche, "fr"))
    assert caplog.messages == []


def test_a_hostile_name_stays_words(site, fiche):
    name = "<script>alert(1)</script>\"'&{{ 1 }}<img src=file:///etc/passwd>"
    pdf = make_pdf(sheet(site, redire(fiche, feminin=name, masculin=name, accroche="<img src=x onerror=y>"), "fr"))
    assert title_of(pdf).startswith(name)
    assert "<img src=x onerror=y>" in text_of(pdf)


def test_too_long_a_sheet_is_cut_between_sentences_and_says_so(site, fiche):
    long_one = redire(fiche, missions=[f"{number}. {LONG}" for number in range(8)], plus=[LONG] * 5, moins=[LONG] * 5)
    pdf = make_pdf(sheet(site, long_one, "fr"))
    said = text_of(pdf)
    assert len(sizes(pdf)) == 1
    assert "et 3 autres, sur la page" in said
    assert said.count("un peu plus encore.") == 5


@pytest.mark.parametrize("url", ["https://exemple.fr/x.css", "file:///etc/passwd", "data:text/css,p{}", "papier:///../x"])
def test_nothing_but_the_files_of_a_page_is_loaded(url):
    fetch = only({"x.css": b"p{}"})
    assert fetch("papier:///x.css").read() == b"p{}"
    with pytest.raises(ValueError, match="refusée"):
        fetch(url)


def test_a_picture_from_elsewhere_is_left_out(tmp_path):
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>')
    html = f'<html lang="fr"><title>x</title><img alt="" src="{secret.as_uri()}"><p>Fin</p></html>'
    images = [box for box in lay_out(html, {}).pages[0]._page_box.descendants() if getattr(box, "replacement", None)]
    assert images == []


def test_the_same_content_gives_the_same_bytes(site, fiche, francaise):
    assert make_pdf(sheet(site, fiche, "fr")) == francaise


def test_any_change_of_content_changes_the_name_in_the_cache(site, fiche, monkeypatch):
    made = sheet(site, fiche, "fr")
    names = {
        made.empreinte(),
        sheet(site, redire(fiche, accroche="Autre."), "fr").empreinte(),
        sheet(site, fiche, "ar").empreinte(),
    }
    names |= {replace(made, fichiers={**made.fichiers, "papier.css": b""}).empreinte(), replace(made, pages=2).empreinte()}
    monkeypatch.setattr(papier, "version", lambda: "0.0")
    assert len({*names, made.empreinte()}) == 6
    assert sheet(site, fiche, "fr").empreinte() == made.empreinte()


def test_what_nobody_asks_for_in_a_month_is_thrown_away(tmp_path):
    cache, made = Cache(tmp_path / "cache"), []
    asked, forgotten = Papier(("asked",), {}, 1), Papier(("forgotten",), {}, 1)
    for content in (asked, forgotten):
        cache.get(content, lambda papier: made.append(papier) or papier.variantes[0].encode())
    for file in cache.dossier.glob("*.pdf"):
        os.utime(file, (0, 0))
    assert cache.get(asked, lambda papier: pytest.fail("made twice")) == b"asked"
    cache.forget_the_old()
    assert [file.read_bytes() for file in cache.dossier.glob("*.pdf")] == [b"asked"]
    assert made == [asked, forgotten]


def test_the_parts_of_a_content_do_not_run_into_each_other():
    one, other = Papier(("ab", "c"), {}, 1), Papier(("a", "bc"), {}, 1)
    assert one.empreinte() != other.empreinte()


def test_a_poster_is_one_a3_page_whose_code_leads_to_the_page(site, fiche):
    pdf = make_pdf(poster(site, fiche, "fr"))
    assert sizes(pdf) == [A3]
    assert [code.text for code in zxingcpp.read_barcodes(drawn(pdf))] == ["https://metiers.exemple.fr/metiers/aide-soignant/"]


def test_the_poster_of_an_event_says_when_where_and_how_to_come():
    demonstration = site_of("demonstration")
    pdf = make_pdf(poster(demonstration, demonstration.catalogue.evenements["forum-de-l-aide-exempleville-2027-05"], "fr"))
    said = text_of(pdf).replace("\u00a0", " ")
    assert sizes(pdf) == [A3]
    assert "amedi 22 mai 2027" in said
    assert "Palais des congrès Exemple" in said
    assert "01 99 00 12 34" in said
    assert "Accès en fauteuil" in said
