"""What reviewers and operators may see and do; authority is checked here and only here, at the moment of the action."""

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from bot.cards import REASONS, SHORT_ID, Cards
from bot.i18n import Locales
from bot.people import People, Refusal
from bot.showing import Showing
from channels.base import Tap
from channels.tokens import BECAUSE, LESS, MORE, OPEN, TALK, decode
from channels.views import Answer
from engine.errors import RunHeld
from engine.execution import Execution
from engine.handoff import SPOKEN, Action, AlreadyDecided, Decision, Handoff, HandoffState
from engine.ids import HandoffId, Place
from engine.ports import Clock
from engine.runner import Runner
from engine.step import AuditEntry
from engine.store import CardCopy, Case, Store

log = logging.getLogger(__name__)

CarryOn = Callable[[Execution], None]
"""Has the rest of a decided run carried out, after the person was answered."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts: their account as `channel:user_id`, where, and in which language they read."""

    account: str
    name: str
    place: str
    locale: str


class Desk:
    """`channels.base.Desk`, and the same decisions for those who type them."""

    def __init__(
        self,
        store: Store,
        runner: Runner,
        people: People,
        cards: Cards,
        showing: Showing,
        locales: Locales,
        clock: Clock,
        carry_on: CarryOn,
        wake_outbox: Callable[[], None],
    ) -> None:
        self._store = store
        self._runner = runner
        self._people = people
        self._cards = cards
        self._showing = showing
        self._locales = locales
        self._clock = clock
        self._carry_on = carry_on
        self._wake_outbox = wake_outbox

    async def tap(self, tap: Tap) -> Answer:
        """Do what a button means, if this person may, and say in words what happened, also when it went wrong."""
        actor = Actor(f"{tap.channel}:{tap.user_id}", tap.user_name, tap.place, tap.locale)
        try:
            return await self._tap(actor, tap)
        except Exception:
            log.exception("a tap could not be carried out")
            return Answer(self._text(actor, "tap-failed"), alert=True)

    async def _tap(self, actor: Actor, tap: Tap) -> Answer:
        token = decode(tap.token)
        if token is None or not await self._is_known(actor, tap, HandoffId(token.handoff)):
            return Answer(self._text(actor, "tap-unknown"), alert=True)
        handoff = HandoffId(token.handoff)
        if token.action in _LOOKS:
            return await self._look(actor, handoff, token.action)
        if token.action in _BECAUSE:
            reason = self._locales.text(self._showing.locale, f"reject-{_BECAUSE[token.action]}")
            return await self.act(actor, handoff, Action.REJECT, reason)
        if token.action not in list(_DONE):
            return Answer(self._text(actor, "tap-unknown"), alert=True)
        answer = await self.act(actor, handoff, Action(token.action))
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
            if tap.on_message and await self.may_see(actor, handoff):
                await self._store.adopt_card(copy)
        except KeyError:
            return False
        return tap.on_message

    async def _look(self, actor: Actor, handoff_id: HandoffId, what: str) -> Answer:
        """Show more of a request to those who may decide it; nothing changes by that."""
        try:
            case = await self._store.case(handoff_id)
        except KeyError:
            return Answer(self._text(actor, "tap-unknown"), alert=True)
        refusal = self._people.refusal(actor.account, case.handoff)
        if refusal and refusal is not Refusal.OWN_REQUEST:
            return Answer(self._text(actor, f"tap-{refusal}"), alert=True)
        if what == TALK:
            return Answer("", document=await self._showing.talk(case.handoff))
        return Answer("", card=await self._showing.view(case, actor.place))

    async def act(self, actor: Actor, handoff_id: HandoffId, action: Action, reason: str = "") -> Answer:
        """Take an action on a handoff as this person; every refusal is said in words and audited."""
        try:
            case = await self._store.case(handoff_id)
        except KeyError:
            return Answer(self._text(actor, "tap-unknown"), alert=True)
        handoff = case.handoff
        refusal = self._people.refusal(actor.account, handoff)
        if refusal:
            await self._audit_refusal(actor, handoff, action, refusal)
            return Answer(self._text(actor, f"tap-{refusal}"), alert=True)
        if not reason and action in _NEEDS_REASON[handoff.question.require_reason]:
            command = {"command": f"/{action}", "id": handoff.id[:SHORT_ID]}
            return Answer(self._text(actor, "tap-reason-needed", **command), alert=True)
        too_early = handoff.question.retry_after if action is Action.RETRY else None
        if too_early and self._clock.now() < too_early:
            at = self._locales.moment(actor.locale, too_early, self._clock.now())
            return Answer(self._text(actor, "tap-too-early", at=at), alert=True)
        try:
            return await self._decide(actor, case, action, reason)
        except AlreadyDecided as late:
            return Answer(self._cards.outcome(late.handoff, actor.locale, self._clock.now()), alert=True)
        except RunHeld:
            return Answer(self._text(actor, "tap-held"), alert=True)

    async def _decide(self, actor: Actor, case: Case, action: Action, reason: str) -> Answer:
        person = self._people.person(actor.account)
        assert person is not None
        decision = Decision(action, person, self._people.name(person), self._clock.now(), reason, actor.place)
        asked = f"{actor.account}@{actor.place}" if action in _ASKING else ""
        await self._record(case.handoff.id, decision, asked, case)
        if action is Action.REJECT and reason:
            return Answer(self._text(actor, "tap-reason-kept"))
        skip = "" if Action.REJECT in _NEEDS_REASON[case.handoff.question.require_reason] else "yes"
        return Answer(self._text(actor, f"tap-done-{_DONE[action]}", skip=skip), asks=action in _ASKING)

    async def words_given(self, actor: Actor, text: str) -> Answer | None:
        """Take what somebody wrote as the words they were asked for; None if they were not asked here."""
        handoff = await self._store.asked(f"{actor.account}@{actor.place}")
        if handoff is None or not text.strip():
            return None
        return await self.act(actor, handoff.id, SPOKEN[handoff.state], text.strip())

    async def expire(self, handoff_id: HandoffId) -> None:
        """Close a handoff whose time is up: its `timeout` edge is taken, else `rejected`, never `approved`."""
        decision = Decision(Action.EXPIRE, None, "", self._clock.now())
        with suppress(AlreadyDecided, RunHeld):
            await self._record(handoff_id, decision)

    async def _record(
        self, handoff_id: HandoffId, decision: Decision, asked_by: str = "", known: Case | None = None
    ) -> None:
        _, rest = await self._runner.decide(handoff_id, decision, asked_by, known)
        self._wake_outbox()
        if rest is not None:
            self._carry_on(rest)

    async def missed(self, channel: str, since: datetime, until: datetime) -> None:
        """Taps of that time may never have reached us: every open card at places of this channel says so."""
        log.warning("taps on %s between %s and %s may be lost; open cards say so", channel, since, until)
        await self._store.note_missed(channel, since, until)
        self._wake_outbox()

    async def pending(self, actor: Actor) -> Sequence[Handoff]:
        """The open handoffs that this person may decide, oldest first."""
        handoffs = await self._store.pending()
        return [h for h in handoffs if self._people.refusal(actor.account, h) in (None, Refusal.OWN_REQUEST)]

    async def may_see(self, actor: Actor, handoff_id: HandoffId) -> bool:
        """Whether a handoff is this person's to decide, be it their own request or decided already."""
        handoff = (await self._store.case(handoff_id)).handoff
        return self._people.refusal(actor.account, handoff) in (None, Refusal.OWN_REQUEST)

    def is_reviewer(self, actor: Actor) -> bool:
        """Whether this person has reviewers' commands at all."""
        return self._people.is_reviewer(self._people.person(actor.account))

    async def _audit_refusal(self, actor: Actor, handoff: Handoff, action: Action, refusal: Refusal) -> None:
        detail = {"action": action, "refusal": refusal, "place": actor.place}
        await self._store.audit(AuditEntry("decision.refused", handoff.id, actor.account, self._clock.now(), detail))

    def _text(self, actor: Actor, message_id: str, **args: str) -> str:
        return self._locales.text(actor.locale, message_id, **args)


_LOOKS = frozenset({MORE, LESS, TALK, OPEN})
_BECAUSE = {f"{BECAUSE}{number}": f"{BECAUSE}-{number}" for number in range(1, REASONS + 1)}
"""The offered reasons, by the actions of their buttons."""
_ASKING = frozenset({Action.ASK_REASON, Action.ASK_REFERENCE})
_NEEDS_REASON: dict[str, frozenset[Action]] = {
    "never": frozenset(),
    "reject": frozenset({Action.REJECT}),
    "always": frozenset({Action.APPROVE, Action.REJECT}),
}
_DONE: dict[Action, HandoffState] = {
    Action.APPROVE: HandoffState.APPROVED,
    Action.REJECT: HandoffState.REJECTED,
    Action.ASK_REASON: HandoffState.REJECTING,
    Action.REOPEN: HandoffState.PENDING,
    Action.RETRY: HandoffState.RETRIED,
    Action.ASK_REFERENCE: HandoffState.CONFIRMING,
    Action.CONFIRM: HandoffState.CONFIRMED,
    Action.STOP: HandoffState.STOPPED,
}
