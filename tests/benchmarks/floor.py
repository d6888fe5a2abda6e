"""The floor: the statements and values that real runs executed, written again through plain `sqlite3`.

Only what writes is written again; looking up, deciding, templates and JSON are the product's own cost.
"""

import asyncio
import contextlib
import queue
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from storage.db import Database
from storage.transaction import ResultT, Sql, Transaction

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000", "wal_autocheckpoint=4000")

Written = Sequence[Sql]
"""What one transaction wrote."""


class RecordingDatabase(Database):
    """The product's database, noting what each transaction writes."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.written: list[Written] = []

    async def run(self, transaction: Transaction[ResultT]) -> ResultT:
        statements: list[Sql] = []
        result = await super().run(_noted(transaction, statements))
        if statements:
            self.written.append(statements)
        return result


def _noted(transaction: Transaction[ResultT], statements: list[Sql]) -> Transaction[ResultT]:
    try:
        sql = next(transaction)
        while True:
            if not sql.text.startswith("SELECT"):
                statements.append(sql)
            sql = transaction.send((yield sql))
    except StopIteration as end:
        return end.value  # type: ignore[no-any-return]


def one_by_one(path: Path, runs: Sequence[Sequence[Written]]) -> None:
    """Each transaction of each run with its own commit, in this thread."""
    with _connected(path) as connection:
        for run in runs:
            for written in run:
                connection.execute("BEGIN IMMEDIATE")
                _write(connection, written)
                connection.execute("COMMIT")


def same_rows(path: Path, other: Path) -> bool:
    """Whether two databases hold the same rows; numbers that the database gave may differ in their order."""
    with contextlib.closing(sqlite3.connect(path)) as one, contextlib.closing(sqlite3.connect(other)) as two:
        tables = one.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return all(_rows(one, table) == _rows(two, table) for (table,) in tables)


def _rows(connection: sqlite3.Connection, table: str) -> list[Any]:
    columns = [name for _, name, kind, *_ in connection.execute(f"PRAGMA table_info({table})")
               if (name, kind) != ("id", "INTEGER")]  # fmt: skip
    return sorted(connection.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall(), key=repr)


async def at_once(path: Path, runs: Sequence[Sequence[Written]], workers: int) -> None:
    """Several runs at a time, their transactions handed to one writing thread that shares commits."""
    waiting: queue.SimpleQueue[tuple[Written, asyncio.Future[None]] | None] = queue.SimpleQueue()
    loop = asyncio.get_running_loop()
    thread = threading.Thread(target=_write_groups, args=(path, waiting, loop))
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


def _write_groups(
    path: Path,
    waiting: "queue.SimpleQueue[tuple[Written, asyncio.Future[None]] | None]",
    loop: asyncio.AbstractEventLoop,
) -> None:
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
