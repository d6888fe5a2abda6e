"""One Telegram account as a channel: what it hears goes to intake and desk, what it is given is posted."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from aiogram.types import CallbackQuery
from aiohttp import web

from channels.base import ChannelError, Desk, Finding, Inbound, Intake, MessageRef, Notes, Unreachable
from channels.telegram.checkup import Checkup
from channels.telegram.client import Client
from channels.telegram.errors import Unauthorized
from channels.telegram.fetching import Fetching
from channels.telegram.hearing import Ear, Membership, Moved
from channels.telegram.menu import put_menus
from channels.telegram.outgoing import Outgoing
from channels.telegram.pacing import Pacer
from channels.telegram.places import Places
from channels.telegram.polling import Polling
from channels.telegram.rooms import Rooms
from channels.telegram.sending import Sender
from channels.telegram.settings import Staff, TelegramSettings
from channels.telegram.silence import KEPT_EVERY, Silence
from channels.telegram.taps import Taps
from channels.telegram.webhook import Webhook
from channels.views import Attachment, CardView, FilesView, TextView

log = logging.getLogger(__name__)

FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0
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
    process is the one that may. `patience` is for how many seconds a message may be kept before it is sent. `is_room`
    tells the places where all that people write is meant for us.
    """

    intake: Intake
    desk: Desk
    notes: Notes
    clock: Clock
    keep: Callable[[str, Run], "asyncio.Task[None]"]
    lead: Callable[[Run], Awaitable[None]]
    staff: Callable[[], Staff]
    is_room: Callable[[str], bool]
    patience: float


class Telegram:
    """A `Channel`, and in webhook mode also a mount of the web server."""

    def __init__(self, settings: TelegramSettings, around: Surroundings) -> None:
        self.name = settings.name
        self._settings = settings
        self._around = around
        clock = around.clock
        self._client = Client(settings)
        self._places = Places(self.name, around.notes)
        pacer = Pacer(clock.elapsed, clock.sleep, around.patience)
        self._sender = Sender(self._client, self._places, pacer, clock.elapsed)
        self._out = Outgoing(self._client, self._sender, self._places)
        self._rooms = Rooms(self.name, self._client, self._sender, self._places, around.notes)
        self._fetching = Fetching(settings.account, self._client, self._sender, clock.sleep)
        self._taps = Taps(
            settings.account, self._client, self._places, around.desk, self._say, self._out.edit, self._out.document
        )
        self._silence = Silence(self.name, around.notes, clock.now, self._missed)
        self._polling = Polling(self._client, self._handle, self._heard_from, clock.sleep)
        self._webhook = Webhook(settings, self._client, self._handle)
        self._ear: Ear | None = None
        self._status = Finding(self.name, "doctor-connecting")
        self._offered: Staff | None = None
        self._listener: asyncio.Task[None] | None = None

    # --- life ---------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        """Begin to connect and listen in the background: Telegram being away holds nothing else up."""
        await self._places.load()
        self._listener = self._around.keep(self.name, self._live)

    async def stop(self) -> None:
        """Stop listening; taps under way are answered first."""
        if self._listener is not None:
            self._listener.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._listener

    async def close(self) -> None:
        """Hang up."""
        await self._client.close()

    def mount(self, app: web.Application) -> None:
        """Take the webhook's route on our server."""
        self._webhook.mount(app)

    async def _live(self) -> None:
        try:
            await self._connect()
            if self._settings.mode == "webhook":
                await self._serve_webhook()
            else:
                await self._around.lead(self._polling.run)
        except Unauthorized as wrong:
            self._sender.stopped = f"the token of {self.name} is wrong or was revoked ({wrong})"
            self._status = Finding(self.name, "doctor-telegram-token", {"detail": str(wrong)})
            log.error("%s; everything else goes on. Put the right one into the configuration", self._sender.stopped)

    async def _connect(self) -> None:
        wait = FIRST_WAIT
        while True:
            try:
                me = await self._client.introduce()
                break
            except Unauthorized:
                raise
            except ChannelError as error:
                await self._heard_from("doctor-unreachable", str(error))
                await self._around.clock.sleep(wait)
                wait = min(LONGEST_WAIT, 2 * wait)
        await self._same_bot(me.id)
        self._ear = Ear(self._settings.account, me, self._places, self._around.is_room)
        await self._offer()
        log.info("%s is @%s", self.name, me.username)
        self._status = Finding(self.name)

    async def _offer(self) -> None:
        """Put the menus of commands, again where other people or places are concerned than the last time."""
        staff = self._around.staff()
        if staff != self._offered:
            self._offered = staff
            await put_menus(self._client, self._places, self._settings.menus, staff)

    async def _same_bot(self, number: int) -> None:
        """Say it when this database knows another bot under this name: its cards cannot be edited by this one."""
        key = f"{self.name}/bot"
        before = await self._around.notes.note(key)
        if before and before != str(number):
            log.warning("%s was the bot %s and is %s now: cards that the other one posted stay as they are",
                        self.name, before, number)  # fmt: skip
        if before != str(number):
            await self._around.notes.keep_note(key, str(number))

    async def _serve_webhook(self) -> None:
        await self._webhook.register()
        while True:
            await self._silence.heard()
            await self._offer()
            await self._around.clock.sleep(KEPT_EVERY.total_seconds())

    # --- hearing ------------------------------------------------------------------------------------------------

    async def _heard_from(self, problem: str, detail: str) -> None:
        if problem and not self._status.problem:
            log.warning("%s: %s, %s", self.name, problem, detail)
        elif self._status.problem and not problem:
            log.info("%s is back", self.name)
        self._status = Finding(self.name, problem, {"detail": detail} if problem else {})
        if not problem:
            await self._silence.heard()
            await self._offer()

    async def _handle(self, update: Mapping[str, Any]) -> None:
        """Take one update; returns when it is durable. What nobody can read is named in the log and left."""
        if self._ear is None:
            raise Unreachable("not connected yet")
        number = int(update["update_id"])
        try:
            heard = self._ear.read(update, self._around.clock.now())
        except ValueError as error:
            log.warning("update %s cannot be read (%s)", number, type(error).__name__)
            return
        match heard:
            case Inbound():
                self._sender.opened(self._places.spot(heard.place).chat)
                await self._around.intake.hear(heard)
            case CallbackQuery():
                await self._taps.tapped(heard, number)
            case Moved(old, new):
                await self._places.moved(old, new)
            case Membership(chat, True):
                log.info("%s may speak in %s", self.name, self._places.place(chat))
                self._sender.opened(chat)
            case Membership(chat, False):
                log.warning("%s was put out of chat %s", self.name, chat)

    async def _say(self, query: CallbackQuery, text: str, update_id: int) -> bool:
        assert self._ear is not None
        return await self._around.intake.hear(self._ear.said(query, text, update_id, self._around.clock.now()))

    async def _missed(self, since: datetime, until: datetime) -> None:
        await self._around.desk.missed(self.name, since, until)

    # --- speaking -----------------------------------------------------------------------------------------------

    async def post_text(self, place: str, view: TextView, key: str) -> MessageRef:
        """Say something at a place."""
        return await self._out.text(place, view, key)

    async def edit_text(self, place: str, ref: MessageRef, view: TextView) -> None:
        """Bring a posted text to this view; what one message has no room for is cut."""
        await self._out.edit_text(place, ref, view)

    async def post_card(self, place: str, view: CardView, key: str) -> MessageRef:
        """Post a card at a place; Telegram knows no keys, so a repetition may leave two, which decide one handoff."""
        return await self._out.card(place, view)

    async def edit_card(self, place: str, ref: MessageRef, view: CardView) -> None:
        """Bring a posted card to this view."""
        await self._out.edit(place, ref, view)

    async def post_files(self, place: str, view: FilesView, key: str) -> MessageRef:
        """Show files: those of this account by their ids, others by their contents."""
        return await self._out.files(place, view, self._settings.account, key)

    async def fetch(self, file: Attachment) -> bytes:
        """The contents of a file that was sent to this account."""
        return await self._fetching.fetch(file)

    async def open_room(self, place: str, card: MessageRef, title: str, key: str) -> str:
        """Open a topic for a talk, where there are topics and we may; else the place itself is the room."""
        return await self._rooms.open(place, title, key)

    async def close_room(self, place: str) -> None:
        """Close a topic that `open_room` opened."""
        await self._rooms.close(place)

    async def show_typing(self, place: str) -> None:
        """Show for five seconds that an answer is on its way."""
        await self._out.typing(place)

    # --- how it is doing ----------------------------------------------------------------------------------------

    async def check_up(self, places: Sequence[str]) -> Sequence[Finding]:
        """A line for the account and one for each of these places."""
        return await Checkup(self._settings, self._client, self._places).look(places)

    def status(self) -> Finding:
        """Whether we hear Telegram at this moment."""
        return self._status
