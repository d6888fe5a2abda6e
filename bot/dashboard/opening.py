"""The dashboard's part of the composition: its rooms, and what each is told and asks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.api.keys import ProgramKeys
from bot.dashboard.readers import Readers
from bot.dashboard.sessions import DashboardSessions
from bot.dashboard.tide import TideWatch
from bot.dashboard.tokens import DashboardKeys
from bot.dashboard.webhooks import DashboardWebhooks
from bot.desk import Desk
from bot.editing import Editing
from bot.files import Files
from bot.handling import Handling
from bot.people import People
from bot.secrets import InstanceSecrets
from bot.settings import Settings
from bot.showing import Showing
from bot.talks import Talks
from bot.tapping import Tapping
from bot.webhooks.hooks import Hooks
from bot.workflows import Workflows
from channels.base import Intake
from channels.web.dashboard.dashboard import Dashboard, Room
from channels.web.dashboard.door import Door
from channels.web.dashboard.frame import Frame
from channels.web.dashboard.live import Live
from channels.web.dashboard.signing_in import SigningIn
from channels.web.dashboard.tokens import TokenPages
from channels.web.dashboard.webhooks import WebhookPages
from engine.runner import Runner
from engine.store import Store
from storage.figures import StoredFigures
from storage.following import Following


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the dashboard's rooms need of the house."""

    settings: Settings
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
    workflows: Workflows
    figures: StoredFigures
    following: Following
    secrets: InstanceSecrets
    intake: Intake
    readers: Readers
    wake_outbox: Callable[[], None]
    keys: ProgramKeys
    hooks: Hooks


def opened(around: Surroundings, sessions: DashboardSessions, tide: TideWatch) -> Dashboard:
    """The dashboard with all its rooms."""
    settings, readers = around.settings, around.readers
    frame = Frame(readers.locales.text, tuple(readers.locales.available()), settings.web.playground)
    door = Door(sessions, frame, settings.public_url, readers.clock.now)
    mails = settings.email.provider != "none"
    return Dashboard(door, SigningIn(door, mails), Live(door, tide), _rooms(door, around))


def _rooms(door: Door, around: Surroundings) -> Sequence[Room]:
    return [
        TokenPages(door, DashboardKeys(around.keys, around.readers)),
        WebhookPages(door, DashboardWebhooks(around.hooks, around.people, around.readers)),
        # one line per subject
    ]
