"""Assent under load in a process that is killed: many customers ask at once, and people answer whatever is open."""

import asyncio
import contextlib
import json
import os
import random
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bot.app import App
from bot.desk import Actor
from bot.process import running
from bot.settings import load_settings
from bot.tools import McpTools
from channels.base import Inbound
from engine.ids import HandoffId
from engine.tools import CallOutcome, EffectClass, Returned, ToolCall, ToolSpec
from engine.transitions import Action
from engine.values import parse
from tests.fakes.house import NotedTools, configured, workflow

ANA = Actor("play:ana", "Ana", "play:review", "en")
AT_ONCE = 16
LOOK_EVERY = 0.02
APPROVED, REJECTED = "Refunded.", "Not refunded."
KEYED, ONCE = "keyed", "once"
TIMEOUT = timedelta(seconds=1)


def order_of(number: int) -> str:
    """The order of a customer: what is said of it and what is called for it follow from its number alone."""
    return f"{number:06d}"


def is_approved(order: str) -> bool:
    """What people say to it: one of four is rejected."""
    return int(order) % 4 != 3


def bot_of(number: int) -> str:
    """Every fifth customer's refund goes to a provider that knows no keys."""
    return ONCE if number % 5 == 0 else KEYED


def _refund(server: str) -> dict[str, Any]:
    order = {"order": "{{message}}"}
    nodes = {
        "lookup": {"type": "mcp_tool", "toolName": "orders__get", "arguments": order, "outputVariable": "found"},
        "ask": {"type": "action", "actionType": "human_handoff", "reason": "Refund {{found.order}}?"},
        "refund": {"type": "mcp_tool", "toolName": f"{server}__refund", "arguments": {"order": "{{found.order}}"}},
        "yes": {"type": "send_message", "message": APPROVED},
        "no": {"type": "send_message", "message": REJECTED},
    }
    return workflow(nodes, ["t lookup", "lookup ask", "ask.approved refund", "ask.rejected no", "refund yes"])


def founded(folder: Path) -> Path:
    """A folder with a configuration and an empty ledger; answers the configuration."""
    with closing(sqlite3.connect(folder / "ledger.db")) as books:
        books.execute("PRAGMA journal_mode=WAL")
        books.execute("CREATE TABLE refunds (order_id TEXT, key TEXT UNIQUE)")
    config = configured(folder, {KEYED: _refund(KEYED), ONCE: _refund(ONCE)})
    text = config.read_text(encoding="utf-8")
    config.write_text(text + '[run]\nlease = "1s"\n', encoding="utf-8")
    return config


class Books(NotedTools):
    """Tools that book every execution in a file; only the keyed provider knows what a key is."""

    def __init__(self, ledger: Path, chance: random.Random) -> None:
        super().__init__(orders__get="read", keyed__refund="keyed", once__refund="once")
        self._ledger = ledger
        self._chance = chance

    def spec(self, name: str) -> ToolSpec | None:
        declared = super().spec(name)
        return declared and ToolSpec(declared.name, declared.effect, declared.key_argument, TIMEOUT)

    async def call(self, call: ToolCall) -> CallOutcome:
        await asyncio.sleep(self._chance.random() * 0.02)
        arguments = parse(call.arguments)
        if call.effect is EffectClass.READ:
            return Returned({"order": arguments["order"]})
        with closing(sqlite3.connect(self._ledger, timeout=10)) as books, books:
            books.execute("INSERT OR IGNORE INTO refunds VALUES (?, ?)", (arguments["order"], arguments.get("key")))
        await asyncio.sleep(self._chance.random() * 0.02)
        return Returned({"ok": True})


@dataclass(frozen=True, slots=True)
class Shift:
    """One life: where, and how many customers have come by then."""

    folder: Path
    config: Path
    customers: int
    seed: str


def work(shift: Shift, parent: Connection) -> None:
    """Serve until everything is finished; tells the parent when it is ready, and that."""
    said = os.open(shift.folder / "stderr.txt", os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.dup2(said, sys.stderr.fileno())
    asyncio.run(_serve(shift, parent))


async def _serve(shift: Shift, parent: Connection) -> None:
    tools = Books(shift.folder / "ledger.db", random.Random(shift.seed))

    def wrap(port: Any) -> Any:
        return tools if isinstance(port, McpTools) else port

    async with running(load_settings(shift.config, {}), wrap=wrap) as app:
        parent.send("ready")
        await Crowd(app, shift).until_finished()
        parent.send("finished")


class Crowd:
    """Everybody outside: customers who ask until they were heard, and one who decides what is open."""

    def __init__(self, app: App, shift: Shift) -> None:
        self._app = app
        self._shift = shift
        self._gate = asyncio.Semaphore(AT_ONCE)

    async def until_finished(self) -> None:
        """Go on until nobody waits for anything."""
        while True:
            await self._all(self._ask(number, again) for number, again in self._unheard())
            await self._all(self._decide(*row) for row in self._open())
            if self._is_finished():
                return
            await asyncio.sleep(LOOK_EVERY)

    async def _all(self, jobs: Iterator[Any]) -> None:
        async def one(job: Any) -> None:
            async with self._gate:
                await job

        await asyncio.gather(*map(one, jobs))

    def _asks(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return rows(self._shift.folder / "assent.db", sql, *values)

    def _unheard(self) -> list[tuple[int, int]]:
        """Customers whose words stand nowhere, and those whose words were set aside: they ask again."""
        states: dict[int, list[str]] = {}
        for source, state in self._asks("SELECT source, state FROM inbox"):
            states.setdefault(int(source.rpartition("/")[2].partition("-")[0]), []).append(state)
        numbers = range(self._shift.customers)
        return [(n, len(states.get(n, ()))) for n in numbers if all(s == "poison" for s in states.get(n, ()))]

    async def _ask(self, number: int, again: int) -> None:
        user, source = f"c{number}", f"{number}-{again}"
        await self._app.inbox.hear(
            Inbound("play", "default", source, f"play:{user}", user, user, order_of(number), datetime.now(UTC),
                    bot=bot_of(number), locale="en")
        )  # fmt: skip

    def _open(self) -> list[tuple[Any, ...]]:
        return self._asks("SELECT id, kind, question FROM handoff WHERE state = 'pending' ORDER BY RANDOM() LIMIT 50")

    async def _decide(self, handoff: str, kind: str, question: str) -> None:
        """The word that is true: of a call in doubt, what the books say; whatever else stopped is tried again."""
        asked = json.loads(question)
        action, words = Action.RETRY, ""
        if kind == "approval":
            approved = is_approved(asked["reason"].removeprefix("Refund ").removesuffix("?"))
            action = Action.APPROVE if approved else Action.REJECT
        elif kind == "doubt":
            order = json.loads(asked["error"]["arguments"])["order"]
            if rows(self._shift.folder / "ledger.db", "SELECT 1 FROM refunds WHERE order_id = ?", order):
                action, words = Action.CONFIRM, "seen in the books"
        await self._app.desk.act(ANA, HandoffId(handoff), action, words)

    def _is_finished(self) -> bool:
        return not self._unheard() and not unfinished(self._shift.folder)


def rows(file: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """What a file answers to plain SQL."""
    with contextlib.closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=10)) as connection:
        return connection.execute(sql, values).fetchall()


def unfinished(folder: Path) -> Sequence[tuple[str, int]]:
    """What somebody must still do: how much of what."""
    left = [
        (what, rows(folder / "assent.db", f"SELECT COUNT(*) FROM {table} WHERE {where}")[0][0])
        for what, table, where in (
            ("messages", "inbox", "state = 'new'"),
            ("effects", "effect", "state = 'new'"),
            ("calls", "tool_intent", "state = 'open'"),
            ("runs", "run", "status NOT IN ('done', 'cancelled')"),
            ("handoffs", "handoff", "state IN ('pending', 'rejecting', 'confirming')"),
        )
    ]
    return [(what, number) for what, number in left if number]
