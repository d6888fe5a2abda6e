"""What a message means: one for us, one that asks for a conversation, or nothing. No network, no state."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

import discord

from channels.base import Inbound, MessageRef
from channels.discord.places import Posted, place_of_message
from channels.discord.settings import PLATFORM, ROLE, DiscordSettings
from channels.views import Attachment

OLD = timedelta(seconds=60)
"""A message that is older than this was missed: its own time counts then, and else that of our own clock."""
FRESH = timedelta(hours=1)
"""For how long an edit is news. Discord tells of a message again whenever something about it changes, with the time of
its last edit."""
_HEARD = (discord.MessageType.default, discord.MessageType.reply)
_OF = "."
_MENTION = re.compile(r"<@!?(\d+)>")


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody named us in a server's channel, where we do not talk with customers in front of everybody."""

    message: discord.Message
    text: str


class Ear:
    """Reads the messages of one account.

    `is_staff` tells the places where cards are posted, `is_room` those where all that people write is meant for us.
    """

    def __init__(
        self, settings: DiscordSettings, is_staff: Callable[[str], bool], is_room: Callable[[str], bool]
    ) -> None:
        self._settings = settings
        self._is_staff = is_staff
        self._is_room = is_room

    def read(self, message: discord.Message, me: int, now: datetime) -> Inbound | Called | None:
        """What a message means; None for what is not meant for us."""
        if message.author.bot or message.webhook_id or message.type not in _HEARD:
            return None
        place = place_of_message(self._settings.name, message)
        if message.guild is None:
            return self.inbound(message, place, message.content, now)
        named = any(user.id == me for user in message.mentions)
        text = self._without_name(message.content, me)
        if self._is_room(place):
            return self.inbound(message, place, text, now)
        if self._is_staff(place):
            return self.inbound(message, place, text, now) if named or _replies_to(message, me) else None
        if self._is_ours(message.channel, me):
            return self.inbound(message, place, text, now)
        return Called(message, text) if named else None

    def read_edit(self, message: discord.Message, me: int, now: datetime) -> Inbound | None:
        """The new text of a message that would be heard; None also for what was changed by Discord itself.

        Such are a link's preview, a pin, a thread that begins there: they leave the time of the last edit as it is. An
        edit brings no files with it. Its `update_id` begins with a number that is to its time as a message's to that of
        its own.
        """
        edited = message.edited_at
        if edited is None or now - edited > FRESH:
            return None
        heard = self.read(message, me, now)
        if not isinstance(heard, Inbound):
            return None
        at = edited if now - edited > OLD else now
        update_id = f"{discord.utils.time_snowflake(edited)}{_OF}{message.id}"
        return replace(heard, update_id=update_id, at=at, attachments=(), is_edit=True)

    def inbound(self, message: discord.Message, place: str, text: str, now: datetime) -> Inbound:
        """The message as the house hears it."""
        attachments = tuple(_attachments(message, self._settings.account))
        return Inbound(
            channel=PLATFORM,
            account=self._settings.account,
            update_id=str(message.id),
            place=place,
            user_id=str(message.author.id),
            user_name=str(message.author.display_name),
            text=str(text),
            at=message.created_at if now - message.created_at > OLD else now,
            attachments=attachments,
            reply_to=_replied(message),
            readable=bool(text or attachments),
            roles=roles_of(message.author),
            ref=Posted(message.channel.id, message.id).ref,
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


def number_in(update_id: str) -> int | None:
    """Where in time something was heard: a number that Discord gives to no earlier message; None for other ids."""
    number = update_id.partition(_OF)[0]
    return int(number) if number.isdecimal() else None


def _replied(message: discord.Message) -> MessageRef:
    reference = message.reference
    if message.type is not discord.MessageType.reply or reference is None or reference.message_id is None:
        return MessageRef("")
    return Posted(reference.channel_id, reference.message_id, _is_card_in_file(reference.resolved)).ref


def _is_card_in_file(message: object) -> bool:
    """Whether it is a card of ours whose ref says that all of it is in its file: of components, and with a file."""
    return isinstance(message, discord.Message) and message.flags.components_v2 and bool(message.attachments)


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
            str(file.filename),
            int(file.size),
        )
        for file in message.attachments
    ]


def _kind(file: discord.Attachment) -> Literal["photo", "document", "voice"]:
    if file.is_voice_message():
        return "voice"
    return "photo" if (file.content_type or "").startswith("image/") else "document"
