"""An account's life: logging in, holding the gateway, coming back after trouble, and how it is doing."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

import discord

from channels.base import ChannelError, Finding, Notes, RetryAfter
from channels.discord.client import Client
from channels.discord.commands import SlashCommands
from channels.discord.errors import Unauthorized, translated
from channels.discord.line import Line, is_lost
from channels.discord.settings import DiscordSettings
from channels.discord.under_way import UnderWay

log = logging.getLogger(__name__)

FIRST_WAIT, LONGEST_WAIT = 0.5, 60.0
INTENTS_WAIT = 600.0
"""Seconds until a session is tried again that lacked an intent: each try is one of the day's 1,000."""
_AUTHENTICATION_FAILED = 4004
"""The gateway's code for a token that is wrong or was revoked."""
Run = Callable[[], Awaitable[None]]


class Clock(Protocol):
    """The time, a clock in seconds that nobody sets, and waiting."""

    def now(self) -> datetime: ...
    def elapsed(self) -> float: ...
    async def sleep(self, seconds: float) -> None: ...


class Life:
    """Of one account; `stopped` says why it is over, "" while it is not."""

    def __init__(
        self,
        settings: DiscordSettings,
        line: Line,
        notes: Notes,
        clock: Clock,
        commands: SlashCommands,
        under_way: UnderWay,
    ) -> None:
        self._name = settings.name
        self._line = line
        self._notes = notes
        self._clock = clock
        self._commands = commands
        self._under_way = under_way
        self.status = Finding(self._name, "doctor-connecting")
        self.stopped = ""

    async def live(self, lead: Callable[[Run], Awaitable[None]]) -> None:
        """Log in and listen, while this process is the one that may; returns only if the token is no good."""
        try:
            client = await self._log_in()
            await self._same_bot(client)
            await self._commands.offer(client, self._notes)
            await lead(self._listen)
        except Unauthorized as wrong:
            self.stopped = f"the token of {self._name} is wrong or was revoked ({wrong})"
            self.status = Finding(self._name, "doctor-discord-token", {"detail": str(wrong)})
            log.error("%s; everything else goes on. Put the right one into the configuration", self.stopped)

    async def _log_in(self) -> Client:
        wait = FIRST_WAIT
        while True:
            try:
                client = await self._line.log_in()
                log.info("%s is %s", self._name, client.user)
                return client
            except Unauthorized:
                raise
            except ChannelError as error:
                self._is_away(str(error))
                await self._clock.sleep(wait)
                wait = min(LONGEST_WAIT, 2 * wait)

    async def _listen(self) -> None:
        """Hold the gateway for as long as this process leads; the library comes back by itself from most trouble."""
        await self._under_way.look()
        wait = FIRST_WAIT
        while True:
            began, pause = self._clock.elapsed(), wait
            try:
                if not self._line.is_open:
                    await self._log_in()
                await self._line.listen()
                reason = "the gateway was closed"
            except discord.PrivilegedIntentsRequired:
                self.status, pause = Finding(self._name, "doctor-discord-intents"), INTENTS_WAIT
                log.error("%s may not read what people write in servers: switch its intent on", self._name)
                await self._clock.sleep(pause)
                continue
            except discord.ConnectionClosed as closed:
                if closed.code == _AUTHENTICATION_FAILED:
                    raise Unauthorized("the gateway refused it") from closed
                reason = is_lost(closed)
            except Unauthorized:
                raise
            except RetryAfter as later:
                reason, pause = str(later), later.seconds
            except Exception as error:
                reason = is_lost(translated(error))
            self._is_away(reason)
            await self._clock.sleep(pause)
            long = self._clock.elapsed() - began > LONGEST_WAIT
            wait = FIRST_WAIT if long else min(LONGEST_WAIT, 2 * wait)

    async def _same_bot(self, client: Client) -> None:
        """Say it when this database knows another bot under this name: its cards cannot be edited by this one."""
        key, number = f"{self._name}/bot", str(client.user.id if client.user else "")
        before = await self._notes.note(key)
        if before and before != number:
            log.warning("%s was the bot %s and is %s now: cards that the other one posted stay as they are",
                        self._name, before, number)  # fmt: skip
        if before != number:
            await self._notes.keep_note(key, number)

    # --- how it is doing ----------------------------------------------------------------------------------------

    def is_well(self) -> None:
        """We hear Discord."""
        if self.status.problem == "doctor-unreachable":
            log.info("%s is back", self._name)
        self.status = Finding(self._name)

    def is_lost(self) -> None:
        """The connection was lost; the library tries to come back."""
        if not self.status.problem:
            self._is_away("the connection was lost")

    def _is_away(self, detail: str) -> None:
        if not self.status.problem:
            log.warning("%s cannot be reached: %s", self._name, detail)
        self.status = Finding(self._name, "doctor-unreachable", {"detail": detail})
