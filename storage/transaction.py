"""A transaction as a generator: each `yield` hands one statement to the database and gets its rows.

Written so, a verb is the same on every database: SQLite runs it in one hop to its writer's thread, and a driver that
awaits between statements can run the very same generator.
"""

from collections.abc import Generator, Sequence
from typing import Any, NamedTuple, TypeVar

ResultT = TypeVar("ResultT")


class Sql(NamedTuple):
    """One statement with `?` for its values; what stands in `/*+ ... */` is for databases with several writers only."""

    text: str
    values: Sequence[Any] = ()


Rows = list[tuple[Any, ...]]
Transaction = Generator[Sql, Rows, ResultT]
