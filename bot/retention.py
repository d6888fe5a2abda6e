"""What a bot keeps only for so long: requests that ended long enough ago are erased, a few conversations per look."""

import logging
from collections.abc import Callable
from datetime import timedelta

from bot.settings import Settings
from engine.ids import BotId, ConversationId
from engine.ports import Clock
from engine.store import Erasure, Store

log = logging.getLogger(__name__)

MOST_AT_ONCE = 20
"""How many runs of a bot one look finds; the next look is a second later."""
CLOCK = "clock"


class Retention:
    """Erases by the row's own moment: what is kept for ever, or not due yet, costs nothing."""

    def __init__(self, settings: Settings, store: Store, clock: Clock, wake_outbox: Callable[[], None]) -> None:
        self._kept_for = {BotId(name): bot.retention for name, bot in settings.bots.items() if bot.retention}
        self._store = store
        self._clock = clock
        self._wake_outbox = wake_outbox

    async def sweep(self) -> None:
        """Erase some of what is due by now; what cannot be erased keeps no other conversation waiting."""
        for bot, kept_for in self._kept_for.items():
            await self._sweep(bot, kept_for)

    async def _sweep(self, bot: BotId, kept_for: timedelta) -> None:
        now = self._clock.now()
        due = await self._store.due_erasures(bot, now - kept_for, MOST_AT_ONCE)
        for conversation in due:
            await self._erase(Erasure(conversation, CLOCK, now, until=now - kept_for))
        if due:
            self._wake_outbox()

    async def _erase(self, erasure: Erasure) -> None:
        conversation: ConversationId = erasure.conversation
        try:
            await self._store.erase(erasure)
        except Exception:
            log.exception("conversation %s could not be erased", conversation)
