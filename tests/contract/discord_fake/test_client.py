"""The unmodified discord.py against the fake: login, cards, forms, commands, reconnecting, limits."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from typing import Any

import discord
import pytest
import yarl
from discord import app_commands, ui

from tests.contract.discord_fake.ground import Office
from tests.fakes.discord.accounts import CONTENT
from tests.fakes.discord.fake import DiscordFake, discord_fake

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class Reason(ui.Modal, title="Reject"):
    reason: ui.Label[Any] = ui.Label(text="Why", component=ui.TextInput(style=discord.TextStyle.paragraph))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        assert isinstance(self.reason.component, ui.TextInput)
        await interaction.response.edit_message(content=f"rejected: {self.reason.component.value}", view=None)


class Decide(ui.DynamicItem[ui.Button[Any]], template=r"h:(?P<id>\w+):(?P<verb>approve|reject)"):
    """A button that is known by its custom id alone."""

    def __init__(self, number: str, verb: str) -> None:
        self.number, self.verb = number, verb
        super().__init__(ui.Button(label=verb.title(), custom_id=f"h:{number}:{verb}"))

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction, __: Any, match: Any, /) -> Decide:
        return cls(match["id"], match["verb"])

    async def callback(self, interaction: discord.Interaction) -> None:
        if self.verb == "reject":
            await interaction.response.send_modal(Reason())
            return
        await interaction.response.defer()
        await interaction.edit_original_response(content=f"{self.number} approved", view=None)
        await interaction.followup.send("thank you", ephemeral=True)


class Bot(discord.Client):
    """What the tests need of a bot."""

    def __init__(self, intents: discord.Intents = INTENTS) -> None:
        super().__init__(intents=intents, allowed_mentions=discord.AllowedMentions.none())
        self.tree = app_commands.CommandTree(self)
        self.heard: list[str] = []
        self.resumed = 0

    async def setup_hook(self) -> None:
        self.add_dynamic_items(Decide)
        self.tree.add_command(_pending())

    async def on_message(self, message: discord.Message) -> None:
        self.heard.append(message.content)

    async def on_resumed(self) -> None:
        self.resumed += 1


def _pending() -> app_commands.Command[Any, Any, Any]:
    @app_commands.command(name="pending", description="What waits")
    @app_commands.describe(kind="Only these")
    async def pending(interaction: discord.Interaction, kind: str, who: discord.Member | None = None) -> None:
        name = who.display_name if who else "nobody"
        await interaction.response.send_message(f"{kind} of {name}", ephemeral=True)

    @pending.autocomplete("kind")
    async def kinds(_: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=one, value=one) for one in ("refund", "rename") if one.startswith(typed)]

    return pending


def card(number: str) -> ui.View:
    view = ui.View(timeout=None)
    view.add_item(Decide(number, "approve"))
    view.add_item(Decide(number, "reject"))
    return view


@pytest.fixture
async def live(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordFake]:
    """A fake by the real clock, which discord.py is pointed at."""
    async with discord_fake(time.time) as fake:
        monkeypatch.setattr(discord.http.Route, "BASE", fake.address)
        monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(fake.world.gateway_address))
        yield fake


@pytest.fixture
def office(live: DiscordFake) -> Office:
    ana, ben = live.user(1001, "Ana"), live.user(1002, "Ben")
    guild = live.guild("Office", ana, ben)
    return Office(guild, live.channel(guild, "desk"), ana, ben)


@contextlib.asynccontextmanager
async def running(fake: DiscordFake, bot: Bot | None = None) -> AsyncIterator[Bot]:
    client = bot or Bot()
    task = asyncio.create_task(client.start(fake.token))
    waiting = asyncio.create_task(client.wait_until_ready())
    await asyncio.wait({task, waiting}, timeout=30, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    try:
        if task.done():
            await task
        yield client
    finally:
        await client.close()
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError, discord.DiscordException):
            await task


async def _channel(bot: Bot, office: Office) -> Any:
    return bot.get_channel(office.desk.id) or await bot.fetch_channel(office.desk.id)


async def test_a_message_is_posted_and_edited(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        sent = await (await _channel(bot, office)).send("refund order 17", embed=discord.Embed(title="$30"))
        await sent.edit(content="refund order 18")
        seen = await office.ana.sees(office.desk, "order 18")
    assert seen.text == "refund order 18\n$30"
    assert [version.text for version in seen.history] == ["refund order 17\n$30", seen.text]


async def test_a_button_survives_a_new_client(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        await (await _channel(bot, office)).send("refund?", view=card("17"))
    async with running(live):
        message = await office.ana.sees(office.desk, "refund?", button="Approve")
        press = office.ana.presses(message, "Approve")
        assert (await press.answer(10)).kind == "silent"
        assert (await press.outcome(10)).text == "17 approved"
        assert (await office.ana.sees(office.desk, "thank you")).ephemeral
        assert message.buttons == []


async def test_a_form(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        await (await _channel(bot, office)).send("refund?", view=card("17"))
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
        await (await _channel(bot, office)).send("at last")
    assert [call.status for call in live.called("create_message")] == [429, 200]


async def test_a_nonce_is_used_once(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        channel = await _channel(bot, office)
        first = await channel.send("once", nonce="k" * 25)
        again = await channel.send("once", nonce="k" * 25)
    assert first.id == again.id
    assert len(office.desk.live()) == 1


async def test_an_answer_after_three_seconds(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        await (await _channel(bot, office)).send("refund?", view=card("17"))
        live.limits.first_answer = 0.2
        live.faults.late(0.5, "create_interaction_response")
        message = await office.ana.sees(office.desk, "refund?", button="Approve")
        answer = await office.ana.taps(message, "Approve", within=10)
        assert answer.text == "This interaction failed"
        assert await live.until(lambda: [one.code for one in live.called("create_interaction_response")] == [10062])
