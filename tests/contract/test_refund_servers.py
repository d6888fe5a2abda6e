"""The refund example's servers as the product meets them: child processes on stdio behind `bot.tools`."""

import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.tools import McpTools, ServerConfig
from engine import values
from engine.ids import CallKey
from engine.tools import CallOutcome, EffectClass, Refused, Returned, ToolCall, ToolSpec
from examples.refund import ledger

ROOT = Path(__file__).parents[2]
ORDERS = ("python", "-m", "examples.refund.orders")
PAYMENTS = ("python", "-m", "examples.refund.payments")


@pytest.fixture
def books(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
async def tools(books: Path) -> AsyncIterator[McpTools]:
    env = {ledger.PATH_VARIABLE: str(books)}
    refund = ToolSpec("stripe__create_refund", EffectClass.KEYED, "idempotency_key")
    order = ToolSpec("orders__get_order", EffectClass.READ)
    servers = (
        ServerConfig("orders", command=ORDERS, env=env, cwd=ROOT, tools={"get_order": order}),
        ServerConfig("stripe", command=PAYMENTS, env=env, cwd=ROOT, tools={"create_refund": refund}),
    )
    async with McpTools(servers) as started:
        yield started


async def ask(tools: McpTools, tool: str, effect: EffectClass, **arguments: Any) -> CallOutcome:
    return await tools.call(ToolCall(tool, values.dump(arguments), CallKey("k"), effect, timedelta(seconds=20)))


async def test_an_order_shows_its_amount_as_written(tools: McpTools) -> None:
    for email, number, total in (("Ana@example.com", "45678", "2150.00"), ("ben@example.com ", "45679", "42.50")):
        outcome = await ask(tools, "orders__get_order", EffectClass.READ, email=email)
        assert isinstance(outcome, Returned)
        assert (outcome.value["id"], str(outcome.value["total"])) == (number, total)
    missing = await ask(tools, "orders__get_order", EffectClass.READ, email="eve@example.com")
    assert isinstance(missing, Refused) and "no order for this address" in missing.detail


async def test_a_refund_is_booked_once_under_its_key(tools: McpTools, books: Path) -> None:
    arguments = {"order_id": "45678", "idempotency_key": "k" * 25}
    first = await ask(tools, "stripe__create_refund", EffectClass.KEYED, **arguments)
    assert isinstance(first, Returned) and str(first.value["amount"]) == "2150.00"
    assert await ask(tools, "stripe__create_refund", EffectClass.KEYED, **arguments) == first
    other = await ask(tools, "stripe__create_refund", EffectClass.KEYED, order_id="45678", idempotency_key="other")
    assert isinstance(other, Refused) and "already refunded" in other.detail
    listed = await ask(tools, "stripe__list_refunds", EffectClass.READ, order_id="45678")
    assert listed == Returned({"refunds": [first.value]})
    assert [str(entry.amount) for entry in ledger.entries(books)] == ["2150.00"]


PARENT = """
import subprocess, sys, time
children = [subprocess.Popen([sys.executable, "-m", name], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            for name in sys.argv[1:]]
print("started", flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("after", [0.0, 1.5])
def test_the_servers_end_with_a_parent_that_is_killed(books: Path, after: float) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, ORDERS[-1], PAYMENTS[-1]],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, ledger.PATH_VARIABLE: str(books)},
    )
    assert parent.stdout is not None
    assert parent.stdout.readline() == b"started\n"
    time.sleep(after)
    parent.kill()
    parent.communicate(timeout=10)  # their stderr is the parent's: it ends when the last of them has ended
