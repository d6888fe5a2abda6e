"""Edits of one message, one after the other: what was drawn before a decision never comes after it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from channels.discord.card import is_over
from channels.views import CardView

MOST_OVER = 10_000


class Order:
    """Of one account. The outbox edits, and so does whoever answers a tap, each with the view that it had."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._over: dict[str, None] = {}

    @asynccontextmanager
    async def of(self, ref: str, view: CardView) -> AsyncIterator[bool]:
        """Wait until nobody else edits the message; answers whether the view is still worth to be shown."""
        if is_over(view):
            self._ended(view.handoff)
        lock = self._locks.get(ref) or self._locks.setdefault(ref, asyncio.Lock())
        async with lock:
            yield is_over(view) or view.handoff not in self._over

    def _ended(self, handoff: str) -> None:
        if handoff not in self._over:
            while len(self._over) >= MOST_OVER:
                self._over.pop(next(iter(self._over)))
            self._over[handoff] = None
