"""The unmodified discord.py against the fake: all else that a channel uses of it."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from typing import Any

import discord
import pytest
from discord import app_commands, ui

from tests.contract.discord_fake.client import Bot, card, channel, opened, pointed, running
from tests.contract.discord_fake.ground import Office
from tests.fakes.discord.fake import DiscordFake


@pytest.fixture
async def live(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordFake]:
    async with pointed(monkeypatch) as fake:
        yield fake


@pytest.fixture
def office(live: DiscordFake) -> Office:
    return opened(live)


class Layout(ui.LayoutView):
    """A card of components V2."""

    def __init__(self, words: str) -> None:
        super().__init__(timeout=None)
        button: ui.Button[Any] = ui.Button(label="Approve", custom_id="layout:approve")
        inner: list[ui.Item[Any]] = [ui.TextDisplay(words), ui.Separator(), ui.ActionRow(button)]
        self.add_item(ui.Container(*inner, accent_colour=discord.Colour.green()))


class Why(ui.View):
    """A select menu whose answer is thought about."""

    @ui.select(options=[discord.SelectOption(label="Fraud"), discord.SelectOption(label="Late")], custom_id="why")
    async def why(self, interaction: discord.Interaction, menu: ui.Select[Any]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.edit_original_response(content=f"because {menu.values[0]}")
        more = await interaction.followup.send("noted", wait=True, ephemeral=True)
        await more.edit(content="noted twice")


class Words(app_commands.Translator):
    """Knows one word of German."""

    async def translate(self, string: Any, locale: discord.Locale, context: Any) -> str | None:
        return "verknuepfen" if locale is discord.Locale.german and string.message == "link" else None


async def test_reading_and_deleting(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        desk = await channel(bot, office)
        asked = await office.ben.says(office.desk, "may I?")
        async with desk.typing():
            sent = await (await desk.fetch_message(asked.id)).reply("yes", mention_author=False)
        await sent.add_reaction("\N{WHITE HEAVY CHECK MARK}")
        assert [one.content async for one in desk.history(limit=5)] == ["yes", "may I?"]
        assert (await desk.guild.fetch_member(1002)).display_name == "Ben"
        assert (await bot.fetch_user(1001)).global_name == "Ana"
        await sent.delete()
        with pytest.raises(discord.NotFound, match="10008"):
            await desk.fetch_message(sent.id)
    assert live.world.typing


async def test_private_words(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        person = await bot.fetch_user(1001)
        await person.send("psst", view=card("17"))
        seen = await office.ana.sees(live.bot, "psst", button="Approve")
        assert (await office.ana.presses(seen, "Approve").outcome(10)).text == "17 approved"
        await office.ana.blocks(live.bot)
        with pytest.raises(discord.Forbidden, match="50007"):
            await person.send("again")


async def test_files(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        file = discord.File(io.BytesIO(b"hello"), "a.txt")
        sent = await (await channel(bot, office)).send("see", file=file)
        assert await sent.attachments[0].read() == b"hello"
        sent = await sent.add_files(discord.File(io.BytesIO(b"more"), "b.txt"))
        assert [one.filename for one in sent.attachments] == ["a.txt", "b.txt"]


async def test_a_layout(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        desk = await channel(bot, office)
        sent = await desk.send(view=Layout("refund $30"))
        await office.ana.sees(office.desk, "refund $30", button="Approve")
        await sent.edit(view=Layout("approved"))
        assert (await office.ana.sees(office.desk, "approved")).id == sent.id
        with pytest.raises(discord.HTTPException, match="IS_COMPONENTS_V2"):
            await sent.edit(content="both", view=Layout("x"))
        old = await desk.send("old", view=card("17"))
        await old.edit(content=None, view=Layout("new"))
        await office.ana.sees(office.desk, "new")


async def test_a_menu_and_a_long_thought(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        await (await channel(bot, office)).send("why?", view=Why(timeout=None))
        press = office.ana.chooses(await office.ana.sees(office.desk, "why?"), "Fraud")
        assert (await press.answer(10)).kind == "deferred"
        assert (await press.outcome(10)).text == "because Fraud"
        assert (await office.ana.sees(office.desk, "noted twice")).ephemeral


async def test_threads(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        desk = await channel(bot, office)
        sent = await desk.send("refund?")
        thread = await sent.create_thread(name="order 17", auto_archive_duration=1440)
        inner = await thread.send("card", view=card("17"))
        await thread.edit(archived=True)
        with pytest.raises(discord.HTTPException, match="50083"):
            await inner.edit(content="x")
        await thread.edit(archived=False, locked=False)
        await inner.edit(content="approved", view=None)
        secret = await desk.create_thread(name="secret", invitable=False)
        await secret.add_user(discord.Object(1002))
        await secret.send("psst")
        await office.ben.sees(live.world.channels[secret.id], "psst")


async def test_a_forums_post(live: DiscordFake, office: Office) -> None:
    forum = live.forum(office.guild, "cases")
    async with running(live) as bot:
        place: Any = bot.get_channel(forum.id)
        made = await place.create_thread(name="17", content="refund?", view=card("17"))
        await office.ana.sees(live.world.channels[made.thread.id], "refund?", button="Reject")


async def test_a_guilds_commands_in_two_languages(live: DiscordFake, office: Office) -> None:
    bot = Bot()

    @bot.tree.command(name="link", description="Join two accounts", guild=discord.Object(office.guild.id))
    @app_commands.choices(where=[app_commands.Choice(name="Telegram", value="telegram")])
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.guild_only()
    async def link(interaction: discord.Interaction, where: str, times: app_commands.Range[int, 1, 5] = 1) -> None:
        await interaction.response.send_message(f"{where} {times} {interaction.locale}", ephemeral=True)
        await (await interaction.original_response()).edit(content="linked")

    async with running(live, bot):
        await bot.tree.set_translator(Words())
        await bot.tree.sync(guild=discord.Object(office.guild.id))
        assert live.bot.commands[office.guild.id][0]["name_localizations"] == {"de": "verknuepfen"}
        press = office.ana.uses("/link", office.desk, where="Telegram", times=2)
        await press.answer(10)
        await office.ana.sees(office.desk, "linked")
        with pytest.raises(AssertionError, match="not offered"):
            office.ben.uses("/link", office.desk, where="Telegram")


async def test_what_is_refused_becomes_an_exception(live: DiscordFake, office: Office) -> None:
    async with running(live) as bot:
        desk = await channel(bot, office)
        with pytest.raises(discord.HTTPException, match="2000 or fewer"):
            await desk.send("x" * 2001)
        hidden = live.channel(office.guild, "hidden")
        hidden.overwrites[office.guild.id] = hidden.rights_of(0), hidden.rights_of(1001)
        with pytest.raises(discord.Forbidden, match="50001"):
            await bot.get_partial_messageable(hidden.id).send("x")
        live.delete_channel(office.desk)
        with pytest.raises(discord.NotFound, match="10003"):
            await desk.send("x")


async def test_a_client_that_knows_the_members(live: DiscordFake, office: Office) -> None:
    intents = discord.Intents(guilds=True, members=True, message_content=True, guild_messages=True)
    async with running(live, Bot(intents)) as bot:
        guild = bot.get_guild(office.guild.id)
        assert guild is not None
        assert {one.display_name for one in guild.members} == {"Ana", "Ben", "Assent"}
        assert [one.display_name for one in await guild.query_members("ben")] == ["Ben"]
        live.join(office.guild, live.user(1003, "Cleo"))
        assert await live.until(lambda: guild.get_member(1003))
        live.kick(office.guild, office.ben)
        assert await live.until(lambda: guild.get_member(1002) is None)
        await office.ana.says(office.desk, "heard in full")
        assert await live.until(lambda: bot.heard == ["heard in full"])
