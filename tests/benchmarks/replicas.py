"""Whole runs per second by one and by two processes on one database."""

import asyncio
import multiprocessing
import time
from collections.abc import Sequence
from typing import Any

from engine.ids import ConversationId
from tests.benchmarks.measure import Figures
from tests.benchmarks.phases import several
from tests.benchmarks.place import Ground, at_work, prepare

REPLICAS = (1, 2)
RUNS = 1_000


async def replicas(ground: Ground) -> Figures:
    """From message to end, 50 at a time in each process."""
    figures: Figures = {}
    for count in REPLICAS:
        place = await ground.fresh(f"replicas_{count}")
        conversations = await prepare(place, RUNS)
        seconds = await asyncio.to_thread(_race, place.url, [conversations[number::count] for number in range(count)])
        assert await place.rows("SELECT COUNT(*) FROM run WHERE status = 'done'") == [(RUNS,)]
        figures[f"runs_per_s_with_{count}"] = round(RUNS / seconds)
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
