"""What of the dashboard works beside its pages: who is signed in, the stream, the lists, calls to other programs."""

from collections.abc import Callable, Coroutine
from typing import Any

from bot.api.keys import ProgramKeys
from bot.dashboard.indexing import Indexer
from bot.dashboard.readers import Readers
from bot.dashboard.sessions import DashboardSessions
from bot.dashboard.tide import TideWatch
from bot.desk import Desk
from bot.ground import Ground
from bot.i18n import Locales
from bot.people import People
from bot.scheduler import Scheduler
from bot.webhooks.opening import opened as opened_webhooks
from channels.web.dashboard.channel import DashboardChannel

Spawn = Callable[[str, Coroutine[Any, Any, Any]], None]
"""Starts work that goes on when whoever asked is answered."""


class Parts:
    """Made with the process, and at work where the server shows the dashboard."""

    def __init__(
        self,
        ground: Ground,
        desk: Desk,
        people: People,
        locales: Locales,
        wake_outbox: Callable[[], None],
        spawn: Spawn,
        address: Callable[[], str],
    ) -> None:
        settings, storage, secrets, clock = ground.settings, ground.storage, ground.secrets, ground.clock
        self.readers = Readers(settings, locales, clock)
        self.sessions = DashboardSessions(
            storage.sessions, ground.store, desk, people, self.readers, secrets, wake_outbox, spawn, address
        )
        self.tide = TideWatch(storage.following)
        self.indexer = Indexer(storage.following, storage.found, people.bot_names())
        self.channel = DashboardChannel(storage.board)
        self.keys = ProgramKeys(storage.programs.tokens, people, self.readers, secrets.new_id)
        self._webhooks = opened_webhooks(
            settings, storage.programs, storage.following, people, secrets, clock, address, spawn, wake_outbox
        )
        self.hooks = self._webhooks.hooks

    async def start(self, scheduler: Scheduler) -> None:
        """Follow the record from now on."""
        await self._webhooks.telling.begin()
        scheduler.every_second("lists", self.indexer.sweep)
        scheduler.every_second("webhooks", self._webhooks.sweep)

    def stop(self) -> None:
        """Let open pages go."""
        self.tide.close()
