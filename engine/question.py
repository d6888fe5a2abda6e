"""What a node asks of people: everything that a card says and that does not change while it waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Literal

from engine.ids import NodeId, short_digest
from engine.values import dump


class HandoffKind(StrEnum):
    """What people are asked for."""

    APPROVAL = "approval"
    """A workflow's `human_handoff`, asked of its team."""
    FAILURE = "failure"
    """A node failed without an `error` edge, asked of the operators."""
    DOUBT = "doubt"
    """A tool call whose outcome nobody knows, asked of the operators."""


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


Seats = Mapping[str, int]
"""How many votes of which teams are wanted together, by the team's name; "" stands for the handoff's own team."""


@dataclass(frozen=True, slots=True)
class Option:
    """An outcome of the node's own, and the calls behind its edge."""

    id: str
    label: str
    calls: tuple[FrozenCall, ...] = ()
    unknown_calls: tuple[str, ...] = ()
    style: Literal["positive", "negative", "neutral"] = "neutral"


@dataclass(frozen=True, slots=True)
class Editable:
    """A value that people may change before they decide, by the path of its variable."""

    path: str
    label: str
    kind: Literal["text", "number", "boolean", "date", "choice"] = "text"
    value: Any = None
    choices: tuple[str, ...] = ()
    least: str = ""
    most: str = ""
    """Bounds of a number or a date, as texts."""


@dataclass(frozen=True, slots=True)
class Escalation:
    """Whom else is asked when nobody has decided for so long; `quorum` votes of theirs suffice then.

    A quorum of 0 is the team's own, which is looked up when the question is asked.
    """

    after: timedelta
    team: str
    channels: tuple[str, ...] = ()
    quorum: int = 0


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
    stages: tuple[tuple[Seats, ...], ...] = ()
    """The votes that are wanted, stage by stage, each met by any one of its alternatives; none: one of the team."""
    deny: int = 1
    """How many rejections reject."""
    options: tuple[Option, ...] = ()
    """Outcomes of the node's own, in the stead of approving and rejecting."""
    editable: tuple[Editable, ...] = ()
    undo: timedelta | None = None
    """For how long an approval may be undone before anything follows from it."""
    escalations: tuple[Escalation, ...] = ()
    """Whom else is asked, in the order of time; a repetition stands as one more."""
    bulk: bool = False
    """Whether it may be decided together with others."""
    take_over: bool = False
    """Whether it is about talking with the customer, so that the card itself offers that."""
    proven: tuple[str, ...] = ()
    """Addresses that the customer has proven to be theirs, as far as no fact says so."""
    due_at: datetime | None = None
    remind: tuple[timedelta, ...] | None = None
    """How long after the opening people are reminded, each later than the one before; None leaves it to the bot."""
    confirm_by_code: bool = False
    """Whether a decision by a mail's link needs a mailed code besides."""
    retry_after: datetime | None = None
    """A call in doubt may still be under way until then: before, nobody can say that it did not happen."""
    erased: bool = False
    """Whether all that it said of its customer was erased since it was closed."""
    error: Mapping[str, Any] | None = None
    """For operators: `{"node", "field", "code", "detail", "tool", "arguments", "key"}`."""

    @property
    def identities(self) -> Sequence[str]:
        """The addresses of which the customer has proven that they read their mails."""
        return [*self.proven, *(str(fact.value) for fact in self.facts if fact.verified)]

    @property
    def may_be_together(self) -> bool:
        """Whether it may be decided by one command with others: nothing of it must be looked at or given besides."""
        more = self.editable or self.options or self.confirm_by_code or self.require_reason == "always"
        return self.bulk and self.kind is HandoffKind.APPROVAL and not more

    def hides(self, value: Any) -> bool:
        """Whether no card may show a value."""
        return bool(self.hidden) and (value if isinstance(value, str) else dump(value)) in self.hidden

    @property
    def every_call(self) -> Sequence[FrozenCall]:
        """The calls behind whatever people can say yes to."""
        return [*self.calls, *(call for option in self.options for call in option.calls)]

    @property
    def every_unknown_call(self) -> Sequence[str]:
        """The same of the tools whose arguments cannot be known, each once."""
        named = (*self.unknown_calls, *(tool for option in self.options for tool in option.unknown_calls))
        return list(dict.fromkeys(named))
