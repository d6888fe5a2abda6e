"""What a tapped button means: a decision for the desk, or a wish to see more of a request."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.cards import REASONS
from bot.desk import DONE, Actor, Desk
from bot.i18n import Locales
from bot.samples import SAMPLE, Samples
from bot.showing import Showing
from channels.base import Tap
from channels.tokens import BECAUSE, LESS, MORE, OPEN, TALK, decode
from channels.views import Answer
from engine.handoff import Action
from engine.ids import HandoffId, Place
from engine.store import CardCopy, Store

log = logging.getLogger(__name__)

_LOOKS = frozenset({MORE, LESS, TALK, OPEN})
_BECAUSE = {f"{BECAUSE}{number}": f"reject-{BECAUSE}-{number}" for number in range(1, REASONS + 1)}
"""The offered reasons, by the actions of their buttons."""


class Tapping:
    """`channels.base.Desk`: every channel's taps come here."""

    def __init__(
        self,
        store: Store,
        desk: Desk,
        showing: Showing,
        locales: Locales,
        wake_outbox: Callable[[], None],
        samples: Samples | None = None,
    ) -> None:
        self._store = store
        self._desk = desk
        self._showing = showing
        self._locales = locales
        self._wake_outbox = wake_outbox
        self._samples = samples

    async def tap(self, tap: Tap) -> Answer:
        """Do what a button means, if this person may, and say in words what happened, also when it went wrong."""
        actor = Actor(f"{tap.channel}:{tap.user_id}", tap.user_name, tap.place, tap.locale)
        try:
            return await self._tap(actor, tap)
        except Exception:
            log.exception("a tap could not be carried out")
            return Answer(self._text(actor, "tap-failed"), alert=True)

    async def missed(self, channel: str, since: datetime, until: datetime) -> None:
        """Taps of that time may never have reached us: every open card at places of this channel says so."""
        log.warning("taps on %s between %s and %s may be lost; open cards say so", channel, since, until)
        await self._store.note_missed(channel, since, until)
        self._wake_outbox()

    async def _tap(self, actor: Actor, tap: Tap) -> Answer:
        token = decode(tap.token)
        if token and token.handoff == SAMPLE and self._samples and await self._is_no_card(tap):
            return self._samples.tapped(actor, token.action, self._showing.locale)
        if token is None or not await self._is_known(actor, tap, HandoffId(token.handoff)):
            return Answer(self._text(actor, "tap-unknown"), alert=True)
        handoff, action = HandoffId(token.handoff), token.action
        if action in _LOOKS:
            return await self._look(actor, handoff, action)
        if action in _BECAUSE:
            reason = self._locales.text(self._showing.locale, _BECAUSE[action])
            return await self._decided(actor, tap, handoff, Action.REJECT, reason)
        if action in list(DONE):
            return await self._decided(actor, tap, handoff, Action(action), tap.reason)
        return Answer(self._text(actor, "tap-unknown"), alert=True)

    async def _decided(self, actor: Actor, tap: Tap, handoff: HandoffId, action: Action, reason: str = "") -> Answer:
        answer = await self._desk.act(actor, handoff, action, reason)
        if answer.alert and tap.ref:
            # Too late, or refused: whatever this copy still offers, it says now what stands.
            return replace(answer, card=await self._showing.card(handoff, actor.place))
        return answer

    async def _is_known(self, actor: Actor, tap: Tap, handoff: HandoffId) -> bool:
        """Whether the tapped message is a copy of this card. One that a crash made us forget is taken in again.

        A channel without refs shows nothing but cards of ours.
        """
        if not tap.ref:
            return True
        copy = CardCopy(handoff, Place(tap.place), tap.ref)
        try:
            if copy in await self._store.cards(handoff, copy.place):
                return True
            if tap.on_message and await self._desk.may_see(actor, handoff):
                await self._store.adopt_card(copy)
        except KeyError:
            return False
        return tap.on_message

    async def _is_no_card(self, tap: Tap) -> bool:
        """Whether this message really has the button and is no request's card: a test's answer would hide that."""
        known = await self._store.card_at(Place(tap.place), tap.ref) if tap.ref else None
        return tap.on_message and known is None

    async def _look(self, actor: Actor, handoff: HandoffId, what: str) -> Answer:
        """Show more of a request to those who may decide it; nothing changes by that."""
        try:
            case = await self._store.case(handoff)
        except KeyError:
            return Answer(self._text(actor, "tap-unknown"), alert=True)
        if refusal := self._desk.refusal(actor, case.handoff):
            return Answer(refusal, alert=True)
        if what == TALK:
            return Answer("", document=await self._showing.talk(case.handoff))
        return Answer("", card=await self._showing.view(case, actor.place))

    def _text(self, actor: Actor, message_id: str) -> str:
        return self._locales.text(actor.locale, message_id)
