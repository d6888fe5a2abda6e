"""Takes runs from the store as executions, and commits what they drafted, each commit with the lease that it needs."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import TypeVar

from engine.conversation import Conversation
from engine.environment import Environment
from engine.errors import RunHeld, StaleRun
from engine.execution import Execution
from engine.handoff import Handoff
from engine.ids import BotId, WorkflowHash
from engine.run import Run, RunStatus
from engine.store import Store
from engine.values import from_micros
from engine.workflow.load import Workflow
from engine.workflow.pinned import restore

MOST_COLLISIONS = 50
"""How often a change that met another one is tried anew on the state as it is then."""

ResultT = TypeVar("ResultT")


class Keeper:
    """Knows the workflows that runs began with; a run that is held after a restore raises RunHeld."""

    def __init__(self, store: Store, env: Environment, workflows: Mapping[BotId, Workflow]) -> None:
        self._store = store
        self._env = env
        self._known: dict[WorkflowHash, Workflow] = {workflow.hash: workflow for workflow in workflows.values()}

    # --- taking -----------------------------------------------------------------------------------------------

    async def execution(self, run: Run, conversation: Conversation) -> Execution:
        """A run, on the workflow that it began with."""
        if run.held:
            raise RunHeld(run.id)
        workflow = self._known.get(run.workflow)
        if workflow is None:
            text = await self._store.workflow_text(run.workflow)
            workflow = self._known[run.workflow] = restore(run.workflow, text)
        return Execution(workflow, run, conversation, self._env)

    async def reload(self, execution: Execution) -> Execution:
        """The run as it is by now; what is known of its calls stays known."""
        active = await self._store.load_run(execution.run.id)
        fresh = await self.execution(active.run, active.conversation)
        fresh.calls = execution.calls
        return fresh

    async def open_handoffs(self, run: Run) -> list[Handoff]:
        """The handoffs that a run waits for."""
        ids = [token.handoff for token in run.tokens if token.handoff]
        return [
            case.handoff for case in [await self._store.case(handoff) for handoff in ids] if case.handoff.state.is_open
        ]

    async def remember_talk(self, execution: Execution, handoff: Handoff) -> None:
        """Have at hand what the two ends of a request have said, if they have: its workflow may read it after."""
        if handoff.progress.talked:
            execution.talks[handoff.id] = await self._store.talk(handoff.conversation, handoff.opened_at)

    # --- committing -------------------------------------------------------------------------------------------

    async def record(self, execution: Execution) -> Execution | None:
        """Commit rulings together with the intent of the call behind them; answers what is left to be carried on."""
        token = execution.intend_effect()
        await self.commit(execution)
        return execution if token or execution.waiting_count() else None

    async def commit(self, execution: Execution) -> None:
        """Write what was drafted, if there is anything; raises StaleRun, or AlreadyDecided."""
        if execution.draft.is_empty():
            return
        asked, held = self._env.clock.elapsed(), timedelta()
        if execution.run.status is RunStatus.ACTIVE:
            now = self._env.clock.now()
            execution.draft.step.lease_until = until = self.lease(execution.run, now)
            held = until - now
        step = execution.draft.take()
        if step.rulings:
            await self._store.record_decision(step)
        elif step.intent:
            await self._store.record_intent(step)
        else:
            await self._store.commit_step(step)
        execution.calls.held_until = asked + held.total_seconds()

    def lease(self, run: Run, now: datetime) -> datetime:
        """Until when nobody else may carry this run on: past the end of every call that is under way."""
        latest = max((token.call.deadline for token in run.tokens if token.call), default=0)
        return max(now + self._env.lease, from_micros(latest))


async def again_when_stale(attempt: Callable[[], Awaitable[ResultT]]) -> ResultT:
    """Try a change again, on the state as it is then, when somebody else was faster."""
    for _ in range(MOST_COLLISIONS):
        try:
            return await attempt()
        except StaleRun as collision:
            last = collision
    raise last
