"""What time does: one sweep over what is due by now, first what ends a wait, then the reminders of what still waits."""

import logging
from collections.abc import Callable

from bot.desk import Desk
from bot.reminders import Reminders
from engine.ids import HandoffId
from engine.store import Store

log = logging.getLogger(__name__)

MOST_AT_ONCE = 100
"""How many due handoffs one look takes; there is another until nothing is left."""


class Alarm:
    """Wakes each handoff whose time has come, by `due_at` of its row: what is not due costs nothing."""

    def __init__(self, store: Store, desk: Desk, reminders: Reminders, wake_outbox: Callable[[], None]) -> None:
        self._store = store
        self._desk = desk
        self._reminders = reminders
        self._wake_outbox = wake_outbox

    async def sweep(self) -> None:
        """Do all that is due by now; a handoff that cannot be woken keeps none of the others waiting."""
        if await self._wake_all():
            self._wake_outbox()
        if await self._reminders.sweep():
            self._wake_outbox()

    async def _wake_all(self) -> bool:
        woken: set[HandoffId] = set()
        # What stays due although it was woken is left for the next sweep, and the look reaches behind it.
        while due := [one for one in await self._store.due_handoffs(MOST_AT_ONCE + len(woken)) if one not in woken]:
            for handoff in due:
                await self._wake(handoff)
            woken.update(due)
        return bool(woken)

    async def _wake(self, handoff: HandoffId) -> None:
        try:
            await self._desk.wake(handoff)
        except Exception:
            log.exception("handoff %s could not be woken", handoff)
