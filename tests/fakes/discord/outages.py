"""Trouble with the gateway, made by tests."""

from __future__ import annotations

import asyncio

from tests.fakes.discord.lines import Line
from tests.fakes.discord.sessions import Session

RECONNECT, INVALID = 7, 9


class Outages:
    """What can happen to the connections, `lines`, and to their sessions."""

    def __init__(self) -> None:
        self.lines: dict[Line, Session | None] = {}
        self.deaf = False
        """Heartbeats are not acknowledged."""
        self.ack_after = 0.0
        """Real seconds before a heartbeat is acknowledged."""
        self.refusing = 0
        """So many RESUMEs are still to be denied."""
        self.doors = asyncio.Event()
        """New connections wait for it."""
        self.doors.set()

    def drop(self) -> None:
        """Reset all connections; sessions can be resumed."""
        for line in list(self.lines):
            line.cut()

    def close(self, code: int) -> None:
        """Close all connections with a code; 4009 ends their sessions ("Session timed out")."""
        for line, session in list(self.lines.items()):
            if code in (4007, 4009) and session is not None:
                session.dead = True
            line.close(code)

    def reconnect(self) -> None:
        """Ask all clients to come back and resume."""
        for line in self.lines:
            line.send(RECONNECT)

    def invalidate(self, *, resumable: bool = False) -> None:
        """Tell all clients that their session is invalid."""
        for line, session in self.lines.items():
            if session is not None:
                session.dead = not resumable
            line.send(INVALID, resumable)

    def deny_resume(self, times: int = 1) -> None:
        """Answer the next RESUMEs with INVALID_SESSION."""
        self.refusing += times

    def shut(self) -> None:
        """Let new connections wait before HELLO until `open`."""
        self.doors.clear()

    def open(self) -> None:
        """Let those in that `shut` keeps waiting."""
        self.doors.set()

    @property
    def sessions(self) -> list[Session]:
        """Those with a connection."""
        return [session for session in self.lines.values() if session is not None and session.line is not None]
