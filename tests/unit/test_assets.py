"""Assets bear a hash of their content; what is made from the colours and the logo is published with them."""

from __future__ import annotations

import hashlib
import io
import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image

from unit.catalogues import DEMONSTRATION, RACINE, demonstration, national
from vitrine.assets import ICO, LOTS, assets_of, named
from vitrine.scripts import slim

OWN = RACINE.dossier / "overrides" / "assets"
THEME = Path(find_spec("material").origin).parent / "templates"


def test_a_name_bears_the_hash_of_its_content():
    digest = hashlib.sha256(b"abc").hexdigest()[:8]
    assert named("vitrine", "css", b"abc") == f"assets/vitrine.{digest}.css"
    assert named("vitrine", "css", b"abd") != named("vitrine", "css", b"abc")


@pytest.fixture(scope="module")
def actifs():
    """The assets of the demonstration platform."""
    return assets_of(demonstration(), THEME, OWN, RACINE.plateformes / DEMONSTRATION)


def test_every_asset_is_written_under_the_name_that_pages_load(actifs):
    pictures = {actifs.favicon, actifs.telephone, actifs.partage, actifs.logo}
    by_name = (actifs.styles, actifs.feuilles, actifs.scripts, actifs.lots)
    assert set(actifs.fichiers) == {*(address for addresses in by_name for address in addresses.values()), *pictures, ICO}
    for name, content in actifs.fichiers.items() - {(ICO, actifs.fichiers[ICO])}:
        assert re.fullmatch(r"assets/[a-z-]+\.[0-9a-f]{8}\.(css|js|svg|png)", name)
        assert name.split(".")[1] == hashlib.sha256(content).hexdigest()[:8]


def test_the_stylesheet_of_a_kind_of_page_begins_with_the_common_one(actifs):
    common = actifs.fichiers[actifs.styles["vitrine"]]
    kinds = {file.stem for file in (OWN / "css/pages").glob("*.css")} - {"integrer"}
    assert set(actifs.feuilles) == kinds
    for address in actifs.feuilles.values():
        assert actifs.fichiers[address].startswith(common)
        assert len(actifs.fichiers[address]) > len(common)


def test_the_scripts_of_a_kind_of_page_come_together_the_common_one_first(actifs):
    alone = {name: actifs.fichiers[address] for name, address in actifs.scripts.items()}
    together = {name: actifs.fichiers[address] for name, address in actifs.lots.items()}
    assert together == {name: b"".join(alone[part] for part in ("vitrine", *parts)) for name, parts in LOTS.items()}


def test_every_file_of_scripts_serves_a_kind_of_page():
    templates = "".join(file.read_text("utf-8") for file in (RACINE.dossier / "overrides").glob("*.html"))
    assert set(re.findall(r"{% block script %}([\w-]+){% endblock %}", templates)) == set(LOTS)


def test_a_script_is_published_without_what_its_authors_read():
    written = "// Why.\n(() => {\n  // how\n\n  const a = 'https://b'; // kept\n})();\n"
    assert slim(written) == "(() => {\nconst a = 'https://b'; // kept\n})();\n"


def test_no_text_of_a_script_runs_over_several_lines_where_indentation_would_count():
    scripts = (RACINE.dossier / "overrides/assets/js").glob("*.js")
    lines = [(file.name, line) for file in scripts for line in file.read_text("utf-8").splitlines()]
    assert [(name, line) for name, line in lines if line.count("`") % 2] == []


def test_the_stylesheet_and_the_favicon_are_in_the_platforms_colours(actifs):
    assert b"--marque:#0b5c6b;" in actifs.fichiers[actifs.styles["vitrine"]]
    assert b"#0b5c6b" in actifs.fichiers[actifs.favicon]


def test_the_national_site_has_no_logo_and_its_own_colours():
    actifs = assets_of(national(), THEME, OWN, None)
    assert actifs.logo is None
    assert sorted(actifs.scripts) == sorted(file.stem for file in (OWN / "js").glob("*.js"))
    assert b"--marque:#0f5a5c;" in actifs.fichiers[actifs.styles["vitrine"]]


def test_the_pictures_of_a_site_have_the_sizes_that_pages_and_systems_expect(actifs):
    shared, phone, old = (Image.open(io.BytesIO(actifs.fichiers[name])) for name in (actifs.partage, actifs.telephone, ICO))
    assert (shared.size, shared.format) == ((1200, 630), "PNG") and len(actifs.fichiers[actifs.partage]) < 100_000
    assert shared.convert("RGB").getpixel((1190, 10)) == (0x0B, 0x5C, 0x6B)
    assert (phone.size, phone.convert("RGB").getpixel((0, 0))) == ((180, 180), (255, 255, 255))
    assert {(16, 16), (32, 32), (48, 48)} == old.info["sizes"]


def test_the_logo_is_shown_in_its_own_shape(actifs):
    assert actifs.logo_taille == (60, 48)


def test_the_page_of_the_brand_has_both_sets_of_tones(actifs):
    css = actifs.fichiers[actifs.feuilles["marque"]].decode()
    light, dark = re.findall(r"\[data-apparence=(?:clair|sombre)\]\{(.*?)\}", css)
    assert "--marque:#0b5c6b;" in light and "--papier:#fff" in light and "color-scheme:light" in light
    assert "--marque:#0b5c6b;" not in dark and "--papier:#18262a" in dark and "color-scheme:dark" in dark
