"""The process is killed at random moments under load; afterwards a model that knows only the files looks at them."""

import asyncio
import contextlib
import json
import multiprocessing
import random
import signal
import time
from collections import Counter
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from pathlib import Path
from threading import Lock
from typing import Any

import pytest

from storage.db import existing
from storage.verify import verify
from tests.faults.crowd import APPROVED, REJECTED, Shift, founded, is_approved, order_of, rows, unfinished, work
from tests.faults.mortal import importable
from tests.faults.parts import amount
from tests.faults.trial import FULL, SEED, Record

KILLS = amount("kills")
WITHIN = float("inf") if FULL else 75.0
FEWEST = 40
"""Kills that take however long they take: on a busy machine few fall into 75 s."""
WORLDS = 2
"""Databases that are killed beside each other."""
PER_LIFE = 4
"""New customers with every life."""
READY_WITHIN, FINISHED_WITHIN = 30.0, 120.0

pytestmark = pytest.mark.timeout(6 * 3600 if FULL else 300)
_fork = multiprocessing.get_context("forkserver")


async def test_kills_at_random_moments_lose_nothing_and_do_nothing_twice(
    tmp_path: Path, record_property: Record
) -> None:
    with importable():
        forkserver.ensure_running()
    began = time.monotonic()
    asked = Lock()
    worlds = [World(tmp_path / str(number), f"{SEED}-{number}", asked) for number in range(WORLDS)]
    await asyncio.gather(*(asyncio.to_thread(world.play, KILLS // WORLDS, began + WITHIN) for world in worlds))
    kills, customers = sum(world.kills for world in worlds), sum(world.customers for world in worlds)
    early = sum(world.early for world in worlds)
    record_property("reached", kills)
    print(
        f"seed {SEED}: {kills} kills ({early} of them before it was ready) under {customers} conversations "
        f"in {time.monotonic() - began:.0f} s"
    )
    for world in worlds:
        await assert_as_if_nothing_had_been(world.folder, world.customers)


class World:
    """One database and its lives, one after the other.

    Whoever starts a process looks after all others as well, and whoever asks second how one ended is told another code:
    so all worlds start and ask under one lock.
    """

    def __init__(self, folder: Path, seed: str, asked: Lock) -> None:
        folder.mkdir()
        self._asked = asked
        self.folder = folder
        self.config = founded(folder)
        self.seed = seed
        self.kills = self.early = self.customers = 0
        self._chance = random.Random(seed)

    def play(self, kills: int, until: float) -> None:
        """Kill life after life, and let the last one finish."""
        while self.kills < kills and (time.monotonic() < until or self.kills < FEWEST // WORLDS):
            self._live(self._chance.uniform(0.02, 0.25) if self._chance.random() < 0.15 else None)
        self._finish()

    def _born(self) -> tuple[Any, Connection]:
        self.customers += PER_LIFE
        ours, theirs = _fork.Pipe()
        shift = Shift(self.folder, self.config, self.customers, f"{self.seed}-{self.kills}")
        child = _fork.Process(target=work, args=(shift, theirs), daemon=True)
        with self._asked:
            child.start()
        theirs.close()
        return child, ours

    def _end_of(self, child: Any, within: float) -> int | None:
        """How a life ended; None if it has not."""
        wait([child.sentinel], within)
        with self._asked:
            return child.exitcode  # type: ignore[no-any-return]

    def _live(self, early: float | None) -> None:
        """One life; killed while it starts, or some time after it is ready."""
        child, ours = self._born()
        heard = wait([ours, child.sentinel], READY_WITHIN if early is None else early)
        ready = bool(heard) and self._end_of(child, 0) is None
        if ready:
            time.sleep(min(1.0, self._chance.expovariate(8)))
        assert early is not None or ready, f"SEED={SEED}: it was not ready: {self._said()}"
        child.kill()
        code = self._end_of(child, 10)
        assert code in (-signal.SIGKILL, 0), f"SEED={SEED}: it ended with {code}: {self._said()}"
        self.kills += code == -signal.SIGKILL
        self.early += not ready
        ours.close()

    def _finish(self) -> None:
        child, ours = self._born()
        try:
            code = self._end_of(child, FINISHED_WITHIN)
            left = unfinished(self.folder)
            assert code == 0, f"SEED={SEED}: not finished, {code}, left {left}: {self._said()}"
        finally:
            with contextlib.suppress(ValueError):
                child.kill()
            ours.close()

    def _said(self) -> str:
        return (self.folder / "stderr.txt").read_text(errors="replace")[-3000:]


# --- the model: what must stand in the files for so many customers ------------------------------------------------


async def assert_as_if_nothing_had_been(folder: Path, customers: int) -> None:
    """Nothing is left open, and everybody got one answer, one decision, and their money once or not at all."""
    assert unfinished(folder) == []
    database = folder / "assent.db"
    orders = [order_of(number) for number in range(customers)]
    booked = Counter(order for (order,) in rows(folder / "ledger.db", "SELECT order_id FROM refunds"))
    assert booked == Counter(order for order in orders if is_approved(order)), f"SEED={SEED}"
    assert_one_decision_each(database, customers)
    assert_the_last_message_came(database, orders)
    async with existing(database) as opened:
        head = await verify(opened)
    aside = rows(database, "SELECT COUNT(*) FROM inbox WHERE state = 'poison'")[0][0]
    doubts = rows(database, "SELECT COUNT(*) FROM handoff WHERE kind = 'doubt'")[0][0]
    print(f"{folder.name}: {customers} customers, {head.number} rows of record, {doubts} doubts, {aside} asked again")


def assert_one_decision_each(database: Path, customers: int) -> None:
    """One run per customer, one approval per run, one decision per handoff, and the one that was chosen."""
    per_customer = rows(
        database,
        "SELECT c.user_id, COUNT(DISTINCT r.id), COUNT(DISTINCT h.id), COUNT(d.handoff_id), MIN(d.action) "
        "FROM conversation c JOIN run r ON r.conversation_id = c.id JOIN handoff h ON h.run_id = r.id "
        "LEFT JOIN decision d ON d.handoff_id = h.id WHERE h.kind = 'approval' GROUP BY c.user_id",
    )
    assert len(per_customer) == customers
    for user, runs, approvals, decisions, action in per_customer:
        wanted = "approve" if is_approved(order_of(int(user[1:]))) else "reject"
        assert (runs, approvals, decisions, action) == (1, 1, 1, wanted), f"SEED={SEED}: {user}"
    assert rows(database, "SELECT COUNT(*) FROM handoff") == rows(database, "SELECT COUNT(*) FROM decision")


def assert_the_last_message_came(database: Path, orders: list[str]) -> None:
    """Everybody read the end of their request, once, after all else; no effect was given up; no card looks open."""
    texts: dict[str, list[str]] = {}
    for place, body in rows(database, "SELECT place, body FROM board WHERE kind = 'text' ORDER BY id"):
        texts.setdefault(place, []).append(json.loads(body)["text"])
    for number, order in enumerate(orders):
        told = texts[f"play:c{number}"]
        wanted = APPROVED if is_approved(order) else REJECTED
        assert told[-1] == wanted and told.count(wanted) == 1, f"SEED={SEED}: customer {number} was told {told}"
    assert rows(database, "SELECT COUNT(*) FROM effect WHERE state <> 'sent'") == [(0,)]
    cards = [json.loads(body)["state"] for (body,) in rows(database, "SELECT body FROM board WHERE kind = 'card'")]
    assert "pending" not in cards and len(cards) == rows(database, "SELECT COUNT(*) FROM handoff")[0][0]
