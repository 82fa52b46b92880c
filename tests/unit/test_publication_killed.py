"""A publication killed at any moment: whoever reads the site sees one whole release, and the next publication mends the rest.

The victims are processes of their own, killed by SIGKILL: no `finally`, no `except` of theirs runs.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from unit.petits_sites import is_whole, names_of_releases, shown, small_site
from vitrine.publication.manifeste import hash_file
from vitrine.publication.parution import go_back, publish
from vitrine.publication.versions import ASIDE, KEPT, Versions

SEED = 20261122
READS_AT_MOST = 100_000
MOVES = {"os.rename", "os.symlink", "shutil.rmtree"}
CHANGES = {"os.mkdir", "os.rmdir", "os.remove"}
WATCHED = MOVES | CHANGES | {"open"}
WAYS = pytest.mark.parametrize("simple", [False, True], ids=["lien", "simple"])

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="fork et SIGKILL : Linux seulement, ces tests n'ont PAS été faits")


@pytest.fixture
def dossier() -> Iterator[Path]:
    """A folder of publication in memory where there is one: hundreds of publications must not wait for a disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder, "www")


def in_a_process(work: Callable[[], object]) -> multiprocessing.process.BaseProcess:
    """Start some work in a process of its own, which does not outlive the tests."""
    process = multiprocessing.get_context("fork").Process(target=work, daemon=True)
    process.start()
    return process


def publish_for_ever(dossier: Path, victim: int) -> None:
    """Publish one site after another, all different."""
    for number in count():
        publish(Versions(dossier), small_site(f"victime {victim} site {number}"))


def read_as_a_visitor(dossier: Path) -> str:
    """Enter by the link and read every file there: what they all say. Again if three publications went by in the meantime."""
    while True:
        release = dossier / (dossier / "site").readlink()
        try:
            return read_together(release)
        except FileNotFoundError:
            assert not release.exists(), f"{release} is not whole"


def read_together(release: Path) -> str:
    """What every file of a release says; they must be of one and the same publication."""
    seen = {name: (release / name).read_text("utf-8") for name in ("index.html", "metiers/index.html", "en/index.html", "404.html")}
    titles = {text.partition("<title>")[2].partition("</title>")[0] for text in seen.values()}
    style = seen["index.html"].partition('href="/assets/')[2].partition('"')[0]
    assert hash_file(release / "assets" / style)[:8] == style.split(".")[1]
    assert len(titles) == 1, titles
    return titles.pop()


def test_fifty_publications_killed_at_random_moments_leave_one_whole_release_at_every_read(dossier: Path):
    chance, seen = random.Random(SEED), set()
    publish(Versions(dossier), small_site("premier"))
    for victim in range(50):
        process = in_a_process(lambda victim=victim: publish_for_ever(dossier, victim))
        wanted = len(seen) + chance.randrange(3)
        for _ in range(READS_AT_MOST):  # a slow machine needs more reads before its victim has published anything
            if len(seen) >= wanted:
                break
            seen.add(read_as_a_visitor(dossier))
        for _ in range(chance.randrange(1, 60)):
            seen.add(read_as_a_visitor(dossier))
        process.kill()
        process.join()
        assert process.exitcode == -signal.SIGKILL
        seen.add(read_as_a_visitor(dossier))
        assert is_whole(dossier), f"victime {victim}"
    assert len(seen) > 10, "the victims died before they had published anything"
    publish(Versions(dossier), small_site("dernier"))
    assert shown(dossier) == "dernier" and len(names_of_releases(dossier)) <= KEPT
    assert scraps(dossier) == []


def scraps(dossier: Path) -> list[str]:
    """What has no name in the folder of publication."""
    known = {"site", "versions", "nginx.conf", "nginx-brotli.conf"}
    return [path.name for path in dossier.iterdir() if path.name not in known] + [
        path.name for path in (dossier / "versions").iterdir() if path.name.startswith(".") and path.name != ".verrou"
    ]


def die_at(step: int) -> None:
    """Kill this process before the ``step``-th thing it does to the folder; what it writes aside counts for nothing."""
    steps = count(1)

    def counts(event: str, place: str, flags: int = 0) -> bool:
        written = event in CHANGES or (event == "open" and flags & (os.O_WRONLY | os.O_RDWR))
        return event in MOVES or bool(written and "/www" in place and ASIDE not in place)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in WATCHED and counts(event, str(arguments[0]), *arguments[2:3]) and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def killed_at_each_step(work: Callable[[], object], prepare: Callable[[], Path]) -> Iterator[Path]:
    """The folder that ``prepare`` makes, after ``work`` was killed at its first step, its second … until it ends alive."""
    for step in count(1):
        dossier = prepare()
        process = in_a_process(lambda step=step: (die_at(step), work()))
        process.join()
        if process.exitcode == 0:
            assert step > 9, "the work was not watched"
            return
        assert process.exitcode == -signal.SIGKILL
        yield dossier


@WAYS
def test_a_publication_killed_at_any_step_leaves_the_old_site_or_the_new_one(dossier: Path, simple: bool):
    for text in ("un", "deux"):
        publish(Versions(dossier, simple), small_site(text))
    texts = (f"essai {number}" for number in count())

    def prepare() -> Path:
        prepare.before, prepare.text = shown(dossier), next(texts)  # type: ignore[attr-defined]
        return dossier

    def work() -> None:
        publish(Versions(dossier, simple), small_site(prepare.text))  # type: ignore[attr-defined]

    outcomes = set()
    for _ in killed_at_each_step(work, prepare):
        assert is_whole(dossier, simple)
        assert shown(dossier) in (prepare.before, prepare.text)  # type: ignore[attr-defined]
        outcomes.add(shown(dossier) == prepare.text)  # type: ignore[attr-defined]
    assert outcomes == {False, True}
    publish(Versions(dossier, simple), small_site("dernier"))
    assert shown(dossier) == "dernier" and is_whole(dossier, simple) and scraps(dossier) == []


def test_going_back_killed_at_any_step_leaves_one_release_or_the_other(dossier: Path):
    names = (f"www{number}" for number in count())

    def prepare() -> Path:
        prepare.dossier = dossier / next(names)  # type: ignore[attr-defined]
        for text in ("un", "deux"):
            publish(Versions(prepare.dossier), small_site(text))  # type: ignore[attr-defined]
        return prepare.dossier  # type: ignore[attr-defined, no-any-return]

    outcomes = set()
    for folder in killed_at_each_step(lambda: go_back(Versions(prepare.dossier)), prepare):  # type: ignore[attr-defined]
        assert is_whole(folder)
        outcomes.add(shown(folder))
    assert outcomes == {"un", "deux"}
