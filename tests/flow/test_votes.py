"""Several votes, stages, options, undo and hidden values, as the people who decide meet them."""

import asyncio
from typing import Any

import pytest

from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House, labels
from tests.flow.test_authority import asking
from tests.unit.workflows import file, handoff, message, node, tool, trigger

CHOICES = [
    {"id": "full", "label": "All of it", "style": "positive"},
    {"id": "half", "label": "Half"},
    {"id": "none", "label": "Nothing", "style": "negative"},
]


async def asked(open_house: OpenHouse, **data: Any) -> House:
    house = await open_house(asking(**data))
    await house.say("hello")
    await house.card("For Chris")
    return house


def choosing(**data: Any) -> str:
    """A workflow whose reviewers choose between three ways, two of which pay."""
    pays = [tool(name, "stripe__create_refund", arguments={"order_id": name}) for name in ("full", "half")]
    says = [message("said", "Paid."), message("no", "Nothing is paid.")]
    ways = ["start > ask", "ask.full > full", "ask.half > half", "ask.none > no", "ask.timeout > no"]
    return file([trigger(), handoff("ask", options=CHOICES, **data), *pays, *says], *ways, "full > said", "half > said")


async def test_two_people_approve_and_the_card_shows_each_vote(open_house: OpenHouse) -> None:
    house = await asked(open_house, quorum=2)
    assert "Needed: 2 of Finance. No vote yet." in (await house.card())["status"]
    told = await house.tap("ana", "Approve")
    assert told == "Your vote counts; you may still change it.\nNeeded: 2 of Finance. One vote so far."
    assert "Ana approves" in (await house.card("*One vote so far*"))["status"]
    assert await house.tap("ana", "Approve") == told
    await house.quiet()
    assert house.tools.sent == []
    assert await house.tap("ben", "Approve") == "Approved."
    await house.sees("Paid.")
    status = (await house.card("Approved by Ben*"))["status"]
    assert ("Ana approves" in status, "Ben approves" in status) == (True, True)
    events = [event for (event,) in house.rows("SELECT event FROM audit WHERE event LIKE 'handoff.%' ORDER BY id")]
    assert events == ["handoff.opened.approval", *["handoff.vote.approve"] * 2, "handoff.approved"]


async def test_two_last_votes_at_one_moment_are_both_counted(open_house: OpenHouse) -> None:
    house = await asked(open_house, quorum=2)
    card = await house.card()
    told = await asyncio.gather(house.tap("ana", "Approve", card), house.tap("ben", "Approve", card))
    assert sorted(text.partition(";")[0].partition(".")[0] for text in told) == ["Approved", "Your vote counts"]
    await house.sees("Paid.")
    assert len(house.tools.sent) == 1


async def test_a_reason_of_one_of_several_leaves_the_request_open(open_house: OpenHouse) -> None:
    house = await asked(open_house, quorum=2, deny=2)
    await house.tap("ana", "Reject")
    await house.say("Too much", "ana")
    await house.sees("Your vote counts*It takes 2 rejections to reject.", "ana")
    card = await house.card("*Ana rejects*Too much*")
    assert (card["state"], "Approve" in labels(card)) == ("pending", True)
    await house.tap("ben", "Reject")
    await house.card("Ben is rejecting this*")
    await house.tap("ben", "Reject without a reason")
    await house.sees("Not paid.")
    assert (await house.card("Rejected by Ben*"))["state"] == "rejected"


async def test_a_team_has_its_quorum_by_itself(open_house: OpenHouse) -> None:
    house = await open_house(
        asking(), CONFIG.replace('members = ["ana", "ben"]', 'members = ["ana", "ben"]\nquorum = 2')
    )
    await house.say("hello")
    await house.card("*Needed: 2 of Finance*")
    await house.tap("ana", "Approve")
    assert (await house.card("*One vote so far*"))["state"] == "pending"


async def test_a_chain_goes_from_team_to_team(open_house: OpenHouse) -> None:
    house = await asked(open_house, chain=[{"of": "finance"}, {"of": "legal"}])
    assert await house.tap("lea", "Approve") == "You are not a reviewer of this team, so nothing happened."
    await house.tap("ana", "Approve")
    await house.card("*Step 2 of 2. Needed: 1 of legal*")
    assert await house.tap("ana", "Approve") == (
        "You have approved at an earlier step: now other people have to. You may still reject."
    )
    assert await house.tap("ben", "Approve") == (
        "Other teams approve at this step, so nothing happened. You may still reject."
    )
    assert await house.tap("lea", "Approve") == "Approved."
    await house.sees("Paid.")


async def test_an_approval_may_be_undone_until_it_begins(open_house: OpenHouse) -> None:
    house = await asked(open_house, undo="30s")
    told = await house.tap("ana", "Approve")
    assert told.startswith("Approved. It begins in 30 seconds; until then Undo takes it back.")
    card = await house.card("Approved by Ana; it begins at * unless somebody undoes it*")
    assert labels(card) == ["Undo"]
    late = await house.press("ben", card["buttons"][0]["token"].replace("undo", "approve"))
    assert late.startswith("Already approved by Ana; it begins at")
    assert await house.tap("otto", "Undo", card) == "You are not a reviewer of this team, so nothing happened."
    assert await house.tap("ben", "Undo", card) == "The request is open again."
    await house.advance(minutes=5)
    await house.quiet()
    assert (house.tools.sent, (await house.card())["state"]) == ([], "pending")
    await house.tap("ana", "Approve")
    await house.advance(seconds=31)
    await house.sees("Paid.")
    assert (await house.card("Approved by Ana at*"))["state"] == "approved"
    assert (await house.tap("ben", "Undo", card)).startswith("Already approved by Ana at")
    assert len(house.tools.sent) == 1


async def test_a_customer_may_withdraw_while_it_may_be_undone(open_house: OpenHouse) -> None:
    house = await asked(open_house, undo="30s")
    await house.tap("ana", "Approve")
    await house.say("/cancel")
    await house.sees("Your request was withdrawn*")
    await house.advance(minutes=1)
    await house.quiet()
    assert house.tools.sent == []


async def test_one_of_the_options_is_chosen_and_its_call_was_on_the_card(open_house: OpenHouse) -> None:
    house = await open_house(choosing())
    await house.say("hello")
    card = await house.card("For Chris")
    assert labels(card) == ["All of it", "Half", "Nothing"]
    assert [(call["tool"], call["raw"]) for call in card["calls"]] == [
        ("All of it → stripe__create_refund", '{"order_id":"full"}'),
        ("Half → stripe__create_refund", '{"order_id":"half"}'),
    ]
    assert await house.tap("ana", "Half") == "Noted: Half."
    await house.sees("Paid.")
    assert [call.arguments.partition(",")[0] for call in house.tools.sent] == ['{"order_id":"half"']
    assert (await house.card("“Half” chosen by Ana*"))["state"] == "chosen"
    assert (await house.tap("ben", "All of it", card)).startswith("Ana already chose “Half” at")


async def test_an_outcome_is_chosen_by_command(open_house: OpenHouse) -> None:
    house = await open_house(choosing())
    await house.say("hello")
    short = (await house.card("For Chris"))["short_id"]
    await house.say(f"/choose {short} quarter", "ana")
    await house.sees(f"{short} offers these outcomes: full (All of it), half (Half), none (Nothing)", "ana")
    await house.say(f"/approve {short}", "ana")
    await house.sees("This is not possible any more.*", "ana")
    await house.say(f"/choose {short} all OF it since it is late", "ana")
    await house.sees("Noted: All of it.", "ana")
    await house.sees("Paid.")
    assert house.rows("SELECT action, choice, reason FROM decision") == [("choose", "full", "since it is late")]


@pytest.mark.parametrize(
    "action", ["approve", "reject", "ask_reason", "option0", "option4", "option", "choose", "vote"]
)
async def test_nothing_that_was_not_offered_can_be_chosen(open_house: OpenHouse, action: str) -> None:
    house = await open_house(choosing())
    await house.say("hello")
    card = await house.card("For Chris")
    await house.press("ana", card["buttons"][0]["token"].replace("option1", action))
    await house.quiet()
    assert (await house.card())["state"] == "pending"


async def test_nobody_chooses_and_time_is_up(open_house: OpenHouse) -> None:
    house = await open_house(choosing(timeout="1h"))
    await house.say("hello")
    await house.card("For Chris")
    await house.advance(hours=2)
    await house.sees("Nothing is paid.")


async def test_what_is_hidden_is_shown_to_whoever_may_decide_and_that_is_on_record(open_house: OpenHouse) -> None:
    token = node("set", "action", actionType="set_variable", variable="iban", value="DE02 1203 0000 0000 2020 51")
    nodes = [trigger(), token, handoff("ask", secret=["iban"]), message("yes", "Paid."), message("no", "No.")]
    house = await open_house(file(nodes, "start > set", "set > ask", "ask.approved > yes", "ask.rejected > no"))
    await house.say("hello")
    card = await house.card("For Chris")
    assert "DE02" not in str(card)
    reveal = next(button["token"] for button in card["more"] if button["label"] == "Show what is hidden")
    assert "DE02" not in await house.press("otto", reveal)
    assert await house.press("ana", reveal) == "iban: DE02 1203 0000 0000 2020 51"
    assert [actor for actor, _ in house.audit("secret.revealed")] == ["play:ana"]


async def test_a_button_tells_how_a_value_is_changed(open_house: OpenHouse) -> None:
    house = await asked(open_house, fields=[{"variable": "message", "label": "Text"}])
    card = await house.card()
    change = next(button["token"] for button in card["more"] if button["label"] == "Change a value")
    assert "not a reviewer" in await house.press("otto", change)
    told = await house.press("ana", change)
    assert told.splitlines()[1:] == [f"/edit {card['short_id']} message VALUE"]


async def test_somebody_looks_after_a_request(open_house: OpenHouse) -> None:
    house = await asked(open_house)
    card = await house.card()
    claim = next(button["token"] for button in card["more"] if button["label"] == "I look after this")
    assert await house.press("otto", claim) == "You are not a reviewer of this team, so nothing happened."
    assert await house.press("ana", claim) == "You look after this now. Others may still decide."
    assert await house.press("ben", claim) == "Ana looks after this already. Nothing changed."
    await house.card("*Ana looks after this*")
    assert await house.tap("ben", "Approve") == "Approved."
