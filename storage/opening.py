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
    comments: StoredComments
    courses: StoredCourses
    operations: StoredOperations
    letters: StoredLetters
    statistics: StoredStatistics
    record: StoredRecord
    found: StoredFound
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
            yield _storage(database, SqlStore(database, clock, generation=generation), clock, generation)
            return
        await migrate(url)
        server = _postgres("postgres").Postgres(url)
        stack.push_async_callback(server.close)
        await server.open()
        store = SqlStore(server, clock, worker=secrets.token_hex(13), lease=lease)
        watch = _postgres("watch").Watch(url, lease, clock.elapsed)
        yield _storage(server, store, clock, None, _postgres("steady").steady, watch)


def _storage(
    database: Database,
    store: SqlStore,
    clock: Clock,
    generation: Generation | None,
    steady: Callable[[Any], Any] = lambda verbs: verbs,
    watch: "Watch | None" = None,
) -> Storage:
    """Everything over one database; `steady` is what makes verbs survive its trouble."""
    return Storage(
        database=database,
        store=steady(store),
        board=steady(StoredBoard(database, clock)),
        notes=steady(StoredNotes(database)),
        bindings=steady(StoredBindings(database, generation)),
        figures=steady(StoredFigures(database)),
        keys=steady(StoredKeys(database, clock)),
        ties=steady(StoredTies(database, generation)),
        sessions=steady(StoredSessions(database, generation)),
        following=steady(Following(database)),
        comments=steady(StoredComments(database, generation)),
        courses=steady(StoredCourses(database)),
        operations=steady(StoredOperations(database, generation)),
        letters=steady(StoredLetters(database, generation)),
        statistics=steady(StoredStatistics(database)),
        record=steady(StoredRecord(database)),
        found=steady(StoredFound(database)),
        programs=ForPrograms(
            tokens=steady(StoredTokens(database, generation)),
            answers=steady(StoredAnswers(database)),
            lists=steady(StoredLists(database)),
            webhooks=steady(StoredWebhooks(database, generation)),
            calls=steady(StoredCalls(database)),
        ),
        watch=watch,
    )


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
