"""A bot's updates until they are confirmed, as Telegram's Bot API server keeps them (`do_get_updates`, TQueue)."""

import asyncio
import copy
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.fakes.telegram.limits import Limits

WEEK = 7 * 86_400.0
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(frozen=True)
class Pending:
    """One update; `key` names the webhook queue in which its order is kept."""

    id: int
    kind: str
    payload: dict[str, Any]
    expires: float
    key: str

    def wire(self) -> dict[str, Any]:
        """An `Update`."""
        return {"update_id": self.id, self.kind: copy.deepcopy(self.payload)}


class UpdateQueue:
    """Ids go up by one, but after a week without updates they go on from a random one."""

    def __init__(self, now: Callable[[], float], limits: Limits, seed: int) -> None:
        self._now = now
        self._limits = limits
        self._random = random.Random(seed)
        self._next = self._random.randrange(100_000_000, 900_000_000)
        self._last_at: float | None = None
        self._items: list[Pending] = []
        self.allowed: set[str] | None = None
        """The kinds asked for; None is Telegram's default."""
        self.ever: list[Pending] = []
        """Every update that was queued, for assertions."""
        self.news = asyncio.Event()

    def add(self, kind: str, payload: dict[str, Any], key: str, life: float | None = None) -> Pending | None:
        """Queue an update, if the bot asked for its kind."""
        if kind in NOT_BY_DEFAULT if self.allowed is None else kind not in self.allowed:
            return None
        return self.add_raw(kind, payload, key, life)

    def add_raw(self, kind: str, payload: dict[str, Any], key: str, life: float | None = None) -> Pending:
        """Queue an update that nobody asked for."""
        now = self._now()
        if self._last_at is not None and now - self._last_at > WEEK:
            self._next = self._random.randrange(100_000_000, 900_000_000)
        self._last_at = now
        life = self._limits.update_life if life is None else life
        made = Pending(self._next, kind, copy.deepcopy(payload), now + life, key)
        self._next += 1
        self._items.append(made)
        self.ever.append(made)
        self.ring()
        return made

    def ring(self) -> None:
        """Wake those who wait for updates."""
        self.news.set()
        self.news = asyncio.Event()

    def pending(self) -> list[Pending]:
        """What was neither confirmed nor forgotten for its age."""
        self._items = [item for item in self._items if item.expires > self._now()]
        return list(self._items)

    def read(self, offset: int, limit: int) -> list[Pending]:
        """The updates from an offset on; those before it are confirmed. An offset of the future confirms nothing."""
        items = self.pending()
        if offset < 0:
            self._items = items[offset:]
        elif 0 < offset <= self._next:
            self._items = [item for item in items if item.id >= offset]
        return self._items[:limit]

    def forget(self, update_id: int) -> None:
        """Confirm one update, as a webhook does."""
        self._items = [item for item in self._items if item.id != update_id]

    def clear(self) -> None:
        """Drop what is pending."""
        self._items = []
