"""Values that are changed before a request is decided: who may, what everybody sees, and what a yes then means."""

import asyncio
import itertools
import json
from collections.abc import Mapping
from typing import Any

import pytest

from channels.tokens import CardToken, encode
from tests.flow.conftest import OpenHouse
from tests.flow.house import House, said_on
from tests.flow.test_reviewers_commands import answer
from tests.unit.workflows import file, handoff, message, node, tool, trigger

FIELDS = [
    {"variable": "order.total", "label": "Amount", "type": "number", "min": 1, "max": 5000},
    {"variable": "order.items[0].name", "label": "First item"},
    {"variable": "urgent", "type": "boolean"},
    {"variable": "carrier", "type": "choice", "choices": ["Air", "Sea"]},
    {"variable": "by", "label": "Pay by", "type": "date", "min": "2026-01-01"},
]
SET = {"order": {"id": "1", "total": 2150.5, "items": [{"name": "Cup"}]}, "urgent": False, "carrier": "Sea"}


def editing(reason: str = "Pay {{order.total}}?", **data: object) -> str:
    """A workflow that asks about values, pays when approved, and tells what it was."""
    sets = [
        node(f"set_{name}", "action", actionType="set_variable", variable=name, value=value)
        for name, value in SET.items()
    ]
    pay = tool(
        "pay",
        "stripe__create_refund",
        arguments={"amount": "{{order.total}}", "item": "{{order.items.0.name}}", "urgent": "{{urgent}}"},
    )
    ask = handoff("ask", reason, **{"fields": FIELDS, **data})
    yes = message("yes", "Paid {{order.total}} by {{carrier}}. {{handoff.edits}}")
    no = message("no", "Not paid {{order.total}}.")
    chain = ["start", *(each["id"] for each in sets), "ask"]
    ways = [f"{one} > {two}" for one, two in itertools.pairwise(chain)]
    return file([trigger(), *sets, ask, pay, yes, no], *ways, "ask.approved > pay", "pay > yes", "ask.rejected > no")


async def a_card(open_house: OpenHouse, **data: Any) -> tuple[House, Mapping[str, Any]]:
    house = await open_house(editing(**data))
    await house.say("hello")
    return house, await house.card("Pay 2150.5?")


async def test_a_card_says_what_can_be_changed_and_how(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house)
    short = card["short_id"]
    said = [text for text in said_on(card) if text.startswith("Can be changed")]
    assert said == [
        f"Can be changed: Amount (number, at least 1, at most 5000) /edit {short} total VALUE",
        f"Can be changed: First item (text) /edit {short} name VALUE",
        f"Can be changed: urgent (yes or no) /edit {short} urgent VALUE",
        f"Can be changed: carrier (one of Air, Sea) /edit {short} carrier VALUE",
        f"Can be changed: Pay by (date such as 2026-03-31, not before 2026-01-01) /edit {short} by VALUE",
    ]
    await house.tap("ana", "Approve")
    await house.sees("Paid 2150.5 by Sea. {}")
    assert not [text for text in said_on(await house.card("*")) if text.startswith("Can be changed")]


async def test_what_was_changed_is_on_every_copy_and_what_is_approved_is_called(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house)
    short = card["short_id"]
    assert await answer(house, f"/edit {short} amount 2000") == (
        f"Amount is 2000 now; it was 2150.5. Cards and buttons from before do not approve it: "
        f"/approve {short}.1 or the card as it is now does."
    )
    assert (await answer(house, f"/edit {short} First item  Big cup", "ben")).startswith("First item is Big cup now")
    assert (await answer(house, f"/edit {short} urgent YES")).startswith("urgent is true now; it was false.")
    await house.say(f"/handoff {short}", "ben")
    await house.quiet()
    first, second = (item["body"] for item in await house.cards())
    for copy in (first, second):
        said = said_on(copy)
        assert copy["reason"] == "Pay 2000?"
        assert any(text.startswith("Amount: 2000 was 2150.5, changed by Ana at ") for text in said)
        assert any(text.startswith("First item: Big cup was Cup, changed by Ben at ") for text in said)
        assert copy["calls"][0]["raw"] == '{"amount":2000,"item":"Big cup","urgent":true}'
    assert await house.tap("ana", "Approve", second) == "Approved."
    told = await house.sees("Paid 2000 by Sea. *")
    assert '"order.total":{"before":2150.5,"after":2000,"by":"Ana"}' in told["text"]
    [sent] = house.tools.calls("stripe__create_refund")
    assert sent.arguments.startswith('{"amount":2000,"item":"Big cup","urgent":true')
    assert [(actor, detail["path"], detail["after"]) for actor, detail in house.audit("handoff.edited")] == [
        ("ana", "order.total", 2000),
        ("ben", "order.items.0.name", "Big cup"),
        ("ana", "urgent", True),
    ]


async def test_a_rejected_request_leaves_its_values_as_they_were(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house)
    await answer(house, f"/edit {card['short_id']} amount 2000")
    await answer(house, f"/reject {card['short_id']} no")
    await house.sees("Not paid 2150.5.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Please write it like this: /edit ID NAME VALUE.*"),
        ("amount", "Please write the value behind it: /edit * Amount and the value."),
        ("amount much", "Amount must be a number such as 1999.50. Nothing changed."),
        ("amount 1,999.00", "Amount must be a number such as 1999.50. Nothing changed."),
        ("amount 0", "Amount must be at least 1. Nothing changed."),
        ("amount 5000.01", "Amount must be at most 5000. Nothing changed."),
        ("amount 2150.50", "Amount is that already, so nothing changed."),
        ("urgent maybe", "urgent must be yes or no. Nothing changed."),
        ("carrier Road", "carrier must be one of these: Air, Sea. Nothing changed."),
        ("pay by tomorrow", "Pay by must be a date such as 2026-03-31. Nothing changed."),
        ("by 2025-12-31", "Pay by must not be before 2026-01-01. Nothing changed."),
        ("fee 5", "“fee” cannot be changed here. These can: order.total, order.items.0.name, urgent, carrier, by"),
        (f"First item {'x' * 4001}", "That is too long for First item: 4000 characters at the most."),
    ],
)
async def test_what_does_not_fit_is_refused_in_words(open_house: OpenHouse, text: str, told: str) -> None:
    house, card = await a_card(open_house)
    await house.say(f"/edit {card['short_id']} {text}", "ana")
    await house.sees(told, "ana")
    await house.quiet()
    assert house.audit("handoff.edited") == []
    assert await house.tap("ben", "Approve", card) == "Approved."


async def test_a_request_without_fields_cannot_be_changed(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house, fields=[])
    assert await answer(house, f"/edit {card['short_id']} amount 5") == "Nothing of this request can be changed."


async def test_a_change_with_which_nothing_could_be_asked_is_refused(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house, fields=[{"variable": "order", "label": "Order"}])
    told = await answer(house, f"/edit {card['short_id']} order none")
    assert told.startswith("With that value of Order the request could not be put before you, so nothing changed: ")


async def test_only_who_may_decide_changes_anything(open_house: OpenHouse) -> None:
    house = await open_house(editing())
    await house.hear("money", "ana")
    card = await house.card("Pay 2150.5?")
    short = card["short_id"]
    told = await answer(house, f"/edit {short} amount 5", "ana")
    assert told == "This is your own request: somebody else has to decide."
    assert [(actor, detail["action"]) for actor, detail in house.audit("decision.refused")] == [("play:ana", "edit")]
    for other in ("lea", "olga"):
        assert await answer(house, f"/edit {short} amount 5", other) == (
            f"There is no request {short} that you may see."
        )
    assert house.audit("handoff.edited") == []
    assert (await answer(house, f"/edit {short} amount 5", "ben")).startswith("Amount is 5 now")


async def test_nothing_is_changed_once_it_is_approved(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house, undo="10m")
    await house.tap("ana", "Approve")
    told = await answer(house, f"/edit {card['short_id']} amount 5")
    assert told.startswith("Already approved by Ana; it begins at ")
    await house.advance(minutes=11)
    await house.sees("Paid 2150.5 by Sea. {}")
    assert (await answer(house, f"/edit {card['short_id']} amount 5")).startswith("Already approved by Ana at ")


# --- what a yes means --------------------------------------------------------------------------------------------


async def test_a_yes_to_what_it_was_before_approves_nothing(open_house: OpenHouse) -> None:
    """The tap of somebody who saw the old card comes after the change."""
    house, old = await a_card(open_house)
    await answer(house, f"/edit {old['short_id']} amount 5000", "ben")
    told = await house.tap("ana", "Approve", old)
    assert told.startswith("Ben changed this at ") and told.endswith("please look at it again, and tap once more.")
    assert (await house.card("Pay 5000?"))["state"] == "pending"
    assert house.tools.sent == []
    refusals = [(actor, detail["refusal"]) for actor, detail in house.audit("decision.refused")]
    assert refusals == [("play:ana", "changed")]
    assert await house.tap("ben", "Approve", old) == told  # nor by who changed it
    assert await house.tap("ana", "Approve", await house.card("Pay 5000?")) == "Approved."
    await house.sees("Paid 5000 by Sea. *")


async def test_a_no_to_what_it_was_before_counts(open_house: OpenHouse) -> None:
    house, old = await a_card(open_house)
    await answer(house, f"/edit {old['short_id']} amount 5000", "ben")
    assert "write the reason" in await house.tap("ana", "Reject", old)


async def test_each_further_change_wants_another_look(open_house: OpenHouse) -> None:
    house, first = await a_card(open_house)
    await answer(house, f"/edit {first['short_id']} amount 4000", "ben")
    second = await house.card("Pay 4000?")
    await answer(house, f"/edit {first['short_id']} amount 2150.5", "ben")
    third = await house.card("Pay 2150.5?")
    for old in (first, second):  # the first says the very same as the third: that is not what counts
        assert (await house.tap("ana", "Approve", old)).startswith("Ben changed this at ")
    assert await house.tap("ana", "Approve", third) == "Approved."


@pytest.mark.parametrize("edition", [0, 2, 999_999])
async def test_a_forged_edition_approves_nothing(open_house: OpenHouse, edition: int) -> None:
    house, card = await a_card(open_house)
    await answer(house, f"/edit {card['short_id']} amount 4000", "ben")
    told = await house.press("ana", encode(CardToken(card["handoff"], "approve", edition)))
    assert told.startswith("Ben changed this at ")


async def test_a_typed_yes_names_what_it_means(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house)
    short = card["short_id"]
    await answer(house, f"/edit {short} amount 5000", "ben")
    lines = (await answer(house, f"/approve {short} fine")).splitlines()
    assert lines[0].startswith("Ben changed this at ")
    assert lines[1:] == ["Amount: 5000", f"If you mean it so, please write: /approve {short}.1"]
    await answer(house, f"/edit {short} carrier air", "ben")
    assert (await answer(house, f"/approve {short}.1")).splitlines()[1:] == [
        "Amount: 5000",
        "carrier: Air",
        f"If you mean it so, please write: /approve {short}.2",
    ]
    assert house.tools.sent == []
    assert await answer(house, f"/approve {short}.2 fine") == "Approved."
    await house.sees("Paid 5000 by Air. *")


async def test_who_changed_it_last_need_not_name_it(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house)
    await answer(house, f"/edit {card['short_id']} amount 5000", "ana")
    await answer(house, f"/edit {card['short_id']} carrier air", "ben")
    assert (await answer(house, f"/approve {card['short_id']}", "ana")).startswith("Ben changed this at ")
    assert await answer(house, f"/approve {card['short_id']}", "ben") == "Approved."


@pytest.mark.parametrize("seed", range(8))
async def test_of_a_change_and_a_yes_at_once_the_yes_means_what_was_seen(open_house: OpenHouse, seed: int) -> None:
    house, card = await a_card(open_house)

    async def change() -> None:
        await asyncio.sleep(0.002 * (seed % 4))
        await house.say(f"/edit {card['short_id']} amount 5000", "ben")

    async def approve() -> str:
        await asyncio.sleep(0.002 * (seed // 2))
        return await house.tap("ana", "Approve", card)

    _, told = await asyncio.gather(change(), approve())
    await house.quiet()
    amounts = [json.loads(call.arguments)["amount"] for call in house.tools.calls("stripe__create_refund")]
    if told == "Approved.":
        assert amounts == [2150.5]
        assert house.audit("handoff.edited") == []
    else:
        assert told.startswith("Ben changed this at ")
        assert amounts == []


async def test_votes_for_what_it_was_before_are_void(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house, quorum=2)
    await house.tap("ana", "Approve")
    told = await answer(house, f"/edit {card['short_id']} amount 5000", "ben")
    assert "Votes given before do not count any more." in told
    now = await house.card("Pay 5000?")
    assert "No vote yet." in now["status"] and "votes given before that do not count any more" in now["status"]
    assert (await house.tap("ben", "Approve", now)).startswith("Your vote counts; you may still change it.")
    assert house.tools.sent == []
    assert await house.tap("ana", "Approve", await house.card("Pay 5000?")) == "Approved."
    await house.sees("Paid 5000 by Sea. *")


async def test_a_reply_to_a_card_that_was_changed_shows_it_as_it_is(open_house: OpenHouse) -> None:
    """Words below a card of which nobody knows how old it was on somebody's screen."""
    house, card = await a_card(open_house)
    await answer(house, f"/edit {card['short_id']} amount 5000", "ben")
    token = encode(CardToken(card["handoff"], "approve"))
    assert (await house.press("ana", token)).startswith("Ben changed this at ")


async def test_options_are_chosen_as_they_were_seen(open_house: OpenHouse) -> None:
    options = [{"id": "all", "label": "All"}, {"id": "half", "label": "Half"}]
    workflow = json.loads(editing(options=options))
    workflow["edges"] = [edge for edge in workflow["edges"] if edge["source"] != "ask"] + [
        {"source": "ask", "sourceHandle": handle, "target": target}
        for handle, target in (("all", "pay"), ("half", "no"), ("timeout", "no"))
    ]
    house = await open_house(json.dumps(workflow))
    await house.say("hello")
    old = await house.card("Pay 2150.5?")
    await answer(house, f"/edit {old['short_id']} amount 5000", "ben")
    assert (await house.tap("ana", "All", old)).startswith("Ben changed this at ")
    assert await house.tap("ana", "All", await house.card("Pay 5000?")) == "Noted: All."
    await house.sees("Paid 5000 by Sea. *")


async def test_what_is_hidden_stays_hidden_when_it_is_changed(open_house: OpenHouse) -> None:
    house = await open_house(editing(fields=[{"variable": "carrier"}], secret=["carrier"]))
    await house.say("My carrier is Seaways")
    card = await house.card("Pay 2150.5?")
    told = await answer(house, f"/edit {card['short_id']} carrier Skyways")
    assert told.startswith("carrier is hidden now; it was hidden.")
    now = await house.card("Pay 2150.5?")
    assert not [text for text in said_on(now) if "Skyways" in text or "was Sea," in text]
    assert [set(detail) for _, detail in house.audit("handoff.edited")] == [{"path"}]
    assert "Sky" not in (await answer(house, f"/approve {card['short_id']}", "ben")).partition("/approve")[0]


async def test_a_german_says_yes_in_german(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house)
    await house.say(f"/edit {card['short_id']} urgent ja", "ana", locale="de")
    await house.sees("urgent ist jetzt true; vorher war es false.*", "ana")
