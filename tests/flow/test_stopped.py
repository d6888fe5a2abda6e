"""What stops for an operator because going on would be wrong: another call than the approved one, a crash loop."""

import asyncio
import os
import signal
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.inbox import MOST_FAILURES
from engine.runner import MOST_CLAIMS
from engine.tools import CallOutcome, Returned, ToolCall
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House, labels
from tests.unit.workflows import file, handoff, message, tool, trigger

CHANGED = "*What would be called is not what was approved, so nothing was called*"
PERSON = "Something went wrong on our side. A person will look at your request*"
STARTING = 20.0
"""Seconds that a tool server gets to start."""


def gated(name: str) -> str:
    """A call that waits for approval, and an `error` edge that would take its failures."""
    call = tool("pay", name, arguments={"what": "{{message}}"}, outputVariable="paid")
    nodes = [trigger(), handoff("ask", "Pay?"), call, message("done", "Paid."), message("no", "No."),
             message("sorry", "Handled.")]  # fmt: skip
    return file(nodes, "start > ask", "ask.approved > pay", "ask.rejected > no", "pay > done", "pay.error > sorry")


def alter(house: House, sql: str, *values: object) -> None:
    """Change a row behind the application's back."""
    with closing(sqlite3.connect(house.folder / "assent.db", timeout=10)) as books, books:
        assert books.execute(sql, values).rowcount > 0


async def waits_for(look: Callable[[], Awaitable[object]], what: str, seconds: float = STARTING) -> None:
    """Look again and again, longer than the house does."""
    for _ in range(int(seconds / 0.05)):
        if await look():
            return
        await asyncio.sleep(0.05)
    raise AssertionError(what)


def described(folder: Path, text: str) -> Path:
    """The file that describes the tool of the changing server."""
    path = folder / "wire.txt"
    path.write_text(text)
    return path


def end_server(path: Path) -> None:
    """Have the changing server's process started anew."""
    os.kill(int(Path(f"{path}.pid").read_text()), signal.SIGKILL)


def was_called(path: Path) -> bool:
    return Path(f"{path}.calls").exists()


# --- what is approved is what runs ------------------------------------------------------------------------------------


async def test_a_stored_call_that_was_altered_stops_for_an_operator_and_calls_nothing(open_house: OpenHouse) -> None:
    house = await open_house(gated("bank__wire"))
    await house.say("pay 100")
    await house.card("bank__wire *pay 100*")
    alter(house, "UPDATE handoff SET question = replace(question, 'pay 100', 'pay 900')")
    await house.tap("ana", "Approve")
    await house.sees(PERSON)
    card = await house.card(CHANGED)
    assert labels(card) == ["Retry", "Stop"]
    await house.tap("olga", "Retry", card)
    await house.sees(PERSON)
    assert house.tools.calls("bank__wire") == [] and "Handled." not in await house.texts()


async def test_variables_that_were_altered_do_not_change_the_call_that_was_approved(open_house: OpenHouse) -> None:
    house = await open_house(gated("bank__wire"))
    await house.say("pay 100")
    await house.card("bank__wire *pay 100*")
    alter(house, "UPDATE run SET state = replace(state, 'pay 100', 'pay 900')")
    await house.tap("ana", "Approve")
    await house.sees("Paid.")
    assert [call.arguments for call in house.tools.calls("bank__wire")] == ['{"what":"pay 100"}']


async def test_a_tool_that_changed_after_the_approval_stops_for_an_operator(
    open_house: OpenHouse, tmp_path: Path
) -> None:
    path = described(tmp_path, "Wires money.")
    server = f'[mcp.changing]\ncommand = ["python", "-m", "tests.fakes.changing_server", "{path}"]\n'
    house = await open_house(gated("changing__wire"), CONFIG.replace("[people]", server + "[people]"), real_tools=True)

    async def listed() -> str:
        return house.app.runner._env.tools.fingerprint("changing__wire")

    await waits_for(listed, "the server lists its tool")
    await house.say("pay 100")
    await house.card("changing__wire *pay 100*")
    before = await listed()
    described(tmp_path, "Wires money twice.")
    end_server(path)

    async def listed_anew() -> bool:
        return await listed() not in ("", before)

    await waits_for(listed_anew, "the server lists its tool anew")
    await house.tap("ana", "Approve")
    await house.sees(PERSON)
    card = await house.card("*The tool changed after its call was approved, so nothing was called*")
    assert labels(card) == ["Retry", "Stop"]
    assert not was_called(path) and "Handled." not in await house.texts()


async def test_a_tool_whose_server_is_away_is_said_to_be_unseen_and_is_not_called_unseen(open_house: OpenHouse) -> None:
    house = await open_house(gated("bank__wire"))
    house.tools.described = ""
    await house.say("pay 100")
    card = await house.card("*bank__wire could not be looked up*")
    await house.tap("ana", "Approve", card)
    await house.sees(PERSON)
    card = await house.card("*bank__wire could not be looked up*nothing was called*")
    assert house.tools.sent == [] and "Handled." not in await house.texts()
    house.tools.described = "Wires money."
    await house.tap("olga", "Retry", card)
    await house.sees("Paid.")
    assert [call.schema for call in house.tools.calls("bank__wire")] == ["Wires money."]


async def test_an_approval_gives_a_server_that_is_being_connected_a_moment(open_house: OpenHouse) -> None:
    house = await open_house(gated("bank__wire"))
    house.tools.described = ""
    await house.say("pay 100")
    card = await house.card("*bank__wire could not be looked up*")
    looks = iter(["", "", ""])
    house.tools.fingerprint = lambda name: next(looks, "Wires money.")  # type: ignore[method-assign]
    await house.tap("ana", "Approve", card)
    await house.sees("Paid.")


# --- crash loops ------------------------------------------------------------------------------------------------------


class Stuck:
    """A tool that answers nobody who asks for `stuck` until the gate opens."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.asked = 0

    async def __call__(self, call: ToolCall) -> CallOutcome:
        if "stuck" in call.arguments:
            self.asked += 1
            await self.gate.wait()
        return Returned("looked")

    async def is_asked(self) -> bool:
        return self.asked > 0


@pytest.mark.parametrize(
    ("name", "asks", "title", "buttons"),
    [
        ("bank__look", PERSON, "A request stopped at pay", ["Retry", "Stop"]),
        ("bank__wire", "A step of your request may or may not*", "Was bank__wire carried out?",
         ["It happened", "It did not happen", "Stop the request"]),
    ],
)  # fmt: skip
async def test_a_run_that_ends_the_process_again_and_again_is_parked_while_others_go_on(
    open_house: OpenHouse, name: str, asks: str, title: str, buttons: list[str]
) -> None:
    house = await open_house(gated(name))
    house.tools.answers[name] = stuck = Stuck()
    await house.say("stuck")
    await house.card("Waiting*")
    await house.tap("ana", "Approve")
    await house.until(stuck.is_asked, house.texts, "the call is under way")
    # As if this process, and as many before it, had died here: the lease has lapsed, nothing was committed.
    alter(house, "UPDATE run SET lease_until = NULL, claims = ?", MOST_CLAIMS)
    await house.sees(asks)
    card = await house.card(title)
    assert labels(card) == buttons
    assert any(f"{MOST_CLAIMS} times in a row" in row["value"] for row in card["facts"])
    await house.say("fine", "dana")
    other = await house.card(f"{name} *fine*")
    await house.tap("ana", "Approve", other)
    await house.sees("Paid.", "dana")
    stuck.gate.set()
    await house.quiet()
    assert "Paid." not in await house.texts()
    assert stuck.asked == 1
    await house.tap("olga", buttons[-1], card)
    await house.sees("*closed by our team*")


async def test_a_run_is_taken_up_again_as_long_as_it_may_only_have_had_bad_luck(open_house: OpenHouse) -> None:
    house = await open_house(gated("bank__look"))
    house.tools.answers["bank__look"] = stuck = Stuck()
    await house.say("stuck")
    await house.card("Waiting*")
    await house.tap("ana", "Approve")
    await house.until(stuck.is_asked, house.texts, "the call is under way")
    alter(house, "UPDATE run SET lease_until = NULL, claims = ?", MOST_CLAIMS - 1)
    stuck.gate.set()
    await house.sees("Paid.")
    await house.quiet()
    assert len(await house.cards()) == 1


async def test_a_message_that_ends_the_process_again_and_again_is_set_aside_and_its_customer_is_told(
    open_house: OpenHouse, caplog: pytest.LogCaptureFixture
) -> None:
    house = await open_house(file([trigger(), tool("look", "bank__look", arguments={"for": "{{message}}"}),
                                   message("done", "Looked.")], "start > look", "look > done"))  # fmt: skip
    house.tools.answers["bank__look"] = stuck = Stuck()
    await house.say("stuck")
    await house.until(stuck.is_asked, house.texts, "the message is being answered")
    await house.say("hello", "dana")
    await house.sees("Looked.", "dana")
    # As if it had been so at each of the last starts of the process, and at one more, which knows of no worker.
    alter(house, "UPDATE inbox SET starts = ? WHERE state = 'new'", MOST_FAILURES)
    await house.app.inbox.begin()
    house.app.inbox._working.clear()
    await house.app.inbox.sweep()
    await house.sees(PERSON)
    assert house.rows("SELECT COUNT(*) FROM inbox WHERE state = 'poison'") == [(1,)]
    stuck.gate.set()
    await house.quiet()
    assert await house.texts() == [(await house.texts())[0]], "what was set aside is not answered after all"
    await house.say("hello again")
    await house.sees("Looked.")
    caplog.clear()  # that it was set aside is logged as an error
