"""Brings a PostgreSQL database to this release's tables, one process at a time, and says why one cannot be used."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import parse_qs, urlsplit

import asyncpg
from tortoise import Tortoise
from tortoise.migrations.api.migrate import migrate as apply_migrations

from storage.db import DatabaseRefused, missing
from storage.locks import MIGRATING
from storage.postgres import connect, tortoise_config


async def migrate(url: str) -> list[str]:
    """Apply what is missing, while no other process does; answers what was applied. Raises DatabaseRefused."""
    async with _connected(url) as connection:
        await connection.execute("SELECT pg_advisory_lock($1)", MIGRATING)
        pending = missing(await _applied(connection, url), spoken(url))
        if pending:
            try:
                await apply_migrations(config=tortoise_config(url))
            finally:
                await Tortoise.close_connections()
        return pending


async def pending_migrations(url: str) -> list[str]:
    """The migrations that a database lacks; raises DatabaseRefused if it cannot be used."""
    async with _connected(url) as connection:
        return missing(await _applied(connection, url), spoken(url))


def spoken(url: str) -> str:
    """A database's address as people may see it: without the password."""
    parts = urlsplit(url)
    host = parts.hostname or parse_qs(parts.query).get("host", [""])[0]
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{host}{port}{parts.path}"


async def _applied(connection: asyncpg.Connection, url: str) -> list[str]:
    tables = {row[0] for row in await connection.fetch(_TABLES)}
    if "tortoise_migrations" in tables:
        return [row[0] for row in await connection.fetch("SELECT name FROM tortoise_migrations ORDER BY id")]
    if tables:
        raise DatabaseRefused(f"{spoken(url)} is not a database of Assent", "name an empty one in `database`")
    return []


_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"


@asynccontextmanager
async def _connected(url: str) -> AsyncIterator[asyncpg.Connection]:
    where = spoken(url)
    try:
        connection = await connect(url)
    except asyncpg.InvalidAuthorizationSpecificationError as error:
        raise DatabaseRefused(f"{where} refuses this user or password ({error})", "correct `database`") from error
    except asyncpg.InvalidCatalogNameError as error:
        raise DatabaseRefused(f"{where} does not exist", "create it with createdb") from error
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        problem = f"{where} cannot be reached ({str(error) or type(error).__name__})"
        raise DatabaseRefused(problem, "start the server or correct `database`") from error
    try:
        yield connection
    except asyncpg.InsufficientPrivilegeError as error:
        raise DatabaseRefused(f"{where} does not let this user work ({error})", "grant it the database") from error
    finally:
        await connection.close()
