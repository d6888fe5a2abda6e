"""Several processes on one PostgreSQL: who leads, who hears the bell, and stories while one is killed or stopped."""

import asyncio
import os
import random
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot import scheduler
from bot.clock import SystemClock
from bot.demo import STORY
from bot.player import Player
from bot.process import running
from bot.replicas import MESSAGES
from bot.settings import load_settings
from bot.settings_sections import CHECKOUT
from bot.simulate import ALONE
from bot.story import Deed, read_story
from examples.refund.ledger import entries
from storage.opening import opened
from storage.transaction import Sql, Transaction
from tests.fakes.replicas import Pair, Replica, two_stages
from tests.fakes.written import heard
from tests.faults.parts import amount

if TYPE_CHECKING:
    from storage.watch import Watch

LEASE = timedelta(seconds=1)
SEED = int(os.environ.get("SEED", "20261122"))
ROUNDS = range(SEED, SEED + amount("replicas"))
REAL = 10
"""Of so many rounds one has the example's servers as processes of their own."""
PATIENCE = 5.0
TOLD_LATER = 30.0

HELLO = """
{"nodes": [{"id": "t", "type": "trigger", "data": {"triggerType": "message_received"}},
           {"id": "say", "type": "send_message", "data": {"message": "Hello"}}],
 "edges": [{"source": "t", "target": "say"}]}
"""
HOLD = """
import asyncio, sys, time
from datetime import timedelta
from storage.watch import Watch

async def hold():
    watch = Watch(sys.argv[1], timedelta(seconds=1), time.monotonic)
    running = asyncio.create_task(watch.run())
    while not watch.leads:
        await asyncio.sleep(0.02)
    print("leads", flush=True)
    await running

asyncio.run(hold())
"""


async def until(true: Callable[[], object], patience: float = PATIENCE) -> float:
    """Wait for something to be true; answers the seconds that it took."""
    began = time.monotonic()
    while not true():
        assert time.monotonic() - began < patience, "not in time"
        await asyncio.sleep(0.01)
    return time.monotonic() - began


@asynccontextmanager
async def watching(url: str) -> AsyncIterator["tuple[Watch, asyncio.Task[None]]"]:
    from storage.watch import Watch  # noqa: PLC0415 - needs asyncpg, which is optional

    watch = Watch(url, LEASE, SystemClock().elapsed)
    task = asyncio.create_task(watch.run())
    try:
        yield watch, task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP])
async def test_another_process_leads_soon_after_the_leader_is_gone(postgres_url: str, number: signal.Signals) -> None:
    pipe = asyncio.subprocess.PIPE
    leader = await asyncio.create_subprocess_exec(sys.executable, "-c", HOLD, postgres_url, cwd=CHECKOUT, stdout=pipe)
    try:
        assert leader.stdout is not None
        assert await asyncio.wait_for(leader.stdout.readline(), 20) == b"leads\n"
        async with watching(postgres_url) as (watch, _):
            await asyncio.sleep(1.2)
            assert not watch.leads
            leader.send_signal(number)
            assert await until(lambda: watch.leads) < 3.0
            if number is signal.SIGSTOP:
                leader.send_signal(signal.SIGCONT)
                await asyncio.sleep(0.5)
                assert watch.leads
    finally:
        with suppress(ProcessLookupError):
            leader.kill()
        await leader.wait()


async def test_work_of_the_leader_is_done_by_one_and_goes_on_with_the_next(postgres_url: str) -> None:
    at_work: list[str] = []

    async def work(name: str) -> None:
        at_work.append(name)
        try:
            await asyncio.Event().wait()
        finally:
            at_work.remove(name)

    async with watching(postgres_url) as (first, running):
        leading = asyncio.create_task(first.lead(lambda: work("first")))
        await until(lambda: at_work == ["first"])
        async with watching(postgres_url) as (second, _):
            following = asyncio.create_task(second.lead(lambda: work("second")))
            await asyncio.sleep(0.6)
            assert at_work == ["first"]
            running.cancel()
            await until(lambda: at_work == ["second"], 3.0)
            assert not first.leads and second.leads
            for task in (leading, following):
                task.cancel()
            await asyncio.gather(leading, following, return_exceptions=True)
    assert at_work == []


async def test_a_ring_is_heard_by_the_others_only(postgres_url: str) -> None:
    heard: dict[str, list[str]] = {"first": [], "second": []}
    async with watching(postgres_url) as (first, _), watching(postgres_url) as (second, _):
        first.on_ring(heard["first"].append)
        second.on_ring(heard["second"].append)
        await asyncio.sleep(0.6)
        for told in heard.values():
            told.clear()
        for _ in range(20):
            first.ring("effects")
        assert await until(lambda: heard["second"]) < 0.5
        await asyncio.sleep(0.1)
        assert set(heard["second"]) == {"effects"} and heard["first"] == []


async def test_a_watch_whose_connection_ends_steps_down_says_so_and_comes_back(postgres_url: str) -> None:
    import asyncpg  # noqa: PLC0415 - optional

    async with watching(postgres_url) as (watch, _):
        await until(lambda: watch.leads)
        admin = await asyncpg.connect(postgres_url)
        await admin.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
        await until(lambda: watch.trouble and not watch.leads)
        await until(lambda: watch.leads and not watch.trouble)
        await admin.close()


async def test_a_ring_has_another_process_answer_before_its_sweep(
    postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scheduler, "EVERY", 600.0)
    (tmp_path / "hello.json").write_text(HELLO, encoding="utf-8")
    (tmp_path / "assent.toml").write_text(ALONE.format(workflow='"hello.json"'), encoding="utf-8")
    environ = {"ASSENT_DATABASE": postgres_url, "ASSENT_WEB__PORT": "0", "ASSENT_RUN__LEASE": "1s"}
    async with running(load_settings(tmp_path / "assent.toml", environ)) as app:
        await until(lambda: app.replicas.leads)
        async with opened(postgres_url, SystemClock(), LEASE) as other, watching(postgres_url) as (watch, _):
            await until(lambda: other.watch and not watch.leads)
            conversation = await other.store.record_inbound(replace(heard(1), bot="simulated"))
            assert conversation is not None
            await asyncio.sleep(0.3)
            assert await other.store.unanswered() == [conversation]
            watch.ring(MESSAGES)
            began = time.monotonic()
            while await other.store.unanswered():
                assert time.monotonic() - began < 1.0
                await asyncio.sleep(0.01)
            while not (items := await other.board.items()):
                assert time.monotonic() - began < 1.0
                await asyncio.sleep(0.01)
            assert items[0].body["text"] == "Hello"


# --- stories --------------------------------------------------------------------------------------------------------


async def play(pair: Pair, ledger: Path) -> None:
    """Approve: the customer is told, and the money moves. What the tapping person is told may come too late."""
    lines = [line for line in read_story(STORY) if line.deed is not Deed.IS_TOLD]
    await Player(pair, ledger, lambda line: None, TOLD_LATER).play(lines)  # type: ignore[arg-type]


async def left(url: str) -> str:
    """Where runs, handoffs and calls stand."""
    async with opened(url, SystemClock(), LEASE) as storage:

        def look(table: str, columns: str) -> Transaction[object]:
            return (yield Sql(f"SELECT {columns} FROM {table}"))

        asked = (("run", "status, claims"), ("handoff", "kind, state"), ("tool_intent", "tool, state, detail"))
        return ", ".join([f"{table}: {await storage.database.run(look(table, columns))}" for table, columns in asked])


async def killed(stage: Replica, rng: random.Random) -> None:
    await asyncio.sleep(rng.uniform(0.1, 2.5))
    await stage.kill()


async def stopped(stage: Replica, rng: random.Random) -> None:
    await asyncio.sleep(rng.uniform(0.1, 2.0))
    stage.stop()
    try:
        await asyncio.sleep(2.5 * LEASE.total_seconds())
    finally:
        stage.go_on()


@pytest.mark.restart
@pytest.mark.parametrize("seed", ROUNDS)
async def test_one_of_two_processes_falls_out_in_the_middle_of_a_story(
    postgres_url: str, tmp_path: Path, seed: int, record_property: Callable[[str, object], None]
) -> None:
    """The seed says which of the two falls out, when, and whether it is killed or stopped: `SEED=20261125 ROUNDS=1`."""
    rng, fate = random.Random(seed), (killed, stopped)[seed // 2 % 2]
    record_property("reached", 1)
    async with two_stages(tmp_path, postgres_url, real_tools=seed % REAL == 0) as stages:
        ledger = tmp_path / "ledger.db"
        try:
            await asyncio.gather(play(Pair(stages, rng), ledger), fate(stages[seed % 2], rng))
        except Exception as error:
            raise AssertionError(f"SEED={seed} ROUNDS=1: {error}; {await left(postgres_url)}") from error
        await asyncio.sleep(2 * LEASE.total_seconds())
        assert [entry.order_id for entry in entries(ledger)] == ["45678"]
