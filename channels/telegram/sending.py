"""Posting: one send at a time per chat's pace, the group's present id, and no call to where nobody lets us speak."""

from collections.abc import Callable
from typing import Any, TypeVar

from aiogram.methods.base import TelegramMethod

from channels.base import RetryAfter
from channels.telegram.client import Client, Sent
from channels.telegram.errors import Moved, PlaceGone, Unauthorized
from channels.telegram.pacing import Pacer
from channels.telegram.places import Places, Posted, Spot

PROBE_AFTER = 3600.0
"""Seconds after which a chat that refused us is tried again."""
LATER = 60.0

ResultT = TypeVar("ResultT")
Make = Callable[[Spot], TelegramMethod[Any]]


class Sender:
    """Sends for one account; `stopped` says why nothing can be sent at all, or "" ."""

    def __init__(self, client: Client, places: Places, pacer: Pacer, elapsed: Callable[[], float]) -> None:
        self._client = client
        self._places = places
        self._pacer = pacer
        self._elapsed = elapsed
        self._shut: dict[Spot, tuple[float, str]] = {}
        self.stopped = ""

    async def post(self, place: str, make: Make, count: int = 1) -> Posted:
        """Send what `make` makes for a place's chat and topic: a message, or an album of `count`."""
        spot = self._places.spot(place)
        try:
            return await self._post(spot, make, count)
        except Moved as moved:
            await self._places.moved(spot.chat, moved.chat)
            return await self._post(self._places.spot(place), make, count)

    async def _post(self, spot: Spot, make: Make, count: int) -> Posted:
        await self.turn(spot, count)
        sent: Sent = await self.guarded(spot, self._client.send, make(spot))
        return Posted(spot.chat, sent.number, sent.is_file)

    async def ask(self, method: TelegramMethod[ResultT]) -> ResultT:
        """Make a call that is about no chat."""
        if self.stopped:
            raise RetryAfter(LATER, self.stopped)
        try:
            return await self._client.ask(method)
        except Unauthorized as wrong:
            self.stopped = str(wrong)
            raise RetryAfter(LATER, self.stopped) from wrong

    async def turn(self, spot: Spot, count: int = 1) -> None:
        """Wait for a moment to send to a chat; raises RetryAfter, or Gone for one that refused us lately."""
        if self.stopped:
            raise RetryAfter(LATER, self.stopped)
        since, why = self._shut.get(spot, (0.0, ""))
        if why and self._elapsed() - since < PROBE_AFTER:
            raise PlaceGone(why)
        await self._pacer.turn(spot.chat, count)

    async def guarded(self, spot: Spot, call: Callable[[TelegramMethod[Any]], Any], method: TelegramMethod[Any]) -> Any:
        """Make a call, and remember what its refusal says about the chat or the account."""
        try:
            return await call(method)
        except RetryAfter as later:
            self._pacer.refused(spot.chat, later.seconds)
            raise
        except PlaceGone as gone:
            self._shut[spot] = (self._elapsed(), str(gone))
            raise
        except Unauthorized as wrong:
            self.stopped = str(wrong)
            raise RetryAfter(LATER, self.stopped) from wrong

    def opened(self, chat: int) -> None:
        """We hear from a chat, so we may try to speak there again."""
        for spot in [spot for spot in self._shut if spot.chat == chat]:
            del self._shut[spot]
