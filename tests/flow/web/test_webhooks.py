"""Webhooks: what an address is told, how it can check that, and that nothing of it is lost or told twice."""

import asyncio
import base64
import hashlib
import hmac
import json
import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.webhooks.calling import WAITS, Calling
from engine.values import from_micros
from storage.webhook_calls import Call
from tests.flow.conftest import OpenHouse
from tests.flow.house import House
from tests.flow.test_authority import asking
from tests.flow.web.conftest import SignIn
from tests.flow.web_house import Page, Visitor

WHERE = "/account/webhooks"
SECRET = re.compile(r"whsec_[A-Za-z0-9+/]+=*")


@dataclass
class Receiver:
    """The other side: it keeps what it gets, and answers with the next of its statuses, the last one for ever."""

    statuses: list[int] = field(default_factory=lambda: [204])
    got: list[tuple[Mapping[str, str], bytes]] = field(default_factory=list)
    url: str = ""
    open: asyncio.Event | None = None
    """Until when it lets callers wait, if it does."""

    async def heard(self, request: web.Request) -> web.Response:
        if self.open:
            await self.open.wait()
        self.got.append((dict(request.headers), await request.read()))
        status = self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]
        return web.Response(status=status)

    @property
    def bodies(self) -> list[Any]:
        return [json.loads(body) for _, body in self.got]

    @property
    def names(self) -> list[str]:
        return [headers["webhook-id"] for headers, _ in self.got]


@asynccontextmanager
async def receiving() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.heard)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        yield receiver
    finally:
        await runner.cleanup()


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as one:
        yield one


def is_signed(secret: str, headers: Mapping[str, str], body: bytes) -> bool:
    """What a library for standard webhooks does to check a call."""
    signed = b".".join((headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), body))
    digest = hmac.new(base64.b64decode(secret[len("whsec_") :]), signed, hashlib.sha256).digest()
    wanted = "v1," + base64.b64encode(digest).decode()
    return wanted in headers["webhook-signature"].split(" ")


async def added(
    visitor: Visitor, url: str, *events: str, bot: str = ""
) -> str:  # fmt: skip
    """Set an address up on the page; answers its secret."""
    await visitor.get(WHERE)
    wanted = events or ("handoff.created", "handoff.decided", "handoff.expired")
    page = await visitor.post(WHERE, url=url, event=wanted[0], bot=bot) if len(wanted) == 1 else None
    if page is None:
        page = await many(visitor, url, wanted, bot)
    assert page.status == 200, page.words
    return SECRET.findall(page.text)[0]


async def many(visitor: Visitor, url: str, events: tuple[str, ...], bot: str) -> Page:
    form = [("csrf", visitor.csrf), ("url", url), ("bot", bot), *(("event", event) for event in events)]
    async with visitor.http.post(visitor.address + WHERE, data=form, headers={"Origin": visitor.address}) as response:
        return Page(response.status, response.headers, await response.text(), WHERE)


async def told(house: House, receiver: Receiver, count: int) -> None:
    """Wait until the other side has got so many calls, and until nothing is under way."""

    async def look() -> bool:
        leased = house.rows("SELECT COUNT(*) FROM webhook_call WHERE lease_until IS NOT NULL")
        return len(receiver.got) >= count and leased == [(0,)]

    async def instead() -> Any:
        return len(receiver.got), house.rows("SELECT event, state, detail, attempts FROM webhook_call")

    await house.until(look, instead, f"{count} calls")


@pytest.fixture
def asks(open_house: OpenHouse) -> Callable[..., Any]:
    async def open(**data: Any) -> House:
        return await open_house(asking(**data))

    return open


async def test_an_address_is_told_and_can_check_by_whom(
    asks: Callable[..., Any], sign_in: SignIn, receiver: Receiver
) -> None:
    house = await asks()
    olga = await sign_in(house, "olga")
    secret = await added(olga, receiver.url)
    await house.say("a very private matter")
    card = await house.card("For Chris")
    await told(house, receiver, 1)
    await house.tap("ana", "Approve", card)
    await told(house, receiver, 2)
    created, decided = receiver.bodies
    assert created["type"] == "handoff.created" and created["data"]["state"] == "pending"
    assert decided["type"] == "handoff.decided" and decided["data"] == {
        "handoff": card["handoff"], "bot": "refunds", "team": "finance", "state": "approved", "decided_by": "ana",
        "at": decided["timestamp"], "url": f"{olga.address}/handoffs/{card['handoff']}",
    }  # fmt: skip
    for headers, body in receiver.got:
        assert is_signed(secret, headers, body) and not is_signed(secret, headers, body + b" ")
        assert headers["Content-Type"] == "application/json" and b"private" not in body and b"Chris" not in body
    assert len(set(receiver.names)) == 2
    assert "/hook" not in str(house.rows("SELECT * FROM audit")), "an address may be as good as a password"
    kept = "".join(map(str, house.rows("SELECT * FROM webhook") + house.rows("SELECT * FROM audit")))
    assert secret not in kept and secret.removeprefix("whsec_") not in kept
    page = await olga.get(WHERE)
    assert not SECRET.search(page.text) and page.words.count("delivered") == 2 and "204" in page.words
    assert [(actor, detail["host"]) for actor, detail in house.audit("webhook.added")] == [("web:olga", "127.0.0.1")]


async def test_an_address_is_told_of_what_it_wants(
    asks: Callable[..., Any], sign_in: SignIn, receiver: Receiver
) -> None:
    house = await asks(timeout="1h")
    olga = await sign_in(house, "olga")
    await added(olga, receiver.url, "handoff.expired", bot="refunds")
    await house.say("hello")
    await house.card("For Chris")
    await house.advance(hours=2)
    await told(house, receiver, 1)
    [body] = receiver.bodies
    assert (body["type"], body["data"]["state"], body["data"]["decided_by"]) == ("handoff.expired", "timed_out", "")


async def test_what_nobody_took_is_told_again_under_the_same_name(
    asks: Callable[..., Any], sign_in: SignIn, receiver: Receiver
) -> None:
    house = await asks()
    secret = await added(await sign_in(house, "olga"), receiver.url, "handoff.created")
    receiver.statuses = [500, 302, 404, 200]
    await house.say("hello")
    for count, wait in zip((1, 2, 3, 4), WAITS[:4], strict=True):
        await told(house, receiver, count)
        [(due, state)] = house.rows("SELECT due_at, state FROM webhook_call")
        left = from_micros(due) - house.app._ground.clock.now()
        assert state == "done" or wait - timedelta(seconds=3) < left <= wait
        await house.advance(seconds=wait.total_seconds() + 1)
    await house.advance(days=3)
    await asyncio.sleep(1.5)
    assert len(receiver.got) == 4 and len(set(receiver.names)) == 1
    assert len({body for _, body in receiver.got}) == 1
    assert len({headers["webhook-timestamp"] for headers, _ in receiver.got}) == 4
    assert all(is_signed(secret, *each) for each in receiver.got)
    assert house.rows("SELECT state, attempts FROM webhook_call") == [("done", 4)]


async def test_what_nobody_takes_is_given_up_said_and_can_be_sent_again(
    asks: Callable[..., Any], sign_in: SignIn, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.webhooks.calling.WAITS", WAITS[:1])
    house = await asks()
    olga = await sign_in(house, "olga")
    await added(olga, receiver.url, "handoff.created")
    receiver.statuses = [503, 503, 200]
    await house.say("hello")
    await told(house, receiver, 1)
    await house.advance(seconds=6)
    await told(house, receiver, 2)
    await house.sees("*webhook at 127.0.0.1 was given up*", "ana")
    page = await olga.get(WHERE)
    assert "given up" in page.words and "503" in page.words
    [form] = page.forms(f"{WHERE}/again")
    await olga.post(f"{WHERE}/again", id=form["id"], call=form["call"])
    await told(house, receiver, 3)
    assert house.rows("SELECT state FROM webhook_call") == [("done",)]
    assert (await olga.post(f"{WHERE}/again", id="x", call=form["call"])).status == 404
    assert (await olga.post(f"{WHERE}/again", id=form["id"], call="x")).status == 404


async def test_an_address_that_is_gone_is_not_called_again(
    asks: Callable[..., Any], sign_in: SignIn, receiver: Receiver
) -> None:
    house = await asks()
    await added(await sign_in(house, "olga"), receiver.url, "handoff.created")
    receiver.statuses = [410]
    await house.say("hello")
    await told(house, receiver, 1)
    assert house.rows("SELECT state, detail FROM webhook_call") == [("dead", "410")]


async def test_a_process_that_ends_in_between_loses_and_repeats_nothing(
    open_house: OpenHouse, sign_in: SignIn, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = await open_house(asking())
    await added(await sign_in(house, "olga"), receiver.url)
    webhooks = house.app._web._webhooks
    reached, make = type(webhooks.telling._places).reached, Calling._make

    async def killed(*_: Any) -> None:
        await asyncio.sleep(0)
        raise asyncio.CancelledError

    monkeypatch.setattr(type(webhooks.telling._places), "reached", killed)
    monkeypatch.setattr(Calling, "_make", killed)
    await house.say("hello")
    card = await house.card("For Chris")
    await house.tap("ana", "Approve", card)
    await house.quiet()
    for _ in range(3):  # it tells, and ends before it has put down how far it came; it claims, and ends before it calls
        with pytest.raises(asyncio.CancelledError):
            await webhooks.telling.sweep()
        await webhooks.calling.sweep()
    assert receiver.got == []
    assert house.rows("SELECT COUNT(*) FROM webhook_call") == [(2,)]
    monkeypatch.setattr(type(webhooks.telling._places), "reached", reached)
    monkeypatch.setattr(Calling, "_make", make)
    webhooks.calling._under_way = 0
    await house.advance(minutes=2)
    await told(house, receiver, 2)
    assert sorted(body["type"] for body in receiver.bodies) == ["handoff.created", "handoff.decided"]


async def test_an_address_that_was_removed_meanwhile_is_told_nothing(
    house: House, sign_in: SignIn, receiver: Receiver
) -> None:
    olga = await sign_in(house, "olga")
    await added(olga, receiver.url)
    [(id,)] = house.rows("SELECT id FROM webhook")
    await olga.post(f"{WHERE}/end", id=id)
    now = house.app._ground.clock.now()
    await house.app._web._webhooks.telling._calls.tell([Call(id, 1, "handoff.created", "{}")], now)

    async def look() -> bool:
        return house.rows("SELECT 1 FROM webhook_call") == []

    await house.until(look, look, "no call left")
    assert receiver.got == []


async def test_a_new_secret_takes_the_place_of_the_old_one_within_a_day(
    asks: Callable[..., Any], sign_in: SignIn, receiver: Receiver
) -> None:
    house = await asks()
    olga = await sign_in(house, "olga")
    old = await added(olga, receiver.url, "handoff.created")
    [form] = (await olga.get(WHERE)).forms(f"{WHERE}/renew")
    [new] = SECRET.findall((await olga.post(f"{WHERE}/renew", **{"id": form["id"]})).text)
    assert new != old
    await olga.post(f"{WHERE}/ping", id=form["id"])
    await told(house, receiver, 1)
    assert receiver.bodies[0]["type"] == "ping"
    assert [is_signed(each, *receiver.got[0]) for each in (old, new)] == [True, True]
    await house.advance(days=1, seconds=1)
    olga = await sign_in(house, "olga")
    await olga.post(f"{WHERE}/ping", id=form["id"])
    await told(house, receiver, 2)
    assert [is_signed(each, *receiver.got[1]) for each in (old, new)] == [False, True]
    await olga.post(f"{WHERE}/end", id=form["id"])
    assert (await olga.post(f"{WHERE}/ping", id=form["id"])).status == 404
    await house.say("hello")
    await house.card("For Chris")
    await asyncio.sleep(1.5)
    assert len(receiver.got) == 2


async def test_one_slow_address_keeps_no_other_waiting(asks: Callable[..., Any], sign_in: SignIn) -> None:
    house = await asks()
    olga = await sign_in(house, "olga")
    async with receiving() as slow, receiving() as quick:
        slow.open = asyncio.Event()
        for receiver in (slow, quick):
            await added(olga, receiver.url, "handoff.created")
        for number in range(3):
            await house.hear("hello", f"customer{number}")
        await house.until(lambda: asyncio.sleep(0, len(quick.got) == 3), house.cards, "three quick calls")
        assert slow.got == []
        slow.open.set()
        await told(house, slow, 3)


async def test_only_operators_set_addresses_up_and_only_good_ones(house: House, sign_in: SignIn) -> None:
    ana, olga = await sign_in(house, "ana"), await sign_in(house, "olga")
    assert (await ana.get(WHERE)).status == 403 and WHERE not in (await ana.get("/account/tokens")).text
    for path in (WHERE, *(f"{WHERE}/{name}" for name in ("renew", "end", "ping", "again"))):
        assert (await ana.post(path, url="https://example.com", event="handoff.created", id="x")).status == 403, path
    await olga.get(WHERE)
    for form in (
        {"url": "http://example.com/", "event": "handoff.created"},
        {"url": "https://10.0.0.1/", "event": "handoff.created"},
        {"url": "https://169.254.169.254/", "event": "handoff.created"},
        {"url": "file:///etc/passwd", "event": "handoff.created"},
        {"url": "https://example.com/"}, {"url": "https://example.com/", "event": "everything"},
        {"url": "https://example.com/", "event": "handoff.created", "bot": "else"}, {},
    ):  # fmt: skip
        page = await olga.post(WHERE, **form)
        assert page.status == 422 and not SECRET.search(page.text), form
    assert house.rows("SELECT COUNT(*) FROM webhook") == [(0,)]
    for name in ("renew", "end", "ping"):
        assert (await olga.post(f"{WHERE}/{name}", id="nothing")).status == 404
