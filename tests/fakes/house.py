"""The whole application in this process, over a real database and with tools that are only noted down."""

import asyncio
import itertools
import json
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from bot.app import App
from bot.clock import SystemClock
from bot.process import running
from bot.settings import load_settings
from bot.tools import McpTools
from channels.base import Inbound, Tap
from channels.tokens import CardToken, encode
from channels.views import Answer
from engine.tools import CallOutcome, EffectClass, Returned, ToolCall, ToolSpec

CONFIG = """
database = "sqlite://assent.db"
[web]
playground = true
port = 0
[email]
provider = "playground"
[people.ana]
play = "ana"
admin = true
[teams.finance]
members = ["ana"]
post = ["play:review"]
"""
_numbers = itertools.count(1)


class NotedTools:
    """Tools that answer as they are told to, by default with `{"ok": true}`; `calls` holds what was sent."""

    def __init__(self, **effects: str) -> None:
        self._specs = {
            name: ToolSpec(name, EffectClass(effect), "key" if effect == "keyed" else None)
            for name, effect in effects.items()
        }
        self.calls: list[ToolCall] = []
        self.answer: Callable[[ToolCall], CallOutcome] = lambda call: Returned({"ok": True})

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *left: object) -> None:
        return None

    def servers(self) -> Sequence[str]:
        return [name.partition("__")[0] for name in self._specs]

    def spec(self, name: str) -> ToolSpec | None:
        return self._specs.get(name)

    def fingerprint(self, name: str) -> str:
        return "the same tool"

    def status(self) -> Mapping[str, Any]:
        return {}

    async def call(self, call: ToolCall) -> CallOutcome:
        self.calls.append(call)
        return self.answer(call)


class House:
    """One life of the process on a folder's database."""

    def __init__(self, app: App, database: Path, clock: SystemClock) -> None:
        self.app = app
        self.clock = clock
        self._database = database

    async def says(self, user: str, text: str, bot: str = "") -> None:
        """Have a customer write something."""
        number = f"{user}-{next(_numbers)}-{text[:20]}"
        at = self.clock.now()
        await self.app.inbox.hear(
            Inbound("play", "default", number, f"play:{user}", user, user, text, at, bot=bot, locale="en")
        )

    async def taps(self, handoff: str, action: str, who: str = "ana") -> Answer:
        """Press a button of a card."""
        return await self.presses(encode(CardToken(handoff, action)), who)

    async def presses(self, token: str, who: str = "ana") -> Answer:
        """Press a button by what it carries."""
        return await self.app.taps.tap(Tap("play", "default", "play:review", who, who, token, "en"))

    def asks(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Look into the database as anybody could."""
        with closing(sqlite3.connect(self._database, timeout=10)) as connection:
            return connection.execute(sql, values).fetchall()

    def cards(self) -> list[dict[str, Any]]:
        """The cards of the review group as the page shows them, oldest first."""
        return [json.loads(body) for (body,) in self.asks("SELECT body FROM board WHERE kind = 'card' ORDER BY id")]

    def told(self, user: str) -> list[str]:
        """What a customer was told."""
        rows = self.asks("SELECT body FROM board WHERE place = ? AND kind = 'text' ORDER BY id", f"play:{user}")
        return [json.loads(body)["text"] for (body,) in rows]

    async def until(self, sql: str, expected: object = 1, seconds: float = 20.0) -> None:
        """Wait until the first column of the first row is that; fails with what it is instead."""
        for _ in range(int(seconds / 0.02)):
            found = self.asks(sql)[0][0]
            if found == expected:
                return
            await asyncio.sleep(0.02)
        raise AssertionError(f"{sql}: {found} instead of {expected}")

    async def rests(self) -> None:
        """Wait until nothing goes on: no run is active, no message unanswered, no effect unsent."""
        await self.until(
            "SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'new') "
            "+ (SELECT COUNT(*) FROM run WHERE status = 'active') "
            "+ (SELECT COUNT(*) FROM effect WHERE state = 'new')",
            0,
        )


def configured(folder: Path, workflows: Mapping[str, Mapping[str, Any]]) -> Path:
    """Write a configuration with one bot per workflow; answers its file."""
    bots = ""
    for name, workflow in workflows.items():
        (folder / f"{name}.json").write_text(json.dumps(workflow))
        bots += f'[bots.{name}]\nworkflow = "{name}.json"\nteam = "finance"\n'
    file = folder / "assent.toml"
    file.write_text(CONFIG + bots)
    return file


@asynccontextmanager
async def living(config: Path, tools: NotedTools, **options: Any) -> AsyncIterator[House]:
    """The application at work until the block ends."""
    settings = load_settings(config, {})
    clock = SystemClock()

    def wrap(port: Any) -> Any:
        return tools if isinstance(port, McpTools) else port

    async with running(settings, clock, wrap, **options) as app:
        yield House(app, config.parent / "assent.db", clock)


def workflow(nodes: Mapping[str, Mapping[str, Any]], edges: Sequence[str]) -> dict[str, Any]:
    """A document; nodes are `id: {type, ...data}`, edges `source[.handle] target`, and a trigger `t` is added."""
    trigger = {"id": "t", "type": "trigger", "data": {"triggerType": "message_received"}}
    listed = [
        {"id": i, "type": d["type"], "data": {k: v for k, v in d.items() if k != "type"}} for i, d in nodes.items()
    ]
    return {"nodes": [trigger, *listed], "edges": [_edge(edge) for edge in edges]}


def _edge(text: str) -> dict[str, str]:
    source, target = text.split()
    node, _, handle = source.partition(".")
    return {"source": node, "target": target, **({"sourceHandle": handle} if handle else {})}


def now() -> datetime:
    """The machine's time."""
    return datetime.now(UTC)
