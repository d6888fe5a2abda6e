"""The sign that an answer is on its way, while tools run for a customer."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress

from channels.base import Channel

AFTER = 0.5
"""Seconds of work before the sign is worth showing."""
AGAIN = 4.5
"""Seconds after which it is shown again; platforms let it fade after five."""


class TypingSign:
    """Shown at a place for as long as something is done there."""

    def __init__(self, channels: Mapping[str, Channel]) -> None:
        self._channels = channels

    @asynccontextmanager
    async def at(self, place: str) -> AsyncIterator[None]:
        """Show the sign while the block runs, if it runs long enough."""
        channel = self._channels.get(place.partition(":")[0])
        if channel is None:
            yield
            return
        showing = asyncio.create_task(_keep_showing(channel, place), name="typing")
        try:
            yield
        finally:
            showing.cancel()
            with suppress(asyncio.CancelledError):
                await showing


async def _keep_showing(channel: Channel, place: str) -> None:
    await asyncio.sleep(AFTER)
    while True:
        with suppress(Exception):
            await channel.show_typing(place)
        await asyncio.sleep(AGAIN)
