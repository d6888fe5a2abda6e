"""A port for a server that must be known before it is started, or found again after a restart."""

import random
import socket
from contextlib import suppress

OURS = range(15_000, 32_000)
"""Below those that systems hand out by themselves: between our look and the server's start nobody is given one."""
TRIES = 100


def free_port() -> int:
    """A port on loopback on which nobody listens."""
    chance = random.SystemRandom()
    for _ in range(TRIES):
        port = chance.choice(OURS)
        with suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return port
    raise OSError(f"no port of {OURS} is free")
