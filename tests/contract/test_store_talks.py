"""The contract of `engine.store.Store` on talks: who talks with whom, where, and what is the copy of what."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from engine.effects import CloseRoom, EditStatus, Literal, Message, OpenRoom, PostStatus, Relay
from engine.errors import AlreadyTalking, StaleRun
from engine.handoff import Handoff, Progress
from engine.ids import HandoffId, PersonId, Place
from engine.step import Keyed, Ruling, Said
from engine.store import RelayedCopy, RoomClosed, RoomOpened, StatusCopy
from engine.talk import Inquiry, Posted, Relayed, Room, Talk
from engine.transitions import HandoffState
from tests.contract.store_ground import (
    MINUTE,
    NASTY,
    NOON,
    REVIEW,
    SOON,
    WORKFLOW,
    Ground,
    Opener,
    commit,
    conversation,
    decision,
    handoff,
    new_run,
    step,
    waiting,
)

CHRIS, ROOM = Place("play:chris"), Place("play:review/1")
TALK = Talk(PersonId("ana"), "Ana", NOON, SOON, 30 * MINUTE, REVIEW)
INQUIRY = Inquiry(PersonId("ana"), "Ana", NASTY, NOON, SOON, REVIEW)
FILES = ({"channel": "play", "account": "default", "ref": "1", "kind": "photo", "name": "a.png", "size": 3},)


@pytest.mark.parametrize(
    "progress",
    [
        Progress(talk=TALK, talked=True, paused_since=NOON, paused=timedelta(minutes=3, microseconds=7)),
        Progress(inquiry=INQUIRY, talked=True, paused_since=NOON),
        Progress(seen_at=NOON, nudged_at=SOON, wants_person=True),
    ],
)
async def test_what_happens_between_the_two_ends_comes_back(ground: Ground, progress: Progress) -> None:
    run, asked = await waiting(ground.store)
    asked = replace(asked, question=replace(asked.question, due_at=NOON + 60 * MINUTE))
    after = replace(asked, progress=progress)
    await ground.store.record_decision(step(run, rulings=[Ruling(after, asks_anew=True)]))
    kept = (await ground.store.case(asked.id)).handoff
    assert kept.progress == progress
    if progress.talked:  # else the question's own moment stands in the column, which a ruling alone does not write
        assert kept.question.due_at == asked.question.due_at
        assert kept.wakes_at == after.wakes_at


async def test_a_conversation_is_talked_with_for_one_request_only(ground: Ground) -> None:
    run, asked = await waiting(ground.store)
    other = new_run(run.conversation, "run2")
    await commit(ground.store, other, opened=[handoff(other, "h2")])
    await commit(ground.store, run, talk_begins=asked.id)
    with pytest.raises(AlreadyTalking) as refused:
        await ground.store.commit_step(step(other, talk_begins=HandoffId("h2")))
    assert refused.value.handoff == asked.id
    assert (await ground.store.case(asked.id)).conversation.talk == asked.id
    await commit(ground.store, other, talk_ends=HandoffId("h2"))
    assert (await ground.store.case(asked.id)).conversation.talk == asked.id, "another one's end is not its end"
    await commit(ground.store, run, talk_ends=asked.id)
    assert (await ground.store.case(asked.id)).conversation.talk is None


async def test_no_run_begins_beside_others_while_a_person_talks(ground: Ground) -> None:
    run, asked = await waiting(ground.store)
    beside = new_run(run.conversation, "run2")
    beside.while_waiting = "new_run"
    await commit(ground.store, run, talk_begins=asked.id)
    with pytest.raises(StaleRun):
        await ground.store.commit_step(step(beside))
    await commit(ground.store, run, talk_ends=asked.id)
    await ground.store.commit_step(step(beside))


async def test_of_two_who_take_over_at_once_one_talks(ground: Ground) -> None:
    chris = await conversation(ground.store)
    runs = [new_run(chris, f"run{number}") for number in range(8)]
    for number, each in enumerate(runs):
        await commit(ground.store, each, opened=[handoff(each, f"h{number}")])
    steps = [step(each, talk_begins=HandoffId(f"h{number}")) for number, each in enumerate(runs)]
    ends = await asyncio.gather(*map(ground.store.commit_step, steps), return_exceptions=True)
    assert sorted(map(type, ends), key=str) == sorted([type(None), *[AlreadyTalking] * 7], key=str)


async def test_effects_of_talks_come_back_and_those_of_a_room_go_out_in_order(ground: Ground) -> None:
    run, asked = await waiting(ground.store)
    effects = [
        OpenRoom(REVIEW, asked.id, Message("talk-room-open", {"id": "h1"})),
        Relay(asked.id, Literal(NASTY), None, Posted(CHRIS, "7"), quotes="5"),
        Relay(asked.id, Message("talk-files"), CHRIS, None, FILES, locale="de"),
        Relay(asked.id, Literal("new"), CHRIS, Posted(ROOM, "9"), edits=True),
        PostStatus(CHRIS, asked.id, "de", "there"),
        EditStatus(CHRIS, asked.id),
        CloseRoom(asked.id, Message("talk-room-left", {"by": "Ana"})),
    ]
    await commit(ground.store, run, effects=[Keyed(f"talk.{number}", each) for number, each in enumerate(effects)])
    found = []
    while claimed := await ground.store.claim_effects(10, SOON):
        lanes = [each.lane for each in claimed]
        assert len(set(lanes)) == len(lanes)
        for each in claimed:
            found.append(each.effect)
            await ground.store.effect_sent(each.id)
    assert [each for each in found if each in effects[:2] or each == effects[6]] == [*effects[:2], effects[6]]
    assert all(effect in found for effect in effects)


async def opened(ground: Ground, asked: Handoff, room: Room) -> None:
    await posted(ground, RoomOpened(asked.id, room, Posted(room.place, "root")))


async def posted(ground: Ground, what: RoomOpened | RelayedCopy | RoomClosed | StatusCopy) -> None:
    """As the outbox leaves it behind; of which effect does not matter here."""
    await ground.store.effect_sent(0, what)


async def test_a_room_belongs_to_its_talk_until_it_is_closed(ground: Ground) -> None:
    _, asked = await waiting(ground.store)
    assert (await ground.store.room(asked.id), await ground.store.rooms()) == (None, [])
    await opened(ground, asked, Room(ROOM, own=True))
    assert await ground.store.room(asked.id) == Room(ROOM, own=True)
    assert await ground.store.rooms() == [ROOM]
    assert await ground.store.talk_at(ROOM) == asked.id == await ground.store.talk_at(ROOM, "unknown")
    assert await ground.store.talk_at(REVIEW) is None
    await posted(ground, RoomClosed(asked.id))
    assert (await ground.store.rooms(), await ground.store.talk_at(ROOM)) == ([], None)
    await opened(ground, asked, Room(ROOM, own=True))
    assert await ground.store.talk_at(ROOM) == asked.id, "it is opened again"


async def test_in_a_shared_place_only_replies_belong_to_the_talk(ground: Ground) -> None:
    _, asked = await waiting(ground.store)
    await opened(ground, asked, Room(REVIEW, own=False))
    assert await ground.store.rooms() == []
    assert await ground.store.talk_at(REVIEW) is None
    assert await ground.store.talk_at(REVIEW, "root") == asked.id
    await posted(ground, RelayedCopy(asked.id, Relayed(Posted(REVIEW, "12"), Posted(CHRIS, "7"))))
    assert await ground.store.talk_at(REVIEW, "12") == asked.id
    assert await ground.store.talk_at(CHRIS, "7") is None
    await posted(ground, RoomClosed(asked.id))
    assert await ground.store.talk_at(REVIEW, "12") is None


async def test_a_message_has_its_counterparts_at_the_other_end(ground: Ground) -> None:
    _, asked = await waiting(ground.store)
    source, copy = Posted(CHRIS, "7"), Posted(ROOM, "12")
    await posted(ground, RelayedCopy(asked.id, Relayed(copy, source)))
    assert await ground.store.counterparts(asked.id, source) == [copy]
    assert await ground.store.counterparts(asked.id, copy) == [source]
    assert await ground.store.counterparts(HandoffId("other"), copy) == []


async def test_the_message_that_tells_how_it_stands_is_found_again(opener: Opener) -> None:
    async with opener() as ground:
        await ground.store.keep_workflow(WORKFLOW, "refund", "{}")
        _, asked = await waiting(ground.store)
        assert await ground.store.status_copy(asked.id) == ""
        await posted(ground, StatusCopy(asked.id, "42"))
    async with opener() as ground:
        assert await ground.store.status_copy(asked.id) == "42"


async def test_what_the_two_ends_said_is_told_without_the_bot(ground: Ground) -> None:
    run, _ = await waiting(ground.store)
    lines = [
        Said("customer", Literal("before"), NOON - MINUTE),
        Said("customer", Literal(NASTY), NOON, FILES),
        Said("bot", Message("inquiry-thanks"), NOON),
        Said("person", Literal("here is Ana"), SOON, (), "Ana"),
    ]
    await commit(ground.store, run, said=lines)
    assert await ground.store.talk(run.conversation, NOON) == [lines[1], lines[3]]


async def test_how_long_requests_of_a_node_waited(ground: Ground) -> None:
    chris = await conversation(ground.store)
    assert await ground.store.spans("refunds", "n1", 5) == []
    for number in range(4):
        run = new_run(chris, f"run{number}")
        asked = handoff(run, f"h{number}")
        await commit(ground.store, run, opened=[asked])
        said = replace(decision("ana"), at=NOON + number * MINUTE)
        by = said if number else replace(said, by=None)
        after = replace(asked, state=HandoffState.APPROVED, decision=by)
        await ground.store.record_decision(step(run, rulings=[Ruling(after, by)]))
    assert await ground.store.spans("refunds", "n1", 2) == [3 * MINUTE, 2 * MINUTE]
    assert len(await ground.store.spans("refunds", "n1", 9)) == 3, "the clock's do not count"
    assert await ground.store.spans("refunds", "other", 9) == []
