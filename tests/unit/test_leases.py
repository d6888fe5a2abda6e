"""Who may send: a process that lost its lease, or whose intent somebody else wrote first, must not."""

import copy
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest

from engine.environment import Environment
from engine.errors import StaleRun
from engine.execution import Execution
from engine.ids import BotId, NodeId, RunId
from engine.run import Run
from engine.runner import Runner
from engine.step import Step
from engine.store import Active
from engine.tools import CallOutcome, Returned, ToolCall, Unknown
from tests.unit.engine_stage import (
    CUSTOMER,
    NOW,
    CountingSecrets,
    NamedTools,
    OneTeam,
    StandingClock,
    execution,
    message,
)

NODES: dict[str, dict[str, Any]] = {
    "t": {"type": "trigger", "triggerType": "message_received"},
    "pay": {"type": "mcp_tool", "toolName": "bank__pay", "arguments": {}, "outputVariable": "paid"},
    "slow": {"type": "mcp_tool", "toolName": "bank__pay", "arguments": {}, "timeout": "10m"},
    "again": {"type": "mcp_tool", "toolName": "bank__pay", "arguments": {}, "outputVariable": "paid_again"},
}


class Watch(StandingClock):
    """A clock whose hands a test moves, the steady one and the other."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.moment = NOW

    def now(self) -> datetime:
        return self.moment

    def elapsed(self) -> float:
        return self.seconds


class Bank(NamedTools):
    """Counts what was sent."""

    def __init__(self, effect: str) -> None:
        super().__init__(bank__pay=effect)
        self.sent: list[ToolCall] = []

    async def call(self, call: ToolCall) -> CallOutcome:
        self.sent.append(call)
        return Returned("ok")


class OneRun:
    """A store of one run; before the commit whose number is `faster` somebody else commits the same."""

    def __init__(self, clock: Watch, faster: int = -1, late: float = 0.0) -> None:
        self.clock, self.faster, self.late = clock, faster, late
        self.steps: list[Step] = []
        self.run: Run | None = None

    async def commit_step(self, step: Step) -> None:
        if self.run is not None and self.run.version != step.base:
            raise StaleRun(step.run.id)
        self.steps.append(step)
        self.run = copy.deepcopy(step.run)
        self.run.version = step.base + 1
        self.clock.seconds += self.late
        if len(self.steps) - 1 == self.faster:
            self.faster = -1
            raise StaleRun(step.run.id)

    record_intent = commit_step

    async def load_run(self, run: RunId) -> Active:
        assert self.run is not None
        return Active(copy.deepcopy(self.run), CUSTOMER)

    async def claim_run(self, run: RunId, version: int, until: datetime) -> int | None:
        assert self.run is not None
        if self.run.version != version:
            return None
        self.run.version += 1
        self.until = until
        return 1


async def left(effect: str) -> tuple[OneRun, Bank, Runner]:
    """A process died in a call; another one on the same store."""
    store, bank = OneRun(Watch()), Bank(effect)
    begun = execution({**NODES, "pay": {**NODES["pay"], "timeout": "100s"}}, ["t pay"], bank__pay=effect)
    env = Environment(store.clock, CountingSecrets(), OneTeam(), bank, "instance")
    dead = Execution(begun.workflow, begun.run, CUSTOMER, env)
    dead.begin(NodeId("t"), message("5"))
    dead.advance()
    dead.intend_effect()
    await store.record_intent(dead.draft.take())
    return store, bank, Runner(store, env, {BotId("b"): begun.workflow})  # type: ignore[arg-type]


async def carried_on(store: OneRun, effect: str = "once", edges: Sequence[str] = ("t pay",)) -> Bank:
    bank = Bank(effect)
    begun = execution(NODES, edges, bank__pay=effect)
    env = Environment(store.clock, CountingSecrets(), OneTeam(), bank, "instance")
    run = Execution(begun.workflow, begun.run, CUSTOMER, env)
    run.begin(NodeId("t"), message("5"))
    await Runner(store, env, {BotId("b"): begun.workflow}).carry_on(run)  # type: ignore[arg-type]
    return bank


@pytest.mark.parametrize("effect", ["once", "keyed"])
async def test_a_call_is_sent_while_the_lease_holds(effect: str) -> None:
    store = OneRun(Watch(), late=29.0)
    assert len((await carried_on(store, effect)).sent) == 1
    assert len(store.steps) == 2


@pytest.mark.parametrize("effect", ["once", "keyed"])
async def test_nothing_is_sent_after_the_lease(effect: str) -> None:
    store = OneRun(Watch(), late=1000.0)
    assert (await carried_on(store, effect)).sent == []
    assert len(store.steps) == 1 and store.steps[0].intent is not None


async def test_the_lease_of_a_run_that_is_taken_up_covers_the_call_that_it_inherits() -> None:
    store, bank, runner = await left("keyed")
    later = NOW + timedelta(hours=1)
    store.clock.moment = later
    await runner.proceed(RunId("r"))
    assert len(bank.sent) == 1
    assert store.until > later + 3 * timedelta(seconds=100)


async def test_a_call_that_is_not_repeated_does_not_lengthen_the_lease() -> None:
    store, bank, runner = await left("once")
    store.clock.moment = NOW + timedelta(hours=1)
    await runner.proceed(RunId("r"))
    assert bank.sent == []
    assert store.until == store.clock.moment + timedelta(seconds=30)


@pytest.mark.parametrize(("hours", "sent"), [(22, 1), (24, 0)])
async def test_a_call_is_repeated_under_its_key_only_while_the_key_is_honoured(hours: int, sent: int) -> None:
    store, bank, runner = await left("keyed")
    store.clock.moment = NOW + timedelta(hours=hours)
    await runner.proceed(RunId("r"))
    assert len(bank.sent) == sent
    asked = [handoff.question.error for handoff in store.steps[-1].opened]
    assert [error and (error["code"], error["effect"]) for error in asked] == [("key-lapsed", "once")] * (not sent)


async def test_tries_under_one_key_end_with_its_window() -> None:
    store, bank, runner = await left("keyed")

    async def lost(call: ToolCall) -> CallOutcome:
        bank.sent.append(call)
        store.clock.moment += timedelta(hours=12)
        return Unknown("no answer")

    bank.call = lost  # type: ignore[method-assign]
    await runner.proceed(RunId("r"))
    assert len(bank.sent) == 2


async def test_a_run_that_has_changed_since_it_was_looked_at_is_left_to_whoever_did_it() -> None:
    store, bank, runner = await left("keyed")
    load = store.load_run

    async def load_too_early(run: RunId) -> Active:
        found = await load(run)
        store.run.version += 1  # type: ignore[union-attr]
        return found

    store.load_run = load_too_early  # type: ignore[method-assign]
    await runner.proceed(RunId("r"))
    assert bank.sent == []


async def test_a_call_that_somebody_else_intended_first_is_theirs() -> None:
    store = OneRun(Watch(), faster=2)
    bank = await carried_on(store, edges=["t pay", "pay again"])
    assert [call.key for call in bank.sent] == [store.steps[0].intent and store.steps[0].intent.key]
    assert store.steps[2].intent and store.steps[2].intent.node == "again"


async def test_a_lease_outlasts_the_call_that_is_under_way() -> None:
    """Else another process would take the run up in the middle of it, and the call for lost."""
    store = OneRun(Watch())
    await carried_on(store, edges=["t slow"])
    assert store.steps[0].intent and store.steps[0].intent.deadline == NOW + timedelta(minutes=10)
    assert store.steps[0].lease_until is not None
    assert store.steps[0].lease_until >= NOW + timedelta(minutes=10)


async def test_a_run_that_is_carried_on_says_until_when() -> None:
    store = OneRun(Watch())
    await carried_on(store, edges=["t pay", "pay again"])
    assert [step.lease_until is not None for step in store.steps] == [True, True, True, False], (
        "the last one is at rest"
    )
