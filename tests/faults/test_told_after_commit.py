"""Whoever is told of success finds it in the file, however long the commit took."""

import contextlib
import sqlite3
import time
from pathlib import Path
from typing import Any

from storage.transaction import Sql, Transaction
from storage.writer import Writer

LONG = 0.1


class SlowCommit:
    """A connection that commits slowly."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @property
    def in_transaction(self) -> bool:
        return self._connection.in_transaction

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        if sql == "COMMIT":
            time.sleep(LONG)
        return self._connection.execute(sql, *values)


class SlowWriter(Writer):
    """A writer on a slow disk."""

    def _run_group(self, connection: Any, group: Any) -> None:
        super()._run_group(SlowCommit(connection), group)  # type: ignore[arg-type]


def _add(value: int) -> Transaction[None]:
    yield Sql("INSERT INTO t VALUES (?)", (value,))


async def test_success_is_told_only_after_a_slow_commit(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE t (x)")
    writer = SlowWriter(path, {"synchronous": "FULL"})
    await writer.open()
    try:
        await writer.run(_add(1))
        with contextlib.closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT x FROM t").fetchall() == [(1,)]
    finally:
        await writer.close()
