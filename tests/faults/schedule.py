"""One simulated schedule: a random workflow, random people, and a process that ends now and then."""

import asyncio
import json
import random
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.cards import Cards
from bot.desk import Desk
from bot.editing import Editing
from bot.handling import Handling
from bot.i18n import Locales
from bot.people import People
from bot.showing import Showing
from bot.talk_rooms import TalkRooms
from bot.talks import Talks
from bot.tapping import Tapping
from channels.base import Tap
from channels.tokens import CardToken, encode
from engine.effects import Literal, Message, SendText
from engine.environment import Environment
from engine.errors import StaleRun
from engine.events import Inbound
from engine.execution import Execution
from engine.ids import BotId, ConversationId, HandoffId, Place, RunId
from engine.question import HandoffKind
from engine.runner import Runner
from engine.step import Keyed
from engine.store import Claimed, Heard
from engine.transitions import Action
from engine.workflow.load import load
from storage.store import SqlStore
from tests.fakes.clocks import HandClock
from tests.faults import chance_workflows
from tests.faults.small_world import CODE, NOON, Died, Fate, InlineDatabase, SeededSecrets, SmallTools

BOT = BotId("refunds")
LEASE = timedelta(seconds=30)
PEOPLE = ("ana", "ben", "olga", "otto")
TEXTS = ("hello", "other", "ana@example.com", CODE, CODE, "000000")
CHOICES = {
    HandoffKind.APPROVAL: (
        Action.APPROVE,
        Action.APPROVE,
        Action.REJECT,
        Action.ASK_REASON,
        Action.REOPEN,
        Action.STOP,
    ),
    HandoffKind.FAILURE: (Action.RETRY, Action.STOP, Action.APPROVE),
    HandoffKind.DOUBT: (Action.CONFIRM, Action.RETRY, Action.STOP, Action.ASK_REFERENCE, Action.APPROVE),
}
CALM = {HandoffKind.APPROVAL: Action.APPROVE, HandoffKind.FAILURE: Action.STOP, HandoffKind.DOUBT: Action.CONFIRM}
MOST_ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Tapped:
    """What somebody tried, and how it was answered; `answer` is None if the process ended before."""

    handoff: str
    who: str
    action: str
    answer: str | None = None
    refused: bool = False


@dataclass(slots=True)
class Told:
    """What the world outside saw, over all lives."""

    sent: list[Claimed] = field(default_factory=list)
    taps: list[Tapped] = field(default_factory=list)
    heard: int = 0
    codes: int = 0
    wishes: int = 0
    stale: int = 0
    """How often a run was left to whoever takes it up next."""


class Life:
    """The memory of one process: everything in it is gone when it ends."""

    def __init__(self, world: "World") -> None:
        self.store = SqlStore(world.database, world.clock, lease=LEASE)
        env = Environment(world.clock, world.secrets, world.people, world.tools, "instance", LEASE)
        self.runner = Runner(self.store, env, {BOT: world.workflow})
        self.rest: list[Execution] = []
        cards = Cards(world.locales, world.people)
        self.desk = Desk(
            self.store, self.runner, world.people, cards, world.locales, world.clock, self.rest.append, lambda: None
        )
        showing = Showing(self.store, cards, world.clock, "en")
        handling = Handling(self.store, self.runner, self.desk, world.people, world.locales, world.clock)
        editing = Editing(self.store, self.runner, self.desk, world.people, world.locales, world.clock)
        talks = Talks(self.store, self.runner, self.desk, world.people, world.locales, TalkRooms())
        self.taps = Tapping(self.store, self.desk, handling, editing, talks, showing, world.locales, lambda: None)
        self.turns = asyncio.Lock()


class World:
    """One schedule on a database that many share; its customer is its own."""

    def __init__(self, seed: int, database: InlineDatabase, people: People, locales: Locales) -> None:
        self.chance = random.Random(seed)
        self.user = f"u{seed}"
        self.database, self.people, self.locales = database, people, locales
        self.clock, self.fate, self.told = HandClock(NOON), Fate(), Told()
        self.secrets = SeededSecrets(random.Random(f"{seed}/ids"))
        self.tools = SmallTools(self.chance, self.clock, self.fate)
        self.document = chance_workflows.workflow(self.chance)
        self.text = json.dumps(self.document)
        self.workflow = load(self.text)
        database.chance, database.fate = self.chance, self.fate
        self.conversation: ConversationId | None = None
        self.numbers = iter(range(1, 10_000))
        self.life = Life(self)

    # --- one schedule -----------------------------------------------------------------------------------------

    async def play(self) -> None:
        """Chaos first; then everybody is patient until nothing is left to do."""
        await self.life.store.keep_workflow(self.workflow.hash, "chance", self.text)
        await self.attempt([self.says("hello")])
        for _ in range(self.chance.randint(6, 16)):
            if self.chance.random() < 0.25:
                self.fate.left = self.chance.randint(1, 14)
            await self.attempt([self.something() for _ in range(self.chance.choice((1, 1, 2, 3)))])
        self.fate.left = None

    async def attempt(self, events: Sequence[Awaitable[None]]) -> None:
        """Have things happen at once; if the process ends in the middle of them, a new one begins."""
        ends = await asyncio.gather(*events, return_exceptions=True)
        wrong = [end for end in ends if isinstance(end, BaseException) and not isinstance(end, Died)]
        if wrong:
            raise wrong[0]
        if self.fate.dead:
            self.fate.born_again()
            self.life = Life(self)
            await self.life.store.free_leases()
            await self.attempt([self.answers(), self.goes_on()])

    async def finish(self) -> None:
        """Nobody dies, nobody refuses: whatever is asked is answered until every run has ended."""
        self.tools.calm = True
        for _ in range(MOST_ROUNDS):
            self.clock.moment += timedelta(minutes=5)
            await self.answers()
            await self.goes_on()
            for number, kind in self.open_handoffs():
                for who in ("ana", "ben") if kind is HandoffKind.APPROVAL else ("olga",):
                    await self.taps(number, who, CALM[kind])
            statuses = [status for status, _ in self.runs("'active', 'waiting', 'stopped'")]
            if not statuses:
                break
            if "waiting" in statuses:
                await self.says(self.chance.choice(TEXTS[2:4]))
        while await self.delivers():
            pass

    # --- what can happen --------------------------------------------------------------------------------------

    def something(self) -> Awaitable[None]:
        """One event by chance; the handoff is chosen now, what becomes of it later."""
        handoffs = self.database.rows(
            "SELECT id, kind FROM handoff WHERE conversation_id = ? ORDER BY opened_at, id", self.conversation or 0
        )[-3:]
        match self.chance.choice(("says", "tap", "tap", "tap", "twice", "cancel", "time", "goes on", "delivers")):
            case "tap" if handoffs:
                number, kind = self.chance.choice(handoffs)
                return self.taps(number, self.chance.choice(PEOPLE), self.chance.choice(CHOICES[HandoffKind(kind)]))
            case "twice" if handoffs:
                number, kind = handoffs[-1]
                return self.both(number, self.chance.choice(CHOICES[HandoffKind(kind)]))
            case "cancel":
                return self.cancels()
            case "time":
                return self.passes(timedelta(minutes=self.chance.choice((0, 1, 61, -5))))
            case "goes on":
                return self.goes_on()
            case "delivers":
                return self.delivers_some()
        return self.says(self.chance.choice(TEXTS))

    async def says(self, text: str) -> None:
        number = next(self.numbers)
        message = Inbound(text, self.user, "Chris", "play", f"play:{self.user}", self.clock.now())
        heard = Heard(f"{self.user}/{number}", BOT, "default", Place(f"play:{self.user}"), "en", message)
        life = self.life
        for _ in range(2):  # a channel repeats what was not confirmed
            known = await life.store.record_inbound(heard)
            self.conversation = known or self.conversation
            self.told.heard += known is not None
            self.told.codes += known is not None and text == CODE
        await self.answers()

    async def answers(self) -> None:
        """The one worker of the conversation."""
        life = self.life
        async with life.turns:
            while self.conversation and (turn := await life.store.next_turn(self.conversation)):
                try:
                    if not await life.runner.answer(turn):
                        sorry = SendText(turn.conversation.place, Literal("no trigger"))
                        await life.store.answered(turn.inbox_id, [Keyed(f"inbox.{turn.inbox_id}", sorry)])
                except StaleRun:
                    self.told.stale += 1

    async def cancels(self) -> None:
        """The customer writes /cancel."""
        if not (runs := self.runs("'active', 'waiting', 'stopped'")):
            return
        life, number = self.life, next(self.numbers)
        run = RunId(self.chance.choice(runs)[1])
        message = Inbound("/cancel", self.user, "Chris", "play", f"play:{self.user}", self.clock.now())
        async with life.turns:
            heard = Heard(f"{self.user}/{number}", BOT, "default", Place(f"play:{self.user}"), "en", message)
            await life.store.record_inbound(heard)
            assert self.conversation is not None
            turn = await life.store.next_turn(self.conversation)
            if turn is None or turn.message.text != "/cancel":
                return
            self.told.wishes += 1
            if not await life.runner.cancel(turn, run):
                busy = SendText(turn.conversation.place, Message("cancel-busy"))
                await life.store.answered(turn.inbox_id, [Keyed(f"inbox.{turn.inbox_id}", busy)])

    async def taps(self, handoff: str, who: str, action: Action) -> None:
        life, place = self.life, len(self.told.taps)
        self.told.taps.append(Tapped(handoff, who, action))
        answer = await life.taps.tap(button(handoff, who, action))
        self.told.taps[place] = Tapped(handoff, who, action, answer.text, answer.alert)
        while life.rest:
            await self.carries_on(life, life.rest.pop())

    async def both(self, handoff: str, action: Action) -> None:
        """Two people at the same moment, one of them with an impatient finger."""
        names = ("ana", "ana", self.chance.choice(PEOPLE))
        await _all(*(self.taps(handoff, who, action) for who in names))

    async def passes(self, by: timedelta) -> None:
        """Time passes, or the clock is set back; then what is due is closed."""
        life = self.life
        self.clock.moment += by
        for (number,) in self.database.rows(
            "SELECT id FROM handoff WHERE due_at <= ? AND conversation_id = ?",
            int(self.clock.moment.timestamp() * 1_000_000), self.conversation or 0,
        ):  # fmt: skip
            self.told.taps.append(Tapped(number, "", Action.EXPIRE))
            await life.desk.wake(HandoffId(number))
            while life.rest:
                await self.carries_on(life, life.rest.pop())

    async def goes_on(self) -> None:
        """The sweep: runs that are left are taken up."""
        life = self.life
        for _, run in self.runs("'active'"):
            try:
                await life.runner.proceed(RunId(run))
            except StaleRun:
                self.told.stale += 1

    async def carries_on(self, life: Life, rest: Execution) -> None:
        try:
            await life.runner.carry_on(rest)
        except StaleRun:
            self.told.stale += 1

    async def delivers(self) -> int:
        """The outbox; a death between sending and noting it has the same sent again."""
        life = self.life
        claimed = await life.store.claim_effects(20, self.clock.now() + LEASE)
        for each in claimed:
            self.told.sent.append(each)
            self.fate.boundary()
            await life.store.effect_sent(each.id)
        return len(claimed)

    async def delivers_some(self) -> None:
        await self.delivers()

    # --- looking ----------------------------------------------------------------------------------------------

    def runs(self, statuses: str) -> list[tuple[Any, ...]]:
        sql = f"SELECT status, id FROM run WHERE conversation_id = ? AND status IN ({statuses}) ORDER BY started_at, id"
        return self.database.rows(sql, self.conversation or 0)

    def open_handoffs(self) -> list[tuple[str, HandoffKind]]:
        rows = self.database.rows(
            "SELECT id, kind FROM handoff WHERE conversation_id = ? AND id NOT IN (SELECT handoff_id FROM decision) "
            "ORDER BY opened_at, id", self.conversation or 0,
        )  # fmt: skip
        return [(number, HandoffKind(kind)) for number, kind in rows]


async def _all(*events: Awaitable[None]) -> None:
    """Wait for all of them, also when one of them dies; then die."""
    ends = await asyncio.gather(*events, return_exceptions=True)
    for end in ends:
        if isinstance(end, BaseException):
            raise end


def button(handoff: str, who: str, action: Action) -> Tap:
    """A press on a card."""
    return Tap("play", "default", "play:review", who, who.title(), encode(CardToken(handoff, action)), "en")
