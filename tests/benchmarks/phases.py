"""The phases whose flushes are counted, work that is done several at a time, and processes of their own."""

import asyncio
import gc
import json
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from tests.benchmarks.place import Place, pending
from tests.benchmarks.workload import Workload

COUNTED = 100
"""Runs per phase whose flushes are counted; few enough that no checkpoint falls into a phase."""

ItemT = TypeVar("ItemT")


class Phase(NamedTuple):
    """So many runs are brought to their pause, or from it to their end."""

    name: str
    at_once: int
    completes: bool

    async def items(self, work: Workload, place: Place) -> Sequence[Any]:
        """What it works on, and one more."""
        found: Sequence[Any] = await pending(place) if self.completes else await work.store.unanswered()
        return found[: COUNTED + 1]

    def step(self, work: Workload) -> Callable[[Any], Awaitable[None]]:
        """What is done with each."""
        return work.complete if self.completes else work.pause


PHASES = (
    Phase("per_pause", 1, False),
    Phase("per_pause_at_50", 50, False),
    Phase("per_completion", 1, True),
    Phase("per_completion_at_50", 50, True),
)


async def several(work: Callable[[ItemT], Awaitable[None]], items: Iterable[ItemT], at_once: int) -> float:
    """Do the work of all items, so many at a time; answers how many per second."""
    left, done = iter(items), 0

    async def worker() -> None:
        nonlocal done
        for item in left:
            await work(item)
            done += 1

    gc.collect()
    began = time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(at_once)))
    return done / (time.perf_counter() - began)


async def probed(what: str, url: str, prefix: Sequence[str] = ()) -> Any:
    """What `probe.py` tells from a process of its own."""
    process = await asyncio.create_subprocess_exec(
        *prefix, sys.executable, "-m", "tests.benchmarks.probe", what, url, stdout=subprocess.PIPE
    )
    output, _ = await process.communicate()
    assert process.returncode == 0, f"the probe for {what} failed"
    return json.loads(output.decode().splitlines()[-1])
