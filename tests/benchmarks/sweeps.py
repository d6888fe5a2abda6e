"""What a look at what is due costs, with nothing due and with some, among few and among very many that wait."""

import os
import statistics
import time
from contextlib import AsyncExitStack
from typing import Any

from tests.benchmarks.crowd import LEAN, crowd, make_due_for_all
from tests.benchmarks.place import Ground, Place, at_work
from tests.benchmarks.workload import Workload

SIZES = {"1k": 1_000, "100k": 100_000}
MILLION = {"1m": 1_000_000}
"""Only with `FULL=1`: it takes some minutes and gigabytes."""
LOOKS, ROUNDS, DUE = 201, 9, 20

Figures = dict[str, Any]


async def sweeps(ground: Ground) -> Figures:
    """Milliseconds of a sweep of all that time does: with nothing due, and with 20 deadlines and 20 reminders."""
    sizes = SIZES | (MILLION if os.environ.get("FULL") else {})
    async with AsyncExitStack() as stack:
        places, works = {}, {}
        for name, count in sizes.items():
            places[name] = place = await crowd(await ground.fresh(f"swept_{name}"), count, LEAN)
            works[name] = await stack.enter_async_context(at_work(place.url))
        idle: dict[str, list[float]] = {name: [] for name in sizes}
        for _ in range(LOOKS):  # in turns, so that what else the machine does hits all of them alike
            for name, work in works.items():
                idle[name].append(await _swept(work))
        busy: dict[str, list[float]] = {name: [] for name in sizes}
        for _ in range(ROUNDS):
            for name, work in works.items():
                busy[name].append(await _swept_with_some_due(places[name], work))
    return {name: {"idle_ms": _middle(idle[name]), "due_ms": _middle(busy[name])} for name in sizes}


async def _swept(work: Workload) -> float:
    began = time.perf_counter()
    await work.alarm.sweep()
    assert await work.store.active_runs() == []
    return (time.perf_counter() - began) * 1000


async def _swept_with_some_due(place: Place, work: Workload) -> float:
    await make_due_for_all(place, DUE)
    taken = await _swept(work)
    [(left,)] = await place.rows("SELECT COUNT(*) FROM handoff WHERE due_at < 1000 OR remind_at < 1000")
    assert left == 0, "all that was due is done"
    return taken


def _middle(milliseconds: list[float]) -> float:
    return round(statistics.median(milliseconds), 2)
