"""What reviewers say to each other, and the course of a run, on every database."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from engine.ids import CallKey, NodeId
from engine.outcomes import DEFAULT
from engine.run import Run
from engine.step import AuditEntry, Intent, Visit
from engine.store import Erasure
from engine.tools import EffectClass
from storage.comments import Comment
from storage.opening import Storage, opened
from tests.contract.store_ground import MINUTE, NASTY, NOON, SOON, WORKFLOW, ruling, step, waiting
from tests.fakes.clocks import HandClock


@pytest.fixture
async def storage(database: str, place: str) -> AsyncIterator[Storage]:
    url = place if database == "postgres" else f"sqlite://{place}/assent.db"
    async with opened(url, HandClock(NOON), MINUTE) as one:
        await one.store.keep_workflow(WORKFLOW, "refund", "{}")
        yield one


async def test_a_comment_is_kept_once_per_key_with_its_row_of_the_record(storage: Storage) -> None:
    _, asked = await waiting(storage.store)
    first = Comment(asked.id, "ana", "Ana", NOON, NASTY)
    tries = await asyncio.gather(*(storage.comments.add("k1", first, "web:ana") for _ in range(4)))
    assert sorted(tries) == [False, False, False, True]
    assert await storage.comments.add("k1", replace(first, person="ben", name="Ben", at=SOON), "web:ben")
    assert [each.name for each in await storage.comments.of(asked.id)] == ["Ana", "Ben"]
    assert (await storage.comments.of(asked.id))[0] == first
    rows = [(row.event, row.subject, row.actor) for row in await storage.figures.entries(10, asked.id)]
    assert [row for row in rows if row[0] == "handoff.commented"] == [
        ("handoff.commented", asked.id, "web:ana"),
        ("handoff.commented", asked.id, "web:ben"),
    ]
    assert NASTY not in str(await storage.figures.entries(10)), "what was said is not in the record"


async def test_comments_go_with_the_customer_and_those_of_others_stay(storage: Storage) -> None:
    run, asked = await waiting(storage.store)
    _, other = await waiting(storage.store, "2", "dana")
    for one in (asked, other):
        await storage.comments.add("k1", Comment(one.id, "ana", "Ana", NOON, "words"), "web:ana")
    await end(storage, run)
    await storage.store.erase(Erasure(run.conversation, "customer", SOON))
    assert await storage.comments.of(asked.id) == []
    assert len(await storage.comments.of(other.id)) == 1


async def end(storage: Storage, run: Run) -> None:
    """Somebody decides, and the run is through."""
    assert run.tokens[0].handoff
    asked = (await storage.store.case(run.tokens[0].handoff)).handoff
    await storage.store.record_decision(ruling(run, asked, "ana"))


async def test_the_course_of_a_run_is_its_own_and_in_order(storage: Storage) -> None:
    run, asked = await waiting(storage.store)
    _, other = await waiting(storage.store, "2", "dana")
    intent = Intent(
        CallKey("key1"), run.id, NodeId("pay"), 1, "bank__wire", "{}", "", EffectClass.ONCE, 0, 2, NOON, SOON
    )
    visits = [Visit(NodeId("start"), DEFAULT, NOON), Visit(NodeId("ask"), "approved", NOON)]
    about = [("run.started", run.id), ("handoff.opened.approval", asked.id), ("tool.intended", intent.key)]
    audit = [AuditEntry(event, subject, "engine", NOON) for event, subject in about]
    await storage.store.record_intent(step(run, visits=visits, intent=intent, audit=audit))
    await storage.store.audit(AuditEntry("handoff.see", other.id, "ben", SOON))
    course = await storage.courses.of(run.id, asked.id)
    assert [(row.event, row.subject) for row in course.entries] == about
    assert [(each.key, each.tool) for each in course.calls] == [("key1", "bank__wire")]
    assert list(course.visits) == [("start", DEFAULT), ("ask", "approved")]
