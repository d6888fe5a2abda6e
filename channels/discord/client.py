"""One account's client: discord.py with the least intents, no caches of people or messages, and one receiver."""

from typing import Any, Protocol

import discord
import yarl
from discord import app_commands

from channels.discord.settings import DiscordSettings

LONGEST_LIMIT = 30.0
"""Seconds that the library waits for a rate limit inside a call at most; longer ones are told to us."""


class Receiver(Protocol):
    """Who is told what a client hears; every verb comes in a task of its own."""

    async def connected(self) -> None:
        """A new session begins: what was said before it is not told."""

    async def resumed(self) -> None:
        """A session goes on, with all that was missed."""

    async def disconnected(self) -> None:
        """The connection was lost; the library comes back by itself."""

    def said(self, message: discord.Message) -> None:
        """Somebody wrote something that we may see."""

    async def touched(self, interaction: "Touch") -> None:
        """Somebody pressed a button or sent a form."""


class Client(discord.Client):
    """What the library calls, handed on to the receiver."""

    def __init__(self, settings: DiscordSettings, receiver: Receiver, **options: Any) -> None:
        super().__init__(
            intents=intents(settings),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_ratelimit_timeout=LONGEST_LIMIT,
            **options,
        )
        self._receiver = receiver
        self.tree = app_commands.CommandTree(self)

    async def on_connect(self) -> None:
        await self._receiver.connected()

    async def on_resumed(self) -> None:
        await self._receiver.resumed()

    async def on_disconnect(self) -> None:
        await self._receiver.disconnected()

    async def on_message(self, message: discord.Message) -> None:
        self._receiver.said(message)

    async def on_interaction(self, interaction: "Touch") -> None:
        # Buttons and forms are known by their custom ids alone, so those of an earlier process count like our own,
        # and one that its message has no more is answered, too. Commands are the tree's.
        if interaction.type in (discord.InteractionType.component, discord.InteractionType.modal_submit):
            await self._receiver.touched(interaction)


Touch = discord.Interaction[Client]


def intents(settings: DiscordSettings) -> discord.Intents:
    """Servers, messages there and direct ones; what people write in servers is read only where customers may talk."""
    wanted = discord.Intents.none()
    wanted.guilds = wanted.guild_messages = wanted.dm_messages = True
    wanted.message_content = bool(settings.guilds)
    return wanted


def point(api_base: str, gateway: str = "") -> None:
    """Tell the library where Discord is. It knows one address for all clients of a process."""
    discord.http.Route.BASE = api_base.rstrip("/")
    if gateway:
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
