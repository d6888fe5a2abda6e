"""One account's client: discord.py with the least intents, no caches of people or messages, and one receiver."""

from typing import Any, Protocol

import discord
import yarl

from channels.discord.settings import DiscordSettings
from channels.discord.unreadable import Tree, guarded

LONGEST_LIMIT = 10.0
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

    def edited(self, message: discord.Message) -> None:
        """A message that we may see has changed, be it by Discord itself."""

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
            **options,
        )
        self.http.max_ratelimit_timeout = LONGEST_LIMIT  # as an option of the client it would be 30 at least
        self._receiver = receiver
        self._connection.parsers = guarded(self._connection.parsers)
        self.tree = Tree(self)

    async def setup_hook(self) -> None:
        # Known since the login, and before the session that it is asked for with: without leave there would be none.
        if may_read(self.application_flags):
            self._connection._intents.message_content = True

    async def on_connect(self) -> None:
        await self._receiver.connected()

    async def on_resumed(self) -> None:
        await self._receiver.resumed()

    async def on_disconnect(self) -> None:
        await self._receiver.disconnected()

    async def on_message(self, message: discord.Message) -> None:
        self._receiver.said(message)

    async def on_raw_message_edit(self, told: discord.RawMessageUpdateEvent) -> None:
        self._receiver.edited(told.message)

    async def on_interaction(self, interaction: "Touch") -> None:
        # Buttons and forms are known by their custom ids alone, so those of an earlier process count like our own,
        # and one that its message has no more is answered, too. Commands are the tree's.
        if interaction.type in (discord.InteractionType.component, discord.InteractionType.modal_submit):
            await self._receiver.touched(interaction)


Touch = discord.Interaction[Client]


def intents(settings: DiscordSettings) -> discord.Intents:
    """Servers, messages there and direct ones; what people write in servers is needed where customers may talk.

    Else it is read only if the application may anyway: in the threads of talks, what is no reply to us.
    """
    wanted = discord.Intents.none()
    wanted.guilds = wanted.guild_messages = wanted.dm_messages = True
    wanted.message_content = bool(settings.guilds)
    return wanted


def may_read(flags: discord.ApplicationFlags) -> bool:
    """Whether an application is told what people write in servers without naming it.

    https://docs.discord.com/developers/events/gateway#message-content-intent
    """
    return flags.gateway_message_content or flags.gateway_message_content_limited


def point(api_base: str, gateway: str = "") -> None:
    """Tell the library where Discord is. It knows one address for all clients of a process."""
    discord.http.Route.BASE = api_base.rstrip("/")
    if gateway:
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
