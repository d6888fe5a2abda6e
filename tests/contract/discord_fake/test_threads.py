"""Threads, posts and the archive."""

import pytest

from tests.contract.discord_fake.ground import CARD, Office, Plain
from tests.fakes.discord.fake import DiscordFake
from tests.fakes.discord.rights import Right


async def test_a_thread_under_a_message(plain: Plain, fake: DiscordFake, office: Office) -> None:
    made = await plain.posts(office.desk, content="refund?")
    where = f"/channels/{office.desk.id}/messages/{made['id']}/threads"
    thread = await plain.does("POST", where, {"name": "order 17"})
    assert thread["id"] == made["id"]
    assert await plain.refused("POST", where, {"name": "again"}) == (400, 160004)
    other = await plain.posts(office.desk, content="another")
    there = f"/channels/{office.desk.id}/messages/{other['id']}/threads"
    for name in ("", "n" * 101):
        assert "name" in await plain.wrong("POST", there, {"name": name})
    place = fake.world.channels[int(thread["id"])]
    await plain.posts(place, content="why?")
    await office.ana.sees(place, "why?")
    within = await plain.posts(place, content="no thread in a thread")
    where = f"/channels/{place.id}/messages/{within['id']}/threads"
    assert await plain.refused("POST", where, {"name": "deeper"}) == (400, 50024)


async def test_an_archived_thread_takes_no_edits(plain: Plain, fake: DiscordFake, office: Office) -> None:
    thread = await plain.does("POST", f"/channels/{office.desk.id}/threads", {"name": "17", "type": 11})
    place = fake.world.channels[int(thread["id"])]
    made = await plain.posts(place, content="refund?", components=CARD)
    where = f"/channels/{place.id}/messages/{made['id']}"
    fake.archive(place)
    assert await plain.refused("PATCH", where, {"content": "approved"}) == (400, 50083)
    assert await plain.refused("PATCH", f"/channels/{place.id}", {"locked": True}) == (400, 50083)
    await plain.does("PATCH", f"/channels/{place.id}", {"archived": False})
    await plain.does("PATCH", where, {"content": "approved"})
    fake.archive(place)
    await plain.posts(place, content="posting opens it")
    assert not place.archived
    await plain.does("PATCH", f"/channels/{place.id}", {"locked": True, "archived": True})
    assert await plain.refused("DELETE", where) == (400, 50083)
    assert await plain.refused("PATCH", f"/channels/{place.id}", {"archived": False}) == (403, 50013)
    assert await plain.refused("POST", f"/channels/{place.id}/messages", {"content": "x"}) == (400, 50083)


async def test_a_private_thread(plain: Plain, fake: DiscordFake, office: Office) -> None:
    thread = await plain.does("POST", f"/channels/{office.desk.id}/threads", {"name": "secret", "type": 12})
    place = fake.world.channels[int(thread["id"])]
    await plain.posts(place, content="psst")
    with pytest.raises(AssertionError, match="does not see"):
        await office.ben.sees(place, "psst", within=0.05)
    await plain.ask("PUT", f"/channels/{place.id}/thread-members/1002")
    await office.ben.sees(place, "psst")
    fake.deny(office.desk, fake.bot, Right.CREATE_PRIVATE_THREADS)
    body = {"name": "another", "type": 12}
    assert await plain.refused("POST", f"/channels/{office.desk.id}/threads", body) == (403, 50013)


async def test_a_forums_post(plain: Plain, fake: DiscordFake, office: Office) -> None:
    forum = fake.forum(office.guild, "cases")
    body = {"name": "17", "message": {"content": "refund?", "components": CARD}}
    thread = await plain.does("POST", f"/channels/{forum.id}/threads", body)
    assert thread["message"]["id"] == thread["id"]
    await office.ana.sees(fake.world.channels[int(thread["id"])], "refund?", button="Approve")
    assert await plain.refused("POST", f"/channels/{forum.id}/messages", {"content": "x"}) == (400, 50008)
    empty = {"name": "18", "message": {"content": ""}}
    assert await plain.refused("POST", f"/channels/{forum.id}/threads", empty) == (400, 50006)


async def test_a_thread_goes_with_its_channel(plain: Plain, fake: DiscordFake, office: Office) -> None:
    thread = await office.ana.opens_thread(office.desk, "17")
    await plain.posts(thread, content="here")
    fake.delete_channel(office.desk)
    assert await plain.refused("POST", f"/channels/{thread.id}/messages", {"content": "x"}) == (404, 10003)
