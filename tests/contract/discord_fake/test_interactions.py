"""Buttons, menus, forms and commands: who may answer, when, how often, and who sees it."""

from typing import Any

import pytest

from tests.contract.discord_fake.ground import CARD, EPHEMERAL, Office, Plain, button, row, text
from tests.fakes.discord.fake import DiscordFake
from tests.fakes.discord.messages import Message
from tests.fakes.discord.presses import Press

FORM = {
    "custom_id": "why",
    "title": "Reject",
    "components": [
        {"type": 18, "label": "Why", "component": {"type": 4, "style": 2, "custom_id": "reason", "max_length": 10}}
    ],
}
PENDING = {
    "name": "pending",
    "description": "What waits",
    "options": [
        {"type": 3, "name": "kind", "description": "Only these", "required": True, "autocomplete": True},
        {"type": 6, "name": "who", "description": "Only theirs"},
    ],
}


@pytest.fixture
async def card(plain: Plain, office: Office) -> Message:
    await plain.posts(office.desk, content="refund?", components=CARD)
    return await office.ana.sees(office.desk, "refund?", button="Approve")


def hook(fake: DiscordFake, press: Press, more: str = "") -> str:
    return f"/webhooks/{fake.bot.id}/{press.token}{more}"


async def test_a_press_is_answered_in_private(plain: Plain, office: Office, card: Message) -> None:
    press = office.ana.presses(card, "Approve")
    assert await plain.responds(press, 4, content="sure?", flags=EPHEMERAL, components=CARD) == (204, None)
    answer = await press.answer()
    assert (answer.kind, answer.text, answer.ephemeral) == ("message", "sure?", True)
    assert (await office.ana.sees(office.desk, "sure?")).only_for == office.ana.id
    with pytest.raises(AssertionError, match="does not see"):
        await office.ben.sees(office.desk, "sure?", within=0.05)
    assert answer.message is not None
    where = f"/channels/{office.desk.id}/messages/{answer.message.id}"
    assert await plain.refused("GET", where) == (404, 10008)


async def test_an_answer_comes_once(plain: Plain, office: Office, card: Message) -> None:
    press = office.ana.presses(card, "Approve")
    await plain.responds(press, 6)
    status, body = await plain.responds(press, 4, content="again")
    assert (status, body["code"]) == (400, 40060)


async def test_an_answer_comes_within_three_seconds(plain: Plain, office: Office, card: Message) -> None:
    press = office.ana.presses(card, "Approve")
    plain.clock.passes(3.1)
    answer = await press.answer()
    assert (answer.failed, answer.text) == (True, "This interaction failed")
    status, body = await plain.responds(press, 6)
    assert (status, body["code"]) == (404, 10062)


async def test_a_token_lives_for_fifteen_minutes(
    plain: Plain, fake: DiscordFake, office: Office, card: Message
) -> None:
    press = office.ana.presses(card, "Approve")
    assert await plain.refused("POST", hook(fake, press), {"content": "early"}) == (404, 10015)
    await plain.responds(press, 5, flags=EPHEMERAL)
    plain.clock.passes(899)
    await plain.does("PATCH", hook(fake, press, "/messages/@original"), {"content": "done"})
    plain.clock.passes(2)
    assert await plain.refused("POST", hook(fake, press), {"content": "late"}) == (401, 50027)
    assert await plain.refused("POST", hook(fake, press).replace(press.token, "x"), {"content": "y"}) == (404, 10015)


async def test_a_deferral_becomes_a_message(plain: Plain, fake: DiscordFake, office: Office, card: Message) -> None:
    press = office.ana.presses(card, "Approve")
    await plain.responds(press, 5)
    assert (await press.answer()).kind == "deferred"
    await plain.does("POST", f"{hook(fake, press)}?wait=true", {"content": "done"})
    assert (await press.outcome()).text == "done"
    more = await plain.does("POST", hook(fake, press), {"content": "by the way", "flags": EPHEMERAL})
    await plain.does("PATCH", hook(fake, press, f"/messages/{more['id']}"), {"content": "or not"})
    assert (await office.ana.sees(office.desk, "or not")).ephemeral
    await plain.ask("DELETE", hook(fake, press, f"/messages/{more['id']}"))
    assert await plain.refused("GET", hook(fake, press, f"/messages/{more['id']}")) == (404, 10008)


async def test_a_card_is_updated(plain: Plain, fake: DiscordFake, office: Office, card: Message) -> None:
    press = office.ana.presses(card, "Approve")
    await plain.responds(press, 7, content="approved", components=[])
    assert (await press.answer()).kind == "updated"
    assert (card.text, card.buttons) == ("approved", [])
    assert (await plain.does("GET", hook(fake, press, "/messages/@original")))["id"] == str(card.id)


async def test_a_form_is_filled_in(plain: Plain, office: Office, card: Message) -> None:
    press = office.ana.presses(card, "Reject")
    await plain.responds(press, 9, **FORM)
    modal = (await press.answer()).modal
    assert modal is not None
    with pytest.raises(AssertionError, match="must be filled in"):
        office.ana.submits(modal)
    with pytest.raises(AssertionError, match="0 to 10"):
        office.ana.submits(modal, {"Why": "x" * 11})
    sent = office.ana.submits(modal, {"Why": "late"})
    assert sent.data["components"][0]["component"]["value"] == "late"
    status, body = await plain.responds(sent, 9, **FORM)
    assert (status, body["errors"]["type"]["_errors"][0]["message"]) == (400, "Value must be one of (4, 5, 6, 7).")
    assert (await plain.responds(sent, 7, content="rejected: late", components=[]))[0] == 204
    assert (await sent.answer()).text == "rejected: late"


@pytest.mark.parametrize(
    ("change", "where", "code"),
    [
        ({"title": "x" * 46}, "data.title", "BASE_TYPE_BAD_LENGTH"),
        ({"components": []}, "data.components", "BASE_TYPE_BAD_LENGTH"),
        ({"components": [*FORM["components"]] * 2}, "data.components.1.component.custom_id", ""),
        ({"custom_id": "x" * 101}, "data.custom_id", "BASE_TYPE_BAD_LENGTH"),
    ],
)
async def test_forms_that_are_refused(
    plain: Plain, office: Office, card: Message, change: dict[str, Any], where: str, code: str
) -> None:
    press = office.ana.presses(card, "Reject")
    body = {"type": 9, "data": {**FORM, **change}}
    found = await plain.wrong("POST", f"/interactions/{press.id}/{press.token}/callback", body)
    assert found == {where: code or "COMPONENT_CUSTOM_ID_DUPLICATED"}
    assert (await plain.responds(press, 9, **FORM))[0] == 204


async def test_what_an_answer_may_not_be(plain: Plain, office: Office, card: Message) -> None:
    press = office.ana.presses(card, "Approve")
    assert (await plain.responds(press, 8, choices=[]))[0] == 400
    assert (await plain.responds(press, 4, content="x" * 2001))[0] == 400
    assert (await plain.responds(press, 4, content=""))[1]["code"] == 50006
    assert (await plain.responds(press, 4, content="at last"))[0] == 204


async def test_a_menu(plain: Plain, office: Office) -> None:
    options = [{"label": name, "value": name.lower()} for name in ("Fraud", "Late", "Other")]
    menu = {"type": 3, "custom_id": "why", "options": options, "max_values": 2}
    await plain.posts(office.desk, content="why?", components=[row(menu)])
    asked = await office.ana.sees(office.desk, "why?")
    assert office.ana.chooses(asked, "Fraud", "Other").data["values"] == ["fraud", "other"]
    with pytest.raises(AssertionError, match="choose"):
        office.ana.chooses(asked, "Fraud", "Late", "Other")


async def test_a_command(plain: Plain, fake: DiscordFake, office: Office) -> None:
    await plain.does("PUT", f"/applications/{fake.bot.id}/commands", [PENDING])
    typed = office.ana.types("/pending", office.desk, "kind", "ref")
    assert typed.data["options"] == [{"name": "kind", "type": 3, "value": "ref", "focused": True}]
    assert (await plain.responds(typed, 8, choices=[{"name": "Refund", "value": "refund"}]))[0] == 204
    assert (await typed.answer()).choices == [{"name": "Refund", "value": "refund"}]
    used = office.ana.uses("/pending", office.desk, kind="refund", who=office.ben)
    assert used.wire()["data"]["resolved"]["users"]["1002"]["global_name"] == "Ben"
    assert (await plain.responds(used, 6))[0] == 400
    assert (await plain.responds(used, 4, content=f"none, {office.ben.mention}"))[0] == 204
    answer = await used.answer()
    assert answer.message is not None
    assert answer.message.pinged == {1002}
    with pytest.raises(AssertionError, match="needs"):
        office.ana.uses("/pending", office.desk)
    with pytest.raises(AssertionError, match="not offered"):
        office.ana.uses("/other", office.desk)


async def test_who_presses_what(plain: Plain, fake: DiscordFake, office: Office, card: Message) -> None:
    hidden = fake.channel(office.guild, "hidden", only=(office.ana,))
    await plain.posts(hidden, content="secret", components=CARD)
    secret = await office.ana.sees(hidden, "secret")
    with pytest.raises(ValueError, match="may not"):
        office.ben.presses(secret, "Approve")
    with pytest.raises(AssertionError, match="0 buttons"):
        office.ana.presses(card, "Refund")
    forged = fake.forged_press(office.ben, card, "approve:all")
    assert forged.wire()["data"]["custom_id"] == "approve:all"
    assert forged.wire()["member"]["user"]["id"] == "1002"


async def test_components_in_a_container_can_be_pressed(plain: Plain, office: Office) -> None:
    inner = [text("refund $30"), {"type": 9, "components": [text("order 17")], "accessory": button("Open")}]
    await plain.posts(office.desk, flags=1 << 15, components=[{"type": 17, "components": [*inner, *CARD]}])
    seen = await office.ana.sees(office.desk, "order 17", button="Open")
    assert seen.buttons == ["Open", "Approve", "Reject"]
    assert office.ana.presses(seen, "Open").data["custom_id"] == "open"


async def test_with_response_tells_of_the_message(plain: Plain, office: Office, card: Message) -> None:
    press = office.ana.presses(card, "Approve")
    path = f"/interactions/{press.id}/{press.token}/callback?with_response=1"
    told = await plain.does("POST", path, {"type": 4, "data": {"content": "done"}})
    assert told["resource"]["message"]["content"] == "done"
    assert told["interaction"]["response_message_ephemeral"] is False
