"""The gateway by a bare websocket: sessions, events, resuming, close codes."""

from __future__ import annotations

import asyncio
import contextlib
import json
import zlib
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.contract.discord_fake.ground import CARD, Office, Plain
from tests.fakes.discord.accounts import CONTENT, MEMBERS
from tests.fakes.discord.fake import DiscordFake
from tests.fakes.discord.limits import DAY
from tests.fakes.discord.rights import Right

ALL = 1 << 0 | 1 << 9 | 1 << 12
Socket = aiohttp.ClientWebSocketResponse


class Wire:
    """One connection; `seq` is the last event's number."""

    def __init__(self, socket: Socket, token: str) -> None:
        self.socket = socket
        self.token = token
        self.seq = 0
        self.session = ""

    async def send(self, op: int, data: Any) -> None:
        await self.socket.send_json({"op": op, "d": data})

    async def hear(self) -> dict[str, Any]:
        """The next payload."""
        message = await self.socket.receive(timeout=5)
        assert message.type is aiohttp.WSMsgType.TEXT, (message.type, message.data)
        said: dict[str, Any] = json.loads(message.data)
        self.seq = said["s"] or self.seq
        return said

    async def until(self, name: str) -> Any:
        """The data of the next event of that name."""
        while (said := await self.hear())["t"] != name:
            pass
        return said["d"]

    async def closed(self) -> int | None:
        """The code with which the connection ends."""
        with contextlib.suppress(AssertionError):
            while True:
                await self.hear()
        return self.socket.close_code

    async def identify(self, intents: int = ALL) -> Any:
        """What READY says."""
        await self.send(2, {"token": self.token, "intents": intents, "properties": {}})
        ready = await self.until("READY")
        self.session = ready["session_id"]
        return ready

    async def resume(self, old: Wire, seq: int | None = None) -> None:
        data = {"token": self.token, "session_id": old.session, "seq": old.seq if seq is None else seq}
        await self.send(6, data)


@pytest.fixture
def connect(plain: Plain) -> Any:
    @contextlib.asynccontextmanager
    async def connected(token: str = "") -> AsyncIterator[Wire]:
        async with plain.session.ws_connect(f"{plain.fake.world.gateway_address}?v=10&encoding=json") as socket:
            wire = Wire(socket, token or plain.fake.token)
            assert (await wire.hear())["op"] == 10
            yield wire

    return connected


async def test_a_session_starts(connect: Any, fake: DiscordFake, office: Office) -> None:
    async with connect() as wire:
        ready = await wire.identify()
        assert ready["guilds"] == [{"id": str(office.guild.id), "unavailable": True}]
        assert ready["application"]["id"] == str(fake.bot.id)
        guild = await wire.until("GUILD_CREATE")
        assert [one["name"] for one in guild["channels"]] == ["desk"]
        assert [one["user"]["id"] for one in guild["members"]] == [str(fake.bot.id)]
        await wire.send(1, wire.seq)
        assert (await wire.hear())["op"] == 11


async def test_what_a_bot_hears(connect: Any, plain: Plain, fake: DiscordFake, office: Office) -> None:
    fake.bot.allowed = 0
    async with connect() as wire:
        await wire.identify()
        await office.ana.says(office.desk, "among us")
        heard = await wire.until("MESSAGE_CREATE")
        assert (heard["content"], heard["member"]["roles"]) == ("", [])
        await office.ana.says(office.desk, f"{fake.bot.user.mention} hello")
        assert (await wire.until("MESSAGE_CREATE"))["content"].endswith("hello")
        await office.ana.says(fake.bot, "in private")
        assert (await wire.until("MESSAGE_CREATE"))["content"] == "in private"
        await plain.posts(office.desk, content="mine")
        assert (await wire.until("MESSAGE_CREATE"))["content"] == "mine"


async def test_a_press_needs_no_intent(connect: Any, plain: Plain, office: Office) -> None:
    await plain.posts(office.desk, content="refund?", components=CARD)
    async with connect() as wire:
        await wire.identify(0)
        press = office.ben.presses(await office.ben.sees(office.desk, "refund?"), "Reject")
        heard = await wire.until("INTERACTION_CREATE")
    assert (heard["token"], heard["data"]["custom_id"]) == (press.token, "reject")
    assert heard["member"]["user"]["id"] == "1002"
    assert heard["message"]["content"] == "refund?"


async def test_missed_events_come_after_resuming(connect: Any, fake: DiscordFake, office: Office) -> None:
    async with connect() as wire:
        await wire.identify()
        await wire.until("GUILD_CREATE")
        fake.gateway.drop()
        await fake.until(lambda: not fake.gateway.sessions)
        await office.ana.says(fake.bot, "one")
        await office.ana.says(fake.bot, "two")
        async with connect() as again:
            await again.resume(wire)
            assert [(await again.hear())["d"]["content"] for _ in range(2)] == ["one", "two"]
            assert (await again.hear())["t"] == "RESUMED"


async def test_a_session_that_cannot_be_resumed(connect: Any, plain: Plain, fake: DiscordFake, office: Office) -> None:
    async with connect() as wire:
        await wire.identify()
        fake.gateway.drop()
        await fake.until(lambda: not fake.gateway.lines)
        plain.clock.passes(fake.limits.session_life + 1)
        async with connect() as again:
            await again.resume(wire)
            said = await again.hear()
            assert (said["op"], said["d"]) == (9, False)
            await again.identify()


async def test_a_client_that_leaves_ends_its_session(connect: Any, fake: DiscordFake) -> None:
    async with connect() as wire:
        await wire.identify()
        await wire.socket.close(code=1000)
        await fake.until(lambda: not fake.gateway.lines)
        async with connect() as again:
            await again.resume(wire)
            assert (await again.hear())["op"] == 9


async def test_a_sequence_of_the_future(connect: Any, fake: DiscordFake) -> None:
    async with connect() as wire:
        await wire.identify()
        fake.gateway.close(4000)
        assert await wire.closed() == 4000
        async with connect() as again:
            await again.resume(wire, seq=99)
            assert await again.closed() == 4007


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"op": 2, "d": {"token": "no", "intents": 0, "properties": {}}}, 4004),
        ({"op": 6, "d": {"token": "no", "session_id": "x", "seq": 1}}, 4004),
        ({"op": 8, "d": {"guild_id": "1"}}, 4003),
        ({"op": 77, "d": None}, 4001),
        ("nonsense", 4002),
    ],
)
async def test_close_codes(connect: Any, said: Any, code: int) -> None:
    async with connect() as wire:
        await wire.socket.send_str(said if isinstance(said, str) else json.dumps(said))
        assert await wire.closed() == code


async def test_privileged_intents(connect: Any, fake: DiscordFake) -> None:
    fake.bot.allowed = MEMBERS
    async with connect() as wire:
        await wire.send(2, {"token": wire.token, "intents": ALL | CONTENT, "properties": {}})
        assert await wire.closed() == 4014
    async with connect() as wire:
        await wire.identify(ALL | MEMBERS)
        await wire.send(2, {"token": wire.token, "intents": ALL, "properties": {}})
        assert await wire.closed() == 4005


async def test_a_thousand_sessions_a_day(connect: Any, plain: Plain, fake: DiscordFake) -> None:
    fake.limits.sessions = 2
    async with connect() as one, connect() as two, connect() as three:
        await one.identify()
        await two.identify()
        limit = (await plain.does("GET", "/gateway/bot"))["session_start_limit"]
        assert (limit["remaining"], limit["reset_after"]) == (0, DAY * 1000)
        await three.send(2, {"token": three.token, "intents": 0, "properties": {}})
        assert [await wire.closed() for wire in (one, two, three)] == [4004, 4004, 4004]
    assert await plain.refused("GET", "/users/@me") == (401, 0)


async def test_zlib_stream(plain: Plain, office: Office) -> None:
    address = f"{plain.fake.world.gateway_address}?v=10&encoding=json&compress=zlib-stream"
    stream = zlib.decompressobj()
    async with plain.session.ws_connect(address) as socket:
        hello = json.loads(stream.decompress(await socket.receive_bytes()))
        assert hello["op"] == 10
        await socket.send_json({"op": 2, "d": {"token": plain.fake.token, "intents": 1, "properties": {}}})
        assert json.loads(stream.decompress(await socket.receive_bytes()))["t"] == "READY"
        assert json.loads(stream.decompress(await socket.receive_bytes()))["t"] == "GUILD_CREATE"


async def test_what_happens_to_guilds_and_channels(connect: Any, fake: DiscordFake, office: Office) -> None:
    async with connect() as wire:
        await wire.identify(ALL | MEMBERS)
        back = fake.channel(office.guild, "back office")
        assert (await wire.until("CHANNEL_CREATE"))["name"] == "back office"
        fake.deny(back, office.ben, Right.SEND_MESSAGES)
        assert (await wire.until("CHANNEL_UPDATE"))["permission_overwrites"][0]["deny"] == str(1 << 11)
        role = fake.role(office.guild, "Team")
        fake.give(office.guild, office.ben, role)
        assert (await wire.until("GUILD_MEMBER_UPDATE"))["roles"] == [str(role.id)]
        fake.kick(office.guild, office.ben)
        assert (await wire.until("GUILD_MEMBER_REMOVE"))["user"]["id"] == "1002"
        fake.delete_channel(back)
        assert (await wire.until("CHANNEL_DELETE"))["id"] == str(back.id)
        fake.kick(office.guild, fake.bot)
        assert (await wire.until("GUILD_DELETE"))["id"] == str(office.guild.id)


async def test_a_gateway_that_does_not_answer(connect: Any, fake: DiscordFake) -> None:
    async with connect() as wire:
        await wire.identify(0)
        fake.gateway.deaf = True
        await wire.send(1, None)
        with pytest.raises(asyncio.TimeoutError):
            await wire.socket.receive(timeout=0.1)
        fake.gateway.deaf = False
        fake.gateway.reconnect()
        assert (await wire.hear())["op"] == 7
        fake.gateway.invalidate(resumable=True)
        assert (await wire.hear())["d"] is True


async def test_a_press_that_comes_too_late(connect: Any, plain: Plain, fake: DiscordFake, office: Office) -> None:
    await plain.posts(office.desk, content="refund?", components=CARD)
    card = await office.ana.sees(office.desk, "refund?")
    async with connect() as wire:
        await wire.identify()
        fake.gateway.drop()
        await fake.until(lambda: not fake.gateway.lines)
        press = office.ana.presses(card, "Approve")
        plain.clock.passes(4)
        assert (await press.answer()).failed
        async with connect() as again:
            await again.resume(wire)
            await again.until("INTERACTION_CREATE")
    status, body = await plain.responds(press, 6)
    assert (status, body["code"]) == (404, 10062)
