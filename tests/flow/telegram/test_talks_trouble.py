"""What goes wrong in a talk: who may not speak in it, ends that are gone, and words at the wrong moment."""

import asyncio

import pytest

from tests.fakes.telegram.chats import Chat, Topic
from tests.fakes.telegram.fake import TelegramFake
from tests.fakes.telegram.messages import Message
from tests.fakes.telegram.people import Person, Place
from tests.flow.telegram.conftest import Open
from tests.flow.telegram_house import TelegramHouse

TALK = "Talk with the customer"


async def in_a_forum(open_telegram: Open, fake: TelegramFake, operators: str = "") -> TelegramHouse:
    """A house whose reviewers have a group with topics, and Otto, who is nobody."""
    forum = fake.forum("Review", *(fake.user(number, name) for number, name in ((1001, "Ana"), (1002, "Ben"))))
    fake.promote(forum, fake.bot)
    fake.add(forum, fake.user(1009, "Otto"))
    return await open_telegram(group=forum, top=operators)


async def takes_over(house: TelegramHouse, who: Person, place: Place, text: str = "refund please") -> None:
    """By the card's buttons."""
    await who.taps(await who.sees(place, text, button="More…"), "More…")
    await who.taps(await who.sees(place, text, button=TALK), TALK)


async def talking(house: TelegramHouse) -> Topic:
    """Chris asks, Ana takes over; answers the topic in which she talks."""
    await house.asks()
    await takes_over(house, house.ana, house.group)
    await house.ana.sees(house.group, "Ana talks with Chris")
    [topic] = house.group.topics.values()
    return topic


def said(who: Person, place: Chat | Place, fragment: str) -> list[Message]:
    """What stands at a place of others with these words."""
    return [one for one in who.chat(place).live() if fragment in one.text and one.sender is not who.user]


async def rests(house: TelegramHouse) -> None:
    """Wait until nothing is under way."""
    sql = "SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'new') + (SELECT COUNT(*) FROM effect WHERE state = 'new')"
    await comes_to(house, sql, 0)


async def comes_to(house: TelegramHouse, sql: str, wanted: int) -> None:
    """Wait until a look into the database gives that."""
    for _ in range(200):
        if house.rows(sql) == [(wanted,)]:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"{sql}: {house.rows(sql)}")


# --- at the wrong moment ------------------------------------------------------------------------------------------


async def test_what_is_said_while_a_room_is_being_opened_is_carried_on(open_telegram: Open, fake: TelegramFake) -> None:
    house = await in_a_forum(open_telegram, fake)
    await house.asks()
    await takes_over(house, house.ana, house.group)
    await house.chris.sees(house.bot, "Ana has joined")
    assert await fake.until(lambda: house.group.topics)
    [topic] = house.group.topics.values()
    # Telegram has made the topic a moment before we are told so: nobody is as quick as that.
    assert await fake.until(lambda: house.app.rooms.is_room(f"telegram:{house.group.id}/{topic.id}"))
    await house.ana.says(house.group, "I am here", thread=topic.id)
    await house.chris.sees(house.bot, "Ana: I am here")
    assert house.rows("SELECT COUNT(*) FROM run") == [(1,)], "nothing began in the room"


async def test_a_room_whose_first_words_are_put_off_is_heard_all_the_same(
    open_telegram: Open, fake: TelegramFake
) -> None:
    house = await in_a_forum(open_telegram, fake)
    await house.asks()
    await house.ana.taps(await house.ana.sees(house.group, "refund please", button="More…"), "More…")
    card = await house.ana.sees(house.group, "refund please", button=TALK)
    await rests(house)
    fake.faults.flood(1, "sendMessage", 8)
    await house.ana.taps(card, TALK)
    assert await fake.until(lambda: house.group.topics)
    assert await fake.until(lambda: fake.faults.met >= 2)
    [topic] = house.group.topics.values()
    await house.ana.says(house.group, "I am here", thread=topic.id)
    fake.faults.clear()
    await house.chris.sees(house.bot, "Ana: I am here", within=20)
    assert house.rows("SELECT COUNT(*) FROM run") == [(1,)], "nothing began in the room"


async def test_what_is_said_in_a_room_that_was_just_closed_begins_nothing(
    open_telegram: Open, fake: TelegramFake
) -> None:
    house = await in_a_forum(open_telegram, fake)
    topic = await talking(house)
    await house.ana.says(house.group, "/handback approved", thread=topic.id)
    await house.chris.sees(house.bot, "Your refund is done.")
    await rests(house)
    await house.ana.says(house.group, f"@{house.bot.user.username} see you", thread=topic.id)
    told = await house.ana.sees(house.group, "Already approved")
    await rests(house)
    assert told.thread_id == topic.id
    assert house.rows("SELECT COUNT(*) FROM run") == [(1,)], "nothing began in the room"


# --- who may not speak --------------------------------------------------------------------------------------------


async def test_who_may_not_speak_is_told_so_once(open_telegram: Open, fake: TelegramFake) -> None:
    house = await in_a_forum(open_telegram, fake)
    topic = await talking(house)
    for line in ("let me in", "please", "I have money"):
        await house.otto.says(house.group, line, thread=topic.id)
    await house.ana.says(house.group, "that was Otto", thread=topic.id)
    await house.chris.sees(house.bot, "Ana: that was Otto")
    await rests(house)
    [told] = said(house.ana, house.group, "not a reviewer")
    assert told.thread_id == topic.id
    assert not said(house.chris, house.bot, "let me in") + said(house.chris, house.bot, "money")
    refused = house.rows("SELECT COUNT(*) FROM audit WHERE event = 'decision.refused'")
    assert refused == [(3,)], "each try is on record"


# --- in somebody's private chat -----------------------------------------------------------------------------------


async def test_a_talk_in_a_private_chat_has_all_that_is_written_there(open_telegram: Open) -> None:
    house = await open_telegram()
    card = await house.asks()
    short = card.text.split("·")[1].split()[0]
    await house.ana.says(house.bot, f"/takeover {short}")
    await house.ana.sees(house.bot, "Ana talks with Chris")
    for line in ("first", "second"):
        await house.ana.says(house.bot, line)
        await house.chris.sees(house.bot, f"Ana: {line}")
    await house.chris.says(house.bot, "I hear you")
    copy = await house.ana.sees(house.bot, "Chris: I hear you")
    await house.ana.says(house.bot, "good", reply_to=copy)
    assert (await house.chris.sees(house.bot, "Ana: good")).reply_to is not None
    await house.ana.says(house.bot, "/handback open")
    await house.chris.sees(house.bot, "Ana has left the conversation")
    await house.ana.sees(house.bot, "handed the customer back")
    await rests(house)
    await house.ana.says(house.bot, "and now?")
    await comes_to(house, "SELECT COUNT(*) FROM handoff", 2)  # of Ana's own
    assert not said(house.chris, house.bot, "and now?")


@pytest.mark.parametrize("at_once", [False, True])
async def test_one_talk_at_a_time_in_a_private_chat(open_telegram: Open, at_once: bool) -> None:
    house = await open_telegram()
    dana = house.fake.user(2002, "Dana")
    shorts = []
    for who in (house.chris, dana):
        await who.says(house.bot, f"from {who.user.first_name}")
        card = await house.ana.sees(house.group, f"from {who.user.first_name}", button="Approve")
        shorts.append(card.text.split("·")[1].split()[0])
    await house.ana.says(house.bot, f"/takeover {shorts[0]}")
    if not at_once:
        await house.ana.sees(house.bot, "Ana talks with Chris")
        await rests(house)
    await house.ana.says(house.bot, f"/takeover {shorts[1]}")
    await house.ana.sees(house.bot, "Another conversation is held here.")
    await house.ana.sees(house.bot, "Ana talks with Chris")
    await rests(house)
    await house.ana.says(house.bot, "for Chris only")
    await house.chris.sees(house.bot, "Ana: for Chris only")
    assert not said(dana, house.bot, "Ana")


# --- ends that are gone -------------------------------------------------------------------------------------------


@pytest.mark.errors("is given up")
async def test_a_customer_who_has_blocked_the_bot_is_not_reached_and_the_room_says_so(
    open_telegram: Open, fake: TelegramFake
) -> None:
    house = await in_a_forum(open_telegram, fake)
    topic = await talking(house)
    await house.chris.blocks(house.bot)
    await house.ana.says(house.group, "are you there?", thread=topic.id)
    told = await house.ana.sees(house.group, "could not be delivered to the customer")
    assert told.thread_id == topic.id
    await house.chris.starts(house.bot)
    await house.chris.says(house.bot, "I am back")
    await house.ana.sees(house.group, "Chris: I am back")
    await house.ana.says(house.group, "welcome", thread=topic.id)
    await house.chris.sees(house.bot, "Ana: welcome")


@pytest.mark.errors("is given up")
async def test_what_a_customer_says_to_a_room_that_was_deleted_is_said_beside_the_card(
    open_telegram: Open, fake: TelegramFake
) -> None:
    house = await in_a_forum(open_telegram, fake)
    topic = await talking(house)
    fake.delete_topic(house.group, topic)
    await house.chris.says(house.bot, "is anybody there?")
    await house.chris.says(house.bot, "hello?")
    copy = await house.ana.sees(house.group, "Chris: is anybody there?")
    await house.ana.sees(house.group, "Chris: hello?")
    assert copy.thread_id is None
    await house.ana.says(house.group, "yes, here", reply_to=copy)
    await house.chris.sees(house.bot, "Ana: yes, here")
    await house.ana.says(house.group, "/handback approved", reply_to=copy)
    await house.chris.sees(house.bot, "Your refund is done.")
