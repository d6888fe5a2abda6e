"""Forwards and copies."""

from typing import Any

from tests.fakes.telegram import texts
from tests.fakes.telegram.calls import Call, answers
from tests.fakes.telegram.errors import bad
from tests.fakes.telegram.messages import Message
from tests.fakes.telegram.reach import chat_of
from tests.fakes.telegram.sending import Content, post


@answers("forwardMessage")
def forward(call: Call) -> dict[str, Any]:
    """The message with its `forward_origin`; not a service message nor a protected one."""
    source = _source(call, "forward")
    if source.service or source.protected:
        raise bad("the message can't be forwarded")
    content = Content(kind(source), body=source.body, media=source.media, origin=source.origin or origin(source))
    return post(call, content).wire()


@answers("copyMessage")
def copy(call: Call) -> dict[str, Any]:
    """The message without its origin; media may get another caption."""
    source = _source(call, "copy")
    if source.service:
        raise bad("the message can't be copied")
    content = Content(kind(source), body=source.body, media=source.media)
    if call.get("caption") is not None and source.media:
        content.body = None
        content.parsed = texts.parse(call.get("caption"), call.get("parse_mode"), call.get("caption_entities"))
    return {"message_id": post(call, content).id}


def _source(call: Call, verb: str) -> Message:
    found = chat_of(call, "from_chat_id").find(call.get("message_id"))
    if found is None:
        raise bad(f"message to {verb} not found")
    return found


def kind(message: Message) -> str:
    """The kind of its content."""
    return next(iter(message.media), "text")


def origin(message: Message) -> dict[str, Any]:
    """A `MessageOrigin`."""
    shown: dict[str, Any] = {"date": message.date}
    if message.chat.type == "channel":
        return shown | {"type": "channel", "chat": message.chat.wire(), "message_id": message.id}
    if message.sender_chat is not None:
        return shown | {"type": "chat", "sender_chat": message.sender_chat.wire()}
    assert message.sender is not None
    return shown | {"type": "user", "sender_user": message.sender.wire()}
