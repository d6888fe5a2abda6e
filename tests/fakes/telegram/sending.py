"""Sending, in the order in which Telegram checks: request, chat, reply, thread, rights, content, flood."""

from dataclasses import dataclass, field
from typing import Any

from tests.fakes.telegram import markup, texts
from tests.fakes.telegram.calls import Call, answers
from tests.fakes.telegram.chats import Chat, Topic
from tests.fakes.telegram.errors import bad
from tests.fakes.telegram.formatted import Formatted
from tests.fakes.telegram.messages import Message
from tests.fakes.telegram.reach import writable

RIGHTS = {
    "text": ("can_send_messages", "text messages"),
    "document": ("can_send_documents", "documents"),
    "photo": ("can_send_photos", "photos"),
    "voice": ("can_send_voice_notes", "voice notes"),
}


@dataclass
class Content:
    """What a message is to hold; `body` is ready where it is copied, else `parsed` is checked late."""

    kind: str = "text"
    parsed: texts.Parsed | None = None
    body: Formatted | None = None
    media: dict[str, Any] = field(default_factory=dict)
    origin: dict[str, Any] | None = None
    album: str | None = None


@answers("sendMessage")
def send_message(call: Call) -> dict[str, Any]:
    """A text message."""
    if not call.get("text"):
        raise bad("message text is empty")
    parsed = texts.parse(call.get("text"), call.get("parse_mode"), call.get("entities"))
    return post(call, Content(parsed=parsed)).wire()


def post(call: Call, content: Content) -> Message:
    """Check everything and post."""
    return post_all(call, [content])[0]


def post_all(call: Call, contents: list[Content]) -> list[Message]:
    """Check everything, and post either all or nothing."""
    inline, keyboard, notes = markup.read(call.get("reply_markup"))
    call.world.violate(f"{call.method}: {note}" for note in notes)
    chat = writable(call)
    reply, quote = _reply(call, chat)
    topic = _topic(call, chat)
    if topic is not None and reply is not None and reply.thread_id != topic.id:
        call.unmodelled("replies to another topic")
    if topic is None and reply is not None and chat.is_forum and reply.is_topic_message:
        topic = chat.topics.get(reply.thread_id or 0)
    for content in contents:
        _check_rights(call, chat, topic, content.kind)
        content.body = content.body if content.body is not None else _body(call, content)
    markup.check_late(inline, chat.is_private)
    call.world.limits.spend(call.bot.id, chat.id, chat.is_group, call.world.now(), len(contents))
    parts = {"markup": inline, "keyboard": keyboard, "quote": quote, **threading(chat, topic, reply)}
    made = [_composed(call, chat, content, parts) for content in contents]
    chat.last_bot = call.bot.id
    for message in made:
        call.world.announce(message)
    return made


def _composed(call: Call, chat: Chat, content: Content, parts: dict[str, Any]) -> Message:
    return call.world.compose(
        chat,
        None if chat.type == "channel" else call.bot.user,
        content.body,
        sender_chat=chat if chat.type == "channel" else None,
        media=content.media,
        origin=content.origin,
        album=content.album,
        posted_by=call.bot.id,
        keyboard_bot=call.bot.id,
        protected=bool(call.get("protect_content")),
        silent=bool(call.get("disable_notification")),
        **parts,
    )


def threading(chat: Chat, topic: Topic | None, reply: Message | None) -> dict[str, Any]:
    """Thread and reply of a message: one in a topic that answers nothing replies to the topic's creation message.

    In a supergroup without topics a reply carries the id of the thread's first message, but is no topic message.
    """
    if topic is not None:
        return {"thread_id": topic.id, "is_topic_message": True, "reply_to": reply or topic.created}
    thread = (reply.thread_id or reply.id) if reply is not None and chat.type == "supergroup" else None
    return {"thread_id": thread if not chat.is_forum else None, "reply_to": reply}


def _body(call: Call, content: Content) -> Formatted:
    assert content.parsed is not None
    made = (texts.caption if content.media else texts.message)(content.parsed, call.world.limits)
    call.world.violate(f"{call.method}: {note}" for note in made.repaired)
    return made


def _topic(call: Call, chat: Chat) -> Topic | None:
    """The topic meant; General has no id to send to, and the thread of replies in a plain supergroup takes none."""
    thread = call.get("message_thread_id")
    if not thread:
        return None
    topic = chat.topics.get(thread)
    if topic is not None and not topic.deleted:
        return topic
    root = chat.find(thread)
    is_root = root is not None and any(message.thread_id == root.id for message in chat.live())
    raise bad("Message thread is not a forum topic thread" if is_root else "Message thread not found")


def _reply(call: Call, chat: Chat) -> tuple[Message | None, dict[str, Any] | None]:
    wanted = call.get("reply_parameters")
    if not wanted or not wanted.get("message_id"):
        return None, None
    if wanted.get("chat_id") not in (None, chat.id):
        call.unmodelled("replies to another chat")
    replied = chat.find(wanted["message_id"])
    if replied is None:
        if wanted.get("allow_sending_without_reply"):
            return None, None
        raise bad("message to be replied not found")
    quoted = wanted.get("quote")
    if quoted is None:
        return replied, None
    if quoted not in replied.text:
        raise bad("QUOTE_TEXT_INVALID")
    return replied, {"text": quoted, "position": wanted.get("quote_position", 0), "is_manual": True}


def _check_rights(call: Call, chat: Chat, topic: Topic | None, kind: str) -> None:
    if chat.is_private:
        return
    right, what = RIGHTS[kind]
    if not chat.may_post(call.bot.id, right):
        if chat.type == "channel":
            raise bad("need administrator rights in the channel chat")
        raise bad(f"not enough rights to send {what} to the chat")
    if topic is not None and topic.closed and not chat.may(call.bot.id, "can_manage_topics"):
        raise bad("TOPIC_CLOSED")
