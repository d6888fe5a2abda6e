"""What an account may do in a channel of a server, asked anew: by the server's roles as they are now."""

from dataclasses import dataclass
from typing import Any

import discord

_THREADS = tuple(
    kind.value
    for kind in (
        discord.ChannelType.public_thread, discord.ChannelType.private_thread, discord.ChannelType.news_thread,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """A channel, and what we may do there."""

    name: str
    may: discord.Permissions
    is_thread: bool = False
    is_locked: bool = False
    is_forum: bool = False

    @property
    def may_open_rooms(self) -> bool:
        """Whether a message here can get a thread in which we may write."""
        may = self.may.create_public_threads and self.may.send_messages_in_threads
        return may and not (self.is_thread or self.is_forum)


async def standing_in(client: discord.Client, number: int) -> Standing | None:
    """What we may do in a channel, by the server's roles as they are now; None for a kind that takes no cards."""
    found: Any = await client.http.get_channel(number)
    if "guild_id" not in found or client.user is None:
        return None
    guild = await client.fetch_guild(int(found["guild_id"]), with_counts=False)
    me = await guild.fetch_member(client.user.id)
    is_thread = found["type"] in _THREADS
    # What may be done in a thread follows from its parent.
    home = int(found["parent_id"]) if is_thread else number
    channel = next((one for one in await guild.fetch_channels() if one.id == home), None)
    if not isinstance(channel, discord.TextChannel | discord.ForumChannel):
        return None
    locked = bool(found.get("thread_metadata", {}).get("locked"))
    return Standing(
        str(found["name"]), channel.permissions_for(me), is_thread, locked, isinstance(channel, discord.ForumChannel)
    )
