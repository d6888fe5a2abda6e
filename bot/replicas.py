"""The other processes on the same database: who of them leads, and the bell between them. `storage` implements both."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

EFFECTS, MESSAGES, CHANGES = "effects", "messages", "changes"
"""What a ring is about, `changes` being those of bindings and workflows; "" means anything."""


class Leader(Protocol):
    """Elects one process for what only one may do: poll a platform, hold its gateway."""

    @property
    def leads(self) -> bool:
        """Whether this process surely leads at this moment."""

    async def lead(self, work: Callable[[], Awaitable[None]]) -> None:
        """Have the work done while this process leads, anew each time it comes to lead."""


class Replicas(Leader, Protocol):
    """The election and the bell. A ring is a hint that may be lost; the sweep is the truth."""

    def ring(self, topic: str) -> None:
        """Tell the other processes that something was committed for them to look for."""

    def on_ring(self, heard: Callable[[str], None]) -> None:
        """Have the topic of every ring of another process told to `heard`."""

    async def run(self) -> None:
        """Watch the other processes until cancelled."""


class Alone:
    """One process has the database to itself: it leads, and nobody hears it ring."""

    leads = True

    async def lead(self, work: Callable[[], Awaitable[None]]) -> None:
        await work()

    def ring(self, topic: str) -> None:
        return None

    def on_ring(self, heard: Callable[[str], None]) -> None:
        return None

    async def run(self) -> None:
        await asyncio.Event().wait()
