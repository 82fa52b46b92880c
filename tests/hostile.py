"""A whole platform whose every text is an attack that the checks accept, written from the schema itself.

Each leaf of each model gets the first of some attacks that its own validator lets through; what admits none of them (a date,
a code, a number) keeps the example that the schema gives. What is added to the schema is attacked as soon as it exists.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from vitrine.empreintes import EMPREINTE
from vitrine.model.common import Suivi
from vitrine.model.context import Contexte
from vitrine.model.criteres import Chemin
from vitrine.model.fields import Code, Renvoi, Traduisible
from vitrine.model.jeu import ENQUETE, OBJETS, Jeu
from vitrine.model.kinds import GENRES, Programme
from vitrine.model.plateforme import Masquer, Plateforme
from vitrine.model.quiz import Quiz

XSS = "window.__xss=1"
SHORT = f"""</title></script><script>{XSS}</script><img src=x onerror={XSS}>"'`{{{{7*7}}}}&lt;"""
LONG = f"""{SHORT} <svg onload={XSS}> <a href="javascript:{XSS}">a</a> <iframe srcdoc="<script>{XSS}</script>"></iframe> \
{{% for x in ().__class__.__base__.__subclasses__() %}} <!-- ]]> **gras**{{: onclick="{XSS}" }} [lien](https://exemple.fr/?a=1&b="2")"""
PAGE = f"""{LONG}

# Titre {{ onclick="{XSS}" style="color:red" }}

--8<-- "plateformes/demonstration/plateforme.yml"

| a | b |
|---|---|
| <script>{XSS}</script> | x |

```html
<script>{XSS}</script>
```

[renvoi][1] ![image](https://exemple.fr/x.png) <https://exemple.fr/?q=<script>

[1]: https://exemple.fr/"onmouseover="{XSS} "titre" onclick="{XSS}"
"""
PROSE = PAGE.replace('href="javascript:', 'href="https://exemple.fr/" title="')
"""For a page, whose links are checked even in raw HTML."""
ATTACKS = (PAGE, LONG, SHORT, f"https://exemple.fr/?q=%3Cscript%3E{XSS}%3C/script%3E&x={{{{7*7}}}}#javascript:{XSS}")
FORMULA = '=HYPERLINK("https://mal.example";"clic")'
DRAWING = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="{XSS}"><script>{XSS}</script>'
    f'<a href="javascript:{XSS}"><path d="M0 0h9v9z"/></a></svg>'
)
NEVER_SHOWN = "SECRET-DE-L-EQUIPE"
LEFT_OUT: dict[type[BaseModel], set[str]] = {
    Quiz: {"scenes"},
    Plateforme: {"masquer", "identifiant", "langues", "url"},
    Masquer: set(),
}
"""Fields that another one excludes, or that would hide the rest."""
FIXED = {
    "logo": "logo.svg",
    "anciens_slugs": [],
    "notes": NEVER_SHOWN,
    "departements": ["61"],
    "langues": ["fr"],
    "critere": "publics",
    "sigle": FORMULA,
}
"""Fields whose value decides what is shown, or is meant to be found again."""


@dataclass(frozen=True)
class Attaquant:
    """What writes records full of attacks; ``contexte`` knows the codes and the slugs that exist."""

    contexte: Contexte

    def record(self, model: type[BaseModel], **instead: Any) -> dict[str, Any]:
        """A record with every field given, those of ``instead`` as they say."""
        out = LEFT_OUT.get(model, set())
        fields = {
            name: info for name, info in model.model_fields.items() if (name not in out or name in instead) and name != EMPREINTE
        }
        return {name: instead[name] if name in instead else self.value(model, name, info) for name, info in fields.items()}

    def value(self, model: type[BaseModel], name: str, info: FieldInfo) -> Any:
        """What one field says."""
        if name == "valeurs" and "critere" in model.model_fields:
            return [self.code("publics")]
        if name == "statut" and issubclass(model, Suivi):
            return "relu"
        if name in FIXED:
            return FIXED[name]
        return self.of(Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation, info)

    def of(self, kind: Any, info: FieldInfo) -> Any:
        """A value of a kind."""
        origin, bare = get_origin(kind), kind
        if origin is Annotated:
            bare, *marks = get_args(kind)
            origin = get_origin(bare)
            known = next((mark for mark in marks if isinstance(mark, Code | Renvoi)), None)
            if known:
                return self.code(known.liste) if isinstance(known, Code) else next(iter(self.contexte.slugs[known.liste]))
            if bare is str or bare in (int, bool):
                return self.text(kind, info)
        if origin in (Union, UnionType):
            return self.of(next(option for option in get_args(bare) if option is not type(None)), info)
        if origin is list:
            return [self.of(get_args(bare)[0], info) for _ in range(2 if info.title in TWICE else 1)]
        if isinstance(bare, type) and issubclass(bare, BaseModel):
            return self.record(bare)
        return self.text(kind, info)

    def code(self, liste: str) -> str:
        """The first code of a vocabulary: the one whose label is an attack too."""
        return next(iter(self.contexte.codes[liste]))

    def text(self, kind: Any, info: FieldInfo) -> Any:
        """The first attack that the validator of a leaf accepts, else the example of the schema."""
        adapter = TypeAdapter(kind)
        for attack in ATTACKS if kind != Chemin else ():
            try:
                read = adapter.validate_python(attack, context=self.contexte)
            except ValidationError:
                continue
            if isinstance(read, str):
                return attack
        return str((info.examples or ["1"])[0])

    def translated(self, model: type[BaseModel], data: dict[str, Any]) -> dict[str, Any]:
        """The fields of a record that a translation restates."""
        found = {}
        for name, info in model.model_fields.items():
            if name in data and (value := _translated(info.annotation, info.metadata, data[name])) is not None:
                found[name] = value
        return found


TWICE = {"Réponses", "Réactions"}


def _translated(kind: Any, marks: Any, value: Any) -> Any:
    origin = get_origin(kind)
    if origin is Annotated:
        inner, *more = get_args(kind)
        return _translated(inner, (*marks, *more), value)
    if origin in (Union, UnionType):
        return _translated(next(option for option in get_args(kind) if option is not type(None)), marks, value)
    if origin is list:
        items = [_translated(get_args(kind)[0], marks, item) for item in value]
        return items if any(item is not None for item in items) else None
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        inner = {
            name: found
            for name, info in kind.model_fields.items()
            if name in value and (found := _translated(info.annotation, info.metadata, value[name])) is not None
        }
        return inner or None
    return value if any(isinstance(mark, Traduisible) for mark in marks) else None


def records(attaquant: Attaquant) -> Iterator[tuple[str, dict[str, Any]]]:
    """(file of the platform's folder, data) of a record of each kind, of a quiz of the other form, and of their translations."""
    whole = {f"{genre}/hostile": (kind.modele, attaquant.record(kind.modele)) for genre, kind in GENRES.items()}
    scenes = attaquant.of(Quiz.model_fields["scenes"].annotation, Quiz.model_fields["scenes"])
    whole["quiz/scenes"] = Quiz, {**attaquant.record(Quiz, questions=[]), "scenes": scenes, "titre": f"Scènes {XSS}"}
    for kind in (OBJETS, ENQUETE):
        whole[f"jeux/hostile-{kind}"] = Jeu, attaquant.record(Jeu, genre=kind, titre=f"{kind} {XSS}")
    for place, (model, data) in whole.items():
        adjusted = adjust(data)
        yield f"data/{place}.yml", adjusted
        translation = attaquant.translated(model, adjusted)
        if translation:
            yield f"data/{place}.en.yml", translation


def record_of(attaquant: Attaquant, genre: str, **instead: Any) -> dict[str, Any]:
    """A record of a kind."""
    return attaquant.record(GENRES[genre].modele, **instead)


def adjust(data: dict[str, Any]) -> dict[str, Any]:
    """What must agree between fields."""
    if "deroule" in data:
        data["duree_minutes"] = data["deroule"][0]["duree"]
    for name, kind in (("objets", OBJETS), ("stations", ENQUETE)):
        if data.get(name) and data["genre"] != kind:
            data.pop(name)
    for station in data.get("stations", ()):
        station.pop("champ")
    if data.get("questions") and "selon" in data["questions"][0]:
        question = data["questions"][0]
        data["questions"].append({**question, "reponses": []})
        question.pop("selon")
    return data


class Plain(yaml.SafeDumper):
    """Writes the same list twice rather than an anchor and its alias."""

    def ignore_aliases(self, data: Any) -> bool:
        """Always."""
        return True


def write(file: Path, data: dict[str, Any]) -> None:
    """A YAML file, every scalar quoted so that nothing is read otherwise than it was meant."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.dump(data, allow_unicode=True, sort_keys=False, default_style='"', width=4_000, Dumper=Plain), "utf-8")


def write_platform(folder: Path, contexte: Contexte) -> None:
    """A platform's whole folder, laid where ``plateforme.yml`` says where it is."""
    attaquant = Attaquant(contexte)
    write(folder / "plateforme.yml", attaquant.record(Plateforme, fictif="oui", url="https://hostile.vitrine.example/"))
    for place, data in records(attaquant):
        write(folder / place, data)
    (folder / "docs").mkdir()
    header = yaml.safe_dump({"title": SHORT, "description": SHORT}, default_style='"', width=4_000)
    (folder / "docs/prose-hostile.md").write_text(f"---\n{header}---\n{PROSE}", "utf-8")
    (folder / "marque").mkdir()
    (folder / "marque/logo.svg").write_text(DRAWING, "utf-8")


def spoil_labels(data: Path, contexte: Contexte) -> None:
    """The first label of every vocabulary, the rows of the comparison and the national programme become attacks."""
    attaquant = Attaquant(contexte)
    for file in sorted((data / "nomenclatures").glob("*.yml")):
        if "." not in file.stem:
            nomenclature = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
            first = next(iter(nomenclature["termes"].values()))
            first["libelle"], first["description"] = SHORT, LONG.replace('"2"', "2")
            write(file, nomenclature)
    row = {"titre": SHORT, "champ": "missions", "apercu": "oui"}
    rows = yaml.load((data / "comparaisons/metiers.yml").read_text("utf-8"), yaml.BaseLoader)
    write(data / "comparaisons/metiers.yml", {"groupes": [*rows["groupes"], {"titre": SHORT, "lignes": [row]}]})
    write(data / "programme.yml", attaquant.record(Programme))
