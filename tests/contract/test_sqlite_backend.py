"""Our backend under tortoise: what cancellations and other programs cannot break."""

import asyncio
import contextvars
import os
import random
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tortoise.transactions import in_transaction

from storage import models
from storage.db import Database, opened

SEED = int(os.environ.get("SEED", "20261122"))
CANCELS = 20_000 if os.environ.get("FULL") else 2_000
AT_ONCE = 20


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with opened(tmp_path / "assent.db") as made:
        yield made


async def put(name: str) -> None:
    """A transaction of two statements with a pause between them."""
    async with in_transaction():
        await models.Instance.create(name=f"{name}.a", value="1")
        await asyncio.sleep(0)
        await models.Instance.create(name=f"{name}.b", value="2")


async def touch_all() -> int:
    """A statement that changes every row."""
    return await models.Instance.filter(value="old").update(value="old")


async def storm(chance: random.Random, count: int) -> None:
    """Transactions that are cancelled after a random number of steps of the loop."""
    async with asyncio.timeout(90):
        for start in range(0, count, AT_ONCE):
            tasks = [asyncio.create_task(put(f"{start + number}")) for number in range(AT_ONCE)]
            for task in tasks:
                for _ in range(chance.randrange(6)):
                    await asyncio.sleep(0)
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def test_after_a_storm_of_cancellations_the_connection_still_works_and_holds_whole_transactions(
    database: Database,
) -> None:
    await storm(random.Random(SEED), CANCELS)
    async with asyncio.timeout(5):
        await put("probe")
    names = await models.Instance.all().values_list("name", flat=True)
    whole = {name.rpartition(".")[0] for name in names}
    assert "probe" in whole
    assert len(names) == 2 * len(whole), f"seed {SEED}: a transaction was kept by half"


async def test_a_cancelled_statements_row_count_is_never_seen_by_the_next(database: Database) -> None:
    chance = random.Random(SEED)
    await models.Instance.bulk_create([models.Instance(name=f"n{number}", value="old") for number in range(50)])
    for _ in range(CANCELS // 10):
        task = asyncio.create_task(touch_all())
        for _ in range(chance.randrange(1, 5)):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert await models.Instance.filter(name="nobody").update(value="new") == 0, f"seed {SEED}"


async def test_a_task_with_a_clean_context_is_not_undone_with_the_transaction_that_spawned_it(
    database: Database,
) -> None:
    clean = contextvars.copy_context()
    with pytest.raises(ZeroDivisionError):
        async with in_transaction():
            await models.Instance.create(name="parent", value="1")
            child = asyncio.create_task(models.Instance.create(name="child", value="1"), context=clean)
            await asyncio.sleep(0)
            raise ZeroDivisionError
    await child
    assert await models.Instance.all().values_list("name", flat=True) == ["child"]


async def test_a_transaction_that_cannot_begin_gives_its_lock_back(database: Database, tmp_path: Path) -> None:
    """Another program holds the file: a clear error, and the next transaction works."""
    await models.Instance.all().count()
    await in_connection("PRAGMA busy_timeout = 50")
    with held_by_another(tmp_path / "assent.db"), pytest.raises(Exception, match="locked"):
        await put("late")
    async with asyncio.timeout(5):
        await put("now")
    assert await models.Instance.all().count() == 2


async def in_connection(sql: str) -> None:
    """Run a statement on the models' connection."""
    await models.Instance._meta.db.execute_script(sql)


class held_by_another:
    """A second program that holds the write lock."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)

    def __enter__(self) -> None:
        self._connection.execute("BEGIN EXCLUSIVE")

    def __exit__(self, *failure: object) -> None:
        self._connection.execute("ROLLBACK")
        self._connection.close()
