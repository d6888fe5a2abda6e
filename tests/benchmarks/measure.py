"""The measurements: rates beside the floor, taps among many, space, memory, restart, commits and flushes."""

import asyncio
import gc
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from engine.effects import PostCard
from engine.store import CardCopy
from tests.benchmarks import floor, probe
from tests.benchmarks.crowd import make_due, multiply
from tests.benchmarks.workload import at_work, heard, pending_handoffs, prepare, remember, settle_file

ROUNDS, RUNS = 5, 400
TAPS = 400
CROWDS = {"1k": 1_000, "10k": 10_000, "100k": 100_000}
SIZED = 2_000
RESTARTS = 5

ItemT = TypeVar("ItemT")
Figures = dict[str, Any]


def copied(source: Path, name: str) -> Path:
    """A database of its own, as `source` stands; what bore its name before is gone."""
    target = source.with_name(name)
    for suffix in ("", "-wal", "-shm"):
        target.with_name(name + suffix).unlink(missing_ok=True)
    shutil.copy(source, target)
    return target


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


# --- rates ------------------------------------------------------------------------------------------------------------


async def rates(folder: Path) -> Figures:
    """Pauses and completions per second, one by one and 50 at a time, each beside its floor of the same round."""
    base = folder / "rates.db"
    conversations = await prepare(base, RUNS)
    pauses, completions = await _recorded(base, conversations)
    figures: Figures = {"commits_per_run": len(pauses[0]) + len(completions[0])}
    for at_once in (1, 50):
        samples: dict[str, list[float]] = {"paused": [], "completed": [], "floor_paused": [], "floor_completed": []}
        for _ in range(ROUNDS):
            path = copied(base, "product.db")
            async with at_work(path) as work:
                samples["paused"].append(await several(work.pause, conversations, at_once))
                waiting = pending_handoffs(path)
                samples["completed"].append(await several(work.complete, waiting, at_once))
            path = copied(base, "floor.db")
            samples["floor_paused"].append(await _floor(path, pauses, at_once))
            samples["floor_completed"].append(await _floor(path, completions, at_once))
            assert floor.same_rows(path, base.with_name("recorded.db")), "the floor wrote something else"
        figures[f"at_{at_once}"] = _beside_the_floor(samples)
    return figures


async def _recorded(base: Path, conversations: Sequence[Any]) -> tuple[list[list[Any]], list[list[Any]]]:
    """What each run writes to its pause, and from its decision to its end."""
    path = copied(base, "recorded.db")
    database = floor.RecordingDatabase(path)
    async with at_work(path, database) as work:

        async def written(step: Awaitable[None]) -> list[Any]:
            database.written.clear()
            await step
            return list(database.written)

        pauses = [await written(work.pause(conversation)) for conversation in conversations]
        return pauses, [await written(work.complete(handoff)) for handoff in pending_handoffs(path)]


async def _floor(path: Path, runs: Sequence[Any], at_once: int) -> float:
    gc.collect()
    began = time.perf_counter()
    if at_once == 1:
        floor.one_by_one(path, runs)
    else:
        await floor.at_once(path, runs, at_once)
    return len(runs) / (time.perf_counter() - began)


def _beside_the_floor(samples: dict[str, list[float]]) -> Figures:
    figures: Figures = {name: round(statistics.median(values)) for name, values in samples.items()}
    for name in ("paused", "completed"):
        pairs = zip(samples[name], samples[f"floor_{name}"], strict=True)
        figures[f"{name}_of_floor"] = round(statistics.median(ours / plain for ours, plain in pairs), 3)
    return figures


# --- many pending -----------------------------------------------------------------------------------------------------


async def crowds(folder: Path) -> Figures:
    """Tap to completed among ever more pending handoffs, and how long finding 100 overdue ones takes."""
    async with AsyncExitStack() as stack:
        works = {}
        for name, count in CROWDS.items():
            path = await crowd(folder, count)
            work = await stack.enter_async_context(at_work(path))
            handoffs = pending_handoffs(path)
            works[name] = work, iter(handoffs[:: len(handoffs) // TAPS])
        taps: dict[str, list[float]] = {name: [] for name in CROWDS}
        for _ in range(TAPS):  # in turns, so that what else the machine does hits all of them alike
            for name, (work, waiting) in works.items():
                began = time.perf_counter()
                await work.complete(next(waiting))
                taps[name].append((time.perf_counter() - began) * 1000)
        figures: Figures = {name: percentiles(values) for name, values in taps.items()}
    make_due(path, 100)
    async with at_work(path) as work:
        sweeps = []
        for _ in range(21):
            began = time.perf_counter()
            due = await work.store.due_handoffs(100)
            sweeps.append((time.perf_counter() - began) * 1000)
            assert len(due) == 100
    figures["sweep_100_of_100k_ms"] = round(statistics.median(sweeps), 2)
    return figures


async def crowd(folder: Path, count: int) -> Path:
    """A database with so many pending handoffs."""
    path = folder / f"crowd-{count}.db"
    [conversation] = await prepare(path, 1)
    async with at_work(path) as work:
        await work.pause(conversation)
    settle_file(path)
    multiply(path, count - 1)
    return path


def percentiles(milliseconds: list[float]) -> Figures:
    """The middle and the slowest hundredth."""
    ordered = sorted(milliseconds)
    return {"p50_ms": round(statistics.median(ordered), 2), "p99_ms": round(ordered[int(len(ordered) * 0.99)], 2)}


# --- space, memory, restart -------------------------------------------------------------------------------------------


async def size(folder: Path) -> Figures:
    """Bytes on disk per pending handoff: heard, paused and its card posted, one after another as in a day's work."""
    path = folder / "size.db"
    await prepare(path, 0)
    empty = path.stat().st_size
    conversations = []
    async with at_work(path) as work:
        for number in range(SIZED):
            conversation = await work.store.record_inbound(heard(number))
            assert conversation is not None
            conversations.append(conversation)
            await work.pause(conversation)
            await _deliver(work.store)
    remember(path, conversations)
    settle_file(path)
    return {"bytes_per_pending": round((path.stat().st_size - empty) / SIZED)}


async def _deliver(store: Any) -> None:
    for claimed in await store.claim_effects(32, datetime.now(UTC) + timedelta(minutes=1)):
        effect = claimed.effect
        copy = CardCopy(effect.handoff, effect.place, str(claimed.id)) if isinstance(effect, PostCard) else None
        await store.effect_sent(claimed.id, copy)


async def memory(folder: Path) -> Figures:
    """How much a process grows while 10 k handoffs come to wait; a first thousand warms it up."""
    path = folder / "memory.db"
    await prepare(path, 11_000)
    return {"rss_mb_per_10k": (await _probe("memory", path))["grown_mb"]}


async def restart(folder: Path) -> Figures:
    """From the start of the process to the commit of the first decision, with 10 k pending and with only that one."""
    crowded, lonely = await crowd(folder, 10_001), await crowd(folder, 1)
    seconds: dict[str, list[float]] = {"restart_s_with_10k": [], "restart_s_with_none": []}
    for number in range(RESTARTS):
        for (name, taken), path in zip(seconds.items(), (crowded, lonely), strict=True):
            fresh = copied(path, f"{name}-{number}.db")
            began = time.perf_counter()
            await _probe("restart", fresh)
            taken.append(time.perf_counter() - began)
            fresh.unlink()
    figures: Figures = {name: round(statistics.median(taken), 3) for name, taken in seconds.items()}
    pairs = zip(*seconds.values(), strict=True)
    figures["restart_ratio"] = round(statistics.median(ten / none for ten, none in pairs), 2)
    return figures


async def flushes(folder: Path) -> Figures:
    """How many times a run has the disk flush its writes."""
    path = folder / "flushes.db"
    await prepare(path, 2 * (probe.COUNTED + 1))
    log = folder / "strace.log"
    strace = shutil.which("strace")
    prefix = [strace, "-f", "-ttt", "-e", "trace=fsync,fdatasync", "-o", str(log)] if strace else []
    phases = await _probe("flushes", path, prefix)
    if not strace:
        return {"flushes_counted_by": "commits in the write-ahead log", **phases["commits"]}
    moments = [float(line.split()[1]) for line in log.read_text().splitlines() if "sync(" in line]
    counted = {
        name: round(sum(first <= moment <= last for moment in moments) / probe.COUNTED, 2)
        for name, (first, last) in phases["times"].items()
    }
    return {"flushes_counted_by": "strace", **counted}


async def cli_import() -> Figures:
    """How long a fresh interpreter takes until the CLI is imported."""
    taken = []
    for _ in range(7):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", "import bot.cli"], check=True)  # noqa: ASYNC221 - nothing else runs
        taken.append(time.perf_counter() - began)
    return {"cli_import_s": round(statistics.median(taken), 3)}


async def _probe(what: str, path: Path, prefix: Sequence[str] = ()) -> Any:
    process = await asyncio.create_subprocess_exec(
        *prefix, sys.executable, "-m", "tests.benchmarks.probe", what, str(path), stdout=subprocess.PIPE
    )
    output, _ = await process.communicate()
    assert process.returncode == 0, f"the probe for {what} failed"
    return probe.read(output.decode())
