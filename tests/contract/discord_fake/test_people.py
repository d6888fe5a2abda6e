"""What people can do with their hands, and what they cannot."""

import pytest

from tests.contract.discord_fake.ground import CARD, EPHEMERAL, Office, Plain
from tests.fakes.discord.fake import DiscordFake
from tests.fakes.discord.rights import Right


async def test_people_write_edit_and_delete(plain: Plain, office: Office) -> None:
    said = await office.ben.says(office.desk, "helo", files={"a.txt": b"hi"})
    await office.ben.edits(said, "hello")
    read = await plain.does("GET", f"/channels/{office.desk.id}/messages/{said.id}")
    assert (read["content"], read["attachments"][0]["filename"]) == ("hello", "a.txt")
    with pytest.raises(ValueError, match="their own"):
        await office.ana.edits(said, "mine now")
    await office.ana.deletes(said)
    assert await plain.refused("GET", f"/channels/{office.desk.id}/messages/{said.id}") == (404, 10008)


async def test_people_do_what_their_roles_allow(fake: DiscordFake, office: Office) -> None:
    said = await office.ana.says(office.desk, "rule one")
    with pytest.raises(ValueError, match="may not delete"):
        await office.ben.deletes(said)
    moderators = fake.role(office.guild, "moderators", Right.MANAGE_MESSAGES, office.ben)
    await office.ben.deletes(said)
    fake.take(office.guild, office.ben, moderators)
    fake.deny(office.desk, office.ben, Right.SEND_MESSAGES)
    with pytest.raises(ValueError, match="may not SEND_MESSAGES"):
        await office.ben.says(office.desk, "hello?")
    fake.allow(office.desk, office.ben, Right.SEND_MESSAGES)
    await office.ben.says(office.desk, "hello")


async def test_who_has_left_sees_and_presses_nothing(plain: Plain, fake: DiscordFake, office: Office) -> None:
    await plain.posts(office.desk, content="refund?", components=CARD)
    card = await office.ben.sees(office.desk, "refund?")
    fake.ban(office.guild, office.ben)
    with pytest.raises(ValueError, match="may not"):
        office.ben.presses(card, "Approve")
    with pytest.raises(AssertionError, match="does not see"):
        await office.ben.sees(office.desk, "refund?", within=0.05)
    assert await plain.refused("GET", f"/guilds/{office.guild.id}/members/1002") == (404, 10007)


async def test_a_private_answer_is_dismissed(plain: Plain, fake: DiscordFake, office: Office) -> None:
    await plain.posts(office.desk, content="refund?", components=CARD)
    press = office.ana.presses(await office.ana.sees(office.desk, "refund?"), "Approve")
    await plain.responds(press, 4, content="sure?", flags=EPHEMERAL)
    shown = (await press.answer()).message
    assert shown is not None
    with pytest.raises(ValueError, match="may not delete"):
        await office.ben.deletes(shown)
    await office.ana.deletes(shown)
    where = f"/webhooks/{fake.bot.id}/{press.token}/messages/@original"
    assert await plain.refused("PATCH", where, {"content": "x"}) == (404, 10008)


async def test_a_bot_that_people_block(plain: Plain, fake: DiscordFake, office: Office) -> None:
    place = fake.dm(office.ben)
    await office.ben.says(fake.bot, "hello")
    await plain.posts(place, content="hi")
    await office.ben.blocks(fake.bot)
    assert await plain.refused("POST", f"/channels/{place.id}/messages", {"content": "x"}) == (403, 50007)
    await office.ben.unblocks(fake.bot)
    await plain.posts(place, content="again")


async def test_a_disabled_button_cannot_be_pressed(plain: Plain, office: Office) -> None:
    shut = [{"type": 1, "components": [{"type": 2, "style": 1, "label": "A", "custom_id": "a", "disabled": True}]}]
    await plain.posts(office.desk, content="done", components=shut)
    card = await office.ana.sees(office.desk, "done")
    assert card.buttons == []
    with pytest.raises(AssertionError):
        office.ana.presses(card, "A")
    with pytest.raises(AssertionError, match="cannot be pressed"):
        office.ana.presses(card, custom_id="a")


async def test_two_bots_do_not_answer_for_each_other(plain: Plain, fake: DiscordFake, office: Office) -> None:
    other = fake.add_bot("Other")
    fake.invite(office.guild, other)
    await plain.posts(office.desk, content="mine")
    card = await office.ana.sees(office.desk, "mine")
    where = f"/channels/{office.desk.id}/messages/{card.id}"
    status, body = await plain.ask("PATCH", where, {"content": "x"}, token=other.token)
    assert (status, body["code"]) == (403, 50005)
    assert (await plain.ask("PUT", f"/applications/{fake.bot.id}/commands", [], token=other.token))[0] == 403
