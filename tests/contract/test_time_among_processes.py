"""Several processes on one database look at what is due at the same moment: each thing is done once."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import timedelta

import pytest

from bot.settings import Settings
from engine.handoff import Handoff
from engine.transitions import Action
from tests.fakes.timed import Process, World, asks, world

EACH = 6
SETTINGS = Settings.model_validate(
    {
        "people": {"ana": {"play": "ana"}},
        "teams": {
            "finance": {"members": ["ana"], "post": ["play:review"]},
            "directors": {"members": ["ana"], "post": ["play:directors"]},
        },
        "bots": {name: {"team": "finance", "remind": []} for name in ("remind", "timeout", "escalate", "undo")},
    }
)
WORKFLOWS = {
    "remind": asks(remind=["1h", "2h"]),
    "timeout": asks(timeout="1h"),
    "escalate": asks(escalate={"after": "1h", "to": "directors"}),
    "undo": asks(undo="1h"),
}


@pytest.fixture
async def worlds(database: str, place: str) -> AsyncIterator[list[World]]:
    """Two processes' views of a database."""
    url = place if database == "postgres" else f"sqlite://{place}/assent.db"
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(world(url)) for _ in range(2)]


async def test_what_is_due_is_done_once_whoever_looks(worlds: list[World]) -> None:
    processes = [await each.process(SETTINGS, WORKFLOWS) for each in worlds]
    waiting = {bot: [await worlds[0].opens(processes[0], bot) for _ in range(EACH)] for bot in WORKFLOWS}
    for approved in waiting["undo"]:
        await processes[0].acts("ana", approved.id, Action.APPROVE)
    for each in worlds:
        each.clock.moment += timedelta(hours=1)
    await swept_at_once(processes)

    for bot, event in (
        ("remind", "reminded"),
        ("timeout", "timed_out"),
        ("escalate", "escalated"),
        ("undo", "approved"),
    ):
        assert await happened(worlds[0], waiting[bot], event) == {1: EACH}, bot
    assert sum(len(each.tools.calls) for each in worlds) == EACH
    cards = await worlds[0].rows("SELECT COUNT(*) FROM effect WHERE lane LIKE '%play:directors' AND kind = 'card'")
    assert cards == [(EACH,)]


async def happened(world: World, handoffs: list[Handoff], event: str) -> Counter[int]:
    """How many of these handoffs have had that happen to them how often."""
    return Counter([len(await world.fired(each.id, f"handoff.{event}")) for each in handoffs])


async def swept_at_once(processes: list[Process]) -> None:
    await asyncio.gather(*(process.sweep() for process in processes * 2))
    await asyncio.gather(*(process.sweep() for process in processes))
