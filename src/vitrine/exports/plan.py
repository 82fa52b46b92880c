"""sitemap.xml with the languages of each page, and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as xml

from ..pages.page import Plan

SITEMAP, XHTML = "http://www.sitemaps.org/schemas/sitemap/0.9", "http://www.w3.org/1999/xhtml"


def sitemap(plan: Plan, languages: Iterable[str], site_url: str) -> bytes:
    """Every page in the languages it really exists in; a page shown in French for want of a translation is not listed."""
    xml.register_namespace("", SITEMAP)
    xml.register_namespace("xhtml", XHTML)
    root = xml.Element(f"{{{SITEMAP}}}urlset")
    for page in plan.pages:
        versions = [langue for langue in languages if langue in page.langues]
        for langue in versions:
            entry = xml.SubElement(root, f"{{{SITEMAP}}}url")
            xml.SubElement(entry, f"{{{SITEMAP}}}loc").text = absolute(site_url, langue, page.adresse)
            for other in versions if len(versions) > 1 else ():
                link = {"rel": "alternate", "hreflang": other, "href": absolute(site_url, other, page.adresse)}
                xml.SubElement(entry, f"{{{XHTML}}}link", link)
    xml.indent(root)
    return bytes(xml.tostring(root, encoding="utf-8", xml_declaration=True))


def absolute(site_url: str, langue: str, adresse: str) -> str:
    """The public address of a page."""
    return site_url + ("" if langue == "fr" else f"{langue}/") + adresse


def robots(site_url: str, fictional: bool) -> bytes:
    """A demonstration territory asks not to be indexed."""
    rule = "Disallow: /" if fictional else "Allow: /"
    return f"User-agent: *\n{rule}\nSitemap: {site_url}sitemap.xml\n".encode()
