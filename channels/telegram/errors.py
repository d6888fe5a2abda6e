"""What Telegram says when it says no, in the words of `channels.base`.

The texts are those of the Bot API server (tdlib/telegram-bot-api, `Client.cpp`); they are compared without case.
"""

from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError

from channels.base import ChannelError, Gone, Rejected, RetryAfter, Unconfirmed, Unreachable


class Unauthorized(ChannelError):
    """The token is wrong or was revoked: this account is over."""


class Conflict(ChannelError):
    """Another program listens with the same token, or a webhook is set."""


class Moved(ChannelError):
    """The group became a supergroup: it has another id now."""

    def __init__(self, chat: int) -> None:
        super().__init__(f"the group is now the supergroup {chat}")
        self.chat = chat


class NotModified(ChannelError):
    """A change that changes nothing."""


class TooLate(ChannelError):
    """A tap that Telegram does not let us answer any more."""


class PlaceGone(Gone):
    """Nothing can be said in this chat or topic, whatever it is."""


class NoRights(PlaceGone):
    """The bot lacks the right to this."""


class NoForum(Rejected):
    """The chat has no topics."""


class HasNoText(Rejected):
    """The message to be edited is a file: it has a caption."""


class NoPhoto(Rejected):
    """The picture is none that Telegram can show as a photo; as a document it can be sent."""


_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message to be replied not found",
    "invalid file_id",
    "wrong file_id",
)
_NO_RIGHTS = ("not enough rights", "have no rights", "chat_admin_required", "need administrator rights")
_PLACE_GONE = (
    "chat not found", "message thread not found", "topic_deleted", "topic_id_invalid", "topic_closed",
    "peer_id_invalid", "chat_write_forbidden", "chat_restricted", "channel_private", "user_deactivated",
    "group chat was deactivated", "user is deactivated",
)  # fmt: skip
_NO_PHOTO = ("photo_invalid", "photo_ext_invalid", "photo_save_file_invalid", "image_process_failed", "for a photo")
_TOO_LATE = ("query is too old", "query id is invalid")


def translated(error: AiogramError) -> ChannelError:
    """The error as the rest of the house knows it; its text never holds the token."""
    match error:
        case TelegramRetryAfter():
            return RetryAfter(error.retry_after, error.message)
        case TelegramMigrateToChat():
            return Moved(error.migrate_to_chat_id)
        case TelegramUnauthorizedError() | TelegramNotFound():
            return Unauthorized(error.message)
        case TelegramConflictError():
            return Conflict(error.message)
        case TelegramForbiddenError():
            return PlaceGone(error.message)
        case TelegramBadRequest():
            return _refused(error.message)
        case TelegramEntityTooLarge():
            return Rejected(error.message)
        case TelegramNetworkError() if isinstance(error.__cause__, ClientConnectorError):
            return Unreachable(error.message)
        case TelegramNetworkError() | TelegramServerError():
            return Unconfirmed(error.message)
        case ClientDecodeError():
            return Unconfirmed(f"{error.message}: {type(error.original).__name__}")
    return Rejected(str(error))


def _refused(message: str) -> ChannelError:
    text = message.lower()
    if "message is not modified" in text or "topic_not_modified" in text:
        return NotModified(message)
    if any(mark in text for mark in _TOO_LATE):
        return TooLate(message)
    if any(mark in text for mark in _NO_RIGHTS):
        return NoRights(message)
    if any(mark in text for mark in _PLACE_GONE):
        return PlaceGone(message)
    if "the chat is not a forum" in text:
        return NoForum(message)
    if "there is no text in the message to edit" in text:
        return HasNoText(message)
    if any(mark in text for mark in _NO_PHOTO):
        return NoPhoto(message)
    if any(mark in text for mark in _GONE):
        return Gone(message)
    return Rejected(message)
