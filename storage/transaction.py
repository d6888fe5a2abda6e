"""A transaction as a generator: each `yield` hands one statement to the database and gets its rows.

Written so, a verb is the same on every database: SQLite runs it in one hop to its writer's thread, and a driver that
awaits between statements can run the very same generator.
"""

from collections.abc import Generator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

ResultT = TypeVar("ResultT")


class Sql(NamedTuple):
    """One statement with `?` for its values."""

    text: str
    values: Sequence[Any] = ()


def insert(table: str, columns: str, *rows: Sequence[Any], unless: str = "") -> Sql:
    """One INSERT for all these rows, at least one, in the order of `columns`; `unless` names a key to be known once."""
    return Sql(_insert_text(table, columns, len(rows), unless), [value for row in rows for value in row])


@lru_cache(maxsize=256)
def _insert_text(table: str, columns: str, count: int, unless: str) -> str:
    row = f"({', '.join('?' * (columns.count(',') + 1))})"
    skip = f" ON CONFLICT ({unless}) DO NOTHING" if unless else ""
    return f"INSERT INTO {table} ({columns}) VALUES {', '.join([row] * count)}{skip}"


Rows = list[tuple[Any, ...]]
Transaction = Generator[Sql, Rows, ResultT]
