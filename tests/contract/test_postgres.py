"""The store on PostgreSQL: every verb, many writers at once, cancelled callers, and connections that end."""

import asyncio
import itertools
import json
import random
import re
import sys
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.clock import SystemClock
from bot.settings_sections import CHECKOUT
from engine.effects import Literal, PostCard, SendText
from engine.errors import StaleRun
from engine.handoff import AlreadyDecided
from engine.ids import CallKey, ConversationId, HandoffId, NodeId, Place, RunId
from engine.outcomes import Challenge
from engine.run import TokenState
from engine.step import AuditEntry, CallResult, Intent, Keyed, Step
from engine.store import CardCopy, CodeLimits, Erasure, RelayedCopy, Reminder, RoomOpened, StatusCopy, Store
from engine.talk import Posted, Relayed, Room
from engine.tools import EffectClass
from engine.transitions import HandoffState
from storage import handoffs, outbox
from storage.db import DatabaseRefused
from storage.opening import Storage, migrate, opened
from storage.store import SqlStore
from storage.transaction import Sql, Transaction
from storage.trouble import Collided, Lost
from storage.verify import verify
from tests.fakes.contender import contend
from tests.fakes.cutting_proxy import cutting_proxy
from tests.fakes.written import NOW, PLACE, WORKFLOW, asking, deciding, heard, run

LEASE = timedelta(seconds=1)
LATER = NOW + timedelta(hours=5)
"""Later than any suite takes: leases are held by the machine's clock there."""
CHRIS = ConversationId(1)


@pytest.fixture
async def storage(postgres_url: str) -> AsyncIterator[Storage]:
    async with opened(postgres_url, SystemClock(), LEASE) as storage:
        yield storage


@pytest.fixture
async def store(storage: Storage) -> SqlStore:
    """A store with one conversation and one pinned workflow."""
    assert await storage.store.record_inbound(heard(1)) == CHRIS
    await storage.store.keep_workflow(WORKFLOW, "refund", "{}")
    return storage.store


async def rows(store: SqlStore, text: str) -> list[tuple[Any, ...]]:
    def look() -> Transaction[list[tuple[Any, ...]]]:
        return (yield Sql(text))

    return await store._run(look())


# --- every verb -----------------------------------------------------------------------------------------------------


async def test_every_verb_does_what_it_says(store: SqlStore) -> None:
    assert await store.record_inbound(heard(1)) is None
    await store.keep_workflow(WORKFLOW, "refund", "{}")
    assert await store.workflow_text(WORKFLOW) == "{}"
    await store.count_start()
    assert await store.unanswered() == [CHRIS]
    turn = await store.next_turn(CHRIS)
    assert turn is not None and turn.message.text == "Hello" and turn.open_runs == []

    step = asking("a", CHRIS)
    step.consumed = turn.inbox_id
    await store.commit_step(step)
    assert await store.next_turn(CHRIS) is None and await store.unanswered() == []
    case = await store.case(HandoffId("ha"))
    assert (case.handoff.id, case.run.id, case.run.version, case.conversation.id) == ("ha", "a", 1, CHRIS)
    assert await store.due_handoffs(5) == ["ha"] == await store.find_handoff("h")
    assert [handoff.id for handoff in await store.pending()] == ["ha"]
    assert [said.words for said in await store.transcript(CHRIS, 5)] == [Literal("I have asked.")]
    assert [run.id for run in await store.open_runs(CHRIS)] == ["a"]
    assert await store.asked("nobody") is None

    await store.record_decision(deciding("a", CHRIS, "ana"))
    decided = (await store.case(HandoffId("ha"))).handoff
    assert decided.state is HandoffState.APPROVED and decided.decision and decided.decision.by == "ana"
    assert await store.active_runs() == ["a"]
    assert await store.claim_run(RunId("a"), 2, LATER) == 1
    assert await store.claim_run(RunId("a"), 3, LATER) is None and await store.active_runs() == []
    assert (await store.load_run(RunId("a"))).run.version == 3
    with pytest.raises(StaleRun):
        await store.commit_step(Step(run("a", CHRIS, version=2), base=2, conversation=CHRIS))


async def test_calls_and_codes_are_written(store: SqlStore) -> None:
    key = CallKey("k" * 25)
    begun = run("a", CHRIS, TokenState.CALL)
    intent = Intent(
        key=key, run=begun.id, node=NodeId("pay"), token=1, tool="bank__pay", arguments="{}",
        digest="0" * 64, effect=EffectClass.ONCE,
        attempt=0, epoch=1, at=NOW, deadline=LATER,
    )  # fmt: skip
    challenge = Challenge("c1", "ana@example.com", "digest", 2, LATER + timedelta(hours=1))
    await store.record_intent(Step(begun, base=0, conversation=CHRIS, intent=intent, challenges=[challenge]))
    done = Step(run("a", CHRIS, version=1), base=1, conversation=CHRIS, result=CallResult(key, "returned", {}, NOW))
    await store.commit_step(done)
    assert await rows(store, "SELECT state, effect, detail FROM tool_intent") == [("returned", "once", "{}")]
    assert [(await store.spend_try("c1")).digest for _ in range(3)] == ["digest", "digest", None]
    with pytest.raises(KeyError):
        await store.spend_try("c2")


async def test_effects_go_out_in_their_lanes(store: SqlStore) -> None:
    texts = [Keyed(f"e{n}", SendText(Place(f"play:{n % 2}"), Literal(str(n)))) for n in range(4)]
    await store.answered(1, texts)
    first = await store.claim_effects(10, LATER)
    assert [claimed.key for claimed in first] == ["e0", "e1"] and await store.claim_effects(10, LATER) == []
    await store.keep_rendered(first[0].id, "{}")
    await store.effect_failed(first[0].id, "later", None)
    await store.effect_sent(first[1].id)
    second = await store.claim_effects(10, LATER)
    assert [claimed.key for claimed in second] == ["e2", "e3"]
    await store.effect_sent(second[0].id)
    await store.effect_failed(second[0].id, "a late word of somebody who was too slow", NOW)
    assert await rows(store, "SELECT state FROM effect ORDER BY id") == [("dead",), ("sent",), ("sent",), ("new",)]


async def test_what_belongs_to_no_run(store: SqlStore) -> None:
    assert await store.instance() == await store.instance()
    await store.audit(AuditEntry("decision.refused", "ha", "play:otto", NOW, {"place": PLACE}))
    await store.set_locale(CHRIS, "de")
    turn = await store.next_turn(CHRIS)
    assert turn is not None and turn.conversation.locale == "de"
    await store.give_up_message(turn.inbox_id)
    assert await rows(store, "SELECT state FROM inbox") == [("poison",)]
    await store.commit_step(asking("a", CHRIS))
    for _ in range(2):
        card = [claimed for claimed in await store.claim_effects(9, LATER) if claimed.lane == PLACE]
        for claimed in card:
            await store.effect_sent(claimed.id, CardCopy(HandoffId("ha"), PLACE, "m1"))
    assert [copy.ref for copy in await store.cards(HandoffId("ha"), PLACE)] == ["m1"]
    await store.free_leases()


async def test_copies_of_cards(store: SqlStore) -> None:
    await store.commit_step(asking("a", CHRIS))
    copy = CardCopy(HandoffId("ha"), PLACE, "m2")
    await store.adopt_card(copy)
    assert await store.card_at(PLACE, "m2") == "ha"
    channel = PLACE.partition(":")[0]
    await store.note_missed(channel, NOW, LATER)
    assert await store.missed(channel) == (NOW, LATER)
    await store.forget_card(copy)
    assert await store.card_at(PLACE, "m2") is None


async def test_reminders(store: SqlStore) -> None:
    asked = asking("a", CHRIS)
    question = replace(asked.opened[0].question, remind=(LEASE,), due_at=None)
    asked.opened[0] = replace(asked.opened[0], question=question)
    await store.commit_step(asked)
    await asyncio.sleep(LEASE.total_seconds())
    [due] = await store.due_reminders(9)
    moved = Reminder(due.handoff.id, due.since, None, due.handoff.places)
    await store.remind([moved], [Keyed("reminded", SendText(PLACE, Literal("still waiting")))])
    assert await store.due_reminders(9) == []


async def test_what_mail_writes_down(store: SqlStore) -> None:
    await store.commit_step(asking("a", CHRIS))
    case = await store.case(HandoffId("ha"))
    code = Challenge("c1", "ha ana", "digest", 5, LATER)
    await store.offer_code(case.run.id, code, Keyed("code.c1", SendText(PLACE, Literal("a code"))))
    assert await store.challenge_for(case.run.id, "ha ana") == "c1"
    assert await store.count_code("k1", "ana@example.com", "1", CodeLimits()) is None
    assert await store.count_code("k2", "Ana@example.com", "2", CodeLimits()) is not None
    assert await store.keep_letter("code.c1", "first") == await store.keep_letter("code.c1", "second") == "first"
    entry = AuditEntry("mail.lost", "ha", "resend", NOW)
    told = [await store.note_unreached("e1", HandoffId("ha"), PLACE, [], entry) for _ in range(2)]
    assert told == [True, False]
    assert (await store.case(HandoffId("ha"))).handoff.unreached == (PLACE,)


async def test_what_has_ended_is_due_and_erased(store: SqlStore) -> None:
    assert (await store.conversation(CHRIS)).id == CHRIS
    step = asking("a", CHRIS)
    await store.commit_step(step)
    assert await store.due_erasures(step.run.bot, LATER, 5) == []
    ended = run("a", CHRIS, version=1)
    ended.tokens = []
    await store.commit_step(Step(ended, base=1, conversation=CHRIS))
    assert len(await store.transcript(CHRIS, 5)) == 1
    far = LATER + timedelta(days=36500)
    assert await store.due_erasures(step.run.bot, far, 5) == [CHRIS]
    await store.erase(Erasure(CHRIS, "clock", NOW, until=far))
    assert await store.due_erasures(step.run.bot, far, 5) == [] == await store.transcript(CHRIS, 5)


async def test_talks_are_found_by_their_places_and_messages(store: SqlStore) -> None:
    step = asking("r1", CHRIS)
    await store.commit_step(step)
    asked, room = step.opened[0].id, Room(Place("play:review/1"), own=True)
    assert (await store.room(asked), await store.status_copy(asked)) == (None, "")
    await store.effect_sent(0, RoomOpened(asked, room, Posted(room.place, "1")))
    await store.effect_sent(0, RelayedCopy(asked, Relayed(Posted(room.place, "2"), Posted(PLACE, "7"))))
    await store.effect_sent(0, StatusCopy(asked, "3"))
    assert (await store.rooms(), await store.talk_at(room.place), await store.status_copy(asked)) == (
        [room.place], asked, "3",
    )  # fmt: skip
    assert await store.counterparts(asked, Posted(PLACE, "7")) == [Posted(room.place, "2")]
    assert await store.spans(step.run.bot, step.opened[0].node, 5) == []
    assert await store.talk(CHRIS, NOW) == []
    assert await store.rooms_to_open(PLACE) == []


def test_these_tests_reach_every_verb() -> None:
    verbs = {name for name in vars(Store) if not name.startswith("_")}
    with open(__file__, encoding="utf-8") as file:  # noqa: PTH123 - this very file
        used = set(re.findall(r"store\.(\w+)\(", file.read()))
    assert verbs - used == set()


# --- many writers ---------------------------------------------------------------------------------------------------


async def test_a_decision_that_two_processes_race_for_has_one_outcome(postgres_url: str, store: SqlStore) -> None:
    count = 40
    for number in range(count):
        await store.commit_step(asking(f"r{number}", CHRIS))
    begin = time.time() + 4
    command = [sys.executable, "-m", "tests.fakes.contender", postgres_url, "ben", str(count), str(begin)]
    other = await asyncio.create_subprocess_exec(*command, cwd=CHECKOUT, stdout=asyncio.subprocess.PIPE)
    ana, lea = await asyncio.gather(*(contend(postgres_url, name, count, begin) for name in ("ana", "lea")))
    ben = json.loads((await other.communicate())[0])
    assert ana == ben == lea and len(ana) == count and set(ana.values()) <= {"ana", "ben", "lea"}
    assert await rows(store, "SELECT COUNT(*), COUNT(DISTINCT handoff_id) FROM decision") == [(count, count)]
    assert await rows(store, "SELECT COUNT(*) FROM audit WHERE event = 'handoff.approved'") == [(count,)]


@pytest.mark.parametrize("first", ["copy", "change"])
async def test_a_copy_and_a_change_at_once_miss_each_other_never(store: SqlStore, first: str) -> None:
    """Whichever comes first: the copy is posted after the change, or is edited."""
    await store.commit_step(asking("a", CHRIS))
    handoff, there = HandoffId("ha"), Place("play:ana")

    def slowly(work: Transaction[Any]) -> Transaction[None]:
        yield from work
        yield Sql("/*+ SELECT pg_sleep(0.5) */")

    def copied() -> Transaction[None]:
        effects = [Keyed("copy", PostCard(there, handoff))]
        yield from handoffs.posted(effects)
        yield from outbox.add(effects)

    def changed() -> Transaction[None]:
        yield from outbox.add((yield from handoffs.edits([handoff], "a.2")))

    one, other = (copied(), changed()) if first == "copy" else (changed(), copied())
    begun = asyncio.create_task(store._run(slowly(one)))
    await asyncio.sleep(0.2)
    await store._run(other)
    await asyncio.wait_for(begun, 0.15)  # the second one has waited for it
    kinds = await rows(store, "SELECT kind FROM effect WHERE lane = 'play:ana' ORDER BY id")
    assert kinds == ([("card",), ("edit",)] if first == "copy" else [("card",)])


async def test_an_effect_is_claimed_once_by_many(store: SqlStore) -> None:
    await store.answered(1, [Keyed(f"e{n}", SendText(Place(f"play:{n}"), Literal("x"))) for n in range(60)])
    claims = await asyncio.gather(*(store.claim_effects(5, LATER) for _ in range(30)))
    keys = [claimed.key for claimed_by_one in claims for claimed in claimed_by_one]
    assert len(keys) == len(set(keys))
    while more := await store.claim_effects(50, LATER):
        keys += [claimed.key for claimed in more]
    assert sorted(keys) == sorted(f"e{n}" for n in range(60))


async def test_a_turn_belongs_to_one_process_until_its_lease_lapses(postgres_url: str, store: SqlStore) -> None:
    await store.record_inbound(heard(2))
    async with opened(postgres_url, SystemClock(), LEASE) as other:
        first = await store.next_turn(CHRIS)
        assert first is not None and await other.store.next_turn(CHRIS) is None
        again = await store.next_turn(CHRIS)
        assert again is not None and again.inbox_id == first.inbox_id
        await asyncio.sleep(LEASE.total_seconds() + 0.1)
        taken = await other.store.next_turn(CHRIS)
        assert taken is not None and taken.inbox_id == first.inbox_id
        await other.store.answered(taken.inbox_id)
        with pytest.raises(StaleRun):
            await store.answered(first.inbox_id, [Keyed("late", SendText(PLACE, Literal("twice")))])
        assert await rows(store, "SELECT COUNT(*) FROM effect") == [(0,)]


async def test_taking_a_turn_from_a_silent_process_counts_a_start(postgres_url: str, store: SqlStore) -> None:
    async def starts(taker: Store) -> int | None:
        turn = await taker.next_turn(CHRIS)
        return turn.starts if turn else None

    async with opened(postgres_url, SystemClock(), LEASE) as other:
        await other.store.count_start()
        assert [await starts(store), await starts(other.store), await starts(store)] == [0, None, 0]
        await asyncio.sleep(LEASE.total_seconds() + 0.1)
        assert [await starts(other.store), await starts(other.store)] == [1, 1]
        await asyncio.sleep(LEASE.total_seconds() + 0.1)
        assert await starts(store) == 2


async def test_a_turn_that_waits_for_a_review_counts_no_start(postgres_url: str, store: SqlStore) -> None:
    await store.commit_step(asking("a", CHRIS))
    assert await store.next_turn(CHRIS) is not None
    await rows(store, "UPDATE run SET status = 'held' RETURNING id")
    async with opened(postgres_url, SystemClock(), LEASE) as other:
        await asyncio.sleep(LEASE.total_seconds() + 0.1)
        turn = await other.store.next_turn(CHRIS)
        assert turn is not None and turn.starts == 0


async def test_a_message_is_known_once_to_all_who_hear_it(postgres_url: str, storage: Storage) -> None:
    async with opened(postgres_url, SystemClock(), LEASE) as other:
        stores = [storage.store, other.store] * 10
        known = await asyncio.gather(
            *(store.record_inbound(heard(1 + n // 4, f"u{n % 2}")) for n, store in enumerate(stores))
        )
    assert sum(conversation is not None for conversation in known) == 5
    assert await rows(storage.store, "SELECT COUNT(*) FROM inbox") == [(5,)]


async def test_the_boards_versions_come_in_their_order(storage: Storage) -> None:
    puts = [storage.board.put(f"k{n % 20}", "play:chris", "text", {"n": n}) for n in range(40)]
    ids = await asyncio.gather(*puts)
    assert len(set(ids)) == 20
    assert [item.version for item in await storage.board.items()] == list(range(1, 21))
    await storage.board.change(ids[0], {"n": -1})
    assert [item.body for item in await storage.board.items(20)] == [{"n": -1}]


# --- cancelled callers ----------------------------------------------------------------------------------------------


async def test_a_storm_of_cancellations_loses_no_connection(store: SqlStore) -> None:
    rng = random.Random(7)

    async def one(number: int) -> None:
        work = asyncio.ensure_future(
            store.record_inbound(heard(100 + number)) if number % 2 else store.transcript(CHRIS, 5)
        )
        await asyncio.sleep(rng.uniform(0, 0.01))
        work.cancel()
        with suppress(asyncio.CancelledError):
            await work

    for _ in range(10):
        await asyncio.gather(*(one(rng.randrange(10_000)) for _ in range(40)))
    async with asyncio.timeout(10):
        await asyncio.gather(*(store.load_run(RunId("none")) for _ in range(40)), return_exceptions=True)
        await asyncio.gather(*(store.pending() for _ in range(40)))
    stuck = "SELECT COUNT(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'"
    assert await rows(store, stuck) == [(0,)]


async def test_a_cancelled_caller_leaves_only_when_its_transaction_is_over(storage: Storage, store: SqlStore) -> None:
    def slowly() -> Transaction[None]:
        yield Sql("SELECT pg_sleep(0.3)")
        yield Sql("INSERT INTO instance (name, value) VALUES ('slow', 'done')")

    work = asyncio.ensure_future(storage.database.run(slowly()))
    await asyncio.sleep(0.1)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert await rows(store, "SELECT value FROM instance WHERE name = 'slow'") == [("done",)]


async def test_the_record_is_one_chain_whoever_writes_it(postgres_url: str, storage: Storage, store: SqlStore) -> None:
    async with opened(postgres_url, SystemClock(), LEASE) as other:
        entries = [AuditEntry("process.started", f"p{number}", "engine", NOW) for number in range(60)]
        writers = itertools.cycle((store, other.store))
        await asyncio.gather(*(writer.audit(entry) for writer, entry in zip(writers, entries, strict=False)))
    assert (await verify(storage.database)).number == len(entries)


async def test_what_a_transaction_raises_undoes_it(store: SqlStore) -> None:
    await store.commit_step(asking("a", CHRIS))
    await store.record_decision(deciding("a", CHRIS, "ana"))
    with pytest.raises(AlreadyDecided) as late:
        await store.record_decision(deciding("a", CHRIS, "ben", [Keyed("x", SendText(PLACE, Literal("no")))]))
    assert late.value.handoff.decision is not None and late.value.handoff.decision.by == "ana"
    assert await rows(store, "SELECT COUNT(*) FROM effect WHERE key = 'x'") == [(0,)]


# --- trouble --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seen", [True, False])
async def test_a_connection_cut_at_commit_leaves_a_verb_done_once(
    postgres_url: str, storage: Storage, seen: bool
) -> None:
    parts = urlsplit(postgres_url)
    socket = f"{parse_qs(parts.query)['host'][0]}/.s.PGSQL.5432"
    async with cutting_proxy(socket) as proxy:
        through = f"postgres://postgres@127.0.0.1:{proxy.port}{parts.path}?sslmode=disable"
        async with opened(through, SystemClock(), LEASE) as cut:
            await cut.store.keep_workflow(WORKFLOW, "refund", "{}")
            proxy.cuts = [seen]
            assert (await cut.store.record_inbound(heard(1)) is None) is seen
            [chris] = await cut.store.unanswered()
            proxy.cuts = [seen, seen]
            with suppress(StaleRun):
                await cut.store.commit_step(asking("a", chris))
            proxy.cuts = [seen]
            with pytest.raises(Lost) as lost:
                await cut.store.audit(AuditEntry("decision.refused", "ha", "play:otto", NOW))
            assert lost.value.unknown and proxy.cut == (3 if seen else 4)
    assert await rows(storage.store, "SELECT COUNT(*) FROM inbox") == [(1,)]
    assert await rows(storage.store, "SELECT version FROM run") == [(1,)]
    assert await rows(storage.store, "SELECT COUNT(*) FROM effect") == [(2,)]
    assert await rows(storage.store, "SELECT COUNT(*) FROM audit") == [(1 + seen,)]


async def test_connections_that_the_server_ends_are_replaced(store: SqlStore) -> None:
    others = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE pid <> pg_backend_pid() AND datname = current_database()"
    )
    for number in range(3):
        await asyncio.gather(*(store.pending() for _ in range(8)))
        await rows(store, others)
        await asyncio.gather(*(store.record_inbound(heard(50 + 10 * number + n)) for n in range(10)))
    assert await rows(store, "SELECT COUNT(*) FROM inbox") == [(31,)]


async def test_a_deadlock_is_tried_again(store: SqlStore) -> None:
    await store.record_inbound(heard(2, "dora"))

    def both(first: int, second: int) -> Transaction[None]:
        for number in (first, second):
            yield Sql("UPDATE conversation SET user_name = user_name WHERE id = ?", (number,))
            yield Sql("/*+ SELECT pg_sleep(0.2) */")

    ends = await asyncio.gather(store._run(both(1, 2)), store._run(both(2, 1)), return_exceptions=True)
    assert sorted(type(end).__name__ for end in ends) == [Collided.__name__, "NoneType"]


async def test_what_cannot_be_used_is_refused_in_a_sentence(empty_postgres_url: str) -> None:
    async def refusal(url: str) -> str:
        with pytest.raises(DatabaseRefused) as refused:
            await migrate(url)
        return str(refused.value)

    assert "127.0.0.1:1/x cannot be reached" in await refusal("postgres://u:secret@127.0.0.1:1/x")
    assert "secret" not in await refusal("postgres://u:secret@127.0.0.1:1/x")
    assert "does not exist; create it" in await refusal(re.sub("/t_[0-9a-f]+", "/nowhere", empty_postgres_url))
    assert "refuses this user" in await refusal(empty_postgres_url.replace("postgres@", "nobody:wrong@"))
    assert await migrate(empty_postgres_url) and await migrate(empty_postgres_url) == []
    async with opened(empty_postgres_url, SystemClock(), LEASE) as storage:
        await rows(
            storage.store, "INSERT INTO tortoise_migrations (app, name, applied_at) VALUES ('models', '9999_x', NOW())"
        )
    assert "was written by a newer Assent (9999_x)" in await refusal(empty_postgres_url)


async def test_two_processes_that_start_together_migrate_once(empty_postgres_url: str) -> None:
    command = [
        sys.executable,
        "-c",
        f"import asyncio, storage.opening as o; print(asyncio.run(o.migrate({empty_postgres_url!r})))",
    ]
    pipe = asyncio.subprocess.PIPE
    both = [await asyncio.create_subprocess_exec(*command, cwd=CHECKOUT, stdout=pipe) for _ in range(2)]
    said = sorted([(await one.communicate())[0].decode().strip() for one in both])
    assert said[1] == "[]" and "0001_initial" in said[0]
