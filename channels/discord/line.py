"""One account's way to Discord: logging in, listening, and calls whose errors are those of `channels.base`."""

import asyncio
import logging
import math
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

import discord
from discord.http import Route

from channels.base import RetryAfter, Unreachable
from channels.discord.client import Client, point
from channels.discord.errors import translated
from channels.discord.settings import DiscordSettings
from channels.discord.traffic import Traffic

log = logging.getLogger(__name__)

RESERVED_STARTS = 50
"""So many of the day's 1,000 sessions are left alone: after the last one Discord resets the token."""

ALONE_SECONDS = 15.0

ResultT = TypeVar("ResultT")
Ask = Callable[[Client], Awaitable[ResultT]]


class Line:
    """Holds the client. One that was closed, as the library does after some errors, is followed by a new one."""

    def __init__(
        self,
        settings: DiscordSettings,
        make: Callable[[Any], Client],
        traffic: Traffic,
        seconds: float,
        in_all: float,
    ) -> None:
        """`make` builds a client that traces its HTTP by its argument.

        `seconds` is how long a call may take, `in_all` how long the calls of an errand may take together.
        """
        self._settings = settings
        self._make = make
        self._traffic = traffic
        self._seconds = seconds
        self._in_all = in_all
        self._ends: ContextVar[float] = ContextVar("ends", default=math.inf)
        self._client: Client | None = None

    @property
    def client(self) -> Client:
        """The client that is logged in; raises RetryAfter while there is none."""
        if self._client is None or self._client.is_closed():
            raise RetryAfter(1.0, "not logged in yet")
        return self._client

    @property
    def me(self) -> int:
        """Our own number as a user, 0 while it is not known; raises RetryAfter while nobody is logged in."""
        user = self.client.user
        return user.id if user else 0

    @property
    def is_open(self) -> bool:
        """Whether somebody is logged in."""
        return self._client is not None and not self._client.is_closed()

    async def log_in(self) -> Client:
        """Learn who we are, by a new client; raises Unauthorized for a token that is wrong, and other errors."""
        point(self._settings.api_base)
        client = self._make(self._traffic.trace())
        try:
            async with asyncio.timeout(self._seconds):
                await client.login(self._settings.token)
        except BaseException as error:
            await client.close()
            if isinstance(error, Exception):
                raise translated(error) from error
            raise
        earlier, self._client = self._client, client
        if earlier is not None:
            await earlier.close()
        return client

    async def listen(self) -> None:
        """Hold the gateway until it is lost for good; raises what the library raised, or `ChannelError`."""
        client = self.client
        found: Any = await self.ask(lambda one: one.http.request(Route("GET", "/gateway/bot")))
        starts = found.get("session_start_limit", {})
        if starts.get("remaining", RESERVED_STARTS) < RESERVED_STARTS:
            raise RetryAfter(max(60.0, starts.get("reset_after", 0) / 1000), "nearly all sessions of this day are used")
        point(self._settings.api_base, str(found["url"]))
        try:
            await client.connect()
        finally:
            if client.ws is not None and client.ws.open:
                await client.ws.close(code=1000)

    @contextmanager
    def errand(self) -> Iterator[None]:
        """The calls within end together before whoever asked for them would begin anew."""
        token = self._ends.set(self._traffic.elapsed() + self._in_all)
        try:
            yield
        finally:
            self._ends.reset(token)

    async def ask(self, call: Ask[ResultT], route: str = "") -> ResultT:
        """Make a call; raises `ChannelError`, and Unconfirmed only if something had left.

        Calls of one `route` are made at the pace that Discord tells for it.
        """
        client = self.client
        async with self._traffic.turn(route) as departure:
            if self._traffic.elapsed() + self._seconds > self._ends.get():
                raise RetryAfter(1.0, "there is no time left for another call")
            try:
                async with asyncio.timeout(self._seconds):
                    return await call(client)
            except Exception as error:
                raise translated(error, departure.has_left) from error

    async def close(self) -> None:
        """Hang up."""
        if self._client is not None:
            await self._client.close()


class Nobody:
    """The receiver of a client that does not listen."""

    async def connected(self) -> None:
        return None

    resumed = disconnected = connected

    def said(self, message: discord.Message) -> None:
        return None

    edited = said

    async def touched(self, interaction: Any) -> None:
        return None


def alone(settings: DiscordSettings) -> Line:
    """A line for a few calls, beside a process that serves the account or without one."""
    traffic = Traffic(time.monotonic, asyncio.sleep, ALONE_SECONDS)

    def make(trace: Any) -> Client:
        return Client(settings, Nobody(), http_trace=trace)

    return Line(settings, make, traffic, ALONE_SECONDS, 3 * ALONE_SECONDS)


def is_lost(error: BaseException) -> str:
    """What ended the listening, for the log and the status, in a few words."""
    match error:
        case discord.ConnectionClosed():
            return f"the gateway closed with {error.code}"
        case Unreachable() | RetryAfter():
            return str(error)
    return type(error).__name__
