"""Cancelled at every await of six scenarios: the store works on, nothing is half, and its end is the same."""

import asyncio
import json
import random
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.i18n import Locales
from bot.people import People
from bot.settings import load_settings
from engine.effects import Literal, SendText
from engine.errors import StaleRun
from engine.events import Inbound
from engine.handoff import AlreadyDecided
from engine.ids import ConversationId, Place
from engine.step import Keyed
from engine.store import Heard
from engine.transitions import Action
from engine.workflow.load import load
from storage.db import Database, opened
from storage.transaction import ResultT, Transaction
from storage.verify import verify
from tests.contract.store_ground import DATABASES, WORKFLOW, ruling, waiting
from tests.fakes.house import configured, workflow
from tests.faults.cancelling import cancelled_at
from tests.faults.parts import amount
from tests.faults.schedule import BOT, Life, World, button
from tests.faults.small_world import Fate
from tests.faults.trial import FULL, SEED, Record

MOST_AWAITS = 100
PROBE = 5.0
DOCUMENT = workflow(
    {
        "hello": {"type": "send_message", "message": "Hello"},
        "ask": {"type": "action", "actionType": "human_handoff", "reason": "Book it?"},
        "book": {"type": "mcp_tool", "toolName": "shop__book", "arguments": {"node": "book"}},
        "end": {"type": "send_message", "message": "Booked"},
        "no": {"type": "send_message", "message": "Not booked"},
    },
    ["t hello", "hello ask", "ask.approved book", "book end", "ask.rejected no"],
)

pytestmark = pytest.mark.timeout(3600 if FULL else 120)


class RealDatabase:
    """The product's database as a world's: its own thread and its own commits."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.chance, self.fate = random.Random(0), Fate()

    async def run(self, transaction: Transaction[ResultT]) -> ResultT:
        return await self._database.run(transaction)

    async def scrub(self) -> None:
        await self._database.scrub()

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self._database.path, timeout=5)) as connection:
            return connection.execute(sql, values).fetchall()


class Scene(World):
    """A world with one known workflow, whose people repeat what was not confirmed."""

    def __init__(self, number: int, database: RealDatabase, people: People) -> None:
        super().__init__(number, database, people, Locales("en"))  # type: ignore[arg-type]
        self.document = DOCUMENT
        self.text = json.dumps(DOCUMENT)
        self.workflow = load(self.text)
        self.tools.calm = True
        self.life = Life(self)

    async def writes(self, text: str) -> None:
        """One message, by its own source; it may be heard again and is answered once."""
        place = Place(f"play:{self.user}")
        message = Inbound(text, self.user, "Chris", "play", place, self.clock.now())
        known = await self.life.store.record_inbound(Heard(f"{self.user}/{text}", BOT, "default", place, "en", message))
        self.conversation = known or self.conversation
        found = self.database.rows("SELECT id FROM conversation WHERE user_id = ?", self.user)
        self.conversation = self.conversation or (found[0][0] if found else None)
        await self.works()

    async def works(self) -> None:
        """The worker of the conversation, who knows one command."""
        async with self.life.turns:
            while self.conversation and (turn := await self.life.store.next_turn(self.conversation)):
                with suppress(StaleRun):
                    if turn.message.text != "/cancel":
                        await self.life.runner.answer(turn)
                    elif not await self.life.runner.cancel(turn, turn.open_runs[0].id):
                        late = SendText(turn.conversation.place, Literal("too late"))
                        await self.life.store.answered(turn.inbox_id, [Keyed(f"inbox.{turn.inbox_id}", late)])

    async def pauses(self) -> None:
        await self.writes("hello")

    async def approves(self) -> None:
        [(number,)] = self.database.rows("SELECT id FROM handoff WHERE conversation_id = ?", self.conversation)
        await self.taps(number, "ana", Action.APPROVE)

    async def decides_only(self) -> None:
        """The decision with the intent of its call; then the process ends, and its lease lapses."""
        [(number,)] = self.database.rows("SELECT id FROM handoff WHERE conversation_id = ?", self.conversation)
        await self.life.taps.tap(button(number, "ana", Action.APPROVE))
        self.life = Life(self)
        self.clock.moment += timedelta(minutes=10)

    async def proceeds(self) -> None:
        await self.goes_on()

    async def withdraws(self) -> None:
        await self.writes("/cancel")

    def facts(self) -> dict[str, Any]:
        """What anybody can tell afterwards."""
        rows, whose = self.database.rows, self.conversation
        of_run = "FROM run r JOIN {} x ON x.run_id = r.id WHERE r.conversation_id = ?"
        return {
            "inbox": rows("SELECT state FROM inbox WHERE conversation_id = ? ORDER BY id", whose),
            "runs": rows("SELECT status FROM run WHERE conversation_id = ?", whose),
            "handoffs": rows(
                "SELECT h.state, d.action, d.person FROM handoff h LEFT JOIN decision d ON d.handoff_id = h.id "
                "WHERE h.conversation_id = ?", whose,
            ),
            "calls": rows(f"SELECT x.state {of_run.format('tool_intent')}", whose),
            "steps": [json.loads(visits) for (visits,) in rows(f"SELECT visits {of_run.format('step')}", whose)],
            "said": rows("SELECT words FROM message WHERE conversation_id = ? ORDER BY id", whose),
            # How often it is told how a request stands depends on how its steps fall: one edit says what two would.
            "effects": len(rows("SELECT 1 FROM effect WHERE lane = ? AND kind <> 'restatus'", f"play:{self.user}")),
            "booked": len(self.tools.done),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scenario:
    """What comes before, and what is cancelled; both may be repeated by whoever was not answered."""

    before: tuple[str, ...]
    act: str


SCENARIOS = {
    "a message up to the pause": Scenario((), "pauses"),
    "a decision": Scenario(("pauses",), "decides_only"),
    "a decision with its keyed call": Scenario(("pauses",), "approves"),
    "going on after a crash": Scenario(("pauses", "decides_only"), "proceeds"),
    "the customer cancels": Scenario(("pauses",), "withdraws"),
}


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[RealDatabase]:
    async with opened(tmp_path / "assent.db") as made:
        yield RealDatabase(made)
        await verify(made)


@pytest.fixture
def people(tmp_path: Path) -> People:
    return People(load_settings(configured(tmp_path, {"refunds": {}}), {}))


async def staged(scenario: Scenario, number: int, database: RealDatabase, people: People) -> Scene:
    scene = Scene(number, database, people)
    await scene.life.store.keep_workflow(scene.workflow.hash, "cancelled", scene.text)
    for before in scenario.before:
        await getattr(scene, before)()
    return scene


async def finished(scene: Scene, scenario: Scenario) -> dict[str, Any]:
    """A probe, then everybody repeats what they did, and waits until nothing is left."""
    async with asyncio.timeout(PROBE):
        await scene.life.store.pending()
        await scene.life.store.set_locale(ConversationId(0), "en")
    if scenario.act != "proceeds":
        await getattr(scene, scenario.act)()
    await scene.finish()
    return scene.facts()


@pytest.mark.parametrize("name", SCENARIOS)
async def test_a_cancellation_at_any_await_leaves_nothing_half(
    name: str, database: RealDatabase, people: People
) -> None:
    scenario = SCENARIOS[name]
    calm = await staged(scenario, 0, database, people)
    await getattr(calm, scenario.act)()
    expected, number = await finished(calm, scenario), 0
    for number in range(1, MOST_AWAITS):
        scene = await staged(scenario, number, database, people)
        cancelled = await cancelled_at(number, getattr(scene, scenario.act)())
        assert await finished(scene, scenario) == expected, f"cancelled at await {number}"
        if not cancelled:
            break
    assert 2 < number < MOST_AWAITS - 1
    print(f"{name}: cancelled at each of {number - 1} awaits")


async def test_cancellations_again_and_again_leave_nothing_half_either(
    database: RealDatabase, people: People, record_property: Record
) -> None:
    """The same scenarios by chance, cancelled up to five times each before they may finish."""
    chance, calm = random.Random(SEED), {}
    for name, scenario in SCENARIOS.items():
        scene = await staged(scenario, -1 - len(calm), database, people)
        await getattr(scene, scenario.act)()
        calm[name] = await finished(scene, scenario)
    cancelled = number = 0
    while cancelled < amount("cancellation"):
        name = chance.choice(list(SCENARIOS))
        scene = await staged(SCENARIOS[name], number := number + 1, database, people)
        places = [chance.randint(1, 8) for _ in range(chance.randint(1, 5))]
        for place in places:
            cancelled += await cancelled_at(place, getattr(scene, SCENARIOS[name].act)())
        assert await finished(scene, SCENARIOS[name]) == calm[name], f"SEED={SEED}, {name}, number {number}: {places}"
    record_property("reached", cancelled)
    print(f"seed {SEED}: {cancelled} cancellations in {number} scenes")


@pytest.fixture(params=DATABASES)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def place(request: pytest.FixtureRequest, kind: str, tmp_path: Path) -> str:
    """Where a new database of that kind is."""
    return str(request.getfixturevalue("postgres_url")) if kind == "postgres" else str(tmp_path)


async def test_a_decision_cancelled_under_contention_was_made_or_was_not(kind: str, place: str) -> None:
    """Eight contenders, one of them cancelled at its k-th await: one outcome, one effect, and the store works on."""
    async with DATABASES[kind](place)() as ground:
        await ground.store.keep_workflow(WORKFLOW, "refund", "{}")
        for number in range(1, MOST_AWAITS):
            run, asked = await waiting(ground.store, str(number), f"user{number}")
            contenders = [ground.store.record_decision(ruling(run, asked, f"p{each}")) for each in range(7)]
            mine = ground.store.record_decision(ruling(run, asked, "mine"))
            cancelled, *ends = await asyncio.gather(
                _cancelled_or_late(number, mine), *contenders, return_exceptions=True
            )
            winners = [f"p{each}" for each, end in enumerate(ends) if end is None]
            async with asyncio.timeout(PROBE):
                case = await ground.store.case(asked.id)
            assert case.handoff.decision is not None
            assert (winners or ["mine"]) == [case.handoff.decision.by]
            told = {end.handoff.decision.by for end in ends if isinstance(end, AlreadyDecided) and end.handoff.decision}
            assert told <= {case.handoff.decision.by} and len(ends) - len(winners) == 7 - len(winners)
            if cancelled is False:
                break
        assert 1 < number < MOST_AWAITS - 1
        effects = [each.key for each in await ground.store.claim_effects(10 * MOST_AWAITS, ground.clock.now())]
        assert len([key for key in effects if key.startswith("h")]) == number
        print(f"{kind}: cancelled at each of {number - 1} awaits")


async def _cancelled_or_late(number: int, work: Any) -> bool:
    try:
        return await cancelled_at(number, work)
    except AlreadyDecided:
        return False
