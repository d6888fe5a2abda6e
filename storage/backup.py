"""Copies a SQLite database while others write to it: one moment of it, complete or not there at all."""

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from storage import audit
from storage.audit import GENESIS, Head
from storage.db import DatabaseRefused, is_there, pending_migrations, refusal, sync

PAGES = 2048
"""How many pages are copied between two looks at the progress."""

Progress = Callable[[int, int], None]
"""Told how many of how many pages are copied."""


class Backup(NamedTuple):
    """What a backup holds: its size in bytes, and the head of the record, to be kept elsewhere."""

    size: int
    head: Head


def backup(source: Path, target: Path, progress: Progress = lambda done, of: None) -> Backup:
    """Copy a database to a file that must not be there yet; raises DatabaseRefused or OSError."""
    if not is_there(source):
        raise DatabaseRefused(f"{source} does not exist", "name the database in `database`")
    pending_migrations(source)  # refuses what is no database of ours
    if target.exists():
        raise DatabaseRefused(f"{target} is there already", "name another file, a backup never overwrites")
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    os.close(descriptor)
    part = Path(name)
    try:
        head = _copy(source, part, progress)
        sync(part)
        part.rename(target)
        sync(target.parent)
    except sqlite3.Error as error:
        raise refusal(source, error) from error
    finally:
        part.unlink(missing_ok=True)
    return Backup(target.stat().st_size, head)


def _copy(source: Path, target: Path, progress: Progress) -> Head:
    """Copy page after page within one reading transaction, so that writers neither wait nor make it begin anew."""
    with (
        contextlib.closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as read,
        contextlib.closing(sqlite3.connect(target)) as copy,
    ):
        read.isolation_level = None
        read.execute("PRAGMA busy_timeout=5000")
        read.execute("BEGIN")
        rows = read.execute("SELECT value FROM instance WHERE name = ?", (audit.HEAD,)).fetchall()
        read.backup(copy, pages=PAGES, progress=lambda _, left, of: progress(of - left, of))
        read.execute("COMMIT")
        found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise sqlite3.DatabaseError(f"malformed: {found}")
        # The copy is one file: what its own log holds goes into it before it gets its name.
        copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        copy.execute("PRAGMA journal_mode=DELETE")
    return Head.read(rows[0][0]) if rows else GENESIS
