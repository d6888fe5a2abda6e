"""Where an attempt keeps its rows: a SQLite file in its folder, or a PostgreSQL database of its own."""

import secrets
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from storage.locks import LEADING
from tests.fakes.postgres import connected, made, template

Rows = list[tuple[Any, ...]]

LEASE = {"ASSENT_RUN__LEASE": "1s", "ASSENT_MCP__STRIPE__TOOLS__CREATE_REFUND__TIMEOUT": "PT0.2S"}
"""Where nobody may free the leases of the dead they must lapse, and nobody wants to wait for that."""
LAPSE = 2.0
"""Seconds until the longest of them has lapsed: an effect's, twice that of a run."""
SWEEP = 1.0
LEADERS = (
    "SELECT l.pid FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database() "
    f"WHERE l.locktype = 'advisory' AND l.granted AND l.objid = {LEADING}"
)
"""The sessions that lead, as PostgreSQL itself tells."""


@dataclass(frozen=True, slots=True)
class Site:
    """The database of one attempt: how it answers plain SQL, and what a process must be told to work there."""

    rows: Callable[[str], Awaitable[Rows]]
    environ: Mapping[str, str] = field(default_factory=dict)
    leaders: str = "SELECT 1"
    """Answers a row for every process that leads."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A kind of database."""

    site: Callable[[Path], AbstractAsyncContextManager[Site]]
    """A new one for an attempt in a folder."""
    goes_on_within: float
    """Seconds from being ready to the next awaited line, at most."""
    at_once: int
    """How many attempts are made beside each other."""


def in_file(folder: Path) -> Site:
    """The file that `bot.demo.in_folder` names; it need not be there yet."""

    async def rows(sql: str) -> Rows:
        with closing(sqlite3.connect(f"file:{folder / 'assent.db'}?mode=ro", uri=True, timeout=5)) as connection:
            return connection.execute(sql).fetchall()

    return Site(rows)


@asynccontextmanager
async def _file(folder: Path) -> AsyncIterator[Site]:
    yield in_file(folder)


ON_SQLITE = Ground(_file, goes_on_within=3.0, at_once=2)


def on_postgres(address: str) -> Ground:
    """Databases of a server, which is named by its address with `{}` for a database; most of an attempt is waiting."""

    @asynccontextmanager
    async def site(_folder: Path) -> AsyncIterator[Site]:
        name = f"f_{secrets.token_hex(6)}"
        async with (
            connected(address.format("postgres")) as admin,
            made(address, admin, name, f"TEMPLATE {await template(address, admin)}") as url,
            connected(url) as connection,
        ):

            async def rows(sql: str) -> Rows:
                return [tuple(row) for row in await connection.fetch(sql)]

            yield Site(rows, {**LEASE, "ASSENT_DATABASE": url}, LEADERS)

    return Ground(site, goes_on_within=ON_SQLITE.goes_on_within + LAPSE + SWEEP, at_once=4)
