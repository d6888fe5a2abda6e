"""From a URL to what a process works with: its store, its board, and the other processes on the same database."""

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.ports import Clock
from storage import db
from storage.api_answers import StoredAnswers
from storage.api_lists import StoredLists
from storage.api_tokens import StoredTokens
from storage.bindings import StoredBindings
from storage.board import StoredBoard
from storage.figures import StoredFigures
from storage.following import Following
from storage.generation import Generation
from storage.keys import StoredKeys
from storage.notes import StoredNotes
from storage.sessions import StoredSessions
from storage.store import SqlStore
from storage.ties import StoredTies
from storage.transaction import Database
from storage.webhook_calls import StoredCalls
from storage.webhooks import StoredWebhooks

if TYPE_CHECKING:
    from storage.watch import Watch

SQLITE = "sqlite://"
SERVERS = ("postgres://", "postgresql://")


@dataclass(frozen=True, slots=True)
class ForPrograms:
    """What of a database is for programs alone: their keys, their lists and answers, and whom they have told."""

    tokens: StoredTokens
    answers: StoredAnswers
    lists: StoredLists
    webhooks: StoredWebhooks
    calls: StoredCalls


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
    programs: ForPrograms
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
                Following(database), _for_programs(database, generation),
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
        yield Storage(
            server, steady(store), steady(board), steady(notes), steady(bindings), steady(figures), steady(keys),
            steady(ties), steady(sessions), steady(Following(server)), _for_programs(server, None, steady), watch,
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


def _for_programs(
    database: Database, generation: Generation | None, steady: Callable[[Any], Any] = lambda verbs: verbs
) -> ForPrograms:
    return ForPrograms(
        steady(StoredTokens(database, generation)), steady(StoredAnswers(database)), steady(StoredLists(database)),
        steady(StoredWebhooks(database, generation)), steady(StoredCalls(database)),
    )  # fmt: skip


def _postgres(module: str) -> Any:
    """A module of this room that needs asyncpg, which only who uses PostgreSQL has to install."""
    try:
        return import_module(f"storage.{module}")
    except ModuleNotFoundError as missing:
        if missing.name != "asyncpg":
            raise
        fix = "install the extra `postgres`: asyncpg, in the version that pyproject.toml names"
        raise db.DatabaseRefused("PostgreSQL needs asyncpg, which is not installed", fix) from missing
