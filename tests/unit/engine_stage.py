"""A run in memory: the real execution with a clock that stands, secrets that count, and tools that are only named."""

import itertools
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from engine.conversation import Conversation
from engine.environment import Environment
from engine.events import Inbound
from engine.execution import Execution
from engine.ids import BotId, ConversationId, PersonId, Place, RunId
from engine.run import Run
from engine.tools import CallOutcome, EffectClass, ToolCall, ToolSpec, Unknown
from engine.workflow.load import load

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
CUSTOMER = Conversation(ConversationId(1), BotId("b"), "play", "default", Place("play:chris"), "chris", "Chris", "en")


class StandingClock:
    """Always noon."""

    def now(self) -> datetime:
        return NOW

    def elapsed(self) -> float:
        return 0.0

    async def sleep(self, seconds: float) -> None:
        return None


class CountingSecrets:
    """Ids and codes in their order."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)

    def new_id(self) -> str:
        return f"id{next(self._numbers)}"

    def new_code(self) -> str:
        return "123456"

    def digest(self, *parts: str) -> str:
        return "|".join(parts)

    def seal(self, text: str) -> str:
        return f"sealed {text}"


class OneTeam:
    """A directory with one team that reads at one place."""

    def team(self, bot: BotId) -> str:
        return "finance"

    def review_places(self, bot: BotId, team: str, channels: Sequence[str]) -> Sequence[Place]:
        return (Place("play:review"),)

    def operator_places(self, bot: BotId) -> Sequence[Place]:
        return (Place("play:operators"),)

    def reminders(self, bot: BotId) -> tuple[timedelta, ...]:
        return ()

    def quorum(self, team: str) -> int:
        return 1

    def counts(self, person: PersonId, team: str, stands_for: PersonId | None = None, by_role: bool = False) -> bool:
        return True

    def works_at(self, team: str, moment: datetime) -> datetime:
        return moment

    def estimate(self, bot: BotId) -> str:
        return ""

    def contact(self, bot: BotId) -> str:
        return ""


class NamedTools:
    """Tools that are declared and never called here."""

    def __init__(self, **effects: str) -> None:
        self._specs = {
            name: ToolSpec(name, EffectClass(effect), "key" if effect == "keyed" else None)
            for name, effect in effects.items()
        }
        self.described = "as it was"

    def servers(self) -> Sequence[str]:
        return [name.partition("__")[0] for name in self._specs]

    def spec(self, name: str) -> ToolSpec | None:
        return self._specs.get(name)

    def fingerprint(self, name: str) -> str:
        return self.described

    async def call(self, call: ToolCall) -> CallOutcome:
        return Unknown("nobody is there")


def execution(nodes: Mapping[str, Mapping[str, Any]], edges: Sequence[str], **effects: str) -> Execution:
    """A fresh execution; nodes are `id: {type, ...data}`, edges `source[.handle] target`."""
    document = {
        "nodes": [
            {"id": i, "type": d["type"], "data": {k: v for k, v in d.items() if k != "type"}} for i, d in nodes.items()
        ],
        "edges": [_edge(edge) for edge in edges],
    }
    workflow = load(json.dumps(document))
    run = Run(RunId("r"), BotId("b"), CUSTOMER.id, workflow.hash, NOW)
    env = Environment(StandingClock(), CountingSecrets(), OneTeam(), NamedTools(**effects), "instance")
    return Execution(workflow, run, CUSTOMER, env)


def message(text: str) -> Inbound:
    """Something that the customer writes."""
    return Inbound(text, "chris", "Chris", "play", "play:chris", NOW)


def _edge(text: str) -> dict[str, str]:
    source, target = text.split()
    node, _, handle = source.partition(".")
    return {"source": node, "target": target, **({"sourceHandle": handle} if handle else {})}
