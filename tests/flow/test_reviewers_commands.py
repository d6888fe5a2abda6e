"""What reviewers type about requests besides deciding them: who looks after one, what waits, and several at once."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from bot.review.listing import PAGE
from storage.transaction import Sql, Transaction
from tests.flow.conftest import OpenHouse
from tests.flow.house import CONFIG, House
from tests.flow.test_authority import asking

STAFF = """
[people.max]
name = "Max"
play = "max"
[people.max2]
name = "Max"
play = "max2"
"""
TEAM = CONFIG.replace('members = ["ana", "ben"]', 'members = ["ana", "ben", "max", "max2"]') + STAFF


async def a_card(open_house: OpenHouse, config: str = CONFIG, **data: object) -> tuple[House, Mapping[str, Any]]:
    house = await open_house(asking(**data), config)
    await house.say("hello")
    return house, await house.card("For Chris")


async def answer(house: House, text: str, who: str = "ana") -> str:
    """What somebody is told who writes this where cards are."""
    before = len(await house.texts(who))
    await house.say(text, who)
    await house.quiet()
    [told] = (await house.texts(who))[before:]
    return told


# --- looking after requests --------------------------------------------------------------------------------------


async def test_claim_and_release(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house)
    short = card["short_id"]
    assert await answer(house, f"/claim {short}") == "You look after this now. Others may still decide."
    assert "Ana looks after this" in (await house.card("For Chris"))["status"]
    assert await answer(house, f"/claim {short}", "ben") == "Ana looks after this already. Nothing changed."
    assert "Ana looks after this · For Chris" in await answer(house, "/mine")
    assert await answer(house, "/mine", "ben") == (
        "Nothing of that kind waits for a decision. All that waits: /pending"
    )
    assert await answer(house, f"/release {short.upper()}", "ben") == "It is left to others again."
    assert "looks after" not in (await house.card("For Chris"))["status"]
    assert [actor for actor, _ in house.audit("handoff.claim")] == ["ana"]
    assert [actor for actor, _ in house.audit("handoff.release")] == ["ben"]
    assert await house.tap("ben", "Approve", card) == "Approved."


@pytest.mark.parametrize("name", ["@ben", "ben", "BEN", "@Ben"])
async def test_assign_by_name_or_key(open_house: OpenHouse, name: str) -> None:
    house, card = await a_card(open_house)
    assert await answer(house, f"/assign {card['short_id']} {name}") == "Ben looks after this now."
    assert "Ben looks after this" in (await house.card("For Chris"))["status"]
    assert [(actor, detail["to"]) for actor, detail in house.audit("handoff.assign")] == [("ana", "ben")]
    assert "For Chris" in await answer(house, "/mine", "ben")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("@lea", "That person may not decide this request, so nothing changed."),
        ("@olga", "That person may not decide this request, so nothing changed."),
        ("@nobody", "I know nobody named @nobody. These may decide this request: Ana (@ana), Ben (@ben), "
         "Max (@max), Max (@max2)"),
        ("", "Please write it like this: /assign ID @NAME. /pending lists the ids."),
    ],
)  # fmt: skip
async def test_only_who_may_decide_a_request_gets_it(open_house: OpenHouse, name: str, told: str) -> None:
    house, card = await a_card(open_house, TEAM)
    assert await answer(house, f"/assign {card['short_id']} {name}") == told
    assert house.audit("handoff.assign") == []


async def test_nobody_gets_their_own_request(open_house: OpenHouse) -> None:
    house = await open_house(asking())
    await house.hear("money please", "ana")
    short = (await house.card("For Ana"))["short_id"]
    told = "That person may not decide this request, so nothing changed."
    assert await answer(house, f"/assign {short} @ana", "ben") == told
    assert await answer(house, f"/assign {short} @ben", "ben") == "Ben looks after this now."


async def test_a_name_of_several_people_is_asked_back(open_house: OpenHouse) -> None:
    config = TEAM.replace("[people.max]\n", "[people.max1]\n").replace('"max", ', '"max1", ', 1)
    house, card = await a_card(open_house, config)
    told = await answer(house, f"/assign {card['short_id']} max")
    assert told.startswith("Several people are named max; please write the word behind the @: ")
    assert await answer(house, f"/assign {card['short_id']} max2") == "Max looks after this now."


async def test_snooze_puts_reminders_off_for_all(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house, remind="1h")
    assert (await answer(house, f"/snooze {card['short_id']} 2h")).startswith("You are all reminded of it at ")
    await house.advance(minutes=90)
    await house.quiet()
    assert not [text for text in await house.texts("ana") if "waiting for a decision" in text]
    await house.advance(minutes=31)
    await house.sees("A request is waiting for a decision:*", "ana")


@pytest.mark.parametrize(
    ("span", "told"),
    [
        ("", "Please write it like this: /snooze ID 2h, with*"),
        ("tomorrow", "Please write it like this: /snooze ID 2h, with*"),
        ("0h", "Please write it like this: /snooze ID 2h, with*"),
        ("31d", "That is too long: 1 month at the most."),
        ("999999999d", "That is too long: 1 month at the most."),
    ],
)
async def test_a_snooze_has_a_length(open_house: OpenHouse, span: str, told: str) -> None:
    house, card = await a_card(open_house)
    assert (await answer(house, f"/snooze {card['short_id']} {span}")).startswith(told.rstrip("*"))
    assert house.audit("handoff.snooze") == []


async def test_undo_takes_an_approval_back_while_there_is_time(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house, undo="10m")
    short = card["short_id"]
    assert await answer(house, f"/undo {short}", "ben") == f"{short} is not decided yet, so there is nothing to undo."
    await house.tap("ana", "Approve")
    assert await answer(house, f"/undo {short}", "ben") == "The request is open again."
    assert (await house.card("For Chris"))["state"] == "pending"
    await house.tap("ana", "Approve")
    await house.advance(minutes=11)
    await house.sees("Paid.")
    assert (await answer(house, f"/undo {short}")).startswith("Already approved by Ana at ")


async def test_what_changes_something_is_answered_in_the_commit_that_changes_it(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house, undo="10m", fields=[{"variable": "message"}])
    short, alone = card["short_id"], []

    async def answered(inbox_id: int, effects: object = ()) -> None:
        alone.append(inbox_id)

    house.app.store.answered = answered  # type: ignore[method-assign]
    for command in (f"/claim {short}", f"/assign {short} ben", f"/snooze {short} 2h", f"/release {short}",
                    f"/edit {short} message bye", f"/approve {short}.1", f"/undo {short}"):  # fmt: skip
        await answer(house, command)
    assert alone == []


EACH = ["/claim {id}", "/release {id}", "/assign {id} @ben", "/snooze {id} 2h", "/undo {id}", "/edit {id} x 5"]


@pytest.mark.parametrize("command", EACH)
async def test_commands_are_refused_in_words(open_house: OpenHouse, command: str) -> None:
    house, card = await a_card(open_house)
    name, short = command.split()[0], card["short_id"]
    for stranger in ("otto", "chris"):
        await house.say(command.format(id=short), stranger)
        await house.sees(f"Only reviewers can use {name}.", stranger)
    for other in ("lea", "olga"):  # reviewers, but not of this request
        assert await answer(house, command.format(id=short), other) == (
            f"There is no request {short} that you may see."
        )
    assert (await answer(house, name)).startswith("Please write it like this: " + name)
    assert (await answer(house, command.format(id="ab"))).startswith("Please write it like this: " + name)
    assert await answer(house, command.format(id="zzzz")) == "There is no request zzzz that you may see."
    assert await answer(house, command.format(id="'; --")) != ""
    await house.tap("ana", "Reject", await house.card("For Chris"))
    await house.say("no", "ana")
    await house.sees("Not paid.")
    await house.quiet()
    assert (await answer(house, command.format(id=short))).startswith("Already rejected by Ana at ")
    assert (await house.card("For Chris"))["state"] == "rejected"


async def test_an_ambiguous_id_is_asked_back(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house)
    twin = card["handoff"][:5] + "2" * 21
    await house.app.store._run(_copied(card["handoff"], twin))  # type: ignore[attr-defined]
    told = await answer(house, f"/claim {card['handoff'][:4]}")
    assert told.startswith(f"{card['handoff'][:4]} could be any of these; please write more of it: ")
    assert await answer(house, f"/claim {card['handoff']}") == "You look after this now. Others may still decide."


# --- what waits --------------------------------------------------------------------------------------------------


async def several(house: House, count: int, first: int = 0) -> list[str]:
    """Have so many people ask; answers the ids of their requests, oldest first."""
    for number in range(first, first + count):
        await house.hear("money", f"user{number:03}")
        await house.quiet()
    return [item["body"]["short_id"] for item in await house.cards()][first:]


async def test_pages_of_ten_with_the_way_to_the_next(open_house: OpenHouse) -> None:
    house = await open_house(asking())
    ids = await several(house, PAGE + 3)
    first = (await answer(house, "/pending")).splitlines()
    assert first[0] == "13 requests wait for a decision:"
    assert [line.split(" · ")[0] for line in first[1:-1]] == ids[:PAGE]
    assert first[-1] == "Page 1 of 2. Next: /pending 2"
    second = (await answer(house, "/pending unclaimed page 2")).splitlines()
    assert [line.split(" · ")[0] for line in second[1:-1]] == ids[PAGE:]
    assert second[-1] == "Page 2 of 2. This is the last one; from the beginning: /pending unclaimed 1"
    assert (await answer(house, "/pending 99")).splitlines()[1:] == (await answer(house, "/pending 2")).splitlines()[1:]


async def test_filters_narrow_the_list(open_house: OpenHouse) -> None:
    other = '[bots.legalese]\nname = "Legalese"\nworkflow = "workflow.json"\nteam = "finance"\n'
    house = await open_house(asking(), CONFIG + other)
    old, claimed = await several(house, 2)
    await house.advance(hours=3)
    await house.sees("2 requests are waiting*", "ana")
    [new] = await several(house, 1, first=2)
    await answer(house, f"/claim {claimed}", "ben")

    async def listed(filters: str, who: str = "ana") -> list[str]:
        lines = (await answer(house, f"/pending {filters}", who)).splitlines()
        return [line.split(" · ")[0] for line in lines if " · " in line]

    assert await listed("") == [old, claimed, new]
    assert await listed("older:2h") == [old, claimed]
    assert await listed("older 2h unclaimed") == [old]
    assert await listed("mine", "ben") == [claimed]
    assert await listed("team:FINANCE bot:refunds") == [old, claimed, new]
    assert await listed("team:legal") == await listed("bot:legalese") == await listed("bulk") == []


@pytest.mark.parametrize("filters", ["everything", "bot:nobody", "team:nobody", "older:soon", "0", "mine mine"])
async def test_an_unknown_filter_is_answered_with_the_forms(open_house: OpenHouse, filters: str) -> None:
    house, _ = await a_card(open_house)
    told = await answer(house, f"/pending {filters}")
    assert told.startswith("I do not understand “")
    for form in ("bot:NAME", "team:NAME", "mine", "unclaimed", "bulk", "older:2h", "/pending team:finance older:2h"):
        assert form in told


async def test_many_requests_of_others_hide_none_of_ones_own(open_house: OpenHouse) -> None:
    """A reviewer of law finds the one request for law behind hundreds about money."""
    house, card = await a_card(open_house)
    await house.app.store._run(_many(card["handoff"], 450))  # type: ignore[attr-defined]
    await house.app.store._run(_for_law(card["handoff"]))  # type: ignore[attr-defined]
    told = await answer(house, "/pending", "lea")
    assert told.splitlines()[0] == "One request waits for a decision:"
    assert card["short_id"] in told
    told = await answer(house, "/pending", "ana")
    assert told.splitlines()[0] == "450 requests wait for a decision:"
    assert await answer(house, "/pending", "olga") == "Nothing waits for a decision."


async def test_a_request_waits_also_for_the_team_of_a_later_step(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house, chain=[{"of": "finance"}, {"of": "legal"}])
    assert await answer(house, "/pending", "lea") == "Nothing waits for a decision."
    await house.tap("ana", "Approve")
    assert card["short_id"] in await answer(house, "/pending", "lea")
    assert card["short_id"] in await answer(house, "/pending team:legal", "ana")


async def test_what_is_hidden_on_the_card_is_hidden_in_the_list(open_house: OpenHouse) -> None:
    house = await open_house(asking(reason="For {{user_name}}: {{message}}", secret=["message"]))
    await house.say("my-secret-word")
    await house.card()
    assert "For Chris: hidden" in await answer(house, "/pending")


def _copied(handoff: str, twin: str) -> Transaction[None]:
    columns = (
        "run_id, conversation_id, bot, node, token, kind, team, state, question, places, requester, opened_at, due_at"
    )
    yield Sql(f"INSERT INTO handoff (id, {columns}) SELECT ?, {columns} FROM handoff WHERE id = ?", (twin, handoff))


def _many(handoff: str, count: int) -> Transaction[None]:
    for number in range(count):
        yield from _copied(handoff, f"{number:026}")


def _for_law(handoff: str) -> Transaction[None]:
    yield Sql("UPDATE handoff SET team = 'legal', opened_at = opened_at + 1000000 WHERE id = ?", (handoff,))


# --- several at once ---------------------------------------------------------------------------------------------


async def test_several_are_approved_by_one_command(open_house: OpenHouse) -> None:
    house = await open_house(asking(bulk=True))
    ids = await several(house, 3)
    listed = await answer(house, "/pending")
    assert listed.count("⧉") == 4
    assert listed.splitlines()[-1] == f"⧉ may be decided together: /approve {' '.join(ids)}"
    await house.tap("ben", "Approve", (await house.cards())[0]["body"])
    await house.quiet()
    told = (await answer(house, f"/approve {' '.join(ids)} {ids[1]} zz99zz")).splitlines()
    assert told[0].startswith(f"{ids[0]}: Already approved by Ben at ")
    assert told[1:] == [
        f"{ids[1]}: Approved.",
        f"{ids[2]}: Approved.",
        "zz99zz: There is no request zz99zz that you may see.",
    ]
    await house.quiet()
    assert [card["body"]["state"] for card in await house.cards()] == ["approved"] * 3
    assert len(house.tools.calls("stripe__create_refund")) == 3
    assert [actor for actor, _ in house.audit("handoff.approved")] == ["ben", "ana", "ana"]
    assert house.rows("SELECT COUNT(*) FROM decision") == [(3,)]


async def test_several_are_rejected_with_one_reason(open_house: OpenHouse) -> None:
    house = await open_house(asking(bulk=True, requireReason="reject"))
    ids = await several(house, 2)
    told = await answer(house, f"/reject {' '.join(ids)}")
    assert told.count("A reason is required here, and nothing was decided yet.") == 2
    told = await answer(house, f"/reject {' '.join(ids)} asked for twice")
    assert told.splitlines() == [f"{id}: Rejected, with your reason." for id in ids]
    assert {detail["reason"] for _, detail in house.audit("handoff.rejected")} == {"asked for twice"}


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"bulk": True, "requireReason": "always"},
        {"bulk": True, "confirmByCode": True},
        {"bulk": True, "fields": [{"variable": "message"}]},
        {"bulk": True, "options": [{"id": "yes", "label": "Yes"}, {"id": "no", "label": "No"}]},
    ],
)
async def test_what_must_be_looked_at_alone_is_left_as_it_is(open_house: OpenHouse, data: Mapping[str, Any]) -> None:
    workflow = json.loads(asking(**data))
    if "options" in data:
        workflow["edges"] = [edge for edge in workflow["edges"] if edge["source"] != "ask"] + [
            {"source": "ask", "sourceHandle": handle, "target": "no"} for handle in ("yes", "no", "timeout")
        ]
    house = await open_house(json.dumps(workflow))
    ids = await several(house, 2)
    assert "⧉" not in await answer(house, "/pending")
    told = await answer(house, f"/approve {' '.join(ids)}")
    assert told.splitlines() == [
        f"{id}: left as it is: it is decided alone, by /approve {id} or on its card." for id in ids
    ]
    assert [card["body"]["state"] for card in await house.cards()] == ["pending"] * 2
    assert house.tools.sent == []


async def test_of_several_only_those_are_decided_that_one_may_decide(open_house: OpenHouse) -> None:
    """Ana's own request, and one of another team, are among them."""
    house = await open_house(asking(bulk=True))
    await house.hear("money", "ana")
    await house.quiet()
    await several(house, 1, first=1)
    own, other = (item["body"]["short_id"] for item in await house.cards())
    told = await answer(house, f"/approve {own} {other}")
    assert told.splitlines() == [
        f"{own}: This is your own request: somebody else has to decide.",
        f"{other}: Approved.",
    ]
    assert [detail["refusal"] for _, detail in house.audit("decision.refused")] == ["own-request"]
    assert await answer(house, f"/approve {own} {other}", "lea") == f"There is no request {own} that you may see."


async def test_a_reason_is_no_list(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house, bulk=True)
    assert await answer(house, f"/reject {card['short_id']} order45678 was used") == "Rejected, with your reason."
    assert house.audit("handoff.rejected")[0][1]["reason"] == "order45678 was used"


async def test_more_than_twenty_at_once_are_none(open_house: OpenHouse) -> None:
    house, card = await a_card(open_house, bulk=True)
    await house.app.store._run(_many(card["handoff"], 21))  # type: ignore[attr-defined]
    ids = " ".join(f"{number:026}" for number in range(21))
    assert await answer(house, f"/approve {ids}") == "Nothing was decided: 20 requests at a time are the most."
    assert house.rows("SELECT COUNT(*) FROM decision") == [(0,)]
