"""What operators look at, on every database: runs in pages, all that belongs to one, and what was not delivered."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from engine.effects import EditCard, Literal, PostCard, SendMail, SendText
from engine.handoff import Handoff
from engine.ids import HandoffId, Place, RunId
from engine.question import HandoffKind, Question
from engine.run import RunStatus, TokenState
from engine.step import AuditEntry, Visit
from engine.store import Claimed
from storage import restore
from storage.opening import Storage, opened
from storage.operations import MOST_COUNTED, FoundRun, WantedRuns
from storage.operations import Place as Beyond
from tests.contract.store_ground import MINUTE, NASTY, NOON, SOON, WORKFLOW, commit, handoff, heard, keyed, new_run
from tests.fakes.clocks import HandClock

EVERYWHERE = WantedRuns(tuple(RunStatus))


@pytest.fixture
async def storage(database: str, place: str) -> AsyncIterator[Storage]:
    url = place if database == "postgres" else f"sqlite://{place}/assent.db"
    async with opened(url, HandClock(NOON), MINUTE) as opened_one:
        await opened_one.store.keep_workflow(WORKFLOW, "refund", "{}")
        yield opened_one


async def begun(storage: Storage, name: str, user: str = "chris", state: TokenState = TokenState.REPLY) -> RunId:
    """A run that has committed once."""
    whose = await storage.store.record_inbound(heard(f"{name}/{user}", user=user))
    assert whose is not None
    run = new_run(whose, name, state)
    await commit(storage.store, run, visits=[Visit(run.tokens[0].node, "[reply]", NOON + timedelta(seconds=1))])
    return run.id


def names(found: list[FoundRun]) -> list[str]:
    return [each.run.id for each in found]


async def page(storage: Storage, *args: object, **options: object) -> list[FoundRun]:
    return list(await storage.operations.runs(*args, **options))  # type: ignore[arg-type]


async def test_runs_come_in_pages_that_lead_on_and_back_without_a_gap(storage: Storage) -> None:
    made = {await begun(storage, f"run{number}", state=[TokenState.REPLY, TokenState.READY][number % 2])
            for number in range(7)}  # fmt: skip
    first = await page(storage, EVERYWHERE, 3)
    read, last = names(first), first[-1]
    while found := await page(storage, EVERYWHERE, 3, Beyond(last.run.started_at, last.run.id)):
        read += names(found)
        last = found[-1]
    assert len(read) == len(set(read)) == 7 and set(read) == made
    back = await page(storage, EVERYWHERE, 3, Beyond(last.run.started_at, last.run.id), True)
    assert names(back) == read[3:6]
    assert [each.stepped_at for each in back] == [NOON + timedelta(seconds=1)] * 3
    assert back[0].user == "play:chris" and back[0].workflow == "refund"


async def test_filters_narrow_and_counts_count(storage: Storage) -> None:
    await begun(storage, "one")
    await begun(storage, "two", "dana")
    waiting = WantedRuns((RunStatus.WAITING,), channel="play", user="dana")
    assert names(await page(storage, waiting, 9)) == ["two"]
    for nothing in (
        WantedRuns((RunStatus.DONE,)), WantedRuns(()), WantedRuns((RunStatus.WAITING,), bot="other"),
        WantedRuns((RunStatus.WAITING,), workflow="0" * 64), WantedRuns(tuple(RunStatus), channel="play", user=NASTY),
    ):  # fmt: skip
        assert await page(storage, nothing, 9) == []
    counts = await storage.operations.counts(EVERYWHERE)
    assert counts[RunStatus.WAITING] == 2 < MOST_COUNTED and counts[RunStatus.DONE] == 0
    assert (await storage.operations.counts(waiting))[RunStatus.WAITING] == 1


async def test_a_run_is_told_with_all_that_belongs_to_it_and_nothing_of_others(storage: Storage) -> None:
    mine, other = await begun(storage, "mine"), await begun(storage, "other")
    for run in (mine, other):
        await storage.store.audit(AuditEntry("run.started", run, "engine", NOON))
    whole = await storage.operations.whole(mine)
    assert [entry.subject for entry in whole.entries] == [mine]
    assert [(step.version, step.visits) for step in whole.steps] == [(1, [(whole.steps[0].visits[0][0], "[reply]")])]
    assert whole.calls == [] and whole.handoffs == []
    assert await storage.operations.whole(RunId("nobody")) == type(whole)([], [], [], [])


async def test_only_open_failures_and_doubts_wait_for_operators(storage: Storage) -> None:
    whose = await storage.store.record_inbound(heard("a"))
    assert whose is not None
    run = new_run(whose, "run1", TokenState.OPERATOR)
    asked = [_asked(handoff(run, f"h{kind}"), kind) for kind in HandoffKind]
    await commit(storage.store, run, opened=asked)
    assert {each.id for each in await storage.operations.waiting_for_operators(9)} == {"hdoubt", "hfailure"}
    assert len(await storage.operations.waiting_for_operators(1)) == 1


def _asked(made: Handoff, kind: HandoffKind) -> Handoff:
    return Handoff(
        made.id, made.run, made.bot, made.conversation, made.node, made.token, Question(kind, "why"), made.places,
        made.requester, made.opened_at,
    )  # fmt: skip


async def test_a_held_run_is_resumed_once_and_in_a_name(storage: Storage) -> None:
    run = await begun(storage, "run1")
    assert not await storage.operations.resume(run, "web:olga", NOON)
    await storage.database.run(restore.hold("older", NOON))
    assert await storage.operations.resume(run, "web:olga", NOON)
    assert not await storage.operations.resume(run, "web:olga", NOON)
    rows = [(row.event, row.actor) for row in await storage.figures.entries(9)]
    assert rows[-2:] == [("run.resumed", "web:olga"), ("restore.ended", "web:olga")]


# --- what was not delivered -------------------------------------------------------------------------------------------


async def given_up(storage: Storage) -> dict[str, Claimed]:
    """A card, an edit, a text and a mail that were given up, and a text that is tried again."""
    run = await begun(storage, "run1")
    effects = [
        keyed(f"{run}.1.1", PostCard(Place("play:a"), HandoffId("h1"))),
        keyed(f"{run}.1.2", EditCard(Place("play:b"), HandoffId("h1"))),
        keyed(f"{run}.99.3", SendText(Place("play:c"), Literal("canary"))),
        keyed("elsewhere", SendMail("ana@example.com", Literal("s"), Literal("canary"))),
        keyed("later", SendText(Place("play:d"), Literal("later"))),
    ]
    inbox = await storage.store.next_turn((await storage.store.unanswered())[0])
    assert inbox is not None
    await storage.store.answered(inbox.inbox_id, effects)
    claimed = {each.key: each for each in await storage.store.claim_effects(9, SOON)}
    for key, each in claimed.items():
        await storage.store.effect_failed(each.id, f"Gone: {NASTY}", SOON if key == "later" else None)
    return claimed


async def test_what_was_given_up_is_listed_with_whatever_is_known(storage: Storage) -> None:
    claimed = await given_up(storage)
    dead = list(await storage.letters.dead(9))
    assert [each.kind for each in dead] == ["mail", "text", "edit", "card"]
    assert [each.repeatable for each in dead] == [False, False, True, True]
    assert [(each.run, each.ordered_at) for each in dead] == [
        ("", None), ("run1", None), *[("run1", NOON + timedelta(seconds=1))] * 2,
    ]  # fmt: skip
    assert [each.id for each in await storage.letters.dead(9, dead[1].id)] == [dead[2].id, dead[3].id]
    [troubled] = await storage.letters.troubled(9)
    assert (troubled.id, troubled.attempts, troubled.detail) == (claimed["later"].id, 1, f"Gone: {NASTY}")
    assert await storage.letters.letter(claimed["later"].id) is None


async def test_a_new_try_is_given_once_from_the_start_and_on_record(storage: Storage) -> None:
    claimed = await given_up(storage)
    card, text = claimed["run1.1.1"], claimed["run1.99.3"]
    assert not await storage.letters.retry(text.id, "web:olga", NOON)
    assert not await storage.letters.retry(10**15, "web:olga", NOON)
    assert await storage.letters.retry(card.id, "web:olga", NOON)
    assert not await storage.letters.retry(card.id, "web:olga", NOON)
    assert await storage.letters.letter(card.id) is None
    [again] = [each for each in await storage.store.claim_effects(9, SOON) if each.id == card.id]
    assert (again.attempts, again.last_trouble, again.effect) == (1, "", card.effect)
    [row] = [row for row in await storage.figures.entries(9) if row.event == "effect.retried"]
    assert (row.subject, row.actor) == ("run1.1.1", "web:olga")
