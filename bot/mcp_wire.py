"""What a transport to an MCP server tells its session: that the connection is lost, and what became of one call."""

import asyncio
from contextvars import ContextVar
from dataclasses import dataclass, field

MAX_MESSAGE = 16 * 2**20
"""The longest message that is read from a server, in bytes; it bounds memory, the limit on results is far below."""


@dataclass(slots=True)
class Wire:
    """One connection as its transport sees it; `reason` says in plain words what last went wrong."""

    lost: asyncio.Event = field(default_factory=asyncio.Event)
    reason: str = ""

    def note(self, reason: str) -> None:
        """Something went wrong that the connection may survive."""
        if not self.lost.is_set():
            self.reason = reason

    def lose(self, reason: str) -> None:
        """The connection is of no more use; the first reason stands."""
        if not self.lost.is_set():
            self.reason = reason
            self.lost.set()


@dataclass(slots=True)
class Attempt:
    """How far one call came: `sent` once it may have left, `declined` if it is known that nobody executed it."""

    sent: bool = False
    declined: str = ""


current_attempt: ContextVar[Attempt | None] = ContextVar("current_attempt", default=None)
"""The call that the running task sends; the SDK carries it along to the HTTP request that it makes of it."""
