"""The composition: every part of the process is made here and introduced to the others; nobody imports this room."""

from collections.abc import Sequence
from typing import cast

from bot import mail, platforms
from bot.admin.gate import Admin, Rooms
from bot.admin.health import HealthCommands
from bot.admin.places import PlaceCommands
from bot.admin.reports import ReportCommands
from bot.admin.words import Words
from bot.admin.workflows import WorkflowCommands
from bot.alarm import Alarm
from bot.api.opening import opened as opened_api
from bot.bindings import Bindings
from bot.cards import Cards
from bot.commands import Commands
from bot.customers import CustomerCommands
from bot.dashboard.opening import Surroundings
from bot.dashboard.opening import opened as opened_dashboard
from bot.dashboard.parts import Parts
from bot.delivery import Delivery
from bot.desk import Desk
from bot.editing import Editing
from bot.files import Files, Limits
from bot.ground import Ground
from bot.handling import Handling
from bot.i18n import Locales
from bot.inbox import Inbox
from bot.metrics import CONTENT_TYPE
from bot.outbox import Outbox
from bot.people import People
from bot.personal.absences import AbsenceCommands
from bot.personal.channels import ChannelCommands
from bot.personal.dashboard import DashboardCommand
from bot.personal.forgetting import ForgetCommands
from bot.personal.links import LinkCommands
from bot.personal.rooms import Personal
from bot.platforms import House
from bot.playground import opened
from bot.relays import Relays
from bot.reminders import Reminders
from bot.replicas import CHANGES, EFFECTS, MESSAGES
from bot.retention import Retention
from bot.review.care import Care
from bot.review.deciding import Deciding
from bot.review.finding import Finder
from bot.review.listing import Listing
from bot.review.subjects import Subjects
from bot.review.talking import TalkCommands
from bot.samples import Samples
from bot.scheduler import Scheduler
from bot.settings import Settings
from bot.settings_email import EMAIL
from bot.showing import Showing
from bot.statuses import Statuses
from bot.supervisor import Supervisor
from bot.talk_rooms import TalkRooms
from bot.talks import Talks
from bot.tapping import Tapping
from bot.ties import Ties
from bot.typing_sign import TypingSign
from channels.base import Channel, Finding, Inbound, Mailbox
from channels.web.metrics import MetricsPage
from channels.web.server import Mount, WebServer
from channels.web.settings import WebSettings
from engine.execution import Execution
from engine.ids import RunId


class App:
    """The parts of a process; they work from `start` to `stop`."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        settings, store, clock = ground.settings, ground.store, ground.clock
        self.store = store
        self.replicas = ground.replicas
        self.channels: dict[str, Channel] = {}
        self._typing = TypingSign(self.channels)
        self.supervisor = Supervisor()
        self.scheduler = Scheduler()
        self.rooms = TalkRooms()
        locales = Locales(settings.default_locale)
        self.bindings = Bindings(ground.storage.bindings)
        self.ties = Ties(ground.storage.ties, clock)
        people = People(settings, self.bindings.all, self.ties.bonds, clock.now)
        self._locales = locales
        limits = Limits(settings.files.max_size, frozenset(settings.files.refuse))
        self._files = Files(self.channels, limits, locales)
        cards = Cards(locales, people)
        showing = Showing(store, cards, clock, locales.match(settings.default_locale), people.reader_locale)
        self.runner = ground.make_runner(people)
        self.desk = Desk(
            store, self.runner, people, cards, locales, clock, self._carry_on, self._wake_outbox, ground.metrics.decided
        )
        self.reminders = Reminders(store, people, locales, clock, showing.locale)
        self.retention = Retention(settings, store, clock, self._wake_outbox)
        self.alarm = Alarm(store, self.desk, self.reminders, self._wake_outbox)
        handling = Handling(store, self.runner, self.desk, people, locales, clock)
        self._talks = Talks(store, self.runner, self.desk, people, locales, self.rooms)
        statuses = Statuses(store, self.channels, people, locales, showing.locale)
        samples = Samples(people, locales, clock)
        editing = Editing(store, self.runner, self.desk, people, locales, clock)
        self.taps = Tapping(
            store, self.desk, handling, editing, self._talks, showing, locales, self._wake_outbox, samples
        )
        words = Words(locales, clock)
        self._web = Parts(ground, self.desk, people, locales, self._wake_outbox, self.supervisor.spawn, self._address)
        commands = Commands(
            store, self.runner, self.desk, people, locales, clock, self._admin(people, samples, words),
            self._reviewing(people, handling, editing, words), self._personal(people, words),
            CustomerCommands(store, self.runner, people, locales, clock, ground.workflows.person), statuses,
        )  # fmt: skip
        self.inbox = Inbox(
            store, self.runner, commands, self.desk, self._talks, people, locales, self.supervisor, self._wake_outbox,
            self._bot_of, self._typing, lambda: ground.replicas.ring(MESSAGES), ground.metrics, clock, limits,
        )  # fmt: skip
        self.server: WebServer | None = None
        around = Surroundings(
            settings=settings,
            storage=ground.storage,
            store=store,
            runner=self.runner,
            desk=self.desk,
            taps=self.taps,
            handling=handling,
            editing=editing,
            talks=self._talks,
            showing=showing,
            people=people,
            files=self._files,
            limits=limits,
            workflows=ground.workflows,
            secrets=ground.secrets,
            intake=self.inbox,
            readers=self._web.readers,
            wake_outbox=self._wake_outbox,
            ring_changes=self._ring_changes,
            spawn=self.supervisor.spawn,
            web=self._web,
        )
        mailbox = self._open_channels(around)
        delivery = Delivery(
            store, self.channels, mailbox, showing, statuses,
            Relays(store, self.channels, showing, people, locales, self.rooms, self._files), locales,
            ground.secrets, clock, self._files,
        )  # fmt: skip
        self.outbox = Outbox(
            store, delivery, clock, 2 * settings.run.lease, people.all_operator_places, ground.metrics.sent
        )
        self.replicas.on_ring(self._rung)

    def _open_channels(self, around: Surroundings) -> Mailbox | None:
        """Make every channel that is configured, and the server if one of them needs it; answers what sends mail."""
        ground, settings, clock, locales = self._ground, self._ground.settings, self._ground.clock, self._locales
        people, editing, showing = around.people, around.editing, around.showing
        mailbox: Mailbox | None = None
        mounts: list[Mount] = []
        if settings.web.playground:
            playground = opened(settings, people, ground.storage.board, self.inbox, self.taps, locales, clock)
            self.channels[playground.name] = outlet = ground.wrap(playground)
            mailbox = outlet if settings.email.provider == "playground" else None
            mounts.append(playground)
        house = House(
            settings, self.inbox, self.taps, ground.storage.notes, clock, people, locales,
            self.supervisor.service, ground.replicas.lead, lambda: mail.surroundings(
                mail.Desks(self.store, self.desk, self.taps, editing, showing, people, locales, self._files),
                ground.secrets,
                ground.storage.keys, clock, self._wake_outbox,
            ), self.rooms.is_room,
        )  # fmt: skip
        for channel, mount in platforms.channels(house):
            self.channels[channel.name] = wrapped = ground.wrap(channel)
            if channel.name == EMAIL:
                mailbox = cast(Mailbox, wrapped)
            mounts += [mount] if mount else []
        if mounts or settings.web_is_wanted:
            if settings.web.dashboard:
                self.channels[self._web.channel.name] = ground.wrap(self._web.channel)
                mounts += [opened_dashboard(around), opened_api(around, ground.storage.programs, self._address)]
            mounts.append(MetricsPage(self._metrics, CONTENT_TYPE))
            self.server = WebServer(_web_settings(settings), self._ready, mounts)
        return mailbox

    async def start(self) -> None:
        """Begin to work; the server comes last, so that nothing is heard that could not be answered."""
        self.supervisor.service("outbox", self.outbox.run)
        self.supervisor.service("replicas", self.replicas.run)
        self.scheduler.every_second("effects", self._sweep_effects)
        self.scheduler.every_second("messages", self.inbox.sweep)
        self.scheduler.every_second("runs", self._sweep_runs)
        self.scheduler.every_second("time", self.alarm.sweep)
        self.scheduler.every_second("retention", self.retention.sweep)
        self.scheduler.every_second("changes", self._sweep_changes)
        if self.server and self._ground.settings.web.dashboard:
            await self._web.start(self.scheduler)
        await self.bindings.refresh()
        await self.ties.refresh()
        await self._talks.refresh()
        await self.inbox.begin()
        await self._sweep_all_once()
        self.scheduler.start()
        for channel in self.channels.values():
            await channel.start()
        if self.server:
            await self.server.start()

    async def stop(self) -> None:
        """Stop hearing, then waking, then give work under way its time, and hang up."""
        self._web.stop()
        if self.server:
            await self.server.stop()
        for channel in self.channels.values():
            await channel.stop()
        self.scheduler.stop()
        await self.supervisor.stop()
        for channel in self.channels.values():
            await channel.close()

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

    async def _sweep_changes(self) -> None:
        """What people have changed in another process."""
        await self.bindings.refresh()
        await self.ties.refresh()
        await self._talks.refresh()
        await self._ground.workflows.follow()

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

    def _ring_changes(self) -> None:
        self.replicas.ring(CHANGES)

    def _rung(self, topic: str) -> None:
        """Another process has committed something: look for it now, and not only at the next sweep."""
        if topic in (EFFECTS, ""):
            self.outbox.wake()
        if topic in (MESSAGES, ""):
            self.supervisor.spawn("messages", self.inbox.sweep())
        if topic in (CHANGES, ""):
            self.supervisor.spawn("changes", self._sweep_changes())

    # --- reviewers --------------------------------------------------------------------------------------------

    def _reviewing(self, people: People, handling: Handling, editing: Editing, words: Words) -> Subjects:
        finder = Finder(self.store, self.desk)
        return Subjects(
            Listing(self.desk, people, words),
            Deciding(self.store, self.desk, finder, words),
            Care(self.store, handling, editing, people, finder, words),
            TalkCommands(self.store, self.desk, self._talks, finder, words),
        )

    # --- operators --------------------------------------------------------------------------------------------

    def _admin(self, people: People, samples: Samples, words: Words) -> Admin:
        ground, settings, ring = self._ground, self._ground.settings, self._ring_changes
        places = PlaceCommands(
            settings, people, self.bindings, self.channels, ground.secrets, samples, self.desk, words, ring
        )
        workflows = WorkflowCommands(settings, people, ground.workflows, ground.storage.figures, words, ring)
        reports = ReportCommands(settings, people, self.bindings, ground.storage.figures, self.store, words)
        health = HealthCommands(
            settings, people, self.bindings, self.channels, ground.workflows, ground.servers, ground.trouble, words
        )
        return Admin(Rooms(places, workflows, reports, health), self.desk, words)

    def _personal(self, people: People, words: Words) -> Personal:
        ground, settings, ring = self._ground, self._ground.settings, self._ring_changes
        links = LinkCommands(settings, people, self.ties, self.store, ground.secrets, self.desk, words, ring)
        absences = AbsenceCommands(settings, people, self.ties, words, ring)
        forgetting = ForgetCommands(self.store, self.desk, people, words, self._wake_outbox)
        dashboard = DashboardCommand(self._web.sessions, people, words)
        return Personal(links, absences, ChannelCommands(people, self.ties, words, ring), forgetting, dashboard)

    def _address(self) -> str:
        """Where the dashboard is found; "" where there is none."""
        settings = self._ground.settings
        if self.server is None or not settings.web.dashboard:
            return ""
        return settings.public_url.rstrip("/") or self.server.address

    async def _metrics(self) -> bytes:
        found = [channel.status() for channel in self.channels.values()]
        return await self._ground.metrics.written(self._ground.storage.figures, found)

    def _bot_of(self, inbound: Inbound) -> str:
        """The bot that was spoken to: the channel says it, or its account is one bot, or there is only one."""
        settings = self._ground.settings
        if inbound.bot in settings.bots:
            return inbound.bot
        served = (bot for bot in settings.bots if settings.account(inbound.channel, bot) == inbound.account)
        return next(served, next(iter(settings.bots)))

    async def _ready(self) -> Sequence[tuple[str, bool, str]]:
        trouble, servers = self._ground.trouble(), self._ground.servers()
        return [
            ("database", not trouble, trouble),
            *((f"mcp {name}", server.connected, server.error) for name, server in servers.items()),
            *(self._state(channel.status()) for channel in self.channels.values()),
        ]

    def _state(self, channel: Finding) -> tuple[str, bool, str]:
        """A channel's line for probes, in the default language, as nobody in particular reads it."""
        words = self._locales.text(self._locales.default, channel.problem, **channel.args) if channel.problem else ""
        return f"channel {channel.what}", not channel.problem, words


def _web_settings(settings: Settings) -> WebSettings:
    return WebSettings(settings.web.host, settings.web.port, settings.web.playground, settings.public_url)
