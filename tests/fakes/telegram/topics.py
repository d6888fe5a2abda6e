"""Forum topics."""

from typing import Any

from tests.fakes.telegram.accounts import User
from tests.fakes.telegram.calls import Call, answers
from tests.fakes.telegram.chats import Chat, Topic
from tests.fakes.telegram.errors import bad
from tests.fakes.telegram.reach import writable
from tests.fakes.telegram.world import World

ICON = 0x6FB9F0
NAME = 128


def open_topic(world: World, chat: Chat, name: str, by: User, icon: int = ICON) -> Topic:
    """Open a topic; its id is that of the service message, which every bot of the chat hears, its maker too."""
    created = world.compose(
        chat, by, service={"forum_topic_created": {"name": name, "icon_color": icon}}, is_topic_message=True
    )
    created.thread_id = created.id
    chat.topics[created.id] = made = Topic(created.id, name, icon, created)
    world.announce(created)
    return made


def mark_topic(world: World, chat: Chat, topic: Topic, by: User, service: dict[str, Any]) -> None:
    """Post a service message into a topic."""
    world.serve(chat, by, service, thread_id=topic.id, is_topic_message=True, reply_to=topic.created)


def _forum(call: Call) -> Chat:
    chat = writable(call)
    if not chat.is_forum:
        raise bad("the chat is not a forum")
    return chat


def _own_topic(call: Call, chat: Chat, what: str) -> Topic:
    """A topic that the bot may change: any with the right to, else what it opened itself (`ForumTopicManager`)."""
    found = chat.topics.get(call.get("message_thread_id"))
    if found is None or found.deleted:
        raise bad("TOPIC_ID_INVALID")
    maker = found.created.sender
    if not chat.may(call.bot.id, "can_manage_topics") and (maker is None or maker.id != call.bot.id):
        raise bad(f"not enough rights to {what} the topic")
    return found


def _name(call: Call) -> str:
    name = str(call.get("name") or "").strip()
    if not 1 <= len(name) <= NAME:
        raise bad("TOPIC_TITLE_EMPTY" if not name else "topic name is too long")
    return name


@answers("createForumTopic")
def create_topic(call: Call) -> dict[str, Any]:
    """A topic by the bot, which must administer topics; names of 1-128 characters."""
    name = _name(call)
    chat = _forum(call)
    if not chat.may(call.bot.id, "can_manage_topics"):
        raise bad("not enough rights to create a topic")
    call.world.limits.spend(call.bot.id, chat.id, True, call.world.now())
    made = open_topic(call.world, chat, name, call.bot.user, call.get("icon_color", ICON))
    return {"message_thread_id": made.id, "name": made.name, "icon_color": made.icon_color}


@answers("editForumTopic")
def edit_topic(call: Call) -> bool:
    """A new name."""
    chat = _forum(call)
    topic = _own_topic(call, chat, "edit")
    if call.get("name") is not None and call.get("name") != topic.name:
        topic.name = _name(call)
        mark_topic(call.world, chat, topic, call.bot.user, {"forum_topic_edited": {"name": topic.name}})
        return True
    raise bad("TOPIC_NOT_MODIFIED")


@answers("closeForumTopic", "reopenForumTopic")
def close_topic(call: Call) -> bool:
    """Close or open again."""
    chat = _forum(call)
    topic = _own_topic(call, chat, "close or open")
    close = call.method == "closeForumTopic"
    if topic.closed == close:
        raise bad("TOPIC_NOT_MODIFIED")
    topic.closed = close
    word = "forum_topic_closed" if close else "forum_topic_reopened"
    mark_topic(call.world, chat, topic, call.bot.user, {word: {}})
    return True


@answers("deleteForumTopic")
def delete_topic(call: Call) -> bool:
    """The topic goes with all its messages."""
    chat = _forum(call)
    remove_topic(call.world, chat, _own_topic(call, chat, "delete"))
    return True


def remove_topic(world: World, chat: Chat, topic: Topic) -> None:
    """Delete a topic with all its messages; nobody is told."""
    topic.deleted = True
    for message in chat.live():
        message.deleted = message.thread_id == topic.id
    world.changed()
