"""Messages, one after the other: each is written down, and what was missed at its place before a session goes first.

Other places where something may have been missed are looked at while there is nothing new. Discord tells an event once.
What a process has heard and not yet written down is missed, too, when it ends.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

import discord

from channels.base import ChannelError, Gone, Inbound, Notes, RetryAfter
from channels.discord.hearing import Called, Ear, number_in
from channels.discord.line import Line
from channels.discord.places import spot
from channels.discord.settings import PLATFORM
from channels.discord.texts import Texts

log = logging.getLogger(__name__)

MOST_PLACES = 200
"""In how many places is looked for messages that were missed, those heard last first."""
MOST_MISSED = 100
"""How many messages of one place are asked for at a time."""
FIRST_WAIT, LONGEST_WAIT = 0.2, 30.0
MOMENT = 1.0
"""Seconds after which is looked again at most whether there is something new, while Discord wants us to wait."""

ReadT = TypeVar("ReadT")
Hear = Callable[[Inbound], Awaitable[Any]]
Sleep = Callable[[float], Awaitable[None]]


class Listening:
    """The one worker of an account that takes messages."""

    def __init__(
        self,
        name: str,
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
        self._name = name
        """How the account's places begin."""
        self._account = account
        self._line = line
        self._ear = ear
        self._notes = notes
        self._hear = hear
        self._called = called
        self._channel_of = channel_of
        self._now = now
        self._sleep = sleep
        self._heard: asyncio.Queue[Callable[[], Awaitable[None]]] = asyncio.Queue()
        self._texts = Texts()
        self._behind: dict[str, int] = {}
        """Places that are still to be looked at, with the last message that was heard there."""

    def said(self, message: discord.Message) -> None:
        """Somebody wrote something."""
        self._heard.put_nowait(partial(self._take, message))

    def edited(self, message: discord.Message) -> None:
        """Something about a message has changed."""
        self._heard.put_nowait(partial(self._take_edit, message))

    def began(self) -> None:
        """A session begins: look what was said before it."""
        self._heard.put_nowait(self._begin)

    async def run(self) -> None:
        """Take messages until cancelled; none is given up because it could not be written down."""
        while True:
            if self._behind and self._heard.empty():
                await self._surely(self._look_at_one)
                continue
            await self._surely(await self._heard.get())

    async def _surely(self, work: Callable[[], Awaitable[None]]) -> None:
        wait = FIRST_WAIT
        while True:
            try:
                return await work()
            except ChannelError as error:
                log.info("discord is asked again in %.1f s: %s", wait, error)
            except Exception:
                log.exception("a message could not be written down and is kept")
            await self._sleep(wait)
            wait = min(LONGEST_WAIT, 2 * wait)

    async def _take(self, message: discord.Message) -> None:
        match self._read(self._ear.read, message):
            case Inbound() as heard:
                await self._bring(heard, message.id)
            case Called() as called:
                await self._called(called)

    async def _take_edit(self, message: discord.Message) -> None:
        heard = self._read(self._ear.read_edit, message)
        if heard is None or self._texts.are(heard.ref, heard.text):
            return
        await self._bring(heard, number_in(heard.update_id) or message.id)

    def _read(
        self, read: Callable[[discord.Message, int, datetime], ReadT | None], message: discord.Message
    ) -> ReadT | None:
        me = self._line.me
        try:
            return read(message, me, self._now())
        except Exception as error:
            # Kept, it would keep back what everybody says after it.
            log.warning("a message %s cannot be read and is passed over (%s)", message.id, type(error).__name__)
            return None

    async def _bring(self, heard: Inbound, number: int) -> None:
        """Write down what was heard, and before it what was missed there."""
        if self._behind.get(heard.place, number) < number:
            await self._catch_up(heard.place)
        await self._hear(heard)
        self._texts.learn(heard.ref, heard.text)

    # --- what was missed ------------------------------------------------------------------------------------------

    async def _begin(self) -> None:
        """Wherever somebody has written something may have come after it; what is known already is heard once."""
        known = await self._notes.last_heard(PLATFORM, self._account, MOST_PLACES)
        since = {place: number_in(last) if last else self._opening(place) for place, last in known.items()}
        self._behind = {place: at for place, at in since.items() if at is not None}

    def _opening(self, place: str) -> int | None:
        """The number of a room, which is older than all that was said in it; None for what is no thread of ours."""
        try:
            where = spot(self._name, place)
        except Gone:
            return None
        return None if where.direct else where.number

    async def _look_at_one(self) -> None:
        try:
            await self._catch_up(next(iter(self._behind)))
        except RetryAfter as later:
            await self._sleep(min(later.seconds, MOMENT))

    async def _catch_up(self, place: str) -> None:
        last = self._behind.pop(place)
        try:
            await self._catch_up_at(place, last)
        except ChannelError as error:
            if isinstance(error, RetryAfter):
                self._behind[place] = last
                raise
            log.info("what was said at %s meanwhile cannot be read: %s", place, error)
        except Exception:
            self._behind[place] = last
            raise

    async def _catch_up_at(self, place: str, last: int) -> None:
        number = await self._channel_of(place)
        while True:
            channel, found = await self._after(number, last)
            for one in found:
                await self._take_missed(channel, one)
            if len(found) < MOST_MISSED:
                return
            last = int(found[-1]["id"])

    async def _after(self, channel: int, last: int) -> tuple[Any, list[Any]]:
        return await self._line.ask(lambda client: _history(client, channel, last))

    async def _take_missed(self, channel: Any, found: Any) -> None:
        try:
            message = channel._state.create_message(channel=channel, data=found)
        except Exception as error:
            log.warning("a message %s cannot be read and is passed over (%s)", found["id"], type(error).__name__)
            return
        await self._take(message)


async def _history(client: discord.Client, number: int, after: int) -> tuple[Any, list[Any]]:
    """A channel, and the next messages there after one, oldest first, each as Discord tells it."""
    channel = client.get_channel(number) or await client.fetch_channel(number)
    found = await client.http.logs_from(number, MOST_MISSED, after=after)
    return channel, sorted(found, key=lambda one: int(one["id"]))
