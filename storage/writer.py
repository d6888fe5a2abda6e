"""The thread that owns SQLite's one writing connection: a transaction is one hop, and waiting ones share a commit."""

import asyncio
import contextlib
import logging
import queue
import sqlite3
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic

from storage.settle import settle
from storage.transaction import ResultT, Transaction

log = logging.getLogger(__name__)

MOST_IN_A_GROUP = 128
_STATEMENTS = 256


@dataclass(slots=True, eq=False)
class _Job(Generic[ResultT]):
    transaction: Transaction[ResultT]
    loop: asyncio.AbstractEventLoop
    result: Any = None
    error: BaseException | None = None
    over: bool = False
    waiter: "asyncio.Future[None] | None" = None

    async def outcome(self) -> ResultT:
        """Wait for the end, also when cancelled meanwhile: see `storage.settle`, of which this is the fast path."""
        cancelled: asyncio.CancelledError | None = None
        while not self.over:
            self.waiter = self.loop.create_future()
            try:
                await self.waiter
            except asyncio.CancelledError as error:
                cancelled = error
        if cancelled is not None:
            raise cancelled
        if self.error is not None:
            raise self.error
        return self.result  # type: ignore[no-any-return]

    def finish(self) -> None:
        self.over = True
        if self.waiter is not None and not self.waiter.done():
            self.waiter.set_result(None)


class Writer:
    """Runs transactions one after another; those that wait together share one commit, each with its own savepoint.

    A transaction's result is given only after the commit that holds it: `synchronous=FULL` makes that durable.
    """

    def __init__(self, path: Path | str, pragmas: Mapping[str, str | int]) -> None:
        self._path = str(path)
        self._pragmas = pragmas
        self._jobs: queue.SimpleQueue[_Job[Any] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="sqlite-writer", daemon=True)
        self._opened: asyncio.Future[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False

    async def open(self) -> None:
        """Connect; raises sqlite3.Error if the file cannot be used."""
        self._loop = asyncio.get_running_loop()
        self._opened = self._loop.create_future()
        self._thread.start()
        await settle(self._opened)

    async def run(self, transaction: Transaction[ResultT]) -> ResultT:
        """Run a transaction to its commit; what it raises undoes it and nothing else."""
        if self._closed:
            raise RuntimeError("the database is closed")
        job: _Job[ResultT] = _Job(transaction, asyncio.get_running_loop())
        self._jobs.put(job)
        return await job.outcome()

    async def close(self) -> None:
        """Finish what was handed in, then disconnect."""
        self._closed = True
        if self._thread.is_alive():
            self._jobs.put(None)
            await settle(asyncio.get_running_loop().run_in_executor(None, self._thread.join))

    # --- in the thread ----------------------------------------------------------------------------------------

    def _work(self) -> None:
        assert self._loop is not None and self._opened is not None
        try:
            connection = self._connect()
        except sqlite3.Error as error:
            self._loop.call_soon_threadsafe(self._opened.set_exception, error)
            return
        self._loop.call_soon_threadsafe(self._opened.set_result, None)
        try:
            while group := self._next_group():
                self._run_group(connection, group)
        finally:
            connection.close()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._path, isolation_level=None, cached_statements=_STATEMENTS, check_same_thread=False
        )
        for name, value in self._pragmas.items():
            connection.execute(f"PRAGMA {name}={value}")
        connection.execute("BEGIN IMMEDIATE")  # whoever cannot write is told now, not at the first transaction
        connection.execute("ROLLBACK")
        return connection

    def _next_group(self) -> list[_Job[Any]]:
        """The jobs that wait now, at least one; empty when the writer is closed."""
        first = self._jobs.get()
        group: list[_Job[Any]] = []
        while first is not None:
            group.append(first)
            if len(group) == MOST_IN_A_GROUP or self._jobs.empty():
                return group
            first = self._jobs.get()
        if group:
            self._jobs.put(None)  # closing waits until these are done
        return group

    def _run_group(self, connection: sqlite3.Connection, group: list[_Job[Any]]) -> None:
        try:
            connection.execute("BEGIN IMMEDIATE")
            for job in group:
                self._run_job(connection, job, alone=len(group) == 1)
            connection.execute("COMMIT")
        except BaseException as error:
            # Nobody may be told of success, nor of a failure that another one's work was the reason for: none of it is.
            for job in group:
                job.error = error
            if connection.in_transaction:
                with contextlib.suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
        group[0].loop.call_soon_threadsafe(_finish, group)

    def _run_job(self, connection: sqlite3.Connection, job: _Job[Any], *, alone: bool) -> None:
        if not alone:
            connection.execute("SAVEPOINT job")
        try:
            job.result = _play(connection, job.transaction)
        except BaseException as error:
            job.error = error
            if alone or not connection.in_transaction:
                raise
            connection.execute("ROLLBACK TO job")
        if not alone:
            connection.execute("RELEASE job")


def _play(connection: sqlite3.Connection, transaction: Transaction[ResultT]) -> ResultT:
    try:
        sql = next(transaction)
        while True:
            try:
                rows = connection.execute(sql.text, sql.values).fetchall()
            except sqlite3.Error as error:
                sql = transaction.throw(error)
            else:
                sql = transaction.send(rows)
    except StopIteration as end:
        return end.value  # type: ignore[no-any-return]


def _finish(group: list[_Job[Any]]) -> None:
    for job in group:
        job.finish()
