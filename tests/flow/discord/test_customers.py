"""Customers on Discord: by direct message, by name, in threads of their own, with files, with buttons."""

import asyncio
from datetime import timedelta

from bot.clock import SystemClock
from engine.tools import Returned, ToolCall
from tests.fakes.discord.accounts import CONTENT
from tests.fakes.discord.channels import PRIVATE_THREAD, Channel
from tests.fakes.discord.fake import DiscordFake
from tests.fakes.discord.rights import Right
from tests.flow.discord.conftest import Open
from tests.flow.discord_house import DiscordHouse
from tests.flow.telegram.test_customers import saying


async def test_a_long_text_is_split_on_sentence_ends_and_nothing_is_lost(open_discord: Open) -> None:
    sentences = [f"This is the sentence number {number}, and it is rather long." for number in range(100)]
    house = await open_discord(saying(" ".join(sentences)))
    await house.chris.says(house.bot, "hello")
    await house.chris.sees(house.bot, "sentence number 99,")
    said = [one.text for one in house.fake.dm(house.chris).live(house.chris.id) if one.author.is_bot]
    assert len(said) > 1 and all(text.endswith("long.") for text in said)
    assert " ".join(said) == " ".join(sentences)


async def test_a_button_says_its_label_once(open_discord: Open) -> None:
    house = await open_discord(saying("You said: {{message}}", buttons=["Track my order", "Something else"]))
    await house.chris.says(house.bot, "hello")
    offered = await house.chris.sees(house.bot, "You said: hello", button="Track my order")
    await house.chris.taps(offered, "Track my order")
    await house.chris.sees(house.bot, "You said: Track my order")
    await house.fake.until(lambda: not offered.buttons)
    assert offered.buttons == []


async def test_what_is_hostile_is_shown_as_it_is(open_discord: Open) -> None:
    house = await open_discord(saying("{{message}}"))
    for text, shown in (
        ("**bold** *x* _y_ ||z|| ~~a~~", r"\*\*bold\*\* \*x\* \_y\_ \|\|z\|\| \~\~a\~\~"),
        ("# big\n> quoted\n- list\n1. one", "\\# big\n\\> quoted\n\\- list\n1\\. one"),
        ("[a](b) <@1> @everyone `c` :smile:", r"\[a](b) \<@1> \@everyone \`c\` \:smile:"),
        ("see https://example.com/a_b_c?x=*1* now", "see https://example.com/a_b_c?x=*1* now"),
        ("gnp\u200b\u202eexe", "gnp⟨U+200B⟩⟨U+202E⟩exe"),
    ):
        await house.chris.says(house.bot, text)
        answer = await house.chris.sees(house.bot, shown)
        assert answer.text == shown and not answer.pinged


async def test_a_sticker_is_answered_and_starts_nothing(house: DiscordHouse) -> None:
    await house.chris.says(house.bot, "")
    await house.chris.sees(house.bot, "I can read text, photos, documents")
    assert house.states() == {}


async def test_an_edit_is_written_down_and_begins_nothing(house: DiscordHouse) -> None:
    said = await house.chris.says(house.bot, "refund please")
    await house.ana.sees(house.desk, "refund please", button="Approve")
    await house.chris.edits(said, "refund please, all of it")
    assert await house.fake.until(lambda: house.rows("SELECT COUNT(*) FROM inbox") == [(2,)])
    await house.chris.says(house.bot, "/status")
    await house.chris.sees(house.bot, "waiting for a decision")
    told = [one for one in house.fake.dm(house.chris).live() if one.author.is_bot]
    assert len(told) == 2 and house.states() == {"pending": 1}


async def test_files_reach_the_reviewers(house: DiscordHouse) -> None:
    await house.chris.says(house.bot, "my broken machine", files={"machine.png": b"picture"})
    card = await house.ana.sees(house.desk, "my broken machine", button="Approve")
    assert "machine.png" in card.text
    shown = await house.ana.sees(house.desk, "From the customer", where=lambda one: bool(one.attachments))
    assert shown.attachments[0].upload.data == b"picture"
    await house.chris.says(house.bot, "and the invoice", files={"invoice.pdf": b"paper"})
    await house.chris.sees(house.bot, "the reviewer will see this too")
    paper = await house.ana.sees(house.desk, "From the customer", after=shown)
    assert paper.attachments[0].upload.name == "invoice.pdf"
    await house.fake.until(lambda: "invoice.pdf" in card.text)
    assert "🆕" in card.text, "what came later is marked"


async def test_in_a_server_the_bot_is_silent_unless_it_is_named(open_discord: Open, fake: DiscordFake) -> None:
    fake.bot.allowed = 0
    house = await open_discord()
    shop = house.fake.channel(house.guild, "shop")
    await house.chris.says(shop, "just talking")
    named = await house.chris.says(shop, f"{house.bot.user.mention} where is my order?")
    answer = await house.chris.sees(shop, "Please write to me directly")
    assert answer.reply_to is named and not answer.pinged
    assert house.rows("SELECT COUNT(*) FROM inbox") == [(0,)]
    [identified] = [one["d"] for one in house.fake.gateway.received if one["op"] == 2]
    assert not identified["intents"] & CONTENT, "what people write in servers is not asked for"


async def test_by_its_name_a_private_thread_begins(open_discord: Open) -> None:
    house = await open_talking(open_discord)
    shop = house.fake.channel(house.guild, "shop")
    await house.chris.says(shop, f"{house.bot.user.mention} where is my order?")
    said = await house.chris.sees(shop, "We talk here")
    thread = thread_in(house, said.text)
    assert thread.type == PRIVATE_THREAD and not house.otto.may(thread, Right.VIEW_CHANNEL)
    await house.chris.sees(thread, "You said: where is my order?")
    await house.chris.says(thread, "and the other one?")
    await house.chris.sees(thread, "You said: and the other one?")
    await house.chris.says(shop, "not here")
    await asyncio.sleep(0.3)
    assert house.rows("SELECT COUNT(*) FROM inbox") == [(2,)]


async def test_talk_begins_a_conversation_and_its_card_is_decided(open_discord: Open) -> None:
    house = await open_discord(discord=f"guilds = [{await guild_of(open_discord)}]")
    shop = house.fake.channel(house.guild, "shop")
    await house.fake.until(lambda: house.bot.commands.get(house.guild.id))
    answer = await house.chris.uses("/talk", shop, text="a refund please").outcome()
    assert answer.ephemeral
    thread = thread_in(house, answer.text)
    card = await house.ana.sees(house.desk, "a refund please", button="Approve")
    await house.ana.taps(card, "Approve")
    await house.chris.sees(thread, "Your refund is done.")


async def test_where_no_thread_can_be_opened_customers_are_sent_to_direct_messages(open_discord: Open) -> None:
    house = await open_talking(open_discord)
    shop = house.fake.channel(house.guild, "shop")
    house.fake.deny(shop, house.guild.roles[house.guild.id], Right.CREATE_PRIVATE_THREADS)
    await house.fake.until(lambda: house.bot.commands.get(house.guild.id))
    answer = await house.chris.uses("/talk", shop).outcome()
    assert "write to me directly" in answer.text and answer.ephemeral
    await house.chris.says(shop, f"{house.bot.user.mention} hello?")
    await house.chris.sees(shop, "Please write to me directly", where=lambda one: not one.ephemeral)


async def test_direct_messages_that_were_missed_are_heard_at_the_start(open_discord: Open, clock: SystemClock) -> None:
    house = await open_discord(saying("You said: {{message}}"))
    await house.chris.says(house.bot, "before")
    await house.chris.sees(house.bot, "You said: before")
    await house.ends()
    for number in range(3):
        await house.chris.says(house.bot, f"meanwhile {number}")
    await clock.advance(timedelta(hours=2))
    house = await open_discord(saying("You said: {{message}}"))
    await house.chris.says(house.bot, "now")
    await house.chris.sees(house.bot, "You said: now")
    said = [one.text for one in house.fake.dm(house.chris).live(house.chris.id) if one.author.is_bot]
    assert said == [f"You said: {text}" for text in ("before", *(f"meanwhile {n}" for n in range(3)), "now")]


async def test_what_was_said_while_the_session_was_lost_is_heard(house: DiscordHouse, fake: DiscordFake) -> None:
    card = await house.asks()
    fake.gateway.shut()
    fake.gateway.close(4009)
    await fake.until(lambda: not fake.gateway.sessions)
    await house.chris.says(house.bot, "one more thing")
    fake.gateway.open()
    await fake.ready(within=20)
    assert await fake.until(lambda: "one more thing" in card.text)
    assert house.app.channels["discord"].status().problem == ""


async def test_typing_is_shown_while_a_tool_runs(house: DiscordHouse) -> None:
    async def slowly(call: ToolCall) -> Returned:
        await asyncio.sleep(1.2)
        return Returned({"id": "re_1"})

    house.tools.answers["stripe__create_refund"] = slowly
    card = await house.asks()
    await house.ana.taps(card, "Approve")
    await house.chris.sees(house.bot, "Your refund is done.")
    assert {channel for channel, _ in house.fake.world.typing} == {house.fake.dm(house.chris).id}


async def test_customers_use_commands_in_private(house: DiscordHouse) -> None:
    await house.asks()
    await house.fake.until(lambda: house.bot.commands.get(None))
    status = await house.chris.uses("/status", house.bot).outcome()
    assert status.message and not status.ephemeral and "waiting for a decision" in status.text
    cancelled = await house.chris.uses("/cancel", house.bot).outcome()
    assert "withdrawn" in cancelled.text
    await house.ana.sees(house.desk, "Withdrawn by")
    assert house.states() == {"cancelled": 1}


async def test_a_customers_language_is_known_from_their_first_command_on(house: DiscordHouse) -> None:
    german = house.fake.user(2002, "Dieter", locale="de")
    house.fake.join(house.guild, german)
    await german.says(house.bot, "Geld zurück")
    await german.sees(house.bot, "I have escalated this to a reviewer")
    assert await house.fake.until(lambda: house.bot.commands.get(None))
    assert "wartet auf eine Entscheidung" in (await german.uses("/status", house.bot).outcome()).text
    await german.says(house.bot, "und noch etwas")
    await german.sees(house.bot, "Ihre Anfrage")


async def open_talking(open_discord: Open) -> DiscordHouse:
    """A bot that repeats, in a server where customers may talk to it."""
    return await open_discord(saying("You said: {{message}}"), discord=f"guilds = [{await guild_of(open_discord)}]")


async def guild_of(open_discord: Open) -> int:
    """The server's number, which the configuration must know before."""
    house = await open_discord()
    await house.ends()
    return house.guild.id


def thread_in(house: DiscordHouse, text: str) -> Channel:
    """The thread that a message leads to."""
    return house.fake.world.channels[int(text.rpartition("<#")[2].rstrip(">"))]
