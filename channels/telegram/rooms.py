"""A place of its own for a talk: a forum topic, where there are topics and the bot may open one.

What was opened is noted, so that a repetition answers the same topic, and a topic of other people's is never closed.
"""

import logging
from hashlib import sha256

from aiogram.methods import CloseForumTopic, CreateForumTopic
from aiogram.methods.base import TelegramMethod
from aiogram.types import ForumTopic

from channels.base import Gone, Notes
from channels.telegram.client import Client
from channels.telegram.errors import Moved, NoForum, NoRights, NotModified
from channels.telegram.places import Places
from channels.telegram.sending import Sender
from channels.text import cut, visible

log = logging.getLogger(__name__)

MOST_TITLE = 128
"""Characters of a topic's name, https://core.telegram.org/bots/api#createforumtopic."""


class Rooms:
    """Opens and closes the topics of one account, called `name`."""

    def __init__(self, name: str, client: Client, sender: Sender, places: Places, notes: Notes) -> None:
        self._name = name
        self._client = client
        self._sender = sender
        self._places = places
        self._notes = notes

    async def open(self, place: str, title: str, key: str) -> str:
        """The place of a new topic, or of the one that this key opened; the place itself where none can be opened."""
        if known := await self._notes.note(self._note("key", key)):
            return known
        spot = self._places.spot(place)
        try:
            room = await self._opened(place, title)
        except Moved as moved:
            await self._places.moved(spot.chat, moved.chat)
            room = await self._opened(place, title)
        if room != place:
            await self._notes.keep_note(self._note("place", room), key)
            await self._notes.keep_note(self._note("key", key), room)
        return room

    async def _opened(self, place: str, title: str) -> str:
        spot = self._places.spot(place)
        if spot.thread is not None or spot.chat > 0:  # a topic has no topics, and a person's chat is theirs
            return place
        await self._sender.turn(spot)
        method = CreateForumTopic(chat_id=spot.chat, name=_name(title))
        topic: ForumTopic | None = await self._sender.guarded(spot, self._created, method)
        return self._places.place(spot.chat, topic.message_thread_id) if topic else place

    async def _created(self, method: TelegramMethod[ForumTopic]) -> ForumTopic | None:
        """The topic; None where there are none or we have no right to it, which says nothing about messages there."""
        try:
            return await self._client.ask(method)
        except (NoForum, NoRights) as refused:
            log.info("no topic is opened: %s", refused)
            return None

    async def close(self, place: str) -> None:
        """Close a topic that we opened, and no other place."""
        spot = self._places.spot(place)
        if spot.thread is None or not await self._notes.note(self._note("place", place)):
            return
        try:
            await self._sender.turn(spot)
        except Gone as gone:
            log.info("the topic %s is left as it is: %s", place, gone)
            return
        method = CloseForumTopic(chat_id=spot.chat, message_thread_id=spot.thread)
        await self._sender.guarded(spot, self._closed, method)

    async def _closed(self, method: TelegramMethod[bool]) -> None:
        """Close; one that is closed, or gone, or that we have lost the right to, is left as it is."""
        try:
            await self._client.ask(method)
        except NotModified:
            return
        except (Gone, NoForum) as gone:
            log.info("a topic is left as it is: %s", gone)

    def _note(self, kind: str, of: str) -> str:
        """A name of the same length for all of them: notes have short names."""
        return f"telegram/room/{sha256(f'{self._name} {kind} {of}'.encode()).hexdigest()[:32]}"


def _name(title: str) -> str:
    """A title on one line, with an ellipsis where something is missing."""
    return cut(visible(" ".join(title.split())), MOST_TITLE) or "…"
