"""Who is signed in to the dashboard, and how far followers of the record are, on every database."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import timedelta

import pytest

from engine.effects import Literal, SendText
from engine.ids import Place
from engine.step import AuditEntry, Keyed
from storage.opening import Storage, opened
from storage.sessions import TOUCHED_EVERY, Session, SignInLink
from tests.contract.store_ground import MINUTE, NOON
from tests.fakes.clocks import HandClock

LINK = SignInLink("d1", "ana", "telegram:1001", NOON + 10 * MINUTE)
SESSION = Session("s1", "ana", False, "Firefox", NOON, NOON, NOON + timedelta(days=1))
TOLD = Keyed("k1", SendText(Place("telegram:1001"), Literal("a link")))
Reopen = Callable[[], AbstractAsyncContextManager[Storage]]


@pytest.fixture
def reopen(database: str, place: str) -> Reopen:
    url = place if database == "postgres" else f"sqlite://{place}/assent.db"
    return lambda: opened(url, HandClock(NOON), MINUTE)


@pytest.fixture
async def storage(reopen: Reopen) -> AsyncIterator[Storage]:
    async with reopen() as opened_one:
        yield opened_one


async def test_a_link_is_used_once_by_however_many(reopen: Reopen) -> None:
    async with reopen() as storage:
        await storage.sessions.offer(LINK, "telegram:1001", NOON)
        tries = [replace(SESSION, digest=f"s{number}") for number in range(6)]
        begun = await asyncio.gather(*(storage.sessions.redeem("d1", each) for each in tries))
        assert begun.count(True) == 1
    async with reopen() as later:
        assert not await later.sessions.redeem("d1", replace(SESSION, digest="s9"))
        assert [each.agent for each in await later.sessions.sessions("ana", NOON)] == ["Firefox"]


async def test_the_same_try_again_is_the_same_session(storage: Storage) -> None:
    """A committed answer that was lost on its way."""
    await storage.sessions.offer(LINK, "telegram:1001", NOON)
    assert await storage.sessions.redeem("d1", SESSION)
    assert await storage.sessions.redeem("d1", SESSION)
    assert len(await storage.sessions.sessions("ana", NOON)) == 1


async def test_a_link_is_its_persons_and_for_a_time(storage: Storage) -> None:
    await storage.sessions.offer(LINK, "telegram:1001", NOON)
    assert await storage.sessions.owner("d1", NOON) == "ana"
    assert await storage.sessions.owner("d1", LINK.expires_at) is None
    assert not await storage.sessions.redeem("d1", replace(SESSION, person="ben"))
    assert not await storage.sessions.redeem("d1", replace(SESSION, at=LINK.expires_at))
    assert await storage.sessions.owner("d1", NOON) == "ana"


async def test_a_link_goes_out_with_its_own_commit_once(storage: Storage) -> None:
    for _ in range(2):
        await storage.sessions.offer(LINK, "telegram:1001", NOON, [TOLD])
    [claimed] = await storage.store.claim_effects(9, NOON + MINUTE)
    assert claimed.key == "k1"


async def test_a_session_is_found_until_it_ends(storage: Storage) -> None:
    await storage.sessions.offer(LINK, "telegram:1001", NOON)
    await storage.sessions.redeem("d1", SESSION)
    assert await storage.sessions.session("s1", NOON) == SESSION
    assert await storage.sessions.session("s2", NOON) is None
    assert await storage.sessions.session("s1", SESSION.ends_at) is None
    assert not await storage.sessions.end("ben", "s1", "web:ben", NOON)
    assert await storage.sessions.end("ana", "s1", "web:ana", NOON)
    assert not await storage.sessions.end("ana", "s1", "web:ana", NOON)
    assert await storage.sessions.session("s1", NOON) is None
    events = [(row.event, row.subject, row.actor) for row in await storage.figures.entries(9)]
    assert events == [
        ("dashboard.link", "ana", "telegram:1001"),
        ("dashboard.signed_in", "ana", "web:ana"),
        ("dashboard.signed_out", "ana", "web:ana"),
    ]


async def test_its_last_use_is_known_to_the_minute(storage: Storage) -> None:
    await storage.sessions.offer(LINK, "telegram:1001", NOON)
    await storage.sessions.redeem("d1", SESSION)
    soon, later = NOON + TOUCHED_EVERY / 2, NOON + TOUCHED_EVERY
    await storage.sessions.session("s1", soon)
    assert (await storage.sessions.sessions("ana", soon))[0].seen_at == NOON
    await storage.sessions.session("s1", later)
    assert (await storage.sessions.sessions("ana", later))[0].seen_at == later


async def note(storage: Storage, *events: str) -> None:
    for event in events:
        await storage.store.audit(AuditEntry(event, "x", "test", NOON))


async def test_a_follower_hears_every_row_once(reopen: Reopen) -> None:
    async with reopen() as storage:
        await note(storage, "one", "two")
        at, rows = await storage.following.next("lists")
        assert (at, [row.event for row in rows]) == (0, ["one", "two"])
        assert await storage.following.next("lists") == (at, rows), "not reached yet: the same again"
        await storage.following.reached("lists", at, rows[-1].number)
    async with reopen() as later:
        assert await later.following.next("lists") == (2, ())
        await note(later, "three")
        at, rows = await later.following.next("lists")
        assert (at, [row.event for row in rows]) == (2, ["three"])
        assert [row.event for row in (await later.following.next("others"))[1]] == ["one", "two", "three"]


async def test_a_follower_that_was_overtaken_moves_nobody_back(storage: Storage) -> None:
    await note(storage, "one", "two", "three")
    await storage.following.reached("lists", 0, 3)
    await storage.following.reached("lists", 0, 1)
    assert (await storage.following.next("lists"))[0] == 3


async def test_a_fresh_follower_begins_with_what_comes(storage: Storage) -> None:
    await note(storage, "one")
    assert await storage.following.next("calls", fresh=True) == (1, ())
    await note(storage, "two")
    assert [row.event for row in (await storage.following.next("calls", fresh=True))[1]] == ["two"]


async def test_the_tide_turns_with_every_row(storage: Storage) -> None:
    before = await storage.following.tide()
    assert await storage.following.tide() == before
    await note(storage, "one")
    assert await storage.following.tide() != before
