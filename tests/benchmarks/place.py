"""One database of the bench, whatever its kind, and how it is filled."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any, Protocol

from bot.clock import SystemClock
from engine.ids import ConversationId, HandoffId
from storage.opening import opened
from tests.benchmarks.floor import Recording, Written
from tests.benchmarks.workload import EARLIER_LINES, LINE, Workload, composed, heard

LEASE = timedelta(seconds=30)
AT_ONCE = 50

Rows = list[tuple[Any, ...]]


class Place(Protocol):
    """A database; `url` is what the product is told."""

    url: str
    random_id: str
    """SQL for a new id such as the product's."""

    async def rows(self, *statements: str) -> Rows:
        """Run statements in one transaction, on a connection of its own; answers the rows of the last."""

    async def columns(self, table: str) -> Sequence[tuple[str, bool]]:
        """The columns of a table, each with whether it holds text."""

    async def settle(self) -> None:
        """Leave nothing to be done later for what was written: no log to be copied, no statistics to be gathered."""

    async def size(self) -> int:
        """Bytes on disk."""

    async def copied(self, name: str) -> "Place":
        """A database of its own as this one stands, instead of one of that name; nobody may be connected."""

    async def dropped(self) -> None:
        """Make room."""

    async def floor_one_by_one(self, runs: Sequence[Sequence[Written]]) -> None:
        """Write the transactions of each run again, each with its own commit."""

    async def floor_at_once(self, runs: Sequence[Sequence[Written]], workers: int) -> None:
        """Write several runs at a time through one connection that shares commits."""


class Ground(Protocol):
    """A kind of database."""

    async def fresh(self, name: str) -> Place:
        """An empty database."""

    async def flushes(self) -> dict[str, Any]:
        """How often a run has the disk flush its writes, by phase; `flushes_counted_by` says how that was counted."""


@asynccontextmanager
async def at_work(url: str, written: list[Written] | None = None) -> AsyncIterator[Workload]:
    """The product on a database; what its transactions write is added to `written`."""
    async with opened(url, SystemClock(), LEASE) as storage:
        if written is not None:
            storage.store._run = Recording(storage.database, written).run
        yield await composed(storage.store)


async def prepare(place: Place, conversations: int) -> list[ConversationId]:
    """Fill a fresh database with conversations that have their earlier lines and one message in the inbox each."""
    numbers: list[ConversationId] = []
    async with at_work(place.url) as work:
        for start in range(0, conversations, AT_ONCE):
            some = range(start, min(start + AT_ONCE, conversations))
            hearing = [work.store.record_inbound(heard(number)) for number in some]
            numbers += [number for number in await asyncio.gather(*hearing) if number is not None]
    await remember(place)
    await place.settle()
    return sorted(numbers)


async def remember(place: Place) -> None:
    """Give every conversation its earlier lines."""
    await place.rows(
        f"INSERT INTO message (conversation_id, at, author, words) "
        f"WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < {EARLIER_LINES}) "
        f"SELECT c.id, 0, CASE WHEN n % 2 = 1 THEN 'customer' ELSE 'bot' END, '{{\"text\":\"{LINE}\"}}' "
        f"FROM conversation c CROSS JOIN count ORDER BY c.id, n"
    )


async def pending(place: Place) -> list[HandoffId]:
    """The handoffs that wait, oldest first."""
    rows = await place.rows("SELECT id FROM handoff WHERE state = 'pending' ORDER BY opened_at, id")
    return [HandoffId(number) for (number,) in rows]
