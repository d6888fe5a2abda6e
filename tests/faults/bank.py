"""A bank for calls that end badly: it books what it executes, under a clock that waits for nobody."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from engine.errors import ErrorCode
from engine.language.condition import Condition
from engine.language.template import Arguments
from engine.tools import CallOutcome, EffectClass, Refused, Returned, ToolCall, ToolSpec, Unknown, Verify

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PAY, LIST = "bank__pay", "bank__list"
KEPT = timedelta(hours=24)
"""For how long the bank knows a key."""
LATEST = 9.0
"""How many seconds after its time-out a request may still be executed; the engine reckons with ten."""
VERIFY = Verify(
    LIST, Arguments.parse({"order": "{{arguments.order}}"}), Condition.parse("{{result.payments}} is_not_empty")
)


class Killed(BaseException):
    """The process died here; nothing of ours catches it."""


class Fault(StrEnum):
    """What becomes of one request and its answer."""

    NONE = "none"
    REFUSED = "refused"
    DROP_REQUEST = "drop request"
    DROP_ANSWER = "drop answer"
    LATE = "late"
    KILL_BEFORE = "kill before"
    KILL_DURING = "kill during"
    KILL_AFTER = "kill after"


EXECUTES = frozenset({Fault.NONE, Fault.DROP_ANSWER, Fault.KILL_AFTER})
EXECUTES_LATER = frozenset({Fault.LATE, Fault.KILL_DURING})
KILLS = frozenset({Fault.KILL_BEFORE, Fault.KILL_DURING, Fault.KILL_AFTER})


class FreeClock:
    """Waiting moves it and costs nothing."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> datetime:
        return NOON + timedelta(seconds=self.seconds)

    def elapsed(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds


@dataclass(frozen=True, slots=True)
class Event:
    """One fact of a case's history, in order: `sent`, `answered`, `intended`, `settled`, `ruled` or `killed`."""

    what: str
    key: str = ""
    detail: str = ""


@dataclass
class Bank:
    """`engine.tools.Tools` for one case. `ledger` holds every execution as `(key, arguments)`, `booked` when it was."""

    effect: EffectClass
    timeout: float
    clock: FreeClock
    chance: random.Random
    faults: list[Fault]
    """What becomes of each request, in order; the last is repeated."""
    history: list[Event]
    ledger: list[tuple[str, str]] = field(default_factory=list)
    booked: list[float] = field(default_factory=list)
    met: list[Fault] = field(default_factory=list)
    _later: list[tuple[float, ToolCall]] = field(default_factory=list)

    def servers(self) -> Sequence[str]:
        return ("bank",)

    def spec(self, name: str) -> ToolSpec:
        if name == LIST:
            return ToolSpec(LIST, EffectClass.READ)
        key = "key" if self.effect is EffectClass.KEYED else None
        verify = VERIFY if self.effect is EffectClass.CHECKABLE else None
        return ToolSpec(PAY, self.effect, key, timedelta(seconds=self.timeout), verify)

    def fingerprint(self, name: str) -> str:
        return "the same tool"

    async def call(self, call: ToolCall) -> CallOutcome:
        if call.tool == LIST:
            return await self._look()
        fault = self.faults.pop(0) if len(self.faults) > 1 else self.faults[0]
        self.met.append(fault)
        self.history.append(Event("sent", str(call.key), call.arguments))
        return await self._answer(call, fault)

    async def _answer(self, call: ToolCall, fault: Fault) -> CallOutcome:
        if fault in EXECUTES:
            self._execute(call)
        if fault in EXECUTES_LATER:
            self._later.append((self.clock.seconds + self.chance.uniform(0, self.timeout + LATEST), call))
        if fault in KILLS:
            raise Killed(fault)
        if fault is Fault.NONE:
            self.history.append(Event("answered", str(call.key), "returned"))
            return Returned({"paid": True})
        if fault is Fault.REFUSED:
            self.history.append(Event("answered", str(call.key), "refused"))
            return Refused(ErrorCode.TOOL_FAILED, "no such account")
        await self.clock.sleep(self.timeout)
        return Unknown(f"no answer within {self.timeout:.0f} s")

    async def _look(self) -> CallOutcome:
        if self.chance.random() < 0.1:
            return Unknown("the look had no answer either")
        payments = [key for key, _ in self.books()]
        if payments:
            self.history.append(Event("answered", payments[-1], "found"))
        return Returned({"payments": payments})

    def books(self) -> list[tuple[str, str]]:
        """The executions by now, those included that came late."""
        due = sorted((at, number) for number, (at, _) in enumerate(self._later) if at <= self.clock.seconds)
        for at, number in due:
            self._execute(self._later[number][1], at)
        done = {number for _, number in due}
        self._later = [each for number, each in enumerate(self._later) if number not in done]
        return self.ledger

    def _execute(self, call: ToolCall, at: float | None = None) -> None:
        """A keyed request is found among the keys of a day and does nothing more; others have no key that counts."""
        entry, at = (_key_in(call), call.arguments), self.clock.seconds if at is None else at
        known = [
            each for each, booked in zip(self.ledger, self.booked, strict=True) if at < booked + KEPT.total_seconds()
        ]
        if self.effect is EffectClass.KEYED and entry in known:
            return
        self.ledger.append(entry)
        self.booked.append(at)


def _key_in(call: ToolCall) -> str:
    """What the provider knows as the key: only what stands in the arguments travels."""
    arguments: dict[str, Any] = json.loads(call.arguments)
    return str(arguments.get("key", call.key))
