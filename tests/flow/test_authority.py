"""Who may decide: the team of the handoff, nobody else; each refusal is said in words and put on record."""

import pytest

from engine.errors import ErrorCode
from engine.tools import Refused
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, labels
from tests.unit.workflows import file, handoff, message, tool, trigger

ASKS = ("start > ask", "ask.approved > pay", "pay > yes", "ask.rejected > no")


def asking(**data: object) -> str:
    """A workflow that asks at once, and pays when approved."""
    nodes = [trigger(), handoff("ask", **data), tool("pay", "stripe__create_refund", arguments={"order_id": "1"})]
    return file([*nodes, message("yes", "Paid."), message("no", "Not paid.")], *ASKS)


@pytest.mark.parametrize("who", ["otto", "lea", "olga"])
async def test_who_is_not_in_the_team_decides_nothing(open_house: OpenHouse, who: str) -> None:
    house = await open_house(asking())
    await house.say("hello")
    card = await house.card("For Chris")
    for label in ("Approve", "Reject"):
        assert await house.tap(who, label, card) == "You are not a reviewer of this team, so nothing happened."
    await house.say(f"/approve {card['short_id']}", who)
    await house.quiet()
    assert (await house.card())["state"] == "pending"
    assert house.tools.sent == []
    refusals = [(actor, detail["action"], detail["refusal"]) for actor, detail in house.audit("decision.refused")]
    assert refusals == [(f"play:{who}", action, "not-reviewer") for action in ("approve", "ask_reason")]


async def test_another_team_decides_what_is_asked_of_it(open_house: OpenHouse) -> None:
    house = await open_house(asking(team="legal"))
    await house.say("hello")
    card = await house.card("For Chris")
    assert await house.tap("ana", "Approve", card) == "You are not a reviewer of this team, so nothing happened."
    assert await house.tap("lea", "Approve", card) == "Approved."
    await house.sees("Paid.")


async def test_nobody_approves_their_own_request(open_house: OpenHouse) -> None:
    house = await open_house(asking())
    await house.hear("money please", "ana")
    card = await house.card("For Ana")
    assert await house.tap("ana", "Approve", card) == "This is your own request: somebody else has to decide."
    assert [detail["refusal"] for _, detail in house.audit("decision.refused")] == ["own-request"]
    assert await house.tap("ben", "Approve", card) == "Approved."


@pytest.mark.errors("no channel serves telegram:1001")
async def test_nobody_approves_their_own_request_from_another_channel(open_house: OpenHouse) -> None:
    house = await open_house(asking(), CONFIG.replace('play = "ana" }', 'play = "ana", telegram = 1001 }'))
    await house.hear("money please", "1001", "telegram")
    card = await house.card("For 1001")
    assert await house.tap("ana", "Approve", card) == "This is your own request: somebody else has to decide."
    assert await house.tap("ben", "Approve", card) == "Approved."


async def test_self_approval_is_possible_where_the_workflow_allows_it(open_house: OpenHouse) -> None:
    house = await open_house(asking(allowSelfApproval=True))
    await house.hear("money please", "ana")
    assert await house.tap("ana", "Approve", await house.card("For Ana")) == "Approved."


async def test_a_display_name_gives_no_rights(open_house: OpenHouse) -> None:
    house = await open_house(asking(), CONFIG.replace('otto = { name = "Otto"', 'otto = { name = "Ana"'))
    await house.say("hello")
    told = await house.tap("otto", "Approve", await house.card("For Chris"))
    assert told == "You are not a reviewer of this team, so nothing happened."


async def test_a_failure_is_for_operators_only(open_house: OpenHouse) -> None:
    house = await open_house(file([trigger(), tool("look", "bank__look")], "start > look"))
    house.tools.answers["bank__look"] = lambda call: Refused(ErrorCode.TOOL_FAILED, "closed today")
    await house.say("hello")
    card = await house.card("*closed today*")
    for who in ("ana", "otto"):
        assert await house.tap(who, "Retry", card) == "Only an operator may do this, so nothing happened."
    assert await house.tap("olga", "Stop", card) == "Stopped."
    await house.sees("*closed by our team*support@example.com*")


async def test_an_operator_has_no_say_in_an_approval(open_house: OpenHouse) -> None:
    house = await open_house(asking())
    await house.say("hello")
    card = await house.card("For Chris")
    assert labels(card) == ["Approve", "Reject"]
    await house.say(f"/approve {card['short_id']} please", "olga")
    await house.sees(f"There is no request {card['short_id']} that you may see.", "olga")
    await house.say("/pending", "olga")
    await house.sees("Nothing waits for a decision.", "olga")


async def test_only_reviewers_have_reviewers_commands(open_house: OpenHouse) -> None:
    house = await open_house(asking())
    await house.say("hello")
    short_id = (await house.card("For Chris"))["short_id"]
    for command in (f"/approve {short_id}", f"/reject {short_id}", "/pending", f"/handoff {short_id}"):
        for who in ("chris", "otto"):
            await house.say(command, who)
            await house.sees(f"Only reviewers can use {command.split()[0]}.", who)
    assert (await house.card())["state"] == "pending"


async def test_a_reviewer_sees_no_case_of_another_team(open_house: OpenHouse) -> None:
    house = await open_house(asking(team="legal"))
    await house.say("hello")
    card = await house.card("For Chris")
    await house.say(f"/handoff {card['short_id']}", "ana")
    await house.sees(f"There is no request {card['short_id']} that you may see.", "ana")
    await house.quiet()
    assert len(await house.cards()) == 1
