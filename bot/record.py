"""`assent audit verify` and `assent audit export`, beside a running Assent or without one."""

import asyncio
import os
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.database import path_of, told
from bot.faults import SettingsError
from bot.settings import Settings
from channels.web.dashboard.sheets import line
from engine.values import dump
from storage import verify as chain
from storage.audit import AuditRow, Head
from storage.db import existing

OK, NO = 0, 1
COLUMNS = ("number", "at", "actor", "event", "subject", "detail", "hash")


def verify(settings: Settings, head: str) -> int:
    """Say whether the record is whole; `head` is a hash that was kept elsewhere, or ""."""
    if head and not re.fullmatch("[0-9a-f]{64}", head):
        raise SettingsError([f"--head {head[:80]} is no hash: write the 64 digits that `assent backup` printed."])
    try:
        with told():
            last = asyncio.run(_verify(path_of(settings), head))
    except chain.ChainBroken as broken:
        print(f"{broken}.")  # noqa: T201 - the answer of a command
        return NO
    print(f"The record is whole: {last.number} rows, head {last.hash}")  # noqa: T201
    return OK


async def _verify(path: Path, head: str) -> Head:
    async with existing(path) as database:
        return await chain.verify(database, head or None)


def export(settings: Settings, form: str, since: str) -> int:
    """Write the record to standard output, oldest row first."""
    if form not in _WRITERS:
        raise SettingsError([f"There is no format {form!r}. Write json or csv."])
    try:
        with told():
            asyncio.run(_export(path_of(settings), _WRITERS[form](), _moment(since) if since else None))
            sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has seen enough; the interpreter must not stumble over the closed pipe when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return OK


async def _export(path: Path, write: Callable[[AuditRow], Any], since: datetime | None) -> None:
    async with existing(path) as database:
        async for row in chain.rows(database, since):
            write(row)


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise SettingsError([f"--since {text[:80]} is no day or moment. Write one such as 2026-11-01."]) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def json_line(row: AuditRow) -> str:
    """A row as a line of JSON."""
    return f"{dump(row.as_json())}\n"


def csv_line(row: AuditRow, end: str) -> str:
    """A row as a line of CSV, with its end."""
    return line(({**row.as_json(), "detail": row.detail}[name] for name in COLUMNS), end)


def _as_json() -> Callable[[AuditRow], Any]:
    return lambda row: sys.stdout.write(json_line(row))


def _as_csv() -> Callable[[AuditRow], Any]:
    sys.stdout.write(line(COLUMNS, "\n"))
    return lambda row: sys.stdout.write(csv_line(row, "\n"))


_WRITERS: dict[str, Callable[[], Callable[[AuditRow], Any]]] = {"json": _as_json, "csv": _as_csv}
