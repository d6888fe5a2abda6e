"""The unmodified discord.py against the fake: login, cards, forms, commands, reconnecting, limits."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import discord
import pytest

from tests.contract.discord_fake.client import Bot, card, channel, opened, pointed, running
from tests.contract.discord_fake.ground import Office
from tests.fakes.discord.accounts import CONTENT
from tests.fakes.discord.fake import DiscordFake


@pytest.fixture
async def live(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordFake]:
    async with pointed(monkeypatch) as fake:
        yield fake


@pytest.fixture
def office(live: DiscordFake) -> Office:
    return opened(live)


async def test_a_message_is_posted_and_edited(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        sent = await (await channel(bot, office)).send("refund order 17", embed=discord.Embed(title="$30"))
        await sent.edit(content="refund order 18")
        seen = await office.ana.sees(office.desk, "order 18")
    assert seen.text == "refund order 18\n$30"
    assert [version.text for version in seen.history] == ["refund order 17\n$30", seen.text]


async def test_a_button_survives_a_new_client(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        await (await channel(bot, office)).send("refund?", view=card("17"))
    async with running(live):
        message = await office.ana.sees(office.desk, "refund?", button="Approve")
        press = office.ana.presses(message, "Approve")
        assert (await press.answer(10)).kind == "silent"
        assert (await press.outcome(10)).text == "17 approved"
        assert (await office.ana.sees(office.desk, "thank you")).ephemeral
        assert message.buttons == []


async def test_a_form(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        await (await channel(bot, office)).send("refund?", view=card("17"))
        message = await office.ana.sees(office.desk, "refund?", button="Reject")
        shown = await office.ana.taps(message, "Reject", within=10)
        assert shown.modal is not None
        assert shown.modal.title == "Reject"
        answer = await office.ana.submits(shown.modal, {"Why": "too late"}).answer(10)
    assert (answer.kind, answer.text) == ("updated", "rejected: too late")


async def test_a_command_with_autocompletion(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        await bot.tree.sync(guild=None)
        offered = await office.ana.types("/pending", office.desk, "kind", "ref").answer(10)
        assert [one["value"] for one in offered.choices] == ["refund"]
        answer = await office.ana.uses("/pending", office.desk, kind="refund", who=office.ben).answer(10)
    assert answer.ephemeral
    assert answer.text == "refund of Ben"


async def test_a_client_resumes_after_a_drop(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        live.gateway.shut()
        live.gateway.drop()
        await live.until(lambda: not live.gateway.sessions)
        await office.ana.says(live.bot, "missed")
        live.gateway.open()
        assert await live.until(lambda: bot.resumed, 15)
        assert bot.heard == ["missed"]
    assert [one["op"] for one in live.gateway.received].count(2) == 1


async def test_a_client_starts_anew_when_it_may_not_resume(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        live.gateway.deny_resume()
        live.gateway.reconnect()
        assert await live.until(lambda: [one["op"] for one in live.gateway.received].count(2) == 2, 20)
        await live.ready()
        await office.ana.says(live.bot, "anew")
        assert await live.until(lambda: bot.heard == ["anew"])


async def test_a_privileged_intent_must_be_allowed(live: DiscordFake) -> None:
    live.bot.allowed &= ~CONTENT
    intents = discord.Intents(guilds=True, message_content=True)
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with running(live, Bot(intents)):
            pass


async def test_a_wrong_token(live: DiscordFake) -> None:
    live.revoke()
    with pytest.raises(discord.LoginFailure):
        async with running(live):
            pass


async def test_a_client_waits_when_it_is_limited(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        live.faults.flood(0.2, "create_message")
        await (await channel(bot, office)).send("at last")
    assert [call.status for call in live.called("create_message")] == [429, 200]


async def test_a_nonce_is_used_once(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        desk = await channel(bot, office)
        first = await desk.send("once", nonce="k" * 25)
        again = await desk.send("once", nonce="k" * 25)
    assert first.id == again.id
    assert len(office.desk.live()) == 1


async def test_an_answer_after_three_seconds(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        await (await channel(bot, office)).send("refund?", view=card("17"))
        live.limits.first_answer = 0.2
        live.faults.late(0.5, "create_interaction_response")
        message = await office.ana.sees(office.desk, "refund?", button="Approve")
        answer = await office.ana.taps(message, "Approve", within=10)
        assert answer.text == "This interaction failed"
        assert await live.until(lambda: [one.code for one in live.called("create_interaction_response")] == [10062])


async def test_a_lost_answer_is_asked_for_again_by_its_nonce(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        desk = await channel(bot, office)
        live.faults.drop_after("create_message")
        with pytest.raises(aiohttp.ClientError):  # discord.py repeats a reset by the numbers of other systems only
            await desk.send("once", nonce="k" * 25)
        await desk.send("once", nonce="k" * 25)
    assert len(live.called("create_message")) == 2
    assert len(office.desk.live()) == 1


async def test_an_answer_is_given_twice_after_a_proxys_error(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        await (await channel(bot, office)).send("refund?", view=card("17"))
        message = await office.ana.sees(office.desk, "refund?", button="Approve")
        live.faults.bad_gateway("create_interaction_response")
        assert (await office.ana.taps(message, "Approve", within=10)).kind == "silent"
        assert await live.until(lambda: len(live.called("create_interaction_response")) == 2)
        assert await live.until(lambda: live.called("create_interaction_response")[1].code == 40060)
    assert message.buttons == ["Approve", "Reject"]


async def test_a_silent_gateway_is_left(live: DiscordFake, office: Office) -> None:
    live.gateway.interval = 300
    live.gateway.deaf = True
    bot = Bot(heartbeat_timeout=1.0)
    async with running(live, bot):
        assert await live.until(lambda: 6 in [one["op"] for one in live.gateway.received], 20)
        live.gateway.deaf = False
        live.gateway.interval = 41_250
        assert await live.until(lambda: bot.resumed, 20)
