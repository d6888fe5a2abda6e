"""Talks in the thread of a card: who may not speak there, and ends that are gone."""

import asyncio

import pytest

from tests.fakes.discord.channels import Channel
from tests.fakes.discord.messages import Message
from tests.fakes.discord.people import Person, Place
from tests.flow.discord_house import DiscordHouse


async def talking(house: DiscordHouse) -> Channel:
    """Chris asks, Ana takes over; answers the thread in which she talks."""
    house.fake.limits.rates = False
    card = await house.asks()
    more = (await house.ana.presses(card, "More…").outcome()).message
    assert more is not None
    await house.ana.presses(more, "Talk with the customer").answer()
    assert await house.fake.until(lambda: card.thread)
    assert card.thread is not None
    await house.ana.sees(card.thread, "Ana talks with Chris")
    await rests(house)
    return card.thread


async def rests(house: DiscordHouse) -> None:
    """Wait until nothing is under way."""
    sql = "SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'new') + (SELECT COUNT(*) FROM effect WHERE state = 'new')"
    for _ in range(200):
        if house.rows(sql) == [(0,)]:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(house.rows("SELECT * FROM effect WHERE state = 'new'"))


def said(who: Person, place: Place, fragment: str) -> list[Message]:
    """What stands at a place of others with these words."""
    return [one for one in who.channel(place).live(who.id) if fragment in one.text and one.author is not who.user]


async def test_who_may_not_speak_in_a_thread_is_told_so_once(house: DiscordHouse) -> None:
    thread = await talking(house)
    for line in ("let me in", "please", "I have money"):
        await house.otto.says(thread, line)
    await house.ana.says(thread, "that was Otto")
    await house.chris.sees(house.bot, "Ana: that was Otto")
    await rests(house)
    assert len(said(house.ana, thread, "not a reviewer")) == 1
    assert not said(house.chris, house.bot, "let me in") + said(house.chris, house.bot, "money")


@pytest.mark.errors("is given up")
async def test_a_customer_who_has_blocked_the_bot_is_not_reached_and_the_thread_says_so(house: DiscordHouse) -> None:
    thread = await talking(house)
    await house.chris.blocks(house.bot)
    await house.ana.says(thread, "are you there?")
    await house.ana.sees(thread, "could not be delivered to the customer")
    await house.chris.unblocks(house.bot)
    await house.chris.says(house.bot, "I am back")
    await house.ana.sees(thread, "Chris: I am back")
    await house.ana.says(thread, "welcome")
    await house.chris.sees(house.bot, "Ana: welcome")


async def test_what_a_customer_says_to_a_thread_that_was_deleted_is_said_beside_the_card(house: DiscordHouse) -> None:
    thread = await talking(house)
    house.fake.delete_channel(thread)
    await house.chris.says(house.bot, "is anybody there?")
    await house.chris.says(house.bot, "hello?")
    copy = await house.ana.sees(house.desk, "Chris: is anybody there?")
    assert "The room of this conversation is gone" in copy.text
    await house.ana.sees(house.desk, "Chris: hello?")
    await house.ana.says(house.desk, "yes, here", reply_to=copy)
    await house.chris.sees(house.bot, "Ana: yes, here")
    await house.ana.says(house.desk, "/handback approved", reply_to=copy)
    await house.chris.sees(house.bot, "Your refund is done.")


async def test_a_thread_that_somebody_has_archived_is_opened_again_by_the_next_words(house: DiscordHouse) -> None:
    thread = await talking(house)
    house.fake.archive(thread)
    await house.chris.says(house.bot, "is anybody there?")
    await house.ana.sees(thread, "Chris: is anybody there?")
    await house.ana.says(thread, "yes, here")
    await house.chris.sees(house.bot, "Ana: yes, here")


async def test_an_edit_in_an_archived_thread_is_not_lost(house: DiscordHouse) -> None:
    thread = await talking(house)
    first = await house.chris.says(house.bot, "the red one")
    await house.ana.sees(thread, "Chris: the red one")
    house.fake.archive(thread)
    await house.chris.edits(first, "the blue one")
    await house.ana.sees(thread, "the blue one")
