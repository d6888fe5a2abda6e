"""A mail with a card did not arrive: the request says so, somebody else is asked, and the operators know."""

import logging
from collections.abc import Callable, Sequence

from bot.accounts import mail_place
from bot.cards import SHORT_ID
from bot.people import People
from channels.email.events import Lost
from engine.effects import Effect, Message, PostCard, SendText
from engine.handoff import Handoff
from engine.ids import HandoffId, Place
from engine.ports import Clock
from engine.step import AuditEntry, Keyed
from engine.store import Store

log = logging.getLogger(__name__)


class Undelivered:
    """`channels.email.events.Undelivered`."""

    def __init__(self, store: Store, people: People, clock: Clock, wake_outbox: Callable[[], None]) -> None:
        self._store = store
        self._people = people
        self._clock = clock
        self._wake_outbox = wake_outbox

    async def __call__(self, lost: Lost) -> None:
        """Note it once per event; what was no card of ours is only logged."""
        try:
            handoff = (await self._store.case(HandoffId(lost.handoff))).handoff
        except KeyError:
            log.warning("mail %s: event %s is about no card", lost.kind, lost.id)
            return
        wanted = {mail_place(address) for address in lost.addresses}
        for place in handoff.places:
            if place.startswith("email:") and mail_place(place) in wanted:
                await self._note(lost, handoff, place)
        self._wake_outbox()

    async def _note(self, lost: Lost, handoff: Handoff, place: Place) -> None:
        told = [one for one in self._people.operator_places(handoff.bot) if one != place]
        words = Message(
            "operator-mail-lost", {"kind": lost.kind, "place": place.partition(":")[2], "id": handoff.id[:SHORT_ID]}
        )
        effects: list[Effect] = [SendText(one, words) for one in told]
        effects += [PostCard(one, handoff.id) for one in self._next(handoff)] if handoff.state.is_open else []
        keyed = [Keyed(f"lost.{lost.id}.{number}", effect) for number, effect in enumerate(effects)]
        entry = AuditEntry("mail.lost", handoff.id, "resend", self._clock.now(), {"kind": lost.kind, "place": place})
        await self._store.note_unreached(lost.id, handoff.id, place, keyed, entry)

    def _next(self, handoff: Handoff) -> Sequence[Place]:
        """Where the card was not posted yet: the team's other places, and if there are none the operators'."""
        tried = {*handoff.places, *handoff.unreached}
        team = self._people.team_places_of(handoff.team)
        return [place for place in team if place not in tried] or [
            place for place in self._people.operator_places(handoff.bot) if place not in tried
        ]
