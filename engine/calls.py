"""Which calls an execution may make, and whether they are surely unsent: what decides between repeating and asking."""

from datetime import datetime, timedelta

from engine.draft import Draft
from engine.environment import Environment
from engine.ids import CallKey, call_key
from engine.outcomes import ForCall
from engine.question import FrozenCall
from engine.run import PendingCall, Run, Token, TokenState
from engine.step import Intent
from engine.tools import EffectClass, ToolSpec
from engine.values import dump, to_micros

KEYED_TRIES = 3
"""How often a call is sent under one key while its outcome is unknown, before a person is asked."""
CALL_MARGIN = timedelta(seconds=10)
"""How long after a call's time-out its lease still holds, at most; never longer than any lease."""


class Calls:
    """The calls of one execution. Another execution of the same run makes its own, never these."""

    def __init__(self) -> None:
        self._unsent: dict[CallKey, bool] = {}
        self.held_until = 0.0
        """Until when the run surely belongs to this process, by `Clock.elapsed`."""

    def pend(self, token: Token, on: ForCall, spec: ToolSpec) -> None:
        """Have a token wait for a call; the stricter of the node's and the operator's effect class counts."""
        effect = on.effect if on.effect and on.effect.strictness > spec.effect.strictness else spec.effect
        token.state = TokenState.CALL
        timeout = on.timeout or spec.timeout.total_seconds()
        token.call = PendingCall(on.tool, on.arguments, effect, timeout, schema=on.schema)

    def next(self, run: Run) -> Token | None:
        """The token whose call is to be made next: reads before calls that have effects."""
        mine = [t for t in run.tokens if t.call and (t.call.key is None or t.call.key in self._unsent)]
        return min(mine, key=lambda token: (_has_effects(token), token.id), default=None)

    def inherit(self, run: Run, now: datetime, env: Environment) -> None:
        """Take on the calls that a dead process had intended: whether they were sent, nobody knows.

        Those that are sent or looked for once more begin to take their time anew.
        """
        for call in [token.call for token in run.tokens if token.call]:
            if call.key:
                self._unsent[call.key] = False
                if call.effect in (EffectClass.KEYED, EffectClass.CHECKABLE):
                    ends = now + _at_most(call, env.tools.spec(call.tool))
                    call.deadline = to_micros(ends + _margin(env))

    def withdraw(self, token: Token) -> None:
        """Give up a call whose intent was not written."""
        assert token.call is not None and token.call.key is not None
        del self._unsent[token.call.key]

    def begin(self, token: Token) -> bool:
        """Note that a call is sent now; True only if it surely was never sent before."""
        assert token.call is not None and token.call.key is not None
        unsent = self._unsent[token.call.key]
        self._unsent[token.call.key] = False
        return unsent

    def intend(self, token: Token, draft: Draft, env: Environment) -> None:
        """Put a call's intent into the step: its key, and the exact bytes with the key in them."""
        call, run = token.call, draft.run
        assert call is not None
        call.key = call_key(env.instance, run.id, token.node, token.visit, token.attempt)
        self._unsent[call.key] = not token.key_in_doubt
        # Whatever becomes of it, this call is only ever repeated with these very bytes.
        approved = FrozenCall(token.node, call.tool, call.arguments, call.schema).bound()
        run.frozen.setdefault(token.node, approved)
        spec = env.tools.spec(call.tool)
        if call.effect is EffectClass.KEYED and spec:
            token.key_until = token.key_until or to_micros(draft.now + spec.key_window)
            if spec.key_argument:
                call.arguments = _with_key(call.arguments, spec.key_argument, call.key)
        deadline = draft.now + _at_most(call, spec)
        draft.step.intent = Intent(
            key=call.key,
            run=run.id,
            node=token.node,
            token=token.id,
            tool=call.tool,
            arguments=call.arguments,
            digest=approved.digest,
            effect=call.effect,
            attempt=token.attempt,
            epoch=run.version + 1,
            at=draft.now,
            deadline=deadline,
        )
        call.intended_at = to_micros(draft.now)
        call.deadline = to_micros(deadline + _margin(env))
        draft.audit("tool.intended", call.key, "engine", {"tool": call.tool, "run": run.id})


def _at_most(call: PendingCall, spec: ToolSpec | None) -> timedelta:
    """How long it may take until the outcome of a call is known or is in doubt."""
    once = timedelta(seconds=call.timeout)
    if call.effect is EffectClass.KEYED:
        return KEYED_TRIES * once
    if call.effect is EffectClass.CHECKABLE and spec and spec.verify:
        return 2 * once + spec.verify.after
    return once


def _margin(env: Environment) -> timedelta:
    return min(CALL_MARGIN, env.lease)


def _has_effects(token: Token) -> bool:
    return token.call is not None and token.call.effect is not EffectClass.READ


def _with_key(arguments: str, name: str, key: CallKey) -> str:
    """The JSON object with one more argument; not a byte of what a person approved is changed."""
    body = arguments[1:-1]
    added = f"{dump(name)}:{dump(key)}"
    return f"{{{body},{added}}}" if body else f"{{{added}}}"
