"""The composition: every part of the process is made here and introduced to the others; nobody imports this room."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from bot import platforms
from bot.cards import Cards
from bot.clock import SystemClock
from bot.commands import Commands
from bot.delivery import Delivery
from bot.desk import Desk
from bot.i18n import Locales
from bot.inbox import Inbox
from bot.outbox import Outbox
from bot.people import People
from bot.platforms import House
from bot.replicas import EFFECTS, MESSAGES, Alone, Replicas
from bot.scheduler import Scheduler
from bot.settings import Settings
from bot.showing import Showing
from bot.supervisor import Supervisor
from bot.tapping import Tapping
from bot.typing_sign import TypingSign
from channels.base import Board, Channel, Inbound, Mailbox, Notes
from channels.web.playground import Playground
from channels.web.server import Mount, WebServer
from channels.web.settings import Persona, PlaygroundPeople, WebSettings
from channels.web.words import WORDS
from engine.execution import Execution
from engine.ids import BotId, PersonId, RunId
from engine.runner import Runner
from engine.store import Store

MOST_DUE = 100
"""How many overdue handoffs one sweep closes."""

RunnerFor = Callable[[People], Runner]
PortT = TypeVar("PortT")


class Wrap(Protocol):
    """What is done to a port to the outside (store, tools, channel, mailbox) before anybody gets it."""

    def __call__(self, port: PortT) -> PortT: ...


def as_it_is(port: PortT) -> PortT:
    """The port itself: nothing comes between."""
    return port


@dataclass(frozen=True, slots=True)
class Ground:
    """What the parts stand on: made by the process, or by a test."""

    settings: Settings
    store: Store
    board: Board
    notes: Notes
    clock: SystemClock
    make_runner: RunnerFor
    ready: Callable[[], Sequence[tuple[str, bool, str]]]
    wrap: Wrap = as_it_is
    replicas: Replicas = field(default_factory=Alone)


class App:
    """The parts of a process; they work from `start` to `stop`."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        settings, store, clock = ground.settings, ground.store, ground.clock
        self.store = store
        self.channels: dict[str, Channel] = {}
        self._typing = TypingSign(self.channels)
        self.supervisor = Supervisor()
        self.scheduler = Scheduler()
        locales = Locales(settings.default_locale)
        people = People(settings)
        cards = Cards(locales, people)
        showing = Showing(store, cards, clock, locales.match(settings.default_locale))
        self.runner = ground.make_runner(people)
        self.desk = Desk(store, self.runner, people, cards, locales, clock, self._carry_on, self._wake_outbox)
        self.taps = Tapping(store, self.desk, showing, locales, self._wake_outbox)
        commands = Commands(store, self.runner, self.desk, people, locales, clock)
        self.inbox = Inbox(
            store, self.runner, commands, self.desk, people, locales, self.supervisor, self._wake_outbox, self._bot_of,
            self._typing, lambda: ground.replicas.ring(MESSAGES),
        )  # fmt: skip
        self.server: WebServer | None = None
        mailbox: Mailbox | None = None
        mounts: list[Mount] = []
        if settings.web.playground:
            playground = self._playground(locales, people)
            self.channels[playground.name] = outlet = ground.wrap(playground)
            mailbox = outlet if settings.email.provider == "playground" else None
            mounts.append(playground)
        house = House(
            settings, self.inbox, self.taps, ground.notes, clock, people, locales,
            self.supervisor.service, ground.replicas.lead,
        )  # fmt: skip
        for channel, mount in platforms.channels(house):
            self.channels[channel.name] = ground.wrap(channel)
            mounts += [mount] if mount else []
        if mounts or settings.web_is_wanted:
            self.server = WebServer(_web_settings(settings), self._ready, mounts)
        delivery = Delivery(store, self.channels, mailbox, showing, locales)
        self.outbox = Outbox(store, delivery, clock, 2 * settings.run.lease, people.all_operator_places())
        self.replicas = ground.replicas
        self.replicas.on_ring(self._rung)

    async def start(self) -> None:
        """Begin to work; the server comes last, so that nothing is heard that could not be answered."""
        self.supervisor.service("outbox", self.outbox.run)
        self.supervisor.service("replicas", self.replicas.run)
        self.scheduler.every_second("effects", self._sweep_effects)
        self.scheduler.every_second("messages", self.inbox.sweep)
        self.scheduler.every_second("runs", self._sweep_runs)
        self.scheduler.every_second("handoffs", self._sweep_handoffs)
        await self.inbox.begin()
        await self._sweep_all_once()
        self.scheduler.start()
        for channel in self.channels.values():
            await channel.start()
        if self.server:
            await self.server.start()

    async def stop(self) -> None:
        """Stop hearing, then waking, then give work under way its time."""
        if self.server:
            await self.server.stop()
        for channel in self.channels.values():
            await channel.stop()
        self.scheduler.stop()
        await self.supervisor.stop()

    # --- who wakes whom ---------------------------------------------------------------------------------------

    async def _sweep_all_once(self) -> None:
        await self._sweep_effects()
        await self._sweep_runs()
        await self.inbox.sweep()

    async def _sweep_effects(self) -> None:
        self.outbox.wake()

    async def _sweep_runs(self) -> None:
        for run in await self.store.active_runs():
            self.supervisor.spawn(f"run {run}", self._proceed(run))

    async def _sweep_handoffs(self) -> None:
        for handoff in await self.store.due_handoffs(MOST_DUE):
            await self.desk.expire(handoff)
            self.outbox.wake()

    async def _proceed(self, run: RunId) -> None:
        try:
            await self.runner.proceed(run)
        finally:
            self.outbox.wake()

    def _carry_on(self, execution: Execution) -> None:
        self.supervisor.spawn(f"run {execution.run.id}", self._finish(execution))

    async def _finish(self, execution: Execution) -> None:
        try:
            async with self._typing.at(execution.draft.conversation.place):
                await self.runner.carry_on(execution)
        finally:
            self.outbox.wake()

    def _wake_outbox(self) -> None:
        self.outbox.wake()
        self.replicas.ring(EFFECTS)

    def _rung(self, topic: str) -> None:
        """Another process has committed something: look for it now, and not only at the next sweep."""
        if topic in (EFFECTS, ""):
            self.outbox.wake()
        if topic in (MESSAGES, ""):
            self.supervisor.spawn("messages", self.inbox.sweep())

    # --- the playground ---------------------------------------------------------------------------------------

    def _playground(self, locales: Locales, people: People) -> Playground:
        settings, clock = self._ground.settings, self._ground.clock

        async def advance(by: timedelta) -> datetime:
            await clock.advance(by)
            return clock.now()

        return Playground(
            self._ground.board,
            self.inbox,
            self.taps,
            PlaygroundPeople(reviewers=tuple(_personas(settings, people)), bots=_bots(settings, people)),
            words=lambda locale: {word: locales.text(locale, word) for word in WORDS},
            clock=clock.now,
            advance=advance,
            locales=tuple(locales.available()),
        )

    def _bot_of(self, inbound: Inbound) -> str:
        """The bot that was spoken to: the channel says it, or its account is one bot, or there is only one."""
        settings = self._ground.settings
        if inbound.bot in settings.bots:
            return inbound.bot
        if inbound.channel == "telegram":
            served = (bot for bot in settings.bots if settings.telegram_account(bot) == inbound.account)
            return next(served, next(iter(settings.bots)))
        return next(iter(settings.bots))

    async def _ready(self) -> Sequence[tuple[str, bool, str]]:
        found = [channel.status() for channel in self.channels.values()]
        return [*self._ground.ready(), *((f"channel {one.what}", not one.problem, one.problem) for one in found)]


def _web_settings(settings: Settings) -> WebSettings:
    return WebSettings(settings.web.host, settings.web.port, settings.web.playground, settings.public_url)


def _personas(settings: Settings, people: People) -> Iterator[Persona]:
    """The people who have an account in the playground, reviewers or not, with their teams behind the name."""
    for name, person in settings.people.items():
        if person.play:
            teams = [team.name or key for key, team in settings.teams.items() if name in team.members]
            yield Persona(person.play, people.name(PersonId(name)), ", ".join(teams))


def _bots(settings: Settings, people: People) -> tuple[tuple[str, str], ...]:
    return tuple((name, people.bot_name(BotId(name))) for name in settings.bots)
