"""What a talk is carried by, through the whole application: edits begin nothing, and rooms are heard."""

from channels.base import MessageRef
from engine.ids import Place
from tests.fakes.telegram.fake import TelegramFake
from tests.flow.telegram.conftest import Open
from tests.flow.telegram_house import TelegramHouse


async def test_an_edit_begins_nothing(telegram: TelegramHouse) -> None:
    said = await telegram.chris.says(telegram.bot, "refund please")
    await telegram.ana.sees(telegram.group, "refund please", button="Approve")
    await telegram.chris.edits(said, "refund of order 17 please")
    assert await telegram.fake.until(lambda: telegram.rows("SELECT COUNT(*) FROM inbox") == [(2,)])
    await telegram.chris.says(telegram.bot, "hello?")
    await telegram.chris.sees(telegram.bot, "the reviewer will see this too")
    answers = [one for one in telegram.chris.chat(telegram.bot).live() if "will see this too" in one.text]
    assert len(answers) == 1 and len(telegram.states()) == 1


async def test_a_room_is_heard_once_it_is_known_as_one(open_telegram: Open, fake: TelegramFake) -> None:
    forum = fake.forum("Review", fake.user(1001, "Ana"))
    fake.promote(forum, fake.bot)
    house = await open_telegram(group=forum)
    channel = house.app.channels["telegram"]
    room = await channel.open_room(f"telegram:{forum.id}", MessageRef(""), "Chris", "talk 1")
    topic = forum.topics[int(room.rpartition("/")[2])]
    await house.ana.says(forum, "not yet", thread=topic.id)
    await house.chris.says(house.bot, "refund please")
    await house.ana.sees(forum, "refund please", button="Approve")
    house.app.rooms.opened(Place(room))
    await house.ana.says(forum, "hello Chris", thread=topic.id)
    assert await fake.until(lambda: house.rows("SELECT COUNT(*) FROM inbox") == [(2,)])
    await channel.close_room(room)
    assert topic.closed
