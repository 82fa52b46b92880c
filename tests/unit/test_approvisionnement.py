"""What the program is made of is known to the byte, and the program itself fetches nothing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from project import PROJET

REQUIREMENTS = PROJET / "requirements"
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}(?= |\\|$)", re.M)


def blocks(name: str) -> list[str]:
    """One block of lines a library."""
    found = re.split(r"\n(?=\S)", (REQUIREMENTS / name).read_text("utf-8").strip())
    return [block for block in found if not block.startswith("#")]


@pytest.mark.parametrize("name", ["site.txt", "pdf.txt", "dev.txt", "bench.txt"])
def test_every_library_is_exact_and_bears_its_hashes(name: str):
    assert len(blocks(name)) > 30
    assert [block for block in blocks(name) if not re.match(r"[a-z0-9-]+(\[[a-z0-9,-]+\])?==[\w.+!-]+ ", block)] == []
    assert [block for block in blocks(name) if not HASH.search(block) or "://" in block] == []


def test_every_library_that_is_asked_for_is_locked():
    asked = re.findall(r"^([A-Za-z][\w-]*)", (REQUIREMENTS / "site.in").read_text("utf-8"), re.M)
    locked = {block.partition("==")[0].partition("[")[0] for block in blocks("site.txt")}
    assert {name.lower() for name in asked} - locked == set()


def test_the_tools_that_are_not_python_are_exact_and_bear_their_hashes():
    lock = json.loads((PROJET / "package-lock.json").read_text("utf-8"))["packages"]
    tools = {name: package for name, package in lock.items() if name and not package.get("link")}
    assert [name for name, package in tools.items() if not package["integrity"].startswith("sha512-")] == []
    assert [name for name, version in lock[""]["devDependencies"].items() if not re.fullmatch(r"[\d.]+", version)] == []


def test_the_components_are_listed_in_cyclonedx(tmp_path: Path):
    (line,) = [line.strip() for line in (PROJET / "Makefile").read_text("utf-8").splitlines() if "cyclonedx-py" in line]
    words = line.replace("$(BIN)/cyclonedx-py", "").replace("build/sbom.json", str(tmp_path / "sbom.json")).split()
    subprocess.run([sys.executable, "-m", "cyclonedx_py", *words], cwd=PROJET, check=True, capture_output=True)
    listed = json.loads((tmp_path / "sbom.json").read_text("utf-8"))
    assert listed["bomFormat"] == "CycloneDX"
    assert {one["name"] for one in listed["components"]} == {block.partition("==")[0] for block in blocks("pdf.txt")}
    assert all(one["version"] and "sha256" in json.dumps(one).lower() for one in listed["components"])


def listed_by_npm(target: Path) -> str:
    """What « make sbom » says of the npm tools."""
    assert "$(BIN)/python outils/composants.py build/sbom-npm.json\n" in (PROJET / "Makefile").read_text("utf-8")
    command = [sys.executable, "outils/composants.py", str(target)]
    subprocess.run(command, cwd=PROJET, check=True, capture_output=True)
    return target.read_text("utf-8")


@pytest.fixture
def verrous() -> dict[str, dict[str, Any]]:
    """Every package-lock.json of the repository: place → package."""
    folders = [PROJET, PROJET / "audit", *(PROJET / "bench").iterdir(), *(PROJET / "bench/autres").iterdir()]
    files = [folder / "package-lock.json" for folder in folders if (folder / "package-lock.json").is_file()]
    return {file.relative_to(PROJET).as_posix(): json.loads(file.read_text("utf-8"))["packages"] for file in files}


def test_the_npm_tools_of_every_lock_are_listed_in_cyclonedx_always_the_same(verrous: dict[str, dict[str, Any]], tmp_path: Path):
    text = listed_by_npm(tmp_path / "un.json")
    assert text == listed_by_npm(tmp_path / "deux.json")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert len(verrous) == 4
    found = {lock: set() for lock in verrous}
    for one in json.loads(text)["components"]:
        for said in one["properties"]:
            found[said["value"]].add((one["hashes"][0]["content"], one["version"]))
    for lock, packages in verrous.items():
        assert found[lock] == {(hex_of(one["integrity"]), one["version"]) for place, one in packages.items() if place}


def hex_of(integrity: str) -> str:
    """A hash as CycloneDX writes it."""
    return b64decode(integrity.removeprefix("sha512-")).hex()


@pytest.mark.parametrize(
    "program",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request as u; u.urlopen('https://exemple.fr')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ],
)
def test_what_cuts_the_network_really_does(program: str):
    environment = {**os.environ, "PYTHONPATH": str(PROJET / "tests/coupure")}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "PermissionError" in done.stderr
