"""Runs workflows: loads a run, carries it on, calls tools; commits where it waits, ends or calls with effects."""

from collections.abc import Mapping
from contextlib import suppress

from engine.calls import Calls
from engine.conversation import Answer, Begin, Join, meaning
from engine.environment import Environment
from engine.errors import GateClosed, LeaseLost, StaleRun
from engine.events import CodeCounted, Event, Replied
from engine.execution import Execution
from engine.handoff import AlreadyDecided
from engine.ids import BotId, HandoffId, RunId
from engine.keeping import MOST_COLLISIONS, Keeper, again_when_stale
from engine.nodes.trigger import TriggerData, may_start
from engine.rulings import Rulings
from engine.run import Run, Token, TokenState
from engine.sending import Sender
from engine.store import Store, Turn
from engine.tools import CallOutcome, EffectClass
from engine.transitions import Action
from engine.workflow.load import Workflow

MOST_CLAIMS = 5
"""How often a run is taken on without getting anywhere before an operator is asked; other runs go on meanwhile."""
_WAITS_FOR_PEOPLE = (TokenState.REPLY, TokenState.DECISION, TokenState.OPERATOR)


class Runner:
    """The one place that changes runs. Every method may be called at any time, from any task.

    After a restore a run that is held raises RunHeld wherever it would go on, and GateClosed where one would begin.
    """

    def __init__(self, store: Store, env: Environment, workflows: Mapping[BotId, Workflow]) -> None:
        self._store = store
        self._env = env
        self._sender = Sender(env)
        self._current = workflows
        self._keeper = Keeper(store, env, workflows)
        self.rulings = Rulings(store, env, self._keeper, self._sender)

    async def answer(self, turn: Turn) -> bool:
        """Do what a message means and mark it as answered in the same commit; False if no trigger takes it."""
        execution = await self._take(turn)
        if execution is None:
            return False
        execution.draft.answers(turn.inbox_id, turn.message)
        await self.carry_on(execution)
        return True

    async def call_person(self, turn: Turn, workflow: Workflow) -> bool:
        """Begin a run of this workflow, which does nothing but ask for a person; as `answer`."""
        execution = self._begin(turn, workflow)
        if execution is None:
            return False
        execution.draft.answers(turn.inbox_id, turn.message)
        await self.carry_on(execution)
        return True

    async def cancel(self, turn: Turn, run_id: RunId) -> bool:
        """Cancel a run that waits, at its customer's wish; False if it is carried out, in doubt, or has ended."""

        async def attempt() -> bool:
            run = next((r for r in await self._store.open_runs(turn.conversation.id) if r.id == run_id), None)
            if run is None or any(token.state not in _WAITS_FOR_PEOPLE for token in run.tokens):
                return False
            handoffs = await self._keeper.open_handoffs(run)
            if not all(handoff.allows(Action.CANCEL) for handoff in handoffs):
                return False
            execution = await self._keeper.execution(run, turn.conversation)
            execution.draft.answers(turn.inbox_id, turn.message)
            for handoff in handoffs:
                await self._keeper.remember_talk(execution, handoff)
            execution.cancel(handoffs)
            execution.advance()
            try:
                goes_on = await self._keeper.record(execution)
            except AlreadyDecided as faster:
                raise StaleRun(run.id) from faster
            if goes_on:
                await self.carry_on(goes_on)
            return True

        return await again_when_stale(attempt)

    async def proceed(self, run_id: RunId) -> None:
        """Carry on a run that was left active, by a crash for instance, if its lease is free."""
        found = await self._store.load_run(run_id)
        run, calls = found.run, Calls()
        asked, now = self._env.clock.elapsed(), self._env.clock.now()
        calls.inherit(run, now, self._env)
        until = self._keeper.lease(run, now)
        claims = await self._store.claim_run(run_id, run.version, until)
        if claims is None:
            return
        run.version += 1
        execution = await self._keeper.execution(run, found.conversation)
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
                execution = await self._keeper.reload(execution)

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
                await self._keeper.commit(execution)
            except StaleRun:
                # Whoever was faster may have intended the very same call, and then it is theirs to send.
                execution.calls.withdraw(token)
                return await self._keeper.reload(execution)
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
                await self._keeper.commit(execution)
                return execution
            except StaleRun:
                execution = await self._keeper.reload(execution)
        raise StaleRun(execution.run.id)

    async def _commit_at_rest(self, execution: Execution) -> bool:
        """Commit; False if the run has changed meanwhile. A message that met a change is answered anew, by its turn."""
        answers_a_message = execution.draft.step.consumed is not None
        try:
            await self._keeper.commit(execution)
        except StaleRun:
            if answers_a_message:
                raise
            return False
        except AlreadyDecided as faster:
            # The message was said about a request that somebody has closed in between: it means something else now.
            raise StaleRun(execution.run.id) from faster
        return True

    # --- beginnings -------------------------------------------------------------------------------------------

    async def _take(self, turn: Turn) -> Execution | None:
        if turn.conversation.talk:
            return await self._heard_in_talk(turn, turn.conversation.talk)
        match meaning(turn.open_runs):
            case Answer(run, _) if turn.message.is_hollow:
                execution = await self._keeper.execution(run, turn.conversation)
                execution.draft.hear(turn.message)
                return execution
            case Answer(run, token) if token.handoff:
                return await self._answered(turn, token.handoff)
            case Answer(run, token):
                execution = await self._keeper.execution(run, turn.conversation)
                execution.hear_reply(token, turn.message)
                execution.resume(token, Replied(turn.message))
                return execution
            case Join(run):
                execution = await self._keeper.execution(run, turn.conversation)
                execution.draft.hear(turn.message)
                for handoff in await self._keeper.open_handoffs(run):
                    execution.draft.refresh_cards(handoff)
                    for place in handoff.places:
                        execution.draft.show_files(place, handoff.id, turn.message.attachments)
                execution.draft.say_message("customer-still-open")
                return execution
            case Begin():
                return self._begin(turn)

    async def _answered(self, turn: Turn, handoff: HandoffId) -> Execution:
        """People have asked the customer something, and this is what they say to it."""
        case = await self._store.case(handoff)
        if case.handoff.progress.inquiry is None:
            raise StaleRun(case.run.id)
        execution = await self._keeper.execution(case.run, case.conversation)
        execution.talking.answered(case.handoff, turn.message)
        return execution

    async def _heard_in_talk(self, turn: Turn, handoff: HandoffId) -> Execution:
        """A person talks with the customer: what they say goes there, and the bot has nothing to say to it."""
        case = await self._store.case(handoff)
        execution = await self._keeper.execution(case.run, case.conversation)
        if case.handoff.progress.talk is None:
            raise StaleRun(case.run.id)
        execution.talking.heard(case.handoff, turn.message)
        return execution

    def _begin(self, turn: Turn, workflow: Workflow | None = None) -> Execution | None:
        if self._env.gate.closed:
            raise GateClosed(turn.conversation.bot)
        bot = turn.conversation.bot
        workflow = workflow or self._current[bot]
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
