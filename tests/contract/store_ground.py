"""What the store's contract tests stand on: a database that can be opened twice, a clock by hand, and small things."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from engine.effects import Literal, PostCard, SendText
from engine.events import Inbound
from engine.handoff import Decision, Handoff
from engine.ids import BotId, ConversationId, HandoffId, NodeId, PersonId, Place, RunId, WorkflowHash
from engine.question import FrozenCall, HandoffKind, Question
from engine.run import Run, Token, TokenState
from engine.step import Keyed, Ruling, Step
from engine.store import Claimed, Heard, Store
from engine.transitions import Action, HandoffState
from storage.board import StoredBoard
from storage.db import opened
from storage.opening import opened as opened_at
from storage.store import SqlStore
from tests.fakes.clocks import HandClock

NOON = datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)
SOON, MINUTE = NOON + timedelta(seconds=30), timedelta(minutes=1)
WORKFLOW = WorkflowHash("f" * 64)
REVIEW = Place("play:review")
NASTY = "42,50 € für Żółć 😀 \u202e'; DROP TABLE run;-- {{x}}"


@dataclass
class Ground:
    """One open database."""

    store: Store
    board: StoredBoard
    clock: HandClock


Opener = Callable[[], AbstractAsyncContextManager[Ground]]


def sqlite_in(folder: str) -> Opener:
    """Opens the same SQLite file each time."""

    @asynccontextmanager
    async def open_it() -> AsyncIterator[Ground]:
        clock = HandClock(NOON)
        async with opened(Path(folder) / "assent.db") as database:
            yield Ground(SqlStore(database, clock), StoredBoard(database, clock), clock)

    return open_it


def postgres_at(url: str) -> Opener:
    """Opens the same PostgreSQL database each time, as one of the processes that may work on it."""

    @asynccontextmanager
    async def open_it() -> AsyncIterator[Ground]:
        clock = HandClock(NOON)
        async with opened_at(url, clock, MINUTE) as storage:
            yield Ground(storage.store, storage.board, clock)

    return open_it


DATABASES: dict[str, Callable[[str], Opener]] = {"sqlite": sqlite_in, "postgres": postgres_at}
"""Every database that a store can stand on; each is given where it is, see the fixture `place`."""


def heard(source: str, text: str = "hello", user: str = "chris", at: datetime = NOON) -> Heard:
    """A message of somebody at their own place."""
    message = Inbound(text, user, user.title(), "play", f"play:{user}", at)
    return Heard(source, "refunds", "default", Place(f"play:{user}"), "en", message)


async def conversation(store: Store, user: str = "chris") -> ConversationId:
    """A conversation that has written one message, and a pinned workflow."""
    await store.keep_workflow(WORKFLOW, "refund", "{}")
    found = await store.record_inbound(heard(f"first/{user}", user=user))
    assert found is not None
    return found


def new_run(conversation: ConversationId, number: str = "run1", state: TokenState = TokenState.READY) -> Run:
    """A run that was never written, with one token."""
    run = Run(RunId(number), BotId("refunds"), conversation, WORKFLOW, NOON)
    run.tokens = [Token(1, NodeId("n1"), state=state)]
    return run


def step(run: Run, **parts: Any) -> Step:
    """The next step of a run as it stands."""
    return Step(run=run, base=run.version, conversation=run.conversation, **parts)


async def commit(store: Store, run: Run, **parts: Any) -> Run:
    """Write a step as the runner does: the version moves on with it."""
    await store.commit_step(step(run, **parts))
    run.version += 1
    return run


def handoff(run: Run, number: str = "h1", due: datetime | None = None) -> Handoff:
    """An approval that begins to wait."""
    call = FrozenCall(NodeId("pay"), "stripe__create_refund", '{"amount":42.50,"note":"ä"}')
    question = Question(HandoffKind.APPROVAL, NASTY, calls=(call,), due_at=due)
    return Handoff(
        HandoffId(number), run.id, run.bot, run.conversation, NodeId("n1"), 1, question, (REVIEW,), "play:chris", NOON,
        "finance",
    )  # fmt: skip


def reminded(asked: Handoff, *spans: timedelta) -> Handoff:
    """The approval, of which people are reminded so long after it was opened."""
    return replace(asked, question=replace(asked.question, remind=spans))


async def waiting(store: Store, number: str = "1", user: str = "chris") -> tuple[Run, Handoff]:
    """A run that waits for a decision."""
    known = await store.record_inbound(heard(f"first/{user}", user=user))
    run = new_run(known or await _known(store, user), f"run{number}", TokenState.DECISION)
    opened_now = handoff(run, f"h{number}")
    run.tokens[0].handoff = opened_now.id
    await commit(store, run, opened=[opened_now], effects=[keyed(f"card{number}", PostCard(REVIEW, opened_now.id))])
    return run, opened_now


async def _known(store: Store, user: str) -> ConversationId:
    found = await store.record_inbound(heard(f"again/{user}/{id(object())}", user=user))
    assert found is not None
    return found


def keyed(key: str, effect: Any = None, place: str = "play:chris") -> Keyed:
    """An effect under a key; a text unless told otherwise."""
    return Keyed(key, effect or SendText(Place(place), Literal(key)))


def decision(by: str, action: Action = Action.APPROVE) -> Decision:
    """What somebody chose."""
    return Decision(action, PersonId(by), by.title(), NOON, f"because {NASTY}", "play:review")


def ruling(run: Run, which: Handoff, by: str, action: Action = Action.APPROVE) -> Step:
    """A step that decides; the token that waited is gone with it."""
    state = HandoffState.APPROVED if action is Action.APPROVE else HandoffState.REJECTED
    decided = Run(run.id, run.bot, run.conversation, run.workflow, run.started_at, run.version)
    decided.variables = {"total": Decimal("42.50"), "by": by}
    decided_by = decision(by, action)
    rulings = [Ruling(replace(which, state=state, decision=decided_by), decided_by)]
    return step(decided, rulings=rulings, effects=[keyed(f"{which.id}.{by}", place=f"play:{which.id}")])


async def drained(ground: Ground) -> list[Claimed]:
    """Every waiting effect, taken and sent in the order in which it is given."""
    found = []
    while claimed := await ground.store.claim_effects(100, SOON):
        for each in claimed:
            found.append(each)
            await ground.store.effect_sent(each.id)
    return sorted(found, key=lambda each: each.id)
