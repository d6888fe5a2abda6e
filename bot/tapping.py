"""What a tapped button means: a decision for the desk, or a wish to see more of a request."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.cards import REASONS, SHORT_ID
from bot.desk import Actor, Desk
from bot.editing import Editing
from bot.handling import Handling
from bot.i18n import Locales
from bot.masking import masked_reason
from bot.samples import SAMPLE, Samples
from bot.showing import Showing
from bot.talks import Talks
from channels.base import Tap
from channels.tokens import BECAUSE, EDIT, LESS, MORE, OPEN, OPTION, REVEAL, TALK, CardToken, decode, encode
from channels.views import Answer, CardView, Choice, FormView
from engine.handoff import Handoff
from engine.ids import HandoffId, Place
from engine.store import CardCopy, Store
from engine.transitions import Action

log = logging.getLogger(__name__)

_LOOKS = frozenset({MORE, LESS, TALK, OPEN})
_BECAUSE = {f"{BECAUSE}{number}": f"reject-{BECAUSE}-{number}" for number in range(1, REASONS + 1)}
"""The offered reasons, by the actions of their buttons."""
_DECIDING = frozenset({Action.APPROVE, Action.REJECT, Action.ASK_REASON, Action.REOPEN, Action.UNDO, Action.RETRY,
                       Action.ASK_REFERENCE, Action.CONFIRM, Action.STOP, Action.ASK_QUESTION, Action.INQUIRE,
                       Action.TAKE_OVER})  # fmt: skip
_HANDLING = frozenset({Action.CLAIM, Action.RELEASE})
_FORMS = {
    Action.ASK_REASON: (Action.REJECT, True),
    Action.ASK_REFERENCE: (Action.CONFIRM, False),
    Action.ASK_QUESTION: (Action.INQUIRE, False),
}
"""What the words of a form complete, by the action that asks for them, and whether reasons are offered."""


class Tapping:
    """`channels.base.Desk`: every channel's taps come here."""

    def __init__(
        self,
        store: Store,
        desk: Desk,
        handling: Handling,
        editing: Editing,
        talks: Talks,
        showing: Showing,
        locales: Locales,
        wake_outbox: Callable[[], None],
        samples: Samples | None = None,
    ) -> None:
        self._store = store
        self._desk = desk
        self._handling = handling
        self._editing = editing
        self._talks = talks
        self._showing = showing
        self._locales = locales
        self._wake_outbox = wake_outbox
        self._samples = samples

    async def tap(self, tap: Tap) -> Answer:
        """Do what a button means, if this person may, and say in words what happened, also when it went wrong."""
        actor = _actor(tap)
        try:
            return await self._tap(actor, tap)
        except Exception:
            log.exception("a tap could not be carried out")
            return Answer(self._text(actor, "tap-failed"), alert=True)

    async def form(self, tap: Tap) -> FormView | Answer | None:
        """What must be filled in before the button's action; None if nothing must, an answer if this person may not."""
        token, actor = decode(tap.token), _actor(tap)
        if token is None or token.action not in (*_FORMS, EDIT):
            return None
        handoff = HandoffId(token.handoff)
        action = Action.EDIT if token.action == EDIT else Action(token.action)
        if not await self._is_known(actor, tap, handoff):
            return Answer(self._text(actor, "tap-unknown"), alert=True)
        if refused := await self._desk.refused(actor, handoff, action):
            return replace(refused, card=await self._showing.card(handoff, actor.place))
        return await self._form(actor, handoff, action)

    async def unconfirmed(self, tap: Tap) -> CardView | None:
        """The platform told this person that their tap failed: it counts as none, and the card as returned says so."""
        token, actor = decode(tap.token), _actor(tap)
        if token is None or token.action in _LOOKS or not await self._is_known(actor, tap, HandoffId(token.handoff)):
            return None
        handoff = HandoffId(token.handoff)
        await self._desk.unconfirmed(actor, handoff, token.action)
        return await self._showing.card_after_failure(handoff, actor.place, actor.name)

    async def choices(self, tap: Tap, typed: str) -> Sequence[Choice]:
        """Open requests that this person may decide and whose id begins so, oldest first."""
        wanted, actor = typed.strip().lower(), _actor(tap)
        found = [one for one in await self._desk.pending(actor) if one.id.startswith(wanted)]
        hidden = self._text(actor, "card-secret")
        return [Choice(one.id, f"{one.id[:SHORT_ID]} · {masked_reason(one.question, hidden)}") for one in found]

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
        if action.startswith(OPTION):
            return await self._chosen(actor, tap, token, action.removeprefix(OPTION))
        if action == EDIT:
            return await self._editing.how(actor, handoff)
        if action == Action.EDIT:
            return await self._shown(actor, tap, handoff, await self._editing.filled_in(actor, handoff, tap.words))
        if action == REVEAL:
            return await self._reveal(actor, handoff)
        if action in _HANDLING:
            return await self._shown(actor, tap, handoff, await self._handling.tapped(actor, handoff, Action(action)))
        if action == Action.TAKE_OVER and await self._talks.is_taken(Place(actor.place), handoff):
            return Answer(self._text(actor, "talk-place-taken"), alert=True)
        if action in _DECIDING:
            return await self._decided(actor, tap, handoff, Action(action), tap.words.strip(), seen=token.edition)
        return Answer(self._text(actor, "tap-unknown"), alert=True)

    async def _form(self, actor: Actor, handoff: HandoffId, action: Action) -> FormView:
        return self.asking((await self._store.case(handoff)).handoff, action, actor.locale)

    def asking(self, handoff: Handoff, action: Action, locale: str) -> FormView:
        """The form that a button opens which asks for words, for a reader of that language."""

        def text(message_id: str, **args: str) -> str:
            return self._locales.text(locale, message_id, **args)

        if action is Action.EDIT:
            title = text("form-title-edit", id=handoff.id[:SHORT_ID])
            return FormView(encode(CardToken(handoff.id, Action.EDIT)), title, text("form-label-edit"), needed=True)
        question = handoff.question
        completes, offers = _FORMS[action]
        words = self._showing.locale
        return FormView(
            token=encode(CardToken(handoff.id, completes)),
            title=text(f"form-title-{completes}", id=handoff.id[:SHORT_ID]),
            label=text(f"form-label-{completes}"),
            needed=completes is Action.INQUIRE or (completes is Action.REJECT and question.require_reason != "never"),
            choices=tuple(self._locales.text(words, id) for id in _BECAUSE.values()) if offers else (),
            choices_label=text("form-choices") if offers else "",
        )

    async def _chosen(self, actor: Actor, tap: Tap, token: CardToken, number: str) -> Answer:
        """Choose the option of that number, counted from one."""
        handoff = HandoffId(token.handoff)
        options = (await self._store.case(handoff)).handoff.question.options
        if not number.isdecimal() or not 0 < int(number) <= len(options):
            return Answer(self._text(actor, "tap-unknown"), alert=True)
        choice = options[int(number) - 1].id
        return await self._decided(actor, tap, handoff, Action.CHOOSE, tap.words.strip(), choice, token.edition)

    async def _reveal(self, actor: Actor, handoff_id: HandoffId) -> Answer:
        """Tell what is masked on the card to whoever may decide it, for their eyes only; that is on record."""
        handoff = (await self._store.case(handoff_id)).handoff
        if refusal := self._desk.refusal(actor, handoff):
            return Answer(refusal, alert=True)
        await self._desk.note(actor, handoff_id, "secret.revealed")
        return Answer("\n".join(self._showing.secrets(handoff)), alert=True)

    async def _decided(
        self,
        actor: Actor,
        tap: Tap,
        handoff: HandoffId,
        action: Action,
        reason: str = "",
        choice: str = "",
        seen: int | None = None,
    ) -> Answer:
        answer = await self._desk.act(actor, handoff, action, reason, choice, seen)
        return await self._shown(actor, tap, handoff, answer)

    async def _shown(self, actor: Actor, tap: Tap, handoff: HandoffId, answer: Answer) -> Answer:
        if (answer.alert and tap.ref) or tap.private:
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
        await self._talks.see(actor, case.handoff)
        return Answer("", card=await self._showing.view(case, actor.place))

    def _text(self, actor: Actor, message_id: str, **args: str) -> str:
        return self._locales.text(actor.locale, message_id, **args)


def _actor(tap: Tap) -> Actor:
    return Actor(f"{tap.channel}:{tap.user_id}", tap.user_name, tap.place, tap.locale, tap.roles)
