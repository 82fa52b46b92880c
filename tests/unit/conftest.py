"""Shared by all unit tests: minimal records, a national folder, what a field reads or refuses.

Golden cases live in ``cas/<folder>/``: a test that asks for ``cas_de_<folder>`` runs once for each file of it.
"""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from unit.fuzz import load_profiles
from unit.minimales import CAS, DONNEES, TOUS, fill, minimal
from unit.minimales import document as read
from vitrine.catalogue import Catalogue, Fiche
from vitrine.checking import check
from vitrine.communes.table import Commune, Table
from vitrine.loading import Chargement, load_national
from vitrine.merging import NATIONAL, overlay
from vitrine.model.context import Contexte
from vitrine.racine import Racine

load_profiles()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for ``cas_de_x`` once for each file of ``cas/x``."""
    for name in metafunc.fixturenames:
        folder = CAS / name.removeprefix("cas_de_")
        if name.startswith("cas_de_"):
            files = sorted(folder.glob("*.txt"))
            assert files, f"{folder} holds no case"
            metafunc.parametrize(name, files, ids=[file.stem for file in files])


@pytest.fixture(scope="session")
def minimales() -> dict[str, dict[str, Any]]:
    """The least that each kind of record must say; a test that changes one copies it first."""
    return {genre: minimal(genre).donnees for genre in TOUS}


@pytest.fixture
def metier_minimal(minimales: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A profession reduced to its required fields."""
    return copy.deepcopy(minimales["metiers"])


@pytest.fixture(scope="session")
def jour() -> date:
    """The day on which the tests take place."""
    return date(2026, 11, 22)


@pytest.fixture(scope="session")
def racine(tmp_path_factory: pytest.TempPathFactory) -> Racine:
    """A folder with the real nomenclatures, one profession, one formation and the interface strings. Never written to."""
    folder = tmp_path_factory.mktemp("racine")
    shutil.copytree(DONNEES / "nomenclatures", folder / "data" / "nomenclatures")
    fill(folder / "data" / "metiers" / "aide-a-domicile.yml", minimal("metiers").donnees)
    fill(folder / "data" / "formations" / "deaes.yml", minimal("formations").donnees)
    mentions = {"editeur": "Équipe nationale", "adresse": "Paris"}
    fill(folder / "data" / "plateformes" / "orne.yml", {**minimal("plateformes").donnees, "mentions": mentions})
    fill(folder / "data" / "textes" / "interface.yml", {"menu": "Menu"})
    return Racine(folder)


@pytest.fixture(scope="session")
def national(racine: Racine) -> Chargement:
    """That folder, loaded on 22 November 2026."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795305600")
        return load_national(racine)


@pytest.fixture
def dossier(tmp_path: Path) -> Racine:
    """The test's own folder: without nomenclatures, so that any code will do."""
    return Racine(tmp_path)


@pytest.fixture
def fichier(tmp_path: Path) -> Callable[..., Path]:
    """A YAML file of the test's own folder: fichier("data/metiers/x.yml", content)."""
    return lambda name, content: fill(tmp_path / name, content)


@pytest.fixture
def lecture() -> Callable[..., Any]:
    """The value that an annotation reads from a text."""
    return lambda kind, value, context=None: TypeAdapter(kind).validate_python(value, context=context)


@pytest.fixture
def refus() -> Callable[..., str]:
    """What is said of a value that an annotation refuses: the fact and the way out."""

    def told(kind: Any, value: Any, context: Contexte | None = None) -> str:
        with pytest.raises(ValidationError) as caught:
            TypeAdapter(kind).validate_python(value, context=context)
        said = caught.value.errors()[0]["ctx"]
        return f"{said['message']} {said['remede']}"

    return told


@pytest.fixture
def fiche() -> Callable[..., Fiche[Any]]:
    """A record: the minimal one of its kind with the fields of a piece of YAML instead."""

    def made(genre: str, slug: str, text: str = "", origine: str = NATIONAL) -> Fiche[Any]:
        name = f"{genre}/{slug}.yml"
        document = minimal(genre, name)
        if text:
            document = overlay(document, read(text, name), whole_fields=True)
        record, problems = check(document, TOUS[genre].modele, Contexte())
        assert not problems, [str(problem) for problem in problems]
        return Fiche(genre, slug, {"fr": record}, document, origine)

    return made


@pytest.fixture(scope="session")
def table() -> Table:
    """The real table of communes."""
    return Table(DONNEES / "communes")


@pytest.fixture(scope="session")
def communes(table: Table) -> list[Commune]:
    """All the communes of the table."""
    return [commune for departement in table.departements for commune in table.of(departement)]


@pytest.fixture
def catalogue(jour: date, table: Table) -> Callable[..., Catalogue]:
    """A catalogue of the records given."""

    def made(*fiches: Fiche[Any], plateforme: Fiche[Any] | None = None, textes: Any = None) -> Catalogue:
        kinds: dict[str, dict[str, Fiche[Any]]] = {}
        for one in fiches:
            kinds.setdefault(one.genre, {})[one.slug] = one
        return Catalogue(kinds, plateforme=plateforme, textes=textes or {}, aujourd_hui=jour, communes=table)

    return made
