"""Where a handoff can stand and what can be done to it: the states, the actions, and one table of transitions."""

from collections.abc import Mapping
from enum import StrEnum

from engine.question import HandoffKind


class HandoffState(StrEnum):
    """Where a handoff stands."""

    PENDING = "pending"
    REJECTING = "rejecting"
    """Somebody tapped Reject and is asked for the reason; anybody may still decide."""
    CONFIRMING = "confirming"
    """Somebody said that a call in doubt happened, and is asked for its reference; anybody may still decide."""
    INQUIRING = "inquiring"
    """Somebody is about to ask the customer something, and their question is awaited; anybody may still decide."""
    SETTLING = "settling"
    """It is approved, and what follows begins a little later unless somebody undoes it until then."""
    APPROVED = "approved"
    CHOSEN = "chosen"
    """One of the node's own options was chosen."""
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
    CHOOSE = "choose"
    VOTE = "vote"
    """An approval, or a choice, that does not suffice by itself yet."""
    OBJECT = "object"
    """A rejection that does not suffice by itself yet."""
    HOLD = "hold"
    """An approval, or a choice, that may be undone for a while."""
    SETTLE = "settle"
    SETTLE_CHOICE = "settle_choice"
    UNDO = "undo"
    EDIT = "edit"
    CLAIM = "claim"
    RELEASE = "release"
    ASSIGN = "assign"
    SNOOZE = "snooze"
    ESCALATE = "escalate"
    SEE = "see"
    """Somebody of those who may decide has looked at it."""
    ASK_QUESTION = "ask_question"
    INQUIRE = "inquire"
    ANSWER = "answer"
    """The customer has answered what they were asked."""
    TAKE_OVER = "take_over"
    SPEAK = "speak"
    """Somebody has said something in the talk with the customer."""
    END_TALK = "end_talk"
    LAPSE = "lapse"
    """An answer that did not come is waited for no longer, or a talk in which nobody says anything is over."""
    NUDGE = "nudge"
    """The customer asks how it stands, or for a person."""
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
    Action.CHOOSE: HandoffState.CHOSEN,
    Action.HOLD: HandoffState.SETTLING,
    Action.OBJECT: HandoffState.PENDING,
    Action.ASK_REASON: HandoffState.REJECTING,
    Action.REJECT: HandoffState.REJECTED,
    Action.EXPIRE: HandoffState.TIMED_OUT,
    Action.CANCEL: HandoffState.CANCELLED,
    Action.RETRY: HandoffState.RETRIED,
    Action.ASK_REFERENCE: HandoffState.CONFIRMING,
    Action.ASK_QUESTION: HandoffState.INQUIRING,
    Action.CONFIRM: HandoffState.CONFIRMED,
    Action.STOP: HandoffState.STOPPED,
}
_REOPEN = {Action.REOPEN: HandoffState.PENDING}
_HANDLING = frozenset({Action.CLAIM, Action.RELEASE, Action.ASSIGN, Action.SNOOZE})
TALKING = frozenset({Action.INQUIRE, Action.TAKE_OVER, Action.END_TALK})
"""What people do with a request to hear more of its customer."""
_SAYING = TALKING | {Action.SEE, Action.ANSWER, Action.SPEAK, Action.LAPSE, Action.NUDGE}
_STAYING = _HANDLING | _SAYING | {Action.VOTE, Action.EDIT, Action.ESCALATE}
"""What changes something about a handoff and leaves it where it stands."""


def _from(state: HandoffState, *more: Mapping[Action, HandoffState]) -> Mapping[Action, HandoffState]:
    leads = {**_FROM_OPEN, **dict.fromkeys(_STAYING, state)}
    for each in more:
        leads |= each
    return leads


TRANSITIONS: Mapping[HandoffState, Mapping[Action, HandoffState]] = {
    HandoffState.PENDING: _from(HandoffState.PENDING),
    HandoffState.REJECTING: _from(HandoffState.REJECTING, _REOPEN),
    HandoffState.CONFIRMING: _from(HandoffState.CONFIRMING, _REOPEN),
    HandoffState.INQUIRING: _from(HandoffState.INQUIRING, _REOPEN, {Action.INQUIRE: HandoffState.PENDING}),
    HandoffState.SETTLING: {
        Action.SETTLE: HandoffState.APPROVED,
        Action.SETTLE_CHOICE: HandoffState.CHOSEN,
        Action.UNDO: HandoffState.PENDING,
        Action.CANCEL: HandoffState.CANCELLED,
        **dict.fromkeys((Action.SPEAK, Action.NUDGE), HandoffState.SETTLING),
    },
}
"""Where an action leads. A state that is not here is final: nothing leads out of it."""

SPOKEN: Mapping[HandoffState, Action] = {
    HandoffState.REJECTING: Action.REJECT,
    HandoffState.CONFIRMING: Action.CONFIRM,
    HandoffState.INQUIRING: Action.INQUIRE,
}
"""What the words of the person who was asked for them complete."""

AGREED = frozenset({HandoffState.APPROVED, HandoffState.CHOSEN})
"""Where the request goes on as the card showed it."""
OF_TWO_WAYS = frozenset({Action.APPROVE, Action.REJECT, Action.ASK_REASON})
"""What a question with options of its own does not offer."""
_OF_APPROVALS = {Action.ASK_REASON, Action.REJECT, Action.OBJECT, Action.VOTE, Action.HOLD,
                 Action.SETTLE, Action.SETTLE_CHOICE, Action.UNDO, Action.EDIT, Action.ESCALATE,
                 Action.EXPIRE}  # fmt: skip
_OF_ALL = {Action.REOPEN, Action.ASK_QUESTION, *_HANDLING, *_SAYING}
ACTIONS: Mapping[HandoffKind, frozenset[Action]] = {
    HandoffKind.APPROVAL: frozenset({Action.APPROVE, Action.CHOOSE, Action.CANCEL, *_OF_APPROVALS, *_OF_ALL}),
    HandoffKind.FAILURE: frozenset({Action.RETRY, Action.STOP, Action.CANCEL, *_OF_ALL}),
    HandoffKind.DOUBT: frozenset({Action.ASK_REFERENCE, Action.CONFIRM, Action.RETRY, Action.STOP, *_OF_ALL}),
}
"""What may be done to each kind. A call in doubt has no deadline: only a person's word ends the doubt."""
