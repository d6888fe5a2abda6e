"""The port to tools: what the operator declared about each, and the three ways a call can end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any, Protocol

from engine.ids import CallKey
from engine.language.condition import Condition
from engine.language.template import Arguments


class EffectClass(StrEnum):
    """What a call does to the world, loosest first; declared by the operator, never taken from a server's hints."""

    READ = "read"
    KEYED = "keyed"
    CHECKABLE = "checkable"
    ONCE = "once"

    @property
    def strictness(self) -> int:
        return list(EffectClass).index(self)


@dataclass(frozen=True, slots=True)
class Verify:
    """How to find out whether a `checkable` call happened: a read tool, called a while later.

    Templates see the call's own `arguments`; the condition sees the look's `result`, too.
    """

    tool: str
    arguments: Arguments
    found_when: Condition
    after: timedelta = timedelta(seconds=60)


KEY_WINDOW = timedelta(hours=23)
"""For how long a key is used unless the operator says otherwise; many providers keep keys for 24 hours."""


@dataclass(frozen=True, slots=True)
class ToolSpec:
    """What the configuration says of one tool, named `server__tool`."""

    name: str
    effect: EffectClass = EffectClass.ONCE
    key_argument: str | None = None
    """The argument that carries the idempotency key of a `keyed` tool."""
    timeout: timedelta = timedelta(seconds=30)
    verify: Verify | None = None
    errors_are_definite: bool = False
    """The operator vouches that an error of this tool means that nothing was done; else it is in doubt."""
    key_window: timedelta = KEY_WINDOW
    """For how long after its first use the key surely keeps a call from happening twice."""


@dataclass(frozen=True, slots=True)
class ToolCall:
    """One call as it will be sent: `arguments` is the exact JSON text, the key included."""

    tool: str
    arguments: str
    key: CallKey | None
    effect: EffectClass
    timeout: timedelta
    schema: str = ""
    """The fingerprint that the tool must still have; "" if any will do."""


@dataclass(frozen=True, slots=True)
class Returned:
    """The tool answered; `value` is JSON."""

    value: Any


@dataclass(frozen=True, slots=True)
class Refused:
    """The call was definitely not executed, or the tool said that it failed; `code` is an `ErrorCode` value."""

    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """The call may have been executed: time-out, lost connection, death of a process.

    `finding` is what a look for it brought, if there was one; absence may only be delay.
    """

    detail: str
    finding: str = ""


CallOutcome = Returned | Refused | Unknown


class Tools(Protocol):
    """The tools that are configured."""

    def servers(self) -> Sequence[str]:
        """The names of the configured servers."""

    def spec(self, name: str) -> ToolSpec | None:
        """What is declared of the tool `server__tool`; None if its server is not configured."""

    def fingerprint(self, name: str) -> str:
        """A digest of how the server described the tool last, or "" if it has not since we began."""

    async def call(self, call: ToolCall) -> CallOutcome:
        """Check the arguments against the tool's schema, call it once, and say how it ended; never retries."""
