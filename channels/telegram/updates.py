"""Updates read with the library, and with less of them where it cannot: what is new must not silence anybody."""

from collections.abc import Mapping
from typing import Any

from aiogram.types import Message, Update
from pydantic import ValidationError

from channels.telegram.settings import PLATFORM
from channels.views import Attachment

_SERVICE = frozenset({
    "new_chat_members", "left_chat_member", "new_chat_title", "new_chat_photo", "delete_chat_photo",
    "group_chat_created", "supergroup_chat_created", "channel_chat_created", "pinned_message",
    "message_auto_delete_timer_changed", "forum_topic_created", "forum_topic_edited", "forum_topic_closed",
    "forum_topic_reopened", "general_forum_topic_hidden", "general_forum_topic_unhidden", "write_access_allowed",
    "chat_background_set", "boost_added", "video_chat_started", "video_chat_ended", "video_chat_scheduled",
    "video_chat_participants_invited", "proximity_alert_triggered", "unknown",
})  # fmt: skip


def is_service(message: Message) -> bool:
    """Whether this is news about the chat (somebody joined, a topic was closed) and no message of a person."""
    return message.content_type in _SERVICE


def attachments(message: Message, account: str) -> tuple[Attachment, ...]:
    """The file of a message, as its account finds it again."""
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return (Attachment(PLATFORM, account, largest.file_id, "photo", size=largest.file_size or 0),)
    if message.document:
        file = message.document
        return (Attachment(PLATFORM, account, file.file_id, "document", file.file_name or "", file.file_size or 0),)
    if message.voice:
        return (Attachment(PLATFORM, account, message.voice.file_id, "voice", size=message.voice.file_size or 0),)
    return ()


# --- what the library cannot read ---------------------------------------------------------------------------------

_FILE: Mapping[str, Any] = {"file_id": None, "file_unique_id": None}
_MESSAGE: Mapping[str, Any] = {
    "message_id": None, "date": None, "edit_date": None, "text": None, "caption": None, "message_thread_id": None,
    "is_topic_message": None, "migrate_to_chat_id": None, "migrate_from_chat_id": None, "entities": None,
    "is_automatic_forward": None,
    "chat": {"id": None, "type": None, "title": None},
    "from": {"id": None, "is_bot": None, "first_name": None, "last_name": None, "language_code": None},
    "sender_chat": {"id": None, "type": None, "title": None},
    "reply_to_message": {
        "message_id": None, "date": None, "chat": {"id": None, "type": None},
        "from": {"id": None, "is_bot": None, "first_name": None}, "document": _FILE,
    },
}  # fmt: skip
_NEEDED: Mapping[str, Any] = {
    "update_id": None,
    "message": _MESSAGE,
    "edited_message": _MESSAGE,
    "callback_query": {
        "id": None, "data": None, "chat_instance": None,
        "from": {"id": None, "is_bot": None, "first_name": None, "last_name": None, "language_code": None},
        "message": {
            "message_id": None, "date": None, "chat": {"id": None, "type": None}, "message_thread_id": None,
            "is_topic_message": None, "reply_markup": None, "document": _FILE,
        },
    },
}  # fmt: skip
"""What we need of an update: a platform that adds to its types must not silence anybody."""


def parsed(raw: Mapping[str, Any]) -> Update:
    """The update; raises ValueError for one that not even in its needed parts can be read."""
    try:
        return Update.model_validate(raw)
    except ValidationError:
        return Update.model_validate(_pruned(raw, _NEEDED))


def _pruned(raw: Any, wanted: Any) -> Any:
    if not isinstance(wanted, Mapping) or not isinstance(raw, Mapping):
        return raw
    return {name: _pruned(value, wanted[name]) for name, value in raw.items() if name in wanted}
