"""A transaction as a generator: each `yield` hands one statement to the database and gets its rows.

Written so, a verb is the same on every database: SQLite runs it in one hop to its writer's thread, and a driver that
awaits between statements can run the very same generator.
"""

from collections.abc import Generator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, Protocol, TypeVar

ResultT = TypeVar("ResultT")


class Sql(NamedTuple):
    """One statement with `?` for its values; what stands in `/*+ ... */` is for databases with several writers only."""

    text: str
    values: Sequence[Any] = ()


def insert(table: str, columns: str, *rows: Sequence[Any], unless: str = "", returning: str = "") -> Sql:
    """One INSERT for all these rows, at least one, in the order of `columns`; `unless` names a key to be known once."""
    return Sql(_insert_text(table, columns, len(rows), unless, returning), [value for row in rows for value in row])


@lru_cache(maxsize=256)
def _insert_text(table: str, columns: str, count: int, unless: str, returning: str) -> str:
    row = f"({', '.join('?' * (columns.count(',') + 1))})"
    skip = f" ON CONFLICT ({unless}) DO NOTHING" if unless else ""
    back = f" RETURNING {returning}" if returning else ""
    return f"INSERT INTO {table} ({columns}) VALUES {', '.join([row] * count)}{skip}{back}"


Rows = list[tuple[Any, ...]]
Transaction = Generator[Sql, Rows, ResultT]


class Database(Protocol):
    """Runs a transaction to its commit; it is durable then."""

    async def run(self, transaction: Transaction[ResultT]) -> ResultT: ...

    async def scrub(self) -> None:
        """Leave nothing in files beside the tables of what a transaction has removed, as far as that is ours to do."""
