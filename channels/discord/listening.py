"""Messages, one after the other: each is written down, and what was missed before a session comes before what is new.

Discord tells an event once. What a process has heard and not yet written down is missed, too, when it ends.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import discord

from channels.base import ChannelError, Inbound, Notes
from channels.discord.hearing import Called, Ear
from channels.discord.line import Line
from channels.discord.settings import PLATFORM

log = logging.getLogger(__name__)

MOST_PLACES = 200
"""In how many places is looked for messages that were missed, those heard last first."""
MOST_MISSED = 100
"""How many messages of one place are asked for at a time."""
FIRST_WAIT, LONGEST_WAIT = 0.2, 30.0

Hear = Callable[[Inbound], Awaitable[Any]]
Sleep = Callable[[float], Awaitable[None]]


class Listening:
    """The one worker of an account that takes messages."""

    def __init__(
        self,
        account: str,
        line: Line,
        ear: Ear,
        notes: Notes,
        hear: Hear,
        called: Callable[[Called], Awaitable[None]],
        channel_of: Callable[[str], Awaitable[int]],
        now: Callable[[], datetime],
        sleep: Sleep,
    ) -> None:
        self._account = account
        self._line = line
        self._ear = ear
        self._notes = notes
        self._hear = hear
        self._called = called
        self._channel_of = channel_of
        self._now = now
        self._sleep = sleep
        self._heard: asyncio.Queue[discord.Message | None] = asyncio.Queue()

    def said(self, message: discord.Message) -> None:
        """Somebody wrote something."""
        self._heard.put_nowait(message)

    def began(self) -> None:
        """A session begins: look what was said before it."""
        self._heard.put_nowait(None)

    async def run(self) -> None:
        """Take messages until cancelled; none is given up because it could not be written down."""
        while True:
            message = await self._heard.get()
            wait = FIRST_WAIT
            while True:
                try:
                    await (self._catch_up() if message is None else self._take(message))
                    break
                except ChannelError as error:
                    log.info("discord is asked again in %.1f s: %s", wait, error)
                except Exception:
                    log.exception("a message could not be written down and is kept")
                await self._sleep(wait)
                wait = min(LONGEST_WAIT, 2 * wait)

    async def _take(self, message: discord.Message) -> None:
        user = self._line.client.user
        heard = self._ear.read(message, user.id if user else 0, self._now())
        match heard:
            case Inbound():
                await self._hear(heard)
            case Called():
                await self._called(heard)

    async def _catch_up(self) -> None:
        """Ask each place where somebody has written for what came after it; what is known already is heard once."""
        known = await self._notes.last_heard(PLATFORM, self._account, MOST_PLACES)
        for place, last in known.items():
            if not last.isdecimal():
                continue
            try:
                await self._catch_up_at(place, int(last))
            except ChannelError as error:
                log.info("what was said at %s meanwhile cannot be read: %s", place, error)

    async def _catch_up_at(self, place: str, last: int) -> None:
        number = await self._channel_of(place)
        while True:
            found = await self._after(number, last)
            for message in found:
                await self._take(message)
            if len(found) < MOST_MISSED:
                return
            last = found[-1].id

    async def _after(self, channel: int, last: int) -> list[discord.Message]:
        return await self._line.ask(lambda client: _history(client, channel, last))


async def _history(client: discord.Client, channel_id: int, after: int) -> list[discord.Message]:
    """The next messages after one, oldest first."""
    channel = client.get_channel(channel_id) or await client.fetch_channel(channel_id)
    assert isinstance(channel, discord.abc.Messageable)
    return [one async for one in channel.history(limit=MOST_MISSED, after=discord.Object(after), oldest_first=True)]
