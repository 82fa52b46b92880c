"""Write the npm tools of the tests, of the audit and of the bench as one CycloneDX document; those of Python are cyclonedx-py's.

    .venv/bin/python outils/composants.py build/sbom-npm.json

npm's own command refuses the lock of the audit and gives another document each time; this one says what the locks say, hashes too.
"""

from __future__ import annotations

import json
import sys
from base64 import b64decode
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

PROJET = Path(__file__).parents[1]
LOCKS = tuple(f"{folder}package-lock.json" for folder in ("", "audit/", "bench/search/", "bench/autres/eleventy/"))
FOLDERS = "node_modules/"


def packages(lock: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """(name, what the lock says of it) of each package of a lock; one under another name tells its own."""
    told = json.loads((PROJET / lock).read_text("utf-8"))["packages"]
    for place, package in told.items():
        if place:
            yield package.get("name", place.rpartition(FOLDERS)[2]), package


def component(name: str, package: dict[str, Any], locks: list[str]) -> Component:
    """One package, and the locks that hold it."""
    group, _, bare = name.rpartition("/")
    algorithm, _, digest = package["integrity"].partition("-")
    url = PackageURL("npm", group or None, bare, package["version"])
    return Component(
        type=ComponentType.LIBRARY, name=bare, group=group or None, version=package["version"], purl=url, bom_ref=str(url),
        hashes=[HashType(alg=HashAlgorithm[algorithm.upper().replace("SHA", "SHA_")], content=b64decode(digest).hex())],
        licenses=[LicenseFactory().make_from_string(package["license"])] if package.get("license") else [],
        properties=[Property(name="vitrine:verrou", value=lock) for lock in dict.fromkeys(locks)],
    )  # fmt: skip


def document() -> str:
    """The whole document, the same for the same locks."""
    holders: dict[tuple[str, str], list[str]] = defaultdict(list)
    known: dict[tuple[str, str], dict[str, Any]] = {}
    for lock in LOCKS:
        for name, package in packages(lock):
            holders[name, package["version"]].append(lock)
            known[name, package["version"]] = package
    bom = Bom(components=[component(name, known[name, version], holders[name, version]) for name, version in known])
    written = json.loads(JsonV1Dot6(bom).output_as_string())
    del written["serialNumber"], written["metadata"]["timestamp"]  # chance and the clock
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(document(), encoding="utf-8")
