"""Messages on the wire: each is posted once per key, and edited, at a place of one account."""

import io
from collections.abc import Sequence
from typing import Any

import discord
from discord.http import handle_message_parameters

from channels.base import Gone, MessageRef
from channels.discord.errors import IsArchived, MayNotReply, PlaceGone
from channels.discord.keys import nonce_of
from channels.discord.line import Line
from channels.discord.places import Posted, Spot, posted, spot
from channels.discord.shut import Shut

_NOBODY = discord.AllowedMentions.none()

Named = tuple[str, bytes]
"""A file by its name and its contents."""


class Sending:
    """Posts and edits for one account, and knows its channels."""

    def __init__(self, name: str, line: Line, shut: Shut) -> None:
        self._name = name
        self._line = line
        self._shut = shut
        self._direct: dict[int, int] = {}
        """The channel of somebody's direct messages, by their number."""

    def spot(self, place: str) -> Spot:
        """What a place's name means; raises Gone if it is none of the account's."""
        return spot(self._name, place)

    def met(self, message: discord.Message) -> None:
        """Somebody writes to us, so the channel of their direct messages need not be asked for."""
        author = getattr(message, "author", None)
        if message.guild is None and author is not None:
            self._direct[author.id] = message.channel.id

    async def channel(self, place: str) -> int:
        """The number of a place's channel; for direct messages it is asked for once."""
        where = self.spot(place)
        if not where.direct:
            return where.number
        if where.number not in self._direct:
            opened: Any = await self._line.ask(
                lambda client: client.http.start_private_message(where.number), "direct messages"
            )
            self._direct[where.number] = int(opened["id"])
        return self._direct[where.number]

    async def post(
        self, place: str, key: str, *, reply_to: str = "", files: Sequence[Named] = (), **message: Any
    ) -> Posted:
        """Post a message; within minutes the nonce makes it one per key.

        It replies to `reply_to`, where that is a message of the same place and we may read there.
        """
        self._shut.check(place)
        try:
            channel = await self.channel(place)
            message |= {"nonce": nonce_of(key), **_replying(reply_to)}
            try:
                number = await self._sent(channel, files, message)
            except MayNotReply:
                message.pop("message_reference", None)
                number = await self._sent(channel, files, message)
        except PlaceGone as gone:
            # What is refused with files may be taken without.
            if not files:
                self._shut.refused(place, gone)
            raise
        return Posted(channel, number)

    async def _sent(self, channel: int, files: Sequence[Named], message: dict[str, Any]) -> int:
        async def call(client: discord.Client) -> int:
            # The library closes what it has sent.
            opened = [discord.File(io.BytesIO(data), name) for name, data in files]
            attached: dict[str, Any] = {"files": opened} if opened else {}
            with handle_message_parameters(allowed_mentions=_NOBODY, **attached, **message) as params:
                made: Any = await client.http.send_message(channel, params=params)
                return int(made["id"])

        return await self._line.ask(call, f"posts in {channel}")

    async def bring(self, place: str, copy: Posted, **message: Any) -> None:
        """Bring a posted message to this; a thread is taken out of the archive for it.

        Raises Gone if the message is not there.
        """
        self._shut.check(place)
        try:
            await self._edit(copy, message)
        except IsArchived:
            await self._line.ask(lambda client: client.http.edit_channel(copy.channel, archived=False))
            await self._edit(copy, message)
        except PlaceGone as gone:
            self._shut.refused(place, gone)
            raise

    async def _edit(self, copy: Posted, message: dict[str, Any]) -> None:
        async def call(client: discord.Client) -> Any:
            with handle_message_parameters(allowed_mentions=_NOBODY, **message) as params:
                return await client.http.edit_message(copy.channel, copy.message, params=params)

        await self._line.ask(call, f"edits in {copy.channel}")


def _replying(reply_to: str) -> dict[str, Any]:
    """What makes a message a reply, https://docs.discord.com/developers/resources/message#message-reference-object.

    One that is gone meanwhile, or that stands in another channel, is no hindrance.
    """
    if not reply_to:
        return {}
    try:
        meant = posted(MessageRef(reply_to))
    except Gone:
        return {}
    return {"message_reference": {"message_id": str(meant.message), "fail_if_not_exists": False}}
