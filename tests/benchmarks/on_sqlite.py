"""SQLite: a file, plain `sqlite3` for the floor, and flushes counted by strace."""

import asyncio
import contextlib
import queue
import shutil
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.floor import Written
from tests.benchmarks.phases import COUNTED, probed
from tests.benchmarks.place import Place, Rows, prepare

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000", "wal_autocheckpoint=4000")


@dataclass(frozen=True, slots=True)
class File:
    """A database in a file."""

    path: Path
    random_id: str = "lower(hex(randomblob(13)))"

    @property
    def url(self) -> str:
        return f"sqlite://{self.path}"

    async def rows(self, *statements: str) -> Rows:
        with contextlib.closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute("BEGIN")
            for statement in statements:
                rows = connection.execute(statement).fetchall()
            connection.execute("COMMIT")
            return rows

    async def columns(self, table: str) -> Sequence[tuple[str, bool]]:
        rows = await self.rows(f"SELECT name, type FROM pragma_table_info('{table}')")
        return [(name, kind.startswith(("VARCHAR", "TEXT"))) for name, kind in rows]

    async def settle(self) -> None:
        with contextlib.closing(sqlite3.connect(self.path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    async def size(self) -> int:
        return self.path.stat().st_size

    async def copied(self, name: str) -> Place:
        target = File(self.path.with_name(f"{name}.db"))
        await target.dropped()
        shutil.copy(self.path, target.path)
        return target

    async def dropped(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)

    async def floor_one_by_one(self, runs: Sequence[Sequence[Written]]) -> None:
        with _connected(self.path) as connection:
            for run in runs:
                for written in run:
                    connection.execute("BEGIN IMMEDIATE")
                    _write(connection, written)
                    connection.execute("COMMIT")

    async def floor_at_once(self, runs: Sequence[Sequence[Written]], workers: int) -> None:
        waiting: Waiting = queue.SimpleQueue()
        loop = asyncio.get_running_loop()
        thread = threading.Thread(target=_write_groups, args=(self.path, waiting, loop))
        thread.start()
        left = iter(runs)

        async def work() -> None:
            for run in left:
                for written in run:
                    done = loop.create_future()
                    waiting.put((written, done))
                    await done

        await asyncio.gather(*(work() for _ in range(workers)))
        waiting.put(None)
        thread.join()


@dataclass(frozen=True, slots=True)
class Sqlite:
    """Files in a folder."""

    folder: Path

    async def fresh(self, name: str) -> Place:
        return File(self.folder / f"{name}.db")

    async def flushes(self) -> dict[str, Any]:
        """Counted by strace, or as commits in the write-ahead log where that is missing."""
        place = await self.fresh("flushes")
        await prepare(place, 2 * (COUNTED + 1))
        log = self.folder / "strace.log"
        strace = shutil.which("strace")
        prefix = [strace, "-f", "-ttt", "-e", "trace=fsync,fdatasync", "-o", str(log)] if strace else []
        phases = await probed("flushes", place.url, prefix)
        if not strace:
            return {"flushes_counted_by": "commits in the write-ahead log", **phases["commits"]}
        moments = [float(line.split()[1]) for line in log.read_text().splitlines() if "sync(" in line]
        counted = {
            name: round(sum(first <= moment <= last for moment in moments) / COUNTED, 2)
            for name, (first, last) in phases["times"].items()
        }
        return {"flushes_counted_by": "strace", **counted}


Waiting = queue.SimpleQueue[tuple[Written, "asyncio.Future[None]"] | None]
"""What workers hand to the writing thread, each with what it is told by."""


def _write_groups(path: Path, waiting: Waiting, loop: asyncio.AbstractEventLoop) -> None:
    with _connected(path) as connection:
        while first := waiting.get():
            group = [first]
            while not waiting.empty() and (another := waiting.get()):
                group.append(another)
            connection.execute("BEGIN IMMEDIATE")
            for written, _ in group:
                _write(connection, written)
            connection.execute("COMMIT")
            loop.call_soon_threadsafe(_tell, [done for _, done in group])


def _tell(group: "list[asyncio.Future[None]]") -> None:
    for done in group:
        done.set_result(None)


def _write(connection: sqlite3.Connection, written: Written) -> None:
    for sql in written:
        connection.execute(sql.text, sql.values).fetchall()


@contextlib.contextmanager
def _connected(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None, cached_statements=256)) as connection:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        yield connection
