"""Decides several requests with one reason, each as if it was the only one."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.card_words import SHORT_ID
from bot.dashboard.queue_rows import QueueRows
from bot.dashboard.readers import Readers
from bot.desk import NEEDS_REASON, Desk
from channels.web.dashboard.base import Viewer
from channels.web.dashboard.queue_views import Chosen, Item, Told
from engine.handoff import Handoff
from engine.ids import HandoffId
from engine.store import Store
from engine.transitions import Action

_NAME = re.compile(r"([0-9A-Za-z]{1,26})(?:\.([0-9]{1,6}))?")


class _Named(NamedTuple):
    """A request as a form names it: by its id, and the edition that somebody saw."""

    id: HandoffId
    seen: int


class Together:
    """Several requests at once; one that is not the viewer's looks like one that is not there."""

    def __init__(self, store: Store, desk: Desk, readers: Readers, rows: QueueRows) -> None:
        self._store = store
        self._desk = desk
        self._readers = readers
        self._rows = rows

    async def chosen(self, viewer: Viewer, names: Sequence[str], rejects: bool) -> Chosen:
        """What would be decided, and what would not."""
        items: list[Item] = []
        refused: list[Told] = []
        needs_reason = False
        actor, action = self._readers.actor(viewer), _action(rejects)
        for named in _read(names):
            handoff = await self._theirs(viewer, named, action)
            if handoff is None or (words := self._why_alone(viewer, handoff)):
                refused.append(self._told(viewer, named, handoff, words if handoff else self._unknown(viewer)))
                continue
            if answer := await self._desk.refused(actor, handoff.id, action):
                refused.append(self._told(viewer, named, handoff, answer.text))
                continue
            items.append(self._rows.item(viewer, actor, handoff))
            needs_reason = needs_reason or action in NEEDS_REASON[handoff.question.require_reason]
        return Chosen(items, refused, needs_reason)

    async def decide(self, viewer: Viewer, names: Sequence[str], rejects: bool, reason: str) -> Sequence[Told]:
        """Decide each; what became of it is told."""
        told = []
        actor, action = self._readers.actor(viewer), _action(rejects)
        for named in _read(names):
            handoff = await self._theirs(viewer, named, action)
            words = self._why_alone(viewer, handoff) if handoff else self._unknown(viewer)
            if not words:
                words = (await self._desk.act(actor, named.id, action, reason, seen=named.seen)).text
            told.append(self._told(viewer, named, handoff, words))
        return told

    async def _theirs(self, viewer: Viewer, named: _Named, action: Action) -> Handoff | None:
        """The request if the viewer may see it; that they tried one that they may not is put on record."""
        actor = self._readers.actor(viewer)
        try:
            handoff = (await self._store.case(named.id)).handoff
        except KeyError:
            return None
        if self._desk.refusal(actor, handoff):
            await self._desk.refused(actor, named.id, action)
            return None
        return handoff

    def _why_alone(self, viewer: Viewer, handoff: Handoff) -> str:
        """That a request is decided alone, in words; "" where it may be with others, or is not open any more."""
        is_alone = handoff.state.is_open and not handoff.question.may_be_together
        return self._readers.text(viewer, "dash-bulk-alone") if is_alone else ""

    def _unknown(self, viewer: Viewer) -> str:
        return self._readers.text(viewer, "dash-bulk-unknown")

    def _told(self, viewer: Viewer, named: _Named, handoff: Handoff | None, words: str) -> Told:
        title = self._rows.item(viewer, self._readers.actor(viewer), handoff).title if handoff else ""
        return Told(named.id[:SHORT_ID], title, words)


def _read(names: Sequence[str]) -> Sequence[_Named]:
    """What the names mean, each request once."""
    found: dict[str, _Named] = {}
    for name in names:
        if match := _NAME.fullmatch(name):
            found.setdefault(match[1], _Named(HandoffId(match[1]), int(match[2] or 0)))
    return list(found.values())


def _action(rejects: bool) -> Action:
    return Action.REJECT if rejects else Action.APPROVE
