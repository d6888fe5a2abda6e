"""Editing and deleting."""

from typing import Any

from tests.fakes.telegram import markup, texts
from tests.fakes.telegram.calls import Call, answers
from tests.fakes.telegram.errors import NOT_MODIFIED, bad
from tests.fakes.telegram.formatted import Formatted
from tests.fakes.telegram.messages import Message
from tests.fakes.telegram.reach import writable

TWO_DAYS = 48 * 3600


@answers("editMessageText")
def edit_text(call: Call) -> dict[str, Any]:
    """New text; without a markup the inline keyboard goes."""
    if not call.get("text"):
        raise bad("message text is empty")
    parsed = texts.parse(call.get("text"), call.get("parse_mode"), call.get("entities"))
    inline = _inline(call)
    message = _editable(call)
    if message.media:
        raise bad("there is no text in the message to edit")
    return _edit(call, message, texts.message(parsed, call.world.limits, edit=True), inline)


@answers("editMessageCaption")
def edit_caption(call: Call) -> dict[str, Any]:
    """New caption of media."""
    parsed = texts.parse(call.get("caption", ""), call.get("parse_mode"), call.get("caption_entities"))
    inline = _inline(call)
    message = _editable(call)
    if not message.media:
        raise bad("there is no caption in the message to edit")
    return _edit(call, message, texts.caption(parsed, call.world.limits, edit=True), inline)


@answers("editMessageReplyMarkup")
def edit_markup(call: Call) -> dict[str, Any]:
    """New inline keyboard or none."""
    inline = _inline(call)
    message = _editable(call)
    return _edit(call, message, message.body, inline)


def _inline(call: Call) -> dict[str, Any] | None:
    if call.get("inline_message_id"):
        call.unmodelled("inline messages")
    inline, _, notes = markup.read(call.get("reply_markup"))
    call.world.violate(f"{call.method}: {note}" for note in notes)
    return inline


def _editable(call: Call) -> Message:
    """The message meant, if the bot may edit it; not one that came with a reply keyboard (`can_edit_message`)."""
    chat = writable(call)
    message = chat.find(call.get("message_id"))
    if message is None:
        raise bad("message to edit not found")
    own = message.sender is not None and message.sender.id == call.bot.id
    if chat.type == "channel":
        own = chat.may(call.bot.id, "can_edit_messages") or message.keyboard_bot == call.bot.id
    if not own or message.service or message.keyboard or message.origin:
        raise bad("message can't be edited")
    return message


def _edit(call: Call, message: Message, body: Formatted, inline: dict[str, Any] | None) -> dict[str, Any]:
    markup.check_late(inline, message.chat.is_private)
    call.world.violate(f"{call.method}: {note}" for note in body.repaired)
    if body == message.body and inline == message.markup:
        raise bad(NOT_MODIFIED)
    call.world.limits.spend(call.bot.id, message.chat.id, message.chat.is_group, call.world.now())
    message.body, message.markup = body, inline
    message.keyboard_bot = call.bot.id
    message.edit_date = call.world.stamp()
    message.remember()
    call.world.changed()
    return message.wire()


@answers("deleteMessage")
def delete(call: Call) -> bool:
    """Its own message, any with the right to, all in a private chat; none that is two days old."""
    chat = writable(call)
    message = chat.find(call.get("message_id"))
    if message is None:
        raise bad("message to delete not found")
    own = message.sender is not None and message.sender.id == call.bot.id
    if not (own or chat.is_private or chat.may(call.bot.id, "can_delete_messages")):
        raise bad("message can't be deleted")
    if call.world.now() - message.date >= TWO_DAYS or "forum_topic_created" in message.service:
        raise bad("message can't be deleted")
    message.deleted = True
    call.world.changed()
    return True
