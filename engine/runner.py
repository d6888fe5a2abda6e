"""Runs workflows: loads a run, carries it on, calls tools; commits where it waits, ends or calls with effects."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import NamedTuple, TypeVar

from engine.asking import Amendment
from engine.calls import Calls
from engine.conversation import Answer, Begin, Conversation, Join, meaning
from engine.environment import Environment
from engine.errors import GateClosed, LeaseLost, RunHeld, StaleRun
from engine.events import CodeCounted, Event, Replied
from engine.execution import Execution
from engine.handoff import Action, AlreadyDecided, ChangedMeanwhile, Decision, Edit, Handoff
from engine.ids import BotId, HandoffId, RunId, WorkflowHash
from engine.nodes.trigger import TriggerData, may_start
from engine.run import Run, RunStatus, Token, TokenState
from engine.sending import Sender
from engine.step import Reply
from engine.store import Case, Store, Turn
from engine.tools import CallOutcome, EffectClass
from engine.values import from_micros
from engine.votes import settled
from engine.workflow.load import Workflow
from engine.workflow.pinned import restore

MOST_CLAIMS = 5
"""How often a run is taken on without getting anywhere before an operator is asked; other runs go on meanwhile."""
MOST_COLLISIONS = 50
"""How often a change that met another one is tried anew on the state as it is then."""
_WAITS_FOR_PEOPLE = (TokenState.REPLY, TokenState.DECISION, TokenState.OPERATOR)

_AGREEING = frozenset({Action.APPROVE, Action.CHOOSE})
"""Actions that say yes to a question as it stands."""
_CALLING = frozenset({Action.APPROVE, Action.CHOOSE, Action.RETRY})
"""Actions behind which a call may stand that nobody could look up so far."""
Answering = Callable[[Handoff], Reply]
"""Makes the answer to a typed message of what the handoff is after it."""

ResultT = TypeVar("ResultT")


class Decided(NamedTuple):
    """A handoff as a change left it, and what is to be given to `Runner.carry_on`, if anything."""

    after: Handoff
    rest: Execution | None


class Runner:
    """The one place that changes runs. Every method may be called at any time, from any task.

    After a restore a run that is held raises RunHeld wherever it would go on, and GateClosed where one would begin.
    """

    def __init__(self, store: Store, env: Environment, workflows: Mapping[BotId, Workflow]) -> None:
        self._store = store
        self._env = env
        self._sender = Sender(env)
        self._current = workflows
        self._known: dict[WorkflowHash, Workflow] = {workflow.hash: workflow for workflow in workflows.values()}

    async def answer(self, turn: Turn) -> bool:
        """Do what a message means and mark it as answered in the same commit; False if no trigger takes it."""
        execution = await self._take(turn)
        if execution is None:
            return False
        execution.draft.answers(turn.inbox_id, turn.message)
        await self.carry_on(execution)
        return True

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
        ChangedMeanwhile if it is another question by now, KeyError for an unknown handoff.
        """

        def rule(execution: Execution, handoff: Handoff) -> Handoff:
            if not handoff.allows(decision.action, decision.choice):
                raise AlreadyDecided(handoff)
            if decision.action in _AGREEING and not handoff.is_known_to(decision.by, seen):
                raise ChangedMeanwhile(handoff)
            return execution.rule(handoff, decision, asked_by)

        return await self._change(handoff_id, rule, known, reply, looks_up=decision.action in _CALLING)

    async def amend(self, handoff_id: HandoffId, amendment: Amendment, reply: Answering | None = None) -> Decided:
        """Change something about an open handoff that decides nothing; raises as `decide` does."""

        def change(execution: Execution, handoff: Handoff) -> Handoff:
            if not handoff.allows(amendment.action):
                raise AlreadyDecided(handoff)
            return execution.asking.amend(handoff, amendment)

        return await self._change(handoff_id, change, None, reply)

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

        return await self._change(handoff_id, change, None, reply)

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
    ) -> Decided:
        """Change a handoff on the state as it is then, and commit that with all that follows without the world."""

        async def attempt() -> Decided:
            nonlocal known
            case, known = known or await self._store.case(handoff_id), None
            if looks_up:
                await self._sender.look_up([*case.handoff.question.every_call, *case.run.frozen.values()])
            execution = await self._execution(case.run, case.conversation)
            after = change(execution, case.handoff)
            if reply:
                execution.draft.reply(reply(after))
            if after.state.is_open:
                await self._commit(execution)
                return Decided(after, None)
            execution.advance()
            return Decided(after, await self._record(execution))

        return await _again_when_stale(attempt)

    async def cancel(self, turn: Turn, run_id: RunId) -> bool:
        """Cancel a run that waits, at its customer's wish; False if it is carried out, in doubt, or has ended."""

        async def attempt() -> bool:
            run = next((r for r in await self._store.open_runs(turn.conversation.id) if r.id == run_id), None)
            if run is None or any(token.state not in _WAITS_FOR_PEOPLE for token in run.tokens):
                return False
            handoffs = await self._open_handoffs(run)
            if not all(handoff.allows(Action.CANCEL) for handoff in handoffs):
                return False
            execution = await self._execution(run, turn.conversation)
            execution.draft.answers(turn.inbox_id, turn.message)
            execution.cancel(handoffs)
            execution.advance()
            try:
                goes_on = await self._record(execution)
            except AlreadyDecided as faster:
                raise StaleRun(run.id) from faster
            if goes_on:
                await self.carry_on(goes_on)
            return True

        return await _again_when_stale(attempt)

    async def proceed(self, run_id: RunId) -> None:
        """Carry on a run that was left active, by a crash for instance, if its lease is free."""
        found = await self._store.load_run(run_id)
        run, calls = found.run, Calls()
        asked, now = self._env.clock.elapsed(), self._env.clock.now()
        calls.inherit(run, now, self._env)
        until = self._lease(run, now)
        claims = await self._store.claim_run(run_id, run.version, until)
        if claims is None:
            return
        run.version += 1
        execution = await self._execution(run, found.conversation)
        execution.calls = calls
        calls.held_until = asked + (until - now).total_seconds()
        if claims > MOST_CLAIMS:
            execution.park(f"{claims - 1} times in a row")
        await self.carry_on(execution)

    async def carry_on(self, execution: Execution) -> None:
        """Go on until every token waits for somebody or has ended, and all of it is committed.

        A process that lost its lease meanwhile leaves the run to whoever takes it up.
        """
        with suppress(LeaseLost):
            await self._carry_on(execution)

    async def _carry_on(self, execution: Execution) -> None:
        while True:
            execution.advance()
            if token := execution.waiting_count():
                execution.resume(token, await self._count(execution, token))
            elif token := execution.calls.next(execution.run):
                execution = await self._call(execution, token)
            elif await self._commit_at_rest(execution):
                return
            else:
                execution = await self._reload(execution)

    async def _count(self, execution: Execution, token: Token) -> Event:
        """Count a try at a code, or one more code to be mailed: a try is used up also if the process ends right after.

        A code is counted once for the message that asks for it, however often that is begun with.
        """
        if token.state is TokenState.TRY:
            assert token.challenge is not None
            return await self._store.spend_try(token.challenge)
        limits, chat = self._env.code_limits, str(execution.draft.conversation.id)
        if limits is None:
            return CodeCounted()
        consumed, run = execution.draft.step.consumed, execution.run
        asked = f"{run.id}.{run.version}" if consumed is None else f"message {consumed}"
        key = f"{asked}.{token.id}"
        return CodeCounted(await self._store.count_code(key, token.memo["address"], chat, limits))

    # --- calls ------------------------------------------------------------------------------------------------

    async def _call(self, execution: Execution, token: Token) -> Execution:
        call = token.call
        assert call is not None
        if call.effect is EffectClass.READ:
            execution.resume(token, await self._sender.read(token))
            return execution
        if call.key is None:
            execution.intend_effect()
            try:
                await self._commit(execution)
            except StaleRun:
                # Whoever was faster may have intended the very same call, and then it is theirs to send.
                execution.calls.withdraw(token)
                return await self._reload(execution)
        outcome = await self._sender.send(execution, token)
        return await self._settle(execution, token.id, outcome)

    async def _settle(self, execution: Execution, token_id: int, outcome: CallOutcome) -> Execution:
        """Commit how a call ended, with what follows, on whatever the run has become meanwhile."""
        for _ in range(MOST_COLLISIONS):
            token = execution.run.token(token_id)
            if token is None or token.call is None:
                return execution
            execution.end_call(token, outcome)
            execution.advance()
            try:
                await self._commit(execution)
                return execution
            except StaleRun:
                execution = await self._reload(execution)
        raise StaleRun(execution.run.id)

    # --- committing -------------------------------------------------------------------------------------------

    async def _record(self, execution: Execution) -> Execution | None:
        """Commit rulings together with the intent of the call behind them; answers what is left to be carried on."""
        token = execution.intend_effect()
        await self._commit(execution)
        return execution if token or execution.waiting_count() else None

    async def _commit_at_rest(self, execution: Execution) -> bool:
        """Commit; False if the run has changed meanwhile. A message that met a change is answered anew, by its turn."""
        answers_a_message = execution.draft.step.consumed is not None
        try:
            await self._commit(execution)
        except StaleRun:
            if answers_a_message:
                raise
            return False
        return True

    async def _commit(self, execution: Execution) -> None:
        if execution.draft.is_empty():
            return
        asked, held = self._env.clock.elapsed(), timedelta()
        if execution.run.status is RunStatus.ACTIVE:
            now = self._env.clock.now()
            execution.draft.step.lease_until = until = self._lease(execution.run, now)
            held = until - now
        step = execution.draft.take()
        if step.rulings:
            await self._store.record_decision(step)
        elif step.intent:
            await self._store.record_intent(step)
        else:
            await self._store.commit_step(step)
        execution.calls.held_until = asked + held.total_seconds()

    def _lease(self, run: Run, now: datetime) -> datetime:
        """Until when nobody else may carry this run on: past the end of every call that is under way."""
        latest = max((token.call.deadline for token in run.tokens if token.call), default=0)
        return max(now + self._env.lease, from_micros(latest))

    # --- beginnings -------------------------------------------------------------------------------------------

    async def _take(self, turn: Turn) -> Execution | None:
        match meaning(turn.open_runs):
            case Answer(run, token):
                execution = await self._execution(run, turn.conversation)
                execution.hear_reply(token, turn.message)
                execution.resume(token, Replied(turn.message))
                return execution
            case Join(run):
                execution = await self._execution(run, turn.conversation)
                execution.draft.hear(turn.message)
                for handoff in await self._open_handoffs(run):
                    execution.draft.refresh_cards(handoff)
                    for place in handoff.places:
                        execution.draft.show_files(place, handoff.id, turn.message.attachments)
                execution.draft.say_message("customer-still-open")
                return execution
            case Begin():
                return self._begin(turn)

    def _begin(self, turn: Turn) -> Execution | None:
        if self._env.gate.closed:
            raise GateClosed(turn.conversation.bot)
        bot = turn.conversation.bot
        workflow = self._current[bot]
        for trigger in workflow.triggers:
            run = Run(
                id=RunId(self._env.secrets.new_id()),
                bot=bot,
                conversation=turn.conversation.id,
                workflow=workflow.hash,
                started_at=self._env.clock.now(),
            )
            execution = Execution(workflow, run, turn.conversation, self._env)
            execution.begin(trigger.id, turn.message)
            assert isinstance(trigger.data, TriggerData)
            if may_start(trigger.data, run.variables):
                run.while_waiting = trigger.data.while_waiting
                return execution
        return None

    # --- loading ----------------------------------------------------------------------------------------------

    async def _execution(self, run: Run, conversation: Conversation) -> Execution:
        if run.held:
            raise RunHeld(run.id)
        workflow = self._known.get(run.workflow)
        if workflow is None:
            text = await self._store.workflow_text(run.workflow)
            workflow = self._known[run.workflow] = restore(run.workflow, text)
        return Execution(workflow, run, conversation, self._env)

    async def _reload(self, execution: Execution) -> Execution:
        active = await self._store.load_run(execution.run.id)
        fresh = await self._execution(active.run, active.conversation)
        fresh.calls = execution.calls
        return fresh

    async def _open_handoffs(self, run: Run) -> list[Handoff]:
        ids = [token.handoff for token in run.tokens if token.handoff]
        return [
            case.handoff for case in [await self._store.case(handoff) for handoff in ids] if case.handoff.state.is_open
        ]


async def _again_when_stale(attempt: Callable[[], Awaitable[ResultT]]) -> ResultT:
    for _ in range(MOST_COLLISIONS):
        try:
            return await attempt()
        except StaleRun as collision:
            last = collision
    raise last
