"""An MCP transport to a child process: one JSON message per line, every line bounded, the child always ended.

The SDK's own stdio transport joins a long line piece by piece, which holds the loop for minutes at 100 MB, and logs
what it cannot read; this one refuses a line above `MAX_MESSAGE` and never logs what a server wrote.
"""

import asyncio
import logging
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import anyio
import mcp_types as types
from anyio.abc import ObjectReceiveStream, ObjectSendStream
from mcp.client._transport import TransportStreams
from mcp.client.stdio import get_default_environment
from mcp.shared.message import SessionMessage

from bot.mcp_wire import MAX_MESSAGE, Wire

logger = logging.getLogger(__name__)

GRACE = 2.0
"""Seconds that a child has to end by itself after its stdin closed, and again after SIGTERM."""
POLL = 0.01


@asynccontextmanager
async def stdio_transport(
    command: Sequence[str], env: Mapping[str, str], cwd: Path | None, wire: Wire
) -> AsyncIterator[TransportStreams]:
    """Start `command` in a process group of its own and yield its streams; leaving ends the group within 5 s.

    The child sees a small part of our environment and `env`, never our secrets; its stderr is ours. A program called
    `python` is the interpreter that runs us. Raises OSError if it cannot be started.
    """
    process = await asyncio.create_subprocess_exec(
        *_resolve(command),
        stdin=PIPE,
        stdout=PIPE,
        env={**get_default_environment(), **env},
        cwd=cwd,
        limit=MAX_MESSAGE,
        start_new_session=True,
    )
    heard_in, heard = anyio.create_memory_object_stream[SessionMessage | Exception](0)
    said, said_out = anyio.create_memory_object_stream[SessionMessage](0)
    try:
        async with anyio.create_task_group() as group:
            group.start_soon(_read, process, heard_in, wire)
            group.start_soon(_write, process, said_out, wire)
            try:
                yield heard, said
            finally:
                group.cancel_scope.cancel()
    finally:
        with anyio.CancelScope(shield=True):
            await _end(process)
        for stream in (heard_in, heard, said, said_out):
            stream.close()


def _resolve(command: Sequence[str]) -> list[str]:
    program, *arguments = command
    return [sys.executable if program in ("python", "python3") else program, *arguments]


async def _read(process: Process, heard: ObjectSendStream[SessionMessage | Exception], wire: Wire) -> None:
    assert process.stdout is not None
    try:
        async with heard:
            while line := await process.stdout.readline():
                if (message := _message(line)) is not None:
                    await heard.send(message)
        wire.lose("its process ended")
    except ValueError:
        wire.lose(f"it wrote a line of more than {MAX_MESSAGE} bytes")
    except (OSError, anyio.BrokenResourceError, anyio.ClosedResourceError):
        wire.lose("its output was closed")


def _message(line: bytes) -> SessionMessage | None:
    """The message of one line; None for a line that is none, such as a stray print."""
    try:
        return SessionMessage(types.jsonrpc_message_adapter.validate_json(line, by_name=False))
    except ValueError:
        if line.strip():
            logger.debug("skipped a line of %d bytes that is no message", len(line))
        return None


async def _write(process: Process, said: ObjectReceiveStream[SessionMessage], wire: Wire) -> None:
    assert process.stdin is not None
    try:
        async with said:
            async for item in said:
                process.stdin.write(item.message.model_dump_json(by_alias=True, exclude_unset=True).encode() + b"\n")
                await process.stdin.drain()
    except (OSError, RuntimeError):
        wire.lose("it does not read any more")


async def _end(process: Process) -> None:
    """Close the child's stdin, wait, then SIGTERM and SIGKILL its whole group; every wait is bounded."""
    assert process.stdin is not None
    process.stdin.close()
    for force in (signal.SIGTERM, signal.SIGKILL):
        if await _exited(process, GRACE):
            return
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, force)
    if not await _exited(process, GRACE / 2):
        logger.warning("MCP server process %d is still there after SIGKILL", process.pid)


async def _exited(process: Process, seconds: float) -> bool:
    """Whether the process ended in that time; `Process.wait` would also wait for pipes that a grandchild holds."""
    deadline = anyio.current_time() + seconds
    while process.returncode is None:
        if anyio.current_time() >= deadline:
            return False
        await anyio.sleep(POLL)
    return True
