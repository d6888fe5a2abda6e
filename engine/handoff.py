"""The handoff: a pause that waits for people, as a state machine with one transition table."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from engine.errors import AssentError
from engine.ids import BotId, ConversationId, HandoffId, NodeId, PersonId, Place, RunId, short_digest


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
    CONFIRMING = "confirming"
    """Somebody said that a call in doubt happened, and is asked for its reference; anybody may still decide."""
    APPROVED = "approved"
    REJECTED = "rejected"
    TIMED_OUT = "timed_out"
    CANCELLED = "cancelled"
    RETRIED = "retried"
    CONFIRMED = "confirmed"
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
    ASK_REFERENCE = "ask_reference"
    CONFIRM = "confirm"
    STOP = "stop"


_FROM_OPEN = {
    Action.APPROVE: HandoffState.APPROVED,
    Action.ASK_REASON: HandoffState.REJECTING,
    Action.REJECT: HandoffState.REJECTED,
    Action.EXPIRE: HandoffState.TIMED_OUT,
    Action.CANCEL: HandoffState.CANCELLED,
    Action.RETRY: HandoffState.RETRIED,
    Action.ASK_REFERENCE: HandoffState.CONFIRMING,
    Action.CONFIRM: HandoffState.CONFIRMED,
    Action.STOP: HandoffState.STOPPED,
}
_REOPEN = {Action.REOPEN: HandoffState.PENDING}

TRANSITIONS: Mapping[HandoffState, Mapping[Action, HandoffState]] = {
    HandoffState.PENDING: _FROM_OPEN,
    HandoffState.REJECTING: {**_FROM_OPEN, **_REOPEN},
    HandoffState.CONFIRMING: {**_FROM_OPEN, **_REOPEN},
}
"""Where an action leads. A state that is not here is final: nothing leads out of it."""

SPOKEN: Mapping[HandoffState, Action] = {
    HandoffState.REJECTING: Action.REJECT,
    HandoffState.CONFIRMING: Action.CONFIRM,
}
"""What the words of the person who was asked for them complete."""

ACTIONS: Mapping[HandoffKind, frozenset[Action]] = {
    HandoffKind.APPROVAL: frozenset(
        {Action.APPROVE, Action.ASK_REASON, Action.REOPEN, Action.REJECT, Action.EXPIRE, Action.CANCEL}
    ),
    HandoffKind.FAILURE: frozenset({Action.RETRY, Action.STOP, Action.CANCEL}),
    HandoffKind.DOUBT: frozenset({Action.ASK_REFERENCE, Action.CONFIRM, Action.REOPEN, Action.RETRY, Action.STOP}),
}
"""What may be done to each kind. A call in doubt has no deadline: only a person's word ends the doubt."""


UNSEEN = "unseen"
"""Stands for the fingerprint of a tool that could not be looked up: its server was not connected, or has no such tool.

No call is made on it. The tool is looked up again when a person approves, and when an operator has the call retried;
only if that fails, too, nothing is called. So it is always a described tool that a person said yes to.
"""


@dataclass(frozen=True, slots=True)
class FrozenCall:
    """The call behind an edge as it was resolved at the pause: these bytes are called after the decision.

    `digest` binds tool and bytes to each other; `schema` is the tool's fingerprint at the pause, `UNSEEN` if it could
    not be looked up, "" if nobody was asked.
    """

    node: NodeId
    tool: str
    arguments: str
    schema: str = ""
    digest: str = ""

    def bound(self) -> "FrozenCall":
        """The same call with the digest of what it is now."""
        return replace(self, digest=self._digest())

    def seen(self, schema: str) -> "FrozenCall":
        """The same call of the tool as it is described now, if it could not be looked up before."""
        return replace(self, schema=schema) if self.schema == UNSEEN and schema else self

    def is_intact(self) -> bool:
        """Whether tool and bytes are still those that were shown."""
        return self.digest == self._digest()

    def _digest(self) -> str:
        return short_digest(f"{self.tool}\n{self.arguments}")


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
    hidden: tuple[str, ...] = ()
    """Values, as texts, that no card may show, wherever they stand."""
    calls: tuple[FrozenCall, ...] = ()
    unknown_calls: tuple[str, ...] = ()
    """Tools behind the approved edge whose arguments cannot be known at the pause."""
    allow_self_approval: bool = False
    require_reason: str = "never"
    estimate: str = ""
    notify_user: bool = True
    due_at: datetime | None = None
    remind: tuple[timedelta, ...] | None = None
    """How long after the opening people are reminded, each later than the one before; None leaves it to the bot."""
    confirm_by_code: bool = False
    """Whether a decision by a mail's link needs a mailed code besides."""
    retry_after: datetime | None = None
    """A call in doubt may still be under way until then: before, nobody can say that it did not happen."""
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
    """Where copies of its card are, or will be: those of the team, and wherever somebody asked to see it."""
    requester: str
    """The customer as `platform:user_id`, to refuse a decision on one's own request."""
    opened_at: datetime
    team: str = ""
    """Who may decide: a team's name, or "" for the operators."""
    state: HandoffState = HandoffState.PENDING
    decision: Decision | None = None
    asked_by: str = ""
    """Who was asked for words, as `platform:user_id@place`, while the state is one of `SPOKEN`."""
    unreached: tuple[Place, ...] = ()
    """Places of its card of which we were told afterwards that nothing arrives there."""

    def next_reminder(self, after: datetime) -> datetime | None:
        """When people are reminded next, after that moment; what was missed meanwhile is not made up for."""
        moments = (self.opened_at + span for span in self.question.remind or ())
        return next((moment for moment in moments if moment > after), None)

    def allows(self, action: Action) -> bool:
        """Whether this action may be done to this handoff now."""
        return action in TRANSITIONS.get(self.state, {}) and action in ACTIONS[self.question.kind]


class AlreadyDecided(AssentError):
    """An action came too late, or was never offered: `handoff` as it stands says who decided what, and when."""

    def __init__(self, handoff: Handoff) -> None:
        super().__init__(f"handoff {handoff.id!r} is {handoff.state}")
        self.handoff = handoff
