"""What people and the clock do to handoffs: each change holds while the handoff is open, on the state as it is then."""

from collections.abc import Callable
from typing import NamedTuple

from engine.asking import Amendment
from engine.environment import Environment
from engine.execution import Execution
from engine.handoff import AlreadyDecided, ChangedMeanwhile, Decision, Edit, Handoff
from engine.ids import HandoffId
from engine.keeping import Keeper, again_when_stale
from engine.sending import Sender
from engine.step import Reply
from engine.store import Case, Store
from engine.transitions import TALKING, Action
from engine.votes import settled

_AGREEING = frozenset({Action.APPROVE, Action.CHOOSE})
"""Actions that say yes to a question as it stands."""
_CALLING = frozenset({Action.APPROVE, Action.CHOOSE, Action.RETRY})
"""Actions behind which a call may stand that nobody could look up so far."""
Answering = Callable[[Handoff], Reply]
"""Makes the answer to a typed message of what the handoff is after it."""


class Decided(NamedTuple):
    """A handoff as a change left it, and what is to be given to `Runner.carry_on`, if anything."""

    after: Handoff
    rest: Execution | None


class Rulings:
    """Every method may be called at any time, from any task."""

    def __init__(self, store: Store, env: Environment, keeper: Keeper, sender: Sender) -> None:
        self._store = store
        self._env = env
        self._keeper = keeper
        self._sender = sender

    async def decide(
        self,
        handoff_id: HandoffId,
        decision: Decision,
        asked_by: str = "",
        known: Case | None = None,
        reply: Answering | None = None,
        seen: int | None = None,
    ) -> Decided:
        """Record a decision if the handoff is still open, with all that follows from it without the world.

        `known` is the case as the caller just read it; it is read anew if it changed since. A `reply` answers the
        message that the decision was typed in, in the same commit or, if an error is raised, not at all. `seen` is the
        edition of the question that the person saw, None if that is not told. Raises AlreadyDecided with who won,
        ChangedMeanwhile if it is another question by now, AlreadyTalking, KeyError for an unknown handoff.
        """

        def rule(execution: Execution, handoff: Handoff) -> Handoff:
            ends_nothing = decision.action is Action.END_TALK and not handoff.progress.talk
            if ends_nothing or not handoff.allows(decision.action, decision.choice):
                raise AlreadyDecided(handoff)
            if decision.action in _AGREEING and not handoff.is_known_to(decision.by, seen):
                raise ChangedMeanwhile(handoff)
            if decision.action in TALKING:
                return execution.talking.act(handoff, decision)
            return execution.rule(handoff, decision, asked_by)

        return await self._change(handoff_id, rule, known, reply, looks_up=decision.action in _CALLING)

    async def amend(self, handoff_id: HandoffId, amendment: Amendment, reply: Answering | None = None) -> Decided:
        """Change something about an open handoff that decides nothing; raises as `decide` does."""

        def change(execution: Execution, handoff: Handoff) -> Handoff:
            if not handoff.allows(amendment.action):
                raise AlreadyDecided(handoff)
            return execution.asking.amend(handoff, amendment)

        return await self._change(handoff_id, change, None, reply, may_close=False)

    async def edit(
        self, handoff_id: HandoffId, change_of: Callable[[Handoff], Edit], reply: Answering | None = None
    ) -> Decided:
        """Change a value of an open request and ask anew; `change_of` makes the change of what it is at that moment.

        Raises EditRefused, and as `decide` does.
        """

        def change(execution: Execution, handoff: Handoff) -> Handoff:
            if not handoff.allows(Action.EDIT):
                raise AlreadyDecided(handoff)
            return execution.edit(handoff, change_of(handoff))

        return await self._change(handoff_id, change, None, reply, may_close=False)

    async def relate(
        self,
        handoff_id: HandoffId,
        action: Action,
        change: Callable[[Execution, Handoff], Handoff],
        reply: Reply | None = None,
    ) -> Decided:
        """Have something said or noted between the two ends of an open request; raises as `decide` does."""

        def relate(execution: Execution, handoff: Handoff) -> Handoff:
            if not handoff.allows(action) or (action is Action.SPEAK and not handoff.progress.talk):
                raise AlreadyDecided(handoff)
            return change(execution, handoff)

        return await self._change(handoff_id, relate, None, (lambda after: reply) if reply else None, may_close=False)

    async def wake(self, handoff_id: HandoffId) -> Decided | None:
        """Do what the clock has to do with a handoff by now, if anything: settle it, ask others, or close it.

        When its time is up its `timeout` edge is taken, else `rejected`, never `approved`.
        """
        now = self._env.clock.now()
        case = await self._store.case(handoff_id)
        due = case.handoff.due(now)
        if due is None:
            return None

        def wake(execution: Execution, handoff: Handoff) -> Handoff:
            if handoff.due(now) is not due:
                raise AlreadyDecided(handoff)
            if due is Action.ESCALATE:
                return execution.asking.escalate(handoff)
            if due is Action.LAPSE:
                return execution.talking.lapse(handoff, now)
            settles = settled(handoff, self._env.directory.counts)
            clock = Decision(Action.UNDO if due is Action.SETTLE else due, None, "", now)
            return execution.rule(handoff, settles or clock)

        return await self._change(handoff_id, wake, case, None, looks_up=due is Action.SETTLE)

    async def _change(
        self,
        handoff_id: HandoffId,
        change: Callable[[Execution, Handoff], Handoff],
        known: Case | None,
        reply: Answering | None,
        looks_up: bool = False,
        may_close: bool = True,
    ) -> Decided:
        """Change a handoff on the state as it is then, and commit that with all that follows without the world."""

        async def attempt() -> Decided:
            nonlocal known
            case, known = known or await self._store.case(handoff_id), None
            if looks_up:
                await self._sender.look_up([*case.handoff.question.every_call, *case.run.frozen.values()])
            execution = await self._keeper.execution(case.run, case.conversation)
            if may_close:
                await self._keeper.remember_talk(execution, case.handoff)
            after = change(execution, case.handoff)
            if reply:
                execution.draft.reply(reply(after))
            if after.state.is_open:
                await self._keeper.commit(execution)
                return Decided(after, None)
            execution.advance()
            return Decided(after, await self._keeper.record(execution))

        return await again_when_stale(attempt)
