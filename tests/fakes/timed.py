"""What waits for people and for time: the real engine, desk and alarm on a database, by a clock that a test sets."""

import itertools
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.alarm import Alarm
from bot.cards import Cards
from bot.desk import Actor, Desk
from bot.i18n import Locales
from bot.people import People
from bot.reminders import Reminders
from bot.secrets import InstanceSecrets
from bot.settings import Settings
from channels.views import Answer
from engine.environment import Environment
from engine.events import Inbound
from engine.execution import Execution
from engine.handoff import Handoff
from engine.ids import BotId, HandoffId, Place
from engine.runner import Runner
from engine.store import Heard
from engine.transitions import Action
from engine.values import canonical, from_micros
from engine.workflow.load import load
from storage import opening
from storage.opening import Storage
from storage.transaction import Sql, Transaction
from tests.fakes.clocks import HandClock
from tests.fakes.house import NotedTools
from tests.unit.workflows import edge, handoff, message, tool, trigger

_LOCALES = Locales("en")
_users = itertools.count(1)


def nobody() -> None:
    """There is no outbox to wake."""


def asks(handles: Sequence[str] = ("approved", "rejected"), **data: Any) -> str:
    """A workflow that asks at once; whatever people agree to pays, everything else says no."""
    nodes = [trigger(), handoff("ask", **data), tool("pay"), message("yes"), message("no")]
    paid = [handle for handle in handles if handle not in ("rejected", "timeout")]
    ways = ["start > ask", "pay > yes", *(f"ask.{handle} > pay" for handle in paid)]
    ways += [f"ask.{handle} > no" for handle in handles if handle not in paid]
    return json.dumps({"nodes": nodes, "edges": [edge(way) for way in ways]})


@dataclass
class Process:
    """One life of a process on the database: nothing is in it that a later one could not make anew."""

    runner: Runner
    desk: Desk
    alarm: Alarm
    reminders: Reminders
    _rest: list[Execution]

    async def sweep(self) -> None:
        """Let it look at what is due, and carry out what follows."""
        await self.alarm.sweep()
        await self.finish()

    async def finish(self) -> None:
        """Carry out what has been decided."""
        while self._rest:
            await self.runner.carry_on(self._rest.pop())

    async def acts(self, who: str, handoff: HandoffId, action: Action, reason: str = "", choice: str = "") -> Answer:
        """Have somebody decide."""
        actor = Actor(f"play:{who}", who, "play:review", "en")
        answer = await self.desk.act(actor, handoff, action, reason, choice)
        await self.finish()
        return answer


@dataclass
class World:
    """A database, a clock by hand, and the tools that are only noted down."""

    storage: Storage
    clock: HandClock
    tools: NotedTools = field(default_factory=lambda: NotedTools(shop__buy="keyed"))

    async def process(self, settings: Settings, workflows: Mapping[str, str]) -> Process:
        """A process that works on it."""
        store, clock = self.storage.store, self.clock
        people = People(settings, now=clock.now)
        known = {BotId(bot): load(text) for bot, text in workflows.items()}
        for workflow in known.values():
            await store.keep_workflow(workflow.hash, workflow.name, canonical(workflow.document))
        instance, key = await store.instance()
        env = Environment(clock, InstanceSecrets(key), people, self.tools, instance)
        runner, rest = Runner(store, env, known), list[Execution]()
        cards = Cards(_LOCALES, people)
        desk = Desk(store, runner, people, cards, _LOCALES, clock, rest.append, nobody)
        reminders = Reminders(store, people, _LOCALES, clock, "en")
        return Process(runner, desk, Alarm(store, desk, reminders, nobody), reminders, rest)

    async def opens(self, process: Process, bot: str) -> Handoff:
        """Have a new customer write to a bot whose workflow asks at once."""
        store, number = self.storage.store, next(_users)
        user = f"customer-{number}"
        said = Inbound("hello", user, "Chris", "play", f"play:{user}", self.clock.now())
        heard = Heard(f"play/timed/{number}", bot, "default", Place(f"play:{user}"), "en", said)
        conversation = await store.record_inbound(heard)
        assert conversation is not None
        turn = await store.next_turn(conversation)
        assert turn is not None
        await process.runner.answer(turn)
        [(handoff,)] = await self.rows("SELECT id FROM handoff WHERE conversation_id = ?", conversation)
        return await self.handoff(HandoffId(handoff))

    async def handoff(self, which: HandoffId) -> Handoff:
        """A handoff as it stands."""
        return (await self.storage.store.case(which)).handoff

    async def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Look into the database."""

        def look() -> Transaction[list[tuple[Any, ...]]]:
            return (yield Sql(sql, values))

        return await self.storage.database.run(look())

    async def due(self) -> datetime | None:
        """When something is due next."""
        [(due, remind)] = await self.rows("SELECT MIN(due_at), MIN(remind_at) FROM handoff")
        found = [from_micros(moment) for moment in (due, remind) if moment is not None]
        return min(found, default=None)

    async def fired(self, which: HandoffId, event: str) -> list[datetime]:
        """When something happened to a handoff."""
        rows = await self.rows("SELECT at FROM audit WHERE subject = ? AND event = ? ORDER BY id", which, event)
        return [from_micros(at) for (at,) in rows]

    async def forget(self) -> None:
        """Let everything that still waits wait for ever, and nobody have been told of anything."""
        await self.rows("UPDATE handoff SET due_at = NULL, remind_at = NULL")
        await self.rows("DELETE FROM instance WHERE name LIKE 'note:reminded/%'")


@asynccontextmanager
async def world(url: str, moment: datetime = datetime(2026, 3, 1, 12, tzinfo=UTC)) -> AsyncIterator[World]:
    """An empty database until the block ends."""
    clock = HandClock(moment)
    await opening.migrate(url)
    async with opening.opened(url, clock, timedelta(minutes=1)) as storage:
        yield World(storage, clock)
