"""The database behind a URL: opened, brought to this release's tables, and closed."""

import asyncio
import contextlib
import logging
import os
import shutil
import sqlite3
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

from tortoise import Tortoise
from tortoise.context import TortoiseContext
from tortoise.exceptions import BaseORMException
from tortoise.migrations.api.migrate import migrate as apply_migrations

from storage.settle import settle
from storage.tables import MODELS
from storage.transaction import ResultT, Transaction
from storage.writer import Writer

log = logging.getLogger(__name__)

APP = "models"
MIGRATIONS = "storage.migrations"
BRING_UP = "bring it to this release by `assent migrate`"
_PRAGMAS: dict[str, str | int] = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "foreign_keys": "ON",
    "busy_timeout": 5000,
    "temp_store": "MEMORY",
    "wal_autocheckpoint": 4000,
    "secure_delete": "ON",  # what is erased is overwritten, and not only taken off the lists
}


class DatabaseRefused(Exception):
    """The database cannot be used; `problem` says what is wrong with which file, `fix` what to do."""

    def __init__(self, problem: str, fix: str) -> None:
        super().__init__(f"{problem}; {fix}")
        self.problem = problem
        self.fix = fix


def sqlite_path(url: str, base: Path) -> Path:
    """The file of a `sqlite://` URL; a relative one lies beside `base`."""
    return base / url.removeprefix("sqlite://")


def tortoise_config(path: Path | str, **pragmas: str | int) -> dict[str, Any]:
    """What tortoise is told: our backend, our models, our migrations."""
    credentials = {"file_path": str(path), **_PRAGMAS, **pragmas}
    return {
        "connections": {"default": {"engine": "storage.sqlite_backend", "credentials": credentials}},
        "apps": {APP: {"models": MODELS, "default_connection": "default", "migrations": MIGRATIONS}},
        "use_tz": True,
        "timezone": "UTC",
    }


class Database:
    """One SQLite file: the writer for transactions, tortoise's models for what is only looked up."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writer = Writer(path, _PRAGMAS)
        self._context: TortoiseContext | None = None

    async def open(self, models: bool = True) -> None:
        """Connect to a migrated database, without the models if only transactions are run; raises DatabaseRefused."""
        try:
            await self._writer.open()
        except sqlite3.Error as error:
            raise refusal(self.path, error) from error
        if models:
            self._context = await Tortoise.init(config=tortoise_config(self.path), _enable_global_fallback=True)

    async def close(self) -> None:
        """Finish what is under way and disconnect."""
        await self._writer.close()
        if self._context is not None:
            await self._context.close_connections()

    async def run(self, transaction: Transaction[ResultT]) -> ResultT:
        """Run a transaction; it is durable when this returns."""
        return await self._writer.run(transaction)

    async def scrub(self) -> None:
        """Empty the log into the file: pages as they were before an erasure stay in the log otherwise."""
        await settle(asyncio.to_thread(_empty_log, self.path))


def _empty_log(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path, timeout=5)) as connection:
        ((busy, _, _),) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    if busy:
        log.warning("the log of %s could not be emptied: the next erasure does, or the end of this process", path.name)


async def migrate(path: Path) -> list[str]:
    """Bring a database to this release's tables, keeping a copy of the file as it was; answers what was applied.

    The work is done on another copy, which then takes the file's place at once: what is killed half-way has changed
    nothing. Foreign keys are off meanwhile: SQLite rebuilds a table by dropping it, and with them on its children
    would go too.
    """
    pending = pending_migrations(path)
    if not pending:
        return []
    part = path.with_name(f"{path.name}.migrating")
    part.unlink(missing_ok=True)
    if is_there(path):
        _copy(path, path.with_name(f"{path.name}.before-{pending[-1]}"))
        _copy(path, part)
    try:
        await apply_migrations(config=tortoise_config(part, foreign_keys="OFF", journal_mode="DELETE"))
    except (BaseORMException, sqlite3.Error) as error:
        raise DatabaseRefused(f"{path} cannot be brought to this release ({error})", "restore a backup") from error
    finally:
        await Tortoise.close_connections()
    _check_references(part)
    _take_place(part, path)
    return pending


def known_migrations() -> list[str]:
    """The names of this release's migrations, in order."""
    folder = Path(__file__).parent / "migrations"
    return sorted(file.stem for file in folder.glob("[0-9]*.py"))


def pending_migrations(path: Path) -> list[str]:
    """The migrations that a database lacks; raises DatabaseRefused if it cannot be read, or knows more than we do."""
    return missing(_applied(path), str(path))


def missing(applied: Sequence[str], where: str) -> list[str]:
    """This release's migrations without those that were applied; raises DatabaseRefused if others were."""
    known = known_migrations()
    newer = [name for name in applied if name not in known]
    if newer:
        raise DatabaseRefused(f"{where} was written by a newer Assent ({', '.join(newer)})", "run that release")
    return [name for name in known if name not in applied]


def is_there(path: Path) -> bool:
    """Whether a database's file has anything in it."""
    return path.exists() and path.stat().st_size > 0


def _applied(path: Path) -> list[str]:
    """The migrations that were applied; none where there is no database yet."""
    if not is_there(path):
        return []
    try:
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5)) as connection:
            tables = connection.execute("SELECT name FROM sqlite_master WHERE name = 'tortoise_migrations'").fetchall()
            if not tables:
                other = connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]
                if other:
                    raise DatabaseRefused(f"{path} is not a database of Assent", "name another file in `database`")
                return []
            rows = connection.execute("SELECT name FROM tortoise_migrations ORDER BY id").fetchall()
    except sqlite3.Error as error:
        raise refusal(path, error) from error
    return [name for (name,) in rows]


def _copy(path: Path, target: Path) -> None:
    with (
        contextlib.closing(sqlite3.connect(path)) as source,
        contextlib.closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)
    shutil.copymode(path, target)


def _check_references(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise DatabaseRefused(f"{path} lost {len(broken)} references in its migration", "restore a backup")


def _take_place(part: Path, path: Path) -> None:
    """Put a finished file in the place of the old one, whose log must not be mistaken for the new one's."""
    if is_there(path):
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
    sync(part)
    part.replace(path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Have a file or a folder on the disk when this returns."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def check_pages(path: Path) -> None:
    """Raises DatabaseRefused if the file is torn; 100 MB take about 30 ms."""
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=5)) as connection:
            ((found,),) = connection.execute("PRAGMA quick_check(1)").fetchall()
    except sqlite3.Error as error:
        raise refusal(path, error) from error
    if found != "ok":
        raise refusal(path, sqlite3.DatabaseError(f"malformed: {found}"))


def refusal(path: Path, error: sqlite3.Error) -> DatabaseRefused:
    """What SQLite's own message means for whoever starts Assent."""
    text = str(error)
    if "locked" in text:
        return DatabaseRefused(f"{path} is locked by another program", "stop it, then start again")
    if "readonly" in text or "unable to open" in text:
        return DatabaseRefused(f"{path} cannot be written ({text})", "check the folder and its rights")
    if "full" in text:
        return DatabaseRefused(f"{path}: {text}", "make room on its disk")
    if "not a database" in text or "malformed" in text:
        return DatabaseRefused(f"{path} is damaged ({text})", "restore a backup; nothing was changed")
    return DatabaseRefused(f"{path}: {text}", "see the database's own message")


@contextlib.asynccontextmanager
async def opened(path: Path) -> AsyncIterator[Database]:
    """A migrated, sound, open database, closed at the end."""
    await migrate(path)
    check_pages(path)
    async with existing(path, models=True) as database:
        yield database


@contextlib.asynccontextmanager
async def existing(path: Path, models: bool = False) -> AsyncIterator[Database]:
    """An open database that is there and has this release's tables; nothing is made or migrated."""
    if not is_there(path):
        raise DatabaseRefused(f"{path} does not exist", "name the database in `database`")
    if pending_migrations(path):
        raise DatabaseRefused(f"{path} was written by an older Assent", BRING_UP)
    database = Database(path)
    await database.open(models)
    try:
        yield database
    finally:
        await database.close()
