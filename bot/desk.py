"""What reviewers and operators may see and do; authority is checked here and only here, at the moment of the action."""

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from bot.card_edits import typed_id
from bot.cards import SHORT_ID, Cards
from bot.deputies import shown_name
from bot.i18n import Locales
from bot.people import People
from bot.refusals import Refusal
from channels.views import Answer
from engine.effects import Effect, Literal, Message, PostCard, SendText
from engine.errors import AlreadyTalking, RunHeld
from engine.execution import Execution
from engine.handoff import AlreadyDecided, ChangedMeanwhile, Decision, Handoff
from engine.ids import HandoffId, Place
from engine.ports import Clock
from engine.rulings import Answering, Decided
from engine.runner import Runner
from engine.step import AuditEntry, Reply
from engine.store import EVERY, Case, Sought, Store, Turn
from engine.talk import Room
from engine.transitions import SPOKEN, Action, HandoffState
from engine.votes import VOTES

log = logging.getLogger(__name__)

MOST_READ = 200
"""How many handoffs are read at once."""
CarryOn = Callable[[Execution], None]
"""Has the rest of a decided run carried out, after the person was answered."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts: their account as `channel:user_id`, where, and in which language they read."""

    account: str
    name: str
    place: str
    locale: str
    roles: tuple[str, ...] | None = ()
    """Roles on the platform that teams may name; None where they could not be learnt."""

    @property
    def is_nobody(self) -> bool:
        """Whether this is a group or a channel that somebody writes as: who it is cannot be known."""
        return self.account.partition(":")[2].startswith("chat")

    @property
    def is_private(self) -> bool:
        """Whether nobody but them reads here: their chat with us has their own number, on Discord behind an @."""
        return self.place.partition(":")[2].removeprefix("@") == self.account.partition(":")[2]


class Desk:
    """Decisions and what belongs to them, for those who tap (`bot.tapping`) and for those who type (`bot.commands`)."""

    def __init__(
        self,
        store: Store,
        runner: Runner,
        people: People,
        cards: Cards,
        locales: Locales,
        clock: Clock,
        carry_on: CarryOn,
        wake_outbox: Callable[[], None],
        decided: Callable[[HandoffState], None] = lambda outcome: None,
    ) -> None:
        """`decided` is told the outcome of each handoff that was closed here."""
        self._store = store
        self._runner = runner
        self._people = people
        self._cards = cards
        self._locales = locales
        self._clock = clock
        self._carry_on = carry_on
        self._wake_outbox = wake_outbox
        self._decided = decided

    async def act(
        self,
        actor: Actor,
        handoff_id: HandoffId,
        action: Action,
        reason: str = "",
        choice: str = "",
        seen: int | None = None,
        hands_back: bool = False,
    ) -> Answer:
        """Take an action on a handoff as this person; every refusal is said in words and audited.

        `seen` is the edition of the request that they saw, None if that is not told. Whoever `hands_back` ends the
        talk with the customer by that.
        """
        return (await self._act(actor, handoff_id, action, reason, None, choice, seen, hands_back))[0]

    async def refused(self, actor: Actor, handoff_id: HandoffId, action: Action) -> Answer | None:
        """Why this person may not take an action now, audited as if they had tried; None if they may."""
        handoff = (await self._store.case(handoff_id)).handoff
        if refusal := await self._refusal(actor, handoff, action, reason="to be written"):
            return refusal
        if not handoff.allows(action):
            return Answer(self._cards.outcome(handoff, actor.locale, self._clock.now()), alert=True)
        return None

    async def note(self, actor: Actor, handoff_id: HandoffId, event: str, **more: str | int) -> None:
        """Put on record that somebody did something with a request that changes nothing of it."""
        detail = {"place": actor.place, **more}
        await self._store.audit(AuditEntry(event, handoff_id, actor.account, self._clock.now(), detail))

    async def unconfirmed(self, actor: Actor, handoff_id: HandoffId, action: str) -> None:
        """Put on record that somebody's tap did not count, since their platform told them that it failed."""
        detail = {"action": action, "place": actor.place}
        await self._store.audit(AuditEntry("tap.unconfirmed", handoff_id, actor.account, self._clock.now(), detail))

    async def typed(
        self,
        turn: Turn,
        actor: Actor,
        handoff_id: HandoffId,
        action: Action,
        reason: str,
        choice: str = "",
        seen: int | None = None,
        hands_back: bool = False,
    ) -> Sequence[Effect] | None:
        """The same for a message: the effects that answer it, or None if the decision's own commit has done so.

        Whoever `hands_back` ends the talk with the customer by that.
        """
        answer, is_told = await self._act(actor, handoff_id, action, reason, turn, choice, seen, hands_back)
        return None if is_told else (said_at(actor, answer),)

    async def _act(
        self,
        actor: Actor,
        handoff_id: HandoffId,
        action: Action,
        reason: str,
        turn: Turn | None = None,
        choice: str = "",
        seen: int | None = None,
        hands_back: bool = False,
    ) -> tuple[Answer, bool]:
        """What the person is told, and whether that is committed as the answer to their message already."""
        try:
            case = await self._store.case(handoff_id)
        except KeyError:
            return Answer(self._text(actor, "tap-unknown"), alert=True, why="unknown"), False
        if refusal := await self._refusal(actor, case.handoff, action, reason):
            return refusal, False
        try:
            return await self._decide(actor, case, action, reason, turn, choice, seen, hands_back), turn is not None
        except ChangedMeanwhile as changed:
            await self._audit_refusal(actor, changed.handoff, action, "changed")
            words = self._cards.changed(changed.handoff, action, actor.locale, self._clock.now(), typed=bool(turn))
            return Answer(words, alert=True, why="changed"), False
        except AlreadyTalking as other:
            words = self._text(actor, "talk-elsewhere", id=other.handoff[:SHORT_ID])
            return Answer(words, alert=True, why="held"), False
        except (AlreadyDecided, RunHeld) as why:
            return self.unchanged(actor, why), False

    def unchanged(self, actor: Actor, why: AlreadyDecided | RunHeld) -> Answer:
        """Why something could not be done with a request any more, or not now."""
        if isinstance(why, RunHeld):
            return Answer(self._text(actor, "tap-held"), alert=True, why="held")
        return Answer(self._cards.outcome(why.handoff, actor.locale, self._clock.now()), alert=True, why="late")

    async def _refusal(self, actor: Actor, handoff: Handoff, action: Action, reason: str) -> Answer | None:
        """Why this person may not do this now; None if they may."""
        refusal = self._people.authority.refusal(actor.account, handoff, actor.roles)
        if refusal is None and action in VOTES and handoff.state.is_open:
            refusal = self._people.authority.refusal_to_vote(actor.account, handoff)
        if refusal is None and action in _AGREEING and handoff.state.is_open:
            refusal = self._people.authority.refusal_to_agree(actor.account, handoff, actor.roles)
        if refusal:
            await self._audit_refusal(actor, handoff, action, refusal)
            return Answer(self._text(actor, f"tap-{refusal}"), alert=True, why="refused")
        if not reason and action is Action.INQUIRE:
            return Answer(self._text(actor, "command-usage-ask"), alert=True, why="incomplete")
        if not reason and action in NEEDS_REASON[handoff.question.require_reason]:
            words = self._text(actor, "tap-reason-needed", command=f"/{action}", id=typed_id(handoff))
            return Answer(words, alert=True, why="incomplete")
        too_early = handoff.question.retry_after if action is Action.RETRY else None
        if too_early and self._clock.now() < too_early:
            at = self._locales.moment(actor.locale, too_early, self._clock.now())
            return Answer(self._text(actor, "tap-too-early", at=at), alert=True, why="early")
        return None

    async def _decide(
        self,
        actor: Actor,
        case: Case,
        action: Action,
        reason: str,
        turn: Turn | None,
        choice: str,
        seen: int | None,
        hands_back: bool,
    ) -> Answer:
        handoff, whose = case.handoff, (actor.account, actor.roles)
        teams = tuple(self._people.authority.deciding_teams(*whose, handoff, handoff.teams))
        stands_for = self._people.authority.needed_to_stand_for(*whose, handoff)
        person, name = self._people.identity(actor.account), self._people.name_of(actor.account, actor.name)
        absent = [self._people.known_name(each) for each in stands_for]
        decision = Decision(
            action, person, shown_name(self._locales, name, absent), self._clock.now(), reason, actor.place,
            choice, teams, stands_for=stands_for, by_role=self._people.authority.by_role(*whose, handoff),
            hands_back=hands_back,
        )  # fmt: skip
        asked = f"{actor.account}@{actor.place}" if action in _ASKING else ""

        def said(after: Handoff) -> Answer:
            return Answer(self._cards.done(after, decision, actor.locale), asks=action in _ASKING)

        reply = replying(turn, actor, said, await self._store.room(case.handoff.id)) if turn else None
        return said(self.settle(await self._runner.rulings.decide(case.handoff.id, decision, asked, case, reply, seen)))

    async def words_given(self, turn: Turn, actor: Actor) -> Sequence[Effect] | None:
        """Take what somebody wrote as the words they were asked for, if they were; answers as `typed` does."""
        text = turn.message.text.strip()
        handoff = await self._store.asked(f"{actor.account}@{actor.place}")
        if handoff is None or not text:
            return ()
        return await self.typed(turn, actor, handoff.id, SPOKEN[handoff.state], text)

    async def reply_to_card(self, turn: Turn, actor: Actor) -> Sequence[Effect]:
        """Ask for a tap when somebody answers a card by a word such as "approve"; other words are talk."""
        handoff_id = await self._store.card_at(turn.conversation.place, turn.message.reply_to)
        first = turn.message.text.strip().casefold().partition(" ")[0].strip(".,!:")
        if handoff_id is None or first not in self._deciding_words(actor):
            return ()
        handoff = (await self._store.case(handoff_id)).handoff
        if refusal := self.refusal(actor, handoff):
            return (said_at(actor, Answer(refusal)),)
        if not handoff.state.is_open:
            return (said_at(actor, Answer(self._cards.outcome(handoff, actor.locale, self._clock.now()))),)
        if handoff.edition:  # which edition they mean nobody knows: the card as it is now asks them
            return (PostCard(Place(actor.place), handoff.id),)
        words = Message("card-reply-confirm", {"id": handoff.id[:SHORT_ID]})
        return (SendText(Place(actor.place), words, locale=actor.locale, deciding=handoff.id),)

    def _deciding_words(self, actor: Actor) -> frozenset[str]:
        lists = [
            self._locales.text(locale, f"card-words-{name}")
            for locale in (actor.locale, self._locales.default)
            for name in ("approve", "reject")
        ]
        return frozenset(" ".join(lists).casefold().split())

    async def wake(self, handoff_id: HandoffId) -> None:
        """Do what the clock has to do with a handoff; a time that is up approves nothing."""
        with suppress(AlreadyDecided, RunHeld):
            if woken := await self._runner.rulings.wake(handoff_id):
                self.settle(woken)

    def settle(self, decided: Decided) -> Handoff:
        """Have what follows from a change carried out; answers the handoff after it."""
        self._wake_outbox()
        if not decided.after.state.is_open:
            self._decided(decided.after.state)
        if decided.rest is not None:
            self._carry_on(decided.rest)
        return decided.after

    async def pending(self, actor: Actor, sought: Sought = EVERY) -> Sequence[Handoff]:
        """The open handoffs among these that this person may decide, oldest first, however many others there are."""
        teams = tuple(self._people.authority.all_teams_of(actor.account, actor.roles))
        theirs = replace(sought, teams=teams, operators=self.is_operator(actor))
        found: list[Handoff] = []
        last: Handoff | None = None
        while read := await self._store.pending(MOST_READ, theirs, last):
            found += (handoff for handoff in read if not self.refusal(actor, handoff))
            last = read[-1]
        return found

    def refusal(self, actor: Actor, handoff: Handoff) -> str:
        """Why this person may not see a handoff, in words, or "" if they may, be it their own request."""
        refusal = self._people.authority.refusal(actor.account, handoff, actor.roles)
        return self._text(actor, f"tap-{refusal}") if refusal not in (None, Refusal.OWN_REQUEST) else ""

    def may_decide(self, actor: Actor, handoff: Handoff) -> bool:
        """Whether a handoff is this person's to decide, and no request of their own."""
        return self._people.authority.refusal(actor.account, handoff, actor.roles) is None

    async def refused_to_handle(self, actor: Actor, handoff: Handoff, action: Action) -> str:
        """Why this person may not look after a handoff, in words, audited; "" if they may, be it their own request."""
        refusal = self._people.authority.refusal(actor.account, handoff, actor.roles)
        if refusal in (None, Refusal.OWN_REQUEST):
            return ""
        await self._audit_refusal(actor, handoff, action, refusal)
        return self._text(actor, f"tap-{refusal}")

    async def may_see(self, actor: Actor, handoff_id: HandoffId) -> bool:
        """Whether a handoff is this person's to decide, be it their own request or decided already."""
        handoff = (await self._store.case(handoff_id)).handoff
        return not self.refusal(actor, handoff)

    def is_reviewer(self, actor: Actor) -> bool:
        """Whether this person has reviewers' commands at all."""
        return self._people.is_reviewer(self._people.person(actor.account), actor.roles)

    def may_have_role(self, actor: Actor) -> bool:
        """Whether this person might be a reviewer by a role, which nobody can see at present."""
        return actor.roles is None and self._people.has_roles(actor.account)

    def is_operator(self, actor: Actor) -> bool:
        """Whether this person has operators' commands."""
        return self._people.is_operator(self._people.person(actor.account))

    async def refuse_command(self, actor: Actor, command: str, why: str) -> None:
        """Put on record that somebody was not let use a command."""
        detail = {"why": why, "place": actor.place}
        await self._store.audit(AuditEntry("command.refused", command, actor.account, self._clock.now(), detail))

    async def _audit_refusal(self, actor: Actor, handoff: Handoff, action: Action, refusal: str) -> None:
        detail = {"action": action, "refusal": refusal, "place": actor.place}
        await self._store.audit(AuditEntry("decision.refused", handoff.id, actor.account, self._clock.now(), detail))

    def _text(self, actor: Actor, message_id: str, **args: str) -> str:
        return self._locales.text(actor.locale, message_id, **args)


def answering(turn: Turn, effect: Effect) -> Effect:
    """The effect, as the answer to the turn's message where its platform waits for one."""
    if turn.message.answer_to and isinstance(effect, SendText) and effect.place == turn.conversation.place:
        return replace(effect, answer_to=turn.message.answer_to)
    return effect


def replying(turn: Turn, actor: Actor, said: Callable[[Handoff], Answer], room: Room | None = None) -> Answering:
    """Makes the answer to a typed decision of what it came to.

    In the `room` of a talk that ends by it there is none: the room's last words tell it, and what is said in a thread
    after those takes it out of the archive again.
    """
    in_room = room is not None and room.own and room.place == actor.place and not actor.is_private

    def answer(after: Handoff) -> Reply:
        if in_room and not after.progress.talk and not turn.message.answer_to:
            return Reply(turn.inbox_id, None)
        return Reply(turn.inbox_id, answering(turn, said_at(actor, said(after))))

    return answer


def said_at(actor: Actor, answer: Answer) -> SendText:
    """An answer as a message where somebody typed."""
    return SendText(Place(actor.place), Literal(answer.text), locale=actor.locale)


_ASKING = frozenset({Action.ASK_REASON, Action.ASK_REFERENCE, Action.ASK_QUESTION})
_AGREEING = frozenset({Action.APPROVE, Action.CHOOSE})
NEEDS_REASON: Mapping[str, frozenset[Action]] = {
    "never": frozenset(),
    "reject": frozenset({Action.REJECT}),
    "always": frozenset({Action.APPROVE, Action.CHOOSE, Action.REJECT}),
}
"""Which actions want a reason, by what a question requires."""
