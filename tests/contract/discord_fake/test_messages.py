"""What Discord takes, refuses and does with messages."""

import aiohttp
import pytest

from tests.contract.discord_fake.ground import CARD, V2, Office, Plain, button, row, text
from tests.fakes.discord.fake import DiscordFake
from tests.fakes.discord.rights import Right

LEGACY = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"


async def test_a_message_is_posted_read_edited_and_deleted(plain: Plain, office: Office) -> None:
    made = await plain.posts(office.desk, content="one", components=CARD)
    where = f"/channels/{office.desk.id}/messages/{made['id']}"
    assert (await plain.does("GET", where))["content"] == "one"
    plain.clock.passes(5)
    edited = await plain.does("PATCH", where, {"content": "two", "components": []})
    assert (edited["content"], edited["components"]) == ("two", [])
    assert edited["edited_timestamp"] > edited["timestamp"]
    seen = await office.ana.sees(office.desk, "two")
    assert [version.buttons for version in seen.history] == [("Approve", "Reject"), ()]
    assert (await plain.ask("DELETE", where))[0] == 204
    assert await plain.refused("PATCH", where, {"content": "three"}) == (404, 10008)


async def test_history_is_read_newest_first(plain: Plain, office: Office) -> None:
    ids = [(await plain.posts(office.desk, content=str(number)))["id"] for number in range(4)]
    where = f"/channels/{office.desk.id}/messages"
    assert [one["id"] for one in await plain.does("GET", f"{where}?limit=2")] == [ids[3], ids[2]]
    assert [one["id"] for one in await plain.does("GET", f"{where}?before={ids[2]}&limit=1")] == [ids[1]]
    assert [one["id"] for one in await plain.does("GET", f"{where}?after={ids[0]}&limit=1")] == [ids[1]]
    assert (await plain.wrong("GET", f"{where}?limit=101", None)) == {"limit": "NUMBER_TYPE_MAX"}


@pytest.mark.parametrize(
    ("body", "where", "code"),
    [
        ({"content": "x" * 2001}, "content", "BASE_TYPE_MAX_LENGTH"),
        ({"content": "😀" * 1001}, "content", "BASE_TYPE_MAX_LENGTH"),
        ({"embeds": [{"title": "x" * 257}]}, "embeds.0.title", "BASE_TYPE_MAX_LENGTH"),
        ({"embeds": [{"description": "x" * 4097}]}, "embeds.0.description", "BASE_TYPE_MAX_LENGTH"),
        ({"embeds": [{"description": "x" * 3001}] * 2}, "embeds", "MAX_EMBED_SIZE_EXCEEDED"),
        ({"embeds": [{"fields": [{"name": "a", "value": "b"}] * 26}]}, "embeds.0.fields", "BASE_TYPE_MAX_LENGTH"),
        ({"embeds": [{"fields": [{"name": "a", "value": " "}]}]}, "embeds.0.fields.0.value", "BASE_TYPE_REQUIRED"),
        ({"content": "x", "nonce": "n" * 26}, "nonce", "BASE_TYPE_MAX_LENGTH"),
        (
            {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1001"]}},
            "allowed_mentions",
            "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
        ),
        ({"content": "x", "flags": V2, "components": [text("y")]}, "content", LEGACY),
        ({"embeds": [{"title": "x"}], "flags": V2, "components": [text("y")]}, "embeds", LEGACY),
        ({"content": "x", "components": [text("y")]}, "components.0", "UNION_TYPE_CHOICES"),
        (
            {"flags": V2, "components": [text("y" * 2001), text("y" * 2000)]},
            "components",
            "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
        ),
        (
            {"flags": V2, "components": [{"type": 17, "components": [text("y")] * 40}]},
            "components",
            "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
        ),
    ],
)
async def test_what_is_too_much(plain: Plain, office: Office, body: object, where: str, code: str) -> None:
    found = await plain.wrong("POST", f"/channels/{office.desk.id}/messages", body)
    assert found == {where: code}
    assert plain.fake.violations == []


@pytest.mark.parametrize(
    ("components", "where", "code"),
    [
        ([row(button("A", "x" * 101))], "0.components.0.custom_id", "BASE_TYPE_BAD_LENGTH"),
        ([row(button("x" * 81, "a"))], "0.components.0.label", "BASE_TYPE_MAX_LENGTH"),
        ([row(button("A"), button("A"))], "0.components.1.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED"),
        ([row(*(button(str(n)) for n in range(6)))], "0.components", "BASE_TYPE_BAD_LENGTH"),
        ([row(button(str(n))) for n in range(6)], "", "BASE_TYPE_BAD_LENGTH"),
        (
            [row({"type": 2, "style": 5, "label": "A"})],
            "0.components.0.url",
            "BUTTON_COMPONENT_URL_REQUIRED",
        ),
        (
            [row({"type": 2, "style": 1, "label": "A"})],
            "0.components.0.custom_id",
            "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED",
        ),
        (
            [row({"type": 3, "custom_id": "s", "options": [{"label": "a", "value": "v"}] * 2})],
            "0.components.0.options.1.value",
            "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        ),
    ],
)
async def test_components_that_are_refused(
    plain: Plain, office: Office, components: list[object], where: str, code: str
) -> None:
    body = {"content": "x", "components": components}
    found = await plain.wrong("POST", f"/channels/{office.desk.id}/messages", body)
    assert found == {f"components.{where}".strip("."): code}


async def test_an_empty_message(plain: Plain, office: Office) -> None:
    where = f"/channels/{office.desk.id}/messages"
    assert await plain.refused("POST", where, {"content": " "}) == (400, 50006)
    assert await plain.refused("POST", where, {"components": CARD}) == (400, 50006)


async def test_a_message_stays_one_of_components(plain: Plain, office: Office) -> None:
    made = await plain.posts(office.desk, content="old")
    where = f"/channels/{office.desk.id}/messages/{made['id']}"
    assert await plain.wrong("PATCH", where, {"flags": V2, "components": [text("new")]}) == {"content": LEGACY}
    await plain.does("PATCH", where, {"flags": V2, "content": None, "components": [text("new")]})
    assert await plain.wrong("PATCH", where, {"content": "old"}) == {"content": LEGACY}
    await plain.does("PATCH", where, {"flags": 0, "components": [text("newer")]})
    assert (await office.ana.sees(office.desk, "newer")).flags & V2


async def test_a_nonce_gives_the_same_message_for_some_minutes(plain: Plain, office: Office) -> None:
    body = {"content": "once", "nonce": "n" * 25, "enforce_nonce": True}
    first = await plain.posts(office.desk, **body)
    assert (await plain.posts(office.desk, **body))["id"] == first["id"]
    plain.clock.passes(plain.fake.limits.nonce_life + 1)
    assert (await plain.posts(office.desk, **body))["id"] != first["id"]
    assert (await plain.posts(office.desk, content="x", nonce="n" * 25))["id"] != first["id"]


async def test_what_breaks_the_contract_is_a_violation(plain: Plain, office: Office) -> None:
    if not plain.fake.world.schema.present:
        pytest.skip("Discord's document is not here")
    where = f"/channels/{office.desk.id}/messages"
    assert await plain.wrong("POST", where, {"contents": "x"}) == {"contents": "UNKNOWN"}
    assert await plain.wrong("POST", where, {"content": 7}) == {"content": "STRING_TYPE_CONVERT"}
    assert await plain.wrong("POST", where, {"content": "x", "components": [{"type": 99}]}) == {
        "components.0.type": "BASE_TYPE_CHOICES"
    }
    assert await plain.refused("GET", "/channels") == (404, 0)
    assert await plain.refused("PUT", where, {}) == (405, 0)
    assert await plain.refused("GET", f"/channels/{office.desk.id}/invites") == (404, 0)
    assert len(plain.fake.violations) == 6
    plain.fake.violations.clear()


async def test_who_is_notified(plain: Plain, fake: DiscordFake, office: Office) -> None:
    team = fake.role(office.guild, "team", Right(0), office.ben)
    said = f"@everyone {office.ana.mention} {team.mention}"
    await plain.posts(office.desk, content=said)
    loud = await office.ana.sees(office.desk)
    assert loud.pinged == {1001, 1002}
    await plain.posts(office.desk, content=said, allowed_mentions={"parse": []})
    assert (await office.ana.sees(office.desk, after=loud)).pinged == set()
    await plain.posts(office.desk, content=said, allowed_mentions={"parse": [], "users": ["1001"]})
    assert (await office.ana.sees(office.desk)).pinged == {1001}
    await plain.posts(office.desk, flags=V2, components=[text(said)], allowed_mentions={"parse": ["roles"]})
    assert (await office.ana.sees(office.desk)).pinged == {1002}
    fake.deny(office.desk, fake.bot, Right.MENTION_EVERYONE)
    await plain.posts(office.desk, content=said)
    assert (await office.ana.sees(office.desk)).pinged == {1001}


async def test_a_channel_out_of_reach(plain: Plain, fake: DiscordFake, office: Office) -> None:
    where = f"/channels/{office.desk.id}/messages"
    made = await plain.posts(office.desk, content="x")
    fake.deny(office.desk, fake.bot, Right.SEND_MESSAGES)
    assert await plain.refused("POST", where, {"content": "x"}) == (403, 50013)
    await plain.does("PATCH", f"{where}/{made['id']}", {"content": "still mine"})
    fake.deny(office.desk, fake.bot, Right.VIEW_CHANNEL)
    assert await plain.refused("POST", where, {"content": "x"}) == (403, 50001)
    fake.delete_channel(office.desk)
    assert await plain.refused("POST", where, {"content": "x"}) == (404, 10003)
    assert await plain.refused("POST", "/channels/77/messages", {"content": "x"}) == (404, 10003)


async def test_others_messages(plain: Plain, office: Office) -> None:
    theirs = await office.ana.says(office.desk, "mine")
    where = f"/channels/{office.desk.id}/messages/{theirs.id}"
    assert await plain.refused("PATCH", where, {"content": "x"}) == (403, 50005)
    assert await plain.refused("DELETE", where) == (403, 50013)


async def test_direct_messages(plain: Plain, fake: DiscordFake, office: Office) -> None:
    made = await plain.does("POST", "/users/@me/channels", {"recipient_id": "1001"})
    where = f"/channels/{made['id']}/messages"
    await plain.does("POST", where, {"content": "psst"})
    assert (await office.ana.sees(fake.bot, "psst")).channel.is_dm
    office.ana.user.dms_open = False
    assert await plain.refused("POST", where, {"content": "x"}) == (403, 50007)
    office.ana.user.dms_open = True
    fake.kick(office.guild, office.ana)
    assert await plain.refused("POST", where, {"content": "x"}) == (403, 50007)


async def test_old_messages_take_few_edits(plain: Plain, fake: DiscordFake, office: Office) -> None:
    fake.limits.old_edits = 1
    made = await plain.posts(office.desk, content="x")
    where = f"/channels/{office.desk.id}/messages/{made['id']}"
    plain.clock.passes(3601)
    await plain.does("PATCH", where, {"content": "y"})
    assert await plain.refused("PATCH", where, {"content": "z"}) == (429, 30046)


async def test_files(plain: Plain, fake: DiscordFake, office: Office) -> None:
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("payload_json", '{"content": "see", "attachments": [{"id": 0, "filename": "a.txt"}]}')
    form.add_field("files[0]", b"hello", filename="a.txt", content_type="text/plain")
    headers = {"Authorization": f"Bot {fake.token}"}
    where = f"{fake.address}/channels/{office.desk.id}/messages"
    async with plain.session.post(where, data=form, headers=headers) as response:
        made = await response.json()
    async with plain.session.get(made["attachments"][0]["url"]) as response:
        assert await response.read() == b"hello"
    kept = await plain.does("PATCH", f"/channels/{office.desk.id}/messages/{made['id']}", {"content": "seen"})
    assert len(kept["attachments"]) == 1
    bare = await plain.does("PATCH", f"/channels/{office.desk.id}/messages/{made['id']}", {"attachments": []})
    assert bare["attachments"] == []


async def test_a_reply(plain: Plain, office: Office) -> None:
    asked = await office.ben.says(office.desk, "may I?")
    made = await plain.posts(office.desk, content="yes", message_reference={"message_id": str(asked.id)})
    assert made["message_reference"]["message_id"] == str(asked.id)
    assert (await office.ben.sees(office.desk, "yes")).pinged == {1002}
    gone = {"content": "no", "message_reference": {"message_id": "5"}}
    found = await plain.wrong("POST", f"/channels/{office.desk.id}/messages", gone)
    assert found == {"message_reference": "REPLIES_UNKNOWN_MESSAGE"}
    where = f"/channels/{office.desk.id}/messages/{made['id']}"
    told = (await plain.does("GET", where))["referenced_message"]
    assert told["id"] == str(asked.id) and "referenced_message" not in told
    asked.deleted = True
    assert (await plain.does("GET", where))["referenced_message"] is None


async def test_a_request_is_not_larger_than_discord_takes(plain: Plain, fake: DiscordFake, office: Office) -> None:
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("payload_json", "{}")
    for number in range(3):
        form.add_field(f"files[{number}]", b"x" * (9 << 20), filename="a.txt", content_type="text/plain")
    headers = {"Authorization": f"Bot {fake.token}"}
    where = f"{fake.address}/channels/{office.desk.id}/messages"
    async with plain.session.post(where, data=form, headers=headers) as response:
        assert (response.status, (await response.json())["code"]) == (413, 40005)


async def test_a_preview_is_told_and_is_no_edit(plain: Plain, fake: DiscordFake, office: Office) -> None:
    said = await office.ben.says(office.desk, "see https://example.com")
    fake.unfurl(said)
    told = await plain.does("GET", f"/channels/{office.desk.id}/messages/{said.id}")
    assert told["embeds"] and told["edited_timestamp"] is None
