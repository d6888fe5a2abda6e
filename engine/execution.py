"""Carries a run forward in memory: executes nodes and follows edges, and drafts what is to be committed.

Pure and synchronous: it stops where the world is needed (a tool, a try at a code) and the runner goes there.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from engine.asking import Asking
from engine.calls import Calls
from engine.conversation import Conversation
from engine.draft import Draft
from engine.editing import EditRefused, edited, ensure_reachable, root_of
from engine.effects import Message
from engine.environment import Environment
from engine.errors import ErrorCode, NodeError
from engine.events import Event, Inbound
from engine.handoff import Decision, Edit, Handoff
from engine.ids import HandoffId, NodeId
from engine.nodes.base import Context
from engine.nodes.trigger import VARIABLES
from engine.outcomes import Done, Fail, ForCall, ForCode, ForDecision, ForReply, ForTry, Next, Outcome, Wait
from engine.preview import LookAhead
from engine.question import UNSEEN, FrozenCall, HandoffKind, Question
from engine.results import decided
from engine.run import ACTIVE_STATES, Run, Token, TokenState
from engine.step import Said
from engine.talking import Talking
from engine.tools import CallOutcome, EffectClass, Refused, Returned, Unknown
from engine.transitions import AGREED, Action, HandoffState
from engine.values import from_micros, to_micros
from engine.workflow.load import Workflow

MOST_STEPS = 1000
"""How many nodes one run may execute before an operator is asked, and again before each further asking."""
_NEVER_HANDLED = frozenset({ErrorCode.ARGS_CHANGED, ErrorCode.TOOL_CHANGED, ErrorCode.TOOL_UNSEEN})
"""Failures that no `error` edge may take: a person approved something else than would be done."""
LONGEST_DETAIL = 2000
"""How much of a failure's text is kept for the operators."""


class Execution:
    """One run, from event to event; `draft` holds what the next commit writes."""

    def __init__(self, workflow: Workflow, run: Run, conversation: Conversation, env: Environment) -> None:
        self.workflow = workflow
        self.run = run
        self.draft = Draft(run, conversation, env)
        self.asking = Asking(self.draft, env)
        self.talking = Talking(self.draft, env, self.asking)
        self.talks: dict[HandoffId, Sequence[Said]] = {}
        """What was said about requests between their two ends, for those that are about to be closed."""
        self.calls = Calls()
        self._env = env

    # --- events -----------------------------------------------------------------------------------------------

    def begin(self, trigger: NodeId, message: Inbound) -> None:
        """Place the first token on a trigger, with what the message tells."""
        told = (message.text, message.user_id, message.user_name, message.channel_id, message.platform)
        self.run.variables = dict(zip(VARIABLES, (*told, list(message.attachments)), strict=True))
        self.run.given = len(VARIABLES)
        self.draft.hear(message)
        self._add_token(trigger)
        self.draft.audit("run.started", self.run.id, self.draft.conversation.user)

    def hear_reply(self, token: Token, message: Inbound) -> None:
        """Take down what the customer answered, as far as its node lets it be noted."""
        node = self.workflow.nodes[token.node]
        self.draft.hear(message, node.kind.noted(token.memo, message.text))

    def resume(self, token: Token, event: Event) -> None:
        """Give a waiting token what it waited for, and execute the rest of its node."""
        token.state = TokenState.READY
        token.call, token.handoff, token.challenge = None, None, None
        node = self.workflow.nodes[token.node]
        self._apply(token, _guarded(lambda: node.kind.resume(self._context(token), node.data, event)))

    def end_call(self, token: Token, outcome: CallOutcome) -> None:
        """Go on after an intended call; one whose outcome nobody knows stops the token for an operator."""
        assert token.call is not None and token.call.key is not None
        key = token.call.key
        match outcome:
            case Returned(value):
                self.draft.call_ended(key, "returned", value)
                self.resume(token, outcome)
            case Refused(_, detail):
                self.draft.call_ended(key, "refused", detail)
                self.resume(token, outcome)
            case Unknown(detail, finding):
                self.draft.call_ended(key, "unknown", detail)
                lapsed = token.call.effect is EffectClass.KEYED and not token.honours_key(self.draft.now)
                error = NodeError(ErrorCode.KEY_LAPSED if lapsed else ErrorCode.TOOL_UNKNOWN, detail, "toolName")
                self._ask_operator(token, error, HandoffKind.DOUBT, finding)

    def rule(self, handoff: Handoff, decision: Decision, asked_by: str = "") -> Handoff:
        """Take an action on an open handoff; one that closes it lets the token go on, be repeated, or end.

        Answers the handoff as it is then.
        """
        after = self.asking.rule(handoff, decision, asked_by)
        token = self.run.token(handoff.token)
        if token is not None and not after.state.is_open:
            self._go_on(token, after, decision)
        return after

    def edit(self, handoff: Handoff, edit: Edit) -> Handoff:
        """Put the question anew with a changed value; raises EditRefused if it cannot be asked so."""
        token, edits = self.run.token(handoff.token), (*handoff.progress.edits, edit)
        assert token is not None
        ensure_reachable(self.run.variables, edit.path)
        # What a customer has proven to be theirs is not proven of what a reviewer put in its place.
        verified = {name: how for name, how in self.run.verified.items() if name not in map(root_of, edits)}
        context = replace(self._context(token), scope=edited(self.run.variables, edits), verified=verified)
        node = self.workflow.nodes[token.node]
        outcome = _guarded(lambda: node.kind.execute(context, node.data))
        if isinstance(outcome, Fail):
            raise EditRefused(edit.path, "cannot-be-asked", outcome.error.detail)
        assert isinstance(outcome, Wait) and isinstance(outcome.on, ForDecision)
        return self.asking.ask_anew(handoff, outcome.on.question, edits)

    def _go_on(self, token: Token, handoff: Handoff, decision: Decision) -> None:
        state = handoff.state
        if state is HandoffState.RETRIED:
            self._repeat(token, handoff)
        elif state is HandoffState.CONFIRMED:
            self.resume(token, Returned({"reference": decision.reason}))
        elif handoff.question.kind is not HandoffKind.APPROVAL:
            self._end_token(token)
            self.run.broken_off = True
            stopped = state is HandoffState.STOPPED
            self.draft.say_message("customer-request-stopped" if stopped else "customer-request-cancelled")
        else:
            if calls := handoff.chosen_calls:
                self.run.frozen.update({call.node: self._seen(call) for call in calls})
            if state in AGREED:
                self.run.variables = edited(self.run.variables, handoff.progress.edits)
                changed = set(map(root_of, handoff.progress.edits))
                self.run.verified = {name: how for name, how in self.run.verified.items() if name not in changed}
            self.resume(token, decided(handoff, decision, self.talks.get(handoff.id, ())))

    def _repeat(self, token: Token, handoff: Handoff) -> None:
        """Have the node executed again; a keyed call in doubt keeps its key, so that it cannot happen twice.

        A key that is not honoured any more prevents nothing: then it is a new call, on that person's word.
        """
        if frozen := self.run.frozen.get(token.node):
            self.run.frozen[token.node] = self._seen(frozen)
        self._refresh_statuses()
        same_key = token.key_in_doubt or (handoff.question.error or {}).get("effect") == EffectClass.KEYED
        same_key = same_key and token.honours_key(self.draft.now)
        token.state, token.handoff = TokenState.READY, None
        token.attempt += 0 if same_key else 1
        token.key_in_doubt = same_key
        token.key_until = token.key_until if same_key else 0

    def _seen(self, call: FrozenCall) -> FrozenCall:
        """A call as a person says yes to it: its tool is looked up now if nobody could before."""
        return call.seen(self._env.tools.fingerprint(call.tool))

    def park(self, detail: str) -> None:
        """Put before an operator what killed the process again and again; a call under way stays in doubt."""
        for token in [token for token in self.run.tokens if token.state in ACTIVE_STATES]:
            if token.call and token.call.key and token.call.effect is not EffectClass.READ:
                self.end_call(token, Unknown(detail))
            else:
                self._ask_operator(token, NodeError(ErrorCode.STUCK, detail))

    def cancel(self, open_handoffs: Iterable[Handoff]) -> None:
        """At the customer's wish: tokens that wait for them end, handoffs take their `cancelled` edge."""
        customer = self.draft.conversation
        for handoff in open_handoffs:
            self.rule(handoff, Decision(Action.CANCEL, None, customer.user_name, self.draft.now, via=customer.place))
        if not self.draft.step.rulings:
            self.draft.say_message("customer-request-cancelled")
        for token in [token for token in self.run.tokens if token.state is TokenState.REPLY]:
            self._end_token(token)
        self.run.cancelled = True
        self.draft.audit("run.cancelled", self.run.id, customer.user)

    # --- going on ---------------------------------------------------------------------------------------------

    def advance(self) -> None:
        """Execute every token that is ready, until each waits or has ended."""
        while token := next((t for t in self.run.tokens if t.state is TokenState.READY), None):
            if self.run.steps >= MOST_STEPS * (token.attempt + 1):
                self._ask_operator(token, NodeError(ErrorCode.STEP_LIMIT, f"{self.run.steps} nodes were executed"))
            else:
                self._execute(token)
        if not self.run.status.is_open:
            self._refresh_statuses()
            self.run.told = []  # said once: again would be a commit with nothing else in it
            self.draft.audit(f"run.{self.run.status}", self.run.id, "engine")

    def waiting_count(self) -> Token | None:
        """The token that waits until a try at its code, or a code to be mailed, has been counted."""
        return next((token for token in self.run.tokens if token.state in (TokenState.TRY, TokenState.CODE)), None)

    def intend_effect(self) -> Token | None:
        """Draft the intent of the next call if it has effects, so that it is written in the same commit."""
        token = self.calls.next(self.run)
        if token and token.call and token.call.key is None and token.call.effect is not EffectClass.READ:
            self.calls.intend(token, self.draft, self._env)
        return token

    def _execute(self, token: Token) -> None:
        self.run.steps += 1
        if not token.visit:
            token.visit = self.run.visits[token.node] = self.run.visits.get(token.node, 0) + 1
        node = self.workflow.nodes[token.node]
        self._apply(token, _guarded(lambda: node.kind.execute(self._context(token), node.data)))

    def _apply(self, token: Token, outcome: Outcome) -> None:
        match outcome:
            case Next(handle, assign, say, verified, verified_at):
                for name, value in assign.items():
                    self.run.variables[name] = value
                    self.run.verified.pop(name, None)
                if verified:
                    self.draft.prove(verified, verified_at)
                self.draft.say(*say)
                self._follow(token, handle)
            case Wait():
                self._wait(token, outcome)
            case Done(say):
                self.draft.visited(token.node, "")
                self.draft.say(*say)
                self._end_token(token)
            case Fail(error):
                self._fail(token, error)

    def _wait(self, token: Token, wait: Wait) -> None:
        token.memo = wait.memo
        self.draft.say(*wait.say)
        self.draft.mail(wait.mails)
        if wait.challenge:
            self.draft.step.challenges.append(wait.challenge)
        match wait.on:
            case ForReply():
                token.state, token.asked_at = TokenState.REPLY, to_micros(self.draft.now)
                self.draft.visited(token.node, "[reply]")
            case ForTry(challenge):
                token.state, token.challenge = TokenState.TRY, challenge
            case ForCode():
                token.state = TokenState.CODE
            case ForCall():
                self._wait_for_call(token, wait.on)
            case ForDecision(question):
                token.state = TokenState.DECISION
                self.draft.visited(token.node, "[decision]")
                self.asking.open(token, question)
                if question.notify_user:
                    estimate = question.estimate or self._env.directory.estimate(self.run.bot)
                    words = Message("customer-escalated", {"estimate": estimate} if estimate else {})
                    assert token.handoff is not None
                    self.draft.show_status(token.handoff, words)

    def _wait_for_call(self, token: Token, on: ForCall) -> None:
        spec = self._env.tools.spec(on.tool)
        if spec is None:
            detail = f"the server of {on.tool} is not configured"
            self._fail(token, NodeError(ErrorCode.TOOL_MISSING, detail, "toolName"))
        elif on.schema == UNSEEN:
            self._fail(token, NodeError(ErrorCode.TOOL_UNSEEN, on.tool, "toolName"))
        else:
            self.calls.pend(token, on, spec)

    def _fail(self, token: Token, error: NodeError) -> None:
        if self.workflow.wired(token.node, "error") and error.code not in _NEVER_HANDLED:
            self.run.variables["error"] = {"node": token.node, "code": error.code, "detail": error.detail}
            self._follow(token, "error")
        else:
            self._ask_operator(token, error)

    def _ask_operator(
        self, token: Token, error: NodeError, kind: HandoffKind = HandoffKind.FAILURE, finding: str = ""
    ) -> None:
        detail = error.detail[:LONGEST_DETAIL]
        told: dict[str, Any] = {"node": token.node, "field": error.field, "path": error.path, "code": error.code}
        retry_after = None
        if kind is HandoffKind.DOUBT and token.call:
            call = token.call
            effect = EffectClass.ONCE if error.code is ErrorCode.KEY_LAPSED else call.effect
            told |= {"tool": call.tool, "arguments": call.arguments, "key": call.key, "effect": effect}
            if token.key_until:
                told["key_until"] = from_micros(token.key_until).isoformat()
            told["finding"] = finding
            told["sent_at"] = from_micros(call.intended_at).isoformat()
            retry_after = from_micros(call.deadline)
        token.state, token.call = TokenState.OPERATOR, None
        self.draft.visited(token.node, f"[{kind}]")
        question = Question(
            kind=kind,
            reason=detail,
            error={**told, "detail": detail},
            retry_after=retry_after,
            hidden=tuple(dict.fromkeys(self._hidden())),
        )
        self.asking.open(token, question)
        self._refresh_statuses()
        in_doubt = kind is HandoffKind.DOUBT
        self.draft.say_message("customer-being-checked" if in_doubt else "customer-person-will-look")

    def _hidden(self) -> Iterator[str]:
        """What requests of this workflow keep secret: what operators are asked shows it no more than those do."""
        for node in self.workflow.nodes.values():
            yield from node.kind.hidden(node.data, self.run.variables)

    def _refresh_statuses(self) -> None:
        """Have the customer told how what follows from their requests stands."""
        for handoff in self.run.told:
            self.draft.refresh_status(handoff)

    # --- tokens -----------------------------------------------------------------------------------------------

    def _follow(self, token: Token, handle: str) -> None:
        self.draft.visited(token.node, handle)
        # What a person approved is good for one execution of the node; a later visit needs its own approval.
        self.run.frozen.pop(token.node, None)
        self._end_token(token)
        for target in self.workflow.targets(token.node, handle):
            self._add_token(target)

    def _add_token(self, node: NodeId) -> None:
        self.run.tokens.append(Token(self.run.next_token, node))
        self.run.next_token += 1

    def _end_token(self, token: Token) -> None:
        self.run.tokens.remove(token)

    def _context(self, token: Token) -> Context:
        run = self.run
        return Context(
            node=token.node,
            bot=run.bot,
            scope=run.variables,
            now=self.draft.now,
            secrets=self._env.secrets,
            memo=token.memo,
            frozen=run.frozen,
            verified=run.verified,
            given=run.given,
            wired_handles=self.workflow.wired_handles(token.node),
            preview=LookAhead(self.workflow, self._env.tools),
            wish=lambda text: self._env.phrases.wish(text, self.draft.conversation.locale),
            identity=self.draft.conversation.identity,
            counts_codes=self._env.code_limits is not None,
        )


def _guarded(work: Callable[[], Outcome]) -> Outcome:
    try:
        return work()
    except Exception as error:
        # A node answers with a value; an exception is a fault of ours, and a run must not be lost by it.
        return Fail(NodeError(ErrorCode.INTERNAL, f"{type(error).__name__}: {error}"))
