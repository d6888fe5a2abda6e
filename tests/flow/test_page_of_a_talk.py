"""What the page can carry, through the whole application and its database."""

import secrets
from typing import Any

from bot.app import App
from channels.base import MessageRef
from channels.views import Attachment, TextView
from channels.web.playground import Playground
from tests.fakes.stage import CARD
from tests.flow.house import House


def playground(app: App) -> Playground:
    """The page's channel."""
    channel = app.channels["play"]
    assert isinstance(channel, Playground)
    return channel


async def upload(house: House, name: str, data: bytes) -> dict[str, Any]:
    """Upload a file as the page does."""
    assert house.app.server
    address = house.app.server.address
    url, query = f"{address}/play/files", {"id": secrets.token_hex(8), "name": name}
    async with house.http.post(url, params=query, data=data, headers={"Origin": address}) as response:
        return dict(await response.json())


async def test_a_file_of_the_customer_reaches_those_who_decide(house: House) -> None:
    await house.say("I want a refund")
    await house.verify()
    await house.sees("I have escalated*")
    file = await upload(house, "leg.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    said = {"side": "customer", "who": "chris", "text": "", "id": "message-with-file", "files": [file["id"]]}
    await house.post("say", said)

    async def look() -> Any:
        return [item for item in await house.items("text", "play:review") if item["body"].get("files")]

    [shown] = await house.until(look, lambda: house.items("text", "play:review"), "the file")
    assert shown["body"]["files"] == [file]
    attached = Attachment("play", "default", file["id"])
    assert await playground(house.app).fetch(attached) == b"\x89PNG\r\n\x1a\n" + bytes(range(256))


async def test_an_edit_changes_the_page_and_starts_nothing(house: House) -> None:
    item = (await house.say("I want a refund"))["item"]
    await house.sees("*e-mail address*")
    before = await house.texts()
    edit = {"side": "customer", "who": "chris", "text": "I want my money back", "id": "edit-of-it", "edits": item}
    assert (await house.post("say", edit))["new"] is True
    await house.quiet()
    [said] = await house.items("said")
    assert (said["body"]["text"], said["body"]["edited"]) == ("I want my money back", "edit-of-it")
    assert await house.texts() == before


async def test_a_room_and_a_text_that_changes_stand_in_the_database(house: House) -> None:
    page = playground(house.app)
    card = await page.post_card("play:review", CARD, "c1")
    room = await page.open_room("play:review", card, "Talk with Chris", "r1")
    ref = await page.post_text(room, TextView("Seen"), "t1")
    await page.edit_text(room, ref, TextView("Done"))
    assert await page.open_room("play:review", card, "Talk with Chris", "r2") == room
    await page.close_room(room)
    [stands] = await house.items("room")
    assert (stands["place"], stands["body"]["open"]) == (room, False)
    assert await house.texts_at(room) == ["Done"]
    assert await page.open_room("play:review", MessageRef("99"), "Another", "r3") != room
