"""Loaded by any Python whose path holds this folder: nothing goes out to the network, and no other program is started."""

from __future__ import annotations

import sys
from typing import Any

FORBIDDEN = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn")


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Stop at the first call."""
    if event.startswith(FORBIDDEN):
        raise PermissionError(f"{event} {arguments[:1]}")


sys.addaudithook(refuse)
