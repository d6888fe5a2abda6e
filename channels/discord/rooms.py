"""Rooms: a public thread on a card's message, in which reviewers write to a customer.

https://docs.discord.com/developers/resources/channel#start-thread-from-message
"""

import logging
from collections.abc import Callable
from typing import Any

import discord

from channels.base import Gone, MessageRef, Rejected
from channels.discord.errors import HasThread, IsArchived
from channels.discord.line import Line
from channels.discord.places import Posted, posted, spot
from channels.discord.standing import standing_in
from channels.discord.talking import LASTING, MOST_NAME
from channels.text import cut, visible

log = logging.getLogger(__name__)

_ROOMS = (discord.ChannelType.public_thread.value, discord.ChannelType.news_thread.value)
_HOMES = (discord.ChannelType.text.value, discord.ChannelType.news.value)


class Rooms:
    """Of one account."""

    def __init__(self, name: str, line: Line, is_staff: Callable[[str], bool]) -> None:
        self._name = name
        self._line = line
        self._is_staff = is_staff

    async def open(self, place: str, card: MessageRef, title: str) -> str:
        """A thread on the card's message, also one that is there; where there can be none, the place itself.

        A card in a forum is a post, which is a thread already.
        """
        where = spot(self._name, place)
        if not card or where.direct:
            return place
        on = posted(card)
        if on.channel != where.number:
            return self._place(on.channel)
        try:
            standing = await self._line.ask(lambda client: standing_in(client, where.number))
            # A thread can be opened also by who may not write in it.
            if standing is None or not standing.may_open_rooms:
                return place
            return self._place(await self._opened(on, title))
        except (Gone, Rejected) as error:
            log.info("no thread can be opened at %s, the talk is held there: %s", place, error)
            return place

    async def _opened(self, on: Posted, title: str) -> int:
        """The number of the message's thread; it is the message's own."""
        name = cut(" ".join(visible(title).split()), MOST_NAME) or "…"

        async def call(client: discord.Client) -> int:
            made: Any = await client.http.start_thread_with_message(
                on.channel, on.message, name=name, auto_archive_duration=LASTING
            )
            return int(made["id"])

        try:
            return await self._line.ask(call)
        except HasThread:
            return on.message

    async def close(self, place: str) -> None:
        """Put a thread that we opened on a card into the archive; whoever writes there takes it out again."""
        where = spot(self._name, place)
        if where.direct or self._is_staff(place):
            return
        try:
            if await self._line.ask(lambda client: _is_room(client, where.number, self._line.me)):
                await self._line.ask(lambda client: client.http.edit_channel(where.number, archived=True))
        except (Gone, IsArchived) as error:
            log.info("the thread %s is closed already: %s", place, error)

    def _place(self, number: int) -> str:
        return f"{self._name}:{number}"


async def _is_room(client: discord.Client, number: int, me: int) -> bool:
    """Whether it is a thread on a message, ours and open; a post in a forum stays with its card."""
    found: Any = await client.http.get_channel(number)
    if found["type"] not in _ROOMS or int(found.get("owner_id") or 0) != me:
        return False
    if found["thread_metadata"]["archived"]:
        return False
    parent: Any = await client.http.get_channel(int(found["parent_id"]))
    return parent["type"] in _HOMES
