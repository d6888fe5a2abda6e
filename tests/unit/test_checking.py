"""A checkable call is looked for before a person is asked; not finding it proves nothing."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from engine.checking import look
from engine.ids import CallKey
from engine.language.condition import Condition
from engine.language.template import Arguments
from engine.tools import CallOutcome, EffectClass, Refused, Returned, ToolCall, ToolSpec, Unknown, Verify
from tests.unit.engine_stage import StandingClock

CALL = ToolCall("bank__pay", '{"order":"7"}', CallKey("k"), EffectClass.CHECKABLE, timedelta(seconds=1))
VERIFY = Verify(
    "bank__list", Arguments.parse({"order": "{{arguments.order}}"}), Condition.parse("{{result.payments}} is_not_empty")
)


@dataclass
class Bank:
    """Answers every look with the same."""

    answer: CallOutcome
    verify: Verify | None = VERIFY
    asked: list[ToolCall] = field(default_factory=list)

    def servers(self) -> list[str]:
        return ["bank"]

    def spec(self, name: str) -> ToolSpec:
        return ToolSpec(name, EffectClass.CHECKABLE, verify=self.verify)

    def fingerprint(self, name: str) -> str:
        return ""

    async def call(self, call: ToolCall) -> CallOutcome:
        self.asked.append(call)
        return self.answer


async def after_a_look(bank: Bank) -> CallOutcome:
    return await look(bank, StandingClock(), CALL, Unknown("no answer"))


async def test_what_is_found_happened() -> None:
    bank = Bank(Returned({"payments": [{"id": "p1"}]}))
    assert await after_a_look(bank) == Returned({"payments": [{"id": "p1"}]})
    assert [(call.tool, call.arguments, call.effect) for call in bank.asked] == [
        ("bank__list", '{"order":"7"}', EffectClass.READ)
    ]


@pytest.mark.parametrize(
    ("answer", "finding"),
    [
        (Returned({"payments": []}), '{"payments":[]}'),
        (Returned({"other": 1}), "result.payments has no value"),
        (Refused("tool-failed", "down"), "down"),
        (Unknown("slow"), "slow"),
    ],
)
async def test_what_is_not_found_stays_in_doubt_with_the_finding(answer: Any, finding: str) -> None:
    assert await after_a_look(Bank(answer)) == Unknown("no answer", finding)


async def test_a_call_without_a_look_stays_in_doubt() -> None:
    assert await after_a_look(Bank(Returned({}), verify=None)) == Unknown("no answer")
