"""A step: everything that one commit of a run writes, together or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from engine.effects import Effect, Words
from engine.handoff import Decision, Handoff
from engine.ids import CallKey, ConversationId, HandoffId, NodeId, RunId
from engine.outcomes import Challenge, Identity
from engine.run import Run
from engine.tools import EffectClass


@dataclass(frozen=True, slots=True)
class Visit:
    """One node that was executed; `handle` is the way it was left, or what it waits for in brackets."""

    node: NodeId
    handle: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Keyed:
    """An effect and the key under which it happens once."""

    key: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class Reply:
    """How a message is answered: the effect, if any, goes out and the message counts as answered by one commit."""

    inbox_id: int
    effect: Effect | None


@dataclass(frozen=True, slots=True)
class Said:
    """One line of a conversation's transcript; `author` is `customer`, `bot` or `person`, and `name` who that is."""

    author: str
    words: Words
    at: datetime
    files: tuple[Mapping[str, Any], ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One fact for the record: who did what to which thing, in JSON."""

    event: str
    subject: str
    actor: str
    at: datetime
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Intent:
    """A call that is about to be sent: written before it, with its exact bytes."""

    key: CallKey
    run: RunId
    node: NodeId
    token: int
    tool: str
    arguments: str
    digest: str
    effect: EffectClass
    attempt: int
    epoch: int
    at: datetime
    deadline: datetime


@dataclass(frozen=True, slots=True)
class CallResult:
    """How an intended call ended: `state` is `returned`, `refused` or `unknown`; `detail` is JSON."""

    key: CallKey
    state: str
    detail: Any
    at: datetime


@dataclass(frozen=True, slots=True)
class Ruling:
    """A change of a handoff about to be recorded; it holds only if the handoff is still open."""

    after: Handoff
    """The handoff as the change leaves it; its question is written only if it `asks_anew`."""
    decision: Decision | None = None
    """What closes it."""
    remind_at: datetime | None = None
    """When people are reminded next, if the change puts that off."""
    is_quiet: bool = False
    """Whether nobody is reminded any more, until a later change says when."""
    asks_anew: bool = False


@dataclass(slots=True)
class Step:
    """What one commit writes. `base` is the run's version that it builds on, 0 for a run that begins."""

    run: Run
    base: int
    conversation: ConversationId
    visits: list[Visit] = field(default_factory=list)
    effects: list[Keyed] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    opened: list[Handoff] = field(default_factory=list)
    refreshed: list[HandoffId] = field(default_factory=list)
    """Handoffs whose cards say something else now: every copy is edited, wherever it was posted."""
    rulings: list[Ruling] = field(default_factory=list)
    challenges: list[Challenge] = field(default_factory=list)
    identity: Identity | None = None
    """What the customer has proven in this step."""
    intent: Intent | None = None
    result: CallResult | None = None
    audit: list[AuditEntry] = field(default_factory=list)
    talk_begins: HandoffId | None = None
    """The request whose customer a person talks with from now on, in the bot's stead."""
    talk_ends: HandoffId | None = None
    consumed: int | None = None
    """The inbox row that this step answers."""
    lease_until: datetime | None = None
    """Set while this process goes on with the run."""
