"""What a simulated schedule stands on: one thread, one seed, and a process that can end at every write and call."""

import asyncio
import json
import random
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from selectors import SelectSelector
from typing import Any
from zlib import crc32

from engine.errors import ErrorCode
from engine.ids import random_id
from engine.tools import CallOutcome, EffectClass, Refused, Returned, ToolCall, ToolSpec, Unknown
from storage.transaction import ResultT, Transaction
from tests.fakes.clocks import HandClock
from tests.faults.chance_workflows import TOOLS

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
CODE = "135790"
TIMEOUT = timedelta(seconds=30)


class Died(BaseException):
    """The process ended here. Nothing of it goes on, so nothing may catch this."""


@dataclass(slots=True)
class Fate:
    """How many more boundaries this life passes; None for all. A boundary is before or after a write or a call."""

    left: int | None = None
    dead: bool = False
    deaths: int = 0

    def boundary(self) -> None:
        if self.left is not None:
            self.left -= 1
            self.dead = self.dead or self.left <= 0
        if self.dead:
            raise Died

    def born_again(self) -> None:
        self.deaths += self.dead
        self.left, self.dead = None, False


class SeededSecrets:
    """Ids by the seed, and always the same code."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def new_id(self) -> str:
        return random_id(self._chance.randbytes(16))

    def new_code(self) -> str:
        return CODE

    def digest(self, *parts: str) -> str:
        return "|".join(parts)

    def seal(self, text: str) -> str:
        return f"sealed {text}"


class NobodyOutside(SelectSelector):
    """What a loop asks for news from outside: there are none, so when everybody waits it is for ever."""

    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout is None or timeout > 0:
            raise AssertionError("everybody waits, and nobody goes on")
        return []


def small_loop() -> asyncio.AbstractEventLoop:
    """A loop for what has no sockets, files or time of its own."""
    return asyncio.SelectorEventLoop(NobodyOutside())


class InlineDatabase:
    """SQLite in this very thread and in memory, with the tables of the file `like`.

    Who comes first among those that wait is the seed's choice, not the machine's. What a commit on a disk is worth is
    seen where processes are really killed, not here.
    """

    def __init__(self, like: Path) -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None, cached_statements=256)
        with closing(sqlite3.connect(like)) as tables:
            tables.backup(self._connection)
        self._connection.execute("PRAGMA foreign_keys=ON")
        self.chance = random.Random(0)
        self.fate = Fate()

    async def run(self, transaction: Transaction[ResultT]) -> ResultT:
        for _ in range(self.chance.randrange(3)):
            await asyncio.sleep(0)
        self.fate.boundary()
        result = self._committed(transaction)
        self.fate.boundary()
        for _ in range(self.chance.randrange(3)):
            await asyncio.sleep(0)
        return result

    async def scrub(self) -> None:
        """There is no log."""

    def _committed(self, transaction: Transaction[ResultT]) -> ResultT:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            sql = next(transaction)
            while True:
                sql = transaction.send(self._connection.execute(sql.text, sql.values).fetchall())
        except StopIteration as end:
            self._connection.execute("COMMIT")
            return end.value  # type: ignore[no-any-return]
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """What plain SQL finds."""
        return self._connection.execute(sql, values).fetchall()

    def close(self) -> None:
        self._connection.close()


@dataclass(frozen=True, slots=True)
class Done:
    """One execution in the world outside."""

    tool: str
    key: str
    arguments: str


@dataclass(slots=True)
class SmallTools:
    """A shop that answers, refuses, or leaves one in the dark, whether it did its work or not."""

    chance: random.Random
    clock: HandClock
    fate: Fate
    done: list[Done] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)
    """How often each call of `once` was sent, by its key."""
    calm: bool = False

    def servers(self) -> Sequence[str]:
        return ("shop",)

    def spec(self, name: str) -> ToolSpec | None:
        effect = TOOLS.get(name)
        return effect and ToolSpec(name, EffectClass(effect), "key" if effect == "keyed" else None, TIMEOUT)  # type: ignore[return-value]

    def fingerprint(self, name: str) -> str:
        return "the same tool"

    def status(self) -> Mapping[str, Any]:
        return {}

    async def call(self, call: ToolCall) -> CallOutcome:
        await asyncio.sleep(0)
        self.fate.boundary()
        fate = (
            "returned" if self.calm else self.chance.choices(("returned", "refused", "lost", "late"), (7, 1, 1, 1))[0]
        )
        if call.effect is EffectClass.ONCE:
            self.asked[str(call.key)] += 1
        if fate in ("returned", "late"):
            self._execute(call)
        self.fate.boundary()
        await self.clock.sleep(31 if fate == "late" else self.chance.choice((0, 0, 1, 29)))
        match fate:
            case "returned":
                return Returned(worth(json.loads(call.arguments)["node"]))
            case "refused":
                return Refused(ErrorCode.TOOL_FAILED, "the shop is closed")
        return Unknown("no answer came")

    def _execute(self, call: ToolCall) -> None:
        done = Done(call.tool, str(call.key), call.arguments)
        if call.effect is not EffectClass.READ and not (call.effect is EffectClass.KEYED and done in self.done):
            self.done.append(done)


def worth(node: str) -> int:
    """What a tool answers to a node."""
    return crc32(node.encode()) % 10
