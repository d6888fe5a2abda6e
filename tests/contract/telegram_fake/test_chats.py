"""Chats and members: whom a bot may write to, what it hears, and what happens to chats."""

from typing import Any

import pytest

from tests.contract.telegram_fake.ground import Plain
from tests.fakes.telegram.chats import PERMISSIONS, Chat
from tests.fakes.telegram.fake import TelegramFake
from tests.fakes.telegram.people import Person


async def refusal(plain: Plain, chat_id: int | str, **more: Any) -> tuple[int, str]:
    body = await plain.ask("sendMessage", chat_id=chat_id, text="a", **more)
    return (200, "") if body["ok"] else (body["error_code"], body["description"].partition(": ")[2])


async def test_people_whom_a_bot_cannot_reach(plain: Plain, fake: TelegramFake, ana: Person, team: Chat) -> None:
    fake.user(1002, "Never met")
    fake.user(1003, "Shy")
    fake.add(team, fake.user(1003))
    other = fake.add_bot("Other", "other_bot")
    fake.add(team, other)
    assert await refusal(plain, 555) == (400, "chat not found")
    assert await refusal(plain, 1002) == (400, "chat not found")
    assert await refusal(plain, 1003) == (403, "bot can't initiate conversation with a user")
    assert await refusal(plain, other.id) == (403, "bot can't send messages to bots")
    await ana.blocks(fake.bot)
    assert await refusal(plain, 1001) == (403, "bot was blocked by the user")
    with pytest.raises(ValueError, match="blocked"):
        await ana.says(fake.bot, "hello")
    await ana.starts(fake.bot)
    assert await refusal(plain, 1001) == (200, "")
    ana.user.deactivated = True
    assert await refusal(plain, 1001) == (403, "user is deactivated")
    body = await plain.ask("sendChatAction", chat_id=1003, action="typing")
    assert body["error_code"] == 403
    assert await plain.refused("sendChatAction", chat_id=1003, action="juggling") == "wrong parameter action in request"


async def test_blocking_is_told(plain: Plain, fake: TelegramFake, ana: Person) -> None:
    await ana.blocks(fake.bot)
    told = (await plain.updates(offset=-1))[0]["my_chat_member"]
    assert (told["chat"]["id"], told["old_chat_member"]["status"], told["new_chat_member"]["status"]) == (
        1001,
        "member",
        "kicked",
    )


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_groups_that_a_bot_is_not_in(plain: Plain, fake: TelegramFake, ana: Person, kind: str) -> None:
    chat: Chat = getattr(fake, kind)("Room", ana, username="room" if kind != "group" else None)
    fake.kick_bot(chat)
    assert await refusal(plain, chat.id) == (403, f"bot was kicked from the {kind} chat")
    fake.add(chat, fake.bot)
    if kind == "channel":
        assert await refusal(plain, "@room") == (400, "need administrator rights in the channel chat")
        fake.promote(chat, fake.bot)
        assert "from" not in await plain.does("sendMessage", chat_id=chat.id, text="a")
    assert await plain.does("leaveChat", chat_id=chat.id)
    assert await refusal(plain, chat.id) == (403, f"bot is not a member of the {kind} chat")
    assert (await plain.ask("getChat", chat_id=chat.id))["ok"] == (kind == "group")
    del chat.members[fake.bot.id]
    assert await refusal(plain, chat.id) == (400, "chat not found")
    assert await refusal(plain, "@nobody") == (400, "chat not found")


async def test_rights_to_post(plain: Plain, fake: TelegramFake, ana: Person, team: Chat) -> None:
    fake.restrict(team, fake.bot)
    assert await refusal(plain, team.id) == (400, "not enough rights to send text messages to the chat")
    fake.restrict(team, fake.bot, "can_send_messages")
    assert await refusal(plain, team.id) == (200, "")
    photo = await ana.sends_photo(team)
    file = photo.media["photo"][0]["file_id"]
    assert await plain.refused("sendPhoto", chat_id=team.id, photo=file) == (
        "not enough rights to send photos to the chat"
    )
    team.permissions -= {"can_send_messages"}
    assert (await refusal(plain, team.id))[0] == 400
    fake.promote(team, fake.bot, "can_delete_messages")
    assert await refusal(plain, team.id) == (200, "")
    with pytest.raises(ValueError, match="may not post"):
        fake.add(team, ben := fake.user(1002, "Ben"))
        await ben.says(team, "let me")


async def test_what_a_bot_in_privacy_mode_hears(plain: Plain, fake: TelegramFake, ana: Person, team: Chat) -> None:
    other = fake.add_bot("Other", "other_bot")
    fake.add(team, other)
    mine = team.messages[(await plain.does("sendMessage", chat_id=team.id, text="card"))["message_id"]]
    await plain.updates(offset=-1)

    async def heard() -> list[str]:
        ids = await plain.updates()
        await plain.updates(offset=ids[-1]["update_id"] + 1) if ids else None
        return [next(word for word in update if word != "update_id") for update in ids]

    await heard()
    await ana.says(team, "hello @assent_bot")
    await ana.says(team, "/now@other_bot")
    await ana.says(team, "look: /now")
    assert await heard() == []
    await ana.says(team, "yes", reply_to=mine)
    await ana.says(team, "/now")
    await ana.says(team, "/now@Assent_Bot please")
    assert await heard() == ["message"] * 3
    team.last_bot = other.id
    await ana.says(team, "/now")
    assert await heard() == []
    fake.add(team, fake.user(1002, "Ben"))
    assert await heard() == ["message"], "service messages are heard"
    fake.promote(team, fake.bot)
    await ana.says(team, "hello")
    assert await heard() == ["my_chat_member", "message"]
    fake.demote(team, fake.bot)
    fake.bot.privacy = False
    await ana.edits(await ana.says(team, "hello"), "bye")
    assert await heard() == ["my_chat_member", "message", "edited_message"]
    other.privacy = False
    theirs = len(other.queue.pending())
    await plain.does("sendMessage", chat_id=team.id, text="bots do not hear bots")
    assert len(other.queue.pending()) == theirs
    await plain.does("sendMessage", chat_id=1001, text="nor themselves")
    assert await heard() == []


async def test_a_group_becomes_a_supergroup(plain: Plain, fake: TelegramFake, ana: Person) -> None:
    group = fake.group("Team", ana)
    card = await plain.does("sendMessage", chat_id=group.id, text="card")
    made = fake.migrate(group)
    old, new = (update["message"] for update in (await plain.updates())[-2:])
    assert (old["chat"]["id"], old["migrate_to_chat_id"]) == (group.id, made.id)
    assert (new["chat"]["id"], new["migrate_from_chat_id"]) == (made.id, group.id)
    for method, more in {"sendMessage": {}, "editMessageText": {"message_id": card["message_id"]}}.items():
        body = await plain.ask(method, chat_id=group.id, text="again", **more)
        assert body["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
        assert body["parameters"] == {"migrate_to_chat_id": made.id}
    assert (await plain.ask("getChatMember", chat_id=group.id, user_id=1001))["parameters"]
    assert await plain.refused("leaveChat", chat_id=group.id) == "chat is deactivated"
    assert (await plain.does("sendMessage", chat_id=made.id, text="again"))["message_id"] == 3


async def test_topics(plain: Plain, fake: TelegramFake, ana: Person, team: Chat) -> None:
    assert await plain.refused("createForumTopic", chat_id=team.id, name="a") == "the chat is not a forum"
    forum = fake.forum("Desk", ana)
    topic = fake.topic(forum, "Refunds", ana)
    assert await plain.refused("createForumTopic", chat_id=forum.id, name="a") == "not enough rights to create a topic"
    sent = await plain.does("sendMessage", chat_id=forum.id, text="a", message_thread_id=topic.id)
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (topic.id, True)
    assert sent["reply_to_message"]["message_id"] == topic.id, "every topic message replies to the topic's creation"
    assert "message_thread_id" not in await plain.does("sendMessage", chat_id=forum.id, text="General")
    to = {"reply_parameters": {"message_id": sent["message_id"]}}
    assert (await plain.does("sendMessage", chat_id=forum.id, text="a", **to))["message_thread_id"] == topic.id
    for thread in (1, 999):
        assert await refusal(plain, forum.id, message_thread_id=thread) == (400, "message thread not found")
    assert await refusal(plain, 1001, message_thread_id=7) == (400, "message thread not found")
    fake.close_topic(forum, topic)
    assert (await plain.updates(offset=-1))[0]["message"]["forum_topic_closed"] == {}
    assert await refusal(plain, forum.id, message_thread_id=topic.id) == (400, "TOPIC_CLOSED")
    fake.add(forum, ben := fake.user(1002, "Ben"))
    with pytest.raises(ValueError, match="is closed"):
        await ben.says(forum, "too late", thread=topic.id)
    fake.promote(forum, fake.bot)
    assert await refusal(plain, forum.id, message_thread_id=topic.id) == (200, "")
    assert (await ana.says(forum, "yes", reply_to=forum.live()[-1])).thread_id == topic.id
    fake.delete_topic(forum, topic)
    assert await refusal(plain, forum.id, message_thread_id=topic.id) == (400, "message thread not found")
    with pytest.raises(ValueError, match="no topic"):
        await ana.says(forum, "gone", thread=topic.id)


async def test_topics_of_a_bot(plain: Plain, fake: TelegramFake, ana: Person) -> None:
    forum = fake.forum("Desk", ana)
    fake.promote(forum, fake.bot)
    assert await plain.refused("createForumTopic", chat_id=forum.id, name=" ") == "TOPIC_TITLE_EMPTY"
    assert await plain.refused("createForumTopic", chat_id=forum.id, name="x" * 129) == "topic name is too long"
    made = await plain.does("createForumTopic", chat_id=forum.id, name="Refund")
    where = {"chat_id": forum.id, "message_thread_id": made["message_thread_id"]}
    own = (await plain.updates(offset=-1))[0]["message"]
    assert (own["from"]["id"], own["forum_topic_created"]["name"]) == (fake.bot.id, "Refund")
    created = {"chat_id": forum.id, "message_id": made["message_thread_id"]}
    assert await plain.refused("deleteMessage", **created) == "message can't be deleted"
    assert await plain.does("editForumTopic", **where, name="Done")
    assert await plain.refused("editForumTopic", **where, name="Done") == "TOPIC_NOT_MODIFIED"
    assert await plain.refused("reopenForumTopic", **where) == "TOPIC_NOT_MODIFIED"
    assert await plain.does("closeForumTopic", **where)
    assert await plain.does("deleteForumTopic", **where)
    assert await plain.refused("closeForumTopic", **where) == "TOPIC_ID_INVALID"
    others = {"chat_id": forum.id, "message_thread_id": fake.topic(forum, "Of people").id}
    mine = await plain.does("createForumTopic", chat_id=forum.id, name="Mine")
    fake.demote(forum, fake.bot)
    assert await plain.refused("closeForumTopic", **others) == "not enough rights to close or open the topic"
    assert await plain.does("closeForumTopic", chat_id=forum.id, message_thread_id=mine["message_thread_id"])


async def test_replies(plain: Plain, fake: TelegramFake, ana: Person, team: Chat) -> None:
    said = await ana.says(team, "please refund 20")
    gone = {"message_id": 99}
    assert await refusal(plain, team.id, reply_parameters=gone) == (400, "message to be replied not found")
    assert await refusal(plain, team.id, reply_parameters=gone | {"allow_sending_without_reply": True}) == (200, "")
    quote = {"message_id": said.id, "quote": "refund 30"}
    assert await refusal(plain, team.id, reply_parameters=quote) == (400, "QUOTE_TEXT_INVALID")
    sent = await plain.does("sendMessage", chat_id=team.id, text="a", reply_parameters=quote | {"quote": "refund"})
    assert (sent["reply_to_message"]["message_id"], sent["quote"]["text"]) == (said.id, "refund")
    assert (sent["message_thread_id"], "is_topic_message" in sent) == (said.id, False), "a thread is no topic"
    no_topic = (400, "message thread is not a forum topic thread")
    assert await refusal(plain, team.id, message_thread_id=said.id) == no_topic
    assert await refusal(plain, team.id, message_thread_id=sent["message_id"]) == (400, "message thread not found")


async def test_anonymous_people(plain: Plain, fake: TelegramFake, ana: Person, team: Chat) -> None:
    ben = fake.user(1002, "Ben")
    fake.add(team, ben)
    fake.promote(team, ben, anonymous=True)
    fake.bot.privacy = False
    channel = fake.channel("News", ana)
    sent = await plain.does(
        "sendMessage",
        chat_id=team.id,
        text="card",
        reply_markup={"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]},
    )
    await ben.says(team, "/approve")
    await ana.says(team, "/approve", as_channel=channel)
    ben.presses(team.messages[sent["message_id"]], "Yes")
    typed, posted, tapped = (await plain.updates())[-3:]
    assert (typed["message"]["from"]["id"], typed["message"]["sender_chat"]["id"]) == (1087968824, team.id)
    assert (posted["message"]["from"]["id"], posted["message"]["sender_chat"]["id"]) == (136817688, channel.id)
    assert tapped["callback_query"]["from"]["id"] == 1002, "a tap carries the real user"


async def test_channel_posts(plain: Plain, fake: TelegramFake, ana: Person) -> None:
    channel = fake.channel("News", ana)
    mine = await plain.does("sendMessage", chat_id=channel.id, text="card")
    assert mine["sender_chat"]["id"] == channel.id
    await ana.says(channel, "hello")
    told = (await plain.updates())[-1]
    assert (told["channel_post"]["text"], "from" in told["channel_post"]) == ("hello", False)
    assert await plain.does("editMessageText", chat_id=channel.id, message_id=mine["message_id"], text="b")


async def test_members(plain: Plain, fake: TelegramFake, ana: Person, team: Chat) -> None:
    ben, cleo = fake.user(1002, "Ben"), fake.user(1003, "Cleo")
    await ben.joins(team)

    async def status(user_id: int) -> str:
        return str((await plain.does("getChatMember", chat_id=team.id, user_id=user_id))["status"])

    assert [await status(who.id) for who in (ana, ben, cleo)] == ["creator", "member", "left"]
    assert await plain.refused("getChatMember", chat_id=team.id, user_id=0) == "invalid user_id specified"
    assert await plain.refused("getChatMember", chat_id=team.id, user_id=77) == "PARTICIPANT_ID_INVALID"
    fake.restrict(team, ben, *PERMISSIONS[:1])
    assert await status(1002) == "restricted"
    fake.kick(team, ben)
    assert await status(1002) == "kicked"
    team.hides_members = True
    assert await plain.refused("getChatMember", chat_id=team.id, user_id=1001) == "CHAT_ADMIN_REQUIRED"
    fake.promote(team, fake.bot)
    assert await status(1001) == "creator"
    assert await plain.does("getChatMemberCount", chat_id=team.id) == 2
    admins = await plain.does("getChatAdministrators", chat_id=team.id)
    assert [admin["user"]["id"] for admin in admins] == [1001, fake.bot.id]
    fake.promote(team, other := fake.add_bot("Other", "other_bot"))
    assert await plain.does("getChatAdministrators", chat_id=team.id) == admins
    assert len(await plain.does("getChatAdministrators", chat_id=team.id, return_bots=True)) == 3
    fake.demote(team, other)
    await plain.updates(allowed_updates=["chat_member", "my_chat_member", "message"])
    await cleo.joins(team)
    await cleo.leaves(team)
    kinds = [next(word for word in update if word != "update_id") for update in (await plain.updates())[-4:]]
    assert kinds == ["chat_member", "message", "message", "chat_member"]
    assert (await plain.does("getChat", chat_id=team.id))["permissions"]["can_send_messages"]
    private = await plain.refused("getChatAdministrators", chat_id=1001)
    assert private == "there are no administrators in the private chat"
    assert (await plain.ask("leaveChat", chat_id=1001))["error_code"] == 400


async def test_forwards_and_copies(plain: Plain, fake: TelegramFake, ana: Person, team: Chat) -> None:
    said = await ana.says(fake.bot, "please")
    channel = fake.channel("News", ana)
    post = await ana.says(channel, "news")

    async def forward(message_id: int, source: int, **more: Any) -> dict[str, Any]:
        made: dict[str, Any] = await plain.does(
            "forwardMessage", chat_id=team.id, from_chat_id=source, message_id=message_id, **more
        )
        return dict(made["forward_origin"])

    assert (await forward(said.id, 1001))["sender_user"]["id"] == 1001
    assert (await forward(post.id, channel.id, protect_content=True))["chat"]["id"] == channel.id
    protected, service = team.live()[-1], fake.world.serve(team, ana.user, {"new_chat_title": "x"})
    gone = {"chat_id": 1001, "from_chat_id": team.id}
    cant = "the message can't be forwarded"
    assert await plain.refused("forwardMessage", **gone, message_id=protected.id) == cant
    assert await plain.refused("forwardMessage", **gone, message_id=service.id) == cant
    assert await plain.refused("copyMessage", **gone, message_id=service.id) == "the message can't be copied"
    assert await plain.refused("forwardMessage", **gone, message_id=999) == "message to forward not found"
    assert await plain.refused("copyMessage", **gone, message_id=999) == "message to copy not found"
    assert await plain.does("copyMessage", **gone, message_id=protected.id)
    copied = await ana.sees(fake.bot, "news")
    assert copied.origin is None
    assert (await ana.forwards(protected, fake.bot)).origin == protected.origin


async def test_people_start_with_a_payload(plain: Plain, fake: TelegramFake, ana: Person) -> None:
    await ana.starts(fake.bot, "inv-3_x")
    assert (await plain.updates(offset=-1))[0]["message"]["text"] == "/start inv-3_x"
    for payload in ("", "a b", "x" * 65):
        with pytest.raises(ValueError, match="no start link"):
            await ana.starts(fake.bot, payload)
