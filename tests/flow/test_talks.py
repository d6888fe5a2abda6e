"""People at both ends: one asks, takes over and hands back, and the other always knows how it stands."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House
from tests.flow.test_authority import asking

NOT_YET = "I have escalated this to a reviewer. You will hear back shortly.\nIf it is urgent: support@example.com"


async def a_card(open_house: OpenHouse, config: str = CONFIG, **data: object) -> tuple[House, Mapping[str, Any]]:
    house = await open_house(asking(**data), config)
    await house.say("hello")
    return house, await house.card("For Chris")


async def taken_over(open_house: OpenHouse, config: str = CONFIG, **data: object) -> tuple[House, str]:
    house, card = await a_card(open_house, config, **data)
    more = next(button for button in card["more"] if button["label"] == "Talk with the customer")
    assert await house.press("ana", more["token"]) == "You talk with the customer now; the room for it is being opened."
    await house.sees("Ana has joined*")
    return house, await house.room()


async def status(house: House) -> str:
    """What the message says that tells the customer how their request stands."""
    [item] = [item for item in await house.items("text", "play:chris") if item["body"]["text"].startswith(NOT_YET)]
    return str(item["body"]["text"].removeprefix(NOT_YET).strip())


# --- questions ----------------------------------------------------------------------------------------------------


async def test_a_question_reaches_the_customer_and_the_answer_comes_back(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house)
    ask = next(button for button in card["more"] if button["label"] == "Ask the customer")
    told = await house.press("ana", ask["token"])
    assert told == "Please write the question to the customer as your next message here."
    await house.quiet()
    assert "Ana is writing a question" in (await house.card("For Chris"))["status"]
    await house.say("Which colour?", "ana")
    await house.sees("Ana has a question about your request: Which colour?*")
    await house.quiet()
    assert "Which colour?" in (await house.card("For Chris"))["status"]
    await house.say("Blue, please")
    await house.sees("Thank you, I have passed that on. Your request goes on.")
    answer = await house.sees_at("play:review", "*Chris answers: Blue, please")
    assert [button["label"] for button in answer["body"]["buttons"]][:2] == ["Approve", "Reject"]
    card = await house.card("*Blue, please")
    assert "Waiting for a decision" in card["status"]
    assert await house.tap("ana", "Approve", card) == "Approved."


async def test_the_clock_stands_while_the_customer_is_asked(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house, timeout="2h")
    await house.advance(hours=1)
    await house.say(f"/ask {card['short_id']} Which colour?", "ana")
    await house.sees("*Which colour?*")
    await house.advance(hours=3)
    await house.say("Blue")
    await house.sees("Thank you*")
    await house.advance(minutes=50)
    await house.quiet()
    assert house.rows("SELECT state FROM handoff") == [("pending",)]
    await house.advance(minutes=15)
    await house.sees_at("play:chris", "*could decide your request*in time*")


async def test_an_answer_that_does_not_come_is_waited_for_no_longer(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house, timeout="2h")
    await house.say(f"/ask {card['short_id']} Which colour?", "ana")
    await house.sees("*Which colour?*")
    await house.advance(hours=25)
    await house.sees_at("play:review", "*the customer has not answered the question*")
    assert house.rows("SELECT state FROM handoff") == [("pending",)]
    await house.quiet()
    assert "Waiting for a decision" in (await house.card("For Chris"))["status"]


# --- talks --------------------------------------------------------------------------------------------------------


async def test_a_talk_goes_both_ways_and_ends_with_a_decision(open_house: OpenHouse) -> None:
    house, room = await taken_over(open_house)
    await house.say("Hello, here is Ana", "ana", room=room)
    await house.sees("Ana: Hello, here is Ana")
    await house.say("I would like the blue one")
    await house.sees_at(room, "Chris: I would like the blue one")
    await house.say("// is that possible?", "ben", room=room)
    await house.say("Blue it is", "ben", room=room)
    await house.sees("Ben: Blue it is")
    assert not [text for text in await house.texts() if "possible" in text]
    await house.say("/handback approved Blue is fine", "ana", room=room)
    await house.sees("Ana has left the conversation.")
    await house.sees("Paid.")
    await house.quiet()
    assert "Approved by Ana" in (card := await house.card("*Blue it is"))["status"] and "Blue is fine" in card["status"]
    assert (await house.sees_at(room, "*This conversation is over*"))["body"]["text"].startswith("Ana has approved")
    assert await house.room(is_open=False) == room
    talk = json.loads(house.rows("SELECT state FROM run")[0][0])["variables"]["handoff"]["talk"]
    assert [(line["role"], line["by"], line["text"]) for line in talk] == [
        ("person", "Ana", "Hello, here is Ana"),
        ("customer", "", "I would like the blue one"),
        ("person", "Ben", "Blue it is"),
    ]


async def test_the_bot_is_silent_while_a_person_talks(open_house: OpenHouse) -> None:
    house, room = await taken_over(open_house)
    before = len(await house.texts())
    for number in range(5):
        await house.say(f"line {number}")
    await house.sees_at(room, "Chris: line 4")
    await house.quiet()
    assert len(await house.texts()) == before


async def test_no_line_of_a_customer_passes_for_a_reviewers(open_house: OpenHouse) -> None:
    house, room = await taken_over(open_house)
    await house.say("Thanks\nAna: approved, go on")
    told = await house.sees_at(room, "Chris: Thanks*")
    assert told["body"]["text"] == "Chris: Thanks\n┆ Ana: approved, go on"


async def test_who_may_not_decide_may_not_speak(open_house: OpenHouse) -> None:
    house, room = await taken_over(open_house)
    await house.say("Let me in", "otto", room=room)
    await house.sees_at(room, "*not a reviewer*")
    await house.quiet()
    assert not [text for text in await house.texts() if "Let me in" in text]


async def test_edits_and_replies_are_carried_on(open_house: OpenHouse) -> None:
    house, room = await taken_over(open_house)
    mine = await house.say("The red one")
    relayed = await house.sees_at(room, "Chris: The red one")
    await house.say("The blue one", edits=mine["item"])
    await house.sees_at(room, "Chris: The blue one")
    assert "Chris: The red one" not in await house.texts_at(room)
    await house.say("This one?", "ana", room=room, reply_to=relayed["id"])
    copy = await house.sees_at("play:chris", "Ana: This one?")
    assert copy["body"]["reply_to"] == str(mine["item"])


async def test_the_customer_can_end_it(open_house: OpenHouse) -> None:
    house, room = await taken_over(open_house)
    await house.say("/cancel")
    await house.sees_at(room, "The customer has withdrawn the request.*")
    assert house.rows("SELECT state FROM handoff") == [("cancelled",)]
    assert house.rows("SELECT talk FROM conversation WHERE user_id = 'chris'") == [(None,)]


async def test_a_silent_talk_is_handed_back(open_house: OpenHouse) -> None:
    house, room = await taken_over(open_house)
    await house.say("Hello", "ana", room=room)
    await house.sees("Ana: Hello")
    await house.advance(minutes=31)
    await house.sees("Nobody has written for a while*")
    await house.sees_at(room, "*conversation with the customer is over*")
    assert house.rows("SELECT state FROM handoff") == [("pending",)]
    await house.say("Is anybody there?")
    await house.sees("Thank you, the reviewer will see this too*")


async def test_a_silent_talk_is_given_to_those_whom_the_team_names(open_house: OpenHouse) -> None:
    config = CONFIG.replace('members = ["ana", "ben"]', 'members = ["ana", "ben"]\ntalk_then = "legal"')
    house, _ = await taken_over(open_house, config)
    await house.advance(minutes=31)
    await house.sees("Nobody has written for a while*")
    await house.quiet()
    card = await house.card("For Chris")
    assert "legal" in card["status"].lower()
    assert await house.tap("lea", "Approve", card) == "Approved."


async def test_one_talk_at_a_time_with_a_customer(open_house: OpenHouse) -> None:
    house, _ = await taken_over(open_house)
    first = (await house.card("For Chris"))["handoff"]
    assert house.rows("SELECT talk FROM conversation WHERE user_id = 'chris'") == [(first,)]


async def test_the_floor_is_handed_on(open_house: OpenHouse) -> None:
    house, room = await taken_over(open_house)
    card = await house.card("For Chris")
    await house.say(f"/takeover {card['short_id']}", "ben")
    await house.sees("Ben has joined*")
    await house.sees_at(room, "Ben leads this conversation now.")
    await house.quiet()
    assert "Ben has been talking" in (await house.card("For Chris"))["status"]


@pytest.mark.parametrize("word", ["", "maybe", "approved?"])
async def test_how_to_hand_back_is_said(open_house: OpenHouse, word: str) -> None:
    house, room = await taken_over(open_house)
    await house.say(f"/handback {word}", "ana", room=room)
    await house.sees_at(room, "Please say how it ends: /handback approved · /handback rejected · /handback open*")


async def test_handed_back_without_a_decision(open_house: OpenHouse) -> None:
    house, room = await taken_over(open_house, timeout="2h")
    await house.advance(minutes=20)
    await house.say("/handback open", "ana", room=room)
    await house.sees("Ana has left the conversation. Your request is still being decided*")
    assert await house.tap("ben", "Reject", await house.card("For Chris"))
    assert house.rows("SELECT talk FROM conversation WHERE user_id = 'chris'") == [(None,)]


# --- how it stands ------------------------------------------------------------------------------------------------


async def test_the_customer_knows_how_it_stands(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house)
    await house.quiet()
    assert await status(house) == ""
    open_it = next(button for button in card["more"] if button["label"] == "More…")
    await house.press("ana", open_it["token"])
    await house.quiet()
    assert await status(house) == "A reviewer has seen it."
    await house.say(f"/ask {card['short_id']} Which?", "ana")
    await house.quiet()
    assert (await status(house)).startswith("A reviewer has a question for you")
    await house.say("That one")
    await house.quiet()
    assert await status(house) == "A reviewer has seen it."
    await house.tap("ana", "Approve", await house.card("For Chris"))
    await house.quiet()
    assert (await status(house)).endswith("was approved. It is closed now.")


async def test_buttons_below_it(open_house: OpenHouse) -> None:
    house, _ = await a_card(open_house)
    await house.quiet()
    [item] = [item for item in await house.items("text", "play:chris") if item["body"]["text"].startswith(NOT_YET)]
    assert [(button["token"], button["label"]) for button in item["body"]["buttons"]] == [
        ("/cancel", "Withdraw"),
        ("/add", "Add something"),
        ("/nudge", "Ask how it stands"),
    ]
    await house.say("/add")
    await house.sees("Just write it here*")
    await house.say("/nudge")
    await house.sees("They know that you are waiting*")
    await house.advance(minutes=61)
    await house.say("/nudge")
    await house.sees("I have told those who decide*")
    await house.sees_at("play:review", "*Chris asks how the request stands.")
    await house.say("/nudge")
    await house.sees("They know that you are waiting*")


async def test_a_usual_time_is_told_once_there_is_one(open_house: OpenHouse) -> None:
    house = await open_house(asking())
    for number in range(5):
        await house.hear("money", f"user{number}")
        await house.quiet()
        await house.advance(minutes=10)
        await house.tap("ana", "Approve", await house.card(f"For User{number}"))
        await house.quiet()
    await house.say("hello")
    await house.card("For Chris")
    await house.quiet()
    assert (await status(house)).startswith("Usually decided within 10 minutes")


# --- a person, please ---------------------------------------------------------------------------------------------

HUMAN = CONFIG.replace('team = "finance"', 'team = "finance"\nhuman = true')


async def test_a_person_can_be_asked_for(open_house: OpenHouse) -> None:
    house = await open_house(asking(), HUMAN)
    await house.say("/human my parcel is lost")
    card = await house.card("Chris: my parcel is lost")
    await house.tap("ana", "Talk with the customer", card)
    await house.sees("Ana has joined*")
    room = await house.room()
    await house.say("How can I help?", "ana", room=room)
    await house.sees("Ana: How can I help?")
    await house.say("/handback helped", "ana", room=room)
    await house.sees("Ana has left*")
    await house.quiet()
    assert house.rows("SELECT state FROM handoff") == [("chosen",)]


async def test_a_person_is_asked_for_what_waits_already(open_house: OpenHouse) -> None:
    house, _ = await a_card(open_house, HUMAN)
    await house.say("/human")
    await house.sees("I have asked for a person*")
    await house.quiet()
    card = await house.card("For Chris")
    assert "asks for a person" in card["status"]
    assert [button["label"] for button in card["buttons"]][:3] == ["Approve", "Reject", "Talk with the customer"]


async def test_a_person_is_not_offered_everywhere(open_house: OpenHouse) -> None:
    house = await open_house(asking())
    await house.say("/human")
    await house.sees("I cannot fetch a person here.*")
