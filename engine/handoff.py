"""The handoff: a pause that waits for people, as a state machine with one transition table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from engine.errors import AssentError
from engine.ids import BotId, ConversationId, HandoffId, NodeId, PersonId, Place, RunId


class HandoffKind(StrEnum):
    """What people are asked for."""

    APPROVAL = "approval"
    """A workflow's `human_handoff`, asked of its team."""
    FAILURE = "failure"
    """A node failed without an `error` edge, asked of the operators."""
    DOUBT = "doubt"
    """A tool call whose outcome nobody knows, asked of the operators."""


class HandoffState(StrEnum):
    """Where a handoff stands."""

    PENDING = "pending"
    REJECTING = "rejecting"
    """Somebody tapped Reject and is asked for the reason; anybody may still decide."""
    APPROVED = "approved"
    REJECTED = "rejected"
    TIMED_OUT = "timed_out"
    CANCELLED = "cancelled"
    RETRIED = "retried"
    STOPPED = "stopped"

    @property
    def is_open(self) -> bool:
        return self in TRANSITIONS


class Action(StrEnum):
    """What can be done to an open handoff."""

    APPROVE = "approve"
    ASK_REASON = "ask_reason"
    REOPEN = "reopen"
    REJECT = "reject"
    EXPIRE = "expire"
    CANCEL = "cancel"
    RETRY = "retry"
    STOP = "stop"


_FROM_OPEN = {
    Action.APPROVE: HandoffState.APPROVED,
    Action.ASK_REASON: HandoffState.REJECTING,
    Action.REJECT: HandoffState.REJECTED,
    Action.EXPIRE: HandoffState.TIMED_OUT,
    Action.CANCEL: HandoffState.CANCELLED,
    Action.RETRY: HandoffState.RETRIED,
    Action.STOP: HandoffState.STOPPED,
}

TRANSITIONS: Mapping[HandoffState, Mapping[Action, HandoffState]] = {
    HandoffState.PENDING: _FROM_OPEN,
    HandoffState.REJECTING: {**_FROM_OPEN, Action.REOPEN: HandoffState.PENDING},
}
"""Where an action leads. A state that is not here is final: nothing leads out of it."""

ACTIONS: Mapping[HandoffKind, frozenset[Action]] = {
    HandoffKind.APPROVAL: frozenset(
        {Action.APPROVE, Action.ASK_REASON, Action.REOPEN, Action.REJECT, Action.EXPIRE, Action.CANCEL}
    ),
    HandoffKind.FAILURE: frozenset({Action.RETRY, Action.STOP, Action.CANCEL}),
    HandoffKind.DOUBT: frozenset({Action.STOP}),
}
"""What may be done to each kind; a call in doubt is never simply retried."""


@dataclass(frozen=True, slots=True)
class FrozenCall:
    """The call behind an edge as it was resolved at the pause: these bytes are called after the decision."""

    node: NodeId
    tool: str
    arguments: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One variable that a card shows; `verified` says how an identity was checked, as `{"how", "at"}`."""

    name: str
    value: Any
    secret: bool = False
    verified: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What a node asks of people: everything a card says that does not change while it waits."""

    kind: HandoffKind
    reason: str
    label: str = ""
    team: str = ""
    channels: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    calls: tuple[FrozenCall, ...] = ()
    unknown_calls: tuple[str, ...] = ()
    """Tools behind the approved edge whose arguments cannot be known at the pause."""
    allow_self_approval: bool = False
    require_reason: str = "never"
    estimate: str = ""
    notify_user: bool = True
    due_at: datetime | None = None
    error: Mapping[str, Any] | None = None
    """For operators: `{"node", "field", "code", "detail", "tool", "arguments", "key"}`."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Who chose what, when, why and where."""

    action: Action
    by: PersonId | None
    by_name: str
    at: datetime
    reason: str = ""
    via: str = ""


@dataclass(frozen=True, slots=True)
class Handoff:
    """A pause of one token of a run, and what became of it."""

    id: HandoffId
    run: RunId
    bot: BotId
    conversation: ConversationId
    node: NodeId
    token: int
    question: Question
    places: tuple[Place, ...]
    requester: str
    """The customer as `platform:user_id`, to refuse a decision on one's own request."""
    opened_at: datetime
    team: str = ""
    """Who may decide: a team's name, or "" for the operators."""
    state: HandoffState = HandoffState.PENDING
    decision: Decision | None = None
    rejecting_by: str = ""
    """Who was asked for a reason, as `platform:user_id@place`, while the state is `rejecting`."""

    def allows(self, action: Action) -> bool:
        """Whether this action may be done to this handoff now."""
        return action in TRANSITIONS.get(self.state, {}) and action in ACTIONS[self.question.kind]


class AlreadyDecided(AssentError):
    """An action came too late, or was never offered: `handoff` as it stands says who decided what, and when."""

    def __init__(self, handoff: Handoff) -> None:
        super().__init__(f"handoff {handoff.id!r} is {handoff.state}")
        self.handoff = handoff
