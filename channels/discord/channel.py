"""One Discord account as a channel: what it hears goes to intake and desk, what it is given is posted."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

import discord

from channels.base import ChannelError, Desk, Finding, Inbound, Intake, MessageRef, Notes, RetryAfter
from channels.discord.answering import Answering
from channels.discord.checkup import Checkup
from channels.discord.client import Client, Touch
from channels.discord.commands import SlashCommands
from channels.discord.errors import Unauthorized, translated
from channels.discord.hearing import Ear
from channels.discord.line import Line, is_lost
from channels.discord.listening import Listening
from channels.discord.outgoing import Outgoing
from channels.discord.settings import DiscordSettings
from channels.discord.shut import Shut
from channels.discord.talking import Talking
from channels.discord.taps import Taps
from channels.discord.traffic import Traffic
from channels.discord.under_way import UnderWay
from channels.views import CardView, FilesView, TextView

log = logging.getLogger(__name__)

FIRST_WAIT, LONGEST_WAIT = 0.5, 60.0
INTENTS_WAIT = 600.0
"""Seconds until a session is tried again that lacked an intent: each try is one of the day's 1,000."""
LAST_WORDS = 3.0
"""Seconds that taps under way get when we are asked to stop."""
MOST_SECONDS = 15.0
"""How long a call may take at most; the library repeats it meanwhile."""
Run = Callable[[], Awaitable[None]]


class Clock(Protocol):
    """The time, a clock in seconds that nobody sets, and waiting."""

    def now(self) -> datetime: ...
    def elapsed(self) -> float: ...
    async def sleep(self, seconds: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an account needs of the house.

    `keep` runs something until its task is cancelled, again after a failure; `lead` does its work only while this
    process is the one that may. `patience` is for how many seconds a message may be kept before it is sent. `words`
    gives a text of ours by a language and its id, `is_staff` tells the places where cards are posted,
    `is_room` those where all that people write is meant for us.
    """

    intake: Intake
    desk: Desk
    notes: Notes
    clock: Clock
    keep: Callable[[str, Run], "asyncio.Task[None]"]
    lead: Callable[[Run], Awaitable[None]]
    words: Callable[[str, str], str]
    is_staff: Callable[[str], bool]
    is_room: Callable[[str], bool]
    patience: float


class Discord:
    """A `Channel`, and the `Receiver` of its client."""

    def __init__(self, settings: DiscordSettings, around: Surroundings) -> None:
        self.name = settings.name
        self._settings = settings
        self._around = around
        clock = around.clock
        patience = around.patience
        traffic = Traffic(clock.elapsed, clock.sleep, patience)
        self._line = Line(settings, self._client, traffic, min(MOST_SECONDS, patience), 3 * patience)
        self._shut = Shut(clock.elapsed)
        answering = Answering(self.name, self._line)
        self._out = Outgoing(self.name, settings.account, self._line, self._shut, answering, clock.now, around.is_staff)
        self._under_way = UnderWay(self.name, around.notes, around.desk, clock.now)
        self._taps = Taps(
            settings, around.desk, self._out, answering, self._hear, around.words, clock.now, self._under_way
        )
        ear = Ear(settings, around.is_staff)
        self._talking = Talking(settings, self._line, ear, self._hear, around.words, clock.now)
        self._listening = Listening(
            settings.account, self._line, ear, around.notes, self._hear, self._talking.called, self._out.channel,
            clock.now, clock.sleep,
        )  # fmt: skip
        self._commands = SlashCommands(
            settings, around.desk, self._hear, self._taps.inbound, self._talked, around.words
        )
        self._status = Finding(self.name, "doctor-connecting")
        self._stopped = ""
        self._tasks: list[asyncio.Task[None]] = []
        self._touched: set[asyncio.Task[Any]] = set()

    def _client(self, trace: Any) -> Client:
        client = Client(self._settings, self, http_trace=trace)
        self._commands.fill(client)
        return client

    # --- life ---------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        """Begin to connect and listen in the background: Discord being away holds nothing else up."""
        self._tasks = [
            self._around.keep(f"{self.name} messages", self._listening.run),
            self._around.keep(self.name, self._live),
        ]

    async def stop(self) -> None:
        """Stop listening, and let taps under way be answered; messages that wait are asked for at the next start."""
        for task in reversed(self._tasks):
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        if self._touched:
            await asyncio.wait(self._touched, timeout=LAST_WORDS)
        await self._under_way.settled(LAST_WORDS)

    async def close(self) -> None:
        """Hang up."""
        await self._line.close()

    async def _live(self) -> None:
        try:
            client = await self._log_in()
            await self._same_bot(client)
            await self._commands.offer(client, self._around.notes)
            await self._around.lead(self._listen)
        except Unauthorized as wrong:
            self._stopped = f"the token of {self.name} is wrong or was revoked ({wrong})"
            self._status = Finding(self.name, "doctor-discord-token", {"detail": str(wrong)})
            log.error("%s; everything else goes on. Put the right one into the configuration", self._stopped)

    async def _log_in(self) -> Client:
        wait = FIRST_WAIT
        while True:
            try:
                client = await self._line.log_in()
                log.info("%s is %s", self.name, client.user)
                return client
            except Unauthorized:
                raise
            except ChannelError as error:
                self._is_away(str(error))
                await self._around.clock.sleep(wait)
                wait = min(LONGEST_WAIT, 2 * wait)

    async def _listen(self) -> None:
        """Hold the gateway for as long as this process leads; the library comes back by itself from most trouble."""
        await self._under_way.look()
        wait = FIRST_WAIT
        while True:
            began, pause = self._around.clock.elapsed(), wait
            try:
                if not self._line.is_open:
                    await self._log_in()
                await self._line.listen()
                reason = "the gateway was closed"
            except discord.PrivilegedIntentsRequired:
                self._status, pause = Finding(self.name, "doctor-discord-intents"), INTENTS_WAIT
                log.error("%s may not read what people write in servers: switch its intent on", self.name)
                await self._around.clock.sleep(pause)
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
            await self._around.clock.sleep(pause)
            long = self._around.clock.elapsed() - began > LONGEST_WAIT
            wait = FIRST_WAIT if long else min(LONGEST_WAIT, 2 * wait)

    async def _same_bot(self, client: Client) -> None:
        """Say it when this database knows another bot under this name: its cards cannot be edited by this one."""
        key, number = f"{self.name}/bot", str(client.user.id if client.user else "")
        before = await self._around.notes.note(key)
        if before and before != number:
            log.warning("%s was the bot %s and is %s now: cards that the other one posted stay as they are",
                        self.name, before, number)  # fmt: skip
        if before != number:
            await self._around.notes.keep_note(key, number)

    def _is_away(self, detail: str) -> None:
        if not self._status.problem:
            log.warning("%s cannot be reached: %s", self.name, detail)
        self._status = Finding(self.name, "doctor-unreachable", {"detail": detail})

    # --- hearing ------------------------------------------------------------------------------------------------

    async def connected(self) -> None:
        """A new session begins."""
        if self._status.problem == "doctor-unreachable":
            log.info("%s is back", self.name)
        self._status = Finding(self.name)
        self._listening.began()

    async def resumed(self) -> None:
        """A session goes on."""
        self._status = Finding(self.name)

    async def disconnected(self) -> None:
        """The library tries to come back."""
        if not self._status.problem:
            self._is_away("the connection was lost")

    def said(self, message: discord.Message) -> None:
        """Somebody wrote something."""
        self._out.met(message)
        self._listening.said(message)

    async def touched(self, interaction: Touch) -> None:
        """Somebody pressed a button or sent a form."""
        task = asyncio.current_task()
        assert task is not None
        self._touched.add(task)
        task.add_done_callback(self._touched.discard)
        await self._taps.touched(interaction)

    async def _talked(self, interaction: Touch, text: str) -> None:
        await self._talking.used(interaction, self._taps.inbound, text)

    async def _hear(self, inbound: Inbound) -> bool:
        self._shut.opened(inbound.place)
        return await self._around.intake.hear(inbound)

    # --- speaking -----------------------------------------------------------------------------------------------

    async def post_text(self, place: str, view: TextView, key: str) -> MessageRef:
        """Say something at a place."""
        with self._errand():
            return await self._out.text(place, view, key)

    async def post_card(self, place: str, view: CardView, key: str) -> MessageRef:
        """Post a card at a place, once per key."""
        with self._errand():
            return await self._out.card(place, view, key)

    async def edit_card(self, place: str, ref: MessageRef, view: CardView) -> None:
        """Bring a posted card to this view."""
        with self._errand():
            await self._out.edit(place, ref, view)

    async def post_files(self, place: str, view: FilesView, key: str) -> MessageRef:
        """Show files that a customer sent to this account."""
        with self._errand():
            return await self._out.files(place, view)

    async def show_typing(self, place: str) -> None:
        """Show for ten seconds that an answer is on its way."""
        if not self._stopped:
            await self._out.typing(place)

    def _errand(self) -> AbstractContextManager[None]:
        if self._stopped:
            raise RetryAfter(60.0, self._stopped)
        return self._line.errand()

    # --- how it is doing ----------------------------------------------------------------------------------------

    async def check_up(self, places: Sequence[str]) -> Sequence[Finding]:
        """A line for the account and those for each of these places."""
        return await Checkup(self._settings, self._line).look(places)

    def status(self) -> Finding:
        """Whether we hear Discord at this moment."""
        return self._status


_AUTHENTICATION_FAILED = 4004
"""The gateway's code for a token that is wrong or was revoked."""
