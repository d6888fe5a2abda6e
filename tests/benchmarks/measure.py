"""The measurements: rates beside the floor, taps among many, space, memory, restart and flushes; on any database."""

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from typing import Any

from engine.effects import PostCard
from engine.store import CardCopy
from tests.benchmarks.crowd import crowd, make_due
from tests.benchmarks.floor import Written, same_rows
from tests.benchmarks.phases import probed, several
from tests.benchmarks.place import Ground, Place, at_work, pending, prepare, remember
from tests.benchmarks.workload import heard

ROUNDS, RUNS = 5, 400
TAPS = 400
CROWDS = {"1k": 1_000, "10k": 10_000, "100k": 100_000}
SIZED = 2_000
RESTARTS = 5

Figures = dict[str, Any]


# --- rates ------------------------------------------------------------------------------------------------------------


async def rates(ground: Ground) -> Figures:
    """Pauses and completions per second, one by one and 50 at a time, each beside its floor of the same round."""
    base = await ground.fresh("rates")
    conversations = await prepare(base, RUNS)
    recorded, pauses, completions = await _recorded(base, conversations)
    figures: Figures = {"commits_per_run": len(pauses[0]) + len(completions[0])}
    for at_once in (1, 50):
        samples: dict[str, list[float]] = {"paused": [], "completed": [], "floor_paused": [], "floor_completed": []}
        for _ in range(ROUNDS):
            place = await base.copied("product")
            async with at_work(place.url) as work:
                samples["paused"].append(await several(work.pause, conversations, at_once))
                waiting = await pending(place)
                samples["completed"].append(await several(work.complete, waiting, at_once))
            place = await base.copied("floor")
            samples["floor_paused"].append(await _floor(place, pauses, at_once))
            samples["floor_completed"].append(await _floor(place, completions, at_once))
            assert await same_rows(place, recorded), "the floor wrote something else"
        figures[f"at_{at_once}"] = _beside_the_floor(samples)
    return figures


async def _recorded(base: Place, conversations: Sequence[Any]) -> tuple[Place, list[list[Any]], list[list[Any]]]:
    """What each run writes to its pause, and from its decision to its end; and a database where that stands."""
    place = await base.copied("recorded")
    written: list[Written] = []
    async with at_work(place.url, written) as work:

        async def wrote(step: Awaitable[None]) -> list[Any]:
            written.clear()
            await step
            return list(written)

        pauses = [await wrote(work.pause(conversation)) for conversation in conversations]
        return place, pauses, [await wrote(work.complete(handoff)) for handoff in await pending(place)]


async def _floor(place: Place, runs: Sequence[Any], at_once: int) -> float:
    gc.collect()
    began = time.perf_counter()
    if at_once == 1:
        await place.floor_one_by_one(runs)
    else:
        await place.floor_at_once(runs, at_once)
    return len(runs) / (time.perf_counter() - began)


def _beside_the_floor(samples: dict[str, list[float]]) -> Figures:
    figures: Figures = {name: round(statistics.median(values)) for name, values in samples.items()}
    for name in ("paused", "completed"):
        pairs = zip(samples[name], samples[f"floor_{name}"], strict=True)
        figures[f"{name}_of_floor"] = round(statistics.median(ours / plain for ours, plain in pairs), 3)
    return figures


# --- many pending -----------------------------------------------------------------------------------------------------


async def crowds(ground: Ground) -> Figures:
    """Tap to completed among ever more pending handoffs, and how long finding 100 overdue ones takes."""
    async with AsyncExitStack() as stack:
        works = {}
        for name, count in CROWDS.items():
            place = await crowd(await ground.fresh(f"crowd_{name}"), count)
            work = await stack.enter_async_context(at_work(place.url))
            handoffs = await pending(place)
            works[name] = work, iter(handoffs[:: len(handoffs) // TAPS])
        taps: dict[str, list[float]] = {name: [] for name in CROWDS}
        for _ in range(TAPS):  # in turns, so that what else the machine does hits all of them alike
            for name, (work, waiting) in works.items():
                began = time.perf_counter()
                await work.complete(next(waiting))
                taps[name].append((time.perf_counter() - began) * 1000)
        figures: Figures = {name: percentiles(values) for name, values in taps.items()}
    await make_due(place, 100)
    async with at_work(place.url) as work:
        sweeps = []
        for _ in range(21):
            began = time.perf_counter()
            due = await work.store.due_handoffs(100)
            sweeps.append((time.perf_counter() - began) * 1000)
            assert len(due) == 100
    figures["sweep_100_of_100k_ms"] = round(statistics.median(sweeps), 2)
    return figures


def percentiles(milliseconds: list[float]) -> Figures:
    """The middle and the slowest hundredth."""
    ordered = sorted(milliseconds)
    return {"p50_ms": round(statistics.median(ordered), 2), "p99_ms": round(ordered[int(len(ordered) * 0.99)], 2)}


# --- space, memory, restart -------------------------------------------------------------------------------------------


async def size(ground: Ground) -> Figures:
    """Bytes on disk per pending handoff: heard, paused and its card posted, one after another as in a day's work."""
    place = await ground.fresh("size")
    await prepare(place, 0)
    empty = await place.size()
    async with at_work(place.url) as work:
        for number in range(SIZED):
            conversation = await work.store.record_inbound(heard(number))
            assert conversation is not None
            await work.pause(conversation)
            await _deliver(work.store)
    await remember(place)
    await place.settle()
    return {"bytes_per_pending": round((await place.size() - empty) / SIZED)}


async def _deliver(store: Any) -> None:
    for claimed in await store.claim_effects(32, datetime.now(UTC) + timedelta(minutes=1)):
        effect = claimed.effect
        copy = CardCopy(effect.handoff, effect.place, str(claimed.id)) if isinstance(effect, PostCard) else None
        await store.effect_sent(claimed.id, copy)


async def memory(ground: Ground) -> Figures:
    """How much a process grows while 10 k handoffs come to wait; a first thousand warms it up."""
    place = await ground.fresh("memory")
    await prepare(place, 11_000)
    return {"rss_mb_per_10k": (await probed("memory", place.url))["grown_mb"]}


async def restart(ground: Ground) -> Figures:
    """From the start of the process to the commit of the first decision, with 10 k pending and with only that one."""
    crowded, lonely = await crowd(await ground.fresh("crowded"), 10_001), await crowd(await ground.fresh("lonely"), 1)
    seconds: dict[str, list[float]] = {"restart_s_with_10k": [], "restart_s_with_none": []}
    for _ in range(RESTARTS):
        for taken, place in zip(seconds.values(), (crowded, lonely), strict=True):
            fresh = await place.copied("started")
            began = time.perf_counter()
            await probed("restart", fresh.url)
            taken.append(time.perf_counter() - began)
            await fresh.dropped()
    figures: Figures = {name: round(statistics.median(taken), 3) for name, taken in seconds.items()}
    pairs = zip(*seconds.values(), strict=True)
    figures["restart_ratio"] = round(statistics.median(ten / none for ten, none in pairs), 2)
    return figures


async def flushes(ground: Ground) -> Figures:
    """How many times a run has the disk flush its writes."""
    return await ground.flushes()


async def cli_import(_ground: Ground) -> Figures:
    """How long a fresh interpreter takes until the CLI is imported."""
    taken = []
    for _ in range(7):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", "import bot.cli"], check=True)  # noqa: ASYNC221 - nothing else runs
        taken.append(time.perf_counter() - began)
    return {"cli_import_s": round(statistics.median(taken), 3)}
