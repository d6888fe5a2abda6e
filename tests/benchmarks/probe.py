"""What is measured in a process of its own: its memory, its start, its flushes. Prints one line of JSON."""

import asyncio
import gc
import json
import logging
import struct
import sys
import time
from collections.abc import Awaitable, Callable
from itertools import count, islice
from pathlib import Path
from typing import Any

from bot.app import App, Ground
from bot.clock import SystemClock
from bot.people import People
from bot.secrets import InstanceSecrets
from channels.base import Tap
from channels.tokens import CardToken, encode
from engine.environment import Environment
from engine.ids import ConversationId
from engine.runner import Runner
from engine.values import canonical, dump
from engine.workflow.load import load
from storage.board import StoredBoard
from storage.db import opened
from storage.store import SqlStore
from tests.benchmarks.workload import BOT, SETTINGS, WORKFLOW, LocalTools, at_work, pending_handoffs, settle_file

COUNTED = 100
"""Runs per phase whose flushes are counted; few enough that no checkpoint falls into a phase."""
_FRAME_HEADER, _WAL_HEADER = 24, 32


async def memory(path: Path) -> dict[str, Any]:
    """Let 1 k runs come to their pause, then 10 k more, and tell by how much the process grew meanwhile."""
    async with at_work(path) as work:
        conversations = map(ConversationId, count(1))  # asking for them would leave room in which growth is not seen

        async def pause(runs: int) -> float:
            for conversation in islice(conversations, runs):
                await work.pause(conversation)
            gc.collect()
            return _resident_mb()

        return {"grown_mb": round(-await pause(1_000) + await pause(10_000), 1)}


async def restart(path: Path) -> dict[str, Any]:
    """Start as `assent run` does, without a channel, and decide the oldest handoff."""
    clock, tools, workflow = SystemClock(), LocalTools(), load(dump(WORKFLOW))
    async with opened(path) as database:
        store = SqlStore(database, clock)
        await store.free_leases()
        await store.keep_workflow(workflow.hash, workflow.name, canonical(workflow.document))
        instance, key = await store.instance()

        def make_runner(people: People) -> Runner:
            return Runner(store, Environment(clock, InstanceSecrets(key), people, tools, instance), {BOT: workflow})

        app = App(Ground(SETTINGS, store, StoredBoard(database, clock), clock, make_runner, tuple))
        await app.start()
        [handoff] = await store.pending(1)
        answer = await app.taps.tap(
            Tap("play", "", "play:review", "ana", "Ana", encode(CardToken(handoff.id, "approve")))
        )
        assert not answer.alert, answer
        await app.stop()
    return {}


async def flushes(path: Path) -> dict[str, Any]:
    """Pause and complete runs, one by one and 50 at a time; tell when each phase was and how often it committed."""
    times: dict[str, tuple[float, float]] = {}
    commits: dict[str, float] = {}
    async with at_work(path) as work:

        async def phase(name: str, step: Callable[[Any], Awaitable[None]], items: list[Any], at_once: int) -> None:
            settle_file(path)
            await step(items[0])  # the first commit after a checkpoint flushes the log's header, too
            before, left = _commits(path), iter(items[1:])

            async def worker() -> None:
                for item in left:
                    await step(item)

            began = time.time()
            await asyncio.gather(*(worker() for _ in range(at_once)))
            times[name] = (began, time.time())
            commits[name] = round((_commits(path) - before) / COUNTED, 2)

        conversations = list(await work.store.unanswered())
        half = COUNTED + 1
        await phase("per_pause", work.pause, conversations[:half], 1)
        await phase("per_pause_at_50", work.pause, conversations[half:], 50)
        handoffs = pending_handoffs(path)
        await phase("per_completion", work.complete, handoffs[:half], 1)
        await phase("per_completion_at_50", work.complete, handoffs[half:], 50)
    return {"times": times, "commits": commits}


def read(output: str) -> Any:
    """What a probe printed."""
    return json.loads(output.splitlines()[-1])


def _resident_mb() -> float:
    # `statm` counts in bundles per processor; this walks the pages.
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Rss:")) / 1000


def _commits(path: Path) -> int:
    """The commits that stand in the write-ahead log: frames that say how large the database is after them."""
    log = path.with_name(path.name + "-wal").read_bytes()
    page = struct.unpack(">I", log[8:12])[0]
    salt = log[16:24]
    frames = range(_WAL_HEADER, len(log), _FRAME_HEADER + page)
    return sum(log[at + 4 : at + 8] != b"\0\0\0\0" and log[at + 8 : at + 16] == salt for at in frames)


if __name__ == "__main__":
    probes = {"memory": memory, "restart": restart, "flushes": flushes}
    logging.disable()
    sys.stdout.write(json.dumps(asyncio.run(probes[sys.argv[1]](Path(sys.argv[2])))))
