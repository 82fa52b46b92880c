"""A site under attack: the hostile platform beside what must never be published, published twice with the network cut."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import hostile
from project import EPOCH, PROJET
from vitrine.loading import load_national
from vitrine.racine import Racine

SLUG = "hostile"
TODAY, AFTER_CONSENT = EPOCH, "1884124800"
"""The day of the data; 15 September 2029, when the consent of the schema's example has run out."""
CUT = [str(PROJET / "tests/coupure"), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
TOLD = "PAROLES-CONSENTIES"
"""What a testimony says; its consent runs out between the two publications."""
HIDDEN = {
    "data/metiers/brouillon.yml": "BROUILLON-MARQUEUR",
    "data/quiz/brouillon.yml": "QUIZ-BROUILLON-MARQUEUR",
    "data/temoignages/echu.yml": "ECHU-MARQUEUR",
}
"""Records that are read and never shown → what they say."""
NEVER = (hostile.NEVER_SHOWN, *HIDDEN.values(), "MOT-DE-PASSE", "HORS-DU-DOSSIER")


@dataclass
class Attaque:
    """A copy of the project with the hostile platform in it, and the folder where it is published."""

    dossier: Path

    @property
    def copie(self) -> Path:
        """The project."""
        return self.dossier / "projet"

    @property
    def www(self) -> Path:
        """All that publishing writes."""
        return self.dossier / "www"

    @property
    def site(self) -> Path:
        """What visitors see."""
        return self.www / "site"

    @property
    def memoire(self) -> Path:
        """Where the hashes of the last publication are kept."""
        return self.dossier / "avant.json"

    @property
    def avant(self) -> dict[str, str]:
        """The hash of every file that publishing must leave alone, as it was before the last publication."""
        found: dict[str, str] = json.loads(self.memoire.read_text("utf-8"))
        return found

    def copy(self, dossier: Path) -> Attaque:
        """The same elsewhere, to be published again."""
        shutil.copytree(self.dossier, dossier, symlinks=True)
        return Attaque(dossier)

    @cached_property
    def coupee(self) -> bool:
        """Whether the system lets us take the network away from a program."""
        if not shutil.which("unshare"):
            return False
        return subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode == 0

    def around(self) -> dict[str, str]:
        """The same as it is now, links and their targets included."""
        own = {self.www, self.memoire}
        files = (file for file in sorted(self.dossier.rglob("*")) if own.isdisjoint((file, *file.parents)))
        return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in files if file.is_file()}

    def publish(self, epoch: str, *words: str) -> subprocess.CompletedProcess[str]:
        """Publish it on some day, without network; the hash of what stands around is kept first."""
        self.memoire.write_text(json.dumps(self.around()), "utf-8")
        command = [sys.executable, "-B", "-c", "from vitrine.cli import main; main()", "publish", SLUG, "--vers", str(self.www)]
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": epoch, "PYTHONPATH": os.pathsep.join(CUT)}
        cut = ["unshare", "-rn"] if self.coupee else []
        return subprocess.run(
            [*cut, *command, *words], cwd=self.copie, env=environment, capture_output=True, text=True, check=False
        )


def prepare(dossier: Path) -> Attaque:
    """Copy the project, spoil its labels, write the hostile platform, and lay beside it what must never come out."""
    attaque = Attaque(dossier)
    for part in ("data", "docs", "hooks", "overrides"):
        shutil.copytree(PROJET / part, attaque.copie / part)
    shutil.copy(PROJET / "mkdocs.yml", attaque.copie)
    racine = Racine(attaque.copie)
    contexte = load_national(racine).contexte
    hostile.spoil_labels(attaque.copie / "data", contexte)
    folder = racine.plateformes / SLUG
    hostile.write_platform(folder, contexte)
    hide(folder, hostile.Attaquant(contexte))
    return attaque


def hide(folder: Path, attaquant: hostile.Attaquant) -> None:
    """Drafts, a consent that has run out, secrets beside the facts, links to elsewhere."""
    for place, mark in HIDDEN.items():
        kind = hostile.GENRES[place.split("/")[1]].modele
        titles = {name: mark for name in ("feminin", "masculin", "titre") if name in kind.model_fields}
        data = hostile.adjust(attaquant.record(kind, **titles))
        hostile.write(folder / place, {**data, "statut": "brouillon"} if "statut" in data else outdated(data))
    told = hostile.record_of(attaquant, "temoignages", titre=TOLD, citation=TOLD)
    hostile.write(folder / "data/temoignages/consenti.yml", told)
    for name in ("docs/notes.env", "docs/.cache/secret.md", "docs/.secret.md", "data/.env", "marque/mot-de-passe.txt", "notes.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("---\ntitle: MOT-DE-PASSE\ndescription: d\n---\nMOT-DE-PASSE\n", "utf-8")
    elsewhere = folder.parents[2] / "ailleurs"
    elsewhere.mkdir()
    (elsewhere / "voisin.md").write_text("---\ntitle: HORS-DU-DOSSIER\ndescription: d\n---\nHORS-DU-DOSSIER\n", "utf-8")
    (folder / "docs/voisin.md").symlink_to(elsewhere / "voisin.md")
    (folder / "docs/dossier").symlink_to(elsewhere)
    (folder / "marque/voisin.md").symlink_to(elsewhere / "voisin.md")


def outdated(testimony: dict[str, object]) -> dict[str, object]:
    """A testimony whose consent is over."""
    consent = testimony["consentement"]
    assert isinstance(consent, dict)
    return {**testimony, "consentement": {**consent, "date": "2020-01-01", "echeance": "2024-01-01"}}
