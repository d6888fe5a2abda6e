"""The same workload on a PostgreSQL of its own, which flushes every commit; then with one and two processes on it."""

import asyncio
import json
import multiprocessing
import statistics
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from bot.clock import SystemClock
from engine.ids import ConversationId, HandoffId
from storage.opening import opened
from tests.benchmarks.measure import Figures, percentiles, several
from tests.benchmarks.workload import EARLIER_LINES, LINE, Workload, composed, heard
from tests.fakes import postgres

ROUNDS, RUNS = 3, 200
TAPS = 200
CROWDS = {"1k": 1_000, "10k": 10_000}
REPLICAS = (1, 2)
RUNS_OF_REPLICAS = 1_000
LEASE = timedelta(seconds=30)
PENDING = "SELECT id FROM handoff WHERE state = 'pending' ORDER BY opened_at, id"


@asynccontextmanager
async def at_work(url: str) -> AsyncIterator[Workload]:
    """The product on a database, as one of the processes that may share it."""
    async with opened(url, SystemClock(), LEASE) as storage:
        yield await composed(storage.store)


async def asks(url: str, sql: str) -> Any:
    """The rows of a query, over a connection of its own."""
    import asyncpg  # noqa: PLC0415 - optional

    connection = await asyncpg.connect(url)
    try:
        return await connection.fetch(sql)
    finally:
        await connection.close()


async def pending(url: str) -> list[HandoffId]:
    return [HandoffId(row[0]) for row in await asks(url, PENDING)]


async def hear(work: Workload, url: str, first: int, count: int) -> list[ConversationId]:
    """Customers with one message in the inbox each, and earlier lines."""
    numbers = []
    for start in range(first, first + count, 50):
        hearing = [work.store.record_inbound(heard(number)) for number in range(start, min(start + 50, first + count))]
        numbers += [number for number in await asyncio.gather(*hearing) if number is not None]
    await asks(
        url,
        "INSERT INTO message (conversation_id, at, author, words) SELECT c.id, 0, 'customer', "
        f'\'{{"text":"{LINE}"}}\' FROM conversation c, generate_series(1, {EARLIER_LINES}) '
        f"WHERE c.id BETWEEN {min(numbers)} AND {max(numbers)}",
    )
    await asks(url, "VACUUM ANALYZE")
    return numbers


# --- rates and taps ---------------------------------------------------------------------------------------------------


async def rates(url: str) -> Figures:
    """Pauses and completions per second, one by one and 50 at a time."""
    figures: Figures = {}
    first = 0
    async with at_work(url) as work:
        for at_once in (1, 50):
            samples: dict[str, list[float]] = {"paused": [], "completed": []}
            for _ in range(ROUNDS):
                conversations = await hear(work, url, first, RUNS)
                first += RUNS
                samples["paused"].append(await several(work.pause, conversations, at_once))
                samples["completed"].append(await several(work.complete, await pending(url), at_once))
            figures[f"at_{at_once}"] = {name: round(statistics.median(rate)) for name, rate in samples.items()}
    return figures


async def crowds(url: str) -> Figures:
    """Tap to completed among ever more pending handoffs, what each takes on disk, and finding 100 overdue ones."""
    figures: Figures = {}
    async with at_work(url) as work:
        for name, count in CROWDS.items():
            there = len(await pending(url))
            before = (await asks(url, "SELECT pg_database_size(current_database())"))[0][0]
            first = (await asks(url, "SELECT count(*) FROM conversation"))[0][0]
            await several(work.pause, await hear(work, url, first, count - there), 50)
            after = (await asks(url, "SELECT pg_database_size(current_database())"))[0][0]
            figures["bytes_per_pending"] = round((after - before) / (count - there))
            taps = []
            waiting = await pending(url)
            for handoff in waiting[:: len(waiting) // TAPS][:TAPS]:
                began = time.perf_counter()
                await work.complete(handoff)
                taps.append((time.perf_counter() - began) * 1000)
            figures[name] = percentiles(taps)
        await asks(url, f"UPDATE handoff SET due_at = 1 WHERE id IN ({PENDING} LIMIT 100)")
        figures["sweep_100_of_10k_ms"] = await _sweep(work)
    return figures


async def _sweep(work: Workload) -> float:
    sweeps = []
    for _ in range(21):
        began = time.perf_counter()
        due = await work.store.due_handoffs(100)
        sweeps.append((time.perf_counter() - began) * 1000)
        assert len(due) == 100
    return round(statistics.median(sweeps), 2)


# --- several processes ------------------------------------------------------------------------------------------------


async def replicas(address: str) -> Figures:
    """Whole runs per second, from message to end, by so many processes on one database, 50 at a time in each."""
    figures: Figures = {}
    for count in REPLICAS:
        async with fresh(address, f"replicas_{count}") as url:
            async with at_work(url) as work:
                conversations = await hear(work, url, 0, RUNS_OF_REPLICAS)
            seconds = await asyncio.to_thread(_race, url, [conversations[number::count] for number in range(count)])
            assert len(await asks(url, "SELECT 1 FROM run WHERE status = 'done'")) == RUNS_OF_REPLICAS
            figures[f"runs_per_s_with_{count}"] = round(RUNS_OF_REPLICAS / seconds)
    return figures


def _race(url: str, shares: Sequence[Sequence[ConversationId]]) -> float:
    spawn = multiprocessing.get_context("spawn")
    barrier = spawn.Barrier(len(shares) + 1)
    processes = [spawn.Process(target=replica, args=(url, share, barrier), daemon=True) for share in shares]
    for process in processes:
        process.start()
    barrier.wait(120)
    began = time.perf_counter()
    barrier.wait(600)
    taken = time.perf_counter() - began
    for process in processes:
        process.join()
    return taken


def replica(url: str, share: Sequence[ConversationId], barrier: Any) -> None:
    """One process: takes its share of the runs from their message to their end."""
    asyncio.run(_work(url, share, barrier))


async def _work(url: str, share: Sequence[ConversationId], barrier: Any) -> None:
    async with at_work(url) as work:

        async def whole_run(conversation: ConversationId) -> None:
            await work.pause(conversation)
            [run] = await work.store.open_runs(conversation)
            handoff = run.tokens[0].handoff
            assert handoff is not None
            await work.complete(handoff)

        barrier.wait(120)
        await several(whole_run, share, 50)
        barrier.wait(600)


# --- the table --------------------------------------------------------------------------------------------------------


@asynccontextmanager
async def fresh(address: str, name: str) -> AsyncIterator[str]:
    """A new database of the server."""
    await asks(address.format("postgres"), f"CREATE DATABASE {name}")
    yield address.format(name)
    await asks(address.format("postgres"), f"DROP DATABASE {name} WITH (FORCE)")


async def measured(address: str) -> Figures:
    """Every figure, by what was measured."""
    figures: Figures = {}
    for what, work in (("rates", rates), ("crowds", crowds)):
        sys.stderr.write(f"measuring {what} ...\n")
        async with fresh(address, what) as url:
            figures[what] = await work(url)
            sys.stderr.write(f"{figures[what]}\n")
    sys.stderr.write("measuring replicas ...\n")
    figures["replicas"] = await replicas(address)
    return figures


def table(figures: Figures) -> str:
    """The figures for people, in Markdown."""
    one, fifty, crowd = figures["rates"]["at_1"], figures["rates"]["at_50"], figures["crowds"]
    lines = ["| | one by one | 50 at a time |", "|---|--:|--:|"]
    for name, words in (("paused", "runs to their pause /s"), ("completed", "decisions to completion /s")):
        lines.append(f"| {words} | {one[name]:,} | {fifty[name]:,} |")
    lines += ["", "| pending | tap to completed p50 ms | p99 ms |", "|--:|--:|--:|"]
    lines += [f"| {name} | {crowd[name]['p50_ms']} | {crowd[name]['p99_ms']} |" for name in CROWDS]
    lines += ["", "| | |", "|---|--:|"]
    lines += [f"| whole runs /s with {count} process{'es' if count > 1 else ''} | "
              f"{figures['replicas'][f'runs_per_s_with_{count}']:,} |" for count in REPLICAS]  # fmt: skip
    lines += [
        f"| bytes on disk per pending handoff | {crowd['bytes_per_pending']:,} |",
        f"| finding 100 due of 10 k, ms | {crowd['sweep_100_of_10k_ms']} |",
    ]
    return "\n".join(lines)


def main() -> int:
    """Answers the exit code: 2 where PostgreSQL is not installed."""
    try:
        with postgres.server() as address:
            figures = asyncio.run(measured(address))
    except ModuleNotFoundError:
        sys.stderr.write(f"{postgres.MISSING}\n")
        return 2
    sys.stdout.write(f"{table(figures)}\n\n{json.dumps(figures)}\n")
    return 0
