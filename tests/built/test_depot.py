"""A platform in a repository of its own: seven entries, the installed package, the same site as at home."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
import yaml

from built.installation import Installation, lent
from project import JOUR, vitrine

ENTRIES = {".github", ".gitlab-ci.yml", "README.md", "data", "marque", "plateforme.yml", "requirements.txt"}
NATIONAL = ("mkdocs.yml", "data", "docs", "hooks", "overrides")


@pytest.fixture(scope="module")
def ain(installation: Installation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A platform on its first day, in a repository of its own."""
    folder = tmp_path_factory.mktemp("travail")
    done = installation.vitrine("new", "plateforme", "ain", "--depot", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "ain"


@pytest.fixture(scope="module")
def bati(installation: Installation, ain: Path) -> Path:
    """Its site, built from a folder inside the repository."""
    done = installation.vitrine("build", cwd=ain / "data")
    assert done.returncode == 0, done.stderr
    return Path(shutil.move(ain / "data" / "site", ain / "site"))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def different(first: Path, second: Path) -> set[str]:
    """The files that two folders do not share."""
    one, other = contents(first), contents(second)
    assert one
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def national_files(projet: Path) -> dict[str, bytes]:
    """What the national team writes, hidden files and caches aside."""
    found = [file for name in NATIONAL for file in (projet / name, *(projet / name).rglob("*")) if file.is_file()]
    named = {file.relative_to(projet): file for file in found}
    return {name.as_posix(): file.read_bytes() for name, file in named.items() if not any(part[:1] in "._" for part in name.parts)}


def test_the_wheel_carries_the_national_content_and_no_platform(installation: Installation, projet: Path):
    with zipfile.ZipFile(installation.roue) as wheel:
        prefix = "vitrine/national/"
        carried = {name.removeprefix(prefix): wheel.read(name) for name in wheel.namelist() if name.startswith(prefix)}
    assert carried == national_files(projet)


def test_a_repository_of_its_own_holds_seven_entries_none_copied_from_the_core(ain: Path, projet: Path):
    assert {entry.name for entry in ain.iterdir()} - {"site"} == ENTRIES
    core = {hashlib.sha256(content).digest() for content in national_files(projet).values()}
    own = {name: content for name, content in contents(ain).items() if not name.startswith("site/")}
    assert {name for name, content in own.items() if hashlib.sha256(content).digest() in core} == set()


def test_a_new_platform_is_checked_and_built_at_once(installation: Installation, ain: Path, bati: Path):
    checked = installation.vitrine("check", cwd=ain)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "data/contacts/accueil.yml" in checked.stdout and "cette fiche est un exemple" in checked.stdout
    page = (bati / "index.html").read_text("utf-8")
    assert "Site en préparation." in page and "noindex" in page


def test_an_example_cannot_be_published_as_a_fact(installation: Installation, ain: Path, tmp_path: Path):
    opened = tmp_path / "ain"
    shutil.copytree(ain, opened)
    file = opened / "plateforme.yml"
    file.write_text(file.read_text("utf-8").replace('en_preparation: "oui"', 'en_preparation: "non"'), "utf-8")
    done = installation.vitrine("check", cwd=opened)
    assert done.returncode == 1
    assert "data/agenda/premiere-rencontre.yml" in done.stderr and "(avertissement) source" not in done.stderr


def test_a_platform_that_moves_to_the_national_repository_keeps_its_data_and_its_site(
    ain: Path, bati: Path, copie: Path, tmp_path: Path
):
    for name in ("plateforme.yml", "data", "marque"):
        target = copie / "plateformes/ain" / name
        target.parent.mkdir(exist_ok=True)
        shutil.copytree(ain / name, target) if (ain / name).is_dir() else shutil.copy(ain / name, target)
    done = vitrine("build", "ain", "-o", str(tmp_path / "ensemble"), cwd=copie, **JOUR)
    assert done.returncode == 0, done.stderr
    assert different(bati, tmp_path / "ensemble") == set()


def test_a_platform_that_leaves_the_national_repository_keeps_its_data_and_its_site(
    installation: Installation, projet: Path, sites: Path, tmp_path: Path
):
    own = tmp_path / "un-depot-au-nom-quelconque"
    shutil.copytree(projet / "plateformes/demonstration", own)
    done = installation.vitrine("build", "-o", str(tmp_path / "chez-soi"), cwd=own)
    assert done.returncode == 0, done.stderr
    assert different(tmp_path / "chez-soi", sites / "demonstration") == set()


def test_a_fault_is_told_from_the_root_of_the_repository_and_nothing_is_built(
    installation: Installation, ain: Path, tmp_path: Path
):
    broken = tmp_path / "ain"
    shutil.copytree(ain, broken, ignore=shutil.ignore_patterns("site"))
    file = broken / "data/contacts/accueil.yml"
    file.write_text(file.read_text("utf-8").replace('canal: "public"', 'canal: "publique"'), "utf-8")
    done = installation.vitrine("build", cwd=broken)
    assert done.returncode == 1 and not (broken / "site").exists()
    assert re.search(r"^data/contacts/accueil\.yml:\d+:\d+  canal", done.stderr, re.M), done.stderr
    assert "Traceback" not in done.stderr


def test_a_national_sheet_is_completed_from_a_repository_of_its_own(installation: Installation, ain: Path, tmp_path: Path):
    own = tmp_path / "ain"
    shutil.copytree(ain, own, ignore=shutil.ignore_patterns("site"))
    done = installation.vitrine("new", "metier", "aide-a-domicile", cwd=own)
    assert "complétera la fiche nationale" in done.stdout, done.stderr
    file = own / "data/metiers/aide-a-domicile.yml"
    assert installation.vitrine("check", cwd=own).returncode == 0
    file.write_text(file.read_text("utf-8") + 'plus:\n  - "Dans l’Ain, vous travaillez en équipe."\n', "utf-8")
    told = installation.vitrine("check", cwd=own).stdout
    line = re.search(r"Écrivez (empreinte: \{plus: \w{8}\})", told)
    assert line, told
    file.write_text(file.read_text("utf-8") + line[1] + "\n", "utf-8")
    assert "empreinte" not in installation.vitrine("check", cwd=own).stdout
    shown = installation.vitrine("diff", cwd=own).stdout
    assert (
        "COMPLÈTE\n  data/metiers/aide-a-domicile.yml\n    plus\n" in shown and "+- Dans l’Ain, vous travaillez en équipe." in shown
    )


def steps(file: Path) -> list[str]:
    """Every command of a CI file, in order."""
    found: list[str] = []

    def walk(node: object) -> None:
        if isinstance(node, dict):
            for key, value in node.items():
                if key in ("run", "script", "before_script"):
                    found.extend([value] if isinstance(value, str) else value)
                else:
                    walk(value)
        elif isinstance(node, list):
            for item in node:
                walk(item)

    walk(yaml.safe_load(file.read_text("utf-8")))
    return found


CI = (".github/workflows/site.yml", ".gitlab-ci.yml")


@pytest.mark.parametrize("name", CI)
def test_the_ci_files_name_versions_and_need_no_secret(ain: Path, name: str):
    text = (ain / name).read_text("utf-8")
    assert "secrets" not in text and "TOKEN" not in text
    assert [use for use in re.findall(r"uses: (\S+)", text) if not re.fullmatch(r"[\w-]+/[\w-]+@v\d+\.\d+\.\d+", use)] == []
    assert "latest" not in text


def test_the_commands_of_the_ci_files_check_build_and_verify_the_site(installation: Installation, ain: Path, tmp_path: Path):
    install, *commands = steps(ain / CI[0])
    assert [install, *commands] == steps(ain / CI[1])
    assert install == "python -m pip install --requirement requirements.txt"
    path = f"{installation.environnement / 'bin'}{os.pathsep}{os.environ['PATH']}"
    for command in commands:
        done = subprocess.run(
            command, shell=True, cwd=ain, env={**lent(), "PATH": path}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    shutil.move(ain / "public", tmp_path)
    assert (tmp_path / "public/index.html").is_file()
    assert (tmp_path / "public/_headers").is_file()


def test_without_options_the_questions_are_asked(installation: Installation, tmp_path: Path):
    keyboard, terminal = os.openpty()
    os.write(keyboard, b"Val-Exemple\nAutonomie Val-Exemple\n01 69\n#ffff00\n#1b5236\n")
    command = [installation.commande, "new", "plateforme", "val-exemple", "--depot", "ici"]
    done = subprocess.run(command, cwd=tmp_path, env=lent(), stdin=terminal, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Territoire [Val Exemple]" in done.stdout and "Couleur conforme la plus proche" in done.stdout + done.stderr
    record = yaml.safe_load((tmp_path / "ici/plateforme.yml").read_text("utf-8"))
    assert (record["nom"], record["departements"], record["marque"]["couleur"]) == (
        "Autonomie Val-Exemple",
        ["01", "69"],
        "#1b5236",
    )


def test_an_existing_folder_is_never_overwritten(installation: Installation, ain: Path):
    done = installation.vitrine("new", "plateforme", "ain", "--depot", cwd=ain.parent)
    assert done.returncode == 1 and "existe déjà et n'est pas vide" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Ain"], "minuscules sans accent"),
        (["assets"], "sert déjà au site"),
        (["lot", "--couleur", "#ffff00"], 'Couleur conforme la plus proche\u00a0: "#7a7a00"'),
        (["lot", "--couleur", "vert"], "n'est pas une couleur"),
        (["val", "--departement", "1"], "n'est pas un code de département"),
    ],
)
def test_what_cannot_be_is_refused_with_the_way_out(installation: Installation, tmp_path: Path, arguments: list[str], told: str):
    done = installation.vitrine("new", "plateforme", *arguments, "--depot", cwd=tmp_path)
    assert done.returncode != 0 and told in done.stderr.replace("\n", " ")
    assert list(tmp_path.iterdir()) == []


def test_outside_of_any_repository_the_way_in_is_told(installation: Installation, tmp_path: Path):
    assert "plateforme.yml" in installation.vitrine("check", cwd=tmp_path).stderr
    assert "ajoutez --depot" in installation.vitrine("new", "plateforme", "ain", cwd=tmp_path).stderr
