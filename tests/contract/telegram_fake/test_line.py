"""Files, menus, floods, the document, and trouble on the line."""

import asyncio
import json
from typing import Any

import aiohttp
import pytest

from tests.contract.telegram_fake.ground import YES, Plain
from tests.fakes.telegram.chats import Chat
from tests.fakes.telegram.fake import TelegramFake, telegram_fake
from tests.fakes.telegram.people import Person

# --- files


async def send(plain: Plain, method: str, name: str, data: bytes, **fields: str) -> dict[str, Any]:
    form = aiohttp.FormData({"chat_id": "1001", **fields})
    form.add_field(name, data, filename="r.pdf", content_type="application/pdf")
    async with plain.session.post(f"{plain.fake.address}/bot{plain.fake.token}/{method}", data=form) as response:
        body: dict[str, Any] = await response.json()
        return body


async def test_files(plain: Plain, fake: TelegramFake, ana: Person) -> None:
    body = await send(plain, "sendDocument", "x", b"%PDF-1", document="attach://x", caption="c" * 1024)
    document = body["result"]["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == ("r.pdf", "application/pdf", 6)
    found = await plain.does("getFile", file_id=document["file_id"])
    async with plain.session.get(f"{fake.address}/file/bot{fake.token}/{found['file_path']}") as response:
        assert await response.read() == b"%PDF-1"
    async with plain.session.get(f"{fake.address}/file/bot{fake.token}/documents/none") as response:
        assert response.status == 404
    assert (await send(plain, "sendDocument", "document", b"%PDF-1"))["ok"], "the part may be the parameter itself"
    assert await plain.does("sendDocument", chat_id=1001, document=document["file_id"])


async def test_albums(plain: Plain, fake: TelegramFake, ana: Person) -> None:
    photos = [(await ana.sends_photo(fake.bot)).media["photo"][0]["file_id"] for _ in range(11)]
    items = [{"type": "photo", "media": photo} for photo in photos]
    broken = [items[0], {"type": "photo", "media": "nonsense"}]
    before = len(ana.chat(fake.bot).live())
    for media, why in (
        (items, "too many messages to send as an album"),
        (items[:1], "there are no messages to send"),
        (broken, "failed to send message #2 with the error message \"wrong remote file identifier specified: can't "),
    ):
        assert (await plain.refused("sendMediaGroup", chat_id=1001, media=media)).startswith(why)
    assert len(ana.chat(fake.bot).live()) == before, "either all are posted or none"
    first, second = await plain.does("sendMediaGroup", chat_id=1001, media=[{**items[0], "caption": "Two"}, items[1]])
    assert first["media_group_id"] == second["media_group_id"] and (first["caption"], "caption" in second) == (
        "Two",
        False,
    )


async def test_files_that_are_refused(plain: Plain, fake: TelegramFake, ana: Person) -> None:
    async def why(method: str, data: bytes, **fields: str) -> tuple[int, str]:
        body = await send(plain, method, "x", data, **fields)
        return body["error_code"], body["description"]

    fake.limits.upload, fake.limits.photo, fake.limits.download = 100, 10, 50
    document = {"document": "attach://x"}
    assert await why("sendDocument", b"", **document) == (400, "Bad Request: file must be non-empty")
    assert await why("sendDocument", b"x" * 101, **document) == (413, "Request Entity Too Large")
    assert (await why("sendDocument", b"x", **document, caption="c" * 1025))[1].endswith("caption is too long")
    assert (await why("sendDocument", b"x", document="attach://y"))[1].endswith("there is no document in the request")
    assert "too big for a photo" in (await why("sendPhoto", b"x" * 11, photo="attach://x"))[1]
    photo = (await send(plain, "sendPhoto", "x", b"\xff\xd8\xff", photo="attach://x"))["result"]["photo"][0]["file_id"]
    assert (
        await plain.refused("sendDocument", chat_id=1001, document=photo) == "can't use file of type Photo as Document"
    )
    unknown = "wrong remote file identifier specified: can't unserialize it"
    assert await plain.refused("sendDocument", chat_id=1001, document="nonsense") == unknown
    assert await plain.refused("getFile", file_id="nonsense") == "invalid file_id"
    large = await ana.sends_document(fake.bot, size=51)
    assert await plain.refused("getFile", file_id=large.media["document"]["file_id"]) == "file is too big"
    voice = await ana.sends_voice(fake.bot)
    assert (await plain.updates(offset=-1))[0]["message"]["voice"] == voice.media["voice"]


# --- menus


@pytest.mark.parametrize(
    ("command", "description", "why"),
    [
        ("Status", "d", "BOT_COMMAND_INVALID"),
        ("état", "d", "BOT_COMMAND_INVALID"),
        ("/", "d", "command must be non-empty"),
        ("x" * 33, "d", "command length must not exceed 32"),
        ("x", " ", "command description must be non-empty"),
        ("x", "d" * 257, "command description length must not exceed 256"),
    ],
)
async def test_a_command_is_refused(plain: Plain, command: str, description: str, why: str) -> None:
    commands = [{"command": command, "description": description}]
    assert await plain.refused("setMyCommands", commands=commands) == why


async def test_menus(plain: Plain, fake: TelegramFake, ana: Person, team: Chat) -> None:
    commands = [{"command": "/status", "description": " Where it stands "}]
    scope = {"type": "chat_administrators", "chat_id": team.id}
    assert await plain.does("setMyCommands", commands=commands, scope=scope, language_code="de")
    assert fake.menu(scope, "de") == ["status"]
    assert fake.menu(language="de") == fake.menu() == []
    kept = await plain.does("getMyCommands", scope=scope, language_code="de")
    assert kept == [{"command": "status", "description": "Where it stands"}]
    assert await plain.does("deleteMyCommands", scope=scope, language_code="de")
    assert await plain.does("getMyCommands", scope=scope, language_code="de") == []
    many = [{"command": f"c{n}", "description": "d"} for n in range(101)]
    assert await plain.refused("setMyCommands", commands=many) == "BOT_COMMANDS_TOO_MUCH"
    assert await plain.refused("setMyCommands", commands=[], language_code="de-DE") == "invalid language code specified"
    nowhere = {"type": "chat", "chat_id": 55}
    assert await plain.refused("setMyCommands", commands=[], scope=nowhere) == "chat not found"
    channel = {"type": "chat", "chat_id": fake.channel("News", ana).id}
    assert "channel" in await plain.refused("setMyCommands", commands=[], scope=channel)
    assert await plain.does("setMyDescription", description="Refunds", language_code="de")
    assert await plain.does("getMyDescription", language_code="de") == {"description": "Refunds"}
    assert await plain.refused("setMyName", name="x" * 65) == "name is too long"


# --- floods


async def test_one_message_a_second_per_chat(plain: Plain, fake: TelegramFake, ana: Person) -> None:
    fake.limits.floods, fake.limits.burst = True, 2
    sent = await plain.does("sendMessage", chat_id=1001, text="a")
    await plain.does("editMessageText", chat_id=1001, message_id=sent["message_id"], text="b")
    body = await plain.ask("sendMessage", chat_id=1001, text="c")
    assert body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    assert fake.limits.refused == 1
    plain.clock.passes(1)
    assert await plain.does("sendMessage", chat_id=1001, text="c")


async def test_twenty_a_minute_per_group(plain: Plain, fake: TelegramFake, team: Chat) -> None:
    fake.limits.floods = True
    for _ in range(20):
        await plain.does("sendMessage", chat_id=team.id, text="a")
        plain.clock.passes(1)
    assert (await plain.ask("sendMessage", chat_id=team.id, text="a"))["parameters"] == {"retry_after": 40}
    plain.clock.passes(40)
    assert await plain.does("sendMessage", chat_id=team.id, text="a")


async def test_thirty_a_second_over_all(plain: Plain, fake: TelegramFake) -> None:
    fake.limits.floods = True
    people = [fake.user(2000 + n) for n in range(31)]
    for person in people:
        await person.starts(fake.bot)
    for person in people[:30]:
        await plain.does("sendMessage", chat_id=person.id, text="a")
    assert (await plain.ask("sendMessage", chat_id=people[30].id, text="a"))["error_code"] == 429


# --- the document


async def test_what_the_document_does_not_know_is_refused_and_noted(plain: Plain, fake: TelegramFake) -> None:
    if not fake.world.schema.present:
        pytest.skip(
            "the Bot API's document is not here: put it into ../shared/data or name its folder in PLATFORM_DATA"
        )
    await plain.refused("sendHologram", chat_id=1)
    await plain.refused("sendMessage", chat_id=1, text="a", hologram=1)
    await plain.refused("sendMessage", chat_id=1, text=7)
    await plain.refused("sendMessage", chat_id=1, text="a", reply_markup={"inline_keyboard": [[{"txt": "a"}]]})
    assert await plain.refused("sendMessage", text="a") == "chat_id is empty"
    await plain.refused("setMyCommands", commands=[], scope={"type": "chat"})
    await plain.refused("sendDice", chat_id=1)
    assert fake.violations == [
        "sendHologram: no such method",
        "sendMessage: no parameter 'hologram'",
        "sendMessage.text: 7 is not String",
        "sendMessage.reply_markup.inline_keyboard[0][0]: no field 'txt'",
        "sendMessage.reply_markup.inline_keyboard[0][0]: 'text' is missing",
        "sendMessage: 'chat_id' is required",
        "setMyCommands.scope: 'chat_id' is missing",
        "sendDice: the fake does not model it",
    ]
    fake.violations.clear()


async def test_what_the_fake_says_is_held_against_the_document(fake: TelegramFake, ana: Person, team: Chat) -> None:
    schema = fake.world.schema
    if not schema.present:
        pytest.skip("the Bot API's document is not here")
    member = team.members[1001].wire("supergroup")
    assert schema.answer("getChatMember", member) == []
    assert schema.answer("getChatMember", member | {"status": "member"}) != []
    del member["is_anonymous"]
    assert schema.answer("getChatMember", member) == ["getChatMember: 'is_anonymous' is missing"]
    fake.world.tell(fake.bot, "message", {"message_id": "1"}, "x")
    assert [problem.partition(": ")[0] for problem in fake.violations] == ["update message.message.message_id"] + [
        "update message.message"
    ] * 2
    fake.violations.clear()


async def test_a_test_fails_by_a_violation() -> None:
    with pytest.raises(AssertionError, match="something undocumented"):
        async with telegram_fake() as fake:
            fake.world.violate(["something undocumented"])


async def test_forms_mean_the_same_as_json(plain: Plain, fake: TelegramFake, ana: Person) -> None:
    form = {"chat_id": "1001", "text": "12", "disable_notification": "true", "reply_markup": json.dumps(YES)}
    url = f"{fake.address}/bot{fake.token}/sendMessage"
    async with plain.session.post(url, data=form) as response:
        assert (await response.json())["result"]["reply_markup"] == YES
    assert fake.called("sendMessage")[0].params["disable_notification"] is True
    async with plain.session.get(url, params={"chat_id": "1001", "text": "13"}) as response:
        assert (await response.json())["ok"]
    async with plain.session.post(url, data=b"{", headers={"Content-Type": "application/json"}) as response:
        assert response.status == 400
    assert [call.ok for call in fake.calls] == [True, True, False]


# --- trouble


async def test_faults(plain: Plain, fake: TelegramFake, ana: Person) -> None:
    chat = fake.world.private(fake.bot, ana.user)
    say = {"chat_id": 1001, "text": "a"}
    fake.faults.drop_before("sendMessage")
    fake.faults.drop_after("sendMessage")
    for arrived in (1, 2):
        with pytest.raises(aiohttp.ClientError):
            await plain.ask("sendMessage", **say)
        assert len(chat.live()) == arrived, "only the second call was carried out"
    fake.faults.status(502, times=2)
    assert [(await plain.ask("getMe"))["error_code"] for _ in range(2)] == [502, 502]
    fake.faults.flood(7, "sendMessage")
    assert (await plain.ask("sendMessage", **say))["parameters"] == {"retry_after": 7}
    fake.faults.conflict()
    assert (await plain.ask("getUpdates"))["error_code"] == 409
    fake.faults.broken_json("getMe")
    with pytest.raises(ValueError, match="Expecting"):
        await plain.ask("getMe")
    fake.faults.gateway("sendMessage")
    with pytest.raises(aiohttp.ContentTypeError):
        await plain.ask("sendMessage", **say)
    assert len(chat.live()) == 3
    fake.faults.hang("getMe")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(plain.ask("getMe"), 0.1)
    fake.faults.hang()
    fake.faults.clear()
    assert await plain.does("getMe")
    assert fake.faults.met == 9
    said = [(call.fault, call.answer is not None) for call in fake.called("sendMessage")]
    assert said == [("before", False), ("after", True), ("flood", True), ("gateway", True)]


async def test_strange_updates(plain: Plain, fake: TelegramFake, ana: Person, team: Chat) -> None:
    ids = [fake.strange_update(), fake.undecodable_update(team), fake.newer_update(ana, "hi")]
    told = (await plain.updates())[-3:]
    assert [update["update_id"] for update in told] == ids
    assert "can_send_welcome_messages" not in told[1]["my_chat_member"]["new_chat_member"]
    assert told[2]["message"]["hologram"] == {"shape": "cube"}
