"""The contract of `engine.store.Store` on messages and runs, on every database."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from engine.effects import Literal, Message
from engine.errors import StaleRun
from engine.ids import CallKey, NodeId, RunId, WorkflowHash
from engine.run import RunStatus, TokenState
from engine.step import AuditEntry, Intent, Said, Visit
from engine.tools import EffectClass
from tests.contract.store_ground import (
    MINUTE,
    NASTY,
    NOON,
    SOON,
    Ground,
    commit,
    conversation,
    drained,
    handoff,
    heard,
    keyed,
    new_run,
    step,
)

# --- messages ----------------------------------------------------------------------------------------------------


async def test_a_message_is_written_down_once_per_source(ground: Ground) -> None:
    store = ground.store
    first = await store.record_inbound(heard("play/1"))
    assert first is not None
    assert await store.record_inbound(heard("play/1", "something else")) is None
    assert await store.record_inbound(heard("play/2")) == first
    assert await store.unanswered() == [first]


async def test_the_same_source_heard_at_once_counts_once(ground: Ground) -> None:
    answers = await asyncio.gather(*(ground.store.record_inbound(heard("play/1")) for _ in range(20)))
    assert sum(answer is not None for answer in answers) == 1


async def test_turns_come_in_the_order_of_the_messages_and_only_the_own_ones(ground: Ground) -> None:
    store = ground.store
    whose = await store.record_inbound(heard("a/1", "one"))
    await store.record_inbound(heard("b/1", "other", user="kim"))
    await store.record_inbound(heard("a/2", "two"))
    assert whose is not None
    texts = []
    while turn := await store.next_turn(whose):
        texts.append(turn.message.text)
        await store.answered(turn.inbox_id)
    assert texts == ["one", "two"]
    assert len(await store.unanswered()) == 1


async def test_a_message_comes_back_as_it_was_heard(ground: Ground) -> None:
    said = heard("a/1", NASTY)
    said = replace(said, message=replace(said.message, attachments=({"name": "ä.pdf", "size": Decimal("1.50")},)))
    whose = await ground.store.record_inbound(said)
    assert whose is not None
    turn = await ground.store.next_turn(whose)
    assert turn is not None
    assert turn.message == said.message
    assert (turn.conversation.user, turn.conversation.locale, turn.open_runs) == ("play:chris", "en", [])


async def test_a_language_is_remembered_and_a_new_name_too(ground: Ground) -> None:
    whose = await conversation(ground.store)
    await ground.store.set_locale(whose, "de")
    renamed = heard("a/2")
    await ground.store.record_inbound(replace(renamed, message=replace(renamed.message, user_name="Christina")))
    turn = await ground.store.next_turn(whose)
    assert turn is not None
    assert (turn.conversation.locale, turn.conversation.user_name) == ("de", "Christina")


async def test_an_answer_without_a_run_and_its_effects_come_together(ground: Ground) -> None:
    whose = await conversation(ground.store)
    turn = await ground.store.next_turn(whose)
    assert turn is not None
    await ground.store.answered(turn.inbox_id, [keyed("k1"), keyed("k1"), keyed("k2")])
    assert [each.key for each in await drained(ground)] == ["k1", "k2"]
    assert await ground.store.unanswered() == []


async def test_a_message_is_answered_once(ground: Ground) -> None:
    whose = await conversation(ground.store)
    turn = await ground.store.next_turn(whose)
    assert turn is not None
    await ground.store.answered(turn.inbox_id, [keyed("first")])
    with pytest.raises(StaleRun):
        await ground.store.answered(turn.inbox_id, [keyed("second")])
    with pytest.raises(StaleRun):
        await ground.store.commit_step(step(new_run(whose), consumed=turn.inbox_id, effects=[keyed("third")]))
    assert [each.key for each in await drained(ground)] == ["first"]


async def test_a_message_given_up_is_not_taken_again(ground: Ground) -> None:
    whose = await conversation(ground.store)
    turn = await ground.store.next_turn(whose)
    assert turn is not None
    await ground.store.give_up_message(turn.inbox_id, [keyed("sorry")])
    assert (await ground.store.next_turn(whose), await ground.store.unanswered()) == (None, [])
    assert [each.key for each in await drained(ground)] == ["sorry"]


# --- runs --------------------------------------------------------------------------------------------------------


async def test_a_step_is_written_whole(ground: Ground) -> None:
    whose = await conversation(ground.store)
    turn = await ground.store.next_turn(whose)
    assert turn is not None
    run = new_run(whose, state=TokenState.REPLY)
    run.variables = {"total": Decimal("42.50"), "big": 10**40, "text": NASTY, "list": [1, None, True, {"x": "y"}]}
    said = [Said("bot", Message("customer-start", {"bot": "Ä"}), NOON), Said("customer", Literal(NASTY), NOON)]
    await commit(
        ground.store, run, said=said, visits=[Visit(NodeId("n1"), "[reply]", NOON)], consumed=turn.inbox_id,
        effects=[keyed("k1")], audit=[AuditEntry("run.started", run.id, "play:chris", NOON)],
    )  # fmt: skip
    [kept] = await ground.store.open_runs(whose)
    assert kept == run
    assert str(kept.variables["total"]) == "42.50"
    assert await ground.store.transcript(whose, 10) == said
    assert await ground.store.transcript(whose, 1) == said[1:]
    assert await ground.store.next_turn(whose) is None
    assert [each.key for each in await drained(ground)] == ["k1"]


async def test_a_step_on_an_older_version_changes_nothing(ground: Ground) -> None:
    run = await commit(ground.store, new_run(await conversation(ground.store)))
    await ground.store.commit_step(step(run))
    late = step(run, effects=[keyed("late")], said=[Said("bot", Literal("late"), NOON)], opened=[handoff(run)])
    with pytest.raises(StaleRun):
        await ground.store.commit_step(late)
    assert await drained(ground) == []
    assert await ground.store.pending() == []
    assert await ground.store.transcript(run.conversation, 10) == []


async def test_a_step_that_fails_at_its_end_leaves_nothing_of_its_beginning(ground: Ground) -> None:
    """The second handoff breaks its key after run, effects and the first handoff were written."""
    run = new_run(await conversation(ground.store))
    with pytest.raises(Exception, match=r"(?i)unique"):
        await ground.store.commit_step(step(run, opened=[handoff(run), handoff(run)], effects=[keyed("k1")]))
    with pytest.raises(KeyError):
        await ground.store.load_run(run.id)
    assert (await drained(ground), await ground.store.pending()) == ([], [])


async def test_of_steps_at_once_on_one_version_one_is_written(ground: Ground) -> None:
    run = await commit(ground.store, new_run(await conversation(ground.store)))
    steps = [step(run, effects=[keyed(f"k{number}")]) for number in range(20)]
    outcomes = await asyncio.gather(*map(ground.store.commit_step, steps), return_exceptions=True)
    assert sorted(map(str, (type(each).__name__ for each in outcomes))) == ["NoneType"] + ["StaleRun"] * 19
    assert len(await drained(ground)) == 1


async def test_an_intent_is_there_before_its_call_and_ends_once(ground: Ground) -> None:
    run = await commit(ground.store, new_run(await conversation(ground.store)))
    intent = Intent(
        CallKey("k" * 25), run.id, NodeId("n1"), 1, "stripe__create_refund", '{"amount":42.50}', "0" * 64,
        EffectClass.KEYED, 0, 2, NOON, SOON,
    )  # fmt: skip
    await ground.store.record_intent(step(run, intent=intent, lease_until=SOON))
    run.version += 1
    with pytest.raises(StaleRun):
        await ground.store.record_intent(step(run, intent=intent))
    assert (await ground.store.load_run(run.id)).run.version == run.version


async def test_a_run_is_claimed_by_one_until_its_lease_ends_and_the_former_can_write_no_more(ground: Ground) -> None:
    store = ground.store
    run = await commit(store, new_run(await conversation(store)))
    claims = await asyncio.gather(*(store.claim_run(run.id, run.version, SOON) for _ in range(10)))
    assert [each for each in claims if each] == [1]
    assert (await store.load_run(run.id)).run.version == run.version + 1
    with pytest.raises(StaleRun):
        await store.commit_step(step(run))
    assert await store.active_runs() == []
    assert await store.claim_run(run.id, run.version + 1, SOON) is None
    ground.clock.moment = SOON
    assert await store.active_runs() == [run.id]
    assert await store.claim_run(run.id, run.version, SOON + MINUTE) is None
    assert await store.claim_run(run.id, run.version + 1, SOON + MINUTE) == 2


async def test_a_run_that_waits_or_is_done_cannot_be_claimed(ground: Ground) -> None:
    whose = await conversation(ground.store)
    resting = await commit(ground.store, new_run(whose, "run1", TokenState.REPLY))
    done = new_run(whose, "run2")
    done.tokens = []
    await commit(ground.store, done)
    assert done.status is RunStatus.DONE
    for run in (resting.id, done.id, RunId("nobody")):
        assert await ground.store.claim_run(run, 1, SOON) is None
    assert [run.id for run in await ground.store.open_runs(whose)] == [resting.id]


async def test_all_leases_are_freed_at_once(ground: Ground) -> None:
    run = await commit(ground.store, new_run(await conversation(ground.store)), effects=[keyed("k1")])
    assert await ground.store.claim_run(run.id, run.version, NOON + timedelta(days=1))
    [effect] = await ground.store.claim_effects(10, NOON + timedelta(days=1))
    await ground.store.free_leases()
    assert await ground.store.active_runs() == [run.id]
    assert [each.id for each in await ground.store.claim_effects(10, SOON)] == [effect.id]


async def test_a_workflow_is_pinned_as_it_was_first(ground: Ground) -> None:
    pinned = WorkflowHash("a" * 64)
    await ground.store.keep_workflow(pinned, "refund", NASTY)
    await ground.store.keep_workflow(pinned, "refund", "something else")
    assert await ground.store.workflow_text(pinned) == NASTY
    with pytest.raises(KeyError):
        await ground.store.workflow_text(WorkflowHash("b" * 64))
