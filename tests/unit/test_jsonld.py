"""Structured data says what a page is, and cannot leave its script."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest

from unit.catalogues import demonstration, evenement, national, plan_demonstration, plan_national, redire
from vitrine.exports.jsonld import breadcrumb, happening, occupation, structured
from vitrine.rendering.environment import json_ld

CONTEXT = "https://schema.org"
SITE = "https://exemple.fr/"


def objects(catalogue, plan, adresse):
    """The structured data of a page."""
    page = plan.at(adresse)
    trail = [(above.titre["fr"], SITE + above.adresse) for above in [*plan.trail(page), page]]
    return structured(catalogue, page, "fr", SITE + adresse, trail)


@pytest.mark.parametrize(
    ("adresse", "types"),
    [
        ("", ["Organization"]),
        ("metiers/", ["BreadcrumbList"]),
        ("metiers/aide-soignant/", ["BreadcrumbList", "Occupation"]),
        ("formations/deas/", ["BreadcrumbList", "EducationalOccupationalCredential"]),
        ("agenda/diner-des-aidants-2027-06/", ["BreadcrumbList", "Event"]),
        ("plateforme/", ["BreadcrumbList", "Organization"]),
        ("temoignages/ines-apprendre-le-francais/", ["BreadcrumbList"]),
        ("accessibilite/", ["BreadcrumbList"]),
    ],
)
def test_each_kind_of_page_has_its_types(adresse, types):
    found = objects(demonstration(), plan_demonstration(), adresse)
    assert [thing["@type"] for thing in found] == types
    assert {thing["@context"] for thing in found} == {CONTEXT}


def test_the_national_home_is_no_organisation():
    assert objects(national(), plan_national(), "") == []


def test_a_sheet_says_its_address_and_a_diploma_its_language():
    sheet = objects(national(), plan_national(), "metiers/aide-soignant/")[1]
    assert sheet["url"] == f"{SITE}metiers/aide-soignant/"
    assert sheet["name"] == "Aide-soignant ou aide-soignante"
    assert objects(national(), plan_national(), "formations/deas/")[1]["inLanguage"] == "fr"


def test_a_breadcrumb_counts_its_steps():
    steps = breadcrumb([("Accueil", SITE), ("Métiers", f"{SITE}metiers/")])["itemListElement"]
    assert steps == [
        {"@type": "ListItem", "position": 1, "name": "Accueil", "item": SITE},
        {"@type": "ListItem", "position": 2, "name": "Métiers", "item": f"{SITE}metiers/"},
    ]


def test_pay_goes_from_the_lowest_to_the_highest():
    fiche = next(f for f in national().metiers.values() if len(f.fr.salaires) > 1)
    pay = occupation(national(), fiche, "fr")["estimatedSalary"]
    amounts = [a for s in fiche.fr.salaires for a in (s.debutant, s.experimente) if a is not None]
    assert (pay["value"]["minValue"], pay["value"]["maxValue"]) == (float(min(amounts)), float(max(amounts)))
    assert (pay["currency"], pay["value"]["unitText"]) == ("EUR", "MONTH")


def test_no_pay_is_invented():
    fiche = redire(national().metiers["aide-soignant"], salaires=[])
    assert "estimatedSalary" not in occupation(national(), fiche, "fr")


def test_an_event_in_a_place_keeps_paris_time():
    event = happening(demonstration(), evenement(), "fr")
    assert event["startDate"] == "2027-01-16T14:00:00+01:00"
    assert event["eventStatus"] == f"{CONTEXT}/EventScheduled"
    assert event["eventAttendanceMode"] == f"{CONTEXT}/OfflineEventAttendanceMode"
    assert event["location"]["address"]["postalCode"] == "61000"
    assert "endDate" not in event
    assert "isAccessibleForFree" not in event


def test_an_event_on_line_or_cancelled_says_so():
    event = happening(demonstration(), evenement(lieu=None, lien="https://exemple.fr/x", annule="oui", gratuit="non"), "fr")
    assert event["location"] == {"@type": "VirtualLocation", "url": "https://exemple.fr/x"}
    assert event["eventStatus"] == f"{CONTEXT}/EventCancelled"
    assert event["eventAttendanceMode"] == f"{CONTEXT}/OnlineEventAttendanceMode"
    assert event["isAccessibleForFree"] is False


def test_a_platform_is_called_in_international_form():
    assert objects(demonstration(), plan_demonstration(), "")[0]["telephone"].startswith("+33")


class Scripts(HTMLParser):
    """The scripts and other tags that a browser would find."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.data: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep every tag."""
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Keep what scripts hold."""
        self.data.append(data)


@pytest.mark.parametrize("text", ["</script><img src=x onerror=alert(1)>", "<!--<script>", "]]>", "a & b", "\u2028"])
def test_no_text_closes_its_script(text):
    event = happening(demonstration(), evenement(titre=f"Forum {text}"), "fr")
    page = Scripts(f'<script type="application/ld+json">{json_ld(event)}</script>')
    assert page.tags == ["script"]
    assert json.loads("".join(page.data)) == event


@pytest.mark.parametrize(
    "site", [(national, plan_national), (demonstration, plan_demonstration)], ids=["national", "demonstration"]
)
def test_the_structured_data_of_every_page_is_json(site):
    catalogue, plan = site[0](), site[1]()
    for page in plan.pages:
        for thing in objects(catalogue, plan, page.adresse):
            assert json.loads(json_ld(thing)) == thing
            assert "<" not in json_ld(thing)
