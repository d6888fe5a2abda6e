"""What a node answers: go on, wait, be done, or have failed. A node returns it and never raises it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from engine.effects import SendMail, Words
from engine.errors import NodeError
from engine.question import Question
from engine.tools import EffectClass

DEFAULT = "default"
"""The handle of a node that has only one way out; `null` and "" in a file."""


@dataclass(frozen=True, slots=True)
class Say:
    """Something to tell the run's customer, on the channel where the conversation lives."""

    words: Words
    buttons: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    """Buttons of our own, see `engine.effects.SendText`."""


@dataclass(frozen=True, slots=True)
class Challenge:
    """A one-time code that was mailed; only its digest is kept. `replaces` is an earlier one, which ends with it."""

    id: str
    contact: str
    digest: str
    tries: int
    expires_at: datetime
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """An address of which a customer has proven that they read its mail, and when."""

    address: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Next:
    """Follow the edges of a handle, after setting variables and saying something."""

    handle: str = DEFAULT
    assign: Mapping[str, Any] = field(default_factory=dict)
    say: tuple[Say, ...] = ()
    verified: str = ""
    """A variable among the assigned whose value was proven to be the customer's, such as an address."""
    verified_at: datetime | None = None
    """When, if not just now."""


@dataclass(frozen=True, slots=True)
class ForReply:
    """Wait for the customer's next message."""


@dataclass(frozen=True, slots=True)
class ForDecision:
    """Wait for people."""

    question: Question


@dataclass(frozen=True, slots=True)
class ForCall:
    """Wait for a tool; `arguments` is the exact JSON object as text, without the idempotency key."""

    tool: str
    arguments: str
    effect: EffectClass | None = None
    """The node's own, stricter class, if it has one."""
    timeout: float | None = None
    """Seconds."""
    schema: str = ""
    """The fingerprint that the tool had when the call was approved, if it was."""


@dataclass(frozen=True, slots=True)
class ForTry:
    """Wait until one try has been taken from a code's count in the database; only then may it be compared."""

    challenge: str


@dataclass(frozen=True, slots=True)
class ForCode:
    """Wait until one more code for this address has been counted in the database; only then may it be mailed."""

    contact: str


WaitFor = ForReply | ForDecision | ForCall | ForTry | ForCode


@dataclass(frozen=True, slots=True)
class Wait:
    """Stay at this node until the thing waited for has happened; `memo` (JSON) is handed back then."""

    on: WaitFor
    memo: Mapping[str, Any] = field(default_factory=dict)
    say: tuple[Say, ...] = ()
    mails: tuple[SendMail, ...] = ()
    challenge: Challenge | None = None
    """A code to be stored in the same commit."""


@dataclass(frozen=True, slots=True)
class Done:
    """This token ends here."""

    say: tuple[Say, ...] = ()


@dataclass(frozen=True, slots=True)
class Fail:
    """The node could not do its work: its `error` edge is followed, or the run stops for an operator."""

    error: NodeError


Outcome = Next | Wait | Done | Fail
