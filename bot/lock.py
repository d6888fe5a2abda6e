"""One process per SQLite database: an operating system's lock, which a kill gives back at once."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AlreadyRunning(Exception):
    """Another process works on this database; `pid` is its number if it is known."""

    def __init__(self, database: Path, pid: str) -> None:
        super().__init__(f"{database} is in use by another Assent{f' (process {pid})' if pid else ''}")
        self.database = database
        self.pid = pid


@contextmanager
def held(database: Path) -> Iterator[None]:
    """Hold the lock beside a database file; raises AlreadyRunning, or OSError where the folder cannot be written."""
    database.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(database.with_name(f"{database.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(database, os.pread(descriptor, 32, 0).decode("ascii", "ignore").strip()) from None
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)
