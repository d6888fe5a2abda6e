"""The engine's tools port against real MCP servers, over real stdio and real streamable HTTP on loopback."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import simplejson

from bot.tools import McpTools, ServerConfig, ServerStatus
from engine.errors import ErrorCode
from engine.ids import CallKey
from engine.tools import CallOutcome, EffectClass, Refused, Returned, ToolCall, ToolSpec, Unknown
from tests.fakes import mcp_servers
from tests.fakes.ports import free_port

pytestmark = pytest.mark.asyncio(loop_scope="module")

ROOT = Path(__file__).parents[2]
FAKE = (sys.executable, "-m", "tests.fakes.mcp_servers")
READ, KEYED, CHECKABLE, ONCE = EffectClass


def call_of(
    tool: str, arguments: Mapping[str, Any] | str = "{}", effect: EffectClass = READ, seconds: float = 20
) -> ToolCall:
    text = arguments if isinstance(arguments, str) else simplejson.dumps(arguments, use_decimal=True)
    return ToolCall(f"fake__{tool}", text, CallKey("k" * 25), effect, timedelta(seconds=seconds))


def declared(definite: bool = False) -> dict[str, ToolSpec]:
    """Everything is a read, so that each call may say itself what it is."""
    names = [tool.__name__ for tool in mcp_servers.TOOLS]
    return {name: ToolSpec(f"fake__{name}", EffectClass.READ, errors_are_definite=definite) for name in names}


@contextmanager
def http_server(port: int, journal: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A server process on loopback, up when this returns, killed at the end."""
    process = subprocess.Popen([*FAKE, "http", str(port)], cwd=ROOT, env={**os.environ, "JOURNAL": str(journal)})
    try:
        for _ in range(200):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.1):
                break
            time.sleep(0.05)
        yield process
    finally:
        process.kill()
        process.wait()


def stdio_config(journal: Path, kind: str = "stdio", definite: bool = False) -> ServerConfig:
    return ServerConfig(
        "fake", command=(*FAKE, kind), env={"JOURNAL": str(journal)}, cwd=ROOT, tools=declared(definite)
    )


def http_config(port: int) -> ServerConfig:
    return ServerConfig(
        "fake", url=f"http://127.0.0.1:{port}/mcp", headers={"authorization": "Bearer x"}, tools=declared()
    )


def ran(journal: Path) -> list[str]:
    return journal.read_text().split() if journal.exists() else []


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The journal of the servers that all tests share."""
    return tmp_path_factory.mktemp("tools") / "journal"


@pytest.fixture
def journal(book: Path) -> Path:
    """The journal, empty."""
    book.write_text("")
    return book


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=["stdio", "http"])
async def tools(request: pytest.FixtureRequest, book: Path) -> AsyncIterator[McpTools]:
    """The same tools over both transports, shared: whatever a test does to a call must not spoil the next one."""
    if request.param == "stdio":
        async with McpTools([stdio_config(book)]) as started:
            yield started
        return
    port = free_port()
    with http_server(port, book):
        async with McpTools([http_config(port)]) as started:
            yield started


@pytest_asyncio.fixture(loop_scope="module")
async def over_stdio(journal: Path) -> AsyncIterator[McpTools]:
    """A server of its own, for a test that kills it."""
    async with McpTools([stdio_config(journal)]) as started:
        yield started


async def until(condition: Callable[[], bool], seconds: float = 20) -> None:
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - what is watched is another process
            await asyncio.sleep(0.02)


def status(tools: McpTools) -> ServerStatus:
    return tools.status()["fake"]


# --- results -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tool", "shown"),
    [
        ("decimals", '{"total":2150.00,"fee":42.50}'),
        ("disagreeing", '{"total":2150.1}'),
        ("numbers", "[1.5,2.0]"),
        ("number", "42.5"),
        ("word", '"0042"'),
        ("json_text", '{"total":42.50}'),
        ("plain_text", '"shipped, all of it"'),
        ("nothing", '""'),
    ],
)
async def test_a_result_keeps_its_decimals_and_loses_its_wrapping(tools: McpTools, tool: str, shown: str) -> None:
    outcome = await tools.call(call_of(tool))
    assert isinstance(outcome, Returned)
    assert simplejson.dumps(outcome.value, use_decimal=True, separators=(",", ":")) == shown


async def test_an_answer_that_is_too_long_is_refused_to_a_read_and_shortened_after_an_effect(tools: McpTools) -> None:
    read = await tools.call(call_of("big", {"size": 1_500_000}))
    assert isinstance(read, Refused)
    assert read.code == ErrorCode.TOOL_FAILED
    acted = await tools.call(call_of("big", {"size": 1_500_000}, ONCE))
    assert isinstance(acted, Returned)
    assert acted.value.startswith("xxx") and len(acted.value) < 100_000


async def test_a_line_beyond_every_bound_ends_the_connection_and_not_the_process(over_stdio: McpTools) -> None:
    outcome = await over_stdio.call(call_of("big", {"size": 20_000_000}, ONCE))
    assert isinstance(outcome, Unknown)
    assert isinstance(await over_stdio.call(call_of("number")), Returned)


# --- definite refusals -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "where"),
    [
        ({"amount": "a lot"}, "$.amount"),
        ({}, "'amount'"),
        ("[1]", "not an object"),
        ("{", "Expecting"),
        ({"amount": Decimal("0.12345678901234567890123")}, "$.amount"),
        ({"amount": Decimal("1e999")}, "$.amount"),
    ],
)
async def test_arguments_that_do_not_fit_never_reach_the_tool(
    tools: McpTools, journal: Path, arguments: Any, where: str
) -> None:
    outcome = await tools.call(call_of("pay", arguments, ONCE))
    assert isinstance(outcome, Refused)
    assert outcome.code == ErrorCode.TOOL_ARGUMENTS
    assert where in outcome.detail
    assert ran(journal) == []


async def test_an_amount_arrives_as_it_was_approved(tools: McpTools) -> None:
    outcome = await tools.call(call_of("pay", '{"amount": 2150.10, "note": "für Änne"}', ONCE))
    assert outcome == Returned({"amount": Decimal("2150.1"), "note": "für Änne"})


async def test_unknown_tools_and_servers_are_missing(tools: McpTools) -> None:
    unknown_tool = await tools.call(call_of("no_such_tool", "{}", ONCE))
    assert isinstance(unknown_tool, Refused) and unknown_tool.code == ErrorCode.TOOL_MISSING
    call = ToolCall("elsewhere__pay", "{}", CallKey("k"), ONCE, timedelta(seconds=5))
    unknown_server = await tools.call(call)
    assert isinstance(unknown_server, Refused) and unknown_server.code == ErrorCode.TOOL_MISSING


async def test_a_question_back_is_refused_in_words(tools: McpTools) -> None:
    outcome = await tools.call(call_of("ask", "{}", ONCE))
    assert outcome == Refused(ErrorCode.TOOL_FAILED, "asks for input, which is not supported yet")


@pytest.mark.parametrize("tool", ["fail", "invalid"])
@pytest.mark.parametrize(("effect", "kind"), [(READ, Refused), (KEYED, Refused), (CHECKABLE, Unknown), (ONCE, Unknown)])
async def test_an_error_is_definite_only_where_a_repeat_is_harmless(
    tools: McpTools, tool: str, effect: EffectClass, kind: type
) -> None:
    outcome = await tools.call(call_of(tool, "{}", effect))
    assert isinstance(outcome, kind)
    assert ("declined" if tool == "fail" else "no such account") in str(outcome)


async def test_an_operator_may_vouch_for_a_tools_errors(journal: Path) -> None:
    async with McpTools([stdio_config(journal, definite=True)]) as tools:
        assert isinstance(await tools.call(call_of("fail", "{}", ONCE)), Refused)
        assert isinstance(await tools.call(call_of("die", "{}", ONCE)), Unknown)


async def test_a_declaration_stricter_than_the_call_wins(journal: Path) -> None:
    config = ServerConfig("fake", command=(*FAKE, "stdio"), env={"JOURNAL": str(journal)}, cwd=ROOT)
    async with McpTools([config]) as tools:
        assert isinstance(await tools.call(call_of("fail", "{}", READ)), Unknown)


# --- doubt -------------------------------------------------------------------------------------------------------


async def test_no_answer_in_time_is_doubt_and_the_session_goes_on(tools: McpTools, journal: Path) -> None:
    await tools.call(call_of("number"))
    before = time.monotonic()
    outcome = await tools.call(call_of("hang", "{}", ONCE, seconds=0.5))
    assert isinstance(outcome, Unknown)
    assert time.monotonic() - before < 5
    assert ran(journal) == ["hang"]
    assert isinstance(await tools.call(call_of("number")), Returned)


@pytest.mark.parametrize("effect", [ONCE, KEYED])
async def test_a_server_that_dies_in_a_call_leaves_doubt_and_is_started_again(
    over_stdio: McpTools, journal: Path, effect: EffectClass
) -> None:
    waiting = asyncio.create_task(over_stdio.call(call_of("wait", {"seconds": 30, "name": "a"}, ONCE, 60)))
    await until(lambda: status(over_stdio).connected)
    await asyncio.sleep(0.2)
    outcome = await over_stdio.call(call_of("die", "{}", effect))
    assert isinstance(outcome, Unknown)
    assert isinstance(await waiting, Unknown)
    assert isinstance(await over_stdio.call(call_of("number")), Returned)
    assert ran(journal) == ["die"]


async def test_a_server_that_died_between_calls_costs_nothing(over_stdio: McpTools, journal: Path) -> None:
    first = await over_stdio.call(call_of("pid"))
    assert isinstance(first, Returned)
    os.kill(int(first.value), signal.SIGKILL)
    await until(lambda: not status(over_stdio).connected)
    assert "ended" in status(over_stdio).error
    assert isinstance(await over_stdio.call(call_of("pay", {"amount": 1}, ONCE)), Returned)
    assert ran(journal) == ["pay"]


async def test_how_a_tool_was_described_last_is_known_while_its_server_is_away(journal: Path) -> None:
    port = free_port()
    async with McpTools([http_config(port)]) as tools:
        assert tools.fingerprint("fake__pay") == ""
        with http_server(port, journal):
            await tools.call(call_of("number"))
            described = tools.fingerprint("fake__pay")
        assert isinstance(await tools.call(call_of("number", seconds=0.5)), Refused)
        await until(lambda: not status(tools).connected)
        assert tools.fingerprint("fake__pay") == described != ""


async def test_a_lost_http_server_harms_no_caller_and_is_found_again(journal: Path) -> None:
    port = free_port()
    async with McpTools([http_config(port)]) as tools:
        with http_server(port, journal) as process:
            await tools.call(call_of("number"))
            hanging = [asyncio.create_task(tools.call(call_of("hang", "{}", ONCE, 30))) for _ in range(5)]
            await until(lambda: ran(journal).count("hang") == 5)
            process.kill()
            outcomes = await asyncio.gather(*hanging)
        assert [type(outcome) for outcome in outcomes] == [Unknown] * 5
        unreached = await tools.call(call_of("pay", {"amount": 1}, ONCE, seconds=1))
        assert isinstance(unreached, Refused) and unreached.code == ErrorCode.TOOL_FAILED
        await until(lambda: not status(tools).connected)
        with http_server(port, journal):
            assert isinstance(await tools.call(call_of("pay", {"amount": 1}, ONCE)), Returned)
    assert ran(journal) == ["hang"] * 5 + ["pay"]


async def test_an_http_server_that_comes_late_is_waited_for(journal: Path) -> None:
    port = free_port()
    async with McpTools([http_config(port)]) as tools:
        outcome = await tools.call(call_of("number", seconds=0.5))
        assert isinstance(outcome, Refused) and outcome.code == ErrorCode.TOOL_FAILED
        assert "ConnectError" in outcome.detail
        waiting = asyncio.create_task(tools.call(call_of("number")))
        with http_server(port, journal):
            assert isinstance(await waiting, Returned)
            assert status(tools).connected and "number" in status(tools).tools


# --- HTTP answers that no good server gives -----------------------------------------------------------------------


@asynccontextmanager
async def raw_http(answer: Callable[[str, int], tuple[int, bytes]]) -> AsyncIterator[int]:
    """An HTTP server on loopback; `answer(method, id)` of a JSON-RPC call gives status and body, b"" hangs up."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        fields = dict(line.lower().split(": ", 1) for line in head.decode().splitlines()[1:] if ": " in line)
        body = await reader.readexactly(int(fields.get("content-length", 0)))
        message = simplejson.loads(body) if body else {}
        code, text = answer(message.get("method", ""), message.get("id", 0))
        if text or code != 200:
            kind = b"content-type: application/json\r\nconnection: close\r\n"
            writer.write(b"HTTP/1.1 %d X\r\n%scontent-length: %d\r\n\r\n" % (code, kind, len(text)) + text)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


def handshake(method: str, number: int) -> tuple[int, bytes] | None:
    """What the older protocol answers until a tool is called; None for the call itself."""
    listing = {"tools": [{"name": "pay", "inputSchema": {"type": "object"}}]}
    hello = {"protocolVersion": "2025-06-18", "capabilities": {"tools": {}}, "serverInfo": {"name": "x", "version": ""}}
    result = {"initialize": hello, "tools/list": listing}.get(method)
    if method == "tools/call":
        return None
    if result is None:
        return (202, b"") if method.startswith("notifications/") else (400, b"no")
    return 200, simplejson.dumps({"jsonrpc": "2.0", "id": number, "result": result}).encode()


@pytest.mark.parametrize(
    ("code", "body", "kind"),
    [
        (500, b"oops", Unknown),
        (502, b"oops", Unknown),
        (200, b"", Unknown),
        (200, b'{"jsonrpc": "2.0", "id": 1, "resu', Unknown),
        (200, b'{"jsonrpc": "2.0", "id": 1, "result": {"content": 5}}', Unknown),
        (200, b"\xff\xfe garbage", Unknown),
        (401, b"who are you", Refused),
        (403, b"no", Refused),
        (404, b"which session", Refused),
        (429, b"slowly", Refused),
        (200, b'{"jsonrpc": "2.0", "id": 1, "error": {"code": -32601, "message": "what"}}', Refused),
        (200, b'{"jsonrpc": "2.0", "id": 1, "error": {"code": -32603, "message": "crash"}}', Unknown),
    ],
)
async def test_what_http_says_of_an_effect(code: int, body: bytes, kind: type) -> None:
    calls: list[int] = []

    def answer(method: str, number: int) -> tuple[int, bytes]:
        if (good := handshake(method, number)) is not None:
            return good
        calls.append(number)
        return code, body.replace(b'"id": 1', b'"id": %d' % number)

    async with raw_http(answer) as port, McpTools([http_config(port)]) as tools:
        assert type(await tools.call(call_of("pay", "{}", KEYED, seconds=10))) is kind
        assert len(calls) == 1


async def test_a_session_that_the_server_forgot_is_begun_again() -> None:
    calls: list[int] = []

    def answer(method: str, number: int) -> tuple[int, bytes]:
        if (good := handshake(method, number)) is not None:
            return good
        calls.append(number)
        if len(calls) == 1:
            return 404, b"which session"
        done = {"content": [{"type": "text", "text": "done"}]}
        return 200, simplejson.dumps({"jsonrpc": "2.0", "id": number, "result": done}).encode()

    async with raw_http(answer) as port, McpTools([http_config(port)]) as tools:
        assert isinstance(await tools.call(call_of("pay", "{}", ONCE)), Refused)
        await until(lambda: not status(tools).connected)
        assert await tools.call(call_of("pay", "{}", ONCE)) == Returned("done")
        assert len(calls) == 2


# --- many callers, cancellation, ends -----------------------------------------------------------------------------


async def test_twenty_calls_at_once_get_each_its_own_answer(tools: McpTools) -> None:
    names = [f"n{index}" for index in range(20)]
    outcomes = await asyncio.gather(*(tools.call(call_of("wait", {"seconds": 0.3, "name": name})) for name in names))
    assert outcomes == [Returned(name) for name in names]


async def test_a_cancelled_caller_leaves_the_session_whole(tools: McpTools, journal: Path) -> None:
    await tools.call(call_of("number"))
    for seconds in (0, 0.001, 0.01, 0.1):
        caller = asyncio.create_task(tools.call(call_of("hang", "{}", ONCE)))
        await asyncio.sleep(seconds)
        caller.cancel()
        with pytest.raises(asyncio.CancelledError):
            await caller
    before = status(tools)
    assert isinstance(await tools.call(call_of("number")), Returned)
    assert before.connected


async def test_a_server_that_talks_garbage_is_just_not_connected(journal: Path) -> None:
    tools = McpTools([stdio_config(journal, "garbage")])
    await tools.start()
    outcome = await tools.call(call_of("pay", {"amount": 1}, ONCE, seconds=1))
    assert isinstance(outcome, Refused) and outcome.code == ErrorCode.TOOL_FAILED
    await stop_in_time(tools)


async def test_a_program_that_is_not_there_says_so(journal: Path) -> None:
    async with McpTools([ServerConfig("fake", command=("/no/such/program",))]) as tools:
        outcome = await tools.call(call_of("pay", "{}", ONCE, seconds=0.3))
        assert isinstance(outcome, Refused) and "FileNotFoundError" in outcome.detail


async def stop_in_time(tools: McpTools) -> None:
    before = time.monotonic()
    await tools.stop()
    assert time.monotonic() - before < 8


async def test_stop_ends_children_and_calls(journal: Path) -> None:
    tools = McpTools([stdio_config(journal)])
    await tools.start()
    answered = await tools.call(call_of("pid"))
    assert isinstance(answered, Returned)
    hanging = asyncio.create_task(tools.call(call_of("hang", "{}", ONCE, 60)))
    await until(lambda: ran(journal) == ["hang"])
    await stop_in_time(tools)
    assert isinstance(await hanging, Unknown)
    with pytest.raises(ProcessLookupError):
        os.kill(int(answered.value), 0)
    late: CallOutcome = await tools.call(call_of("number", seconds=5))
    assert isinstance(late, Refused)


async def test_start_does_not_wait_for_anybody(journal: Path) -> None:
    before = time.monotonic()
    tools = McpTools([stdio_config(journal, "garbage"), ServerConfig("down", url=f"http://127.0.0.1:{free_port()}/")])
    await tools.start()
    assert time.monotonic() - before < 2
    assert list(tools.servers()) == ["fake", "down"]
    await stop_in_time(tools)


async def test_what_is_declared_of_a_tool(journal: Path) -> None:
    tools = McpTools([stdio_config(journal)])
    assert tools.spec("fake__pay") == ToolSpec("fake__pay", EffectClass.READ)
    assert tools.spec("fake__undeclared") == ToolSpec("fake__undeclared", EffectClass.ONCE)
    assert tools.spec("other__pay") is None
    assert tools.spec("pay") is None


@pytest.mark.parametrize("arguments", [{}, {"command": ("a",), "url": "http://127.0.0.1"}])
async def test_a_server_is_a_command_or_a_url(arguments: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="either a command or a url"):
        ServerConfig("fake", **arguments)
    with pytest.raises(ValueError, match="'__'"):
        ServerConfig("a__b", command=("a",))
