"""Sends the calls that a run waits for: how often, and what an answer proves, follows from what the call does."""

from collections.abc import Sequence
from datetime import timedelta

from engine.calls import KEYED_TRIES
from engine.checking import look
from engine.environment import Environment
from engine.errors import ErrorCode, LeaseLost
from engine.events import CallEnded
from engine.execution import Execution
from engine.question import UNSEEN, FrozenCall
from engine.run import Token
from engine.tools import CallOutcome, EffectClass, Refused, ToolCall, Unknown

KEYED_PAUSES = tuple(float(number) for number in range(KEYED_TRIES))
"""Seconds before each try of a keyed call."""
MOST_LOOKS, LOOK_EVERY = 50, 0.1
"""How often, and after how many seconds, a decision looks for a tool that was never seen, right after a start."""
_ENDED = "the process ended while the call was under way"


class Sender:
    """The one place from which a tool is called."""

    def __init__(self, env: Environment) -> None:
        self._env = env

    async def look_up(self, calls: Sequence[FrozenCall]) -> None:
        """Give a server that is still being connected a moment to describe the tools that nobody has seen yet."""
        unseen = {call.tool for call in calls if call.schema == UNSEEN}
        for _ in range(MOST_LOOKS):
            if all(self._env.tools.fingerprint(tool) for tool in unseen):
                return
            await self._env.clock.sleep(LOOK_EVERY)

    async def read(self, token: Token) -> CallEnded:
        """Call a tool that changes nothing: not to know how it ended is a failure like any other."""
        outcome = await self._env.tools.call(_tool_call(token))
        return Refused(ErrorCode.TOOL_FAILED, outcome.detail) if isinstance(outcome, Unknown) else outcome

    async def send(self, execution: Execution, token: Token) -> CallOutcome:
        """Make a call whose intent is written; one that may have been sent before is repeated only under its key."""
        call = token.call
        assert call is not None
        if call.effect is EffectClass.KEYED:
            return await self._send_keyed(execution, token)
        if not execution.calls.begin(token):
            outcome: CallOutcome = Unknown(_ENDED)
        else:
            self._check_lease(execution)
            outcome = await self._env.tools.call(_tool_call(token))
        if call.effect is EffectClass.CHECKABLE and isinstance(outcome, Unknown):
            outcome = await look(self._env.tools, self._env.clock, _tool_call(token), outcome)
        return outcome

    async def _send_keyed(self, execution: Execution, token: Token) -> CallOutcome:
        """Send the same bytes under the same key until somebody knows how it ended, a few times while it is honoured.

        A refusal is an end only of a call that was surely never sent before: it says that this one was not executed,
        and nothing of an earlier one under the key.
        """
        unsent = execution.calls.begin(token)
        outcome: CallOutcome = Unknown(_ENDED)
        for pause in KEYED_PAUSES:
            await self._env.clock.sleep(pause)
            self._check_lease(execution)
            if not token.honours_key(self._env.clock.now()):
                break
            outcome = await self._env.tools.call(_tool_call(token))
            if isinstance(outcome, Refused) and not unsent:
                return Unknown(outcome.detail)
            if not isinstance(outcome, Unknown):
                break
            unsent = False
        return outcome

    def _check_lease(self, execution: Execution) -> None:
        """Right before something is sent: a process that was stopped for long may not know that it was given up."""
        if self._env.clock.elapsed() >= execution.calls.held_until:
            raise LeaseLost(execution.run.id)


def _tool_call(token: Token) -> ToolCall:
    call = token.call
    assert call is not None
    return ToolCall(call.tool, call.arguments, call.key, call.effect, timedelta(seconds=call.timeout), call.schema)
