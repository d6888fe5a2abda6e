"""Approve, reject, too late, twice, forged: one decision holds, and everybody is told in words what happened."""

import asyncio
import json
from typing import Any

import pytest

from storage.transaction import Sql, Transaction
from tests.flow.conftest import OpenHouse
from tests.flow.house import House, labels, said_on
from tests.flow.test_authority import asking
from tests.unit.workflows import auth, file, handoff, message, node, tool, trigger


async def a_card(open_house: OpenHouse, **data: object) -> House:
    house = await open_house(asking(**data))
    await house.say("hello")
    await house.card("For Chris")
    return house


async def test_what_is_approved_is_what_is_called(house: House) -> None:
    await house.say("I want a refund")
    await house.verify()
    card = await house.card("Refund $2150.00 for order #45678 (ana@example.com)")
    assert await house.tap("ana", "Approve") == "Approved."
    await house.sees("Your refund of $2150.00 has been approved and processed.")
    [shown] = card["calls"]
    [(recorded, key)] = house.rows("SELECT arguments, key FROM tool_intent")
    [sent] = house.tools.calls("stripe__create_refund")
    assert shown["raw"] == '{"order_id":"45678"}'
    assert recorded == sent.arguments == f'{shown["raw"][:-1]},"idempotency_key":"{key}"}}'


async def test_what_was_approved_is_called_though_its_variable_has_changed_since(open_house: OpenHouse) -> None:
    """Another token of the run sets the amount anew while people look at the old one."""
    small = node("small", "action", actionType="set_variable", variable="amount", value="10")
    large = node("large", "action", actionType="set_variable", variable="amount", value="9999")
    pay = tool("pay", "stripe__create_refund", arguments={"amount": "{{amount}}"})
    nodes = [
        trigger(),
        small,
        handoff("ask", "Pay {{amount}}?"),
        auth(),
        large,
        pay,
        message("yes", "Paid."),
        message("no"),
    ]
    ways = ("start > small", "small > ask", "small > auth", "auth.verified > large", "ask.approved > pay", "pay > yes")
    house = await open_house(file(nodes, *ways, "ask.rejected > no"))
    await house.say("hello")
    card = await house.card("Pay 10?")
    await house.verify()
    await house.quiet()
    await house.tap("ana", "Approve", card)
    await house.sees("Paid.")
    assert card["calls"][0]["raw"] == '{"amount":"10"}'
    assert json.loads(house.tools.calls("stripe__create_refund")[0].arguments)["amount"] == "10"


async def test_a_hundred_taps_decide_once(open_house: OpenHouse) -> None:
    house = await a_card(open_house)
    told = await asyncio.gather(*(house.tap(who, "Approve") for who in ("ana", "ben") * 20))
    assert told.count("Approved.") == 1
    assert all(text == "Approved." or text.startswith("Already approved by ") for text in told)
    await house.sees("Paid.")
    await house.quiet()
    assert len(house.tools.calls("stripe__create_refund")) == 1
    assert len(await house.texts()) == 2


async def test_approving_and_rejecting_at_once_has_one_winner(open_house: OpenHouse) -> None:
    house = await a_card(open_house)
    card = await house.card("For Chris")
    handoff_id = card["handoff"]
    told = await asyncio.gather(
        house.press("ana", f"h1:{handoff_id}:approve"), house.press("ben", f"h1:{handoff_id}:reject")
    )
    await house.quiet()
    winner = (await house.card())["state"]
    assert sorted(text.split()[0] for text in told) == sorted(
        ["Already", "Approved." if winner == "approved" else "Rejected."]
    )
    assert len(house.tools.sent) == (1 if winner == "approved" else 0)


async def test_a_late_tap_names_who_decided_and_when(open_house: OpenHouse) -> None:
    house = await a_card(open_house)
    old = await house.card("For Chris")
    await house.tap("ben", "Approve")
    told = await house.tap("ana", "Reject", old)
    assert told.startswith("Already approved by Ben at ") and told.endswith("M UTC.")
    assert labels(await house.card("Approved by Ben at * on the playground")) == []


@pytest.mark.parametrize("action", ["cancel", "expire", "retry", "stop", "nonsense", "__class__", ""])
async def test_a_forged_button_does_nothing(open_house: OpenHouse, action: str) -> None:
    house = await a_card(open_house)
    handoff_id = (await house.card())["handoff"]
    assert (await house.press("ana", f"h1:{handoff_id}:{action}")).endswith("Nothing happened.")
    assert (await house.card())["state"] == "pending"


@pytest.mark.parametrize("token", ["h1:zzzzzzzzzzzzzzzzzzzzzzzzzz:approve", "h9:x:approve", "approve", "'", "{{7*7}}"])
async def test_an_unknown_button_does_nothing(open_house: OpenHouse, token: str) -> None:
    house = await a_card(open_house)
    assert await house.press("ana", token) == "I do not know this button. Nothing happened."


async def test_a_rejection_with_a_reason(open_house: OpenHouse) -> None:
    house = await a_card(open_house)
    assert "write the reason" in await house.tap("ana", "Reject")
    card = await house.card("Ana is rejecting this*anybody may still decide")
    assert labels(card)[:3] == ["Reject without a reason", "Do not reject", "Against our rules"]
    await house.say("It was used for weeks", "ana")
    await house.sees("Not paid.")
    await house.sees("Rejected, with your reason.", "ana")
    assert labels(await house.card("Rejected by Ana at *: It was used for weeks")) == []
    assert house.tools.sent == []


async def test_a_reason_may_be_skipped(open_house: OpenHouse) -> None:
    house = await a_card(open_house)
    await house.tap("ana", "Reject")
    assert await house.tap("ana", "Reject without a reason", await house.card("Ana is rejecting*")) == "Rejected."
    await house.sees("Not paid.")
    await house.card("Rejected by Ana at * on the playground")


async def test_a_rejection_can_be_taken_back_and_what_is_said_then_is_no_reason(open_house: OpenHouse) -> None:
    house = await a_card(open_house)
    await house.tap("ana", "Reject")
    told = await house.tap("ana", "Do not reject", await house.card("Ana is rejecting*"))
    assert told == "The request is open again."
    assert labels(await house.card("Waiting for a decision")) == ["Approve", "Reject"]
    await house.say("Let me think", "ana")
    await house.quiet()
    assert (await house.card())["state"] == "pending"


async def test_another_reviewer_may_approve_while_a_reason_is_awaited(open_house: OpenHouse) -> None:
    house = await a_card(open_house)
    before = await house.card("For Chris")
    await house.tap("ana", "Reject")
    assert await house.tap("ben", "Approve", before) == "Approved."
    await house.sees("Paid.")
    await house.say("Because it was used", "ana")
    await house.quiet()
    assert (await house.card())["state"] == "approved"


async def test_a_reason_that_somebody_else_writes_is_not_taken(open_house: OpenHouse) -> None:
    house = await a_card(open_house)
    await house.tap("ana", "Reject")
    for who in ("ben", "otto"):
        await house.say("my two cents", who)
    await house.quiet()
    assert (await house.card())["state"] == "rejecting"
    await house.say("the real reason", "ana")
    await house.card("Rejected by Ana*: the real reason")


async def test_a_required_reason_cannot_be_skipped(open_house: OpenHouse) -> None:
    house = await a_card(open_house, requireReason="reject")
    card = await house.card("For Chris")
    told = await house.press("ana", f"h1:{card['handoff']}:reject")
    assert told.startswith("A reason is required here") and f"/reject {card['short_id']} " in told
    await house.tap("ana", "Reject")
    assert "Reject without a reason" not in labels(await house.card("Ana is rejecting*"))
    await house.say("too old", "ana")
    await house.card("Rejected by Ana*: too old")


async def test_a_reason_that_is_always_required_is_required_for_approving_too(open_house: OpenHouse) -> None:
    house = await a_card(open_house, requireReason="always")
    card = await house.card("For Chris")
    assert f"/approve {card['short_id']}" in await house.tap("ana", "Approve")
    assert (await house.card())["state"] == "pending"
    await house.say(f"/approve {card['short_id']} the receipt is there", "ana")
    await house.card("Approved by Ana*: the receipt is there")


async def test_decisions_can_be_typed(open_house: OpenHouse) -> None:
    house = await a_card(open_house)
    short_id = (await house.card())["short_id"]
    await house.say("/pending", "ana")
    await house.sees(f"One request waits for a decision:*{short_id} · Acme Refunds · * · For Chris", "ana")
    await house.say(f"  /REJECT@refunds_bot\n{short_id.upper()} too   late ", "ana")
    await house.sees("Rejected, with your reason.", "ana")
    await house.card("Rejected by Ana*: too   late")
    await house.say("/pending", "ana")
    await house.sees("Nothing waits for a decision.", "ana")


@pytest.mark.parametrize("command", ["approve", "reject", "handoff"])
async def test_a_typed_id_that_is_missing_short_or_unknown_is_explained(open_house: OpenHouse, command: str) -> None:
    house = await a_card(open_house)
    for typed in ("", " ab"):
        await house.say(f"/{command}{typed}", "ana")
        await house.sees(f"Please write it like this: /{command} ID*/pending lists the ids.", "ana")
    for typed in ("zzzzzz", "%%%%%%", "'--''", "ßßßß"):
        await house.say(f"/{command} {typed}", "ana")
        await house.sees(f"There is no request {typed.lower()} that you may see.", "ana")


async def test_an_ambiguous_id_is_refused_with_the_choices(open_house: OpenHouse) -> None:
    house = await a_card(open_house)
    first = (await house.card())["handoff"]
    twin = first[:6] + ("a" if first[6] != "a" else "b") * 20
    columns = "run_id, conversation_id, bot, node, token, kind, team, state, question, places, requester, opened_at"
    await house.app.store._run(_copied(first, twin, columns))  # type: ignore[attr-defined]
    await house.say(f"/approve {first[:6]}", "ana")
    told = await house.sees(f"{first[:6]} could be any of these; please write more of it: *", "ana")
    assert first in told["text"] and twin in told["text"]
    await house.say(f"/approve {first[:7]}", "ana")
    await house.sees("Approved.", "ana")


def _copied(first: str, twin: str, columns: str) -> Transaction[None]:
    yield Sql(f"INSERT INTO handoff (id, {columns}) SELECT ?, {columns} FROM handoff WHERE id = ?", (twin, first))


@pytest.mark.parametrize(
    ("typed", "told", "status"),
    [
        ("Too late for that", "Rejected, with your reason.", "Rejected by Ana*: Too late for that"),
        ("/reject {id} Too late", "Rejected, with your reason.", "Rejected by Ana*: Too late"),
        ("/approve {id}", "Approved.", "Approved by Ana*"),
    ],
)
async def test_who_types_a_decision_is_answered_in_the_commit_that_takes_it(
    open_house: OpenHouse, caplog: pytest.LogCaptureFixture, typed: str, told: str, status: str
) -> None:
    """As if the process had died right after: nothing that comes later marks the message as answered."""
    house = await a_card(open_house)
    store = house.app.store
    answered, left = store.answered, 1

    async def die(*args: Any) -> None:
        nonlocal left
        left -= 1
        if left >= 0:
            raise RuntimeError("the process ends here")
        await answered(*args)

    store.answered = die  # type: ignore[method-assign]
    if not typed.startswith("/"):
        await house.tap("ana", "Reject")
    await house.say(typed.format(id=(await house.card())["short_id"]), "ana")
    await house.card(status)
    await house.quiet()
    assert await house.texts("ana") == [told]
    caplog.clear()


async def test_a_second_copy_of_a_card_follows_the_decision(open_house: OpenHouse) -> None:
    house = await a_card(open_house)
    short_id = (await house.card())["short_id"]
    await house.say(f"/handoff {short_id}", "ben")
    await house.until(lambda: _count(house, 2), house.cards, "two cards")
    await house.tap("ana", "Approve")
    await house.sees("Paid.")
    await house.quiet()
    statuses = [item["body"]["status"] for item in await house.cards()]
    assert len(statuses) == 2 and all(status.startswith("Approved by Ana") for status in statuses)


async def test_a_copy_that_somebody_asked_for_elsewhere_follows_everything_that_is_said_and_decided(
    open_house: OpenHouse,
) -> None:
    house = await a_card(open_house)
    short_id = (await house.card())["short_id"]
    await house.hear(f"/handoff {short_id}", "ana")
    await house.hear(f"/handoff {short_id}", "ana")
    await house.until(lambda: _count(house, 3), house.cards, "three cards")
    assert [item["place"] for item in await house.cards()] == ["play:review", "play:ana", "play:ana"]
    await house.say("It is urgent.")
    await house.sees("*the reviewer will see this too*")
    await house.quiet()
    assert all("It is urgent." in said_on(item["body"]) for item in await house.cards())
    await house.tap("ben", "Approve")
    await house.sees("Paid.")
    await house.quiet()
    cards = [item["body"] for item in await house.cards()]
    assert len(cards) == 3 and all(card["status"].startswith("Approved by Ben") for card in cards)
    assert [labels(card) for card in cards] == [[], [], []]


async def _count(house: House, number: int) -> bool:
    return len(await house.cards()) == number


async def test_people_may_talk_among_themselves_where_cards_are(open_house: OpenHouse) -> None:
    house = await a_card(open_house)
    for text in ("What do you think?", "approve", "yes", "Approve it!"):
        await house.say(text, "ana")
    await house.quiet()
    assert await house.texts("ana") == []
    assert (await house.card())["state"] == "pending"


async def test_the_help_where_cards_are_is_for_reviewers(house: House) -> None:
    await house.say("/help", "ana")
    told = await house.sees("*/pending*", "ana")
    assert "/approve ID" in told["text"] and "/cancel" not in told["text"]


async def test_two_handoffs_of_one_run_are_decided_one_after_the_other(open_house: OpenHouse) -> None:
    nodes = [trigger(), handoff("first", "First for {{user_name}}"), handoff("second", "Second, {{handoff.by}} agreed")]
    ways = (
        "start > first",
        "first.approved > second",
        "first.rejected > no",
        "second.approved > yes",
        "second.rejected > no",
    )
    house = await open_house(file([*nodes, message("yes", "Both agreed."), message("no", "Somebody did not.")], *ways))
    await house.say("hello")
    await house.tap("ana", "Approve", await house.card("First for Chris"))
    await house.tap("ben", "Approve", await house.card("Second, Ana agreed"))
    await house.sees("Both agreed.")
