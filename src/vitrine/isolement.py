"""Many sites at once, each in a process of its own: one that fails, hangs, eats the memory or is killed harms no other.

Where the system can fork, each process begins as a copy of this one, with the modules already imported and a memory of its own.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import tempfile
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import IO

FORKS = sys.platform == "linux"
"""Whether a new process begins as a copy of this one."""
SECONDS_AT_MOST = 900
BYTES_AT_MOST = 2 * 1024**3


class Etat(StrEnum):
    """How the work on one site ended."""

    CONSTRUIT = "construit"
    INCHANGE = "inchangé"
    ECHEC = "échec"
    A_FAIRE = "à faire"
    """It has been looked at, and must be done."""


@dataclass(frozen=True)
class Issue:
    """How the work on one site ended, and what it said."""

    nom: str
    etat: Etat
    message: str
    pages: int = 0
    secondes: float = 0.0

    @property
    def a_faire(self) -> bool:
        """Whether looking at it did not end the work: a look that fails ends none."""
        return self.etat in (Etat.A_FAIRE, Etat.ECHEC)


Travail = Callable[[str], Issue]
"""What is done for the site of a name; it can be sent to another process."""


@dataclass(frozen=True)
class Ouvrier:
    """A process at work on one site, and the pipe by which it answers."""

    nom: str
    processus: BaseProcess
    reponse: Connection
    debut: float = field(default_factory=time.monotonic)

    @property
    def reste(self) -> float:
        """Seconds left."""
        return self.debut + SECONDS_AT_MOST - time.monotonic()


def processors() -> int:
    """How many processes this machine really runs at once."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def run_each(names: Sequence[str], travail: Travail, jobs: int) -> Iterator[Issue]:
    """Do the work for each site, ``jobs`` at a time; each end is told when it comes."""
    context = multiprocessing.get_context("fork" if FORKS else "spawn")
    waiting, running = deque(names), list[Ouvrier]()
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                running.append(start(context, waiting.popleft(), travail))
            for ended in which_ended(running):
                running.remove(ended)
                yield finish(ended)
    finally:
        for abandoned in running:
            abandoned.processus.kill()


def start(context: BaseContext, name: str, travail: Travail) -> Ouvrier:
    """Give one site to a new process."""
    here, there = context.Pipe(duplex=False)
    process: BaseProcess = context.Process(target=work, args=(travail, name, there), daemon=True)  # type: ignore[attr-defined]
    process.start()
    there.close()
    return Ouvrier(name, process, here)


def which_ended(running: Sequence[Ouvrier]) -> list[Ouvrier]:
    """Wait for some of them to answer, to die or to be late."""
    timeout = max(0.0, min(one.reste for one in running))
    answered = wait([one.reponse for one in running], timeout)
    return [one for one in running if one.reponse in answered or one.reste <= 0]


def finish(ended: Ouvrier) -> Issue:
    """What a process has answered; or how it died, or that it was stopped because it was late."""
    issue = None
    with suppress(EOFError, OSError):  # it died without a word
        issue = ended.reponse.recv() if ended.reponse.poll() else late()
    ended.processus.kill()  # it has nothing left to do
    ended.processus.join()
    ended.reponse.close()
    seconds = round(time.monotonic() - ended.debut, 2)
    if isinstance(issue, Issue):
        return replace(issue, secondes=seconds)
    return Issue(ended.nom, Etat.ECHEC, issue or "Le système a arrêté le travail.", secondes=seconds)


def late() -> str:
    """Why a process that never ends is stopped."""
    return f"Arrêté après {SECONDS_AT_MOST // 60} minutes sans finir."


# -- in the process of one site


def work(travail: Travail, name: str, answer: Connection) -> None:
    """Do the work and answer, whatever happens short of being killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process stops us
    gc.disable()  # this process ends with its answer: collecting would only delay it
    limit_memory()
    with tempfile.TemporaryFile() as said:
        for stream in (1, 2):
            os.dup2(said.fileno(), stream)
        try:
            answer.send(travail(name))
        except MemoryError:
            answer.send(Issue(name, Etat.ECHEC, f"Arrêté\u00a0: plus de {BYTES_AT_MOST // 1024**3} Go de mémoire."))
        except BaseException:
            answer.send(Issue(name, Etat.ECHEC, unexpected(said)))


def limit_memory() -> None:
    """Refuse memory to a process that asks for too much, rather than let it take that of the others."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = BYTES_AT_MOST if hard == resource.RLIM_INFINITY else min(BYTES_AT_MOST, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def unexpected(said: IO[bytes]) -> str:
    """A fault of the program itself: what it printed, and where it stopped, for those who will mend it."""
    said.seek(0)
    printed = said.read().decode(errors="replace")
    return f"Faute du programme, à signaler à l'équipe nationale.\n{printed}{traceback.format_exc()}".rstrip()
