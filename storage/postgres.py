"""PostgreSQL: the same transactions as on SQLite, each on a connection of a pool, outside the ORM."""

import asyncio
import re
from collections.abc import Awaitable
from contextlib import suppress
from functools import lru_cache
from typing import Any

import asyncpg
from tortoise import Tortoise
from tortoise.context import TortoiseContext

from storage.postgres_errors import translated
from storage.settle import settle
from storage.tables import MODELS
from storage.transaction import ResultT, Rows, Sql, Transaction
from storage.trouble import Closed, Lost

MOST_CONNECTIONS = 10
MOST_FOR_MODELS = 4
CONNECT_TIMEOUT = 10.0
STATEMENT_TIMEOUT = 30.0
"""Seconds after which a statement that is not answered counts as a lost connection."""
SERVER_SETTINGS = {
    "application_name": "assent",
    # A process that is stopped in the middle of a transaction must not keep the others from its rows for ever.
    "idle_in_transaction_session_timeout": "5s",
    "default_transaction_isolation": "read committed",
    "timezone": "UTC",
}
"""Read committed: a conditional UPDATE that had to wait looks at the row as it is then, as it would on SQLite."""

_PARTS = re.compile(r"'[^']*'|\?|/\*\+(.*?)\*/", re.DOTALL)


@lru_cache(maxsize=1024)
def in_postgres(text: str) -> str:
    """A statement as PostgreSQL takes it: `?` numbered, and what stands in `/*+ ... */` uncovered."""
    count = 0

    def part(found: re.Match[str]) -> str:
        nonlocal count
        if found[1] is not None:
            return found[1]
        if found[0] != "?":
            return found[0]
        count += 1
        return f"${count}"

    return _PARTS.sub(part, text)


async def make_pool(url: str, most: int, **options: Any) -> asyncpg.Pool:
    """A pool whose connections are opened as they are needed."""
    return await asyncpg.create_pool(
        url,
        min_size=1,
        max_size=most,
        timeout=CONNECT_TIMEOUT,
        command_timeout=STATEMENT_TIMEOUT,
        server_settings=SERVER_SETTINGS,
        **options,
    )


async def connect(url: str) -> asyncpg.Connection:
    """One connection of its own."""
    return await asyncpg.connect(
        url, timeout=CONNECT_TIMEOUT, command_timeout=STATEMENT_TIMEOUT, server_settings=SERVER_SETTINGS
    )


def tortoise_config(url: str) -> dict[str, Any]:
    """What tortoise is told: our backend, our models, our migrations."""
    app = {"models": MODELS, "default_connection": "default", "migrations": "storage.migrations"}
    return {
        "connections": {"default": {"engine": "storage.postgres_backend", "credentials": {"url": url}}},
        "apps": {"models": app},
        "use_tz": True,
        "timezone": "UTC",
    }


class Postgres:
    """One database: a pool for transactions, tortoise's models for what is only looked up."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._pool: asyncpg.Pool | None = None
        self._context: TortoiseContext | None = None

    async def open(self) -> None:
        """Connect to a migrated database; raises asyncpg's errors or OSError."""
        # Nothing of a transaction outlives it, so a connection needs no resetting when it comes back.
        self._pool = await make_pool(self._url, MOST_CONNECTIONS, reset=_leave_as_it_is)
        self._context = await Tortoise.init(config=tortoise_config(self._url), _enable_global_fallback=True)

    async def close(self) -> None:
        """Finish what is under way and disconnect."""
        if self._context is not None:
            await self._context.close_connections()
        pool, self._pool = self._pool, None
        if pool is not None:
            await settle(_closed(pool))

    async def run(self, transaction: Transaction[ResultT]) -> ResultT:
        """Run a transaction; it is durable when this returns. Raises Collided or Lost if the database could not.

        A cancelled caller leaves with its cancellation, but only after the transaction's end.
        """
        return await settle(self._run(transaction))

    async def scrub(self) -> None:
        """The server overwrites dead rows when it vacuums, by itself; its log and its archives are the operator's."""

    async def _run(self, transaction: Transaction[ResultT]) -> ResultT:
        if self._pool is None:
            raise Closed("the database is closed")
        with translated():
            connection = await self._pool.acquire()
        try:
            return await _committed(connection, transaction)
        except Lost:
            with suppress(asyncpg.InterfaceError):  # it may have noticed its end, and left the pool by itself
                connection.terminate()
            raise
        finally:
            await self._pool.release(connection)


async def _committed(connection: Any, transaction: Transaction[ResultT]) -> ResultT:
    with translated():
        await connection.execute("BEGIN")
    result = await _or_undo(connection, _play(connection, transaction))
    with translated(committing=True):
        await connection.execute("COMMIT")
    return result


async def _play(connection: Any, transaction: Transaction[ResultT]) -> ResultT:
    try:
        sql = next(transaction)
        while True:
            sql = transaction.send(await _rows(connection, sql))
    except StopIteration as end:
        return end.value  # type: ignore[no-any-return]


async def _rows(connection: Any, sql: Sql) -> Rows:
    with translated():
        return [tuple(row) for row in await connection.fetch(in_postgres(sql.text), *sql.values)]


async def _or_undo(connection: Any, work: Awaitable[ResultT]) -> ResultT:
    """Do the work; what it raises undoes it."""
    try:
        return await work
    except Lost:
        raise
    except BaseException:
        with translated():
            await connection.execute("ROLLBACK")
        raise


async def _leave_as_it_is(_connection: Any) -> None:
    return None


async def _closed(pool: asyncpg.Pool) -> None:
    try:
        await asyncio.wait_for(pool.close(), CONNECT_TIMEOUT)
    except TimeoutError:
        pool.terminate()
