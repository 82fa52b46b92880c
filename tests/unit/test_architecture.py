"""The modules form a total order: each imports only those above it, and MkDocs stays at the edge."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import vitrine

ROOT = Path(vitrine.__file__).parent
ORDER = """
vitrine
problems
source source.text source.scalars source.syntax source.document
model model.faults model.context model.base model.hosts model.fields model.walk
model.francais model.values model.coordinates model.references
model.common model.contact model.evenement model.formation model.metier model.comparaison
model.nomenclature model.plateforme model.temoignage model.seance
model.criteres model.quiz model.jeu model.sante
model.kinds
communes communes.noms communes.table communes.adresses
memoire reading racine empreintes merging checking catalogue
jeux jeux.hasard jeux.planches jeux.journees jeux.enquete
colour marque marque.images marque.dessins marque.logo marque.icones marque.partage
rules.told rules.addresses rules.coherence rules.privacy rules.health rules.wording rules.platform rules
loading loading_platform selection
schema gabarits
prose formatting texts charts stylesheets marque.apparences scripts qr assets comparaison communes.fichiers
quiz quiz.questions quiz.points quiz.papier quiz.fichier
pages.page pages.filters pages.accueil pages.temoignages pages.actualites pages.agenda pages.contacts pages.formations
pages.legales pages.metiers pages.comparer pages.plateformes pages.proximite pages.seances pages.jeux pages.projection
pages.prose pages.quiz pages.recherche pages.carnet pages.borne pages.depliant pages glossary borne
publication publication.entetes
exports exports.calendrier exports.cartes exports.flux exports.renvois exports.donnees exports.jsonld exports.plan
exports.installation carnet hors_connexion
search search.words search.entries search.index search.site
etat etat.reglages etat.motifs etat.constat etat.phrases etat.lisibilite etat.completude etat.traductions etat.sources
etat.liens etat.trompeur etat.mots etat.rapport etat.donnees etat.terminal etat.page
rendering rendering.vue rendering.contexte rendering.fragments rendering.environment
publication.manifeste publication.compression publication.echange publication.hebergement publication.liens
publication.marques publication.verification publication.versions publication.parution
differences depot rgaa
assembly.commun assembly assembly.values assembly.integrer assembly.files
pdf.papier pdf.cache pdf.valeurs pdf.fiche pdf.livret pdf.affiche pdf
hors_ligne hors_ligne.demande hors_ligne.adresses hors_ligne.archive hors_ligne.papiers hors_ligne.copie
isolement entrees
site building publier copier flotte
apercu apercu.contenu apercu.atelier apercu.veille apercu.serveur
commandes commandes.new commandes.diff commandes.impression commandes.pdf commandes.hors_ligne
commandes.rgaa commandes.serve commandes.tous
cli __main__
""".split()  # noqa: SIM905
AT_THE_EDGE = {"site", "building", "publier", "copier", "flotte", "apercu.atelier", "cli"}
FRAMEWORKS = {"mkdocs", "material", "mkdocs_static_i18n", "properdocs"}


def name_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__") or "vitrine"


MODULES = {name_of(file): file for file in sorted(ROOT.rglob("*.py"))}


def imports(name: str) -> Iterator[str]:
    """Every module that a module imports, absolute names whole, those of vitrine without it; inside functions too."""
    file = MODULES[name]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.removeprefix("vitrine.") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from imported(node, file)


def imported(node: ast.ImportFrom, file: Path) -> Iterator[str]:
    module = (node.module or "").removeprefix("vitrine.")
    if node.level:
        package = file.relative_to(ROOT).parts[: -node.level]
        module = ".".join([*package, *filter(None, [node.module])]) or "vitrine"
    inner = {f"{module}.{alias.name}".removeprefix("vitrine.") for alias in node.names} & MODULES.keys()
    yield from inner or {module}


def test_the_reading_of_imports_sees_every_way_to_write_one():
    tree = "from . import coherence, platform\nfrom ..catalogue import FR\nfrom .told import tell\nfrom vitrine.model import walk\n"
    nodes = [node for node in ast.parse(tree).body if isinstance(node, ast.ImportFrom)]
    found = [sorted(imported(node, ROOT / "rules" / "x.py")) for node in nodes]
    assert found == [["rules.coherence", "rules.platform"], ["catalogue"], ["rules.told"], ["model.walk"]]


def test_every_module_has_its_place_in_the_order():
    assert sorted(MODULES.keys() - set(ORDER)) == []
    assert len(ORDER) == len(set(ORDER))


@pytest.mark.parametrize("name", MODULES)
def test_a_module_imports_only_modules_above_it(name):
    above = set(ORDER[: ORDER.index(name)])
    assert sorted({found for found in imports(name) if found in MODULES} - above) == []


@pytest.mark.parametrize("name", sorted(MODULES.keys() - AT_THE_EDGE))
def test_mkdocs_stays_at_the_edge(name):
    assert {found.partition(".")[0] for found in imports(name)} & FRAMEWORKS == set()


@pytest.mark.parametrize("name", MODULES)
def test_a_module_says_what_it_is_for(name):
    assert ast.get_docstring(ast.parse(MODULES[name].read_text(encoding="utf-8")))


def test_there_is_no_utils():
    vague = {"utils", "util", "helpers", "misc", "tools", "commons"}
    assert {name for name in MODULES if name.rpartition(".")[2] in vague} == set()
