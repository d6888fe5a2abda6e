"""What a message means: one for us, one that asks for a conversation, or nothing. No network, no state."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

import discord

from channels.base import Inbound, MessageRef
from channels.discord.places import Posted, place_of_message
from channels.discord.settings import PLATFORM, ROLE, DiscordSettings
from channels.views import Attachment

OLD = timedelta(seconds=60)
"""A message that is older than this was missed: its own time counts then, and else that of our own clock."""
_HEARD = (discord.MessageType.default, discord.MessageType.reply)
_MENTION = re.compile(r"<@!?(\d+)>")


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody named us in a server's channel, where we do not talk with customers in front of everybody."""

    message: discord.Message
    text: str


class Ear:
    """Reads the messages of one account; `is_staff` tells the places where cards are posted."""

    def __init__(self, settings: DiscordSettings, is_staff: Callable[[str], bool]) -> None:
        self._settings = settings
        self._is_staff = is_staff

    def read(self, message: discord.Message, me: int, now: datetime) -> Inbound | Called | None:
        """What a message means; None for what is not meant for us."""
        if message.author.bot or message.webhook_id or message.type not in _HEARD:
            return None
        place = place_of_message(self._settings.name, message)
        if message.guild is None:
            return self.inbound(message, place, message.content, now)
        named = any(user.id == me for user in message.mentions)
        text = self._without_name(message.content, me)
        if self._is_staff(place):
            return self.inbound(message, place, text, now) if named or _replies_to(message, me) else None
        if self._is_ours(message.channel, me):
            return self.inbound(message, place, text, now)
        return Called(message, text) if named else None

    def inbound(self, message: discord.Message, place: str, text: str, now: datetime) -> Inbound:
        """The message as the house hears it."""
        attachments = tuple(_attachments(message, self._settings.account))
        return Inbound(
            channel=PLATFORM,
            account=self._settings.account,
            update_id=str(message.id),
            place=place,
            user_id=str(message.author.id),
            user_name=message.author.display_name,
            text=text,
            at=message.created_at if now - message.created_at > OLD else now,
            attachments=attachments,
            reply_to=_replied(message),
            readable=bool(text or attachments),
            roles=roles_of(message.author),
        )

    def _is_ours(self, channel: object, me: int) -> bool:
        """Whether a channel is a thread in which we talk with one customer: those we open where they may talk."""
        return (
            isinstance(channel, discord.Thread)
            and channel.owner_id == me
            and channel.type is discord.ChannelType.private_thread
            and channel.guild.id in self._settings.guilds
        )

    def _without_name(self, text: str, me: int) -> str:
        return _MENTION.sub(lambda found: "" if int(found[1]) == me else found[0], text).strip()


def roles_of(user: discord.User | discord.Member) -> tuple[str, ...] | None:
    """Somebody's roles as a team names them; None in private, and while the server itself is not known yet."""
    if not isinstance(user, discord.Member) or user.guild.unavailable:
        return None
    return tuple(f"{ROLE}{role.id}" for role in user.roles)


def _replied(message: discord.Message) -> MessageRef:
    reference = message.reference
    if message.type is not discord.MessageType.reply or reference is None or reference.message_id is None:
        return MessageRef("")
    in_file = isinstance(reference.resolved, discord.Message) and bool(reference.resolved.attachments)
    return Posted(reference.channel_id, reference.message_id, in_file).ref


def _replies_to(message: discord.Message, me: int) -> bool:
    """Whether a message answers one of ours, as far as Discord told of that one."""
    answered = message.reference.resolved if message.reference else None
    return isinstance(answered, discord.Message) and answered.author.id == me


def _attachments(message: discord.Message, account: str) -> list[Attachment]:
    """A file's address is good for a day only: it is found again by the message that it came with."""
    return [
        Attachment(
            PLATFORM,
            account,
            f"{message.channel.id}/{message.id}/{file.id}",
            _kind(file),
            file.filename,
            file.size,
        )
        for file in message.attachments
    ]


def _kind(file: discord.Attachment) -> Literal["photo", "document", "voice"]:
    if file.is_voice_message():
        return "voice"
    return "photo" if (file.content_type or "").startswith("image/") else "document"
