"""What a talk needs of Discord: rooms on cards, all that is said there, replies, edits, buttons that stay."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from channels.base import Gone, MessageRef, Rejected
from channels.discord.channel import Discord
from channels.text import units
from channels.views import Button, TextView
from tests.contract.any_cards import card
from tests.contract.discord_talk import Talk, on_stage, ref_of, stage, talking
from tests.fakes.discord.accounts import CONTENT
from tests.fakes.discord.channels import ANNOUNCEMENTS, PUBLIC_THREAD
from tests.fakes.discord.errors import MISSING_PERMISSIONS, NO_HISTORY, WRONG_CHANNEL_TYPE
from tests.fakes.discord.rights import Right

MOMENT = 0.3
"""Seconds after which something would have been heard."""


@pytest.fixture
async def talk() -> AsyncIterator[Talk]:
    async with on_stage() as made:
        yield made


# --- rooms ------------------------------------------------------------------------------------------------------------


async def test_a_room_is_a_thread_on_the_card_and_there_is_one(talk: Talk) -> None:
    on = await talk.card()
    place = await talk.account.open_room(talk.place, ref_of(on), "An order,\n" + "😀" * 100, "key")
    room = on.thread
    assert room is not None and place == f"discord:{room.id}" and room.type == PUBLIC_THREAD
    assert room.name.startswith("An order, 😀") and units(room.name) <= 100 and room.auto_archive == 1440
    assert await talk.account.open_room(talk.place, ref_of(on), "again", "another key") == place
    talk.rooms.add(place)
    await talk.ana.says(room, "hello")
    assert (await talk.hears("hello")).place == place


async def test_a_room_is_closed_and_wakes_when_somebody_writes(talk: Talk) -> None:
    room = await talk.room()
    await talk.account.close_room(f"discord:{room.id}")
    assert room.archived and not room.locked
    await talk.account.close_room(f"discord:{room.id}")
    assert [call.ok for call in talk.fake.called("update_channel")] == [True], "what is closed is left alone"
    await talk.ana.says(room, "one more thing")
    assert not room.archived and (await talk.hears("one more thing")).place == f"discord:{room.id}"
    talk.fake.delete_channel(room)
    await talk.account.close_room(f"discord:{room.id}")


async def test_where_no_thread_can_be_the_talk_is_at_the_place_itself(talk: Talk) -> None:
    on = ref_of(await talk.card())
    assert await talk.account.open_room(talk.place, MessageRef(""), "A talk", "key") == talk.place
    assert await talk.account.open_room(talk.private, on, "A talk", "key") == talk.private
    thread = await talk.ana.opens_thread(talk.desk, "a place of its own")
    there = f"discord:{thread.id}"
    in_thread = await talk.account.post_text(there, TextView("a card"), "in a thread")
    assert await talk.account.open_room(there, in_thread, "A talk", "key") == there
    assert not talk.fake.called("create_thread_from_message"), "where there can be none nobody asks for one"
    for right in (Right.CREATE_PUBLIC_THREADS, Right.SEND_MESSAGES_IN_THREADS, Right.VIEW_CHANNEL):
        talk.fake.deny(talk.desk, talk.guild.roles[talk.guild.id], right)
        assert await talk.account.open_room(talk.place, on, "A talk", "key") == talk.place
        talk.fake.allow(talk.desk, talk.guild.roles[talk.guild.id], right)
    talk.fake.faults.refuse(MISSING_PERMISSIONS, "create_thread_from_message")
    assert await talk.account.open_room(talk.place, on, "A talk", "key") == talk.place
    talk.fake.faults.refuse(WRONG_CHANNEL_TYPE, "create_thread_from_message")
    assert await talk.account.open_room(talk.place, on, "A talk", "key") == talk.place
    assert not talk.desk.live()[-1].thread


async def test_only_rooms_are_closed(talk: Talk) -> None:
    """Neither a thread of people, nor a team's place, nor one that we talk with a customer in, nor a post."""
    theirs = await talk.ana.opens_thread(talk.desk, "of people")
    forum = talk.fake.forum(talk.guild, "cases")
    talk.staff.add(f"discord:{forum.id}")
    ref = await talk.account.post_card(f"discord:{forum.id}", card(), "key")
    post = await talk.account.open_room(f"discord:{forum.id}", ref, "A talk", "key")
    assert post == f"discord:{ref.partition('/')[0]}", "a card in a forum has its thread"
    for place in (f"discord:{theirs.id}", post, talk.place, talk.private):
        await talk.account.close_room(place)
    room = await talk.room()
    talk.staff.add(f"discord:{room.id}")
    await talk.account.close_room(f"discord:{room.id}")
    assert not talk.fake.called("update_channel") and not (theirs.archived or room.archived)


async def test_in_an_announcement_channel_there_are_rooms_too(talk: Talk) -> None:
    news = talk.fake.channel(talk.guild, "news", ANNOUNCEMENTS)
    on = await talk.account.post_text(f"discord:{news.id}", TextView("a card"), "key")
    room = await talk.account.open_room(f"discord:{news.id}", on, " \n ", "key")
    await talk.account.close_room(room)
    assert talk.fake.world.channels[int(room.partition(":")[2])].archived


async def test_all_that_people_say_in_a_room_is_heard(talk: Talk) -> None:
    room = await talk.room()
    said = await talk.ana.says(room, "just talking", files={"proof.png": b"picture"})
    heard = await talk.hears("just talking")
    assert (heard.ref, heard.reply_to, heard.is_edit) == (ref_of(said), "", False)
    assert heard.readable and [one.name for one in heard.attachments] == ["proof.png"]
    await talk.ana.says(room, f"{talk.fake.bot.user.mention} by name")
    await talk.hears("by name")
    answer = await talk.chris.says(room, "an answer", reply_to=said)
    assert (await talk.hears("an answer")).reply_to == heard.ref
    assert (await talk.hears("an answer")).ref == ref_of(answer)
    await talk.ana.says(talk.desk, "not to the bot")
    await asyncio.sleep(MOMENT)
    assert "not to the bot" not in [one.text for one in talk.heard], "a room is not the channel beside it"


async def test_what_cannot_be_read_is_not_taken_for_nothing() -> None:
    async with on_stage(reads=False) as talk:
        [identified] = [one["d"] for one in talk.fake.gateway.received if one["op"] == 2]
        assert not identified["intents"] & CONTENT, "nobody asks for what is switched off: there would be no session"
        room = await talk.room()
        await talk.ana.says(room, "nobody reads this")
        assert not (await talk.hears("")).readable
        told = await talk.account.post_text(f"discord:{room.id}", TextView("a question"), "key")
        asked = room.messages[int(told.partition("/")[2])]
        await talk.ana.says(room, "a reply names the bot", reply_to=asked)
        heard = await talk.hears("a reply names the bot")
        assert heard.readable and heard.reply_to == told


async def test_the_content_of_messages_is_asked_for_where_it_may_be(talk: Talk) -> None:
    [identified] = [one["d"] for one in talk.fake.gateway.received if one["op"] == 2]
    assert identified["intents"] & CONTENT


# --- edits ------------------------------------------------------------------------------------------------------------


async def test_an_edit_is_heard_once_wherever_the_message_was(talk: Talk) -> None:
    room = await talk.room()
    for place, first in ((talk.fake.bot, "frist"), (room, "secnod")):
        said = await talk.chris.says(place, first, files={"a.txt": b"a"})
        assert (await talk.hears(first)).ref == ref_of(said)
        await talk.chris.edits(said, f"{first}, mended")
        heard = await talk.hears(f"{first}, mended", is_edit=True)
        assert (heard.ref, heard.user_id, heard.attachments) == (ref_of(said), "2001", ())
        talk.fake.unfurl(said)
        await talk.chris.says(place, f"after {first}")
        await talk.hears(f"after {first}")
        assert len([one for one in talk.heard if one.is_edit and one.ref == ref_of(said)]) == 1
    assert len({one.update_id for one in talk.heard}) == len(talk.heard)


async def test_in_a_customers_thread_an_edit_is_heard() -> None:
    async with on_stage(guilds=True) as talk:
        shop = talk.fake.channel(talk.guild, "shop")
        named = await talk.chris.says(shop, f"{talk.fake.bot.user.mention} where is it?")
        heard = await talk.hears("where is it?")
        thread = talk.fake.world.channels[int(heard.place.partition(":")[2])]
        said = await talk.chris.says(thread, "my order")
        await talk.hears("my order")
        await talk.chris.edits(named, f"{talk.fake.bot.user.mention} whatever")
        await talk.chris.edits(said, "my order 17")
        assert (await talk.hears("my order 17", is_edit=True)).place == heard.place
        assert [one.text for one in talk.heard if one.is_edit] == ["my order 17"], "not what was said outside"


async def test_among_reviewers_an_edit_is_heard_of_what_was_said_to_us(talk: Talk) -> None:
    on = await talk.card()
    aside = await talk.ana.says(talk.desk, "aside")
    meant = await talk.ana.says(talk.desk, "reject", reply_to=on)
    await talk.hears("reject")
    await talk.ana.edits(aside, "aside, mended")
    await talk.ana.edits(meant, "approve")
    heard = await talk.hears("approve", is_edit=True)
    assert heard.reply_to == ref_of(on)
    assert [one.text for one in talk.heard] == ["reject", "approve"]


async def test_what_discord_changes_by_itself_is_no_edit(talk: Talk) -> None:
    said = await talk.chris.says(talk.fake.bot, "see https://example.com")
    await talk.hears("see https://example.com")
    talk.fake.unfurl(said)
    said.edited_at = talk.fake.world.now()
    talk.fake.unfurl(said)  # a file was taken away, say: edited, and the text is the same
    old = await talk.chris.says(talk.fake.bot, "old")
    await talk.hears("old")
    old.content, old.edited_at = "changed", talk.fake.world.now() - timedelta(hours=2).total_seconds()
    talk.fake.unfurl(old)
    await talk.account.post_text(talk.private, TextView("mine"), "key")
    mine = talk.fake.dm(talk.chris).live()[-1]
    mine.content, mine.edited_at = "mine, edited", talk.fake.world.now()
    talk.fake.unfurl(mine)
    await talk.chris.says(talk.fake.bot, "and now")
    await talk.hears("and now")
    assert not any(one.is_edit for one in talk.heard)


async def test_after_an_edit_what_was_missed_is_still_looked_for() -> None:
    async with stage() as talk:
        async with talking(talk.fake, talk):
            said = await talk.chris.says(talk.fake.bot, "one")
            await talk.hears("one")
            await talk.chris.edits(said, "one, mended")
            await talk.hears("one, mended", is_edit=True)
        await talk.chris.says(talk.fake.bot, "meanwhile")
        talk.account = Discord(talk.account._settings, talk.account._around)
        talk.fake.faults.flood(12.0, "list_messages")
        async with talking(talk.fake, talk):
            await talk.fake.until(lambda: talk.fake.faults.met)
            await talk.chris.edits(said, "one, mended again")
            await talk.hears("one, mended again", is_edit=True)
        texts = [one.text for one in talk.heard]
        assert texts == ["one", "one, mended", "meanwhile", "one, mended again"]
        asked = talk.fake.called("list_messages")[-1]
        assert int(asked.query["after"]) > said.id, "from the edit on, and not from the message that was edited"


# --- saying -----------------------------------------------------------------------------------------------------------


async def test_a_text_replies_and_nobody_is_notified(talk: Talk) -> None:
    said = await talk.chris.says(talk.fake.bot, "hello")
    long = TextView("So it is. " * 300, reply_to=ref_of(said))
    await talk.account.post_text(talk.private, long, "key")
    first, *more = [one for one in talk.fake.dm(talk.chris).live() if one.author.is_bot]
    assert first.reply_to is said and not first.pinged
    assert more and all(one.reply_to is None for one in more)
    await talk.chris.says(talk.fake.bot, "what?", reply_to=more[-1])
    await talk.chris.says(talk.fake.bot, "I meant this", reply_to=said)
    assert (await talk.hears("what?")).reply_to == ref_of(more[-1])
    assert (await talk.hears("I meant this")).reply_to == ref_of(said)


async def test_what_cannot_be_replied_to_is_no_hindrance(talk: Talk) -> None:
    said = await talk.chris.says(talk.fake.bot, "hello")
    elsewhere = await talk.ana.says(talk.desk, "elsewhere")
    await talk.chris.deletes(said)
    for number, ref in enumerate((ref_of(said), ref_of(elsewhere), "nothing of Discord")):
        await talk.account.post_text(talk.private, TextView(f"text {number}", reply_to=ref), f"key {number}")
    talk.fake.faults.refuse(NO_HISTORY, "create_message")
    again = await talk.chris.says(talk.fake.bot, "again")
    await talk.account.post_text(talk.private, TextView("text 3", reply_to=ref_of(again)), "key 3")
    posted = [one for one in talk.fake.dm(talk.chris).live() if one.author.is_bot]
    assert [(one.text, one.reply_to) for one in posted] == [(f"text {number}", None) for number in range(4)]


async def test_a_text_is_edited_with_its_buttons(talk: Talk) -> None:
    view = TextView("Waiting", (Button("/cancel", "Cancel"),))
    ref = await talk.account.post_text(talk.private, view, "key")
    [message] = talk.fake.dm(talk.chris).live()
    await talk.account.edit_text(talk.private, ref, TextView("Still *waiting*", (Button("/cancel", "Stop"),)))
    assert (message.text, message.buttons) == (r"Still \*waiting\*", ["Stop"])
    await talk.account.edit_text(talk.private, ref, TextView("Done"))
    assert (message.text, message.buttons) == ("Done", [])
    for refused in ("", "So it is. " * 300):
        with pytest.raises(Rejected):
            await talk.account.edit_text(talk.private, ref, TextView(refused))
    assert message.text == "Done"
    talk.fake.delete_message(message)
    with pytest.raises(Gone):
        await talk.account.edit_text(talk.private, ref, TextView("too late"))


async def test_a_text_of_several_messages_is_not_edited(talk: Talk) -> None:
    ref = await talk.account.post_text(talk.private, TextView("So it is. " * 300), "key")
    with pytest.raises(Rejected):
        await talk.account.edit_text(talk.private, ref, TextView("short"))
    assert "short" not in [one.text for one in talk.fake.dm(talk.chris).live()]


async def test_in_the_archive_a_text_is_edited_all_the_same(talk: Talk) -> None:
    room = await talk.room()
    ref = await talk.account.post_text(f"discord:{room.id}", TextView("[a](https://a.example) waits"), "key")
    assert room.live()[-1].text.startswith(r"\[a](https\://"), "in a room nothing of a customer's becomes a link"
    await talk.account.close_room(f"discord:{room.id}")
    await talk.account.edit_text(f"discord:{room.id}", ref, TextView("over"))
    assert room.live()[-1].text == "over" and not room.archived


async def test_a_button_says_its_token_and_a_commands_button_stays(talk: Talk) -> None:
    offered = (Button("/cancel", "Cancel"), Button("yes: please", "Yes"), Button("No", "No"), Button("x" * 99, "Long"))
    await talk.account.post_text(talk.private, TextView("Waiting", offered), "key")
    [message] = talk.fake.dm(talk.chris).live()
    assert [one["custom_id"] for one in message.all_buttons()] == ["s2:0:/cancel", "s2:1:yes: please", "s1:2", "s1:3"]
    await talk.chris.taps(message, "Cancel")
    heard = await talk.hears("/cancel")
    assert (heard.place, heard.user_id, heard.ref) == (talk.private, "2001", "")
    await talk.chris.taps(message, "Long")
    await talk.hears("Long")
    await talk.fake.until(lambda: not message.buttons)
    assert message.buttons == []


async def test_of_two_choices_one_is_said(talk: Talk) -> None:
    await talk.account.post_text(talk.private, TextView("?", (Button("yes: please", "Yes"), Button("/x", "X"))), "key")
    [message] = talk.fake.dm(talk.chris).live()
    await talk.chris.taps(message, "X")
    await talk.hears("/x")
    forged = talk.fake.forged_press(talk.chris, message, "s2:0:something else")
    await talk.fake.until(lambda: forged.later)
    assert forged.later[0].text == "tap-unknown" and message.buttons == ["Yes", "X"]
    await talk.chris.taps(message, "Yes")
    await talk.hears("yes: please")
    await talk.fake.until(lambda: not message.buttons)
    assert [one.text for one in talk.heard] == ["/x", "yes: please"] and message.buttons == []
