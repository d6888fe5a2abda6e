"""When a tool does not do what it should: nothing is paid twice, an operator is asked, the customer knows."""

import asyncio
import json

import pytest

from engine.errors import ErrorCode
from engine.tools import CallOutcome, Refused, Returned, ToolCall, Unknown
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House, Item, labels
from tests.unit.workflows import file, handoff, message, tool, trigger

REAL = """
[mcp.fake]
command = ["python", "-m", "tests.fakes.mcp_servers", "stdio"]
tools.hang = { effect = "read", timeout = "1s" }
tools.pay = { effect = "read" }
tools.fail = { effect = "read" }
tools.die = { effect = "once" }
tools.big = { effect = "read" }
[mcp.silent]
command = ["python", "-m", "tests.fakes.mcp_servers", "garbage"]
tools.x = { effect = "read", timeout = "1s" }
[mcp.absent]
command = ["/nonexistent/program"]
tools.x = { effect = "read", timeout = "1s" }
"""
WIRE = file([trigger(), tool("wire", "bank__wire"), message("done", "Wired.")], "start > wire", "wire > done")
GATED = file(
    [trigger(), handoff("ask", "Wire?"), tool("wire", "bank__wire"), message("done", "Wired."), message("no", "No.")],
    "start > ask",
    "ask.approved > wire",
    "wire > done",
    "ask.rejected > no",
)
PAY = file([trigger(), tool("pay", "stripe__create_refund", arguments={"order_id": "{{message}}"}),
            message("done", "Paid.")], "start > pay", "pay > done")  # fmt: skip


def failing(times: int, outcome: CallOutcome, then: object = "fine") -> object:
    """A tool that fails so many times and works after that."""
    left = [outcome] * times

    def answer(call: ToolCall) -> CallOutcome:
        return left.pop() if left else Returned(then)

    return answer


DOUBT = ["It happened", "It did not happen", "Stop the request"]
"""What an operator may say of a call whose outcome nobody knows."""


async def stopped(house: House, customer_reads: str = "Something went wrong on our side*") -> Item:
    await house.sees(customer_reads)
    return await house.card("Waiting*")


async def test_retry_goes_on_once_the_cause_is_gone(open_house: OpenHouse) -> None:
    house = await open_house(PAY)
    house.tools.answers["stripe__create_refund"] = failing(1, Refused(ErrorCode.TOOL_FAILED, "bank holiday"))  # type: ignore[assignment]
    await house.say("45678")
    card = await stopped(house)
    assert card["title"] == "A request stopped at pay" and "bank holiday" in card["reason"]
    assert labels(card) == ["Retry", "Stop"]
    assert await house.tap("olga", "Retry") == "Retrying."
    await house.sees("Paid.")
    await house.card("Retried by Olga*")
    keys = [call.key for call in house.tools.calls("stripe__create_refund")]
    assert len(set(keys)) == 2, "a refused call was not made, so the next attempt is a call of its own"


async def test_a_retry_that_fails_asks_again(open_house: OpenHouse) -> None:
    house = await open_house(PAY)
    house.tools.answers["stripe__create_refund"] = failing(2, Refused(ErrorCode.TOOL_FAILED, "bank holiday"))  # type: ignore[assignment]
    await house.say("45678")
    first = await stopped(house)
    await house.tap("olga", "Retry")
    await house.card("Retried by Olga*")
    second = await stopped(house)
    assert first["handoff"] != second["handoff"]
    await house.tap("olga", "Retry")
    await house.sees("Paid.")


async def test_stop_ends_the_request_and_the_customer_may_begin_anew(open_house: OpenHouse) -> None:
    house = await open_house(PAY)
    house.tools.answers["stripe__create_refund"] = failing(1, Refused(ErrorCode.TOOL_FAILED, "bank holiday"))  # type: ignore[assignment]
    await house.say("45678")
    await stopped(house)
    assert await house.tap("olga", "Stop") == "Stopped."
    await house.sees("*closed by our team. Please contact support@example.com.")
    await house.say("45678")
    await house.sees("Paid.")


async def test_a_call_in_doubt_is_never_repeated_by_itself(open_house: OpenHouse) -> None:
    house = await open_house(WIRE)
    house.tools.answers["bank__wire"] = failing(1, Unknown("the line went dead"))  # type: ignore[assignment]
    await house.say("hello")
    card = await stopped(house, "A step of your request may or may not have been carried out*")
    assert card["title"] == "Was bank__wire carried out?"
    assert labels(card) == DOUBT
    assert (await house.press("olga", f"h1:{card['handoff']}:retry")).startswith("The call may still be under way.")
    await house.say("/status")
    await house.sees("A step of your request may or may not have been carried out*")
    await house.say("/cancel")
    await house.sees("I cannot withdraw your request now*")
    await house.tap("olga", "Stop the request")
    await house.sees("*closed by our team*")
    assert len(house.tools.calls("bank__wire")) == 1


async def test_a_keyed_call_is_repeated_with_the_same_bytes_until_somebody_knows(open_house: OpenHouse) -> None:
    house = await open_house(PAY)
    house.tools.answers["stripe__create_refund"] = failing(2, Unknown("the line went dead"))  # type: ignore[assignment]
    await house.say("45678")
    await house.sees("Paid.")
    sent = house.tools.calls("stripe__create_refund")
    assert len(sent) == 3 and len({(call.arguments, call.key) for call in sent}) == 1
    assert json.loads(sent[0].arguments) == {"order_id": "45678", "idempotency_key": sent[0].key}


async def test_a_keyed_call_that_stays_unknown_is_in_doubt(open_house: OpenHouse) -> None:
    house = await open_house(PAY)
    house.tools.answers["stripe__create_refund"] = failing(9, Unknown("the line went dead"))  # type: ignore[assignment]
    await house.say("45678")
    card = await stopped(house, "A step of your request may or may not*")
    assert labels(card) == DOUBT
    [key] = {call.key for call in house.tools.calls("stripe__create_refund")}
    assert f"Idempotency key: {key}" in [f"{row['label']}: {row['value']}" for row in card["facts"]]


async def test_a_message_during_a_call_is_not_lost(open_house: OpenHouse) -> None:
    house = await open_house(WIRE)
    gate = asyncio.Event()

    async def slow(call: ToolCall) -> CallOutcome:
        await gate.wait()
        return Returned("wired")

    house.tools.answers["bank__wire"] = slow
    await house.say("hello")
    await house.until(lambda: _sent(house), house.texts, "the call is under way")
    await house.say("/status")
    await house.say("/cancel")
    gate.set()
    await house.sees("Wired.")
    await house.quiet()
    assert len(house.tools.sent) == 1
    assert len(await house.texts()) == 3


async def test_a_request_cannot_be_cancelled_while_its_approved_call_is_under_way(open_house: OpenHouse) -> None:
    house = await open_house(GATED)
    gate = asyncio.Event()

    async def slow(call: ToolCall) -> CallOutcome:
        await gate.wait()
        return Returned("wired")

    house.tools.answers["bank__wire"] = slow
    await house.say("hello")
    await house.card("Waiting*")
    await house.tap("ana", "Approve")
    await house.until(lambda: _sent(house), house.texts, "the call is under way")
    await house.say("/cancel")
    await house.sees("*too late*")
    gate.set()
    await house.sees("Wired.")
    assert house.rows("SELECT status FROM run") == [("done",)]


async def _sent(house: House) -> bool:
    return bool(house.tools.sent)


@pytest.mark.parametrize(
    ("name", "arguments", "cause"),
    [
        ("fake__fail", {}, "the card was declined"),
        ("fake__hang", {}, ""),
        ("fake__pay", {"amount": "a lot"}, "$.amount"),
        ("fake__nothing_like_it", {}, ""),
        ("fake__big", {"size": 2_000_000}, "the limit is"),
        ("silent__x", {}, "silent"),
        ("absent__x", {}, "absent"),
    ],
)
async def test_a_real_server_that_fails_stops_the_run_for_an_operator(
    open_house: OpenHouse, name: str, arguments: dict[str, object], cause: str
) -> None:
    workflow = file([trigger(), tool("call", name, arguments=arguments)], "start > call")
    house = await open_house(workflow, CONFIG.replace("[people]", REAL + "[people]"), real_tools=True)
    await house.say("hello")
    card = await stopped(house)
    assert cause in card["reason"]
    assert labels(card) == ["Retry", "Stop"]


async def test_a_real_server_that_dies_in_a_call_leaves_it_in_doubt(open_house: OpenHouse) -> None:
    workflow = file([trigger(), tool("call", "fake__die")], "start > call")
    house = await open_house(workflow, CONFIG.replace("[people]", REAL + "[people]"), real_tools=True)
    await house.say("hello")
    assert labels(await stopped(house, "A step of your request may or may not*")) == DOUBT
