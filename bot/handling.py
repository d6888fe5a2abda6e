"""Looking after requests: who has claimed one, who is to look at it, and when it is spoken of again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.deputies import shown_name
from bot.desk import Actor, Desk, replying, said_at
from bot.i18n import Locales
from bot.people import People
from channels.views import Answer
from engine.asking import Amendment
from engine.effects import Effect
from engine.errors import AssentError, RunHeld
from engine.handoff import AlreadyDecided, Handoff, Progress
from engine.ids import HandoffId, PersonId
from engine.ports import Clock
from engine.runner import Runner
from engine.store import Store, Turn
from engine.transitions import Action

LONGEST_SNOOZE = timedelta(days=30)


class ClaimedBefore(AssentError):
    """Somebody else looks after the request already."""

    def __init__(self, by: str) -> None:
        super().__init__(f"claimed by {by}")
        self.by = by


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to do with a request, and what they are told when it is done."""

    amendment: Amendment
    said: str


class Handling:
    """What people do with a request besides deciding it; who may decide it may do so, be it their own request."""

    def __init__(
        self, store: Store, runner: Runner, desk: Desk, people: People, locales: Locales, clock: Clock
    ) -> None:
        self._store = store
        self._runner = runner
        self._desk = desk
        self._people = people
        self._locales = locales
        self._clock = clock

    # --- what can be wished -------------------------------------------------------------------------------------

    def claim(self, actor: Actor) -> Wish:
        """Look after it oneself, unless somebody else does."""
        person, name = self._people.identity(actor.account), self._people.name_of(actor.account, actor.name)

        def progress(handoff: Handoff) -> Progress:
            if handoff.progress.assignee not in (None, person):
                raise ClaimedBefore(handoff.progress.assignee_name)
            return replace(handoff.progress, assignee=person, assignee_name=name)

        return Wish(self._amendment(actor, Action.CLAIM, progress), self._text(actor, "handling-claimed"))

    def release(self, actor: Actor) -> Wish:
        """Leave it to others, whoever has it."""

        def progress(handoff: Handoff) -> Progress:
            return replace(handoff.progress, assignee=None, assignee_name="")

        return Wish(self._amendment(actor, Action.RELEASE, progress), self._text(actor, "handling-released"))

    def assign(self, actor: Actor, person: PersonId) -> Wish:
        """Have somebody look after it, or their delegate while they are away."""
        to = self._people.deputies.stand_in(person)
        absent = [self._people.name(person)] if to != person else []
        name = shown_name(self._locales, self._people.name(to), absent)

        def progress(handoff: Handoff) -> Progress:
            return replace(handoff.progress, assignee=to, assignee_name=name)

        detail = {"to": to, **({"for": person} if absent else {})}
        amendment = replace(self._amendment(actor, Action.ASSIGN, progress), detail=detail)
        return Wish(amendment, self._text(actor, "handling-assigned", name=name))

    def snooze(self, actor: Actor, span: timedelta) -> Wish:
        """Be reminded of it only after a while; who is asked, and until when, stays as it is."""
        until = self._clock.now() + span
        at = self._locales.moment(actor.locale, until, self._clock.now())
        amendment = self._amendment(actor, Action.SNOOZE, lambda handoff: handoff.progress)
        amendment = replace(amendment, remind_at=until, detail={"until": until.isoformat()})
        return Wish(amendment, self._text(actor, "handling-snoozed", at=at))

    # --- doing it -------------------------------------------------------------------------------------------------

    async def tapped(self, actor: Actor, handoff_id: HandoffId, action: Action) -> Answer:
        """Do what a button means."""
        return await self.done(actor, handoff_id, self.claim(actor) if action is Action.CLAIM else self.release(actor))

    async def done(self, actor: Actor, handoff_id: HandoffId, wish: Wish) -> Answer:
        """Do what a form means."""
        return (await self._do(actor, handoff_id, wish, None))[0]

    async def typed(self, turn: Turn, actor: Actor, handoff_id: HandoffId, wish: Wish) -> Sequence[Effect] | None:
        """Do what a message means: the effects that answer it, or None if that is done in the same commit."""
        answer, is_told = await self._do(actor, handoff_id, wish, turn)
        return None if is_told else (said_at(actor, answer),)

    async def _do(self, actor: Actor, handoff_id: HandoffId, wish: Wish, turn: Turn | None) -> tuple[Answer, bool]:
        handoff = (await self._store.case(handoff_id)).handoff
        if refusal := await self._desk.refused_to_handle(actor, handoff, wish.amendment.action):
            return Answer(refusal, alert=True, why="refused"), False
        wanted = wish.amendment.detail.get("to") if wish.amendment.action is Action.ASSIGN else None
        if wanted and not self._people.authority.may_decide(wanted, handoff):
            return Answer(self._text(actor, "handling-not-theirs"), alert=True), False
        answer = Answer(wish.said)
        reply = replying(turn, actor, lambda after: answer) if turn else None
        try:
            self._desk.settle(await self._runner.rulings.amend(handoff_id, wish.amendment, reply))
        except ClaimedBefore as before:
            words = self._text(actor, "handling-claimed-before", by=before.by)
            return Answer(words, alert=True, why="claimed"), False
        except (AlreadyDecided, RunHeld) as why:
            return self._desk.unchanged(actor, why), False
        return answer, turn is not None

    def _amendment(self, actor: Actor, action: Action, progress: Callable[[Handoff], Progress]) -> Amendment:
        return Amendment(action, self._people.identity(actor.account), self._clock.now(), progress)

    def _text(self, actor: Actor, message_id: str, **args: str) -> str:
        return self._locales.text(actor.locale, message_id, **args)
