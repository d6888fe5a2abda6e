"""PostgreSQL: databases of a server of our own, which flushes every commit, and plain asyncpg for the floor."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from storage.postgres import in_postgres
from tests.benchmarks.floor import Written
from tests.benchmarks.phases import COUNTED, PHASES, Phase, several
from tests.benchmarks.place import Place, Rows, at_work, prepare

FLUSHES = (
    "SELECT COALESCE(SUM(fsyncs), 0)::bigint FROM pg_stat_io WHERE object = 'wal' AND backend_type = 'client backend'"
)
REPORTED = 0.5
"""Seconds after which the sessions that have ended have added what they did to the statistics."""


@dataclass(frozen=True, slots=True)
class OnServer:
    """One database of a server, whose address is given with `{}` for a name."""

    address: str
    name: str
    random_id: str = "substr(md5(random()::text || clock_timestamp()::text), 1, 26)"

    @property
    def url(self) -> str:
        return self.address.format(self.name)

    async def rows(self, *statements: str) -> Rows:
        async with connected(self.url) as connection, connection.transaction():
            for statement in statements:
                rows = await connection.fetch(statement)
            return [tuple(row) for row in rows]

    async def columns(self, table: str) -> Sequence[tuple[str, bool]]:
        rows = await self.rows(
            f"SELECT column_name, data_type FROM information_schema.columns WHERE table_name = '{table}' "
            "ORDER BY ordinal_position"
        )
        return [(name, kind in ("character varying", "text")) for name, kind in rows]

    async def settle(self) -> None:
        async with connected(self.url) as connection:
            await connection.execute("VACUUM ANALYZE")
            await connection.execute("CHECKPOINT")

    async def size(self) -> int:
        [(size,)] = await self.rows("SELECT pg_database_size(current_database())")
        return int(size)

    async def copied(self, name: str) -> Place:
        copy = OnServer(self.address, name)
        await copy.dropped()
        await copy.created(f"TEMPLATE {self.name}")
        return copy

    async def created(self, how: str = "") -> None:
        """Have the server make it."""
        async with connected(self.address.format("postgres")) as connection:
            await connection.execute(f"CREATE DATABASE {self.name} {how}")

    async def dropped(self) -> None:
        async with connected(self.address.format("postgres")) as connection:
            await connection.execute(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")

    async def floor_one_by_one(self, runs: Sequence[Sequence[Written]]) -> None:
        async with connected(self.url) as connection:
            for run in runs:
                for written in run:
                    await _commit(connection, [written])

    async def floor_at_once(self, runs: Sequence[Sequence[Written]], workers: int) -> None:
        left = iter(runs)
        waiting: list[tuple[Written, asyncio.Future[None]]] = []
        some = asyncio.Event()

        async def work() -> None:
            for run in left:
                for written in run:
                    done = asyncio.get_running_loop().create_future()
                    waiting.append((written, done))
                    some.set()
                    await done

        async def write() -> None:
            while await some.wait():
                some.clear()
                group = waiting[:]
                waiting.clear()
                await _commit(connection, [written for written, _ in group])
                for _, done in group:
                    done.set_result(None)

        async with connected(self.url) as connection:
            writing = asyncio.create_task(write())
            await asyncio.gather(*(work() for _ in range(workers)))
            writing.cancel()
            await asyncio.gather(writing, return_exceptions=True)


@dataclass(frozen=True, slots=True)
class Postgres:
    """Databases of one server."""

    address: str

    async def fresh(self, name: str) -> Place:
        place = OnServer(self.address, name)
        await place.created()
        return place

    async def flushes(self) -> dict[str, Any]:
        """As the server counts them for its sessions; what opening the database costs is taken off."""
        place = await self.fresh("flushes")
        await prepare(place, 2 * (COUNTED + 1))
        opening = await _flushed(place, None)
        counted = {phase.name: await _flushed(place, phase) - opening for phase in PHASES}
        per_run = {name: round(flushes / (COUNTED + 1), 2) for name, flushes in counted.items()}
        return {"flushes_counted_by": "pg_stat_io", **per_run}


async def _flushed(place: Place, phase: Phase | None) -> int:
    """How often the log was flushed for one phase, in sessions of its own."""
    [(before,)] = await place.rows(FLUSHES)
    async with at_work(place.url) as work:
        if phase:
            await several(phase.step(work), await phase.items(work, place), phase.at_once)
    await asyncio.sleep(REPORTED)
    [(after,)] = await place.rows(FLUSHES)
    return int(after - before)


async def _commit(connection: Any, group: Sequence[Written]) -> None:
    async with connection.transaction():
        for written in group:
            for sql in written:
                await connection.fetch(in_postgres(sql.text), *sql.values)


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[Any]:
    """A plain connection."""
    import asyncpg  # noqa: PLC0415 - optional

    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()
