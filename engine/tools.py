"""The port to tools: what the operator declared about each, and the three ways a call can end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any, Protocol

from engine.ids import CallKey


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
class ToolSpec:
    """What the configuration says of one tool, named `server__tool`."""

    name: str
    effect: EffectClass = EffectClass.ONCE
    key_argument: str | None = None
    """The argument that carries the idempotency key of a `keyed` tool."""
    timeout: timedelta = timedelta(seconds=30)
    errors_are_definite: bool = False
    """The operator vouches that an error of this tool means that nothing was done; else it is in doubt."""


@dataclass(frozen=True, slots=True)
class ToolCall:
    """One call as it will be sent: `arguments` is the exact JSON text, the key included."""

    tool: str
    arguments: str
    key: CallKey | None
    effect: EffectClass
    timeout: timedelta


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
    """The call may have been executed: time-out, lost connection, death of a process."""

    detail: str


CallOutcome = Returned | Refused | Unknown


class Tools(Protocol):
    """The tools that are configured."""

    def servers(self) -> Sequence[str]:
        """The names of the configured servers."""

    def spec(self, name: str) -> ToolSpec | None:
        """What is declared of the tool `server__tool`; None if its server is not configured."""

    async def call(self, call: ToolCall) -> CallOutcome:
        """Check the arguments against the tool's schema, call it once, and say how it ended; never retries."""
