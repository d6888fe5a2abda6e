"""What a talk is carried by, through the whole application: edits begin nothing, and rooms are heard."""

from channels.base import MessageRef
from engine.ids import Place
from tests.fakes.telegram.fake import TelegramFake
from tests.flow.telegram.conftest import Open
from tests.flow.telegram.test_customers import saying


async def test_an_edit_begins_nothing(open_telegram: Open) -> None:
    house = await open_telegram(saying("You said: {{message}}"))
    said = await house.chris.says(house.bot, "hello")
    await house.chris.sees(house.bot, "You said: hello")
    await house.chris.edits(said, "hello again")
    await house.chris.says(house.bot, "bye")
    await house.chris.sees(house.bot, "You said: bye")
    assert house.rows("SELECT COUNT(*) FROM inbox") == [(3,)]
    assert not [one for one in house.chris.chat(house.bot).live() if one.text == "You said: hello again"]


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
