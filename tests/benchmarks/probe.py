"""What is measured in a process of its own: its memory, its start, its flushes. Prints one line of JSON."""

import asyncio
import gc
import json
import logging
import struct
import sys
import time
from itertools import count, islice
from pathlib import Path
from typing import Any

from bot.app import App
from bot.clock import SystemClock
from bot.ground import Ground
from bot.people import People
from bot.replicas import Alone
from bot.secrets import InstanceSecrets
from bot.workflows import Workflows
from channels.base import Tap
from channels.tokens import CardToken, encode
from engine.environment import Environment
from engine.ids import ConversationId
from engine.runner import Runner
from engine.values import dump
from engine.workflow.load import load
from storage.opening import file_of, opened
from tests.benchmarks.on_sqlite import File
from tests.benchmarks.phases import COUNTED, PHASES, several
from tests.benchmarks.place import LEASE, at_work
from tests.benchmarks.workload import BOT, SETTINGS, WORKFLOW, LocalTools

_FRAME_HEADER, _WAL_HEADER = 24, 32


async def memory(url: str) -> dict[str, Any]:
    """Let 1 k runs come to their pause, then 10 k more, and tell by how much the process grew meanwhile."""
    async with at_work(url) as work:
        conversations = map(ConversationId, count(1))  # asking for them would leave room in which growth is not seen

        async def pause(runs: int) -> float:
            for conversation in islice(conversations, runs):
                await work.pause(conversation)
            gc.collect()
            return _resident_mb()

        return {"grown_mb": round(-await pause(1_000) + await pause(10_000), 1)}


async def restart(url: str) -> dict[str, Any]:
    """Start as `assent run` does, without a channel, and decide the oldest handoff."""
    clock, tools, workflow = SystemClock(), LocalTools(), load(dump(WORKFLOW))
    async with opened(url, clock, LEASE) as storage:
        store = storage.store
        if storage.watch is None:
            await store.free_leases()
        workflows = Workflows(SETTINGS, tools, store, storage.notes, {BOT: workflow})
        await workflows.begin()
        instance, key = await store.instance()
        secrets = InstanceSecrets(key)

        def make_runner(people: People) -> Runner:
            return Runner(store, Environment(clock, secrets, people, tools, instance), workflows.current)

        ground = Ground(
            SETTINGS, storage, store, clock, make_runner, workflows, secrets, dict, str,
            replicas=storage.watch or Alone(),
        )  # fmt: skip
        app = App(ground)
        await app.start()
        [handoff] = await store.pending(1)
        answer = await app.taps.tap(
            Tap("play", "", "play:review", "ana", "Ana", encode(CardToken(handoff.id, "approve")))
        )
        assert not answer.alert, answer
        await app.stop()
    return {}


async def flushes(url: str) -> dict[str, Any]:
    """Pause and complete runs on SQLite; tell when each phase was and how often it committed."""
    times: dict[str, tuple[float, float]] = {}
    commits: dict[str, float] = {}
    file = file_of(url)
    assert file is not None
    place = File(file)
    async with at_work(url) as work:
        for phase in PHASES:
            first, *others = await phase.items(work, place)
            await place.settle()
            await phase.step(work)(first)  # the first commit after a checkpoint flushes the log's header, too
            before, began = _commits(file), time.time()
            await several(phase.step(work), others, phase.at_once)
            times[phase.name] = (began, time.time())
            commits[phase.name] = round((_commits(file) - before) / COUNTED, 2)
    return {"times": times, "commits": commits}


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
    sys.stdout.write(json.dumps(asyncio.run(probes[sys.argv[1]](sys.argv[2]))))
