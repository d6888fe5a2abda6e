"""A small bot on the unmodified discord.py, and a fake that the library is pointed at."""

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

    def __init__(self, intents: discord.Intents = INTENTS, **more: Any) -> None:
        super().__init__(intents=intents, allowed_mentions=discord.AllowedMentions.none(), **more)
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


@contextlib.asynccontextmanager
async def pointed(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordFake]:
    """A fake by the real clock."""
    async with discord_fake(time.time) as fake:
        monkeypatch.setattr(discord.http.Route, "BASE", fake.address)
        monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(fake.world.gateway_address))
        yield fake


def opened(fake: DiscordFake) -> Office:
    """A guild with Ana, Ben and a channel."""
    ana, ben = fake.user(1001, "Ana"), fake.user(1002, "Ben")
    guild = fake.guild("Office", ana, ben)
    return Office(guild, fake.channel(guild, "desk"), ana, ben)


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


async def channel(bot: Bot, office: Office) -> Any:
    return bot.get_channel(office.desk.id) or await bot.fetch_channel(office.desk.id)
