"""One request for money whose call ends badly: the runner, the desk and the real store live, die and are asked."""

import random
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.cards import Cards
from bot.desk import Actor, Desk
from bot.i18n import Locales
from bot.people import People
from bot.secrets import InstanceSecrets
from bot.settings import Settings
from channels.views import Answer
from engine.environment import Environment
from engine.events import Inbound
from engine.execution import Execution
from engine.ids import BotId, HandoffId, Place, RunId
from engine.runner import Runner
from engine.step import Step
from engine.store import Heard
from engine.tools import EffectClass
from engine.transitions import Action
from engine.values import canonical, dump, parse
from engine.workflow.load import load
from storage.db import Database
from storage.store import SqlStore
from tests.fakes.house import workflow
from tests.faults.bank import NOON, PAY, Bank, Event, Fault, FreeClock, Killed

BOT = BotId("refunds")
WORKFLOW = load(
    dump(
        workflow(
            {
                "ask": {"type": "action", "actionType": "human_handoff", "reason": "Pay for {{message}}?"},
                "pay": {"type": "mcp_tool", "toolName": PAY, "arguments": {"order": "{{message}}"}},
                "paid": {"type": "send_message", "message": "Paid."},
                "no": {"type": "send_message", "message": "No."},
            },
            ["t ask", "ask.approved pay", "ask.rejected no", "pay paid"],
        )
    )
)
SETTINGS = Settings.model_validate(
    {
        "people": {"ana": {"name": "Ana", "play": "ana", "admin": True}},
        "teams": {"finance": {"name": "Finance", "members": ["ana"], "post": ["play:review"]}},
        "bots": {"refunds": {"team": "finance"}},
    }
)
ANA = Actor("play:ana", "Ana", "play:review", "en")
LOCALES, PEOPLE = Locales("en"), People(SETTINGS)
LEASE = timedelta(seconds=30)
MOST_LIVES = 12
OUTAGE = 25 * 3600.0
"""Seconds for which nothing runs now and then: longer than the bank remembers keys."""
ASKED_OF = """
SELECT h.id, h.run_id FROM handoff h JOIN conversation c ON c.id = h.conversation_id WHERE c.user_id = ?
"""
MOST_ACTIONS = 8
CALM = (Fault.NONE,) * 3 + (Fault.REFUSED,)
STORMY = tuple(fault for fault in Fault if fault not in CALM)


class MortalStore:
    """The store, noting what became durable, and dying before or after the writes of the given numbers."""

    def __init__(self, store: SqlStore, history: list[Event], deaths: dict[int, str]) -> None:
        self._store = store
        self._history = history
        self._deaths = deaths
        self._writes = 0

    def __getattr__(self, name: str) -> Any:
        verb = getattr(self._store, name)
        if name not in ("commit_step", "record_intent", "record_decision"):
            return verb

        async def write(step: Step) -> None:
            self._writes += 1
            death = self._deaths.get(self._writes)
            if death == "before":
                raise Killed
            await verb(step)
            self._note(step)
            if death == "after":
                raise Killed

        return write

    def _note(self, step: Step) -> None:
        closed = ((each.after.id, each.decision) for each in step.rulings if each.decision)
        self._history.extend(Event("ruled", handoff, decision.action) for handoff, decision in closed)
        if step.result:
            self._history.append(Event("settled", step.result.key, step.result.state))
        if step.intent:
            self._history.append(Event("intended", step.intent.key, step.intent.arguments))


@dataclass
class Request:
    """One customer's request under one seed, from the message until nothing of it is open."""

    database: Database
    seed: str
    history: list[Event] = field(default_factory=list)
    doubts: int = 0
    lives: int = 0
    _rest: list[Execution] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = chance = random.Random(self.seed)
        self.clock = FreeClock()
        effect = chance.choice([EffectClass.ONCE, EffectClass.KEYED, EffectClass.CHECKABLE])
        stormy = [chance.choice(STORMY) for _ in range(chance.choice((1, 1, 1, 2, 3, 4)))]
        faults = [*stormy, chance.choice(CALM), Fault.NONE]
        self.bank = Bank(effect, chance.choice((2.0, 10.0, 30.0)), self.clock, chance, faults, self.history)
        self.user = f"customer-{self.seed}"
        deaths = {chance.randint(2, 7): chance.choice(("before", "after"))} if chance.random() < 0.3 else {}
        self.store: Any = MortalStore(SqlStore(self.database, self.clock), self.history, deaths)

    async def begin(self) -> None:
        """From the customer's message to the pause, and from the approval to whatever comes of it."""
        await self.store.keep_workflow(WORKFLOW.hash, WORKFLOW.name, canonical(WORKFLOW.document))
        self._be_born(*await self.store.instance())
        message = Inbound(self.user, self.user, "Chris", "play", f"play:{self.user}", NOON)
        heard = Heard(f"play/{self.seed}", BOT, "main", Place(f"play:{self.user}"), "en", message)
        turn = await self.store.next_turn(await self.store.record_inbound(heard))
        await self.runner.answer(turn)
        ((handoff, run),) = self.asks(ASKED_OF, self.user)
        self.run = RunId(run)
        await self.operator(HandoffId(handoff), Action.APPROVE)

    def _be_born(self, instance: str = "", key: str = "") -> None:
        """What a process has in memory, new."""
        self._identity = (instance, key) if instance else self._identity
        instance, key = self._identity
        env = Environment(self.clock, InstanceSecrets(key), PEOPLE, self.bank, instance, LEASE)
        self.lives += 1
        self.runner = Runner(self.store, env, {BOT: WORKFLOW})
        self._rest = []
        cards = Cards(LOCALES, PEOPLE)
        self.desk = Desk(self.store, self.runner, PEOPLE, cards, LOCALES, self.clock, self._rest.append, lambda: None)

    async def operator(self, handoff: HandoffId, action: Action, words: str = "") -> Answer:
        """Tap until it is answered, as somebody does whose process died; then all that follows."""
        answers: list[Answer] = []

        async def tap() -> None:
            answers.append(await self.desk.act(ANA, handoff, action, words))
            while self._rest:
                await self.runner.carry_on(self._rest.pop())

        while not answers:
            await self._live(tap)
        await self._come_to_rest()
        return answers[0]

    async def _come_to_rest(self) -> None:
        while self.status() == "active":
            await self._live(lambda: self.runner.proceed(self.run))
            if self.status() == "active":
                await self.clock.sleep(LEASE.total_seconds())

    async def _live(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do something; if the process dies of it there is a new one, at once or when leases have lapsed."""
        assert self.lives < MOST_LIVES, "it died again and again"
        try:
            await work()
        except Killed:
            self.history.append(Event("killed"))
            if self.chance.random() < 0.2:
                await self.clock.sleep(OUTAGE)
            if self.chance.random() < 0.5:
                await self.store.free_leases()
            self._be_born()

    # --- what an operator sees --------------------------------------------------------------------------------

    def asks(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Plain SQL on the file."""
        with closing(sqlite3.connect(self.database.path, timeout=10)) as connection:
            return connection.execute(sql, values).fetchall()

    def status(self) -> str:
        """Where the run stands."""
        return str(self.asks("SELECT status FROM run WHERE id = ?", self.run)[0][0])

    def open_handoffs(self) -> Sequence[tuple[HandoffId, str, dict[str, Any]]]:
        """What is asked of people now: which, of what kind, and what it tells of the call."""
        rows = self.asks("SELECT id, kind, question FROM handoff WHERE run_id = ? AND state = 'pending'", self.run)
        return [(HandoffId(number), kind, parse(question)) for number, kind, question in rows]

    def told(self, text: str) -> int:
        """How often the customer is told a text."""
        like = f'%"{text}"%'
        found = self.asks("SELECT COUNT(*) FROM effect WHERE lane = ? AND payload LIKE ?", f"play:{self.user}", like)
        return int(found[0][0])
