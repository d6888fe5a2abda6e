"""The dashboard's part of the composition: its rooms, and what each is told and asks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.dashboard.audit import DashboardRecord
from bot.dashboard.checking import Checking
from bot.dashboard.doing import Doing
from bot.dashboard.handoff import HandoffDesk, Parts
from bot.dashboard.letters import Letters
from bot.dashboard.offers import Offers
from bot.dashboard.parts import Parts as WebParts
from bot.dashboard.parts import Spawn
from bot.dashboard.queue import QueueDesk
from bot.dashboard.queue_search import Search
from bot.dashboard.reach import Reach
from bot.dashboard.readers import Readers
from bot.dashboard.runs import Runs
from bot.dashboard.simulating import Simulations
from bot.dashboard.speaking import Speaking
from bot.dashboard.statistics import DashboardStatistics
from bot.dashboard.timeline import Timeline
from bot.dashboard.tokens import DashboardKeys
from bot.dashboard.way import Ways
from bot.dashboard.webhooks import DashboardWebhooks
from bot.dashboard.workflows import WorkflowFiles
from bot.desk import Desk
from bot.editing import Editing
from bot.files import Files, Limits
from bot.handling import Handling
from bot.page_talks import PageTalks
from bot.people import People
from bot.secrets import InstanceSecrets
from bot.settings import Settings
from bot.showing import Showing
from bot.talks import Talks
from bot.tapping import Tapping
from bot.workflows import Workflows
from channels.base import Intake
from channels.web.dashboard.audit import AuditPages
from channels.web.dashboard.dashboard import Dashboard, Room
from channels.web.dashboard.door import Door
from channels.web.dashboard.frame import Frame
from channels.web.dashboard.handoff import HandoffPages
from channels.web.dashboard.letters import LetterPages
from channels.web.dashboard.live import Live
from channels.web.dashboard.queue import QueuePages
from channels.web.dashboard.runs import RunPages
from channels.web.dashboard.signing_in import SigningIn
from channels.web.dashboard.simulation import SimulationPages
from channels.web.dashboard.statistics import StatsPages
from channels.web.dashboard.tokens import TokenPages
from channels.web.dashboard.webhooks import WebhookPages
from channels.web.dashboard.workflows import WorkflowPages
from engine.runner import Runner
from engine.store import Store
from storage.opening import Storage


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the dashboard's rooms need of the house."""

    settings: Settings
    storage: Storage
    store: Store
    runner: Runner
    desk: Desk
    taps: Tapping
    handling: Handling
    editing: Editing
    talks: Talks
    showing: Showing
    people: People
    files: Files
    limits: Limits
    workflows: Workflows
    secrets: InstanceSecrets
    intake: Intake
    readers: Readers
    wake_outbox: Callable[[], None]
    ring_changes: Callable[[], None]
    spawn: Spawn
    web: WebParts


def opened(around: Surroundings) -> Dashboard:
    """The dashboard with all its rooms."""
    settings, readers = around.settings, around.readers
    is_secure = settings.public_url.startswith("https://")
    frame = Frame(readers.locales.text, tuple(readers.locales.available()), settings.web.playground, is_secure)
    door = Door(around.web.sessions, frame, settings.public_url, readers.clock.now)
    mails = settings.email.provider != "none"
    return Dashboard(door, SigningIn(door, mails), Live(door, around.web.tide), _rooms(door, around))


def _runs(around: Surroundings) -> Runs:
    return Runs(
        around.store, around.storage.operations, around.desk, around.people, around.readers, list(around.settings.bots),
        around.wake_outbox,
    )  # fmt: skip


def _workflows(around: Surroundings) -> WorkflowFiles:
    return WorkflowFiles(
        around.settings, around.store, around.workflows, around.storage.figures, around.desk, around.people,
        around.readers, around.ring_changes,
    )  # fmt: skip


def _rooms(door: Door, around: Surroundings) -> Sequence[Room]:
    return [
        QueuePages(door, _queue(around)),
        TokenPages(door, DashboardKeys(around.web.keys, around.readers)),
        WebhookPages(door, DashboardWebhooks(around.web.hooks, around.people, around.readers)),
        HandoffPages(door, _handoffs(around)),
        RunPages(door, _runs(around)),
        LetterPages(door, Letters(around.storage.letters, around.desk, around.readers, around.wake_outbox)),
        WorkflowPages(door, _workflows(around)),
        SimulationPages(door, Simulations(around.settings, around.store, around.desk, around.people, around.readers)),
        StatsPages(
            door, DashboardStatistics(around.storage.statistics, around.settings, around.people, around.readers)
        ),
        AuditPages(door, _record(around)),
    ]


def _handoffs(around: Surroundings) -> HandoffDesk:
    """One request and all that belongs to it."""
    store, desk, people, readers = around.store, around.desk, around.people, around.readers
    locales, web = readers.locales, around.web.channel
    return HandoffDesk(
        Parts(
            Reach(store, desk, readers),
            around.showing,
            desk,
            people,
            readers,
            Offers(around.taps, locales),
            Doing(desk, around.taps, around.handling, around.editing, around.talks, people, readers),
            Speaking(store, desk, around.intake, web, around.files, around.limits, readers),
            PageTalks(store, desk, around.showing, around.files, locales),
            Timeline(people, readers),
            Ways(store, readers),
            around.storage.comments,
            around.storage.courses,
        )
    )


def _record(around: Surroundings) -> DashboardRecord:
    checking = Checking(around.storage.record, around.store, around.readers, around.spawn)
    return DashboardRecord(
        around.storage.record, around.store, around.settings, around.people, around.readers, checking
    )


def _queue(around: Surroundings) -> QueueDesk:
    settings, people = around.settings, around.people
    return QueueDesk(
        around.store, around.desk, people, around.readers, around.handling, around.web.indexer,
        Search(around.storage.found, around.desk, people), people.bot_names(), tuple(settings.people),
        tuple(settings.teams),
    )  # fmt: skip
