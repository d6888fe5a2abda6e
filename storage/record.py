"""Looks into the record: its newest rows that are sought, from a place on, and never through all of it at once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from engine.values import from_micros, to_micros
from storage import audit
from storage.audit import AuditRow, Head
from storage.transaction import Database, Sql, Transaction

SLACK = 3_600_000_000
"""Microseconds by which the clocks of those who write may differ: rows stand in the order of their commits."""
REACH = 50_000
"""How many rows one look goes through."""
BATCH = 2000
"""How many rows are handed out at once to whoever takes a copy."""
_COLUMNS = "id, at, actor, event, subject, detail, hash"


@dataclass(frozen=True, slots=True)
class SoughtRows:
    """Which rows are wanted; what is empty does not matter. A subject is meant by its beginning, too."""

    event: str = ""
    subject: str = ""
    actors: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None


class Look(NamedTuple):
    """What a look found, newest first; `before` is where the next one goes on, 0 if there is nothing further back.

    `reached` is set if the look ended after so many rows, before it had found as many as were wanted.
    """

    rows: Sequence[AuditRow]
    before: int
    reached: datetime | None = None


class StoredRecord:
    """The record of one database, for those who read in it."""

    def __init__(self, database: Database) -> None:
        self._run = database.run

    async def look(self, sought: SoughtRows, before: int, limit: int) -> Look:
        """The newest rows that are sought, before that number or, with 0, from the end on; some way back at most."""
        return await self._run(_look(sought, before, limit))

    async def bounds(self, sought: SoughtRows) -> tuple[int, int]:
        """Between which numbers the sought rows can be, as the record is now; the last one is not among them."""
        return await self._run(_bounds(sought))

    async def batch(self, sought: SoughtRows, rows: tuple[int, int]) -> Sequence[AuditRow]:
        """The sought ones among the rows from that number on and before that one, in order."""
        return await self._run(_batch(sought, rows))

    async def page(self, after: int) -> tuple[Head, Sequence[AuditRow]]:
        """The rows behind that number, and the head as it was before they were read."""
        return await self._run(audit.page(after))

    async def head(self) -> Head:
        """The newest row's number and hash as the instance remembers them."""
        return await self._run(audit.head())

    async def known(self, subjects: Collection[str]) -> tuple[frozenset[str], frozenset[str]]:
        """Which of these are handoffs, and which are runs."""
        return await self._run(_known(tuple(subjects)))


def first(table: str, at: int) -> Transaction[int]:
    """The number of the first row that is not older, in a table whose rows stand in the order of time.

    It is one more than the last number if there is no such row.
    """
    ((low, last),) = yield Sql(f"SELECT (SELECT MIN(id) FROM {table}), (SELECT MAX(id) FROM {table})")
    if last is None:
        return 1
    high = last + 1
    while low < high:
        middle = (low + high) // 2
        ((number, moment),) = yield Sql(f"SELECT id, at FROM {table} WHERE id >= ? ORDER BY id LIMIT 1", (middle,))
        if moment < at:
            low = number + 1
        else:
            high = middle
    return int(low)


def _wanted(sought: SoughtRows) -> tuple[str, list[Any]]:
    """The condition that holds for the rows that are sought, and its values."""
    conditions, values = list[str](), list[Any]()
    if sought.event:
        conditions.append("event = ?")
        values.append(sought.event)
    if sought.subject:
        conditions.append(f"substr(subject, 1, {len(sought.subject)}) = ?")
        values.append(sought.subject)
    if sought.actors:
        conditions.append(f"actor IN ({', '.join('?' * len(sought.actors))})")
        values += sought.actors
    for condition, moment in (("at >= ?", sought.since), ("at < ?", sought.until)):
        if moment:
            conditions.append(condition)
            values.append(to_micros(moment))
    return "".join(f" AND {each}" for each in conditions), values


def _bounds(sought: SoughtRows) -> Transaction[tuple[int, int]]:
    start = (yield from first("audit", to_micros(sought.since) - SLACK)) if sought.since else 1
    end = (yield from first("audit", to_micros(sought.until) + SLACK)) if sought.until else None
    if end is None:
        ((last,),) = yield Sql("SELECT COALESCE(MAX(id), 0) FROM audit")
        end = last + 1
    return start, end


def _look(sought: SoughtRows, before: int, limit: int) -> Transaction[Look]:
    start, end = yield from _bounds(sought)
    end = min(end, before) if before else end
    floor = max(start, end - REACH)
    wanted, values = _wanted(sought)
    rows = yield Sql(
        f"SELECT {_COLUMNS} FROM audit WHERE id >= ? AND id < ?{wanted} ORDER BY id DESC LIMIT ?",
        (floor, end, *values, limit + 1),
    )
    found = [AuditRow(*row) for row in rows[:limit]]
    if len(rows) > limit:
        return Look(found, found[-1].number)
    if floor <= start:
        return Look(found, 0)
    ((reached,),) = yield Sql("SELECT at FROM audit WHERE id >= ? ORDER BY id LIMIT 1", (floor,))
    return Look(found, floor, from_micros(reached))


def _batch(sought: SoughtRows, rows: tuple[int, int]) -> Transaction[Sequence[AuditRow]]:
    wanted, values = _wanted(sought)
    found = yield Sql(f"SELECT {_COLUMNS} FROM audit WHERE id >= ? AND id < ?{wanted} ORDER BY id", (*rows, *values))
    return [AuditRow(*row) for row in found]


def _known(subjects: tuple[str, ...]) -> Transaction[tuple[frozenset[str], frozenset[str]]]:
    if not subjects:
        return frozenset(), frozenset()
    marks = ", ".join("?" * len(subjects))
    handoffs = yield Sql(f"SELECT id FROM handoff WHERE id IN ({marks})", subjects)
    runs = yield Sql(f"SELECT id FROM run WHERE id IN ({marks})", subjects)
    return frozenset(number for (number,) in handoffs), frozenset(number for (number,) in runs)
