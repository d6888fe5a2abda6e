"""What an update means: a message for us, a tap, news about a chat, or nothing. No network, no state."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from aiogram.types import CallbackQuery, InaccessibleMessage, Message, MessageEntity, User

from channels.base import Inbound, MessageRef
from channels.telegram.places import Places, Posted
from channels.telegram.settings import PLATFORM
from channels.telegram.updates import attachments, is_service, parsed

OLD = timedelta(seconds=60)
"""A message that is older than this was kept for us: its own time counts then, and else that of our own clock."""
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
    """Reads the updates of one account; `is_room` tells the places where all that people write is meant for us."""

    def __init__(self, account: str, me: User, places: Places, is_room: Callable[[str], bool]) -> None:
        self._account = account
        self._me = me
        self._places = places
        self._is_room = is_room

    def read(self, raw: Mapping[str, Any], now: datetime) -> Heard | None:
        """What an update means; None for what is not meant for us. Raises ValueError for what cannot be read."""
        update = parsed(raw)
        if update.callback_query:
            return update.callback_query
        if update.my_chat_member:
            change = update.my_chat_member
            return Membership(change.chat.id, change.new_chat_member.status not in _PUT_OUT)
        if update.edited_message:
            return self._message(update.update_id, update.edited_message, now, is_edit=True)
        if update.message is None:
            return None
        if update.message.migrate_to_chat_id:
            return Moved(update.message.chat.id, update.message.migrate_to_chat_id)
        if update.message.migrate_from_chat_id:
            return Moved(update.message.migrate_from_chat_id, update.message.chat.id)
        return self._message(update.update_id, update.message, now, is_edit=False)

    def said(self, query: CallbackQuery, text: str, update_id: int, now: datetime) -> Inbound:
        """The message that a tap on a button stands for."""
        assert query.message is not None
        place = self._places.place(query.message.chat.id, thread_of(query.message))
        return self._inbound(update_id, place, str(query.from_user.id), query.from_user, text, now)

    def _message(self, update_id: int, message: Message, now: datetime, *, is_edit: bool) -> Inbound | None:
        user, chat = message.from_user, message.chat
        if user is None or message.is_automatic_forward or (user.is_bot and message.sender_chat is None):
            return None
        files = attachments(message, self._account)
        text = message.text or message.caption or ""
        # Of what nobody can read an edit is no news: a live location is edited as it moves.
        if not text and not files and (is_edit or is_service(message)):
            return None
        place = self._places.place(chat.id, thread_of(message))
        reply = _reply(message)
        is_talk = chat.type == "private" or self._is_room(place)
        if chat.type != "private":
            if not (self._is_ours(reply) or self._is_addressed(message, text, is_talk)):
                return None
            text = self._without_name(text)
        poser = message.sender_chat
        who = f"chat{poser.id}" if poser else str(user.id)
        moment = _moment(message)
        return self._inbound(
            update_id, place, who, user, text, moment if now - moment > OLD else now,
            attachments=files,
            reply_to=self._ref(reply) if reply and (is_talk or self._is_ours(reply)) else MessageRef(""),
            user_name=(poser.title or who) if poser else user.full_name,
            readable=bool(text or files),
            ref=self._ref(message),
            is_edit=is_edit,
        )  # fmt: skip

    def _is_ours(self, message: Message | None) -> bool:
        return bool(message and message.from_user and message.from_user.id == self._me.id)

    def _ref(self, message: Message) -> MessageRef:
        """How a message is named; only of ours it matters whether it is a file: people may turn theirs into one."""
        is_file = self._is_ours(message) and message.document is not None
        return Posted(message.chat.id, message.message_id, is_file).ref

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

    def _is_addressed(self, message: Message, text: str, is_room: bool) -> bool:
        """Whether a message in a group is meant for us: a command, one that names us, in a room whatever is said."""
        if text.startswith("/"):
            other = _COMMAND_FOR.match(text)
            return other is None or other[1].lower() == self._name
        entities = [*(message.entities or ()), *(message.caption_entities or ())]
        return is_room or any(self._names_us(entity, text) for entity in entities)

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


def _moment(message: Message) -> datetime:
    """When a message got the text that it has."""
    return datetime.fromtimestamp(message.edit_date, UTC) if message.edit_date else message.date
