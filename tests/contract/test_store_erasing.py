"""The contract of `engine.store.Store` on erasing: what has ended goes, what is open and what was decided stays."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from engine.effects import EditCard, Literal, SendMail
from engine.errors import StaleRun
from engine.events import CodeTried
from engine.handoff import NOTHING_YET, Edit, Handoff
from engine.ids import BotId, ConversationId, PersonId, RunId
from engine.outcomes import Challenge, Identity
from engine.question import Fact
from engine.run import Run, RunStatus
from engine.step import Said
from engine.store import CodeLimits, Erasure
from engine.transitions import HandoffState
from storage.store import SqlStore
from storage.transaction import Rows, Sql, Transaction
from tests.contract.store_ground import (
    MINUTE,
    NASTY,
    NOON,
    REVIEW,
    SOON,
    Ground,
    Opener,
    commit,
    drained,
    heard,
    keyed,
    new_run,
    ruling,
    waiting,
)

BOT = BotId("refunds")
ADDRESS = "chris@example.com"


def wish(conversation: ConversationId, **parts: Any) -> Erasure:
    """What the customer wants."""
    return Erasure(conversation, "customer", NOON + timedelta(days=30), **parts)


async def ended(ground: Ground, number: str = "1", user: str = "chris") -> tuple[Run, Handoff]:
    """A run in which a customer said and proved something, and of which somebody has decided."""
    run, asked = await waiting(ground.store, number, user)
    said = [Said("customer", Literal(f"{NASTY} {number}"), NOON), Said("bot", Literal("Yes?"), ground.clock.now())]
    code = Challenge(f"code{number}", ADDRESS, "digest", 3, NOON + MINUTE)
    mail = keyed(f"{run.id}.2.1", SendMail(ADDRESS, Literal("Code"), Literal("1")))
    await commit(ground.store, run, said=said, challenges=[code], identity=Identity(ADDRESS, NOON), effects=[mail])
    facts = (Fact("who", NASTY),)
    changed = replace(NOTHING_YET, edits=(Edit("who", NASTY, "x", PersonId("ana"), "Ana", NOON),))
    decided = ruling(run, replace(asked, question=replace(asked.question, facts=facts), progress=changed), "ana")
    decided.rulings[0] = replace(decided.rulings[0], asks_anew=True)
    await ground.store.record_decision(decided)
    return run, (await ground.store.case(asked.id)).handoff


async def later_run(ground: Ground, first: Run, words: str, open: bool) -> Run:
    """A further run of the same conversation, begun now."""
    now = ground.clock.now()
    run = replace(new_run(first.conversation, "later"), started_at=now, variables={"kept": NASTY})
    if not open:
        run.tokens = []
    # The platform's clock goes after ours.
    said = [Said("customer", Literal(words), now - MINUTE), Said("bot", Literal("Sure"), now)]
    return await commit(ground.store, run, said=said)


async def rows(ground: Ground, sql: str) -> Rows:
    """Look into the tables themselves."""

    def look() -> Transaction[Rows]:
        return (yield Sql(sql))

    assert isinstance(ground.store, SqlStore)
    return await ground.store._run(look())


async def lines(ground: Ground, conversation: ConversationId) -> list[str]:
    return [line.words.text for line in await ground.store.transcript(conversation, 100)]  # type: ignore[union-attr]


async def variables(ground: Ground, run: RunId) -> dict[str, Any]:
    return (await ground.store.load_run(run)).run.variables


async def due(ground: Ground, until: datetime) -> Sequence[ConversationId]:
    return await ground.store.due_erasures(BOT, until, 10)


def after(**span: float) -> datetime:
    return NOON + timedelta(**span)


async def test_what_has_ended_is_erased_and_what_was_decided_stays(ground: Ground) -> None:
    run, asked = await ended(ground)
    assert asked.edition == 1 and asked.question.facts and await lines(ground, run.conversation)
    await ground.store.erase(wish(run.conversation))
    left = (await ground.store.load_run(run.id)).run
    assert (left.variables, left.status, left.version) == ({}, RunStatus.DONE, 3)
    handoff = (await ground.store.case(asked.id)).handoff
    assert handoff.question.erased and (handoff.question.reason, handoff.question.facts) == ("", ())
    assert (handoff.question.calls, handoff.edits) == ((), [])
    assert (handoff.state, handoff.decision) == (HandoffState.APPROVED, asked.decision)
    assert (handoff.team, handoff.places, handoff.requester) == ("finance", (REVIEW,), "play:chris")
    assert await lines(ground, run.conversation) == []
    whose = await ground.store.conversation(run.conversation)
    assert (whose.user_id, whose.user_name, whose.identity) == ("chris", "", None)
    assert await ground.store.challenge_for(run.id, ADDRESS) is None
    assert (await ground.store.spend_try("code1")) == CodeTried(None, 0, expired=False)


async def test_no_reason_keeps_what_the_request_hid(ground: Ground) -> None:
    """As long as the request knows what is secret its card masks it; after that nothing would."""
    run, asked = await waiting(ground.store)
    hidden = replace(asked, question=replace(asked.question, hidden=("DE02", "DE0212")))
    decided = ruling(run, hidden, "ana")
    [one] = decided.rulings
    assert one.decision
    why = replace(one.decision, reason="DE0212 is not theirs, nor DE02")
    progress = replace(NOTHING_YET, votes=(why,))
    decided.rulings[0] = replace(one, after=replace(one.after, progress=progress), decision=why, asks_anew=True)
    await ground.store.record_decision(decided)
    await ground.store.erase(wish(run.conversation))
    handoff = (await ground.store.case(asked.id)).handoff
    assert handoff.decision and handoff.decision.reason == "••• is not theirs, nor •••"
    assert [vote.reason for vote in handoff.progress.votes] == ["••• is not theirs, nor •••"]


async def test_cards_are_brought_to_it_once_and_mails_to_the_customer_are_not_sent_any_more(ground: Ground) -> None:
    run, asked = await ended(ground)
    await ground.store.erase(wish(run.conversation, effects=[keyed("told")]))
    sent = await drained(ground)
    assert EditCard(REVIEW, asked.id) in [each.effect for each in sent]
    assert "told" in [each.key for each in sent] and not [each for each in sent if each.lane.startswith("mail:")]
    await ground.store.erase(wish(run.conversation))
    assert await drained(ground) == []


async def test_an_effect_that_was_taken_before_keeps_no_words_after(ground: Ground) -> None:
    """A process may hold a mail while another one erases."""
    run, _ = await ended(ground)
    taken = next(each for each in await ground.store.claim_effects(100, SOON) if each.lane == f"mail:{ADDRESS}")
    await ground.store.erase(wish(run.conversation))
    await ground.store.keep_rendered(taken.id, NASTY)
    await ground.store.effect_failed(taken.id, NASTY, NOON)
    ground.clock.moment += MINUTE
    assert taken.id not in [each.id for each in await drained(ground)]
    assert await rows(ground, f"SELECT state, lane, rendered, detail FROM effect WHERE id = {taken.id}") == [
        ("dead", "mail:", None, None)
    ]


async def test_what_is_open_is_kept_with_its_lines(ground: Ground) -> None:
    first, _ = await ended(ground)
    ground.clock.moment += timedelta(hours=1)
    later = await later_run(ground, first, "again", open=True)
    await ground.store.erase(wish(first.conversation))
    assert await lines(ground, first.conversation) == ["again", "Sure"]
    assert await variables(ground, later.id) == {"kept": NASTY} and not await variables(ground, first.id)
    whose = await ground.store.conversation(first.conversation)
    assert whose.user_name == "Chris" and whose.identity and whose.identity.address == ADDRESS


async def test_nobody_else_is_touched(ground: Ground) -> None:
    theirs, asked = await ended(ground, "2", "dana")
    run, _ = await ended(ground)
    before = await lines(ground, theirs.conversation)
    await ground.store.erase(wish(run.conversation))
    assert before and await lines(ground, theirs.conversation) == before
    assert (await ground.store.case(asked.id)).handoff == asked
    assert await ground.store.challenge_for(theirs.id, ADDRESS) == "code2"
    assert [each.key for each in await drained(ground) if each.lane.startswith("mail:")] == [f"{theirs.id}.2.1"]


async def test_the_message_that_wants_it_is_answered_by_it_once(ground: Ground) -> None:
    run, _ = await ended(ground)
    turn = await ground.store.next_turn(run.conversation)
    assert turn
    erasure = wish(run.conversation, answers=turn.inbox_id, effects=[keyed("told")])
    await ground.store.erase(erasure)
    assert await ground.store.next_turn(run.conversation) is None
    with pytest.raises(StaleRun):
        await ground.store.erase(replace(erasure, effects=[keyed("twice")]))
    assert "twice" not in [each.key for each in await drained(ground)]


async def test_an_unknown_conversation_is_said_to_be_one(ground: Ground) -> None:
    with pytest.raises(KeyError):
        await ground.store.erase(wish(ConversationId(99)))
    with pytest.raises(KeyError):
        await ground.store.conversation(ConversationId(99))


async def test_only_what_ended_long_enough_ago_is_due(ground: Ground) -> None:
    run, _ = await ended(ground)
    waits, _ = await waiting(ground.store, "2", "dana")
    ground.clock.moment = after(days=10)
    later, _ = await ended(ground, "3", "eli")
    assert await due(ground, NOON - MINUTE) == []
    assert await due(ground, after(days=9)) == [run.conversation]
    assert await due(ground, after(days=10)) == [run.conversation, later.conversation]
    assert await ground.store.due_erasures(BotId("other"), after(days=10), 10) == []
    assert await ground.store.due_erasures(BOT, after(days=10), 1) == [run.conversation]
    await ground.store.erase(wish(run.conversation, until=after(days=9)))
    assert await due(ground, after(days=10)) == [later.conversation]
    assert (await ground.store.load_run(waits.id)).run.status.is_open


async def test_a_sweep_leaves_what_came_after(ground: Ground) -> None:
    first, _ = await ended(ground)
    ground.clock.moment = after(days=5)
    later = await later_run(ground, first, "later", open=False)
    await ground.store.erase(wish(first.conversation, until=after(days=1)))
    assert await lines(ground, first.conversation) == ["later", "Sure"]
    assert await variables(ground, later.id) == {"kept": NASTY}
    assert (await ground.store.conversation(first.conversation)).user_name == "Chris"
    await ground.store.erase(wish(first.conversation, until=after(days=6)))
    assert await lines(ground, first.conversation) == [] and not await variables(ground, later.id)
    assert (await ground.store.conversation(first.conversation)).user_name == ""


async def test_sweeps_at_once_do_no_harm(ground: Ground, opener: Opener, database: str) -> None:
    run, asked = await ended(ground)
    await drained(ground)
    sweep = wish(run.conversation, until=after(days=1))
    if database == "sqlite":  # one process has the file to itself
        await asyncio.gather(*(ground.store.erase(sweep) for _ in range(8)))
    else:
        async with opener() as other:
            await asyncio.gather(*(store.erase(sweep) for store in [ground.store, other.store] * 4))
    assert [each.effect for each in await drained(ground)] == [EditCard(REVIEW, asked.id)]
    told = await rows(ground, "SELECT actor, subject FROM audit WHERE event = 'customer.forgotten'")
    assert told == [("customer", str(run.conversation))]


async def test_the_page_is_emptied_and_nothing_is_written_into_it_any_more(ground: Ground) -> None:
    """The page may just have been about to mark what it heard as heard."""
    run, _ = await ended(ground)
    said = await ground.board.put("said/1", "play:chris", "said", {"text": NASTY})
    mail = await ground.board.put("mail/1", "mail", "mail", {"address": ADDRESS.title(), "text": NASTY})
    theirs = await ground.board.put("said/2", "play:dana", "said", {"text": "theirs"})
    version = (await ground.board.items())[-1].version
    await ground.store.erase(wish(run.conversation))
    await ground.board.change(said, {"text": NASTY})
    found = {item.id: (item.kind, item.body) for item in await ground.board.items()}
    assert found == {said: ("gone", {}), mail: ("gone", {}), theirs: ("said", {"text": "theirs"})}
    assert {item.id for item in await ground.board.items(version)} == {said, mail}, "pages that are open follow"


async def test_forgetting_somebody_gives_them_no_more_codes(ground: Ground) -> None:
    run, _ = await ended(ground)
    limits = CodeLimits(per_address=1, pause=timedelta(0))
    assert await ground.store.count_code("one", ADDRESS, "chat", limits) is None
    await ground.store.erase(replace(wish(run.conversation), at=NOON))
    assert await ground.store.count_code("two", ADDRESS.title(), "other chat", limits) is not None


async def test_a_run_that_goes_on_meanwhile_loses_nothing(ground: Ground) -> None:
    run, _ = await waiting(ground.store)
    run.variables = {"kept": NASTY}
    said = [Said("customer", Literal("one"), NOON), Said("bot", Literal("two"), NOON)]
    await asyncio.gather(commit(ground.store, run, said=said), ground.store.erase(wish(run.conversation)))
    assert await lines(ground, run.conversation) == ["one", "two"]
    assert await variables(ground, run.id) == {"kept": NASTY}


async def test_what_was_set_aside_is_not_heard_again(ground: Ground) -> None:
    known = await ground.store.record_inbound(heard("a", NASTY))
    assert known
    turn = await ground.store.next_turn(known)
    assert turn
    await ground.store.give_up_message(turn.inbox_id, [keyed("sorry")])
    await ground.store.erase(wish(known))
    assert await ground.store.record_inbound(heard("a", NASTY)) is None
