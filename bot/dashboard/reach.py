"""What a viewer may see of requests: asked anew for each page and each form; what is not theirs is put on record."""

import re

from bot.dashboard.readers import Readers
from bot.desk import Actor, Desk
from channels.web.dashboard.base import Viewer
from engine.ids import HandoffId
from engine.store import Case, Store
from engine.transitions import Action

SHORTEST, LONGEST = 6, 26
_ID = re.compile(rf"[a-z0-9]{{{SHORTEST},{LONGEST}}}")


class Reach:
    """Requests as far as somebody may see them."""

    def __init__(self, store: Store, desk: Desk, readers: Readers) -> None:
        self._store = store
        self._desk = desk
        self._readers = readers

    async def find(self, viewer: Viewer, prefix: str) -> str | None:
        """The whole id of the one request of theirs that begins so."""
        if not _ID.fullmatch(prefix):
            return None
        actor, known = self._readers.actor(viewer), await self._store.find_handoff(prefix)
        found = [handoff for handoff in known if await self._desk.may_see(actor, handoff)]
        if len(found) == 1:
            return found[0]
        for handoff in known if not found else ():
            await self._note(actor, handoff)
        return None

    async def case(self, viewer: Viewer, id: str) -> Case | None:
        """A request that they may see, be it their own; None for any other, and for what is none."""
        if not _ID.fullmatch(id):
            return None
        try:
            case = await self._store.case(HandoffId(id))
        except KeyError:
            return None
        actor = self._readers.actor(viewer)
        return None if await self._desk.refused_to_handle(actor, case.handoff, Action.SEE) else case

    async def _note(self, actor: Actor, handoff: HandoffId) -> None:
        """Put on record that somebody wanted to see what is not theirs."""
        await self._desk.refused_to_handle(actor, (await self._store.case(handoff)).handoff, Action.SEE)
