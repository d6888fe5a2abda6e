"""Two processes with up to four people each decide the same handoffs: each is decided once, and losers know by whom."""

import asyncio
import multiprocessing
import os
import random
import time
from typing import Any

import pytest

from engine.handoff import AlreadyDecided
from engine.ids import HandoffId
from engine.transitions import Action
from tests.contract.store_ground import DATABASES, WORKFLOW, ruling, waiting
from tests.faults.parts import amount

SEED = int(os.environ.get("SEED", "20261122"))
HANDOFFS = amount("decisions-sqlite")
AT_ONCE = 8
MOST_OF_A_PROCESS = 4
LONGEST_PAUSE = 0.02
"""Seconds: without pauses the process that begins first keeps the write lock and wins them all."""


pytestmark = pytest.mark.timeout(24 * 3600 if HANDOFFS > 2000 else 240)


def contend(database: str, place: str, by: str, seed: int, barrier: Any, results: Any) -> None:
    """Decide every handoff in an order of this process's own; tells `{handoff: who won, as this process was told}`."""
    try:
        results.put((by, asyncio.run(_decide_all(database, place, by, seed, barrier))))
    except BaseException as error:
        results.put((by, {"failed": repr(error)}))
        raise


async def _decide_all(database: str, place: str, by: str, seed: int, barrier: Any) -> dict[str, str]:
    chance = random.Random(seed)
    won: dict[str, str] = {}
    async with DATABASES[database](place)() as ground:
        order = [str(number) for number in range(HANDOFFS)]
        cases = {number: await ground.store.case(HandoffId(f"h{number}")) for number in order}
        chance.shuffle(order)
        gate = asyncio.Semaphore(AT_ONCE)

        async def decide(number: str, person: str) -> None:
            case = cases[number]
            await asyncio.sleep(chance.random() * LONGEST_PAUSE)
            try:
                action = chance.choice([Action.APPROVE, Action.REJECT])
                await ground.store.record_decision(ruling(case.run, case.handoff, person, action))
                told = person
            except AlreadyDecided as late:
                assert late.handoff.decision is not None
                told = str(late.handoff.decision.by)
            assert won.setdefault(case.handoff.id, told) == told, f"{person} was told {told}"

        async def crowd(number: str) -> None:
            async with gate:
                people = [f"{by}{each}" for each in range(chance.randint(1, MOST_OF_A_PROCESS))]
                await asyncio.gather(*(decide(number, person) for person in people))

        barrier.wait(30)
        await asyncio.gather(*map(crowd, order))
    return won


async def test_two_processes_never_decide_one_handoff_twice(database: str, place: str, record_property: Any) -> None:
    began = time.monotonic()
    async with DATABASES[database](place)() as ground:
        await ground.store.keep_workflow(WORKFLOW, "refund", "{}")
        for start in range(0, HANDOFFS, 50):
            numbers = range(start, min(start + 50, HANDOFFS))
            await asyncio.gather(*(waiting(ground.store, str(number), f"user{number}") for number in numbers))
        told = await asyncio.to_thread(_race, database, place)
        winners = {}
        for number in range(HANDOFFS):
            handoff = (await ground.store.case(HandoffId(f"h{number}"))).handoff
            assert handoff.decision is not None
            winners[handoff.id] = handoff.decision.by
        effects = [each.key for each in await ground.store.claim_effects(10 * HANDOFFS, ground.clock.now())]
    record_property("reached", len(winners))
    assert told == {"ana": winners, "otto": winners}, f"seed {SEED}"
    assert {winner[:-1] for winner in winners.values()} == {"ana", "otto"}, f"no race took place with seed {SEED}"
    assert len([key for key in effects if key.startswith("h")]) == HANDOFFS
    print(f"{database}, seed {SEED}: {HANDOFFS} handoffs in {time.monotonic() - began:.0f} s")


def _race(database: str, place: str) -> dict[str, dict[str, str]]:
    spawn = multiprocessing.get_context("spawn")
    barrier, results = spawn.Barrier(2), spawn.SimpleQueue()
    people = ["ana", "otto"]
    processes = [
        spawn.Process(target=contend, args=(database, place, by, SEED + number, barrier, results), daemon=True)
        for number, by in enumerate(people)
    ]
    for process in processes:
        process.start()
    told = dict(results.get() for _ in processes)
    for process in processes:
        process.join(30)
    return told
