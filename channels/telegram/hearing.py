"""What an update means: a message for us, a tap, news about a chat, or nothing. No network, no state."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from aiogram.types import CallbackQuery, InaccessibleMessage, Message, MessageEntity, Update, User
from pydantic import ValidationError

from channels.base import Inbound, MessageRef
from channels.telegram.places import Places, Posted
from channels.telegram.settings import PLATFORM
from channels.views import Attachment

OLD = timedelta(seconds=60)
"""A message that is older than this was kept for us: its own time counts then, and else that of our own clock."""
SAY = "s1"
"""Begins the payload of a button that says its label."""
_PUT_OUT = ("kicked", "left")
_COMMAND_FOR = re.compile(r"/\w+@(\w+)")


@dataclass(frozen=True, slots=True)
class Moved:
    """A group became a supergroup."""

    old: int
    new: int


@dataclass(frozen=True, slots=True)
class Membership:
    """The bot was put out of a chat, or may speak there again."""

    chat: int
    may_speak: bool


Heard = Inbound | CallbackQuery | Moved | Membership


class Ear:
    """Reads the updates of one account."""

    def __init__(self, account: str, me: User, places: Places) -> None:
        self._account = account
        self._me = me
        self._places = places

    def read(self, raw: Mapping[str, Any], now: datetime) -> Heard | None:
        """What an update means; None for what is not meant for us. Raises ValueError for what cannot be read."""
        update = _parsed(raw)
        if update.callback_query:
            return update.callback_query
        if update.my_chat_member:
            change = update.my_chat_member
            return Membership(change.chat.id, change.new_chat_member.status not in _PUT_OUT)
        if update.message is None:
            return None
        if update.message.migrate_to_chat_id:
            return Moved(update.message.chat.id, update.message.migrate_to_chat_id)
        if update.message.migrate_from_chat_id:
            return Moved(update.message.migrate_from_chat_id, update.message.chat.id)
        return self._message(update.update_id, update.message, now)

    def said(self, query: CallbackQuery, text: str, update_id: int, now: datetime) -> Inbound:
        """The message that a tap on a button stands for."""
        assert query.message is not None
        place = self._places.place(query.message.chat.id, thread_of(query.message))
        return self._inbound(update_id, place, str(query.from_user.id), query.from_user, text, now)

    def _message(self, update_id: int, message: Message, now: datetime) -> Inbound | None:
        user, chat = message.from_user, message.chat
        if user is None or message.is_automatic_forward or (user.is_bot and message.sender_chat is None):
            return None
        attachments = _attachments(message, self._account)
        text = message.text or message.caption or ""
        reply = _reply(message)
        ours = reply if reply and reply.from_user and reply.from_user.id == self._me.id else None
        if chat.type != "private":
            if not (ours or self._is_addressed(message, text)):
                return None
            text = self._without_name(text)
        elif not text and not attachments and _is_service(message):
            return None
        place = self._places.place(chat.id, thread_of(message))
        poser = message.sender_chat
        who = f"chat{poser.id}" if poser else str(user.id)
        at = message.date if now - message.date > OLD else now
        return self._inbound(
            update_id, place, who, user, text, at,
            attachments=attachments,
            reply_to=Posted(chat.id, ours.message_id, ours.document is not None).ref if ours else MessageRef(""),
            user_name=(poser.title or who) if poser else user.full_name,
            readable=bool(text or attachments),
        )  # fmt: skip

    def _inbound(
        self, update_id: int, place: str, user_id: str, user: User, text: str, at: datetime, **more: Any
    ) -> Inbound:
        known = {"user_name": user.full_name, **more}
        return Inbound(
            channel=PLATFORM,
            account=self._account,
            # The bot's own id stands before the number: another token under the same name begins to count anew.
            update_id=f"{self._me.id}.{update_id}",
            place=place,
            user_id=user_id,
            text=text,
            at=at,
            locale=user.language_code or "",
            **known,
        )

    def _is_addressed(self, message: Message, text: str) -> bool:
        """Whether a message in a group is meant for us: a command, or one that names us."""
        if text.startswith("/"):
            other = _COMMAND_FOR.match(text)
            return other is None or other[1].lower() == self._name
        entities = [*(message.entities or ()), *(message.caption_entities or ())]
        return any(self._names_us(entity, text) for entity in entities)

    def _names_us(self, entity: MessageEntity, text: str) -> bool:
        if entity.type == "text_mention":
            return entity.user is not None and entity.user.id == self._me.id
        return entity.type == "mention" and entity.extract_from(text).lower() == f"@{self._name}"

    def _without_name(self, text: str) -> str:
        return re.sub(rf"^@{re.escape(self._name)}\b[\s,:]*", "", text, flags=re.IGNORECASE)

    @property
    def _name(self) -> str:
        return (self._me.username or "").lower()


def thread_of(message: Message | InaccessibleMessage) -> int | None:
    """The forum topic of a message; a mere thread of replies is none."""
    if isinstance(message, Message) and message.is_topic_message:
        return message.message_thread_id
    return None


def _reply(message: Message) -> Message | None:
    """What a message answers. In a topic every message names the topic's first one, which nobody meant to answer."""
    reply = message.reply_to_message
    if reply is None or reply.forum_topic_created or reply.message_id == thread_of(message):
        return None
    return reply


def _is_service(message: Message) -> bool:
    """Whether this is news about the chat (somebody joined, a message was pinned) and no message of a person."""
    return message.content_type in _SERVICE


_SERVICE = frozenset({
    "new_chat_members", "left_chat_member", "new_chat_title", "new_chat_photo", "delete_chat_photo",
    "group_chat_created", "supergroup_chat_created", "channel_chat_created", "pinned_message",
    "message_auto_delete_timer_changed", "forum_topic_created", "forum_topic_edited", "forum_topic_closed",
    "forum_topic_reopened", "general_forum_topic_hidden", "general_forum_topic_unhidden", "write_access_allowed",
    "chat_background_set", "boost_added", "video_chat_started", "video_chat_ended", "video_chat_scheduled",
    "video_chat_participants_invited", "proximity_alert_triggered", "unknown",
})  # fmt: skip


def _attachments(message: Message, account: str) -> tuple[Attachment, ...]:
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
_NEEDED: Mapping[str, Any] = {
    "update_id": None,
    "message": {
        "message_id": None, "date": None, "text": None, "caption": None, "message_thread_id": None,
        "is_topic_message": None, "migrate_to_chat_id": None, "migrate_from_chat_id": None, "entities": None,
        "is_automatic_forward": None,
        "chat": {"id": None, "type": None, "title": None},
        "from": {"id": None, "is_bot": None, "first_name": None, "last_name": None, "language_code": None},
        "sender_chat": {"id": None, "type": None, "title": None},
        "reply_to_message": {
            "message_id": None, "date": None, "chat": {"id": None, "type": None},
            "from": {"id": None, "is_bot": None, "first_name": None}, "document": _FILE,
        },
    },
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


def _parsed(raw: Mapping[str, Any]) -> Update:
    try:
        return Update.model_validate(raw)
    except ValidationError:
        return Update.model_validate(_pruned(raw, _NEEDED))


def _pruned(raw: Any, wanted: Any) -> Any:
    if not isinstance(wanted, Mapping) or not isinstance(raw, Mapping):
        return raw
    return {name: _pruned(value, wanted[name]) for name, value in raw.items() if name in wanted}
