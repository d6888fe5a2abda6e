"""Rooms on the page: places beside a card where reviewers talk with a customer, each an item of the board."""

import hashlib

from channels.base import Gone, MessageRef
from channels.web.feed import Feed


class Rooms:
    """Opens, closes and finds the rooms of a board."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed

    async def open(self, place: str, card: MessageRef, title: str, key: str) -> str:
        """The room of a card at a place, opened again if it was closed; without a card, the room of that key."""
        if not place.startswith("play:"):
            raise Gone(f"{place!r} is no place of the playground")
        room = f"{place.partition('/')[0]}/{card if card.isdecimal() else _short(key)}"
        body = {"title": title, "open": True, "card": str(card)}
        item = await self._feed.put(_key(room), room, "room", body)
        found = await self._feed.item(item)
        if found is not None and found.body != body:
            await self._feed.change(item, body)
        return room

    async def close(self, room: str) -> None:
        """Close a room; one that is not there is closed."""
        found = await self._feed.find(_key(room))
        if found is not None and found.body["open"]:
            await self._feed.change(found.id, {**found.body, "open": False})

    async def is_open(self, room: str) -> bool | None:
        """Whether a room is open; None if there is no such room."""
        found = await self._feed.find(_key(room))
        return None if found is None else bool(found.body["open"])


def _key(room: str) -> str:
    return f"room/{room}"


def _short(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:8]
