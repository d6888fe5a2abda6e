"""What is kept for programs, on every database: their keys, their answers and lists, and whom they have told."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from engine.effects import Literal, SendText
from engine.ids import Place
from engine.step import AuditEntry, Keyed
from engine.transitions import HandoffState
from storage.api_answers import KEPT
from storage.api_lists import Wanted
from storage.api_tokens import MOST, ApiToken
from storage.opening import Storage, opened
from storage.webhook_calls import LISTED, MOST_PER_ADDRESS, Call
from storage.webhooks import Webhook
from tests.contract.store_ground import MINUTE, NOON
from tests.fakes.clocks import HandClock

TOKEN = ApiToken("t1", "d1", "a program", "ana", ("read", "decide"), NOON, NOON + timedelta(days=30))
HOOK = Webhook("h1", "https://example.com/", "sealed", ("handoff.created",), "", "olga", NOON)
ALL = list(HandoffState)


@pytest.fixture
async def storage(database: str, place: str) -> AsyncIterator[Storage]:
    url = place if database == "postgres" else f"sqlite://{place}/assent.db"
    async with opened(url, HandClock(NOON), MINUTE) as one:
        yield one


async def events(storage: Storage) -> list[tuple[str, str, str]]:
    return [(row.event, row.subject, row.actor) for row in await storage.figures.entries(20)]


async def test_a_key_is_found_by_its_digest_until_it_ends(storage: Storage) -> None:
    tokens = storage.programs.tokens
    assert await tokens.add(TOKEN, "web:ana")
    assert await tokens.add(TOKEN, "web:ana"), "the same try once more"
    assert await tokens.find("d1", NOON) == TOKEN
    used = replace(TOKEN, used_at=NOON)
    assert await tokens.find("d1", NOON + MINUTE / 2) == used
    assert await tokens.find("d1", NOON + MINUTE) == used
    assert await tokens.of("ana", NOON) == [replace(TOKEN, used_at=NOON + MINUTE)]
    assert await tokens.of("ben", NOON) == [] and await tokens.find("d2", NOON) is None
    assert await tokens.find("d1", NOON + timedelta(days=30)) is None
    assert not await tokens.end("ben", "t1", "web:ben", NOON)
    assert await tokens.end("ana", "t1", "web:ana", NOON) and not await tokens.end("ana", "t1", "web:ana", NOON)
    assert await tokens.find("d1", NOON) is None and await tokens.of("ana", NOON) == []
    assert await events(storage) == [("token.made", "t1", "web:ana"), ("token.ended", "t1", "web:ana")]
    assert "d1" not in "".join(row.detail for row in await storage.figures.entries(20))


async def test_nobody_has_more_keys_than_they_may(storage: Storage) -> None:
    tokens = storage.programs.tokens
    for number in range(MOST):
        assert await tokens.add(replace(TOKEN, id=f"t{number}", digest=f"d{number}", expires_at=None), "web:ana")
    assert not await tokens.add(replace(TOKEN, id="more", digest="more"), "web:ana")
    assert await tokens.add(replace(TOKEN, id="other", digest="other", person="ben"), "web:ben")


async def test_the_first_answer_under_a_key_is_the_one(storage: Storage) -> None:
    answers = storage.programs.answers
    first = await answers.ask("k", "r", NOON)
    assert (first.is_new, first.answer) == (True, None)
    assert not (await answers.ask("k", "other", NOON)).is_new
    assert (
        sorted(await asyncio.gather(*(answers.answer("k", f"a{n}") for n in range(4))))
        == [(await answers.ask("k", "r", NOON)).answer] * 4
    )
    assert (await answers.ask("k", "other", NOON)).request == "r"
    assert (await answers.ask("k", "r", NOON + KEPT)).is_new
    assert [each.is_new for each in await asyncio.gather(*(answers.ask("j", "r", NOON) for _ in range(4)))].count(
        True
    ) == 1


async def test_what_was_done_is_known_by_the_way_and_from_then_on(storage: Storage) -> None:
    answers = storage.programs.answers
    for via in ("api:ana.1", "api:ana.2"):
        await storage.store.audit(AuditEntry("handoff.approved", "h", "ana", NOON, {"reason": 'x"y', "via": via}))
    assert await answers.is_done("h", "api:ana.1", 0) and await answers.is_done("h", "api:ana.2", 1)
    assert not await answers.is_done("h", "api:ana.1", 1)
    assert not await answers.is_done("h", "api:ana.", 0) and not await answers.is_done("g", "api:ana.1", 0)
    await storage.store.audit(AuditEntry("decision.refused", "h", "ana", NOON, {"via": "api:ana.3"}))
    assert not await answers.is_done("h", "api:ana.3", 0)


async def test_lists_of_an_empty_database_are_empty(storage: Storage) -> None:
    lists = storage.programs.lists
    for teams in (None, [], ["finance", "legal"]):
        assert await lists.handoffs(Wanted(ALL, teams, True, "b", "t", (NOON, "x" * 26)), 10) == []
        assert await lists.spans("", NOON, teams) == []
    assert await lists.handoffs(Wanted([], None, False), 10) == []
    await storage.store.audit(AuditEntry("one", "s", "a", NOON))
    await storage.store.audit(AuditEntry("two", "s", "a", NOON))
    assert [row.event for row in await lists.entries(0, "", 10)] == ["one", "two"]
    assert [row.event for row in await lists.entries(1, "s", 10)] == ["two"]
    assert await lists.entries(0, "other", 10) == []


async def test_an_address_is_set_up_renewed_and_removed_on_record(storage: Storage) -> None:
    hooks = storage.programs.webhooks
    assert await hooks.add(HOOK, "web:olga") and await hooks.add(HOOK, "web:olga")
    assert await hooks.all() == [HOOK] == [await hooks.find("h1")]
    assert await hooks.renew("h1", "other", "web:olga", NOON)
    assert await hooks.find("h1") == replace(HOOK, secret="other")
    assert await hooks.end("h1", "web:olga", NOON) and not await hooks.end("h1", "web:olga", NOON)
    assert await hooks.all() == [] and await hooks.find("h1") is None
    assert not await hooks.renew("h1", "x", "web:olga", NOON)
    names = [event for event, *_ in await events(storage)]
    assert names == ["webhook.added", "webhook.renewed", "webhook.ended"]
    assert "sealed" not in "".join(row.detail for row in await storage.figures.entries(20))


async def test_a_call_is_made_once_by_one_and_again_only_when_its_lease_is_over(storage: Storage) -> None:
    hooks, calls = storage.programs.webhooks, storage.programs.calls
    await hooks.add(HOOK, "web:olga")
    call = Call("h1", 7, "handoff.created", "{}")
    await asyncio.gather(*(calls.tell([call], NOON) for _ in range(3)))
    assert await calls.claim(5, NOON - MINUTE, NOON) == [], "it is not due yet"
    claims = await asyncio.gather(*(calls.claim(5, NOON, NOON + MINUTE) for _ in range(4)))
    [claimed] = [each for found in claims for each in found]
    assert (claimed.call, claimed.attempts, claimed.url, claimed.secret) == (call, 1, HOOK.url, "sealed")
    assert not await calls.again("h1", claimed.id, NOON), "it is being made"
    [second] = await calls.claim(5, NOON + MINUTE, NOON + 2 * MINUTE)
    assert (second.id, second.attempts) == (claimed.id, 2)
    await calls.failed(second.id, "503", NOON + 5 * MINUTE, NOON + MINUTE)
    assert await calls.claim(5, NOON + 4 * MINUTE, NOON + 9 * MINUTE) == []
    [third] = await calls.claim(5, NOON + 5 * MINUTE, NOON + 6 * MINUTE)
    notice = Keyed("webhook.h1.0", SendText(Place("play:review"), Literal("lost")))
    await calls.failed(third.id, "503", None, NOON + 5 * MINUTE, [notice])
    assert [(told.state, told.detail, told.attempts) for told in await calls.listed("h1")] == [("dead", "503", 3)]
    assert [effect.key for effect in await storage.store.claim_effects(9, NOON + MINUTE)] == ["webhook.h1.0"]
    assert not await calls.again("h2", third.id, NOON) and await calls.again("h1", third.id, NOON + 6 * MINUTE)
    [last] = await calls.claim(5, NOON + 6 * MINUTE, NOON + 7 * MINUTE)
    await calls.told(last.id, "200", NOON + 6 * MINUTE)
    await calls.failed(last.id, "503", None, NOON + 6 * MINUTE)
    assert [(told.state, told.detail, told.attempts) for told in await calls.listed("h1")] == [("done", "200", 1)]


async def test_no_address_takes_all_the_places_and_a_removed_one_takes_none(storage: Storage) -> None:
    hooks, calls = storage.programs.webhooks, storage.programs.calls
    await hooks.add(HOOK, "web:olga")
    await hooks.add(replace(HOOK, id="h2"), "web:olga")
    told = [Call("h1", number, "handoff.created", "{}") for number in range(1, 40)]
    await calls.tell([*told, Call("h2", 1, "handoff.created", "{}")], NOON)
    first = await calls.claim(16, NOON, NOON + MINUTE)
    assert [each.call.webhook for each in first].count("h1") == MOST_PER_ADDRESS and len(first) == MOST_PER_ADDRESS + 1
    assert await calls.claim(16, NOON, NOON + MINUTE) == []
    assert len(await calls.listed("h1")) == LISTED
    await hooks.end("h1", "web:olga", NOON)
    assert await calls.claim(16, NOON + MINUTE, NOON + 2 * MINUTE) == [replace(first[-1], attempts=2)]
    assert not await calls.again("h1", first[0].id, NOON + 9 * MINUTE)


async def test_whose_a_handoff_is_nobody_knows_who_is_not_there(storage: Storage) -> None:
    assert await storage.programs.calls.whose(["a", "a", "b"]) == {}
