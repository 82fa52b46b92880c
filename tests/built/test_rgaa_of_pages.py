"""RGAA 4.1.2 on every page as it is published: each mark says which criteria a test proves."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from built import rgaa_pages
from built.html_pages import read
from genres import LANGUAGES, file_of
from vitrine.publication.entetes import INTEGRER

Faults = dict[str, list[str]]
ALONE = ("en", "ar", "recherche", INTEGRER.rstrip("/"))


@pytest.fixture(scope="module")
def faults(sites: Path) -> Faults:
    """What was found in all pages of the demonstration site, and in those that only other sites have."""
    files = sorted((sites / "demonstration").rglob("*.html")) + sorted((sites / "national").glob("**/plateformes/**/*.html"))
    for name in ("orne", "pas-de-calais", "seine-et-marne-essonne"):
        files += [file_of(sites / name, langue + address) for langue in LANGUAGES for address in ("", "contacts/", "plateforme/")]
    return rgaa_pages.read_faults(files, sites)


@pytest.mark.rgaa("1.1", "1.2")
def test_every_image_has_an_alternative_or_is_passed_over(faults: Faults):
    assert faults["images"] == []


@pytest.mark.rgaa("1.9")
def test_no_picture_stands_in_a_figure_with_a_caption(faults: Faults):
    assert faults["pictures_with_a_caption"] == []


@pytest.mark.rgaa("2.1", "2.2", "4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8", "4.9", "4.10", "4.11", "4.12", "4.13")
def test_no_page_holds_a_frame_nor_plays_sound_or_film(faults: Faults):
    assert faults["frames_and_media"] == []


@pytest.mark.rgaa("5.1")
def test_a_table_with_spanning_headers_is_summed_up(faults: Faults):
    assert faults["complex_tables_are_summed_up"] == []


@pytest.mark.rgaa("5.3", "5.8")
def test_no_table_is_used_for_layout(faults: Faults):
    assert faults["tables_hold_data"] == []


@pytest.mark.rgaa("5.4")
def test_every_table_has_a_title(faults: Faults):
    assert faults["tables_have_a_title"] == []


@pytest.mark.rgaa("5.6", "5.7")
def test_every_header_of_a_table_says_what_it_heads(faults: Faults):
    assert faults["headers_say_what_they_head"] == []


@pytest.mark.rgaa("6.1")
def test_the_same_words_lead_to_the_same_place(faults: Faults):
    assert faults["same_words_lead_to_the_same_place"] == []


@pytest.mark.rgaa("6.2")
def test_every_link_has_a_name(faults: Faults):
    assert faults["links_have_a_name"] == []


@pytest.mark.rgaa("8.1")
def test_every_page_states_its_type(faults: Faults):
    assert faults["doctype"] == []


@pytest.mark.rgaa("8.3", "8.8")
def test_every_language_code_is_known(faults: Faults):
    assert faults["languages_are_known"] == []


@pytest.mark.rgaa("8.9")
def test_no_tag_is_there_for_its_looks(faults: Faults):
    assert faults["tags_mean_what_they_say"] == []


@pytest.mark.rgaa("8.10")
def test_the_direction_of_a_text_is_that_of_its_language(faults: Faults):
    assert faults["direction_follows_the_language"] == []


@pytest.mark.rgaa("9.1")
def test_headings_go_down_one_level_at_a_time(faults: Faults):
    assert faults["headings_have_no_gap"] == []


@pytest.mark.rgaa("9.1")
def test_every_heading_says_something(faults: Faults):
    assert faults["headings_are_not_empty"] == []


@pytest.mark.rgaa("9.2", "12.6")
def test_every_page_has_its_header_menu_content_and_footer(faults: Faults):
    assert faults["the_page_has_its_parts"] == []


@pytest.mark.rgaa("9.3")
def test_lists_are_lists_and_hold_items(faults: Faults):
    assert faults["lists_are_lists"] == []


@pytest.mark.rgaa("9.4")
def test_long_quotations_are_marked_as_such(faults: Faults):
    assert faults["quotations_are_marked"] == []


@pytest.mark.rgaa("10.1")
def test_looks_stay_in_the_stylesheet(faults: Faults):
    assert faults["looks_stay_in_the_stylesheet"] == []


@pytest.mark.rgaa("10.8")
def test_what_is_hidden_from_readers_cannot_be_reached_by_keys(faults: Faults):
    assert faults["what_is_hidden_holds_nothing_to_reach"] == []


@pytest.mark.rgaa("10.13")
def test_nothing_is_told_only_by_a_bubble_of_the_browser(faults: Faults):
    assert faults["nothing_shows_only_in_a_bubble"] == []


@pytest.mark.rgaa("11.1")
def test_every_field_has_a_label(faults: Faults):
    assert faults["fields_have_a_label"] == []


@pytest.mark.rgaa("11.5", "11.6")
def test_choices_are_grouped_under_a_legend(faults: Faults):
    assert faults["choices_are_grouped_under_a_legend"] == []


@pytest.mark.rgaa("11.9")
def test_every_button_has_a_name(faults: Faults):
    assert faults["buttons_have_a_name"] == []


@pytest.mark.rgaa("1.4", "1.5", "11.10", "11.11", "11.12", "11.13")
def test_no_form_asks_for_personal_data_nor_requires_or_sends_anything(faults: Faults):
    assert faults["nothing_is_asked_of_anybody"] == []


@pytest.mark.rgaa("12.1", "12.4")
def test_every_page_offers_the_menu_the_search_and_the_site_map(faults: Faults):
    assert faults["the_site_can_be_searched_and_walked"] == []


@pytest.mark.rgaa("12.7")
def test_the_first_link_of_every_page_skips_to_its_content(faults: Faults):
    assert faults["one_can_skip_to_the_content"] == []


@pytest.mark.rgaa("12.8")
def test_the_order_of_keys_is_that_of_the_code(faults: Faults):
    assert faults["the_order_of_the_code_is_the_order_of_keys"] == []


@pytest.mark.rgaa("13.1")
def test_no_page_refreshes_itself_or_has_a_time_limit(faults: Faults):
    assert faults["nothing_happens_by_itself"] == []


@pytest.mark.rgaa("13.2")
def test_no_link_opens_a_window(faults: Faults):
    assert faults["no_window_opens"] == []


@pytest.mark.rgaa("13.5")
def test_no_picture_made_of_signs_stands_for_words(faults: Faults):
    assert faults["no_sign_stands_for_a_word"] == []


def test_every_question_is_asked(faults: Faults):
    asked = Path(__file__).read_text("utf-8")
    assert [name for name in faults if f'faults["{name}"]' not in asked] == []


PAGES_WITH_FAULTS = {
    "images": "<img src=a.png>",
    "frames_and_media": "<iframe src=x></iframe>",
    "tables_have_a_title": "<table><tr><th scope=col>a</th></tr></table>",
    "same_words_lead_to_the_same_place": "<p><a href=a>ici</a> <a href=b>ici</a></p>",
    "direction_follows_the_language": "<p lang=ar>مرحبا</p>",
    "headings_have_no_gap": "<main><h1>a</h1><h3>b</h3></main>",
    "fields_have_a_label": "<input type=text>",
    "no_window_opens": "<a href=x target=_blank>x</a>",
    "lists_are_lists": "<main><p>- un<br>- deux</p></main>",
    "quotations_are_marked": f"<main><p>« {'long ' * 30}»</p></main>",
    "nothing_is_asked_of_anybody": "<input type=email>",
    "looks_stay_in_the_stylesheet": "<p align=center>x</p>",
    "what_is_hidden_holds_nothing_to_reach": "<p aria-hidden=true><a href=x>x</a></p>",
    "choices_are_grouped_under_a_legend": "<label><input type=radio> a</label>",
}


@pytest.mark.parametrize("name", PAGES_WITH_FAULTS)
def test_a_fault_is_seen(name: str):
    page = html.document_fromstring(f"<!doctype html><html lang=fr dir=ltr><body>{PAGES_WITH_FAULTS[name]}</body></html>")
    assert list(getattr(rgaa_pages, name)(page))


@pytest.mark.rgaa("12.3")
@pytest.mark.parametrize("langue", LANGUAGES)
def test_the_site_map_leads_to_every_page(sites: Path, langue: str):
    site = sites / "demonstration"
    root = site / langue
    listed = {
        (root / "plan-du-site" / link["href"]).resolve()
        for link in read(root / "plan-du-site/index.html").all("a")
        if "href" in link
    }
    others = {"en", "ar"} if not langue else set()
    pages = {file.parent.resolve() for file in root.rglob("index.html") if file.relative_to(root).parts[0] not in others}
    alone = (site / INTEGRER).resolve()  # what partners show inside their pages
    brand = (site / "marque").resolve()  # shown to the platform's own team, which is told of it when the site is built
    assert (
        sorted(str(page.relative_to(site.resolve())) for page in pages - listed - {brand} if not page.is_relative_to(alone)) == []
    )


@pytest.mark.rgaa("12.2", "12.5", "11.3")
@pytest.mark.parametrize("langue", LANGUAGES)
def test_menu_search_and_footer_are_the_same_and_in_the_same_order_on_every_page(sites: Path, langue: str):
    site = sites / "demonstration"
    order = {shape(file) for file in sorted((site / langue).glob("*/index.html")) if file.parent.name not in ALONE}
    assert len(order) == 1


def shape(file: Path) -> tuple[str, ...]:
    """The words of the menu, of the search box and of the footer, in order."""
    page = html.parse(str(file), parser=html.HTMLParser(encoding="utf-8")).getroot()
    parts = page.xpath("//header//nav|//header//search|//footer")
    return tuple(rgaa_pages.words(part) for part in parts) + tuple(page.xpath("//header//form/@class"))


@pytest.mark.rgaa("7.5")
@pytest.mark.parametrize("adresse", ["", "metiers/", "comparer/", "pres-de-chez-vous/", "ma-selection/"])
def test_what_changes_without_a_new_page_is_announced(sites: Path, adresse: str):
    page = html.parse(str(file_of(sites / "demonstration", adresse))).getroot()
    where = "//main//*[@role='status' or @aria-live='polite']" if adresse not in ("", "metiers/") else "//*[@role='status']"
    assert page.xpath(where)
