"""The generation file beside a database and outside its backups: how far the record ever came.

It is written after each commit of the record and before anything is done on the strength of it, so a database that
lacks what the file remembers is an older copy. An ordinary kill loses none of these writes; they are brought to the
disk once a second, so that no commit pays for a second fsync.
"""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage import audit
from storage.audit import GENESIS, Head
from storage.db import DatabaseRefused, is_there, sync
from storage.transaction import Database

FLUSH_AFTER = 1.0
"""Seconds until a write is on the disk."""


class Generation:
    """The generation file of one database, while its one process works."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor = -1
        self._last = 0
        self._flush: asyncio.TimerHandle | None = None

    def remembered(self) -> Head | None:
        """What the file says; None if it says nothing that can be read."""
        try:
            return Head.read(self.path.read_text(encoding="ascii"))
        except (FileNotFoundError, ValueError):
            return None

    def reached(self, head: Head) -> None:
        """Remember a committed head, if none past it was remembered already."""
        if head.number > self._last:
            self._write(head)
            if self._flush is None:
                self._flush = asyncio.get_running_loop().call_later(FLUSH_AFTER, self._flush_later)

    def begin(self, head: Head) -> None:
        """Go on from this head, also if the file remembers more; it is on the disk when this returns."""
        if self._descriptor < 0:
            self._descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._write(head)
        os.fsync(self._descriptor)
        sync(self.path.parent)

    def close(self) -> None:
        """Bring everything to the disk and leave the file."""
        if self._flush:
            self._flush.cancel()
        if self._descriptor >= 0:
            os.fsync(self._descriptor)
            os.close(self._descriptor)
            self._descriptor = -1

    def _write(self, head: Head) -> None:
        self._last = head.number
        os.pwrite(self._descriptor, f"{head.number:020} {head.hash}\n".encode("ascii"), 0)

    def _flush_later(self) -> None:
        self._flush = None
        if self._descriptor >= 0:
            own = os.dup(self._descriptor)
            asyncio.get_running_loop().run_in_executor(None, _flush, own)


def _flush(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def kept(database: Path) -> Iterator[Generation]:
    """The generation file of a database; raises DatabaseRefused if it remembers one that is not there any more.

    A new database gets its file before itself, so that one without is always a copy from elsewhere.
    """
    generation = Generation(database.with_name(f"{database.name}.generation"))
    if not is_there(database):
        if generation.remembered() not in (None, GENESIS):
            name = generation.path.name
            what = f"{database} is gone, and {name} remembers it"
            raise DatabaseRefused(what, f"restore a backup, or delete {name} to begin anew")
        generation.begin(GENESIS)
    try:
        yield generation
    finally:
        generation.close()


async def doubt(database: Database, generation: Generation) -> str:
    """Why a database may be older than what was done with it, as one word; "" if it is not."""
    remembered = generation.remembered()
    if remembered is None:
        return "" if await database.run(audit.head()) == GENESIS else "unknown"
    if remembered == GENESIS:
        return ""
    row = await database.run(audit.row(remembered.number))
    return "" if row and row.hash == remembered.hash else "older"
