"""Talks that go wrong: words that are for colleagues, ends at a bad moment, and thresholds under silence."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

import pytest

from bot.desk import Actor
from channels.base import MessageRef, Rejected, Tap, Unconfirmed
from channels.views import TextView
from engine.errors import ErrorCode
from engine.handoff import AlreadyDecided
from engine.tools import Refused
from engine.transitions import Action
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House
from tests.flow.test_authority import asking
from tests.flow.test_edits import editing
from tests.flow.test_talks import a_card, status, taken_over
from tests.unit.workflows import file, tool, trigger

LEGAL_AFTER = CONFIG.replace('members = ["ana", "ben"]', 'members = ["ana", "ben"]\ntalk_then = "legal"')


def more(card: Mapping[str, Any], label: str) -> str:
    """The payload of a button behind More… of a card."""
    return str(next(button["token"] for button in card["more"] if button["label"] == label))


# --- words that are not the customer's ------------------------------------------------------------------------------


async def test_a_reason_given_in_a_room_is_for_colleagues(open_house: OpenHouse) -> None:
    house, room = await taken_over(open_house)
    root = await house.sees_at(room, "Ana talks with*")
    reject = next(button["token"] for button in root["body"]["buttons"] if button["label"] == "Reject")
    told = await house.post("tap", {"who": "ana", "token": reject, "locale": "en", "item": root["id"]})
    assert "write the reason" in told["text"]
    await house.say("Looks like fraud", "ana", room=room)
    await house.quiet()
    assert not [text for text in await house.texts() if "fraud" in text]
    assert house.rows("SELECT state FROM handoff") == [("rejected",)]


@pytest.mark.parametrize("text", ["We look into it", "// not sure yet"])
async def test_what_is_plainly_no_reason_rejects_nothing(open_house: OpenHouse, text: str) -> None:
    house, room = await taken_over(open_house)
    root = await house.sees_at(room, "Ana talks with*")
    await house.say("Why does it take so long?")
    line = await house.sees_at(room, "Chris: Why*")
    reject = next(button["token"] for button in root["body"]["buttons"] if button["label"] == "Reject")
    await house.post("tap", {"who": "ana", "token": reject, "locale": "en", "item": root["id"]})
    await house.say(text, "ana", room=room, reply_to=line["id"])
    await house.quiet()
    assert house.rows("SELECT state FROM handoff") == [("rejecting",)]
    assert (f"Ana: {text}" in await house.texts()) is not text.startswith("//")


async def test_one_question_is_asked_and_what_comes_after_it_stays_among_colleagues(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house)
    await house.press("ana", more(card, "Ask the customer"))
    await house.press("ben", more(card, "Talk with the customer"))
    await house.room()
    await house.say("Which colour?", "ana")
    await house.sees("Ana: Which colour?")
    await house.say("I do not trust this one", "ana")
    await house.quiet()
    assert not [text for text in await house.texts() if "trust" in text]
    assert house.rows("SELECT state FROM handoff") == [("pending",)]


async def test_a_command_that_was_mistyped_and_mended_stays_among_colleagues(open_house: OpenHouse) -> None:
    house, room = await taken_over(open_house)
    mine = await house.say("/handbak rejected fraud", "ana", room=room)
    await house.quiet()
    await house.say("/handback rejected fraud", "ana", room=room, edits=mine["item"])
    await house.quiet()
    assert not [text for text in await house.texts() if "fraud" in text]
    assert house.rows("SELECT state FROM handoff") == [("pending",)]


async def test_two_who_hand_back_at_once_are_told_of_one_end(open_house: OpenHouse) -> None:
    house, _ = await taken_over(open_house)
    [(handoff,)] = house.rows("SELECT id FROM handoff")
    actor = Actor("play:ana", "Ana", "play:review", "en")
    case, the_same = [await house.app.store.case(handoff) for _ in range(2)]
    await house.app.desk._decide(actor, case, Action.END_TALK, "", None, "", None, True)
    with pytest.raises(AlreadyDecided):
        await house.app.desk._decide(actor, the_same, Action.END_TALK, "", None, "", None, True)
    await house.quiet()
    assert len([text for text in await house.texts() if text.startswith("Ana has left")]) == 1


async def test_who_looks_at_their_own_request_is_no_reviewer_of_it(open_house: OpenHouse) -> None:
    house = await open_house(asking())
    await house.hear("money please", "ana")
    card = await house.card("For Ana")
    await house.press("ana", more(card, "More…"))
    await house.quiet()
    assert not [text for text in await house.texts_at("play:ana") if "has seen it" in text]


async def test_a_failure_is_not_said_to_be_handed_back_as_approved(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house)
    house.tools.answers["stripe__create_refund"] = lambda call: Refused(ErrorCode.TOOL_FAILED, "closed today")
    await house.tap("ana", "Approve", card)
    await house.press("olga", more(await house.card("*closed today*"), "Talk with the customer"))
    room = await house.room()
    await house.say("/handback approved", "olga", room=room)
    told = await house.sees_at(room, "Please say how it ends*")
    assert "/handback open" in told["body"]["text"] and "approved" not in told["body"]["text"]
    await house.advance(minutes=31)
    await house.sees("Nobody has written for a while*")


# --- thresholds and edits -------------------------------------------------------------------------------------------


async def test_a_silent_talk_lowers_no_threshold(open_house: OpenHouse) -> None:
    house, _ = await taken_over(open_house, LEGAL_AFTER, quorum=2)
    await house.advance(minutes=31)
    await house.sees("Nobody has written for a while*")
    await house.quiet()
    await house.tap("lea", "Approve", await house.card("For Chris"))
    await house.quiet()
    assert house.rows("SELECT state FROM handoff") == [("pending",)]
    assert house.tools.sent == []


async def test_a_value_can_be_changed_after_a_silent_talk(open_house: OpenHouse) -> None:
    house = await open_house(editing(), LEGAL_AFTER)
    await house.say("hello")
    card = await house.card("Pay 2150.5?")
    await house.press("ana", more(card, "Talk with the customer"))
    await house.room()
    await house.advance(minutes=31)
    await house.sees("Nobody has written for a while*")
    await house.say(f"/edit {card['short_id']} total 10", "ana")
    card = await house.card("Pay 10?")
    assert await house.tap("lea", "Approve", card) == "Approved."


# --- ends -----------------------------------------------------------------------------------------------------------


async def test_a_question_left_open_when_a_node_is_repeated_is_answered_by_nothing(open_house: OpenHouse) -> None:
    house = await open_house(file([trigger(), tool("look", "bank__look")], "start > look"))
    house.tools.answers["bank__look"] = lambda call: Refused(ErrorCode.TOOL_FAILED, "closed today")
    await house.say("hello")
    card = await house.card("*closed today*")
    await house.say(f"/ask {card['short_id']} Which account?", "olga")
    await house.sees("Olga has a question*")
    await house.tap("olga", "Retry", await house.card("*closed today*"))
    await house.quiet()
    assert len(house.rows("SELECT id FROM handoff")) == 2
    await house.say("Number 7")
    await house.sees("Thank you, the reviewer will see this too*")


async def test_the_customer_ends_the_request_that_is_talked_about(open_house: OpenHouse) -> None:
    workflow = json.loads(asking())
    workflow["nodes"][0]["data"]["whileWaiting"] = "new_run"
    house = await open_house(json.dumps(workflow))
    await house.say("first")
    first = await house.card("For Chris")
    await house.say("second")
    await house.until(lambda: _two(house), house.cards, "two cards")
    await house.press("ana", more(first, "Talk with the customer"))
    await house.sees("Ana has joined*/cancel ends your request.")
    await house.say("/cancel")
    await house.quiet()
    states = dict(house.rows("SELECT id, state FROM handoff"))
    assert states.pop(first["handoff"]) == "cancelled"
    assert list(states.values()) == ["pending"]


async def _two(house: House) -> bool:
    return len(await house.cards()) == 2


@pytest.mark.errors("is given up")
async def test_a_room_whose_end_could_not_be_told_is_closed_all_the_same(open_house: OpenHouse) -> None:
    house, room = await taken_over(open_house)
    await house.quiet()

    async def refuse(place: str, view: object, key: str) -> MessageRef:
        raise Rejected("not today")

    house.app.channels["play"].post_text = refuse  # type: ignore[method-assign]
    await house.tap("ana", "Approve", await house.card("For Chris"))
    await house.quiet()
    assert house.rows("SELECT is_open FROM room WHERE place = ?", room) == [(0,)]


async def test_taking_over_twice_is_told_once(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house)
    for _ in range(2):
        await house.press("ana", more(card, "Talk with the customer"))
    await house.room()
    await house.quiet()
    assert len([text for text in await house.texts() if text.startswith("Ana has joined")]) == 1


async def test_a_talk_goes_on_while_an_approval_can_be_undone(open_house: OpenHouse) -> None:
    house, room = await taken_over(open_house, undo="10m")
    await house.tap("ana", "Approve", await house.card("For Chris"))
    await house.say("You will hear from us", "ana", room=room)
    await house.quiet()
    assert house.rows("SELECT state FROM handoff") == [("settling",)]
    assert "Ana: You will hear from us" in await house.texts()


async def test_a_request_that_may_still_be_undone_is_no_request_that_is_not_there(open_house: OpenHouse) -> None:
    house, _ = await a_card(open_house, undo="10m")
    await house.advance(minutes=90)
    await house.tap("ana", "Approve", await house.card("For Chris"))
    await house.say("/nudge")
    await house.quiet()
    assert not [text for text in await house.texts() if text.startswith("You have no open request")]


async def test_a_customer_who_gets_no_answer_is_not_left_alone_by_writing_on(open_house: OpenHouse) -> None:
    house, room = await taken_over(open_house)
    await house.say("Hello", "ana", room=room)
    await house.sees("Ana: Hello")
    for number in range(3):
        await house.advance(minutes=20)
        await house.say(f"Is anybody there? {number}")
        await house.quiet()
    await house.sees("Nobody has written for a while*")


@pytest.mark.errors("is given up")
async def test_what_may_have_arrived_is_not_said_to_be_lost(open_house: OpenHouse) -> None:
    house, room = await taken_over(open_house)
    await house.quiet()
    post = house.app.channels["play"].post_text

    async def unsure(place: str, view: TextView, key: str) -> MessageRef:
        if place == "play:chris":
            raise Unconfirmed("no answer")
        return await post(place, view, key)

    house.app.channels["play"].post_text = unsure  # type: ignore[method-assign]
    await house.say("Hello", "ana", room=room)
    await house.until(lambda: _has_failed(house), house.texts, "a first try")
    await house.advance(seconds=31)
    await house.sees_at(room, "Your last message was sent twice*")


async def _has_failed(house: House) -> bool:
    return house.rows("SELECT 1 FROM effect WHERE kind = 'relay' AND state = 'new' AND due_at IS NOT NULL") == [(1,)]


# --- what is said of the end ----------------------------------------------------------------------------------------


async def test_what_was_stopped_is_not_said_to_be_done(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house)
    house.tools.answers["stripe__create_refund"] = lambda call: Refused(ErrorCode.TOOL_FAILED, "closed today")
    await house.tap("ana", "Approve", card)
    failed = await house.card("*closed today*")
    await house.quiet()
    assert await status(house) == "Your request was approved. A person looks at what follows from that."
    await house.tap("olga", "Stop", failed)
    await house.quiet()
    assert await status(house) == "Your request was approved. Not all that was to follow from that was done."


async def test_what_was_rejected_is_not_said_to_be_done(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house)
    await house.say(f"/reject {card['short_id']} no", "ana")
    await house.sees("Not paid.")
    await house.quiet()
    assert await status(house) == "Your request was not approved."


# --- secrets --------------------------------------------------------------------------------------------------------


async def test_what_a_card_hides_stands_in_no_question_and_no_answer_either(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house, reason="For Chris", secret=["message"])
    await house.say(f"/ask {card['short_id']} Is it hello?", "ana")
    await house.sees("*Is it hello?*")
    await house.quiet()
    assert "Is it hidden?" in (await house.card("For Chris"))["status"]
    await house.say("Yes, hello it is")
    await house.sees("Thank you*")
    await house.sees_at("play:review", "*answers: Yes, hidden it is")


async def test_a_name_that_a_card_hides_stands_in_no_nudge(open_house: OpenHouse) -> None:
    house = await open_house(asking(reason="Pay?", secret=["user_name"]))
    await house.say("hello")
    await house.card("Pay?")
    await house.advance(minutes=61)
    await house.say("/nudge")
    await house.sees("I have told those who decide*")
    await house.quiet()
    [nudge] = [text for text in await house.texts_at("play:review") if "how the request stands" in text]
    assert "Chris" not in nudge


# --- several at once ------------------------------------------------------------------------------------------------


async def two_requests(open_house: OpenHouse) -> tuple[House, Mapping[str, Any], Mapping[str, Any]]:
    """Two open requests of one customer, the older one first."""
    workflow = json.loads(asking())
    workflow["nodes"][0]["data"]["whileWaiting"] = "new_run"
    house = await open_house(json.dumps(workflow))
    await house.say("first")
    first = await house.card("For Chris")
    await house.say("second")
    await house.until(lambda: _two(house), house.cards, "two cards")
    return house, first, (await house.cards())[-1]["body"]


async def test_an_answer_is_to_the_question_that_was_asked_last(open_house: OpenHouse) -> None:
    house, first, second = await two_requests(open_house)
    for _ in range(4):
        await house.press("ana", more(first, "I look after this"))
        await house.press("ana", more(first, "I look after this").replace("claim", "release"))
    for card in (first, second):
        await house.say(f"/ask {card['short_id']} Which account?", "ana")
        await house.until(lambda card=card: _is_asked(house, card), house.texts, "a question")
    await house.say("Number 7")
    await house.sees_at("play:review", f"{second['short_id']}: Chris answers: Number 7")
    await house.say("Number 8")
    await house.sees_at("play:review", f"{first['short_id']}: Chris answers: Number 8")


async def _is_asked(house: House, card: Mapping[str, Any]) -> bool:
    [(progress,)] = house.rows("SELECT progress FROM handoff WHERE id = ?", card["handoff"])
    return "inquiry" in json.loads(progress or "{}")


async def test_two_talks_never_share_a_place_where_one_writes_without_replying(open_house: OpenHouse) -> None:
    house, first, second = await two_requests(open_house)
    await house.hear("money", "dana")
    await house.quiet()
    third = (await house.cards())[-1]["body"]
    assert third["handoff"] != second["handoff"]
    opens = asyncio.Event()

    async def slow(place: str, card: MessageRef, title: str, key: str) -> str:
        await opens.wait()
        return place

    house.app.channels["play"].open_room = slow  # type: ignore[method-assign]
    told = []
    for card in (first, third):
        tap = Tap("play", "default", "play:ana", "ana", "Ana", more(card, "Talk with the customer"), "en")
        told.append((await house.app.taps.tap(tap)).text)
    opens.set()
    await house.quiet()
    assert told[1] == "Another conversation is held here. /handback ends it; then this one can begin."
    assert house.rows("SELECT handoff_id FROM room WHERE place = 'play:ana' AND own") == [(first["handoff"],)]


async def test_a_talk_is_not_read_again_for_each_of_its_lines(open_house: OpenHouse) -> None:
    house, room = await taken_over(open_house)
    read, talk = [], house.app.store.talk

    async def counted(*args: Any) -> Any:
        read.append(args)
        return await talk(*args)

    house.app.runner._keeper._store.talk = counted  # type: ignore[method-assign]
    for number in range(3):
        await house.say(f"line {number}", "ana", room=room)
    await house.sees("Ana: line 2")
    assert read == []
