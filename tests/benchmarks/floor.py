"""The floor: the statements and values that real runs executed, written again with the plain driver.

Only what writes is written again; looking up, deciding, templates and JSON are the product's own cost.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from storage.transaction import Database, ResultT, Sql, Transaction

if TYPE_CHECKING:
    from tests.benchmarks.place import Place

TABLES = (
    "conversation", "message", "inbox", "run", "step", "handoff", "decision", "tool_intent", "card", "effect", "audit",
    "instance", "workflow",
)  # fmt: skip

Written = Sequence[Sql]
"""What one transaction wrote."""


class Recording:
    """A database that notes what each transaction writes."""

    def __init__(self, database: Database, written: list[Written]) -> None:
        self._database = database
        self._written = written

    async def run(self, transaction: Transaction[ResultT]) -> ResultT:
        statements: list[Sql] = []
        result = await self._database.run(_noted(transaction, statements))
        if statements:
            self._written.append(statements)
        return result

    async def scrub(self) -> None:
        await self._database.scrub()


def _noted(transaction: Transaction[ResultT], statements: list[Sql]) -> Transaction[ResultT]:
    try:
        sql = next(transaction)
        while True:
            if not sql.text.startswith("SELECT"):
                statements.append(sql)
            sql = transaction.send((yield sql))
    except StopIteration as end:
        return end.value  # type: ignore[no-any-return]


async def same_rows(one: "Place", other: "Place") -> bool:
    """Whether two databases hold the same rows; numbers that the database gave may differ in their order."""
    return all([await _rows(one, table) == await _rows(other, table) for table in TABLES])


async def _rows(place: "Place", table: str) -> list[Any]:
    columns = [name for name, is_text in await place.columns(table) if name != "id" or is_text]
    return sorted(await place.rows(f"SELECT {', '.join(columns)} FROM {table}"), key=repr)
