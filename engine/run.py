"""A run and its tokens: the state that survives a kill, as JSON values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from engine.ids import BotId, CallKey, ConversationId, HandoffId, NodeId, RunId, WorkflowHash
from engine.question import FrozenCall
from engine.tools import EffectClass
from engine.values import to_micros

STATE_VERSION = 1


class TokenState(StrEnum):
    """What a token of a run is doing."""

    READY = "ready"
    REPLY = "reply"
    """Waits for the customer."""
    DECISION = "decision"
    """Waits for reviewers."""
    OPERATOR = "operator"
    """Waits for an operator after a failure or a call in doubt."""
    CALL = "call"
    """Waits for a tool."""
    TRY = "try"
    """Waits until a try at a code has been counted."""
    CODE = "code"
    """Waits until one more code has been counted, before it is mailed."""


ACTIVE_STATES = frozenset({TokenState.READY, TokenState.CALL, TokenState.TRY, TokenState.CODE})
"""A token in one of these goes on without anybody."""


class RunStatus(StrEnum):
    """Where a run stands, as its tokens tell."""

    ACTIVE = "active"
    """A token can go on without anybody: somebody must carry the run on."""
    WAITING = "waiting"
    STOPPED = "stopped"
    """An operator is asked."""
    HELD = "held"
    """Under review after a restore: nothing of it goes on until an operator resumes it."""
    DONE = "done"
    CANCELLED = "cancelled"

    @property
    def is_open(self) -> bool:
        return self not in (RunStatus.DONE, RunStatus.CANCELLED)


@dataclass(slots=True)
class PendingCall:
    """The call that a token waits for; once `key` is set its intent is written."""

    tool: str
    arguments: str
    effect: EffectClass
    timeout: float
    key: CallKey | None = None
    schema: str = ""
    intended_at: int = 0
    """When its intent was written, in microseconds since 1970 UTC."""
    deadline: int = 0
    """When an intended call has surely ended, in microseconds since 1970 UTC; nobody else may take the run before."""


@dataclass(slots=True)
class Token:
    """A place in the workflow where a run stands."""

    id: int
    node: NodeId
    visit: int = 0
    state: TokenState = TokenState.READY
    attempt: int = 0
    """How often an operator had this visit repeated: a new attempt calls under a new key."""
    key_in_doubt: bool = False
    """Whether a call under this attempt's key has ended in doubt: a refusal of the next one does not end that."""
    key_until: int = 0
    """Until when this attempt's key is honoured, in microseconds since 1970 UTC; 0 without a key in use."""
    memo: Mapping[str, Any] = field(default_factory=dict)
    asked_at: int = 0
    """When the customer was asked, in microseconds since 1970 UTC, to find what was asked last among all runs."""
    handoff: HandoffId | None = None
    challenge: str | None = None
    call: PendingCall | None = None

    def honours_key(self, now: datetime) -> bool:
        """Whether the other side still knows this attempt's key, so that a repetition under it is none."""
        return to_micros(now) < self.key_until


@dataclass(slots=True)
class Run:
    """One execution of a workflow, on the version that it began with; `version` counts its commits."""

    id: RunId
    bot: BotId
    conversation: ConversationId
    workflow: WorkflowHash
    started_at: datetime
    version: int = 0
    cancelled: bool = False
    broken_off: bool = False
    """Whether a part of it was ended before it was through, since it had failed."""
    held: bool = False
    """It was open in a database that is older than what was done: an operator must look at it first."""
    while_waiting: str = "join"
    variables: dict[str, Any] = field(default_factory=dict)
    given: int = 0
    """How many of the variables, from the first, came with the message and not from nodes."""
    verified: dict[str, Any] = field(default_factory=dict)
    frozen: dict[str, FrozenCall] = field(default_factory=dict)
    visits: dict[str, int] = field(default_factory=dict)
    files: list[Mapping[str, Any]] = field(default_factory=list)
    """What the customer sent so far, for those who will be asked."""
    told: list[HandoffId] = field(default_factory=list)
    """Requests of which a message tells the customer how they stand."""
    tokens: list[Token] = field(default_factory=list)
    next_token: int = 1
    steps: int = 0

    @property
    def status(self) -> RunStatus:
        """Where the run stands: it is active while any token is, stopped while an operator is asked."""
        states = {token.state for token in self.tokens}
        if self.held and states:
            return RunStatus.HELD
        if states & ACTIVE_STATES:
            return RunStatus.ACTIVE
        if TokenState.OPERATOR in states:
            return RunStatus.STOPPED
        if states:
            return RunStatus.WAITING
        return RunStatus.CANCELLED if self.cancelled else RunStatus.DONE

    def token(self, token_id: int) -> Token | None:
        """The token of that id, if it has not ended."""
        return next((token for token in self.tokens if token.id == token_id), None)


def run_to_json(run: Run) -> dict[str, Any]:
    """The part of a run that changes, as JSON; empty parts are left out."""
    data: dict[str, Any] = {
        "v": STATE_VERSION,
        "variables": run.variables,
        "given": run.given,
        "verified": run.verified,
        "frozen": {node: [c.tool, c.arguments, c.schema, c.digest] for node, c in run.frozen.items()},
        "visits": run.visits,
        "files": run.files,
        "tokens": [_token_to_json(token) for token in run.tokens],
        "next_token": run.next_token,
        "steps": run.steps,
    }
    if run.cancelled:
        data["cancelled"] = True
    if run.broken_off:
        data["broken_off"] = True
    if run.held:
        data["held"] = True
    if run.told:
        data["told"] = run.told
    if run.while_waiting != "join":
        data["while_waiting"] = run.while_waiting
    return {key: value for key, value in data.items() if value not in ({}, [])}


def fill_from_json(run: Run, data: Mapping[str, Any]) -> Run:
    """Put what `run_to_json` gave back into a run."""
    run.variables = data.get("variables", {})
    run.given = data.get("given", 0)
    run.verified = data.get("verified", {})
    run.frozen = {node: FrozenCall(NodeId(node), *call) for node, call in data.get("frozen", {}).items()}
    run.visits = data.get("visits", {})
    run.files = data.get("files", [])
    run.told = [HandoffId(each) for each in data.get("told", [])]
    run.tokens = [_token_from_json(item) for item in data.get("tokens", [])]
    run.next_token = data["next_token"]
    run.steps = data["steps"]
    run.cancelled = data.get("cancelled", False)
    run.broken_off = data.get("broken_off", False)
    run.held = data.get("held", False)
    run.while_waiting = data.get("while_waiting", "join")
    return run


_EMPTY: tuple[object, ...] = (None, {}, 0)
_TOKEN_FIELDS = tuple(name for name in Token.__slots__ if name != "call")


def _token_to_json(token: Token) -> dict[str, Any]:
    kept = {name: value for name in _TOKEN_FIELDS if (value := getattr(token, name)) not in _EMPTY}
    if token.call:
        kept["call"] = {name: getattr(token.call, name) for name in PendingCall.__slots__}
    return kept


def _token_from_json(data: Mapping[str, Any]) -> Token:
    fields = dict(data)
    call = fields.pop("call", None)
    token = Token(**{**fields, "state": TokenState(fields["state"])})
    if call:
        seconds = float(call["timeout"])
        token.call = PendingCall(**{**call, "effect": EffectClass(call["effect"]), "timeout": seconds})
    return token
