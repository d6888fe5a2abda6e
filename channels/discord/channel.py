"""One Discord account as a channel: what it hears goes to intake and desk, what it is given is posted."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import discord

from channels.base import Desk, Finding, Inbound, Intake, MessageRef, Notes, RetryAfter
from channels.discord.answering import Answering
from channels.discord.checkup import Checkup
from channels.discord.client import Client, Touch
from channels.discord.commands import SlashCommands
from channels.discord.files import Files
from channels.discord.hearing import Ear
from channels.discord.life import Clock, Life, Run
from channels.discord.line import Line
from channels.discord.listening import Listening
from channels.discord.outgoing import Outgoing
from channels.discord.rooms import Rooms
from channels.discord.sending import Sending
from channels.discord.settings import DiscordSettings
from channels.discord.shut import Shut
from channels.discord.spoken import Spoken
from channels.discord.talking import Talking
from channels.discord.taps import Taps
from channels.discord.traffic import Traffic
from channels.discord.under_way import UnderWay
from channels.views import Attachment, CardView, FilesView, TextView

LAST_WORDS = 3.0
"""Seconds that taps under way get when we are asked to stop."""
MOST_SECONDS = 15.0
"""How long a call may take at most; the library repeats it meanwhile."""


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
        self._sending = Sending(self.name, self._line, self._shut)
        self._out = Outgoing(self._sending, self._line, self._shut, answering, clock.now, self._is_ours)
        self._files = Files(settings.account, self._line, self._sending)
        self._rooms = Rooms(self.name, self._line, around.is_staff)
        self._under_way = UnderWay(self.name, around.notes, around.desk, clock.now)
        self._spoken = Spoken(settings, answering, self._hear, around.words, clock.now)
        self._taps = Taps(settings, around.desk, self._out, answering, self._spoken, around.words, self._under_way)
        ear = Ear(settings, around.is_staff, around.is_room)
        self._talking = Talking(settings, self._line, ear, self._hear, around.words, clock.now)
        self._listening = Listening(
            settings.name, settings.account, self._line, ear, around.notes, self._hear, self._talking.called,
            self._sending.channel, clock.now, clock.sleep,
        )  # fmt: skip
        self._commands = SlashCommands(
            settings, around.desk, self._hear, self._spoken.inbound, self._talked, around.words
        )
        self._life = Life(settings, self._line, around.notes, clock, self._commands, self._under_way)
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
        await self._life.live(self._around.lead)

    # --- hearing ------------------------------------------------------------------------------------------------

    async def connected(self) -> None:
        """A new session begins."""
        self._life.is_well()
        self._listening.began()

    async def resumed(self) -> None:
        """A session goes on."""
        self._life.is_well()

    async def disconnected(self) -> None:
        """The library tries to come back."""
        self._life.is_lost()

    def said(self, message: discord.Message) -> None:
        """Somebody wrote something."""
        self._sending.met(message)
        self._listening.said(message)

    def edited(self, message: discord.Message) -> None:
        """Something about a message has changed."""
        self._listening.edited(message)

    async def touched(self, interaction: Touch) -> None:
        """Somebody pressed a button or sent a form."""
        task = asyncio.current_task()
        assert task is not None
        self._touched.add(task)
        task.add_done_callback(self._touched.discard)
        await self._taps.touched(interaction)

    async def _talked(self, interaction: Touch, text: str) -> None:
        await self._talking.used(interaction, self._spoken.inbound, text)

    async def _hear(self, inbound: Inbound) -> bool:
        self._shut.opened(inbound.place)
        return await self._around.intake.hear(inbound)

    # --- speaking -----------------------------------------------------------------------------------------------

    async def post_text(self, place: str, view: TextView, key: str) -> MessageRef:
        """Say something at a place."""
        with self._errand():
            return await self._out.text(place, view, key)

    async def edit_text(self, place: str, ref: MessageRef, view: TextView) -> None:
        """Bring a posted text to this view; one of several messages is Rejected."""
        with self._errand():
            await self._out.edit_text(place, ref, view)

    async def post_card(self, place: str, view: CardView, key: str) -> MessageRef:
        """Post a card at a place, once per key."""
        with self._errand():
            return await self._out.card(place, view, key)

    async def edit_card(self, place: str, ref: MessageRef, view: CardView) -> None:
        """Bring a posted card to this view."""
        with self._errand():
            await self._out.edit(place, ref, view)

    async def post_files(self, place: str, view: FilesView, key: str) -> MessageRef:
        """Show files of this account, and the contents of others."""
        with self._errand():
            return await self._files.show(place, view, key)

    async def fetch(self, file: Attachment) -> bytes:
        """The contents of a file that this account heard."""
        with self._errand():
            return await self._files.fetch(file)

    async def open_room(self, place: str, card: MessageRef, title: str, key: str) -> str:
        """Open a thread on a card; a message has one only, so the key is not needed."""
        with self._errand():
            return await self._rooms.open(place, card, title)

    async def close_room(self, place: str) -> None:
        """Put the thread that we opened on a card into the archive."""
        with self._errand():
            await self._rooms.close(place)

    async def show_typing(self, place: str) -> None:
        """Show for ten seconds that an answer is on its way."""
        if not self._life.stopped:
            await self._out.typing(place)

    def _is_ours(self, place: str) -> bool:
        return self._around.is_staff(place) or self._around.is_room(place)

    def _errand(self) -> AbstractContextManager[None]:
        if self._life.stopped:
            raise RetryAfter(60.0, self._life.stopped)
        return self._line.errand()

    # --- how it is doing ----------------------------------------------------------------------------------------

    async def check_up(self, places: Sequence[str]) -> Sequence[Finding]:
        """A line for the account and those for each of these places."""
        return await Checkup(self._settings, self._line).look(places)

    def status(self) -> Finding:
        """Whether we hear Discord at this moment."""
        return self._life.status
