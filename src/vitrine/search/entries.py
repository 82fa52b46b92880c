"""What can be found: one entry a page or contact, its words sorted by how much they count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..catalogue import Catalogue, Fiche
from ..pages.page import Page, Plan
from ..prose import plain
from ..texts import Interface

SIGLE, TITRE, MOTS, RESUME, CORPS = 5, 4, 3, 2, 1
"""How much a word counts, by where it stands: ``MOTS`` are other names and the words of every day."""
Champs = dict[int, list[str]]


@dataclass(frozen=True)
class Entree:
    """Something to find. ``genre`` is the group it is listed under; ``champs`` its texts by weight.

    ``libelle`` also describes the entries at the addresses ``membres``: « De nuit » all that work at night.
    """

    genre: str
    titre: str
    adresse: str
    resume: str
    champs: Champs
    libelle: str = ""
    membres: frozenset[str] = field(default_factory=frozenset)


def entries(catalogue: Catalogue, plan: Plan, langue: str) -> Iterator[Entree]:
    """Everything that a visitor of a language may look for, in a stable order: first the professions that most others lead to."""
    called = Counter(slug for fiche in catalogue.metiers.values() for slug in {*fiche.fr.proches, *fiche.fr.evolutions})
    for page in sorted(plan.pages, key=lambda page: -called[page.fiche.slug] if page.fiche and page.section == "metiers" else 0):
        if page.fiche is not None and page.fiche.genre in MAKERS:
            yield of_record(catalogue, page, page.fiche, langue)
        elif page.gabarit == "prose.html":
            yield of_prose(page, langue)
        elif "choix" in page.donnees:
            yield of_list(catalogue, page, langue)
    for fiche in catalogue.contacts.values():
        if plan.at("contacts/"):
            yield of_contact(catalogue, fiche, langue)


def said(text: Any, langue: str) -> str:
    """A text by language, French by default."""
    return str(text.get(langue) or text["fr"])


def of_record(catalogue: Catalogue, page: Page, fiche: Fiche[Any], langue: str) -> Entree:
    """The entry of a sheet."""
    title, summary = said(page.titre, langue), said(page.description, langue)
    fields: Champs = {TITRE: [title], RESUME: [summary]}
    for weight, texts in MAKERS[fiche.genre](catalogue, fiche, langue).items():
        fields.setdefault(weight, []).extend(text for text in texts if text)
    if fiche.genre == "formations" and fiche.fr.sigle:
        return Entree("formations", title, page.adresse, summary, fields, fiche.fr.sigle, addresses("metiers", fiche.fr.metiers))
    return Entree(fiche.genre, title, page.adresse, summary, fields)


def addresses(section: str, slugs: Iterable[str]) -> frozenset[str]:
    """Where sheets stand."""
    return frozenset(f"{section}/{slug}/" for slug in slugs)


def of_list(catalogue: Catalogue, page: Page, langue: str) -> Entree:
    """The entry of a page that lists the records of one value."""
    option, title = page.donnees["choix"], said(page.titre, langue)
    label = catalogue.terme(option.filtre.nomenclature, option.code, langue).libelle if option else None
    label = label or Interface(catalogue.textes, langue).t("sans_diplome")
    members = addresses(page.section, [fiche.slug for fiche in page.donnees["fiches"]])
    return Entree("listes", title, page.adresse, "", {TITRE: [title]}, label, members)


def of_prose(page: Page, langue: str) -> Entree:
    """The entry of a prose page."""
    body = page.donnees["corps"]
    title, summary = said(page.titre, langue), said(page.description, langue)
    return Entree("pages", title, page.adresse, summary, {TITRE: [title], RESUME: [summary], CORPS: [plain(said(body, langue))]})


def of_contact(catalogue: Catalogue, fiche: Fiche[Any], langue: str) -> Entree:
    """The entry of a contact, on the page that lists them."""
    record = fiche.dans(langue)
    kind = catalogue.terme("types-contact", record.type, langue).libelle
    fields: Champs = {
        TITRE: [record.nom], RESUME: [kind, *labels(catalogue, "publics-vises", record.publics, langue), record.zone or ""],
        CORPS: [*record.missions, record.adresse.commune if record.adresse else ""],
    }  # fmt: skip
    return Entree("contacts", record.nom, f"contacts/#contact-{fiche.slug}", kind, fields)


def labels(catalogue: Catalogue, nomenclature: str, codes: Iterable[object], langue: str) -> list[str]:
    """Labels of codes."""
    return [catalogue.terme(nomenclature, str(code), langue).libelle for code in codes]


def of_metier(catalogue: Catalogue, fiche: Fiche[Any], langue: str) -> Champs:
    """A profession: its names, the words of every day, then the whole sheet. Publics, places, conditions come from the lists."""
    m = fiche.dans(langue)
    body = [
        *m.missions, *[f"{bloc.titre} {bloc.texte}" for bloc in m.nature], *[moment.geste for moment in m.journee],
        *m.plus, *m.moins,
        *[skill.libelle for skill in (*m.competences.savoir_faire, *m.competences.savoir_etre, *m.competences.savoirs)],
        *[f"{idea.idee} {idea.reponse}" for idea in m.idees_recues], m.acces.resume, m.evolution or "",
        *labels(catalogue, "interets", m.interets, langue),
    ]  # fmt: skip
    return {
        SIGLE: [m.sigle or ""], TITRE: [m.feminin, m.masculin], MOTS: [*m.synonymes, *m.termes_familiers],
        CORPS: [plain(text) for text in body],
    }  # fmt: skip


def of_formation(catalogue: Catalogue, fiche: Fiche[Any], langue: str) -> Champs:
    """A diploma: its names, then what one learns. Its level and ways come from the lists."""
    f = fiche.dans(langue)
    number = f.certification.numero if f.certification else ""
    body = [f.programme or "", *f.prerequis, *[bloc.titre for bloc in f.blocs]]
    return {SIGLE: [f.sigle or ""], RESUME: [number], CORPS: [plain(text) for text in body]}


def of_temoignage(catalogue: Catalogue, fiche: Fiche[Any], langue: str) -> Champs:
    """A testimony: who, what they do, what they say."""
    t = fiche.dans(langue)
    words = [t.citation or "", t.presentation or "", *[f"{qr.question} {qr.reponse}" for qr in t.questions]]
    return {RESUME: [t.fonction or "", *labels(catalogue, "themes", t.themes, langue)], CORPS: [plain(text) for text in words]}


def of_evenement(catalogue: Catalogue, fiche: Fiche[Any], langue: str) -> Champs:
    """An event: its kind and place."""
    e = fiche.dans(langue)
    place = [e.lieu.commune, e.lieu.nom or ""] if e.lieu else []
    return {RESUME: [*labels(catalogue, "types-evenement", [e.type], langue), *place], CORPS: [plain(e.description)]}


def of_actualite(catalogue: Catalogue, fiche: Fiche[Any], langue: str) -> Champs:
    """News."""
    return {CORPS: [plain(fiche.dans(langue).texte)]}


def of_quiz(catalogue: Catalogue, fiche: Fiche[Any], langue: str) -> Champs:
    """A quiz: what people call one, its questions or its scenes."""
    q = fiche.dans(langue)
    said = Interface(catalogue.textes, langue).t
    body = [*[question.texte for question in q.questions], *[f"{scene.titre} {scene.texte}" for scene in q.scenes]]
    return {MOTS: [said("quiz.titre"), said("quiz.mots")], CORPS: [plain(text) for text in body]}


def of_seance(catalogue: Catalogue, fiche: Fiche[Any], langue: str) -> Champs:
    """A lesson: what teachers call one, its classes, what is done in it."""
    s = fiche.dans(langue)
    said = Interface(catalogue.textes, langue).t
    facets = [
        *labels(catalogue, "niveaux-scolaires", s.niveaux, langue),
        *labels(catalogue, "variantes-seance", [v.public for v in s.variantes], langue),
    ]
    body = [*s.objectifs, *[f"{temps.titre} {temps.texte}" for temps in s.deroule], s.egalite or ""]
    return {MOTS: [said("seances.titre"), said("seances.mots")], RESUME: facets, CORPS: [plain(text) for text in body]}


def of_jeu(catalogue: Catalogue, fiche: Fiche[Any], langue: str) -> Champs:
    """A game: what teachers call one, its classes, what it is for."""
    j = fiche.dans(langue)
    said = Interface(catalogue.textes, langue).t
    classes = labels(catalogue, "niveaux-scolaires", j.niveaux, langue)
    body = [*j.objectifs, *j.regles, *[objet.nom for objet in j.objets]]
    return {MOTS: [said("jeux.titre"), said("jeux.mots")], RESUME: classes, CORPS: [plain(text) for text in body]}


def of_plateforme(catalogue: Catalogue, fiche: Fiche[Any], langue: str) -> Champs:
    """A platform: its names, its département, what it does."""
    p = fiche.dans(langue)
    places = [*labels(catalogue, "departements", p.departements, langue), *p.departements]
    actions = [action.titre for action in (*p.services, *p.actions)]
    return {MOTS: [p.nom, p.territoire, *places], CORPS: [plain(p.presentation or ""), *actions]}


MAKERS: dict[str, Callable[[Catalogue, Fiche[Any], str], Champs]] = {
    "metiers": of_metier,
    "formations": of_formation,
    "temoignages": of_temoignage,
    "agenda": of_evenement,
    "actualites": of_actualite,
    "plateformes": of_plateforme,
    "quiz": of_quiz,
    "seances": of_seance,
    "jeux": of_jeu,
}
GENRES = (
    "metiers",
    "formations",
    "listes",
    "pages",
    "contacts",
    "agenda",
    "temoignages",
    "actualites",
    "plateformes",
    "quiz",
    "seances",
    "jeux",
)
"""Groups of results, in the order in which equal ones are shown."""
