"""What people set for themselves, on every database: joined accounts, absences, channels put to silence."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import timedelta

import pytest

from storage.opening import Storage, opened
from storage.ties import TRIES, WINDOW, Absence, Link, LinkAttempt, LinkCode, Linked, LinkOutcome
from tests.contract.store_ground import MINUTE, NOON
from tests.fakes.clocks import HandClock

CODE = LinkCode("account ana", "d1", "ana", "", "telegram:1001", NOON + 10 * MINUTE)
MAILED = LinkCode("mail telegram:7", "d7", "telegram:7", "email:a@example.com", "telegram:7", NOON + 10 * MINUTE)
OWNERS = {"telegram:1001": "ana", "telegram:1002": "ben"}


def attempt(who: str, *digests: str) -> LinkAttempt:
    return LinkAttempt(who, digests, NOON, lambda account: OWNERS.get(account, ""))


Reopen = Callable[[], AbstractAsyncContextManager[Storage]]


@pytest.fixture
def reopen(database: str, place: str) -> Reopen:
    url = place if database == "postgres" else f"sqlite://{place}/assent.db"
    return lambda: opened(url, HandClock(NOON), MINUTE)


@pytest.fixture
async def storage(reopen: Reopen) -> AsyncIterator[Storage]:
    async with reopen() as opened_one:
        yield opened_one


async def outcome(storage: Storage, one: LinkAttempt) -> LinkOutcome:
    return (await storage.ties.join(one)).outcome


async def offered(storage: Storage, *codes: LinkCode) -> None:
    for code in codes:
        await storage.ties.offer(code, "telegram:1001", NOON)


async def events(storage: Storage) -> list[tuple[str, str, str]]:
    return [(row.event, row.subject, row.actor) for row in await storage.figures.entries(20)]


async def test_a_code_joins_one_account_once_also_after_a_restart(reopen: Reopen) -> None:
    async with reopen() as first:
        await offered(first, CODE)
    async with reopen() as second:
        joined = Linked(LinkOutcome.JOINED, "discord:5", "ana", "telegram:1001")
        assert await second.ties.join(attempt("discord:5", "no", "d1")) == joined
        assert await outcome(second, attempt("discord:6", "d1")) is LinkOutcome.REFUSED
    async with reopen() as third:
        assert (await third.ties.known()).links == [Link("discord:5", "ana", NOON)]
        assert await outcome(third, attempt("discord:5", "d1")) is LinkOutcome.ALREADY, "heard twice"


async def test_a_wrong_and_an_expired_code_join_nothing(storage: Storage) -> None:
    await offered(storage, CODE)
    assert await outcome(storage, attempt("discord:5", "d2")) is LinkOutcome.REFUSED
    assert await outcome(storage, replace(attempt("discord:5", "d1"), at=CODE.expires_at)) is LinkOutcome.REFUSED
    assert (await storage.ties.known()).links == []


async def test_a_new_code_replaces_the_earlier_one(storage: Storage) -> None:
    await offered(storage, CODE, replace(CODE, digest="d3"))
    assert await outcome(storage, attempt("discord:5", "d1")) is LinkOutcome.REFUSED
    assert await outcome(storage, attempt("discord:5", "d3")) is LinkOutcome.JOINED


async def test_who_guesses_too_often_is_not_listened_to_for_a_while(storage: Storage) -> None:
    await offered(storage, replace(CODE, expires_at=NOON + timedelta(hours=1)))
    for _ in range(TRIES):
        assert await outcome(storage, attempt("discord:5", "no")) is LinkOutcome.REFUSED
    assert await outcome(storage, attempt("discord:5", "d1")) is LinkOutcome.GUESSED
    later = replace(attempt("discord:5", "d1"), at=NOON + WINDOW)
    assert await outcome(storage, later) is LinkOutcome.JOINED
    assert await outcome(storage, attempt("discord:6", "no")) is LinkOutcome.REFUSED, "each account by itself"


async def test_of_two_who_type_a_code_at_once_one_is_joined(storage: Storage) -> None:
    for round in range(5):
        digest = f"r{round}"
        await offered(storage, replace(CODE, digest=digest))
        racers = [f"discord:{round}{number}" for number in range(4)]
        found = await asyncio.gather(*(outcome(storage, attempt(who, digest)) for who in racers))
        assert sorted(found) == ["joined", "refused", "refused", "refused"]
    assert len((await storage.ties.known()).links) == 5


async def test_two_who_join_each_other_at_once_are_one_and_no_ring(storage: Storage) -> None:
    for round in range(5):
        left, right = f"play:{round}", f"telegram:{round}"
        await offered(
            storage,
            replace(CODE, key=f"account {left}", digest=f"l{round}", principal=left),
            replace(CODE, key=f"account {right}", digest=f"r{round}", principal=right),
        )
        found = await asyncio.gather(
            outcome(storage, attempt(left, f"r{round}")), outcome(storage, attempt(right, f"l{round}"))
        )
        assert sorted(found) == ["joined", "refused"]


async def test_a_configured_persons_account_is_never_joined_to_another(storage: Storage) -> None:
    stranger = replace(CODE, key="account play:eve", digest="d9", principal="play:eve")
    await offered(storage, CODE, stranger)
    assert await outcome(storage, attempt("telegram:1002", "d1")) is LinkOutcome.FOREIGN
    assert await outcome(storage, attempt("telegram:1002", "d9")) is LinkOutcome.FOREIGN
    assert await outcome(storage, attempt("telegram:1001", "d1")) is LinkOutcome.ALREADY
    assert (await storage.ties.known()).links == []
    assert await outcome(storage, attempt("discord:5", "d1")) is LinkOutcome.JOINED, "a refusal spends no code"


async def test_an_account_that_is_joined_goes_to_nobody_else(storage: Storage) -> None:
    other = replace(CODE, key="account play:chris", digest="d2", principal="play:chris")
    await offered(storage, other)
    assert await outcome(storage, attempt("discord:5", "d2")) is LinkOutcome.JOINED
    await offered(storage, CODE)
    assert await outcome(storage, attempt("discord:5", "d1")) is LinkOutcome.TAKEN
    assert await outcome(storage, attempt("play:chris", "d1")) is LinkOutcome.TAKEN, "others are joined to it"
    assert await storage.ties.part("discord:5", "play:chris", "play:chris", NOON)
    assert not await storage.ties.part("discord:5", "play:chris", "play:chris", NOON)
    assert await outcome(storage, attempt("discord:5", "d1")) is LinkOutcome.JOINED
    assert (await storage.ties.known()).links == [
        Link("discord:5", "play:chris", NOON, ended=True),
        Link("discord:5", "ana", NOON),
    ]


async def test_an_account_can_be_joined_again(storage: Storage) -> None:
    await offered(storage, CODE)
    await outcome(storage, attempt("discord:5", "d1"))
    await storage.ties.part("discord:5", "ana", "telegram:1001", NOON)
    await offered(storage, replace(CODE, digest="d2"))
    assert await outcome(storage, attempt("discord:5", "d2")) is LinkOutcome.JOINED
    assert (await storage.ties.known()).links == [Link("discord:5", "ana", NOON)]


async def test_a_mailed_code_joins_the_address_and_not_who_types_it(storage: Storage) -> None:
    await offered(storage, MAILED)
    linked = await storage.ties.join(attempt("telegram:7", "x", "d7"))
    assert linked == Linked(LinkOutcome.JOINED, "email:a@example.com", "telegram:7", "telegram:7")
    assert await outcome(storage, attempt("telegram:7", "d7")) is LinkOutcome.ALREADY
    assert (await storage.ties.known()).links == [Link("email:a@example.com", "telegram:7", NOON)]


async def test_the_record_tells_of_joining_and_never_a_digest(storage: Storage) -> None:
    await offered(storage, CODE)
    await outcome(storage, attempt("discord:5", "no"))
    await outcome(storage, attempt("telegram:1002", "d1"))
    await outcome(storage, attempt("discord:5", "d1"))
    await storage.ties.part("discord:5", "ana", "telegram:1001", NOON)
    assert await events(storage) == [
        ("link.code", "ana", "telegram:1001"),
        ("link.refused", "discord:5", "discord:5"),
        ("link.refused", "telegram:1002", "telegram:1002"),
        ("link.joined", "ana", "discord:5"),
        ("link.parted", "ana", "telegram:1001"),
    ]
    assert "d1" not in "".join(row.detail for row in await storage.figures.entries(20))


async def test_an_absence_is_replaced_and_ended(storage: Storage) -> None:
    monday, tuesday = NOON + timedelta(days=1), NOON + timedelta(days=2)
    await storage.ties.leave(Absence("ana", "ben", monday), "play:ana", NOON)
    await storage.ties.leave(Absence("ana", "", tuesday), "play:ana", NOON)
    assert (await storage.ties.known()).absences == [Absence("ana", "", tuesday)]
    assert await storage.ties.come_back("ana", "play:ana", NOON) == Absence("ana", "", tuesday)
    assert await storage.ties.come_back("ana", "play:ana", NOON) is None
    assert (await storage.ties.known()).absences == []
    assert [event for event, *_ in await events(storage)] == ["person.away", "person.away", "person.back"]


async def test_a_channel_is_put_to_silence_once(storage: Storage) -> None:
    ties = storage.ties
    assert [await ties.mute("ana", "email", "play:ana", NOON) for _ in range(2)] == [True, False]
    assert (await ties.known()).mutes == [("ana", "email")]
    assert [await ties.unmute("ana", "email", "play:ana", NOON) for _ in range(2)] == [True, False]
    assert [event for event, *_ in await events(storage)] == ["notify.muted", "notify.unmuted"]
