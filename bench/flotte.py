"""Write a fleet: the national content and one platform a département. The départements are real, everything else is invented.

    .venv/bin/python bench/flotte.py DOSSIER [--nombre 101] [--graine 2027]

Each platform says on every page that it is fictional. Telephone numbers are of the range 01 99 00, kept for fiction (ARCEP);
communes, bodies and dates do not exist. The same seed writes the same files.
"""

from __future__ import annotations

import argparse
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from vitrine.colour import TEXT_RATIO, contrast
from vitrine.reading import slugged

PROJET = Path(__file__).resolve().parents[1]
NATIONAL = ("mkdocs.yml", "data", "docs", "hooks", "overrides")
COMMUNES = PROJET / "plateformes/demonstration/data/communes.csv"
LIEUX = ("Exempleville", "Bourg-Fictif", "Fictif-sur-Exemple", "Saint-Exemple")
JOUR = date(2026, 11, 22)
SOURCE = {"titre": "Flotte fictive", "editeur": "Vitrine", "date": JOUR.isoformat()}
PUBLICS = ("demandeur-emploi", "jeune", "reconversion", "lyceen", "beneficiaire-rsa", "aidant")
METIERS = ("aide-a-domicile", "aide-soignant", "auxiliaire-de-vie", "infirmier", "educateur-specialise", "surveillant-de-nuit")
FORMATIONS = ("deaes", "deas", "tp-advf", "bac-pro-assp")
CONTACTS = {
    "plateforme": "Accueil de la plateforme", "mission-locale": "Mission locale Exemple", "employeur": "Association Exemple",
    "centre-formation": "Institut de formation Exemple", "departement": "Maison des solidarités Exemple",
}  # fmt: skip
AGENDA = {
    "forum": "Forum de l’aide et du soin",
    "cafe": "Café des métiers",
    "reunion": "Réunion d’information",
    "atelier": "Atelier CV",
}
LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 96">
<rect width="120" height="96" rx="12" fill="{couleur}"/><circle cx="{x}" cy="48" r="{r}" fill="#ffffff"/></svg>
"""


@dataclass
class Territoire:
    """One platform to be: its département, its own chance, its own telephone numbers."""

    code: str
    nom: str
    rang: int
    hasard: random.Random
    appels: int = 0

    @property
    def slug(self) -> str:
        """« fictif-orne »: « orne » is the platform that exists."""
        return slugged(f"fictif {self.nom}")

    def telephone(self) -> str:
        """A number that no other platform of the fleet has."""
        self.appels += 1
        digits = f"{self.rang * 40 + self.appels:04}"
        return f"01 99 00 {digits[:2]} {digits[2:]}"

    def jour(self) -> date:
        """A day of the coming year."""
        return JOUR + timedelta(days=self.hasard.randrange(10, 350))

    def couleur(self) -> str:
        """A colour that carries white text."""
        while True:
            colour = "#" + "".join(f"{self.hasard.randrange(200):02x}" for _ in range(3))
            if contrast(colour, "#ffffff") >= TEXT_RATIO:
                return colour

    def quelques(self, among: tuple[str, ...], count: int) -> list[str]:
        """Some of them, in their order."""
        return sorted(self.hasard.sample(among, count), key=among.index)

    def lieu(self) -> dict[str, str]:
        """A place that does not exist."""
        street = f"{self.hasard.randrange(1, 90)} rue de la Fiction"
        return {"nom": "Maison fictive des métiers", "voie": street, "code_postal": "00000", "commune": self.hasard.choice(LIEUX)}


def territories(seed: int) -> Iterator[Territoire]:
    """The 101 départements."""
    text = (PROJET / "data/nomenclatures/departements.yml").read_text(encoding="utf-8")
    for rank, (code, term) in enumerate(yaml.load(text, yaml.BaseLoader)["termes"].items()):
        yield Territoire(code, term["libelle"], rank, random.Random(f"{seed} {code}"))


def platform(one: Territoire) -> dict[str, Any]:
    """Its plateforme.yml."""
    body = f"Organisme fictif ({one.nom})"
    call = {"telephone": one.telephone(), "courriel": f"bonjour@{one.slug}.exemple.fr"}
    return {
        "identifiant": one.slug,
        "nom": f"Plateforme fictive des métiers de l’autonomie ({one.nom})",
        "nom_public": f"Autonomie {one.nom} (fictif)",
        "accroche": "Des métiers pour aider les autres : une plateforme imaginaire, pour les essais.",
        "departements": [one.code],
        "territoire": f"{one.nom} (données fictives)",
        "fictif": "oui",
        "url": f"https://{one.slug}.vitrine.example/",
        "bandeau": {"texte": "Une question ? Ce numéro n’existe pas.", **call, "verifie_le": JOUR.isoformat(), "source": SOURCE},
        "publics": one.quelques(PUBLICS, 4),
        "langues": ["fr", "en", "ar"],
        "marque": {"couleur": one.couleur(), "accent": "#f4b860", "logo": "logo.svg", "logo_alt": f"Autonomie {one.nom} (fictif)"},
        "mentions": {
            "editeur": body, "adresse": "1 place de l’Exemple, 00000 Exempleville", "telephone": one.telephone(),
            "directeur": "La présidence de l’organisme fictif", "hebergeur": "Hébergeur Exemple, 2 rue Fictive, 00000 Exempleville",
        },
        "accessibilite": {"etat": "non-conforme", "etablie_le": JOUR.isoformat()},
        "donnees_personnelles": {"responsable": body, "delegue": {"nom": "Délégation fictive", **call}},
        "verifie_le": JOUR.isoformat(),
    }  # fmt: skip


def contacts(one: Territoire) -> Iterator[tuple[str, dict[str, Any]]]:
    """Whom to call."""
    for kind, name in CONTACTS.items():
        yield f"contacts/{slugged(name)}", {
            "nom": f"{name} (fictif)", "type": kind, "canal": "public", "publics": one.quelques(PUBLICS, 3),
            "texte": "Ce service est imaginaire : ne composez pas ce numéro.", "telephone": one.telephone(), "adresse": one.lieu(),
            "departements": [one.code], "verifie_le": JOUR.isoformat(), "source": SOURCE,
        }  # fmt: skip


def events(one: Territoire) -> Iterator[tuple[str, dict[str, Any]]]:
    """What happens."""
    for kind, name in AGENDA.items():
        day = one.jour()
        yield f"agenda/{kind}-{day:%Y-%m}", {
            "titre": f"{name} (fictif)", "type": kind, "description": "Cette rencontre est imaginaire.", "debut": f"{day} 10:00",
            "fin": f"{day} 12:30", "lieu": one.lieu(), "publics": one.quelques(PUBLICS, 3), "metiers": one.quelques(METIERS, 3),
            "gratuit": "oui", "verifie_le": JOUR.isoformat(), "source": SOURCE,
        }  # fmt: skip


def sessions(one: Territoire) -> Iterator[tuple[str, dict[str, Any]]]:
    """Where and when to train."""
    for course in FORMATIONS:
        day = one.jour()
        yield f"sessions/{course}-{day:%Y-%m}", {
            "formation": course, "organisme": "Institut Exemple (fictif)", "lieu": one.lieu(), "voie": "formation-continue",
            "debut": f"{day}", "fin": f"{day + timedelta(days=280)}", "limite": f"{day - timedelta(days=9)}",
            "places": one.hasard.randrange(12, 41), "contact": {"nom": "Secrétariat fictif", "telephone": one.telephone()},
            "verifie_le": JOUR.isoformat(), "source": SOURCE,
        }  # fmt: skip


def news(one: Territoire) -> Iterator[tuple[str, dict[str, Any]]]:
    """What has been announced."""
    for number in (1, 2):
        day = JOUR - timedelta(days=one.hasard.randrange(1, 90))
        yield f"actualites/nouvelle-{number}", {
            "titre": f"Nouvelle imaginaire n° {number} ({one.nom})", "genre": "communique", "date": day.isoformat(),
            "accroche": "Ce texte sert aux essais.", "texte": "Rien de ce qui est écrit ici n’a eu lieu.", "source": SOURCE,
        }  # fmt: skip


def write_platform(one: Territoire, folder: Path) -> None:
    """Its folder: plateforme.yml, fifteen records, communes that do not exist, a logo."""
    told = platform(one)
    records = {name: record for kind in (contacts, events, sessions, news) for name, record in kind(one)}
    for name, record in {"plateforme": told, **{f"data/{name}": record for name, record in records.items()}}.items():
        file = folder / f"{name}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")
    shutil.copy(COMMUNES, folder / "data/communes.csv")
    (folder / "marque").mkdir(exist_ok=True)
    logo = LOGO.format(couleur=told["marque"]["couleur"], x=one.hasard.randrange(40, 80), r=one.hasard.randrange(15, 35))
    (folder / "marque/logo.svg").write_text(logo, encoding="utf-8")


def write_fleet(folder: Path, count: int, seed: int) -> None:
    """A national folder with its platforms."""
    for part in NATIONAL:
        copy = shutil.copytree if (PROJET / part).is_dir() else shutil.copy
        copy(PROJET / part, folder / part)
    for one in list(territories(seed))[:count]:
        write_platform(one, folder / "plateformes" / one.slug)


def main() -> None:
    """Read the command line, write the fleet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--nombre", type=int, default=101)
    parser.add_argument("--graine", type=int, default=2027)
    given = parser.parse_args()
    given.dossier.mkdir(parents=True)
    write_fleet(given.dossier, given.nombre, given.graine)


if __name__ == "__main__":
    main()
