"""A repository of its own says from where to install the program: never a name that belongs to somebody else."""

from __future__ import annotations

import json
from importlib import metadata

import pytest

from vitrine.depot import installed_from, requirement


@pytest.fixture
def installee(tmp_path, monkeypatch):
    """The program, installed from somewhere."""

    def made(origin):
        folder = tmp_path / "vitrine-0.1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: vitrine\nVersion: 0.1.0\n")
        if origin is not None:
            (folder / "direct_url.json").write_text(json.dumps(origin))
        found = metadata.PathDistribution(folder)
        monkeypatch.setattr(metadata, "distribution", lambda name: found)

    return made


@pytest.mark.parametrize(
    ("origin", "address"),
    [
        (
            {"url": "https://exemple.fr/vitrine.whl", "archive_info": {"hashes": {"sha256": "ab12"}}},
            "https://exemple.fr/vitrine.whl#sha256=ab12",
        ),
        ({"url": "https://exemple.fr/vitrine.whl", "archive_info": {}}, "https://exemple.fr/vitrine.whl"),
        (
            {"url": "https://exemple.fr/v.git", "vcs_info": {"vcs": "git", "commit_id": "c0ffee"}},
            "git+https://exemple.fr/v.git@c0ffee",
        ),
        ({"url": "file:///home/moi/vitrine.whl", "archive_info": {}}, None),
        (None, None),
    ],
    ids=["wheel and hash", "wheel", "git", "a file of this machine", "an index"],
)
def test_the_address_of_the_program_is_the_public_one_it_came_from(installee, origin, address):
    installee(origin)
    assert installed_from() == address


def test_without_an_address_nothing_is_installed_by_mistake():
    lines = requirement(None).splitlines()
    assert all(line.startswith("#") for line in lines)
    assert requirement("https://exemple.fr/v.whl") == "vitrine @ https://exemple.fr/v.whl"
