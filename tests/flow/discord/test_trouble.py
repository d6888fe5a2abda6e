"""What Discord refuses, forgets, loses or does twice; each row of the fault matrix that concerns it."""

import asyncio
from datetime import timedelta

import pytest

from bot.clock import SystemClock
from tests.fakes.discord.channels import PUBLIC_THREAD, Channel
from tests.fakes.discord.errors import UNKNOWN_INTERACTION
from tests.fakes.discord.fake import DiscordFake
from tests.fakes.discord.messages import Message
from tests.fakes.discord.rights import Right
from tests.flow.discord.conftest import Open
from tests.flow.discord.test_customers import saying
from tests.flow.discord_house import DiscordHouse

CALLBACK = "create_interaction_response"


def cards(place: Channel) -> list[Message]:
    """The messages with buttons of a card, or that had them."""
    return [one for one in place.live() if one.author.is_bot and one.components and not one.ephemeral]


async def problem(house: DiscordHouse, wanted: str, within: float = 10.0) -> None:
    """Wait until the channel's status is that."""
    found = await house.fake.until(lambda: house.app.channels["discord"].status().problem == wanted or None, within)
    assert found, house.app.channels["discord"].status()


# --- the account ------------------------------------------------------------------------------------------------------


async def test_a_wrong_token_stops_discord_only(
    open_discord: Open, fake: DiscordFake, caplog: pytest.LogCaptureFixture
) -> None:
    fake.bot.token, right = "wrong.token", fake.bot.token
    house = await open_discord(ready=False)
    fake.bot.token = right
    fake.revoke()
    house = await open_discord(ready=False)
    await problem(house, "doctor-discord-token")
    assert house.app.channels["play"].status().problem == ""
    asked = len(fake.calls)
    await asyncio.sleep(1.0)
    assert len(fake.calls) == asked, "a platform that does not know us is left alone"
    caplog.clear()


async def test_a_token_that_is_revoked_meanwhile_ends_the_account(
    house: DiscordHouse, caplog: pytest.LogCaptureFixture
) -> None:
    await house.asks()
    house.fake.revoke()
    await problem(house, "doctor-discord-token")
    said = [record for record in caplog.records if "wrong or was revoked" in record.getMessage()]
    assert len(said) == 1 and said[0].exc_info is None
    asked = len(house.fake.calls)
    await asyncio.sleep(1.0)
    assert len(house.fake.calls) == asked
    caplog.clear()


async def test_a_missing_intent_is_told_and_cards_still_go_out(
    open_discord: Open, fake: DiscordFake, caplog: pytest.LogCaptureFixture
) -> None:
    fake.bot.allowed = 0
    house = await open_discord(discord="guilds = [7]", ready=False)
    await problem(house, "doctor-discord-intents")
    assert [one["op"] for one in fake.gateway.received].count(2) == 1, "each try is one of a day's thousand"
    caplog.clear()


async def test_discord_may_be_away_at_the_start(open_discord: Open, fake: DiscordFake) -> None:
    fake.faults.drop_before("get_my_user", 2)
    fake.faults.status(503, "get_bot_gateway")
    house = await open_discord(saying("You said: {{message}}"), ready=False)
    await fake.ready(within=20)
    await house.chris.says(house.bot, "hello")
    await house.chris.sees(house.bot, "You said: hello")
    await problem(house, "")


async def test_when_hardly_a_session_is_left_none_is_begun(open_discord: Open, fake: DiscordFake) -> None:
    fake.limits.sessions = 30
    house = await open_discord(ready=False)
    await problem(house, "doctor-unreachable")
    assert not fake.gateway.received


# --- the connection ---------------------------------------------------------------------------------------------------


async def test_a_dropped_connection_is_resumed_and_nothing_is_lost(house: DiscordHouse, fake: DiscordFake) -> None:
    card = await house.asks()
    fake.gateway.shut()
    fake.gateway.drop()
    await fake.until(lambda: not fake.gateway.sessions)
    await house.chris.says(house.bot, "meanwhile")
    fake.gateway.open()
    assert await fake.until(lambda: "meanwhile" in card.text, 20)
    assert [one["op"] for one in fake.gateway.received].count(2) == 1, "resumed, not begun anew"


@pytest.mark.parametrize("code", [4000, 4001, 4009, 4013])
async def test_whatever_closes_the_connection_it_comes_back(house: DiscordHouse, fake: DiscordFake, code: int) -> None:
    fake.gateway.close(code)
    assert await fake.until(lambda: [one["op"] for one in fake.gateway.received if one["op"] in (2, 6)][1:], 20)
    await fake.ready(within=20)
    card = await house.asks("after the trouble")
    await house.ana.taps(card, "Approve")
    await house.ana.sees(house.desk, "Approved by Ana")


async def test_a_session_that_is_invalid_begins_anew(house: DiscordHouse, fake: DiscordFake) -> None:
    fake.gateway.deny_resume()
    fake.gateway.reconnect()
    assert await fake.until(lambda: [one["op"] for one in fake.gateway.received].count(2) == 2, 20)
    await fake.ready()
    await house.asks("anew")


# --- acknowledging ----------------------------------------------------------------------------------------------------


async def test_a_tap_that_was_reported_as_failed_decides_nothing_and_the_card_says_so(house: DiscordHouse) -> None:
    card = await house.asks()
    house.fake.faults.refuse(UNKNOWN_INTERACTION, CALLBACK)
    house.ana.presses(card, "Approve")
    assert await house.fake.until(lambda: "Ana tapped at" in card.text)
    assert "nothing was decided" in card.text and "Approve" in card.buttons
    assert house.states() == {"pending": 1}
    assert house.rows("SELECT actor FROM audit WHERE event = 'tap.unconfirmed'") == [("discord:1001",)]
    await house.ana.taps(card, "Approve")
    done = await house.ana.sees(house.desk, "Approved by Ana")
    assert "reported that as failed" not in done.text


async def test_an_acknowledgement_whose_answer_was_lost_decides_nothing(house: DiscordHouse) -> None:
    card = await house.asks()
    house.fake.faults.drop_after(CALLBACK)
    press = house.ana.presses(card, "Approve")
    assert (await press.answer()).kind == "silent"
    assert await house.fake.until(lambda: "nothing was decided" in card.text)
    assert house.states() == {"pending": 1}


async def test_an_acknowledgement_that_was_repeated_counts(house: DiscordHouse) -> None:
    card = await house.asks()
    house.fake.faults.bad_gateway(CALLBACK)
    house.ana.presses(card, "Approve")
    await house.ana.sees(house.desk, "Approved by Ana", within=15)


async def test_an_old_tap_that_a_resume_brings_again_decides_nothing(
    house: DiscordHouse, fake: DiscordFake, clock: SystemClock
) -> None:
    card = await house.asks()
    fake.gateway.shut()
    fake.gateway.drop()
    await fake.until(lambda: not fake.gateway.sessions)
    press = house.ana.presses(card, "Approve")
    await clock.advance(timedelta(seconds=4))
    assert (await press.answer()).failed
    fake.gateway.open()
    assert await fake.until(lambda: "nothing was decided" in card.text, 20)
    assert house.states() == {"pending": 1}


# --- posting ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", ["drop_after", "bad_gateway", "broken_json", "drop_before"])
async def test_a_post_whose_answer_was_lost_leaves_no_twin(
    house: DiscordHouse, fake: DiscordFake, clock: SystemClock, fault: str
) -> None:
    getattr(fake.faults, fault)("create_message")
    await house.chris.says(house.bot, "refund please")
    assert await fake.until(lambda: fake.faults.met)
    await asyncio.sleep(1.5)
    await clock.advance(timedelta(seconds=31))
    card = await house.ana.sees(house.desk, "refund please", button="Approve", within=15)
    await house.chris.says(house.bot, "one more thing")
    assert await fake.until(lambda: "one more thing" in card.text)
    assert len(cards(house.desk)) == 1


async def test_a_late_repetition_finds_its_card_by_its_mark(
    open_discord: Open, fake: DiscordFake, clock: SystemClock
) -> None:
    house = await open_discord()
    fake.faults.drop_after("create_message", 2)
    await house.chris.says(house.bot, "refund please")
    assert await fake.until(lambda: fake.faults.met == 2 or len(cards(house.desk)) == 1)
    await house.ends()
    fake.faults.clear()
    await clock.advance(timedelta(hours=1))
    house = await open_discord()
    card = await house.ana.sees(house.desk, "refund please", button="Approve", within=15)
    assert await fake.until(lambda: house.rows("SELECT COUNT(*) FROM card") == [(1,)])
    await house.ana.taps(card, "Approve")
    await house.ana.sees(house.desk, "Approved by Ana")
    assert len(cards(house.desk)) == 1


async def test_a_flood_is_obeyed(house: DiscordHouse) -> None:
    card = await house.asks("first")
    house.fake.faults.flood(1, "create_message")
    for number in range(3):
        more = house.fake.user(3000 + number, f"User {number}")
        house.fake.join(house.guild, more)
        await more.says(house.bot, f"more {number}")
    await house.ana.taps(card, "Approve")
    await house.ana.sees(house.desk, "Approved by Ana", within=15)
    for number in range(3):
        await house.ana.sees(house.desk, f"more {number}", within=15)


@pytest.mark.errors("Missing Permissions")
async def test_a_place_that_refuses_us_is_left_alone_and_operators_are_told_once(open_discord: Open) -> None:
    house = await open_discord()
    shut = house.fake.channel(house.guild, "shut")
    post = f'"discord:{shut.id}", "discord:{house.desk.id}"'
    house = await open_discord(post=post, bot=f'operators = ["discord:{house.desk.id}"]')
    house.fake.deny(shut, house.guild.roles[house.guild.id], Right.SEND_MESSAGES)
    for number in range(4):
        await house.chris.says(house.bot, f"/cancel {number}")
        await house.chris.says(house.bot, f"request {number}")
        await house.ana.sees(house.desk, f"request {number}", button="Approve")
    await house.ana.sees(house.desk, "could not be delivered")
    told = [one.text for one in house.desk.live() if "could not be delivered" in one.text]
    refused = [call for call in house.fake.calls if call.status == 403]
    assert len(told) == 1 and len(refused) == 1


@pytest.mark.errors("Cannot send messages to this user")
async def test_a_customer_who_lets_nobody_write_is_told_of_to_operators(house: DiscordHouse) -> None:
    card = await house.asks()
    await house.chris.blocks(house.bot)
    await house.ana.taps(card, "Approve")
    await house.ana.sees(house.desk, "Approved by Ana")
    await house.ana.sees(house.desk, f"discord:@{house.chris.id} could not be delivered")
    assert await house.fake.until(lambda: house.rows("SELECT COUNT(*) FROM effect WHERE state = 'new'") == [(0,)])


# --- cards ------------------------------------------------------------------------------------------------------------


async def test_a_deleted_card_is_posted_anew_while_it_is_open(house: DiscordHouse) -> None:
    card = await house.asks()
    house.fake.delete_message(card)
    await house.chris.says(house.bot, "are you there?")
    again = await house.ana.sees(house.desk, "are you there?", button="Approve", after=card)
    await house.ana.taps(again, "Approve")
    await house.ana.sees(house.desk, "Approved by Ana")


async def test_cards_in_threads_are_edited_in_the_archive_too(open_discord: Open, fake: DiscordFake) -> None:
    house = await open_discord()
    thread = await house.ana.opens_thread(house.desk, "money", PUBLIC_THREAD)
    house = await open_discord(place=thread)
    card = await house.asks("in a thread")
    private = await house.ana.presses(card, "More…").outcome()
    fake.archive(thread)
    assert private.message is not None
    await house.ana.taps(private.message, "Approve")
    assert await fake.until(lambda: "Approved by Ana" in card.text)
    assert card.buttons == []


async def test_cards_in_forums_are_posts(open_discord: Open, fake: DiscordFake, clock: SystemClock) -> None:
    house = await open_discord()
    forum = fake.forum(house.guild, "cases")
    house = await open_discord(place=forum)
    fake.faults.drop_after("create_thread")
    await house.chris.says(house.bot, "refund please")
    posts = await fake.until(lambda: [one for one in house.guild.channels.values() if one.parent is forum])
    card = await house.ana.sees(posts[0], "refund please", button="Approve")
    await asyncio.sleep(0.5)
    await clock.advance(timedelta(seconds=31))
    await house.chris.says(house.bot, "one more thing")
    assert await fake.until(lambda: "one more thing" in card.text, 15)
    await house.ana.taps(card, "Approve")
    assert await fake.until(lambda: "Approved by Ana" in card.text)
    assert len([one for one in house.guild.channels.values() if one.parent is forum]) == 1
    assert posts[0].name.startswith("Approval needed: Finance · ")


async def test_a_long_card_is_a_file_with_buttons(open_discord: Open, fake: DiscordFake) -> None:
    house = await open_discord()
    await house.chris.says(house.bot, "x" * 1990 + " y " + "z" * 1990)
    card = await house.ana.sees(house.desk, "is too long", button="Approve")
    [file] = card.attachments
    assert file.upload.name.startswith("request-") and ("z" * 1990).encode() in file.upload.data
    await house.ana.taps(card, "Approve")
    assert await fake.until(lambda: "Approved by Ana" in card.text)
    assert card.attachments and card.buttons == []
