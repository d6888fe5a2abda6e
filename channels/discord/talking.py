"""Conversations with customers in a server: each in a private thread of its own, or else by direct messages."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal

import discord

from channels.base import ChannelError, Inbound
from channels.discord.client import Touch
from channels.discord.errors import translated
from channels.discord.hearing import Called, Ear
from channels.discord.line import Line
from channels.discord.settings import DiscordSettings
from channels.text import cut, visible

log = logging.getLogger(__name__)

MOST_NAME = 100
LASTING: Literal[1440] = 1440
"""Minutes without a message after which a thread goes to the archive; a new message takes it out again."""
_NOBODY = discord.AllowedMentions.none()

Hear = Callable[[Inbound], Awaitable[bool]]
Words = Callable[[str, str], str]


class Talking:
    """Begins conversations where customers may talk, and says where they may, elsewhere."""

    def __init__(
        self, settings: DiscordSettings, line: Line, ear: Ear, hear: Hear, words: Words, now: Callable[[], datetime]
    ) -> None:
        self._settings = settings
        self._line = line
        self._ear = ear
        self._hear = hear
        self._words = words
        self._now = now

    async def called(self, called: Called) -> None:
        """Somebody named us in a channel: what they said begins the conversation in a thread."""
        message = called.message
        guild = message.guild
        assert guild is not None
        locale = str(guild.preferred_locale)
        if guild.id not in self._settings.guilds:
            await self._reply(message, self._words(locale, "discord-write-directly"))
            return
        try:
            thread = await self._open(message.channel.id, message.author)
        except ChannelError as error:
            log.info("no thread could be opened in %s: %s", message.channel.id, error)
            await self._reply(message, self._words(locale, "discord-write-directly"))
            return
        await self._reply(message, f"{self._words(locale, 'discord-talk-here')} <#{thread}>")
        inbound = self._ear.inbound(message, f"{self._settings.name}:{thread}", called.text, self._now())
        await self._hear(replace(inbound, locale=locale, text=called.text or "/start", readable=True))

    async def used(self, interaction: Touch, inbound: Callable[[Touch, str, str], Inbound], text: str) -> None:
        """`/talk`: open a thread, and let what was written with it be the first message there."""
        try:
            await interaction.response.defer(ephemeral=True, thinking=True)
        except Exception as error:
            log.warning("a command could not be acknowledged: %s", translated(error))
            return
        locale = str(interaction.locale)
        try:
            thread = await self._open(interaction.channel_id or 0, interaction.user)
        except ChannelError as error:
            log.info("no thread could be opened in %s: %s", interaction.channel_id, error)
            await interaction.followup.send(self._words(locale, "discord-write-directly"), ephemeral=True)
            return
        heard = replace(inbound(interaction, text or "/start", ""), place=f"{self._settings.name}:{thread}")
        await self._hear(heard)
        said = f"{self._words(locale, 'discord-talk-here')} <#{thread}>"
        await interaction.followup.send(said, ephemeral=True, allowed_mentions=_NOBODY)

    async def _open(self, channel: int, customer: discord.User | discord.Member) -> int:
        """A private thread with one customer; raises ChannelError where none can be opened, as inside a thread."""
        made: Any = await self._line.ask(
            lambda client: client.http.start_thread_without_message(
                channel,
                name=cut(visible(customer.display_name), MOST_NAME),
                auto_archive_duration=LASTING,
                type=discord.ChannelType.private_thread.value,
                invitable=False,
            )
        )
        thread = int(made["id"])
        await self._line.ask(lambda client: client.http.add_user_to_thread(thread, customer.id))
        return thread

    async def _reply(self, message: discord.Message, text: str) -> None:
        try:
            await self._line.ask(lambda client: _replied(message, text))
        except ChannelError as error:
            log.info("a mention could not be answered: %s", error)


async def _replied(message: discord.Message, text: str) -> discord.Message:
    return await message.reply(text, mention_author=False, allowed_mentions=_NOBODY)
