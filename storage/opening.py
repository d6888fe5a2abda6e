"""From a URL to what a process works with: its store, its board, and the other processes on the same database."""

import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.ports import Clock
from storage import db
from storage.bindings import StoredBindings
from storage.board import StoredBoard
from storage.comments import StoredComments
from storage.courses import StoredCourses
from storage.figures import StoredFigures
from storage.following import Following
from storage.found import StoredFound
from storage.generation import Generation
from storage.keys import StoredKeys
from storage.letters import StoredLetters
from storage.notes import StoredNotes
from storage.operations import StoredOperations
from storage.record import StoredRecord
from storage.sessions import StoredSessions
from storage.statistics import StoredStatistics
from storage.store import SqlStore
from storage.ties import StoredTies
from storage.transaction import Database

if TYPE_CHECKING:
    from storage.watch import Watch

SQLITE = "sqlite://"
SERVERS = ("postgres://", "postgresql://")


@dataclass(frozen=True, slots=True)
class Storage:
    """One open database; `watch` is there where several processes may work on it at the same time."""

    database: Database
    store: SqlStore
    board: StoredBoard
    notes: StoredNotes
    bindings: StoredBindings
    figures: StoredFigures
    keys: StoredKeys
    ties: StoredTies
    sessions: StoredSessions
    following: Following
    comments: StoredComments
    courses: StoredCourses
    operations: StoredOperations
    letters: StoredLetters
    statistics: StoredStatistics
    record: StoredRecord
    found: StoredFound
    watch: "Watch | None" = None


def file_of(url: str) -> Path | None:
    """The file of a `sqlite://` URL, which one process has to itself; None for a server's."""
    return Path.cwd() / url.removeprefix(SQLITE) if url.startswith(SQLITE) else None


async def migrate(url: str) -> list[str]:
    """Bring a database to this release's tables; answers what was applied. Raises DatabaseRefused."""
    if file := file_of(url):
        return await db.migrate(file)
    return list(await _postgres("postgres_migrate").migrate(url))


def spoken(url: str) -> str:
    """A database as people may see it: its file, or its address without the password."""
    file = file_of(url)
    return str(file) if file else str(_postgres("postgres_migrate").spoken(url))


@asynccontextmanager
async def opened(
    url: str, clock: Clock, lease: timedelta, generation: Generation | None = None
) -> AsyncIterator[Storage]:
    """A migrated, open database, closed at the end. Raises DatabaseRefused."""
    async with AsyncExitStack() as stack:
        if file := file_of(url):
            database = await stack.enter_async_context(db.opened(file))
            store = SqlStore(database, clock, generation=generation)
            bindings = StoredBindings(database, generation)
            yield Storage(
                database, store, StoredBoard(database, clock), StoredNotes(database), bindings, StoredFigures(database),
                StoredKeys(database, clock), StoredTies(database, generation), StoredSessions(database, generation),
                Following(database), StoredComments(database, generation), StoredCourses(database),
                StoredOperations(database, generation), StoredLetters(database, generation),
                StoredStatistics(database), StoredRecord(database),
                StoredFound(database),
            )  # fmt: skip
            return
        await migrate(url)
        server = _postgres("postgres").Postgres(url)
        stack.push_async_callback(server.close)
        await server.open()
        steady = _postgres("steady").steady
        store = SqlStore(server, clock, worker=secrets.token_hex(13), lease=lease)
        board = StoredBoard(server, clock)
        watch = _postgres("watch").Watch(url, lease, clock.elapsed)
        notes, bindings, figures = StoredNotes(server), StoredBindings(server), StoredFigures(server)
        keys, ties, sessions = StoredKeys(server, clock), StoredTies(server), StoredSessions(server)
        following, operations, letters = Following(server), StoredOperations(server), StoredLetters(server)
        yield Storage(
            server, steady(store), steady(board), steady(notes), steady(bindings), steady(figures), steady(keys),
            steady(ties), steady(sessions), steady(following), steady(StoredComments(server)),
            steady(StoredCourses(server)), steady(operations), steady(letters), steady(StoredStatistics(server)),
            steady(StoredRecord(server)), steady(StoredFound(server)), watch,
        )  # fmt: skip


@asynccontextmanager
async def looked_at(url: str) -> AsyncIterator[Database]:
    """A database of this release that is only looked at: nothing is made or migrated. Raises DatabaseRefused."""
    if file := file_of(url):
        async with db.existing(file) as database:
            db.check_pages(file)
            yield database
        return
    if await _postgres("postgres_migrate").pending_migrations(url):
        raise db.DatabaseRefused(f"{spoken(url)} was written by an older Assent", db.BRING_UP)
    server = _postgres("postgres").Postgres(url)
    try:
        await server.open()
        yield server
    finally:
        await server.close()


def _postgres(module: str) -> Any:
    """A module of this room that needs asyncpg, which only who uses PostgreSQL has to install."""
    try:
        return import_module(f"storage.{module}")
    except ModuleNotFoundError as missing:
        if missing.name != "asyncpg":
            raise
        fix = "install the extra `postgres`: asyncpg, in the version that pyproject.toml names"
        raise db.DatabaseRefused("PostgreSQL needs asyncpg, which is not installed", fix) from missing
