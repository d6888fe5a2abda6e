"""The thread that writes: groups share a commit, failures undo only themselves, and nobody is told what is not so."""

import asyncio
import contextlib
import random
import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from storage.db import opened
from storage.transaction import Sql, Transaction
from storage.writer import MOST_IN_A_GROUP, Writer
from tests.contract.test_sqlite_backend import CANCELS, SEED

FULL = 2
"""As SQLite counts what `PRAGMA synchronous` answers."""
PRAGMAS = {"journal_mode": "WAL", "synchronous": "FULL", "busy_timeout": 200}


class Refused(Exception):
    """A transaction's own no."""


def put(name: str) -> Transaction[str]:
    yield Sql("INSERT INTO t (name) VALUES (?)", (name,))
    yield Sql("INSERT INTO t (name) VALUES (?)", (f"{name}'",))
    return name


def refuse(name: str) -> Transaction[None]:
    yield Sql("INSERT INTO t (name) VALUES (?)", (name,))
    raise Refused(name)


def refuse_if_there(name: str) -> Transaction[None]:
    """Like a decision: it fails because of what an earlier one did."""
    rows = yield Sql("SELECT 1 FROM t WHERE name = ?", (name,))
    if rows:
        raise Refused(name)
    yield Sql("INSERT INTO t (name) VALUES (?)", (name,))


def forbid_commit() -> Transaction[None]:
    """A reference that is checked at the commit and does not hold."""
    yield Sql("INSERT INTO child (parent) VALUES (99)")


def names() -> Transaction[list[str]]:
    rows = yield Sql("SELECT name FROM t ORDER BY name")
    return [name for (name,) in rows]


def blob(size: int) -> Transaction[None]:
    yield Sql("INSERT INTO t (name) VALUES ('first')")
    yield Sql("INSERT INTO t (name, bytes) VALUES ('big', zeroblob(?))", (size,))


def sql(text: str) -> Transaction[Any]:
    return (yield Sql(text))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "t.db"
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.executescript(
            "CREATE TABLE t (name TEXT UNIQUE, bytes BLOB);"
            "CREATE TABLE parent (id INTEGER PRIMARY KEY);"
            "CREATE TABLE child (parent INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED);"
        )
    return file


@pytest.fixture
async def writer(path: Path) -> AsyncIterator[Writer]:
    made = Writer(path, {**PRAGMAS, "foreign_keys": "ON"})
    await made.open()
    yield made
    async with asyncio.timeout(10):
        await made.close()


@contextlib.contextmanager
def held_by_another(path: Path) -> Iterator[None]:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


async def together(writer: Writer, *transactions: Transaction[Any]) -> list[Any]:
    """Outcomes of transactions that are handed in before the thread can look: one group."""
    return await asyncio.gather(*map(writer.run, transactions), return_exceptions=True)


def outside(path: Path) -> list[str]:
    """What another program finds in the file."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM t ORDER BY name")]


async def test_what_was_told_is_in_the_file(writer: Writer, path: Path) -> None:
    assert await together(writer, *(put(f"n{number:03}") for number in range(3 * MOST_IN_A_GROUP))) == [
        f"n{number:03}" for number in range(3 * MOST_IN_A_GROUP)
    ]
    assert len(outside(path)) == 6 * MOST_IN_A_GROUP


async def test_a_failing_transaction_undoes_itself_and_nothing_else_of_its_group(writer: Writer, path: Path) -> None:
    outcomes = await together(writer, put("a"), refuse("b"), put("c"), put("a"), put("d"))
    assert outcomes[0::2] == ["a", "c", "d"]
    assert isinstance(outcomes[1], Refused)
    assert isinstance(outcomes[3], sqlite3.IntegrityError)
    assert outside(path) == ["a", "a'", "c", "c'", "d", "d'"]


async def test_a_commit_is_on_the_disk_before_anybody_is_told(tmp_path: Path) -> None:
    """What the product opens, not what these tests do: nothing less is durable when the power fails."""
    async with opened(tmp_path / "assent.db") as database:
        assert await database.run(sql("PRAGMA synchronous")) == [(FULL,)]
        assert await database.run(sql("PRAGMA journal_mode")) == [("wal",)]


async def test_a_failing_commit_fails_everyone_in_the_group(writer: Writer, path: Path) -> None:
    """Also the one that failed by itself because of another's work: that work never came to be."""
    with held_by_another_until_queued(writer, path):
        outcomes = asyncio.gather(
            *map(writer.run, [put("a"), refuse_if_there("a"), forbid_commit(), put("c")]), return_exceptions=True
        )
        await asyncio.sleep(0.02)
    assert [type(outcome) for outcome in await outcomes] == [sqlite3.IntegrityError] * 4
    assert outside(path) == []
    assert await writer.run(put("a")) == "a"


@contextlib.contextmanager
def held_by_another_until_queued(writer: Writer, path: Path) -> Iterator[None]:
    """Keep the thread at the beginning of a group, so that what is handed in meanwhile makes one group."""
    with held_by_another(path):
        first = asyncio.ensure_future(writer.run(names()))
        yield
    first.add_done_callback(lambda done: done.cancelled() or done.exception())


async def test_cancelled_callers_leave_whole_transactions_and_a_working_writer(writer: Writer, path: Path) -> None:
    chance = random.Random(SEED)
    told = set()

    async def one(number: int) -> None:
        told.add(await writer.run(put(f"n{number:05}")))

    async with asyncio.timeout(90):
        for start in range(0, CANCELS, 20):
            tasks = [asyncio.create_task(one(start + number)) for number in range(20)]
            for task in tasks:
                for _ in range(chance.randrange(3)):
                    await asyncio.sleep(0)
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    found = outside(path)
    assert len(found) == 2 * len({name.rstrip("'") for name in found}), f"seed {SEED}: half a transaction"
    assert told <= set(found), f"seed {SEED}"


async def test_a_cancelled_caller_leaves_only_when_its_transaction_is_over(writer: Writer, path: Path) -> None:
    with held_by_another(path):
        task = asyncio.create_task(writer.run(put("a")))
        await asyncio.sleep(0.01)
        for _ in range(3):
            task.cancel()
            await asyncio.sleep(0.01)
        assert not task.done()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert outside(path) == ["a", "a'"]


async def test_closing_finishes_what_was_handed_in(path: Path) -> None:
    writer = Writer(path, PRAGMAS)
    await writer.open()
    waiting = [asyncio.ensure_future(writer.run(put(f"n{number:03}"))) for number in range(300)]
    await asyncio.sleep(0)
    await writer.close()
    async with asyncio.timeout(5):
        assert len(await asyncio.gather(*waiting)) == 300
    assert len(outside(path)) == 600


async def test_a_closed_writer_says_so_instead_of_waiting_for_ever(path: Path) -> None:
    writer = Writer(path, PRAGMAS)
    await writer.open()
    await writer.close()
    async with asyncio.timeout(2):
        with pytest.raises(RuntimeError, match="closed"):
            await writer.run(put("late"))


async def test_a_file_held_by_another_program_is_an_error_after_a_while_and_heals(writer: Writer, path: Path) -> None:
    with held_by_another(path):
        outcomes = await together(writer, put("a"), put("b"))
        assert [str(outcome) for outcome in outcomes] == ["database is locked"] * 2
    assert await together(writer, put("a"), put("b")) == ["a", "b"]


async def test_a_full_disk_leaves_nothing_by_half_and_heals(writer: Writer, path: Path) -> None:
    [[pages]] = await writer.run(sql("PRAGMA page_count"))
    await writer.run(sql(f"PRAGMA max_page_count = {pages + 2}"))
    outcomes = await together(writer, put("a"), blob(2**20), put("c"))
    assert any("full" in str(outcome) for outcome in outcomes)
    told = {outcome for outcome in outcomes if isinstance(outcome, str)}
    assert {name.rstrip("'") for name in outside(path)} == told
    await writer.run(sql("PRAGMA max_page_count = 1000000"))
    assert await writer.run(blob(2**20)) is None
    assert {"first", "big"} <= set(outside(path))


async def test_an_open_that_fails_is_told(tmp_path: Path) -> None:
    (tmp_path / "t.db").write_bytes(b"this is no database, whatever its name says" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        await Writer(tmp_path / "t.db", PRAGMAS).open()
