"""Places that are bound by a code, on every database."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import timedelta

import pytest

from storage.bindings import Attempt, Bound, Code, Outcome, Redeemed, StoredBindings
from storage.opening import Storage, looked_at, opened
from tests.contract.store_ground import MINUTE, NOON, HandClock

CODE = Code("finance", "d1", "olga", "telegram:1003", 3, NOON + 15 * MINUTE)
ATTEMPT = Attempt("telegram:-5", "finance", "d1", "telegram:chat-5", NOON)

Reopen = Callable[[], AbstractAsyncContextManager[Storage]]


@pytest.fixture
def reopen(database: str, place: str) -> Reopen:
    url = place if database == "postgres" else f"sqlite://{place}/assent.db"
    return lambda: opened(url, HandClock(NOON), MINUTE)


@pytest.fixture
async def storage(reopen: Reopen) -> AsyncIterator[Storage]:
    async with reopen() as opened_one:
        yield opened_one


async def outcome(storage: Storage, attempt: Attempt) -> Outcome:
    return (await storage.bindings.bind(attempt)).outcome


async def test_a_code_binds_one_place_once_also_after_a_restart(reopen: Reopen) -> None:
    async with reopen() as first:
        await first.bindings.offer(CODE, "telegram:1003", NOON)
    async with reopen() as second:
        assert await second.bindings.bind(ATTEMPT) == Redeemed(Outcome.BOUND, "olga", "telegram:1003")
        assert await outcome(second, replace(ATTEMPT, place="telegram:-6")) is Outcome.REFUSED
    async with reopen() as third:
        assert await third.bindings.bound() == [Bound("telegram:-5", "finance", "olga", NOON)]
        assert await outcome(third, ATTEMPT) is Outcome.ALREADY


async def test_a_code_lasts_for_its_time_and_its_tries(storage: Storage) -> None:
    bindings = storage.bindings
    await bindings.offer(CODE, "telegram:1003", NOON)
    assert await outcome(storage, replace(ATTEMPT, at=CODE.expires_at)) is Outcome.REFUSED
    for _ in range(3):
        assert await outcome(storage, replace(ATTEMPT, digest="d2")) is Outcome.REFUSED
    assert await outcome(storage, ATTEMPT) is Outcome.REFUSED
    assert await bindings.bound() == []
    await bindings.offer(replace(CODE, digest="d3"), "telegram:1003", NOON)
    assert await outcome(storage, ATTEMPT) is Outcome.REFUSED
    assert await outcome(storage, replace(ATTEMPT, team="legal", digest="d3")) is Outcome.REFUSED
    assert await outcome(storage, replace(ATTEMPT, digest="d3")) is Outcome.BOUND


async def test_a_place_moves_to_the_team_that_it_is_bound_to_next_and_can_be_freed(storage: Storage) -> None:
    bindings = storage.bindings
    for team in ("finance", "legal"):
        await bindings.offer(replace(CODE, team=team), "telegram:1003", NOON)
        assert await outcome(storage, replace(ATTEMPT, team=team)) is Outcome.BOUND
    legal = Bound("telegram:-5", "legal", "olga", NOON)
    assert await bindings.bound() == [legal]
    assert await bindings.unbind("telegram:-5", "telegram:1003", NOON) == legal
    assert await bindings.unbind("telegram:-5", "telegram:1003", NOON) is None
    assert await bindings.bound() == []


async def test_the_record_tells_who_bound_what_and_never_the_code(storage: Storage) -> None:
    await storage.bindings.offer(CODE, "telegram:1003", NOON)
    await outcome(storage, replace(ATTEMPT, digest="d2"))
    await outcome(storage, ATTEMPT)
    await storage.bindings.unbind("telegram:-5", "telegram:1003", NOON)
    rows = await storage.figures.entries(10)
    assert [(row.event, row.subject, row.actor) for row in rows] == [
        ("place.code", "finance", "telegram:1003"),
        ("place.refused", "telegram:-5", "telegram:chat-5"),
        ("place.bound", "telegram:-5", "telegram:chat-5"),
        ("place.unbound", "telegram:-5", "telegram:1003"),
    ]
    assert "d1" not in "".join(row.detail for row in rows)
    assert [row.event for row in await storage.figures.entries(1)] == ["place.unbound"]
    assert [row.event for row in await storage.figures.entries(5, "finance")] == ["place.code"]


async def test_figures_of_an_empty_database(storage: Storage) -> None:
    figures = storage.figures
    load = await figures.load()
    assert (load.handoffs, load.effects_waiting, load.effects_dead) == (0, 0, 0)
    assert await figures.open_runs() == {}
    assert await figures.spans("", NOON - timedelta(days=1)) == []
    assert (await figures.waiting("refunds")).count == 0


async def test_a_database_is_looked_at_beside_its_process(storage: Storage, database: str, place: str) -> None:
    await storage.bindings.offer(CODE, "telegram:1003", NOON)
    await outcome(storage, ATTEMPT)
    url = place if database == "postgres" else f"sqlite://{place}/assent.db"
    async with looked_at(url) as seen:
        assert await StoredBindings(seen).bound() == [Bound("telegram:-5", "finance", "olga", NOON)]
