"""A talk's own place on Telegram: a topic where there can be one, opened once, and closed as no other one is."""

from collections.abc import AsyncIterator

import pytest

from channels.base import Gone, MessageRef, RetryAfter, Unconfirmed, Unreachable
from channels.views import TextView
from tests.contract.telegram_account import Account, account
from tests.fakes.telegram.chats import Chat, Topic

CARD = MessageRef("")


@pytest.fixture
async def post() -> AsyncIterator[Account]:
    async with account() as made:
        yield made


async def opened(post: Account, key: str = "talk 1", title: str = "Chris") -> tuple[str, Topic]:
    """Open a room in the forum."""
    place = await post.channel.open_room(post.desk, CARD, title, key)
    return place, topic_of(post.forum, place)


def topic_of(chat: Chat, place: str) -> Topic:
    return chat.topics[int(place.rpartition("/")[2])]


async def test_a_room_is_a_topic_and_opened_once_over_restarts(post: Account) -> None:
    place, topic = await opened(post)
    assert place == f"{post.desk}/{topic.id}" and topic.name == "Chris"
    ref = await post.channel.post_text(place, TextView("You talk with Chris."), "1")
    assert post.message(ref).thread_id == topic.id
    await post.end()
    await post.begin()
    assert (await opened(post))[0] == place
    assert (await opened(post, "talk 2"))[0] != place
    assert len(post.forum.topics) == 2
    await post.channel.close_room(place)
    await post.channel.close_room(place)
    assert topic.closed and not topic_of(post.forum, (await opened(post, "talk 2"))[0]).closed


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (" Chris\nMiller\t ", "Chris Miller"),
        ("x" * 200, "x" * 127 + "…"),
        ("👩" * 100, "👩" * 63 + "…"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("", "…"),
    ],
)
async def test_a_title_is_made_to_fit(post: Account, title: str, name: str) -> None:
    assert (await opened(post, title=title))[1].name == name


async def test_where_no_topic_can_be_opened_the_place_is_the_room(post: Account) -> None:
    fake, ana = post.fake, post.ana
    plain, basic = fake.supergroup("Plain", ana), fake.group("Basic", ana)
    fake.promote(plain, fake.bot)
    topic = fake.topic(post.forum, "Cards")
    for place in (post.private, f"telegram:{plain.id}", f"telegram:{basic.id}", f"{post.desk}/{topic.id}"):
        assert await post.channel.open_room(place, CARD, "Chris", place) == place
        await post.channel.close_room(place)
    assert not topic.closed, "the topic is other people's"
    assert len(fake.called("createForumTopic")) == 2, "a private chat and a topic are not asked for topics"
    fake.demote(post.forum, fake.bot)
    assert await post.channel.open_room(post.desk, CARD, "Chris", "no right") == post.desk
    assert await post.channel.post_text(post.desk, TextView("Still here."), "1"), "words may be said there all the same"
    fake.promote(post.forum, fake.bot)
    assert (await opened(post, "later"))[1]


async def test_a_room_that_is_gone_or_closed_is_closed(post: Account) -> None:
    by_hand, deleted, kept = [(await opened(post, f"talk {number}")) for number in range(3)]
    post.fake.close_topic(post.forum, by_hand[1])
    post.fake.delete_topic(post.forum, deleted[1])
    post.fake.demote(post.forum, post.fake.bot)
    with pytest.raises(Gone):
        await post.channel.post_text(by_hand[0], TextView("Are you there?"), "1")
    for place, _ in (by_hand, deleted, kept):
        await post.channel.close_room(place)
    assert kept[1].closed, "who opened a topic may close it"
    place, _ = await opened_again(post)
    post.fake.kick_bot(post.forum)
    await post.channel.close_room(place)
    with pytest.raises(Gone):
        await post.channel.open_room(post.desk, CARD, "Chris", "kicked")


async def opened_again(post: Account) -> tuple[str, Topic]:
    post.fake.promote(post.forum, post.fake.bot)
    return await opened(post, "again")


async def test_a_group_that_moved_has_its_room_under_its_first_name(post: Account) -> None:
    basic = post.fake.group("Basic", post.ana)
    moved = post.fake.migrate(basic)
    moved.is_forum = True
    post.fake.promote(moved, post.fake.bot)
    place = await post.channel.open_room(f"telegram:{basic.id}", CARD, "Chris", "talk 1")
    topic = topic_of(moved, place)
    assert place == f"telegram:{basic.id}/{topic.id}"
    post.rooms.add(place)
    await post.ana.says(moved, "I am with Chris", thread=topic.id)
    [heard] = await post.hears(1)
    assert (heard.place, heard.ref.startswith(f"{moved.id}/")) == (place, True)
    await post.channel.close_room(place)
    assert topic.closed


async def test_trouble_is_told_and_nothing_is_forgotten(post: Account) -> None:
    place, topic = await opened(post)
    faults = post.fake.faults
    for method in ("createForumTopic", "closeForumTopic"):
        for arm, error in (
            (lambda: faults.flood(7, method), RetryAfter),  # noqa: B023
            (lambda: faults.status(500, method), Unconfirmed),  # noqa: B023
            (lambda: faults.drop_before(method), (Unconfirmed, Unreachable)),  # noqa: B023
        ):
            arm()
            with pytest.raises(error):
                if method == "createForumTopic":
                    await post.channel.open_room(post.desk, CARD, "Ben", "talk 2")
                else:
                    await post.channel.close_room(place)
    assert not topic.closed
    await post.channel.close_room(place)
    assert topic.closed and (await opened(post, "talk 2"))[1]
