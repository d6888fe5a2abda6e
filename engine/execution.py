"""Carries a run forward in memory: executes nodes, follows edges, and gathers in a step what is to be committed.

Pure and synchronous: it stops where the world is needed (a tool, a try at a code) and the runner goes there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from engine.conversation import Conversation
from engine.effects import EditCard, Effect, Literal, Message, PostCard, SendMail, SendText
from engine.errors import ErrorCode, NodeError
from engine.events import Decided, Event, Inbound
from engine.handoff import TRANSITIONS, Action, Decision, Handoff, HandoffKind, HandoffState, Question
from engine.ids import CallKey, HandoffId, NodeId, call_key
from engine.nodes.base import Context
from engine.nodes.trigger import VARIABLES
from engine.outcomes import Done, Fail, ForCall, ForDecision, ForReply, ForTry, Next, Outcome, Say, Wait
from engine.ports import Clock, Directory, Secrets
from engine.preview import LookAhead
from engine.run import PendingCall, Run, Token, TokenState
from engine.step import AuditEntry, CallResult, Intent, Keyed, Ruling, Said, Step, Visit
from engine.tools import CallOutcome, EffectClass, Refused, Returned, Tools, ToolSpec, Unknown
from engine.values import dump
from engine.workflow import Workflow

MOST_STEPS = 1000
"""How many nodes one run may execute before an operator is asked."""
KEYED_TRIES = 3
"""How often a call is sent under one key while its outcome is unknown, before a person is asked."""
CALL_MARGIN = timedelta(seconds=10)
"""How long after a call's time-out its lease still holds."""


@dataclass(frozen=True, slots=True)
class Environment:
    """The ports that executing needs."""

    clock: Clock
    secrets: Secrets
    directory: Directory
    tools: Tools
    instance: str
    """The instance's id, part of every call's key."""


class Execution:
    """One run between two commits; `step` is what the next commit writes."""

    def __init__(self, workflow: Workflow, run: Run, conversation: Conversation, env: Environment) -> None:
        self.workflow = workflow
        self.run = run
        self.conversation = conversation
        self._env = env
        self.now: datetime = env.clock.now()
        self.step = self._new_step()
        self._numbered = 0
        self._own_calls: dict[CallKey, bool] = {}
        """Intended calls that this execution makes, and whether they are surely unsent."""

    # --- events -----------------------------------------------------------------------------------------------

    def begin(self, trigger: NodeId, message: Inbound) -> None:
        """Place the first token on a trigger, with what the message tells."""
        values = (
            message.text,
            message.user_id,
            message.user_name,
            message.channel_id,
            message.platform,
            list(message.attachments),
        )
        self.run.variables = dict(zip(VARIABLES, values, strict=True))
        self.run.given = len(VARIABLES)
        self.hear(message)
        self._add_token(trigger)
        self.audit("run.started", self.run.id, self.conversation.user, {"workflow": self.run.workflow})

    def hear(self, message: Inbound) -> None:
        """Add what the customer said to the transcript."""
        self.step.said.append(Said("customer", Literal(message.text), message.at))

    def resume(self, token: Token, event: Event) -> None:
        """Give a waiting token what it waited for, and execute the rest of its node."""
        token.state = TokenState.READY
        token.call, token.handoff, token.challenge = None, None, None
        node = self.workflow.nodes[token.node]
        self._apply(token, self._guarded(lambda: node.kind.resume(self._context(token), node.data, event)))

    def rule(self, handoff: Handoff, decision: Decision, rejecting_by: str = "") -> None:
        """Take an action on an open handoff; one that closes it lets the token go on, be repeated, or end."""
        state = TRANSITIONS[handoff.state][decision.action]
        self.step.rulings.append(Ruling(handoff.id, decision, state, rejecting_by))
        self._edit_cards(handoff)
        actor = decision.by or decision.via or "clock"
        self.audit(f"handoff.{state}", handoff.id, actor, {"reason": decision.reason, "via": decision.via})
        token = self.run.token(handoff.token)
        if token is None or state.is_open:
            return
        if state is HandoffState.RETRIED:
            token.state, token.handoff, token.attempt = TokenState.READY, None, token.attempt + 1
        elif state is HandoffState.STOPPED:
            self._end_token(token)
            self.say(Say(Message("customer-request-stopped", self._contact())))
        else:
            if state is HandoffState.APPROVED:
                self.run.frozen.update({call.node: call for call in handoff.question.calls})
            self.resume(token, Decided(*_result(state, decision), by=decision.by))

    def cancel(self, open_handoffs: list[Handoff]) -> None:
        """At the customer's wish: tokens that wait for them end, handoffs take their `cancelled` edge."""
        customer = self.conversation
        for handoff in open_handoffs:
            decision = Decision(Action.CANCEL, None, customer.user_name, self.now, via=customer.place)
            self.rule(handoff, decision)
        for token in [t for t in self.run.tokens if t.state is TokenState.REPLY]:
            self._end_token(token)
        if not open_handoffs:
            self.say(Say(Message("customer-request-cancelled")))
        self.run.cancelled = True
        self.audit("run.cancelled", self.run.id, customer.user)

    # --- going on ---------------------------------------------------------------------------------------------

    def advance(self) -> None:
        """Execute every token that is ready, until each waits or has ended."""
        while token := next((t for t in self.run.tokens if t.state is TokenState.READY), None):
            if self.run.steps >= MOST_STEPS * (token.attempt + 1):
                self._ask_operator(token, NodeError(ErrorCode.STEP_LIMIT, f"{self.run.steps} nodes were executed"))
                continue
            self.run.steps += 1
            node = self.workflow.nodes[token.node]
            if not token.visit:
                token.visit = self.run.visits[token.node] = self.run.visits.get(token.node, 0) + 1
            self._apply(token, self._guarded(lambda t=token, n=node: n.kind.execute(self._context(t), n.data)))  # type: ignore[misc]
        if not self.run.status.is_open:
            self.audit(f"run.{self.run.status}", self.run.id, "engine")

    def waiting_call(self) -> Token | None:
        """The token whose tool is to be called next by this execution: reads before calls that have effects."""
        calling = [t for t in self.run.tokens if t.call and (t.call.key is None or t.call.key in self._own_calls)]
        return min(calling, key=lambda t: (t.call is not None and t.call.effect is not EffectClass.READ, t.id), default=None)

    def inherit_calls(self) -> None:
        """Take on the calls that a dead process had intended: whether they were sent, nobody knows."""
        self._own_calls.update({t.call.key: False for t in self.run.tokens if t.call and t.call.key})

    def take_over(self, other: "Execution") -> None:
        """Go on in the place of an execution whose view of the run is stale."""
        self._own_calls = other._own_calls

    def begin_call(self, token: Token) -> bool:
        """Note that the call is sent now; True only if it surely was never sent before."""
        assert token.call is not None and token.call.key is not None
        unsent = self._own_calls[token.call.key]
        self._own_calls[token.call.key] = False
        return unsent

    def waiting_try(self) -> Token | None:
        """The token that waits until a try at its code has been counted."""
        return next((token for token in self.run.tokens if token.state is TokenState.TRY), None)

    def intend(self, token: Token) -> None:
        """Put the call's intent into the step: its key, and the exact bytes with the key in them."""
        assert token.call is not None
        call = token.call
        call.key = call_key(self._env.instance, self.run.id, token.node, token.visit, token.attempt)
        self._own_calls[call.key] = True
        spec = self._env.tools.spec(call.tool)
        if call.effect is EffectClass.KEYED and spec and spec.key_argument:
            # The text was written by us as an object; adding the key must not change a byte of the rest.
            body = call.arguments[1:-1]
            key = f"{dump(spec.key_argument)}:{dump(call.key)}"
            call.arguments = f"{{{body},{key}}}" if body else f"{{{key}}}"
        tries = KEYED_TRIES if call.effect is EffectClass.KEYED else 1
        deadline = self.now + tries * timedelta(seconds=call.timeout)
        self.step.intent = Intent(
            call.key, self.run.id, token.node, token.id, call.tool, call.arguments, call.effect, token.attempt,
            self.run.version + 1, self.now, deadline,
        )  # fmt: skip
        self.step.lease_until = deadline + CALL_MARGIN
        self.audit("tool.intended", call.key, "engine", {"tool": call.tool, "run": self.run.id})

    def end_call(self, token: Token, outcome: CallOutcome) -> None:
        """Go on after an intended call; one whose outcome nobody knows stops the token for an operator."""
        assert token.call is not None and token.call.key is not None
        key = token.call.key
        match outcome:
            case Returned(value):
                self._note_result(key, "returned", value)
                self.resume(token, outcome)
            case Refused(_, detail):
                self._note_result(key, "refused", detail)
                self.resume(token, outcome)
            case Unknown(detail):
                self._note_result(key, "unknown", detail)
                error = NodeError(ErrorCode.TOOL_UNKNOWN, detail, "toolName")
                self._ask_operator(token, error, HandoffKind.DOUBT)

    def _note_result(self, key: CallKey, state: str, detail: Any) -> None:
        self.step.result = CallResult(key, state, detail, self.now)
        self.audit(f"tool.{state}", key, "engine")

    def take_step(self) -> Step:
        """The step as gathered so far; the execution goes on with an empty one that builds on it."""
        step = self.step
        self.run.version += 1
        self.now = self._env.clock.now()
        self.step = self._new_step()
        self._numbered = 0
        return step

    def has_changes(self) -> bool:
        """Whether the step would write anything that matters."""
        step = self.step
        return bool(step.visits or step.effects or step.rulings or step.said or step.intent or step.result)

    # --- outcomes ---------------------------------------------------------------------------------------------

    def _guarded(self, work: Any) -> Outcome:
        try:
            return work()  # type: ignore[no-any-return]
        except Exception as error:
            # A node answers with a value; an exception is a fault of ours, and a run must not be lost by it.
            return Fail(NodeError(ErrorCode.INTERNAL, f"{type(error).__name__}: {error}"))

    def _apply(self, token: Token, outcome: Outcome) -> None:
        match outcome:
            case Next(handle, assign, say, verified):
                self._assign(token, assign, verified)
                self._visited(token, handle)
                self._say_all(say)
                self._follow(token, handle)
            case Wait():
                self._wait(token, outcome)
            case Done(say):
                self._visited(token, "")
                self._say_all(say)
                self._end_token(token)
            case Fail(error):
                self._fail(token, error)

    def _wait(self, token: Token, wait: Wait) -> None:
        token.memo = wait.memo
        self._say_all(wait.say)
        for mail in wait.mails:
            self._effect(SendMail(mail.address, mail.subject, mail.body, self.conversation.locale))
        if wait.challenge:
            self.step.challenges.append(wait.challenge)
        match wait.on:
            case ForReply():
                token.state, token.asked_at = TokenState.REPLY, self.run.version + 1
                self._visited(token, "[reply]")
            case ForTry(challenge):
                token.state, token.challenge = TokenState.TRY, challenge
            case ForCall():
                self._wait_for_call(token, wait.on)
            case ForDecision(question):
                self._visited(token, "[decision]")
                token.state = TokenState.DECISION
                self._open(token, question)

    def _wait_for_call(self, token: Token, on: ForCall) -> None:
        spec = self._env.tools.spec(on.tool)
        if spec is None:
            self._fail(token, NodeError(ErrorCode.TOOL_MISSING, f"the server of {on.tool} is not configured", "toolName"))
            return
        token.state = TokenState.CALL
        timeout = on.timeout or spec.timeout.total_seconds()
        token.call = PendingCall(on.tool, on.arguments, _stricter(spec, on.effect), timeout)

    def _fail(self, token: Token, error: NodeError) -> None:
        if self.workflow.wired(token.node, "error"):
            self._visited(token, "error")
            self.run.variables["error"] = {"node": token.node, "code": error.code, "detail": error.detail}
            self._follow(token, "error")
        else:
            self._ask_operator(token, error)

    def _ask_operator(self, token: Token, error: NodeError, kind: HandoffKind = HandoffKind.FAILURE) -> None:
        self._visited(token, f"[{kind}]")
        details: dict[str, Any] = {
            "node": token.node, "field": error.field, "code": str(error.code), "detail": error.detail[:2000],
        }  # fmt: skip
        if kind is HandoffKind.DOUBT and token.call:
            details |= {"tool": token.call.tool, "arguments": token.call.arguments, "key": token.call.key}
        token.state = TokenState.OPERATOR
        token.call = None
        self._open(token, Question(kind=kind, reason=error.detail[:2000], error=details))
        key = "customer-being-checked" if kind is HandoffKind.DOUBT else "customer-person-will-look"
        self.say(Say(Message(key, self._contact())))

    def _open(self, token: Token, question: Question) -> None:
        directory, bot = self._env.directory, self.run.bot
        if question.kind is HandoffKind.APPROVAL:
            team = question.team or directory.team(bot)
            places = tuple(directory.review_places(bot, team, question.channels))
        else:
            team, places = "", tuple(directory.operator_places(bot))
        handoff = Handoff(
            HandoffId(self._env.secrets.new_id()), self.run.id, bot, self.conversation.id, token.node, token.id,
            question, places, self.conversation.user, self.now, team=team,
        )  # fmt: skip
        token.handoff = handoff.id
        self.step.opened.append(handoff)
        for place in places:
            self._effect(PostCard(place, handoff.id))
        self.audit(f"handoff.opened.{question.kind}", handoff.id, "engine", {"run": self.run.id, "node": token.node})
        if question.kind is HandoffKind.APPROVAL and question.notify_user:
            args = {"estimate": question.estimate} if question.estimate else {}
            self.say(Say(Message("customer-escalated", {**args, **self._contact()})))

    # --- small parts ------------------------------------------------------------------------------------------

    def say(self, say: Say) -> None:
        """Tell the customer something, and keep it in the transcript."""
        place, locale = self.conversation.place, self.conversation.locale
        self._effect(SendText(place, say.words, say.buttons, locale))
        self.step.said.append(Said("bot", say.words, self.now))

    def refresh_cards(self, handoffs: list[Handoff]) -> None:
        """Have every copy of these cards shown anew, for instance with a message that came in."""
        for handoff in handoffs:
            self._edit_cards(handoff)

    def audit(self, event: str, subject: str, actor: str, detail: Mapping[str, Any] | None = None) -> None:
        """Add one fact to the record."""
        self.step.audit.append(AuditEntry(event, subject, actor, self.now, detail or {}))

    def _say_all(self, says: tuple[Say, ...]) -> None:
        for say in says:
            self.say(say)

    def _edit_cards(self, handoff: Handoff) -> None:
        for place in handoff.places:
            self._effect(EditCard(place, handoff.id))

    def _effect(self, effect: Effect) -> None:
        self._numbered += 1
        self.step.effects.append(Keyed(f"{self.run.id}.{self.run.version + 1}.{self._numbered}", effect))

    def _assign(self, token: Token, assign: Mapping[str, Any], verified: str) -> None:
        for name, value in assign.items():
            self.run.variables[name] = value
            self.run.verified.pop(name, None)
        if verified:
            self.run.verified[verified] = {"how": "code", "at": self.now.isoformat()}

    def _visited(self, token: Token, handle: str) -> None:
        self.step.visits.append(Visit(token.node, handle, self.now))

    def _follow(self, token: Token, handle: str) -> None:
        targets = self.workflow.targets(token.node, handle)
        # What a person approved is good for one execution of the node; a later visit needs its own approval.
        self.run.frozen.pop(token.node, None)
        self._end_token(token)
        for target in targets:
            self._add_token(target)

    def _add_token(self, node: NodeId) -> None:
        self.run.tokens.append(Token(self.run.next_token, node))
        self.run.next_token += 1

    def _end_token(self, token: Token) -> None:
        self.run.tokens.remove(token)

    def _contact(self) -> dict[str, str]:
        contact = self._env.directory.contact(self.run.bot)
        return {"contact": contact} if contact else {}

    def _new_step(self) -> Step:
        return Step(run=self.run, base=self.run.version, conversation=self.conversation.id)

    def _context(self, token: Token) -> Context:
        run = self.run
        return Context(
            node=token.node,
            bot=run.bot,
            scope=run.variables,
            now=self.now,
            secrets=self._env.secrets,
            memo=token.memo,
            frozen=run.frozen,
            verified=run.verified,
            set_by_nodes=list(run.variables)[run.given :],
            wired_handles=self.workflow.wired_handles(token.node),
            preview=LookAhead(self.workflow),
        )


def _stricter(spec: ToolSpec, wanted: EffectClass | None) -> EffectClass:
    return wanted if wanted and wanted.strictness > spec.effect.strictness else spec.effect


def _result(state: HandoffState, decision: Decision) -> tuple[str, dict[str, Any]]:
    handle = {HandoffState.TIMED_OUT: "timeout"}.get(state, str(state))
    vote = {"by": decision.by_name, "decision": handle, "at": decision.at.isoformat()}
    return handle, {
        "decision": handle,
        "by": decision.by_name,
        "at": decision.at.isoformat(),
        "reason": decision.reason,
        "edits": {},
        "votes": [vote] if decision.by else [],
    }

