"""The places that were bound to teams by command, as this process knows them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from storage.bindings import Attempt, Bound, Code, Redeemed


class Kept(Protocol):
    """Where bindings are kept; `storage.bindings` implements it. Each verb is durable when it returns."""

    async def bound(self) -> Sequence[Bound]: ...
    async def offer(self, code: Code, who: str, at: datetime) -> None: ...
    async def bind(self, attempt: Attempt) -> Redeemed: ...
    async def unbind(self, place: str, who: str, at: datetime) -> Bound | None: ...


class Bindings:
    """What was last read: at the start, after each change of this process, and once a second for those of others."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._bound: Sequence[Bound] = ()

    async def refresh(self) -> None:
        """Look what is bound now."""
        self._bound = await self._kept.bound()

    def all(self) -> Sequence[Bound]:
        """Every place that was bound, oldest first."""
        return self._bound

    async def offer(self, code: Code, who: str, at: datetime) -> None:
        """Keep a one-time code."""
        await self._kept.offer(code, who, at)

    async def bind(self, attempt: Attempt) -> Redeemed:
        """Tie a place to a team if the code is right; cards go there from now on."""
        redeemed = await self._kept.bind(attempt)
        await self.refresh()
        return redeemed

    async def unbind(self, place: str, who: str, at: datetime) -> Bound | None:
        """Take a place from its team; no card goes there any more."""
        was = await self._kept.unbind(place, who, at)
        await self.refresh()
        return was
