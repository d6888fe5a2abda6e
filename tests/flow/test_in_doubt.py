"""A call whose outcome nobody knows: operators say what became of it, in their own time, and nothing happens twice."""

import asyncio
import json

from engine.tools import CallOutcome, Returned, ToolCall, Unknown
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House, Item, labels, said_on
from tests.unit.workflows import file, message, tool, trigger

DEAD = Unknown("the line went dead")
CHECKED = "A step of your request may or may not have been carried out*"
TWO_OPERATORS = CONFIG.replace('play = "ben" }', 'play = "ben", admin = true }')
BUTTONS = ["It happened", "It did not happen", "Stop the request"]
PAST_THE_CALL = {"minutes": 5}
TWO_SWEEPS = 2.1
WIRE = file(
    [trigger(), tool("wire", "bank__wire", arguments={"to": "{{message}}"}, outputVariable="wired"),
     message("done", "Wired as {{wired.reference}}.")],
    "start > wire", "wire > done",
)  # fmt: skip
PAY = WIRE.replace("bank__wire", "stripe__create_refund")


def lost(times: int = 1, then: object = None) -> object:
    """A tool whose answer is lost so many times, and comes after that."""
    left = [DEAD] * times

    def answer(call: ToolCall) -> CallOutcome:
        return left.pop() if left else Returned(then or {"reference": "w-2"})

    return answer


async def in_doubt(open_house: OpenHouse, workflow: str = WIRE, config: str = CONFIG, **tools: object) -> House:
    """A house in which chris's call has just come to be in doubt."""
    house = await open_house(workflow, config)
    house.tools.answers.update(tools or {"bank__wire": lost()})  # type: ignore[arg-type]
    await house.say("account 7")
    await house.sees(CHECKED)
    await house.card("Was * carried out?")
    return house


async def card_of(house: House) -> Item:
    return dict((await house.cards())[-1]["body"])


async def test_the_card_tells_an_operator_everything_that_is_known_of_the_call(open_house: OpenHouse) -> None:
    house = await in_doubt(open_house)
    card = await card_of(house)
    [call] = house.tools.calls("bank__wire")
    assert card["title"] == "Was bank__wire carried out?" and labels(card) == BUTTONS
    facts = {row["label"]: row["value"] for row in card["facts"]}
    assert facts["Tool"] == "bank__wire"
    assert facts["Arguments"] == '{"to":"account 7"}' == call.arguments
    assert facts["Idempotency key"] == call.key
    assert facts["Cause"] == "the line went dead"
    assert facts["Sent"].endswith("UTC")


async def test_only_operators_decide_a_doubt_and_a_refusal_is_on_record(open_house: OpenHouse) -> None:
    house = await in_doubt(open_house)
    for who in ("ana", "otto"):
        assert await house.tap(who, "It happened") == "Only an operator may do this, so nothing happened."
    [ana, otto] = house.audit("decision.refused")
    assert (ana[0], otto[0]) == ("play:ana", "play:otto")
    assert (ana[1]["action"], ana[1]["refusal"]) == ("ask_reference", "not-operator")
    assert (await card_of(house))["status"] == "Waiting for a decision"


async def test_what_happened_goes_on_as_a_success_with_the_reference_that_was_typed(open_house: OpenHouse) -> None:
    house = await in_doubt(open_house)
    told = await house.tap("olga", "It happened")
    assert told.startswith("Please write the reference of what happened as your next message here")
    card = await house.card("Olga says that it happened*")
    assert labels(card) == ["It happened, without a reference", "Back"]
    await house.say("I think it is somewhere", "ana")
    await house.say("  w-1  ", "olga")
    await house.sees("Noted that it happened. The request goes on.", "olga")
    await house.sees("Wired as w-1.")
    card = await house.card("Olga confirmed at * that it happened: w-1")
    assert labels(card) == []
    assert len(house.tools.calls("bank__wire")) == 1


async def test_a_reference_may_be_left_out(open_house: OpenHouse) -> None:
    house = await in_doubt(open_house)
    await house.tap("olga", "It happened")
    card = await house.card("Olga says that it happened*")
    assert await house.tap("olga", "It happened, without a reference", card) == (
        "Noted that it happened. The request goes on."
    )
    await house.sees("Wired as .")
    assert len(house.tools.calls("bank__wire")) == 1


async def test_back_reopens_the_doubt_and_what_is_written_then_means_nothing(open_house: OpenHouse) -> None:
    house = await in_doubt(open_house)
    await house.tap("olga", "It happened")
    await house.tap("olga", "Back", await house.card("Olga says that it happened*"))
    assert labels(await house.card("Waiting for a decision")) == BUTTONS
    await house.say("w-1", "olga")
    await house.quiet()
    assert house.rows("SELECT state FROM handoff") == [("pending",)]
    assert await house.texts() == [(await house.texts())[0]]


async def test_that_it_did_not_happen_cannot_be_said_while_the_call_may_be_under_way(open_house: OpenHouse) -> None:
    house = await in_doubt(open_house)
    told = await house.tap("olga", "It did not happen")
    assert told.startswith("The call may still be under way. Whether it happened can be said from ")
    assert told.endswith("UTC on.")
    assert (await card_of(house))["status"] == "Waiting for a decision"
    await house.advance(**PAST_THE_CALL)
    assert await house.tap("olga", "It did not happen") == "Retrying."
    await house.sees("Wired as w-2.")
    first, second = house.tools.calls("bank__wire")
    assert second.arguments == first.arguments
    assert second.key != first.key, "a call that did not happen is a new one the next time"


async def test_a_keyed_call_is_made_again_under_its_old_key(open_house: OpenHouse) -> None:
    house = await in_doubt(open_house, PAY, stripe__create_refund=lost(3))
    await house.advance(**PAST_THE_CALL)
    await house.tap("olga", "It did not happen")
    await house.sees("Wired as w-2.")
    sent = house.tools.calls("stripe__create_refund")
    assert len(sent) == 4
    assert len({(call.arguments, call.key) for call in sent}) == 1


async def test_a_keyed_call_that_an_outage_left_for_longer_than_its_key_counts_is_in_doubt_and_says_why(
    open_house: OpenHouse,
) -> None:
    house = await open_house(PAY)
    gate = asyncio.Event()

    async def hang(call: ToolCall) -> CallOutcome:
        await gate.wait()
        return Returned({"reference": "w-2"})

    async def is_sent() -> bool:
        return bool(house.tools.sent)

    house.tools.answers["stripe__create_refund"] = hang
    await house.say("account 7")
    await house.until(is_sent, house.texts, "the call is under way")
    await house.advance(hours=24)
    card = await house.card("*By now its idempotency key may not be honoured any more*")
    facts = {row["label"]: row["value"] for row in card["facts"]}
    assert facts["Repeating it"] == "once" and facts["Key is honoured until"].endswith("UTC")
    assert len(house.tools.sent) == 1
    gate.set()
    await house.advance(**PAST_THE_CALL)
    await house.tap("olga", "It did not happen", card)
    await house.sees("Wired as w-2.")
    first, second = house.tools.sent
    assert first.key != second.key


async def test_a_repeated_call_that_is_lost_again_is_asked_of_people_again(open_house: OpenHouse) -> None:
    house = await in_doubt(open_house, bank__wire=lost(2))
    await house.advance(**PAST_THE_CALL)
    await house.tap("olga", "It did not happen")
    await house.sees(CHECKED)
    await house.until(lambda: _cards(house, 2), house.cards, "a second card")
    assert (await house.tap("olga", "It did not happen")).startswith("The call may still be under way.")
    await house.advance(**PAST_THE_CALL)
    await house.tap("olga", "It did not happen")
    await house.sees("Wired as w-2.")
    assert len({call.key for call in house.tools.calls("bank__wire")}) == 3


async def _cards(house: House, count: int) -> bool:
    return len(await house.cards()) == count


async def test_stop_ends_the_request_and_tells_the_customer(open_house: OpenHouse) -> None:
    house = await in_doubt(open_house)
    assert await house.tap("olga", "Stop the request") == "Stopped."
    await house.sees("*closed by our team. Please contact support@example.com.")
    await house.card("Stopped by Olga*")
    await house.say("/status")
    await house.sees("You have no open request*")
    assert len(house.tools.calls("bank__wire")) == 1


async def test_of_two_operators_one_wins_and_the_other_is_told_who(open_house: OpenHouse) -> None:
    house = await in_doubt(open_house, config=TWO_OPERATORS)
    await house.advance(**PAST_THE_CALL)
    card = await card_of(house)
    stop, again = await asyncio.gather(
        house.tap("olga", "Stop the request", card), house.tap("ben", "It did not happen", card)
    )
    await house.quiet()
    if stop == "Stopped.":
        assert again.startswith("Already stopped by Olga at ")
        assert len(house.tools.calls("bank__wire")) == 1
    else:
        assert again == "Retrying." and stop.startswith("Already retried by Ben at ")
        assert len(house.tools.calls("bank__wire")) == 2
    assert len(house.rows("SELECT id FROM decision")) == 1


async def test_who_types_a_reference_too_late_is_told_what_was_decided(open_house: OpenHouse) -> None:
    house = await in_doubt(open_house, config=TWO_OPERATORS)
    as_posted = await card_of(house)
    await house.tap("olga", "It happened", as_posted)
    card = await house.card("Olga says that it happened*")
    assert await house.tap("ben", "Stop the request", as_posted) == "Stopped."
    told = await house.tap("olga", "It happened, without a reference", card)
    assert told.startswith("Already stopped by Ben at ")


async def test_a_doubt_waits_for_a_person_for_ever(open_house: OpenHouse) -> None:
    house = await in_doubt(open_house)
    await house.advance(days=30)
    await asyncio.sleep(TWO_SWEEPS)
    await house.say("/status")
    await house.sees("A step of your request may or may not have been carried out. A person is checking it*")
    assert labels(await card_of(house)) == BUTTONS
    assert len(house.tools.calls("bank__wire")) == 1
    await house.tap("olga", "Stop the request")
    await house.sees("*closed by our team*")


# --- a look before anybody is asked -----------------------------------------------------------------------------------

CHECKABLE = CONFIG.replace(
    'tools.look = { effect = "read" }',
    'tools.look = { effect = "read" }\ntools.wire = { effect = "checkable", verify = { tool = "look", '
    'arguments = { account = "{{arguments.to}}" }, found_when = "{{result.reference}} is_not_empty" } }',
)


async def test_a_checkable_call_that_a_look_finds_goes_on_without_a_person(open_house: OpenHouse) -> None:
    house = await open_house(WIRE, CHECKABLE)
    house.tools.answers |= {"bank__wire": lost(9), "bank__look": lost(0, {"reference": "found-1"})}  # type: ignore[dict-item]
    await house.say("account 7")
    await house.sees("Wired as found-1.")
    [look] = house.tools.calls("bank__look")
    assert json.loads(look.arguments) == {"account": "account 7"}
    assert len(house.tools.calls("bank__wire")) == 1 and await house.cards() == []


async def test_a_checkable_call_that_a_look_does_not_find_is_in_doubt_with_the_finding(open_house: OpenHouse) -> None:
    nothing = lost(0, {"reference": "", "listed": 0})
    house = await in_doubt(open_house, config=CHECKABLE, bank__wire=lost(), bank__look=nothing)
    card = await card_of(house)
    assert 'What a look found: {"reference":"","listed":0}' in said_on(card)
    assert labels(card) == BUTTONS
    assert len(house.tools.calls("bank__wire")) == 1
    await house.advance(minutes=10)
    await house.tap("olga", "It did not happen", card)
    await house.sees("Wired as w-2.")
