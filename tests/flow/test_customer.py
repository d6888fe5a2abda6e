"""What a customer can say at every moment, and what they are told: never nothing."""

import pytest

from engine.errors import ErrorCode
from engine.tools import Refused, Returned
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House
from tests.flow.test_authority import asking
from tests.unit.workflows import file, handoff, message, node, tool, trigger

NODES = [trigger(), handoff("ask", estimate="two hours"), message("yes", "Yes."), message("no", "No.")]
WAYS = ("start > ask", "ask.approved > yes", "ask.rejected > no")


def waiting(*more: dict[str, object], ways: tuple[str, ...] = (), **data: object) -> str:
    """A workflow that asks at once; `data` changes the handoff."""
    asks = handoff("ask", **data)
    return file([trigger(), asks, message("yes", "Yes."), message("no", "No."), *more], *WAYS, *ways)


async def no_run(house: House) -> None:
    """Nothing was said yet."""


async def asked_for_the_address(house: House) -> None:
    await house.say("I want a refund")
    await house.sees("*e-mail address*")


async def asked_for_the_code(house: House) -> None:
    await asked_for_the_address(house)
    await house.say("ana@example.com")
    await house.sees("*six digits*")


async def awaiting_a_decision(house: House) -> None:
    await house.say("I want a refund")
    await house.verify()
    await house.sees("I have escalated*")


async def stopped(house: House) -> None:
    house.tools.answers["orders__get_order"] = lambda call: Refused(ErrorCode.TOOL_FAILED, "no such order")
    await house.say("I want a refund")
    await house.verify()
    await house.sees("Something went wrong on our side. A person will look*support@example.com")


MOMENTS = {
    no_run: ("You have no open request*", "There is nothing to cancel*"),
    asked_for_the_address: ("I am waiting for your answer*", "Your request is withdrawn*"),
    asked_for_the_code: ("I am waiting for your answer*", "Your request is withdrawn*"),
    awaiting_a_decision: ("Your request from * is waiting for a decision*", "Your request was withdrawn*"),
    stopped: ("Your request met a problem*support@example.com", "Your request is withdrawn*"),
}  # fmt: skip


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment.__name__)
async def test_every_command_has_an_answer_at_every_moment(house: House, moment: object) -> None:
    status, cancelled = MOMENTS[moment]  # type: ignore[index]
    await moment(house)  # type: ignore[operator]
    for command, answer in (
        ("/start", "Hello, I am Acme Refunds.*"),
        ("/help", "I am Acme Refunds.*/status*/cancel*/language*support@example.com."),
        ("/language", "I speak English with you*Deutsch (de)*"),
        ("/language klingon", "I do not speak “klingon”*"),
        ("/nonsense", "I do not know /nonsense.*"),
        ("/status", status),
        ("/cancel", cancelled),
        ("/status", "You have no open request.*"),
        ("/cancel", "There is nothing to cancel*"),
    ):
        await house.say(command)
        await house.sees(answer)
    await house.say("and now again")
    await house.sees("*e-mail address*")


async def test_a_withdrawn_request_cannot_be_approved_any_more(house: House) -> None:
    await awaiting_a_decision(house)
    card = await house.card("Refund *")
    await house.say("/cancel")
    await house.sees("Your request was withdrawn*")
    assert (await house.tap("ana", "Approve", card)).startswith("Too late: withdrawn by Chris at ")
    assert (await house.card("Withdrawn by Chris at *"))["buttons"] == []
    assert house.tools.calls("stripe__create_refund") == []


async def test_a_wired_cancelled_edge_is_followed(open_house: OpenHouse) -> None:
    house = await open_house(waiting(message("gone", "As you wish."), ways=("ask.cancelled > gone",)))
    await house.say("hello")
    await house.sees("I have escalated*")
    await house.say("/cancel")
    await house.sees("As you wish.")
    await house.quiet()
    assert len(await house.texts()) == 2


async def test_a_language_once_chosen_holds_for_everything_that_comes(house: House) -> None:
    await house.say("/language deutsch")
    await house.sees("Ab jetzt spreche ich mit Ihnen Deutsch.")
    await house.say("hello")
    await house.sees("*Wie lautet Ihre E-Mail-Adresse?")
    await house.say("ana@example.com")
    code = await house.code("ana@example.com")
    assert (await house.items("mail"))[-1]["body"]["subject"].startswith("Ihr Code")
    await house.sees("Ich habe einen sechsstelligen Code*")
    await house.say("/language en")
    await house.sees("From now on I speak English with you.")
    await house.say(code)
    await house.sees("Thank you, ana@example.com is verified.")
    assert (await house.card("Refund *"))["title"] == "Approval needed"


async def test_a_customer_is_spoken_to_in_the_language_of_their_app(house: House) -> None:
    await house.say("Hallo", "dana", locale="de-AT")
    await house.sees("*E-Mail-Adresse?", "dana")
    await house.say("Hallo", "eli", locale="tlh")
    await house.sees("*e-mail address?", "eli")


async def test_what_is_said_while_people_decide_reaches_them_and_the_customer_knows(open_house: OpenHouse) -> None:
    house = await open_house(waiting())
    await house.say("hello")
    await house.sees("I have escalated*")
    await house.say("The parcel never came, by the way")
    await house.sees("Thank you, the reviewer will see this too.*still open*/status*/cancel*")
    card = await house.card("The parcel never came, by the way")
    marked = {line["text"]: line["late"] for line in card["transcript"]}
    assert marked["The parcel never came, by the way"] is True
    assert marked["hello"] is False
    await house.tap("ana", "Approve")
    await house.sees("Yes.")


async def test_a_new_run_may_begin_while_people_decide_where_the_trigger_says_so(open_house: OpenHouse) -> None:
    start = node("start", "trigger", triggerType="message_received", whileWaiting="new_run")
    house = await open_house(file([start, *NODES[1:]], *WAYS))
    await house.say("one")
    await house.sees("I have escalated*")
    await house.say("two")
    await house.sees("I have escalated*")
    await house.quiet()
    assert len(await house.cards()) == 2
    await house.say("/status")
    await house.sees("Your request from*")
    await house.sees("Your request from*")


async def test_the_usual_time_to_an_answer_is_told(open_house: OpenHouse) -> None:
    house = await open_house(waiting(estimate="two hours"))
    await house.say("hello")
    await house.sees("I have escalated*Usual time to an answer: two hours.*")
    await house.say("/status")
    await house.sees("*Usual time to an answer: two hours.*")


async def test_the_bots_own_estimate_stands_in(open_house: OpenHouse) -> None:
    house = await open_house(waiting(), f'{CONFIG}estimate = "a day"\n')
    await house.say("hello")
    await house.sees("I have escalated*Usual time to an answer: a day.*")
    await house.say("/status")
    await house.sees("*Usual time to an answer: a day.*")


async def test_a_handoff_may_be_silent(open_house: OpenHouse) -> None:
    house = await open_house(waiting(notifyUser=False))
    await house.say("hello")
    await house.tap("ana", "Approve", await house.card("For Chris"))
    await house.sees("Yes.")
    assert await house.texts() == ["Yes."]


async def test_secret_variables_are_masked_and_chosen_ones_shown(open_house: OpenHouse) -> None:
    iban = node("iban", "action", actionType="set_variable", variable="iban", value="DE02-CANARY")
    other = node("other", "action", actionType="set_variable", variable="other", value="not shown")
    ask = handoff("ask", secret=["iban"], variables=["iban", "user_name"])
    house = await open_house(file([trigger(), iban, other, ask, message("yes"), message("no")],
                                  "start > iban", "iban > other", "other > ask", *WAYS[1:]))  # fmt: skip
    await house.say("hello")
    card = await house.card("For Chris")
    assert [(row["label"], row["value"]) for row in card["facts"]] == [("iban", "hidden"), ("user_name", "Chris")]
    assert "CANARY" not in str(await house.state())


@pytest.mark.parametrize("wired", [True, False])
async def test_a_handoff_that_nobody_decides_times_out_and_is_never_approved(
    open_house: OpenHouse, wired: bool
) -> None:
    late = (message("late", "Nobody was there."),) if wired else ()
    house = await open_house(waiting(*late, ways=("ask.timeout > late",) if wired else (), timeout="2h"))
    await house.say("hello")
    old = await house.card("For Chris")
    await house.advance(hours=1)
    assert (await house.card())["state"] == "pending"
    await house.advance(hours=1, seconds=1)
    await house.sees("Nobody was there." if wired else "No.")
    assert (await house.card("Nobody decided in time*"))["buttons"] == []
    assert (await house.tap("ana", "Approve", old)).startswith("Too late: nobody decided in time")


async def test_two_ways_from_one_handle_are_both_walked(open_house: OpenHouse) -> None:
    nodes = [trigger(), message("left", "Left."), message("right", "Right.")]
    house = await open_house(file(nodes, "start > left", "start > right"))
    await house.say("hello")
    await house.sees("Left.")
    await house.sees("Right.")


async def test_two_handoffs_wait_side_by_side(open_house: OpenHouse) -> None:
    nodes = [trigger(), handoff("money", "Money?"), handoff("law", "Law?", team="legal")]
    ends = [message(name, name) for name in ("paid", "unpaid", "legal", "illegal")]
    house = await open_house(file([*nodes, *ends], "start > money", "start > law", "money.approved > paid",
        "money.rejected > unpaid", "law.approved > legal", "law.rejected > illegal"))  # fmt: skip
    await house.say("hello")
    await house.tap("lea", "Approve", await house.card("Law?"))
    await house.sees("legal")
    await house.tap("ana", "Reject", await house.card("Money?"))
    await house.say("no money", "ana")
    await house.sees("unpaid")


async def test_a_reply_goes_to_what_asked_last(open_house: OpenHouse) -> None:
    gates = [
        node(name, "auth_gate", provider="smtp", contact_type="email", outputVariable=name) for name in ("one", "two")
    ]
    ends = [message("first", "First {{one}}"), message("second", "Second {{two}}")]
    house = await open_house(file([trigger(), *gates, *ends], "start > one", "start > two", "one.verified > first",
                                  "two.verified > second"))  # fmt: skip
    await house.say("hello")
    await house.sees("*e-mail address*")
    await house.sees("*e-mail address*")
    await house.say("two@example.com")
    await house.say(await house.code("two@example.com"))
    await house.sees("Second two@example.com")
    await house.say("one@example.com")
    await house.say(await house.code("one@example.com"))
    await house.sees("First one@example.com")


async def test_the_first_trigger_that_matches_takes_the_message_and_none_gives_the_help(open_house: OpenHouse) -> None:
    def on(name: str, match: str) -> dict[str, object]:
        return node(name, "trigger", triggerType="message_received", match=match)

    nodes = [on("t1", "{{message}} contains refund"), on("t2", "{{message}} contains fund"), message("a"), message("b")]
    nodes[2]["data"]["message"], nodes[3]["data"]["message"] = "A", "B"  # type: ignore[index]
    house = await open_house(file(nodes, "t1 > a", "t2 > b"))
    await house.say("a refund please")
    await house.sees("A")
    await house.say("a fund please")
    await house.sees("B")
    await house.say("hello")
    await house.sees("I am Acme Refunds.*/status*")


async def test_a_switch_and_a_variable_choose_the_way(open_house: OpenHouse) -> None:
    keep = node("keep", "action", actionType="set_variable", variable="wish", value="{{message | lower | trim}}")
    choose = node("choose", "logic", logicType="switch", value="{{wish}}", cases=[{"id": "tea"}, {"id": "coffee"}])
    ends = [message("t", "Tea!"), message("c", "Coffee!"), message("o", "No {{wish}} here.")]
    house = await open_house(file([trigger(), keep, choose, *ends], "start > keep", "keep > choose", "choose.tea > t",
                                  "choose.coffee > c", "choose > o"))  # fmt: skip
    for said, answer in (("TEA ", "Tea!"), ("coffee", "Coffee!"), ("Milk", "No milk here.")):
        await house.say(said)
        await house.sees(answer)


async def test_a_button_of_a_message_says_its_text(open_house: OpenHouse) -> None:
    offer = node("offer", "send_message", message="Well?", buttons=["Yes, {{user_name}}", "No"])
    house = await open_house(file([trigger(), offer], "start > offer"))
    await house.say("hello")
    shown = await house.sees("Well?")
    assert [(button["label"], button["token"]) for button in shown["buttons"]] == [("Yes, Chris",) * 2, ("No",) * 2]


async def test_a_wired_error_edge_is_followed_and_knows_the_cause(open_house: OpenHouse) -> None:
    sorry = message("sorry", "Sorry: {{error.detail}} at {{error.node}}")
    house = await open_house(file([trigger(), tool("look", "bank__look"), sorry], "start > look", "look.error > sorry"))
    house.tools.answers["bank__look"] = lambda call: Refused(ErrorCode.TOOL_FAILED, "closed today")
    await house.say("hello")
    await house.sees("Sorry: closed today at look")
    assert await house.cards() == []


async def test_a_missing_value_stops_for_an_operator_and_never_shows_a_placeholder(open_house: OpenHouse) -> None:
    house = await open_house(file([trigger(), message("hi", "Hi {{nobody.name}}")], "start > hi"))
    await house.say("hello")
    await house.sees("Something went wrong on our side*")
    card = await house.card("A request stopped at hi")
    assert "nobody" in card["reason"] and "{{" not in card["reason"]


async def test_an_amount_that_is_no_number_is_never_small(house: House) -> None:
    house.tools.answers["orders__get_order"] = lambda call: _order(total="1,999.00")
    await house.say("I want a refund")
    await house.verify()
    await house.card("A request stopped at check")
    assert house.tools.calls("stripe__create_refund") == []


def _order(**values: object) -> Returned:
    return Returned({"id": "45678", **values})


async def test_a_second_request_begins_anew_after_the_first_has_ended(house: House) -> None:
    for total, end in (("42.50", "*has been processed."), ("2150.00", "I have escalated*")):
        house.tools.answers["orders__get_order"] = lambda call, total=total: _order(total=total)
        await house.say("I want a refund")
        await house.verify()
        await house.sees(end)
    assert (await house.card("Refund $2150.00 *"))["state"] == "pending"


async def test_an_approval_reaches_the_customer_who_asked_and_nobody_else(open_house: OpenHouse) -> None:
    house = await open_house(asking())
    for who in ("chris", "dana"):
        await house.say("hello", who)
    await house.tap("ana", "Approve", await house.card("For Dana"))
    await house.sees("Paid.", "dana")
    await house.quiet()
    assert "Paid." not in await house.texts("chris")
