"""Where something is on Discord: `discord:<channel, thread or forum>`, or `discord:@<user>` for direct messages."""

import re
from dataclasses import dataclass

import discord

from channels.base import Gone, MessageRef

_REF = re.compile(r"(\d+)/(\d+)(f?)")
_SPOT = re.compile(r"(@?)(\d{1,20})")


@dataclass(frozen=True, slots=True)
class Spot:
    """A channel by its number, or the direct messages with a user by theirs."""

    number: int
    direct: bool = False


@dataclass(frozen=True, slots=True)
class Posted:
    """A message of ours by the channel that it stands in; `ref` spells it.

    With `in_file` all of the card is in its file, and it is edited as such.
    """

    channel: int
    message: int
    in_file: bool = False

    @property
    def ref(self) -> MessageRef:
        return MessageRef(f"{self.channel}/{self.message}{'f' if self.in_file else ''}")


def posted(ref: MessageRef) -> Posted:
    """Read a ref; raises Gone for one that no release of ours made."""
    match = _REF.fullmatch(ref)
    if match is None:
        raise Gone(f"{ref!r} is no message of Discord")
    return Posted(int(match[1]), int(match[2]), bool(match[3]))


def spot(name: str, place: str) -> Spot:
    """What a place's name means for the account of that name; raises Gone if it is none of its places."""
    account, _, rest = place.partition(":")
    match = _SPOT.fullmatch(rest)
    if account != name or match is None:
        raise Gone(f"{place!r} is no place of {name}")
    return Spot(int(match[2]), bool(match[1]))


def place_of(name: str, channel_id: int, guild_id: int | None, user_id: int) -> str:
    """The name of the place where somebody writes or taps: their direct messages, or a channel of a server."""
    return f"{name}:{channel_id}" if guild_id else f"{name}:@{user_id}"


def place_of_message(name: str, message: discord.Message) -> str:
    """The place of a message that somebody wrote."""
    return place_of(name, message.channel.id, message.guild.id if message.guild else None, message.author.id)


def place_of_interaction(name: str, interaction: discord.Interaction) -> str:
    """The place where somebody tapped or used a command."""
    return place_of(name, interaction.channel_id or 0, interaction.guild_id, interaction.user.id)
